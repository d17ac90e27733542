/* Codes as the rest of the hub sees them. Their texts are made here and known only here. */
#include <ctype.h>
#include <stdio.h>
#include <string.h>

#include "ledger/exchange.h"
#include "ledger/label.h"
#include "ledger/record.h"

static const char *const states[] = {"unused", "used", "expired", "disabled"};
_Static_assert(sizeof states / sizeof *states == CODE_STATE__MAX, "a name for each state");

const char *code_state_name(enum code_state state) {
    return states[state];
}

enum code_state code_state(const struct code *code, int64_t now) {
    if (code->used)
        return CODE_USED;
    if (code->disabled)
        return CODE_DISABLED;
    return code->expires && code->expires <= now ? CODE_EXPIRED : CODE_UNUSED;
}

/* None that looks like another one: five bits each. */
static const char letters[] = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";
_Static_assert(sizeof letters == 33, "each five random bits are a letter");

static void make_text(char text[CODE_TEXT]) {
    unsigned char random[CODE_TEXT - 1];
    secret_random(random, sizeof random);
    for (size_t i = 0; i < sizeof random; i++)
        text[i] = letters[random[i] % (sizeof letters - 1)];
    text[CODE_TEXT - 1] = '\0';
}

/* As people write it, however they group its letters. What is too long is no code, whatever is left of it. */
static void hash_text(const char *text, unsigned char hash[SECRET_HASH]) {
    char plain[CODE_TEXT + 1];
    size_t len = 0;
    for (; *text && len < sizeof plain; text++)
        if (*text != ' ' && *text != '-')
            plain[len++] = (char)toupper((unsigned char)*text);
    secret_hash(plain, len, hash);
}

void code_claim_make(const char *text, const struct origin *origin, struct code_claim *claim) {
    hash_text(text, claim->hash);
    claim->origin = *origin;
}

int ledger_codes_make(struct ledger *ledger, struct code *like, size_t count, char (*texts)[CODE_TEXT],
                      struct error *err) {
    struct exchange x;
    if ((*like->name && name_check(like->name, err) < 0))
        return -1;
    if (count < 1 || count > CODES_MOST)
        return error_set(err, ERR_REQUEST, "1 to %d codes are made at once", CODES_MOST);
    exchange_begin(&x);
    pack_u(&x.in, count);
    record_pack_code(&x.in, like);
    for (size_t i = 0; i < count; i++) {
        unsigned char hash[SECRET_HASH];
        char hint[sizeof like->hint];
        make_text(texts[i]);
        hash_text(texts[i], hash);
        snprintf(hint, sizeof hint, "%.4s...%s", texts[i], texts[i] + CODE_TEXT - 5);
        pack_raw(&x.in, hash, sizeof hash);
        pack_text(&x.in, hint);
    }
    int rc = exchange_run(ledger, OP_CODES_MAKE, &x, err);
    if (rc == 0)
        record_unpack_code(&x.answer, like);
    exchange_end(&x);
    return rc;
}

int ledger_codes(struct ledger *ledger, uint64_t before, struct code *page, size_t room, size_t *count,
                 struct error *err) {
    struct exchange x;
    exchange_begin(&x);
    pack_u(&x.in, before);
    pack_u(&x.in, room);
    int rc = exchange_run(ledger, OP_CODES, &x, err);
    for (*count = 0; rc == 0 && *count < room && unpack_u(&x.answer); ++*count)
        record_unpack_code(&x.answer, &page[*count]);
    exchange_end(&x);
    return rc;
}

int ledger_code_change(struct ledger *ledger, uint64_t id, enum record_change change, struct error *err) {
    struct exchange x;
    exchange_begin(&x);
    pack_u(&x.in, id);
    pack_u(&x.in, change);
    return exchange_finish(ledger, OP_CODE_CHANGE, &x, err);
}

int ledger_code_redeem(struct ledger *ledger, uint64_t user, const char *text, const struct origin *origin,
                       struct code *code, struct error *err) {
    struct exchange x;
    struct code_claim claim;
    code_claim_make(text, origin, &claim);
    exchange_begin(&x);
    pack_u(&x.in, user);
    code_pack_claim(&x.in, &claim);
    int rc = exchange_run(ledger, OP_CODE_REDEEM, &x, err);
    if (rc == 0)
        record_unpack_code(&x.answer, code);
    exchange_end(&x);
    return rc;
}
