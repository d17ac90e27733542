/* What the calls of new-api's log cost, and how many there are a minute. */
#include <stdlib.h>

#include "base/clock.h"
#include "endpoints/console.h"
#include "endpoints/console_question.h"
#include "endpoints/endpoints.h"
#include "endpoints/manage.h"
#include "endpoints/quota.h"
#include "gate/caller.h"

#define HOUR 3600

/* A walk through the same calls of another period. */
static struct call_walk walk_of(const struct console_question *question, int64_t start, int64_t end) {
    struct call_walk walk = question->walk;
    walk.entries.filter.start = start;
    walk.entries.filter.end = end;
    return walk;
}

static int add_cost(void *arg, const struct entry *entry, struct error *err) {
    nanos *cost = arg;
    (void)err;
    *cost += entry->cost;
    return 0;
}

/* The cost of calls from `start` to before `end` (milliseconds), entry by entry. */
static int sum_entries(struct console_question *question, int64_t start, int64_t end, nanos *cost,
                       struct error *err) {
    struct call_walk walk = walk_of(question, start, end);
    int rc = start < end ? call_walk(&walk, INT64_MAX, add_cost, cost, err) : 0;
    question->walk.steps = walk.steps;
    return rc;
}

static bool is_meant(const struct entry_filter *filter, const struct usage_sum *sum) {
    bool key = filter->key_count == 0;
    for (size_t i = 0; i < filter->key_count; i++)
        key |= filter->keys[i] == sum->key;
    return key && entry_model_fits(filter->model, sum->model);
}

/* The same of whole hours, by the sums that are kept of them. */
static int sum_hours(struct exchange *x, const struct console_question *question, int64_t start, int64_t end,
                     nanos *cost, struct error *err) {
    struct usage_sum *sums;
    size_t count;
    if (start >= end)
        return 0;
    if (ledger_usage(hub_ledger(x->hub, x->config), question->walk.entries.filter.user, start, end,
                     USAGE_BY_KEY | USAGE_BY_MODEL, &sums, &count, err) < 0)
        return -1;
    for (size_t i = 0; i < count; i++)
        if (is_meant(&question->walk.entries.filter, &sums[i]))
            *cost += sums[i].cost;
    free(sums);
    return 0;
}

static int sum_cost(struct exchange *x, struct console_question *question, nanos *cost, struct error *err) {
    const struct entry_filter *filter = &question->walk.entries.filter;
    const int64_t hour = HOUR * INT64_C(1000), now = clock_wall_ms();
    int64_t start = filter->start, end = filter->end && filter->end <= now ? filter->end : now + hour;
    int64_t first = (start + hour - 1) / hour, last = end / hour;
    *cost = 0;
    if (question->none)
        return 0;
    if (*filter->group || console_question_names_call(question) || first > last)
        return sum_entries(question, start, end, cost, err);
    if (sum_entries(question, start, first * hour, cost, err) < 0 ||
        sum_entries(question, last * hour, end, cost, err) < 0)
        return -1;
    return sum_hours(x, question, first * HOUR, last * HOUR, cost, err);
}

struct pace {
    int64_t requests, tokens;
};

static int add_pace(void *arg, const struct entry *entry, struct error *err) {
    struct pace *pace = arg;
    (void)err;
    pace->requests++;
    pace->tokens += entry->usage.prompt + entry->usage.output;
    return 0;
}

/* Of the last minute, whatever period is asked for. */
static int measure_pace(const struct console_question *question, struct pace *pace, struct error *err) {
    struct call_walk walk = walk_of(question, clock_wall_ms() - 60000, 0);
    return question->none ? 0 : call_walk(&walk, INT64_MAX, add_pace, pace, err);
}

static int answer_stat(struct exchange *x, const struct user *user, struct error *err) {
    struct console_question question;
    struct console_answer answer;
    struct pace pace = {0};
    nanos cost;
    if (console_question_read(x, user, &question, err) < 0)
        return -1;
    question.walk.entries.filter.outcomes = CHARGED; /* whatever type is asked for, as new-api has it */
    if (sum_cost(x, &question, &cost, err) < 0 || measure_pace(&question, &pace, err) < 0)
        return -1;
    console_begin(&answer);
    json_open(&answer.w, '{');
    json_member_int(&answer.w, "quota", quota_of(cost));
    json_member_int(&answer.w, "rpm", pace.requests);
    json_member_int(&answer.w, "tpm", pace.tokens);
    json_close(&answer.w, '}');
    return console_end(&answer, x, 0, err);
}

int endpoint_log_stat(struct exchange *x, struct error *err) {
    struct caller caller;
    return caller_check(x, &caller, err) < 0 ? -1 : answer_stat(x, &caller.user, err);
}

int endpoint_log_stat_all(struct exchange *x, struct error *err) {
    struct caller caller;
    return manage_admin(x, &caller, err) < 0 ? -1 : answer_stat(x, NULL, err);
}
