/* Who asks: from what a request shows to its user and key. */
#include <string.h>

#include "base/clock.h"
#include "base/network.h"
#include "ledger/gauges.h"
#include "ledger/guesses.h"
#include "ledger/operation.h"
#include "ledger/record.h"

static int refuse_guess(struct error *err, int seconds) {
    error_set(err, ERR_LIMIT, "Too many requests with a wrong API key came from this address.");
    err->code = LEDGER_WRONG_KEYS;
    err->retry_after = seconds;
    return -1;
}

/* What is looked for and what is not there take as many steps. */
static int find_key(struct work *work, const struct credentials *credentials, struct caller *caller,
                    struct error *err) {
    uint64_t id = 0;
    int known = key_id_of(work, credentials->hash, &id, err);
    int found = known < 0 ? -1 : key_read(work, id, &caller->key, err);
    int owned = found < 0 ? -1 : account_read(work, found ? caller->key.user : 0, &caller->user, err);
    return owned;
}

static int find_login(struct work *work, const struct credentials *credentials, struct caller *caller,
                      struct error *err) {
    struct login login;
    uint64_t key = 0;
    int found = login_find(work, credentials->login, &login, &caller->user, err);
    if (found <= 0 || !login.by_key)
        return found;
    found = key_id_of(work, login.key, &key, err);
    return found > 0 ? key_read(work, key, &caller->key, err) : found;
}

static int find(struct work *work, const struct credentials *credentials, struct caller *caller,
                struct error *err) {
    switch (credentials->kind) {
    case BY_KEY:
        return find_key(work, credentials, caller, err);
    case BY_LOGIN:
        return find_login(work, credentials, caller, err);
    case BY_NAME:
        return account_find(work, credentials->user, &caller->user, err);
    }
    return 0;
}

static int refuse_unknown(const struct credentials *credentials, struct error *err) {
    static const struct {
        const char *code, *message;
    } unknown[] = {
        [BY_KEY] = {"invalid_api_key",
                    "No valid API key was given. Send it as \"Authorization: Bearer KEY\"."},
        [BY_LOGIN] = {"invalid_token", "This access token is not valid any more: log in again."},
        [BY_NAME] = {"invalid_token", "There is no user for this access token."},
    };
    return error_coded(err, ERR_AUTH, unknown[credentials->kind].code, unknown[credentials->kind].message);
}

static int check_use(const struct work *work, const struct credentials *credentials,
                     const struct caller *caller, struct error *err) {
    const struct key *key = &caller->key;
    const struct origin *origin = &credentials->origin;
    if (caller->user.disabled)
        return error_coded(err, ERR_AUTH, "key_disabled", "The user of this key is disabled.");
    if (key->disabled)
        return error_coded(err, ERR_AUTH, "key_disabled", "This API key is disabled.");
    if (key->expires && key->expires <= work->book->now / 1000)
        return error_coded(err, ERR_AUTH, "key_expired", "This API key has expired.");
    if (*key->networks && !(origin->known && network_list_holds(key->networks, origin->network)))
        return error_coded(err, ERR_PERMISSION, "network_not_allowed",
                           "This API key may not be used from this address.");
    return 0;
}

int caller_admit(struct work *work, const struct credentials *credentials, struct caller *caller,
                 struct error *err) {
    struct guesses *guesses = work->book->guesses;
    const struct origin *origin = &credentials->origin;
    bool guessed = credentials->kind == BY_KEY;
    int wait = guessed ? guesses_wait(guesses, origin, credentials->hash, clock_mono_ms()) : 0;
    *caller = (struct caller){0};
    if (wait > 0)
        return refuse_guess(err, wait);
    int found = find(work, credentials, caller, err);
    if (found < 0)
        return -1;
    if (found == 0 && guessed)
        guesses_wrong(guesses, origin, clock_mono_ms());
    if (found == 0)
        return refuse_unknown(credentials, err);
    if (guessed)
        guesses_right(guesses, origin, credentials->hash);
    return check_use(work, credentials, caller, err);
}

int op_caller_find(struct work *work, struct error *err) {
    struct credentials credentials;
    struct caller caller;
    struct gauges gauges;
    char provider[NAME_TEXT], model[MODEL_TEXT], target[MODEL_TEXT];
    struct call_ask ask = {.provider = provider, .model = model, .target = target};
    record_unpack_credentials(work->in, &credentials);
    bool of_model = unpack_u(work->in);
    unpack_text(work->in, provider, sizeof provider);
    unpack_text(work->in, model, sizeof model);
    unpack_text(work->in, target, sizeof target);
    if (work->in->bad)
        return 0; /* book_apply() refuses it */
    if (caller_admit(work, &credentials, &caller, err) < 0 ||
        gauges_read(work, &caller.user, &caller.key, of_model ? &ask : NULL, &gauges, err) < 0)
        return -1;
    gauges_allow(work, &gauges, &caller.requests, &caller.tokens);
    record_pack_key(work->out, &caller.key);
    account_answer(work, &caller.user);
    record_pack_allowance(work->out, &caller.requests);
    record_pack_allowance(work->out, &caller.tokens);
    return 0;
}
