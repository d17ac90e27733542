/* The world of one process. */
#include "hub.h"

#include "dialects/event_array.h"

struct ledger *hub_ledger(struct hub *hub, const struct config *config) {
    pthread_mutex_lock(&hub->ledger_lock);
    if (!hub->ledger)
        hub->ledger = ledger_new(&(struct ledger_options){
            .data_dir = config->data_dir,
            .flush_each = config->durability == DURABILITY_COMMIT,
            .flush_ms = config->flush_ms,
            .cache_kb = config->cache_kb,
            .disk_floor_mb = config->disk_floor_mb,
            .retention_days = config->retention_days,
            .prompt_days = config->prompt_days,
            .file_days = config->file_days,
            /* Some for calls that wait to be settled or were left to the keeper. */
            .calls = hub->threads + 32,
        });
    struct ledger *ledger = hub->ledger;
    pthread_mutex_unlock(&hub->ledger_lock);
    return ledger;
}

const char *exchange_id(struct exchange *x) {
    if (!x->id) {
        unsigned char bytes[16];
        char *text = arena_alloc(x->arena, 2 * sizeof bytes + 1);
        secret_random(bytes, sizeof bytes);
        secret_hex(bytes, sizeof bytes, text);
        x->id = text;
    }
    return x->id;
}

struct body_rules exchange_body_rules(const struct exchange *x) {
    return (struct body_rules){
        .limit = (size_t)x->config->body_limit,
        .seconds = x->config->body_timeout,
        .memory = &x->hub->body_memory,
        .most_memory = x->config->body_memory,
    };
}

int exchange_reply_json(struct exchange *x, const struct buf *body, struct error *err) {
    reply_begin(x->reply, 200, "application/json");
    reply_header(x->reply, "x-request-id", exchange_id(x));
    return reply_finish(x->reply, body->data, body->len, err);
}

/* A provider's own refusal may be framed already. */
int exchange_refuse(struct exchange *x, struct span text, struct error *err) {
    struct buf framed;
    if (!x->array || scan_type(text) != SCAN_OBJECT)
        return reply_finish(x->reply, text.at, text.len, err);
    buf_init(&framed, text.len + 16);
    event_array_add(x->array, text, &framed);
    event_array_end(x->array, &framed);
    int rc = reply_finish(x->reply, framed.data, framed.len, err);
    buf_free(&framed);
    return rc;
}
