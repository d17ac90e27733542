/* What is left of the caller's money: as new-api tells it of a key, and as OpenAI's old billing pages did,
 * which many clients still ask. */
#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "base/jsonwrite.h"
#include "endpoints/endpoints.h"
#include "endpoints/quota.h"
#include "gate/caller.h"

#define UNLIMITED_USD 100000000 /* what new-api says where there is no limit */

static int send(struct exchange *x, struct buf *body, struct error *err) {
    int rc = exchange_reply_json(x, body, err);
    buf_free(body);
    return rc;
}

/* The patterns of models that the key may use. */
static void write_models(struct json_writer *w, const char *list) {
    json_member_bool(w, "model_limits_enabled", *list);
    json_member_open(w, "model_limits", '{');
    while (*list) {
        size_t len = strcspn(list, " ");
        json_key_bytes(w, list, len);
        json_put_bool(w, true);
        list += len + strspn(list + len, " ");
    }
    json_close(w, '}');
}

int endpoint_token_usage(struct exchange *x, struct error *err) {
    struct caller caller;
    struct buf body;
    struct json_writer w = {.out = &body};
    if (caller_check(x, &caller, err) < 0)
        return -1;
    struct purse purse = purse_of(&caller);
    int64_t used = quota_of(purse.used), granted = quota_of(purse.used + purse.available);
    buf_init(&body, 1 << 16);
    json_open(&w, '{');
    json_member_bool(&w, "code", true); /* new-api's; `success` is AIOHub's */
    json_member_bool(&w, "success", true);
    json_member_text(&w, "message", "ok");
    json_member_open(&w, "data", '{');
    json_member_text(&w, "object", "token_usage");
    json_member_text(&w, "name", caller.key.id ? caller.key.name : "");
    json_member_int(&w, "total_granted", granted);
    json_member_int(&w, "total_used", used);
    json_member_int(&w, "total_available", granted - used);
    json_member_bool(&w, "unlimited_quota", purse.unlimited);
    write_models(&w, caller.key.id ? caller.key.models : "");
    json_member_int(&w, "expires_at", caller.key.id ? caller.key.expires : 0);
    json_close(&w, '}');
    json_close(&w, '}');
    return send(x, &body, err);
}

int endpoint_billing_subscription(struct exchange *x, struct error *err) {
    static const char *const limits[] = {"soft_limit_usd", "hard_limit_usd", "system_hard_limit_usd"};
    struct caller caller;
    struct buf body;
    struct json_writer w = {.out = &body};
    char money[MONEY_TEXT];
    if (caller_check(x, &caller, err) < 0)
        return -1;
    struct purse purse = purse_of(&caller);
    if (purse.unlimited)
        snprintf(money, sizeof money, "%d", UNLIMITED_USD);
    else
        money_write(purse.used + purse.available, money);
    buf_init(&body, 1024);
    json_open(&w, '{');
    json_member_text(&w, "object", "billing_subscription");
    json_member_bool(&w, "has_payment_method", true);
    for (size_t i = 0; i < sizeof limits / sizeof *limits; i++)
        json_member_raw(&w, limits[i], money);
    json_member_int(&w, "access_until", caller.key.id ? caller.key.expires : 0);
    json_close(&w, '}');
    return send(x, &body, err);
}

/* In cents, exactly. Of all time, whatever period is asked for: clients take it from the limit above. */
int endpoint_billing_usage(struct exchange *x, struct error *err) {
    const nanos cent = NANOS_PER_DOLLAR / 100;
    struct caller caller;
    struct buf body;
    if (caller_check(x, &caller, err) < 0)
        return -1;
    nanos used = purse_of(&caller).used;
    buf_init(&body, 1024);
    buf_printf(&body, "{\"object\":\"list\",\"total_usage\":%" PRId64 ".%07" PRId64 "}", used / cent,
               used % cent);
    return send(x, &body, err);
}
