/* The keeper's side: the table of operations, and how one of them is done. */
#include <string.h>

#include "base/clock.h"
#include "base/log.h"
#include "ledger/guesses.h"
#include "ledger/holds.h"
#include "ledger/operation.h"
#include "ledger/record.h"

#define ANSWER_KEPT     3600000 /* ms for which a repeated administrative operation is recognised */
#define CLOCK_BACK_MOST 3600000 /* ms that the clock may be set back without a period starting twice */

enum operation_flag {
    CHANGES = 1,    /* runs in a transaction */
    REMEMBERED = 2, /* its answer is stored under its id; calls are recognised by their own records */
    CAUGHT_UP = 4,  /* sees what calls have cost: those that wait to be settled come first */
};

int book_admits(const struct book *book, struct error *err) {
    if (book->low_disk)
        return error_set(err, ERR_UNAVAILABLE, "ledger: the disk is full, no call is admitted");
    if (book->cannot_settle)
        return error_set(err, ERR_UNAVAILABLE,
                         "ledger: what calls cost cannot be written, none is admitted; if that "
                         "lasts, the database is damaged: put back a copy of it");
    return 0;
}

void book_see_settlement(struct book *book, int rc, const struct error *err) {
    bool failed = rc < 0 && err->kind == ERR_UNAVAILABLE;
    if (failed && !book->cannot_settle)
        log_line("%s: no call is admitted until calls can be settled", err->message);
    if (failed || rc == 0)
        book->cannot_settle = failed;
    if (rc < 0)
        seen_doubt(book->seen);
}

/* Whether a call would be admitted, as far as the ledger is concerned. */
static int op_ping(struct work *work, struct error *err) {
    return book_admits(work->book, err);
}

