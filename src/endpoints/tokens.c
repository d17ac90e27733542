/*
 * A user's own keys in the shape of new-api's tokens. Members that only the hub sets are taken and passed
 * over: clients send back what they got.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "base/network.h"
#include "endpoints/endpoints.h"
#include "endpoints/manage.h"
#include "endpoints/query.h"
#include "endpoints/quota.h"
#include "ledger/label.h"

/* ---- writing ----------------------------------------------------------------------------- */

enum { STATUS_ON = 1, STATUS_OFF = 2, STATUS_EXPIRED = 3, STATUS_EXHAUSTED = 4 };

static int status_of(const struct key *key) {
    if (key->disabled)
        return STATUS_OFF;
    if (key->expires && key->expires <= clock_wall_ms() / 1000)
        return STATUS_EXPIRED;
    return key->capped && key->credit <= key->spent ? STATUS_EXHAUSTED : STATUS_ON;
}

/* Words with blanks between them, with something else between. */
static void write_list(struct json_writer *w, const char *name, const char *words, char between) {
    char list[LIST_TEXT];
    snprintf(list, sizeof list, "%s", words);
    for (char *c = list; *c; c++)
        if (*c == ' ')
            *c = between;
    json_member_text(w, name, list);
}

static int64_t remaining(const struct key *key) {
    return key->capped ? quota_of(key->credit - key->spent) : 0;
}

/* The key's text is known only to who makes it: later its first and last letters stand there. */
static void write_token(struct json_writer *w, const struct key *key, const char *text) {
    json_open(w, '{');
    json_member_int(w, "id", (int64_t)key->id);
    json_member_int(w, "user_id", (int64_t)key->user);
    json_member_text(w, "key", text ? text : key->hint);
    json_member_int(w, "status", status_of(key));
    json_member_text(w, "name", key->name);
    json_member_int(w, "created_time", key->created);
    json_member_int(w, "accessed_time", key->used ? key->used : key->created);
    json_member_int(w, "expired_time", key->expires ? key->expires : -1);
    json_member_int(w, "remain_quota", remaining(key));
    json_member_bool(w, "unlimited_quota", !key->capped);
    json_member_int(w, "used_quota", quota_of(key->spent));
    json_member_bool(w, "model_limits_enabled", *key->models);
    write_list(w, "model_limits", key->models, ',');
    write_list(w, "allow_ips", key->networks, '\n');
    write_list(w, "group", key->groups, ',');
    json_member_bool(w, "cross_group_retry", strchr(key->groups, ' ') || !*key->groups);
    json_close(w, '}');
}

static int answer_token(struct exchange *x, const struct key *key, const char *text, struct error *err) {
    struct console_answer answer;
    console_begin(&answer);
    write_token(&answer.w, key, text);
    return console_end(&answer, x, 0, err);
}

/* ---- reading ------------------------------------------------------------------------------- */

enum field {
    ID,
    NAME,
    STATUS,
    EXPIRED_TIME,
    REMAIN_QUOTA,
    UNLIMITED_QUOTA,
    MODEL_LIMITS_ENABLED,
    MODEL_LIMITS,
    ALLOW_IPS,
    GROUP,
    READ_ONLY, /* this and what follows */
};
static const char *const names[] = {"id",
                                    "name",
                                    "status",
                                    "expired_time",
                                    "remain_quota",
                                    "unlimited_quota",
                                    "model_limits_enabled",
                                    "model_limits",
                                    "allow_ips",
                                    "group",
                                    "user_id",
                                    "key",
                                    "created_time",
                                    "accessed_time",
                                    "used_quota",
                                    "cross_group_retry",
                                    NULL};
#define NAMES (sizeof names / sizeof *names)
_Static_assert(READ_ONLY == 10, "the names are in the order of the fields");

