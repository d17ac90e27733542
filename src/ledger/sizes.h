#ifndef LEDGER_SIZES_H
#define LEDGER_SIZES_H

#include <stddef.h>
#include <stdint.h>

#include "base/error.h"

/*
 * How long the files of the database are at least. The database itself does not miss what is cut off at their
 * end: it takes the records for never written. So what is certainly on the disk is noted
 * in a file beside them, and compared before they are opened; after that would be too late, for recovery may
 * write behind the gap and so hide it.
 */

/* What is noted, in bytes; 0 for a file of which nothing is, as for all of a database that is new or from
 * before this was done. Returns 0, or -1 with ERR_UNAVAILABLE if a file is shorter, or the note is
 * unreadable. */
int sizes_check(const char *home, const char *const names[], size_t count, int64_t bytes[],
                struct error *err);

/* Notes them. Returns 0, or -1, and the note is as it was. */
int sizes_note(const char *home, const char *const names[], size_t count, const int64_t bytes[]);

/* Notes that a file is no longer than that: before the database gives its end back. Returns 0, also if less
 * or nothing is noted, or -1, and the note is as it was. */
int sizes_lower(const char *home, const char *const names[], size_t count, const char *name, int64_t bytes);

#endif
