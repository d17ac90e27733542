/* How many tokens a prompt may have, before a provider tells. */
#include "dialects/estimate.h"

#include <stddef.h>
#include <string.h>

#define BYTES_PER_TOKEN 4    /* of English text and JSON, on the average */
#define IMAGE_TOKENS    1500 /* of an image, and of what stands at a URL */
#define PDF_PER_TOKEN   40   /* bytes of base64, roughly */
#define BASE64_LEAST    1024
#define MEDIA_TYPE_MAX  100 /* bytes before the comma of a data URL */
#define BLANKS          " \t\r\n"

/* Whether all up to a string's closing quote is base64, and long enough to be a picture. Some write its "/"
 * with a backslash. */
static bool is_base64(const char *from, const char *close) {
    static const char letters[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/=-_\\";
    return close - from > BASE64_LEAST && from + strspn(from, letters) == close;
}

/* Where base64 may begin in a string, given from its opening to its closing quote: behind the comma of a data
 * URL. NULL: it is one that holds text. */
static const char *find_base64(const char *string, const char *close) {
    static const char scheme[] = "\"data:", text[] = "text", mark[] = ";base64";
    const size_t scheme_len = sizeof scheme - 1, mark_len = sizeof mark - 1;
    if (strncmp(string, scheme, scheme_len) != 0)
        return string + 1;
    const char *type = string + scheme_len, *comma = memchr(type, ',', (size_t)(close - type));
    if (!comma || comma - type < (ptrdiff_t)mark_len || comma - type >= MEDIA_TYPE_MAX)
        return NULL;
    bool readable = strncmp(type, text, sizeof text - 1) == 0;
    return memcmp(comma - mark_len, mark, mark_len) == 0 && !readable ? comma + 1 : NULL;
}

/* Behind the name "data": its value if that is a string, else NULL. */
static const char *data_string(const char *at, const char *end) {
    while (at < end && (*at == ':' || strchr(BLANKS, *at)))
        at++;
    return at < end && *at == '"' ? at : NULL;
}

/* Of base64 between quotes. A picture has the tokens of one, however fine; a PDF has more the longer it is.
 */
static int64_t data_tokens(const char *from, const char *close) {
    static const char pdf[] = "JVBERi0";
    bool document = strncmp(from, pdf, sizeof pdf - 1) == 0;
    return IMAGE_TOKENS + (document ? (close - from) / PDF_PER_TOKEN : 0);
}

/* Whether a string, at its opening quote, is the value of a member that tells where media are. */
static bool is_place(const char *begin, const char *string) {
    static const char *const names[] = {"\"url\"", "\"image_url\"", "\"file_url\"", "\"fileUri\"",
                                        "\"file_uri\""};
    size_t left = (size_t)(string - begin);
    while (left > 0 && strchr(BLANKS, begin[left - 1]))
        left--;
    if (left == 0 || begin[--left] != ':')
        return false;
    while (left > 0 && strchr(BLANKS, begin[left - 1]))
        left--;
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        size_t len = strlen(names[i]);
        if (left >= len && memcmp(begin + left - len, names[i], len) == 0)
            return true;
    }
    return false;
}

/* Of what a provider fetches by itself. */
static int64_t place_tokens(struct span json) {
    static const char mark[] = "\"http";
    const size_t mark_len = sizeof mark - 1;
    const char *at = json.at, *end = json.at + json.len;
    int64_t tokens = 0;
    for (; at && (at = memmem(at, (size_t)(end - at), mark, mark_len)) != NULL; at += mark_len)
        if (is_place(json.at, at))
            tokens += IMAGE_TOKENS;
    return tokens;
}

int64_t estimate_tokens(struct span json) {
    static const char mark[] = "\"data";
    const size_t mark_len = sizeof mark - 1;
    int64_t tokens = place_tokens(json);
    size_t bytes = json.len;
    const char *at = json.at, *end = json.at + json.len;
    while (at && (at = memmem(at, (size_t)(end - at), mark, mark_len)) != NULL) {
        const char *behind = at + mark_len, *string = NULL;
        if (behind < end && *behind == ':')
            string = at;
        else if (behind < end && *behind == '"')
            string = data_string(behind + 1, end);
        const char *close = string ? memchr(string + 1, '"', (size_t)(end - string - 1)) : NULL;
        const char *from = close ? find_base64(string, close) : NULL;
        if (from && is_base64(from, close)) {
            tokens += data_tokens(from, close);
            bytes -= (size_t)(close - string);
        }
        at = close ? close : behind;
    }
    return tokens + (int64_t)(bytes + BYTES_PER_TOKEN - 1) / BYTES_PER_TOKEN;
}
