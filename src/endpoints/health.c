/* Whether the hub lives, and whether it can serve. */
#include <string.h>

#include "base/clock.h"
#include "endpoints/endpoints.h"

static int answer_at(struct exchange *x, int status, const char *state, const char *reason, const char *time,
                     struct error *err) {
    struct buf body;
    buf_init(&body, 2048);
    buf_printf(&body, "{\"status\":\"%s\",\"service\":\"aihub\",\"version\":\"%s\"", state, PACKAGE_VERSION);
    if (*reason) {
        buf_puts(&body, ",\"reason\":");
        buf_quote(&body, reason, strlen(reason));
    }
    if (*time)
        buf_printf(&body, ",\"timestamp\":\"%s\"", time);
    buf_puts(&body, "}\n");
    reply_begin(x->reply, status, "application/json");
    reply_header(x->reply, "Cache-Control", "no-store");
    reply_header(x->reply, "x-request-id", exchange_id(x));
    int rc = reply_finish(x->reply, body.data, body.len, err);
    buf_free(&body);
    return rc;
}

static int answer(struct exchange *x, int status, const char *state, const char *reason, struct error *err) {
    return answer_at(x, status, state, reason, "", err);
}

int endpoint_health(struct exchange *x, struct error *err) {
    return answer(x, 200, "ok", "", err);
}

int endpoint_root_health(struct exchange *x, struct error *err) {
    char time[CLOCK_TEXT];
    return answer_at(x, 200, "ok", "", clock_write_ms(clock_wall_ms(), time), err);
}

/* The reasons stay general here, since anybody may ask; the log has the particulars. */
int endpoint_ready(struct exchange *x, struct error *err) {
    char fault[320];
    struct error trouble = {0};
    live_fault(x->hub->live, fault, sizeof fault);
    if (!x->config)
        return answer(x, 503, "unavailable", "the configuration is broken; the log says where", err);
    if (ledger_ping(hub_ledger(x->hub, x->config), &trouble) < 0)
        return answer(x, 503, "unavailable", "the ledger cannot be reached; the log says why", err);
    return answer(x, 200, "ok", *fault ? "the configuration is broken, the last good one is in force" : "",
                  err);
}
