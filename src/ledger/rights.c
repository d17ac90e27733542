/* What a key may use, and by which of its groups. */
#include <fnmatch.h>
#include <stdio.h>
#include <string.h>

#include "ledger/operation.h"

#define DEFAULT_GROUP "default"

/* Whether a pattern fits a name, alone or behind its provider's. */
static bool name_is(const char *provider, const char *name, const char *pattern) {
    char full[NAME_TEXT + MODEL_TEXT];
    snprintf(full, sizeof full, "%s/%s", provider, name);
    return fnmatch(pattern, name, 0) == 0 || fnmatch(pattern, full, 0) == 0;
}

bool model_is(const struct call_ask *ask, const char *pattern) {
    size_t len = strlen(ask->provider);
    bool behind = strncmp(ask->model, ask->provider, len) == 0 && ask->model[len] == '/';
    return name_is(ask->provider, behind ? ask->model + len + 1 : ask->model, pattern) ||
           name_is(ask->provider, ask->target, pattern);
}

/* The next word of a list with blanks between; false at the end. */
static bool next_word(const char **list, char *word, size_t size) {
    size_t len = strcspn(*list, " ");
    if (len == 0)
        return false;
    snprintf(word, size, "%.*s", (int)len, *list);
    *list += len + ((*list)[len] == ' ');
    return true;
}

static bool is_allowed(const char *models, const struct call_ask *ask) {
    char pattern[MODEL_TEXT];
    bool allowed = *models == '\0';
    while (!allowed && next_word(&models, pattern, sizeof pattern))
        allowed = model_is(ask, pattern);
    return allowed;
}

/* What a group pays; -1: it may not use the model. */
static int price_for(const struct call_ask *ask, const char *group) {
    for (size_t i = 0; i < ask->offer_count; i++)
        if (strcmp(ask->offers[i].group, group) == 0)
            return ask->offers[i].per_mille;
    return ask->offered_to_all ? PRICE_WHOLE : -1;
}

static int refuse(const char *message, struct error *err) {
    error_param(err, ERR_PERMISSION, "model", "%s", message);
    err->code = "model_not_allowed";
    return -1;
}

static bool group_within(const char *list, const char *group) {
    char word[GROUP_TEXT];
    while (next_word(&list, word, sizeof word))
        if (strcmp(word, group) == 0)
            return true;
    return false;
}

const char *ledger_user_groups(const struct user *user) {
    return *user->groups ? user->groups : DEFAULT_GROUP;
}

/* A key's groups count as long as its user has them. */
int rights_check(const struct caller *caller, const struct call_ask *ask, char group[GROUP_TEXT],
                 int *per_mille, struct error *err) {
    const char *owned = ledger_user_groups(&caller->user);
    const char *groups = *caller->key.groups ? caller->key.groups : owned;
    if (!is_allowed(caller->key.models, ask))
        return refuse("This API key may not use this model.", err);
    *per_mille = -1;
    while (*per_mille < 0 && next_word(&groups, group, GROUP_TEXT))
        *per_mille = group_within(owned, group) ? price_for(ask, group) : -1;
    return *per_mille < 0 ? refuse("This model is not offered to any group of this key.", err) : 0;
}

int groups_within(const char *groups, const struct user *user, struct error *err) {
    char group[GROUP_TEXT];
    while (next_word(&groups, group, sizeof group))
        if (!group_within(ledger_user_groups(user), group))
            return error_param(err, ERR_REQUEST, "groups", "the user \"%s\" is not in the group \"%s\"",
                               user->name, group);
    return 0;
}

bool ledger_may_use(const struct caller *caller, const struct call_ask *ask) {
    char group[GROUP_TEXT];
    int per_mille;
    struct error ignored = {0};
    return rights_check(caller, ask, group, &per_mille, &ignored) == 0;
}
