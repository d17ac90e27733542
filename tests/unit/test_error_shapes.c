/* The error bodies: JSON whatever the message holds, with the type and code of each kind. */
#include "dialects/error_shapes.h"

#include <jansson.h>

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
    test_anthropic();
    test_members();
    test_messages();
    test_longest();
    return tap_done();
}
