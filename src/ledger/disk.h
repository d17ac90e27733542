#ifndef LEDGER_DISK_H
#define LEDGER_DISK_H

#include <stdbool.h>

/* The ballast: a file that is kept so that it can be thrown away when the disk is full, because neither
 * recovery nor closing the database works without some room. */

/* Lays the ballast down if it is not there and more than floor_mb would remain. Returns whether it is now. */
bool disk_keep_ballast(const char *directory, int ballast_mb, int floor_mb);

/* Throws it away. Returns whether there was one. */
bool disk_drop_ballast(const char *directory);

#endif
