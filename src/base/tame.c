/* Control characters of strangers. */
#include "base/tame.h"

#include <stdbool.h>

static bool is_long_control(const char *text) {
    return (unsigned char)text[0] == 0xc2 && (unsigned char)text[1] >= 0x80 && (unsigned char)text[1] < 0xa0;
}

void tame(char *text, size_t len) {
    for (size_t i = 0; i < len; i++)
        if ((unsigned char)text[i] < 0x20 || text[i] == 0x7f)
            text[i] = '?';
        else if (i + 1 < len && is_long_control(text + i))
            text[i] = text[i + 1] = '?';
}
