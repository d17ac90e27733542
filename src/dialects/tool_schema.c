/* Schemas of tools for those who want a plain object at the root. */
#include "dialects/tool_schema.h"

#include <string.h>

#include "base/jsonvalue.h"
#include "base/jsonwrite.h"
#include "dialects/schema_object.h"

#define MERGED_MOST       ((size_t)64 << 10) /* bytes of a schema; of longer ones nothing is put together */
#define FIELDS_MOST       128
#define ALTERNATIVES_MOST 32
#define REFERENCES_MOST   2 /* from one to the next */

/* A property: what alternatives say of it, and whether it must be there. */
struct field {
    struct span name;
    struct span *schema; /* those that differ */
    size_t schemas;
    bool settled;  /* its schema stands */
    bool required; /* by all that may apply */
    int wanted;    /* by so many alternatives, */
    int wanted_by; /* the last of which is this one, from 1 */
};

struct merging {
    struct chat_request *request;
    struct json root;
    struct scan_ends ends; /* of its values */
    struct field field[FIELDS_MOST];
    size_t fields, next;      /* where the next one is likely to be */
    int alternatives, closed; /* alternatives in all, and those that allow no other properties */
    bool shut;                /* the root allows no properties but its own */
    bool merges;              /* it is not too long for all this */
};

/* Members of the root that do not stay there. */
static const char *const moved[] = {"type",  "properties", "required", "description", "$ref", "anyOf",
                                    "oneOf", "allOf",      "enum",     "const",       "not",  NULL};
static const char *const refused[] = {"$ref", "anyOf", "oneOf", "allOf", "enum", "const", "not", NULL};

static bool same(struct span a, struct span b) {
    return a.len == b.len && (a.at == b.at || memcmp(a.at, b.at, a.len) == 0);
}

static bool is_text(const struct json *value, const char *text) {
    return value->type == SCAN_STRING && scan_equals(value->text, text);
}

/* Whether a type, or one of several, is that of objects; arguments are never anything else. */
static bool allows_object(const struct json *type) {
    struct scan_want said = {.value = type->text, .type = type->type}, properties = {0};
    return type->type == SCAN_NONE || schema_object(&said, &properties) != SCHEMA_OTHER;
}

/* ---- fields -------------------------------------------------------------------------------- */

/* NULL: there are too many. */
static struct field *find_field(struct merging *m, struct span name) {
    for (size_t i = 0; i < m->fields; i++) {
        struct field *field = &m->field[(m->next + i) % m->fields];
        if (same(field->name, name)) {
            m->next += i + 1;
            return field;
        }
    }
    if (m->fields == FIELDS_MOST)
        return NULL;
    m->field[m->fields] = (struct field){.name = name};
    m->next = 0;
    return &m->field[m->fields++];
}

/* Returns false if it already has another schema that must be obeyed as well. */
static bool add_schema(struct merging *m, struct field *field, struct span schema) {
    for (size_t i = 0; i < field->schemas; i++)
        if (same(field->schema[i], schema))
            return true;
    if (field->settled)
        return false;
    struct span *more = arena_alloc(m->request->arena, (field->schemas + 1) * sizeof *more);
    if (field->schemas)
        memcpy(more, field->schema, field->schemas * sizeof *more);
    more[field->schemas++] = schema;
    field->schema = more;
    return true;
}

/* The properties of a schema and those that it requires, as the alternative of that number; 0: it applies in
 * any case. Returns false if that cannot be all. */
static bool add_fields(struct merging *m, const struct json *schema, int alternative) {
    struct json properties = value_member(schema, "properties"), required = value_member(schema, "required");
    struct json item = {0};
    struct span rest = properties.text;
    bool all = true;
    while (properties.type == SCAN_OBJECT && value_next(&properties, &rest, &item)) {
        struct field *field = m->shut ? NULL : find_field(m, item.name);
        all &= field && add_schema(m, field, item.text);
    }
    item = (struct json){0};
    rest = required.text;
    while (required.type == SCAN_ARRAY && value_next(&required, &rest, &item)) {
        struct field *field = item.type == SCAN_STRING ? find_field(m, item.text) : NULL;
        all &= field != NULL;
        if (field && alternative == 0)
            field->required = true;
        else if (field && field->wanted_by != alternative)
            field->wanted++, field->wanted_by = alternative;
    }
    return all;
}

/* Ends what are alternatives to each other. */
static void settle(struct merging *m, int alternatives) {
    for (size_t i = 0; i < m->fields; i++) {
        struct field *field = &m->field[i];
        field->required |= alternatives > 0 && field->wanted == alternatives;
        field->settled = field->schemas > 0;
        field->wanted = field->wanted_by = 0;
    }
}

