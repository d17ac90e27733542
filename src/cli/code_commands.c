/* Commands for codes. The text of a code is shown by `code create`, and nowhere else. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "base/mem.h"
#include "cli/command.h"
#include "cli/ledger_walk.h"
#include "cli/output.h"

static json_t *describe(const struct code *code) {
    return json_pack("{s:I, s:o, s:s, s:o, s:o, s:o}", "id", (json_int_t)code->id, "name",
                     output_text(code->name), "kind", code->invitation ? "invitation" : "credit", "amount",
                     output_money(code->amount), "created", output_time(code->created), "expires",
                     code->expires ? output_time(code->expires) : json_null());
}

static int read_terms(const struct arguments *args, struct code *code, int64_t *count, struct error *err) {
    code->invitation = arguments_value(args, "--invitation") != NULL;
    if (arguments_money(args, "--amount", &code->amount, err) < 0 ||
        arguments_number(args, "--count", 1, count, err) < 0 ||
        arguments_until(args, "--expires", &code->expires, err) < 0 ||
        arguments_text(args, "--name", code->name, sizeof code->name, err) < 0)
        return -1;
    if (!code->invitation && !arguments_value(args, "--amount"))
        return error_set(err, ERR_REQUEST, "--amount is missing: only an --invitation does without");
    return *count <= CODES_MOST ? 0 : error_set(err, ERR_REQUEST, "--count: at most %d", CODES_MOST);
}

static void print_codes(struct cli *cli, struct code code, size_t count, char (*texts)[CODE_TEXT]) {
    struct output_list list;
    output_list_begin(&list, cli->json, "id code kind amount:usd expires name");
    for (size_t i = 0; i < count; i++, code.id++) {
        json_t *row = describe(&code);
        json_object_set_new(row, "code", json_string(texts[i]));
        output_list_add(&list, row);
    }
    output_list_end(&list);
    if (!cli->json)
        puts("Codes are shown only this once: the ledger keeps nothing but a hash of each.");
}

int command_code_create(struct cli *cli, const struct arguments *args, struct error *err) {
    struct code code = {0};
    int64_t count = 1;
    if (read_terms(args, &code, &count, err) < 0)
        return -1;
    char(*texts)[CODE_TEXT] = xcalloc((size_t)count, sizeof *texts);
    int rc = ledger_codes_make(cli->ledger, &code, (size_t)count, texts, err);
    if (rc == 0)
        print_codes(cli, code, (size_t)count, texts);
    free(texts);
    return rc;
}

static int add_row(struct cli *cli, struct output_list *list, const struct code *code, enum code_state state,
                   struct error *err) {
    char user[NAME_TEXT] = "";
    if (code->user && walk_user_name(cli->ledger, code->user, user, err) < 0)
        return -1;
    json_t *row = describe(code);
    json_object_set_new(row, "hint", output_text(code->hint));
    json_object_set_new(row, "state", json_string(code_state_name(state)));
    json_object_set_new(row, "used", code->used ? output_time(code->used) : json_null());
    json_object_set_new(row, "user", output_text(user));
    json_object_set_new(row, "user_id", output_known((int64_t)code->user));
    output_list_add(list, row);
    return 0;
}

/* CODE_STATE__MAX: any. */
static int read_state(const char *text, enum code_state *state, struct error *err) {
    for (*state = 0; *state < CODE_STATE__MAX; ++*state)
        if (text && strcmp(code_state_name(*state), text) == 0)
            return 0;
    return text ? error_set(err, ERR_REQUEST, "--state: \"%.40s\" is none of unused, used, expired, disabled",
                            text)
                : 0;
}

static int list_codes(struct cli *cli, struct output_list *list, enum code_state wanted, struct error *err) {
    struct code page[LEDGER_PAGE];
    size_t count;
    uint64_t before = 0;
    int64_t now = clock_wall_ms() / 1000;
    do {
        if (ledger_codes(cli->ledger, before, page, LEDGER_PAGE, &count, err) < 0)
            return -1;
        for (size_t i = 0; i < count; i++) {
            enum code_state state = code_state(&page[i], now);
            before = page[i].id;
            if ((wanted == CODE_STATE__MAX || wanted == state) &&
                add_row(cli, list, &page[i], state, err) < 0)
                return -1;
        }
    } while (count > 0);
    return 0;
}

int command_code_list(struct cli *cli, const struct arguments *args, struct error *err) {
    enum code_state wanted;
    struct output_list list;
    if (read_state(arguments_value(args, "--state"), &wanted, err) < 0)
        return -1;
    output_list_begin(&list, cli->json, "id name hint kind amount:usd state user used expires created");
    int rc = list_codes(cli, &list, wanted, err);
    output_list_end(&list);
    return rc;
}

static int change(struct cli *cli, const struct arguments *args, enum record_change to, const char *state,
                  struct error *err) {
    for (size_t i = 0; i < arguments_count(args, "ID"); i++) {
        uint64_t id;
        if (walk_id(arguments_at(args, "ID", i), "code", &id, err) < 0 ||
            ledger_code_change(cli->ledger, id, to, err) < 0)
            return -1;
        output_object(cli->json, json_pack("{s:I, s:s}", "id", (json_int_t)id, "state", state));
    }
    return 0;
}

int command_code_disable(struct cli *cli, const struct arguments *args, struct error *err) {
    return change(cli, args, RECORD_DISABLE, "disabled", err);
}

int command_code_enable(struct cli *cli, const struct arguments *args, struct error *err) {
    return change(cli, args, RECORD_ENABLE, "enabled", err);
}

int command_code_delete(struct cli *cli, const struct arguments *args, struct error *err) {
    return change(cli, args, RECORD_DELETE, "deleted", err);
}
