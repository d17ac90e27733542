/* What the caller's user used in a period, in IndoxRouter's shape. The ledger does not keep sums apart by
 * endpoint, so there are none of those. */
#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "base/jsonwrite.h"
#include "base/mem.h"
#include "endpoints/endpoints.h"
#include "endpoints/query.h"
#include "endpoints/quota.h"
#include "gate/caller.h"
#include "route/choose.h"

#define ANSWER_MAX (4u << 20)
#define NOBODY     "unknown" /* who served a model that the configuration does not know any more */

/* A model by the names that it has now: several of the ledger's may be one of these. */
struct part {
    const char *provider, *model;
    const struct usage_sum *sum;
};

static int read_period(struct exchange *x, int64_t *start, int64_t *end, struct error *err) {
    int64_t now = clock_wall_ms() / 1000;
    *start = period_start(PERIOD_MONTH, now);
    *end = now + 1;
    return query_period(x, "start_date", "end_date", start, end, err);
}

/* ---- models and providers ------------------------------------------------------------- */

static void name_part(struct exchange *x, struct part *part) {
    struct error ignored = {0};
    struct target target;
    const char *name = part->sum->model;
    bool known = choose_target(x->config, name, x->arena, &target, &ignored) == 0;
    part->provider = known ? target.provider->name : NOBODY;
    part->model = model_bare_name(name, part->provider);
}

static int compare(const void *a, const void *b) {
    const struct part *one = a, *other = b;
    int order = strcmp(one->provider, other->provider);
    return order ? order : strcmp(one->model, other->model);
}

static void write_sum(struct json_writer *w, const struct usage_sum *sum) {
    char cost[MONEY_TEXT];
    json_member_int(w, "requests", sum->requests);
    json_member_raw(w, "cost", money_write(sum->cost, cost));
    json_member_int(w, "tokens", sum->usage.prompt + sum->usage.output);
}

static void write_key(struct json_writer *w, struct arena *arena, const struct part *part, bool with_model) {
    const char *name =
        with_model ? arena_printf(arena, "%s/%s", part->provider, part->model) : part->provider;
    json_key_bytes(w, name, strlen(name));
}

/* Sorted parts, those together that have provider, or provider and model, in common. */
static void write_parts(struct json_writer *w, struct arena *arena, const struct part *parts, size_t count,
                        bool by_model) {
    for (size_t i = 0; i < count;) {
        const struct part *first = &parts[i];
        struct usage_sum sum = {0};
        for (; i < count && strcmp(parts[i].provider, first->provider) == 0 &&
               (!by_model || strcmp(parts[i].model, first->model) == 0);
             i++)
            usage_sum_add(&sum, parts[i].sum);
        write_key(w, arena, first, by_model);
        json_open(w, '{');
        if (by_model) {
            json_member_text(w, "provider", first->provider);
            json_member_text(w, "model", first->model);
        }
        write_sum(w, &sum);
        json_close(w, '}');
    }
}

static void write_models(struct exchange *x, struct json_writer *w, const struct usage_sum *sums,
                         size_t count) {
    struct part *parts = xmalloc((count + 1) * sizeof *parts);
    for (size_t i = 0; i < count; i++) {
        parts[i].sum = &sums[i];
        name_part(x, &parts[i]);
    }
    if (count)
        qsort(parts, count, sizeof *parts, compare);
    json_member_open(w, "providers", '{');
    write_parts(w, x->arena, parts, count, false);
    json_close(w, '}');
    json_member_open(w, "models", '{');
    write_parts(w, x->arena, parts, count, true);
    json_close(w, '}');
    free(parts);
}

/* ---- the rest ---------------------------------------------------------------------------- */

static void write_totals(struct json_writer *w, const struct usage_sum *sums, size_t count,
                         const struct caller *caller) {
    struct purse purse = purse_of(caller);
    struct usage_sum all = {0};
    char money[MONEY_TEXT];
    for (size_t i = 0; i < count; i++)
        usage_sum_add(&all, &sums[i]);
    json_member_int(w, "total_requests", all.requests);
    json_member_raw(w, "total_cost", money_write(all.cost, money));
    json_member_raw(w, "remaining_credits", purse.unlimited ? "null" : money_write(purse.available, money));
    json_member_open(w, "total_tokens", '{');
    json_member_int(w, "input", all.usage.prompt);
    json_member_int(w, "output", all.usage.output);
    json_member_int(w, "total", all.usage.prompt + all.usage.output);
    json_close(w, '}');
    json_member_raw(w, "endpoints", "{}");
}

static void write_days(struct json_writer *w, const struct usage_sum *days, size_t count) {
    char time[CLOCK_TEXT];
    json_member_open(w, "daily_usage", '[');
    for (size_t i = 0; i < count; i++) {
        json_open(w, '{');
        json_member_text(w, "date", clock_write_date(days[i].time, time));
        write_sum(w, &days[i]);
        json_close(w, '}');
    }
    json_close(w, ']');
}

/* All of it from one reading of the ledger, so that the sums agree. */
static void write_usage(struct exchange *x, struct buf *body, struct usage_sum *sums, size_t count,
                        const struct caller *caller) {
    struct json_writer w = {.out = body};
    struct usage_sum *models = usage_sums_copy(sums, count);
    json_open(&w, '{');
    write_totals(&w, sums, count, caller);
    write_models(x, &w, models, usage_regroup(models, count, USAGE_BY_MODEL));
    write_days(&w, sums, usage_regroup(sums, count, USAGE_BY_DAY));
    json_close(&w, '}');
    free(models);
}

int endpoint_indox_usage(struct exchange *x, struct error *err) {
    int64_t start, end;
    struct caller caller;
    struct usage_sum *sums;
    struct buf body;
    size_t count;
    if (caller_check(x, &caller, err) < 0 || read_period(x, &start, &end, err) < 0 ||
        ledger_usage(hub_ledger(x->hub, x->config), caller.user.id, start, end, USAGE_BY_DAY | USAGE_BY_MODEL,
                     &sums, &count, err) < 0)
        return -1;
    buf_init(&body, ANSWER_MAX);
    write_usage(x, &body, sums, count, &caller);
    free(sums);
    int rc = body.overflow ? error_param(err, ERR_REQUEST, "start_date",
                                         "The answer would be longer than %u MB: ask for a shorter period.",
                                         ANSWER_MAX >> 20)
                           : 0;
    if (rc == 0)
        rc = exchange_reply_json(x, &body, err);
    buf_free(&body);
    return rc;
}
