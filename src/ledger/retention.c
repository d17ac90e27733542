/*
 * Retention: entries that are older than their user's plan, or the site, keeps them go, a few at a time; what
 * they add up to stays with their user and their key, and in the sums by hour. One user after the other, and
 * then a rest; how far that has come is written down, since keepers may live shortly.
 */
#include <string.h>

#include "base/clock.h"
#include "ledger/operation.h"
#include "ledger/record.h"

#define STATE      "retention" /* in the first table: days, the last user done, and when to go on */
#define REST_MS    3600000     /* behind the last user */
#define ENTRIES    50          /* that go in one operation: under a millisecond */
#define USERS      100         /* that are looked at in one */
#define DAY_MS     INT64_C(86400000)
#define INDEX_HEAD 8

/* One operation. */
struct forgetting {
    struct work *work;
    struct user user;
    struct key key; /* id 0: none */
    int64_t before; /* entries whose call had ended by then, milliseconds since 1970 */
    size_t room;    /* how many may still go */
    struct call_id ids[ENTRIES];
    size_t count; /* of the user, that go */
};

int retention_read(struct work *work, struct error *err) {
    int found = store_get(work->store, TABLE_META, STATE, strlen(STATE), &work->scratch, err);
    if (found <= 0)
        return found;
    struct unpack in = unpack_from(work->scratch.data, work->scratch.len);
    work->book->forgot_days = (int)unpack_i(&in);
    work->book->forgot_user = unpack_u(&in);
    work->book->forget_from = unpack_i(&in);
    return 0;
}

/* Another number of days counts at once. */
bool retention_is_due(const struct book *book) {
    return clock_wall_ms() >= book->forget_from || book->forgot_days != book->retention_days;
}

static int write_state(struct work *work, uint64_t user, int64_t from, struct error *err) {
    buf_clear(&work->scratch);
    pack_i(&work->scratch, work->book->retention_days);
    pack_u(&work->scratch, user);
    pack_i(&work->scratch, from);
    if (store_put(work->store, TABLE_META, STATE, strlen(STATE), &work->scratch, err) < 0)
        return -1;
    work->book->forgot_days = work->book->retention_days;
    work->book->forgot_user = user;
    work->book->forget_from = from;
    return 0;
}

/* ---- one entry ------------------------------------------------------------------------------------ */

static void book_entry(struct forgotten *forgotten, const struct entry *entry) {
    int64_t until = entry->admitted / 1000 + 1;
    forgotten->until = until > forgotten->until ? until : forgotten->until;
    forgotten->entries++;
    forgotten->requests += entry->outcome != CALL_FAILED;
    forgotten->tokens += entry->usage.prompt + entry->usage.output;
    forgotten->cost += entry->cost;
}

/* A key may be gone by now: then nobody asks what its entries add up to. */
static int turn_to_key(struct forgetting *forgetting, uint64_t id, struct error *err) {
    struct key *key = &forgetting->key;
    if (key->id == id)
        return 0;
    if (key->id && key_write(forgetting->work, key, err) < 0)
        return -1;
    key->id = 0;
    return id && key_read(forgetting->work, id, key, err) < 0 ? -1 : 0;
}

static int read_entry(struct work *work, const unsigned char *id, struct entry *entry, struct error *err) {
    int found = store_get(work->store, TABLE_ENTRIES, id, OPERATION_ID, &work->scratch, err);
    if (found > 0) {
        struct unpack in = unpack_from(work->scratch.data, work->scratch.len);
        record_unpack_entry(&in, entry);
    }
    return found;
}

static int forget_entry(struct forgetting *forgetting, const struct call_id *id, struct error *err) {
    struct work *work = forgetting->work;
    struct entry entry;
    int found = read_entry(work, id->bytes, &entry, err);
    if (found == 0)
        error_set(err, ERR_INTERNAL, "ledger: an entry that is listed is not there");
    if (found <= 0 || turn_to_key(forgetting, entry.key, err) < 0 ||
        store_delete(work->store, TABLE_ENTRIES, id->bytes, sizeof id->bytes, err) < 0 ||
        entry_unindex(work, entry.user, id, err) < 0)
        return -1;
    book_entry(&forgetting->user.forgotten, &entry);
    if (forgetting->key.id)
        book_entry(&forgetting->key.forgotten, &entry);
    return 0;
}

