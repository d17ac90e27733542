/* Codes, invitations, payments and erasing: what they change, and that a code is used once whoever tries. */
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/clock.h"
#include "ledger/ledger.h"
#include "tap.h"
#include "tempdir.h"

#define DOLLAR       NANOS_PER_DOLLAR
#define COUNT(array) (sizeof(array) / sizeof *(array))
#define PROCESSES    16
#define RACES        20

static const struct origin nowhere;

static struct ledger *open_ledger(const char *directory) {
    static char path[TEMPDIR_PATH + 8];
    snprintf(path, sizeof path, "%s/data", directory);
    return ledger_new(&(struct ledger_options){
        .data_dir = path, .make = true, .flush_ms = 1000, .cache_kb = 1024, .disk_floor_mb = 1, .calls = 4});
}

static int is_refused(int rc, const struct error *err, enum error_kind kind, const char *code,
                      const char *name) {
    int good = rc < 0 && err->kind == kind && (code ? err->code && strcmp(err->code, code) == 0 : !err->code);
    if (!good)
        printf("# got %d: %s, %s, %s\n", rc, error_name(err->kind), err->code ? err->code : "-",
               err->message);
    return ok(good, "%s", name);
}

static struct user find_user(struct ledger *ledger, const char *name) {
    struct user user = {0};
    struct error err = {0};
    if (ledger_user_find(ledger, name, &user, &err) < 0)
        printf("# %s\n", err.message);
    return user;
}

static void make_code(struct ledger *ledger, struct code code, char text[CODE_TEXT]) {
    struct error err = {0};
    if (ledger_codes_make(ledger, &code, 1, (char(*)[CODE_TEXT])text, &err) < 0)
        printf("# %s\n", err.message);
}

static int is_proved(struct ledger *ledger, const char *name) {
    struct ledger_proof proof;
    struct error err = {0};
    int rc = ledger_check(ledger, &proof, &err);
    if (rc < 0 || proof.faults)
        printf("# %s%s\n", err.message, rc < 0 ? "" : proof.fault[0]);
    return ok(rc == 0 && proof.faults == 0, "the sums agree %s", name);
}

/* ---- making and listing ---------------------------------------------------------- */

static int has_form(const char *text) {
    return strlen(text) == CODE_TEXT - 1 && strspn(text, "ABCDEFGHJKLMNPQRSTUVWXYZ23456789") == CODE_TEXT - 1;
}

static void test_making(struct ledger *ledger) {
    static char texts[CODES_MOST][CODE_TEXT];
    struct error err = {0};
    struct code like = {.name = "spring", .amount = 5 * DOLLAR}, page[LEDGER_PAGE];
    is_int(ledger_codes_make(ledger, &like, CODES_MOST, texts, &err), 0, "the most codes at once");
    int good = 0, different = 0;
    for (size_t i = 0; i < CODES_MOST; i++) {
        good += has_form(texts[i]);
        different += i > 0 && strcmp(texts[i], texts[i - 1]) != 0;
    }
    is_int(good, CODES_MOST, "of letters that cannot be mixed up");
    is_int(different, CODES_MOST - 1, "each another one");

    uint64_t before = 0, last = 0;
    size_t count, seen = 0;
    bool down = true, alike = true;
    while (ledger_codes(ledger, before, page, COUNT(page), &count, &err) == 0 && count > 0)
        for (size_t i = 0; i < count; i++, seen++) {
            down = down && (last == 0 || page[i].id == last - 1);
            alike = alike && page[i].amount == 5 * DOLLAR && strcmp(page[i].name, "spring") == 0 &&
                    code_state(&page[i], page[i].created) == CODE_UNUSED;
            before = last = page[i].id;
        }
    is_int((long long)seen, CODES_MOST, "all of them are listed");
    ok(down && last == like.id, "the newest first");
    ok(alike, "with what they were made with");
    ledger_codes(ledger, 0, page, 3, &count, &err);
    is_int((long long)count, 3, "no more than there is room for");
    char hint[16];
    snprintf(hint, sizeof hint, "%.4s...%.4s", texts[CODES_MOST - 1], texts[CODES_MOST - 1] + 28);
    is_str(page[0].hint, hint, "told by first and last letters");
}

