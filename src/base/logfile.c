/* A log file: appended to by many processes, put aside when it is full, by one of them. */
#include "base/logfile.h"

#include <errno.h>
#include <fcntl.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <time.h>

#include "base/clock.h"

#define DAY_SECONDS 86400
#define SWEEP_MS    3600000
#define NAME_SIZE   (sizeof((struct logfile *)0)->path + 16)

static bool is_file(const struct logfile *file) {
    return file->path[0] != '\0' && strcmp(file->path, "-") != 0;
}

/* Puts fd in the place of the file's own, which keeps its number. Returns -1 if that could not be. */
static int replace_descriptor(struct logfile *file, int fd) {
    int own = file->fd, rc = 0;
    if (own > STDERR_FILENO) {
        rc = dup3(fd, own, O_CLOEXEC);
        if (fd > STDERR_FILENO)
            close(fd);
    } else {
        file->fd = fd;
    }
    return rc < 0 ? -1 : 0;
}

static void open_path(struct logfile *file, const char *path) {
    struct stat now = {0};
    /* O_NONBLOCK: a pipe without a reader does not stop the hub. */
    int fd = open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC | O_NOCTTY | O_NONBLOCK, 0600);
    if (fd >= 0)
        fstat(fd, &now);
    if (replace_descriptor(file, fd >= 0 ? fd : STDERR_FILENO) < 0)
        return; /* it is looked for again */
    file->device = now.st_dev;
    file->inode = now.st_ino;
}

void logfile_open(struct logfile *file, const char *path) {
    snprintf(file->path, sizeof file->path, "%s", path);
    if (strcmp(path, "-") == 0)
        replace_descriptor(file, STDERR_FILENO);
    else
        open_path(file, *path ? path : "/dev/null");
}

/* The one that would get the file. */
static int try_directory(const char *path) {
    const char *slash = strrchr(path, '/');
    char directory[sizeof((struct logfile *)0)->path] = ".";
    if (slash)
        snprintf(directory, sizeof directory, "%.*s/", (int)(slash - path), path);
    return faccessat(AT_FDCWD, directory, W_OK | X_OK, AT_EACCESS) < 0 ? errno : 0;
}

int logfile_try(const char *path) {
    if (!*path || strcmp(path, "-") == 0)
        return 0;
    if (strlen(path) >= sizeof((struct logfile *)0)->path)
        return ENAMETOOLONG;
    int fd = open(path, O_WRONLY | O_APPEND | O_CLOEXEC | O_NOCTTY | O_NONBLOCK);
    if (fd < 0)
        return errno == ENOENT ? try_directory(path) : errno;
    close(fd);
    return 0;
}

void logfile_write(struct logfile *file, const char *bytes, size_t len) {
    if (write(file->fd, bytes, len) < 0) {
        /* see the header */
    }
}

static const char *aside(const struct logfile *file, int number, char name[NAME_SIZE]) {
    snprintf(name, NAME_SIZE, "%s.%d", file->path, number);
    return name;
}

/* PATH.1 becomes PATH.2 and so on, as far as they are kept, and the file itself PATH.1. */
static void put_aside(const struct logfile *file, int keep) {
    char from[NAME_SIZE], to[NAME_SIZE];
    for (int i = keep > 0 ? keep : 1; unlink(aside(file, i, to)) == 0; i++)
        ;
    for (int i = keep - 1; i > 0; i--)
        rename(aside(file, i, from), aside(file, i + 1, to));
    if (keep > 0)
        rename(file->path, aside(file, 1, to));
    else
        unlink(file->path);
}

static bool is_day_old(int fd) {
    struct statx about;
    if (statx(fd, "", AT_EMPTY_PATH, STATX_BTIME, &about) < 0 || !(about.stx_mask & STATX_BTIME))
        return false;
    return clock_wall_ms() / 1000 - about.stx_btime.tv_sec >= DAY_SECONDS;
}

static bool is_due(const struct logfile *file, const struct stat *now, const struct logfile_rules *rules) {
    return (rules->max_bytes > 0 && now->st_size > rules->max_bytes) ||
           (rules->days > 0 && now->st_size > 0 && is_day_old(file->fd));
}

static bool is_ours(const struct logfile *file, const struct stat *now) {
    return now->st_ino == file->inode && now->st_dev == file->device;
}

/* Of all processes that see the file full only the first one with its lock puts it aside; the others find
 * another file at its path. */
static void rotate(struct logfile *file, const struct logfile_rules *rules) {
    struct stat now;
    int own = file->fd;
    if (flock(own, LOCK_EX | LOCK_NB) < 0)
        return;
    if (stat(file->path, &now) == 0 && is_ours(file, &now) && is_due(file, &now, rules)) {
        put_aside(file, rules->keep);
        open_path(file, file->path);
    }
    flock(own, LOCK_UN);
}

static void sweep(struct logfile *file, const struct logfile_rules *rules) {
    char name[NAME_SIZE];
    struct stat about;
    int64_t oldest = clock_wall_ms() / 1000 - (int64_t)rules->days * DAY_SECONDS;
    if (rules->days == 0 || clock_mono_ms() < file->next_sweep)
        return;
    file->next_sweep = clock_mono_ms() + SWEEP_MS;
    for (int i = 1; stat(aside(file, i, name), &about) == 0; i++)
        if (about.st_mtime < oldest)
            unlink(name);
}

void logfile_watch(struct logfile *file, const struct logfile_rules *rules) {
    struct stat now;
    if (!is_file(file))
        return;
    if (stat(file->path, &now) < 0 || !is_ours(file, &now))
        open_path(file, file->path);
    else if (is_due(file, &now, rules))
        rotate(file, rules);
    sweep(file, rules);
}
