/* Images, sounds and documents as parts of Gemini's contents: read and written. */
#include <string.h>
#include <strings.h>

#include "canon/media.h"
#include "dialects/chat_gemini.h"
#include "dialects/read.h"
#include "dialects/write.h"

/* ---- types ---------------------------------------------------------------------- */

static bool begins(const char *text, const char *with) {
    return strncmp(text, with, strlen(with)) == 0;
}

static bool takes_inline(const char *mime) {
    return begins(mime, "image/") || begins(mime, "audio/") || begins(mime, "video/") ||
           strcmp(mime, "application/pdf") == 0 || media_is_text(mime);
}

/* What the end of a URL's path says of its type; NULL: nothing. */
static const char *guess_type(struct span url) {
    static const struct {
        const char *ending, *mime;
    } rows[] = {
        {"png", "image/png"},   {"jpg", "image/jpeg"},  {"jpeg", "image/jpeg"},     {"gif", "image/gif"},
        {"webp", "image/webp"}, {"heic", "image/heic"}, {"heif", "image/heif"},     {"mp3", "audio/mp3"},
        {"wav", "audio/wav"},   {"flac", "audio/flac"}, {"ogg", "audio/ogg"},       {"mp4", "video/mp4"},
        {"webm", "video/webm"}, {"mov", "video/mov"},   {"pdf", "application/pdf"}, {"txt", "text/plain"},
        {"html", "text/html"},  {"csv", "text/csv"},
    };
    const char *dot = NULL;
    size_t end = 1;
    for (; end + 1 < url.len && url.at[end] != '?' && url.at[end] != '#'; end++)
        if (url.at[end] == '.')
            dot = url.at + end + 1;
        else if (url.at[end] == '/')
            dot = NULL;
    size_t len = dot ? (size_t)(url.at + end - dot) : 0;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        if (strlen(rows[i].ending) == len && strncasecmp(rows[i].ending, dot, len) == 0)
            return rows[i].mime;
    return NULL;
}

/* ---- read ----------------------------------------------------------------------- */

enum { MEDIA_MIME, MEDIA_DATA, MEDIA_NAME, MEDIA__MAX };

int chat_gemini_read_inline(struct chat_request *q, const struct json *value, struct chat_blocks *into,
                            struct error *err) {
    static const char *const names[] = {
        [MEDIA_MIME] = "mimeType", [MEDIA_DATA] = "data", [MEDIA_NAME] = "displayName", [MEDIA__MAX] = NULL};
    struct chat_media *media = &chat_add_block(q->arena, into, CHAT_MEDIA)->media;
    struct json found[MEDIA__MAX];
    const char *mime;
    media->kind = MEDIA_FILE;
    media->place = chat_gemini_param(q, value);
    if (chat_gemini_members(q, value, names, found, err) < 0 ||
        read_name(q, &found[MEDIA_MIME], &mime, err) < 0 ||
        read_string(&found[MEDIA_NAME], &media->title, err) < 0)
        return -1;
    if (found[MEDIA_DATA].type == SCAN_NONE)
        return read_missing(value, "data", err);
    if (media_read_base64(media, &found[MEDIA_DATA], mime, q->arena, err) < 0)
        return -1;
    if (media_is_text(media->mime)) {
        struct span text = media_decode(media, q->arena);
        media->plain = chat_quote(q->arena, text.at, text.len);
    }
    return 0;
}

/* What Google holds, no other provider can fetch: it is a file of a provider's. */
static bool is_googles(struct span uri) {
    static const char *const prefixes[] = {"\"gs://", "\"https://generativelanguage.googleapis.com/"};
    for (size_t i = 0; i < sizeof prefixes / sizeof *prefixes; i++)
        if (uri.len > strlen(prefixes[i]) && strncasecmp(uri.at, prefixes[i], strlen(prefixes[i])) == 0)
            return true;
    return false;
}

int chat_gemini_read_file(struct chat_request *q, const struct json *value, struct chat_blocks *into,
                          struct error *err) {
    static const char *const names[] = {[MEDIA_MIME] = "mimeType",
                                        [MEDIA_DATA] = "fileUri",
                                        [MEDIA_NAME] = "displayName",
                                        [MEDIA__MAX] = NULL};
    struct chat_media *media = &chat_add_block(q->arena, into, CHAT_MEDIA)->media;
    struct json found[MEDIA__MAX];
    const char *mime;
    media->place = chat_gemini_param(q, value);
    if (chat_gemini_members(q, value, names, found, err) < 0 ||
        read_name(q, &found[MEDIA_MIME], &mime, err) < 0 ||
        read_string(&found[MEDIA_NAME], &media->title, err) < 0)
        return -1;
    if (found[MEDIA_DATA].type == SCAN_NONE)
        return read_missing(value, "fileUri", err);
    if (found[MEDIA_DATA].type != SCAN_STRING)
        return value_bad(&found[MEDIA_DATA], "must be a string", err);
    media->mime = mime && *mime ? mime : guess_type(found[MEDIA_DATA].text);
    media->kind = media_kind(media->mime, MEDIA_FILE);
    if (!is_googles(found[MEDIA_DATA].text))
        return media_read_url(media, &found[MEDIA_DATA], q->arena, err);
    media->file = found[MEDIA_DATA].text;
    return 0;
}

/* ---- written -------------------------------------------------------------------- */

static void write_inline(struct json_writer *w, const struct chat_media *media) {
    json_member_open(w, "inlineData", '{');
    json_member_text(w, "mimeType", media->mime);
    json_key(w, "data");
    json_put_bytes(w, media->data.at, media->data.len);
    json_close(w, '}');
}

static void write_file(struct json_writer *w, const struct chat_media *media, struct span uri) {
    const char *mime = media->mime ? media->mime : guess_type(uri);
    json_member_open(w, "fileData", '{');
    if (mime)
        json_member_text(w, "mimeType", mime);
    json_member_put(w, "fileUri", uri);
    json_close(w, '}');
}

static void write_text(struct json_writer *w, struct span text) {
    json_open(w, '{');
    json_member_put(w, "text", text);
    json_close(w, '}');
}

void chat_gemini_write_media(struct chat_request *q, const struct chat_media *media, struct json_writer *w) {
    write_drop_detail(q, media);
    if (!chat_is_empty(media->title)) /* which has no member of its own */
        write_text(w, write_title(q->arena, media->title));
    json_open(w, '{');
    if (media->plain.at)
        json_member_put(w, "text", media->plain);
    else if (media->data.at && media->mime && takes_inline(media->mime))
        write_inline(w, media);
    else if (media->url.at)
        write_file(w, media, media->url);
    else if (media->file.at && is_googles(media->file))
        write_file(w, media, media->file);
    else
        json_member_put(w, "text", write_media_note(q, media));
    json_close(w, '}');
}
