/* What the keeper removes because its time has come: sessions with their files, kept prompts, old
 * entries. */
#include "base/clock.h"
#include "base/log.h"
#include "ledger/keeper.h"
#include "ledger/kept_prompts.h"
#include "ledger/record.h"
#include "ledger/session_file.h"

#define FORGET_MS    10      /* at a stretch */
#define PROMPTS_STEP 500     /* files at a time */
#define PROMPTS_MS   3600000 /* how often days are looked at */
#define REST_MS      60000   /* behind what failed */

static int apply(struct ledger *ledger, enum operation op, const struct buf *in, struct buf *out,
                 struct error *err) {
    static const unsigned char id[OPERATION_ID]; /* that of none which is remembered */
    bool wrote = false;
    struct unpack arguments = unpack_from(in->data ? in->data : "", in->len);
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

static void expire_sessions(struct ledger *ledger) {
    struct buf in, out;
    struct error err = {0};
    buf_init(&in, 16);
    buf_init(&out, WIRE_BODY_MAX);
    int rc = apply(ledger, OP_SESSION_ENDED, &in, &out, &err);
    struct unpack answer = unpack_from(out.data ? out.data : "", out.len);
    while (rc == 0 && answer.at < answer.end && !answer.bad) {
        unsigned char id[SESSION_ID];
        unpack_raw(&answer, id, sizeof id);
        uint64_t user = unpack_u(&answer);
        rc = drop(ledger, id, user, &err);
    }
    if (err.kind) {
        log_line("sessions that ended are not removed: %s", err.message);
        ledger->next_sessions = clock_mono_ms() + REST_MS;
    }
    buf_free(&in);
    buf_free(&out);
}

void expiry_sweep(struct ledger *ledger) {
    int64_t now = clock_mono_ms();
    if (now >= ledger->next_sessions)
        expire_sessions(ledger);
    if (ledger->options.prompt_days == 0 || now < ledger->next_prompts)
        return;
    if (!kept_prompts_expire(ledger->directory, clock_wall_ms() / 1000, ledger->options.prompt_days,
                             PROMPTS_STEP))
        ledger->next_prompts = now + PROMPTS_MS;
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
