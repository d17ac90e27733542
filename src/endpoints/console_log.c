/* The log of calls as new-api's console shows it: page by page with filters, what they cost, how many a
 * minute. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "base/mem.h"
#include "endpoints/console.h"
#include "endpoints/endpoints.h"
#include "endpoints/entry_names.h"
#include "endpoints/manage.h"
#include "endpoints/query.h"
#include "endpoints/quota.h"
#include "gate/caller.h"

#define HOUR       3600
#define TOKEN_MOST 1000  /* entries of /api/log/token */
#define TOTAL_MOST 10000 /* entries that are counted where a filter is set, as new-api does */
#define STEPS_MOST 4000  /* of the ledger for one request: two million entries */
#define BATCH      256

/* new-api's numbers for what stands in a log. */
enum { TYPE_ALL, TYPE_TOPUP, TYPE_CALL, TYPE_ERROR = 5 };

#define CHARGED (((1u << CALL__MAX) - 1) & ~(1u << CALL_FAILED))

/* Which calls; `none`: certainly none is meant. */
struct question {
    struct entry_filter filter;
    bool none, topups; /* topups: not calls, but money paid in */
    int64_t most;      /* how many there are of the user, or of the keys that are asked for */
    int64_t steps;     /* that may still be made */
};

/* ---- what is asked for -------------------------------------------------------------------------- */

static int read_period(struct exchange *x, struct entry_filter *filter, struct error *err) {
    int64_t start = 0, end = 0;
    if (query_number(x, "start_timestamp", 0, QUERY_TIME_MOST, &start, err) < 0 ||
        query_number(x, "end_timestamp", 0, QUERY_TIME_MOST, &end, err) < 0)
        return -1;
    filter->start = start * 1000;
    filter->end = end ? (end + 1) * 1000 : 0; /* that second is meant too */
    return 0;
}

static int read_type(struct exchange *x, struct question *question, struct error *err) {
    int64_t type = TYPE_ALL;
    if (query_number(x, "type", INT32_MIN, INT32_MAX, &type, err) < 0)
        return -1;
    question->filter.outcomes = type == TYPE_CALL ? CHARGED : type == TYPE_ERROR ? 1u << CALL_FAILED : 0;
    question->topups = type == TYPE_TOPUP;
    question->none |= type != TYPE_ALL && !question->filter.outcomes;
    return 0;
}

static void add_key(struct question *question, const struct key *key) {
    if (question->filter.key_count == 0)
        question->most = 0;
    question->filter.keys[question->filter.key_count++] = key->id;
    question->most += key->entries - key->forgotten.entries;
}

/* The keys of the user that have that name now: names need not be unique. */
static int read_key_name(struct exchange *x, struct question *question, struct error *err) {
    const char *name = request_parameter(x->request, "token_name");
    struct ledger *ledger = hub_ledger(x->hub, x->config);
    struct entry_filter *filter = &question->filter;
    struct key key = {0};
    struct error end = {0};
    if (!name || !*name)
        return 0;
    while (ledger_key_next(ledger, key.id, filter->user, &key, &end) == 0) {
        if (strcmp(key.name, name) != 0)
            continue;
        if (filter->key_count == FILTER_KEYS)
            return error_param(err, ERR_REQUEST, "token_name", "More than %d keys have this name.",
                               FILTER_KEYS);
        add_key(question, &key);
    }
    if (end.kind != ERR_NOT_FOUND) {
        *err = end;
        return -1;
    }
    question->none |= filter->key_count == 0;
    return 0;
}

/* new-api's clients write patterns as SQL does. */
static int read_model(struct exchange *x, struct entry_filter *filter, struct error *err) {
    if (query_text(x, "model_name", filter->model, sizeof filter->model, err) < 0)
        return -1;
    for (char *at = filter->model; (at = strchr(at, '%')) != NULL;)
        *at = '*';
    return 0;
}

static bool names_call(const struct entry_filter *filter) {
    static const struct call_id none;
    return memcmp(&filter->id, &none, sizeof none) != 0;
}

