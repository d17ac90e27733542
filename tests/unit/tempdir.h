#ifndef TESTS_TEMPDIR_H
#define TESTS_TEMPDIR_H

/* A directory of its own for a test, under $TMPDIR. */
#include <ftw.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#define TEMPDIR_PATH 256

static inline void tempdir_make(char path[TEMPDIR_PATH]) {
    const char *base = getenv("TMPDIR");
    snprintf(path, TEMPDIR_PATH, "%s/aihub-test.XXXXXX", base ? base : "/tmp");
    if (!mkdtemp(path)) {
        perror(path);
        exit(99);
    }
}

static inline int tempdir_unlink(const char *path, const struct stat *st, int kind, struct FTW *where) {
    (void)st, (void)kind, (void)where;
    return remove(path);
}

static inline void tempdir_remove(const char *path) {
    nftw(path, tempdir_unlink, 16, FTW_DEPTH | FTW_PHYS);
}

#endif
