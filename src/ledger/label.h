#ifndef LEDGER_LABEL_H
#define LEDGER_LABEL_H

#include "base/error.h"

/* Texts that people give to the ledger's things. Each check returns 0, or -1 with ERR_REQUEST. */

/* 1 to NAME_TEXT - 1 bytes without control characters, quotes or backslashes. */
int name_check(const char *name, struct error *err);

/* At most NOTE_TEXT - 1 bytes without control characters; may be empty. */
int note_check(const char *note, struct error *err);

#endif
