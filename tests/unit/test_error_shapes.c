/* The error bodies: JSON whatever the message holds, with the type and code of each kind. */
#include "dialects/error_shapes.h"

#include <jansson.h>
#include <stdlib.h>

#include "base/clock.h"
#include "tap.h"

#define COUNT(table) (sizeof(table) / sizeof *(table))

static json_t *shape_of(const struct error *err, void (*write)(struct buf *out, const struct error *err)) {
    struct buf out;
    json_error_t why;
    buf_init(&out, 4096);
    write(&out, err);
    json_t *value = out.overflow ? NULL : json_loadb(out.data, out.len, 0, &why);
    if (!value)
        printf("# %s\n", out.data);
    buf_free(&out);
    return value;
}

static json_t *shape(const struct error *err) {
    json_t *value = shape_of(err, error_shape_openai);
    return json_object_get(value, "error") && json_object_size(value) == 1 ? value : NULL;
}

static const struct {
    enum error_kind kind;
    int status;
    const char *type, *code;
    const char *anthropic; /* its type there */
} kinds[] = {
    {ERR_REQUEST, 400, "invalid_request_error", NULL, "invalid_request_error"},
    {ERR_AUTH, 401, "authentication_error", "invalid_api_key", "authentication_error"},
    {ERR_CREDIT, 402, "insufficient_quota", "insufficient_credit", "billing_error"},
    {ERR_PERMISSION, 403, "permission_error", NULL, "permission_error"},
    {ERR_NOT_FOUND, 404, "invalid_request_error", "not_found", "not_found_error"},
    {ERR_METHOD, 405, "invalid_request_error", "method_not_allowed", "invalid_request_error"},
    {ERR_CONFLICT, 409, "invalid_request_error", "conflict", "conflict_error"},
    {ERR_TOO_LARGE, 413, "invalid_request_error", "request_too_large", "request_too_large"},
    {ERR_MEDIA_TYPE, 415, "invalid_request_error", "unsupported_media_type", "invalid_request_error"},
    {ERR_LIMIT, 429, "rate_limit_exceeded", "rate_limit_exceeded", "rate_limit_error"},
    {ERR_INTERNAL, 500, "api_error", "internal_error", "api_error"},
    {ERR_UPSTREAM, 502, "api_error", "provider_error", "api_error"},
    {ERR_UNAVAILABLE, 503, "api_error", "unavailable", "overloaded_error"},
    {ERR_TIMEOUT, 504, "api_error", "provider_timeout", "timeout_error"},
    {ERR_GONE, 499, "api_error", NULL, "api_error"},
};
_Static_assert(COUNT(kinds) == ERR__MAX - 1, "each kind but ERR_NONE");

static void test_kinds(void) {
    for (size_t i = 0; i < COUNT(kinds); i++) {
        struct error err = {0};
        error_set(&err, kinds[i].kind, "A sentence.");
        json_t *body = shape(&err), *error = json_object_get(body, "error");
        const char *name = error_name(kinds[i].kind);
        is_int(err.status, kinds[i].status, name);
        is_str(json_string_value(json_object_get(error, "type")), kinds[i].type, name);
        is_str(json_string_value(json_object_get(error, "code")), kinds[i].code, name);
        is_str(json_string_value(json_object_get(error, "message")), "A sentence.", name);
        ok(json_is_null(json_object_get(error, "param")) && json_object_size(error) == 4,
           "%s: no more than that", name);
        json_decref(body);
    }
}

static void test_members(void) {
    struct error err = {0};
    error_param(&err, ERR_LIMIT, "messages[0].\"x\"", "Slowly.");
    err.code = "own_code";
    err.retry_after = 17;
    json_t *body = shape(&err), *error = json_object_get(body, "error");
    is_str(json_string_value(json_object_get(error, "param")), "messages[0].\"x\"", "the field at fault");
    is_str(json_string_value(json_object_get(error, "code")), "own_code", "a code of its own");
    is_int(json_integer_value(json_object_get(error, "retry_after")), 17, "when to come again");
    json_decref(body);
}

/* Whose fault it was: the model's or its provider's, or the hub's. */
static void test_types(void) {
    static const struct {
        enum error_kind kind;
        int status;
        const char *type;
    } rows[] = {
        {ERR_LIMIT, 429, "rate_limit_error"}, {ERR_UPSTREAM, 502, "model_error"},
        {ERR_TIMEOUT, 504, "model_error"},    {ERR_UNAVAILABLE, 503, "model_error"},
        {ERR_UPSTREAM, 500, "model_error"},   {ERR_REQUEST, 400, "invalid_request_error"},
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct error err = {0};
        error_set(&err, rows[i].kind, "No.");
        err.status = rows[i].status;
        err.from_model = true;
        json_t *body = shape(&err);
        is_str(json_string_value(json_object_get(json_object_get(body, "error"), "type")), rows[i].type,
               "an error of the model");
        json_decref(body);
    }
}

