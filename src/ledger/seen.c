/*
 * How providers' models answered last, for the status of the hub and for who chooses a provider. Written in
 * the transactions that settle calls, and there only where something is new: what was written last of the
 * models in use is kept in memory, so that most calls cost no more than a look at it.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "base/mem.h"
#include "ledger/operation.h"
#include "ledger/record.h"

#define REST_MS  10000                    /* between two good answers that are written */
#define DAYS_MS  (INT64_C(90) * 86400000) /* for which what was seen is kept, as aihub(1) says */
#define NOTES    64 /* more than a hub has models in use; two in one place are written more often */
#define KEY_MOST (NAME_TEXT + MODEL_TEXT) /* provider, zero, model */

struct note {
    size_t len; /* of the key; 0: nothing is known */
    char key[KEY_MOST];
    struct seen seen; /* without its names */
};

struct seen_notes {
    struct note at[NOTES];
};

struct seen_notes *seen_notes_new(void) {
    return xcalloc(1, sizeof(struct seen_notes));
}

void seen_notes_free(struct seen_notes *notes) {
    free(notes);
}

void seen_doubt(struct seen_notes *notes) {
    for (size_t i = 0; i < NOTES; i++)
        notes->at[i].len = 0;
}

/* ---- records -------------------------------------------------------------------------------------- */

static size_t key_of(const char *provider, const char *model, char key[KEY_MOST]) {
    return (size_t)snprintf(key, KEY_MOST, "%s%c%s", provider, '\0', model);
}

static void read_names(const struct buf *key, struct seen *seen) {
    size_t len = strnlen(key->data, key->len), rest = len < key->len ? key->len - len - 1 : 0;
    snprintf(seen->provider, sizeof seen->provider, "%.*s", (int)len, key->data);
    snprintf(seen->model, sizeof seen->model, "%.*s", (int)rest, rest ? key->data + len + 1 : "");
}

static int64_t last_of(const struct seen *seen) {
    return seen->good > seen->failed ? seen->good : seen->failed;
}

/* ---- room ----------------------------------------------------------------------------------------- */

static struct note *note_at(struct seen_notes *notes, const char *key, size_t len) {
    return &notes->at[secret_number(key, len) % NOTES];
}

static bool is_of(const struct note *note, const char *key, size_t len) {
    return note->len == len && memcmp(note->key, key, len) == 0;
}

/* A record that goes is not known any more either. */
static int drop(struct work *work, const char *key, size_t len, struct error *err) {
    struct note *note = note_at(work->book->seen, key, len);
    if (is_of(note, key, len))
        note->len = 0;
    return store_delete(work->store, TABLE_SEEN, key, len, err);
}

struct oldest {
    size_t rows, len;
    int64_t last;
    char key[KEY_MOST];
};

static int find_oldest(void *arg, const struct buf *key, const struct buf *value, struct error *err) {
    (void)err;
    struct oldest *oldest = arg;
    struct seen seen;
    struct unpack in = unpack_from(value->data, value->len);
    record_unpack_seen(&in, &seen);
    if ((oldest->rows++ == 0 || last_of(&seen) < oldest->last) && key->len <= sizeof oldest->key) {
        oldest->last = last_of(&seen);
        oldest->len = key->len;
        memcpy(oldest->key, key->data, key->len);
    }
    return 0;
}

/* Clients make up names of models where a provider takes any. */
static int make_room(struct work *work, struct error *err) {
    struct oldest oldest = {0};
    if (store_walk(work->store, TABLE_SEEN, NULL, 0, SEEN_MOST, find_oldest, &oldest, err) < 0)
        return -1;
    return oldest.rows < SEEN_MOST ? 0 : drop(work, oldest.key, oldest.len, err);
}

/* ---- one call ------------------------------------------------------------------------------------- */

/* What is known of a model, in the place of what was known of another one; nothing of one that is new, for
 * which there is room then. NULL on failure. */
static struct seen *find(struct work *work, const char *key, size_t len, struct error *err) {
    struct note *note = note_at(work->book->seen, key, len);
    if (is_of(note, key, len))
        return &note->seen;
    note->len = 0;
    note->seen = (struct seen){0};
    int found = store_get(work->store, TABLE_SEEN, key, len, &work->scratch, err);
    if (found < 0 || (found == 0 && make_room(work, err) < 0))
        return NULL;
    struct unpack in = unpack_from(found ? work->scratch.data : "", found ? work->scratch.len : 0);
    record_unpack_seen(&in, &note->seen);
    note->len = len;
    memcpy(note->key, key, len);
    return &note->seen;
}

static int write_seen(struct work *work, const char *key, size_t len, const struct seen *seen,
                      struct error *err) {
    buf_clear(&work->scratch);
    record_pack_seen(&work->scratch, seen);
    return store_put(work->store, TABLE_SEEN, key, len, &work->scratch, err);
}

