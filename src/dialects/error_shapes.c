/* The error bodies of the surfaces. */
#include "dialects/error_shapes.h"

#include <string.h>

#include "base/clock.h"
#include "base/jsonwrite.h"

/* type and code by kind; ai-hub.md names the types, DESIGN §5 those of 401 and 429. */
static const struct {
    const char *type, *code;
} openai[] = {
    [ERR_NONE] = {"api_error", NULL},
    [ERR_REQUEST] = {"invalid_request_error", NULL},
    [ERR_AUTH] = {"authentication_error", "invalid_api_key"},
    [ERR_CREDIT] = {"insufficient_quota", "insufficient_credit"},
    [ERR_PERMISSION] = {"permission_error", NULL},
    [ERR_NOT_FOUND] = {"invalid_request_error", "not_found"},
    [ERR_METHOD] = {"invalid_request_error", "method_not_allowed"},
    [ERR_CONFLICT] = {"invalid_request_error", "conflict"},
    [ERR_TOO_LARGE] = {"invalid_request_error", "request_too_large"},
    [ERR_MEDIA_TYPE] = {"invalid_request_error", "unsupported_media_type"},
    [ERR_LIMIT] = {"rate_limit_exceeded", "rate_limit_exceeded"},
    [ERR_INTERNAL] = {"api_error", "internal_error"},
    [ERR_UPSTREAM] = {"api_error", "provider_error"},
    [ERR_UNAVAILABLE] = {"api_error", "unavailable"},
    [ERR_TIMEOUT] = {"api_error", "provider_timeout"},
    [ERR_GONE] = {"api_error", NULL},
};
_Static_assert(sizeof openai / sizeof *openai == ERR__MAX, "a row for each kind");

static void member(struct buf *out, const char *name, const char *value) {
    buf_printf(out, ",\"%s\":", name);
    if (value && *value)
        buf_quote(out, value, strlen(value));
    else
        buf_puts(out, "null");
}

static const char *openai_type(const struct error *err) {
    if (err->from_model && err->kind == ERR_LIMIT)
        return "rate_limit_error";
    if (err->from_model && err->status >= 500)
        return "model_error";
    return openai[err->kind].type;
}

static void write_openai(struct buf *out, const struct error *err) {
    buf_puts(out, "\"error\":{\"message\":");
    buf_quote(out, err->message, strlen(err->message));
    member(out, "type", openai_type(err));
    member(out, "param", err->param);
    member(out, "code", err->code ? err->code : openai[err->kind].code);
    if (err->retry_after > 0)
        buf_printf(out, ",\"retry_after\":%d", err->retry_after);
    buf_putc(out, '}');
}

void error_shape_openai(struct buf *out, const struct error *err) {
    buf_putc(out, '{');
    write_openai(out, err);
    buf_putc(out, '}');
}

void error_shape_flat(struct buf *out, const struct error *err) {
    buf_putc(out, '{');
    write_openai(out, err);
    member(out, "message", err->message);
    member(out, "detail", err->message);
    buf_printf(out, ",\"status_code\":%d,\"details\":{", err->status);
    if (err->retry_after > 0)
        buf_printf(out, "\"retry_after\":%d", err->retry_after);
    buf_puts(out, "}}");
}

/* ---- IndoxRouter's --------------------------------------------------------------- */

static const char *const indox[] = {
    [ERR_NONE] = "provider_error",          [ERR_REQUEST] = "invalid_request",
    [ERR_AUTH] = "authentication_error",    [ERR_CREDIT] = "insufficient_credits",
    [ERR_PERMISSION] = "permission_denied", [ERR_NOT_FOUND] = "not_found",
    [ERR_METHOD] = "invalid_request",       [ERR_CONFLICT] = "invalid_request",
    [ERR_TOO_LARGE] = "invalid_request",    [ERR_MEDIA_TYPE] = "invalid_request",
    [ERR_LIMIT] = "rate_limit_exceeded",    [ERR_INTERNAL] = "provider_error",
    [ERR_UPSTREAM] = "provider_error",      [ERR_UNAVAILABLE] = "provider_error",
    [ERR_TIMEOUT] = "provider_error",       [ERR_GONE] = "provider_error",
};
_Static_assert(sizeof indox / sizeof *indox == ERR__MAX, "a code for each kind");

