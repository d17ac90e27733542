#ifndef TESTS_FUZZ_H
#define TESTS_FUZZ_H

/* A fuzzer is one function. What must hold for any bytes, it checks. */
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

#define check(good) check_at((good), #good, __FILE__, __LINE__)

static inline void check_at(int good, const char *what, const char *file, int line) {
    if (good)
        return;
    fprintf(stderr, "%s:%d: not so: %s\n", file, line, what);
    abort();
}

#endif
