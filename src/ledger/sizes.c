/* The note of how long the files of the database are. */
#include "ledger/sizes.h"

#include <errno.h>
#include <inttypes.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define NOTE       "sizes"
#define NAME_WIDTH "31"
#define PATH_ROOM  (4096 + 128)

static int read_line(FILE *file, const char *const names[], size_t count, int64_t bytes[]) {
    char name[32];
    int64_t value;
    if (fscanf(file, "%" NAME_WIDTH "s %" SCNd64 "\n", name, &value) != 2 || value < 0)
        return -1;
    for (size_t i = 0; i < count; i++)
        if (strcmp(names[i], name) == 0) {
            bytes[i] = value;
            return 0;
        }
    return -1;
}

static int read_note(const char *home, const char *const names[], size_t count, int64_t bytes[],
                     struct error *err) {
    char path[PATH_ROOM];
    memset(bytes, 0, count * sizeof *bytes);
    snprintf(path, sizeof path, "%s/" NOTE, home);
    FILE *file = fopen(path, "re");
    if (!file && errno == ENOENT)
        return 0;
    size_t lines = 0;
    while (file && !feof(file) && read_line(file, names, count, bytes) == 0)
        lines++;
    bool good = file && feof(file) && lines > 0;
    if (file)
        fclose(file);
    return good ? 0
                : error_set(err, ERR_UNAVAILABLE,
                            "ledger: %.100s/" NOTE " is damaged: put back a copy of that directory", home);
}

int sizes_check(const char *home, const char *const names[], size_t count, int64_t bytes[],
                struct error *err) {
    if (read_note(home, names, count, bytes, err) < 0)
        return -1;
    for (size_t i = 0; i < count; i++) {
        char path[PATH_ROOM];
        struct stat st;
        snprintf(path, sizeof path, "%s/%s", home, names[i]);
        if (stat(path, &st) == 0 && st.st_size < bytes[i])
            return error_set(
                err, ERR_UNAVAILABLE,
                "ledger: %.100s/%s was cut short, to %lld bytes of at least %lld: put back a copy "
                "of that directory",
                home, names[i], (long long)st.st_size, (long long)bytes[i]);
    }
    return 0;
}

/* On the disk before it takes the place of the old one, which the death of the machine must not leave empty.
 */
static int write_note(const char *path, const char *const names[], size_t count, const int64_t bytes[]) {
    FILE *file = fopen(path, "we");
    if (!file)
        return -1;
    for (size_t i = 0; i < count; i++)
        fprintf(file, "%s %" PRId64 "\n", names[i], bytes[i]);
    bool written = fflush(file) == 0 && !ferror(file) && fdatasync(fileno(file)) == 0;
    return fclose(file) == 0 && written ? 0 : -1;
}

int sizes_note(const char *home, const char *const names[], size_t count, const int64_t bytes[]) {
    char path[PATH_ROOM], fresh[PATH_ROOM];
    snprintf(path, sizeof path, "%s/" NOTE, home);
    snprintf(fresh, sizeof fresh, "%s/" NOTE ".new", home);
    if (write_note(fresh, names, count, bytes) == 0 && rename(fresh, path) == 0)
        return 0;
    unlink(fresh);
    return -1;
}

int sizes_lower(const char *home, const char *const names[], size_t count, const char *name, int64_t bytes) {
    int64_t noted[64];
    struct error ignored = {0};
    if (count > sizeof noted / sizeof *noted || read_note(home, names, count, noted, &ignored) < 0)
        return -1;
    for (size_t i = 0; i < count; i++)
        if (strcmp(names[i], name) == 0 && noted[i] > bytes) {
            noted[i] = bytes;
            return sizes_note(home, names, count, noted);
        }
    return 0;
}
