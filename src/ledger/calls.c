/* What is held for a call before it runs. */
#include <string.h>

#include "base/clock.h"
#include "ledger/gauges.h"
#include "ledger/holds.h"
#include "ledger/operation.h"
#include "ledger/record.h"

#define OUTPUT_LEAST 256 /* output tokens below which a call is refused rather than shortened */
#define TOKENS_MOST  (INT64_C(1) << 42) /* more than any call can use */
#define OUTPUT_USUAL 1024               /* for which a window of tokens is held, unless the plan is strict */

static nanos worst_cost(const struct call_ask *ask, int per_mille, int64_t output) {
    int64_t outputs;
    if (__builtin_mul_overflow(output, ask->choices, &outputs))
        outputs = INT64_MAX;
    const struct usage most = {
        .prompt = ask->prompt,
        .output = outputs,
        .requests = ask->requests,
        .images = ask->images,
        .seconds = ask->seconds,
        .characters = ask->characters,
    };
    return price_worst(&ask->price, per_mille, &most);
}

/* The most output tokens whose worst cost stays within the budget; 0 if even the least does not. */
static int64_t affordable_output(const struct call_ask *ask, int per_mille, int64_t most, nanos budget) {
    int64_t low = OUTPUT_LEAST, high = most;
    if (high < low || worst_cost(ask, per_mille, low) > budget)
        return 0;
    while (low < high) {
        int64_t middle = low + (high - low + 1) / 2;
        if (worst_cost(ask, per_mille, middle) <= budget)
            low = middle;
        else
            high = middle - 1;
    }
    return low;
}

static nanos within_nanos(__int128 amount) {
    return amount > INT64_MAX ? INT64_MAX : amount < -INT64_MAX ? -INT64_MAX : (nanos)amount;
}

/* What is free of the user's balance, and of what the key may spend; INT64_MAX where that is not limited. */
static nanos free_of_user(const struct user *user) {
    return user->limited ? within_nanos((__int128)user->credited - user->spent - user->reserved) : INT64_MAX;
}

static nanos free_of_key(const struct key *key) {
    return key->capped ? within_nanos((__int128)key->credit - key->spent - key->reserved) : INT64_MAX;
}

static int refuse_credit(const struct call_ask *ask, const struct caller *caller, struct error *err) {
    bool of_key = free_of_key(&caller->key) < free_of_user(&caller->user);
    nanos left = of_key ? free_of_key(&caller->key) : free_of_user(&caller->user);
    const char *whose = of_key ? "The credit of this key" : "Your balance";
    if (left > 0)
        error_set(err, ERR_CREDIT, "%s does not pay for this call%s.", whose,
                  ask->fixed ? "" : "; a lower output limit costs less");
    else
        error_set(err, ERR_CREDIT, "%s is used up.", whose);
    err->code = "insufficient_credit";
    return -1;
}

static int hold_money(const struct call_ask *ask, const struct caller *caller, struct hold *hold,
                      struct error *err) {
    nanos of_user = free_of_user(&caller->user), of_key = free_of_key(&caller->key), sum;
    nanos available = of_user < of_key ? of_user : of_key;
    bool limited = caller->user.limited || caller->key.capped;
    hold->amount = worst_cost(ask, hold->per_mille, hold->output);
    if (limited && hold->amount > available) {
        int64_t output =
            ask->fixed ? 0 : affordable_output(ask, hold->per_mille, hold->output, available / 2);
        if (output == 0)
            return refuse_credit(ask, caller, err);
        hold->output = output;
        hold->amount = worst_cost(ask, hold->per_mille, output);
    }
    if (__builtin_add_overflow(caller->user.reserved, hold->amount, &sum) ||
        __builtin_add_overflow(caller->key.reserved, hold->amount, &sum)) {
        error_set(err, ERR_CREDIT, "The reservation for this call is too large.");
        err->code = "insufficient_credit";
        return -1;
    }
    return 0;
}

int ledger_would_pay(const struct caller *caller, const struct call_ask *ask, struct error *err) {
    struct hold hold = {.output = ask->output};
    return rights_check(caller, ask, hold.group, &hold.per_mille, err) < 0 ||
                   hold_money(ask, caller, &hold, err) < 0
               ? -1
               : 0;
}

