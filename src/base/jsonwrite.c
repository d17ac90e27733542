/* Writes JSON text. */
#include "base/jsonwrite.h"

#include <inttypes.h>
#include <string.h>

static void separate(struct json_writer *w) {
    if (w->more)
        buf_putc(w->out, ',');
    w->more = true;
}

void json_open(struct json_writer *w, char bracket) {
    separate(w);
    buf_putc(w->out, bracket);
    w->more = false;
}

void json_close(struct json_writer *w, char bracket) {
    buf_putc(w->out, bracket);
    w->more = true;
}

void json_key(struct json_writer *w, const char *name) {
    separate(w);
    buf_putc(w->out, '"');
    buf_puts(w->out, name);
    buf_add(w->out, "\":", 2);
    w->more = false;
}

void json_key_raw(struct json_writer *w, struct span name) {
    separate(w);
    buf_add(w->out, name.at, name.len);
    buf_putc(w->out, ':');
    w->more = false;
}

void json_key_bytes(struct json_writer *w, const char *bytes, size_t len) {
    separate(w);
    buf_quote(w->out, bytes, len);
    buf_putc(w->out, ':');
    w->more = false;
}

struct json_writer json_writer_on(struct buf *out) {
    return (struct json_writer){.out = out, .more = out->len > 0};
}

void json_put(struct json_writer *w, struct span json) {
    separate(w);
    buf_add(w->out, json.at, json.len);
}

/* Where a string ends that begins here. */
static const char *string_end(const char *at, const char *end) {
    for (at++; at < end && *at != '"'; at++)
        if (*at == '\\')
            at++;
    return at < end ? at + 1 : end;
}

void json_put_line(struct json_writer *w, struct span json) {
    const char *at = json.at, *end = json.at + json.len;
    separate(w);
    while (at < end) {
        const char *from = at;
        while (at < end && (unsigned char)*at > ' ')
            at = *at == '"' ? string_end(at, end) : at + 1;
        buf_add(w->out, from, (size_t)(at - from));
        at += at < end;
    }
}

void json_put_raw(struct json_writer *w, const char *json) {
    json_put(w, (struct span){json, strlen(json)});
}

void json_put_bytes(struct json_writer *w, const char *bytes, size_t len) {
    separate(w);
    buf_quote(w->out, bytes, len);
}

void json_put_inside(struct json_writer *w, const char *text, size_t len) {
    separate(w);
    buf_putc(w->out, '"');
    buf_add(w->out, text, len);
    buf_putc(w->out, '"');
}

void json_put_text(struct json_writer *w, const char *text) {
    if (text)
        json_put_bytes(w, text, strlen(text));
    else
        json_put_raw(w, "null");
}

void json_put_int(struct json_writer *w, int64_t number) {
    separate(w);
    buf_printf(w->out, "%" PRId64, number);
}

void json_put_bool(struct json_writer *w, bool value) {
    json_put_raw(w, value ? "true" : "false");
}

void json_member_open(struct json_writer *w, const char *name, char bracket) {
    json_key(w, name);
    json_open(w, bracket);
}

void json_member_put(struct json_writer *w, const char *name, struct span json) {
    json_key(w, name);
    json_put(w, json);
}

void json_member_raw(struct json_writer *w, const char *name, const char *json) {
    json_key(w, name);
    json_put_raw(w, json);
}

void json_member_text(struct json_writer *w, const char *name, const char *text) {
    json_key(w, name);
    json_put_text(w, text);
}

void json_member_format(struct json_writer *w, const char *name, const char *format, ...) {
    va_list args;
    va_start(args, format);
    json_key(w, name);
    separate(w);
    buf_putc(w->out, '"');
    buf_vprintf(w->out, format, args);
    buf_putc(w->out, '"');
    va_end(args);
}

void json_member_int(struct json_writer *w, const char *name, int64_t number) {
    json_key(w, name);
    json_put_int(w, number);
}

void json_member_bool(struct json_writer *w, const char *name, bool value) {
    json_key(w, name);
    json_put_bool(w, value);
}
