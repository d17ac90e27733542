/* Commands for keys. The text of a key is shown by `key create` and `key rotate`, and nowhere else. */
#include <stdio.h>
#include <string.h>

#include "base/clock.h"
#include "cli/command.h"
#include "cli/ledger_walk.h"
#include "cli/limit_words.h"
#include "cli/output.h"

#define DEFAULT_NAME "default"
#define COUNT_MOST   1000

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

static const char *state_of(const struct key *key) {
    bool expired = key->expires && key->expires <= clock_wall_ms() / 1000;
    return key->disabled ? "disabled" : expired ? "expired" : "active";
}

static json_t *known_time(int64_t seconds) {
    return seconds ? output_time(seconds) : json_null();
}

static json_t *describe(const struct key *key, const char *user) {
    json_t *limits = json_array();
    limit_words_write(limits, "", &key->limits);
    return json_pack("{s:I, s:o, s:o, s:o, s:s, s:o, s:o, s:I, s:o, s:b, s:b, s:o, s:o, s:o, s:o, s:o, s:o}",
                     "id", (json_int_t)key->id, "user", output_text(user), "name", output_text(key->name),
                     "hint", output_text(key->hint), "state", state_of(key), "credit",
                     key->capped ? output_money(key->credit) : json_null(), "spent", output_money(key->spent),
                     "requests", (json_int_t)key->windows.at[PERIOD_EVER].requests, "limits", limits,
                     "strict", key->strict, "keeps_prompts", key->keeps, "models", output_text(key->models),
                     "groups", output_text(key->groups), "networks", output_text(key->networks), "created",
                     output_time(key->created), "expires", known_time(key->expires), "last_used",
                     known_time(key->used));
}

static bool has(const struct arguments *args, const char *name) {
    return arguments_value(args, name) != NULL;
}

/* What `key create` and `key set` have in common. */
static int read_terms(const struct arguments *args, struct key *key, struct error *err) {
    if (arguments_text(args, "--name", key->name, sizeof key->name, err) < 0 ||
        arguments_until(args, "--expires", &key->expires, err) < 0 ||
        arguments_list(args, "--models", key->models, sizeof key->models, err) < 0 ||
        arguments_list(args, "--groups", key->groups, sizeof key->groups, err) < 0 ||
        arguments_list(args, "--networks", key->networks, sizeof key->networks, err) < 0 ||
        limit_words_read(args, &key->limits, err) < 0)
        return -1;
    key->strict = key->strict || has(args, "--strict");
    key->keeps = key->keeps || has(args, "--keep-prompts");
    return 0;
}

/* The most that the key may spend; "none" lifts that. */
static int read_credit(const struct arguments *args, struct key *key, struct error *err) {
    const char *text = arguments_value(args, "--credit");
    if (!text)
        return 0;
    key->capped = strcmp(text, "none") != 0;
    key->credit = 0;
    if (key->capped && arguments_money(args, "--credit", &key->credit, err) < 0)
        return -1;
    return key->credit < 0 ? error_set(err, ERR_REQUEST, "--credit: a key's credit is not negative") : 0;
}

static void show_text(json_t *shown, const char *text) {
    json_object_set_new(shown, "key", json_string(text));
}

static void say_once(const struct cli *cli, const char *what) {
    if (!cli->json)
        printf("%s shown only this once: the ledger keeps nothing but its hash.\n", what);
}

static int create_one(struct cli *cli, const struct key *like, const char *user, struct error *err) {
    struct key key = *like;
    char text[SECRET_KEY_TEXT];
    if (ledger_key_create(cli->ledger, &key, text, err) < 0)
        return -1;
    json_t *shown = describe(&key, user);
    show_text(shown, text);
    output_object(cli->json, shown);
    say_once(cli, "The key is");
    return 0;
}

/* Those that were made are printed, whatever became of the others. */
static int create_many(struct cli *cli, const struct key *like, int64_t count, const char *user,
                       struct error *err) {
    struct output_list list;
    int rc = 0;
    output_list_begin(&list, cli->json, "id key");
    while (rc == 0 && count-- > 0) {
        struct key key = *like;
        char text[SECRET_KEY_TEXT];
        rc = ledger_key_create(cli->ledger, &key, text, err);
        if (rc < 0)
            break;
        json_t *row = describe(&key, user);
        show_text(row, text);
        output_list_add(&list, row);
    }
    output_list_end(&list);
    say_once(cli, "Each key is");
    return rc;
}

int command_key_create(struct cli *cli, const struct arguments *args, struct error *err) {
    struct user user;
    struct key key = {.name = DEFAULT_NAME};
    int64_t count = 1;
    const char *requests = arguments_value(args, "--requests");
    if ((requests && read_requests(requests, &key, err) < 0) || read_terms(args, &key, err) < 0 ||
        read_credit(args, &key, err) < 0 || arguments_number(args, "--count", 1, &count, err) < 0)
        return -1;
    if (count > COUNT_MOST)
        return error_set(err, ERR_REQUEST, "--count: at most %d", COUNT_MOST);
    if (ledger_user_find(cli->ledger, arguments_value(args, "USER"), &user, err) < 0)
        return -1;
    key.user = user.id;
    return has(args, "--count") ? create_many(cli, &key, count, user.name, err)
                                : create_one(cli, &key, user.name, err);
}

