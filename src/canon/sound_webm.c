/* The length of a WebM or Matroska file (RFC 9559): what it says of itself, or the time of its last block, as
 * browsers that record do not say it. */
#include <string.h>

#include "canon/sound.h"

#define ELEMENTS_MOST 500000
#define USUAL_SCALE   1000000 /* nanoseconds of a unit of time */
#define TIME_MOST     (UINT64_C(1) << 40)

enum {
    SEGMENT = 0x18538067,
    INFO = 0x1549A966,
    SCALE = 0x2AD7B1,
    DURATION = 0x4489,
    CLUSTER = 0x1F43B675,
    CLUSTER_TIME = 0xE7,
    GROUP = 0xA0,
    BLOCK = 0xA1,
    SIMPLE_BLOCK = 0xA3,
};

struct element {
    uint32_t id;
    int64_t from; /* what is in it */
    uint64_t len;
    bool endless; /* of unknown length */
};

struct walk {
    const struct sound *sound;
    uint64_t scale, cluster, last; /* units of time */
};

/* A number whose first byte says how many there are (RFC 8794, 4); the mark stays in `marked`. */
static size_t read_number(const unsigned char *bytes, size_t len, uint64_t *marked, uint64_t *plain) {
    size_t size = 1;
    while (size <= 8 && !(bytes[0] & 0x80 >> (size - 1)))
        size++;
    if (size > 8 || size > len)
        return 0;
    *marked = sound_big(bytes, size);
    *plain = *marked & ((UINT64_C(1) << 7 * size) - 1);
    return size;
}

static bool read_element(const struct sound *sound, int64_t at, struct element *element) {
    unsigned char head[12];
    int64_t left = sound->size - at;
    size_t len = left > 12 ? 12 : left > 0 ? (size_t)left : 0;
    uint64_t id, size, ignored;
    if (len < 2 || !sound_get(sound, at, head, len))
        return false;
    size_t first = read_number(head, len, &id, &ignored);
    if (first == 0 || first > 4 || first == len)
        return false;
    size_t second = read_number(head + first, len - first, &ignored, &size);
    if (second == 0)
        return false;
    *element = (struct element){.id = (uint32_t)id,
                                .from = at + (int64_t)(first + second),
                                .len = size,
                                .endless = size == (UINT64_C(1) << 7 * second) - 1};
    return true;
}

static bool read_count(const struct sound *sound, const struct element *element, uint64_t *into) {
    unsigned char bytes[8];
    if (element->len == 0 || element->len > 8 ||
        !sound_get(sound, element->from, bytes, (size_t)element->len))
        return false;
    *into = sound_big(bytes, (size_t)element->len);
    return true;
}

/* Units of time; 0: it says none. */
static double read_duration(const struct sound *sound, const struct element *element) {
    unsigned char bytes[8];
    double wide = 0;
    float narrow = 0;
    if ((element->len != 4 && element->len != 8) ||
        !sound_get(sound, element->from, bytes, (size_t)element->len))
        return 0;
    uint64_t bits = sound_big(bytes, (size_t)element->len);
    uint32_t half = (uint32_t)bits;
    memcpy(&wide, &bits, sizeof wide);
    memcpy(&narrow, &half, sizeof narrow);
    double value = element->len == 8 ? wide : (double)narrow;
    return value > 0 && value < (double)TIME_MOST ? value : 0;
}

/* The time of a block counts from its cluster's, and stands behind the number of its track. */
static void read_block(struct walk *walk, const struct element *element) {
    unsigned char bytes[10];
    uint64_t track, ignored;
    size_t len = element->len < sizeof bytes ? (size_t)element->len : sizeof bytes;
    if (len < 4 || !sound_get(walk->sound, element->from, bytes, len))
        return;
    size_t size = read_number(bytes, len, &track, &ignored);
    if (size == 0 || size + 2 > len)
        return;
    int64_t time = (int64_t)walk->cluster + (int16_t)sound_big(bytes + size, 2);
    if (time > (int64_t)walk->last)
        walk->last = (uint64_t)time;
}

static bool is_entered(uint32_t id) {
    return id == SEGMENT || id == INFO || id == CLUSTER || id == GROUP;
}

static int64_t in_ms(double time, uint64_t scale) {
    double ms = time * (double)scale / 1e6;
    return ms >= 1 && ms < (double)TIME_MOST ? (int64_t)ms : -1;
}

/* What tells, in one element. Returns the length if that is it, else -1. */
static int64_t take(struct walk *walk, const struct element *element, double *said) {
    uint64_t time;
    if (element->id == SCALE && read_count(walk->sound, element, &time) && time > 0)
        walk->scale = time;
    else if (element->id == DURATION)
        *said = read_duration(walk->sound, element);
    else if (element->id == CLUSTER_TIME && read_count(walk->sound, element, &time) && time < TIME_MOST)
        walk->cluster = time;
    else if (element->id == BLOCK || element->id == SIMPLE_BLOCK)
        read_block(walk, element);
    return element->id == CLUSTER && *said > 0 ? in_ms(*said, walk->scale) : -1;
}

int64_t sound_webm(const struct sound *sound) {
    struct walk walk = {.sound = sound, .scale = USUAL_SCALE};
    struct element element;
    double said = 0;
    int64_t at = 0;
    for (int i = 0; read_element(sound, at, &element); i++) {
        if (i == ELEMENTS_MOST)
            return -1; /* more may come */
        int64_t length = take(&walk, &element, &said);
        if (length >= 0)
            return length;
        at = element.from;
        if (is_entered(element.id))
            continue;
        if (element.endless || element.len > (uint64_t)(sound->size - at))
            break;
        at += (int64_t)element.len;
    }
    return in_ms(said > 0 ? said : (double)walk.last, walk.scale);
}
