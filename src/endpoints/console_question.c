/* What new-api's console asks for of the log of calls. */
#include "endpoints/console_question.h"

#include <string.h>

#include "endpoints/query.h"

static int read_period(struct exchange *x, struct entry_filter *filter, struct error *err) {
    int64_t start = 0, end = 0;
    if (query_number(x, "start_timestamp", 0, QUERY_TIME_MOST, &start, err) < 0 ||
        query_number(x, "end_timestamp", 0, QUERY_TIME_MOST, &end, err) < 0)
        return -1;
    filter->start = start * 1000;
    filter->end = end ? (end + 1) * 1000 : 0; /* that second is meant too */
    return 0;
}

int console_question_type(struct exchange *x, struct console_question *question, struct error *err) {
    int64_t type = TYPE_ALL;
    if (query_number(x, "type", INT32_MIN, INT32_MAX, &type, err) < 0)
        return -1;
    question->walk.entries.filter.outcomes = type == TYPE_CALL    ? CHARGED
                                             : type == TYPE_ERROR ? 1u << CALL_FAILED
                                                                  : 0;
    question->topups = type == TYPE_TOPUP;
    question->none |= type != TYPE_ALL && !question->topups && !question->walk.entries.filter.outcomes;
    return 0;
}

static void add_key(struct console_question *question, const struct key *key) {
    if (question->walk.entries.filter.key_count == 0)
        question->most = 0;
    question->walk.entries.filter.keys[question->walk.entries.filter.key_count++] = key->id;
    question->most += key->entries - key->forgotten.entries;
}

void console_question_key(struct console_question *question, const struct key *key) {
    question->walk.entries.filter.key_count = 0;
    add_key(question, key);
}

/* The keys of the user that have that name now: names need not be unique. */
static int read_key_name(struct exchange *x, struct console_question *question, struct error *err) {
    const char *name = request_parameter(x->request, "token_name");
    struct ledger *ledger = hub_ledger(x->hub, x->config);
    struct entry_filter *filter = &question->walk.entries.filter;
    struct key key = {0};
    struct error end = {0};
    if (!name || !*name)
        return 0;
    while (ledger_key_next(ledger, key.id, filter->user, &key, &end) == 0) {
        if (strcmp(key.name, name) != 0)
            continue;
        if (filter->key_count == FILTER_KEYS)
            return error_param(err, ERR_REQUEST, "token_name", "More than %d keys have this name.",
                               FILTER_KEYS);
        add_key(question, &key);
    }
    if (end.kind != ERR_NOT_FOUND) {
        *err = end;
        return -1;
    }
    question->none |= filter->key_count == 0;
    return 0;
}

/* What only administrators may ask for. There is but one channel, 0. */
static int read_username(struct exchange *x, struct user *user, struct console_question *question,
                         struct error *err) {
    const char *name = request_parameter(x->request, "username");
    struct error why = {0};
    int64_t channel = 0;
    if (query_number(x, "channel", INT32_MIN, INT32_MAX, &channel, err) < 0)
        return -1;
    question->none |= channel != 0;
    if (!name || !*name)
        return 0;
    if (ledger_user_find(hub_ledger(x->hub, x->config), name, user, &why) == 0) {
        question->walk.entries.filter.user = user->id;
        return 0;
    }
    question->none = true;
    if (why.kind == ERR_NOT_FOUND)
        return 0;
    *err = why;
    return -1;
}

/* new-api's clients write patterns as SQL does. */
static int read_model(struct exchange *x, struct entry_filter *filter, struct error *err) {
    if (query_text(x, "model_name", filter->model, sizeof filter->model, err) < 0)
        return -1;
    for (char *at = filter->model; (at = strchr(at, '%')) != NULL;)
        *at = '*';
    return 0;
}

bool console_question_names_call(const struct console_question *question) {
    static const struct call_id none;
    return memcmp(&question->walk.entries.filter.id, &none, sizeof none) != 0;
}

/* No call has the id of zeros, which in a filter means any. */
static void read_id(struct exchange *x, struct console_question *question) {
    const char *id = request_parameter(x->request, "request_id");
    if (id && *id)
        question->none |=
            !call_id_read(id, &question->walk.entries.filter.id) || !console_question_names_call(question);
}

int console_question_read(struct exchange *x, const struct user *user, struct console_question *question,
                          struct error *err) {
    struct user named;
    *question = (struct console_question){
        .most = INT64_MAX,
        .walk = {.x = x, .steps = CALL_STEPS_USUAL, .start = "start_timestamp", .end = "end_timestamp"}};
    if (!user && read_username(x, &named, question, err) < 0)
        return -1;
    if (user || question->walk.entries.filter.user) {
        user = user ? user : &named;
        question->walk.entries.filter.user = user->id;
        question->most = user->entries - user->forgotten.entries;
    }
    if (read_period(x, &question->walk.entries.filter, err) < 0 || read_key_name(x, question, err) < 0 ||
        read_model(x, &question->walk.entries.filter, err) < 0 ||
        query_text(x, "group", question->walk.entries.filter.group,
                   sizeof question->walk.entries.filter.group, err) < 0)
        return -1;
    read_id(x, question);
    return 0;
}

bool console_question_is_filtered(const struct console_question *question) {
    const struct entry_filter *filter = &question->walk.entries.filter;
    return filter->start || filter->end || *filter->model || *filter->group || filter->outcomes ||
           console_question_names_call(question);
}
