/* Whose fault a refusal is that goes on as it came: each provider has words of its own for that. */
#include "dialects/blame.h"

#include <string.h>

#include "base/splice.h"

static const char *type_of(int status) {
    return status == 429 ? "\"rate_limit_error\"" : status >= 500 ? "\"model_error\"" : NULL;
}

static struct span join(const struct splice *splice, struct arena *arena) {
    size_t parts, total, len = 0;
    struct span *part = splice_parts(splice, arena, &parts, &total);
    char *text = arena_alloc(arena, total + 1);
    for (size_t i = 0; i < parts; len += part[i++].len)
        memcpy(text + len, part[i].at, part[i].len);
    return (struct span){text, total};
}

struct span blame_openai(struct span refusal, int status, int retry_after, struct arena *arena) {
    enum { TYPE, RETRY, WANTS };
    struct scan_want error = {.name = "error"},
                     want[WANTS] = {[TYPE] = {.name = "type"}, [RETRY] = {.name = "retry_after"}};
    struct splice splice = {.text = refusal};
    const char *type = type_of(status);
    scan_members(refusal, &error, 1);
    if (!type || error.type != SCAN_OBJECT)
        return refusal;
    scan_members(error.value, want, WANTS);
    if (want[TYPE].type == SCAN_NONE)
        return refusal;
    if (retry_after > 0 && want[RETRY].type == SCAN_NONE)
        type = arena_printf(arena, "%s,\"retry_after\":%d", type, retry_after);
    splice_replace(&splice, want[TYPE].value, type);
    return join(&splice, arena);
}
