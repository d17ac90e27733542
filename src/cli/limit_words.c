/* Limits as the command line writes them. */
#include "cli/limit_words.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "base/clock.h"
#include "cli/output.h"

/* ---- reading ------------------------------------------------------------------- */

static bool is_word(const char *text, size_t len, const char *word) {
    return strlen(word) == len && memcmp(text, word, len) == 0;
}

/* "minute" and so on; nothing stands for ever. */
static enum period read_period(const char *text, size_t len) {
    char name[16];
    if (len == 0)
        return PERIOD_EVER;
    if (text[0] != '/' || len > sizeof name)
        return PERIOD__MAX;
    snprintf(name, sizeof name, "%.*s", (int)len - 1, text + 1);
    enum period period = period_find(name);
    return period == PERIOD_EVER ? PERIOD__MAX : period;
}

/* Where the limit of a name such as "tokens/day" stands; NULL: there is no such limit. */
static int64_t *find_limit(const char *text, size_t len, struct limits *limits) {
    size_t what = 0;
    while (what < len && text[what] != '/')
        what++;
    enum period period = read_period(text + what, len - what);
    if (period == PERIOD__MAX)
        return NULL;
    if (is_word(text, what, "requests"))
        return &limits->requests[period];
    if (is_word(text, what, "tokens"))
        return &limits->tokens[period];
    return is_word(text, len, "calls") ? &limits->calls : NULL;
}

static int read_limit(const char *text, struct limits *limits, struct error *err) {
    size_t len = strcspn(text, "=");
    const char *number = text[len] ? text + len + 1 : "";
    int64_t *limit = find_limit(text, len, limits);
    if (limit && strcmp(number, "none") == 0)
        *limit = 0;
    else if (!limit || !arguments_digits(number, strlen(number), 1, limit))
        return error_set(err, ERR_REQUEST,
                         "--limit: \"%.60s\" is no limit such as requests/minute=10, tokens/day=1000000, "
                         "requests=5000 or calls=4",
                         text);
    return 0;
}

int limit_words_read(const struct arguments *args, struct limits *limits, struct error *err) {
    for (size_t i = 0; i < arguments_count(args, "--limit"); i++)
        if (read_limit(arguments_at(args, "--limit", i), limits, err) < 0)
            return -1;
    return 0;
}

/* The rule of a pattern, a new one if need be. */
static struct model_rule *find_rule(struct plan *plan, const char *models, size_t len, struct error *err) {
    for (size_t i = 0; i < plan->rule_count; i++)
        if (is_word(models, len, plan->rules[i].models))
            return &plan->rules[i];
    if (len == 0 || len >= MODEL_TEXT || plan->rule_count == PLAN_RULES) {
        error_set(err, ERR_REQUEST, "--limit: a pattern has 1 to %d characters, a plan at most %d patterns",
                  MODEL_TEXT - 1, PLAN_RULES);
        return NULL;
    }
    struct model_rule *rule = &plan->rules[plan->rule_count++];
    *rule = (struct model_rule){0};
    memcpy(rule->models, models, len);
    return rule;
}

/* Rules of which no limit is left. */
static void drop_empty_rules(struct plan *plan) {
    static const struct limits none;
    size_t kept = 0;
    for (size_t i = 0; i < plan->rule_count; i++)
        if (memcmp(&plan->rules[i].limits, &none, sizeof none) != 0)
            plan->rules[kept++] = plan->rules[i];
    plan->rule_count = kept;
}

int limit_words_read_plan(const struct arguments *args, struct plan *plan, struct error *err) {
    for (size_t i = 0; i < arguments_count(args, "--limit"); i++) {
        const char *text = arguments_at(args, "--limit", i), *colon = strrchr(text, ':');
        struct model_rule *rule = colon ? find_rule(plan, text, (size_t)(colon - text), err) : NULL;
        if ((colon && !rule) ||
            read_limit(colon ? colon + 1 : text, rule ? &rule->limits : &plan->limits, err) < 0)
            return -1;
    }
    drop_empty_rules(plan);
    return 0;
}

/* ---- writing ---------------------------------------------------------------------- */

static void add_text(json_t *list, const char *before, const char *name, int64_t number) {
    char text[MODEL_TEXT + 64];
    snprintf(text, sizeof text, "%s%s=%" PRId64, before, name, number);
    json_array_append_new(list, output_text(text));
}

/* "tokens/day"; that for ever has no period. */
static const char *write_name(const char *what, enum period period, char name[32]) {
    if (period == PERIOD_EVER)
        snprintf(name, 32, "%s", what);
    else
        snprintf(name, 32, "%s/%s", what, period_name(period));
    return name;
}

void limit_words_write(json_t *list, const char *before, const struct limits *limits) {
    char name[32];
    for (enum period period = 0; period < PERIOD__MAX; period++)
        if (limits->requests[period])
            add_text(list, before, write_name("requests", period, name), limits->requests[period]);
    for (enum period period = 0; period < PERIOD__MAX; period++)
        if (limits->tokens[period])
            add_text(list, before, write_name("tokens", period, name), limits->tokens[period]);
    if (limits->calls)
        add_text(list, before, "calls", limits->calls);
}

struct used_limit {
    const char *what;
    enum period period;
    int64_t limit, used;
    int64_t ends; /* INT64_MAX: never */
};

static void add_state(json_t *list, bool json, const struct used_limit *it) {
    char name[32], until[CLOCK_TEXT] = "", text[160];
    int64_t left = it->used < it->limit ? it->limit - it->used : 0;
    bool ends = it->ends != INT64_MAX;
    write_name(it->what, it->period, name);
    if (json) {
        json_array_append_new(list, json_pack("{s:s, s:I, s:I, s:I, s:o}", "limit", name, "most",
                                              (json_int_t)it->limit, "used", (json_int_t)it->used, "left",
                                              (json_int_t)left, "until",
                                              ends ? output_time(it->ends) : json_null()));
        return;
    }
    snprintf(text, sizeof text, "%s=%" PRId64 ": %" PRId64 " left%s%s", name, it->limit, left,
             ends ? " until " : "", ends ? clock_write(it->ends, until) : "");
    json_array_append_new(list, output_text(text));
}

json_t *limit_words_state(bool json, const struct limits *limits, const struct windows *windows) {
    json_t *list = json_array();
    int64_t now = clock_wall_ms() / 1000;
    for (enum period period = 0; period < PERIOD__MAX; period++) {
        struct window window = window_now(windows, period, limits->tokens[period], now);
        int64_t ends = period_after(period, window.start, 1);
        if (limits->requests[period])
            add_state(
                list, json,
                &(struct used_limit){"requests", period, limits->requests[period], window.requests, ends});
        if (limits->tokens[period])
            add_state(list, json,
                      &(struct used_limit){"tokens", period, limits->tokens[period],
                                           window.tokens + window.carried, ends});
    }
    if (limits->calls && !json)
        add_text(list, "", "calls", limits->calls);
    return list;
}
