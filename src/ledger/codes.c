/* Codes: credit to be redeemed once, and invitations. Only the hash of a code's text is stored. */
#include <string.h>

#include "base/clock.h"
#include "ledger/guesses.h"
#include "ledger/operation.h"
#include "ledger/record.h"

/* The newest come first. */
static void code_key(unsigned char out[8], uint64_t id) {
    record_key_u64(out, ~id);
}

static int code_read(struct work *work, uint64_t id, struct code *code, struct error *err) {
    unsigned char key[8];
    code_key(key, id);
    int found = store_get(work->store, TABLE_CODES, key, sizeof key, &work->scratch, err);
    if (found > 0) {
        struct unpack in = unpack_from(work->scratch.data, work->scratch.len);
        record_unpack_code(&in, code);
    }
    return found;
}

int code_write(struct work *work, const struct code *code, struct error *err) {
    unsigned char key[8];
    code_key(key, code->id);
    buf_clear(&work->scratch);
    record_pack_code(&work->scratch, code);
    return store_put(work->store, TABLE_CODES, key, sizeof key, &work->scratch, err);
}

/* 1 added, 0 there is such a text already, -1. */
static int add_hash(struct work *work, const struct code *code, struct error *err) {
    buf_clear(&work->scratch);
    pack_u(&work->scratch, code->id);
    return store_add(work->store, TABLE_CODE_HASHES, code->hash, sizeof code->hash, &work->scratch, err);
}

/* ---- making, listing, changing -------------------------------------------------- */

static int check_terms(const struct work *work, const struct code *like, uint64_t count, struct error *err) {
    if (count < 1 || count > CODES_MOST)
        return error_set(err, ERR_REQUEST, "1 to %d codes are made at once", CODES_MOST);
    if (like->amount < 0 || (like->amount == 0 && !like->invitation))
        return error_set(err, ERR_REQUEST, "the amount of a code is more than 0");
    if (like->expires && like->expires <= work->book->now / 1000)
        return error_set(err, ERR_REQUEST, "a code expires in the future, or never");
    return 0;
}

/* Arguments: how many, what they have in common, and the hash and hint of each. Answer: the first, with its
 * id. */
int op_codes_make(struct work *work, struct error *err) {
    struct code code, first = {0};
    uint64_t count = unpack_u(work->in);
    record_unpack_code(work->in, &code);
    if (check_terms(work, &code, count, err) < 0)
        return -1;
    code.created = work->book->now / 1000;
    code.used = 0;
    code.user = 0;
    for (uint64_t i = 0; i < count; i++) {
        unpack_raw(work->in, code.hash, sizeof code.hash);
        unpack_text(work->in, code.hint, sizeof code.hint);
        code.id = book_number(work, "codes", err);
        if (code.id == 0 || code_write(work, &code, err) < 0)
            return -1;
        int added = add_hash(work, &code, err);
        if (added <= 0)
            return added < 0 ? -1 : error_set(err, ERR_CONFLICT, "there is already such a code");
        if (i == 0)
            first = code;
    }
    record_pack_code(work->out, &first);
    return 0;
}

struct code_list {
    struct buf *out;
    uint64_t room;
};

static int list_code(void *arg, const struct buf *key, const struct buf *value, struct error *err) {
    (void)key, (void)err;
    struct code_list *list = arg;
    pack_u(list->out, 1);
    pack_raw(list->out, value->data, value->len);
    return --list->room == 0;
}

/* Answer: a 1 and a code, again and again, and a 0. */
int op_codes(struct work *work, struct error *err) {
    unsigned char after[8];
    uint64_t before = unpack_u(work->in), room = unpack_u(work->in);
    struct code_list list = {work->out, room < LEDGER_PAGE ? room : LEDGER_PAGE};
    code_key(after, before);
    if (list.room > 0 && store_walk(work->store, TABLE_CODES, before ? after : NULL, sizeof after, SIZE_MAX,
                                    list_code, &list, err) < 0)
        return -1;
    pack_u(work->out, 0);
    return 0;
}

static int refuse_used(struct error *err) {
    return error_coded(err, ERR_CONFLICT, "code_used", "This code was used already.");
}

static int delete_code(struct work *work, const struct code *code, struct error *err) {
    unsigned char key[8];
    code_key(key, code->id);
    return store_delete(work->store, TABLE_CODE_HASHES, code->hash, sizeof code->hash, err) < 0
               ? -1
               : store_delete(work->store, TABLE_CODES, key, sizeof key, err);
}

