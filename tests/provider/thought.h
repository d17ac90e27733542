#ifndef PROVIDER_THOUGHT_H
#define PROVIDER_THOUGHT_H

#include <stddef.h>

#include "base/buf.h"

/* Adds the signature of a reasoning's text. It depends on every byte of the text and on nothing else, so
 * that a reasoning that comes back can be checked. It is valid base64 and has the characters "/+=", which
 * careless clients change. */
void thought_signature(const char *text, size_t len, struct buf *out);

/* Adds word i of a reasoning with the blank that follows it. Some words hold what JSON has to escape, or
 * may. */
void thought_word(unsigned i, struct buf *out);

#endif
