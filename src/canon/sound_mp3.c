/* The length of an MP3 file: what its first frame says of all, or else its bytes at that frame's rate. */
#include <string.h>

#include "canon/sound.h"

#define WINDOW    4096 /* bytes in which the first frame must begin */
#define HEAD      4
#define RATE_MOST 512000 /* bits a second; a count of frames that makes more of it is none */

struct frame {
    uint64_t bits;    /* a second; 0: not said */
    uint64_t rate;    /* samples a second */
    uint64_t samples; /* of a frame */
    size_t len;       /* bytes */
    size_t side;      /* where the data begin: behind the head and the side information */
    uint32_t kind;    /* what is the same in all frames */
};

/* kbit/s by the index, in MPEG-1 and in the later ones, of Layer I, II and III. */
static const unsigned short rates[2][3][16] = {
    {{0, 32, 64, 96, 128, 160, 192, 224, 256, 288, 320, 352, 384, 416, 448},
     {0, 32, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320, 384},
     {0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320}},
    {{0, 32, 48, 56, 64, 80, 96, 112, 128, 144, 160, 176, 192, 224, 256},
     {0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160},
     {0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160}}};

/* The head of a frame (ISO 11172-3, 2.4.2.3). */
static bool read_frame(const unsigned char *bytes, struct frame *frame) {
    static const unsigned hertz[3] = {44100, 48000, 32000};
    uint32_t head = (uint32_t)sound_big(bytes, HEAD);
    unsigned version = head >> 19 & 3, code = head >> 17 & 3, index = head >> 12 & 15, hz = head >> 10 & 3;
    if (head >> 21 != 0x7FF || version == 1 || code == 0 || index == 0 || index == 15 || hz == 3)
        return false;
    unsigned layer = 4 - code, padding = head >> 9 & 1;
    bool later = version != 3, mono = (head >> 6 & 3) == 3;
    frame->kind = head & 0xFFFE0C00;
    frame->bits = rates[later][layer - 1][index] * UINT64_C(1000);
    frame->rate = hertz[hz] >> (version == 0 ? 2 : later);
    frame->samples = layer == 1 ? 384 : layer == 3 && later ? 576 : 1152;
    frame->len = layer == 1 ? (size_t)(12 * frame->bits / frame->rate + padding) * 4
                            : (size_t)(frame->samples / 8 * frame->bits / frame->rate) + padding;
    frame->side = HEAD + (later ? (mono ? 9 : 17) : (mono ? 17 : 32));
    return true;
}

/* A frame is one if another one of its kind follows it, or nothing does. */
static bool is_followed(const struct sound *sound, int64_t at, const struct frame *frame) {
    unsigned char bytes[HEAD];
    struct frame next;
    int64_t behind = at + (int64_t)frame->len;
    if (behind + HEAD > sound->size)
        return behind <= sound->size;
    return sound_get(sound, behind, bytes, HEAD) && read_frame(bytes, &next) && next.kind == frame->kind;
}

/* Returns where it is, -1: nowhere. */
static int64_t find_frame(const struct sound *sound, int64_t from, struct frame *frame) {
    unsigned char window[WINDOW];
    int64_t left = sound->size - from;
    size_t len = left > WINDOW ? WINDOW : left > 0 ? (size_t)left : 0;
    if (len < HEAD || !sound_get(sound, from, window, len))
        return -1;
    for (size_t i = 0; i + HEAD <= len; i++)
        if (window[i] == 0xFF && read_frame(window + i, frame) &&
            is_followed(sound, from + (int64_t)i, frame))
            return from + (int64_t)i;
    return -1;
}

/* How many frames there are, if the first one says so; 0: it does not. */
static uint64_t count_frames(const struct sound *sound, int64_t at, const struct frame *frame) {
    unsigned char mark[18];
    if (sound_get(sound, at + (int64_t)frame->side, mark, 12) &&
        (memcmp(mark, "Xing", 4) == 0 || memcmp(mark, "Info", 4) == 0) && (mark[7] & 1))
        return sound_big(mark + 8, 4);
    if (sound_get(sound, at + HEAD + 32, mark, sizeof mark) && memcmp(mark, "VBRI", 4) == 0)
        return sound_big(mark + 14, 4);
    return 0;
}

int64_t sound_mp3(const struct sound *sound, int64_t from) {
    struct frame frame;
    unsigned char tag[3];
    int64_t at = find_frame(sound, from, &frame);
    if (at < 0)
        return -1;
    uint64_t bytes = (uint64_t)(sound->size - at);
    if (bytes > 128 && sound_get(sound, sound->size - 128, tag, 3) && memcmp(tag, "TAG", 3) == 0)
        bytes -= 128;
    int64_t told = sound_time(count_frames(sound, at, &frame) * frame.samples, frame.rate);
    bool credible = told > 0 && bytes < (uint64_t)told * (RATE_MOST / 8) / 1000 + WINDOW;
    return credible ? told : sound_time(bytes * 8, frame.bits);
}
