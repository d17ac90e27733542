/* Whose keys there are, and who has a plan: found by their own lists, however many others there are. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/secret.h"
#include "ledger/ledger.h"
#include "ledger/operation.h"
#include "tap.h"
#include "tempdir.h"

static struct ledger *open_ledger(const char *directory) {
    return ledger_new(&(struct ledger_options){.data_dir = directory,
                                               .make = true,
                                               .flush_ms = 1000,
                                               .cache_kb = 1024,
                                               .disk_floor_mb = 1,
                                               .calls = 1});
}

static int make_key(struct ledger *ledger, uint64_t user, struct key *key, struct error *err) {
    char text[SECRET_KEY_TEXT];
    *key = (struct key){.name = "laptop", .user = user};
    return ledger_key_create(ledger, key, text, err);
}

/* So many keys has a user; -1 if they are out of order or somebody else's. */
static int count_keys(struct ledger *ledger, uint64_t user) {
    struct key key = {0};
    struct error err = {0};
    uint64_t last = 0;
    int keys = 0;
    while (ledger_key_next(ledger, last, user, &key, &err) == 0) {
        if (key.id <= last || (user && key.user != user))
            return -1;
        last = key.id;
        keys++;
    }
    return err.kind == ERR_NOT_FOUND ? keys : -1;
}

static void test_lists(struct ledger *ledger) {
    struct error err = {0};
    struct user ann, bob;
    struct key key, last = {0};
    ledger_user_create(ledger, "ann", -1, &ann, &err);
    ledger_user_create(ledger, "bob", -1, &bob, &err);
    for (int i = 0; i < 10; i++) {
        make_key(ledger, ann.id, &key, &err);
        make_key(ledger, bob.id, &last, &err);
    }
    is_int(count_keys(ledger, ann.id), 10, "keys of one user");
    is_int(count_keys(ledger, bob.id), 10, "keys of the other");
    is_int(count_keys(ledger, 0), 20, "keys of all");
    is_int(count_keys(ledger, bob.id + 1), 0, "nobody has none");
    ledger_key_change(ledger, last.id, RECORD_DELETE, &err);
    is_int(count_keys(ledger, bob.id), 9, "one less when one is deleted");
    ledger_user_change(ledger, "ann", RECORD_DELETE, &err);
    is_int(count_keys(ledger, ann.id), 0, "none when the user is deleted");
    is_int(count_keys(ledger, 0), 9, "and the other's stay");
}

static void test_most(struct ledger *ledger) {
    struct error err = {0};
    struct user user;
    struct key key;
    int made = 0;
    ledger_user_create(ledger, "collector", -1, &user, &err);
    while (made <= KEYS_MOST && make_key(ledger, user.id, &key, &err) == 0)
        made++;
    is_int(made, KEYS_MOST, "so many keys a user has at most");
    ok(err.kind == ERR_CONFLICT && err.code && strcmp(err.code, "too_many_keys") == 0, "that is said");
    err = (struct error){0};
    ledger_key_next(ledger, 0, user.id, &key, &err);
    ledger_key_change(ledger, key.id, RECORD_DELETE, &err);
    err = (struct error){0};
    is_int(make_key(ledger, user.id, &key, &err), 0, "there is room where one was deleted");
}

static void give_plan(struct ledger *ledger, const char *name, const char *plan) {
    struct user user;
    struct error err = {0};
    ledger_user_find(ledger, name, &user, &err);
    memset(user.plan, 0, sizeof user.plan);
    snprintf(user.plan, sizeof user.plan, "%s", plan);
    ok(ledger_user_update(ledger, USER_PLAN, &user, &err) == 0, "%s has the plan \"%s\"", name, plan);
}

static void is_deleted(struct ledger *ledger, const char *plan, bool wanted) {
    struct error err = {0};
    int rc = ledger_plan_delete(ledger, plan, &err);
    ok(wanted ? rc == 0 : rc < 0 && err.kind == ERR_CONFLICT, "the plan \"%s\" is %sdeleted", plan,
       wanted ? "" : "not ");
}

static void test_plans(struct ledger *ledger) {
    struct error err = {0};
    struct user user;
    struct plan gold = {.name = "gold"}, golden = {.name = "golden"};
    ledger_plan_put(ledger, &gold, &err);
    ledger_plan_put(ledger, &golden, &err);
    struct registration registration = {.name = "miner", .credit = -1, .plan = "gold"};
    ledger_user_register(ledger, &registration, &user, &err);
    ledger_user_create(ledger, "king", -1, &user, &err);
    give_plan(ledger, "king", "golden");
    is_deleted(ledger, "gold", false);
    give_plan(ledger, "miner", "golden");
    is_deleted(ledger, "gold", true);
    give_plan(ledger, "miner", "");
    is_deleted(ledger, "golden", false);
    ledger_user_change(ledger, "king", RECORD_DELETE, &err);
    is_deleted(ledger, "golden", true);
    ledger_plan_put(ledger, &gold, &err);
    give_plan(ledger, "miner", "gold");
    is_deleted(ledger, "gold", false);
    is_int(ledger_user_erase(ledger, "miner", &user, &err), 0, "the one who has it is erased");
    is_deleted(ledger, "gold", true);
}

/* More deleted ones than one operation looks at. */
static void test_many_deleted(struct ledger *ledger) {
    struct error err = {0};
    struct user first = {0}, user, last;
    char name[NAME_TEXT];
    for (int i = 0; i < BOOK_STEP + 10; i++) {
        snprintf(name, sizeof name, "guest-%d", i);
        ledger_user_create(ledger, name, -1, &user, &err);
        ledger_user_change(ledger, name, RECORD_DELETE, &err);
        first = i ? first : user;
    }
    ledger_user_create(ledger, "host", -1, &last, &err);
    ok(ledger_user_next(ledger, first.id - 1, &user, &err) == 0 && user.id == last.id,
       "deleted users are passed over");
    is_int(ledger_user_erase(ledger, name, &user, &err), 0, "the last of them is found by its name");
    ok(user.id == last.id - 1, "that one");
    ok(ledger_user_erase(ledger, "guest-none", &user, &err) < 0 && err.kind == ERR_NOT_FOUND,
       "who never was is not");
}

int main(void) {
    char directory[TEMPDIR_PATH];
    if (secret_start() < 0)
        return 1;
    tempdir_make(directory);
    struct ledger *ledger = open_ledger(directory);
    test_lists(ledger);
    test_most(ledger);
    test_plans(ledger);
    test_many_deleted(ledger);
    ledger_free(ledger);
    tempdir_remove(directory);
    return tap_done();
}
