#ifndef CLI_LEDGER_WALK_H
#define CLI_LEDGER_WALK_H

#include "ledger/ledger.h"

/* The result of a walk by the ledger's ..._next() functions that ended with this error: 0 with err
 * cleared if that was the end of the list, else -1. */
int walk_result(struct error *err);

/* Reads the id of a thing ("key"), of which ERR_REQUEST says how its ids are listed. */
int walk_id(const char *text, const char *thing, uint64_t *id, struct error *err);

/* The name of a user, "" if the user is deleted. */
int walk_user_name(struct ledger *ledger, uint64_t id, char name[NAME_TEXT], struct error *err);

#endif