static int64_t tokens_of(const struct call_ask *ask, int64_t output) {
    int64_t tokens;
    if (__builtin_mul_overflow(output, ask->choices, &tokens) ||
        __builtin_add_overflow(tokens, ask->prompt, &tokens) || tokens > TOKENS_MOST)
        return TOKENS_MOST;
    return tokens;
}

/* Answers are mostly shorter than they may be: windows are held for the usual length, whether or not anything
 * limits tokens now, for a limit that comes counts what runs. */
static int64_t usual_tokens(const struct call_ask *ask, int64_t output) {
    return tokens_of(ask, output < OUTPUT_USUAL ? output : OUTPUT_USUAL);
}

/* Where the plan is strict they are held for the longest answer, which is shortened to what they have left,
 * if it can be: to OUTPUT_LEAST at least, for which a refusal says how long to wait. */
static int64_t strict_tokens(const struct call_ask *ask, int64_t left, struct hold *hold) {
    int64_t least = hold->output < OUTPUT_LEAST ? hold->output : OUTPUT_LEAST;
    int64_t most = left > ask->prompt ? (left - ask->prompt) / ask->choices : 0;
    if (most < hold->output && !ask->fixed)
        hold->output = most > least ? most : least;
    return tokens_of(ask, hold->output);
}

static int hold_windows(const struct work *work, const struct call_ask *ask, const struct gauges *gauges,
                        struct hold *hold, struct error *err) {
    if (gauges->tokens && gauges->strict)
        hold->tokens = strict_tokens(ask, gauges_tokens_left(work, gauges), hold);
    else
        hold->tokens = usual_tokens(ask, hold->output);
    return gauges_admit(work, gauges, hold->tokens, err);
}

/* ---- reserving --------------------------------------------------------------------- */

/* What an ask holds when it was unpacked. */
struct question {
    struct call_ask ask;
    char provider[NAME_TEXT], model[MODEL_TEXT], target[MODEL_TEXT];
    struct group_offer offers[OFFERS_MOST];
};

static void read_question(struct unpack *in, struct question *question) {
    struct call_ask *ask = &question->ask;
    record_unpack_credentials(in, &ask->credentials);
    record_unpack_price(in, &ask->price);
    unpack_text(in, question->provider, sizeof question->provider);
    unpack_text(in, question->model, sizeof question->model);
    unpack_text(in, question->target, sizeof question->target);
    uint64_t count = unpack_u(in);
    in->bad |= count > OFFERS_MOST;
    for (size_t i = 0; i < count && !in->bad; i++) {
        unpack_text(in, question->offers[i].group, sizeof question->offers[i].group);
        question->offers[i].per_mille = (int)unpack_i(in);
    }
    ask->provider = question->provider;
    ask->model = question->model;
    ask->target = question->target;
    ask->offers = question->offers;
    ask->offer_count = (size_t)count;
    ask->offered_to_all = unpack_u(in);
    ask->prompt = unpack_i(in);
    ask->output = unpack_i(in);
    ask->choices = unpack_i(in);
    ask->requests = unpack_i(in);
    ask->images = unpack_i(in);
    ask->seconds = unpack_i(in);
    ask->characters = unpack_i(in);
    ask->fixed = unpack_u(in);
    if (ask->choices < 1)
        ask->choices = 1;
}

/* Whether what is held must be enough: of money, or of a strict plan's tokens. */
static bool is_limited(const struct caller *caller, const struct gauges *gauges, const struct hold *hold) {
    bool of_money = (caller->user.limited || caller->key.capped) && hold->amount > 0;
    return of_money || (gauges->tokens && gauges->strict);
}

/* What a call is granted, and what is left after it. */
static int answer_grant(struct work *work, const struct hold *hold, const struct caller *caller,
                        const struct gauges *gauges) {
    struct allowance requests, tokens;
    gauges_allow(work, gauges, &requests, &tokens);
    record_pack_hold(work->out, hold);
    pack_text(work->out, caller->user.name);
    pack_u(work->out, caller->key.strict);
    pack_u(work->out, caller->key.keeps);
    pack_u(work->out, is_limited(caller, gauges, hold));
    record_pack_allowance(work->out, &requests);
    record_pack_allowance(work->out, &tokens);
    return 0;
}

struct decision {
    struct caller caller;
    struct gauges gauges;
    struct hold hold;
};

