/* The log of calls as new-api's console shows it: page by page with filters. */
#include <stdio.h>
#include <stdlib.h>

#include "base/mem.h"
#include "endpoints/console.h"
#include "endpoints/console_question.h"
#include "endpoints/endpoints.h"
#include "endpoints/entry_names.h"
#include "endpoints/manage.h"
#include "endpoints/payment_page.h"
#include "endpoints/quota.h"
#include "gate/caller.h"

#define TOKEN_MOST 1000 /* entries of /api/log/token */

/* ---- walking ------------------------------------------------------------------------------------- */

struct listed {
    struct entry *entries;
    size_t count;
    int64_t total;
};

static int take_listed(void *arg, const struct entry *entry, struct error *err) {
    struct listed *listed = arg;
    (void)err;
    listed->entries[listed->count++] = *entry;
    return 0;
}

static int read_listed(struct console_question *question, const struct page *page, struct listed *listed,
                       struct error *err) {
    struct call_walk *walk = &question->walk;
    int64_t before = page_skip(page), left = question->most - before, more = 0;
    listed->total = question->none ? 0 : question->most;
    if (question->none || left <= 0)
        return 0;
    walk->entries.newest_first = true;
    walk->entries.skip = before;
    if (call_walk(walk, left < page->size ? left : page->size, take_listed, listed, err) < 0)
        return -1;
    if (!console_question_is_filtered(question) && question->most != INT64_MAX)
        return 0;
    listed->total = before - walk->entries.skip + (int64_t)listed->count;
    if (listed->total < CALLS_COUNTED && call_walk_count(walk, CALLS_COUNTED - listed->total, &more, err) < 0)
        return -1;
    listed->total += more;
    return 0;
}

/* ---- what is answered ----------------------------------------------------------------------------- */

/* What few calls have, by the names of new-api. */
static void write_unusual(struct json_writer *w, const struct usage *usage) {
    const struct {
        const char *name;
        int64_t count;
    } counts[] = {{"cache_creation_tokens_1h", usage->cache_write_1h},
                  {"audio_input", usage->audio_input},
                  {"audio_output", usage->audio_output},
                  {"image_input", usage->image_input},
                  {"image_output", usage->image_output},
                  {"web_search_call_count", usage->searches},
                  {"images", usage->images},
                  {"seconds", usage->seconds},
                  {"characters", usage->characters}};
    for (size_t i = 0; i < sizeof counts / sizeof *counts; i++)
        if (counts[i].count)
            json_member_int(w, counts[i].name, counts[i].count);
}

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
    write_unusual(&details, &entry->usage);
    json_member_text(&details, "outcome", call_outcome_name(entry->outcome));
    json_member_int(&details, "status", entry->status);
    json_member_bool(&details, "estimated", entry->estimated);
    json_close(&details, '}');
    json_key(w, "other");
    json_put_bytes(w, text.data, text.len);
    buf_free(&text);
}