/* Its clients tell what went wrong by words in it: at 404 "provider" comes first, a missing model is one that
 * is not found only without that; at 503 they look for "model". What a provider says has words of its own. */
static const char *indox_detail(const struct error *err) {
    if (err->from_model && err->status == 404)
        return "The model was not found where it should be.";
    if (err->from_model && err->status == 503)
        return "The model cannot be reached for the moment.";
    return err->message;
}

static void write_limit(struct json_writer *w, const struct error_limit *limit) {
    static const char *const names[LIMITED__MAX] = {NULL, "requests", "tokens"};
    char time[CLOCK_TEXT];
    if (limit->by == LIMITED_OTHERWISE)
        return;
    json_member_text(w, "limit_type", names[limit->by]);
    json_member_int(w, "limit", limit->most);
    json_member_text(w, "reset_time", limit->reset ? clock_write(limit->reset, time) : NULL);
}

void error_shape_indox(struct buf *out, const struct error *err) {
    struct json_writer w = {.out = out};
    json_open(&w, '{');
    json_member_text(&w, "error", indox[err->kind]);
    json_member_text(&w, "message", err->message);
    json_member_text(&w, "detail", indox_detail(err));
    json_member_int(&w, "status_code", err->status);
    json_member_open(&w, "details", '{');
    if (err->code)
        json_member_text(&w, "code", err->code);
    if (*err->param)
        json_member_text(&w, "param", err->param);
    write_limit(&w, &err->limit);
    if (err->retry_after > 0)
        json_member_int(&w, "retry_after", err->retry_after);
    json_close(&w, '}');
    json_close(&w, '}');
}

/* ---- AIGNE Hub's ------------------------------------------------------------------ */

static void write_aigne(struct json_writer *w, const struct error *err) {
    char now[CLOCK_TEXT];
    json_member_open(w, "error", '{');
    json_member_text(w, "message", err->message);
    json_member_text(w, "type", err->kind == ERR_CREDIT ? "NOT_ENOUGH" : openai_type(err));
    json_member_text(w, "code", err->code ? err->code : openai[err->kind].code);
    if (*err->param)
        json_member_text(w, "param", err->param);
    if (err->retry_after > 0)
        json_member_int(w, "retry_after", err->retry_after);
    json_member_text(w, "timestamp", clock_write_ms(clock_wall_ms(), now));
    json_close(w, '}');
}

void error_shape_aigne(struct buf *out, const struct error *err) {
    struct json_writer w = {.out = out};
    json_open(&w, '{');
    if (err->kind == ERR_AUTH)
        json_member_text(&w, "error", "Unauthorized");
    else
        write_aigne(&w, err);
    json_member_text(&w, "message", err->message);
    json_close(&w, '}');
}

/* ---- Anthropic's --------------------------------------------------------------------- */

static const char *const anthropic[] = {
    [ERR_NONE] = "api_error",
    [ERR_REQUEST] = "invalid_request_error",
    [ERR_AUTH] = "authentication_error",
    [ERR_CREDIT] = "billing_error",
    [ERR_PERMISSION] = "permission_error",
    [ERR_NOT_FOUND] = "not_found_error",
    [ERR_METHOD] = "invalid_request_error",
    [ERR_CONFLICT] = "conflict_error",
    [ERR_TOO_LARGE] = "request_too_large",
    [ERR_MEDIA_TYPE] = "invalid_request_error",
    [ERR_LIMIT] = "rate_limit_error",
    [ERR_INTERNAL] = "api_error",
    [ERR_UPSTREAM] = "api_error",
    [ERR_UNAVAILABLE] = "overloaded_error",
    [ERR_TIMEOUT] = "timeout_error",
    [ERR_GONE] = "api_error",
};
_Static_assert(sizeof anthropic / sizeof *anthropic == ERR__MAX, "a type for each kind");

