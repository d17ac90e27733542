/* Applications that connect: what the program asks. Other than the page's, these answers are for programs. */
#include "endpoints/connect.h"

#include <stdio.h>
#include <string.h>

#include "base/jsonwrite.h"
#include "endpoints/endpoints.h"
#include "endpoints/grant.h"
#include "gate/caller.h"

#define ANSWER_MAX 8192 /* a key with its id and a challenge */

/* Hashes of the secret that tell nothing of each other. */
static void derive(const char *what, const char *secret, unsigned char hash[SECRET_HASH]) {
    char text[64 + CONNECT_SECRET];
    int len = snprintf(text, sizeof text, "aihub connect %s %s", what, secret);
    secret_hash(text, (size_t)len, hash);
}

bool connect_name(const char *secret, struct connect_names *names) {
    unsigned char bytes[SECRET_HASH];
    if (strlen(secret) != CONNECT_SECRET - 1 || !secret_unhex(secret, bytes, sizeof bytes))
        return false;
    derive("id", secret, names->id);
    derive("challenge", secret, bytes);
    secret_hex(bytes, sizeof bytes, names->challenge);
    derive("key", secret, bytes);
    secret_hex(bytes, sizeof bytes, names->key_id);
    return true;
}

static struct ledger *ledger_of(const struct exchange *x) {
    return hub_ledger(x->hub, x->config);
}

static int send(struct exchange *x, struct buf *body, struct error *err) {
    int rc = grant_reply(x, 200, body, err);
    buf_free(body);
    return rc;
}

static int send_nothing(struct exchange *x, struct error *err) {
    struct buf body;
    buf_init(&body, ANSWER_MAX);
    buf_puts(&body, "{}");
    return send(x, &body, err);
}

int endpoint_connect_begin(struct exchange *x, struct error *err) {
    unsigned char random[CONNECT_SECRET / 2];
    char secret[CONNECT_SECRET];
    const char *from = x->request->source->variable(x->request->source->arg, "REMOTE_ADDR");
    struct connect_names names;
    struct origin origin;
    struct buf body;
    secret_random(random, sizeof random);
    secret_hex(random, sizeof random, secret);
    connect_name(secret, &names);
    caller_origin(x, &origin);
    if (ledger_connect_begin(ledger_of(x), names.id, &origin, from ? from : "", err) < 0)
        return -1;
    buf_init(&body, ANSWER_MAX);
    buf_printf(&body, "{\"id\":\"%s\",\"expiresIn\":%d}", secret, CONNECT_SECONDS);
    return send(x, &body, err);
}

static bool is_named(const struct exchange *x, struct connect_names *names) {
    const char *secret = request_parameter(x->request, "sid");
    return secret && connect_name(secret, names);
}

/* One that waits, one that has ended and one that never was are told the same. */
int endpoint_connect_poll(struct exchange *x, struct error *err) {
    struct connect_names names;
    struct connect connect = {.state = CONNECT_NONE};
    struct buf sealed, body;
    if (is_named(x, &names) && ledger_connect_find(ledger_of(x), names.id, &connect, err) < 0)
        return -1;
    if (connect.state != CONNECT_GRANTED)
        return send_nothing(x, err);
    buf_init(&sealed, CONNECT_GIFT + 1);
    int found = ledger_connect_take(ledger_of(x), names.id, &sealed, err);
    if (found > 0) {
        buf_init(&body, ANSWER_MAX);
        struct json_writer w = {.out = &body};
        json_open(&w, '{');
        json_member_text(&w, "accessKeyId", names.key_id);
        json_member_text(&w, "accessKeySecret", sealed.data);
        json_member_text(&w, "challenge", names.challenge);
        json_close(&w, '}');
        found = send(x, &body, err) < 0 ? -1 : 1;
    }
    buf_free(&sealed);
    return found == 0 ? send_nothing(x, err) : found < 0 ? -1 : 0;
}

int endpoint_connect_end(struct exchange *x, struct error *err) {
    struct connect_names names;
    if (is_named(x, &names) && ledger_connect_end(ledger_of(x), names.id, err) < 0)
        return -1;
    return send_nothing(x, err);
}
