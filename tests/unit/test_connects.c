/* Applications that connect: one that begins, one person who grants, one taker, and an end to it all. */
#include <string.h>

#include "ledger/ledger.h"
#include "ledger/operation.h"
#include "tap.h"
#include "tempdir.h"

/* ---- as the rest of the hub sees it ------------------------------------------------------------ */

static const struct origin nowhere, stranger = {.address = 7, .most_wrong = 60},
                                    other = {.address = 8, .most_wrong = 60};
static const volatile int never = 0;

static struct ledger *open_ledger(const char *directory) {
    struct error err = {0};
    struct ledger *ledger = ledger_new(&(struct ledger_options){.data_dir = directory,
                                                                .make = true,
                                                                .flush_ms = 1000,
                                                                .cache_kb = 1024,
                                                                .disk_floor_mb = 1,
                                                                .calls = 1});
    ok(ledger_keep(ledger, &never, &err) == 0, "a ledger %s", err.message);
    return ledger;
}

static void name(unsigned char id[SECRET_HASH], unsigned number) {
    memset(id, 0, SECRET_HASH);
    memcpy(id, &number, sizeof number);
}

static enum connect_state state_of(struct ledger *ledger, unsigned number) {
    unsigned char id[SECRET_HASH];
    struct connect connect;
    struct error err = {0};
    name(id, number);
    return ledger_connect_find(ledger, id, &connect, &err) < 0 ? (enum connect_state) - 1 : connect.state;
}

static enum error_kind begin(struct ledger *ledger, unsigned number, const struct origin *origin) {
    unsigned char id[SECRET_HASH];
    struct error err = {0};
    name(id, number);
    ledger_connect_begin(ledger, id, origin, "192.0.2.7", &err);
    return err.kind;
}

static struct error grant(struct ledger *ledger, unsigned number, const struct connect_grant *grant) {
    unsigned char id[SECRET_HASH];
    struct error err = {0};
    name(id, number);
    ledger_connect_grant(ledger, id, grant, &err);
    return err;
}

/* "" if nothing was granted. */
static const char *take(struct ledger *ledger, unsigned number) {
    static char gift[CONNECT_GIFT + 1];
    unsigned char id[SECRET_HASH];
    struct error err = {0};
    struct buf out;
    name(id, number);
    buf_init(&out, CONNECT_GIFT);
    int found = ledger_connect_take(ledger, id, &out, &err);
    snprintf(gift, sizeof gift, "%s", found > 0 ? out.data : found < 0 ? err.message : "");
    buf_free(&out);
    return gift;
}

static int count_keys(struct ledger *ledger, uint64_t user) {
    struct key key = {0};
    struct error err = {0};
    int count = 0;
    while (ledger_key_next(ledger, key.id, user, &key, &err) == 0)
        count++;
    return count;
}

static void test_life(struct ledger *ledger) {
    unsigned char id[SECRET_HASH];
    char text[SECRET_KEY_TEXT];
    struct user user;
    struct caller caller;
    struct connect connect;
    struct error err = {0};
    secret_new_key(text);
    ledger_user_create(ledger, "ann", -1, &user, &err);
    struct connect_grant gift = {.user = user.id,
                                 .round = user.round,
                                 .key_name = "a program",
                                 .key_text = text,
                                 .gift = "sealed",
                                 .gift_len = 6};
    is_int(state_of(ledger, 1), CONNECT_NONE, "nothing is there at first");
    err = grant(ledger, 1, &gift);
    is_str(err.code, "connect_ended", "nothing is granted to who did not ask");
    is_int(begin(ledger, 1, &nowhere), ERR_NONE, "a program begins");
    is_str(take(ledger, 1), "", "it gets nothing yet");
    name(id, 1);
    is_int(ledger_connect_find(ledger, id, &connect, &err), 0, "it is found");
    is_int(connect.state, CONNECT_WAITS, "waiting");
    is_str(connect.from, "192.0.2.7", "and where it comes from");
    gift.round++;
    err = grant(ledger, 1, &gift);
    is_int(err.kind, ERR_AUTH, "an old password grants nothing");
    gift.round--;
    gift.key_name = "";
    err = grant(ledger, 1, &gift);
    is_int(err.kind, ERR_REQUEST, "a key has a name");
    is_int(count_keys(ledger, user.id), 0, "no key was made until now");
    gift.key_name = "a program";
    err = grant(ledger, 1, &gift);
    is_int(err.kind, ERR_NONE, "the person grants");
    err = grant(ledger, 1, &gift);
    is_str(err.code, "connect_granted", "once");
    is_int(count_keys(ledger, user.id), 1, "one key was made");
    is_str(take(ledger, 1), "sealed", "the program takes");
    is_str(take(ledger, 1), "sealed", "and takes again what was lost");
    struct credentials credentials = {.kind = BY_KEY};
    secret_hash(text, SECRET_KEY_TEXT - 1, credentials.hash);
    is_int(ledger_caller_find(ledger, &credentials, NULL, &caller, &err), 0, "the key works");
    is_str(caller.key.name, "a program", "under its name");
    is_int(ledger_connect_end(ledger, id, &err), 0, "it ends");
    is_str(take(ledger, 1), "", "and there is nothing more");
    is_int(ledger_connect_end(ledger, id, &err), 0, "ending it twice is no matter");
    begin(ledger, 2, &nowhere);
    ledger_user_change(ledger, "ann", RECORD_DISABLE, &err);
    err = grant(ledger, 2, &gift);
    is_int(err.kind, ERR_AUTH, "who is disabled grants nothing");
}

