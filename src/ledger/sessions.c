/* Sessions, as the keeper keeps them. A session that ended is found no more; its record stays until its file
 * is gone, so that a death in between leaves neither. */
#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "ledger/operation.h"
#include "ledger/record.h"

#define ORDER_KEY   (8 + 8 + SESSION_ID) /* user, how long before the end of time it was used, id */
#define END_KEY     SESSION_END          /* when it ends, id */
#define ANSWER_MOST (60u << 10)          /* bytes of a list */
#define DAY         86400

/* ---- records ---------------------------------------------------------------------- */

static void order_key(const struct session *session, unsigned char key[ORDER_KEY]) {
    record_key_u64(key, session->user);
    record_key_u64(key + 8, UINT64_MAX - (uint64_t)session->updated);
    memcpy(key + 16, session->id, SESSION_ID);
}

static void end_key(const struct session *session, unsigned char key[END_KEY]) {
    record_key_u64(key, session->ended ? 0 : (uint64_t)session->expires);
    memcpy(key + 8, session->id, SESSION_ID);
}

/* 1, also one that has ended; 0; -1. */
static int read_session(struct work *work, const unsigned char id[SESSION_ID], struct session *session,
                        struct error *err) {
    int found = store_get(work->store, TABLE_SESSIONS, id, SESSION_ID, &work->scratch, err);
    if (found <= 0)
        return found;
    struct unpack in = unpack_from(work->scratch.data, work->scratch.len);
    record_unpack_session(&in, session);
    work->about = session->user;
    return 1;
}

static bool has_ended(const struct work *work, const struct session *session) {
    return session->ended || (session->expires && session->expires <= work->book->now / 1000);
}

/* The arguments' id and user, and the session, which must live. */
static int need_session(struct work *work, struct session *session, struct error *err) {
    unsigned char id[SESSION_ID];
    unpack_raw(work->in, id, sizeof id);
    uint64_t user = unpack_u(work->in);
    int found = read_session(work, id, session, err);
    if (found > 0 && !has_ended(work, session) && (user == 0 || user == session->user))
        return 0;
    return found < 0 ? -1 : error_set(err, ERR_NOT_FOUND, "There is no such session.");
}

static int put_nothing(struct work *work, enum table table, const unsigned char *key, size_t len,
                       struct error *err) {
    buf_clear(&work->scratch);
    pack_i(&work->scratch, 0);
    return store_put(work->store, table, key, len, &work->scratch, err);
}

/* Takes it out of the tables that put sessions in an order. */
static int unlist(struct work *work, const struct session *session, struct error *err) {
    unsigned char order[ORDER_KEY], end[END_KEY];
    order_key(session, order);
    end_key(session, end);
    if (!session->ended && store_delete(work->store, TABLE_SESSION_ORDER, order, sizeof order, err) < 0)
        return -1;
    bool ends = session->ended || session->expires;
    return ends ? store_delete(work->store, TABLE_SESSION_ENDS, end, sizeof end, err) : 0;
}

static int write_session(struct work *work, const struct session *session, struct error *err) {
    unsigned char order[ORDER_KEY], end[END_KEY];
    order_key(session, order);
    end_key(session, end);
    if (!session->ended && put_nothing(work, TABLE_SESSION_ORDER, order, sizeof order, err) < 0)
        return -1;
    if ((session->ended || session->expires) &&
        put_nothing(work, TABLE_SESSION_ENDS, end, sizeof end, err) < 0)
        return -1;
    buf_clear(&work->scratch);
    record_pack_session(&work->scratch, session);
    return store_put(work->store, TABLE_SESSIONS, session->id, SESSION_ID, &work->scratch, err);
}

static int write_texts(struct work *work, const unsigned char id[SESSION_ID], struct span prompt,
                       struct span metadata, struct error *err) {
    buf_clear(&work->scratch);
    pack_bytes(&work->scratch, prompt.at, prompt.len);
    pack_bytes(&work->scratch, metadata.at, metadata.len);
    return store_put(work->store, TABLE_SESSION_TEXTS, id, SESSION_ID, &work->scratch, err);
}

static struct span unpack_span(struct unpack *in) {
    struct span text;
    text.at = unpack_bytes(in, &text.len);
    return text;
}

/* They stand in work->scratch. */
static int read_texts(struct work *work, const unsigned char id[SESSION_ID], struct span *prompt,
                      struct span *metadata, struct error *err) {
    int found = store_get(work->store, TABLE_SESSION_TEXTS, id, SESSION_ID, &work->scratch, err);
    struct unpack in = unpack_from(work->scratch.data ? work->scratch.data : "", work->scratch.len);
    *prompt = unpack_span(&in);
    *metadata = unpack_span(&in);
    return found < 0 ? -1 : 0;
}

