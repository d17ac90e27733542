/* What a user used in a period, in AIGNE Hub's words and those of AI Hub's /v1/usage, which agree. */
#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "endpoints/aigne.h"
#include "endpoints/endpoints.h"
#include "endpoints/usage_period.h"
#include "front/fields.h"

#define ANSWER_MAX (4u << 20)
#define STATS_MOST 5 /* models, as AIGNE Hub has it */

static int read_period(struct exchange *x, struct usage_period *period, struct error *err) {
    *period = usage_period_month();
    if (aigne_period(x, &period->start, &period->end, err) < 0)
        return -1;
    usage_period_widen(period);
    return 0;
}

static int read_sums(struct exchange *x, const struct caller *caller, const struct usage_period *period,
                     unsigned by, struct usage_sum **sums, size_t *count, struct error *err) {
    return ledger_usage(hub_ledger(x->hub, x->config), caller->user.id, period->start, period->end, by, sums,
                        count, err);
}

static void write_cost(struct json_writer *w, const char *name, nanos cost) {
    char money[MONEY_TEXT];
    json_member_raw(w, name, money_write(cost, money));
}

/* The members of a sum by AIGNE's names. */
static void write_sum(struct json_writer *w, const struct usage_sum *sum) {
    json_member_int(w, "totalCalls", sum->requests);
    json_member_int(w, "totalUsage", sum->usage.prompt + sum->usage.output);
    json_member_int(w, "inputTokens", sum->usage.prompt);
    json_member_int(w, "outputTokens", sum->usage.output);
    json_member_int(w, "cacheReadInputTokens", sum->usage.cache_read);
    json_member_int(w, "cacheCreationInputTokens", sum->usage.cache_write);
    write_cost(w, "totalCredits", sum->cost);
}

static void write_model(struct json_writer *w, const struct usage_sum *sum) {
    json_open(w, '{');
    json_member_text(w, "model", sum->model);
    write_sum(w, sum);
    json_close(w, '}');
}

/* ---- the usage of a period --------------------------------------------------------- */

static void write_days(struct json_writer *w, const struct usage_sum *days, size_t count) {
    char time[CLOCK_TEXT];
    json_member_open(w, "dailyStats", '[');
    for (size_t i = 0; i < count; i++) {
        json_open(w, '{');
        json_member_text(w, "date", clock_write_date(days[i].time, time));
        json_member_int(w, "timestamp", days[i].time);
        write_sum(w, &days[i]);
        json_close(w, '}');
    }
    json_close(w, ']');
}

static void write_plain(struct json_writer *w, const char *const names[3], const struct usage_sum *sum) {
    json_member_int(w, names[0], sum->requests);
    json_member_int(w, names[1], sum->usage.prompt + sum->usage.output);
    write_cost(w, names[2], sum->cost);
}

/* That of the AI Hub document. */
static void write_hub(struct json_writer *w, const struct usage_sum *all, const struct usage_sum *models,
                      size_t count) {
    static const char *const total[] = {"total_requests", "total_tokens", "total_cost"}, *const each[] = {
                                                                                             "requests",
                                                                                             "tokens",
                                                                                             "cost"};
    json_member_open(w, "usage", '{');
    write_plain(w, total, all);
    json_member_open(w, "models", '{');
    for (size_t i = 0; i < count; i++) {
        json_key_bytes(w, models[i].model, strlen(models[i].model));
        json_open(w, '{');
        write_plain(w, each, &models[i]);
        json_close(w, '}');
    }
    json_close(w, '}');
    json_close(w, '}');
}

static void write_period(struct json_writer *w, const struct usage_period *period) {
    char time[CLOCK_TEXT];
    json_member_open(w, "period", '{');
    json_member_text(w, "start", clock_write(period->start, time));
    json_member_text(w, "end", clock_write(period->end - 1, time));
    json_close(w, '}');
    json_member_int(w, "startTime", period->start);
    json_member_int(w, "endTime", period->end - 1);
}

/* All from one reading of the ledger, so that the sums agree. `sums`: by day and model. */
static void write_usage(struct json_writer *w, const struct usage_period *period, struct usage_sum *sums,
                        size_t count) {
    struct usage_sum all = {0}, *models = usage_sums_copy(sums, count);
    size_t model_count = usage_regroup(models, count, USAGE_BY_MODEL);
    for (size_t i = 0; i < model_count; i++)
        usage_sum_add(&all, &models[i]);
    json_open(w, '{');
    json_member_text(w, "object", "usage");
    write_period(w, period);
    write_sum(w, &all);
    json_member_open(w, "modelStats", '[');
    for (size_t i = 0; i < model_count; i++)
        write_model(w, &models[i]);
    json_close(w, ']');
    write_days(w, sums, usage_regroup(sums, count, USAGE_BY_DAY));
    write_hub(w, &all, models, model_count);
    json_close(w, '}');
    free(models);
}

int endpoint_aigne_usage(struct exchange *x, struct error *err) {
    struct caller caller;
    struct usage_period period;
    struct usage_sum *sums;
    size_t count;
    struct buf body;
    struct json_writer w = {.out = &body};
    if (caller_check(x, &caller, err) < 0 || read_period(x, &period, err) < 0 ||
        read_sums(x, &caller, &period, USAGE_BY_DAY | USAGE_BY_MODEL, &sums, &count, err) < 0)
        return -1;
    buf_init(&body, ANSWER_MAX);
    write_usage(&w, &period, sums, count);
    free(sums);
    return aigne_send(x, &body, 0, err);
}

/* ---- the models that are used most ------------------------------------------------- */

static int by_calls(const void *one, const void *other) {
    const struct usage_sum *a = one, *b = other;
    return a->requests != b->requests ? (a->requests < b->requests ? 1 : -1) : strcmp(a->model, b->model);
}

static int need(const struct exchange *x, const char *name, struct error *err) {
    return fields_need(request_parameter(x->request, name), name, err);
}

/* `most`: of the models. */
static int answer_models(struct exchange *x, const char *list, size_t most, struct error *err) {
    struct caller caller;
    struct usage_period period;
    struct usage_sum *sums;
    size_t count;
    struct buf body;
    struct json_writer w = {.out = &body};
    if (caller_check(x, &caller, err) < 0 || need(x, "startTime", err) < 0 || need(x, "endTime", err) < 0 ||
        read_period(x, &period, err) < 0 ||
        read_sums(x, &caller, &period, USAGE_BY_MODEL, &sums, &count, err) < 0)
        return -1;
    qsort(sums, count, sizeof *sums, by_calls);
    buf_init(&body, ANSWER_MAX);
    json_open(&w, '{');
    if (list)
        json_member_open(&w, list, '{');
    json_member_open(&w, "list", '[');
    for (size_t i = 0; i < count && i < most; i++)
        write_model(&w, &sums[i]);
    json_close(&w, ']');
    if (list) {
        json_member_int(&w, "totalModelCount", (int64_t)count);
        json_close(&w, '}');
    }
    json_close(&w, '}');
    free(sums);
    return aigne_send(x, &body, 0, err);
}

int endpoint_aigne_stats(struct exchange *x, struct error *err) {
    return answer_models(x, "modelStats", STATS_MOST, err);
}

/* The oldest form: of the user, since the hub does not tell applications apart. */
int endpoint_aigne_app_usage(struct exchange *x, struct error *err) {
    return answer_models(x, NULL, SIZE_MAX, err);
}
