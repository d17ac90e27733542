/* Pictures and documents, in base64 and behind URLs. */
#include "media.h"

#include <sodium.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/mem.h"
#include "words.h"

static const struct beginning {
    const char *type;
    size_t at;
    const char *bytes;
} beginnings[] = {
    {"image/jpeg", 0, "\xff\xd8\xff"}, {"image/png", 0, "\x89PNG\r\n\x1a\n"},
    {"image/gif", 0, "GIF8"},          {"image/webp", 0, "RIFF"},
    {"image/webp", 8, "WEBP"},         {"application/pdf", 0, "%PDF-"},
};

bool media_begins(const char *type, const unsigned char *bytes, size_t len) {
    for (size_t i = 0; i < sizeof beginnings / sizeof *beginnings; i++) {
        const struct beginning *row = &beginnings[i];
        size_t wanted = strlen(row->bytes);
        if (strcmp(row->type, type) == 0 &&
            (len < row->at + wanted || memcmp(bytes + row->at, row->bytes, wanted) != 0))
            return false;
    }
    return true;
}

/* The bytes, to be freed; NULL if it is no base64. */
static unsigned char *decode(const char *base64, size_t len, bool lenient, size_t *count) {
    int variant = lenient ? sodium_base64_VARIANT_ORIGINAL_NO_PADDING : sodium_base64_VARIANT_ORIGINAL;
    unsigned char *bytes = xmalloc(len + 1);
    char *text = xmalloc(len + 1);
    bool padded = len > 0 && base64[len - 1] == '=', good = !(lenient && padded && len % 4 != 0);
    for (size_t i = 0; i < len; i++)
        text[i] = !lenient ? base64[i] : base64[i] == '-' ? '+' : base64[i] == '_' ? '/' : base64[i];
    for (int i = 0; lenient && i < 2 && len > 0 && text[len - 1] == '='; i++)
        len--;
    good = good && sodium_base642bin(bytes, len + 1, text, len, NULL, count, NULL, variant) == 0;
    free(text);
    if (good)
        return bytes;
    free(bytes);
    return NULL;
}

bool media_is_base64(const char *text, size_t len, bool lenient) {
    size_t count;
    unsigned char *bytes = decode(text, len, lenient, &count);
    free(bytes);
    return bytes != NULL;
}

bool media_fits(const char *type, const char *base64, size_t len, bool lenient) {
    size_t count = 0;
    unsigned char *bytes = decode(base64, len, lenient, &count);
    bool good = bytes && count > 0 && media_begins(type, bytes, count);
    free(bytes);
    return good;
}

bool media_is_data(const char *url, const char *types) {
    static const char scheme[] = "data:", mark[] = ";base64,";
    char type[64] = "";
    if (strncmp(url, scheme, strlen(scheme)) != 0)
        return false;
    url += strlen(scheme);
    size_t len = strcspn(url, ";,");
    const char *data = strstr(url, mark);
    if (!data || len >= sizeof type)
        return false;
    memcpy(type, url, len);
    if (types && !words_have(types, type))
        return false;
    data += strlen(mark);
    return media_fits(type, data, strlen(data), false);
}

bool media_is_web(const char *url) {
    static const char scheme[] = "https://";
    return strncasecmp(url, scheme, strlen(scheme)) == 0 && url[strlen(scheme)];
}