static void test_bad_terms(struct ledger *ledger) {
    static char texts[CODES_MOST + 1][CODE_TEXT];
    const struct {
        struct code like;
        size_t count;
        const char *name;
    } bad[] = {
        {{.amount = DOLLAR}, 0, "no code"},
        {{.amount = DOLLAR}, CODES_MOST + 1, "too many codes"},
        {{.amount = 0}, 1, "a code for nothing"},
        {{.amount = -DOLLAR}, 1, "a code for less than nothing"},
        {{.amount = -DOLLAR, .invitation = true}, 1, "an invitation for less than nothing"},
        {{.amount = DOLLAR, .expires = clock_wall_ms() / 1000 - 1}, 1, "a code that has expired"},
        {{.amount = DOLLAR, .expires = -1}, 1, "a code that expired before 1970"},
        {{.amount = DOLLAR, .name = "a\nb"}, 1, "a name with a control character"},
        {{.amount = DOLLAR, .name = "a\xc2\x85z"}, 1, "or with one of Unicode's"},
    };
    for (size_t i = 0; i < COUNT(bad); i++) {
        struct error err = {0};
        struct code like = bad[i].like;
        is_refused(ledger_codes_make(ledger, &like, bad[i].count, texts, &err), &err, ERR_REQUEST, NULL,
                   bad[i].name);
    }
}

/* ---- redeeming --------------------------------------------------------------------- */

static void test_redeeming(struct ledger *ledger) {
    struct error err = {0};
    struct user user;
    struct code code;
    char text[CODE_TEXT], written[64], other[CODE_TEXT];
    ledger_user_create(ledger, "ann", DOLLAR, &user, &err);
    make_code(ledger, (struct code){.amount = 2 * DOLLAR}, text);
    snprintf(written, sizeof written, " %.8s-%.8s %.16s", text, text + 8, text + 16);
    for (size_t i = 0, len = strlen(written); i < len; i += 2)
        if (written[i] >= 'A' && written[i] <= 'Z')
            written[i] += 'a' - 'A';
    is_int(ledger_code_redeem(ledger, user.id, written, &nowhere, &code, &err), 0,
           "redeemed, however it is written");
    ok(code.amount == 2 * DOLLAR && code.user == user.id && code.used > 0, "the code tells by whom and when");
    is_int(find_user(ledger, "ann").credited, 3 * DOLLAR, "it was paid in");
    is_refused(ledger_code_redeem(ledger, user.id, text, &nowhere, &code, &err), &err, ERR_CONFLICT,
               "code_used", "a second time is a conflict");
    is_int(find_user(ledger, "ann").credited, 3 * DOLLAR, "that pays nothing in");

    static const char *const wrong[] = {"", "x", "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"};
    for (size_t i = 0; i < COUNT(wrong); i++) {
        err = (struct error){0};
        is_refused(ledger_code_redeem(ledger, user.id, wrong[i], &nowhere, &code, &err), &err, ERR_NOT_FOUND,
                   "invalid_code", "there is no such code");
    }
    make_code(ledger, (struct code){.amount = DOLLAR}, other);
    char longer[CODE_TEXT + 1];
    snprintf(longer, sizeof longer, "%sA", other);
    err = (struct error){0};
    is_refused(ledger_code_redeem(ledger, user.id, longer, &nowhere, &code, &err), &err, ERR_NOT_FOUND,
               "invalid_code", "nor one with a letter more");
    err = (struct error){0};
    is_refused(ledger_code_redeem(ledger, 999, other, &nowhere, &code, &err), &err, ERR_NOT_FOUND, NULL,
               "no user, no credit");
    err = (struct error){0};
    is_int(ledger_code_redeem(ledger, user.id, other, &nowhere, &code, &err), 0,
           "and the code is good afterwards");
}

