/*
 * How the hub is, and how its providers are: from what the ledger last saw of them, so that nobody pays for
 * the question. Strangers are told of the hub only; a key is told of the providers and models that it may
 * use.
 */
#include "endpoints/status.h"

#include <string.h>

#include "base/clock.h"
#include "endpoints/endpoints.h"
#include "endpoints/quota.h"
#include "endpoints/status_page.h"

/* ---- the state ------------------------------------------------------------------------------- */

static void judge(struct status *status) {
    const struct config *config = status->x->config;
    for (size_t i = 0; i < config->providers; i++) {
        const struct provider_view *view = &status->view.provider[i];
        if (!view->usable)
            continue;
        bool bad = sighting_is_bad(&view->sum, status->seen.now);
        status->available |= sighting_state(&view->sum, status->seen.now) != SEEN_FAILING;
        status->sound |= !bad;
        status->bad |= bad && status->known;
    }
}

static void look_around(struct exchange *x, struct status *status) {
    struct ledger *ledger = hub_ledger(x->hub, x->config);
    struct error trouble = {0};
    status->ledger =
        ledger_ping(ledger, &trouble) == 0 && sightings_read(ledger, &status->seen, &trouble) == 0 &&
        status_view_make(x, status->known ? &status->caller : NULL, &status->seen, &status->view, &trouble) ==
            0;
    if (status->ledger)
        judge(status);
}

/* A ledger that cannot be reached is a state, not an error; a key that is wrong is one. */
static int look(struct exchange *x, struct status *status, struct error *err) {
    struct error trouble = {0};
    *status = (struct status){.x = x};
    if (!x->config)
        return 0;
    bool shown = caller_is_shown(x);
    if (shown && caller_check(x, &status->caller, &trouble) < 0 && trouble.kind != ERR_UNAVAILABLE) {
        *err = trouble;
        return -1;
    }
    status->known = shown && trouble.kind == ERR_NONE;
    if (trouble.kind == ERR_NONE)
        look_around(x, status);
    return 0;
}

/* ---- the answer ------------------------------------------------------------------------------ */

static void write_time(struct json_writer *w, const char *name, int64_t ms) {
    char text[CLOCK_TEXT];
    json_member_text(w, name, ms ? clock_write(ms / 1000, text) : NULL);
}

static void write_fault(struct json_writer *w, int64_t failed, const struct fault *fault) {
    char text[FAULT_TEXT];
    write_time(w, "last_failed", failed);
    json_member_text(w, "fault", failed ? fault_name(fault->kind) : NULL);
    if (failed && fault->kind == FAULT_STATUS)
        json_member_int(w, "status_code", fault->status);
    else
        json_member_raw(w, "status_code", "null");
    json_member_text(w, "reason", failed ? fault_write(fault, text) : NULL);
}

static void write_model(struct json_writer *w, const struct seen *seen, int64_t now) {
    json_open(w, '{');
    json_member_text(w, "model", seen->model);
    json_member_text(w, "state", seen_state_name(seen_state(seen, now)));
    write_time(w, "last_good", seen->good);
    if (seen->first)
        json_member_int(w, "first_byte_ms", seen->first);
    else
        json_member_raw(w, "first_byte_ms", "null");
    write_fault(w, seen->failed, &seen->fault);
    json_member_int(w, "failures", seen->failures);
    json_close(w, '}');
}

static void write_provider(struct json_writer *w, const struct status *status, size_t index) {
    const char *name = status->x->config->provider[index].name;
    const struct sighting_sum *sum = &status->view.provider[index].sum;
    json_open(w, '{');
    json_member_text(w, "name", name);
    json_member_text(w, "state", seen_state_name(sighting_state(sum, status->seen.now)));
    write_time(w, "last_good", sum->good);
    write_fault(w, sum->failed, &sum->fault);
    json_member_open(w, "models", '[');
    for (size_t i = 0; i < status->seen.count; i++)
        if (status->view.seen[i] == SEEN_NAMED && sighting_is_of(&status->seen.at[i], name))
            write_model(w, &status->seen.at[i], status->seen.now);
    json_close(w, ']');
    json_close(w, '}');
}

static const char *configuration(const struct exchange *x) {
    char fault[320];
    live_fault(x->hub->live, fault, sizeof fault);
    return !x->config ? "broken" : *fault ? "outdated" : "ok";
}