/* Later than all others of its user, so that these have one order. Not listed yet, or not any more. */
static int touch(struct work *work, struct session *session, struct error *err) {
    unsigned char user[8];
    struct buf key;
    record_key_u64(user, session->user);
    buf_init(&key, 2 * ORDER_KEY);
    int found = store_next(work->store, TABLE_SESSION_ORDER, user, sizeof user, &key, &work->scratch, err);
    session->updated = work->book->now;
    if (found > 0 && memcmp(key.data, user, sizeof user) == 0) {
        int64_t last = (int64_t)(UINT64_MAX - record_read_u64((const unsigned char *)key.data + 8));
        if (last >= session->updated)
            session->updated = last + 1;
    }
    buf_free(&key);
    return found < 0 ? -1 : 0;
}

static void set_end(const struct work *work, struct session *session, int64_t days) {
    session->expires = days > 0 ? work->book->now / 1000 + days * DAY : 0;
}

/* One more of a user, or one less; *count is then how many it has. */
static int count_session(struct work *work, uint64_t user, int change, int64_t *count, struct error *err) {
    unsigned char key[8];
    record_key_u64(key, user);
    int found = store_get(work->store, TABLE_USER_SESSIONS, key, sizeof key, &work->scratch, err);
    if (found < 0)
        return -1;
    struct unpack in = unpack_from(work->scratch.data, work->scratch.len);
    *count = (found ? unpack_i(&in) : 0) + change;
    buf_clear(&work->scratch);
    pack_i(&work->scratch, *count);
    return store_put(work->store, TABLE_USER_SESSIONS, key, sizeof key, &work->scratch, err);
}

/* ---- one of them ---------------------------------------------------------------------- */

int op_session_create(struct work *work, struct error *err) {
    struct session session = {0};
    struct user user;
    unpack_raw(work->in, session.id, sizeof session.id);
    session.user = unpack_u(work->in);
    unpack_text(work->in, session.title, sizeof session.title);
    unpack_text(work->in, session.model, sizeof session.model);
    set_end(work, &session, unpack_i(work->in));
    int64_t most = unpack_i(work->in), count;
    session.created = work->book->now / 1000;
    struct span prompt = unpack_span(work->in), metadata = unpack_span(work->in);
    int found = account_read(work, session.user, &user, err);
    if (found <= 0 || user.deleted)
        return found < 0 ? -1 : error_set(err, ERR_NOT_FOUND, "there is no such user");
    if (count_session(work, session.user, 1, &count, err) < 0)
        return -1;
    if (most > 0 && count > most) {
        error_set(err, ERR_CONFLICT, "There are %lld sessions, as many as a user may have: delete some.",
                  (long long)most);
        err->code = "too_many_sessions";
        return -1;
    }
    if (touch(work, &session, err) < 0 || write_texts(work, session.id, prompt, metadata, err) < 0 ||
        write_session(work, &session, err) < 0)
        return -1;
    record_pack_session(work->out, &session);
    return 0;
}

int op_session_find(struct work *work, struct error *err) {
    struct session session;
    struct span prompt = {0}, metadata = {0};
    if (need_session(work, &session, err) < 0)
        return -1;
    bool texts = unpack_u(work->in);
    if (texts && read_texts(work, session.id, &prompt, &metadata, err) < 0)
        return -1;
    record_pack_session(work->out, &session);
    pack_bytes(work->out, prompt.at, prompt.len);
    pack_bytes(work->out, metadata.at, metadata.len);
    return 0;
}

int op_session_update(struct work *work, struct error *err) {
    struct session session, to = {0};
    struct span old_prompt, old_metadata;
    struct buf texts;
    if (need_session(work, &session, err) < 0 || unlist(work, &session, err) < 0)
        return -1;
    unsigned fields = (unsigned)unpack_u(work->in);
    unpack_text(work->in, to.title, sizeof to.title);
    unpack_text(work->in, to.model, sizeof to.model);
    struct span prompt = unpack_span(work->in), metadata = unpack_span(work->in);
    if (fields & SESSION_TITLE)
        memcpy(session.title, to.title, sizeof session.title);
    if (fields & SESSION_MODEL)
        memcpy(session.model, to.model, sizeof session.model);
    if (touch(work, &session, err) < 0 || read_texts(work, session.id, &old_prompt, &old_metadata, err) < 0)
        return -1;
    buf_init(&texts, SESSION_PROMPT_MOST + SESSION_METADATA_MOST);
    buf_add(&texts, old_prompt.at, old_prompt.len);
    buf_add(&texts, old_metadata.at, old_metadata.len);
    if (!(fields & SESSION_PROMPT))
        prompt = (struct span){texts.data, old_prompt.len};
    if (!(fields & SESSION_METADATA))
        metadata = (struct span){texts.data ? texts.data + old_prompt.len : NULL, old_metadata.len};
    int rc = write_texts(work, session.id, prompt, metadata, err);
    buf_free(&texts);
    if (rc < 0 || write_session(work, &session, err) < 0)
        return -1;
    record_pack_session(work->out, &session);
    return 0;
}

