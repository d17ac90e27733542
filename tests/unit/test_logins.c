/* Logins and passwords as the ledger knows them: what a login stands for, what ends it, and how often a
 * password may be tried. */
#include "ledger/ledger.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "tap.h"
#include "tempdir.h"

static struct ledger *ledger;

static struct origin place(uint64_t address) {
    return (struct origin){.address = address, .most_wrong = 60};
}

/* A user with that as a password's hash. */
static struct user make_user(const char *name, const char *stored) {
    struct error err = {0};
    struct user user;
    ledger_user_create(ledger, name, -1, &user, &err);
    snprintf(user.password, sizeof user.password, "%s", stored);
    ledger_user_update(ledger, USER_PASSWORD, &user, &err);
    ok(err.kind == ERR_NONE && !*user.password, "a user %s %s", name, err.message);
    return user;
}

static struct password_known ask(const char *name, uint64_t address, struct error *err) {
    struct password_known known;
    struct origin origin = place(address);
    *err = (struct error){0};
    ledger_password_ask(ledger, name, &origin, &known, err);
    return known;
}

static int begin(const struct password_known *known, uint64_t address, struct login_grant *login) {
    struct error err = {0};
    return ledger_login_begin(
        ledger,
        &(struct login_ask){
            .user = known->user, .round = known->round, .seconds = 100, .origin = place(address)},
        login, &err);
}

static bool works(const unsigned char id[LOGIN_ID]) {
    struct credentials credentials = {.kind = BY_LOGIN};
    struct caller caller;
    struct error err = {0};
    memcpy(credentials.login, id, LOGIN_ID);
    bool found = ledger_caller_find(ledger, &credentials, NULL, &caller, &err) == 0;
    if (!found)
        is_str(err.code, "invalid_token", "is no login");
    return found;
}

static void test_passwords(void) {
    struct error err;
    make_user("anna", "of anna");
    struct password_known anna = ask("anna", 1, &err), nobody = ask("nobody", 1, &err);
    ok(anna.user && strcmp(anna.stored, "of anna") == 0, "what a password is verified with");
    ok(err.kind == ERR_NONE && nobody.user == 0 && !*nobody.stored, "of an unknown user it is nothing");
    make_user("plain", "");
    struct password_known plain = ask("plain", 1, &err);
    ok(err.kind == ERR_NONE && plain.user == 0 && !*plain.stored, "nor of one without a password");
    ledger_user_change(ledger, "anna", RECORD_DISABLE, &err);
    struct password_known gone = ask("anna", 1, &err);
    ok(err.kind == ERR_NONE && gone.user == 0 && !*gone.stored, "nor of one who is disabled");
    char longest[200];
    memset(longest, 'a', sizeof longest);
    longest[sizeof longest - 1] = '\0';
    struct password_known none = ask(longest, 1, &err);
    ok(err.kind == ERR_NONE && none.user == 0, "nor of a name that nobody can have");
}

static void test_rounds(void) {
    struct error err;
    struct login_grant mine, other, late, again;
    make_user("ben", "old");
    struct password_known known = ask("ben", 2, &err);
    ok(begin(&known, 2, &mine) == 0 && begin(&known, 2, &other) == 0 && works(mine.id) && works(other.id),
       "two logins");
    is_str(mine.name, "ben", "of that user");
    is_int(ledger_password_set(ledger, &known, "new", mine.id, &err), 0, "a new password");
    ok(works(mine.id) && !works(other.id), "ends all logins but the one it comes from");
    ok(ledger_login_refresh(ledger, other.id, other.refresh, 100, &again, &err) < 0 && err.kind == ERR_AUTH,
       "which is not refreshed either");
    ok(begin(&known, 2, &late) < 0, "nor does one begin with the old password");
    err = (struct error){0};
    ok(ledger_password_set(ledger, &known, "newer", NULL, &err) < 0 && err.kind == ERR_CONFLICT,
       "and the old one changes nothing more");
    known = ask("ben", 2, &err);
    is_str(known.stored, "new", "the new one is it");
    ok(begin(&known, 2, &other) == 0 && works(other.id), "and logs in");
    struct user user = {.name = "ben"};
    ledger_user_update(ledger, USER_LOGINS, &user, &err);
    ok(!works(mine.id) && !works(other.id), "all logins of a user end at once");
    known = ask("ben", 2, &err);
    is_str(known.stored, "new", "which changes no password");
    ok(begin(&known, 2, &mine) == 0 && works(mine.id), "and a new one may begin");
    snprintf(user.password, sizeof user.password, "by the operator");
    ledger_user_update(ledger, USER_PASSWORD, &user, &err);
    ok(!works(mine.id), "they end also when the operator sets a password");
}

