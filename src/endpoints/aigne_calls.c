/*
 * The calls of a user in AIGNE Hub's shapes: page by page, as a file, and as what they cost. Which
 * application made a call (x-aigne-hub-client-did) is kept nowhere: whoever wants to tell applications apart
 * gives each its own key.
 */
#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "base/clock.h"
#include "endpoints/aigne.h"
#include "endpoints/call_file.h"
#include "endpoints/endpoints.h"
#include "endpoints/entry_lines.h"
#include "endpoints/query.h"

#define ANSWER_MAX (4u << 20)
#define PAGE_USUAL 50

/* Which calls. */
struct question {
    struct entry_filter filter;
    const char *search, *provider;
    int64_t duration_least; /* milliseconds that they took at least */
    int64_t all;            /* how many there are without any filter; -1: not known */
    bool none;
};

/* ---- what is asked for ----------------------------------------------------------- */

static int read_status(struct exchange *x, struct question *question, struct error *err) {
    const char *status = request_parameter(x->request, "status");
    const unsigned success = 1u << CALL_DONE, every = (1u << CALL__MAX) - 1;
    if (!status || !*status || strcmp(status, "all") == 0)
        return 0;
    if (strcmp(status, "success") == 0)
        question->filter.outcomes = success;
    else if (strcmp(status, "failed") == 0)
        question->filter.outcomes = every & ~success;
    else if (strcmp(status, "processing") == 0) /* calls are listed when they have ended */
        question->none = true;
    else
        return error_param(err, ERR_REQUEST, "status", "\"%.40s\" is none of success, failed and all.",
                           status);
    return 0;
}

/* All calls of the hub are for chats. */
static void read_kind(const struct exchange *x, struct question *question) {
    const char *type = request_parameter(x->request, "type");
    const char *app = request_parameter(x->request, "appDid");
    question->none |=
        (type && *type && strcmp(type, "chatCompletion") != 0 && strcmp(type, "chat") != 0) || (app && *app);
}

static const char *text_of(const struct exchange *x, const char *name) {
    const char *text = request_parameter(x->request, name);
    return text && *text ? text : NULL;
}

/* Everybody's calls are for an administrator who logged in. */
static int read_whose(struct exchange *x, struct caller *caller, struct question *question,
                      struct error *err) {
    const char *all = request_parameter(x->request, "allUsers");
    bool everybody = all && strcmp(all, "true") == 0;
    if ((everybody ? manage_admin : caller_check)(x, caller, err) < 0)
        return -1;
    *question = (struct question){
        .filter.user = everybody ? 0 : caller->user.id,
        .all = everybody ? -1 : caller->user.entries - caller->user.forgotten.entries,
        .search = text_of(x, "search"),
        .provider = text_of(x, "providerId"),
    };
    return 0;
}

static int read_question(struct exchange *x, struct caller *caller, struct question *question,
                         struct error *err) {
    int64_t start = 0, end = QUERY_TIME_MOST + 1, least = 0;
    if (read_whose(x, caller, question, err) < 0 || aigne_period(x, &start, &end, err) < 0 ||
        query_text(x, "model", question->filter.model, sizeof question->filter.model, err) < 0 ||
        query_number(x, "minDurationSeconds", 0, INT32_MAX, &least, err) < 0 ||
        read_status(x, question, err) < 0)
        return -1;
    read_kind(x, question);
    question->filter.start = start * 1000;
    question->filter.end = end <= QUERY_TIME_MOST ? end * 1000 : 0;
    question->duration_least = least * 1000;
    return 0;
}

static bool is_filtered(const struct question *question) {
    const struct entry_filter *filter = &question->filter;
    return filter->start || filter->end || *filter->model || filter->outcomes || question->search ||
           question->provider || question->duration_least || question->all < 0;
}

static bool fits(const struct question *question, const struct entry *entry) {
    char id[CALL_ID_TEXT];
    return (!question->search || strcasestr(entry->model, question->search) ||
            strcmp(call_id_write(&entry->id, id), question->search) == 0) &&
           (!question->provider || strcmp(entry->provider, question->provider) == 0) &&
           entry->duration >= question->duration_least;
}

/* ---- walking --------------------------------------------------------------------- */

static struct call_walk walk_of(struct exchange *x, const struct question *question) {
    return (struct call_walk){.x = x,
                              .entries = {.filter = question->filter, .newest_first = true},
                              .steps = CALL_STEPS_USUAL,
                              .start = "startTime",
                              .end = "endTime"};
}

