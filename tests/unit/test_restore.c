/* An answer in the words of its request. */
#include "canon/restore.h"

#include "canon/names.h"
#include "events.h"
#include "tap.h"

#define COUNT(table) (sizeof(table) / sizeof *(table))
#define T(s)         .text = {"\"" s "\"", sizeof(s) + 1}
#define CALL(c, i, n)                                                                                        \
    {                                                                                                        \
        .kind = EVENT_CALL, .choice = c, .call = {.id = i, .name = n }                                       \
    }
#define ARGS(c, s)                                                                                           \
    { .kind = EVENT_ARGS, .choice = c, T(s) }
#define STOP(c, s)                                                                                           \
    { .kind = EVENT_STOP, .choice = c, .stop = s }

static const struct name_rule rule = {64, "_-", false};

/* "f" keeps its name, "a.b" does not, "run" takes free text, and "f" is in the namespace "mcp", too. */
static struct chat_request new_request(struct arena *arena) {
    struct chat_request q = {.arena = arena};
    chat_add_tool(&q, TOOL_FUNCTION)->name = "f";
    chat_add_tool(&q, TOOL_FUNCTION)->name = "a.b";
    chat_add_tool(&q, TOOL_CUSTOM)->name = "run";
    struct chat_tool *spaced = chat_add_tool(&q, TOOL_FUNCTION);
    spaced->name = "f";
    spaced->space = "mcp";
    names_assign(&q, &rule);
    return q;
}