/* No call has the id of zeros, which in a filter means any. */
static void read_id(struct exchange *x, struct question *question) {
    const char *id = request_parameter(x->request, "request_id");
    if (id && *id)
        question->none |= !call_id_read(id, &question->filter.id) || !names_call(&question->filter);
}

static int read_question(struct exchange *x, const struct user *user, struct question *question,
                         struct error *err) {
    *question = (struct question){
        .filter.user = user->id, .most = user->entries - user->forgotten.entries, .steps = STEPS_MOST};
    if (read_period(x, &question->filter, err) < 0 || read_key_name(x, question, err) < 0 ||
        read_model(x, &question->filter, err) < 0 ||
        query_text(x, "group", question->filter.group, sizeof question->filter.group, err) < 0)
        return -1;
    read_id(x, question);
    return 0;
}

/* Whether it says more than whose calls are meant. */
static bool is_filtered(const struct entry_filter *filter) {
    return filter->start || filter->end || *filter->model || *filter->group || filter->outcomes ||
           names_call(filter);
}

/* ---- walking ------------------------------------------------------------------------------------- */

/* A step for a client that still waits, as long as the question is not too much to ask. */
static int step(struct exchange *x, struct question *question, struct entry_walk *walk, struct entry *entries,
                size_t room, size_t *count, struct error *err) {
    if (request_gone(x->request))
        return error_set(err, ERR_GONE, "the client left");
    if (question->steps-- <= 0)
        return error_param(err, ERR_REQUEST, "start_timestamp",
                           "Too many entries would have to be read: ask for a shorter period by "
                           "start_timestamp and end_timestamp.");
    return ledger_entry_step(hub_ledger(x->hub, x->config), walk, entries, room, count, err);
}

/* How many more there are, up to so many, as far as it is cheap to tell. */
static int count_more(struct exchange *x, struct question *question, struct entry_walk *walk, int64_t most,
                      int64_t *more, struct error *err) {
    size_t none;
    walk->skip = most;
    while (walk->skip > 0 && !walk->ended && question->steps > 0)
        if (step(x, question, walk, NULL, 0, &none, err) < 0)
            return -1;
    *more = most - walk->skip;
    return 0;
}

struct listed {
    struct entry *entries;
    size_t count;
    int64_t total;
};

static int read_listed(struct exchange *x, struct question *question, const struct page *page,
                       struct listed *listed, struct error *err) {
    int64_t before = page_skip(page), seen = 0, more = 0;
    struct entry_walk walk = {.filter = question->filter, .newest_first = true, .skip = before};
    bool filtered = is_filtered(&question->filter);
    listed->total = question->none ? 0 : question->most;
    if (question->none || before >= question->most)
        return 0;
    while (!walk.ended && listed->count < (size_t)page->size && seen < question->most) {
        size_t count;
        if (step(x, question, &walk, listed->entries + listed->count, (size_t)page->size - listed->count,
                 &count, err) < 0)
            return -1;
        listed->count += count;
        seen = before - walk.skip + (int64_t)listed->count;
    }
    if (filtered && seen < TOTAL_MOST && count_more(x, question, &walk, TOTAL_MOST - seen, &more, err) < 0)
        return -1;
    if (filtered)
        listed->total = seen + more;
    return 0;
}

/* ---- what is answered ----------------------------------------------------------------------------- */

/* What the console shows as details: JSON in a text. */
static void write_details(struct json_writer *w, const struct entry *entry) {
    struct buf text;
    struct json_writer details = {.out = &text};
    char cost[MONEY_TEXT], ratio[32];
    buf_init(&text, 1024);
    snprintf(ratio, sizeof ratio, "%d.%03d", entry->per_mille / PRICE_WHOLE, entry->per_mille % PRICE_WHOLE);
    json_open(&details, '{');
    json_member_raw(&details, "group_ratio", ratio);
    json_member_text(&details, "cost_usd", money_write(entry->cost, cost));
    json_member_int(&details, "frt", entry->first);
    json_member_int(&details, "ms", entry->duration);
    json_member_int(&details, "cache_tokens", entry->usage.cache_read);
    json_member_int(&details, "cache_creation_tokens", entry->usage.cache_write);
    json_member_int(&details, "reasoning_tokens", entry->usage.reasoning);
    json_member_text(&details, "outcome", call_outcome_name(entry->outcome));
    json_member_int(&details, "status", entry->status);
    json_member_bool(&details, "estimated", entry->estimated);
    json_close(&details, '}');
    json_key(w, "other");
    json_put_bytes(w, text.data, text.len);
    buf_free(&text);
}

