/* The length of an MP4 or M4A file: what its movie's head says, which may stand at the end (ISO 14496-12). */
#include <string.h>

#include "canon/sound.h"

#define BOXES_MOST 4096 /* that are passed over */

struct box {
    unsigned char type[4];
    int64_t from, end; /* what is in it */
};

/* The box at a place, which must end within the one around it. */
static bool read_box(const struct sound *sound, int64_t at, int64_t end, struct box *box) {
    unsigned char head[16];
    int64_t inside = 8;
    if (end - at < inside || !sound_get(sound, at, head, 8))
        return false;
    uint64_t size = sound_big(head, 4);
    if (size == 1) { /* it stands behind the type */
        inside = 16;
        if (end - at < inside || !sound_get(sound, at, head, 16))
            return false;
        size = sound_big(head + 8, 8);
    } else if (size == 0) /* up to the end */
        size = (uint64_t)(end - at);
    memcpy(box->type, head + 4, 4);
    box->from = at + inside;
    if (size < (uint64_t)inside)
        return false;
    box->end = size > (uint64_t)(end - at) ? end : at + (int64_t)size; /* a file may be cut off */
    return true;
}

static bool find_box(const struct sound *sound, int64_t from, int64_t end, const char *type,
                     struct box *box) {
    for (int i = 0; i < BOXES_MOST && read_box(sound, from, end, box); i++) {
        if (memcmp(box->type, type, 4) == 0)
            return true;
        from = box->end;
    }
    return false;
}

/* A file of fragments says it elsewhere, in the same units. */
static uint64_t fragments(const struct sound *sound, const struct box *movie) {
    unsigned char bytes[12];
    struct box extends, head;
    if (!find_box(sound, movie->from, movie->end, "mvex", &extends) ||
        !find_box(sound, extends.from, extends.end, "mehd", &head) || !sound_get(sound, head.from, bytes, 8))
        return 0;
    if (bytes[0] == 0)
        return sound_big(bytes + 4, 4);
    return sound_get(sound, head.from, bytes, 12) ? sound_big(bytes + 4, 8) : 0;
}

int64_t sound_mp4(const struct sound *sound) {
    unsigned char bytes[32];
    struct box movie, head;
    if (!find_box(sound, 0, sound->size, "moov", &movie) ||
        !find_box(sound, movie.from, movie.end, "mvhd", &head) || !sound_get(sound, head.from, bytes, 20))
        return -1;
    bool wide = bytes[0] == 1;
    if (wide && !sound_get(sound, head.from, bytes, 32))
        return -1;
    uint64_t rate = sound_big(bytes + (wide ? 20 : 12), 4);
    uint64_t length = wide ? sound_big(bytes + 24, 8) : sound_big(bytes + 16, 4);
    if (length == 0 || length == (wide ? UINT64_MAX : UINT32_MAX)) /* not known */
        length = fragments(sound, &movie);
    return sound_time(length, rate);
}