void error_shape_anthropic(struct buf *out, const struct error *err) {
    buf_printf(out, "{\"type\":\"error\",\"error\":{\"type\":\"%s\",\"message\":", anthropic[err->kind]);
    buf_quote(out, err->message, strlen(err->message));
    if (err->code) {
        buf_puts(out, ",\"details\":{\"error_code\":");
        buf_quote(out, err->code, strlen(err->code));
        buf_putc(out, '}');
    }
    buf_puts(out, "},\"request_id\":null}");
}

/* ---- Google's ---------------------------------------------------------------------- */

/* The names of google.rpc.Code. */
static const char *const google[] = {
    [ERR_NONE] = "UNKNOWN",
    [ERR_REQUEST] = "INVALID_ARGUMENT",
    [ERR_AUTH] = "UNAUTHENTICATED",
    [ERR_CREDIT] = "RESOURCE_EXHAUSTED",
    [ERR_PERMISSION] = "PERMISSION_DENIED",
    [ERR_NOT_FOUND] = "NOT_FOUND",
    [ERR_METHOD] = "UNIMPLEMENTED",
    [ERR_CONFLICT] = "ABORTED",
    [ERR_TOO_LARGE] = "INVALID_ARGUMENT",
    [ERR_MEDIA_TYPE] = "INVALID_ARGUMENT",
    [ERR_LIMIT] = "RESOURCE_EXHAUSTED",
    [ERR_INTERNAL] = "INTERNAL",
    [ERR_UPSTREAM] = "UNAVAILABLE",
    [ERR_UNAVAILABLE] = "UNAVAILABLE",
    [ERR_TIMEOUT] = "DEADLINE_EXCEEDED",
    [ERR_GONE] = "CANCELLED",
};
_Static_assert(sizeof google / sizeof *google == ERR__MAX, "a name for each kind");

/* A provider's failure is one of the hub's surroundings, unless it says that it is an internal one. */
static const char *google_status(const struct error *err) {
    return google[err->kind == ERR_UPSTREAM && err->status == 500 ? ERR_INTERNAL : err->kind];
}

static void open_detail(struct json_writer *w, const char *type) {
    json_open(w, '{');
    json_key(w, "@type");
    json_put_raw(w, "\"type.googleapis.com/google.rpc.");
    buf_printf(w->out, "%s\"", type);
}

static void write_field_detail(struct json_writer *w, const struct error *err) {
    open_detail(w, "BadRequest");
    json_member_open(w, "fieldViolations", '[');
    json_open(w, '{');
    json_member_text(w, "field", err->param);
    json_member_text(w, "description", err->message);
    json_close(w, '}');
    json_close(w, ']');
    json_close(w, '}');
}

/* Google's command line waits so long and tries again. */
static void write_retry_detail(struct json_writer *w, const struct error *err) {
    open_detail(w, "RetryInfo");
    json_key(w, "retryDelay");
    json_put_raw(w, "\"");
    buf_printf(w->out, "%ds\"", err->retry_after);
    json_close(w, '}');
}

void error_shape_gemini(struct buf *out, const struct error *err) {
    struct json_writer w = {.out = out};
    json_open(&w, '{');
    json_member_open(&w, "error", '{');
    json_member_int(&w, "code", err->status);
    json_member_text(&w, "message", err->message);
    json_member_text(&w, "status", google_status(err));
    if (*err->param || err->retry_after > 0) {
        json_member_open(&w, "details", '[');
        if (*err->param)
            write_field_detail(&w, err);
        if (err->retry_after > 0)
            write_retry_detail(&w, err);
        json_close(&w, ']');
    }
    json_close(&w, '}');
    json_close(&w, '}');
}

void error_shape_console(struct buf *out, const struct error *err) {
    struct json_writer w = {.out = out};
    json_open(&w, '{');
    json_member_bool(&w, "success", false);
    json_member_text(&w, "message", err->message);
    if (err->code)
        json_member_text(&w, "code", err->code);
    if (*err->param)
        json_member_text(&w, "param", err->param);
    json_close(&w, '}');
}
