/* The one error of a request. */
#include "base/error.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

static const struct {
    const char *name;
    int status;
} kinds[] = {
    [ERR_NONE] = {"none", 200},
    [ERR_REQUEST] = {"request", 400},
    [ERR_AUTH] = {"auth", 401},
    [ERR_CREDIT] = {"credit", 402},
    [ERR_PERMISSION] = {"permission", 403},
    [ERR_NOT_FOUND] = {"not_found", 404},
    [ERR_METHOD] = {"method", 405},
    [ERR_CONFLICT] = {"conflict", 409},
    [ERR_TOO_LARGE] = {"too_large", 413},
    [ERR_MEDIA_TYPE] = {"media_type", 415},
    [ERR_LIMIT] = {"limit", 429},
    [ERR_INTERNAL] = {"internal", 500},
    [ERR_UPSTREAM] = {"upstream", 502},
    [ERR_UNAVAILABLE] = {"unavailable", 503},
    [ERR_TIMEOUT] = {"timeout", 504},
    [ERR_GONE] = {"gone", 499},
};
_Static_assert(sizeof kinds / sizeof *kinds == ERR__MAX, "a row for each kind");

__attribute__((format(printf, 4, 0))) static void fill(struct error *err, enum error_kind kind,
                                                       const char *param, const char *format, va_list args) {
    if (err->kind != ERR_NONE)
        return;
    *err = (struct error){.kind = kind, .status = kinds[kind].status};
    snprintf(err->param, sizeof err->param, "%s", param);
    vsnprintf(err->message, sizeof err->message, format, args);
}

int error_set(struct error *err, enum error_kind kind, const char *format, ...) {
    va_list args;
    va_start(args, format);
    fill(err, kind, "", format, args);
    va_end(args);
    return -1;
}

int error_param(struct error *err, enum error_kind kind, const char *param, const char *format, ...) {
    va_list args;
    va_start(args, format);
    fill(err, kind, param, format, args);
    va_end(args);
    return -1;
}

const char *error_name(enum error_kind kind) {
    return kinds[kind].name;
}

int error_coded(struct error *err, enum error_kind kind, const char *code, const char *message) {
    error_set(err, kind, "%s", message);
    err->code = code;
    return -1;
}

const char *error_code(const char *text) {
    static const char *const codes[] = {
        "invalid_api_key",     "key_disabled",      "key_expired",          "invalid_token",
        "network_not_allowed", "model_not_allowed", "insufficient_credit",  "rate_limit_exceeded",
        "too_many_wrong_keys", "too_many_attempts", "too_many_wrong_codes", "invalid_code",
        "code_expired",        "code_used",         "no_balance",           "too_many_keys",
        "too_many_sessions",
    };
    for (size_t i = 0; i < sizeof codes / sizeof *codes; i++)
        if (strcmp(codes[i], text) == 0)
            return codes[i];
    return NULL;
}
