/* Pictures and documents that come in base64. */
#include "media.h"

#include <sodium.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"

static const struct beginning {
    const char *type;
    size_t at;
    const char *bytes;
} beginnings[] = {
    {"image/jpeg", 0, "\xff\xd8\xff"}, {"image/png", 0, "\x89PNG\r\n\x1a\n"},
    {"image/gif", 0, "GIF8"},          {"image/webp", 0, "RIFF"},
    {"image/webp", 8, "WEBP"},         {"application/pdf", 0, "%PDF-"},
};

static bool begins_well(const char *type, const unsigned char *bytes, size_t len) {
    for (size_t i = 0; i < sizeof beginnings / sizeof *beginnings; i++) {
        const struct beginning *row = &beginnings[i];
        size_t wanted = strlen(row->bytes);
        if (strcmp(row->type, type) == 0 &&
            (len < row->at + wanted || memcmp(bytes + row->at, row->bytes, wanted) != 0))
            return false;
    }
    return true;
}

bool media_fits(const char *type, const char *base64, size_t len) {
    unsigned char *bytes = xmalloc(len + 1);
    size_t count = 0;
    bool good = sodium_base642bin(bytes, len + 1, base64, len, NULL, &count, NULL,
                                  sodium_base64_VARIANT_ORIGINAL) == 0 &&
                count > 0 && begins_well(type, bytes, count);
    free(bytes);
    return good;
}
