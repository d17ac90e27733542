/* A request's body: how long, how slow, how much memory, and what coding it may have. */
#include "front/body.h"

#include <string.h>
#include <strings.h>

#include "base/clock.h"
#include "front/coding.h"

#define READ_STEP  16384
#define READ_MOST  65536 /* at once, and on the account before it is there */
#define NOT_SAID   -1
#define MALFORMED  -2
#define LENGTH_MAX INT64_C(100000000000000000) /* larger ones are not told apart */

struct reading {
    const struct request_source *source;
    const struct body_rules *rules;
    struct body *body;
    int64_t start; /* monotonic ms */
};

/* Content-Length: the number, at most LENGTH_MAX; or NOT_SAID, MALFORMED. */
static int64_t announced(const struct request *request) {
    const char *text = request_header(request, "content-length");
    int64_t length = 0;
    if (!text)
        return NOT_SAID;
    for (; *text; text++) {
        if (*text < '0' || *text > '9')
            return MALFORMED;
        if (length < LENGTH_MAX)
            length = length * 10 + (*text - '0');
    }
    return length;
}

static bool is_plain(const char *coding) {
    return !coding || strcasecmp(coding, "identity") == 0;
}

bool body_is_short(const struct request *request, size_t most) {
    int64_t length = announced(request);
    return is_plain(request_header(request, "content-encoding")) && length >= 0 && (uint64_t)length <= most;
}

static int too_large(size_t limit, struct error *err) {
    return error_set(err, ERR_TOO_LARGE, "The request body is larger than the limit of %zu bytes.", limit);
}

static int too_slow(size_t len, struct error *err) {
    error_set(err, ERR_REQUEST, "The request body came too slowly: %zu bytes until now.", len);
    err->status = 408;
    err->code = "request_timeout";
    return -1;
}

/* Puts so much memory of the buffer to the process's account. */
static int cover(struct reading *in, size_t have, struct error *err) {
    struct body *body = in->body;
    long more = (long)have - body->taken;
    if (have <= BODY_SMALL || more <= 0)
        return 0;
    if (budget_take(body->memory, more, in->rules->most_memory)) {
        body->taken += more;
        return 0;
    }
    error_set(err, ERR_UNAVAILABLE, "The hub has no memory left for large requests; try again.");
    err->retry_after = 1;
    return -1;
}

static bool is_late(const struct reading *in) {
    int64_t allowed = in->rules->seconds * INT64_C(1000) + (int64_t)in->body->bytes.len * 1000 / BODY_RATE;
    return clock_mono_ms() - in->start > allowed;
}

/* Where the next bytes go; NULL with err. */
static char *make_room(struct reading *in, size_t *room, struct error *err) {
    struct buf *bytes = &in->body->bytes;
    size_t most = in->rules->limit + 1 - bytes->len;
    *room = bytes->cap - bytes->len - 1;
    if (*room == 0)
        *room = READ_STEP;
    if (*room > most)
        *room = most;
    char *at = buf_reserve(bytes, *room);
    if (*room > READ_MOST)
        *room = READ_MOST;
    /* Not what was announced: who announces much and sends little takes nothing from others. */
    return cover(in, bytes->len + *room, err) < 0 ? NULL : at;
}

static int read_all(struct reading *in, int64_t length, struct error *err) {
    const struct request_source *source = in->source;
    struct buf *bytes = &in->body->bytes;
    while (bytes->len <= in->rules->limit) {
        size_t room;
        char *at = make_room(in, &room, err);
        if (!at)
            return -1;
        long n = source->read(source->arg, at, room);
        if (n == READ_LATE || (n > 0 && is_late(in)))
            return too_slow(bytes->len, err);
        if (n < 0 || (n == 0 && (int64_t)bytes->len < length))
            return error_set(err, ERR_REQUEST, "The request body broke off after %zu bytes.", bytes->len);
        if (n == 0)
            return 0;
        buf_commit(bytes, (size_t)n);
    }
    return too_large(in->rules->limit, err);
}

static int cover_decoded(void *arg, size_t have, struct error *err) {
    return cover(arg, have, err);
}

/* The coded bytes stay on the account until they are freed. */
static int decode(struct reading *in, const struct coding *coding, struct error *err) {
    struct body *body = in->body, coded = *body;
    struct coding_output out = {&body->bytes, cover_decoded, in};
    buf_init(&body->bytes, in->rules->limit + 1);
    body->taken = 0;
    int rc = coding->decode(coded.bytes.data, coded.bytes.len, &out, err);
    body_free(&coded);
    return rc == 0 && body->bytes.len > in->rules->limit ? too_large(in->rules->limit, err) : rc;
}

/* NULL in *coding: none. */
static int find_coding(const struct request *request, const struct coding **coding, struct error *err) {
    const char *name = request_header(request, "content-encoding");
    *coding = NULL;
    if (is_plain(name))
        return 0;
    *coding = coding_find(name);
    if (*coding)
        return 0;
    error_set(err, ERR_MEDIA_TYPE, "The content coding %.60s is not known: %s are.", name, coding_names);
    err->code = "unsupported_content_encoding";
    return -1;
}

int body_read(const struct request *request, const struct body_rules *rules, struct body *body,
              struct error *err) {
    struct reading in = {request->source, rules, body, clock_mono_ms()};
    const struct coding *coding;
    int64_t length = announced(request);
    *body = (struct body){.memory = rules->memory};
    buf_init(&body->bytes, rules->limit + 1); /* the byte beyond the limit shows that there is too much */
    if (length == MALFORMED)
        return error_set(err, ERR_REQUEST, "The Content-Length is not a number.");
    if (length > (int64_t)rules->limit)
        return too_large(rules->limit, err);
    if (find_coding(request, &coding, err) < 0)
        return -1;
    /* One more, so that the end is seen without growing. */
    buf_reserve(&body->bytes, (length > 0 ? (size_t)length : 0) + 1);
    request->source->limit(request->source->arg, rules->seconds);
    if (read_all(&in, length, err) < 0)
        return -1;
    return coding ? decode(&in, coding, err) : 0;
}

void body_free(struct body *body) {
    buf_free(&body->bytes);
    if (body->taken)
        budget_give(body->memory, body->taken);
    body->taken = 0;
}
