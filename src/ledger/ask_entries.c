/* Asks for entries, step by step. */
#include "ledger/exchange.h"
#include "ledger/record.h"

int ledger_entry_step(struct ledger *ledger, struct entry_walk *walk, struct entry *entries, size_t room,
                      size_t *count, struct error *err) {
    struct exchange x;
    *count = 0;
    exchange_begin(&x);
    record_pack_filter(&x.in, &walk->filter);
    pack_u(&x.in, walk->newest_first);
    pack_u(&x.in, walk->begun);
    pack_raw(&x.in, walk->last.bytes, sizeof walk->last.bytes);
    pack_i(&x.in, walk->skip);
    pack_u(&x.in, room);
    int rc = exchange_run(ledger, OP_ENTRY_LIST, &x, err);
    while (rc == 0 && unpack_u(&x.answer) && *count < room) {
        struct entry *entry = &entries[*count];
        struct call_id id;
        unpack_raw(&x.answer, id.bytes, sizeof id.bytes);
        record_unpack_entry(&x.answer, entry);
        entry->id = id;
        *count += !x.answer.bad;
    }
    if (rc == 0) {
        walk->ended = unpack_u(&x.answer);
        walk->begun = true;
        walk->skip = unpack_i(&x.answer);
        unpack_raw(&x.answer, walk->last.bytes, sizeof walk->last.bytes);
    }
    exchange_end(&x);
    return rc;
}
