/* Schemas as Google takes them where it takes JSON Schema. */
#include "dialects/gemini_schema.h"

#include <stdio.h>

#include "base/jsonvalue.h"
#include "base/jsonwrite.h"

struct adapting {
    struct chat_request *request;
    const char *param;
    struct json_writer w;
    struct scan_ends ends; /* of the whole */
    bool changed;
    int noted; /* of CHAT_DROPPED_MOST and one more it is known that they are too many */
};

static void put_schema(struct adapting *x, const struct json *schema);

static void note(struct adapting *x, const struct json *schema) {
    char place[JSON_PATH], whole[2 * JSON_PATH];
    if (x->noted++ > CHAT_DROPPED_MOST)
        return;
    snprintf(whole, sizeof whole, "%s.%s", x->param, value_place(schema, place));
    chat_drop(x->request, whole);
}

/* Schemas in an array, or by name in an object. */
static void put_schemas(struct adapting *x, const struct json *values) {
    bool named = values->type == SCAN_OBJECT;
    struct json item = {0};
    struct span rest = values->text;
    json_open(&x->w, named ? '{' : '[');
    while (value_next_by(&x->ends, values, &rest, &item)) {
        if (named)
            json_key_raw(&x->w, item.name);
        put_schema(x, &item);
    }
    json_close(&x->w, named ? '}' : ']');
}

/* Members of which others depend. */
enum { REF, PREFIX_ITEMS, WANTS };

static void put_member(struct adapting *x, const struct scan_want *want, const struct json *member) {
    static const char *const maps[] = {"properties", "$defs", "definitions", NULL};
    static const char *const lists[] = {"anyOf", "oneOf", "prefixItems", NULL};
    bool elements = scan_equals(member->name, "items");
    if (elements && member->type == SCAN_ARRAY && want[PREFIX_ITEMS].type == SCAN_NONE) {
        json_key(&x->w, "prefixItems"); /* as drafts before 2020-12 call it */
        x->changed = true;
    } else {
        json_key_raw(&x->w, member->name);
    }
    if ((member->type == SCAN_OBJECT && scan_listed(member->name, maps)) ||
        (member->type == SCAN_ARRAY && (elements || scan_listed(member->name, lists))))
        put_schemas(x, member);
    else if (elements || (member->type == SCAN_OBJECT && scan_equals(member->name, "additionalProperties")))
        put_schema(x, member);
    else
        json_put(&x->w, member->text);
}

/* Google: "If $ref is set, no other fields except those beginning as a $ may be set." */
static bool has_more_than_reference(struct adapting *x, const struct json *schema,
                                    const struct scan_want *reference) {
    struct json member = {0};
    struct span rest = schema->text;
    if (reference->type != SCAN_STRING)
        return false;
    while (value_next_by(&x->ends, schema, &rest, &member))
        if (member.name.at[1] != '$')
            return true;
    return false;
}

/* The one alternative that there is: what it says and what stands beside it both count. */
static void put_reference(struct adapting *x, const struct json *member) {
    json_member_open(&x->w, "anyOf", '[');
    json_open(&x->w, '{');
    json_member_put(&x->w, "$ref", member->text);
    json_close(&x->w, '}');
    json_close(&x->w, ']');
    x->changed = true;
}

static void put_object(struct adapting *x, const struct json *schema) {
    static const char *const unions[] = {"anyOf", "oneOf", NULL};
    struct scan_want want[WANTS] = {[REF] = {.name = "$ref"}, [PREFIX_ITEMS] = {.name = "prefixItems"}};
    struct json member = {0};
    struct span rest = schema->text;
    scan_members_by(&x->ends, schema->text, want, WANTS);
    bool wraps = has_more_than_reference(x, schema, &want[REF]);
    json_open(&x->w, '{');
    while (value_next_by(&x->ends, schema, &rest, &member)) {
        if (wraps && scan_equals(member.name, "$ref"))
            put_reference(x, &member);
        else if (wraps && scan_listed(member.name, unions))
            note(x, &member); /* there is one place for alternatives, and no allOf */
        else
            put_member(x, want, &member);
    }
    json_close(&x->w, '}');
}

static void put_schema(struct adapting *x, const struct json *schema) {
    if (schema->type == SCAN_OBJECT) {
        put_object(x, schema);
    } else if (schema->type == SCAN_TRUE || schema->type == SCAN_FALSE) {
        json_put_raw(&x->w, schema->type == SCAN_TRUE ? "{}" : "{\"not\":{}}");
        x->changed = true;
        if (schema->type == SCAN_FALSE)
            note(x, schema);
    } else {
        json_put(&x->w, schema->text);
    }
}

struct span gemini_schema(struct chat_request *request, struct span schema, const char *param) {
    struct adapting x = {.request = request, .param = param};
    struct json whole = value_whole(schema);
    struct buf out;
    buf_init(&out, BUF_MOST);
    x.w.out = &out;
    scan_ends_find(&x.ends, schema);
    put_schema(&x, &whole);
    scan_ends_free(&x.ends);
    if (x.changed)
        schema = chat_take(request->arena, &out);
    buf_free(&out);
    return schema;
}
