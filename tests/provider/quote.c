/* Texts as JSON strings. */
#include "quote.h"

#include <sodium.h>
#include <string.h>

void quote_text(struct buf *text, struct buf *json) {
    buf_quote(json, text->data ? text->data : "", text->len);
    buf_free(text);
}

void quote_word(const char *word, struct buf *json) {
    if (word)
        buf_quote(json, word, strlen(word));
    else
        buf_puts(json, "null");
}

void quote_base64(const void *bytes, size_t len, struct buf *json) {
    size_t room = sodium_base64_ENCODED_LEN(len, sodium_base64_VARIANT_ORIGINAL);
    buf_putc(json, '"');
    char *text = buf_reserve(json, room);
    sodium_bin2base64(text, room, bytes, len, sodium_base64_VARIANT_ORIGINAL);
    buf_commit(json, room - 1); /* the NUL stays out */
    buf_putc(json, '"');
}
