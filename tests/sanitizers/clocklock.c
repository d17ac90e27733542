/*
 * pthread_mutex_clocklock() for builds with the thread sanitizer. That of gcc 12 and clang 14 does not know
 * the function and takes the lock for one that nobody holds. This one is made of what it knows.
 */
#include <errno.h>
#include <pthread.h>
#include <time.h>

#define NAP_NS 100000

int pthread_mutex_clocklock(pthread_mutex_t *mutex, clockid_t clock, const struct timespec *until) {
    const struct timespec nap = {0, NAP_NS};
    struct timespec now;
    int rc;
    while ((rc = pthread_mutex_trylock(mutex)) == EBUSY) {
        clock_gettime(clock, &now);
        if (now.tv_sec > until->tv_sec || (now.tv_sec == until->tv_sec && now.tv_nsec >= until->tv_nsec))
            return ETIMEDOUT;
        nanosleep(&nap, NULL);
    }
    return rc;
}
