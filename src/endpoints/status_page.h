#ifndef ENDPOINTS_STATUS_PAGE_H
#define ENDPOINTS_STATUS_PAGE_H

#include "hub.h"

/* Whether a browser asks, and the page that it gets: it says the word of the hub's status, and asks for the
 * JSON at its own address. */
bool status_page_is_wanted(const struct exchange *x);
int status_page(struct exchange *x, const char *word, struct error *err);

#endif