static bool fits(const struct key *key, const char *owner, const char *text) {
    return strcasestr(key->name, text) || strcasestr(key->hint, text) || strcasestr(owner, text);
}

int command_key_list(struct cli *cli, const struct arguments *args, struct error *err) {
    const char *name = arguments_value(args, "USER"), *search = arguments_value(args, "--search");
    struct user user = {0};
    struct key key = {0};
    struct output_list list;
    if (name && ledger_user_find(cli->ledger, name, &user, err) < 0)
        return -1;
    output_list_begin(&list, cli->json,
                      "id user name hint state limits spent:usd requests last_used expires");
    while (ledger_key_next(cli->ledger, key.id, user.id, &key, err) == 0) {
        char owner[NAME_TEXT];
        if (walk_user_name(cli->ledger, key.user, owner, err) < 0)
            break;
        if (!search || fits(&key, owner, search))
            output_list_add(&list, describe(&key, owner));
    }
    output_list_end(&list);
    return walk_result(err);
}

static int read_id(struct cli *cli, const char *text, uint64_t *id, struct error *err) {
    struct user user;
    struct error unknown = {0};
    int64_t number;
    bool is_user = !arguments_digits(text, strlen(text), 1, &number) &&
                   ledger_user_find(cli->ledger, text, &user, &unknown) == 0;
    if (!is_user)
        return walk_id(text, "key", id, err);
    return error_set(err, ERR_REQUEST,
                     "ID: \"%.40s\" is no whole number from 1; `aihub key list %s` shows the ids", text,
                     user.name);
}

/* The key that was asked for, and whose it is. */
static int find_key(struct cli *cli, const struct arguments *args, struct key *key, char owner[NAME_TEXT],
                    struct error *err) {
    uint64_t id;
    return read_id(cli, arguments_value(args, "ID"), &id, err) < 0 ||
                   ledger_key_find(cli->ledger, id, key, err) < 0 ||
                   walk_user_name(cli->ledger, key->user, owner, err) < 0
               ? -1
               : 0;
}

int command_key_show(struct cli *cli, const struct arguments *args, struct error *err) {
    struct key key;
    char owner[NAME_TEXT];
    if (find_key(cli, args, &key, owner, err) < 0)
        return -1;
    json_t *shown = describe(&key, owner);
    json_object_set_new(shown, "limits", limit_words_state(cli->json, &key.limits, &key.windows));
    output_object(cli->json, shown);
    return 0;
}

static unsigned fields_of(const struct arguments *args) {
    static const struct {
        const char *name;
        unsigned field;
    } options[] = {
        {"--name", KEY_NAME},          {"--expires", KEY_EXPIRES},       {"--models", KEY_MODELS},
        {"--groups", KEY_GROUPS},      {"--networks", KEY_NETWORKS},     {"--credit", KEY_CREDIT},
        {"--limit", KEY_LIMITS},       {"--strict", KEY_STRICT},         {"--no-strict", KEY_STRICT},
        {"--keep-prompts", KEY_KEEPS}, {"--no-keep-prompts", KEY_KEEPS},
    };
    unsigned fields = 0;
    for (size_t i = 0; i < sizeof options / sizeof *options; i++)
        fields |= has(args, options[i].name) ? options[i].field : 0;
    return fields;
}

int command_key_set(struct cli *cli, const struct arguments *args, struct error *err) {
    struct key key;
    char owner[NAME_TEXT];
    unsigned fields = fields_of(args);
    if (!fields)
        return error_set(err, ERR_REQUEST, "what shall be set?");
    if (find_key(cli, args, &key, owner, err) < 0 || read_terms(args, &key, err) < 0 ||
        read_credit(args, &key, err) < 0)
        return -1;
    key.strict = key.strict && !has(args, "--no-strict");
    key.keeps = key.keeps && !has(args, "--no-keep-prompts");
    if (ledger_key_update(cli->ledger, fields, &key, err) < 0)
        return -1;
    output_object(cli->json, describe(&key, owner));
    return 0;
}

int command_key_rotate(struct cli *cli, const struct arguments *args, struct error *err) {
    struct key key;
    int64_t grace = 0;
    char owner[NAME_TEXT], text[SECRET_KEY_TEXT];
    if (arguments_number(args, "--grace", 0, &grace, err) < 0 || find_key(cli, args, &key, owner, err) < 0 ||
        ledger_key_rotate(cli->ledger, key.id, grace, &key, text, err) < 0)
        return -1;
    json_t *shown = describe(&key, owner);
    show_text(shown, text);
    output_object(cli->json, shown);
    say_once(cli, "The key is");
    return 0;
}

static int change(struct cli *cli, const struct arguments *args, enum record_change to, const char *state,
                  struct error *err) {
    for (size_t i = 0; i < arguments_count(args, "ID"); i++) {
        uint64_t id;
        if (read_id(cli, arguments_at(args, "ID", i), &id, err) < 0 ||
            ledger_key_change(cli->ledger, id, to, err) < 0)
            return -1;
        output_object(cli->json, json_pack("{s:I, s:s}", "id", (json_int_t)id, "state", state));
    }
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
