/* Texts as JSON strings. */
#include "quote.h"

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
