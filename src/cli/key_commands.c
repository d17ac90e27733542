/* Commands for keys. The text of a key is shown by `key create`, and nowhere else. */
#include <stdio.h>
#include <string.h>

#include "base/clock.h"
#include "cli/command.h"
#include "cli/ledger_walk.h"
#include "cli/output.h"

#define DEFAULT_NAME "default"

/* Reads "100" or "100/hour". */
static int read_requests(const char *text, struct key *key, struct error *err) {
    size_t len = strcspn(text, "/");
    enum period period = text[len] == '/' ? period_find(text + len + 1) : PERIOD_EVER;
    int64_t most;
    if (!arguments_digits(text, len, 1, &most) || period == PERIOD__MAX)
        return error_set(err, ERR_REQUEST, "--requests: \"%.40s\" is no limit such as 100 or 100/hour", text);
    key->limits.requests[period] = most;
    return 0;
}

static json_t *describe(const struct key *key, const char *user) {
    return json_pack("{s:I, s:o, s:o, s:o, s:s, s:b, s:o}", "id", (json_int_t)key->id, "user",
                     output_text(user), "name", output_text(key->name), "hint", output_text(key->hint),
                     "state", key->disabled ? "disabled" : "active", "strict", key->strict, "created",
                     output_time(key->created));
}

int command_key_create(struct cli *cli, const struct arguments *args, struct error *err) {
    struct user user;
    struct key key = {0};
    char text[SECRET_KEY_TEXT];
    const char *name = arguments_value(args, "--name");
    const char *requests = arguments_value(args, "--requests");
    if (requests && read_requests(requests, &key, err) < 0)
        return -1;
    if (name && strlen(name) >= sizeof key.name)
        return error_set(err, ERR_REQUEST, "--name: at most %zu characters", sizeof key.name - 1);
    snprintf(key.name, sizeof key.name, "%s", name ? name : DEFAULT_NAME);
    if (ledger_user_find(cli->ledger, arguments_value(args, "USER"), &user, err) < 0)
        return -1;
    key.user = user.id;
    key.strict = arguments_value(args, "--strict") != NULL;
    if (ledger_key_create(cli->ledger, &key, text, err) < 0)
        return -1;
    json_t *shown = describe(&key, user.name);
    json_object_set_new(shown, "key", json_string(text));
    output_object(cli->json, shown);
    if (!cli->json)
        puts("The key is shown only this once: the ledger keeps nothing but its hash.");
    return 0;
}

int command_key_list(struct cli *cli, const struct arguments *args, struct error *err) {
    const char *name = arguments_value(args, "USER");
    struct user user = {0};
    struct key key = {0};
    struct output_list list;
    if (name && ledger_user_find(cli->ledger, name, &user, err) < 0)
        return -1;
    output_list_begin(&list, cli->json, "id user name hint state created");
    while (ledger_key_next(cli->ledger, key.id, user.id, &key, err) == 0) {
        char owner[NAME_TEXT];
        if (walk_user_name(cli->ledger, key.user, owner, err) < 0)
            break;
        output_list_add(&list, describe(&key, owner));
    }
    output_list_end(&list);
    return walk_result(err);
}

static int read_id(struct cli *cli, const struct arguments *args, uint64_t *id, struct error *err) {
    const char *text = arguments_value(args, "ID");
    int64_t number;
    struct user user;
    struct error unknown = {0};
    if (arguments_digits(text, strlen(text), 1, &number)) {
        *id = (uint64_t)number;
        return 0;
    }
    bool is_user = ledger_user_find(cli->ledger, text, &user, &unknown) == 0;
    return error_set(err, ERR_REQUEST,
                     "ID: \"%.40s\" is no whole number from 1; `aihub key list%s%s` shows the ids", text,
                     is_user ? " " : "", is_user ? user.name : "");
}

int command_key_show(struct cli *cli, const struct arguments *args, struct error *err) {
    uint64_t id;
    struct key key;
    char owner[NAME_TEXT];
    if (read_id(cli, args, &id, err) < 0 || ledger_key_find(cli->ledger, id, &key, err) < 0 ||
        walk_user_name(cli->ledger, key.user, owner, err) < 0)
        return -1;
    output_object(cli->json, describe(&key, owner));
    return 0;
}

static int change(struct cli *cli, const struct arguments *args, enum record_change to, const char *state,
                  struct error *err) {
    uint64_t id;
    if (read_id(cli, args, &id, err) < 0 || ledger_key_change(cli->ledger, id, to, err) < 0)
        return -1;
    output_object(cli->json, json_pack("{s:I, s:s}", "id", (json_int_t)id, "state", state));
    return 0;
}

int command_key_disable(struct cli *cli, const struct arguments *args, struct error *err) {
    return change(cli, args, RECORD_DISABLE, "disabled", err);
}

int command_key_enable(struct cli *cli, const struct arguments *args, struct error *err) {
    return change(cli, args, RECORD_ENABLE, "active", err);
}

int command_key_delete(struct cli *cli, const struct arguments *args, struct error *err) {
    return change(cli, args, RECORD_DELETE, "deleted", err);
}
