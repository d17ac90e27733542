/* What passwords are verified with, how often that may be asked, and how they change. */
#include <string.h>

#include "base/clock.h"
#include "ledger/guesses.h"
#include "ledger/operation.h"
#include "ledger/record.h"

/* Attempts in a burst, and then in a minute. */
#define BY_ADDRESS 20
#define BY_NAME    60

#define NAMED "to log in as " /* longer than what stands for an address */

/* An attempt is counted twice. */
struct attempt {
    struct origin by_address, by_name;
    unsigned char hash[SECRET_HASH]; /* of both together */
};

static void make_attempt(const char *name, const struct origin *origin, struct attempt *attempt) {
    char text[sizeof NAMED + NAME_TEXT + sizeof origin->address] = NAMED;
    size_t len = sizeof NAMED - 1;
    memcpy(text + len, name, strlen(name));
    len += strlen(name);
    attempt->by_address =
        (struct origin){.address = origin->address, .most_wrong = origin->most_wrong > 0 ? BY_ADDRESS : 0};
    attempt->by_name = (struct origin){.address = secret_number(text, len), .most_wrong = BY_NAME};
    memcpy(text + len, &origin->address, sizeof origin->address);
    secret_hash(text, len + sizeof origin->address, attempt->hash);
}

void password_right(struct work *work, const char *name, const struct origin *origin) {
    struct attempt attempt;
    if (origin->address == 0)
        return;
    make_attempt(name, origin, &attempt);
    guesses_right(work->book->attempts, &attempt.by_name, attempt.hash);
}

static int refuse(struct error *err, int seconds) {
    error_set(err, ERR_LIMIT, "There were too many attempts to log in.");
    err->code = LEDGER_ATTEMPTS;
    err->retry_after = seconds;
    return -1;
}

static int count(struct work *work, const char *name, const struct origin *origin, struct error *err) {
    struct guesses *attempts = work->book->attempts;
    struct attempt attempt;
    int64_t now = clock_mono_ms();
    make_attempt(name, origin, &attempt);
    int here = guesses_wait(attempts, &attempt.by_address, attempt.hash, now);
    int named = guesses_wait(attempts, &attempt.by_name, attempt.hash, now);
    if (here > 0 || named > 0)
        return refuse(err, here > named ? here : named);
    guesses_wrong(attempts, &attempt.by_address, now);
    guesses_wrong(attempts, &attempt.by_name, now);
    return 0;
}

/* Arguments: the name; address and limit of wrong keys of where it comes from. */
int op_password_ask(struct work *work, struct error *err) {
    char name[NAME_TEXT];
    struct user user;
    unpack_text(work->in, name, sizeof name);
    struct origin origin = {.address = unpack_u(work->in)};
    origin.most_wrong = unpack_u(work->in) ? 1 : 0;
    if (count(work, name, &origin, err) < 0)
        return -1;
    int found = account_find(work, name, &user, err);
    if (found < 0)
        return -1;
    bool can = found && !user.disabled && *user.password;
    pack_u(work->out, can ? user.id : 0);
    pack_u(work->out, can ? user.round : 0);
    pack_text(work->out, can ? user.password : "");
    return 0;
}

/* The login goes on in the new round. */
static int keep_login(struct work *work, const unsigned char id[LOGIN_ID], const struct user *user,
                      struct error *err) {
    struct login login;
    struct user owner;
    int found = login_find(work, id, &login, &owner, err);
    if (found <= 0 || login.user != user->id)
        return found < 0 ? -1 : 0;
    login.round = user->round + 1;
    return login_write(work, &login, err);
}

/* Arguments: the user, the round of its logins, the new hash, whether a login is kept, its id. */
int op_password_set(struct work *work, struct error *err) {
    unsigned char login[LOGIN_ID];
    char stored[PASSWORD_TEXT];
    struct user user;
    uint64_t id = unpack_u(work->in), round = unpack_u(work->in);
    unpack_text(work->in, stored, sizeof stored);
    bool keep = unpack_u(work->in);
    unpack_raw(work->in, login, sizeof login);
    int found = account_read(work, id, &user, err);
    if (found < 0)
        return -1;
    if (!found || user.disabled || user.round != round)
        return error_set(err, ERR_CONFLICT, "The password was changed meanwhile.");
    if (keep && keep_login(work, login, &user, err) < 0)
        return -1;
    memcpy(user.password, stored, sizeof user.password);
    user.round++;
    return account_write(work, &user, err);
}
