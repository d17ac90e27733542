/* The provider within the hub: offline, deterministic, plainly a demo. */
#include "upstream/demo.h"

#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#define QUOTE_MAX  400  /* bytes of the question that the answer repeats */
#define ANSWER_MAX 8192 /* the quote, escaped, in a few sentences */

struct demo {
    const struct upstream_request *request;
    const struct upstream_sink *sink;
    struct error *err;
    int gap_ms;
    struct buf question, answer;
    bool stream, usage;
    long created, prompt, output;
    int64_t limit; /* tokens, each a word here */
    const char *finish;
};

void demo_read_body(const struct upstream_request *request, struct buf *out) {
    buf_init(out, BUF_MOST);
    for (size_t i = 0; i < request->body_parts; i++)
        buf_add(out, request->body[i].at, request->body[i].len);
}

/* The last text in the messages is what the answer repeats. */
static void read_messages(struct demo *demo, struct span messages) {
    struct span message;
    enum scan_type type;
    while (scan_next(&messages, &message, &type)) {
        struct scan_want content = {.name = "content"};
        scan_members(message, &content, 1);
        demo->prompt += 3 + (long)(content.value.len + 3) / 4;
        if (content.type == SCAN_STRING) {
            buf_clear(&demo->question);
            scan_unquote(content.value, &demo->question);
        }
    }
}

static void read_limit(struct demo *demo, const struct scan_want *want) {
    int64_t limit;
    if (want->type == SCAN_NUMBER && scan_int(want->value, &limit) && limit > 0 && limit < demo->limit)
        demo->limit = limit;
}

static void read_request(struct demo *demo) {
    struct scan_want want[] = {{.name = "messages"},
                               {.name = "stream"},
                               {.name = "stream_options"},
                               {.name = "max_tokens"},
                               {.name = "max_completion_tokens"}};
    struct scan_want usage = {.name = "include_usage"};
    struct buf body;
    demo_read_body(demo->request, &body);
    scan_members((struct span){body.data, body.len}, want, sizeof want / sizeof *want);
    if (want[0].type == SCAN_ARRAY)
        read_messages(demo, want[0].value);
    demo->stream = want[1].type == SCAN_TRUE;
    if (want[2].type == SCAN_OBJECT)
        scan_members(want[2].value, &usage, 1);
    demo->usage = usage.type == SCAN_TRUE;
    read_limit(demo, &want[3]);
    read_limit(demo, &want[4]);
    buf_free(&body);
}

static void write_answer(struct demo *demo) {
    buf_puts(&demo->answer, "This is the offline demo of AI Hub: no model was asked.");
    if (demo->question.len) {
        size_t len = demo->question.len < QUOTE_MAX ? demo->question.len : QUOTE_MAX;
        buf_puts(&demo->answer, " You said: ");
        buf_add(&demo->answer, demo->question.data, len);
        if (len < demo->question.len)
            buf_puts(&demo->answer, " ...");
    }
    buf_puts(&demo->answer, " Name a provider and its key in aihub.json to get real answers.");
}

/* Waits a gap, or less if the client leaves or the hub ends. */
static int pause_gap(struct demo *demo) {
    const struct watch *watch = &demo->request->watch;
    struct pollfd fds[2] = {{.fd = watch->client_fd, .events = 0}, {.fd = watch->stop_fd, .events = POLLIN}};
    if (demo->sink->pause && demo->sink->pause(demo->sink->arg, demo->err) < 0)
        return -1;
    if (poll(fds, 2, demo->gap_ms) <= 0)
        return 0;
    if (fds[1].revents)
        return error_set(demo->err, ERR_UNAVAILABLE, "The hub is stopping.");
    if (!watch->client_gone || watch->client_gone(watch->arg))
        return error_set(demo->err, ERR_GONE, "the client is gone");
    return 0;
}

static void write_usage(const struct demo *demo, struct buf *out) {
    buf_printf(out, "\"usage\":{\"prompt_tokens\":%ld,\"completion_tokens\":%ld,\"total_tokens\":%ld}",
               demo->prompt, demo->output, demo->prompt + demo->output);
}

