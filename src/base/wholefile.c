/* Small files that are read and written as a whole. */
#include "base/wholefile.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <unistd.h>

#include "base/secret.h"

#define PATH_SIZE 4096

static int close_with(int fd, int why) {
    close(fd);
    errno = why;
    return -1;
}

ssize_t wholefile_read(const char *path, char *text, size_t size, struct stat *seen) {
    int fd = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NOCTTY);
    size_t len = 0;
    ssize_t got;
    if (fd < 0)
        return -1;
    if (fstat(fd, seen) < 0)
        return close_with(fd, errno);
    while ((got = read(fd, text + len, size - len)) > 0)
        len += (size_t)got;
    if (got < 0 || len == size)
        return close_with(fd, got < 0 ? errno : EFBIG);
    close(fd);
    text[len] = '\0';
    return (ssize_t)len;
}

bool wholefile_changed(const char *path, const struct stat *seen) {
    struct stat now;
    return stat(path, &now) < 0 || now.st_dev != seen->st_dev || now.st_ino != seen->st_ino ||
           now.st_size != seen->st_size || now.st_mtim.tv_sec != seen->st_mtim.tv_sec ||
           now.st_mtim.tv_nsec != seen->st_mtim.tv_nsec;
}

static bool put_all(int fd, const char *text, size_t len) {
    while (len > 0) {
        ssize_t put = write(fd, text, len);
        if (put < 0 && errno == EINTR)
            continue;
        if (put <= 0)
            return false;
        text += put;
        len -= (size_t)put;
    }
    return true;
}

/* Writes a file of its own and gives it its name. */
static int place(const char *path, const char *text, size_t len, mode_t mode,
                 int (*name)(const char *, const char *)) {
    char part[PATH_SIZE], digits[17];
    unsigned char some[8];
    secret_random(some, sizeof some);
    secret_hex(some, sizeof some, digits);
    snprintf(part, sizeof part, "%s.%s", path, digits);
    int fd = open(part, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode);
    if (fd < 0)
        return -1;
    bool good = put_all(fd, text, len) && fsync(fd) == 0 && name(part, path) == 0;
    int why = errno;
    close(fd);
    unlink(part);
    errno = why;
    return good ? 0 : -1;
}

int wholefile_replace(const char *path, const char *text, size_t len) {
    return place(path, text, len, 0600, rename);
}

int wholefile_replace_for_all(const char *path, const char *text, size_t len) {
    return place(path, text, len, 0644, rename);
}

int wholefile_create(const char *path, const char *text, size_t len) {
    return place(path, text, len, 0600, link) == 0 || errno == EEXIST ? 0 : -1;
}