/* Who claims a session or adds to it knows who did so last, and is then the last one itself. 1 if that was
 * this operation: its answer did not reach the asker. */
static int take_turn(const struct work *work, struct session *session, struct error *err) {
    unsigned char seen[SESSION_TURN];
    _Static_assert(sizeof seen == OPERATION_ID, "a turn is an operation");
    unpack_raw(work->in, seen, sizeof seen);
    if (memcmp(session->turn, work->id, sizeof seen) == 0)
        return 1;
    if (memcmp(session->turn, seen, sizeof seen) != 0)
        return error_set(err, ERR_CONFLICT, "Somebody else goes on with the session.");
    memcpy(session->turn, work->id, sizeof seen);
    return 0;
}

/* Where it stands among the others does not change. */
int op_session_claim(struct work *work, struct error *err) {
    struct session session;
    if (need_session(work, &session, err) < 0)
        return -1;
    int known = take_turn(work, &session, err);
    if (known < 0 || (known == 0 && write_session(work, &session, err) < 0))
        return -1;
    record_pack_session(work->out, &session);
    return 0;
}

int op_session_add(struct work *work, struct error *err) {
    struct session session;
    char title[SESSION_TITLE_TEXT];
    if (need_session(work, &session, err) < 0)
        return -1;
    int known = take_turn(work, &session, err);
    int64_t to = unpack_i(work->in), messages = unpack_i(work->in), tokens = unpack_i(work->in),
            cost = unpack_i(work->in), days = unpack_i(work->in);
    unpack_text(work->in, title, sizeof title);
    if (known < 0)
        return -1;
    if (known == 0) {
        if (unlist(work, &session, err) < 0)
            return -1;
        session.bytes = to;
        session.messages += messages;
        session.tokens += tokens;
        session.cost += cost;
        if (!*session.title)
            memcpy(session.title, title, sizeof session.title);
        set_end(work, &session, days);
        if (touch(work, &session, err) < 0 || write_session(work, &session, err) < 0)
            return -1;
    }
    record_pack_session(work->out, &session);
    return 0;
}

/* ---- many of them ------------------------------------------------------------------------ */

/* Keys of the order, collected: rows are read when the walk is over. */
struct listing {
    uint64_t user;
    struct buf keys;
};

static int collect_key(void *arg, const struct buf *key, const struct buf *value, struct error *err) {
    struct listing *listing = arg;
    (void)value, (void)err;
    if (key->len != ORDER_KEY ||
        (listing->user && record_read_u64((const unsigned char *)key->data) != listing->user))
        return 1;
    buf_add(&listing->keys, key->data, key->len);
    return 0;
}

/* The next keys behind `after` (no bytes: from the start). 1 if there may be more. */
static int list_keys(struct work *work, struct listing *listing, const void *after, size_t len, size_t most,
                     struct error *err) {
    unsigned char user[8];
    record_key_u64(user, listing->user);
    buf_init(&listing->keys, most * ORDER_KEY);
    if (len == 0 && listing->user) {
        after = user;
        len = sizeof user;
    }
    int more = store_walk(work->store, TABLE_SESSION_ORDER, len ? after : NULL, len, most, collect_key,
                          listing, err);
    return more > 0 ? listing->keys.len == most * ORDER_KEY : more;
}

static char folded(char c) {
    return c >= 'A' && c <= 'Z' ? (char)(c + 'a' - 'A') : c;
}

static bool holds(const char *text, const char *part) {
    for (;; text++) {
        size_t i = 0;
        while (part[i] && folded(text[i]) == folded(part[i]))
            i++;
        if (!part[i])
            return true;
        if (!*text)
            return false;
    }
}

/* Rows, each behind a 1; then a 0, whether there may be more, how many are still to be skipped, and how far
 * it came. */
