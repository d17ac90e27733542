/* Sessions, as the rest of the hub asks for them. */
#include <stdio.h>
#include <string.h>

#include "base/secret.h"
#include "ledger/exchange.h"
#include "ledger/record.h"
#include "ledger/session_file.h"
#include "ledger/user_files.h"

#define PREFIX     "sess_"
#define ERASE_STEP 1000 /* files */

const char *session_id_write(const unsigned char id[SESSION_ID], char text[SESSION_ID_TEXT]) {
    memcpy(text, PREFIX, sizeof PREFIX);
    secret_hex(id, SESSION_ID, text + sizeof PREFIX - 1);
    return text;
}

bool session_id_read(const char *text, unsigned char id[SESSION_ID]) {
    const size_t prefix = sizeof PREFIX - 1;
    return strlen(text) == SESSION_ID_TEXT - 1 && strncmp(text, PREFIX, prefix) == 0 &&
           text[prefix + strspn(text + prefix, "0123456789abcdef")] == '\0' &&
           secret_unhex(text + prefix, id, SESSION_ID);
}

static void pack_span(struct buf *out, struct span text) {
    pack_bytes(out, text.at, text.len);
}

static void pack_id(struct buf *out, const unsigned char id[SESSION_ID], uint64_t user) {
    pack_raw(out, id, SESSION_ID);
    pack_u(out, user);
}

/* Runs an operation whose answer is a session. */
static int run_session(struct ledger *ledger, enum operation op, struct exchange *x, struct session *session,
                       struct error *err) {
    int rc = exchange_run(ledger, op, x, err);
    if (rc == 0)
        record_unpack_session(&x->answer, session);
    exchange_end(x);
    return rc;
}

int ledger_session_create(struct ledger *ledger, struct session *session, const struct session_texts *texts,
                          int days, int most, struct error *err) {
    struct exchange x;
    exchange_begin(&x);
    secret_random(session->id, sizeof session->id);
    pack_id(&x.in, session->id, session->user);
    pack_text(&x.in, session->title);
    pack_text(&x.in, session->model);
    pack_i(&x.in, days);
    pack_i(&x.in, most);
    pack_span(&x.in, texts->prompt);
    pack_span(&x.in, texts->metadata);
    return run_session(ledger, OP_SESSION_CREATE, &x, session, err);
}

static struct span keep_text(struct unpack *in, struct arena *arena) {
    size_t len;
    const char *text = unpack_bytes(in, &len);
    return len ? (struct span){arena_strndup(arena, text, len), len} : (struct span){0};
}

int ledger_session_find(struct ledger *ledger, uint64_t user, const unsigned char id[SESSION_ID],
                        struct session *session, struct session_texts *texts, struct arena *arena,
                        struct error *err) {
    struct exchange x;
    exchange_begin(&x);
    pack_id(&x.in, id, user);
    pack_u(&x.in, texts != NULL);
    int rc = exchange_run(ledger, OP_SESSION_FIND, &x, err);
    if (rc == 0)
        record_unpack_session(&x.answer, session);
    if (rc == 0 && texts) {
        texts->prompt = keep_text(&x.answer, arena);
        texts->metadata = keep_text(&x.answer, arena);
    }
    exchange_end(&x);
    return rc;
}

int ledger_session_update(struct ledger *ledger, unsigned fields, struct session *session,
                          const struct session_texts *texts, struct error *err) {
    struct exchange x;
    exchange_begin(&x);
    pack_id(&x.in, session->id, session->user);
    pack_u(&x.in, fields);
    pack_text(&x.in, session->title);
    pack_text(&x.in, session->model);
    pack_span(&x.in, texts->prompt);
    pack_span(&x.in, texts->metadata);
    return run_session(ledger, OP_SESSION_UPDATE, &x, session, err);
}

int ledger_session_claim(struct ledger *ledger, struct session *session, struct error *err) {
    struct exchange x;
    exchange_begin(&x);
    pack_id(&x.in, session->id, session->user);
    pack_raw(&x.in, session->turn, sizeof session->turn);
    return run_session(ledger, OP_SESSION_CLAIM, &x, session, err);
}

int ledger_session_add(struct ledger *ledger, struct session *session, const struct session_turn *turn,
                       struct error *err) {
    struct exchange x;
    exchange_begin(&x);
    pack_id(&x.in, session->id, session->user);
    pack_raw(&x.in, session->turn, sizeof session->turn);
    pack_i(&x.in, turn->bytes);
    pack_i(&x.in, turn->messages);
    pack_i(&x.in, turn->tokens);
    pack_i(&x.in, turn->cost);
    pack_i(&x.in, turn->days);
    pack_text(&x.in, turn->title);
    return run_session(ledger, OP_SESSION_ADD, &x, session, err);
}

int ledger_session_walk(struct ledger *ledger, struct session_walk *walk, struct session rows[SESSION_ROWS],
                        size_t *count, struct error *err) {
    struct exchange x;
    size_t len;
    exchange_begin(&x);
    pack_u(&x.in, walk->user);
    pack_text(&x.in, walk->search);
    pack_i(&x.in, walk->skip);
    pack_bytes(&x.in, walk->at, walk->len);
    int rc = exchange_run(ledger, OP_SESSION_WALK, &x, err);
    *count = 0;
    if (rc == 0) {
        while (*count < SESSION_ROWS && unpack_u(&x.answer))
            record_unpack_session(&x.answer, &rows[(*count)++]);
        if (*count == SESSION_ROWS)
            unpack_u(&x.answer);
        walk->ended = !unpack_u(&x.answer);
        walk->skip = unpack_i(&x.answer);
        const void *at = unpack_bytes(&x.answer, &len);
        walk->ended |= len != sizeof walk->at;
        if (len == sizeof walk->at)
            memcpy(walk->at, at, walk->len = len);
    }
    exchange_end(&x);
    return rc;
}

/* The file goes at once. Should this process die before that, the keeper removes it, as it does with those
 * of sessions that expired. */
int ledger_session_delete(struct ledger *ledger, uint64_t user, const unsigned char id[SESSION_ID],
                          struct error *err) {
    struct exchange x;
    struct session session;
    exchange_begin(&x);
    pack_id(&x.in, id, user);
    return run_session(ledger, OP_SESSION_END, &x, &session, err) < 0
               ? -1
               : session_file_drop(ledger->directory, session.user, id, err);
}

int ledger_sessions_erase(struct ledger *ledger, uint64_t user, struct error *err) {
    int more = 1;
    while (more > 0) {
        struct exchange x;
        exchange_begin(&x);
        pack_u(&x.in, user);
        int rc = exchange_run(ledger, OP_SESSION_END_ALL, &x, err);
        more = rc == 0 && unpack_u(&x.answer);
        exchange_end(&x);
        if (rc < 0)
            return -1;
    }
    do
        more = user_files_erase(ledger->directory, user, ERASE_STEP, err);
    while (more > 0);
    return more;
}
