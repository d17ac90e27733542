/* Images, sounds and documents within a request. */
#include "canon/media.h"

#include <string.h>
#include <strings.h>

#include "base/buf.h"

#define MIME_MOST  100
#define MAGIC_MOST MEDIA_MAGIC

static const char alphabet[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/* ---- base64 ------------------------------------------------------------------- */

static int value_of(char c) {
    if (c >= 'A' && c <= 'Z')
        return c - 'A';
    if (c >= 'a' && c <= 'z')
        return c - 'a' + 26;
    if (c >= '0' && c <= '9')
        return c - '0' + 52;
    if (c == '+' || c == '-')
        return 62;
    return c == '/' || c == '_' ? 63 : -1;
}

static bool is_blank(char c) {
    return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

/* Whether it is in the standard form already. */
static bool is_standard(struct span text) {
    size_t len = text.len;
    while (len > 0 && text.len - len < 2 && text.at[len - 1] == '=')
        len--;
    for (size_t i = 0; i < len; i++)
        if (value_of(text.at[i]) < 0 || text.at[i] == '-' || text.at[i] == '_')
            return false;
    return text.len % 4 == 0;
}

/* Puts it into the standard form; false if it is no base64. */
static bool standardise(struct arena *arena, struct span *text) {
    if (is_standard(*text))
        return text->len > 0;
    char *out = arena_alloc(arena, text->len + 4);
    size_t len = 0, i = 0;
    for (; i < text->len && text->at[i] != '='; i++) {
        int value = value_of(text->at[i]);
        if (value >= 0)
            out[len++] = alphabet[value];
        else if (!is_blank(text->at[i]))
            return false;
    }
    for (; i < text->len; i++)
        if (text->at[i] != '=' && !is_blank(text->at[i]))
            return false;
    if (len == 0 || len % 4 == 1)
        return false;
    while (len % 4)
        out[len++] = '=';
    *text = (struct span){out, len};
    return true;
}

static size_t decode(struct span text, unsigned char *out, size_t most) {
    uint32_t bits = 0;
    size_t len = 0;
    unsigned have = 0;
    for (size_t i = 0; i < text.len && text.at[i] != '=' && len < most; i++) {
        int value = value_of(text.at[i]);
        if (value < 0)
            break;
        bits = bits << 6 | (uint32_t)value;
        have += 6;
        if (have >= 8)
            out[len++] = (unsigned char)(bits >> (have -= 8));
    }
    return len;
}

struct span media_decode(const struct chat_media *media, struct arena *arena) {
    size_t most = media->data.len / 4 * 3;
    unsigned char *out = arena_alloc(arena, most + 1);
    return (struct span){(char *)out, decode(media->data, out, most)};
}

/* ---- types -------------------------------------------------------------------- */

/* What does not stand at the beginning is the kind of a RIFF file. */
static const struct {
    size_t at;
    const char *bytes;
    size_t len;
    const char *mime;
} magics[] = {
    {0, "\x89PNG\r\n\x1a\n", 8, "image/png"},
    {0, "\xff\xd8\xff", 3, "image/jpeg"},
    {0, "GIF8", 4, "image/gif"},
    {8, "WEBP", 4, "image/webp"},
    {0, "%PDF-", 5, "application/pdf"},
};

const char *media_magic(const void *bytes, size_t len) {
    for (size_t i = 0; i < sizeof magics / sizeof *magics; i++)
        if (magics[i].at + magics[i].len <= len &&
            memcmp((const char *)bytes + magics[i].at, magics[i].bytes, magics[i].len) == 0 &&
            (magics[i].at == 0 || memcmp(bytes, "RIFF", 4) == 0))
            return magics[i].mime;
    return NULL;
}

const char *media_sniff(struct span base64) {
    unsigned char head[MAGIC_MOST];
    return media_magic(head, decode(base64, head, sizeof head));
}

enum chat_media_kind media_kind(const char *mime, enum chat_media_kind otherwise) {
    if (!mime)
        return otherwise;
    return strncmp(mime, "image/", 6) == 0   ? MEDIA_IMAGE
           : strncmp(mime, "audio/", 6) == 0 ? MEDIA_AUDIO
                                             : MEDIA_FILE;
}

bool media_is_text(const char *mime) {
    static const char *const others[] = {"application/json", "application/xml", "application/x-yaml",
                                         "application/javascript", "application/x-javascript"};
    if (!mime)
        return false;
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        if (strcmp(mime, others[i]) == 0)
            return true;
    return strncmp(mime, "text/", 5) == 0;
}

const char *media_audio_format(const char *mime) {
    static const struct { const char *type, *format; } others[] = {{"mpeg", "mp3"}, {"x-wav", "wav"}};
    const char *slash = mime ? strchr(mime, '/') : NULL;
    for (size_t i = 0; slash && i < sizeof others / sizeof *others; i++)
        if (strcmp(slash + 1, others[i].type) == 0)
            return others[i].format;
    return slash ? slash + 1 : NULL;
}

static const char *lower(struct arena *arena, const char *text, size_t len) {
    char *copy = arena_strndup(arena, text, len);
    for (char *c = copy; *c; c++)
        *c = (char)(*c >= 'A' && *c <= 'Z' ? *c + 32 : *c);
    return copy;
}

static int take_data(struct chat_media *media, const struct json *value, struct span data, const char *mime,
                     struct arena *arena, struct error *err) {
    if (!standardise(arena, &data))
        return value_bad(value, "must be base64 data", err);
    const char *found = media_sniff(data);
    media->data = data;
    media->mime = found ? found : mime ? lower(arena, mime, strlen(mime)) : NULL;
    media->kind = media_kind(media->mime, media->kind);
    return 0;
}

int media_set_data(struct chat_media *media, const char *base64, const char *mime, struct arena *arena) {
    struct span data = {base64, strlen(base64)};
    const char *found = media_sniff(data);
    if (!found)
        found = mime;
    if (data.len == 0 ||
        (media_kind(found, MEDIA_FILE) == MEDIA_FILE && strcmp(found, "application/pdf") != 0))
        return -1;
    media->data = data;
    media->url = (struct span){0};
    media->mime = lower(arena, found, strlen(found));
    media->kind = media_kind(media->mime, media->kind);
    return 0;
}

int media_read_base64(struct chat_media *media, const struct json *value, const char *mime,
                      struct arena *arena, struct error *err) {
    if (value->type != SCAN_STRING)
        return value_bad(value, "must be a string", err);
    return take_data(media, value, chat_unquote(arena, value->text), mime, arena, err);
}

/* ---- URLs ---------------------------------------------------------------------- */

static bool begins(struct span text, const char *with) {
    size_t len = strlen(with);
    return text.len >= len && strncasecmp(text.at, with, len) == 0;
}

/* data:[type][;parameter]…;base64,DATA */
static int take_data_url(struct chat_media *media, const struct json *value, struct span url,
                         struct arena *arena, struct error *err) {
    static const char marker[] = ";base64";
    const char *comma = memchr(url.at, ',', url.len);
    size_t head = comma ? (size_t)(comma - url.at) : 0;
    if (!comma || head < 5 + sizeof marker - 1 ||
        strncasecmp(comma - (sizeof marker - 1), marker, sizeof marker - 1) != 0)
        return value_bad(value, "must be a data URL in base64", err);
    const char *type = url.at + 5;
    size_t len = 0;
    while (type[len] != ';' && len < MIME_MOST)
        len++;
    const char *mime = len > 0 && len < MIME_MOST ? arena_strndup(arena, type, len) : NULL;
    struct span data = {comma + 1, url.len - head - 1};
    return take_data(media, value, data, mime, arena, err);
}

int media_read_url(struct chat_media *media, const struct json *value, struct arena *arena,
                   struct error *err) {
    if (value->type != SCAN_STRING)
        return value_bad(value, "must be a string", err);
    struct span url = chat_unquote(arena, value->text);
    if (begins(url, "data:"))
        return take_data_url(media, value, url, arena, err);
    if (!begins(url, "https://") && !begins(url, "http://"))
        return value_bad(value, "must be a data, https or http URL", err);
    media->url = value->text;
    return 0;
}

struct span media_data_url(const struct chat_media *media, struct arena *arena) {
    struct buf url;
    buf_init(&url, BUF_MOST);
    buf_printf(&url, "data:%s;base64,", media->mime ? media->mime : "application/octet-stream");
    buf_add(&url, media->data.at, media->data.len);
    struct span quoted = chat_quote(arena, url.data, url.len);
    buf_free(&url);
    return quoted;
}
