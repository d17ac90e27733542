/* Events folded into an answer: whatever the pieces, texts are whole. */
#include "canon/collect.h"

#include "events.h"
#include "request_lines.h"
#include "tap.h"

#define COUNT(table) (sizeof(table) / sizeof *(table))

#define T(s) .text = {"\"" s "\"", sizeof(s) + 1}

static const struct chat_event begin = {.kind = EVENT_BEGIN}, end = {.kind = EVENT_END};

static const struct story {
    const char *name;
    struct chat_event events[12];
    const char *want; /* of all choices; less BEGIN and END */
} stories[] = {
    {"nothing", {{0}}, ""},
    {"one text of pieces",
     {{.kind = EVENT_TEXT, T("a")},
      {.kind = EVENT_TEXT, T("\\n\\u00e9")},
      {.kind = EVENT_STOP, .stop = STOP_DONE}},
     "text \"a\\n\\u00e9\"\nstop done\n"},
    {"texts between others",
     {{.kind = EVENT_THOUGHT, T("t")},
      {.kind = EVENT_TEXT, T("a")},
      {.kind = EVENT_TEXT, T("b")},
      {.kind = EVENT_THOUGHT, T("u")},
      {.kind = EVENT_REFUSAL, T("no")},
      {.kind = EVENT_TEXT, T("c")},
      {.kind = EVENT_STOP, .stop = STOP_LENGTH}},
     "thought \"t\"\ntext \"ab\"\nthought \"u\"\nrefusal \"no\"\ntext \"c\"\nstop length\n"},
    {"signatures",
     {{.kind = EVENT_THOUGHT, T("t")},
      {.kind = EVENT_SIGNATURE, T("s1")},
      {.kind = EVENT_THOUGHT, T("u")},
      {.kind = EVENT_SIGNATURE, T("s2")},
      {.kind = EVENT_SIGNATURE, T("s3"), .redacted = true},
      {.kind = EVENT_TEXT, T("a")},
      {.kind = EVENT_SIGNATURE, T("s4")},
      {.kind = EVENT_STOP, .stop = STOP_DONE}},
     "thought \"t\" signature=\"s1\"\nthought \"u\" signature=\"s2\"\n"
     "thought \"\" signature=\"s3\" redacted\n"
     "text \"a\"\nthought \"\" signature=\"s4\"\nstop done\n"},
    {"calls",
     {{.kind = EVENT_TEXT, T("a")},
      {.kind = EVENT_CALL, .call = {.id = "1", .name = "f", .space = "s"}},
      {.kind = EVENT_ARGS, T("{\\\"a\\\":")},
      {.kind = EVENT_ARGS, T("\\\"\\\\n\\\"}")},
      {.kind = EVENT_CALL, .call = {.id = "2", .name = "g", .custom = true}},
      {.kind = EVENT_ARGS, T("x")},
      {.kind = EVENT_CALL, .call = {.id = "3", .name = "h", .signature = {"\"s\"", 3}}},
      {.kind = EVENT_STOP, .stop = STOP_CALLS}},
     "text \"a\"\ncall id=1 space=s name=f args={\"a\":\"\\n\"}\ncall custom id=2 name=g args=x\n"
     "call id=3 name=h args= signature=\"s\"\nstop calls\n"},
    {"choices",
     {{.kind = EVENT_TEXT, .choice = 2, T("c")},
      {.kind = EVENT_TEXT, T("a")},
      {.kind = EVENT_TEXT, .choice = 2, T("d")},
      {.kind = EVENT_STOP, .choice = 2, .stop = STOP_SEQUENCE, .sequence = {"\"x\"", 3}},
      {.kind = EVENT_TEXT, T("b")}},
     "text \"ab\"\nstop none\nstop none\ntext \"cd\"\nstop sequence \"x\"\n"},
    {"media",
     {{.kind = EVENT_TEXT, T("a")},
      {.kind = EVENT_MEDIA,
       .media = {.mime = "image/png", .data = {"QUJD", 4}, .title = {"\"t\"", 3}, .detail = "low"}},
      {.kind = EVENT_TEXT, T("b")},
      {.kind = EVENT_STOP, .stop = STOP_DONE}},
     "text \"a\"\nmedia image mime=image/png data=QUJD title=\"t\" detail=low\n"
     "text \"b\"\nstop done\n"},
};

