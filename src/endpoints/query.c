/* Parameters of a query, read strictly. */
#include "endpoints/query.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/clock.h"

#define DAY 86400

int query_time(struct exchange *x, const char *name, bool end, int64_t *seconds, struct error *err) {
    const char *text = request_parameter(x->request, name);
    if (!text)
        return 0;
    if (clock_read(text, seconds) < 0 || *seconds < 0 || *seconds > QUERY_TIME_MOST)
        return error_param(
            err, ERR_REQUEST, name,
            "\"%.40s\" is not a time: use 2026-11-21, 2026-11-21T12:00:00Z or seconds since 1970.", text);
    if (end && clock_is_date(text))
        *seconds += DAY;
    return 0;
}

int query_period(struct exchange *x, const char *start_name, const char *end_name, int64_t *start,
                 int64_t *end, struct error *err) {
    if (query_time(x, start_name, false, start, err) < 0 || query_time(x, end_name, true, end, err) < 0)
        return -1;
    if (*end <= *start)
        return error_param(err, ERR_REQUEST, end_name, "The end of the period must come after its start.");
    return 0;
}

int query_number(struct exchange *x, const char *name, int64_t low, int64_t high, int64_t *number,
                 struct error *err) {
    const char *text = request_parameter(x->request, name);
    if (!text)
        return 0;
    char *rest;
    errno = 0;
    long long value = strtoll(text, &rest, 10);
    if (errno || rest == text || *rest || value < low || value > high)
        return error_param(err, ERR_REQUEST, name, "The parameter %s is a whole number from %lld to %lld.",
                           name, (long long)low, (long long)high);
    *number = value;
    return 0;
}

int query_text(struct exchange *x, const char *name, char *text, size_t size, struct error *err) {
    const char *value = request_parameter(x->request, name);
    if (value && (size_t)snprintf(text, size, "%s", value) >= size)
        return error_param(err, ERR_REQUEST, name, "This is longer than %zu bytes.", size - 1);
    return 0;
}