/* A window that has begun has begun, whatever the clock says. */
static void see_windows(struct work *work, const struct gauges *gauges) {
    for (size_t i = 0; i < gauges->count; i++)
        book_see_time(work->book, gauges->at[i].windows.at[PERIOD_MINUTE].start * 1000);
}

static int decide(struct work *work, const struct question *question, struct decision *to,
                  struct error *err) {
    const struct call_ask *ask = &question->ask;
    struct hold *hold = &to->hold;
    *hold = (struct hold){.output = ask->output};
    memcpy(hold->id.bytes, work->id, sizeof hold->id.bytes);
    if (caller_admit(work, &ask->credentials, &to->caller, err) < 0)
        return -1;
    if (rights_check(&to->caller, ask, hold->group, &hold->per_mille, err) < 0 ||
        gauges_read(work, &to->caller.user, &to->caller.key, ask, &to->gauges, err) < 0)
        return -1;
    see_windows(work, &to->gauges);
    hold->admitted = work->book->now;
    hold->user = to->caller.user.id;
    hold->key = to->caller.key.id;
    hold->rule = to->gauges.rule;
    if (hold_money(ask, &to->caller, hold, err) < 0 || hold_windows(work, ask, &to->gauges, hold, err) < 0)
        return -1;
    hold->amount = worst_cost(ask, hold->per_mille, hold->output);
    return 0;
}

/* Whether it is money or a place that lacks: not so where the key was not looked at. */
static bool is_short(const struct error *err) {
    return err->kind == ERR_CREDIT || (err->kind == ERR_LIMIT && strcmp(err->code, LEDGER_WRONG_KEYS) != 0);
}

/* A question that comes again comes before its call is settled: what was sent over a link goes with it. */
static int answer_again(struct work *work, const struct question *question, const struct hold *known,
                        struct error *err) {
    struct caller caller = {0};
    struct gauges gauges;
    if (account_read(work, known->user, &caller.user, err) < 0 ||
        (known->key && key_read(work, known->key, &caller.key, err) < 0) ||
        gauges_read(work, &caller.user, &caller.key, &question->ask, &gauges, err) < 0)
        return -1;
    return answer_grant(work, known, &caller, &gauges);
}

/* Writes nothing: what is held stands in memory here, and in the slot of who asked. */
int op_reserve(struct work *work, struct error *err) {
    struct question question = {0};
    struct decision decision;
    read_question(work->in, &question);
    int64_t deadline = unpack_i(work->in);
    if (work->in->bad)
        return 0; /* book_apply() refuses it */
    const struct hold *known = holds_find(work->book->holds, work->id);
    if (known)
        return answer_again(work, &question, known, err);
    if (clock_mono_ms() >= deadline) /* who asked has given it up and may have had it released already */
        return error_set(err, ERR_UNAVAILABLE, "ledger: the reservation came too late");
    if (book_admits(work->book, err) < 0)
        return -1;
    int rc = decide(work, &question, &decision, err);
    if (rc < 0 ? is_short(err) : decision.hold.output < question.ask.output) {
        book_catch_up(work); /* calls that have ended hold less, or nothing */
        *err = (struct error){0};
        rc = decide(work, &question, &decision, err);
    }
    if (rc < 0)
        return -1;
    holds_add(work->book->holds, &decision.hold);
    return answer_grant(work, &decision.hold, &decision.caller, &decision.gauges);
}

void call_believe(const struct work *work, struct hold *hold) {
    book_see_time(work->book, hold->admitted);
    if (hold->admitted < 0 || hold->admitted > work->book->now)
        hold->admitted = work->book->now;
    if (hold->tokens < 0 || hold->tokens > TOKENS_MOST)
        hold->tokens = 0;
}

int call_hold_again(struct work *work, const struct hold *told, struct error *err) {
    struct hold hold = *told;
    struct user user;
    nanos cost, sum;
    int found = entry_find_cost(work, &cost, err);
    if (found || holds_find(work->book->holds, work->id))
        return found < 0 ? -1 : 0;
    found = account_read(work, hold.user, &user, err);
    if (found <= 0 || hold.amount < 0 || __builtin_add_overflow(user.reserved, hold.amount, &sum))
        return found < 0 ? -1 : 0; /* of somebody who is gone, or absurd */
    call_believe(work, &hold);
    holds_add(work->book->holds, &hold);
    return 0;
}

int op_release(struct work *work, struct error *err) {
    (void)err;
    work->ended = holds_find(work->book->holds, work->id);
    return 0;
}