static void test_limits_of_redeeming(struct ledger *ledger) {
    struct error err = {0};
    struct user free_user, user = find_user(ledger, "ann");
    struct code code;
    char text[CODE_TEXT];
    ledger_user_create(ledger, "free", -1, &free_user, &err);
    make_code(ledger, (struct code){.amount = INT64_MAX}, text);
    is_refused(ledger_code_redeem(ledger, free_user.id, text, &nowhere, &code, &err), &err, ERR_CONFLICT,
               "no_balance", "who pays nothing gets no balance by a code");
    ok(!find_user(ledger, "free").limited, "and still pays nothing");
    err = (struct error){0};
    is_refused(ledger_code_redeem(ledger, user.id, text, &nowhere, &code, &err), &err, ERR_REQUEST, NULL,
               "more money than there can be");
    ledger_codes(ledger, 0, &code, 1, &(size_t){0}, &err);
    ok(code.used == 0 && code.user == 0, "the code is unused after both");
    err = (struct error){0};
    is_int(ledger_code_change(ledger, code.id, RECORD_DELETE, &err), 0, "deleted");
    is_refused(ledger_code_redeem(ledger, user.id, text, &nowhere, &code, &err), &err, ERR_NOT_FOUND,
               "invalid_code", "a deleted code is none");
}

static void test_states(struct ledger *ledger) {
    struct error err = {0};
    struct user user = find_user(ledger, "ann");
    struct code code, used;
    size_t count;
    char text[CODE_TEXT], short_lived[CODE_TEXT];
    make_code(ledger, (struct code){.amount = DOLLAR}, text);
    ledger_codes(ledger, 0, &code, 1, &count, &err);
    is_int(ledger_code_change(ledger, code.id, RECORD_DISABLE, &err), 0, "disabled");
    is_refused(ledger_code_redeem(ledger, user.id, text, &nowhere, &used, &err), &err, ERR_NOT_FOUND,
               "invalid_code", "a disabled code is none");
    err = (struct error){0};
    is_int(ledger_code_change(ledger, code.id, RECORD_ENABLE, &err), 0, "enabled again");
    is_int(ledger_code_redeem(ledger, user.id, text, &nowhere, &used, &err), 0, "it is one");
    is_refused(ledger_code_change(ledger, code.id, RECORD_DISABLE, &err), &err, ERR_CONFLICT, "code_used",
               "a used one is not disabled");
    err = (struct error){0};
    is_refused(ledger_code_change(ledger, 99999, RECORD_DISABLE, &err), &err, ERR_NOT_FOUND, NULL,
               "nor one that is not there");

    int64_t end = clock_wall_ms() / 1000 + 1;
    make_code(ledger, (struct code){.amount = DOLLAR, .expires = end}, short_lived);
    while (clock_wall_ms() / 1000 < end)
        usleep(10000);
    err = (struct error){0};
    is_refused(ledger_code_redeem(ledger, user.id, short_lived, &nowhere, &used, &err), &err, ERR_NOT_FOUND,
               "code_expired", "an expired code");
    code = (struct code){.expires = 10};
    ok(code_state(&code, 9) == CODE_UNUSED && code_state(&code, 10) == CODE_EXPIRED, "expires at its time");
    code.disabled = true;
    is_int(code_state(&code, 10), CODE_DISABLED, "disabled");
    code = (struct code){.expires = 10, .used = 9};
    is_int(code_state(&code, 11), CODE_USED, "used");
}