/* IndoxRouter's clients judge by words in `detail`: a missing model is no missing provider, and one that is
 * absent is a model. */
static void test_indox_words(void) {
    static const struct {
        int status;
        bool from_model, provider, model;
    } rows[] = {{404, true, false, true},
                {503, true, false, true},
                {502, true, true, false},
                {404, false, true, false},
                {503, false, true, false}};
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct error err = {0};
        error_set(&err, ERR_UPSTREAM, "The provider said no.");
        err.status = rows[i].status;
        err.from_model = rows[i].from_model;
        json_t *body = shape_of(&err, error_shape_indox);
        const char *detail = json_string_value(json_object_get(body, "detail"));
        is_str(json_string_value(json_object_get(body, "message")), "The provider said no.", "the message");
        ok(detail && !!strstr(detail, "provider") == rows[i].provider &&
               !!strstr(detail, "model") == rows[i].model,
           "%d: the words of its detail: %s", rows[i].status, detail);
        json_decref(body);
    }
}

/* Which limit was reached, where that is known. */
static void test_indox_limits(void) {
    static const struct {
        struct error_limit limit;
        const char *want;
    } rows[] = {
        {{LIMITED_REQUESTS, 10, 1795238420},
         "{\"limit_type\":\"requests\",\"limit\":10,\"reset_time\":\"2026-11-21T05:20:20Z\","
         "\"retry_after\":7}"},
        {{LIMITED_TOKENS, 5000, 0},
         "{\"limit_type\":\"tokens\",\"limit\":5000,\"reset_time\":null,\"retry_after\":7}"},
        {{LIMITED_OTHERWISE, 0, 0}, "{\"retry_after\":7}"},
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct error err = {0};
        error_set(&err, ERR_LIMIT, "Slowly.");
        err.limit = rows[i].limit;
        err.retry_after = 7;
        json_t *body = shape_of(&err, error_shape_indox);
        char *details = json_dumps(json_object_get(body, "details"), JSON_COMPACT | JSON_PRESERVE_ORDER);
        is_str(details, rows[i].want, "the details of a limit");
        free(details);
        json_decref(body);
    }
}

static void test_indox(void) {
    static const struct {
        enum error_kind kind;
        const char *code;
    } rows[] = {
        {ERR_REQUEST, "invalid_request"},      {ERR_AUTH, "authentication_error"},
        {ERR_PERMISSION, "permission_denied"}, {ERR_NOT_FOUND, "not_found"},
        {ERR_LIMIT, "rate_limit_exceeded"},    {ERR_UPSTREAM, "provider_error"},
        {ERR_CREDIT, "insufficient_credits"},
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct error err = {0};
        error_param(&err, rows[i].kind, "prompt", "A \"sentence\".");
        err.code = "own_code";
        json_t *body = shape_of(&err, error_shape_indox), *details = json_object_get(body, "details");
        is_str(json_string_value(json_object_get(body, "error")), rows[i].code, "one of the seven codes");
        is_str(json_string_value(json_object_get(body, "detail")), "A \"sentence\".", "detail is a text");
        is_str(json_string_value(json_object_get(body, "message")), "A \"sentence\".", "message");
        is_int(json_integer_value(json_object_get(body, "status_code")), err.status, "its status");
        is_str(json_string_value(json_object_get(details, "param")), "prompt", "the field");
        is_str(json_string_value(json_object_get(details, "code")), "own_code", "a code of its own");
        ok(json_object_size(body) == 5 && json_object_size(details) == 2, "no more than that");
        json_decref(body);
    }
}