int op_session_walk(struct work *work, struct error *err) {
    struct listing listing = {.user = unpack_u(work->in)};
    char search[SESSION_TITLE_TEXT];
    size_t len, rows = 0, seen = 0;
    unpack_text(work->in, search, sizeof search);
    int64_t skip = unpack_i(work->in);
    const void *after = unpack_bytes(work->in, &len);
    int more = list_keys(work, &listing, after, len, BOOK_STEP, err), rc = more;
    size_t count = listing.keys.len / ORDER_KEY;
    while (rc >= 0 && seen < count && rows < SESSION_ROWS && work->out->len < ANSWER_MOST) {
        struct session session;
        const char *key = listing.keys.data + seen++ * ORDER_KEY;
        rc = read_session(work, (const unsigned char *)key + 16, &session, err);
        if (rc <= 0 || has_ended(work, &session) || (*search && !holds(session.title, search)))
            continue;
        if (skip > 0) {
            skip--;
            continue;
        }
        pack_u(work->out, 1);
        record_pack_session(work->out, &session);
        rows++;
    }
    pack_u(work->out, 0);
    pack_u(work->out, more > 0 || seen < count);
    pack_i(work->out, skip);
    pack_bytes(work->out, seen ? listing.keys.data + (seen - 1) * ORDER_KEY : "", seen ? ORDER_KEY : 0);
    buf_free(&listing.keys);
    return rc < 0 ? -1 : 0;
}

/* ---- their end ----------------------------------------------------------------------------- */

static int end_session(struct work *work, struct session *session, struct error *err) {
    int64_t count;
    if (unlist(work, session, err) < 0 || count_session(work, session->user, -1, &count, err) < 0)
        return -1;
    session->ended = true;
    return write_session(work, session, err);
}

int op_session_end(struct work *work, struct error *err) {
    struct session session;
    if (need_session(work, &session, err) < 0 || end_session(work, &session, err) < 0)
        return -1;
    record_pack_session(work->out, &session);
    return 0;
}

/* Some of a user's; the answer says whether there may be more. */
int op_session_end_all(struct work *work, struct error *err) {
    enum { STEP = 100 };
    struct listing listing = {.user = unpack_u(work->in)};
    int more = list_keys(work, &listing, NULL, 0, STEP, err), rc = more;
    for (size_t at = 0; rc >= 0 && at < listing.keys.len; at += ORDER_KEY) {
        struct session session;
        rc = read_session(work, (unsigned char *)listing.keys.data + at + 16, &session, err);
        if (rc > 0)
            rc = end_session(work, &session, err);
    }
    buf_free(&listing.keys);
    pack_u(work->out, more > 0);
    return rc < 0 ? -1 : 0;
}

struct ending {
    int64_t now;
    struct buf keys;
};

static int collect_ended(void *arg, const struct buf *key, const struct buf *value, struct error *err) {
    struct ending *ending = arg;
    (void)value, (void)err;
    if (key->len != END_KEY || record_read_u64((const unsigned char *)key->data) > (uint64_t)ending->now)
        return 1;
    buf_add(&ending->keys, key->data, key->len);
    return 0;
}

/* Some of those whose end has come, behind one (no bytes: the first of all): their files can go. */
int op_session_ended(struct work *work, struct error *err) {
    struct ending ending = {.now = work->book->now / 1000};
    size_t len;
    const void *after = unpack_bytes(work->in, &len);
    buf_init(&ending.keys, SESSION_ROWS * END_KEY);
    int rc = store_walk(work->store, TABLE_SESSION_ENDS, len ? after : NULL, len, SESSION_ROWS, collect_ended,
                        &ending, err);
    for (size_t at = 0; rc >= 0 && at < ending.keys.len; at += END_KEY) {
        struct session session;
        const char *key = ending.keys.data + at;
        rc = read_session(work, (const unsigned char *)key + 8, &session, err);
        if (rc <= 0)
            continue;
        pack_raw(work->out, key, END_KEY);
        pack_u(work->out, session.user);
    }
    buf_free(&ending.keys);
    return rc < 0 ? -1 : 0;
}

/* One of those, without a file by now. */
int op_session_drop(struct work *work, struct error *err) {
    unsigned char id[SESSION_ID];
    struct session session;
    int64_t count;
    unpack_raw(work->in, id, sizeof id);
    int found = read_session(work, id, &session, err);
    if (found <= 0 || !has_ended(work, &session))
        return found < 0 ? -1 : 0;
    if (!session.ended && count_session(work, session.user, -1, &count, err) < 0)
        return -1;
    return unlist(work, &session, err) < 0 ||
                   store_delete(work->store, TABLE_SESSION_TEXTS, id, SESSION_ID, err) < 0 ||
                   store_delete(work->store, TABLE_SESSIONS, id, SESSION_ID, err) < 0
               ? -1
               : 0;
}