static void test_guessing(struct ledger *ledger) {
    struct user user = find_user(ledger, "ann");
    struct origin origin = {.address = 7, .most_wrong = 3}, other = {.address = 8, .most_wrong = 3};
    struct code code;
    struct error err;
    char text[CODE_TEXT];
    make_code(ledger, (struct code){.amount = DOLLAR}, text);
    int wrong = 0;
    do {
        err = (struct error){0};
        ledger_code_redeem(ledger, user.id, "GUESS", &origin, &code, &err);
    } while (err.kind == ERR_NOT_FOUND && ++wrong < 10);
    is_int(wrong, 3, "so many guesses are looked at");
    is_refused(-1, &err, ERR_LIMIT, LEDGER_WRONG_CODES, "and no more");
    ok(err.retry_after > 0 && err.retry_after <= 20, "for a while: %d s", err.retry_after);
    err = (struct error){0};
    is_refused(ledger_code_redeem(ledger, user.id, text, &origin, &code, &err), &err, ERR_LIMIT,
               LEDGER_WRONG_CODES, "whatever is guessed");
    err = (struct error){0};
    is_int(ledger_code_redeem(ledger, user.id, text, &other, &code, &err), 0, "elsewhere it is good");
}

/* ---- registering --------------------------------------------------------------------- */

static void test_registering(struct ledger *ledger) {
    struct error err = {0};
    struct user user;
    struct code code;
    size_t count;
    char bare[CODE_TEXT], rich[CODE_TEXT], credit[CODE_TEXT];
    make_code(ledger, (struct code){.invitation = true}, bare);
    make_code(ledger, (struct code){.invitation = true, .amount = 3 * DOLLAR}, rich);
    make_code(ledger, (struct code){.amount = DOLLAR}, credit);
    struct registration registration = {.name = "guest",
                                        .password = "hash",
                                        .plan = "free",
                                        .groups = "default vip",
                                        .credit = 2 * DOLLAR,
                                        .invitation = rich};
    is_int(ledger_user_register(ledger, &registration, &user, &err), 0, "registered with an invitation");
    ok(user.limited && user.credited == 5 * DOLLAR, "begins with its amount and the credit");
    ok(strcmp(user.plan, "free") == 0 && strcmp(user.groups, "default vip") == 0 && !user.admin,
       "and with plan and groups");
    is_str(user.password, "", "the password's hash is not told");
    ledger_codes(ledger, 0, (struct code[]){{0}}, 1, &count, &err);
    struct code page[2];
    ledger_codes(ledger, 0, page, 2, &count, &err);
    ok(page[1].user == user.id && page[1].used > 0, "the invitation tells by whom it was used");

    registration.name = "second";
    is_refused(ledger_user_register(ledger, &registration, &user, &err), &err, ERR_CONFLICT, "code_used",
               "an invitation is used once");
    registration.invitation = bare;
    registration.plan = "none such";
    err = (struct error){0};
    is_refused(ledger_user_register(ledger, &registration, &user, &err), &err, ERR_REQUEST, NULL,
               "no such plan");
    registration.plan = NULL;
    registration.name = "guest";
    err = (struct error){0};
    is_refused(ledger_user_register(ledger, &registration, &user, &err), &err, ERR_CONFLICT, NULL,
               "a name that is taken");
    registration.name = "second";
    registration.credit = -1;
    err = (struct error){0};
    is_int(ledger_user_register(ledger, &registration, &user, &err), 0, "the invitation was not used up");
    ok(!user.limited && user.credited == 0 && user.plan[0] == '\0', "and brings no money if it has none");

    registration.name = "third";
    registration.invitation = credit;
    is_refused(ledger_user_register(ledger, &registration, &user, &err), &err, ERR_NOT_FOUND, "invalid_code",
               "credit is no invitation");
    registration.invitation = "nonsense";
    registration.name = "guest";
    err = (struct error){0};
    is_refused(ledger_user_register(ledger, &registration, &user, &err), &err, ERR_NOT_FOUND, "invalid_code",
               "without an invitation nobody learns which names are taken");
    make_code(ledger, (struct code){.invitation = true, .amount = DOLLAR}, rich);
    err = (struct error){0};
    is_refused(ledger_code_redeem(ledger, user.id, rich, &nowhere, &code, &err), &err, ERR_NOT_FOUND,
               "invalid_code", "an invitation is no credit");
    registration = (struct registration){.name = "invited", .credit = -1, .invitation = rich};
    err = (struct error){0};
    is_int(ledger_user_register(ledger, &registration, &user, &err), 0, "an invitation with money");
    ok(user.limited && user.credited == DOLLAR, "makes a user with a balance");
    registration = (struct registration){.name = "chief", .credit = -1, .admin = true};
    is_int(ledger_user_register(ledger, &registration, &user, &err), 0, "and without any invitation");
    ok(user.admin && !user.limited, "with what was said");
}

