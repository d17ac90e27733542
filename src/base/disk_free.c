/* How much room is left on a disk. */
#include "base/disk_free.h"

#include <sys/statvfs.h>

int64_t disk_free_mb(const char *directory) {
    struct statvfs fs;
    if (statvfs(directory, &fs) < 0)
        return -1;
    return (int64_t)(fs.f_bavail * (uint64_t)fs.f_frsize >> 20);
}

bool disk_is_low(const char *directory, int floor_mb) {
    int64_t free_mb = disk_free_mb(directory);
    return free_mb >= 0 && free_mb < floor_mb;
}
