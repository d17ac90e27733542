/* An upload as a body to be sent. */
#include "front/upload_body.h"

#include <stdio.h>
#include <string.h>

#include "base/buf.h"
#include "base/secret.h"

#define RANDOM    16
#define HEAD_MOST ((size_t)1 << 20)

void upload_boundary(char boundary[UPLOAD_BOUNDARY]) {
    unsigned char random[RANDOM];
    char hex[2 * RANDOM + 1];
    secret_random(random, sizeof random);
    secret_hex(random, sizeof random, hex);
    snprintf(boundary, UPLOAD_BOUNDARY, "----aihub-%s", hex);
}

static void put_piece(struct upload_body *body, const char *at, int64_t from, int64_t len) {
    if (len == 0)
        return;
    body->piece[body->count++] = (struct upload_piece){at, from, len};
    body->length += len;
}

/* Returns whether it can be written: it may have been set by someone. */
static bool put_name(struct buf *head, const char *parameter, const char *text) {
    buf_printf(head, "; %s=\"", parameter);
    for (; *text; text++) {
        unsigned char c = (unsigned char)*text;
        if (c == '"' || c == '\r' || c == '\n')
            buf_printf(head, "%%%02X", c);
        else if (c == '\\')
            buf_puts(head, "\\\\");
        else if ((c < ' ' && c != '\t') || c == 0x7f)
            return false;
        else
            buf_putc(head, (char)c);
    }
    buf_putc(head, '"');
    return true;
}

static bool put_type(struct buf *head, const char *type) {
    for (const char *c = type; *c; c++)
        if ((unsigned char)*c < ' ' || *c == 0x7f)
            return false;
    buf_printf(head, "Content-Type: %s\r\n", type);
    return true;
}

static int put_part(struct upload_body *body, const struct upload_part *part, const char *boundary,
                    struct arena *arena, struct error *err) {
    struct buf head;
    buf_init(&head, HEAD_MOST);
    buf_printf(&head, "%s--%s\r\nContent-Disposition: form-data", body->count > 0 ? "\r\n" : "", boundary);
    bool good = put_name(&head, "name", part->name) &&
                (!part->filename || put_name(&head, "filename", part->filename));
    buf_puts(&head, "\r\n");
    good = good && (!part->type || put_type(&head, part->type));
    buf_puts(&head, "\r\n");
    if (good && !head.overflow) {
        put_piece(body, arena_strndup(arena, head.data, head.len), 0, (int64_t)head.len);
        if (part->filename)
            put_piece(body, NULL, part->from, part->len);
        else
            put_piece(body, part->text.at, 0, (int64_t)part->text.len);
    } else {
        error_param(err, ERR_REQUEST, part->name,
                    "A part's name or content type holds control characters, or is too long.");
        good = false;
    }
    buf_free(&head);
    return good ? 0 : -1;
}

int upload_body_init(struct upload_body *body, const struct upload *upload, const char *boundary,
                     struct arena *arena, struct error *err) {
    *body = (struct upload_body){.file = upload->file};
    body->piece = arena_alloc(arena, (2 * upload->count + 1) * sizeof *body->piece);
    const char *quote = strpbrk(boundary, "(),/:=? ") ? "\"" : ""; /* not all servers understand them */
    body->content_type = arena_printf(arena, "multipart/form-data; boundary=%s%s%s", quote, boundary, quote);
    for (size_t i = 0; i < upload->count; i++)
        if (put_part(body, &upload->part[i], boundary, arena, err) < 0)
            return -1;
    const char *end = arena_printf(arena, "%s--%s--\r\n", body->count > 0 ? "\r\n" : "", boundary);
    put_piece(body, end, 0, (int64_t)strlen(end));
    return 0;
}

int64_t upload_body_length(const struct upload_body *body) {
    return body->length;
}

/* Writes the bytes of a piece from an offset on, as many as there is room for. */
static long read_piece(const struct upload_body *body, const struct upload_piece *piece, int64_t offset,
                       char *out, size_t room) {
    uint64_t left = (uint64_t)(piece->len - offset);
    size_t n = left < room ? (size_t)left : room;
    if (!piece->at)
        return upload_spooled(body->file, piece->from + offset, out, n) < 0 ? -1 : (long)n;
    memcpy(out, piece->at + offset, n);
    return (long)n;
}

long upload_body_read(const struct upload_body *body, int64_t offset, char *out, size_t room) {
    size_t done = 0;
    for (size_t i = 0; i < body->count && done < room; i++) {
        const struct upload_piece *piece = &body->piece[i];
        if (offset < piece->len) {
            long n = read_piece(body, piece, offset, out + done, room - done);
            if (n < 0)
                return -1;
            done += (size_t)n;
            offset += n;
        }
        offset -= piece->len;
    }
    return (long)done;
}
