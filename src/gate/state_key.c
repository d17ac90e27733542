/* The key that seals opaque reasoning state. */
#include "gate/state_key.h"

#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "base/secret.h"

#define PATH_SIZE 4096

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static unsigned char kept[SEAL_KEY];
static bool known;

static bool read_key(const char *path, unsigned char key[SEAL_KEY]) {
    int fd = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW);
    if (fd < 0)
        return false;
    bool whole = read(fd, key, SEAL_KEY) == SEAL_KEY;
    close(fd);
    if (!whole)
        errno = EINVAL;
    return whole;
}

/* Nobody ever sees a part of it: it gets its name when it is whole, and the first one stays. */
static void make_key(const char *path) {
    unsigned char fresh[SEAL_KEY];
    char part[PATH_SIZE + 32];
    snprintf(part, sizeof part, "%s.%ld", path, (long)getpid());
    int fd = open(part, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (fd < 0)
        return;
    secret_random(fresh, sizeof fresh);
    bool whole = write(fd, fresh, sizeof fresh) == (ssize_t)sizeof fresh && fsync(fd) == 0;
    close(fd);
    if (whole && link(part, path) < 0 && errno != EEXIST)
        whole = false;
    unlink(part);
}

static int find_key(const char *data_dir, struct error *err) {
    char path[PATH_SIZE];
    snprintf(path, sizeof path, "%s/state.key", data_dir);
    if (read_key(path, kept))
        return 0;
    if (errno == ENOENT) {
        make_key(path);
        if (read_key(path, kept))
            return 0;
    }
    return error_set(err, ERR_UNAVAILABLE, "ledger: %s cannot be read or made: %s", path, strerror(errno));
}

int state_key(const char *data_dir, unsigned char key[SEAL_KEY], struct error *err) {
    int rc = 0;
    pthread_mutex_lock(&lock);
    if (!known)
        rc = find_key(data_dir, err);
    known |= rc == 0;
    memcpy(key, kept, SEAL_KEY);
    pthread_mutex_unlock(&lock);
    return rc;
}
