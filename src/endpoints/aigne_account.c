/* Who somebody is and what is left of the money, in AIGNE Hub's shapes. Amounts are texts: exact dollars. */
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "endpoints/aigne.h"
#include "endpoints/endpoints.h"
#include "endpoints/payment_page.h"
#include "endpoints/quota.h"
#include "endpoints/query.h"

#define ANSWER_MAX (1u << 20)
#define PAGE_USUAL 20
#define QUOTA_DAYS 30
#define DAYS_MOST  999 /* what AIGNE Hub says where nothing is spent */
#define DAY        86400
#define LINK_TOPUP "/console/topup"
#define LINK_USAGE "/console/log"

static struct ledger *ledger_of(const struct exchange *x) {
    return hub_ledger(x->hub, x->config);
}

/* A page of the hub, as far as it has that page and the operator said where it is. */
static const char *link_to(struct exchange *x, const char *path) {
    for (size_t i = 0; x->config->url && i < route_count; i++)
        if (strcmp(routes[i].path, path) == 0)
            return arena_printf(x->arena, "%s%s", x->config->url, path);
    return NULL;
}

/* ---- the balance ----------------------------------------------------------------- */

static int count_payments(struct exchange *x, uint64_t user, int64_t *total, struct error *err) {
    struct payment none;
    size_t count;
    return ledger_payments(ledger_of(x), user, 0, &none, 0, &count, total, err);
}

/* What is owed stands beside the balance, which is never below zero. */
static void write_balance(struct json_writer *w, const struct purse *purse, int64_t payments) {
    nanos left = purse->available > 0 ? purse->available : 0;
    nanos owed = purse->available < 0 ? -purse->available : 0;
    char money[MONEY_TEXT];
    json_member_text(w, "balance", money_write(left, money));
    json_member_text(w, "total", money_write(purse->used + purse->available, money));
    json_member_int(w, "grantCount", payments);
    json_member_text(w, "pendingCredit", money_write(owed, money));
}

int endpoint_aigne_user(struct exchange *x, struct error *err) {
    struct caller caller;
    struct buf body;
    struct json_writer w = {.out = &body};
    int64_t payments;
    if (caller_check(x, &caller, err) < 0 || count_payments(x, caller.user.id, &payments, err) < 0)
        return -1;
    struct purse purse = purse_of(&caller);
    buf_init(&body, ANSWER_MAX);
    json_open(&w, '{');
    aigne_write_user(&w, "user", caller.user.id, caller.user.name);
    json_key(&w, "creditBalance");
    if (purse.unlimited) {
        json_put_raw(&w, "null");
    } else {
        json_open(&w, '{');
        write_balance(&w, &purse, payments);
        json_close(&w, '}');
    }
    json_member_text(&w, "paymentLink", purse.unlimited ? NULL : link_to(x, LINK_TOPUP));
    aigne_write_currency(&w);
    json_member_bool(&w, "enableCredit", !purse.unlimited);
    json_member_text(&w, "profileLink", link_to(x, LINK_USAGE));
    json_member_text(&w, "creditPrefix", "$");
    json_close(&w, '}');
    return aigne_send(x, &body, 0, err);
}

int endpoint_aigne_balance(struct exchange *x, struct error *err) {
    struct caller caller;
    struct buf body;
    struct json_writer w = {.out = &body};
    int64_t payments;
    if (caller_check(x, &caller, err) < 0 || count_payments(x, caller.user.id, &payments, err) < 0)
        return -1;
    struct purse purse = purse_of(&caller);
    buf_init(&body, ANSWER_MAX);
    json_open(&w, '{');
    write_balance(&w, &purse, payments);
    if (purse.unlimited)
        json_member_raw(&w, "currency", "null");
    else
        aigne_write_currency(&w);
    json_close(&w, '}');
    return aigne_send(x, &body, 0, err);
}

/* A JSON text, or null. */
int endpoint_aigne_payment_link(struct exchange *x, struct error *err) {
    struct caller caller;
    struct buf body;
    struct json_writer w = {.out = &body};
    if (caller_check(x, &caller, err) < 0)
        return -1;
    buf_init(&body, ANSWER_MAX);
    json_put_text(&w, link_to(x, LINK_TOPUP));
    return aigne_send(x, &body, 0, err);
}