static void write_head(const struct demo *demo, struct buf *out, const char *object) {
    buf_printf(out,
               "{\"id\":\"chatcmpl-demo\",\"object\":\"%s\",\"created\":%ld,\"model\":\"demo\",\"choices\":",
               object, demo->created);
}

static int send_out(struct demo *demo, struct buf *out) {
    int rc = demo->sink->body(demo->sink->arg, out->data, out->len, demo->err);
    buf_clear(out);
    return rc;
}

static int send_chunk(struct demo *demo, struct buf *out, const char *word, size_t len, const char *finish) {
    buf_puts(out, "data: ");
    write_head(demo, out, "chat.completion.chunk");
    buf_puts(out, "[{\"index\":0,\"delta\":{");
    if (word) {
        buf_puts(out, demo->output == 0 ? "\"role\":\"assistant\",\"content\":" : "\"content\":");
        buf_quote(out, word, len);
    }
    buf_printf(out, "},\"finish_reason\":%s}]}\n\n", finish);
    return send_out(demo, out);
}

/* A word with the blanks before it. */
static size_t next_word(const char *at, const char *end) {
    const char *word = at;
    while (word < end && *word == ' ')
        word++;
    while (word < end && *word != ' ')
        word++;
    return (size_t)(word - at);
}

static int send_words(struct demo *demo, struct buf *out) {
    const char *end = demo->answer.data + demo->answer.len;
    for (const char *at = demo->answer.data; at < end;) {
        size_t len = next_word(at, end);
        if (demo->output == demo->limit) {
            demo->answer.len = (size_t)(at - demo->answer.data);
            demo->finish = "\"length\"";
            break;
        }
        if (demo->output > 0 && pause_gap(demo) < 0)
            return -1;
        if (demo->stream && send_chunk(demo, out, at, len, "null") < 0)
            return -1;
        demo->output++;
        at += len;
    }
    return 0;
}

static int send_stream_end(struct demo *demo, struct buf *out) {
    if (send_chunk(demo, out, NULL, 0, demo->finish) < 0)
        return -1;
    if (demo->usage) {
        buf_puts(out, "data: ");
        write_head(demo, out, "chat.completion.chunk");
        buf_puts(out, "[],");
        write_usage(demo, out);
        buf_puts(out, "}\n\n");
    }
    buf_puts(out, "data: [DONE]\n\n");
    return send_out(demo, out);
}

static int send_whole(struct demo *demo, struct buf *out) {
    write_head(demo, out, "chat.completion");
    buf_puts(out, "[{\"index\":0,\"message\":{\"role\":\"assistant\",\"content\":");
    buf_quote(out, demo->answer.data, demo->answer.len);
    buf_printf(out, "},\"finish_reason\":%s}],", demo->finish);
    write_usage(demo, out);
    buf_puts(out, "}\n");
    return send_out(demo, out);
}

static int answer(struct demo *demo) {
    struct upstream_head head = {.status = 200, .length = -1};
    struct buf out;
    snprintf(head.content_type, sizeof head.content_type, "%s",
             demo->stream ? "text/event-stream" : "application/json");
    buf_init(&out, 4 * ANSWER_MAX);
    int rc = demo->sink->head(demo->sink->arg, &head, demo->err);
    if (rc == 0)
        rc = send_words(demo, &out);
    if (rc == 0)
        rc = demo->stream ? send_stream_end(demo, &out) : send_whole(demo, &out);
    buf_free(&out);
    return rc;
}

int demo_call(const struct upstream_request *request, int gap_ms, const struct upstream_sink *sink,
              struct error *err) {
    struct demo demo = {.request = request,
                        .sink = sink,
                        .err = err,
                        .gap_ms = gap_ms,
                        .created = (long)time(NULL),
                        .limit = INT64_MAX,
                        .finish = "\"stop\""};
    int task = demo_task(request, sink, err);
    if (task != 1)
        return task;
    buf_init(&demo.question, BUF_MOST);
    buf_init(&demo.answer, ANSWER_MAX);
    read_request(&demo);
    write_answer(&demo);
    int rc = answer(&demo);
    buf_free(&demo.question);
    buf_free(&demo.answer);
    return rc;
}
