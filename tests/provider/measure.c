/* How much a text is. */
#include "measure.h"

unsigned measure_tokens(size_t bytes) {
    return (unsigned)((bytes + 3) / 4);
}

size_t measure_characters(const json_t *text) {
    const char *bytes = json_string_value(text);
    size_t count = 0;
    for (size_t i = 0; i < json_string_length(text); i++)
        count += ((unsigned char)bytes[i] & 0xc0) != 0x80;
    return count;
}