static const struct story {
    const char *name;
    struct chat_event events[10];
    const char *want;
} stories[] = {
    {"a text", {{.kind = EVENT_TEXT, T("a")}, STOP(0, STOP_DONE)}, "text 0 \"a\"\nstop 0 done\n"},
    {"an own name",
     {CALL(0, "1", "f"), ARGS(0, "{}"), STOP(0, STOP_CALLS)},
     "call 0 id=1 name=f\nargs 0 \"{}\"\nstop 0 calls\n"},
    {"a name that was made",
     {CALL(0, "1", "a_b_108bf50c"), STOP(0, STOP_CALLS)},
     "call 0 id=1 name=a.b\nstop 0 calls\n"},
    {"a namespace",
     {CALL(0, "1", "mcp__f"), STOP(0, STOP_CALLS)},
     "call 0 id=1 name=f space=mcp\nstop 0 calls\n"},
    {"a name of nobody",
     {CALL(0, "1", "g"), ARGS(0, "x"), STOP(0, STOP_CALLS)},
     "call 0 id=1 name=g\nargs 0 \"x\"\nstop 0 calls\n"},
    /* ids */
    {"no id",
     {CALL(0, NULL, "f"), CALL(0, "", "f"), STOP(0, STOP_CALLS)},
     "call 0 id=call_* name=f\ncall 0 id=call_* name=f\nstop 0 calls\n"},
    {"one id twice",
     {CALL(0, "1", "f"), CALL(0, "1", "f"), CALL(1, "1", "f"), STOP(0, STOP_CALLS), STOP(1, STOP_CALLS)},
     "call 0 id=1 name=f\ncall 0 id=call_* name=f\ncall 1 id=call_* name=f\nstop 0 calls\nstop 1 calls\n"},
    {"an id that others would refuse",
     {CALL(0, "functions.f:0", "f"), CALL(0, "functions.f:0", "f"), STOP(0, STOP_CALLS)},
     "call 0 id=functions_f_0_465b9878 name=f\ncall 0 id=call_* name=f\nstop 0 calls\n"},
    /* free text */
    {"free text is unwrapped",
     {CALL(0, "1", "run"), ARGS(0, "{\\\"in"), ARGS(0, "put\\\": \\\"a\\\\n\\\\u00e9\\\"}"),
      STOP(0, STOP_CALLS)},
     "call 0 id=1 name=run custom\nargs 0 \"a\\n\\u00e9\"\nstop 0 calls\n"},
    {"two of them",
     {CALL(0, "1", "run"), ARGS(0, "{\\\"input\\\":\\\"a\\\"}"), CALL(0, "2", "run"),
      ARGS(0, "{\\\"input\\\":\\\"b\\\"}"), CALL(0, "3", "f"), ARGS(0, "{}"), STOP(0, STOP_CALLS)},
     "call 0 id=1 name=run custom\nargs 0 \"a\"\ncall 0 id=2 name=run custom\nargs 0 \"b\"\n"
     "call 0 id=3 name=f\nargs 0 \"{}\"\nstop 0 calls\n"},
    {"those of two choices, whole at their ends",
     {CALL(0, "1", "run"), ARGS(0, "{\\\"input\\\":\\\"a"), CALL(1, "2", "run"),
      ARGS(1, "{\\\"input\\\":\\\"b\\\"}"), ARGS(0, "\\\"}"), STOP(0, STOP_CALLS), STOP(1, STOP_CALLS)},
     "call 0 id=1 name=run custom\ncall 1 id=2 name=run custom\nargs 0 \"a\"\nstop 0 calls\n"
     "args 1 \"b\"\nstop 1 calls\n"},
    {"usage does not end it",
     {CALL(0, "1", "run"),
      ARGS(0, "{\\\"input\\\":"),
      {.kind = EVENT_USAGE},
      ARGS(0, "\\\"a\\\"}"),
      STOP(0, STOP_CALLS)},
     "call 0 id=1 name=run custom\nusage prompt=0? read=0 write=0 output=0? reasoning=0\n"
     "args 0 \"a\"\nstop 0 calls\n"},
    {"an empty one",
     {CALL(0, "1", "run"), ARGS(0, "{\\\"input\\\":\\\"\\\"}"), STOP(0, STOP_CALLS)},
     "call 0 id=1 name=run custom\nstop 0 calls\n"},
    {"none", {CALL(0, "1", "run"), STOP(0, STOP_CALLS)}, "call 0 id=1 name=run custom\nstop 0 calls\n"},
    {"what a model made of it",
     {CALL(0, "1", "run"), ARGS(0, "{\\\"code\\\":1}"), STOP(0, STOP_CALLS)},
     "call 0 id=1 name=run custom\nargs 0 \"{\\\"code\\\":1}\"\nstop 0 calls\n"},
    {"that is no JSON",
     {CALL(0, "1", "run"), ARGS(0, "echo \\\"{"), STOP(0, STOP_CALLS)},
     "call 0 id=1 name=run custom\nargs 0 \"echo \\\"{\"\nstop 0 calls\n"},
    {"who knows free text needs no unwrapping",
     {{.kind = EVENT_CALL, .call = {.id = "1", .name = "run", .custom = true}},
      ARGS(0, "{\\\"input\\\":1}"),
      STOP(0, STOP_CALLS)},
     "call 0 id=1 name=run custom\nargs 0 \"{\\\"input\\\":1}\"\nstop 0 calls\n"},
    /* why it stops */
    {"calls, and it says done",
     {CALL(0, "1", "f"), STOP(0, STOP_DONE)},
     "call 0 id=1 name=f\nstop 0 calls\n"},
    {"calls, and it says nothing",
     {CALL(0, "1", "f"), STOP(0, STOP_NONE)},
     "call 0 id=1 name=f\nstop 0 calls\n"},
    {"calls, and it is cut",
     {CALL(0, "1", "f"), STOP(0, STOP_LENGTH)},
     "call 0 id=1 name=f\nstop 0 length\n"},
    {"no calls, and it says calls", {STOP(0, STOP_CALLS)}, "stop 0 done\n"},
    {"no calls, and it says nothing", {STOP(0, STOP_NONE)}, "stop 0 done\n"},
    {"no calls, and it is filtered", {STOP(0, STOP_FILTER)}, "stop 0 filter\n"},
    {"another choice calls",
     {CALL(1, "1", "f"), STOP(1, STOP_DONE), STOP(0, STOP_CALLS)},
     "call 1 id=1 name=f\nstop 1 calls\nstop 0 done\n"},
};

/* Ids of the hub's own making are random: a star for the digits, which must be no others twice. */
static void hide_ids(char *text) {
    static const char mark[] = "id=call_";
    for (char *at = text; (at = strstr(at, mark)) != NULL;) {
        at += sizeof mark - 1;
        size_t len = strspn(at, "0123456789abcdef");
        bool again = len == 24 && memmem(at + len, strlen(at + len), at, len);
        if (len != 24 || again)
            continue;
        *at = '*';
        memmove(at + 1, at + len, strlen(at + len) + 1);
    }
}

