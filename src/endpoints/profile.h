#ifndef ENDPOINTS_PROFILE_H
#define ENDPOINTS_PROFILE_H

#include "base/jsonwrite.h"
#include "ledger/ledger.h"

/* new-api's numbers for a user's role and status. */
enum { PROFILE_USER = 1, PROFILE_ADMIN = 10 };
enum { PROFILE_ON = 1, PROFILE_OFF = 2 };

/* What the profile says is left, in new-api's unit; a hundred million dollars for who is not limited. */
int64_t profile_quota(const struct user *user);

/* A user in the shape of new-api. */
void profile_members(struct json_writer *w, const struct user *user); /* without what is around it */
void profile_write(struct json_writer *w, const struct user *user);

#endif
