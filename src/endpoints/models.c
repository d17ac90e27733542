/* The models that can be asked for, in OpenAI's shape. */
#include <string.h>

#include "endpoints/endpoints.h"
#include "gate/caller.h"
#include "route/choose.h"

#define LIST_MAX (8u << 20)
#define CREATED  1763683200 /* nobody tells when a model was made; clients want a number */

static void write_model(struct buf *out, const char *name, const char *owner) {
    buf_puts(out, "{\"id\":");
    buf_quote(out, name, strlen(name));
    buf_printf(out, ",\"object\":\"model\",\"created\":%d,\"owned_by\":", CREATED);
    buf_quote(out, owner, strlen(owner));
    buf_putc(out, '}');
}

static int visit(void *arg, const char *name, const struct target *target) {
    struct buf *out = arg;
    if (out->data[out->len - 1] == '}')
        buf_putc(out, ',');
    write_model(out, name, target->provider->name);
    return out->overflow;
}

static int reply_body(struct exchange *x, struct buf *body, struct error *err) {
    int rc = body->overflow ? error_set(err, ERR_INTERNAL, "The list of models is too long.") : 0;
    if (rc == 0) {
        reply_begin(x->reply, 200, "application/json");
        reply_header(x->reply, "x-request-id", exchange_id(x));
        rc = reply_finish(x->reply, body->data, body->len, err);
    }
    buf_free(body);
    return rc;
}

int endpoint_models(struct exchange *x, struct error *err) {
    struct key key;
    struct user user;
    struct buf body;
    if (caller_check(x, &key, &user, err) < 0)
        return -1;
    buf_init(&body, LIST_MAX);
    buf_puts(&body, "{\"object\":\"list\",\"data\":[");
    choose_each(x->config, visit, &body);
    buf_puts(&body, "]}");
    return reply_body(x, &body, err);
}

int endpoint_model(struct exchange *x, struct error *err) {
    struct key key;
    struct user user;
    struct target target;
    struct buf body;
    if (caller_check(x, &key, &user, err) < 0 ||
        choose_target(x->config, x->rest, x->arena, &target, err) < 0)
        return -1;
    buf_init(&body, 4096);
    write_model(&body, x->rest, target.provider->name);
    return reply_body(x, &body, err);
}
