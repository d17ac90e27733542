/* The reader of event streams: each fixture whole, cut at every byte, and byte by byte. */
#include "base/sse.h"
#include "tap.h"

#define TEXT(literal) {literal, sizeof(literal) - 1}
#define COUNT(table) (sizeof(table) / sizeof *(table))

/* What was handed on: all raw bytes, and each event as name|data;, a missing one as a dash. */
struct log {
    struct buf raw, events;
    int count, stop_after;
};

static void log_span(struct buf *out, struct span span) {
    if (span.at)
        buf_add(out, span.at, span.len);
    else
        buf_putc(out, '-');
}

static int log_event(void *arg, const struct sse_event *event, struct error *err) {
    struct log *log = arg;
    buf_add(&log->raw, event->raw.at, event->raw.len);
    log_span(&log->events, event->name);
    buf_putc(&log->events, '|');
    log_span(&log->events, event->data);
    buf_putc(&log->events, ';');
    return ++log->count == log->stop_after ? error_set(err, ERR_GONE, "stopped") : 0;
}

static void log_init(struct log *log) {
    *log = (struct log){0};
    buf_init(&log->raw, 100000);
    buf_init(&log->events, 100000);
    buf_puts(&log->raw, "");
    buf_puts(&log->events, "");
}

static void log_free(struct log *log) {
    buf_free(&log->raw);
    buf_free(&log->events);
}

/* Feeds a copy that ends where its memory ends. */
static int feed(struct sse *sse, const char *bytes, size_t len, struct log *log, struct error *err) {
    char *copy = malloc(len);
    if (len > 0)
        memcpy(copy, bytes, len);
    int result = sse_feed(sse, copy, len, log_event, log, err);
    free(copy);
    return result;
}

/* Feeds the first `cut` bytes and then the rest in pieces, and looks whether all is as wanted. */
static int run(struct span text, size_t cut, size_t piece, const char *want) {
    struct sse sse;
    struct log log;
    struct error err = {0};
    sse_init(&sse, 1000);
    log_init(&log);
    int result = feed(&sse, text.at, cut, &log, &err);
    for (size_t at = cut, len; at < text.len; at += len) {
        len = text.len - at < piece ? text.len - at : piece;
        result |= feed(&sse, text.at + at, len, &log, &err);
    }
    result |= sse_finish(&sse, log_event, &log, &err);
    int good = result == 0 && strcmp(log.events.data, want) == 0 && log.raw.len == text.len &&
               memcmp(log.raw.data, text.at, text.len) == 0;
    if (!good)
        printf("# cut at %zu, pieces of %zu: %s\n", cut, piece, log.events.data);
    sse_free(&sse);
    log_free(&log);
    return good;
}

static const struct {
    const char *name;
    struct span text;
    const char *events;
} fixtures[] = {
    {"nothing", TEXT(""), ""},
    {"one event", TEXT("data: a\n\n"), "-|a;"},
    {"two events", TEXT("data: a\n\ndata: b\n\n"), "-|a;-|b;"},
    {"CR", TEXT("data: a\r\rdata: b\r\r"), "-|a;-|b;"},
    {"CRLF", TEXT("data: a\r\n\r\ndata: b\r\n\r\n"), "-|a;-|b;"},
    {"LF, then CR", TEXT("data: a\n\rdata: b\n\r"), "-|a;-|b;"},
    {"LF, then CRLF", TEXT("data: a\n\r\ndata: b\n\r\n"), "-|a;-|b;"},
    {"CRLF, then LF", TEXT("data: a\r\n\ndata: b\r\n\n"), "-|a;-|b;"},
    {"CRLF, then CR", TEXT("data: a\r\n\rdata: b\r\n\r"), "-|a;-|b;"},
    {"CR, then CRLF", TEXT("data: a\r\r\ndata: b\n\n"), "-|a;-|b;"},
    {"CR, then CRLF at the end", TEXT("data: a\r\r\n"), "-|a;-|-;"},
    {"name and data", TEXT("event: ping\ndata: {}\n\n"), "ping|{};"},
    {"data and name", TEXT("data: {}\r\nevent: ping\r\n\r\n"), "ping|{};"},
    {"the last name counts", TEXT("event: a\nevent: b\ndata:\n\n"), "b|;"},
    {"several data lines", TEXT("data: a\ndata:\ndata: b\ndata\n\n"), "-|a\n\nb\n;"},
    {"empty data lines", TEXT("data\ndata\ndata\n\ndata: x\n\n"), "-|\n\n;-|x;"},
    {"several data lines, CRLF", TEXT("data: a\r\ndata: b\r\n\r\ndata: c\r\ndata: d\r\n\r\n"),
     "-|a\nb;-|c\nd;"},
    {"one space goes, no more", TEXT("data:a\n\ndata:  b\n\ndata:\tc\n\ndata:\n\n"), "-|a;-| b;-|\tc;-|;"},
    {"colons in data", TEXT("data: a: b:c\n\ndata::\n\n"), "-|a: b:c;-|:;"},
    {"comment", TEXT(": keep-alive\n\n:\n\n"), "-|-;-|-;"},
    {"comment inside", TEXT("data: a\n: x\ndata: b\n\n"), "-|a\nb;"},
    {"other fields", TEXT("id: 7\nretry: 10\nfoo\n\nid: 8\ndata: a\n\n"), "-|-;-|a;"},
    {"fields with other names", TEXT("datax: a\nDATA: b\n data: c\ndat: d\nevents: e\n\n"), "-|-;"},
    {"empty name", TEXT("event:\ndata: a\n\n"), "|a;"},
    {"byte order mark", TEXT("\xef\xbb\xbf" "data: a\n\n"), "-|a;"},
    {"a second mark is no mark", TEXT("\xef\xbb\xbf" "data: a\n\n\xef\xbb\xbf" "data: b\n\n"), "-|a;-|-;"},
    {"half a mark", TEXT("\xef\xbb" "data: a\n\n"), "-|-;"},
    {"surplus blank lines", TEXT("\n\r\n\rdata: a\n\n\n\n\ndata: b\n\n"), "-|a;-|b;"},
    {"surplus blank lines at the end", TEXT("data: a\n\n\n\r\n"), "-|a;-|-;"},
    {"no blank line at the end", TEXT("data: a\n\ndata: b\n"), "-|a;-|b;"},
    {"no line end at the end", TEXT("data: a\n\nevent: x\ndata: b"), "-|a;x|b;"},
    {"half a CRLF at the end", TEXT("data: a\r\n\r\ndata: b\r\n\r"), "-|a;-|b;"},
    {"bytes of any kind", TEXT("data: \xff\0\xc3\n\n"), "-|\xff"},
};