static int write_entry(struct json_writer *w, const struct entry *entry, const char *user,
                       struct entry_names *names, struct error *err) {
    char id[CALL_ID_TEXT];
    const char *key = entry_key_name(names, entry->key, err);
    if (!key)
        return -1;
    json_open(w, '{');
    json_member_int(w, "id", entry->number);
    json_member_int(w, "user_id", (int64_t)entry->user);
    json_member_int(w, "created_at", entry->admitted / 1000);
    json_member_int(w, "type", entry->outcome == CALL_FAILED ? TYPE_ERROR : TYPE_CALL);
    json_member_text(w, "content", entry->outcome == CALL_DONE ? "" : call_outcome_name(entry->outcome));
    json_member_text(w, "username", user);
    json_member_text(w, "token_name", key);
    json_member_text(w, "model_name", entry->model);
    json_member_int(w, "quota", quota_of(entry->cost));
    json_member_int(w, "prompt_tokens", entry->usage.prompt);
    json_member_int(w, "completion_tokens", entry->usage.output);
    json_member_int(w, "use_time", entry->duration / 1000);
    json_member_bool(w, "is_stream", entry->stream);
    json_member_int(w, "channel", 0);
    json_member_text(w, "channel_name", "");
    json_member_int(w, "token_id", (int64_t)entry->key);
    json_member_text(w, "group", entry->group);
    json_member_text(w, "ip", "");
    json_member_text(w, "request_id", call_id_write(&entry->id, id));
    write_details(w, entry);
    json_close(w, '}');
    return 0;
}

static int write_listed(struct json_writer *w, struct exchange *x, const struct user *user,
                        const struct listed *listed, struct error *err) {
    struct entry_names names = {.ledger = hub_ledger(x->hub, x->config)};
    int rc = 0;
    json_open(w, '[');
    for (size_t i = 0; rc == 0 && i < listed->count; i++)
        rc = write_entry(w, &listed->entries[i], user->name, &names, err);
    json_close(w, ']');
    return rc;
}

/* The same members for money paid in, which no key and no model has to do with. */
static void write_topup(struct json_writer *w, const struct payment *payment, const char *user) {
    static const char *const empty[] = {"token_name", "model_name", "channel_name",
                                        "group",      "ip",         "request_id"};
    static const char *const zero[] = {"prompt_tokens", "completion_tokens", "use_time", "channel",
                                       "token_id"};
    char amount[MONEY_TEXT];
    json_open(w, '{');
    json_member_int(w, "id", payment->number);
    json_member_int(w, "user_id", (int64_t)payment->user);
    json_member_int(w, "created_at", payment->time);
    json_member_int(w, "type", TYPE_TOPUP);
    json_member_text(w, "content", *payment->note ? payment->note : payment_kind_name(payment->kind));
    json_member_text(w, "username", user);
    json_member_int(w, "quota", quota_of(payment->amount));
    for (size_t i = 0; i < sizeof empty / sizeof *empty; i++)
        json_member_text(w, empty[i], "");
    for (size_t i = 0; i < sizeof zero / sizeof *zero; i++)
        json_member_int(w, zero[i], 0);
    json_member_bool(w, "is_stream", false);
    json_member_format(w, "other", "{\\\"cost_usd\\\":\\\"%s\\\"}", money_write(payment->amount, amount));
    json_close(w, '}');
}

static bool is_within(const struct entry_filter *filter, int64_t seconds) {
    return seconds * 1000 >= filter->start && (!filter->end || seconds * 1000 < filter->end);
}

static bool says(const struct exchange *x, const char *name) {
    const char *value = request_parameter(x->request, name);
    return value && *value;
}