/* ---- one user --------------------------------------------------------------------------------------- */

/* A call may have run for long: its time counts from its end, so that one that is settled twice is known. */
static bool is_old(const struct entry *entry, int64_t before) {
    return entry->admitted < before && entry->duration < before - entry->admitted;
}

/* Notes the user's oldest entries, up to the first that stays. */
static int note_old(void *arg, const struct buf *key, const struct buf *value, struct error *err) {
    (void)value;
    struct forgetting *forgetting = arg;
    const unsigned char *bytes = (const unsigned char *)key->data;
    struct entry entry;
    if (record_read_u64(bytes) != forgetting->user.id)
        return 1;
    int found = read_entry(forgetting->work, bytes + INDEX_HEAD, &entry, err);
    if (found < 0)
        return -1;
    if (found == 0 || !is_old(&entry, forgetting->before))
        return 1;
    memcpy(forgetting->ids[forgetting->count++].bytes, bytes + INDEX_HEAD, OPERATION_ID);
    return 0;
}

static int find_old(struct forgetting *forgetting, struct error *err) {
    unsigned char from[INDEX_HEAD];
    forgetting->count = 0;
    record_key_u64(from, forgetting->user.id);
    return store_walk(forgetting->work->store, TABLE_USER_ENTRIES, from, sizeof from, forgetting->room,
                      note_old, forgetting, err) < 0
               ? -1
               : 0;
}

/* The plan's days, if it says any: longer or shorter than those of the site. */
static int read_days(struct forgetting *forgetting, int64_t *days, struct error *err) {
    struct plan plan = {0};
    *days = forgetting->work->book->retention_days;
    if (*forgetting->user.plan && plan_read(forgetting->work, forgetting->user.plan, &plan, err) < 0)
        return -1;
    if (plan.keep_days > 0)
        *days = plan.keep_days;
    return 0;
}

/* 1 if all old ones of this user are gone, 0 if there may be more, -1. */
static int forget_user(struct forgetting *forgetting, struct error *err) {
    int64_t days, now = forgetting->work->book->now;
    if (read_days(forgetting, &days, err) < 0)
        return -1;
    if (days == 0 || days > now / DAY_MS)
        return 1;
    forgetting->before = now - days * DAY_MS;
    if (find_old(forgetting, err) < 0)
        return -1;
    for (size_t i = 0; i < forgetting->count; i++)
        if (forget_entry(forgetting, &forgetting->ids[i], err) < 0)
            return -1;
    forgetting->room -= forgetting->count;
    if (forgetting->count && account_write(forgetting->work, &forgetting->user, err) < 0)
        return -1;
    return forgetting->room > 0;
}

/* 1 found, 0 there are no more users, -1. Those that were deleted have entries too. */
static int next_user(struct work *work, uint64_t after, struct user *user, struct error *err) {
    unsigned char id[8];
    struct buf key;
    record_key_u64(id, after);
    buf_init(&key, 64);
    int found = store_next(work->store, TABLE_USERS, id, sizeof id, &key, &work->scratch, err);
    if (found > 0) {
        struct unpack in = unpack_from(work->scratch.data, work->scratch.len);
        record_unpack_user(&in, user);
    }
    buf_free(&key);
    return found;
}

static int forget_users(struct forgetting *forgetting, struct error *err) {
    struct work *work = forgetting->work;
    bool anew = work->book->forgot_days != work->book->retention_days;
    uint64_t done = anew ? 0 : work->book->forgot_user;
    int found = 1, all = 1;
    for (int i = 0; i < USERS && found > 0 && all > 0; i++) {
        found = next_user(work, done, &forgetting->user, err);
        all = found > 0 ? forget_user(forgetting, err) : found;
        if (all > 0)
            done = forgetting->user.id;
    }
    if (found < 0 || all < 0 || turn_to_key(forgetting, 0, err) < 0)
        return -1;
    return write_state(work, found ? done : 0, found ? 0 : work->book->now + REST_MS, err);
}

/* Not beside a proof, which walks through the entries: it would miss those that go. */
int op_entries_forget(struct work *work, struct error *err) {
    struct forgetting forgetting = {.work = work, .room = ENTRIES};
    return check_runs(work->book) ? 0 : forget_users(&forgetting, err);
}