/* ---- what was paid in ------------------------------------------------------------ */

static void write_payment(struct json_writer *w, const struct payment *payment) {
    char money[MONEY_TEXT], time[CLOCK_TEXT];
    json_open(w, '{');
    json_member_format(w, "id", "grant-%" PRIu64, payment->id);
    json_member_text(w, "object", "credit_grant");
    json_member_text(w, "name", *payment->note ? payment->note : payment_kind_name(payment->kind));
    json_member_text(w, "category", payment->kind == PAID_AT_BEGIN ? "promotional" : "paid");
    json_member_text(w, "amount", money_write(payment->amount, money));
    json_member_text(w, "currency_id", "usd");
    json_member_text(w, "status", "granted");
    json_member_text(w, "created_at", clock_write(payment->time, time));
    json_close(w, '}');
}

int endpoint_aigne_grants(struct exchange *x, struct error *err) {
    struct caller caller;
    struct page page;
    struct buf body;
    struct json_writer w = {.out = &body};
    struct payment_page found;
    int64_t start = 0, end = QUERY_TIME_MOST + 1;
    if (caller_check(x, &caller, err) < 0 || aigne_page(x, PAGE_USUAL, &page, err) < 0 ||
        aigne_period(x, &start, &end, err) < 0 ||
        payment_page_read(x, caller.user.id, start, end, &page, &found, err) < 0)
        return -1;
    buf_init(&body, ANSWER_MAX);
    json_open(&w, '{');
    json_member_open(&w, "list", '[');
    for (size_t i = 0; i < found.count; i++)
        write_payment(&w, &found.payment[i]);
    json_close(&w, ']');
    json_member_int(&w, "count", found.total);
    aigne_write_paging(&w, &page);
    json_close(&w, '}');
    return aigne_send(x, &body, 0, err);
}

/* ---- how long it lasts ----------------------------------------------------------- */

static int sum_days(struct exchange *x, uint64_t user, nanos *cost, struct error *err) {
    struct usage_sum *sums;
    size_t count;
    int64_t now = clock_wall_ms() / 1000;
    *cost = 0;
    if (ledger_usage(ledger_of(x), user, now - QUOTA_DAYS * DAY, now + 1, USAGE_BY_DAY, &sums, &count, err) <
        0)
        return -1;
    for (size_t i = 0; i < count; i++)
        *cost += sums[i].cost;
    free(sums);
    return 0;
}

static int64_t days_left(nanos left, nanos daily) {
    if (left <= 0)
        return 0;
    int64_t days = daily > 0 ? left / daily : DAYS_MOST;
    return days < 1 ? 1 : days > DAYS_MOST ? DAYS_MOST : days;
}

static void write_money(struct json_writer *w, const char *name, nanos amount) {
    char money[MONEY_TEXT];
    json_member_raw(w, name, money_write(amount, money));
}

int endpoint_aigne_quota(struct exchange *x, struct error *err) {
    struct caller caller;
    struct buf body;
    struct json_writer w = {.out = &body};
    nanos month;
    if (caller_check(x, &caller, err) < 0 || sum_days(x, caller.user.id, &month, err) < 0)
        return -1;
    struct purse purse = purse_of(&caller);
    nanos left = purse.available > 0 ? purse.available : 0;
    buf_init(&body, ANSWER_MAX);
    json_open(&w, '{');
    write_money(&w, "total", purse.used + purse.available);
    write_money(&w, "remaining", left);
    write_money(&w, "used", purse.used);
    write_money(&w, "pendingCredit", purse.available < 0 ? -purse.available : 0);
    json_member_bool(&w, "unlimited", purse.unlimited);
    json_member_int(&w, "estimatedDaysRemaining",
                    purse.unlimited ? DAYS_MOST : days_left(left, month / QUOTA_DAYS));
    write_money(&w, "dailyAvgCredits", month / QUOTA_DAYS);
    aigne_write_currency(&w);
    json_close(&w, '}');
    return aigne_send(x, &body, 0, err);
}
