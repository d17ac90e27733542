/* The strictness of Anthropic's Messages: thinking, forced calls and schemas, which is for each family of
 * models to allow. */
#include <string.h>

#include "anthropic.h"
#include "member.h"

enum {
    ADAPTIVE = 1 << 0,
    BUDGET = 1 << 1,
    OFF = 1 << 2,
    BETWEEN = 1 << 3,
    FORCE = 1 << 4,  /* takes a choice that forces a call */
    THINKS = 1 << 5, /* thinks where nothing is said of it */
    SCHEMA = 1 << 6, /* keeps to schemas */
    OLD = BUDGET | OFF | FORCE,
    ANY = ADAPTIVE | BUDGET | OFF | BETWEEN | FORCE | SCHEMA,
};

static const struct {
    const char *name; /* what the model's begins with; the first that fits counts */
    unsigned abilities;
} families[] = {
    {"claude-3-7", OLD},
    {"claude-haiku-4-5", OLD | SCHEMA},
    {"claude-sonnet-4-5", OLD | SCHEMA},
    {"claude-sonnet-4-2", OLD}, /* with the date */
    {"claude-opus-4-5", OLD | SCHEMA},
    {"claude-opus-4-7", ADAPTIVE | OFF | FORCE | SCHEMA},
    {"claude-opus-4-8", ADAPTIVE | OFF | FORCE | SCHEMA},
    {"claude-opus-4-2", OLD}, /* with the date */
    {"claude-opus-5-5", ADAPTIVE | THINKS | SCHEMA},
    {"claude-opus-5", ADAPTIVE | OFF | FORCE | THINKS | SCHEMA},
    {"claude-sonnet-5-5", ADAPTIVE | BETWEEN | THINKS | SCHEMA},
    {"claude-sonnet-5", ADAPTIVE | OFF | FORCE | THINKS | SCHEMA},
    {"claude-haiku-5-5", ADAPTIVE | OFF | FORCE | THINKS | SCHEMA},
    {"claude-fable-5-1", ADAPTIVE | THINKS | SCHEMA},
    {"claude-fable-5", ADAPTIVE | FORCE | SCHEMA},
    {"", ANY},
};

static unsigned abilities_of(const json_t *body) {
    const char *model = json_string_value(json_object_get(body, "model"));
    size_t i = 0;
    while (strncmp(model ? model : "", families[i].name, strlen(families[i].name)) != 0)
        i++;
    return families[i].abilities;
}

static bool thinks(const json_t *body) {
    return member_given(body, "thinking") ? anthropic_thinks(body) : abilities_of(body) & THINKS;
}

int anthropic_check_thinking_type(struct anthropic_request *request, const char *type) {
    static const struct {
        const char *type;
        unsigned ability;
    } types[] = {{"adaptive", ADAPTIVE}, {"enabled", BUDGET}, {"disabled", OFF}, {"between_tools", BETWEEN}};
    struct place thinking = {anthropic_place, "thinking", 0}, where = {&thinking, "type", 0};
    for (size_t i = 0; i < sizeof types / sizeof *types; i++)
        if (strcmp(types[i].type, type) == 0 && !(abilities_of(request->body) & types[i].ability))
            return field_refuse(request->err, &where, "\"thinking.type.%s\" is not supported for this model.",
                                type);
    return 0;
}

int anthropic_check_forced(struct anthropic_request *request, const struct place *where) {
    if (!(abilities_of(request->body) & FORCE))
        return field_refuse(request->err, where, "this model does not support forced tool use.");
    if (thinks(request->body))
        return field_refuse(request->err, where, "Thinking may not be enabled when it forces tool use.");
    return 0;
}

int anthropic_check_kept(struct anthropic_request *request, const struct place *where) {
    if (!(abilities_of(request->body) & SCHEMA))
        return field_refuse(request->err, where, "this model does not support structured outputs.");
    return 0;
}
