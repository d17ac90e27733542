/* Lists of words in a string. */
#include "words.h"

#include <string.h>

bool words_have(const char *words, const char *word) {
    for (size_t len; *words; words += len + 1) {
        len = strcspn(words, " ");
        if (strlen(word) == len && memcmp(word, words, len) == 0)
            return true;
    }
    return false;
}