static int read_name(struct exchange *x, const struct json *value, struct key *key, struct error *err) {
    const char *name;
    if (value_name(value, NAME_TEXT - 1, x->arena, &name, err) < 0)
        return -1;
    if (name_check(name, err) < 0)
        return manage_blame(err, names[NAME]);
    memset(key->name, 0, sizeof key->name);
    snprintf(key->name, sizeof key->name, "%s", name);
    return 0;
}

static int read_expiry(const struct json *value, struct key *key, struct error *err) {
    int64_t time;
    if (value_int(value, -1, INT32_MAX * INT64_C(100), &time, err) < 0)
        return -1;
    if (time != -1 && (time == 0 || time != key->expires) && time <= clock_wall_ms() / 1000)
        return value_bad(value, "must be a time to come, in seconds since 1970, or -1 for never", err);
    key->expires = time == -1 ? 0 : time;
    return 0;
}

/* What is left as it was is not rounded to new-api's unit. */
static int read_quota(const struct json *remain, const struct json *unlimited, struct key *key,
                      unsigned *fields, struct error *err) {
    bool free_of_limit = remain->type == SCAN_NONE && !key->capped;
    int64_t quota = remaining(key);
    if (unlimited->type != SCAN_NONE && value_bool(unlimited, &free_of_limit, err) < 0)
        return -1;
    if (remain->type != SCAN_NONE && value_int(remain, 0, QUOTA_MOST, &quota, err) < 0)
        return -1;
    if (!free_of_limit && remain->type == SCAN_NONE && !key->capped)
        return manage_need(remain, names[REMAIN_QUOTA], err);
    if (!free_of_limit && (!key->capped || quota != remaining(key))) {
        key->credit = quota * NANOS_PER_UNIT;
        *fields |= KEY_REMAINDER;
    }
    key->capped = !free_of_limit;
    return 0;
}

static int read_models(struct exchange *x, const struct json *enabled, const struct json *limits,
                       struct key *key, struct error *err) {
    bool on = limits->type != SCAN_NONE || *key->models;
    if (limits->type != SCAN_NONE && manage_list(x, limits, ", ", MODEL_TEXT, key->models, err) < 0)
        return -1;
    if (enabled->type == SCAN_NONE)
        return 0;
    if (value_bool(enabled, &on, err) < 0)
        return -1;
    if (on && !*key->models)
        return error_param(err, ERR_REQUEST, names[MODEL_LIMITS],
                           "\"model_limits\" must name a model while \"model_limits_enabled\" is true.");
    if (!on)
        memset(key->models, 0, sizeof key->models);
    return 0;
}

static int read_networks(struct exchange *x, const struct json *value, struct key *key, struct error *err) {
    if (manage_list(x, value, "\r\n, ", LIST_TEXT, key->networks, err) < 0)
        return -1;
    return network_list_check(key->networks, err) < 0 ? manage_blame(err, names[ALLOW_IPS]) : 0;
}

static bool has_word(const char *list, const char *word, size_t len) {
    for (; *list; list += strspn(list, " ")) {
        size_t here = strcspn(list, " ");
        if (here == len && memcmp(list, word, len) == 0)
            return true;
        list += here;
    }
    return false;
}

/* A key has no group that its user has not. "auto" is new-api's word for those of the user. */
static int read_groups(struct exchange *x, const struct json *value, const struct user *user, struct key *key,
                       struct error *err) {
    const char *own = ledger_user_groups(user);
    if (manage_list(x, value, ", ", GROUP_TEXT, key->groups, err) < 0)
        return -1;
    if (strcmp(key->groups, "auto") == 0)
        memset(key->groups, 0, sizeof key->groups);
    for (const char *word = key->groups; *word; word += strspn(word, " ")) {
        size_t len = strcspn(word, " ");
        if (!has_word(own, word, len))
            return error_param(err, ERR_PERMISSION, names[GROUP], "You do not have the group \"%.*s\".",
                               (int)len, word);
        word += len;
    }
    return 0;
}