int op_code_change(struct work *work, struct error *err) {
    struct code code;
    uint64_t id = unpack_u(work->in), change = unpack_u(work->in);
    int found = code_read(work, id, &code, err);
    if (found <= 0)
        return found < 0 ? -1
                         : error_set(err, ERR_NOT_FOUND, "there is no code %llu", (unsigned long long)id);
    if (change == RECORD_DELETE)
        return delete_code(work, &code, err);
    if (code.used)
        return refuse_used(err);
    code.disabled = change == RECORD_DISABLE;
    return code_write(work, &code, err);
}

/* ---- using ------------------------------------------------------------------------ */

void code_pack_claim(struct buf *out, const struct code_claim *claim) {
    pack_raw(out, claim->hash, sizeof claim->hash);
    pack_u(out, claim->origin.address);
    pack_i(out, claim->origin.most_wrong);
}

void code_unpack_claim(struct unpack *in, struct code_claim *claim) {
    *claim = (struct code_claim){0};
    unpack_raw(in, claim->hash, sizeof claim->hash);
    claim->origin.address = unpack_u(in);
    claim->origin.most_wrong = (int)unpack_i(in);
}

static int find_code(struct work *work, const unsigned char hash[SECRET_HASH], struct code *code,
                     struct error *err) {
    int found = store_get(work->store, TABLE_CODE_HASHES, hash, SECRET_HASH, &work->scratch, err);
    if (found <= 0)
        return found;
    struct unpack in = unpack_from(work->scratch.data, work->scratch.len);
    return code_read(work, unpack_u(&in), code, err);
}

/* Wrong codes count like wrong keys: who guesses at the one has no more tries at the other. */
static int look_up(struct work *work, const struct code_claim *claim, struct code *code, struct error *err) {
    struct guesses *guesses = work->book->guesses;
    int64_t now = clock_mono_ms();
    int wait = guesses_wait(guesses, &claim->origin, claim->hash, now);
    if (wait > 0) {
        error_coded(err, ERR_LIMIT, LEDGER_WRONG_CODES, "Too many wrong codes came from this address.");
        err->retry_after = wait;
        return -1;
    }
    int found = find_code(work, claim->hash, code, err);
    if (found == 0)
        guesses_wrong(guesses, &claim->origin, now);
    return found;
}

int code_use(struct work *work, const struct code_claim *claim, bool invitation, uint64_t user,
             struct code *code, struct error *err) {
    int found = look_up(work, claim, code, err);
    if (found < 0)
        return -1;
    enum code_state state = found ? code_state(code, work->book->now / 1000) : CODE_DISABLED;
    if (state == CODE_DISABLED)
        return error_coded(err, ERR_NOT_FOUND, "invalid_code", "There is no such code.");
    if (code->invitation != invitation)
        return error_coded(err, ERR_NOT_FOUND, "invalid_code",
                           invitation ? "This code is credit for a user, no invitation to register."
                                      : "This code is an invitation to register, no credit.");
    if (state == CODE_USED)
        return refuse_used(err);
    if (state == CODE_EXPIRED)
        return error_coded(err, ERR_NOT_FOUND, "code_expired", "This code has expired.");
    code->used = work->book->now / 1000;
    code->user = user;
    return code_write(work, code, err);
}

/* Arguments: user, claim. Answer: the code. */
int op_code_redeem(struct work *work, struct error *err) {
    struct user user;
    struct code_claim claim;
    struct code code;
    uint64_t id = unpack_u(work->in);
    code_unpack_claim(work->in, &claim);
    int found = account_read(work, id, &user, err);
    if (found <= 0 || user.deleted)
        return found < 0 ? -1 : error_set(err, ERR_NOT_FOUND, "there is no such user");
    if (code_use(work, &claim, false, id, &code, err) < 0)
        return -1;
    if (!user.limited)
        return error_coded(err, ERR_CONFLICT, "no_balance",
                           "This user does not pay from a balance; the code was not used.");
    struct payment payment = {.amount = code.amount, .kind = PAID_BY_CODE, .code = code.id};
    if (account_pay(work, &user, &payment, err) < 0)
        return -1;
    record_pack_code(work->out, &code);
    return 0;
}
