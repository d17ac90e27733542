/* The log of the requests. */
#include "request_log.h"

#include "hash.h"
#include "multipart.h"

#define LONGEST_BODY (1u << 20)
#define LONGEST_TEXT 200

static void put_span(struct span span, struct buf *line) {
    if (span.at)
        buf_quote(line, span.at, span.len);
    else
        buf_puts(line, "null");
}

/* One character for each byte, U+0000 to U+00FF. */
static void put_bytes(struct span bytes, struct buf *line) {
    buf_putc(line, '"');
    for (size_t i = 0; i < bytes.len; i++) {
        unsigned char byte = (unsigned char)bytes.at[i];
        if (byte < ' ' || byte > '~' || byte == '"' || byte == '\\')
            buf_printf(line, "\\u%04x", byte);
        else
            buf_putc(line, (char)byte);
    }
    buf_putc(line, '"');
}

static void put_sum(struct span bytes, struct buf *line) {
    char hex[HASH_HEX];
    buf_printf(line, ",\"sha256\":\"%s\"", hash_hex(bytes.at, bytes.len, hex));
}

static bool is_text(struct span bytes) {
    size_t at = 0, len = 1;
    while (at < bytes.len && len > 0)
        at += len = buf_utf8_length(bytes.at + at, bytes.len - at);
    return len > 0;
}

static void put_part(const struct part *part, struct buf *line) {
    buf_puts(line, "{\"name\":");
    put_span(part->name, line);
    buf_puts(line, ",\"filename\":");
    put_span(part->filename, line);
    buf_puts(line, ",\"type\":");
    put_span(part->type, line);
    buf_printf(line, ",\"length\":%zu", part->bytes.len);
    if (part->bytes.len <= LONGEST_TEXT && is_text(part->bytes)) {
        buf_puts(line, ",\"text\":");
        put_span(part->bytes, line);
    } else {
        put_sum(part->bytes, line);
    }
    buf_putc(line, '}');
}

static void put_form(const struct http_request *request, struct span type, struct buf *line) {
    struct multipart form = {0};
    struct error err = {0};
    if (request->body.len <= LONGEST_BODY)
        put_bytes(request->body, line);
    else
        buf_puts(line, "null");
    buf_printf(line, ",\"length\":%zu", request->body.len);
    put_sum(request->body, line);
    if (multipart_read(&form, type, request->body, &err) == 0) {
        buf_puts(line, ",\"parts\":[");
        for (size_t i = 0; i < form.count; i++) {
            buf_puts(line, i ? "," : "");
            put_part(&form.parts[i], line);
        }
        buf_putc(line, ']');
    }
    multipart_free(&form);
}

void request_log(FILE *log, uint64_t serial, const struct http_request *request) {
    struct buf line;
    struct span type = http_field(request, "content-type");
    if (!log)
        return;
    buf_init(&line, SIZE_MAX / 2);
    buf_printf(&line, "{\"serial\":%llu,\"method\":", (unsigned long long)serial);
    put_span(request->method, &line);
    buf_puts(&line, ",\"path\":");
    put_span(request->path, &line);
    buf_puts(&line, ",\"query\":");
    buf_quote(&line, request->query.at ? request->query.at : "", request->query.len);
    buf_puts(&line, ",\"fields\":{");
    for (size_t i = 0; i < request->field_count; i++) {
        buf_puts(&line, i ? "," : "");
        put_span(request->fields[i].name, &line);
        buf_putc(&line, ':');
        put_span(request->fields[i].value, &line);
    }
    buf_puts(&line, "},\"body\":");
    if (multipart_is(type))
        put_form(request, type, &line);
    else
        buf_quote(&line, request->body.at, request->body.len);
    fprintf(log, "%s}\n", line.data);
    buf_free(&line);
}
