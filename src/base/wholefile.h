#ifndef BASE_WHOLEFILE_H
#define BASE_WHOLEFILE_H

#include <stdbool.h>
#include <stddef.h>
#include <sys/stat.h>
#include <sys/types.h>

/* Small files that processes share: nobody ever sees a part of one. All return -1 with errno. */

/* Reads it, less than `size` bytes, which are followed by a NUL; EFBIG if there are more. *seen is what was
 * read, for wholefile_changed(). Returns the length. */
ssize_t wholefile_read(const char *path, char *text, size_t size, struct stat *seen);

/* Whether another file is there than the one seen, or none. */
bool wholefile_changed(const char *path, const struct stat *seen);

/* Puts a new file of mode 0600 in the place of the old one. Returns 0. */
int wholefile_replace(const char *path, const char *text, size_t len);

/* The same with a file that all may read, as far as the umask allows. */
int wholefile_replace_for_all(const char *path, const char *text, size_t len);

/* As wholefile_replace() where there is none yet; one that is there stays, and that is no error. */
int wholefile_create(const char *path, const char *text, size_t len);

#endif