/* What a body says of a key. Returns the fields in *fields. */
static int read_terms(struct exchange *x, const struct json *found, const struct user *user, struct key *key,
                      unsigned *fields, struct error *err) {
    static const unsigned of[] = {[NAME] = KEY_NAME,
                                  [EXPIRED_TIME] = KEY_EXPIRES,
                                  [REMAIN_QUOTA] = KEY_CREDIT,
                                  [UNLIMITED_QUOTA] = KEY_CREDIT,
                                  [MODEL_LIMITS_ENABLED] = KEY_MODELS,
                                  [MODEL_LIMITS] = KEY_MODELS,
                                  [ALLOW_IPS] = KEY_NETWORKS,
                                  [GROUP] = KEY_GROUPS};
    *fields = 0;
    for (size_t i = 0; i < sizeof of / sizeof *of; i++)
        *fields |= found[i].type != SCAN_NONE ? of[i] : 0;
    return ((*fields & KEY_NAME) && read_name(x, &found[NAME], key, err) < 0) ||
                   ((*fields & KEY_EXPIRES) && read_expiry(&found[EXPIRED_TIME], key, err) < 0) ||
                   ((*fields & KEY_CREDIT) &&
                    read_quota(&found[REMAIN_QUOTA], &found[UNLIMITED_QUOTA], key, fields, err) < 0) ||
                   ((*fields & KEY_MODELS) &&
                    read_models(x, &found[MODEL_LIMITS_ENABLED], &found[MODEL_LIMITS], key, err) < 0) ||
                   ((*fields & KEY_NETWORKS) && read_networks(x, &found[ALLOW_IPS], key, err) < 0) ||
                   ((*fields & KEY_GROUPS) && read_groups(x, &found[GROUP], user, key, err) < 0)
               ? -1
               : 0;
}

/* ---- lists ------------------------------------------------------------------------------------ */

/* The ids of a user's keys whose name or letters hold a text, the oldest first; *ids is allocated. */
static int list_ids(struct ledger *ledger, uint64_t user, const char *text, uint64_t **ids, size_t *count,
                    struct error *err) {
    struct key key = {0};
    struct error end = {0};
    size_t room = 0;
    *ids = NULL;
    *count = 0;
    while (ledger_key_next(ledger, key.id, user, &key, &end) == 0) {
        if (*text && !strcasestr(key.name, text) && !strcasestr(key.hint, text))
            continue;
        if (*count == room) {
            room = room ? 2 * room : 16;
            *ids = xrealloc(*ids, room * sizeof **ids);
        }
        (*ids)[(*count)++] = key.id;
    }
    if (end.kind == ERR_NOT_FOUND)
        return 0;
    free(*ids);
    *err = end;
    return -1;
}

/* One that was deleted meanwhile is left out. */
static int write_page(struct exchange *x, struct json_writer *w, const struct page *page, const uint64_t *ids,
                      size_t count, struct error *err) {
    int64_t from = page_skip(page);
    page_open(w, page, (int64_t)count);
    for (int64_t i = from; i < from + page->size && i < (int64_t)count; i++) {
        struct key key;
        struct error gone = {0};
        if (ledger_key_find(hub_ledger(x->hub, x->config), ids[count - 1 - (size_t)i], &key, &gone) == 0)
            write_token(w, &key, NULL);
        else if (gone.kind != ERR_NOT_FOUND) {
            *err = gone;
            return -1;
        }
    }
    page_close(w);
    return 0;
}

static int answer_list(struct exchange *x, const char *text, struct error *err) {
    struct caller caller;
    struct page page;
    struct console_answer answer;
    uint64_t *ids;
    size_t count;
    if (caller_check(x, &caller, err) < 0 || manage_page(x, &page, err) < 0 ||
        list_ids(hub_ledger(x->hub, x->config), caller.user.id, text, &ids, &count, err) < 0)
        return -1;
    console_begin(&answer);
    int rc = write_page(x, &answer.w, &page, ids, count, err);
    free(ids);
    return console_end(&answer, x, rc, err);
}

int endpoint_tokens(struct exchange *x, struct error *err) {
    return answer_list(x, "", err);
}