static void test_fixtures(void) {
    for (size_t i = 0; i < COUNT(fixtures); i++) {
        struct span text = fixtures[i].text;
        const char *want = fixtures[i].events;
        int good = run(text, text.len, 1, want) && run(text, 0, 1, want) && run(text, 0, 2, want) &&
                   run(text, 0, 3, want);
        for (size_t cut = 0; cut <= text.len; cut++)
            good &= run(text, cut, text.len, want);
        ok(good, "%s", fixtures[i].name);
    }
}

/* An event must not wait for bytes that may come much later. */
static void test_promptness(void) {
    static const struct {
        struct span text;
        int count;
    } rows[] = {
        {TEXT("data: a\n"), 0},     {TEXT("data: a\n\n"), 1},     {TEXT("data: a\r"), 0},
        {TEXT("data: a\r\r"), 1},   {TEXT("data: a\r\n\r\n"), 1}, {TEXT("data: a\r\n\r"), 0},
        {TEXT("data: a\r\n\n"), 1}, {TEXT(": ping\n\n"), 1},      {TEXT("\n\n\n"), 0},
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct sse sse;
        struct log log;
        struct error err = {0};
        sse_init(&sse, 100);
        log_init(&log);
        feed(&sse, rows[i].text.at, rows[i].text.len, &log, &err);
        is_int(log.count, rows[i].count, "events before the end");
        sse_free(&sse);
        log_free(&log);
    }
}

static int is_in_place(void *arg, const struct sse_event *event, struct error *err) {
    struct span *piece = arg;
    ok(event->raw.at == piece->at && event->data.at == piece->at + 6, "a whole event is not copied");
    piece->at += event->raw.len;
    (void)err;
    return 0;
}

static void test_in_place(void) {
    struct span piece = TEXT("data: a\n\ndata: b\n\n");
    struct sse sse;
    struct error err = {0};
    sse_init(&sse, 100);
    is_int(sse_feed(&sse, piece.at, piece.len, is_in_place, &piece, &err), 0, "events in place");
    sse_free(&sse);
}

static void test_ceiling(void) {
    static const char text[] = "data: 1\n\ndata: 123\n\ndata: 1234\n\ndata: 1\n\n";
    for (size_t piece = 1; piece < sizeof text; piece++) {
        struct sse sse;
        struct log log;
        struct error err = {0};
        int result = 0;
        sse_init(&sse, 11);
        log_init(&log);
        for (size_t at = 0, len; result == 0 && at < sizeof text - 1; at += len) {
            len = sizeof text - 1 - at < piece ? sizeof text - 1 - at : piece;
            result = feed(&sse, text + at, len, &log, &err);
        }
        ok(result == -1 && err.kind == ERR_UPSTREAM && log.count == 2,
           "an event over the ceiling in pieces of %zu", piece);
        sse_free(&sse);
        log_free(&log);
    }
}

static void test_stop(void) {
    struct sse sse;
    struct log log;
    struct error err = {0};
    sse_init(&sse, 100);
    log_init(&log);
    log.stop_after = 2;
    int result = feed(&sse, "data: a\n\ndata: b\n\ndata: c\n\n", 27, &log, &err);
    is_int(result, -1, "the handler stops the reader");
    ok(log.count == 2 && err.kind == ERR_GONE, "at once and with its own error");
    log.stop_after = 1;
    log.count = 0;
    err = (struct error){0};
    feed(&sse, "data: d", 7, &log, &err);
    is_int(sse_finish(&sse, log_event, &log, &err), -1, "also at the end");
    sse_free(&sse);
    log_free(&log);
}

/* Four million bytes in pieces of a few: this ends soon only if no byte is looked at again. */
static void test_long_event(void) {
    struct sse sse;
    struct error err = {0};
    struct log log;
    int result = 0;
    sse_init(&sse, 5000000);
    log_init(&log);
    result |= sse_feed(&sse, "data: ", 6, log_event, &log, &err);
    for (int i = 0; i < 1000000; i++)
        result |= sse_feed(&sse, "xyz\r", 3 + (i % 1000 == 0), log_event, &log, &err);
    is_int(result, 0, "a long event in small pieces");
    ok(sse.part.len == 3001006 && log.count == 0, "is kept until it ends");
    sse_free(&sse);
    log_free(&log);
}

int main(void) {
    test_fixtures();
    test_promptness();
    test_in_place();
    test_ceiling();
    test_stop();
    test_long_event();
    return tap_done();
}
