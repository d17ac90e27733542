/* The users of the hub in new-api's shapes, for administrators: listed, made, changed, deleted. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "endpoints/endpoints.h"
#include "front/fields.h"
#include "endpoints/manage.h"
#include "endpoints/profile.h"
#include "endpoints/query.h"
#include "endpoints/quota.h"
#include "gate/password.h"
#include "ledger/label.h"

static int answer_user(struct exchange *x, const struct user *user, struct error *err) {
    struct console_answer answer;
    console_begin(&answer);
    profile_write(&answer.w, user);
    return console_end(&answer, x, 0, err);
}

/* ---- listing ------------------------------------------------------------------------------ */

struct question {
    const char *keyword;    /* within the name, or the id; "": any */
    char group[GROUP_TEXT]; /* "": any */
};

static bool has_group(const struct user *user, const char *group) {
    size_t len = strlen(group);
    for (const char *at = ledger_user_groups(user); *at; at += strspn(at, " ")) {
        size_t here = strcspn(at, " ");
        if (here == len && memcmp(at, group, len) == 0)
            return true;
        at += here;
    }
    return false;
}

static bool fits(const struct question *question, const struct user *user) {
    char id[24];
    snprintf(id, sizeof id, "%llu", (unsigned long long)user->id);
    return (!*question->keyword || strcmp(id, question->keyword) == 0 ||
            strcasestr(user->name, question->keyword)) &&
           (!*question->group || has_group(user, question->group));
}

/* Those that fit, the oldest first: only who looks at all knows how many there are, and which are the newest.
 * *ids is allocated. */
static int find_all(struct exchange *x, const struct question *question, uint64_t **ids, size_t *count,
                    struct error *err) {
    struct user user = {0};
    struct error end = {0};
    size_t room = 0;
    *ids = NULL;
    *count = 0;
    while (ledger_user_next(hub_ledger(x->hub, x->config), user.id, &user, &end) == 0) {
        if (request_gone(x->request))
            return error_set(err, ERR_GONE, "the client left");
        if (!fits(question, &user))
            continue;
        if (*count == room) {
            room = room ? 2 * room : 64;
            *ids = xrealloc(*ids, room * sizeof **ids);
        }
        (*ids)[(*count)++] = user.id;
    }
    if (end.kind == ERR_NOT_FOUND)
        return 0;
    *err = end;
    return -1;
}

/* One that was deleted meanwhile is left out. */
static int write_page(struct exchange *x, struct json_writer *w, const struct page *page, const uint64_t *ids,
                      size_t count, struct error *err) {
    int64_t first = page_skip(page), left = (int64_t)count - first;
    for (int64_t i = 0; i < page->size && i < left; i++) {
        struct user user;
        struct error why = {0};
        if (ledger_user_get(hub_ledger(x->hub, x->config), ids[left - 1 - i], &user, &why) == 0) {
            profile_write(w, &user);
        } else if (why.kind != ERR_NOT_FOUND) {
            *err = why;
            return -1;
        }
    }
    return 0;
}

static int answer_list(struct exchange *x, const struct question *question, struct error *err) {
    struct page page;
    struct console_answer answer;
    uint64_t *ids = NULL;
    size_t count = 0;
    if (manage_page(x, &page, err) < 0)
        return -1;
    int rc = find_all(x, question, &ids, &count, err);
    if (rc == 0) {
        console_begin(&answer);
        page_open(&answer.w, &page, (int64_t)count);
        rc = write_page(x, &answer.w, &page, ids, count, err);
        page_close(&answer.w);
        rc = console_end(&answer, x, rc, err);
    }
    free(ids);
    return rc;
}

/* GET /api/user/ */
int endpoint_users(struct exchange *x, struct error *err) {
    struct caller caller;
    return manage_admin(x, &caller, err) < 0 ? -1 : answer_list(x, &(struct question){.keyword = ""}, err);
}