static const char *word_of(const struct status *status) {
    bool good =
        status->available && status->sound && !status->bad && strcmp(configuration(status->x), "ok") == 0;
    return good ? "ok" : "degraded";
}

static void write_hub(struct json_writer *w, const struct status *status) {
    const struct config *config = status->x->config;
    json_member_text(w, "status", word_of(status));
    json_member_bool(w, "available", status->available);
    json_member_text(w, "service", "aihub");
    json_member_text(w, "version", PACKAGE_VERSION);
    json_member_text(w, "region", config ? config->region : NULL);
    json_member_text(w, "ledger", status->ledger ? "ok" : config ? "unavailable" : "unknown");
    json_member_text(w, "configuration", configuration(status->x));
    write_time(w, "time", clock_wall_ms());
    if (!status->known || !status->ledger)
        return;
    json_member_open(w, "providers", '[');
    for (size_t i = 0; i < config->providers; i++)
        if (status->view.provider[i].usable)
            write_provider(w, status, i);
    json_close(w, ']');
}

/* What new-api's consoles ask for before anybody has logged in. */
static void write_console(struct json_writer *w, const struct status *status) {
    const struct config *config = status->x->config;
    bool registers = config && config->registration != REGISTRATION_CLOSED;
    json_member_bool(w, "success", true);
    json_member_text(w, "message", "");
    json_member_open(w, "data", '{');
    json_member_text(w, "system_name", "AI Hub");
    json_member_text(w, "version", PACKAGE_VERSION);
    json_member_text(w, "server_address", config && config->url ? config->url : "");
    json_member_text(w, "logo", "");
    json_member_text(w, "footer_html", "");
    json_member_text(w, "docs_link", "");
    json_member_int(w, "quota_per_unit", QUOTA_PER_DOLLAR);
    json_member_bool(w, "display_in_currency", true);
    json_member_text(w, "quota_display_type", "USD");
    json_member_int(w, "usd_exchange_rate", 1);
    json_member_int(w, "price", 1);
    json_member_bool(w, "register_enabled", registers);
    json_member_bool(w, "password_login_enabled", true);
    json_member_bool(w, "password_register_enabled", registers);
    json_member_bool(w, "email_verification", false);
    json_member_bool(w, "turnstile_check", false);
    json_member_bool(w, "enable_drawing", false);
    json_member_bool(w, "enable_task", false);
    json_member_bool(w, "enable_data_export", true);
    json_member_bool(w, "setup", true);
    json_close(w, '}');
}

int status_reply(struct exchange *x, struct buf *body, struct error *err) {
    int rc = body->overflow ? error_set(err, ERR_INTERNAL, "The status is too long.") : 0;
    if (rc == 0) {
        reply_begin(x->reply, 200, "application/json");
        reply_header(x->reply, "Cache-Control", "no-store");
        reply_header(x->reply, "Vary", "Accept, Authorization");
        reply_header(x->reply, "x-request-id", exchange_id(x));
        rc = reply_finish(x->reply, body->data, body->len, err);
    }
    buf_free(body);
    return rc;
}

int status_answer(struct exchange *x, void (*write_more)(struct json_writer *w, const struct status *status),
                  struct error *err) {
    struct status status;
    struct buf body;
    if (look(x, &status, err) < 0)
        return -1;
    buf_init(&body, STATUS_MAX);
    struct json_writer w = {.out = &body};
    json_open(&w, '{');
    write_hub(&w, &status);
    if (write_more)
        write_more(&w, &status);
    json_close(&w, '}');
    sightings_free(&status.seen);
    return status_reply(x, &body, err);
}

/* A browser shows no key: its page says what strangers are told. */
static int answer_page(struct exchange *x, struct error *err) {
    struct status status = {.x = x};
    if (x->config)
        look_around(x, &status);
    sightings_free(&status.seen);
    return status_page(x, word_of(&status), err);
}

int endpoint_status(struct exchange *x, struct error *err) {
    return status_page_is_wanted(x) ? answer_page(x, err) : status_answer(x, NULL, err);
}

int endpoint_console_status(struct exchange *x, struct error *err) {
    return x->surface == SURFACE_SHARED ? status_answer(x, write_console, err) : endpoint_status(x, err);
}
