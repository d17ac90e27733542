/* The ledger as the rest of the hub sees it: packs arguments, asks the keeper, unpacks answers. */
#include "ledger/ledger.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/clock.h"
#include "base/mem.h"
#include "ledger/exchange.h"
#include "ledger/label.h"
#include "ledger/keeper.h"
#include "ledger/record.h"

#define SETTLE_MS 2000 /* how long an answer is held back for its settlement */
#define KEEP_MS   1000 /* how often a waiting keeper looks whether it shall stop */

/* Operations are short: it is cheaper to spin for the end of one than to sleep. */
static void init_adaptive_mutex(pthread_mutex_t *mutex) {
    pthread_mutexattr_t attr;
    pthread_mutexattr_init(&attr);
    pthread_mutexattr_settype(&attr, PTHREAD_MUTEX_ADAPTIVE_NP);
    pthread_mutex_init(mutex, &attr);
    pthread_mutexattr_destroy(&attr);
}

struct ledger *ledger_new(const struct ledger_options *options) {
    struct ledger *ledger = xcalloc(1, sizeof *ledger);
    ledger->options = *options;
    ledger->options.data_dir = ledger->directory = xstrdup(options->data_dir);
    ledger->directory_fd = ledger->lock_fd = -1;
    pthread_mutex_t *locks[] = {&ledger->preparing,   &ledger->electing, &ledger->flushing,
                                &ledger->upkeep_lock, &ledger->ending,   &ledger->stepping};
    for (size_t i = 0; i < sizeof locks / sizeof *locks; i++)
        pthread_mutex_init(locks[i], NULL);
    pthread_cond_init(&ledger->stepped, NULL);
    init_adaptive_mutex(&ledger->crowd);
    init_adaptive_mutex(&ledger->next);
    init_adaptive_mutex(&ledger->working);
    pthread_condattr_t attr;
    pthread_condattr_init(&attr);
    pthread_condattr_setclock(&attr, CLOCK_MONOTONIC);
    pthread_cond_init(&ledger->upkeep_wake, &attr);
    pthread_condattr_destroy(&attr);
    return ledger;
}

void ledger_hand_over(struct ledger *ledger) {
    keeper_hand_over(ledger);
}

void ledger_free(struct ledger *ledger) {
    keeper_hand_over(ledger);
    keeper_stepped_down(ledger);
    link_release(ledger->link);
    slot_free(ledger->slot);
    if (ledger->directory_fd >= 0)
        close(ledger->directory_fd);
    free(ledger->directory);
    free(ledger);
}

int ledger_ping(struct ledger *ledger, struct error *err) {
    struct exchange x;
    exchange_begin(&x);
    return exchange_finish(ledger, OP_PING, &x, err);
}

int ledger_keep(struct ledger *ledger, const volatile int *stop, struct error *err) {
    while (!*stop) {
        struct link *link = NULL;
        struct error why = {0};
        int64_t deadline = clock_mono_ms() + KEEP_MS;
        int keeper = keeper_reach(ledger, deadline, &link, &why);
        if (keeper > 0)
            return 0;
        if (keeper < 0 && clock_mono_ms() < deadline) {
            if (err->kind == ERR_NONE)
                *err = why;
            return -1;
        }
        while (keeper == 0 && !*stop && !link_dead(link)) {
            struct error ignored = {0};
            struct exchange x;
            exchange_begin(&x);
            /* Finds out whether the link still lives. */
            exchange_run_for(ledger, OP_PING, &x, KEEP_MS, &ignored);
            exchange_end(&x);
            usleep(KEEP_MS * 100);
        }
        link_release(link);
    }
    return error_set(err, ERR_UNAVAILABLE, "stopped");
}

/* ---- one call ---------------------------------------------------------- */

static const char *const outcomes[] = {"done", "aborted", "broken", "interrupted", "failed"};
_Static_assert(sizeof outcomes / sizeof *outcomes == CALL__MAX, "a name for each outcome");

const char *call_outcome_name(enum call_outcome outcome) {
    return outcomes[outcome];
}

enum call_outcome call_outcome_find(const char *name) {
    enum call_outcome outcome = 0;
    while (outcome < CALL__MAX && strcmp(outcomes[outcome], name) != 0)
        outcome++;
    return outcome;
}

const char *call_id_write(const struct call_id *id, char text[CALL_ID_TEXT]) {
    secret_hex(id->bytes, sizeof id->bytes, text);
    return text;
}

bool call_id_read(const char *text, struct call_id *id) {
    return strlen(text) == CALL_ID_TEXT - 1 && secret_unhex(text, id->bytes, sizeof id->bytes);
}