/* GET /api/user/search?keyword=…&group=… */
int endpoint_user_search(struct exchange *x, struct error *err) {
    struct caller caller;
    const char *keyword = request_parameter(x->request, "keyword");
    struct question question = {.keyword = keyword ? keyword : ""};
    if (manage_admin(x, &caller, err) < 0 ||
        query_text(x, "group", question.group, sizeof question.group, err) < 0)
        return -1;
    return answer_list(x, &question, err);
}

/* GET /api/user/{id} */
int endpoint_user(struct exchange *x, struct error *err) {
    struct caller caller;
    struct user user;
    uint64_t id;
    if (manage_id(x, &id, NULL, err) < 0 || manage_admin(x, &caller, err) < 0 ||
        ledger_user_get(hub_ledger(x->hub, x->config), id, &user, err) < 0)
        return -1;
    return answer_user(x, &user, err);
}

/* ---- what is asked for ------------------------------------------------------------------------ */

enum field {
    ID,
    USERNAME,
    DISPLAY_NAME,
    EMAIL,
    PASSWORD,
    PLAN, /* the last of the texts */
    GROUP,
    ROLE,
    STATUS,
    QUOTA,
    UNLIMITED,
    READ_ONLY, /* this and what follows: passed over, since clients send back what they got */
};
static const char *const names[] = {"id",
                                    "username",
                                    "display_name",
                                    "email",
                                    "password",
                                    "plan",
                                    "group",
                                    "role",
                                    "status",
                                    "quota",
                                    "unlimited_quota",
                                    "used_quota",
                                    "request_count",
                                    "created_time",
                                    "aff_code",
                                    "aff_count",
                                    "aff_quota",
                                    "aff_history_quota",
                                    NULL};
#define NAMES (sizeof names / sizeof *names)
_Static_assert(READ_ONLY == 11, "the names are in the order of the fields");

struct wish {
    const char *text[PLAN + 1];      /* NULL where there is none */
    int64_t id, role, status, quota; /* 0: not said, but for the quota */
    bool unlimited_said, unlimited, quota_said, groups_said;
    char groups[LIST_TEXT];
};

static int read_texts(struct exchange *x, const struct json *found, struct wish *wish, struct error *err) {
    static const size_t most[] = {[USERNAME] = 256,
                                  [DISPLAY_NAME] = 256,
                                  [EMAIL] = 256,
                                  [PASSWORD] = PASSWORD_MOST,
                                  [PLAN] = NAME_TEXT - 1};
    for (int i = USERNAME; i <= PLAN; i++)
        if (found[i].type != SCAN_NONE && value_name(&found[i], most[i], x->arena, &wish->text[i], err) < 0)
            return -1;
    wish->groups_said = found[GROUP].type != SCAN_NONE;
    return wish->groups_said ? manage_list(x, &found[GROUP], ", ", GROUP_TEXT, wish->groups, err) : 0;
}

static int read_role(const struct json *value, struct wish *wish, struct error *err) {
    if (value->type == SCAN_NONE)
        return 0;
    if (value_int(value, PROFILE_USER, PROFILE_ADMIN, &wish->role, err) < 0)
        return -1;
    return wish->role == PROFILE_USER || wish->role == PROFILE_ADMIN
               ? 0
               : value_bad(value, "must be 1 for a user or 10 for an administrator", err);
}

static int read_numbers(const struct json *found, struct wish *wish, struct error *err) {
    wish->unlimited_said = found[UNLIMITED].type != SCAN_NONE;
    wish->quota_said = found[QUOTA].type != SCAN_NONE;
    if ((found[ID].type != SCAN_NONE && value_int(&found[ID], 0, INT64_MAX, &wish->id, err) < 0) ||
        (found[STATUS].type != SCAN_NONE &&
         value_int(&found[STATUS], PROFILE_ON, PROFILE_OFF, &wish->status, err) < 0) ||
        read_role(&found[ROLE], wish, err) < 0 ||
        (wish->unlimited_said && value_bool(&found[UNLIMITED], &wish->unlimited, err) < 0))
        return -1;
    return wish->quota_said ? value_int(&found[QUOTA], -QUOTA_MOST, QUOTA_MOST, &wish->quota, err) : 0;
}

