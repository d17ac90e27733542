/* Texts that people give to the ledger's things. */
#include "ledger/label.h"

#include <stdbool.h>
#include <string.h>

#include "ledger/ledger.h"

/* ASCII's, and those of Unicode that are two bytes in UTF-8: U+0080 to U+009F. */
static bool is_control(const unsigned char *c) {
    return *c < 0x20 || *c == 0x7f || (c[0] == 0xc2 && c[1] >= 0x80 && c[1] < 0xa0);
}

static bool has_controls(const char *text) {
    for (const unsigned char *c = (const unsigned char *)text; *c; c++)
        if (is_control(c))
            return true;
    return false;
}

int name_check(const char *name, struct error *err) {
    size_t len = strlen(name);
    if (len == 0 || len >= NAME_TEXT)
        return error_set(err, ERR_REQUEST, "a name has 1 to %d characters", NAME_TEXT - 1);
    if (has_controls(name) || strpbrk(name, "\"\\"))
        return error_set(err, ERR_REQUEST, "a name holds no control characters, quotes or backslashes");
    return 0;
}

int note_check(const char *note, struct error *err) {
    if (strlen(note) >= NOTE_TEXT)
        return error_set(err, ERR_REQUEST, "a note has at most %d characters", NOTE_TEXT - 1);
    return has_controls(note) ? error_set(err, ERR_REQUEST, "a note holds no control characters") : 0;
}
