/* Requests that nobody means: what is made of them has bounds, in every dialect. */
#include "dialects/dialect.h"
#include "tap.h"

#define COUNT(table) (sizeof(table) / sizeof *(table))

/* A request is a head, an item as often as told, with commas between them, and a tail. */
static const struct form {
    const char *name;
    const struct chat_dialect *dialect;
    const char *head, *item, *tail;
    int before;         /* objects that are read before the first item */
    int each;           /* objects of an item */
    int behind;         /* objects that are read behind the last item */
    const char *list;   /* in which the items stand */
    const char *inside; /* of an item, what is one too many */
} forms[] = {
    {"messages of Chat", &chat_openai, "{\"model\":\"m\",\"messages\":[",
     "{\"role\":\"user\",\"content\":\"a\"}", "]}", 1, 1, 0, "messages", ""},
    {"parts of Chat", &chat_openai, "{\"model\":\"m\",\"messages\":[{\"role\":\"user\",\"content\":[",
     "{\"type\":\"text\",\"text\":\"a\"}", "]}]}", 2, 1, 0, "messages[0].content", ""},
    {"calls of Chat", &chat_openai, "{\"model\":\"m\",\"messages\":[{\"role\":\"assistant\",\"tool_calls\":[",
     "{\"id\":\"i\",\"function\":{\"name\":\"f\",\"arguments\":\"{}\"}}", "]}]}", 2, 2, 0,
     "messages[0].tool_calls", ""},
    {"empty messages of Messages", &chat_anthropic, "{\"model\":\"m\",\"max_tokens\":9,\"messages\":[",
     "{\"role\":\"user\",\"content\":[]}", "]}", 1, 1, 0, "messages", ""},
    {"blocks of Messages", &chat_anthropic,
     "{\"model\":\"m\",\"max_tokens\":9,\"messages\":[{\"role\":\"user\",\"content\":[",
     "{\"type\":\"text\",\"text\":\"a\"}", "]}]}", 2, 1, 0, "messages[0].content", ""},
    {"blocks of a system prompt", &chat_anthropic,
     "{\"model\":\"m\",\"max_tokens\":9,\"messages\":[{\"role\":\"user\",\"content\":\"a\"}],\"system\":[",
     "{\"type\":\"text\",\"text\":\"a\"}", "]}", 1, 1, 1, "system", ""},
    {"blocks of a result", &chat_anthropic,
     "{\"model\":\"m\",\"max_tokens\":9,\"messages\":[{\"role\":\"user\",\"content\":["
     "{\"type\":\"tool_result\",\"tool_use_id\":\"i\",\"content\":[",
     "{\"type\":\"text\",\"text\":\"a\"}", "]}]}]}", 3, 1, 0, "messages[0].content[0].content", ""},
    {"items of Responses", &chat_responses, "{\"model\":\"m\",\"input\":[",
     "{\"role\":\"user\",\"content\":\"a\"}", "]}", 1, 1, 0, "input", ""},
    {"parts of Responses", &chat_responses, "{\"model\":\"m\",\"input\":[{\"role\":\"user\",\"content\":[",
     "{\"type\":\"input_text\",\"text\":\"a\"}", "]}]}", 2, 1, 0, "input[0].content", ""},
    {"parts of a thought", &chat_responses,
     "{\"model\":\"m\",\"input\":[{\"type\":\"reasoning\",\"summary\":[", "{\"text\":\"a\"}", "]}]}", 2, 1, 0,
     "input[0].summary", ""},
    {"tools of one name", &chat_responses, "{\"model\":\"m\",\"input\":\"a\",\"tools\":[",
     "{\"type\":\"function\",\"name\":\"f\"}", "]}", 1, 1, 0, "tools", ""},
    {"contents of Gemini", &chat_gemini, "{\"contents\":[", "{\"parts\":{\"text\":\"a\"}}", "]}", 1, 2, 0,
     "contents", ".parts"},
    {"parts of Gemini", &chat_gemini, "{\"contents\":[{\"parts\":[", "{\"text\":\"a\"}", "]}]}", 2, 1, 0,
     "contents[0].parts", ""},
    {"parts of Gemini's instruction", &chat_gemini,
     "{\"contents\":[{\"parts\":{\"text\":\"a\"}}],\"systemInstruction\":{\"parts\":[", "{\"text\":\"a\"}",
     "]}}", 2, 1, 2, "systemInstruction.parts", ""},
};

static void write_form(const struct form *form, int count, struct buf *text) {
    buf_init(text, (size_t)64 << 20);
    buf_puts(text, form->head);
    for (int i = 0; i < count; i++)
        buf_printf(text, "%s%s", i ? "," : "", form->item);
    buf_puts(text, form->tail);
}

static int read_form(const struct form *form, int count, struct error *err) {
    struct arena *arena = arena_new();
    struct chat_ask ask = {.model = "m"};
    struct chat_request q = {.arena = arena, .choices = 1};
    struct buf text;
    write_form(form, count, &text);
    int rc = form->dialect->look((struct span){text.data, text.len}, arena, &ask, err);
    if (rc == 0)
        rc = form->dialect->read_request(&ask, &q, err);
    buf_free(&text);
    arena_free(arena);
    return rc;
}

/* As many as may be are read; the next one is named. */
static void test_parts(void) {
    for (size_t i = 0; i < COUNT(forms); i++) {
        const struct form *form = &forms[i];
        int most = (CHAT_PARTS_MOST - form->before) / form->each;
        char param[64];
        struct error err = {0};
        snprintf(param, sizeof param, "%s[%d]%s", form->list, most, form->inside);
        ok(read_form(form, most - form->behind, &err) == 0, "%s: many", form->name);
        ok(read_form(form, most + 1, &err) < 0 && err.kind == ERR_REQUEST, "%s: too many", form->name);
        is_str(err.param, param, form->name);
    }
}

int main(void) {
    test_parts();
    return tap_done();
}
