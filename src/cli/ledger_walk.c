/* What commands that list the ledger's records have in common. */
#include "cli/ledger_walk.h"

#include <stdio.h>
#include <string.h>

#include "cli/arguments.h"

int walk_result(struct error *err) {
    if (err->kind != ERR_NOT_FOUND)
        return -1;
    *err = (struct error){0};
    return 0;
}

int walk_id(const char *text, const char *thing, uint64_t *id, struct error *err) {
    int64_t number;
    if (!arguments_digits(text, strlen(text), 1, &number))
        return error_set(err, ERR_REQUEST,
                         "ID: \"%.40s\" is no whole number from 1; `aihub %s list` shows the ids", text,
                         thing);
    *id = (uint64_t)number;
    return 0;
}

int walk_user_name(struct ledger *ledger, uint64_t id, char name[NAME_TEXT], struct error *err) {
    struct user user;
    name[0] = '\0';
    if (ledger_user_next(ledger, id - 1, &user, err) < 0)
        return walk_result(err);
    if (user.id == id)
        snprintf(name, NAME_TEXT, "%s", user.name);
    return 0;
}
