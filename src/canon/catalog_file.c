/* Reads the file of facts about models. Knows its form; where facts count, says route/catalog.h. */
#include "canon/catalog_file.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define DEPTH       8          /* the rates of a tier are at the sixth level */
#define TOKENS_MOST 1000000000 /* a thousand times what any model has: more is a mistake */

enum { NAME, KIND, ABILITIES, DEPRECATED, CONTEXT, MAX_OUTPUT, PRICE, MEMBERS };
static const char *const members[] = {[NAME] = "name",           [KIND] = "kind",
                                      [ABILITIES] = "abilities", [DEPRECATED] = "deprecated",
                                      [CONTEXT] = "context",     [MAX_OUTPUT] = "max_output",
                                      [PRICE] = "price",         [MEMBERS] = NULL};

bool catalog_rate_sound(size_t rate, nanos value) {
    bool each = rate_names[rate].digits == EACH_DIGITS;
    return value >= 0 && value <= (each ? CATALOG_EACH_MOST : CATALOG_RATE_MOST);
}

static void refuse_unknown(void *arg, const struct json *value) {
    value_bad(value, "is no fact that is known here", arg);
}

/* ---- a model --------------------------------------------------------------------- */

static int read_abilities(const struct json *list, unsigned *abilities, struct error *err) {
    struct span rest = list->text;
    struct json item = {0};
    int ability;
    if (list->type != SCAN_ARRAY)
        return value_bad(list, "must be an array", err);
    while (value_next(list, &rest, &item)) {
        if (value_choice(&item, model_abilities, &ability, err) < 0)
            return -1;
        *abilities |= 1u << ability;
    }
    return 0;
}

static int read_rate(const struct json *value, unsigned digits, nanos *amount, struct error *err) {
    char text[MONEY_TEXT], what[96];
    struct span quoted;
    struct error unread = {.kind = ERR_NONE};
    nanos most = digits == EACH_DIGITS ? CATALOG_EACH_MOST : CATALOG_RATE_MOST;
    if (value_string(value, &quoted, err) < 0)
        return -1;
    size_t len = quoted.len - 2;
    snprintf(text, sizeof text, "%.*s", (int)(len < sizeof text ? len : sizeof text), quoted.at + 1);
    snprintf(what, sizeof what, "must be dollars %s such as \"0.15\", with at most %u decimals",
             digits == EACH_DIGITS ? "for each" : "per million", digits);
    if (len >= sizeof text || money_read(text, digits, amount, &unread) < 0)
        return value_bad(value, what, err);
    return *amount <= most ? 0 : value_bad(value, "is more than any model costs", err);
}

enum { TIER_FROM = RATES, TIER, PICTURES, PRICE_MEMBERS };

/* The rates that are named, and their bits; of a price, found has the tier. */
static int read_rates(const struct json *object, bool tier, struct rates *rates, unsigned *named,
                      struct json found[PRICE_MEMBERS], struct error *err) {
    const char *names[PRICE_MEMBERS + 1] = {
        [TIER_FROM] = "tier_from", [TIER] = "tier", [PICTURES] = "images"};
    for (size_t i = 0; i < RATES; i++)
        names[i] = rate_names[i].name;
    if (tier)
        names[TIER_FROM] = NULL;
    if (value_pick(object, names, scan_equals, found, refuse_unknown, err, err) < 0 || err->kind != ERR_NONE)
        return -1;
    for (size_t i = 0; i < RATES; i++) {
        if (found[i].type == SCAN_NONE)
            continue;
        if (read_rate(&found[i], rate_names[i].digits, rate_at(rates, i), err) < 0)
            return -1;
        *named |= 1u << i;
    }
    return 0;
}

static int read_tier(const struct json *tier, struct price_said *said, struct error *err) {
    struct json unused[PRICE_MEMBERS];
    said->has_tier = tier->type != SCAN_NONE;
    return said->has_tier ? read_rates(tier, true, &said->tier, &said->tier_named, unused, err) : 0;
}

/* The name of a member of a list of pictures. Room for one more than there may be is in `list`. */
static int read_picture(const struct json *member, struct image_price *list, size_t count,
                        struct error *err) {
    struct json name = {.text = member->name, .type = SCAN_STRING, .in = member->in};
    struct span quoted;
    if (count == IMAGE_PRICES_MOST - 1)
        return value_bad(member, "is one of too many", err);
    if (value_string(&name, &quoted, err) < 0)
        return -1;
    if (!image_name_sound(quoted.at + 1, quoted.len - 2))
        return value_bad(member, "must have a name such as \"1024x1024\", \"hd\" or \"hd 1024x1024\"", err);
    memcpy(list[count].name, quoted.at + 1, quoted.len - 2);
    for (size_t i = 0; i < count; i++)
        if (strcmp(list[i].name, list[count].name) == 0)
            return value_bad(member, "is there twice", err);
    return read_rate(member, EACH_DIGITS, &list[count].each, err);
}

