/* Prompts that are kept, in files by user and day; and how what is kept of a user goes. */
#include "ledger/kept_prompts.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <inttypes.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/clock.h"

#define PATH_SIZE 4096
#define DATE_TEXT 11 /* of a time, "2026-11-21" and its end */
#define DAY       86400
#define DEPTH     2 /* directories below that of a user */

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

static int write_file(const char *path, struct span text, struct error *err) {
    size_t done = 0;
    int fd = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0600);
    if (fd < 0)
        return failed("make", path, err);
    ssize_t more = 0;
    while (done < text.len && (more = write(fd, text.at + done, text.len - done)) > 0)
        done += (size_t)more;
    int rc = done < text.len ? failed("write", path, err) : 0;
    close(fd);
    return rc;
}

int kept_prompts_write(const char *data_dir, uint64_t user, int64_t time, const char *call, struct span text,
                       struct error *err) {
    char date[CLOCK_TEXT], path[PATH_SIZE], part[PATH_SIZE + 8];
    write_date(time, date);
    snprintf(path, sizeof path, "%s/prompts/%" PRIu64 "/%s/%s.json", data_dir, user, date, call);
    snprintf(part, sizeof part, "%s.new", path);
    if (make_directories(path, strlen(data_dir) + 1, err) < 0)
        return -1;
    if (write_file(part, text, err) == 0 && rename(part, path) == 0)
        return 0;
    failed("write", path, err);
    unlink(part);
    return -1;
}

/* ---- removing ------------------------------------------------------------------------- */

static DIR *open_directory(int parent, const char *name) {
    int fd = openat(parent, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
    DIR *dir = fd < 0 ? NULL : fdopendir(fd);
    if (fd >= 0 && !dir)
        close(fd);
    return dir;
}

/* The next entry of a directory that is not the directory itself. */
static const char *next_name(DIR *dir) {
    const struct dirent *entry;
    while ((entry = readdir(dir)) != NULL)
        if (strcmp(entry->d_name, ".") != 0 && strcmp(entry->d_name, "..") != 0)
            return entry->d_name;
    return NULL;
}

/* Removes a directory with all that is in it, up to *left files. Returns whether it is gone. */
static bool remove_directory(int parent, const char *name, int depth, int *left) {
    DIR *dir = open_directory(parent, name);
    const char *entry;
    if (!dir)
        return errno == ENOENT;
    while (*left > 0 && (entry = next_name(dir)) != NULL) {
        --*left;
        if (unlinkat(dirfd(dir), entry, 0) < 0 && depth > 0)
            remove_directory(dirfd(dir), entry, depth - 1, left);
    }
    closedir(dir);
    return unlinkat(parent, name, AT_REMOVEDIR) == 0 || errno == ENOENT;
}

int kept_files_erase(const char *data_dir, const char *folder, uint64_t user, int most, struct error *err) {
    char path[PATH_SIZE];
    snprintf(path, sizeof path, "%s/%s/%" PRIu64, data_dir, folder, user);
    if (remove_directory(AT_FDCWD, path, DEPTH, &most))
        return 0;
    return most == 0 ? 1 : failed("remove", path, err);
}

/* The days of one user that are before a date. */
static void expire_days(int parent, const char *user, const char *date, int *left) {
    DIR *dir = open_directory(parent, user);
    const char *day;
    while (dir && *left > 0 && (day = next_name(dir)) != NULL)
        if (strcmp(day, date) < 0)
            remove_directory(dirfd(dir), day, 0, left);
    if (dir)
        closedir(dir);
}

bool kept_prompts_expire(const char *data_dir, int64_t now, int days, int most) {
    char date[CLOCK_TEXT], path[PATH_SIZE];
    const char *user;
    write_date(now - (int64_t)days * DAY, date);
    snprintf(path, sizeof path, "%s/prompts", data_dir);
    DIR *dir = open_directory(AT_FDCWD, path);
    while (dir && most > 0 && (user = next_name(dir)) != NULL)
        expire_days(dirfd(dir), user, date, &most);
    if (dir)
        closedir(dir);
    return most == 0;
}