static void pack_ask(struct buf *in, const struct call_ask *ask) {
    record_pack_credentials(in, &ask->credentials);
    record_pack_price(in, &ask->price);
    pack_text(in, ask->provider);
    pack_text(in, ask->model);
    pack_text(in, ask->target);
    pack_u(in, ask->offer_count);
    for (size_t i = 0; i < ask->offer_count; i++) {
        pack_text(in, ask->offers[i].group);
        pack_i(in, ask->offers[i].per_mille);
    }
    pack_u(in, ask->offered_to_all);
    pack_i(in, ask->prompt);
    pack_i(in, ask->output);
    pack_i(in, ask->choices);
    pack_i(in, ask->requests);
    pack_i(in, ask->images);
    pack_i(in, ask->seconds);
    pack_i(in, ask->characters);
    pack_u(in, ask->fixed);
}

static void unpack_grant(struct unpack *in, struct call_grant *grant, struct hold *hold) {
    record_unpack_hold(in, hold);
    unpack_text(in, grant->user_name, sizeof grant->user_name);
    grant->strict = unpack_u(in);
    grant->keeps = unpack_u(in);
    grant->limited = unpack_u(in);
    record_unpack_allowance(in, &grant->requests);
    record_unpack_allowance(in, &grant->tokens_left);
    grant->user = hold->user;
    grant->key = hold->key;
    grant->amount = hold->amount;
    grant->tokens = hold->tokens;
    grant->output = hold->output;
    grant->per_mille = hold->per_mille;
    memcpy(grant->group, hold->group, sizeof grant->group);
}

/* Asks until a keeper's grant counts. */
static int ask_grant(struct ledger *ledger, const struct call_ask *ask, struct call *call,
                     struct call_grant *grant, bool *unsure, struct error *err) {
    int64_t deadline = call->terms.started + CALL_RESERVE_MS;
    bool granted = false;
    while (!granted) {
        struct exchange x;
        struct hold hold;
        exchange_begin(&x);
        pack_ask(&x.in, ask);
        pack_i(&x.in, deadline);
        int rc = exchange_run_as(ledger, OP_RESERVE, call->id.bytes, &x, deadline, err);
        if (rc == 0) {
            unpack_grant(&x.answer, grant, &hold);
            granted = call_granted(call, &hold);
        }
        *unsure |= rc == 0 || x.unsure;
        exchange_end(&x);
        if (rc < 0)
            return -1;
    }
    return 0;
}

int ledger_reserve(struct ledger *ledger, const struct call_ask *ask, struct call **call,
                   struct call_grant *grant, struct error *err) {
    struct slot *slot = keeper_slot(ledger, err);
    if (!slot)
        return -1;
    struct call *mine = slot_take(slot);
    if (!mine) {
        keeper_settle_batch(ledger); /* what waits there takes room */
        mine = slot_take(slot);
    }
    if (!mine)
        return error_set(err, ERR_UNAVAILABLE, "ledger: too many calls at once in this process");
    struct call_terms *terms = &mine->terms;
    terms->price = ask->price;
    terms->stream = ask->stream;
    snprintf(terms->provider, sizeof terms->provider, "%s", ask->provider);
    snprintf(terms->model, sizeof terms->model, "%s", ask->model);
    snprintf(terms->target, sizeof terms->target, "%s", ask->target);
    call_progress(mine, &(struct usage){.prompt = ask->prompt, .requests = 1, .characters = ask->characters});
    bool unsure = false;
    if (ask_grant(ledger, ask, mine, grant, &unsure, err) == 0) {
        *call = mine;
        return 0;
    }
    if (unsure)
        slot_leave(slot, mine, CALL_LEFT_OPEN);
    else
        slot_give_back(slot, mine);
    return -1;
}

static void end_call(struct call *call, const struct call_result *result) {
    call->outcome = result->outcome;
    call->status = result->status;
    call->fault = result->fault.kind;
    call->fault_status = result->fault.status;
    call->first = result->first;
    call->estimated = result->estimated;
    call_progress(call, result->outcome == CALL_FAILED ? &(struct usage){0} : &result->usage);
    call->duration = clock_mono_ms() - call->terms.started;
    call->cost = price_cost(&call->terms.price, call->terms.per_mille, &call->used.usage);
    atomic_store(&call->state, CALL_ENDED);
}

