/* The signatures of function calls, by which Gemini knows its own thoughts again. */
#include "gemini_sign.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "member.h"
#include "thought.h"

/* What clients send instead of a signature that they do not have. */
#define STAND_IN "skip_thought_signature_validator"

void gemini_sign_call(const char *name, const json_t *args, struct buf *out) {
    struct buf text;
    char *dump = json_dumps(args, JSON_COMPACT | JSON_SORT_KEYS);
    buf_init(&text, SIZE_MAX / 2);
    buf_printf(&text, "%s(%s)", name, dump ? dump : "{}");
    thought_signature(text.data, text.len, out);
    free(dump);
    buf_free(&text);
}

static const json_t *call_of(const json_t *content, size_t i) {
    return json_object_get(json_array_get(json_object_get(content, "parts"), i), "functionCall");
}

static bool is_own(const char *signature, const json_t *call) {
    struct buf own;
    if (strcmp(signature, STAND_IN) == 0)
        return true;
    buf_init(&own, 256);
    gemini_sign_call(json_string_value(json_object_get(call, "name")), json_object_get(call, "args"), &own);
    bool same = strcmp(own.data, signature) == 0;
    buf_free(&own);
    return same;
}

static int check_step(const json_t *content, size_t position, bool required, struct error *err) {
    size_t i;
    json_t *part;
    bool first = true;
    json_array_foreach(json_object_get(content, "parts"), i, part) {
        const json_t *call = call_of(content, i);
        const char *signature = json_string_value(json_object_get(part, "thoughtSignature"));
        if (!call)
            continue;
        if (signature && *signature && !is_own(signature, call))
            return error_set(err, ERR_REQUEST, "Corrupted thought signature.");
        if (first && required && !(signature && *signature))
            return error_set(
                err, ERR_REQUEST,
                "Function call is missing a thought_signature in functionCall parts. This is required "
                "for tools to work correctly, and missing thought_signature may lead to degraded model "
                "performance. Additional data, function call `default_api:%.60s` , position %zu.",
                json_string_value(json_object_get(call, "name")), position + 1);
        first = false;
    }
    return 0;
}

/* Whether a user said this, instead of handing over results. */
static bool is_said(const json_t *content) {
    size_t i;
    json_t *part;
    if (member_is(content, "role", "model"))
        return false;
    json_array_foreach(json_object_get(content, "parts"), i, part) {
        if (json_object_get(part, "functionResponse"))
            return false;
    }
    return true;
}

int gemini_check_signatures(const json_t *contents, bool required, struct error *err) {
    size_t turn = json_array_size(contents), i;
    json_t *content;
    while (turn > 0 && !is_said(json_array_get(contents, turn - 1)))
        turn--;
    json_array_foreach(contents, i, content) {
        if (check_step(content, i, required && i >= turn, err))
            return -1;
    }
    return 0;
}
