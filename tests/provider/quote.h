#ifndef PROVIDER_QUOTE_H
#define PROVIDER_QUOTE_H

#include "base/buf.h"

/* Adds a text as a JSON string and frees it. */
void quote_text(struct buf *text, struct buf *json);

/* Adds a word as a JSON string, NULL as null. */
void quote_word(const char *word, struct buf *json);

/* Adds bytes as a JSON string in base64. */
void quote_base64(const void *bytes, size_t len, struct buf *json);

#endif
