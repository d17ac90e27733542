#ifndef TESTS_FIXTURE_H
#define TESTS_FIXTURE_H

/* Fixtures: each directory below tests/fixtures/NAME is a case. */
#include <dirent.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/buf.h"

#define FIXTURE_PATH 512
#define FIXTURE_MAX  1000000 /* bytes of a file */

/* Reads a file of a case into text, which is made here. Returns whether it is there. */
static inline bool fixture_read(const char *dir, const char *name, struct buf *text) {
    char path[2 * FIXTURE_PATH];
    buf_init(text, FIXTURE_MAX);
    buf_puts(text, "");
    snprintf(path, sizeof path, "%s/%s", dir, name);
    FILE *file = fopen(path, "rb");
    if (!file)
        return false;
    buf_commit(text, fread(buf_reserve(text, FIXTURE_MAX), 1, FIXTURE_MAX, file));
    fclose(file);
    return true;
}

/* Visits the cases in the order of their names. Returns how many there are. */
static inline int fixture_each(const char *set, void (*visit)(const char *dir, const char *name)) {
    char root[FIXTURE_PATH], dir[2 * FIXTURE_PATH];
    const char *source = getenv("srcdir");
    struct dirent **entries;
    snprintf(root, sizeof root, "%s/tests/fixtures/%s", source ? source : ".", set);
    int count = scandir(root, &entries, NULL, alphasort), cases = 0;
    for (int i = 0; i < count; i++) {
        if (entries[i]->d_name[0] != '.') {
            snprintf(dir, sizeof dir, "%s/%s", root, entries[i]->d_name);
            visit(dir, entries[i]->d_name);
            cases++;
        }
        free(entries[i]);
    }
    if (count >= 0)
        free(entries);
    return cases;
}

#endif
