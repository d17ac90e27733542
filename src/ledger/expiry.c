/* What the keeper removes because its time has come: sessions with their files, kept prompts, pictures, what
 * there is of users that are erased, old entries, what was seen of models long ago. */
#include "base/clock.h"
#include "base/log.h"
#include "ledger/exchange.h"
#include "ledger/kept_files.h"
#include "ledger/kept_prompts.h"
#include "ledger/record.h"
#include "ledger/session_file.h"
#include "ledger/user_files.h"

#define FORGET_MS   10      /* at a stretch */
#define FILES_STEP  500     /* at a time */
#define PROMPTS_MS  3600000 /* how often days are looked at */
#define PICTURES_MS 3600000 /* the same of pictures */
#define SEEN_MS     3600000 /* the same of models */
#define REST_MS     60000   /* behind what failed */

static int apply(struct ledger *ledger, enum operation op, const struct buf *in, struct buf *out,
                 struct error *err) {
    unsigned char id[OPERATION_ID];
    bool wrote = false;
    struct unpack arguments = unpack_from(in->data ? in->data : "", in->len);
    exchange_new_id(id);
    return keeper_apply(ledger, op, id, &arguments, out, &wrote, err);
}

/* The file first: who dies then leaves the record, and the next keeper goes on. */
static int drop(struct ledger *ledger, const unsigned char id[SESSION_ID], uint64_t user, struct error *err) {
    struct buf in, out;
    if (session_file_drop(ledger->directory, user, id, err) < 0)
        return -1;
    buf_init(&in, 64);
    buf_init(&out, 64);
    pack_raw(&in, id, SESSION_ID);
    int rc = apply(ledger, OP_SESSION_DROP, &in, &out, err);
    buf_free(&in);
    buf_free(&out);
    return rc;
}

/* Drops some sessions that ended, behind the one of `end`, which is then the last of them. Returns how many
 * there were; one that cannot be dropped is passed over, with err. */
static int drop_some(struct ledger *ledger, struct buf *end, struct error *err) {
    struct buf in, out;
    int count = 0;
    buf_init(&in, 64);
    buf_init(&out, WIRE_BODY_MAX);
    pack_bytes(&in, end->data, end->len);
    int rc = apply(ledger, OP_SESSION_ENDED, &in, &out, err);
    struct unpack answer = unpack_from(out.data ? out.data : "", out.len);
    for (; rc == 0 && answer.at < answer.end && !answer.bad; count++) {
        unsigned char key[SESSION_END];
        struct error why = {0};
        unpack_raw(&answer, key, sizeof key);
        drop(ledger, key + SESSION_END - SESSION_ID, unpack_u(&answer), &why);
        if (why.kind)
            *err = why;
        buf_clear(end);
        buf_add(end, key, sizeof key);
    }
    buf_free(&in);
    buf_free(&out);
    return count;
}

/* What cannot be dropped stands before all others the next time: then as many are looked at as there are. */
static void expire_sessions(struct ledger *ledger) {
    struct error err = {0};
    struct buf end;
    int count;
    buf_init(&end, SESSION_END);
    do
        count = drop_some(ledger, &end, &err);
    while (err.kind && count > 0);
    if (err.kind) {
        log_line("sessions that ended are not removed: %s", err.message);
        ledger->next_sessions = clock_mono_ms() + REST_MS;
    }
    buf_free(&end);
}

static void expire_prompts(struct ledger *ledger, int64_t now) {
    struct error err = {0};
    bool more = kept_prompts_expire(ledger->directory, clock_wall_ms() / 1000, ledger->options.prompt_days,
                                    FILES_STEP, &err);
    if (err.kind && !more)
        log_line("%s", err.message);
    if (!more)
        ledger->next_prompts = now + PROMPTS_MS;
}

static void expire_files(struct ledger *ledger, int64_t now) {
    struct error err = {0};
    bool more = kept_files_expire(ledger->directory, clock_wall_ms() / 1000, ledger->options.file_days,
                                  FILES_STEP, &err);
    if (err.kind && !more)
        log_line("%s", err.message);
    if (!more)
        ledger->next_files = now + PICTURES_MS;
}

/* The user's notes and what is remembered of it. Returns 0 or -1. */
static int forget_words(struct ledger *ledger, uint64_t user, struct error *err) {
    unsigned char after[OPERATION_ID] = {0};
    uint64_t left = UINT64_MAX;
    struct buf in, out;
    int more = 1;
    buf_init(&in, 64);
    buf_init(&out, WIRE_BODY_MAX);
    while (more > 0) {
        buf_clear(&in);
        buf_clear(&out);
        pack_u(&in, user);
        pack_u(&in, left);
        pack_raw(&in, after, sizeof after);
        more = apply(ledger, OP_USER_FORGET, &in, &out, err);
        struct unpack answer = unpack_from(out.data ? out.data : "", out.len);
        if (more == 0)
            more = unpack_u(&answer) != 0;
        left = unpack_u(&answer);
        unpack_raw(&answer, after, sizeof after);
    }
    buf_free(&in);
    buf_free(&out);
    return more;
}

