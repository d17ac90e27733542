/* Prompts that are kept, in files by user and day. */
#include "ledger/kept_prompts.h"

#include <errno.h>
#include <fcntl.h>
#include <inttypes.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/clock.h"
#include "base/wholefile.h"
#include "ledger/folder.h"

#define PATH_SIZE 4096
#define DATE_TEXT 11 /* of a time, "2026-11-21" and its end */
#define DAY       86400

static int failed(const char *what, const char *path, struct error *err) {
    return error_set(err, ERR_UNAVAILABLE, "ledger: cannot %s %s: %s", what, path, strerror(errno));
}

static void write_date(int64_t seconds, char date[CLOCK_TEXT]) {
    clock_write(seconds, date);
    date[DATE_TEXT - 1] = '\0';
}

/* ---- writing ------------------------------------------------------------------------ */

/* Makes the directories of a path below data_dir, which is there. */
static int make_directories(char *path, size_t from, struct error *err) {
    for (char *slash = strchr(path + from, '/'); slash; slash = strchr(slash + 1, '/')) {
        *slash = '\0';
        int rc = mkdir(path, 0700);
        bool made = rc == 0 || errno == EEXIST;
        if (!made)
            failed("make", path, err);
        *slash = '/';
        if (!made)
            return -1;
    }
    return 0;
}

static void write_path(const char *data_dir, uint64_t user, int64_t time, const char *call,
                       char path[PATH_SIZE]) {
    char date[CLOCK_TEXT];
    write_date(time, date);
    snprintf(path, PATH_SIZE, "%s/prompts/%" PRIu64 "/%s/%s.json", data_dir, user, date, call);
}

int kept_prompts_write(const char *data_dir, uint64_t user, int64_t time, const char *call, struct span text,
                       struct error *err) {
    char path[PATH_SIZE];
    write_path(data_dir, user, time, call, path);
    if (make_directories(path, strlen(data_dir) + 1, err) < 0)
        return -1;
    return wholefile_replace(path, text.at, text.len) < 0 ? failed("write", path, err) : 0;
}

/* ---- removing ------------------------------------------------------------------------- */

int kept_prompts_drop(const char *data_dir, uint64_t user, int64_t time, const char *call,
                      struct error *err) {
    char path[PATH_SIZE];
    write_path(data_dir, user, time, call, path);
    return unlink(path) < 0 && errno != ENOENT ? failed("remove", path, err) : 0;
}

/* The days of one user that are before a date. */
static void expire_days(int parent, const char *user, const char *date, struct folder_purge *purge) {
    DIR *dir = folder_open(parent, user);
    const char *day;
    while (dir && purge->left > 0 && (day = folder_next(dir)) != NULL)
        if (strcmp(day, date) < 0)
            folder_remove(dirfd(dir), day, 0, purge);
    if (dir)
        closedir(dir);
}

bool kept_prompts_expire(const char *data_dir, int64_t now, int days, int most, struct error *err) {
    struct folder_purge purge = {.left = most};
    char date[CLOCK_TEXT], path[PATH_SIZE];
    const char *user;
    write_date(now - (int64_t)days * DAY, date);
    snprintf(path, sizeof path, "%s/prompts", data_dir);
    DIR *dir = folder_open(AT_FDCWD, path);
    while (dir && purge.left > 0 && (user = folder_next(dir)) != NULL)
        expire_days(dirfd(dir), user, date, &purge);
    if (dir)
        closedir(dir);
    if (purge.why)
        error_set(err, ERR_UNAVAILABLE, "ledger: cannot remove kept prompts: %s", strerror(purge.why));
    return purge.left == 0;
}