int endpoint_token_search(struct exchange *x, struct error *err) {
    const char *text = request_parameter(x->request, "keyword");
    return answer_list(x, text ? text : "", err);
}

/* ---- making and changing ------------------------------------------------------------------------- */

int endpoint_token_make(struct exchange *x, struct error *err) {
    struct caller caller;
    struct body body = {0};
    struct json found[NAMES];
    struct key key = {0};
    unsigned fields;
    char text[SECRET_KEY_TEXT];
    if (manage_login(x, &caller, err) < 0)
        return -1;
    key.user = caller.user.id;
    int rc = manage_read(x, names, &body, found, err);
    if (rc == 0)
        rc = manage_need(&found[NAME], names[NAME], err);
    if (rc == 0)
        rc = read_terms(x, found, &caller.user, &key, &fields, err);
    body_free(&body);
    if (rc < 0 || ledger_key_create(hub_ledger(x->hub, x->config), &key, text, err) < 0)
        return -1;
    return answer_token(x, &key, text, err);
}

/* A key of this user; those of others are not there. */
static int find_own(struct exchange *x, uint64_t id, const struct caller *caller, struct key *key,
                    struct error *err) {
    struct error gone = {0};
    int rc = ledger_key_find(hub_ledger(x->hub, x->config), id, key, &gone);
    if (rc < 0 && gone.kind != ERR_NOT_FOUND) {
        *err = gone;
        return -1;
    }
    return rc == 0 && key->user == caller->user.id
               ? 0
               : error_set(err, ERR_NOT_FOUND, "You have no key %llu.", (unsigned long long)id);
}

static int read_status(const struct json *value, struct key *key, unsigned *fields, struct error *err) {
    int64_t status;
    if (manage_need(value, names[STATUS], err) < 0 ||
        value_int(value, STATUS_ON, STATUS_OFF, &status, err) < 0)
        return -1;
    key->disabled = status == STATUS_OFF;
    *fields = KEY_STATE;
    return 0;
}

static int read_change(struct exchange *x, const struct json *found, const struct caller *caller,
                       struct key *key, unsigned *fields, struct error *err) {
    int64_t id;
    const char *status_only = request_parameter(x->request, "status_only");
    if (manage_need(&found[ID], names[ID], err) < 0 || value_int(&found[ID], 1, INT64_MAX, &id, err) < 0 ||
        find_own(x, (uint64_t)id, caller, key, err) < 0)
        return -1;
    return status_only && *status_only && strcmp(status_only, "false") != 0
               ? read_status(&found[STATUS], key, fields, err)
               : read_terms(x, found, &caller->user, key, fields, err);
}

/* What is not said stays as it is. */
int endpoint_token_change(struct exchange *x, struct error *err) {
    struct caller caller;
    struct body body = {0};
    struct json found[NAMES];
    struct key key;
    unsigned fields = 0;
    if (manage_login(x, &caller, err) < 0)
        return -1;
    int rc = manage_read(x, names, &body, found, err);
    if (rc == 0)
        rc = read_change(x, found, &caller, &key, &fields, err);
    body_free(&body);
    if (rc < 0 || ledger_key_update(hub_ledger(x->hub, x->config), fields, &key, err) < 0)
        return -1;
    return answer_token(x, &key, NULL, err);
}

int endpoint_token(struct exchange *x, struct error *err) {
    struct caller caller;
    struct key key;
    uint64_t id;
    if (caller_check(x, &caller, err) < 0 || manage_id(x, &id, NULL, err) < 0 ||
        find_own(x, id, &caller, &key, err) < 0)
        return -1;
    return answer_token(x, &key, NULL, err);
}

int endpoint_token_delete(struct exchange *x, struct error *err) {
    struct caller caller;
    struct key key;
    uint64_t id;
    if (manage_login(x, &caller, err) < 0 || manage_id(x, &id, NULL, err) < 0 ||
        find_own(x, id, &caller, &key, err) < 0 ||
        ledger_key_change(hub_ledger(x->hub, x->config), id, RECORD_DELETE, err) < 0)
        return -1;
    return manage_done(x, err);
}

