#ifndef PROVIDER_WORDS_H
#define PROVIDER_WORDS_H

#include <stdbool.h>

/* Whether the words, each followed by a space, contain this one. */
bool words_have(const char *words, const char *word);

#endif