/* ---- payments -------------------------------------------------------------------------- */

static void test_payments(struct ledger *ledger) {
    struct error err = {0};
    struct user user, other;
    struct code code;
    struct payment page[LEDGER_PAGE];
    size_t count;
    int64_t total, all;
    char text[CODE_TEXT];
    ledger_user_create(ledger, "payer", 10 * DOLLAR, &user, &err);
    ledger_user_create(ledger, "other", 1, &other, &err);
    ledger_user_credit(ledger, "payer", -DOLLAR, "a mistake", &user, &err);
    make_code(ledger, (struct code){.amount = 4 * DOLLAR}, text);
    ledger_code_redeem(ledger, user.id, text, &nowhere, &code, &err);
    ledger_user_credit(ledger, "other", 1, NULL, &other, &err);
    is_int(ledger_payments(ledger, user.id, 0, page, COUNT(page), &count, &total, &err), 0, "payments");
    is_int((long long)count, 3, "so many came");
    is_int(total, 3, "so many there are");
    ok(page[0].kind == PAID_BY_CODE && page[0].amount == 4 * DOLLAR && page[0].code == code.id &&
           page[0].number == 3,
       "the newest first: a code");
    ok(page[1].kind == PAID_BY_OPERATOR && page[1].amount == -DOLLAR &&
           strcmp(page[1].note, "a mistake") == 0,
       "then the operator's, with its note");
    ok(page[2].kind == PAID_AT_BEGIN && page[2].amount == 10 * DOLLAR && page[2].user == user.id,
       "then what the user began with");
    ledger_payments(ledger, user.id, 1, page, 1, &count, &total, &err);
    ok(count == 1 && page[0].number == 2 && total == 3, "a page in the middle");
    ledger_payments(ledger, user.id, 3, page, 5, &count, &total, &err);
    ok(count == 0 && total == 3, "a page behind the end is empty");
    ledger_payments(ledger, user.id, INT64_MAX, page, 5, &count, &total, &err);
    ok(count == 0 && total == 3, "however far");
    ledger_payments(ledger, 0, 0, page, 2, &count, &all, &err);
    ok(count == 2 && all > 5 && page[0].user == other.id && page[1].user == user.id &&
           page[0].id == page[1].id + 1,
       "payments of all");
    ledger_payments(ledger, 0, all - 1, page, 5, &count, &total, &err);
    ok(count == 1 && page[0].id == 1 && total == all, "to the first one");
    ledger_payments(ledger, 999, 0, page, 5, &count, &total, &err);
    ok(count == 0 && total == 0, "nobody paid nothing");
    is_refused(ledger_user_credit(ledger, "payer", INT64_MAX, NULL, &user, &err), &err, ERR_REQUEST, NULL,
               "no more than can be counted");
    err = (struct error){0};
    is_refused(ledger_user_credit(ledger, "payer", -INT64_MAX, NULL, &user, &err), &err, ERR_REQUEST, NULL,
               "no less either");
    err = (struct error){0};
    is_refused(ledger_user_credit(ledger, "payer", 1, "a\nb", &user, &err), &err, ERR_REQUEST, NULL,
               "a note without control characters");
}

