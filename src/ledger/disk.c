/* The ballast. */
#include "ledger/disk.h"

#include <fcntl.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/disk_free.h"

static void ballast_path(const char *directory, char path[4096]) {
    snprintf(path, 4096, "%s/ballast", directory);
}

bool disk_keep_ballast(const char *directory, int ballast_mb, int floor_mb) {
    char path[4096];
    struct stat st;
    ballast_path(directory, path);
    off_t size = (off_t)ballast_mb << 20;
    if (stat(path, &st) == 0 && st.st_size >= size)
        return true;
    if (disk_free_mb(directory) <= ballast_mb + floor_mb)
        return false;
    int fd = open(path, O_WRONLY | O_CREAT | O_CLOEXEC, 0600);
    if (fd < 0)
        return false;
    bool laid = posix_fallocate(fd, 0, size) == 0;
    if (!laid)
        unlink(path);
    close(fd);
    return laid;
}

bool disk_drop_ballast(const char *directory) {
    char path[4096];
    ballast_path(directory, path);
    return unlink(path) == 0;
}