nanos ledger_settle(struct ledger *ledger, struct call *call, const struct call_result *result) {
    struct exchange x;
    struct error err = {0};
    end_call(call, result);
    nanos cost = call->cost;
    if (batch_add(ledger, call))
        return cost;
    exchange_begin(&x);
    call_pack_result(call, &x.in);
    if (exchange_run_as(ledger, OP_SETTLE, call->id.bytes, &x, clock_mono_ms() + SETTLE_MS, &err) == 0)
        slot_give_back(ledger->slot, call);
    else
        slot_leave(ledger->slot, call, CALL_LEFT_ENDED);
    exchange_end(&x);
    return cost;
}

/* ---- plans ------------------------------------------------------------------ */

int ledger_plan_put(struct ledger *ledger, const struct plan *plan, struct error *err) {
    struct exchange x;
    if (name_check(plan->name, err) < 0)
        return -1;
    if (plan->rule_count > PLAN_RULES)
        return error_set(err, ERR_REQUEST, "a plan has at most %d rules", PLAN_RULES);
    exchange_begin(&x);
    record_pack_plan(&x.in, plan);
    return exchange_finish(ledger, OP_PLAN_PUT, &x, err);
}

static int run_plan(struct ledger *ledger, enum operation op, const char *name, struct plan *plan,
                    struct error *err) {
    struct exchange x;
    exchange_begin(&x);
    pack_text(&x.in, name);
    int rc = exchange_run(ledger, op, &x, err);
    if (rc == 0)
        record_unpack_plan(&x.answer, plan);
    exchange_end(&x);
    return rc;
}

int ledger_plan_find(struct ledger *ledger, const char *name, struct plan *plan, struct error *err) {
    return run_plan(ledger, OP_PLAN_FIND, name, plan, err);
}

int ledger_plan_next(struct ledger *ledger, const char *after, struct plan *plan, struct error *err) {
    return run_plan(ledger, OP_PLAN_NEXT, after, plan, err);
}

int ledger_plan_delete(struct ledger *ledger, const char *name, struct error *err) {
    struct exchange x;
    exchange_begin(&x);
    pack_text(&x.in, name);
    return exchange_finish(ledger, OP_PLAN_DELETE, &x, err);
}

/* ---- keys --------------------------------------------------------------------- */

static int run_key(struct ledger *ledger, enum operation op, struct exchange *x, struct key *key,
                   struct error *err) {
    int rc = exchange_run(ledger, op, x, err);
    if (rc == 0)
        record_unpack_key(&x->answer, key);
    exchange_end(x);
    return rc;
}

void key_describe(const char *text, unsigned char hash[SECRET_HASH], char *hint, size_t size) {
    secret_hash(text, SECRET_KEY_TEXT - 1, hash);
    snprintf(hint, size, "%.5s...%s", text, text + SECRET_KEY_TEXT - 5);
}

static void make_text(char text[SECRET_KEY_TEXT], unsigned char hash[SECRET_HASH], char *hint, size_t size) {
    secret_new_key(text);
    key_describe(text, hash, hint, size);
}

int ledger_key_create(struct ledger *ledger, struct key *key, char text[SECRET_KEY_TEXT], struct error *err) {
    struct exchange x;
    unsigned char hash[SECRET_HASH];
    if (name_check(key->name, err) < 0)
        return -1;
    struct key fresh = {
        .user = key->user,
        .disabled = key->disabled,
        .strict = key->strict,
        .keeps = key->keeps,
        .expires = key->expires,
        .capped = key->capped,
        .credit = key->credit,
        .limits = key->limits,
    };
    memcpy(fresh.name, key->name, sizeof fresh.name);
    memcpy(fresh.models, key->models, sizeof fresh.models);
    memcpy(fresh.groups, key->groups, sizeof fresh.groups);
    memcpy(fresh.networks, key->networks, sizeof fresh.networks);
    make_text(text, hash, fresh.hint, sizeof fresh.hint);
    exchange_begin(&x);
    record_pack_key(&x.in, &fresh);
    pack_raw(&x.in, hash, sizeof hash);
    return run_key(ledger, OP_KEY_CREATE, &x, key, err);
}

int ledger_key_update(struct ledger *ledger, unsigned fields, struct key *key, struct error *err) {
    struct exchange x;
    if ((fields & KEY_NAME) && name_check(key->name, err) < 0)
        return -1;
    exchange_begin(&x);
    pack_u(&x.in, fields);
    record_pack_key(&x.in, key);
    return run_key(ledger, OP_KEY_UPDATE, &x, key, err);
}