static int read_wish(struct exchange *x, struct wish *wish, struct error *err) {
    struct body body = {0};
    struct json found[NAMES];
    *wish = (struct wish){0};
    int rc = manage_read(x, names, &body, found, err);
    if (rc == 0)
        rc = read_texts(x, found, wish, err);
    if (rc == 0)
        rc = read_numbers(found, wish, err);
    body_free(&body);
    return rc;
}

/* The hub knows a user by one name, and keeps no address. */
static int check_names(const struct wish *wish, const char *name, struct error *err) {
    const char *now[] = {[USERNAME] = name, [DISPLAY_NAME] = name, [EMAIL] = ""};
    for (int i = USERNAME; i <= EMAIL; i++)
        if (wish->text[i] && *wish->text[i] && strcmp(wish->text[i], now[i]) != 0)
            return error_param(err, ERR_REQUEST, names[i],
                               "\"%s\" can only be what the user is called, or nothing.", names[i]);
    return 0;
}

/* The ledger would refuse it too, but not by the field. */
static int check_plan(const struct exchange *x, const struct wish *wish, struct error *err) {
    struct error why = {0};
    struct plan plan;
    const char *name = wish->text[PLAN];
    if (name && *name && ledger_plan_find(hub_ledger(x->hub, x->config), name, &plan, &why) < 0) {
        *err = why;
        err->status = why.kind == ERR_NOT_FOUND ? 400 : why.status;
        return why.kind == ERR_NOT_FOUND ? manage_blame(err, names[PLAN]) : -1;
    }
    return 0;
}

static int hash_password(const struct exchange *x, const char *text, char stored[SECRET_PASSWORD],
                         struct error *err) {
    return password_make(x->config->data_dir, (struct span){text, strlen(text)}, stored, err);
}

/* ---- making ----------------------------------------------------------------------------------- */

/* Plan and credit are those of users who register, unless it is said. */
static struct registration registration_of(const struct exchange *x, const struct wish *wish,
                                           const char *stored) {
    struct registration registration = {.name = wish->text[USERNAME],
                                        .password = stored,
                                        .plan = wish->text[PLAN] ? wish->text[PLAN]
                                                                 : x->config->registration_plan,
                                        .groups = wish->groups,
                                        .admin = wish->role == PROFILE_ADMIN,
                                        .credit = x->config->registration_credit};
    if (wish->quota_said)
        registration.credit = wish->quota * NANOS_PER_UNIT;
    if (wish->unlimited_said && wish->unlimited)
        registration.credit = -1;
    return registration;
}

static int check_new(const struct wish *wish, struct error *err) {
    if (fields_need(wish->text[USERNAME], names[USERNAME], err) < 0 ||
        fields_need(wish->text[PASSWORD], names[PASSWORD], err) < 0 ||
        check_names(wish, wish->text[USERNAME], err) < 0)
        return -1;
    if (name_check(wish->text[USERNAME], err) < 0)
        return manage_blame(err, names[USERNAME]);
    if (wish->id)
        return error_param(err, ERR_REQUEST, names[ID], "\"id\" is chosen by the hub: leave it out.");
    if (wish->status == PROFILE_OFF)
        return error_param(err, ERR_REQUEST, names[STATUS], "\"status\": a new user is not disabled.");
    if (wish->quota < 0)
        return error_param(err, ERR_REQUEST, names[QUOTA], "\"quota\": a user cannot begin with debts.");
    return 0;
}

/* POST /api/user/ */
int endpoint_user_make(struct exchange *x, struct error *err) {
    struct caller caller;
    struct wish wish;
    struct user user;
    char stored[SECRET_PASSWORD];
    if (manage_admin(x, &caller, err) < 0 || read_wish(x, &wish, err) < 0 || check_new(&wish, err) < 0 ||
        check_plan(x, &wish, err) < 0 || hash_password(x, wish.text[PASSWORD], stored, err) < 0)
        return -1;
    struct registration registration = registration_of(x, &wish, stored);
    if (ledger_user_register(hub_ledger(x->hub, x->config), &registration, &user, err) < 0)
        return err->kind == ERR_CONFLICT ? manage_blame(err, names[USERNAME]) : -1;
    return answer_user(x, &user, err);
}

