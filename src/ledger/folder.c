/* Directories whose files go. */
#include "ledger/folder.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

DIR *folder_open(int parent, const char *name) {
    int fd = openat(parent, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
    DIR *dir = fd < 0 ? NULL : fdopendir(fd);
    if (fd >= 0 && !dir)
        close(fd);
    return dir;
}

const char *folder_next(DIR *dir) {
    const struct dirent *entry;
    while ((entry = readdir(dir)) != NULL)
        if (strcmp(entry->d_name, ".") != 0 && strcmp(entry->d_name, "..") != 0)
            return entry->d_name;
    return NULL;
}

static void remove_entry(int parent, const char *name, int depth, struct folder_purge *purge) {
    if (unlinkat(parent, name, 0) == 0)
        purge->left--;
    else if (errno == EISDIR && depth > 0)
        folder_remove(parent, name, depth - 1, purge);
    else if (errno != ENOENT)
        purge->why = errno;
}

bool folder_remove(int parent, const char *name, int depth, struct folder_purge *purge) {
    DIR *dir = folder_open(parent, name);
    const char *entry;
    if (!dir && errno == ENOENT)
        return true;
    if (!dir) {
        purge->why = errno;
        return false;
    }
    while (purge->left > 0 && (entry = folder_next(dir)) != NULL)
        remove_entry(dirfd(dir), entry, depth, purge);
    closedir(dir);
    if (unlinkat(parent, name, AT_REMOVEDIR) == 0 || errno == ENOENT)
        return true;
    if (errno != ENOTEMPTY && errno != EEXIST)
        purge->why = errno;
    return false;
}
