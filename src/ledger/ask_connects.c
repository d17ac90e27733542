/* How applications connect, as the rest of the hub sees it. */
#include <stdio.h>
#include <string.h>

#include "ledger/exchange.h"
#include "ledger/label.h"
#include "ledger/record.h"

int ledger_connect_begin(struct ledger *ledger, const unsigned char id[SECRET_HASH],
                         const struct origin *origin, const char *from, struct error *err) {
    struct exchange x;
    exchange_begin(&x);
    pack_raw(&x.in, id, SECRET_HASH);
    pack_u(&x.in, origin->address);
    pack_u(&x.in, origin->most_wrong > 0);
    pack_text(&x.in, from);
    return exchange_finish(ledger, OP_CONNECT_BEGIN, &x, err);
}

int ledger_connect_find(struct ledger *ledger, const unsigned char id[SECRET_HASH], struct connect *connect,
                        struct error *err) {
    struct exchange x;
    *connect = (struct connect){.state = CONNECT_NONE};
    exchange_begin(&x);
    pack_raw(&x.in, id, SECRET_HASH);
    int rc = exchange_run(ledger, OP_CONNECT_FIND, &x, err);
    if (rc == 0) {
        connect->state = (enum connect_state)unpack_u(&x.answer);
        connect->begun = unpack_i(&x.answer);
        unpack_text(&x.answer, connect->from, sizeof connect->from);
    }
    exchange_end(&x);
    return rc;
}

int ledger_connect_grant(struct ledger *ledger, const unsigned char id[SECRET_HASH],
                         const struct connect_grant *grant, struct error *err) {
    struct exchange x;
    struct key key = {.user = grant->user};
    unsigned char hash[SECRET_HASH];
    if (name_check(grant->key_name, err) < 0)
        return -1;
    snprintf(key.name, sizeof key.name, "%s", grant->key_name);
    key_describe(grant->key_text, hash, key.hint, sizeof key.hint);
    exchange_begin(&x);
    pack_raw(&x.in, id, SECRET_HASH);
    pack_u(&x.in, grant->round);
    pack_u(&x.in, grant->origin.address);
    record_pack_key(&x.in, &key);
    pack_raw(&x.in, hash, sizeof hash);
    pack_bytes(&x.in, grant->gift, grant->gift_len);
    return exchange_finish(ledger, OP_CONNECT_GRANT, &x, err);
}

int ledger_connect_take(struct ledger *ledger, const unsigned char id[SECRET_HASH], struct buf *out,
                        struct error *err) {
    struct exchange x;
    size_t len = 0;
    exchange_begin(&x);
    pack_raw(&x.in, id, SECRET_HASH);
    int rc = exchange_run(ledger, OP_CONNECT_TAKE, &x, err);
    if (rc == 0) {
        const void *gift = unpack_bytes(&x.answer, &len);
        buf_add(out, gift, len);
    }
    exchange_end(&x);
    return rc < 0 ? -1 : len > 0;
}

int ledger_connect_end(struct ledger *ledger, const unsigned char id[SECRET_HASH], struct error *err) {
    struct exchange x;
    exchange_begin(&x);
    pack_raw(&x.in, id, SECRET_HASH);
    return exchange_finish(ledger, OP_CONNECT_END, &x, err);
}
