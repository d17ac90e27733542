/* Requests for moderation. */
#include "tap.h"
#include "tasking.h"

#define IN "\"input\":"

static const struct {
    const char *text, *param; /* NULL: it is taken */
} requests[] = {
    {"{" IN "\"x\"}", NULL},
    {"{" IN "[\"x\",\"y\"],\"model\":\"m\"}", NULL},
    {"{" IN
     "[{\"type\":\"text\",\"text\":\"x\"},{\"type\":\"image_url\",\"image_url\":{\"url\":\"https://a/b\"}}]}",
     NULL},
    {"{}", "input"},
    {"{" IN "null}", "input"},
    {"{" IN "[]}", "input"},
    {"{" IN "{}}", "input"},
    {"{" IN "[1]}", "input[0]"},
    {"{" IN "[\"a\",{}]}", "input[1].type"},
    {"{" IN "[{\"type\":\"audio\"}]}", "input[0].type"},
    {"{" IN "[{\"type\":7}]}", "input[0].type"},
    {"{" IN "[{\"type\":\"text\"}]}", "input[0].text"},
    {"{" IN "[{\"type\":\"text\",\"text\":[]}]}", "input[0].text"},
    {"{" IN "[{\"type\":\"image_url\"}]}", "input[0].image_url"},
    {"{" IN "[{\"type\":\"image_url\",\"image_url\":\"https://a/b\"}]}", "input[0].image_url"},
    {"{" IN "[{\"type\":\"image_url\",\"image_url\":{}}]}", "input[0].image_url.url"},
    {"{" IN "[{\"type\":\"image_url\",\"image_url\":{\"url\":1}}]}", "input[0].image_url.url"},
    {"{" IN "\"x\",\"model\":\"\"}", "model"},
};

static void test_requests(void) {
    for (size_t i = 0; i < sizeof requests / sizeof *requests; i++) {
        struct arena *arena = arena_new();
        struct error err = {0};
        const char *param = requests[i].param;
        int rc = task_read(task_of(arena, requests[i].text), &moderate_openai, &err);
        ok(param ? rc < 0 && err.kind == ERR_REQUEST && strcmp(err.param, param) == 0 : rc == 0, "%s: %s",
           param ? param : "taken", requests[i].text);
        arena_free(arena);
    }
}

static void test_measures(void) {
    struct arena *arena = arena_new();
    struct error err = {0};
    struct task *task =
        task_of(arena, "{" IN "[{\"type\":\"image_url\",\"image_url\":{\"url\":\"https://a/b\"}}]}");
    task_read(task, &moderate_openai, &err);
    is_str(task->model, "omni-moderation-latest", "the model where none is named");
    ok(task->most.prompt >= 1500, "a picture counts as one");
    is_int(task->most.output, 0, "nothing is written");
    is_str(task_passed(task, &moderate_openai, "t"),
           "{\"model\":\"t\"," IN "[{\"type\":\"image_url\",\"image_url\":{\"url\":\"https://a/b\"}}]}",
           "what the provider gets");
    arena_free(arena);
}

static void test_most(void) {
    for (int count = 2048; count <= 2049; count++) {
        struct arena *arena = arena_new();
        struct error err = {0};
        struct buf text;
        buf_init(&text, 20000);
        buf_puts(&text, "{" IN "[\"a\"");
        for (int i = 1; i < count; i++)
            buf_puts(&text, ",\"a\"");
        buf_puts(&text, "]}");
        ok((task_read(task_of(arena, text.data), &moderate_openai, &err) == 0) == (count == 2048),
           "%d inputs", count);
        buf_free(&text);
        arena_free(arena);
    }
}

int main(void) {
    test_requests();
    test_measures();
    test_most();
    return tap_done();
}