/* ---- changing and deleting ------------------------------------------------------------------------ */

/* What has an action of its own: sent back as it was it is all right. */
static int check_elsewhere(const struct wish *wish, const struct user *user, struct error *err) {
    const struct {
        enum field field;
        bool changed;
    } rows[] = {
        {ROLE, wish->role && (wish->role == PROFILE_ADMIN) != user->admin},
        {STATUS, wish->status && (wish->status == PROFILE_OFF) != user->disabled},
        {QUOTA, wish->quota_said && wish->quota != profile_quota(user)},
        {UNLIMITED, wish->unlimited_said && wish->unlimited == user->limited},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        if (rows[i].changed)
            return error_param(
                err, ERR_CONFLICT, names[rows[i].field],
                "\"%s\" is not what it is now, and is not set here: POST /api/user/manage does.",
                names[rows[i].field]);
    return 0;
}

static int set_fields(const struct exchange *x, const struct wish *wish, struct user *user, unsigned *fields,
                      struct error *err) {
    *fields = 0;
    if (wish->groups_said && strcmp(wish->groups, ledger_user_groups(user)) != 0) {
        memcpy(user->groups, wish->groups, sizeof user->groups);
        *fields |= USER_GROUPS;
    }
    if (wish->text[PLAN]) {
        memset(user->plan, 0, sizeof user->plan);
        snprintf(user->plan, sizeof user->plan, "%s", wish->text[PLAN]);
        *fields |= USER_PLAN;
    }
    if (!wish->text[PASSWORD] || !*wish->text[PASSWORD])
        return 0;
    *fields |= USER_PASSWORD;
    memset(user->password, 0, sizeof user->password);
    return hash_password(x, wish->text[PASSWORD], user->password, err);
}

/* PUT /api/user/ */
int endpoint_user_change(struct exchange *x, struct error *err) {
    struct ledger *ledger = hub_ledger(x->hub, x->config);
    struct caller caller;
    struct wish wish;
    struct user user;
    unsigned fields;
    if (manage_admin(x, &caller, err) < 0 || read_wish(x, &wish, err) < 0)
        return -1;
    if (!wish.id)
        return error_param(err, ERR_REQUEST, names[ID], "\"id\" is missing.");
    if (ledger_user_get(ledger, (uint64_t)wish.id, &user, err) < 0 ||
        check_names(&wish, user.name, err) < 0 || check_elsewhere(&wish, &user, err) < 0 ||
        check_plan(x, &wish, err) < 0 || set_fields(x, &wish, &user, &fields, err) < 0 ||
        (fields && ledger_user_update(ledger, fields, &user, err) < 0))
        return -1;
    return answer_user(x, &user, err);
}

/* DELETE /api/user/{id} */
int endpoint_user_delete(struct exchange *x, struct error *err) {
    struct caller caller;
    uint64_t id;
    if (manage_id(x, &id, NULL, err) < 0 || manage_admin(x, &caller, err) < 0)
        return -1;
    if (id == caller.user.id)
        return error_set(err, ERR_PERMISSION, "You cannot do that to yourself.");
    if (ledger_user_change_id(hub_ledger(x->hub, x->config), id, RECORD_DELETE, err) < 0)
        return -1;
    return manage_done(x, err);
}

/* GET /api/group/: all that there are. */
int endpoint_groups(struct exchange *x, struct error *err) {
    struct caller caller;
    struct console_answer answer;
    bool plain = false;
    if (manage_admin(x, &caller, err) < 0)
        return -1;
    console_begin(&answer);
    json_open(&answer.w, '[');
    for (size_t i = 0; i < x->config->groups; i++) {
        json_put_text(&answer.w, x->config->group[i].name);
        plain |= strcmp(x->config->group[i].name, "default") == 0;
    }
    if (!plain)
        json_put_text(&answer.w, "default"); /* there is that one always */
    json_close(&answer.w, ']');
    return console_end(&answer, x, 0, err);
}