static const struct {
    operation_function *run;
    unsigned flags;
} operations[] = {
    [OP_PING] = {op_ping, 0},
    [OP_RESERVE] = {op_reserve, 0},
    [OP_SETTLE] = {op_settle, CHANGES},
    [OP_RELEASE] = {op_release, 0},
    [OP_USER_REGISTER] = {op_user_register, CHANGES | REMEMBERED},
    [OP_USER_FIND] = {op_user_find, CAUGHT_UP},
    [OP_USER_NEXT] = {op_user_next, CAUGHT_UP},
    [OP_USER_CHANGE] = {op_user_change, CHANGES | REMEMBERED},
    [OP_USER_UPDATE] = {op_user_update, CHANGES | REMEMBERED | CAUGHT_UP},
    [OP_USER_CREDIT] = {op_user_credit, CHANGES | REMEMBERED | CAUGHT_UP},
    [OP_USER_ERASE] = {op_user_erase, CHANGES | REMEMBERED},
    [OP_ERASURES] = {op_erasures, 0},
    [OP_USER_FORGET] = {op_user_forget, CHANGES},
    [OP_PAYMENTS] = {op_payments, 0},
    [OP_CODES_MAKE] = {op_codes_make, CHANGES | REMEMBERED},
    [OP_CODES] = {op_codes, 0},
    [OP_CODE_CHANGE] = {op_code_change, CHANGES | REMEMBERED},
    [OP_CODE_REDEEM] = {op_code_redeem, CHANGES | REMEMBERED},
    [OP_CALLER_FIND] = {op_caller_find, CAUGHT_UP},
    [OP_KEY_CREATE] = {op_key_create, CHANGES | REMEMBERED},
    [OP_KEY_UPDATE] = {op_key_update, CHANGES | REMEMBERED | CAUGHT_UP},
    [OP_KEY_ROTATE] = {op_key_rotate, CHANGES | REMEMBERED},
    [OP_KEY_FIND] = {op_key_find, CAUGHT_UP},
    [OP_KEY_NEXT] = {op_key_next, CAUGHT_UP},
    [OP_KEY_CHANGE] = {op_key_change, CHANGES | REMEMBERED},
    [OP_PLAN_PUT] = {op_plan_put, CHANGES | REMEMBERED | CAUGHT_UP},
    [OP_PLAN_FIND] = {op_plan_find, 0},
    [OP_PLAN_NEXT] = {op_plan_next, 0},
    [OP_PLAN_DELETE] = {op_plan_delete, CHANGES | REMEMBERED},
    [OP_PASSWORD_ASK] = {op_password_ask, 0},
    [OP_PASSWORD_SET] = {op_password_set, CHANGES | REMEMBERED},
    [OP_LOGIN_BEGIN] = {op_login_begin,
                        CHANGES}, /* one that is sent again begins another login, which ends unused */
    [OP_LOGIN_REFRESH] = {op_login_refresh, CHANGES | REMEMBERED},
    [OP_LOGIN_END] = {op_login_end, CHANGES},
    [OP_ENTRY_LIST] = {op_entry_list, CAUGHT_UP},
    [OP_ENTRIES_FORGET] = {op_entries_forget, CHANGES},
    [OP_USAGE] = {op_usage, CAUGHT_UP},
    [OP_CHECK] = {op_check, CAUGHT_UP},
    [OP_STATE_KEEP] = {op_state_keep, CHANGES},
    [OP_STATE_FIND] = {op_state_find, 0},
    [OP_SESSION_CREATE] = {op_session_create, CHANGES | REMEMBERED},
    [OP_SESSION_FIND] = {op_session_find, 0},
    [OP_SESSION_UPDATE] = {op_session_update, CHANGES},
    [OP_SESSION_CLAIM] = {op_session_claim, CHANGES},
    [OP_SESSION_ADD] = {op_session_add, CHANGES},
    [OP_SESSION_WALK] = {op_session_walk, 0},
    [OP_SESSION_END] = {op_session_end, CHANGES | REMEMBERED},
    [OP_SESSION_END_ALL] = {op_session_end_all, CHANGES},
    [OP_SESSION_ENDED] = {op_session_ended, 0},
    [OP_SESSION_DROP] = {op_session_drop, CHANGES},
    [OP_CONNECT_BEGIN] = {op_connect_begin, CHANGES},
    [OP_CONNECT_FIND] = {op_connect_find, 0},
    [OP_CONNECT_GRANT] = {op_connect_grant, CHANGES | REMEMBERED},
    [OP_CONNECT_TAKE] = {op_connect_take, CHANGES},
    [OP_CONNECT_END] = {op_connect_end, CHANGES},
    [OP_SEEN_LIST] = {op_seen_list, CAUGHT_UP},
    [OP_SEEN_FORGET] = {op_seen_forget, CHANGES},
};
_Static_assert(sizeof operations / sizeof *operations == OP__MAX, "a row for each operation");

/* What a new ledger has from the start. */
static int make(struct work *work, struct error *err) {
    if (store_begin(work->store, err) < 0)
        return -1;
    int rc = plan_write_first(work, err);
    buf_clear(&work->scratch);
    pack_u(&work->scratch, BOOK_SCHEMA);
    if (rc == 0)
        rc = store_put(work->store, TABLE_META, "schema", 6, &work->scratch, err);
    if (rc == 0)
        return store_commit(work->store, err);
    store_abort(work->store);
    return -1;
}

static int check_schema(struct work *work, struct error *err) {
    int found = store_get(work->store, TABLE_META, "schema", 6, &work->scratch, err);
    if (found < 0)
        return -1;
    struct unpack in = unpack_from(work->scratch.data, work->scratch.len);
    uint64_t schema = found ? unpack_u(&in) : BOOK_SCHEMA;
    if (schema != BOOK_SCHEMA)
        return error_set(err, ERR_UNAVAILABLE,
                         "ledger: the database was made by %s version of the program (its schema is %llu, "
                         "this one reads %d). Run that version, or name another data_dir.",
                         schema < BOOK_SCHEMA ? "an older" : "a newer", (unsigned long long)schema,
                         BOOK_SCHEMA);
    return found ? 0 : make(work, err);
}

