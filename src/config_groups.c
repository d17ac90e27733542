/* The part "groups" of the configuration: who pays what, and lists of those that may use something. */
#include "config_groups.h"

#include <jansson.h>
#include <string.h>

#include "base/jsonget.h"

#define DEFAULT_GROUP "default" /* of keys that have none */
#define NAME_MOST     23

struct group_fields {
    const json_t *price;
};

static const struct field group_fields[] = {
    {.key = "price", .type = FIELD_JSON, .offset = offsetof(struct group_fields, price)},
    {.key = NULL},
};

static int name_check(const char *name, struct error *err) {
    static const char letters[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._-";
    size_t len = strlen(name);
    if (len > 0 && len <= NAME_MOST && strspn(name, letters) == len)
        return 0;
    return error_param(err, ERR_REQUEST, "groups",
                       "the name of a group is 1 to %d of the characters A-Z a-z 0-9 . _ -", NAME_MOST);
}

/* "0.8": four fifths of each price. */
static int price_read(struct group_config *group, const json_t *value, const char *path, struct arena *arena,
                      struct error *err) {
    const char *text = json_string_value(value);
    const char *place = arena_printf(arena, "%s.price", path);
    struct error unread = {.kind = ERR_NONE};
    int64_t per_mille = PRICE_WHOLE;
    if (value && (!text || money_read(text, 3, &per_mille, &unread) < 0 || per_mille > PRICE_MOST))
        return error_param(
            err, ERR_REQUEST, place,
            "wanted what prices are multiplied with, such as \"0.8\", with at most 3 decimals, up "
            "to \"%d\"",
            PRICE_MOST / PRICE_WHOLE);
    group->per_mille = (int)per_mille;
    return 0;
}

int config_groups_read(struct config *config, const json_t *value, struct arena *arena, struct error *err) {
    const char *name;
    json_t *member;
    if (!value)
        return 0;
    if (!json_is_object(value))
        return jsonget_wrong("an object", value, "groups", err);
    if (json_object_size(value) > GROUPS_MOST)
        return error_param(err, ERR_REQUEST, "groups", "there are at most %d groups", GROUPS_MOST);
    struct group_config *groups = arena_alloc(arena, json_object_size(value) * sizeof *groups);
    config->group = groups;
    json_object_foreach((json_t *)value, name, member) {
        struct group_config *group = &groups[config->groups++];
        struct group_fields given;
        const char *path = arena_printf(arena, "groups.%s", name);
        if (name_check(name, err) < 0 || jsonget_object(&given, group_fields, member, path, arena, err) < 0 ||
            price_read(group, given.price, path, arena, err) < 0)
            return -1;
        group->name = arena_strdup(arena, name);
    }
    return 0;
}

static bool is_group(const struct config *config, const char *name) {
    bool known = strcmp(name, DEFAULT_GROUP) == 0;
    for (size_t i = 0; i < config->groups && !known; i++)
        known = strcmp(config->group[i].name, name) == 0;
    return known;
}

int config_offer_read(const char *const **names, const json_t *value, const struct config *config,
                      const char *path, struct arena *arena, struct error *err) {
    const char *place = arena_printf(arena, "%s.groups", path);
    size_t count = json_array_size(value);
    *names = NULL;
    if (!value)
        return 0;
    if (!json_is_array(value))
        return jsonget_wrong("an array of names", value, place, err);
    if (count == 0 || count > GROUPS_MOST)
        return error_param(err, ERR_REQUEST, place, "wanted 1 to %d names of groups", GROUPS_MOST);
    const char **list = arena_alloc(arena, (count + 1) * sizeof *list);
    for (size_t i = 0; i < count; i++) {
        const char *name = json_string_value(json_array_get(value, i));
        if (!name || !is_group(config, name))
            return error_param(err, ERR_REQUEST, place, "number %zu is none of \"groups\"", i + 1);
        list[i] = arena_strdup(arena, name);
    }
    *names = list;
    return 0;
}
