/* The strictness of the Gemini API: how much a model thinks, which is for each family to allow. */
#include <string.h>

#include "gemini_check.h"

#define LEVELS 5 /* with NULL at the end */

struct family {
    const char *name; /* what the model's begins with */
    bool off;         /* thinking can be switched off */
    int least, most;  /* tokens of a budget; 0: any */
    const char *levels[LEVELS];
};

/* The first that fits counts. A name of no family takes what any of them does. */
static const struct family families[] = {
    {"gemini-2.5-pro", false, 128, 32768, {NULL}},
    {"gemini-2.5-flash-lite", true, 512, 24576, {NULL}},
    {"gemini-2.5", true, 1, 24576, {NULL}},
    {"gemini-3-flash", true, 0, 0, {"MINIMAL", "LOW", "MEDIUM", "HIGH", NULL}},
    {"gemini-3.1-flash", true, 0, 0, {"MINIMAL", "LOW", "MEDIUM", "HIGH", NULL}},
    {"gemini-3.5-flash", true, 0, 0, {"MINIMAL", "LOW", "MEDIUM", "HIGH", NULL}},
    {"gemini-3.6-flash", true, 0, 0, {"MINIMAL", "LOW", "MEDIUM", "HIGH", NULL}},
    {"gemini-3", true, 0, 0, {"LOW", "MEDIUM", "HIGH", NULL}},
    {"", true, 0, 32768, {"MINIMAL", "LOW", "MEDIUM", "HIGH", NULL}},
};

static const struct family *find_family(const char *model) {
    const struct family *family = families;
    while (strncmp(model, family->name, strlen(family->name)) != 0)
        family++;
    return family;
}

static int check_level(const struct family *family, const char *level, struct error *err) {
    const char *const *known = family->levels;
    if (!*known)
        return error_set(err, ERR_REQUEST, "Thinking level is not supported for this model.");
    while (*known && strcmp(*known, level) != 0)
        known++;
    return *known ? 0
                  : error_set(err, ERR_REQUEST,
                              "Thinking level %s is not supported for this model. Please retry with other "
                              "thinking level.",
                              level);
}

static int check_budget(const struct family *family, json_int_t budget, struct error *err) {
    if (budget == -1 || (budget == 0 && family->off))
        return 0;
    if (budget == 0)
        return error_set(err, ERR_REQUEST, "Budget 0 is invalid. This model only works in thinking mode.");
    if (family->most > 0 && (budget < family->least || budget > family->most))
        return error_set(err, ERR_REQUEST,
                         "The thinking budget %lld is invalid. Please choose a value between %d and %d.",
                         (long long)budget, family->least, family->most);
    return 0;
}

int gemini_check_thinking(const char *model, const json_t *thinking, struct error *err) {
    const struct family *family = find_family(model);
    const json_t *budget = json_object_get(thinking, "thinkingBudget");
    const char *level = json_string_value(json_object_get(thinking, "thinkingLevel"));
    if (budget && level)
        return error_set(err, ERR_REQUEST,
                         "You can only set only one of thinking budget and thinking level.");
    if (level && strcmp(level, "THINKING_LEVEL_UNSPECIFIED") != 0 && check_level(family, level, err))
        return -1;
    return budget ? check_budget(family, json_integer_value(budget), err) : 0;
}
