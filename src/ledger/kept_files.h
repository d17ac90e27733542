#ifndef LEDGER_KEPT_FILES_H
#define LEDGER_KEPT_FILES_H

#include <stdbool.h>
#include <stdint.h>

#include "base/error.h"
#include "base/jsonscan.h"

/*
 * Pictures that clients get a link to: DATA_DIR/files/NAME. Who knows the name may have one; nobody can guess
 * it, and nothing says whose it is. They go after some days, or earlier where there is no room for others.
 */

/* So many letters and digits, a dot, and what says its type; with the NUL. */
#define KEPT_FILE_SECRET 40
#define KEPT_FILE_NAME   48

/* The content type of a file of that name; NULL: no file is called so. */
const char *kept_file_type(const char *name);

#define KEPT_FILES_MOST 10000 /* of them all; the room is bytes */

/*
 * Writes a picture from base64 (PNG, JPEG, WebP or GIF), and makes its name; it is there when it is whole.
 * The oldest go until there is room; but what would leave less than `floor_mb` of the disk free is refused.
 * Returns 0, or -1: ERR_UPSTREAM (it is no base64, or no picture), ERR_UNAVAILABLE (it is larger than all the
 * room; the disk is full, with the code no_space; it cannot be written).
 */
int kept_file_write(const char *data_dir, int64_t room, int floor_mb, struct span base64,
                    char name[KEPT_FILE_NAME], struct error *err);

/* Opens one to be read; *len is its length, *left how many seconds it has left at `now` (seconds since 1970).
 * A descriptor, or -1: there is none, or its time is over. */
int kept_file_open(const char *data_dir, const char *name, int64_t now, int days, int64_t *len,
                   int64_t *left);

/* Removes up to `most` whose time is over. Returns whether there may be more. What cannot be removed is
 * passed over, with ERR_UNAVAILABLE in err. */
bool kept_files_expire(const char *data_dir, int64_t now, int days, int most, struct error *err);

#endif
