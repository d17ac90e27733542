/*
 * Percentiles of durations. Values below HISTOGRAM_SUB have a slot each; above, each power of two
 * is divided into HISTOGRAM_SUB / 2 slots.
 */
#include "load_histogram.h"

#include <stddef.h>

#define HALF (HISTOGRAM_SUB / 2)

static size_t slot_of(uint64_t value) {
    unsigned shift = 0;
    while (value >> shift >= HISTOGRAM_SUB)
        shift++;
    size_t slot = (size_t)shift * HALF + (size_t)(value >> shift);
    return slot < HISTOGRAM_SLOTS ? slot : HISTOGRAM_SLOTS - 1;
}

/* The highest value of a slot. */
static uint64_t value_of(size_t slot) {
    if (slot < HISTOGRAM_SUB)
        return slot;
    unsigned shift = (unsigned)(slot / HALF) - 1;
    return ((uint64_t)(slot - (size_t)shift * HALF + 1) << shift) - 1;
}

void histogram_add(struct histogram *histogram, uint64_t value) {
    histogram->count++;
    histogram->slots[slot_of(value)]++;
    if (value > histogram->max)
        histogram->max = value;
}

uint64_t histogram_percentile(const struct histogram *histogram, double percent) {
    double wanted = (double)histogram->count * percent / 100;
    uint64_t seen = 0;
    for (size_t slot = 0; slot < HISTOGRAM_SLOTS; slot++) {
        seen += histogram->slots[slot];
        if (seen > 0 && (double)seen >= wanted)
            return value_of(slot) < histogram->max ? value_of(slot) : histogram->max;
    }
    return 0;
}