/* A copy of what an event points to, which is gone after the event. */
struct copies {
    void *list[16];
    int count;
};

static void *copy(struct copies *copies, const void *bytes, size_t len) {
    void *text = malloc(len ? len : 1);
    memcpy(text, bytes, len);
    return copies->list[copies->count++] = text;
}

static void copy_span(struct copies *copies, struct span *text) {
    if (text->at)
        text->at = copy(copies, text->at, text->len);
}

static void copy_string(struct copies *copies, const char **text) {
    if (*text)
        *text = copy(copies, *text, strlen(*text) + 1);
}

static void tell(struct collect *collect, const struct chat_event *event) {
    struct copies copies = {0};
    struct chat_event mine = *event;
    struct error err = {0};
    struct span *spans[] = {&mine.text, &mine.sequence, &mine.call.signature, &mine.media.data,
                            &mine.media.title};
    const char **strings[] = {&mine.call.id, &mine.call.name, &mine.call.space, &mine.media.mime,
                              &mine.media.detail};
    for (size_t i = 0; i < COUNT(spans); i++)
        copy_span(&copies, spans[i]);
    for (size_t i = 0; i < COUNT(strings); i++)
        copy_string(&copies, strings[i]);
    if (chat_emit(collect_sink(collect), &mine, &err) < 0)
        ok(false, "an event is refused: %s", err.message);
    while (copies.count > 0)
        free(copies.list[--copies.count]);
}

static void describe(struct buf *out, const struct chat_reply *reply) {
    for (int i = 0; i < reply->choices; i++) {
        const struct chat_answer *answer = &reply->choice[i];
        for (const struct chat_block *block = answer->blocks.first; block; block = block->next)
            line_block(out, "", block);
        buf_printf(out, "stop %s%s%.*s\n", stop_words[answer->stop], answer->sequence.at ? " " : "",
                   (int)answer->sequence.len, answer->sequence.at ? answer->sequence.at : "");
    }
}

static void test_stories(void) {
    for (size_t i = 0; i < COUNT(stories); i++) {
        struct arena *arena = arena_new();
        struct collect *collect = collect_new(arena);
        struct buf got;
        buf_init(&got, 10000);
        buf_puts(&got, "");
        tell(collect, &begin);
        for (size_t k = 0; k < COUNT(stories[i].events) && stories[i].events[k].kind != EVENT_BEGIN; k++)
            tell(collect, &stories[i].events[k]);
        tell(collect, &end);
        describe(&got, collect_reply(collect));
        if (i == 0) /* there is always one choice */
            is_str(got.data, "stop none\n", stories[i].name);
        else
            is_str(got.data, stories[i].want, stories[i].name);
        buf_free(&got);
        arena_free(arena);
    }
}

static void test_usage(void) {
    struct arena *arena = arena_new();
    struct collect *collect = collect_new(arena);
    struct chat_event usage = {.kind = EVENT_USAGE, .usage = {.prompt = 1, .output = 2}};
    tell(collect, &begin);
    ok(!collect_reply(collect)->has_usage, "no usage");
    tell(collect, &usage);
    usage.usage.output = 5;
    tell(collect, &usage);
    ok(collect_reply(collect)->has_usage && collect_reply(collect)->usage.output == 5, "the last one counts");
    arena_free(arena);
}

static void test_bounds(void) {
    static const int choices[] = {-1, 128, 1 << 30};
    struct arena *arena = arena_new();
    struct collect *collect = collect_new(arena);
    for (size_t i = 0; i < COUNT(choices); i++) {
        struct chat_event event = {.kind = EVENT_TEXT, .choice = choices[i], T("a")};
        struct error err = {0};
        ok(chat_emit(collect_sink(collect), &event, &err) < 0 && err.kind == ERR_UPSTREAM, "choice %d",
           choices[i]);
    }
    arena_free(arena);
}

int main(void) {
    test_stories();
    test_usage();
    test_bounds();
    return tap_done();
}
