/*
 * Reader of HTTP/1.1 requests. It knows no socket: bytes come in a buffer,
 * in pieces of any size.
 */
#include "http.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

bool span_is(struct span span, const char *text) {
    return span.len == strlen(text) && memcmp(span.at, text, span.len) == 0;
}

bool span_is_nocase(struct span span, const char *text) {
    return span.len == strlen(text) && strncasecmp(span.at, text, span.len) == 0;
}

struct span http_field(const struct http_request *request, const char *name) {
    for (size_t i = 0; i < request->field_count; i++)
        if (span_is_nocase(request->fields[i].name, name))
            return request->fields[i].value;
    return (struct span){0};
}

bool http_has_parameter(const struct http_request *request, const char *parameter) {
    const char *at = request->query.at, *end = at ? at + request->query.len : NULL;
    while (at && at < end) {
        const char *next = memchr(at, '&', (size_t)(end - at));
        if (span_is((struct span){at, (size_t)((next ? next : end) - at)}, parameter))
            return true;
        at = next ? next + 1 : NULL;
    }
    return false;
}

static int bad(struct error *err, const char *what) {
    return error_set(err, ERR_REQUEST, "%s", what);
}

/* "POST /path HTTP/1.1"; the query is not part of the path. */
static int read_line(struct http_request *request, struct span line, struct error *err) {
    const char *end = line.at + line.len;
    const char *path = memchr(line.at, ' ', line.len);
    const char *version = path ? memchr(path + 1, ' ', (size_t)(end - path - 1)) : NULL;
    if (!version || path == line.at || path[1] != '/')
        return bad(err, "Malformed request line.");
    if (!span_is((struct span){version + 1, (size_t)(end - version - 1)}, "HTTP/1.1"))
        return bad(err, "Only HTTP/1.1 is spoken here.");
    request->method = (struct span){line.at, (size_t)(path - line.at)};
    request->path = (struct span){path + 1, (size_t)(version - path - 1)};
    const char *query = memchr(request->path.at, '?', request->path.len);
    if (query) {
        request->query = (struct span){query + 1, (size_t)(version - query - 1)};
        request->path.len = (size_t)(query - request->path.at);
    }
    return 0;
}

static int read_field(struct http_request *request, struct span line, struct error *err) {
    const char *colon = memchr(line.at, ':', line.len);
    if (!colon || colon == line.at || memchr(line.at, ' ', (size_t)(colon - line.at)))
        return bad(err, "Malformed header field.");
    if (request->field_count == HTTP_MAX_FIELDS)
        return bad(err, "Too many header fields.");
    const char *at = colon + 1, *end = line.at + line.len;
    while (at < end && (*at == ' ' || *at == '\t'))
        at++;
    while (end > at && (end[-1] == ' ' || end[-1] == '\t'))
        end--;
    request->fields[request->field_count++] = (struct http_field){
        .name = {line.at, (size_t)(colon - line.at)},
        .value = {at, (size_t)(end - at)},
    };
    return 0;
}

static int read_number(struct span digits, int base, size_t *number) {
    static const char allowed[] = "0123456789abcdefABCDEF";
    char text[17] = "";
    if (digits.len == 0 || digits.len >= sizeof text)
        return -1;
    memcpy(text, digits.at, digits.len);
    if (strspn(text, base == 16 ? allowed : "0123456789") != digits.len)
        return -1;
    *number = strtoull(text, NULL, base);
    return *number > HTTP_MAX_BODY ? -1 : 0;
}

/* How the body is framed and what happens to the connection. */
static int read_framing(struct http_request *request, struct error *err) {
    struct span length = http_field(request, "content-length");
    struct span coding = http_field(request, "transfer-encoding");
    if (!http_field(request, "host").at)
        return bad(err, "There is no Host field.");
    if (length.at && coding.at)
        return bad(err, "Both Content-Length and Transfer-Encoding.");
    if (coding.at && !span_is_nocase(coding, "chunked"))
        return bad(err, "Unknown transfer coding.");
    if (length.at && read_number(length, 10, &request->length))
        return bad(err, "Content-Length is no number or too large.");
    request->chunked = coding.at != NULL;
    request->close = span_is_nocase(http_field(request, "connection"), "close");
    request->expect = span_is_nocase(http_field(request, "expect"), "100-continue");
    return 0;
}

