/* What the caller's user used in a period, in the shape of the AI Hub document, and apart by what is asked
 * for. */
#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "base/jsonwrite.h"
#include "endpoints/endpoints.h"
#include "endpoints/entry_names.h"
#include "endpoints/query.h"
#include "endpoints/usage_period.h"
#include "gate/caller.h"

#define ANSWER_MAX (4u << 20)

struct question {
    struct usage_period period;
    const char *grouped; /* as it was asked for, NULL: it was not */
    unsigned by;
};

static int read_groups(struct exchange *x, struct question *question, struct error *err) {
    question->grouped = request_parameter(x->request, "group_by");
    if (question->grouped &&
        (!usage_by_read(question->grouped, &question->by) || question->by & USAGE_BY_HOUR))
        return error_param(err, ERR_REQUEST, "group_by",
                           "\"%.40s\" is none of model, key and day, or several such as day,model.",
                           question->grouped);
    return 0;
}

static int read_question(struct exchange *x, struct question *question, struct error *err) {
    *question = (struct question){.period = usage_period_month()};
    if (query_period(x, "start", "end", &question->period.start, &question->period.end, err) < 0 ||
        read_groups(x, question, err) < 0)
        return -1;
    usage_period_widen(&question->period);
    return 0;
}

static void write_sum(struct json_writer *w, const struct usage_sum *sum, const char *names[3]) {
    char cost[MONEY_TEXT];
    json_member_int(w, names[0], sum->requests);
    json_member_int(w, names[1], sum->usage.prompt + sum->usage.output);
    json_member_raw(w, names[2], money_write(sum->cost, cost));
}

static const char *plain[] = {"requests", "tokens", "cost"},
                  *total[] = {"total_requests", "total_tokens", "total_cost"};

static void write_models(struct json_writer *w, const struct usage_sum *sums, size_t count) {
    json_member_open(w, "models", '{');
    for (size_t i = 0; i < count; i++) {
        json_key_bytes(w, sums[i].model, strlen(sums[i].model));
        json_open(w, '{');
        write_sum(w, &sums[i], plain);
        json_close(w, '}');
    }
    json_close(w, '}');
}

static void write_period(struct json_writer *w, const struct question *question) {
    char time[CLOCK_TEXT];
    json_member_open(w, "period", '{');
    json_member_text(w, "start", clock_write(question->period.start, time));
    json_member_text(w, "end", clock_write(question->period.end - 1, time));
    json_close(w, '}');
}

/* What few calls have is told where there is any. */
static void write_unusual(struct json_writer *w, const struct usage *usage) {
    if (usage->cache_write)
        json_member_int(w, "cache_write_tokens", usage->cache_write);
    for (size_t i = USAGE_USUAL; i < USAGE_COUNTS; i++)
        if (usage_get(usage, i))
            json_member_int(w, usage_counts[i].column, usage_get(usage, i));
}

static int write_group(struct json_writer *w, const struct usage_sum *sum, unsigned by,
                       struct entry_names *names, struct error *err) {
    char time[CLOCK_TEXT];
    const char *name = by & USAGE_BY_KEY ? entry_key_name(names, sum->key, err) : "";
    if (!name)
        return -1;
    json_open(w, '{');
    if (by & USAGE_BY_DAY)
        json_member_text(w, "day", clock_write_date(sum->time, time));
    if (by & USAGE_BY_KEY) {
        json_member_int(w, "key", (int64_t)sum->key);
        json_member_text(w, "key_name", *name ? name : NULL);
    }
    if (by & USAGE_BY_MODEL)
        json_member_text(w, "model", sum->model);
    write_sum(w, sum, plain);
    json_member_int(w, "prompt_tokens", sum->usage.prompt);
    json_member_int(w, "cached_tokens", sum->usage.cache_read);
    json_member_int(w, "output_tokens", sum->usage.output);
    json_member_int(w, "reasoning_tokens", sum->usage.reasoning);
    write_unusual(w, &sum->usage);
    json_close(w, '}');
    return 0;
}

static int write_groups(struct json_writer *w, struct ledger *ledger, const struct question *question,
                        const struct usage_sum *sums, size_t count, struct error *err) {
    struct entry_names names = {.ledger = ledger};
    int rc = 0;
    json_member_text(w, "group_by", question->grouped);
    json_member_open(w, "groups", '[');
    for (size_t i = 0; rc == 0 && i < count; i++)
        rc = write_group(w, &sums[i], question->by, &names, err);
    json_close(w, ']');
    return rc;
}

static void write_sums(struct json_writer *w, const struct usage_sum *models, size_t count) {
    struct usage_sum all = {0};
    for (size_t i = 0; i < count; i++)
        usage_sum_add(&all, &models[i]);
    json_member_open(w, "usage", '{');
    write_sum(w, &all, total);
    write_models(w, models, count);
    json_close(w, '}');
}

/* All of it from one reading of the ledger, so that the sums agree. */
static int write_usage(struct buf *body, struct ledger *ledger, uint64_t user,
                       const struct question *question, struct error *err) {
    struct json_writer w = {.out = body};
    struct usage_sum *sums, *models;
    size_t count;
    int rc = 0;
    if (ledger_usage(ledger, user, question->period.start, question->period.end,
                     question->by | USAGE_BY_MODEL, &sums, &count, err) < 0)
        return -1;
    models = usage_sums_copy(sums, count);
    json_open(&w, '{');
    write_period(&w, question);
    write_sums(&w, models, usage_regroup(models, count, USAGE_BY_MODEL));
    if (question->grouped)
        rc = write_groups(&w, ledger, question, sums, usage_regroup(sums, count, question->by), err);
    json_close(&w, '}');
    free(models);
    free(sums);
    if (rc == 0 && body->overflow)
        rc = error_param(err, ERR_REQUEST, "group_by",
                         "The answer would be longer than %u MB: ask for a shorter period or fewer groups.",
                         ANSWER_MAX >> 20);
    return rc;
}

int endpoint_usage(struct exchange *x, struct error *err) {
    struct caller caller;
    struct question question;
    struct buf body;
    if (caller_check(x, &caller, err) < 0 || read_question(x, &question, err) < 0)
        return -1;
    buf_init(&body, ANSWER_MAX);
    int rc = write_usage(&body, hub_ledger(x->hub, x->config), caller.user.id, &question, err);
    if (rc == 0)
        rc = exchange_reply_json(x, &body, err);
    buf_free(&body);
    return rc;
}
