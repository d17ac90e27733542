#ifndef BASE_FILELOCK_H
#define BASE_FILELOCK_H

/*
 * Takes one of so many places that all processes and threads share: the first bytes of a file that is there
 * for nothing else, and is made with mode 0600. Waits up to `ms` for one to become free. The kernel frees the
 * place of whoever dies. Returns a descriptor, whose close() gives the place back; -1 with errno, EAGAIN if
 * none became free.
 */
int filelock_take(const char *path, int places, int ms);

#endif
