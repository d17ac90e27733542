/* What the demo answers to requests other than chat: the right form, and nothing that a model has said. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "base/jsonwrite.h"
#include "base/mem.h"
#include "base/secret.h"
#include "upstream/demo.h"

#define DIMENSIONS      64
#define DIMENSIONS_MOST 4096
#define ITEMS_MOST      4096
#define ANSWER_MOST     ((size_t)256 << 20)
#define NOTE            "This is the offline demo of AI Hub: no model was asked."
#define MS_OF_A_BYTE    60 /* of speech */

enum { INPUT, PROMPT, DOCUMENTS, ENCODING, LENGTH, COUNT, MEMBERS };

struct asked {
    struct scan_want member[MEMBERS];
    int64_t bytes; /* of the request */
    struct buf out;
    const char *type;
};

static int64_t tokens(int64_t bytes) {
    return (bytes + 3) / 4;
}

static int64_t number(const struct scan_want *want, int64_t usual, int64_t most) {
    int64_t value;
    bool good = want->type == SCAN_NUMBER && scan_int(want->value, &value) && value > 0 && value <= most;
    return good ? value : usual;
}

/* Calls for a value, or for each element of a list of texts or lists. */
static int64_t each(const struct scan_want *want, struct json_writer *w,
                    void (*write)(struct asked *asked, struct json_writer *w, struct span item, int64_t i),
                    struct asked *asked) {
    struct span rest = want->value, item;
    enum scan_type type;
    int64_t count = 0;
    bool several = want->type == SCAN_ARRAY && scan_next(&rest, &item, &type) && type != SCAN_NUMBER;
    rest = want->value;
    if (!several && want->type != SCAN_NONE)
        write(asked, w, want->value, count++);
    while (several && count < ITEMS_MOST && scan_next(&rest, &item, &type))
        write(asked, w, item, count++);
    return count;
}

/* ---- embeddings --------------------------------------------------------------------- */

/* Numbers that follow from the text alone, so that equal texts are equal. */
static void make_vector(struct span text, float *vector, size_t count) {
    unsigned char hash[SECRET_HASH];
    secret_hash(text.at, text.len, hash);
    for (size_t i = 0; i < count; i++) {
        if (i && i % SECRET_HASH == 0)
            secret_hash((const char *)hash, sizeof hash, hash);
        vector[i] = ((float)hash[i % SECRET_HASH] - 127.5f) / 128;
    }
}

static void put_base64(struct json_writer *w, const float *vector, size_t count) {
    char *text = xmalloc(secret_base64_length(count * sizeof *vector));
    secret_base64(vector, count * sizeof *vector, text);
    json_member_text(w, "embedding", text);
    free(text);
}

static void write_vector(struct asked *asked, struct json_writer *w, struct span item, int64_t i) {
    float vector[DIMENSIONS_MOST];
    size_t count = (size_t)number(&asked->member[LENGTH], DIMENSIONS, DIMENSIONS_MOST);
    bool base64 =
        asked->member[ENCODING].type == SCAN_STRING && scan_equals(asked->member[ENCODING].value, "base64");
    make_vector(item, vector, count);
    json_open(w, '{');
    json_member_text(w, "object", "embedding");
    json_member_int(w, "index", i);
    if (base64) {
        put_base64(w, vector, count);
    } else {
        json_member_open(w, "embedding", '[');
        for (size_t k = 0; k < count; k++) {
            char text[32];
            snprintf(text, sizeof text, "%.9g", (double)vector[k]);
            json_put_raw(w, text);
        }
        json_close(w, ']');
    }
    json_close(w, '}');
}

static void write_usage(struct json_writer *w, const struct asked *asked) {
    json_member_open(w, "usage", '{');
    json_member_int(w, "prompt_tokens", tokens(asked->bytes));
    json_member_int(w, "total_tokens", tokens(asked->bytes));
    json_close(w, '}');
}

static void embed(struct asked *asked) {
    struct json_writer w = {.out = &asked->out};
    json_open(&w, '{');
    json_member_text(&w, "object", "list");
    json_member_text(&w, "model", "demo");
    json_member_open(&w, "data", '[');
    each(&asked->member[INPUT], &w, write_vector, asked);
    json_close(&w, ']');
    write_usage(&w, asked);
    json_close(&w, '}');
}

/* ---- moderation and reranking --------------------------------------------------------- */

static void write_verdict(struct asked *asked, struct json_writer *w, struct span item, int64_t i) {
    (void)asked, (void)item, (void)i;
    json_open(w, '{');
    json_member_bool(w, "flagged", false);
    json_member_raw(w, "categories", "{}");
    json_member_raw(w, "category_scores", "{}");
    json_close(w, '}');
}

