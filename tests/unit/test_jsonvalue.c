/* Values that know their place. */
#include "base/jsonvalue.h"

#include "tap.h"

#define COUNT(table) (sizeof(table) / sizeof *(table))

static struct json whole(const char *text) {
    return value_whole((struct span){text, strlen(text)});
}

/* ---- finding ------------------------------------------------------------------- */

static void test_steps(void) {
    struct json array = whole(" [1, \"b\" ,{}] "), object = whole("{\"a\":1,\"b\":[],\"a\":2}");
    struct json string = whole("\"x\""), item = {0}, member = {0}, none = {0};
    struct span rest = array.text;
    is_int(array.type, SCAN_ARRAY, "a whole text has its type");
    ok(value_next(&array, &rest, &item) && item.type == SCAN_NUMBER && item.index == 0, "a first element");
    ok(value_next(&array, &rest, &item) && item.type == SCAN_STRING && item.index == 1, "a second one");
    ok(value_next(&array, &rest, &item) && item.type == SCAN_OBJECT && item.index == 2, "a third one");
    ok(!value_next(&array, &rest, &item), "and no more");
    rest = object.text;
    ok(value_next(&object, &rest, &member) && scan_equals(member.name, "a"), "a first member");
    ok(value_next(&object, &rest, &member) && member.type == SCAN_ARRAY, "a second one");
    rest = string.text;
    ok(!value_next(&string, &rest, &none), "a string has neither");
    struct json found = value_member(&object, "a"), missing = value_member(&object, "c");
    ok(found.type == SCAN_NUMBER && found.text.at[0] == '2', "of members of one name it is the last");
    is_int(missing.type, SCAN_NONE, "one that is missing");
    is_int(value_member(&array, "a").type, SCAN_NONE, "an array has no members");
    struct json null = whole("null");
    ok(value_given(&found) && !value_given(&missing) && !value_given(&null), "null is not given");
}

static void test_places(void) {
    static const char text[] = "{\"messages\":[{},{\"content\":[{\"a b\\n\":{\"x\":1}}]}]}";
    struct json top = whole(text), messages = value_member(&top, "messages"), message = {0}, part = {0};
    struct span rest = messages.text;
    char path[JSON_PATH];
    while (value_next(&messages, &rest, &message))
        continue;
    rest = messages.text;
    message = (struct json){0};
    value_next(&messages, &rest, &message);
    value_next(&messages, &rest, &message);
    struct json content = value_member(&message, "content");
    rest = content.text;
    value_next(&content, &rest, &part);
    struct json odd = value_member(&part, "a b\n"), x = value_member(&odd, "x");
    is_str(value_path(&top, path), "", "the whole has no path");
    is_str(value_path(&x, path), "messages[1].content[0].a?b\\n.x", "a path");
    is_str(value_place(&x, path), "messages[].content[].a?b\\n.x", "a place");
    struct error err = {0};
    is_int(value_bad(&content, "is bad", &err), -1, "a complaint");
    is_str(err.param, "messages[1].content", "names the path");
    is_str(err.message, "\"messages[1].content\" is bad.", "in words, too");
    is_int(err.kind, ERR_REQUEST, "to the caller");
}

/* However long a name and however deep a place: it is cut. */
static void test_long_place(void) {
    char text[20000], path[JSON_PATH];
    snprintf(text, sizeof text, "{\"%010000d\":1}", 0);
    struct json top = whole(text), item = {0};
    struct span rest = top.text;
    value_next(&top, &rest, &item);
    is_int((int)strlen(value_path(&item, path)), JSON_PATH - 1, "a long name is cut");
}

/* ---- types ----------------------------------------------------------------------- */

static const char *const words[] = {"low", "high", NULL};

/* Reads a value as each type: a letter for each that takes it. */
static const struct {
    const char *text, *takes;
} types[] = {
    {"true", "b"},
    {"false", "b"},
    {"null", ""},
    {"5", "in"},
    {"-5", "n"},
    {"10", "in"},
    {"11", "n"},
    {"5.0", "n"},
    {"5e0", "n"},
    {"99999999999999999999", "n"},
    {"\"\"", "sw"},
    {"\"5\"", "sw"},
    {"\"low\"", "swc"},
    {"\"l\\u006fw\"", "swc"},
    {"\"Low\"", "sw"},
    {"\"12345678\"", "sw"},
    {"\"123456789\"", "s"},
    {"\"\\u00e9\\u00e9\\u00e9\\u00e9\"", "sw"},
    {"\"a\\u0000\"", "s"},
    {"[]", ""},
    {"{}", "o"},
};