/* Part of the calls that are meant. */
struct part {
    const struct question *question;
    int64_t from, to;    /* numbers: before `to` */
    int64_t at, at_most; /* of the next call; enough is known there */
    take_call *take;
    void *arg;
};

static int take_part(void *arg, const struct entry *entry, struct error *err) {
    struct part *part = arg;
    if (!fits(part->question, entry))
        return 0;
    int64_t at = part->at++;
    if (at >= part->from && at < part->to && part->take(part->arg, entry, err) < 0)
        return -1;
    return part->at >= part->at_most;
}

/* The newest first, those of a page; *seen is how many there are in all. */
static int walk_page(struct exchange *x, const struct question *question, const struct page *page,
                     int64_t *seen, take_call *take, void *arg, struct error *err) {
    bool filtered = is_filtered(question);
    int64_t from = page_skip(page), to = from + page->size;
    struct call_walk walk = walk_of(x, question);
    struct part part = {question, from, to, filtered ? 0 : from, filtered ? CALLS_COUNTED : to, take, arg};
    walk.entries.skip = part.at;
    *seen = 0;
    if (!question->none && call_walk(&walk, INT64_MAX, take_part, &part, err) < 0)
        return -1;
    if (!question->none)
        *seen = filtered ? part.at : question->all;
    return 0;
}

/* ---- pages ----------------------------------------------------------------------- */

struct sheet {
    struct json_writer w;
    struct entry_names names;
};

static const char *status_of(const struct entry *entry) {
    return entry->outcome == CALL_DONE ? "success" : "failed";
}

static void write_seconds(struct json_writer *w, const char *name, int64_t ms) {
    char text[CLOCK_SECONDS_TEXT];
    json_member_raw(w, name, clock_write_seconds(ms, text));
}

static void write_metrics(struct json_writer *w, const struct usage *usage) {
    json_member_open(w, "usageMetrics", '{');
    json_member_int(w, "inputTokens", usage->prompt);
    json_member_int(w, "outputTokens", usage->output);
    json_member_int(w, "cacheReadInputTokens", usage->cache_read);
    json_member_int(w, "cacheCreationInputTokens", usage->cache_write);
    json_close(w, '}');
}

static int write_call(void *arg, const struct entry *entry, struct error *err) {
    struct sheet *sheet = arg;
    struct json_writer *w = &sheet->w;
    char id[CALL_ID_TEXT], time[CLOCK_TEXT], cost[MONEY_TEXT];
    const char *user = entry_user_name(&sheet->names, entry->user, err);
    if (!user)
        return -1;
    call_id_write(&entry->id, id);
    json_open(w, '{');
    json_member_text(w, "id", id);
    json_member_int(w, "callTime", entry->admitted / 1000);
    json_member_text(w, "createdAt", clock_write(entry->admitted / 1000, time));
    json_member_text(w, "traceId", id);
    json_member_text(w, "requestId", id);
    json_member_text(w, "model", entry->model);
    json_member_text(w, "providerId", entry->provider);
    aigne_write_provider(w, entry->provider);
    json_member_text(w, "type", "chatCompletion");
    json_member_text(w, "status", status_of(entry));
    write_seconds(w, "duration", entry->duration);
    write_seconds(w, "ttfb", entry->first);
    json_member_int(w, "totalUsage", entry->usage.prompt + entry->usage.output);
    write_metrics(w, &entry->usage);
    json_member_raw(w, "credits", money_write(entry->cost, cost));
    json_member_text(w, "errorReason",
                     entry->outcome == CALL_DONE ? NULL : call_outcome_name(entry->outcome));
    json_member_raw(w, "appDid", "null");
    json_member_format(w, "userDid", "%" PRIu64, entry->user);
    aigne_write_user(w, "userInfo", entry->user, user);
    json_close(w, '}');
    return 0;
}

/* What a call cost, as a line of an account. */
static int write_transaction(void *arg, const struct entry *entry, struct error *err) {
    struct json_writer *w = &((struct sheet *)arg)->w;
    char id[CALL_ID_TEXT], time[CLOCK_TEXT], cost[MONEY_TEXT];
    (void)err;
    json_open(w, '{');
    json_member_text(w, "id", call_id_write(&entry->id, id));
    json_member_text(w, "object", "credit_transaction");
    json_member_text(w, "credit_amount", money_write(entry->cost, cost));
    json_member_format(w, "quantity", "%" PRId64, entry->usage.prompt + entry->usage.output);
    json_member_text(w, "description", entry->model);
    json_member_text(w, "currency_id", "usd");
    json_member_text(w, "created_at", clock_write(entry->admitted / 1000, time));
    json_close(w, '}');
    return 0;
}

