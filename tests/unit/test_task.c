/* What the dialects of all tasks have in common: the model in a text, and the usage beside an answer. */
#include "dialects/task_dialect.h"

#include "tap.h"

#define COUNT(table) (sizeof(table) / sizeof *(table))

static struct span whole(const char *text) {
    return (struct span){text, strlen(text)};
}

/* ---- another model ------------------------------------------------------------------- */

static const struct {
    const char *text, *want;
} edits[] = {
    {"{\"model\":\"a\"}", "{\"model\":\"new\\\"one\"}"},
    {"{\"input\":[1], \"model\" : \"a\", \"x\":2}", "{\"input\":[1], \"model\" : \"new\\\"one\", \"x\":2}"},
    {"{\"mod\\u0065l\":null}", "{\"mod\\u0065l\":\"new\\\"one\"}"},
    {"{}", "{\"model\":\"new\\\"one\"}"},
    {" { \"input\":\"\"}", " {\"model\":\"new\\\"one\", \"input\":\"\"}"},
    {"{\"a\":{\"model\":\"inner\"}}", "{\"model\":\"new\\\"one\",\"a\":{\"model\":\"inner\"}}"},
};

static void test_edit(size_t i) {
    struct arena *arena = arena_new();
    struct task task = {.arena = arena, .text = whole(edits[i].text)};
    struct buf got;
    size_t parts, total;
    buf_init(&got, 1000);
    const struct span *part = task_edit(&moderate_openai, &task, "new\"one", arena, &parts, &total);
    for (size_t k = 0; k < parts; k++)
        buf_add(&got, part[k].at, part[k].len);
    is_str(got.data, edits[i].want, edits[i].text);
    is_int((long long)total, (long long)got.len, "as long as it says");
    buf_free(&got);
    arena_free(arena);
}

/* ---- members ---------------------------------------------------------------------------- */

enum { MODEL, INPUT, STREAM, MEMBERS };
static const char *const names[] = {[MODEL] = "model", [INPUT] = "input", [STREAM] = "stream", NULL};

static const struct {
    const char *text, *model, *dropped, *param; /* param: of the refusal; NULL: it is read */
    bool stream;
} requests[] = {
    {"{\"model\":\"m\",\"input\":1}", "m", "", NULL, false},
    {"{\"model\":null,\"stream\":true}", NULL, "", NULL, true},
    {"{\"input\":1,\"odd\":{\"x\":1},\"other\":[]}", NULL, "odd", NULL, false},
    {"{\"model\":\"\"}", NULL, NULL, "model", false},
    {"{\"model\":3}", NULL, NULL, "model", false},
    {"{\"model\":\"m\",\"model\":\"n\"}", NULL, NULL, "model", false},
    {"{\"stream\":1}", NULL, NULL, "stream", false},
    {"{\"model\":\"a\\u0000b\"}", NULL, NULL, "model", false},
};

static void test_members(size_t i) {
    struct arena *arena = arena_new();
    struct chat_request notes = {.arena = arena};
    struct task task = {.arena = arena, .text = whole(requests[i].text), .notes = &notes};
    struct json found[MEMBERS];
    struct error err = {0};
    int rc = task_members(&task, names, STREAM, found, &err);
    if (requests[i].param) {
        is_int(rc, -1, requests[i].text);
        is_str(err.param, requests[i].param, "names the field");
    } else {
        is_int(rc, 0, requests[i].text);
        is_str(task.model, requests[i].model, "the model");
        ok(task.stream == requests[i].stream, "whether it streams");
        is_str(chat_dropped_names(&notes, 100), requests[i].dropped, "what has no place");
    }
    arena_free(arena);
}

/* What the path says counts. */
static void test_path_model(void) {
    struct arena *arena = arena_new();
    struct chat_request notes = {.arena = arena};
    struct task task = {.arena = arena, .text = whole("{\"model\":\"b\"}"), .notes = &notes, .model = "a"};
    struct json found[MEMBERS];
    struct error err = {0};
    is_int(task_members(&task, names, STREAM, found, &err), 0, "a model in path and text");
    is_str(task.model, "a", "that of the path");
    arena_free(arena);
}

/* ---- usage ---------------------------------------------------------------------------------- */

static const struct {
    const char *text;
    bool told, has_prompt, has_output;
    struct usage usage;
} usages[] = {
    {.text = "{}"},
    {.text = "{\"usage\":null}"},
    {.text = "{\"usage\":{}}"},
    {.text = "{\"usage\":{\"prompt_tokens\":7,\"total_tokens\":7}}",
     .told = true,
     .has_prompt = true,
     .usage = {.prompt = 7}},
    {.text = "{\"usage\":{\"total_tokens\":9}}", .told = true, .has_prompt = true, .usage = {.prompt = 9}},
    {.text = "{\"usage\":{\"input_tokens\":50,\"output_tokens\":272,\"total_tokens\":322,"
             "\"input_tokens_details\":{\"text_tokens\":10,\"image_tokens\":40},"
             "\"output_tokens_details\":{\"image_tokens\":272}}}",
     .told = true,
     .has_prompt = true,
     .has_output = true,
     .usage = {.prompt = 50, .output = 272, .image_input = 40, .image_output = 272}},
    {.text = "{\"usage\":{\"type\":\"tokens\",\"input_tokens\":14,\"input_token_details\":{\"text_tokens\":4,"
             "\"audio_tokens\":10},\"output_tokens\":45,\"total_tokens\":59}}",
     .told = true,
     .has_prompt = true,
     .has_output = true,
     .usage = {.prompt = 14, .output = 45, .audio_input = 10}},
    {.text = "{\"usage\":{\"type\":\"duration\",\"seconds\":12}}", .told = true, .usage = {.seconds = 12}},
    {.text = "{\"usage\":{\"type\":\"duration\",\"seconds\":-1}}"},
    {.text = "{\"usage\":{\"prompt_tokens\":-5}}"},
    {.text = "{\"usage\":{\"prompt_tokens\":1.5}}"},
    {.text = "{\"usage\":[1]}"},
};

static void test_usage(size_t i) {
    struct task_reply reply = {0};
    bool told = task_read_usage(whole(usages[i].text), &reply);
    ok(told == usages[i].told && reply.has_prompt == usages[i].has_prompt &&
           reply.has_output == usages[i].has_output &&
           memcmp(&reply.usage, &usages[i].usage, sizeof reply.usage) == 0,
       "%s", usages[i].text);
}

/* ---- the kinds ---------------------------------------------------------------------------------- */

static void test_facts(void) {
    for (size_t i = 0; i < TASK__MAX; i++) {
        const struct task_fact *fact = &task_facts[i];
        ok(fact->what && fact->kinds && strncmp(fact->not_for, "model_not_for_", 14) == 0 &&
               !(fact->kinds & 1u << MODEL_CHAT),
           "what %s takes", fact->what);
    }
}

int main(void) {
    for (size_t i = 0; i < COUNT(edits); i++)
        test_edit(i);
    for (size_t i = 0; i < COUNT(requests); i++)
        test_members(i);
    test_path_model();
    for (size_t i = 0; i < COUNT(usages); i++)
        test_usage(i);
    test_facts();
    return tap_done();
}