static void test_types(void) {
    for (size_t i = 0; i < COUNT(types); i++) {
        struct arena *arena = arena_new();
        struct json value = whole(types[i].text);
        struct error err[7] = {0};
        bool flag;
        int64_t number;
        int choice;
        struct span text;
        const char *name;
        const struct {
            char letter;
            int rc;
        } rows[] = {
            {'b', value_bool(&value, &flag, &err[0])},
            {'i', value_int(&value, 0, 10, &number, &err[1])},
            {'n', value_number(&value, &text, &err[2])},
            {'s', value_string(&value, &text, &err[3])},
            {'o', value_object(&value, &text, &err[4])},
            {'w', value_name(&value, 8, arena, &name, &err[5])},
            {'c', value_choice(&value, words, &choice, &err[6])},
        };
        char got[COUNT(rows) + 1] = "";
        bool told = true;
        for (size_t k = 0; k < COUNT(rows); k++) {
            told &= (rows[k].rc < 0) == (err[k].kind == ERR_REQUEST);
            snprintf(got + strlen(got), sizeof got - strlen(got), "%.*s", rows[k].rc == 0, &rows[k].letter);
        }
        is_str(got, types[i].takes, types[i].text);
        ok(told, "%s: what is not taken is an error", types[i].text);
        arena_free(arena);
    }
}

static void test_values(void) {
    struct arena *arena = arena_new();
    struct json object = whole("{\"n\":7,\"s\":\"\\u00e9x\",\"c\":\"high\",\"b\":true}");
    struct json n = value_member(&object, "n"), s = value_member(&object, "s");
    struct json c = value_member(&object, "c"), b = value_member(&object, "b");
    struct error err = {0};
    int64_t number = 0;
    int choice = -1;
    bool flag = false;
    const char *name = NULL;
    value_int(&n, 0, 10, &number, &err);
    value_name(&s, 10, arena, &name, &err);
    value_choice(&c, words, &choice, &err);
    value_bool(&b, &flag, &err);
    ok(number == 7 && choice == 1 && flag && err.kind == ERR_NONE, "values are what they are");
    is_str(name, "\xc3\xa9x", "a name is decoded");
    value_choice(&s, words, &choice, &err);
    is_str(err.message, "\"s\" must be one of low, high.", "what can be chosen is told");
    err = (struct error){0};
    value_int(&n, 1, 5, &number, &err);
    is_str(err.message, "\"n\" must be an integer from 1 to 5.", "and bounds are");
    arena_free(arena);
}

/* ---- objects ----------------------------------------------------------------------- */

struct unknown {
    int count;
    char last[JSON_PATH];
};

static void note(void *arg, const struct json *value) {
    struct unknown *unknown = arg;
    unknown->count++;
    value_path(value, unknown->last);
}

static void test_pick(void) {
    static const char *const names[] = {"a", "b", "c", NULL};
    static const struct {
        const char *text;
        int rc, unknown;
        enum scan_type types[3];
        const char *param;
    } rows[] = {
        {"{}", 0, 0, {SCAN_NONE, SCAN_NONE, SCAN_NONE}, ""},
        {"{\"b\":1}", 0, 0, {SCAN_NONE, SCAN_NUMBER, SCAN_NONE}, ""},
        {"{\"c\":[],\"a\":\"\",\"b\":null}", 0, 0, {SCAN_STRING, SCAN_NONE, SCAN_ARRAY}, ""},
        {"{\"\\u0061\":1}", 0, 0, {SCAN_NUMBER, SCAN_NONE, SCAN_NONE}, ""},
        {"{\"x\":1,\"y\":null,\"z\":{}}", 0, 2, {SCAN_NONE, SCAN_NONE, SCAN_NONE}, ""},
        {"{\"x\":1,\"x\":1}", 0, 2, {SCAN_NONE, SCAN_NONE, SCAN_NONE}, ""},
        {"{\"a\":1,\"a\":1}", -1, 0, {0}, "a"},
        {"{\"a\":null,\"\\u0061\":1}", -1, 0, {0}, "a"},
        {"[]", -1, 0, {0}, ""},
        {"5", -1, 0, {0}, ""},
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct json object = whole(rows[i].text), found[3];
        struct unknown unknown = {0};
        struct error err = {0};
        int rc = value_pick(&object, names, scan_equals, found, note, &unknown, &err);
        bool good =
            rc == rows[i].rc && unknown.count == rows[i].unknown && (rc < 0) == (err.kind != ERR_NONE);
        for (int k = 0; rc == 0 && k < 3; k++)
            good &= found[k].type == rows[i].types[k];
        ok(good && (rc == 0 || strstr(rows[i].param, err.param[0] == 'a' ? "a" : "")), "%s", rows[i].text);
    }
    struct json object = whole("{\"x\":1}"), found[3];
    struct error err = {0};
    is_int(value_pick(&object, names, scan_equals, found, NULL, NULL, &err), 0,
           "who does not ask is not told");
    ok(found[0].in == &object, "a member that is missing knows where it would be");
}

int main(void) {
    test_steps();
    test_places();
    test_long_place();
    test_types();
    test_values();
    test_pick();
    return tap_done();
}