/* Checks all ids before anything is deleted; returns how many there are, or -1. */
static int read_ids(struct exchange *x, const struct json *value, const struct caller *caller,
                    uint64_t ids[KEYS_MOST], struct error *err) {
    struct json item = {0};
    struct span rest = value->text;
    struct key key;
    int count = 0;
    if (manage_need(value, "ids", err) < 0)
        return -1;
    if (value->type != SCAN_ARRAY)
        return value_bad(value, "must be an array of numbers", err);
    for (; value_next(value, &rest, &item); count++) {
        int64_t id;
        if (count == KEYS_MOST)
            return value_bad(value, "has too many elements", err);
        if (value_int(&item, 1, INT64_MAX, &id, err) < 0 || find_own(x, (uint64_t)id, caller, &key, err) < 0)
            return -1;
        ids[count] = (uint64_t)id;
    }
    return count;
}

static int delete_all(struct exchange *x, const uint64_t *ids, int count, struct error *err) {
    int deleted = 0;
    for (int i = 0; i < count; i++) {
        struct error gone = {0};
        if (ledger_key_change(hub_ledger(x->hub, x->config), ids[i], RECORD_DELETE, &gone) == 0)
            deleted++;
        else if (gone.kind != ERR_NOT_FOUND) { /* named twice, or deleted meanwhile */
            *err = gone;
            return -1;
        }
    }
    return deleted;
}

int endpoint_token_batch(struct exchange *x, struct error *err) {
    static const char *const members[] = {"ids", NULL};
    struct caller caller;
    struct body body = {0};
    struct json found[2];
    if (manage_login(x, &caller, err) < 0)
        return -1;
    uint64_t *ids = arena_alloc(x->arena, KEYS_MOST * sizeof *ids);
    int count = manage_read(x, members, &body, found, err);
    if (count == 0)
        count = read_ids(x, &found[0], &caller, ids, err);
    body_free(&body);
    if (count < 0 || (count = delete_all(x, ids, count, err)) < 0)
        return -1;
    struct console_answer answer;
    console_begin(&answer);
    json_put_int(&answer.w, count);
    return console_end(&answer, x, 0, err);
}

/* ---- texts ------------------------------------------------------------------------------------------ */

static int refuse_text(struct error *err) {
    error_set(err, ERR_NOT_FOUND,
              "The key was shown when it was made; only its hash is kept. Rotate it to get another one.");
    err->status = 410;
    err->code = "key_not_kept";
    return -1;
}

static int rotate(struct exchange *x, uint64_t id, struct error *err) {
    static const char *const members[] = {"grace", NULL};
    struct body body = {0};
    struct json found[2];
    struct key key;
    char text[SECRET_KEY_TEXT];
    int64_t grace = 0;
    int rc = manage_read(x, members, &body, found, err);
    if (rc == 0 && found[0].type != SCAN_NONE)
        rc = value_int(&found[0], 0, INT32_MAX, &grace, err);
    body_free(&body);
    if (rc < 0)
        return -1;
    if (ledger_key_rotate(hub_ledger(x->hub, x->config), id, grace, &key, text, err) < 0)
        return manage_blame(err, members[0]);
    return answer_token(x, &key, text, err);
}

/* POST /api/token/{id}/key and …/rotate */
int endpoint_token_text(struct exchange *x, struct error *err) {
    struct caller caller;
    struct key key;
    uint64_t id;
    const char *what;
    if (manage_login(x, &caller, err) < 0 || manage_id(x, &id, &what, err) < 0)
        return -1;
    if (strcmp(what, "/key") != 0 && strcmp(what, "/rotate") != 0)
        return route_unknown(err);
    if (find_own(x, id, &caller, &key, err) < 0)
        return -1;
    return what[1] == 'k' ? refuse_text(err) : rotate(x, id, err);
}
