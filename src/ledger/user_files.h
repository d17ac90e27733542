#ifndef LEDGER_USER_FILES_H
#define LEDGER_USER_FILES_H

#include <stdint.h>

#include "base/error.h"

/* Removes the files that there are of a user, sessions and kept prompts, up to `most` at a time. Returns 1 if
 * there are more, 0; -1 with ERR_UNAVAILABLE if some cannot be removed: others are then. */
int user_files_erase(const char *data_dir, uint64_t user, int most, struct error *err);

#endif
