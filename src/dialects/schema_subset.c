/* Schemas as Anthropic's structured output takes them. */
#include "dialects/schema_subset.h"

#include <stdio.h>
#include <string.h>

#include "base/jsonvalue.h"
#include "base/jsonwrite.h"
#include "dialects/schema_object.h"

#define NESTED_MOST 32

struct subset {
    struct chat_request *request; /* NULL: nothing is noted */
    struct arena *arena;
    const char *param;
    struct json_writer w;
    struct scan_ends ends; /* of the whole */
    bool changed;
    bool vague; /* a schema within says of no type that it is one, which the subset cannot */
    struct error *err;
};

/* What a schema says beside the subset. */
struct leftover {
    struct buf text; /* an object, still open */
    struct json_writer w;
    struct span description;
    int noted; /* members; of CHAT_DROPPED_MOST and one more it is known that they are too many */
};

static int write_schema(struct subset *x, const struct json *schema, int depth);

/* ---- what stays ---------------------------------------------------------------------- */

static bool is_plain(enum scan_type type) {
    return type != SCAN_OBJECT && type != SCAN_ARRAY;
}

static bool is_plain_list(const struct json *value) {
    struct json item = {0};
    struct span rest = value->text;
    while (value_next(value, &rest, &item))
        if (!is_plain(item.type))
            return false;
    return value->type == SCAN_ARRAY;
}

static bool is_known_format(const struct json *value) {
    static const char *const formats[] = {"date-time", "time", "date", "duration", "email", "hostname",
                                          "uri",       "ipv4", "ipv6", "uuid",     NULL};
    return value->type == SCAN_STRING && scan_listed(value->text, formats);
}

static bool is_small_count(const struct json *value) {
    int64_t count;
    return value->type == SCAN_NUMBER && scan_int(value->text, &count) && (count == 0 || count == 1);
}

/* Whether a member can stay as it is. */
static bool stays(const struct json *member) {
    static const char *const always[] = {"type", "title", "required", "$ref", NULL};
    if (scan_listed(member->name, always))
        return true;
    if (scan_equals(member->name, "enum"))
        return is_plain_list(member);
    if (scan_equals(member->name, "const"))
        return is_plain(member->type);
    if (scan_equals(member->name, "format"))
        return is_known_format(member);
    if (scan_equals(member->name, "minItems"))
        return is_small_count(member);
    return scan_equals(member->name, "additionalProperties") && member->type == SCAN_FALSE;
}

/* ---- what goes ------------------------------------------------------------------------ */

static void note(struct subset *x, const struct json *member) {
    char place[JSON_PATH], whole[2 * JSON_PATH];
    snprintf(whole, sizeof whole, "%s.%s", x->param, value_place(member, place));
    chat_drop(x->request, whole);
}

static void take_out(struct subset *x, struct leftover *left, const struct json *member) {
    static const char *const remarks[] = {"$schema", "$id", "$comment", "$anchor", NULL};
    x->changed = true;
    if (scan_listed(member->name, remarks) ||
        (scan_equals(member->name, "items") && member->type == SCAN_TRUE))
        return; /* they bind no answer */
    if (x->request && left->noted++ <= CHAT_DROPPED_MOST)
        note(x, member);
    if (!left->text.len)
        json_open(&left->w, '{');
    json_key_raw(&left->w, member->name);
    json_put(&left->w, member->text);
}

static void write_description(struct subset *x, struct leftover *left) {
    struct span text = left->description;
    if (left->text.len > 0) {
        static const struct span between = {"\"\\n\\n\"", 6};
        json_close(&left->w, '}');
        struct span rest = chat_quote(x->arena, left->text.data, left->text.len);
        text = text.at ? chat_join(x->arena, chat_join(x->arena, text, between), rest) : rest;
    }
    if (text.at)
        json_member_put(&x->w, "description", text);
}

/* ---- what is missing -------------------------------------------------------------------- */

/* Members that tell what a schema is about: looked for once, in one pass. */
enum { TYPE, REF, ANY_OF, ONE_OF, ALL_OF, ENUM, CONST, PROPERTIES, ITEMS, ADDITIONAL, WANTS };

static void look_at(const struct subset *x, const struct json *schema, struct scan_want *want) {
    static const char *const names[] = {
        [TYPE] = "type",    [REF] = "$ref",
        [ANY_OF] = "anyOf", [ONE_OF] = "oneOf",
        [ALL_OF] = "allOf", [ENUM] = "enum",
        [CONST] = "const",  [PROPERTIES] = "properties",
        [ITEMS] = "items",  [ADDITIONAL] = "additionalProperties",
    };
    for (int i = 0; i < WANTS; i++)
        want[i] = (struct scan_want){.name = names[i]};
    scan_members_by(&x->ends, schema->text, want, WANTS);
}

static const char *const type_names[] = {
    [SCAN_NONE] = NULL,       [SCAN_NULL] = "null",     [SCAN_FALSE] = "boolean", [SCAN_TRUE] = "boolean",
    [SCAN_NUMBER] = "number", [SCAN_STRING] = "string", [SCAN_ARRAY] = NULL,      [SCAN_OBJECT] = NULL,
};

/* That of all values of an array; NULL: they differ. */
static const char *type_of_list(struct span list) {
    struct span item;
    enum scan_type type;
    const char *name = NULL;
    while (scan_next(&list, &item, &type)) {
        if (!type_names[type] || (name && strcmp(name, type_names[type]) != 0))
            return NULL;
        name = type_names[type];
    }
    return name;
}

