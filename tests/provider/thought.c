/* The text of a reasoning and its signature. */
#include "thought.h"

#include <stdint.h>

/* FNV-1a: nobody attacks a test. */
#define OFFSET UINT64_C(0xcbf29ce484222325)
#define PRIME  UINT64_C(0x100000001b3)

void thought_signature(const char *text, size_t len, struct buf *out) {
    uint64_t hash = OFFSET;
    for (size_t i = 0; i < len; i++)
        hash = (hash ^ (unsigned char)text[i]) * PRIME;
    buf_printf(out, "sig/%016llx+A==", (unsigned long long)hash);
}

void thought_word(unsigned i, struct buf *out) {
    buf_printf(out, i % 4 == 3 ? "thought%u:\"\\/\xc3\xa9<&>\n\" " : "thought%u ", i);
}