/* Writes those of a page; a filter of keys, models or the like fits none. */
static int write_topups(struct json_writer *w, struct exchange *x, const struct user *user,
                        const struct question *question, const struct page *page, int64_t *total,
                        struct error *err) {
    struct payment payments[LEDGER_PAGE];
    struct entry_filter filter = question->filter;
    int64_t first = page_skip(page), read = 0, all = 1;
    filter.start = filter.end = 0;
    *total = 0;
    if (is_filtered(&filter) || says(x, "token_name") || says(x, "request_id"))
        return 0;
    while (read < all && *total < TOTAL_MOST) {
        size_t count;
        if (ledger_payments(hub_ledger(x->hub, x->config), user->id, read, payments, LEDGER_PAGE, &count,
                            &all, err) < 0)
            return -1;
        for (size_t i = 0; i < count; i++)
            if (is_within(&question->filter, payments[i].time) && (*total)++ >= first &&
                *total <= first + page->size)
                write_topup(w, &payments[i], user->name);
        read = count ? read + (int64_t)count : all;
    }
    return 0;
}

static int answer_topups(struct exchange *x, const struct caller *caller, const struct question *question,
                         const struct page *page, struct error *err) {
    struct console_answer answer;
    int64_t total;
    console_begin(&answer);
    json_open(&answer.w, '{');
    json_member_int(&answer.w, "page", page->number);
    json_member_int(&answer.w, "page_size", page->size);
    json_member_open(&answer.w, "items", '[');
    int rc = write_topups(&answer.w, x, &caller->user, question, page, &total, err);
    json_close(&answer.w, ']');
    json_member_int(&answer.w, "total", total);
    json_close(&answer.w, '}');
    return console_end(&answer, x, rc, err);
}

static int answer_page(struct exchange *x, const struct caller *caller, const struct page *page,
                       const struct listed *listed, struct error *err) {
    struct console_answer answer;
    console_begin(&answer);
    json_open(&answer.w, '{');
    json_member_int(&answer.w, "page", page->number);
    json_member_int(&answer.w, "page_size", page->size);
    json_member_int(&answer.w, "total", listed->total);
    json_key(&answer.w, "items");
    int rc = write_listed(&answer.w, x, &caller->user, listed, err);
    json_close(&answer.w, '}');
    return console_end(&answer, x, rc, err);
}

int endpoint_log_self(struct exchange *x, struct error *err) {
    struct caller caller;
    struct question question;
    struct page page;
    struct listed listed = {0};
    if (caller_check(x, &caller, err) < 0 || manage_page(x, &page, err) < 0 ||
        read_question(x, &caller.user, &question, err) < 0 || read_type(x, &question, err) < 0)
        return -1;
    if (question.topups)
        return answer_topups(x, &caller, &question, &page, err);
    listed.entries = xmalloc((size_t)page.size * sizeof *listed.entries);
    int rc = read_listed(x, &question, &page, &listed, err);
    if (rc == 0)
        rc = answer_page(x, &caller, &page, &listed, err);
    free(listed.entries);
    return rc;
}

/* The newest of the key that asks, without a frame of pages. */
int endpoint_log_token(struct exchange *x, struct error *err) {
    struct caller caller;
    struct question question;
    struct page page;
    struct listed listed = {0};
    struct console_answer answer;
    if (caller_check(x, &caller, err) < 0 || manage_page_of(x, TOKEN_MOST, TOKEN_MOST, &page, err) < 0 ||
        read_question(x, &caller.user, &question, err) < 0 || read_type(x, &question, err) < 0)
        return -1;
    if (!caller.key.id)
        return error_set(err, ERR_REQUEST, "This is the log of a key: ask with one.");
    question.filter.key_count = 0;
    add_key(&question, &caller.key);
    listed.entries = xmalloc((size_t)page.size * sizeof *listed.entries);
    int rc = read_listed(x, &question, &page, &listed, err);
    if (rc == 0) {
        console_begin(&answer);
        rc = write_listed(&answer.w, x, &caller.user, &listed, err);
        rc = console_end(&answer, x, rc, err);
    }
    free(listed.entries);
    return rc;
}

/* ---- sums --------------------------------------------------------------------------------------------- */