static int read_pictures(const struct json *object, struct image_prices *images, struct price_said *said,
                         struct arena *arena, struct error *err) {
    struct image_price list[IMAGE_PRICES_MOST] = {{.each = 0}};
    struct span rest = object->text;
    struct json item = {0};
    size_t count = 0;
    if (object->type == SCAN_NONE)
        return 0;
    if (object->type != SCAN_OBJECT)
        return value_bad(object, "must be an object", err);
    while (value_next(object, &rest, &item))
        if (read_picture(&item, list, count++, err) < 0)
            return -1;
    image_prices_end(list, &count, said);
    struct image_price *kept = count ? arena_alloc(arena, count * sizeof *kept) : NULL;
    if (kept)
        memcpy(kept, list, count * sizeof *kept);
    *images = (struct image_prices){kept, count};
    return 0;
}

static int read_price(const struct json *value, struct model_facts *model, struct arena *arena,
                      struct error *err) {
    struct json found[PRICE_MEMBERS];
    struct price_said said = {.has_tier = false};
    char what[64];
    if (read_rates(value, false, &said.base, &said.named, found, err) < 0 ||
        (found[TIER_FROM].type != SCAN_NONE &&
         value_int(&found[TIER_FROM], 1, PRICE_TIER_MOST, &said.tier_from, err) < 0) ||
        read_tier(&found[TIER], &said, err) < 0 ||
        read_pictures(&found[PICTURES], &model->images, &said, arena, err) < 0)
        return -1;
    const char *missing = price_make(&model->price, &said);
    snprintf(what, sizeof what, "must have \"%s\"", missing ? missing : "");
    return missing ? value_bad(value, what, err) : 0;
}

static int read_tokens(const struct json *value, int *into, struct error *err) {
    int64_t tokens;
    if (value_int(value, 1, TOKENS_MOST, &tokens, err) < 0)
        return -1;
    *into = (int)tokens;
    return 0;
}

/* Which member it is, `i` says. */
static int read_fact(const struct json *value, size_t i, struct model_facts *model, struct arena *arena,
                     struct error *err) {
    int kind;
    switch (i) {
    case NAME:
        return value_name(value, CATALOG_TEXT_MOST, arena, &model->name, err);
    case KIND:
        if (value_choice(value, model_kinds, &kind, err) < 0)
            return -1;
        model->kind = (enum model_kind)kind;
        return 0;
    case ABILITIES:
        return read_abilities(value, &model->abilities, err);
    case DEPRECATED:
        return value_bool(value, &model->deprecated, err);
    case CONTEXT:
        return read_tokens(value, &model->context, err);
    case MAX_OUTPUT:
        return read_tokens(value, &model->max_output, err);
    default:
        return read_price(value, model, arena, err);
    }
}

static int read_model(const struct json *value, struct model_facts *model, struct arena *arena,
                      struct error *err) {
    static const unsigned facts[MEMBERS] = {
        [NAME] = FACT_NAME,           [KIND] = FACT_KIND,
        [ABILITIES] = FACT_ABILITIES, [DEPRECATED] = FACT_DEPRECATED,
        [CONTEXT] = FACT_CONTEXT,     [MAX_OUTPUT] = FACT_MAX_OUTPUT,
        [PRICE] = FACT_PRICE,
    };
    struct json found[MEMBERS];
    if (value_pick(value, members, scan_equals, found, refuse_unknown, err, err) < 0 || err->kind != ERR_NONE)
        return -1;
    for (size_t i = 0; i < MEMBERS; i++) {
        if (found[i].type == SCAN_NONE)
            continue;
        if (read_fact(&found[i], i, model, arena, err) < 0)
            return -1;
        model->said |= facts[i];
    }
    model->imported = model->said;
    return 0;
}

/* ---- the file -------------------------------------------------------------------- */

struct list {
    struct model_facts *models;
    size_t count, room;
    struct arena *arena;
};

static struct model_facts *add(struct list *list) {
    if (list->count == list->room) {
        size_t room = list->room ? 2 * list->room : 64;
        struct model_facts *models = arena_alloc(list->arena, room * sizeof *models);
        if (list->count)
            memcpy(models, list->models, list->count * sizeof *models);
        list->models = models;
        list->room = room;
    }
    return &list->models[list->count++];
}

