/* A body as it comes, whatever is done with it: how long it may be, and how slow. */
#include "front/body_pace.h"

#include <strings.h>

#include "base/clock.h"

#define LENGTH_MAX INT64_C(100000000000000000) /* larger ones are not told apart */

int64_t body_announced(const struct request *request) {
    const char *text = request_header(request, "content-length");
    int64_t length = 0;
    if (!text)
        return BODY_NOT_SAID;
    for (; *text; text++) {
        if (*text < '0' || *text > '9')
            return BODY_MALFORMED;
        if (length < LENGTH_MAX)
            length = length * 10 + (*text - '0');
    }
    return length;
}

bool body_is_coded(const struct request *request) {
    const char *coding = request_header(request, "content-encoding");
    return coding && strcasecmp(coding, "identity") != 0;
}

int body_too_large(size_t limit, struct error *err) {
    return error_set(err, ERR_TOO_LARGE, "The request body is larger than the limit of %zu bytes.", limit);
}

static int too_slow(size_t came, struct error *err) {
    error_set(err, ERR_REQUEST, "The request body came too slowly: %zu bytes until now.", came);
    err->status = 408;
    err->code = "request_timeout";
    return -1;
}

static bool is_late(const struct body_pace *pace) {
    int64_t allowed = pace->rules->seconds * INT64_C(1000) + (int64_t)pace->came * 1000 / BODY_RATE;
    return clock_mono_ms() - pace->start > allowed;
}

int body_pace_start(struct body_pace *pace, const struct request *request, const struct body_rules *rules,
                    struct error *err) {
    *pace = (struct body_pace){request->source, rules, body_announced(request), clock_mono_ms(), 0};
    if (pace->announced == BODY_MALFORMED)
        return error_set(err, ERR_REQUEST, "The Content-Length is not a number.");
    if (pace->announced > 0 && (uint64_t)pace->announced > rules->limit)
        return body_too_large(rules->limit, err);
    pace->source->limit(pace->source->arg, rules->seconds);
    return 0;
}

long body_pace_read(struct body_pace *pace, char *at, size_t room, struct error *err) {
    long n = pace->source->read(pace->source->arg, at, room);
    if (n == READ_LATE || (n > 0 && is_late(pace)))
        return too_slow(pace->came, err);
    if (n < 0 || (n == 0 && (int64_t)pace->came < pace->announced))
        return error_set(err, ERR_REQUEST, "The request body broke off after %zu bytes.", pace->came);
    pace->came += (size_t)n;
    return pace->came > pace->rules->limit ? body_too_large(pace->rules->limit, err) : n;
}