/* When the call ended, by the keeper's clock. What a call tells of itself may be absurd. */
static int64_t end_of(const struct work *work, const struct entry *entry) {
    int64_t end, now = clock_wall_ms();
    if (now < work->book->now)
        now = work->book->now;
    return __builtin_add_overflow(entry->admitted, entry->duration, &end) || end > now ? now : end;
}

/* Calls end in another order than they are settled. Returns whether it is to be written. */
static bool take_good(struct seen *seen, int64_t time, int64_t first) {
    bool mends = seen->failures > 0 && time >= seen->failed;
    if (seen->good && !mends && time < seen->good + REST_MS)
        return false;
    if (time >= seen->good) {
        seen->good = time;
        seen->first = first;
    }
    if (mends)
        seen->failures = 0;
    return true;
}

static bool take_fault(struct seen *seen, int64_t time, const struct fault *fault) {
    if (time >= seen->failed) {
        seen->failed = time;
        seen->fault = *fault;
    }
    seen->failures += time >= seen->good;
    return true;
}

int seen_note(struct work *work, const struct entry *entry, const struct remark *remark, struct error *err) {
    char key[KEY_MOST];
    bool good = entry->outcome == CALL_DONE;
    if ((!good && remark->fault.kind == FAULT_NONE) || !*remark->model)
        return 0;
    size_t len = key_of(entry->provider, remark->model, key);
    struct seen *seen = find(work, key, len, err);
    if (!seen)
        return -1;
    int64_t time = end_of(work, entry);
    bool news = good ? take_good(seen, time, entry->first) : take_fault(seen, time, &remark->fault);
    return news ? write_seen(work, key, len, seen, err) : 0;
}

/* ---- what all of them are ------------------------------------------------------------------------- */

struct listing {
    struct buf *out;
    uint64_t room;
};

static int list_one(void *arg, const struct buf *key, const struct buf *value, struct error *err) {
    (void)err;
    struct listing *listing = arg;
    struct seen seen;
    read_names(key, &seen);
    pack_u(listing->out, 1);
    pack_text(listing->out, seen.provider);
    pack_text(listing->out, seen.model);
    pack_raw(listing->out, value->data, value->len);
    return --listing->room == 0;
}

/* Arguments: behind which provider ("": none) and model, how many. Answer: 1, names and record of each; 0. */
int op_seen_list(struct work *work, struct error *err) {
    char provider[NAME_TEXT], model[MODEL_TEXT], key[KEY_MOST];
    struct listing listing = {.out = work->out};
    unpack_text(work->in, provider, sizeof provider);
    unpack_text(work->in, model, sizeof model);
    listing.room = unpack_u(work->in);
    listing.room = listing.room < LEDGER_PAGE ? listing.room : LEDGER_PAGE;
    size_t len = key_of(provider, model, key);
    if (listing.room > 0 && store_walk(work->store, TABLE_SEEN, *provider ? key : NULL, *provider ? len : 0,
                                       LEDGER_PAGE, list_one, &listing, err) < 0)
        return -1;
    pack_u(work->out, 0);
    return 0;
}

struct forgetting {
    int64_t before;
    size_t count;
    struct buf keys;
};

static int find_old(void *arg, const struct buf *key, const struct buf *value, struct error *err) {
    (void)err;
    struct forgetting *forgetting = arg;
    struct seen seen;
    struct unpack in = unpack_from(value->data, value->len);
    record_unpack_seen(&in, &seen);
    if (last_of(&seen) < forgetting->before) {
        forgetting->count++;
        pack_bytes(&forgetting->keys, key->data, key->len);
    }
    return 0;
}

static int find_all_old(struct store *store, struct forgetting *forgetting, struct error *err) {
    forgetting->before = clock_wall_ms() - DAYS_MS;
    buf_init(&forgetting->keys, SEEN_MOST * (KEY_MOST + 2));
    return store_walk(store, TABLE_SEEN, NULL, 0, SEEN_MOST, find_old, forgetting, err);
}

bool seen_is_due(const struct book *book) {
    struct forgetting forgetting = {0};
    struct error err = {0};
    bool due = find_all_old(book->store, &forgetting, &err) >= 0 && forgetting.count > 0;
    buf_free(&forgetting.keys);
    return due;
}

int op_seen_forget(struct work *work, struct error *err) {
    struct forgetting forgetting = {0};
    int rc = find_all_old(work->store, &forgetting, err) < 0 ? -1 : 0;
    struct unpack keys = unpack_from(forgetting.keys.data ? forgetting.keys.data : "", forgetting.keys.len);
    while (rc == 0 && keys.at < keys.end) {
        size_t len;
        const char *key = unpack_bytes(&keys, &len);
        rc = drop(work, key, len, err);
    }
    buf_free(&forgetting.keys);
    return rc;
}
