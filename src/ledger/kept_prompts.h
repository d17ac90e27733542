#ifndef LEDGER_KEPT_PROMPTS_H
#define LEDGER_KEPT_PROMPTS_H

#include <stdint.h>

#include "base/error.h"
#include "base/jsonscan.h"
#include "ledger/ledger.h"

/*
 * What was said in calls of keys that want it kept: DATA_DIR/prompts/USER/YYYY-MM-DD/CALL.json.
 */

/* Writes one; it gets its name when it is whole. `time`: seconds since 1970. ERR_UNAVAILABLE. */
int kept_prompts_write(const char *data_dir, uint64_t user, int64_t time, const char *call, struct span text,
                       struct error *err);

/* Removes it. ERR_UNAVAILABLE. */
int kept_prompts_drop(const char *data_dir, uint64_t user, int64_t time, const char *call, struct error *err);

/* Removes up to `most` files of days that are more than so many days before `now` (seconds). Returns whether
 * there may be more. What cannot be removed is passed over, with ERR_UNAVAILABLE in err. */
bool kept_prompts_expire(const char *data_dir, int64_t now, int days, int most, struct error *err);

#endif
