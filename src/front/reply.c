/* A reply: status, headers, body, in this order. */
#include "front/reply.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define HEAD_MAX   16384
#define HEAD_USUAL 512

void reply_init(struct reply *reply, const struct reply_writer *writer) {
    *reply = (struct reply){.writer = writer};
    buf_init(&reply->head, HEAD_MAX);
    buf_init(&reply->always, HEAD_MAX / 4);
}

void reply_free(struct reply *reply) {
    buf_free(&reply->head);
    buf_free(&reply->always);
}

static void require(bool good) {
    if (!good)
        abort();
}

static const char *reason(int status) {
    static const struct {
        int status;
        const char *text;
    } reasons[] = {
        {200, "OK"},
        {204, "No Content"},
        {400, "Bad Request"},
        {401, "Unauthorized"},
        {402, "Payment Required"},
        {403, "Forbidden"},
        {404, "Not Found"},
        {405, "Method Not Allowed"},
        {408, "Request Timeout"},
        {409, "Conflict"},
        {413, "Content Too Large"},
        {414, "URI Too Long"},
        {415, "Unsupported Media Type"},
        {422, "Unprocessable Content"},
        {429, "Too Many Requests"},
        {500, "Internal Server Error"},
        {502, "Bad Gateway"},
        {503, "Service Unavailable"},
        {504, "Gateway Timeout"},
    };
    for (size_t i = 0; i < sizeof reasons / sizeof *reasons; i++)
        if (reasons[i].status == status)
            return reasons[i].text;
    return status < 400 ? "OK" : "Error";
}

void reply_begin(struct reply *reply, int status, const char *content_type) {
    require(reply->state == REPLY_FRESH);
    reply->state = REPLY_HEAD;
    reply->status = status;
    buf_reserve(&reply->head, HEAD_USUAL);
    buf_printf(&reply->head, "Status: %d %s\r\n", status, reason(status));
    if (content_type)
        reply_header(reply, "Content-Type", content_type);
    require(!reply->always.overflow);
    buf_add(&reply->head, reply->always.data, reply->always.len);
}

static void add_header(struct buf *head, const char *name, const char *value) {
    buf_puts(head, name);
    buf_puts(head, ": ");
    size_t start = head->len;
    buf_puts(head, value);
    for (size_t i = start; i < head->len; i++)
        if ((unsigned char)head->data[i] < 0x20 || head->data[i] == 0x7f)
            head->data[i] = ' ';
    buf_puts(head, "\r\n");
}

void reply_always(struct reply *reply, const char *name, const char *value) {
    require(reply->state == REPLY_FRESH);
    add_header(&reply->always, name, value);
}

void reply_header(struct reply *reply, const char *name, const char *value) {
    require(reply->state == REPLY_HEAD);
    add_header(&reply->head, name, value);
}

void reply_header_number(struct reply *reply, const char *name, long long value) {
    char text[24];
    snprintf(text, sizeof text, "%lld", value);
    reply_header(reply, name, text);
}

void reply_begin_events(struct reply *reply, const char *content_type) {
    reply_begin(reply, 200, content_type);
    reply_header(reply, "Cache-Control", "no-cache");
    reply_header(reply, "X-Accel-Buffering", "no"); /* nginx */
}

static int gone(struct error *err) {
    return error_set(err, ERR_GONE, "the client is gone");
}

static int send_head(struct reply *reply, struct error *err) {
    require(reply->state != REPLY_FRESH);
    if (reply->state == REPLY_BODY)
        return 0;
    reply->state = REPLY_BODY;
    buf_puts(&reply->head, "\r\n");
    require(!reply->head.overflow);
    return reply->writer->write(reply->writer->arg, reply->head.data, reply->head.len) < 0 ? gone(err) : 0;
}

int reply_write(struct reply *reply, const char *bytes, size_t len, struct error *err) {
    if (send_head(reply, err) < 0)
        return -1;
    if (reply->head_only)
        return 0;
    reply->sent += len;
    return len && reply->writer->write(reply->writer->arg, bytes, len) < 0 ? gone(err) : 0;
}

int reply_flush(struct reply *reply, struct error *err) {
    return reply->writer->flush(reply->writer->arg) < 0 ? gone(err) : 0;
}

int reply_finish(struct reply *reply, const char *bytes, size_t len, struct error *err) {
    reply_header_number(reply, "Content-Length", (long long)len);
    return reply_write(reply, bytes, len, err);
}

void reply_end(struct reply *reply) {
    reply->writer->end(reply->writer->arg);
}