/* ---- what is put together ---------------------------------------------------------------------- */

/* The schema at "#/a/b"; of type SCAN_NONE: not there, or written in another way. */
static struct json find_reference(const struct merging *m, struct span reference) {
    struct json here = m->root;
    const char *at = reference.at + 1, *end = reference.at + reference.len - 1;
    if (end - at < 3 || at[0] != '#' || at[1] != '/' || memchr(at, '\\', (size_t)(end - at)))
        return (struct json){0};
    for (at += 2; at <= end && here.type != SCAN_NONE; at++) {
        char name[JSON_PATH];
        const char *slash = memchr(at, '/', (size_t)(end - at));
        size_t len = (size_t)((slash ? slash : end) - at);
        if (len >= sizeof name)
            return (struct json){0};
        memcpy(name, at, len);
        name[len] = '\0';
        struct scan_want want = {.name = name};
        scan_members_by(&m->ends, here.text, &want, 1);
        here = (struct json){.text = want.value, .type = want.type};
        at += len;
    }
    return here;
}

/* Follows references that stand alone. */
static struct json resolve(const struct merging *m, struct json schema) {
    for (int i = 0; i < REFERENCES_MOST && schema.type == SCAN_OBJECT; i++) {
        struct json reference = value_member(&schema, "$ref");
        if (reference.type != SCAN_STRING)
            break;
        schema = find_reference(m, reference.text);
    }
    return schema;
}

/* Whether a schema says nothing but what is put together. */
static bool is_plain(const struct json *schema) {
    static const char *const known[] = {"type",  "properties", "required", "additionalProperties",
                                        "title", "$schema",    "$id",      "$comment",
                                        "$ref",  NULL};
    struct json member = {0}, additional = value_member(schema, "additionalProperties");
    struct span rest = schema->text;
    while (value_next(schema, &rest, &member))
        if (!scan_listed(member.name, known))
            return false;
    return additional.type != SCAN_OBJECT;
}

/* Returns whether the result says all that the alternative does, of which `found` is what it refers to. */
static bool add_alternative(struct merging *m, const struct json *given, const struct json *found,
                            int number) {
    m->alternatives++;
    if (found->type != SCAN_OBJECT || value_member(found, "$ref").type != SCAN_NONE)
        return false;
    m->closed += value_member(found, "additionalProperties").type == SCAN_FALSE;
    return add_fields(m, found, number) && is_plain(found) && is_plain(given);
}

static bool is_of_object(const struct json *found) {
    struct json type = value_member(found, "type");
    return found->type != SCAN_OBJECT || allows_object(&type);
}

/* anyOf or oneOf. Returns whether the result says all of it: there is only one that is of an object. */
static bool add_union(struct merging *m, const struct json *list) {
    struct json item = {0};
    struct span rest = list->text;
    int number = 0;
    bool all = true;
    while (value_next(list, &rest, &item)) {
        struct json found = resolve(m, item);
        if (!is_of_object(&found))
            continue;
        if (++number > ALTERNATIVES_MOST) {
            m->alternatives++;
            return false;
        }
        all &= add_alternative(m, &item, &found, number);
    }
    settle(m, number);
    return all && number == 1;
}

static bool add_all(struct merging *m, const struct json *list) {
    struct json item = {0};
    struct span rest = list->text;
    int closed = m->closed, count = 0;
    bool all = true;
    while (value_next(list, &rest, &item)) {
        struct json found = resolve(m, item);
        if (++count > ALTERNATIVES_MOST)
            return false;
        all &= add_alternative(m, &item, &found, 0);
        settle(m, 0);
    }
    return all && (m->closed == closed || count == 1);
}

/* Returns whether the result says all that the member does. */
static bool merge(struct merging *m, const struct json *member) {
    if (!m->merges)
        return false;
    if (scan_equals(member->name, "$ref")) {
        struct json found = resolve(m, m->root);
        bool all = add_alternative(m, &found, &found, 0);
        settle(m, 0);
        return all;
    }
    if (member->type != SCAN_ARRAY || scan_equals(member->name, "enum"))
        return false;
    return scan_equals(member->name, "allOf") ? add_all(m, member) : add_union(m, member);
}

/* ---- what is written ------------------------------------------------------------------------------ */

/* The root's own, as they stand. */
static void write_given(struct json_writer *w, const struct merging *m) {
    struct json properties = value_member(&m->root, "properties"),
                required = value_member(&m->root, "required");
    if (properties.type != SCAN_NONE)
        json_member_put(w, "properties", properties.text);
    else
        json_member_raw(w, "properties", "{}");
    if (required.type != SCAN_NONE)
        json_member_put(w, "required", required.text);
}

