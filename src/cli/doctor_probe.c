/* One question to the hub by way of the web server, and its answer with the times at which it came. */
#include "cli/doctor_probe.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/clock.h"
#include "base/mem.h"

#define ANSWER_MAX      (4u << 20) /* no probe asks for so much */
#define CONNECT_SECONDS 10
#define BODY_PART       65536
#define CHUNK           2000
#define CHUNK_MS        100

void doctor_copy(char *out, size_t size, const char *text, size_t len) {
    size_t n = 0;
    for (; n < len && n + 1 < size; n++)
        out[n] = text[n] >= ' ' && text[n] <= '~' ? text[n] : '?';
    out[n] = '\0';
}

/* A header's value, if the line has that name. */
static void take_value(const char *line, size_t len, const char *name, char *value, size_t size) {
    size_t n = strlen(name);
    if (len <= n || strncasecmp(line, name, n) != 0 || line[n] != ':')
        return;
    for (n++; n < len && (line[n] == ' ' || line[n] == '\t'); n++)
        ;
    doctor_copy(value, size, line + n, len - n);
}

static void take_line(void *arg, const char *line, size_t len) {
    struct doctor_answer *answer = arg;
    take_value(line, len, "location", answer->location, sizeof answer->location);
    take_value(line, len, "server", answer->server, sizeof answer->server);
    take_value(line, len, "x-ratelimit-remaining-requests", answer->remaining, sizeof answer->remaining);
}

static int take_head(void *arg, const struct upstream_head *head, struct error *err) {
    (void)err;
    struct doctor_answer *answer = arg;
    answer->status = head->status;
    snprintf(answer->type, sizeof answer->type, "%s", head->content_type);
    snprintf(answer->retry_after, sizeof answer->retry_after, "%s", head->retry_after);
    return 0;
}

static int take_body(void *arg, const char *bytes, size_t len, struct error *err) {
    struct doctor_answer *answer = arg;
    buf_add(&answer->body, bytes, len);
    if (answer->body.overflow)
        return error_set(err, ERR_UPSTREAM, "The answer is too long for one of the hub.");
    answer->pieces = xrealloc(answer->pieces, (answer->piece_count + 1) * sizeof *answer->pieces);
    answer->pieces[answer->piece_count++] = (struct doctor_piece){answer->body.len, clock_mono_ms()};
    return 0;
}

static void take_distrust(void *arg) {
    struct doctor_answer *answer = arg;
    answer->untrusted = true;
}

/* A body of so many bytes, of which only one part is in memory. */
static struct span *make_body(struct arena *arena, size_t size, size_t most, size_t *parts) {
    *parts = (size + most - 1) / most;
    struct span *body = arena_alloc(arena, (*parts + 1) * sizeof *body);
    char *part = arena_alloc(arena, most);
    memset(part, 'x', most);
    for (size_t i = 0; i < *parts; i++)
        body[i] = (struct span){part, i + 1 < *parts ? most : size - i * most};
    return body;
}

void doctor_ask(struct doctor_site *site, const struct doctor_ask *ask, struct doctor_answer *answer) {
    struct arena *arena = arena_new();
    const char *headers[3];
    size_t header_count = 0, parts = 0;
    *answer = (struct doctor_answer){0};
    buf_init(&answer->body, ANSWER_MAX);
    if (!ask->url)
        headers[header_count++] = arena_printf(arena, DOCTOR_HEADER ": %s", site->token);
    if (ask->header)
        headers[header_count++] = ask->header;
    if (ask->body)
        headers[header_count++] = "Content-Type: application/octet-stream";
    struct upstream_request request = {
        .method = ask->method ? ask->method : "GET",
        .url = ask->url ? ask->url : arena_printf(arena, "%s%s", site->url, ask->target),
        .headers = headers,
        .header_count = header_count,
        .body = make_body(arena, ask->body, ask->chunked ? CHUNK : BODY_PART, &parts),
        .chunked = ask->chunked,
        .part_pause = ask->chunked ? CHUNK_MS : 0,
        .peer = "web server",
        .connect_timeout = CONNECT_SECONDS,
        .total_timeout = ask->seconds,
        .watch = {.client_fd = -1, .stop_fd = -1},
    };
    request.body_parts = parts;
    struct upstream_sink sink = {
        .head = take_head, .body = take_body, .arg = answer, .line = take_line, .untrusted = take_distrust};
    int64_t started = clock_mono_ms();
    upstream_call(site->upstream, &request, &sink, &answer->err);
    answer->took = clock_mono_ms() - started;
    buf_puts(&answer->body, ""); /* so that it is a text, also an empty one */
    arena_free(arena);
}

void doctor_answer_free(struct doctor_answer *answer) {
    buf_free(&answer->body);
    free(answer->pieces);
}
