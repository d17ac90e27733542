#ifndef ENDPOINTS_PROFILE_H
#define ENDPOINTS_PROFILE_H

#include "base/jsonwrite.h"
#include "ledger/ledger.h"

/* A user in the shape of new-api. */
void profile_write(struct json_writer *w, const struct user *user);

#endif