int ledger_key_rotate(struct ledger *ledger, uint64_t id, int64_t grace, struct key *key,
                      char text[SECRET_KEY_TEXT], struct error *err) {
    struct exchange x;
    unsigned char hash[SECRET_HASH];
    char hint[sizeof key->hint];
    make_text(text, hash, hint, sizeof hint);
    exchange_begin(&x);
    pack_u(&x.in, id);
    pack_i(&x.in, grace);
    pack_raw(&x.in, hash, sizeof hash);
    pack_text(&x.in, hint);
    return run_key(ledger, OP_KEY_ROTATE, &x, key, err);
}

int ledger_caller_find(struct ledger *ledger, const struct credentials *credentials,
                       const struct call_ask *ask, struct caller *caller, struct error *err) {
    struct exchange x;
    exchange_begin(&x);
    record_pack_credentials(&x.in, credentials);
    pack_u(&x.in, ask != NULL);
    pack_text(&x.in, ask ? ask->provider : "");
    pack_text(&x.in, ask ? ask->model : "");
    pack_text(&x.in, ask ? ask->target : "");
    int rc = exchange_run(ledger, OP_CALLER_FIND, &x, err);
    if (rc == 0) {
        record_unpack_key(&x.answer, &caller->key);
        record_unpack_user(&x.answer, &caller->user);
        record_unpack_allowance(&x.answer, &caller->requests);
        record_unpack_allowance(&x.answer, &caller->tokens);
    }
    exchange_end(&x);
    return rc;
}

int ledger_key_find(struct ledger *ledger, uint64_t id, struct key *key, struct error *err) {
    struct exchange x;
    exchange_begin(&x);
    pack_u(&x.in, id);
    return run_key(ledger, OP_KEY_FIND, &x, key, err);
}

int ledger_key_next(struct ledger *ledger, uint64_t after, uint64_t user, struct key *key,
                    struct error *err) {
    struct exchange x;
    exchange_begin(&x);
    pack_u(&x.in, after);
    pack_u(&x.in, user);
    return run_key(ledger, OP_KEY_NEXT, &x, key, err);
}

int ledger_key_change(struct ledger *ledger, uint64_t id, enum record_change change, struct error *err) {
    struct exchange x;
    exchange_begin(&x);
    pack_u(&x.in, id);
    pack_u(&x.in, change);
    return exchange_finish(ledger, OP_KEY_CHANGE, &x, err);
}

/* ---- proof ----------------------------------------------------------------- */

static void unpack_proof(struct unpack *in, struct ledger_proof *proof) {
    int64_t *numbers[] = {&proof->users, &proof->keys,     &proof->entries, &proof->open,
                          &proof->spent, &proof->reserved, &proof->faults};
    for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++)
        *numbers[i] = unpack_i(in);
    for (size_t i = 0; i < sizeof proof->fault / sizeof *proof->fault; i++)
        unpack_text(in, proof->fault[i], sizeof proof->fault[i]);
}

int ledger_check(struct ledger *ledger, struct ledger_proof *proof, struct error *err) {
    unsigned char id[OPERATION_ID];
    exchange_new_id(id);
    memset(proof, 0, sizeof *proof);
    for (bool done = false; !done;) {
        struct exchange x;
        exchange_begin(&x);
        int rc = exchange_run_as(ledger, OP_CHECK, id, &x, clock_mono_ms() + EXCHANGE_MS, err);
        if (rc == 0 && (done = unpack_u(&x.answer)))
            unpack_proof(&x.answer, proof);
        exchange_end(&x);
        if (rc < 0)
            return -1;
    }
    return 0;
}

/* ---- state ------------------------------------------------------------------ */

int ledger_state_keep(struct ledger *ledger, const unsigned char id[SECRET_HASH], const void *bytes,
                      size_t len, int seconds, struct error *err) {
    struct exchange x;
    if (len > LEDGER_STATE_MOST)
        return error_set(err, ERR_REQUEST, "the state is longer than %u bytes", LEDGER_STATE_MOST);
    exchange_begin(&x);
    pack_raw(&x.in, id, SECRET_HASH);
    pack_i(&x.in, seconds);
    pack_bytes(&x.in, bytes, len);
    return exchange_finish(ledger, OP_STATE_KEEP, &x, err);
}

int ledger_state_find(struct ledger *ledger, const unsigned char id[SECRET_HASH], struct buf *out,
                      struct error *err) {
    struct exchange x;
    size_t len = 0;
    exchange_begin(&x);
    pack_raw(&x.in, id, SECRET_HASH);
    int rc = exchange_run(ledger, OP_STATE_FIND, &x, err);
    if (rc == 0) {
        const void *bytes = unpack_bytes(&x.answer, &len);
        buf_add(out, bytes, len);
    }
    exchange_end(&x);
    return rc < 0 ? -1 : len > 0;
}