static void test_aigne(void) {
    static const struct {
        enum error_kind kind;
        bool from_model;
        const char *type;
    } rows[] = {
        {ERR_REQUEST, false, "invalid_request_error"}, {ERR_CREDIT, false, "NOT_ENOUGH"},
        {ERR_PERMISSION, false, "permission_error"},   {ERR_LIMIT, false, "rate_limit_exceeded"},
        {ERR_LIMIT, true, "rate_limit_error"},         {ERR_UPSTREAM, true, "model_error"},
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct error err = {0};
        error_param(&err, rows[i].kind, "input.messages", "A \"sentence\".");
        err.from_model = rows[i].from_model;
        err.retry_after = 7;
        json_t *body = shape_of(&err, error_shape_aigne), *told = json_object_get(body, "error");
        int64_t when = 0;
        is_str(json_string_value(json_object_get(told, "type")), rows[i].type, "a type of AIGNE's");
        is_str(json_string_value(json_object_get(told, "message")), "A \"sentence\".", "the message");
        is_str(json_string_value(json_object_get(body, "message")), "A \"sentence\".", "and beside it");
        is_str(json_string_value(json_object_get(told, "param")), "input.messages", "the field");
        is_int(json_integer_value(json_object_get(told, "retry_after")), 7, "how long to wait");
        ok(clock_read(json_string_value(json_object_get(told, "timestamp")), &when) == 0 &&
               llabs(when - clock_wall_ms() / 1000) < 100,
           "and when it was");
        json_decref(body);
    }
    struct error err = {0};
    error_set(&err, ERR_AUTH, "No key.");
    json_t *body = shape_of(&err, error_shape_aigne);
    is_str(json_string_value(json_object_get(body, "error")), "Unauthorized", "who has no key");
    is_str(json_string_value(json_object_get(body, "message")), "No key.", "is told so");
    ok(json_object_size(body) == 2, "and no more");
    json_decref(body);
}

static void test_messages(void) {
    static const struct {
        const char *message, *want;
    } rows[] = {
        {"say \"no\" \\ /", "say \"no\" \\ /"},
        {"a\nb\r\tc\b\f\v", "a\nb\r\tc\b\f\v"},
        {"\x01\x1f\x7f", "\x01\x1f\x7f"},
        {"caf\xc3\xa9 \xe2\x82\xac \xf0\x9f\x98\x80", "caf\xc3\xa9 \xe2\x82\xac \xf0\x9f\x98\x80"},
        {"a\xff"
         "b",
         "a\xef\xbf\xbd"
         "b"},
        {"cut \xe2\x82", "cut \xef\xbf\xbd\xef\xbf\xbd"},
        {"\xed\xa0\x80", "\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd"},
        {"", ""},
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct error err = {0};
        error_set(&err, ERR_REQUEST, "%s", rows[i].message);
        json_t *body = shape(&err);
        is_str(json_string_value(json_object_get(json_object_get(body, "error"), "message")), rows[i].want,
               "a message");
        json_decref(body);
    }
}

/* A message and a field that fill their room, of characters that need the most letters. */
static void test_longest(void) {
    char text[1000];
    struct error err = {0};
    memset(text, 1, sizeof text - 1);
    text[sizeof text - 1] = '\0';
    error_param(&err, ERR_REQUEST, text, "%s", text);
    json_t *body = shape(&err), *error = json_object_get(body, "error");
    is_int((long long)json_string_length(json_object_get(error, "message")), sizeof err.message - 1,
           "the longest message");
    is_int((long long)json_string_length(json_object_get(error, "param")), sizeof err.param - 1,
           "the longest field");
    json_decref(body);
}

static void test_anthropic(void) {
    for (size_t i = 0; i < COUNT(kinds); i++) {
        struct error err = {0};
        error_set(&err, kinds[i].kind, "A \"sentence\".");
        json_t *body = shape_of(&err, error_shape_anthropic), *error = json_object_get(body, "error");
        is_str(json_string_value(json_object_get(body, "type")), "error", error_name(kinds[i].kind));
        is_str(json_string_value(json_object_get(error, "type")), kinds[i].anthropic, "its type");
        is_str(json_string_value(json_object_get(error, "message")), "A \"sentence\".", "its message");
        ok(json_is_null(json_object_get(body, "request_id")) && json_object_size(body) == 3 &&
               json_object_size(error) == 2,
           "no more than that");
        json_decref(body);
    }
    struct error err = {0};
    error_set(&err, ERR_CREDIT, "No.");
    err.code = "insufficient_credit";
    json_t *body = shape_of(&err, error_shape_anthropic);
    json_t *details = json_object_get(json_object_get(body, "error"), "details");
    is_str(json_string_value(json_object_get(details, "error_code")), "insufficient_credit",
           "a code of its own");
    json_decref(body);
}

int main(void) {
    test_kinds();
    test_types();
    test_indox();
    test_indox_words();
    test_indox_limits();
    test_aigne();
    test_anthropic();
    test_members();
    test_messages();
    test_longest();
    return tap_done();
}
