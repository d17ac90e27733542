#ifndef BASE_HTML_H
#define BASE_HTML_H

#include "base/buf.h"

/* Adds a text so that in HTML it is nothing but that text, in a value between quotes too. Bytes that are no
 * UTF-8 become U+FFFD. */
void html_text(struct buf *out, const char *text);

/* A page with places such as "{{title}}" for texts: adds it with the text of each, "" where none is given.
 * Ends with a name of NULL. */
struct html_place {
    const char *name, *text;
};
void html_fill(struct buf *out, const char *page, const struct html_place *places);

#endif