static void write_properties(struct json_writer *w, const struct merging *m) {
    json_member_open(w, "properties", '{');
    for (const struct field *field = m->field; field < m->field + m->fields; field++) {
        if (field->schemas == 0)
            continue;
        json_key_raw(w, field->name);
        if (field->schemas > 1) {
            json_open(w, '{');
            json_member_open(w, "anyOf", '[');
        }
        for (size_t i = 0; i < field->schemas; i++)
            json_put(w, field->schema[i]);
        if (field->schemas > 1) {
            json_close(w, ']');
            json_close(w, '}');
        }
    }
    json_close(w, '}');
}

static void write_required(struct json_writer *w, const struct merging *m) {
    bool some = false;
    for (size_t i = 0; i < m->fields; i++)
        some |= m->field[i].required;
    if (!some)
        return;
    json_member_open(w, "required", '[');
    for (size_t i = 0; i < m->fields; i++)
        if (m->field[i].required)
            json_put(w, m->field[i].name);
    json_close(w, ']');
}

/* The members of the root that stay, and whether others than the properties can be. */
static void write_others(struct json_writer *w, const struct merging *m) {
    struct json member = {0};
    struct span rest = m->root.text;
    bool told = false;
    while (value_next(&m->root, &rest, &member)) {
        if (scan_listed(member.name, moved))
            continue;
        told |= scan_equals(member.name, "additionalProperties");
        json_key_raw(w, member.name);
        json_put(w, member.text);
    }
    if (!told && m->alternatives > 0 && m->closed == m->alternatives)
        json_member_bool(w, "additionalProperties", false);
}

/* The description, and below it what is only told there: an object without its last bracket. */
static void write_description(struct json_writer *w, const struct merging *m, struct buf *left) {
    static const struct span between = {"\"\\n\\n\"", 6};
    struct arena *arena = m->request->arena;
    struct json given = value_member(&m->root, "description");
    struct span text = given.text;
    if (given.type == SCAN_NONE && left->len == 0)
        return;
    if (left->len > 0) {
        buf_putc(left, '}');
        struct span rest = chat_quote(arena, left->data, left->len);
        text = given.type == SCAN_STRING ? chat_join(arena, chat_join(arena, text, between), rest) : rest;
    }
    json_member_put(w, "description", text);
}

/* ---- the whole --------------------------------------------------------------------------------------- */

/* Of those that the target refuses, what cannot be put together goes into `left`. */
static void take_apart(struct merging *m, const char *param, struct json_writer *left) {
    struct json member = {0}, type = value_member(&m->root, "type");
    struct span rest = m->root.text;
    m->merges = rest.len <= MERGED_MOST && add_fields(m, &m->root, 0);
    m->shut = value_member(&m->root, "additionalProperties").type == SCAN_FALSE;
    settle(m, 0);
    while (value_next(&m->root, &rest, &member)) {
        bool refuses = scan_listed(member.name, refused) != NULL;
        if (!refuses && !(scan_equals(member.name, "type") && !allows_object(&type)))
            continue;
        if (refuses && merge(m, &member))
            continue;
        char place[JSON_PATH];
        chat_drop(m->request, arena_printf(m->request->arena, "%s.%s", param, value_place(&member, place)));
        if (!left->out->len)
            json_open(left, '{');
        json_key_raw(left, member.name);
        json_put(left, member.text);
    }
}

static bool is_plainly_object(const struct json *schema) {
    struct json type = value_member(schema, "type"), member = {0};
    struct span rest = schema->text;
    while (value_next(schema, &rest, &member))
        if (scan_listed(member.name, refused))
            return false;
    return type.type == SCAN_NONE || is_text(&type, "object");
}

struct span tool_schema(struct chat_request *request, struct span schema, const char *param) {
    struct json whole = value_whole(schema);
    struct buf out, left;
    if (is_plainly_object(&whole))
        return schema;
    struct merging m = {.request = request, .root = whole};
    buf_init(&out, BUF_MOST);
    buf_init(&left, BUF_MOST);
    struct json_writer w = {.out = &out}, apart = {.out = &left};
    scan_ends_find(&m.ends, schema);
    take_apart(&m, param, &apart);
    json_open(&w, '{');
    json_member_text(&w, "type", "object");
    if (m.merges) {
        write_properties(&w, &m);
        write_required(&w, &m);
    } else {
        write_given(&w, &m);
    }
    write_others(&w, &m);
    write_description(&w, &m, &left);
    json_close(&w, '}');
    scan_ends_free(&m.ends);
    schema = chat_take(request->arena, &out);
    buf_free(&left);
    return schema;
}