static void test_keys(void) {
    struct error err = {0};
    struct login_grant login, refreshed;
    struct user user = make_user("carl", "");
    struct key key = {.name = "of carl", .user = user.id};
    char text[SECRET_KEY_TEXT];
    unsigned char hash[SECRET_HASH];
    ledger_key_create(ledger, &key, text, &err);
    secret_hash(text, strlen(text), hash);
    struct login_ask by_key = {.user = user.id, .round = user.round, .key = hash, .seconds = 100};
    is_int(ledger_login_begin(ledger, &by_key, &login, &err), 0, "a login by a key");
    ok(login.key == key.id && works(login.id), "stands for it");
    by_key.user++;
    ok(ledger_login_begin(ledger, &by_key, &refreshed, &err) < 0, "not for another's");
    by_key.user--;
    err = (struct error){0};
    ok(ledger_login_refresh(ledger, login.id, login.refresh, 100, &refreshed, &err) == 0 &&
           refreshed.key == key.id && works(refreshed.id) && !works(login.id),
       "also when it is refreshed");
    ledger_key_rotate(ledger, key.id, 100, &key, text, &err);
    ok(works(refreshed.id), "in the time of grace of a text it works");
    ledger_key_rotate(ledger, key.id, 0, &key, text, &err);
    ok(!works(refreshed.id), "and ends with it");
    ok(ledger_login_refresh(ledger, refreshed.id, refreshed.refresh, 100, &login, &err) < 0, "for good");
    secret_hash(text, strlen(text), hash);
    err = (struct error){0};
    ledger_login_begin(ledger, &by_key, &login, &err);
    ledger_key_change(ledger, key.id, RECORD_DELETE, &err);
    ok(err.kind == ERR_NONE && !works(login.id), "and with the key");
}

static void test_most(void) {
    struct error err = {0};
    struct login_grant of_user, first, second, last;
    struct user user = make_user("fred", "of fred");
    struct key key = {.name = "of fred", .user = user.id};
    char text[SECRET_KEY_TEXT];
    unsigned char hash[SECRET_HASH];
    ledger_key_create(ledger, &key, text, &err);
    secret_hash(text, strlen(text), hash);
    struct password_known known = ask("fred", 9, &err);
    begin(&known, 9, &of_user);
    struct login_ask by_key = {.user = user.id, .round = known.round, .key = hash, .seconds = 90};
    ledger_login_begin(ledger, &by_key, &first, &err);
    by_key.seconds = 95;
    ledger_login_begin(ledger, &by_key, &second, &err);
    by_key.seconds = 100;
    for (int i = 2; i < LOGINS_MOST; i++)
        ledger_login_begin(ledger, &by_key, &last, &err);
    ok(works(first.id) && works(last.id), "%d logins by one key", LOGINS_MOST);
    ok(ledger_login_refresh(ledger, last.id, last.refresh, 100, &last, &err) == 0 && works(first.id),
       "one that is refreshed takes no other's place");
    ledger_login_end(ledger, last.id, &err);
    ledger_login_begin(ledger, &by_key, &last, &err);
    ok(works(first.id), "nor does one after another has ended");
    is_int(ledger_login_begin(ledger, &by_key, &last, &err), 0, "one more");
    ok(!works(first.id) && works(second.id) && works(last.id), "takes that of the one that would end first");
    ok(works(of_user.id), "but none of the user's own");
}

/* How many attempts pass of so many. */
static int pass(const char *name, uint64_t address, int attempts, struct error *err) {
    int passed = 0;
    for (int i = 0; i < attempts; i++) {
        ask(name, address, err);
        passed += err->kind == ERR_NONE;
    }
    return passed;
}

static void test_attempts(void) {
    struct error err;
    struct login_grant login;
    make_user("dora", "of dora");
    is_int(pass("x", 100, 20, &err), 20, "an address tries twenty times");
    ask("y", 100, &err);
    ok(err.kind == ERR_LIMIT && err.retry_after >= 1 && err.retry_after <= 3, "then it waits %d s",
       err.retry_after);
    is_str(err.code, "too_many_attempts", "and is told why");
    struct password_known dora = ask("dora", 7, &err);
    is_int(begin(&dora, 7, &login), 0, "a user logs in from home");
    for (uint64_t address = 200; address < 204; address++)
        pass("dora", address, 15, &err);
    ask("dora", 300, &err);
    ok(err.kind == ERR_LIMIT && err.code && strcmp(err.code, LEDGER_ATTEMPTS) == 0,
       "sixty attempts from anywhere are the most for a name");
    ask("dora", 7, &err);
    ok(err.kind == ERR_NONE, "but not from home");
    ask("emil", 300, &err);
    ok(err.kind == ERR_NONE, "nor for another name");
    struct origin uncounted = {.address = 400};
    struct password_known known;
    err = (struct error){0};
    for (int i = 0; i < 40 && err.kind == ERR_NONE; i++)
        ledger_password_ask(ledger, i % 2 ? "f" : "g", &uncounted, &known, &err);
    ok(err.kind == ERR_NONE, "where wrong keys are not counted by address, attempts are not either");
}

int main(void) {
    static const volatile int never = 0;
    char directory[TEMPDIR_PATH], path[TEMPDIR_PATH + 8];
    struct error err = {0};
    if (secret_start() < 0)
        return 99;
    tempdir_make(directory);
    snprintf(path, sizeof path, "%s/data", directory);
    ledger = ledger_new(&(struct ledger_options){
        .data_dir = path, .make = true, .flush_ms = 1000, .cache_kb = 1024, .disk_floor_mb = 1, .calls = 1});
    if (ledger_keep(ledger, &never, &err) < 0) {
        fprintf(stderr, "%s\n", err.message);
        return 99;
    }
    test_passwords();
    test_rounds();
    test_keys();
    test_most();
    test_attempts();
    ledger_free(ledger);
    tempdir_remove(directory);
    return tap_done();
}
