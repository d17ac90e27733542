/* Writer of HTTP/1.1 answers: head, length or chunks, gzip, and the early end of a body. */
#include "reply.h"

#include <stdio.h>

static const char *reason(int status) {
    switch (status) {
    case 200:
        return "OK";
    case 307:
        return "Temporary Redirect";
    case 400:
        return "Bad Request";
    case 401:
        return "Unauthorized";
    case 404:
        return "Not Found";
    case 405:
        return "Method Not Allowed";
    case 429:
        return "Too Many Requests";
    case 500:
        return "Internal Server Error";
    case 502:
        return "Bad Gateway";
    case 503:
        return "Service Unavailable";
    default:
        return "Status";
    }
}

static void put_further_fields(struct reply *reply) {
    for (int i = 0; i < reply->headers; i++)
        buf_printf(reply->out, "X-Further-%d: %d\r\n", i, i);
    if (reply->big == 0)
        return;
    buf_puts(reply->out, "X-Big: ");
    for (int i = 0; i < reply->big; i++)
        buf_putc(reply->out, 'y');
    buf_puts(reply->out, "\r\n");
}

static void cut_head(struct reply *reply, size_t before) {
    if (reply->head_max < 0 || reply->head <= (size_t)reply->head_max)
        return;
    reply->head = (size_t)reply->head_max;
    reply->out->len = before + reply->head;
    reply->body_max = 0;
}

static void put_head(struct reply *reply, int status, const char *type, const char *fields,
                     const char *framing) {
    size_t before = reply->out->len;
    reply->status = status;
    buf_printf(reply->out, "HTTP/1.1 %d %s\r\nContent-Type: %s\r\n%s: " REQUEST_ID "\r\n%s%s%s%s", status,
               reason(status), type, reply->id_field, (unsigned long long)reply->serial, reply->own_fields,
               reply->compress ? "Content-Encoding: gzip\r\n" : "",
               reply->close ? "Connection: close\r\n" : "", fields);
    put_further_fields(reply);
    buf_printf(reply->out, "%s\r\n\r\n", framing);
    reply->head = reply->out->len - before;
    cut_head(reply, before);
}

/* Bytes as the peer gets them, after any coding. */
static void put_body(struct reply *reply, const char *bytes, size_t len) {
    if (reply->body_max >= 0 && len >= (size_t)reply->body_max - reply->body) {
        len = (size_t)reply->body_max - reply->body;
        reply->cut = true;
    }
    reply->body += len;
    if (len == 0) /* would be the last chunk */
        return;
    if (reply->chunked && reply->bad_chunk)
        buf_puts(reply->out, "many\r\n");
    else if (reply->chunked)
        buf_printf(reply->out, "%zx\r\n", len);
    buf_add(reply->out, bytes, len);
    if (reply->chunked)
        buf_puts(reply->out, "\r\n");
}

void reply_whole(struct reply *reply, int status, const char *type, const char *fields, const char *body,
                 size_t len) {
    struct buf coded;
    buf_init(&coded, SIZE_MAX / 2);
    if (reply->compress) {
        gzip_add(&reply->gzip, &coded, body, len);
        gzip_end(&reply->gzip, &coded);
        body = coded.data;
        len = coded.len;
    }
    char framing[48];
    snprintf(framing, sizeof framing, "Content-Length: %lld", (long long)len + reply->off);
    put_head(reply, status, type, fields, framing);
    put_body(reply, body, len);
    buf_free(&coded);
}

void reply_begin(struct reply *reply, int status, const char *type) {
    reply->chunked = true;
    put_head(reply, status, type, "", "Transfer-Encoding: chunked");
    reply->cut = reply->body_max == 0;
}

void reply_add(struct reply *reply, const char *bytes, size_t len) {
    if (!reply->compress) {
        put_body(reply, bytes, len);
        return;
    }
    struct buf coded;
    buf_init(&coded, SIZE_MAX / 2);
    gzip_add(&reply->gzip, &coded, bytes, len);
    put_body(reply, coded.data, coded.len);
    buf_free(&coded);
}

void reply_end(struct reply *reply) {
    if (reply->compress) {
        struct buf coded;
        buf_init(&coded, SIZE_MAX / 2);
        gzip_end(&reply->gzip, &coded);
        put_body(reply, coded.data, coded.len);
        buf_free(&coded);
    }
    if (!reply->cut)
        buf_puts(reply->out, "0\r\n\r\n");
}
