/* Opaque reasoning state for clients who cannot carry it. */
#include <string.h>

#include "base/log.h"
#include "relay/call.h"

#define KEPT_SECONDS  86400 /* an agent's turn may wait for people */
#define LOOK_UPS_MOST 32    /* calls of a request, the last ones */
#define KEPT_MOST     32    /* states of an answer */

/* Nobody finds what was kept for another user; who logs in again, or takes another key, is the same one. */
static void make_id(uint64_t user, const char *call, unsigned char id[SECRET_HASH]) {
    struct buf text;
    buf_init(&text, BUF_MOST);
    buf_printf(&text, "%llu %s", (unsigned long long)user, call);
    secret_hash(text.data, text.len, id);
    buf_free(&text);
}

static struct ledger *ledger_of(const struct relay *r) {
    return hub_ledger(r->x->hub, r->x->config);
}

void relay_keep_state(struct relay *r, const struct chat_call *call) {
    unsigned char id[SECRET_HASH];
    struct error err = {0};
    if (r->kept == KEPT_MOST)
        return;
    make_id(r->grant.user, call->id, id);
    if (ledger_state_keep(ledger_of(r), id, call->signature.at, call->signature.len, KEPT_SECONDS, &err) < 0)
        log_line("reasoning of the call %.64s is not kept: %s", call->id, err.message);
    r->kept = err.kind ? KEPT_MOST : r->kept + 1; /* what fails once is not tried again */
}

static void find_state(struct relay *r, uint64_t user, struct chat_call *call) {
    unsigned char id[SECRET_HASH];
    struct error err = {0};
    struct buf state;
    buf_init(&state, LEDGER_STATE_MOST);
    make_id(user, call->id, id);
    if (ledger_state_find(ledger_of(r), id, &state, &err) > 0)
        call->signature = chat_keep(r->x->arena, (struct span){state.data, state.len});
    else if (err.kind)
        log_line("reasoning of the call %.64s is not found: %s", call->id, err.message);
    buf_free(&state);
}

/* Only the calls since the user's last words are of interest: reasoning before that is over. */
static struct chat_turn *loop_of(const struct chat_request *request) {
    struct chat_turn *loop = NULL;
    for (struct chat_turn *turn = request->turns; turn; turn = turn->next) {
        const struct chat_block *last = turn->blocks.last;
        if (turn->role == CHAT_USER && last->kind != CHAT_RESULT)
            loop = turn;
    }
    return loop ? loop : request->turns;
}

static bool wants_state(const struct chat_block *block) {
    return block->kind == CHAT_CALL && !block->call.signature.at;
}

void relay_find_states(struct relay *r) {
    int more = -LOOK_UPS_MOST;
    struct caller caller = {0};
    struct error ignored = {0};
    if (r->carry.how != CARRY_NOTHING || r->provider->carries == CARRY_NOTHING)
        return;
    struct chat_turn *loop = loop_of(r->request);
    for (struct chat_turn *turn = loop; turn; turn = turn->next)
        for (struct chat_block *block = turn->blocks.first; block; block = block->next)
            more += wants_state(block);
    if (more == -LOOK_UPS_MOST || caller_find(r->x, &r->credentials, &caller, &ignored) < 0)
        return; /* the reservation refuses the caller too */
    for (struct chat_turn *turn = loop; turn; turn = turn->next)
        for (struct chat_block *block = turn->blocks.first; block; block = block->next)
            if (wants_state(block) && more-- <= 0)
                find_state(r, caller.user.id, &block->call);
}
