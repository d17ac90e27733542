/* IndoxRouter's requests that go on as OpenAI's. */
#include "dialects/indox_members.h"

#include <string.h>

#include "dialects/read.h"

#define NAME_MOST 200 /* bytes */

static const char *const own[] = {"model", "provider", "byok_api_key", "additional_params", NULL};

void indox_set_model(struct task *task, const char *provider, const char *model, const char *usual) {
    task->model = model ? model : usual;
    if (provider && *provider && !strchr(task->model, '/'))
        task->model = arena_printf(task->arena, "%s/%s", provider, task->model);
}

static int read_model(struct task *task, const struct json *provider, const struct json *model,
                      const char *usual, struct error *err) {
    const char *of = NULL, *name = NULL;
    if (value_given(provider) && value_name(provider, NAME_MOST, task->arena, &of, err) < 0)
        return -1;
    if (of && strchr(of, '/'))
        return value_bad(provider, "must be the name of a provider", err);
    if (value_given(model) && value_name(model, NAME_MOST, task->arena, &name, err) < 0)
        return -1;
    if (name && !*name)
        return value_bad(model, "must be a name of 1 to 200 characters", err);
    indox_set_model(task, of, name, usual);
    return 0;
}

/* What stands at both places says two things. */
static int join(struct task *task, const char *const *names, const struct indox_places *places,
                struct json *found, struct error *err) {
    struct json more[INDOX_MEMBERS];
    struct json *within = arena_alloc(task->arena, sizeof *within); /* the members refer to it */
    *within = found[places->additional];
    if (!value_given(within))
        return 0;
    if (within->type != SCAN_OBJECT)
        return value_bad(within, "must be an object", err);
    if (read_members(task->notes, within, names, more, err) < 0)
        return -1;
    for (size_t i = 0; i < places->members; i++) {
        if (i == places->additional || !value_given(&more[i]))
            continue;
        if (value_given(&found[i]))
            return value_bad(&more[i], "is given twice", err);
        found[i] = more[i];
    }
    return 0;
}

int indox_read_members(struct task *task, const char *const *names, const struct indox_places *places,
                       struct json *found, struct error *err) {
    struct json *whole = arena_alloc(task->arena, sizeof *whole);
    *whole = value_whole(task->text);
    if (read_members(task->notes, whole, names, found, err) < 0 || join(task, names, places, found, err) < 0)
        return -1;
    const struct json *byok = &found[places->byok];
    if (value_given(byok) && !(byok->type == SCAN_STRING && scan_equals(byok->text, "")))
        return value_bad(byok, "is not possible here: the hub asks providers with keys of its own", err);
    return read_model(task, &found[places->provider], &found[places->model], places->usual_model, err);
}

/* ---- as OpenAI's ------------------------------------------------------------------- */

struct row {
    struct span *part;
    size_t count, total;
};

static void put(struct row *row, struct span bytes) {
    row->part[row->count++] = bytes;
    row->total += bytes.len;
}

static void put_text(struct row *row, const char *text) {
    put(row, (struct span){text, strlen(text)});
}

static void put_members(struct row *row, struct span object) {
    struct span rest = object, name, value;
    enum scan_type type;
    while (scan_next_member(&rest, &name, &value, &type)) {
        if (type == SCAN_NULL || scan_listed(name, own))
            continue;
        put_text(row, ",");
        put(row, name);
        put_text(row, ":");
        put(row, value);
    }
}

static size_t count_members(struct span object) {
    struct span rest = object, name, value;
    enum scan_type type;
    size_t count = 0;
    while (scan_next_member(&rest, &name, &value, &type))
        count++;
    return count;
}

struct span *indox_edit(const struct task *task, const char *model, const char *first, struct arena *arena,
                        size_t *parts, size_t *total) {
    struct scan_want more = {.name = "additional_params"};
    struct span name = chat_quote(arena, model, strlen(model));
    scan_members(task->text, &more, 1);
    size_t within = more.type == SCAN_OBJECT ? count_members(more.value) : 0;
    struct row row = {
        .part = arena_alloc(arena, (4 * (count_members(task->text) + within) + 4) * sizeof *row.part)};
    put_text(&row, "{\"model\":");
    put(&row, name);
    put_text(&row, first);
    put_members(&row, task->text);
    if (within)
        put_members(&row, more.value);
    put_text(&row, "}");
    *parts = row.count;
    *total = row.total;
    return row.part;
}
