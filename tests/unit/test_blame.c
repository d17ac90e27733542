/* Refusals that go on as they came, but for whose fault it was. */
#include "dialects/blame.h"

#include <string.h>

#include "tap.h"

#define COUNT(table) (sizeof(table) / sizeof *(table))

static const struct {
    const char *name, *text;
    int status, retry;
    const char *want; /* NULL: as it came */
} rows[] = {
    {"the provider's limit", "{\"error\":{\"message\":\"m\",\"type\":\"requests\",\"code\":\"c\"}}", 429, 0,
     "{\"error\":{\"message\":\"m\",\"type\":\"rate_limit_error\",\"code\":\"c\"}}"},
    {"with the time to wait", "{\"error\":{\"type\":\"tokens\",\"param\":null}}", 429, 7,
     "{\"error\":{\"type\":\"rate_limit_error\",\"retry_after\":7,\"param\":null}}"},
    {"which it tells itself", "{\"error\":{\"type\":\"tokens\",\"retry_after\":9}}", 429, 7,
     "{\"error\":{\"type\":\"rate_limit_error\",\"retry_after\":9}}"},
    {"the model failed", "{ \"x\": [1], \"error\" : { \"type\" : \"server_error\" } }", 500, 0,
     "{ \"x\": [1], \"error\" : { \"type\" : \"model_error\" } }"},
    {"a type that is null", "{\"error\":{\"type\":null}}", 503, 0, "{\"error\":{\"type\":\"model_error\"}}"},
    {"the request was wrong", "{\"error\":{\"type\":\"invalid_request_error\"}}", 400, 0, NULL},
    {"no type", "{\"error\":{\"message\":\"m\"}}", 500, 7, NULL},
    {"a text", "{\"error\":\"It broke.\"}", 500, 0, NULL},
    {"no error", "{}", 500, 0, NULL},
};

int main(void) {
    struct arena *arena = arena_new();
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct span text = {rows[i].text, strlen(rows[i].text)};
        struct span got = blame_openai(text, rows[i].status, rows[i].retry, arena);
        is_str(arena_strndup(arena, got.at, got.len), rows[i].want ? rows[i].want : rows[i].text,
               rows[i].name);
        if (!rows[i].want)
            ok(got.at == text.at && got.len == text.len, "%s: the same span", rows[i].name);
    }
    arena_free(arena);
    return tap_done();
}
