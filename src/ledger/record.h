#ifndef LEDGER_RECORD_H
#define LEDGER_RECORD_H

#include "base/pack.h"
#include "ledger/holds.h"
#include "ledger/ledger.h"
#include "ledger/session.h"

/* How the ledger's things look as bytes, in the database and between processes. */

void record_pack_user(struct buf *out, const struct user *user);
void record_unpack_user(struct unpack *in, struct user *user);
void record_pack_key(struct buf *out, const struct key *key);
void record_unpack_key(struct unpack *in, struct key *key);

void record_pack_plan(struct buf *out, const struct plan *plan);
void record_unpack_plan(struct unpack *in, struct plan *plan);
void record_pack_payment(struct buf *out, const struct payment *payment);
void record_unpack_payment(struct unpack *in, struct payment *payment);
void record_pack_code(struct buf *out, const struct code *code);
void record_unpack_code(struct unpack *in, struct code *code);
void record_pack_windows(struct buf *out, const struct windows *windows);
void record_unpack_windows(struct unpack *in, struct windows *windows);
void record_pack_allowance(struct buf *out, const struct allowance *allowance);
void record_unpack_allowance(struct unpack *in, struct allowance *allowance);
void record_pack_credentials(struct buf *out, const struct credentials *credentials);
void record_unpack_credentials(struct unpack *in, struct credentials *credentials);

void record_pack_hold(struct buf *out, const struct hold *hold); /* without its id */
void record_unpack_hold(struct unpack *in, struct hold *hold);

/* Without its id, which is the record's key. */
void record_pack_entry(struct buf *out, const struct entry *entry);
void record_unpack_entry(struct unpack *in, struct entry *entry);
void record_pack_filter(struct buf *out, const struct entry_filter *filter);
void record_unpack_filter(struct unpack *in, struct entry_filter *filter);
void record_pack_usage(struct buf *out, const struct usage *usage);
void record_unpack_usage(struct unpack *in, struct usage *usage);
void record_pack_sum(struct buf *out, const struct usage_sum *sum); /* without its group */
void record_unpack_sum(struct unpack *in, struct usage_sum *sum);
void record_pack_session(struct buf *out, const struct session *session);
void record_unpack_session(struct unpack *in, struct session *session);
void record_pack_seen(struct buf *out, const struct seen *seen); /* without its names */
void record_unpack_seen(struct unpack *in, struct seen *seen);
void record_pack_price(struct buf *out, const struct price *price);
void record_unpack_price(struct unpack *in, struct price *price);

/* The first 6 bytes of an id: milliseconds since 1970, so that ids sort by time. */
void record_id_time(unsigned char id[6], int64_t ms);
int64_t record_time_of(const unsigned char id[6]);

/* Numbers as database keys: big endian, so that they sort. */
void record_key_u64(unsigned char out[8], uint64_t value);
uint64_t record_read_u64(const unsigned char in[8]);

#endif
