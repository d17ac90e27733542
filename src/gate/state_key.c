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

/* Nobody ever sees a part of it: it gets its name when it is whole, and the first one stays. Returns 0 or the
 * reason. */
static int make_key(const char *path) {
    unsigned char fresh[SEAL_KEY], name[8];
    char part[PATH_SIZE + 32], digits[2 * sizeof name + 1];
    secret_random(name, sizeof name);
    secret_hex(name, sizeof name, digits);
    snprintf(part, sizeof part, "%s.%s", path, digits);
    int fd = open(part, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (fd < 0)
        return errno;
    secret_random(fresh, sizeof fresh);
    bool whole = write(fd, fresh, sizeof fresh) == (ssize_t)sizeof fresh && fsync(fd) == 0 &&
                 (link(part, path) == 0 || errno == EEXIST);
    int why = whole ? 0 : errno;
    close(fd);
    unlink(part);
    return why;
}

static int find_key(const char *data_dir, struct error *err) {
    char path[PATH_SIZE];
    snprintf(path, sizeof path, "%s/state.key", data_dir);
    if (read_key(path, kept))
        return 0;
    int why = errno;
    if (why == ENOENT && (why = make_key(path)) == 0) {
        if (read_key(path, kept))
            return 0;
        why = errno;
    }
    return error_set(err, ERR_UNAVAILABLE, "ledger: %s cannot be read or made: %s", path, strerror(why));
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
