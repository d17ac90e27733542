/* Codes in the shape of new-api's redemptions, for administrators. Invitations are made on the command line.
 */
#include <stdio.h>
#include <string.h>

#include "base/clock.h"
#include "endpoints/endpoints.h"
#include "endpoints/manage.h"
#include "endpoints/quota.h"
#include "ledger/label.h"

enum { ON = 1, OFF = 2, USED = 3 };

/* An expired one is on: its expiry says the rest. */
static int status_of(const struct code *code) {
    return code->used ? USED : code->disabled ? OFF : ON;
}

static void write_code(struct json_writer *w, const struct code *code) {
    json_open(w, '{');
    json_member_int(w, "id", (int64_t)code->id);
    json_member_text(w, "name", code->name);
    json_member_text(w, "key", code->hint);
    json_member_int(w, "status", status_of(code));
    json_member_bool(w, "invitation", code->invitation);
    json_member_int(w, "quota", quota_of(code->amount));
    json_member_int(w, "created_time", code->created);
    json_member_int(w, "redeemed_time", code->used);
    json_member_int(w, "used_user_id", (int64_t)code->user);
    json_member_int(w, "expired_time", code->expires);
    json_close(w, '}');
}

/* ---- listing ------------------------------------------------------------------------------ */

static bool fits(const struct code *code, const char *keyword) {
    char id[24];
    snprintf(id, sizeof id, "%llu", (unsigned long long)code->id);
    return !*keyword || strcmp(id, keyword) == 0 || strcasestr(code->name, keyword) ||
           strcasestr(code->hint, keyword);
}

/* Codes are deleted, so only who looks at all knows how many there are. Writes those of the page. */
static int walk(struct exchange *x, const struct page *page, const char *keyword, struct json_writer *items,
                int64_t *total, struct error *err) {
    struct code codes[LEDGER_PAGE];
    uint64_t before = 0;
    int64_t from = page_skip(page);
    size_t count;
    *total = 0;
    do {
        if (ledger_codes(hub_ledger(x->hub, x->config), before, codes, LEDGER_PAGE, &count, err) < 0)
            return -1;
        for (size_t i = 0; i < count; before = codes[i++].id) {
            if (!fits(&codes[i], keyword))
                continue;
            if (*total >= from && *total < from + page->size)
                write_code(items, &codes[i]);
            ++*total;
        }
    } while (count > 0);
    return 0;
}

static int answer_list(struct exchange *x, const char *keyword, struct error *err) {
    struct caller caller;
    struct page page;
    struct console_answer answer;
    struct buf text;
    int64_t total;
    if (manage_admin(x, &caller, err) < 0 || manage_page(x, &page, err) < 0)
        return -1;
    buf_init(&text, 1 << 20);
    struct json_writer items = json_writer_on(&text);
    int rc = walk(x, &page, keyword, &items, &total, err);
    console_begin(&answer);
    page_open(&answer.w, &page, rc == 0 ? total : 0);
    if (rc == 0 && text.len)
        json_put(&answer.w, (struct span){text.data, text.len});
    page_close(&answer.w);
    buf_free(&text);
    return console_end(&answer, x, rc, err);
}

int endpoint_redemptions(struct exchange *x, struct error *err) {
    return answer_list(x, "", err);
}

int endpoint_redemption_search(struct exchange *x, struct error *err) {
    const char *keyword = request_parameter(x->request, "keyword");
    return answer_list(x, keyword ? keyword : "", err);
}

/* ---- making and deleting --------------------------------------------------------------------- */

enum field { NAME, COUNT, QUOTA, EXPIRED_TIME };
static const char *const names[] = {"name", "count", "quota", "expired_time", NULL};

static int read_name(struct exchange *x, const struct json *value, struct code *like, struct error *err) {
    const char *name;
    if (value->type == SCAN_NONE)
        return 0;
    if (value_name(value, NAME_TEXT - 1, x->arena, &name, err) < 0)
        return -1;
    if (name_check(name, err) < 0)
        return manage_blame(err, names[NAME]);
    snprintf(like->name, sizeof like->name, "%s", name);
    return 0;
}

