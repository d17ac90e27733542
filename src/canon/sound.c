/* What kind of sound a file holds, and the formats that say their length in one place: WAV and FLAC. */
#include "canon/sound.h"

#include <string.h>

#define WORST_RATE 2000                  /* bytes a second: speech at 16 kbit/s */
#define TIME_MOST  (INT64_C(1000) << 30) /* milliseconds: 34 years */
#define STEPS_MOST 1000                  /* chunks that are passed over */
#define TAGS_MOST  8

/* Bits a second, beyond which a length is no longer believed: of what is compressed for the ear, and of
 * samples. */
#define LOSSY_MOST    1500000
#define LOSSLESS_MOST 16000000
#define AROUND_MOST   16384 /* bytes in a file that are no sound */

bool sound_get(const struct sound *sound, int64_t at, unsigned char *into, size_t len) {
    return at >= 0 && at <= sound->size && (uint64_t)(sound->size - at) >= len &&
           sound->read(sound->arg, at, into, len) == 0;
}

uint64_t sound_big(const unsigned char *bytes, size_t len) {
    uint64_t value = 0;
    for (size_t i = 0; i < len; i++)
        value = value << 8 | bytes[i];
    return value;
}

uint64_t sound_little(const unsigned char *bytes, size_t len) {
    uint64_t value = 0;
    for (size_t i = len; i > 0; i--)
        value = value << 8 | bytes[i - 1];
    return value;
}

int64_t sound_time(uint64_t units, uint64_t rate) {
    if (units == 0 || rate == 0 || units / rate >= (uint64_t)TIME_MOST / 1000)
        return -1;
    return (int64_t)(units / rate * 1000 + units % rate * 1000 / rate);
}

int64_t sound_longest(int64_t size) {
    return size / WORST_RATE * 1000 + (size % WORST_RATE * 1000 + WORST_RATE - 1) / WORST_RATE;
}

/* Of so many bytes: a head can say anything, and it is charged by. Returns what it told, or -1. */
static int64_t believe(int64_t told, int64_t bytes, uint64_t most) {
    if (told < 0 || (uint64_t)bytes > (uint64_t)told * (most / 8) / 1000 + AROUND_MOST)
        return -1;
    return told;
}

/* ---- WAV -------------------------------------------------------------------------- */

enum { WAV_PCM = 1, WAV_FLOAT = 3, WAV_EXTENSIBLE = 0xFFFE };

/* Of so many bytes in the format that the chunk "fmt " tells. Players go by samples where they have a fixed
 * size, else by bytes. */
static int64_t wav_time(const struct sound *sound, const unsigned char fmt[16], int64_t bytes) {
    uint64_t tag = sound_little(fmt, 2), rate = sound_little(fmt + 4, 4);
    uint64_t frame = sound_little(fmt + 2, 2) * sound_little(fmt + 14, 2) / 8;
    bool fixed = tag == WAV_PCM || tag == WAV_FLOAT || tag == WAV_EXTENSIBLE;
    if (fixed)
        return believe(sound_time((uint64_t)bytes, frame * rate), sound->size, LOSSLESS_MOST);
    return believe(sound_time((uint64_t)bytes, sound_little(fmt + 8, 4)), sound->size, LOSSY_MOST);
}

/* A sound that was still being made when its head was written has the size 0, or the most that there is. */
static int64_t wav_bytes(uint64_t said, int64_t left) {
    return said == 0 || said > (uint64_t)left ? left : (int64_t)said;
}

static int64_t wav(const struct sound *sound) {
    unsigned char head[8], fmt[16];
    bool known = false;
    int64_t at = 12;
    for (int i = 0; i < STEPS_MOST && sound_get(sound, at, head, 8); i++) {
        uint64_t size = sound_little(head + 4, 4);
        at += 8;
        if (memcmp(head, "data", 4) == 0)
            return known ? wav_time(sound, fmt, wav_bytes(size, sound->size - at)) : -1;
        if (memcmp(head, "fmt ", 4) == 0)
            known = sound_get(sound, at, fmt, sizeof fmt);
        at += (int64_t)(size + (size & 1));
    }
    return -1;
}

/* ---- FLAC ------------------------------------------------------------------------- */

/* Behind its mark stands the block STREAMINFO: 20 bits of rate, 3 of channels, 5 of depth, 36 of samples. It
 * does not get longer by being compressed. */
static int64_t flac(const struct sound *sound, int64_t from) {
    unsigned char info[18];
    if (!sound_get(sound, from + 8, info, sizeof info))
        return -1;
    uint64_t rate = sound_big(info + 10, 3) >> 4, form = sound_big(info + 12, 2);
    uint64_t most = rate * ((form >> 9 & 7) + 1) * ((form >> 4 & 31) + 1);
    int64_t told = sound_time(sound_big(info + 13, 5) & ((UINT64_C(1) << 36) - 1), rate);
    return believe(told, sound->size - from, most < LOSSLESS_MOST ? most : LOSSLESS_MOST);
}

/* ---- which of them ---------------------------------------------------------------- */

/* Behind ID3 tags; their sizes have seven bits in a byte. */
static int64_t skip_tags(const struct sound *sound) {
    unsigned char head[10];
    int64_t at = 0;
    for (int i = 0; i < TAGS_MOST && sound_get(sound, at, head, sizeof head); i++) {
        if (memcmp(head, "ID3", 3) != 0)
            break;
        at += 10 + ((int64_t)(head[6] & 127) << 21 | (head[7] & 127) << 14 | (head[8] & 127) << 7 |
                    (head[9] & 127));
        at += head[5] & 16 ? 10 : 0;
    }
    return at;
}

static bool is_mp4(const unsigned char type[4]) {
    static const char *const types[] = {"ftyp", "moov", "mdat", "free", "skip", "wide"};
    for (size_t i = 0; i < sizeof types / sizeof *types; i++)
        if (memcmp(type, types[i], 4) == 0)
            return true;
    return false;
}

int64_t sound_length(const struct sound *sound) {
    static const unsigned char webm[4] = {0x1A, 0x45, 0xDF, 0xA3};
    unsigned char head[12];
    int64_t from = skip_tags(sound);
    if (!sound_get(sound, from, head, sizeof head))
        return -1;
    if (memcmp(head, "fLaC", 4) == 0)
        return flac(sound, from);
    if (from == 0 && (memcmp(head, "RIFF", 4) == 0 || memcmp(head, "RF64", 4) == 0) &&
        memcmp(head + 8, "WAVE", 4) == 0)
        return wav(sound);
    if (from == 0 && memcmp(head, "OggS", 4) == 0)
        return believe(sound_ogg(sound), sound->size, LOSSY_MOST);
    if (from == 0 && memcmp(head, webm, 4) == 0)
        return believe(sound_webm(sound), sound->size, LOSSY_MOST);
    if (from == 0 && is_mp4(head + 4))
        return believe(sound_mp4(sound), sound->size, LOSSY_MOST);
    return sound_mp3(sound, from);
}
