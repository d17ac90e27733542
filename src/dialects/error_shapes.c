/* The error bodies of the surfaces. */
#include "dialects/error_shapes.h"

#include <string.h>

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

void error_shape_openai(struct buf *out, const struct error *err) {
    buf_puts(out, "{\"error\":{\"message\":");
    buf_quote(out, err->message, strlen(err->message));
    member(out, "type", openai[err->kind].type);
    member(out, "param", err->param);
    member(out, "code", err->code ? err->code : openai[err->kind].code);
    if (err->retry_after > 0)
        buf_printf(out, ",\"retry_after\":%d", err->retry_after);
    buf_puts(out, "}}");
}