static int read_terms(struct exchange *x, const struct json *found, struct code *like, int64_t *count,
                      struct error *err) {
    int64_t quota;
    if (read_name(x, &found[NAME], like, err) < 0 || manage_need(&found[QUOTA], names[QUOTA], err) < 0 ||
        value_int(&found[QUOTA], 1, QUOTA_MOST, &quota, err) < 0 ||
        (found[COUNT].type != SCAN_NONE && value_int(&found[COUNT], 1, CODES_MOST, count, err) < 0))
        return -1;
    like->amount = quota * NANOS_PER_UNIT;
    if (found[EXPIRED_TIME].type == SCAN_NONE)
        return 0;
    if (value_int(&found[EXPIRED_TIME], 0, INT32_MAX * INT64_C(100), &like->expires, err) < 0)
        return -1;
    return like->expires == 0 || like->expires > clock_wall_ms() / 1000
               ? 0
               : value_bad(&found[EXPIRED_TIME],
                           "must be a time to come, in seconds since 1970, or 0 for never", err);
}

/* The texts of the codes, this once. */
int endpoint_redemption_make(struct exchange *x, struct error *err) {
    struct caller caller;
    struct body body = {0};
    struct json found[sizeof names / sizeof *names];
    struct code like = {0};
    struct console_answer answer;
    int64_t count = 1;
    if (manage_admin(x, &caller, err) < 0)
        return -1;
    int rc = manage_read(x, names, &body, found, err);
    if (rc == 0)
        rc = read_terms(x, found, &like, &count, err);
    body_free(&body);
    if (rc < 0)
        return -1;
    char(*texts)[CODE_TEXT] = arena_alloc(x->arena, (size_t)count * sizeof *texts);
    if (ledger_codes_make(hub_ledger(x->hub, x->config), &like, (size_t)count, texts, err) < 0)
        return -1;
    console_begin(&answer);
    json_open(&answer.w, '[');
    for (int64_t i = 0; i < count; i++)
        json_put_text(&answer.w, texts[i]);
    json_close(&answer.w, ']');
    return console_end(&answer, x, 0, err);
}

int endpoint_redemption_delete(struct exchange *x, struct error *err) {
    struct caller caller;
    uint64_t id;
    if (manage_admin(x, &caller, err) < 0 || manage_id(x, &id, NULL, err) < 0 ||
        ledger_code_change(hub_ledger(x->hub, x->config), id, RECORD_DELETE, err) < 0)
        return -1;
    return manage_done(x, err);
}

/* ---- one of them ------------------------------------------------------------------------------ */

static int answer_code(struct exchange *x, uint64_t id, struct error *err) {
    struct code code;
    struct console_answer answer;
    size_t count;
    if (ledger_codes(hub_ledger(x->hub, x->config), id + 1, &code, 1, &count, err) < 0)
        return -1;
    if (count == 0 || code.id != id)
        return error_set(err, ERR_NOT_FOUND, "There is no code %llu.", (unsigned long long)id);
    console_begin(&answer);
    write_code(&answer.w, &code);
    return console_end(&answer, x, 0, err);
}

int endpoint_redemption(struct exchange *x, struct error *err) {
    struct caller caller;
    uint64_t id;
    return manage_admin(x, &caller, err) < 0 || manage_id(x, &id, NULL, err) < 0 ? -1
                                                                                 : answer_code(x, id, err);
}

/* A code is switched on and off; what it is worth stays as it was made. */
int endpoint_redemption_switch(struct exchange *x, struct error *err) {
    static const char *const members[] = {"id", "status", NULL};
    struct caller caller;
    struct body body = {0};
    struct json found[3];
    int64_t id = 0, status = 0;
    if (manage_admin(x, &caller, err) < 0)
        return -1;
    int rc = manage_read(x, members, &body, found, err);
    if (rc == 0 &&
        (manage_need(&found[0], members[0], err) < 0 ||
         value_int(&found[0], 1, INT64_MAX - 1, &id, err) < 0 ||
         manage_need(&found[1], members[1], err) < 0 || value_int(&found[1], ON, OFF, &status, err) < 0))
        rc = -1;
    body_free(&body);
    if (rc < 0 || ledger_code_change(hub_ledger(x->hub, x->config), (uint64_t)id,
                                     status == OFF ? RECORD_DISABLE : RECORD_ENABLE, err) < 0)
        return -1;
    return answer_code(x, (uint64_t)id, err);
}