static void test_rate(struct ledger *ledger) {
    unsigned number = 100, begun = 0;
    while (begun < 400 && begin(ledger, number++, &stranger) == ERR_NONE)
        begun++;
    ok(begun >= 20 && begun <= 22, "so many begin from one address: %u", begun);
    is_int(begin(ledger, number++, &other), ERR_NONE, "elsewhere others do");
    for (begun = 0; begun < 1000 && begin(ledger, number++, &nowhere) == ERR_NONE;)
        begun++;
    ok(begun >= 250 && begun <= 310, "and so many in all: %u", begun);
}

/* ---- time ------------------------------------------------------------------------------------------ */

static int apply(struct book *book, enum operation op, unsigned number, struct buf *out) {
    static unsigned serial = 1;
    unsigned char operation[OPERATION_ID] = {(unsigned char)(serial >> 8), (unsigned char)serial},
                  id[SECRET_HASH];
    serial++;
    struct buf in;
    struct error err = {0};
    bool wrote = false;
    buf_init(&in, 1024);
    buf_clear(out);
    name(id, number);
    pack_raw(&in, id, sizeof id);
    for (int i = 0; op == OP_CONNECT_BEGIN && i < 2; i++)
        pack_u(&in, 0);
    if (op == OP_CONNECT_BEGIN)
        pack_text(&in, "");
    struct unpack from = unpack_from(in.data, in.len);
    int rc = book_apply(book, op, operation, &from, out, &wrote, &err);
    buf_free(&in);
    return rc;
}

static int find(struct book *book, unsigned number) {
    struct buf out;
    buf_init(&out, 1024);
    int rc = apply(book, OP_CONNECT_FIND, number, &out);
    struct unpack answer = unpack_from(out.data, out.len);
    int state = rc < 0 ? -1 : (int)unpack_u(&answer);
    buf_free(&out);
    return state;
}

static void test_time(struct book *book) {
    struct buf out;
    buf_init(&out, 1024);
    apply(book, OP_CONNECT_BEGIN, 1, &out);
    int64_t end = book->now + CONNECT_SECONDS * 1000;
    book->now = end;
    is_int(find(book, 1), CONNECT_WAITS, "it waits to the end of its time");
    book->now = end + 1;
    is_int(find(book, 1), CONNECT_NONE, "and no longer");
    buf_free(&out);
}

int main(void) {
    char directory[TEMPDIR_PATH], data[2 * TEMPDIR_PATH];
    struct book book;
    struct error err = {0};
    if (secret_start() < 0)
        return 1;
    tempdir_make(directory);
    snprintf(data, sizeof data, "%s/data", directory);
    struct ledger *ledger = open_ledger(data);
    test_life(ledger);
    test_rate(ledger);
    ledger_free(ledger);
    if (ok(book_open(&book, directory, true, 1024, &err) == 0, "a book %s", err.message)) {
        test_time(&book);
        book_close(&book, false);
    }
    tempdir_remove(directory);
    return tap_done();
}