/* The cost of calls from `start` to before `end` (milliseconds), entry by entry. */
static int sum_entries(struct exchange *x, struct question *question, int64_t start, int64_t end, nanos *cost,
                       struct error *err) {
    struct entry_walk walk = {.filter = question->filter};
    struct entry *entries = xmalloc(BATCH * sizeof *entries);
    int rc = 0;
    walk.filter.start = start;
    walk.filter.end = end;
    while (rc == 0 && start < end && !walk.ended) {
        size_t count;
        rc = step(x, question, &walk, entries, BATCH, &count, err);
        for (size_t i = 0; rc == 0 && i < count; i++)
            *cost += entries[i].cost;
    }
    free(entries);
    return rc;
}

static bool is_meant(const struct entry_filter *filter, const struct usage_sum *sum) {
    bool key = filter->key_count == 0;
    for (size_t i = 0; i < filter->key_count; i++)
        key |= filter->keys[i] == sum->key;
    return key && entry_model_fits(filter->model, sum->model);
}

/* The same of whole hours, by the sums that are kept of them. */
static int sum_hours(struct exchange *x, const struct question *question, int64_t start, int64_t end,
                     nanos *cost, struct error *err) {
    struct usage_sum *sums;
    size_t count;
    if (start >= end)
        return 0;
    if (ledger_usage(hub_ledger(x->hub, x->config), question->filter.user, start, end,
                     USAGE_BY_KEY | USAGE_BY_MODEL, &sums, &count, err) < 0)
        return -1;
    for (size_t i = 0; i < count; i++)
        if (is_meant(&question->filter, &sums[i]))
            *cost += sums[i].cost;
    free(sums);
    return 0;
}

static int sum_cost(struct exchange *x, struct question *question, nanos *cost, struct error *err) {
    const struct entry_filter *filter = &question->filter;
    const int64_t hour = HOUR * INT64_C(1000), now = clock_wall_ms();
    int64_t start = filter->start, end = filter->end && filter->end <= now ? filter->end : now + hour;
    int64_t first = (start + hour - 1) / hour, last = end / hour;
    *cost = 0;
    if (question->none)
        return 0;
    if (*filter->group || names_call(filter) || first > last)
        return sum_entries(x, question, start, end, cost, err);
    if (sum_entries(x, question, start, first * hour, cost, err) < 0 ||
        sum_entries(x, question, last * hour, end, cost, err) < 0)
        return -1;
    return sum_hours(x, question, first * HOUR, last * HOUR, cost, err);
}

struct pace {
    int64_t requests, tokens;
};

/* Of the last minute, whatever period is asked for. */
static int measure_pace(struct exchange *x, struct question *question, struct pace *pace, struct error *err) {
    struct entry_walk walk = {.filter = question->filter};
    struct entry *entries = xmalloc(BATCH * sizeof *entries);
    int rc = 0;
    walk.filter.start = clock_wall_ms() - 60000;
    walk.filter.end = 0;
    while (rc == 0 && !question->none && !walk.ended) {
        size_t count;
        rc = step(x, question, &walk, entries, BATCH, &count, err);
        pace->requests += rc == 0 ? (int64_t)count : 0;
        for (size_t i = 0; rc == 0 && i < count; i++)
            pace->tokens += entries[i].usage.prompt + entries[i].usage.output;
    }
    free(entries);
    return rc;
}

int endpoint_log_stat(struct exchange *x, struct error *err) {
    struct caller caller;
    struct question question;
    struct console_answer answer;
    struct pace pace = {0};
    nanos cost;
    if (caller_check(x, &caller, err) < 0 || read_question(x, &caller.user, &question, err) < 0)
        return -1;
    question.filter.outcomes = CHARGED; /* whatever type is asked for, as new-api has it */
    if (sum_cost(x, &question, &cost, err) < 0 || measure_pace(x, &question, &pace, err) < 0)
        return -1;
    console_begin(&answer);
    json_open(&answer.w, '{');
    json_member_int(&answer.w, "quota", quota_of(cost));
    json_member_int(&answer.w, "rpm", pace.requests);
    json_member_int(&answer.w, "tpm", pace.tokens);
    json_close(&answer.w, '}');
    return console_end(&answer, x, 0, err);
}
