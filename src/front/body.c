/* A request's body as one piece: how much memory it takes, and what coding it may have. */
#include "front/body.h"

#include "front/coding.h"

#define READ_STEP 16384
#define READ_MOST 65536 /* at once, and on the account before it is there */

struct reading {
    struct body_pace pace;
    const struct body_rules *rules;
    struct body *body;
};

bool body_is_short(const struct request *request, size_t most) {
    int64_t length = body_announced(request);
    return !body_is_coded(request) && length >= 0 && (uint64_t)length <= most;
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

static int read_all(struct reading *in, struct error *err) {
    for (;;) {
        size_t room;
        char *at = make_room(in, &room, err);
        long n = at ? body_pace_read(&in->pace, at, room, err) : -1;
        if (n <= 0)
            return (int)n;
        buf_commit(&in->body->bytes, (size_t)n);
    }
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
    return rc == 0 && body->bytes.len > in->rules->limit ? body_too_large(in->rules->limit, err) : rc;
}

/* NULL in *coding: none. */
static int find_coding(const struct request *request, const struct coding **coding, struct error *err) {
    const char *name = request_header(request, "content-encoding");
    *coding = NULL;
    if (!body_is_coded(request))
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
    struct reading in = {.rules = rules, .body = body};
    const struct coding *coding;
    *body = (struct body){.memory = rules->memory};
    buf_init(&body->bytes, rules->limit + 1); /* the byte beyond the limit shows that there is too much */
    if (body_pace_start(&in.pace, request, rules, err) < 0 || find_coding(request, &coding, err) < 0)
        return -1;
    /* One more, so that the end is seen without growing. */
    buf_reserve(&body->bytes, (in.pace.announced > 0 ? (size_t)in.pace.announced : 0) + 1);
    if (read_all(&in, err) < 0)
        return -1;
    return coding ? decode(&in, coding, err) : 0;
}

void body_free(struct body *body) {
    buf_free(&body->bytes);
    if (body->taken)
        budget_give(body->memory, body->taken);
    body->taken = 0;
}
