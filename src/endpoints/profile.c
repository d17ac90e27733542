/* What a user sees of itself, and the money that it pays in, in new-api's shapes. */
#include <string.h>

#include "endpoints/endpoints.h"
#include "endpoints/manage.h"
#include "endpoints/profile.h"
#include "endpoints/quota.h"
#include "gate/offers.h"

/* What new-api's clients take for no limit: a hundred million dollars. */
#define QUOTA_UNLIMITED (INT64_C(100000000) * QUOTA_PER_DOLLAR)

int64_t profile_quota(const struct user *user) {
    return user->limited ? quota_of(user->credited - user->spent) : QUOTA_UNLIMITED;
}

void profile_members(struct json_writer *w, const struct user *user) {
    json_member_int(w, "id", (int64_t)user->id);
    json_member_text(w, "username", user->name);
    json_member_text(w, "display_name", user->name);
    json_member_int(w, "role", user->admin ? PROFILE_ADMIN : PROFILE_USER);
    json_member_int(w, "status", user->disabled ? PROFILE_OFF : PROFILE_ON);
    json_member_text(w, "email", "");
    json_member_text(w, "group", ledger_user_groups(user));
    json_member_text(w, "plan", user->plan);
    json_member_int(w, "quota", profile_quota(user));
    json_member_bool(w, "unlimited_quota", !user->limited);
    json_member_int(w, "used_quota", quota_of(user->spent));
    json_member_int(w, "request_count", user->windows.at[PERIOD_EVER].requests);
    json_member_int(w, "created_time", user->created);
    json_member_text(w, "aff_code", ""); /* nobody is paid for inviting others */
    json_member_int(w, "aff_count", 0);
    json_member_int(w, "aff_quota", 0);
    json_member_int(w, "aff_history_quota", 0);
}

void profile_write(struct json_writer *w, const struct user *user) {
    json_open(w, '{');
    profile_members(w, user);
    json_close(w, '}');
}

int endpoint_self(struct exchange *x, struct error *err) {
    struct caller caller;
    struct console_answer answer;
    if (caller_check(x, &caller, err) < 0)
        return -1;
    console_begin(&answer);
    profile_write(&answer.w, &caller.user);
    return console_end(&answer, x, 0, err);
}

/* ---- groups -------------------------------------------------------------------------- */

static void write_group(struct exchange *x, struct json_writer *w, const char *group) {
    int per_mille = offers_price(x->config, group);
    json_key_bytes(w, group, strlen(group));
    json_open(w, '{');
    json_key(w, "ratio");
    json_put_raw(w, arena_printf(x->arena, "%d.%03d", per_mille / PRICE_WHOLE, per_mille % PRICE_WHOLE));
    json_member_text(w, "desc", group);
    json_close(w, '}');
}

int endpoint_user_groups(struct exchange *x, struct error *err) {
    struct caller caller;
    struct console_answer answer;
    if (caller_check(x, &caller, err) < 0)
        return -1;
    char *word = arena_strdup(x->arena, ledger_user_groups(&caller.user));
    console_begin(&answer);
    json_open(&answer.w, '{');
    while (*word) {
        char *end = word + strcspn(word, " ");
        bool more = *end;
        *end = '\0';
        write_group(x, &answer.w, word);
        word = end + more;
    }
    json_close(&answer.w, '}');
    return console_end(&answer, x, 0, err);
}

/* ---- money ------------------------------------------------------------------------------ */

/* The one thing that a key may do beside reading: its user gets richer by it, the key no stronger. */
int endpoint_topup(struct exchange *x, struct error *err) {
    static const char *const members[] = {"key", NULL};
    struct credentials credentials;
    struct caller caller;
    struct body body = {0};
    struct json found[2];
    struct code code;
    struct console_answer answer;
    const char *text = NULL;
    if (caller_read(x, &credentials, err) < 0 || caller_find(x, &credentials, &caller, err) < 0)
        return -1;
    int rc = manage_read(x, members, &body, found, err);
    if (rc == 0)
        rc = manage_need(&found[0], members[0], err);
    if (rc == 0)
        rc = value_name(&found[0], 256, x->arena, &text, err);
    body_free(&body);
    if (rc < 0)
        return -1;
    if (ledger_code_redeem(hub_ledger(x->hub, x->config), caller.user.id, text, &credentials.origin, &code,
                           err) < 0)
        return err->kind == ERR_UNAVAILABLE ? -1 : manage_blame(err, members[0]);
    console_begin(&answer);
    json_put_int(&answer.w, quota_of(code.amount));
    return console_end(&answer, x, 0, err);
}

static void write_payment(struct json_writer *w, const struct payment *payment) {
    char dollars[MONEY_TEXT];
    money_write(payment->amount, dollars);
    json_open(w, '{');
    json_member_int(w, "id", (int64_t)payment->id);
    json_member_int(w, "user_id", (int64_t)payment->user);
    json_member_raw(w, "amount", dollars);
    json_member_raw(w, "money", dollars);
    json_member_int(w, "quota", quota_of(payment->amount));
    json_member_format(w, "trade_no", "%llu", (unsigned long long)payment->id);
    json_member_text(w, "payment_method", payment_kind_name(payment->kind));
    json_member_text(w, "note", payment->note);
    json_member_int(w, "create_time", payment->time);
    json_member_int(w, "complete_time", payment->time);
    json_member_text(w, "status", "success");
    json_close(w, '}');
}

int endpoint_topups(struct exchange *x, struct error *err) {
    struct caller caller;
    struct page page;
    struct console_answer answer;
    struct payment payments[PAGE_SIZE_MOST];
    size_t count;
    int64_t total;
    if (caller_check(x, &caller, err) < 0 || manage_page(x, &page, err) < 0 ||
        ledger_payments(hub_ledger(x->hub, x->config), caller.user.id, page_skip(&page), payments,
                        (size_t)page.size, &count, &total, err) < 0)
        return -1;
    console_begin(&answer);
    page_open(&answer.w, &page, total);
    for (size_t i = 0; i < count; i++)
        write_payment(&answer.w, &payments[i]);
    page_close(&answer.w);
    return console_end(&answer, x, 0, err);
}