/* One step of each, after which there may be more; of another process that does the same no harm comes. */
static int erase_some(struct ledger *ledger, uint64_t user, struct error *err) {
    struct buf in, out;
    buf_init(&in, 64);
    buf_init(&out, WIRE_BODY_MAX);
    pack_u(&in, user);
    int more = apply(ledger, OP_SESSION_END_ALL, &in, &out, err);
    if (more == 0) {
        struct unpack answer = unpack_from(out.data, out.len);
        more = unpack_u(&answer) != 0;
    }
    if (more == 0)
        more = user_files_erase(ledger->directory, user, FILES_STEP, err);
    if (more == 0)
        more = forget_words(ledger, user, err);
    if (more == 0) {
        buf_clear(&in);
        buf_clear(&out);
        pack_text(&in, "");
        pack_u(&in, user);
        pack_u(&in, true);
        more = apply(ledger, OP_USER_ERASE, &in, &out, err);
    }
    buf_free(&in);
    buf_free(&out);
    return more < 0 ? -1 : 0;
}

/* Goes on with users whose erasing was begun. One that cannot be erased is passed over. */
static void go_on_erasing(struct ledger *ledger, int64_t now) {
    struct buf none, out;
    struct error err = {0};
    buf_init(&none, 1);
    buf_init(&out, WIRE_BODY_MAX);
    int rc = apply(ledger, OP_ERASURES, &none, &out, &err);
    struct unpack users = unpack_from(out.data ? out.data : "", out.len);
    while (rc == 0 && users.at < users.end) {
        struct error why = {0};
        uint64_t user = unpack_u(&users);
        if (erase_some(ledger, user, &why) < 0 && why.kind)
            err = why;
    }
    if (err.kind) {
        log_line("a user is not erased: %s", err.message);
        ledger->next_erasures = now + REST_MS;
    }
    buf_free(&none);
    buf_free(&out);
}

/* Looked for first: what is to be written is flushed to the disk, and keepers may live shortly. */
static void forget_seen(struct ledger *ledger, int64_t now) {
    struct error err = {0};
    struct buf none, out;
    pthread_mutex_lock(&ledger->working);
    bool due = ledger->keeping && seen_is_due(&ledger->book);
    pthread_mutex_unlock(&ledger->working);
    buf_init(&none, 1);
    buf_init(&out, 1);
    if (due && apply(ledger, OP_SEEN_FORGET, &none, &out, &err) == -1)
        log_line("what was seen of models long ago is not removed: %s", err.message);
    ledger->next_seen = now + SEEN_MS;
    buf_free(&none);
    buf_free(&out);
}

void expiry_sweep(struct ledger *ledger) {
    int64_t now = clock_mono_ms();
    if (now >= ledger->next_sessions)
        expire_sessions(ledger);
    if (ledger->options.prompt_days > 0 && now >= ledger->next_prompts)
        expire_prompts(ledger, now);
    if (ledger->options.file_days > 0 && now >= ledger->next_files)
        expire_files(ledger, now);
    if (now >= ledger->next_erasures)
        go_on_erasing(ledger, now);
    if (now >= ledger->next_seen)
        forget_seen(ledger, now);
}

static bool may_forget(struct ledger *ledger) {
    pthread_mutex_lock(&ledger->working);
    bool may = ledger->keeping && !check_runs(&ledger->book) && retention_is_due(&ledger->book);
    pthread_mutex_unlock(&ledger->working);
    return may && clock_mono_ms() >= ledger->next_forget;
}

static void forget_some(struct ledger *ledger) {
    struct error err = {0};
    struct buf none, out;
    buf_init(&none, 1);
    buf_init(&out, 1);
    if (apply(ledger, OP_ENTRIES_FORGET, &none, &out, &err) == -1) {
        log_line("old entries are not removed: %s", err.message);
        ledger->next_forget = clock_mono_ms() + REST_MS;
    }
    buf_free(&none);
    buf_free(&out);
}

bool expiry_forget(struct ledger *ledger) {
    int64_t end = clock_mono_ms() + FORGET_MS; /* in between calls have their turn */
    bool more = may_forget(ledger);
    while (more && clock_mono_ms() < end) {
        forget_some(ledger);
        more = may_forget(ledger);
    }
    return more;
}
