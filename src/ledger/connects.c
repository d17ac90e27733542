/* Applications that ask for a key: a program begins, a person grants, the program takes. */
#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "ledger/operation.h"
#include "ledger/record.h"

/* So many begin in a burst, and then in a minute: with their time that bounds how many there are. */
#define BY_ADDRESS  20
#define BY_ALL      300
#define MINUTE      60000 /* ms */
#define RECORD_MOST (2 * CONNECT_GIFT)

/* What stands in the ledger's states. */
struct record {
    struct connect is;
    unsigned char gift[CONNECT_GIFT];
    size_t gift_len;
};

static int read_record(struct work *work, const unsigned char id[SECRET_HASH], int64_t *until,
                       struct record *record, struct error *err) {
    const void *bytes;
    size_t len, gift_len;
    *record = (struct record){.is.state = CONNECT_NONE};
    int found = state_find(work, id, until, &bytes, &len, err);
    if (found <= 0)
        return found;
    struct unpack in = unpack_from(bytes, len);
    record->is.state = unpack_u(&in) ? CONNECT_GRANTED : CONNECT_WAITS;
    record->is.begun = unpack_i(&in);
    unpack_text(&in, record->is.from, sizeof record->is.from);
    const void *gift = unpack_bytes(&in, &gift_len);
    record->gift_len = gift_len < CONNECT_GIFT ? gift_len : CONNECT_GIFT;
    memcpy(record->gift, gift, record->gift_len);
    return 1;
}

static int write_record(struct work *work, const unsigned char id[SECRET_HASH], int64_t until,
                        const struct record *record, struct error *err) {
    struct buf bytes;
    buf_init(&bytes, RECORD_MOST);
    pack_u(&bytes, record->is.state == CONNECT_GRANTED);
    pack_i(&bytes, record->is.begun);
    pack_text(&bytes, record->is.from);
    pack_bytes(&bytes, record->gift, record->gift_len);
    int rc = state_keep(work, id, until, bytes.data, bytes.len, err);
    buf_free(&bytes);
    return rc;
}

/* ---- beginning ------------------------------------------------------------------- */

/* Takes one of what leaks from a bucket, which stands among the states too: keepers come and go. Returns 0,
 * or -1 with ERR_LIMIT. */
static int draw(struct work *work, uint64_t whose, int a_minute, struct error *err) {
    unsigned char id[SECRET_HASH];
    char text[80];
    const void *bytes;
    size_t len;
    int64_t until, now = work->book->now, each = MINUTE / a_minute;
    int text_len = snprintf(text, sizeof text, "connects that begin: %" PRIu64, whose);
    secret_hash(text, (size_t)text_len, id);
    int found = state_find(work, id, &until, &bytes, &len, err);
    if (found < 0)
        return -1;
    int64_t empty = found ? until : now; /* its end is when the bucket is empty */
    if (empty - now > MINUTE - each) {
        error_coded(err, ERR_LIMIT, LEDGER_ATTEMPTS, "Too many applications ask to be connected.");
        err->retry_after = (int)((empty - now - MINUTE + each + 999) / 1000);
        return -1;
    }
    return state_keep(work, id, empty + each, "", 1, err);
}

/* Arguments: id, where it comes from as a number, whether that counts, and as a text. */
int op_connect_begin(struct work *work, struct error *err) {
    unsigned char id[SECRET_HASH];
    struct record record = {.is.state = CONNECT_WAITS, .is.begun = work->book->now / 1000};
    unpack_raw(work->in, id, sizeof id);
    uint64_t address = unpack_u(work->in);
    bool counts = unpack_u(work->in) && address;
    unpack_text(work->in, record.is.from, sizeof record.is.from);
    if ((counts && draw(work, address, BY_ADDRESS, err) < 0) || draw(work, 0, BY_ALL, err) < 0)
        return -1;
    return write_record(work, id, work->book->now + CONNECT_SECONDS * INT64_C(1000), &record, err);
}

/* ---- granting and taking --------------------------------------------------------- */

/* Argument: id. Answer: state, begin, from. */
int op_connect_find(struct work *work, struct error *err) {
    unsigned char id[SECRET_HASH];
    struct record record;
    int64_t until;
    unpack_raw(work->in, id, sizeof id);
    if (read_record(work, id, &until, &record, err) < 0)
        return -1;
    pack_u(work->out, record.is.state);
    pack_i(work->out, record.is.begun);
    pack_text(work->out, record.is.from);
    return 0;
}

static int check_waits(const struct record *record, struct error *err) {
    if (record->is.state == CONNECT_NONE)
        return error_coded(err, ERR_NOT_FOUND, "connect_ended", "This request of an application has ended.");
    if (record->is.state == CONNECT_GRANTED)
        return error_coded(err, ERR_CONFLICT, "connect_granted",
                           "This request of an application was granted already.");
    return 0;
}

static int check_login(struct work *work, uint64_t id, uint64_t round, struct user *user, struct error *err) {
    int found = account_read(work, id, user, err);
    if (found < 0)
        return -1;
    if (!found || user->deleted || user->disabled || user->round != round)
        return error_coded(err, ERR_AUTH, "invalid_token", "The password is not valid any more.");
    return 0;
}

/* Arguments: id, the round of the user's logins, the person's address, the key, its hash, the gift. */
int op_connect_grant(struct work *work, struct error *err) {
    unsigned char id[SECRET_HASH], hash[SECRET_HASH];
    struct record record;
    struct user user;
    struct key key;
    int64_t until;
    size_t len;
    unpack_raw(work->in, id, sizeof id);
    uint64_t round = unpack_u(work->in);
    struct origin origin = {.address = unpack_u(work->in)};
    record_unpack_key(work->in, &key);
    unpack_raw(work->in, hash, sizeof hash);
    const void *gift = unpack_bytes(work->in, &len);
    if (len > CONNECT_GIFT)
        return error_set(err, ERR_INTERNAL, "ledger: a gift of %zu bytes", len);
    if (read_record(work, id, &until, &record, err) < 0 || check_waits(&record, err) < 0 ||
        check_login(work, key.user, round, &user, err) < 0)
        return -1;
    record.is.state = CONNECT_GRANTED;
    record.gift_len = len;
    memcpy(record.gift, gift, len);
    if (key_create(work, &key, hash, err) < 0 || write_record(work, id, until, &record, err) < 0)
        return -1;
    password_right(work, user.name, &origin);
    return 0;
}

/* Argument: id. Answer: the gift, "" if there is none. */
int op_connect_take(struct work *work, struct error *err) {
    unsigned char id[SECRET_HASH];
    struct record record;
    int64_t until, soon = work->book->now + CONNECT_TAKEN * INT64_C(1000);
    unpack_raw(work->in, id, sizeof id);
    if (read_record(work, id, &until, &record, err) < 0)
        return -1;
    bool granted = record.is.state == CONNECT_GRANTED;
    if (granted && until > soon && write_record(work, id, soon, &record, err) < 0)
        return -1;
    pack_bytes(work->out, record.gift, granted ? record.gift_len : 0);
    return 0;
}

int op_connect_end(struct work *work, struct error *err) {
    unsigned char id[SECRET_HASH];
    unpack_raw(work->in, id, sizeof id);
    return state_end(work, id, err);
}