static int read_head(struct http_request *request, const char *at, size_t len, struct error *err) {
    const char *end = at + len - 2; /* the blank line stays out */
    *request = (struct http_request){0};
    for (bool first = true; at < end; first = false) {
        const char *eol = memmem(at, (size_t)(end - at), "\r\n", 2);
        struct span line = {at, (size_t)(eol - at)};
        if (first ? read_line(request, line, err) : read_field(request, line, err))
            return -1;
        at = eol + 2;
    }
    return read_framing(request, err);
}

static int find_head(struct http_reader *reader, const struct buf *in, struct error *err) {
    size_t from = reader->scanned > 3 ? reader->scanned - 3 : 0;
    const char *end = in->len > from ? memmem(in->data + from, in->len - from, "\r\n\r\n", 4) : NULL;
    reader->scanned = in->len;
    if (end)
        reader->head = reader->raw = (size_t)(end - in->data) + 4;
    if (end ? reader->head > HTTP_MAX_HEAD : in->len > HTTP_MAX_HEAD)
        return bad(err, "The head of the request is too long.");
    return end != NULL;
}

/* Moves what is there of the current chunk behind the body's earlier bytes. */
static void take_chunk(struct http_reader *reader, struct buf *in) {
    size_t len = in->len - reader->raw;
    if (len > reader->left)
        len = reader->left;
    memmove(in->data + reader->head + reader->body, in->data + reader->raw, len);
    reader->body += len;
    reader->raw += len;
    reader->left -= len;
}

/* A chunk's size line, the empty line behind its data, or a line of the trailer. Returns 1 at the
 * end of the body. */
static int take_line(struct http_reader *reader, struct span line, struct error *err) {
    if (reader->last)
        return line.len == 0;
    if (reader->in_chunk) {
        reader->in_chunk = false;
        return line.len == 0 ? 0 : bad(err, "A chunk is longer than its size.");
    }
    const char *extension = memchr(line.at, ';', line.len);
    if (extension)
        line.len = (size_t)(extension - line.at);
    if (read_number(line, 16, &reader->left) || reader->body + reader->left > HTTP_MAX_BODY)
        return bad(err, "A chunk size is no number or too large.");
    reader->last = reader->left == 0;
    reader->in_chunk = !reader->last;
    return 0;
}

static int read_chunks(struct http_reader *reader, struct buf *in, struct error *err) {
    for (;;) {
        take_chunk(reader, in);
        if (reader->left > 0 || reader->raw == in->len)
            return 0;
        const char *at = in->data + reader->raw;
        const char *eol = memmem(at, in->len - reader->raw, "\r\n", 2);
        if (!eol)
            return 0;
        reader->raw += (size_t)(eol - at) + 2;
        int end = take_line(reader, (struct span){at, (size_t)(eol - at)}, err);
        if (end)
            return end;
    }
}

int http_read(struct http_reader *reader, struct buf *in, struct http_request *request, struct error *err) {
    if (reader->head == 0) {
        int found = find_head(reader, in, err);
        if (found <= 0)
            return found;
    }
    /* Read again each time, since the buffer may have moved. */
    if (read_head(request, in->data, reader->head, err))
        return -1;
    if (request->chunked) {
        int whole = read_chunks(reader, in, err);
        if (whole <= 0)
            return whole;
    } else {
        if (in->len - reader->head < request->length)
            return 0;
        reader->body = request->length;
        reader->raw = reader->head + request->length;
    }
    request->body = (struct span){in->data + reader->head, reader->body};
    return 1;
}

void http_consume(struct http_reader *reader, struct buf *in) {
    buf_consume(in, reader->raw);
    *reader = (struct http_reader){0};
}
