/* What the users and keys of entries are called now. */
#include "endpoints/entry_names.h"

#include <string.h>

static int read_key(struct ledger *ledger, uint64_t id, char name[NAME_TEXT], struct error *err) {
    struct key key;
    if (ledger_key_find(ledger, id, &key, err) < 0)
        return -1;
    memcpy(name, key.name, NAME_TEXT);
    return 0;
}

static int read_user(struct ledger *ledger, uint64_t id, char name[NAME_TEXT], struct error *err) {
    struct user user;
    if (ledger_user_next(ledger, id - 1, &user, err) < 0)
        return -1;
    memcpy(name, user.id == id ? user.name : (char[NAME_TEXT]){""}, NAME_TEXT);
    return 0;
}

typedef int name_reader(struct ledger *ledger, uint64_t id, char name[NAME_TEXT], struct error *err);

static const char *find(struct ledger *ledger, struct entry_name *known, name_reader *read, uint64_t id,
                        struct error *err) {
    struct error why = {0};
    if (id == 0)
        return "";
    if (known->id == id)
        return known->name;
    known->id = 0;
    memset(known->name, 0, sizeof known->name);
    if (read(ledger, id, known->name, &why) < 0 && why.kind != ERR_NOT_FOUND) {
        *err = why;
        return NULL;
    }
    known->id = id;
    return known->name;
}

const char *entry_key_name(struct entry_names *names, uint64_t id, struct error *err) {
    return find(names->ledger, &names->keys[id % 64], read_key, id, err);
}

const char *entry_user_name(struct entry_names *names, uint64_t id, struct error *err) {
    return find(names->ledger, &names->users[id % 64], read_user, id, err);
}
