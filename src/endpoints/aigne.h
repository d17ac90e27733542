#ifndef ENDPOINTS_AIGNE_H
#define ENDPOINTS_AIGNE_H

#include "base/jsonwrite.h"
#include "endpoints/manage.h"

/* What AIGNE Hub's answers have in common. Credits are dollars. */

/* Sends a body (rc 0) or only frees it (rc -1). Returns 0 or -1. */
int aigne_send(struct exchange *x, struct buf *body, int rc, struct error *err);

/* A page of a list: "page", from 1, and "pageSize", up to PAGE_SIZE_MOST. ERR_REQUEST. */
int aigne_page(struct exchange *x, int64_t size, struct page *page, struct error *err);
void aigne_write_paging(struct json_writer *w, const struct page *page);

/* A period: "startTime" and "endTime", or "start" and "end", as of query_time(); what is not said stays. An
 * end in seconds is meant too. ERR_REQUEST. */
int aigne_period(struct exchange *x, int64_t *start, int64_t *end, struct error *err);

/* A user, whose number stands in the place of a DID, as a member of that name. */
void aigne_write_user(struct json_writer *w, const char *name, uint64_t id, const char *full_name);

/* A provider of the hub, which is known by its name alone. */
void aigne_write_provider(struct json_writer *w, const char *name);

/* Money: {"id":"usd",…} */
void aigne_write_currency(struct json_writer *w);

#endif