/* The type that a schema means without saying it; NULL: none, or it says it. */
static const char *implied_type(const struct scan_want *want) {
    for (int i = TYPE; i <= ALL_OF; i++)
        if (want[i].type != SCAN_NONE)
            return NULL;
    if (want[PROPERTIES].type == SCAN_OBJECT)
        return "object";
    if (want[ITEMS].type != SCAN_NONE)
        return "array";
    return want[ENUM].type == SCAN_ARRAY ? type_of_list(want[ENUM].value) : type_names[want[CONST].type];
}

/* Whether it says what it is of: by a type, or by what the subset has instead of one. */
static bool is_typed(const struct scan_want *want) {
    int any_of = want[ANY_OF].type == SCAN_NONE ? ONE_OF : ANY_OF;
    struct json list = {.text = want[ENUM].value, .type = want[ENUM].type};
    return want[TYPE].type != SCAN_NONE || want[REF].type != SCAN_NONE || want[any_of].type == SCAN_ARRAY ||
           want[ALL_OF].type == SCAN_ARRAY || is_plain_list(&list) ||
           (want[CONST].type != SCAN_NONE && is_plain(want[CONST].type));
}

static void write_missing(struct subset *x, const struct scan_want *want) {
    const char *implied = implied_type(want);
    if (implied) {
        json_member_text(&x->w, "type", implied);
        x->changed = true;
    }
    x->vague |= !implied && !is_typed(want);
    if (schema_object(&want[TYPE], &want[PROPERTIES]) != SCHEMA_OTHER &&
        want[ADDITIONAL].type != SCAN_FALSE) {
        json_member_bool(&x->w, "additionalProperties", false);
        x->changed = true;
    }
}

/* ---- the walk ----------------------------------------------------------------------------- */

/* Schemas in an array, or by name in an object. */
static int write_schemas(struct subset *x, const struct json *values, int depth) {
    bool named = values->type == SCAN_OBJECT;
    struct json item = {0};
    struct span rest = values->text;
    json_open(&x->w, named ? '{' : '[');
    while (value_next_by(&x->ends, values, &rest, &item)) {
        if (named)
            json_key_raw(&x->w, item.name);
        if (write_schema(x, &item, depth + 1) < 0)
            return -1;
    }
    json_close(&x->w, named ? '}' : ']');
    return 0;
}

/* The name under which a member that holds schemas is written; NULL: it is none of these. */
static const char *name_within(const struct scan_want *want, const struct json *member) {
    static const char *const maps[] = {"properties", "$defs", "definitions", NULL};
    static const char *const lists[] = {"anyOf", "allOf", NULL};
    const char *const *names = member->type == SCAN_OBJECT ? maps : lists;
    if (is_plain(member->type))
        return NULL;
    if (scan_equals(member->name, "items"))
        return member->type == SCAN_OBJECT ? "items" : NULL;
    if (scan_equals(member->name, "oneOf"))
        return member->type == SCAN_ARRAY && want[ANY_OF].type == SCAN_NONE ? "anyOf" : NULL;
    return scan_listed(member->name, names);
}

static int write_member(struct subset *x, const struct scan_want *want, const struct json *member,
                        struct leftover *left, int depth) {
    const char *name = name_within(want, member);
    if (name) {
        x->changed |= scan_equals(member->name, "oneOf");
        json_key(&x->w, name);
        return strcmp(name, "items") == 0 ? write_schema(x, member, depth + 1)
                                          : write_schemas(x, member, depth);
    }
    if (scan_equals(member->name, "description") && member->type == SCAN_STRING) {
        left->description = member->text;
    } else if (stays(member)) {
        json_key_raw(&x->w, member->name);
        json_put(&x->w, member->text);
    } else {
        take_out(x, left, member);
    }
    return 0;
}

static int write_schema(struct subset *x, const struct json *schema, int depth) {
    struct leftover left = {0};
    struct scan_want want[WANTS];
    struct json member = {0};
    struct span rest = schema->text;
    int rc = 0;
    if (schema->type != SCAN_OBJECT) {
        json_put(&x->w, schema->text);
        x->vague = true; /* true or false */
        return 0;
    }
    if (depth == NESTED_MOST)
        return error_param(x->err, ERR_REQUEST, x->param, "\"%s\" has a schema that nests too deep.",
                           x->param);
    buf_init(&left.text, BUF_MOST);
    left.w.out = &left.text;
    look_at(x, schema, want);
    json_open(&x->w, '{');
    while (rc == 0 && value_next_by(&x->ends, schema, &rest, &member))
        rc = write_member(x, want, &member, &left, depth);
    write_missing(x, want);
    write_description(x, &left);
    json_close(&x->w, '}');
    buf_free(&left.text);
    return rc;
}

static int convert(struct subset *x, struct span schema, struct span *into) {
    struct json whole = value_whole(schema);
    struct buf out;
    buf_init(&out, BUF_MOST);
    x->w.out = &out;
    scan_ends_find(&x->ends, schema);
    int rc = write_schema(x, &whole, 0);
    scan_ends_free(&x->ends);
    *into = x->changed && rc == 0 ? chat_take(x->arena, &out) : schema;
    buf_free(&out);
    return rc;
}

int schema_subset(struct chat_request *request, struct span schema, const char *param, struct span *into,
                  struct error *err) {
    struct subset trial = {.arena = request->arena, .param = param, .err = err};
    if (convert(&trial, schema, into) < 0)
        return -1;
    if (trial.vague)
        *into = (struct span){0};
    if (trial.vague || !trial.changed)
        return 0;
    struct subset x = {.request = request, .arena = request->arena, .param = param, .err = err};
    return convert(&x, schema, into);
}

bool schema_is_subset(struct arena *arena, struct span schema) {
    struct error ignored = {0};
    struct subset x = {.arena = arena, .param = "", .err = &ignored};
    struct span result;
    return schema.at && convert(&x, schema, &result) == 0 && !x.changed && !x.vague;
}