static void test_many_payments(struct ledger *ledger) {
    struct error err = {0};
    struct user user;
    struct payment page[LEDGER_PAGE + 1];
    size_t count;
    int64_t total, seen = 0, expected = 250;
    ledger_user_create(ledger, "often", 0, &user, &err);
    for (int i = 1; i <= 250; i++)
        ledger_user_credit(ledger, "often", i, "private", &user, &err);
    bool good = true;
    for (; ledger_payments(ledger, user.id, seen, page, COUNT(page), &count, &total, &err) == 0 && count > 0;
         seen += (int64_t)count)
        for (size_t i = 0; i < count; i++, expected--)
            good = good && page[i].amount == expected && page[i].number == expected;
    ok(good && seen == 250 && expected == 0, "%lld payments in pages", (long long)seen);
}

/* ---- erasing ----------------------------------------------------------------------------- */

static int count_keys(struct ledger *ledger, uint64_t user) {
    struct key key = {0};
    struct error err = {0};
    int keys = 0;
    while (ledger_key_next(ledger, key.id, user, &key, &err) == 0)
        keys++;
    return keys;
}

static void test_erasing(struct ledger *ledger) {
    struct error err = {0};
    struct user user, erased, again;
    struct key key = {.name = "often's laptop"};
    struct payment page[LEDGER_PAGE];
    char text[SECRET_KEY_TEXT], wanted[NAME_TEXT];
    size_t count;
    int64_t total;
    user = find_user(ledger, "often");
    key.user = user.id;
    ledger_key_create(ledger, &key, text, &err);
    snprintf(user.groups, sizeof user.groups, "friends");
    snprintf(user.password, sizeof user.password, "hash");
    ledger_user_update(ledger, USER_GROUPS | USER_PASSWORD, &user, &err);
    is_int(ledger_user_erase(ledger, "often", &erased, &err), 0, "erased");
    snprintf(wanted, sizeof wanted, "erased-%llu", (unsigned long long)user.id);
    is_str(erased.name, wanted, "the name is gone");
    ok(erased.deleted && erased.disabled && erased.groups[0] == '\0' && erased.password[0] == '\0',
       "with what the user was");
    ok(erased.credited == user.credited && erased.entries == user.entries, "the numbers stay");
    ok(ledger_user_find(ledger, "often", &again, &err) < 0, "nobody has that name");
    is_int(count_keys(ledger, user.id), 0, "no keys are left");
    int64_t notes = 0, payments = 0;
    err = (struct error){0};
    for (; ledger_payments(ledger, user.id, payments, page, COUNT(page), &count, &total, &err) == 0 && count;
         payments += (int64_t)count)
        for (size_t i = 0; i < count; i++)
            notes += page[i].note[0] != '\0';
    ok(payments == 250 && notes == 0, "payments stay without their notes");
    is_int(ledger_user_erase(ledger, wanted, &again, &err), 0, "erasing twice is harmless");
    ok(memcmp(&again, &erased, sizeof again) == 0, "and changes nothing");
    is_refused(ledger_user_erase(ledger, "often", &again, &err), &err, ERR_NOT_FOUND, NULL,
               "by the name that is gone nobody is found");

    err = (struct error){0};
    ledger_user_create(ledger, "gone", 1, &user, &err);
    ledger_user_change(ledger, "gone", RECORD_DELETE, &err);
    is_int(ledger_user_erase(ledger, "gone", &erased, &err), 0, "one that was deleted is erased too");
    is_int((long long)erased.id, (long long)user.id, "that one");
    is_int(ledger_user_create(ledger, "gone", 1, &again, &err), 0, "the name is free");
    ok(again.id != user.id, "for somebody else");
    ledger_user_change(ledger, "gone", RECORD_DELETE, &err);
    ledger_user_create(ledger, "gone", 1, &user, &err);
    is_int(ledger_user_erase(ledger, "gone", &erased, &err), 0, "of two who had a name");
    is_int((long long)erased.id, (long long)user.id, "the one that has it is erased first");
    is_int(ledger_user_erase(ledger, "gone", &erased, &err), 0, "then");
    is_int((long long)erased.id, (long long)again.id, "the one that was deleted");
}

