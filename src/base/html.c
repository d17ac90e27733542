/* Texts in pages. */
#include "base/html.h"

#include <string.h>

static const char *escape_of(char c) {
    switch (c) {
    case '&':
        return "&amp;";
    case '<':
        return "&lt;";
    case '>':
        return "&gt;";
    case '"':
        return "&quot;";
    case '\'':
        return "&#39;";
    default:
        return NULL;
    }
}

void html_text(struct buf *out, const char *text) {
    const char *end = text + strlen(text);
    while (text < end) {
        const char *escape = escape_of(*text);
        size_t len = buf_utf8_length(text, (size_t)(end - text));
        if (escape)
            buf_puts(out, escape);
        else if (len)
            buf_add(out, text, len);
        else
            buf_puts(out, "\xef\xbf\xbd");
        text += len ? len : 1;
    }
}

static void fill_place(struct buf *out, const char *name, size_t len, const struct html_place *places) {
    for (; places->name; places++)
        if (strlen(places->name) == len && memcmp(places->name, name, len) == 0) {
            html_text(out, places->text);
            return;
        }
}

void html_fill(struct buf *out, const char *page, const struct html_place *places) {
    for (const char *place, *end; (place = strstr(page, "{{")) && (end = strstr(place, "}}"));
         page = end + 2) {
        buf_add(out, page, (size_t)(place - page));
        fill_place(out, place + 2, (size_t)(end - place - 2), places);
    }
    buf_puts(out, page);
}