void book_see_time(struct book *book, int64_t ms) {
    if (ms > book->now && ms - clock_wall_ms() < CLOCK_BACK_MOST)
        book->now = ms;
}

/* The keeper's clock starts no earlier than the newest call that has ended. */
static int read_clock(struct work *work, struct error *err) {
    int found = store_last(work->store, TABLE_ENTRIES, &work->scratch, err);
    int64_t last = found > 0 ? record_time_of((const unsigned char *)work->scratch.data) : 0;
    work->book->now = clock_wall_ms();
    book_see_time(work->book, last);
    return found < 0 ? -1 : 0;
}

int book_open(struct book *book, const char *directory, bool make, int cache_kb, struct error *err) {
    *book = (struct book){0};
    book->store = store_open(directory, make, cache_kb, err);
    if (!book->store)
        return -1;
    book->holds = holds_new();
    book->guesses = guesses_new();
    book->attempts = guesses_new();
    book->seen = seen_notes_new();
    struct work work = {.book = book, .store = book->store};
    buf_init(&work.scratch, 1 << 16);
    int rc = check_schema(&work, err);
    if (rc == 0)
        rc = read_clock(&work, err);
    if (rc == 0)
        rc = retention_read(&work, err);
    buf_free(&work.scratch);
    if (rc < 0)
        book_close(book, false);
    return rc;
}

void book_close(struct book *book, bool leave) {
    check_free(book->check);
    holds_free(book->holds);
    guesses_free(book->guesses);
    guesses_free(book->attempts);
    seen_notes_free(book->seen);
    store_close(book->store, leave);
    *book = (struct book){0};
}

uint64_t book_number(struct work *work, const char *series, struct error *err) {
    int found = store_get(work->store, TABLE_META, series, strlen(series), &work->scratch, err);
    if (found < 0)
        return 0;
    struct unpack in = unpack_from(work->scratch.data, work->scratch.len);
    uint64_t number = (found ? unpack_u(&in) : 0) + 1;
    buf_clear(&work->scratch);
    pack_u(&work->scratch, number);
    return store_put(work->store, TABLE_META, series, strlen(series), &work->scratch, err) < 0 ? 0 : number;
}

/* 1: this operation was done before, its answer is in out. */
static int recall(struct work *work, struct error *err) {
    int found = store_get(work->store, TABLE_ANSWERS, work->id, OPERATION_ID, &work->scratch, err);
    if (found <= 0)
        return found;
    struct unpack in = unpack_from(work->scratch.data, work->scratch.len);
    unpack_i(&in);
    unpack_u(&in);
    buf_add(work->out, in.at, (size_t)(in.end - in.at));
    return 1;
}

/* Drops the oldest answer if it is older than need be. 1 if there was one. */
static int forget_oldest(struct work *work, struct error *err) {
    struct buf key;
    buf_init(&key, 256);
    int found = store_next(work->store, TABLE_ANSWERS, NULL, 0, &key, &work->scratch, err);
    if (found > 0) {
        struct unpack in = unpack_from(work->scratch.data, work->scratch.len);
        found = unpack_i(&in) < work->book->now - ANSWER_KEPT;
    }
    if (found > 0 && store_delete(work->store, TABLE_ANSWERS, key.data, key.len, err) < 0)
        found = -1;
    buf_free(&key);
    return found;
}

/* Stores the answer. Two old ones go for each new one, so that no more are kept than an hour brings. */
static int remember(struct work *work, size_t from, struct error *err) {
    int more = forget_oldest(work, err);
    if (more > 0)
        more = forget_oldest(work, err);
    if (more < 0)
        return -1;
    buf_clear(&work->scratch);
    pack_i(&work->scratch, work->book->now);
    pack_u(&work->scratch, work->about);
    if (work->out->len > from)
        buf_add(&work->scratch, work->out->data + from, work->out->len - from);
    return store_put(work->store, TABLE_ANSWERS, work->id, OPERATION_ID, &work->scratch, err);
}