static int list_calls(struct exchange *x, struct question *question, int64_t size, take_call *take,
                      struct error *err) {
    struct page page;
    struct buf body;
    struct sheet sheet = {.w.out = &body, .names.ledger = hub_ledger(x->hub, x->config)};
    int64_t count;
    if (aigne_page(x, size, &page, err) < 0)
        return -1;
    buf_init(&body, ANSWER_MAX);
    json_open(&sheet.w, '{');
    json_member_open(&sheet.w, "list", '[');
    int rc = walk_page(x, question, &page, &count, take, &sheet, err);
    json_close(&sheet.w, ']');
    json_member_int(&sheet.w, "count", count);
    aigne_write_paging(&sheet.w, &page);
    json_close(&sheet.w, '}');
    return aigne_send(x, &body, rc, err);
}

int endpoint_aigne_calls(struct exchange *x, struct error *err) {
    struct caller caller;
    struct question question;
    if (read_question(x, &caller, &question, err) < 0)
        return -1;
    return list_calls(x, &question, PAGE_USUAL, write_call, err);
}

/* Only what was charged. */
int endpoint_aigne_transactions(struct exchange *x, struct error *err) {
    struct caller caller;
    struct question question;
    if (read_question(x, &caller, &question, err) < 0)
        return -1;
    if (!question.filter.outcomes)
        question.filter.outcomes = ((1u << CALL__MAX) - 1) & ~(1u << CALL_FAILED);
    return list_calls(x, &question, PAGE_USUAL, write_transaction, err);
}

/* ---- files ----------------------------------------------------------------------- */

struct lines {
    const struct question *question;
    struct buf piece;
    struct entry_names names;
};

static int write_line(void *arg, const struct entry *entry, struct error *err) {
    struct lines *lines = arg;
    struct buf *out = &lines->piece;
    char id[CALL_ID_TEXT], time[CLOCK_TEXT], cost[MONEY_TEXT], seconds[CLOCK_SECONDS_TEXT];
    if (!fits(lines->question, entry))
        return 0;
    const char *user = entry_user_name(&lines->names, entry->user, err);
    if (!user)
        return -1;
    buf_printf(out, "%s,%s,%" PRIu64 ",", clock_write(entry->admitted / 1000, time),
               call_id_write(&entry->id, id), entry->user);
    const char *cells[] = {user, strchr(user, '@') ? user : "", entry->model, entry->provider};
    for (size_t i = 0; i < sizeof cells / sizeof *cells; i++) {
        entry_put_cell(out, cells[i]);
        buf_putc(out, ',');
    }
    buf_printf(out, "chatCompletion,%s,%" PRId64 ",%" PRId64 ",%" PRId64 ",%s,%s,\r\n", status_of(entry),
               entry->usage.prompt, entry->usage.output, entry->usage.prompt + entry->usage.output,
               money_write(entry->cost, cost), clock_write_seconds(entry->duration, seconds));
    return 0;
}

static void write_break(struct buf *piece, void *arg, const char *why) {
    (void)arg;
    entry_lines_break(piece, ENTRY_CSV, why);
}

int endpoint_aigne_calls_export(struct exchange *x, struct error *err) {
    struct caller caller;
    struct question question;
    struct lines lines = {.question = &question, .names.ledger = hub_ledger(x->hub, x->config)};
    char today[CLOCK_TEXT];
    if (read_question(x, &caller, &question, err) < 0)
        return -1;
    struct call_file file = {
        .walk = walk_of(x, &question),
        .type = "text/csv; charset=utf-8; header=present",
        .name = arena_printf(x->arena, "model-calls-%s.csv", clock_write_date(clock_wall_ms() / 1000, today)),
        .line = write_line,
        .broken = write_break,
        .arg = &lines,
        .piece = &lines.piece,
    };
    file.walk.steps = INT64_MAX;
    file.walk.entries.ended = question.none;
    buf_init(&lines.piece, CALL_PIECE_MAX);
    buf_puts(&lines.piece,
             "Timestamp,Request ID,User DID,User Name,User Email,Model,Provider,Type,Status,Input Tokens,"
             "Output Tokens,Total Usage,Credits,Duration(s),App DID\r\n");
    int rc = call_file_send(&file, err);
    buf_free(&lines.piece);
    return rc;
}
