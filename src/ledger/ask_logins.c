/* How users log in, as the rest of the hub sees it. */
#include <string.h>

#include "ledger/exchange.h"
#include "ledger/record.h"

int ledger_password_ask(struct ledger *ledger, const char *name, const struct origin *origin,
                        struct password_known *known, struct error *err) {
    struct exchange x;
    *known = (struct password_known){0};
    exchange_begin(&x);
    pack_text(&x.in, strlen(name) < NAME_TEXT ? name : ""); /* nobody has a longer one */
    pack_u(&x.in, origin->address);
    pack_u(&x.in, origin->most_wrong > 0);
    int rc = exchange_run(ledger, OP_PASSWORD_ASK, &x, err);
    if (rc == 0) {
        known->user = unpack_u(&x.answer);
        known->round = unpack_u(&x.answer);
        unpack_text(&x.answer, known->stored, sizeof known->stored);
    }
    exchange_end(&x);
    return rc;
}

int ledger_password_set(struct ledger *ledger, const struct password_known *known, const char *stored,
                        const unsigned char keep[LOGIN_ID], struct error *err) {
    static const unsigned char none[LOGIN_ID];
    struct exchange x;
    exchange_begin(&x);
    pack_u(&x.in, known->user);
    pack_u(&x.in, known->round);
    pack_text(&x.in, stored);
    pack_u(&x.in, keep != NULL);
    pack_raw(&x.in, keep ? keep : none, LOGIN_ID);
    return exchange_finish(ledger, OP_PASSWORD_SET, &x, err);
}

static int run_login(struct ledger *ledger, enum operation op, struct exchange *x, struct login_grant *login,
                     struct error *err) {
    int rc = exchange_run(ledger, op, x, err);
    if (rc == 0) {
        unpack_raw(&x->answer, login->id, sizeof login->id);
        login->user = unpack_u(&x->answer);
        login->key = unpack_u(&x->answer);
        unpack_text(&x->answer, login->name, sizeof login->name);
    }
    exchange_end(x);
    return rc;
}

static void make_refresh(char text[LOGIN_REFRESH_TEXT], unsigned char hash[SECRET_HASH]) {
    unsigned char random[LOGIN_REFRESH_TEXT / 2];
    secret_random(random, sizeof random);
    secret_hex(random, sizeof random, text);
    secret_hash(text, strlen(text), hash);
}

int ledger_login_begin(struct ledger *ledger, const struct login_ask *ask, struct login_grant *login,
                       struct error *err) {
    static const unsigned char none[SECRET_HASH];
    struct exchange x;
    unsigned char hash[SECRET_HASH];
    make_refresh(login->refresh, hash);
    exchange_begin(&x);
    pack_u(&x.in, ask->user);
    pack_u(&x.in, ask->round);
    pack_raw(&x.in, hash, sizeof hash);
    pack_u(&x.in, ask->key != NULL);
    pack_raw(&x.in, ask->key ? ask->key : none, SECRET_HASH);
    pack_i(&x.in, ask->seconds);
    pack_u(&x.in, ask->origin.address);
    return run_login(ledger, OP_LOGIN_BEGIN, &x, login, err);
}

int ledger_login_refresh(struct ledger *ledger, const unsigned char id[LOGIN_ID], const char *refresh,
                         int64_t seconds, struct login_grant *login, struct error *err) {
    struct exchange x;
    unsigned char hash[SECRET_HASH], fresh[SECRET_HASH];
    secret_hash(refresh, strlen(refresh), hash);
    make_refresh(login->refresh, fresh);
    exchange_begin(&x);
    pack_raw(&x.in, id, LOGIN_ID);
    pack_raw(&x.in, hash, sizeof hash);
    pack_i(&x.in, seconds);
    pack_raw(&x.in, fresh, sizeof fresh);
    return run_login(ledger, OP_LOGIN_REFRESH, &x, login, err);
}

int ledger_login_end(struct ledger *ledger, const unsigned char id[LOGIN_ID], struct error *err) {
    struct exchange x;
    exchange_begin(&x);
    pack_raw(&x.in, id, LOGIN_ID);
    return exchange_finish(ledger, OP_LOGIN_END, &x, err);
}
