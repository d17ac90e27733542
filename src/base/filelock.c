/* Places that processes take in turn. */
#include "base/filelock.h"

#include <errno.h>
#include <fcntl.h>
#include <stdbool.h>
#include <stdint.h>
#include <time.h>
#include <unistd.h>

#include "base/clock.h"
#include "base/secret.h"

#define NAP_MS 10

static bool try_place(int fd, int place) {
    struct flock lock = {.l_type = F_WRLCK, .l_whence = SEEK_SET, .l_start = place, .l_len = 1};
    return fcntl(fd, F_OFD_SETLK, &lock) == 0;
}

/* 0; -1 with errno, EAGAIN if all are taken. */
static int try_all(int fd, int places) {
    for (int place = 0; place < places; place++) {
        if (try_place(fd, place))
            return 0;
        if (errno != EAGAIN && errno != EACCES)
            return -1;
    }
    errno = EAGAIN;
    return -1;
}

/* Of uneven length, so that those who wait do not wake together. */
static void nap(void) {
    unsigned char some;
    secret_random(&some, sizeof some);
    struct timespec length = {.tv_nsec = (NAP_MS + some % NAP_MS) * 1000000L};
    nanosleep(&length, NULL);
}

int filelock_take(const char *path, int places, int ms) {
    int64_t end = clock_mono_ms() + ms;
    int fd = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
    if (fd < 0)
        return -1;
    while (try_all(fd, places) < 0) {
        if (errno != EAGAIN || clock_mono_ms() >= end) {
            int why = errno;
            close(fd);
            errno = why;
            return -1;
        }
        nap();
    }
    return fd;
}