struct doomed {
    uint64_t user;
    unsigned char last[OPERATION_ID];
    struct buf ids;
};

static int match_doomed(void *arg, const struct buf *key, const struct buf *value, struct error *err) {
    (void)err;
    struct doomed *doomed = arg;
    struct unpack in = unpack_from(value->data, value->len);
    memcpy(doomed->last, key->data, sizeof doomed->last);
    unpack_i(&in);
    if (unpack_u(&in) == doomed->user)
        pack_raw(&doomed->ids, key->data, key->len);
    return 0;
}

int book_forget_answers(struct work *work, uint64_t user, unsigned char after[OPERATION_ID],
                        struct error *err) {
    struct doomed doomed = {.user = user};
    buf_init(&doomed.ids, BOOK_STEP * OPERATION_ID);
    int more =
        store_walk(work->store, TABLE_ANSWERS, after, OPERATION_ID, BOOK_STEP, match_doomed, &doomed, err);
    for (size_t at = 0; more >= 0 && at < doomed.ids.len; at += OPERATION_ID)
        if (store_delete(work->store, TABLE_ANSWERS, doomed.ids.data + at, OPERATION_ID, err) < 0)
            more = -1;
    memcpy(after, doomed.last, OPERATION_ID);
    buf_free(&doomed.ids);
    return more;
}

static int run(struct work *work, enum operation op, struct error *err) {
    if (!(operations[op].flags & REMEMBERED))
        return operations[op].run(work, err);
    size_t from = work->out->len;
    int known = recall(work, err);
    if (known)
        return known < 0 ? -1 : 0;
    if (operations[op].run(work, err) < 0)
        return -1;
    return remember(work, from, err);
}

int book_hold_again(struct book *book, const struct hold *hold, struct error *err) {
    struct work work = {.book = book, .store = book->store, .id = hold->id.bytes};
    buf_init(&work.scratch, 1 << 16);
    int rc = call_hold_again(&work, hold, err);
    buf_free(&work.scratch);
    return rc;
}

static void catch_up(struct book *book) {
    if (book->catch_up)
        book->catch_up(book->catch_up_arg);
}

void book_catch_up(struct work *work) {
    catch_up(work->book);
}

int book_apply(struct book *book, enum operation op, const unsigned char id[OPERATION_ID], struct unpack *in,
               struct buf *out, bool *wrote, struct error *err) {
    int64_t wall = clock_wall_ms();
    if (wall > book->now)
        book->now = wall;
    if (operations[op].flags & CAUGHT_UP)
        catch_up(book);
    struct work work = {.book = book, .store = book->store, .id = id, .in = in, .out = out};
    buf_init(&work.scratch, 1 << 16);
    size_t from = out->len;
    bool changes = operations[op].flags & CHANGES;
    int rc = changes ? store_begin(book->store, err) : 0;
    if (rc == 0) {
        rc = run(&work, op, err);
        if (rc == 0 && in->bad)
            rc = error_set(err, ERR_INTERNAL, "ledger: malformed operation");
        if (rc == 0 && out->overflow)
            rc = error_set(err, ERR_INTERNAL, "ledger: answer too long");
        if (changes && rc < 0)
            store_abort(book->store);
        else if (changes)
            rc = store_commit(book->store, err);
    }
    if (op == OP_SETTLE)
        book_see_settlement(book, rc, err);
    if (rc == 0 && work.ended)
        holds_drop(book->holds, id);
    buf_free(&work.scratch);
    if (rc < 0 && out->len > from) {
        out->len = from;
        out->overflow = false;
    }
    *wrote |= changes && rc == 0;
    return rc;
}