/* The name of a member: an id or a provider. */
static int read_key(const struct json *member, struct arena *arena, const char **key, struct error *err) {
    struct json name = {.text = member->name, .type = SCAN_STRING, .in = member->in};
    struct error unread = {.kind = ERR_NONE};
    if (value_name(&name, CATALOG_TEXT_MOST, arena, key, &unread) == 0 && **key)
        return 0;
    return value_bad(member, "has a name that is empty, or too long, or holds a NUL", err);
}

static int read_provider(const struct json *provider, const char *name, struct list *list,
                         struct error *err) {
    struct span rest = provider->text;
    struct json item = {0};
    if (provider->type != SCAN_OBJECT)
        return value_bad(provider, "must be an object", err);
    while (value_next(provider, &rest, &item)) {
        struct model_facts *model = add(list);
        model->provider = name;
        if (read_key(&item, list->arena, &model->id, err) < 0)
            return -1;
        model->name = model->id;
        if (read_model(&item, model, list->arena, err) < 0)
            return -1;
    }
    return 0;
}

static int compare(const void *a, const void *b) {
    const struct model_facts *one = a, *other = b;
    int order = strcmp(one->provider, other->provider);
    return order ? order : strcmp(one->id, other->id);
}

const struct model_facts *catalog_file_sort(struct model_facts *models, size_t count) {
    if (count)
        qsort(models, count, sizeof *models, compare);
    for (size_t i = 1; i < count; i++)
        if (compare(&models[i - 1], &models[i]) == 0)
            return &models[i];
    return NULL;
}

static int read_models(const struct json *models, bool (*wanted)(void *arg, const char *provider), void *arg,
                       struct list *list, struct error *err) {
    struct span rest = models->text;
    struct json item = {0};
    const char *name;
    if (models->type != SCAN_OBJECT)
        return value_bad(models, "must be an object", err);
    while (value_next(models, &rest, &item)) {
        if (read_key(&item, list->arena, &name, err) < 0)
            return -1;
        if (wanted(arg, name) && read_provider(&item, name, list, err) < 0)
            return -1;
    }
    return 0;
}

const struct catalog_file *catalog_file_parse(struct span text,
                                              bool (*wanted)(void *arg, const char *provider), void *arg,
                                              struct arena *arena, struct error *err) {
    static const char *const top[] = {"models", NULL};
    struct json whole = value_whole(text), models;
    struct list list = {.arena = arena};
    struct catalog_file *file = arena_alloc(arena, sizeof *file);
    if (scan_object(text, NULL, 0, DEPTH, err) < 0 ||
        value_pick(&whole, top, scan_equals, &models, refuse_unknown, err, err) < 0 || err->kind != ERR_NONE)
        return NULL;
    if (models.type == SCAN_NONE) {
        error_set(err, ERR_REQUEST, "has no \"models\"");
        return NULL;
    }
    if (read_models(&models, wanted, arg, &list, err) < 0)
        return NULL;
    const struct model_facts *twice = catalog_file_sort(list.models, list.count);
    if (twice) {
        error_set(err, ERR_REQUEST, "the model \"%.100s\" of %.60s is there twice", twice->id,
                  twice->provider);
        return NULL;
    }
    *file = (struct catalog_file){list.count, list.models};
    return file;
}

char *catalog_file_text(const char *path, size_t *len, struct stat *seen) {
    int fd = open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK);
    char *text = NULL;
    ssize_t got = -1;
    if (fd < 0)
        return NULL;
    if (fstat(fd, seen) == 0 && S_ISREG(seen->st_mode) && seen->st_size <= CATALOG_SIZE_MOST)
        text = xmalloc((size_t)seen->st_size + 1);
    else
        errno = S_ISREG(seen->st_mode) ? EFBIG : EINVAL;
    for (*len = 0; text && (got = read(fd, text + *len, (size_t)seen->st_size + 1 - *len)) > 0;)
        *len += (size_t)got;
    if (text && (got < 0 || *len != (size_t)seen->st_size)) { /* it is being written just now */
        errno = got < 0 ? errno : EAGAIN;
        free(text);
        text = NULL;
    }
    int why = errno;
    close(fd);
    errno = why;
    return text;
}

const struct catalog_file *catalog_file_read(const char *path,
                                             bool (*wanted)(void *arg, const char *provider), void *arg,
                                             struct arena *arena, struct stat *seen, struct error *err) {
    size_t len;
    char *text = catalog_file_text(path, &len, seen);
    if (!text) {
        error_set(err, errno == ENOENT ? ERR_NOT_FOUND : ERR_REQUEST, "%s: cannot be read: %s", path,
                  strerror(errno));
        return NULL;
    }
    struct error found = {.kind = ERR_NONE};
    const struct catalog_file *file =
        catalog_file_parse((struct span){text, len}, wanted, arg, arena, &found);
    free(text);
    if (!file)
        error_set(err, ERR_REQUEST, "%s: %s", path, found.message);
    return file;
}
