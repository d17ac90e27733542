#ifndef BASE_DISK_FREE_H
#define BASE_DISK_FREE_H

#include <stdbool.h>
#include <stdint.h>

/* Megabytes that this user can still write in that directory; -1 if the system does not say. */
int64_t disk_free_mb(const char *directory);

/* Whether that is known, and less than the floor. */
bool disk_is_low(const char *directory, int floor_mb);

#endif
