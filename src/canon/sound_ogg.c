/* The length of an Ogg file: the time on its last page (RFC 3533). */
#include <string.h>

#include "canon/sound.h"

#define PAGE_HEAD 27
#define PAGE_MOST 65307 /* bytes of a page */
#define PACKET    40    /* of the first one, that are looked at */

/* Units of time a second, by the first packet; 0: not known. *skipped: of what stands before the sound. */
static uint64_t units(const unsigned char *packet, uint64_t *skipped) {
    *skipped = 0;
    if (memcmp(packet, "OpusHead", 8) == 0) { /* RFC 7845, 4: always at 48 kHz */
        *skipped = sound_little(packet + 10, 2);
        return 48000;
    }
    if (memcmp(packet, "\001vorbis", 7) == 0)
        return sound_little(packet + 12, 4);
    if (memcmp(packet, "\177FLAC", 5) == 0)
        return sound_big(packet + 27, 3) >> 4;
    if (memcmp(packet, "Speex   ", 8) == 0)
        return sound_little(packet + 36, 4);
    return 0;
}

/* The time on the last page of a stream of that number; -1: there is none. */
static int64_t last_time(const struct sound *sound, const unsigned char *serial) {
    static const unsigned char none[8] = {255, 255, 255, 255, 255, 255, 255, 255};
    unsigned char bytes[2048 + PAGE_HEAD];
    int64_t least = sound->size - PAGE_MOST, end = sound->size;
    while (end > 0 && end > least) {
        int64_t begin = end > 2048 ? end - 2048 : 0;
        int64_t left = sound->size - begin;
        size_t len = left > (int64_t)sizeof bytes ? sizeof bytes : (size_t)left;
        if (!sound_get(sound, begin, bytes, len))
            return -1;
        for (size_t i = len >= PAGE_HEAD ? len - PAGE_HEAD + 1 : 0; i > 0; i--) {
            const unsigned char *page = bytes + i - 1;
            if (memcmp(page, "OggS", 5) == 0 && memcmp(page + 14, serial, 4) == 0 &&
                memcmp(page + 6, none, 8) != 0)
                return (int64_t)(sound_little(page + 6, 8) & INT64_MAX);
        }
        end = begin;
    }
    return -1;
}

int64_t sound_ogg(const struct sound *sound) {
    unsigned char head[PAGE_HEAD], packet[PACKET];
    uint64_t skipped;
    if (!sound_get(sound, 0, head, sizeof head) ||
        !sound_get(sound, PAGE_HEAD + head[26], packet, sizeof packet))
        return -1;
    uint64_t rate = units(packet, &skipped);
    int64_t last = last_time(sound, head + 14);
    if (last < 0 || (uint64_t)last <= skipped)
        return -1;
    return sound_time((uint64_t)last - skipped, rate);
}
