/* Reader of HTTP responses for the load generator; independent of the hub's own code on purpose. */
#include "load_response.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#define LINE_MAX_BYTES 65536

void response_init(struct response *response) {
    *response = (struct response){.keep_alive = true, .request_id = "-"};
    buf_init(&response->line, LINE_MAX_BYTES);
}

void response_free(struct response *response) {
    buf_free(&response->line);
}

void response_clear(struct response *response) {
    struct buf line = response->line;
    buf_clear(&line);
    *response = (struct response){.keep_alive = true, .request_id = "-", .line = line};
}

/* ---- lines ---- */

static enum response_state read_status(struct response *response, const char *line) {
    static const char version[] = "HTTP/1.1 ";
    if (strncmp(line, version, strlen(version)) != 0)
        return RESPONSE_BAD;
    response->status = (int)strtol(line + strlen(version), NULL, 10);
    return response->status >= 100 && response->status < 600 ? RESPONSE_FIELD : RESPONSE_BAD;
}

static void read_field(struct response *response, const char *name, const char *value) {
    if (strcasecmp(name, "content-length") == 0) {
        response->has_length = true;
        response->left = strtoull(value, NULL, 10);
    } else if (strcasecmp(name, "transfer-encoding") == 0) {
        response->chunked = strcasecmp(value, "chunked") == 0;
    } else if (strcasecmp(name, "connection") == 0) {
        response->keep_alive = strcasecmp(value, "close") != 0;
    } else if (strcasecmp(name, "content-type") == 0) {
        response->event_stream =
            strncasecmp(value, "text/event-stream", strlen("text/event-stream")) == 0;
    } else if (strcasecmp(name, "content-encoding") == 0) {
        response->coded = true;
    } else if (strcasecmp(name, "x-request-id") == 0) {
        snprintf(response->request_id, sizeof response->request_id, "%s", value);
    }
}

static enum response_state end_head(struct response *response) {
    if (response->status < 200) { /* 100 Continue and the like: the real one follows */
        response->status = 0;
        return RESPONSE_STATUS;
    }
    if (response->chunked)
        return RESPONSE_SIZE;
    return response->has_length && response->left == 0 ? RESPONSE_DONE : RESPONSE_BODY;
}

static enum response_state read_size(struct response *response, const char *line) {
    char *end;
    response->left = strtoull(line, &end, 16);
    if (end == line || (*end && *end != ';' && *end != ' '))
        return RESPONSE_BAD;
    return response->left > 0 ? RESPONSE_CHUNK : RESPONSE_TRAILER;
}

/* line: without its end, to be written into. Returns the state after it. */
static enum response_state read_line(struct response *response, char *line) {
    char *colon;
    switch (response->state) {
    case RESPONSE_STATUS: return read_status(response, line);
    case RESPONSE_FIELD:
        if (!*line)
            return end_head(response);
        if (!(colon = strchr(line, ':')))
            return RESPONSE_BAD;
        *colon++ = '\0';
        read_field(response, line, colon + strspn(colon, " \t"));
        return RESPONSE_FIELD;
    case RESPONSE_SIZE: return read_size(response, line);
    case RESPONSE_CHUNK_END: return *line ? RESPONSE_BAD : RESPONSE_SIZE;
    case RESPONSE_TRAILER: return *line ? RESPONSE_TRAILER : RESPONSE_DONE;
    default: return RESPONSE_BAD;
    }
}

/* Returns how many bytes were taken. */
static size_t feed_line(struct response *response, const char *bytes, size_t len) {
    const char *eol = memchr(bytes, '\n', len);
    size_t taken = eol ? (size_t)(eol - bytes) + 1 : len;
    buf_add(&response->line, bytes, taken);
    if (response->line.overflow)
        response->state = RESPONSE_BAD;
    if (!eol || response->state == RESPONSE_BAD)
        return taken;
    size_t end = response->line.len - 1;
    if (end > 0 && response->line.data[end - 1] == '\r')
        end--;
    response->line.data[end] = '\0';
    response->state = read_line(response, response->line.data);
    buf_clear(&response->line);
    return taken;
}

/* ---- bodies ---- */

static size_t feed_body(struct response *response, const char *bytes, size_t len, body_sink *sink,
                        void *arg) {
    bool until_close = response->state == RESPONSE_BODY && !response->has_length;
    if (!until_close && len > response->left)
        len = (size_t)response->left;
    sink(arg, bytes, len);
    if (until_close)
        return len;
    response->left -= len;
    if (response->left == 0)
        response->state = response->state == RESPONSE_BODY ? RESPONSE_DONE : RESPONSE_CHUNK_END;
    return len;
}

void response_feed(struct response *response, const char *bytes, size_t len, body_sink *sink,
                   void *arg) {
    while (len > 0 && response->state != RESPONSE_BAD) {
        size_t taken = len;
        if (response->state == RESPONSE_DONE)
            response->state = RESPONSE_BAD;
        else if (response->state <= RESPONSE_TRAILER)
            taken = feed_line(response, bytes, len);
        else
            taken = feed_body(response, bytes, len, sink, arg);
        bytes += taken;
        len -= taken;
    }
}

bool response_finish(struct response *response) {
    if (response->state == RESPONSE_BODY && !response->has_length)
        response->state = RESPONSE_DONE;
    response->keep_alive = false;
    return response->state == RESPONSE_DONE;
}