static void tell(struct chat_sink *sink, const struct story *story, struct error *err) {
    struct chat_event begin = {.kind = EVENT_BEGIN}, end = {.kind = EVENT_END};
    chat_emit(sink, &begin, err);
    for (size_t i = 0; i < COUNT(story->events) && story->events[i].kind != EVENT_BEGIN; i++)
        chat_emit(sink, &story->events[i], err);
    chat_emit(sink, &end, err);
}

static void test_stories(void) {
    for (size_t i = 0; i < COUNT(stories); i++) {
        struct arena *arena = arena_new();
        struct chat_request q = new_request(arena);
        struct event_lines lines;
        struct error err = {0};
        struct chat_sink *checked = event_lines_init(&lines);
        tell(restore_sink(restore_new(&q, checked, arena)), &stories[i], &err);
        char *got = arena_strdup(arena, event_lines_text(&lines));
        hide_ids(got);
        is_str(got, arena_printf(arena, "begin\n%send\n", stories[i].want), stories[i].name);
        is_int(err.kind, ERR_NONE, "and nothing is wrong");
        event_lines_free(&lines);
        arena_free(arena);
    }
}

static void test_bounds(void) {
    static const int choices[] = {-1, 128, 1 << 30};
    struct arena *arena = arena_new();
    struct chat_request q = new_request(arena);
    struct event_lines lines;
    struct restore *restore = restore_new(&q, event_lines_init(&lines), arena);
    for (size_t i = 0; i < COUNT(choices); i++) {
        struct chat_event event = CALL(choices[i], "1", "f");
        struct error err = {0};
        ok(chat_emit(restore_sink(restore), &event, &err) < 0 && err.kind == ERR_UPSTREAM, "choice %d",
           choices[i]);
    }
    event_lines_free(&lines);
    arena_free(arena);
}

/* The input of a custom tool is held until it is whole: that has a bound. */
static void test_long(void) {
    static char piece[1 << 20];
    struct arena *arena = arena_new();
    struct chat_request q = new_request(arena);
    struct event_lines lines;
    struct chat_sink *sink = restore_sink(restore_new(&q, event_lines_init(&lines), arena));
    struct chat_event begin = {.kind = EVENT_BEGIN}, call = CALL(0, "1", "run"), other = CALL(1, "2", "run");
    struct chat_event args = {.kind = EVENT_ARGS, .text = {piece, sizeof piece}};
    struct error err = {0};
    memset(piece, 'x', sizeof piece);
    piece[0] = piece[sizeof piece - 1] = '"';
    chat_emit(sink, &begin, &err);
    chat_emit(sink, &call, &err);
    chat_emit(sink, &other, &err);
    for (int i = 0; i < 31; i++) {
        args.choice = i % 2;
        is_int(chat_emit(sink, &args, &err), 0, "much is held");
    }
    ok(chat_emit(sink, &args, &err) < 0 || chat_emit(sink, &args, &err) < 0, "too much is not");
    is_int(err.kind, ERR_UPSTREAM, "it is an error");
    event_lines_free(&lines);
    arena_free(arena);
}

struct counting {
    struct chat_sink sink;
    char last[64];
    int calls, same; /* how many had the id of the one before */
};

static int count_call(struct chat_sink *sink, const struct chat_event *event, struct error *err) {
    struct counting *counting = (struct counting *)sink;
    (void)err;
    counting->calls++;
    counting->same += strcmp(event->call.id, counting->last) == 0;
    snprintf(counting->last, sizeof counting->last, "%s", event->call.id);
    return 0;
}

/* A provider may call tools as often as its answer is long. */
static void test_many_calls(void) {
    enum { MANY = 200000 };
    struct arena *arena = arena_new();
    struct chat_request q = new_request(arena);
    struct counting counting = {.sink.take = count_call};
    struct chat_sink *sink = restore_sink(restore_new(&q, &counting.sink, arena));
    struct error err = {0};
    for (int i = 0; i < MANY; i++) {
        char id[16];
        snprintf(id, sizeof id, "%d", i / 2);
        struct chat_event call = CALL(0, id, "f");
        chat_emit(sink, &call, &err);
    }
    ok(counting.calls == MANY && counting.same == 0, "%d calls, each id of which came twice", MANY);
    arena_free(arena);
}

int main(void) {
    test_stories();
    test_bounds();
    test_long();
    test_many_calls();
    return tap_done();
}
