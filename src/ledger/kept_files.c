/* Pictures that clients get a link to, in files that nobody can guess. */
#include "ledger/kept_files.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/disk_free.h"
#include "base/filelock.h"
#include "base/mem.h"
#include "base/secret.h"
#include "canon/media.h"
#include "ledger/folder.h"

#define PATH_SIZE 4096
#define LOCK      ".lock"
#define LEDGER_MB 16 /* above the floor */
#define LOCK_MS   30000
#define DAY       86400
#define LIST_STEP 256
#define MB        (1 << 20)
#define STEP      (64 << 10) /* base64 that is decoded at a time, a multiple of four */

static int failed(const char *what, struct error *err) {
    return error_set(err, ERR_UNAVAILABLE, "The picture cannot be stored: %s: %s.", what, strerror(errno));
}

/* ---- names ------------------------------------------------------------------------------ */

static const struct {
    const char *end, *type;
} types[] = {{"png", "image/png"}, {"jpg", "image/jpeg"}, {"webp", "image/webp"}, {"gif", "image/gif"}};
#define TYPES (sizeof types / sizeof *types)

const char *kept_file_type(const char *name) {
    if (strspn(name, "0123456789abcdef") != KEPT_FILE_SECRET || name[KEPT_FILE_SECRET] != '.')
        return NULL;
    for (size_t i = 0; i < TYPES; i++)
        if (strcmp(name + KEPT_FILE_SECRET + 1, types[i].end) == 0)
            return types[i].type;
    return NULL;
}

static bool make_name(struct span base64, char name[KEPT_FILE_NAME]) {
    unsigned char random[KEPT_FILE_SECRET / 2];
    const char *type = media_sniff(base64);
    for (size_t i = 0; type && i < TYPES; i++) {
        if (strcmp(type, types[i].type) != 0)
            continue;
        secret_random(random, sizeof random);
        secret_hex(random, sizeof random, name);
        snprintf(name + KEPT_FILE_SECRET, KEPT_FILE_NAME - KEPT_FILE_SECRET, ".%s", types[i].end);
        return true;
    }
    return false;
}

/* ---- room --------------------------------------------------------------------------------- */

struct file {
    char *name;
    int64_t bytes;
    struct timespec time;
};

/* All there are, whatever they are called. */
struct list {
    struct file *file;
    size_t count;
    int64_t bytes;
};

static void add(struct list *list, const char *name, const struct stat *stat) {
    if (list->count % LIST_STEP == 0)
        list->file = xrealloc(list->file, (list->count + LIST_STEP) * sizeof *list->file);
    list->file[list->count++] = (struct file){xstrdup(name), stat->st_size, stat->st_mtim};
    list->bytes += stat->st_size;
}

static int older_first(const void *one, const void *other) {
    const struct file *a = one, *b = other;
    if (a->time.tv_sec != b->time.tv_sec)
        return a->time.tv_sec < b->time.tv_sec ? -1 : 1;
    return (a->time.tv_nsec > b->time.tv_nsec) - (a->time.tv_nsec < b->time.tv_nsec);
}

static int read_list(int directory, struct list *list) {
    DIR *dir = folder_open(directory, ".");
    const char *name;
    struct stat stat;
    if (!dir)
        return -1;
    while ((name = folder_next(dir)) != NULL)
        if (strcmp(name, LOCK) != 0 && fstatat(dirfd(dir), name, &stat, AT_SYMLINK_NOFOLLOW) == 0)
            add(list, name, &stat);
    closedir(dir);
    if (list->count > 0)
        qsort(list->file, list->count, sizeof *list->file, older_first);
    return 0;
}

static void free_list(struct list *list) {
    for (size_t i = 0; i < list->count; i++)
        free(list->file[i].name);
    free(list->file);
}

/* The ledger is on the same disk, and shall have something left to grow. */
static int64_t room_on_disk(const char *data_dir, const struct list *list, int64_t room, int floor_mb) {
    int64_t left = disk_free_mb(data_dir), there = list->bytes + (left - floor_mb - LEDGER_MB) * MB;
    return left < 0 || there > room ? room : there;
}

static int refuse_space(struct error *err) {
    error_set(err, ERR_UNAVAILABLE, "The picture cannot be stored: the disk is full.");
    err->code = "no_space";
    return -1;
}

/* The lock is held: nobody writes. */
static int make_room(const char *data_dir, int directory, int64_t wanted, int64_t most, int floor_mb,
                     struct error *err) {
    struct list list = {0};
    if (wanted > most)
        return error_set(err, ERR_UNAVAILABLE, "The picture cannot be stored: it is larger than file_mb.");
    if (read_list(directory, &list) < 0)
        return failed("the directory", err);
    int64_t room = room_on_disk(data_dir, &list, most, floor_mb);
    size_t left = list.count;
    for (size_t i = 0; i < list.count && wanted <= room; i++) {
        if (list.bytes + wanted <= room && left < KEPT_FILES_MOST)
            break;
        if (unlinkat(directory, list.file[i].name, 0) < 0)
            continue;
        list.bytes -= list.file[i].bytes;
        left--;
    }
    bool fits = list.bytes + wanted <= room && left < KEPT_FILES_MOST;
    free_list(&list);
    return fits ? 0 : refuse_space(err);
}

