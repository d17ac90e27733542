/* What the strings of checked JSON text stand for. */
#include <string.h>

#include "base/jsonscan.h"

static uint32_t read_hex(const char *at) {
    uint32_t code = 0;
    for (int i = 0; i < 4; i++) {
        uint32_t c = (unsigned char)at[i];
        code = code << 4 | (c <= '9' ? c - '0' : (c | 0x20) - 'a' + 10);
    }
    return code;
}

static size_t encode_utf8(uint32_t code, char out[4]) {
    if (code < 0x80) {
        out[0] = (char)code;
        return 1;
    }
    size_t len = code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
    for (size_t i = len - 1; i > 0; i--, code >>= 6)
        out[i] = (char)(0x80 | (code & 0x3f));
    out[0] = (char)(0xf00 >> len | code);
    return len;
}

static size_t escape_unit(const char *at, uint32_t *code) {
    static const char letters[] = "bfnrt", meanings[] = "\b\f\n\r\t";
    if (at[1] == 'u') {
        *code = read_hex(at + 2);
        return 6;
    }
    const char *letter = strchr(letters, at[1]);
    *code = (unsigned char)(letter ? meanings[letter - letters] : at[1]);
    return 2;
}

size_t scan_unit(const char *at, uint32_t *code) {
    unsigned char lead = (unsigned char)*at;
    if (lead == '\\')
        return escape_unit(at, code);
    size_t len = lead < 0x80 ? 1 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
    *code = len == 1 ? lead : lead & 0xffu >> (len + 1);
    for (size_t i = 1; i < len; i++)
        *code = *code << 6 | ((unsigned char)at[i] & 0x3f);
    return len;
}

/* Moves over an escape of a checked string, or over two that make a surrogate pair. Writes what
 * it stands for as UTF-8 and returns the length of that. */
static size_t unescape(const char **at, const char *end, char out[4]) {
    uint32_t code, low;
    *at += escape_unit(*at, &code);
    if (code >= 0xd800 && code < 0xdc00 && end - *at >= 6 && (*at)[0] == '\\' && (*at)[1] == 'u') {
        size_t len = escape_unit(*at, &low);
        if (low >= 0xdc00 && low < 0xe000) {
            code = 0x10000 + ((code - 0xd800) << 10) + (low - 0xdc00);
            *at += len;
        }
    }
    return encode_utf8(code >= 0xd800 && code < 0xe000 ? 0xfffd : code, out);
}

void scan_unquote(struct span string, struct buf *out) {
    const char *at = string.at + 1, *end = string.at + string.len - 1;
    while (at < end) {
        const char *escape = memchr(at, '\\', (size_t)(end - at));
        const char *stop = escape ? escape : end;
        buf_add(out, at, (size_t)(stop - at));
        at = stop;
        if (escape) {
            char bytes[4];
            size_t len = unescape(&at, end, bytes);
            buf_add(out, bytes, len);
        }
    }
}

bool scan_equals(struct span string, const char *text) {
    const char *at = string.at + 1, *end = string.at + string.len - 1;
    size_t plain = (size_t)(end - at);
    if (!memchr(at, '\\', plain))
        return strlen(text) == plain && memcmp(at, text, plain) == 0;
    while (at < end) {
        char bytes[4] = {*at};
        size_t len = 1;
        if (*at == '\\')
            len = unescape(&at, end, bytes);
        else
            at++;
        for (size_t i = 0; i < len; i++, text++)
            if (*text == '\0' || *text != bytes[i])
                return false;
    }
    return *text == '\0';
}

const char *scan_listed(struct span string, const char *const *list) {
    while (*list && !scan_equals(string, *list))
        list++;
    return *list;
}
