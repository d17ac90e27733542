#ifndef LOAD_HISTOGRAM_H
#define LOAD_HISTOGRAM_H

#include <stdint.h>

/* How often which duration was seen: any number of values in constant memory, kept to within 2 %. */
#define HISTOGRAM_SUB 128
#define HISTOGRAM_SLOTS (HISTOGRAM_SUB * 40)

struct histogram {
    uint64_t count, max;
    uint64_t slots[HISTOGRAM_SLOTS];
};

void histogram_add(struct histogram *histogram, uint64_t value);

/* The value that so many per cent of all values do not pass; 0 without values. */
uint64_t histogram_percentile(const struct histogram *histogram, double percent);

#endif