/* ---- writing ------------------------------------------------------------------------------- */

static int put(int fd, const unsigned char *bytes, size_t len, struct error *err) {
    while (len > 0) {
        ssize_t done = write(fd, bytes, len);
        if (done < 0 && errno == EINTR)
            continue;
        if (done <= 0)
            return failed("writing", err);
        bytes += done;
        len -= (size_t)done;
    }
    return 0;
}

/* A piece at a time: it may be long. */
static int put_base64(int fd, struct span base64, struct error *err) {
    unsigned char *bytes = xmalloc(STEP);
    int rc = 0;
    for (size_t at = 0; rc == 0 && at < base64.len; at += STEP) {
        size_t len = base64.len - at < STEP ? base64.len - at : STEP, got;
        if (secret_unbase64(base64.at + at, len, bytes, &got))
            rc = put(fd, bytes, got, err);
        else
            rc = error_set(err, ERR_UPSTREAM, "The provider's picture is no base64.");
    }
    free(bytes);
    return rc;
}

static int write_file(int directory, const char *name, struct span base64, struct error *err) {
    char part[KEPT_FILE_NAME + 8];
    snprintf(part, sizeof part, "%s.part", name);
    int fd = openat(directory, part, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0600);
    if (fd < 0)
        return failed("making a file", err);
    int rc = put_base64(fd, base64, err);
    if (rc == 0 && (fdatasync(fd) < 0 || renameat(directory, part, directory, name) < 0))
        rc = failed("writing", err);
    close(fd);
    if (rc < 0)
        unlinkat(directory, part, 0);
    return rc;
}

static int open_directory(const char *data_dir, struct error *err) {
    char path[PATH_SIZE];
    snprintf(path, sizeof path, "%s/files", data_dir);
    if (mkdir(path, 0700) < 0 && errno != EEXIST)
        return failed("making the directory", err);
    int directory = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC | O_NOFOLLOW);
    return directory < 0 ? failed("opening the directory", err) : directory;
}

static int take_turn(const char *data_dir, struct error *err) {
    char path[PATH_SIZE];
    snprintf(path, sizeof path, "%s/files/" LOCK, data_dir);
    int lock = filelock_take(path, 1, LOCK_MS);
    return lock < 0 ? failed("waiting for a turn", err) : lock;
}

int kept_file_write(const char *data_dir, int64_t room, int floor_mb, struct span base64,
                    char name[KEPT_FILE_NAME], struct error *err) {
    int64_t wanted = (int64_t)base64.len / 4 * 3;
    if (!make_name(base64, name))
        return error_set(err, ERR_UPSTREAM, "The provider's picture is neither PNG, JPEG, WebP nor GIF.");
    int directory = open_directory(data_dir, err);
    if (directory < 0)
        return -1;
    int lock = take_turn(data_dir, err), rc = -1;
    if (lock >= 0) {
        rc = make_room(data_dir, directory, wanted, room, floor_mb, err) < 0
                 ? -1
                 : write_file(directory, name, base64, err);
        close(lock);
    }
    close(directory);
    return rc;
}

/* ---- reading and removing ------------------------------------------------------------------- */

int kept_file_open(const char *data_dir, const char *name, int64_t now, int days, int64_t *len,
                   int64_t *left) {
    char path[PATH_SIZE];
    struct stat stat;
    if (!kept_file_type(name))
        return -1;
    snprintf(path, sizeof path, "%s/files/%s", data_dir, name);
    int fd = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);
    if (fd < 0)
        return -1;
    if (fstat(fd, &stat) == 0 && S_ISREG(stat.st_mode)) {
        *len = stat.st_size;
        *left = (int64_t)stat.st_mtim.tv_sec + (int64_t)days * DAY - now;
        if (*left > 0)
            return fd;
    }
    close(fd);
    return -1;
}

bool kept_files_expire(const char *data_dir, int64_t now, int days, int most, struct error *err) {
    char path[PATH_SIZE];
    const char *name;
    struct stat stat;
    int why = 0;
    snprintf(path, sizeof path, "%s/files", data_dir);
    DIR *dir = folder_open(AT_FDCWD, path);
    while (dir && most > 0 && (name = folder_next(dir)) != NULL) {
        bool over = strcmp(name, LOCK) != 0 && fstatat(dirfd(dir), name, &stat, AT_SYMLINK_NOFOLLOW) == 0 &&
                    stat.st_mtim.tv_sec + (int64_t)days * DAY <= now;
        if (over && unlinkat(dirfd(dir), name, 0) == 0)
            most--;
        else if (over && errno != ENOENT)
            why = errno;
    }
    if (dir)
        closedir(dir);
    if (why)
        error_set(err, ERR_UNAVAILABLE, "ledger: cannot remove pictures: %s", strerror(why));
    return most == 0;
}