/* ---- at the same instant -------------------------------------------------------------------- */

/* One of the processes: waits for the start, tries, tells how it went. */
static void try_code(const char *directory, uint64_t user, const char *text, int start, int results) {
    struct ledger *ledger = open_ledger(directory);
    struct error err = {0};
    struct code code;
    char byte, result = 'x';
    ledger_ping(ledger, &err);
    if (write(results, "r", 1) == 1 && read(start, &byte, 1) == 0) {
        int rc = ledger_code_redeem(ledger, user, text, &nowhere, &code, &err);
        if (rc == 0)
            result = 'g';
        else if (err.kind == ERR_CONFLICT && err.code && strcmp(err.code, "code_used") == 0)
            result = 'u';
    }
    if (write(results, &result, 1) != 1)
        _exit(1);
    ledger_free(ledger);
    _exit(0);
}

/* So many answers of one kind; 0 if another one comes. */
static int count_answers(int results, char wanted, int most) {
    char byte;
    int count = 0;
    while (count < most && read(results, &byte, 1) == 1 && byte == wanted)
        count++;
    return count;
}

static bool race(const char *directory, uint64_t user, const char *text) {
    int start[2], results[2], good = 0, used = 0, status;
    pid_t pids[PROCESSES];
    char byte;
    if (pipe(start) < 0 || pipe(results) < 0)
        return false;
    for (int i = 0; i < PROCESSES; i++) {
        pids[i] = fork();
        if (pids[i] == 0) {
            close(start[1]);
            close(results[0]);
            try_code(directory, user, text, start[0], results[1]);
        }
    }
    close(start[0]);
    close(results[1]);
    bool ready = count_answers(results[0], 'r', PROCESSES) == PROCESSES;
    close(start[1]); /* go */
    while (read(results[0], &byte, 1) == 1) {
        good += byte == 'g';
        used += byte == 'u';
    }
    for (int i = 0; i < PROCESSES; i++)
        waitpid(pids[i], &status, 0);
    close(results[0]);
    if (good != 1 || used != PROCESSES - 1)
        printf("# %d redeemed it, %d were told that it was used\n", good, used);
    return ready && good == 1 && used == PROCESSES - 1;
}

static void test_races(const char *directory) {
    struct error err = {0};
    struct user user;
    static char texts[RACES][CODE_TEXT];
    struct code like = {.amount = DOLLAR};
    struct ledger *ledger = open_ledger(directory);
    ledger_user_create(ledger, "racer", 0, &user, &err);
    ledger_codes_make(ledger, &like, RACES, texts, &err);
    ledger_free(ledger); /* no threads while children are made */
    int good = 0;
    for (int i = 0; i < RACES; i++)
        good += race(directory, user.id, texts[i]);
    is_int(good, RACES, "of 16 processes one redeems a code, each time");
    ledger = open_ledger(directory);
    is_int(find_user(ledger, "racer").credited, RACES * DOLLAR, "each code is paid in once");
    is_proved(ledger, "after races");
    ledger_free(ledger);
}

int main(void) {
    char directory[TEMPDIR_PATH];
    tempdir_make(directory);
    if (secret_start() < 0)
        return 99;
    struct ledger *ledger = open_ledger(directory);
    test_making(ledger);
    test_bad_terms(ledger);
    test_redeeming(ledger);
    test_limits_of_redeeming(ledger);
    test_states(ledger);
    test_guessing(ledger);
    test_registering(ledger);
    test_payments(ledger);
    test_many_payments(ledger);
    test_erasing(ledger);
    is_proved(ledger, "after all that");
    ledger_free(ledger);
    test_races(directory);
    tempdir_remove(directory);
    return tap_done();
}
