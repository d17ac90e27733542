#ifndef ENDPOINTS_QUERY_H
#define ENDPOINTS_QUERY_H

#include "hub.h"

/* Reads parameters of the query. Without one the value stays what it is. They return 0, or -1 with
 * ERR_REQUEST that names the parameter. */

#define QUERY_TIME_MOST (INT32_MAX * INT64_C(100)) /* seconds since 1970 */

/* Seconds since 1970; as an end a bare date means that whole day. */
int query_time(struct exchange *x, const char *name, bool end, int64_t *seconds, struct error *err);

/* A period, up to before its end. What is not said stays. The end must come after the start. */
int query_period(struct exchange *x, const char *start_name, const char *end_name, int64_t *start,
                 int64_t *end, struct error *err);

/* A whole number. */
int query_number(struct exchange *x, const char *name, int64_t low, int64_t high, int64_t *number,
                 struct error *err);

/* A text that fits into so many bytes with its NUL. */
int query_text(struct exchange *x, const char *name, char *text, size_t size, struct error *err);

#endif