static void moderate(struct asked *asked) {
    struct json_writer w = {.out = &asked->out};
    json_open(&w, '{');
    json_member_text(&w, "id", "modr-demo");
    json_member_text(&w, "model", "demo");
    json_member_open(&w, "results", '[');
    each(&asked->member[INPUT], &w, write_verdict, asked);
    json_close(&w, ']');
    json_close(&w, '}');
}

/* The order in which they came. */
static void write_rank(struct asked *asked, struct json_writer *w, struct span item, int64_t i) {
    char score[32];
    (void)asked, (void)item;
    snprintf(score, sizeof score, "%.6f", 1.0 / (double)(i + 1));
    json_open(w, '{');
    json_member_int(w, "index", i);
    json_member_raw(w, "relevance_score", score);
    json_close(w, '}');
}

static void rerank(struct asked *asked) {
    struct json_writer w = {.out = &asked->out};
    json_open(&w, '{');
    json_member_text(&w, "model", "demo");
    json_member_open(&w, "results", '[');
    each(&asked->member[DOCUMENTS], &w, write_rank, asked);
    json_close(&w, ']');
    write_usage(&w, asked);
    json_close(&w, '}');
}

/* ---- pictures and sounds ---------------------------------------------------------------- */

static void draw(struct asked *asked) {
    struct json_writer w = {.out = &asked->out};
    int64_t count = number(&asked->member[COUNT], 1, 10);
    struct buf picture;
    buf_init(&picture, 1 << 20);
    demo_picture(asked->member[PROMPT].value, &picture);
    char *text = xmalloc(secret_base64_length(picture.len));
    secret_base64(picture.data, picture.len, text);
    json_open(&w, '{');
    json_member_int(&w, "created", (int64_t)time(NULL));
    json_member_open(&w, "data", '[');
    for (int64_t i = 0; i < count; i++) {
        json_open(&w, '{');
        json_member_text(&w, "b64_json", text);
        json_member_text(&w, "revised_prompt", NOTE);
        json_close(&w, '}');
    }
    json_close(&w, ']');
    json_close(&w, '}');
    free(text);
    buf_free(&picture);
}

static void speak(struct asked *asked) {
    asked->type = "audio/wav";
    demo_sound((int64_t)asked->member[INPUT].value.len * MS_OF_A_BYTE, &asked->out);
}

static void transcribe(struct asked *asked) {
    struct json_writer w = {.out = &asked->out};
    json_open(&w, '{');
    json_member_text(&w, "text", NOTE);
    json_close(&w, '}');
}

/* ---- who answers what --------------------------------------------------------------------- */

static const struct {
    const char *path;
    void (*answer)(struct asked *asked);
} answers[] = {
    {"/embeddings", embed},
    {"/moderations", moderate},
    {"/rerank", rerank},
    {"/images/generations", draw},
    {"/images/edits", draw},
    {"/images/variations", draw},
    {"/audio/transcriptions", transcribe},
    {"/audio/translations", transcribe},
    {"/audio/speech", speak},
};

static int send(struct asked *asked, const struct upstream_sink *sink, struct error *err) {
    struct upstream_head head = {.status = 200, .length = -1};
    snprintf(head.content_type, sizeof head.content_type, "%s", asked->type);
    return sink->head(sink->arg, &head, err) < 0
               ? -1
               : sink->body(sink->arg, asked->out.data, asked->out.len, err);
}

int demo_task(const struct upstream_request *request, const struct upstream_sink *sink, struct error *err) {
    struct asked asked = {.member = {[INPUT] = {.name = "input"},
                                     [PROMPT] = {.name = "prompt"},
                                     [DOCUMENTS] = {.name = "documents"},
                                     [ENCODING] = {.name = "encoding_format"},
                                     [LENGTH] = {.name = "dimensions"},
                                     [COUNT] = {.name = "n"}},
                          .type = "application/json"};
    size_t i = 0, rows = sizeof answers / sizeof *answers;
    struct buf body;
    while (i < rows && strcmp(answers[i].path, request->url) != 0)
        i++;
    if (i == rows)
        return 1;
    demo_read_body(request, &body);
    scan_members((struct span){body.data, body.len}, asked.member, MEMBERS);
    asked.bytes = (int64_t)body.len;
    buf_init(&asked.out, ANSWER_MOST);
    answers[i].answer(&asked);
    int rc = send(&asked, sink, err);
    buf_free(&asked.out);
    buf_free(&body);
    return rc;
}