static int write_entry(struct json_writer *w, const struct entry *entry, struct entry_names *names,
                       struct error *err) {
    char id[CALL_ID_TEXT];
    const char *key = entry_key_name(names, entry->key, err);
    const char *user = key ? entry_user_name(names, entry->user, err) : NULL;
    if (!user)
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

static int write_listed(struct json_writer *w, struct exchange *x, const struct listed *listed,
                        struct error *err) {
    struct entry_names names = {.ledger = hub_ledger(x->hub, x->config)};
    int rc = 0;
    for (size_t i = 0; rc == 0 && i < listed->count; i++)
        rc = write_entry(w, &listed->entries[i], &names, err);
    return rc;
}

/* The same members for money paid in, which no key and no model has to do with. */
static int write_topup(struct json_writer *w, const struct payment *payment, struct entry_names *names,
                       struct error *err) {
    static const char *const empty[] = {"token_name", "model_name", "channel_name",
                                        "group",      "ip",         "request_id"};
    static const char *const zero[] = {"prompt_tokens", "completion_tokens", "use_time", "channel",
                                       "token_id"};
    char amount[MONEY_TEXT];
    const char *user = entry_user_name(names, payment->user, err);
    if (!user)
        return -1;
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
    return 0;
}

/* ---- pages ---------------------------------------------------------------------------------------- */

static bool says(const struct exchange *x, const char *name) {
    const char *value = request_parameter(x->request, name);
    return value && *value;
}

/* A filter of keys, models or the like fits no money. */
static bool means_money(const struct exchange *x, const struct console_question *question) {
    struct console_question other = *question;
    other.walk.entries.filter.start = other.walk.entries.filter.end = 0;
    return !question->none && !console_question_is_filtered(&other) && !says(x, "token_name") &&
           !says(x, "request_id");
}

static int answer_topups(struct exchange *x, const struct console_question *question, const struct page *page,
                         struct error *err) {
    const struct entry_filter *filter = &question->walk.entries.filter;
    struct entry_names names = {.ledger = hub_ledger(x->hub, x->config)};
    struct console_answer answer;
    struct payment_page found = {.count = 0};
    int rc = 0;
    if (means_money(x, question) &&
        payment_page_read(x, filter->user, filter->start / 1000, filter->end ? filter->end / 1000 : INT64_MAX,
                          page, &found, err) < 0)
        return -1;
    console_begin(&answer);
    page_open(&answer.w, page, found.total);
    for (size_t i = 0; rc == 0 && i < found.count; i++)
        rc = write_topup(&answer.w, &found.payment[i], &names, err);
    page_close(&answer.w);
    return console_end(&answer, x, rc, err);
}

static int answer_calls(struct exchange *x, const struct page *page, const struct listed *listed,
                        struct error *err) {
    struct console_answer answer;
    console_begin(&answer);
    page_open(&answer.w, page, listed->total);
    int rc = write_listed(&answer.w, x, listed, err);
    page_close(&answer.w);
    return console_end(&answer, x, rc, err);
}

static int answer_log(struct exchange *x, const struct user *user, struct error *err) {
    struct console_question question;
    struct page page;
    struct listed listed = {0};
    if (manage_page(x, &page, err) < 0 || console_question_read(x, user, &question, err) < 0 ||
        console_question_type(x, &question, err) < 0)
        return -1;
    if (question.topups)
        return answer_topups(x, &question, &page, err);
    listed.entries = xmalloc((size_t)page.size * sizeof *listed.entries);
    int rc = read_listed(&question, &page, &listed, err);
    if (rc == 0)
        rc = answer_calls(x, &page, &listed, err);
    free(listed.entries);
    return rc;
}

int endpoint_log_self(struct exchange *x, struct error *err) {
    struct caller caller;
    return caller_check(x, &caller, err) < 0 ? -1 : answer_log(x, &caller.user, err);
}

int endpoint_log_all(struct exchange *x, struct error *err) {
    struct caller caller;
    return manage_admin(x, &caller, err) < 0 ? -1 : answer_log(x, NULL, err);
}

/* The newest of the key that asks, without a frame of pages. */
int endpoint_log_token(struct exchange *x, struct error *err) {
    struct caller caller;
    struct console_question question;
    struct page page;
    struct listed listed = {0};
    struct console_answer answer;
    if (caller_check(x, &caller, err) < 0 || manage_page_of(x, TOKEN_MOST, TOKEN_MOST, &page, err) < 0 ||
        console_question_read(x, &caller.user, &question, err) < 0 ||
        console_question_type(x, &question, err) < 0)
        return -1;
    if (!caller.key.id)
        return error_set(err, ERR_REQUEST, "This is the log of a key: ask with one.");
    console_question_key(&question, &caller.key);
    listed.entries = xmalloc((size_t)page.size * sizeof *listed.entries);
    int rc = read_listed(&question, &page, &listed, err);
    if (rc == 0) {
        console_begin(&answer);
        json_open(&answer.w, '[');
        rc = write_listed(&answer.w, x, &listed, err);
        json_close(&answer.w, ']');
        rc = console_end(&answer, x, rc, err);
    }
    free(listed.entries);
    return rc;
}
