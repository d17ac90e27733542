/* The lines of the access log, in each form. The module is compiled into this test so that the clock is the
 * test's. */
#include <stdint.h>

int64_t test_wall_ms(void), test_mono_ms(void);
#define clock_wall_ms test_wall_ms
#define clock_mono_ms test_mono_ms
#include "front/access.c"
#undef clock_wall_ms
#undef clock_mono_ms

#include <jansson.h>

#include "base/log.h"
#include "fake_source.h"
#include "tap.h"
#include "tempdir.h"

static char directory[TEMPDIR_PATH], path[TEMPDIR_PATH + 16];

int64_t test_wall_ms(void) {
    return INT64_C(1790000000123); /* 2026-09-21T14:13:20.123Z */
}

int64_t test_mono_ms(void) {
    return 5000;
}

/* The line for a request with these variables. */
static const char *line_of(enum access_format format, const char *const *variables, struct trace trace,
                           struct error err) {
    static char line[20000];
    struct config config = {.access_format = format, .access_log = path};
    struct fake_source fake = {.variables = variables};
    struct request_source source = fake_source(&fake);
    struct arena *arena = arena_new();
    struct request request;
    struct reply reply = {.status = 200, .sent = 321};
    unlink(path);
    log_open(path, path, &(struct logfile_rules){0});
    request_init(&request, &source, arena);
    struct exchange x = {.config = &config,
                         .arena = arena,
                         .request = &request,
                         .reply = &reply,
                         .id = "0123456789abcdef",
                         .trace = trace};
    access_log(&x, &err, 4990);
    arena_free(arena);
    FILE *in = fopen(path, "r");
    size_t len = in ? fread(line, 1, sizeof line - 1, in) : 0;
    if (in)
        fclose(in);
    line[len] = '\0';
    return line;
}

static const char *const plain[] = {"REQUEST_METHOD=POST",
                                    "REQUEST_URI=/v1/chat/completions?key=sk-secret",
                                    "SERVER_PROTOCOL=HTTP/1.1",
                                    "REMOTE_ADDR=192.0.2.7",
                                    "HTTP_USER_AGENT=curl/8",
                                    "HTTP_X_CLIENT_REQUEST_ID=mine-1",
                                    NULL};

static struct trace call(void) {
    return (struct trace){.user = "ann smith",
                          .key = 7,
                          .model = "gpt \"x\"",
                          .provider = "openai",
                          .outcome = "done",
                          .usage = {.prompt = 11, .cache_read = 3, .output = 5},
                          .cost = 1500000,
                          .called = true};
}

static void test_text(void) {
    char want[1000];
    snprintf(want, sizeof want,
             "2026-09-21T14:13:20Z [%d] POST /v1/chat/completions 200 321 bytes 10 ms id=0123456789abcdef "
             "from=192.0.2.7 user=\"ann smith\" key=7 model=\"gpt \\\"x\\\"\" provider=openai outcome=done "
             "prompt=11 output=5 cost=0.0015 client_id=\"mine-1\"\n",
             (int)getpid());
    is_str(line_of(ACCESS_TEXT, plain, call(), (struct error){0}), want, "text");
}

/* What a client sends cannot look like what the hub found out. */
static void test_forged(void) {
    static const char *const forged[] = {"REQUEST_METHOD=GET x",
                                         "REQUEST_URI=/a 200 1 bytes id=0 user=\"admin\"",
                                         "REMOTE_ADDR=1 user=root", NULL};
    const char *line = line_of(ACCESS_TEXT, forged, (struct trace){0}, (struct error){0});
    ok(strstr(line, " GET%20x /a%20200%201%20bytes%20id=0%20user=%22admin%22 200 ") != NULL,
       "words stay words");
    ok(!strstr(line, " user="), "and no user is named");
}

static void test_combined(void) {
    is_str(
        line_of(ACCESS_COMBINED, plain, call(), (struct error){0}),
        "192.0.2.7 - ann_smith [21/Sep/2026:14:13:20 +0000] \"POST /v1/chat/completions HTTP/1.1\" 200 321 "
        "\"-\" \"curl/8\"\n",
        "combined");
    static const char *const nothing[] = {"REQUEST_METHOD=GET", "REQUEST_URI=/", NULL};
    is_str(line_of(ACCESS_COMBINED, nothing, (struct trace){0}, (struct error){0}),
           "- - - [21/Sep/2026:14:13:20 +0000] \"GET / \" 200 321 \"-\" \"-\"\n", "combined, nothing known");
}

static const char *text_of(const json_t *value, const char *name) {
    return json_string_value(json_object_get(value, name));
}

static void test_json(void) {
    struct error err = {0};
    error_set(&err, ERR_CREDIT, "no \"credit\"");
    json_t *value = json_loads(line_of(ACCESS_JSON, plain, call(), err), JSON_REJECT_DUPLICATES, NULL);
    static const char *const texts[][2] = {{"time", "2026-09-21T14:13:20.123Z"},
                                           {"id", "0123456789abcdef"},
                                           {"from", "192.0.2.7"},
                                           {"method", "POST"},
                                           {"path", "/v1/chat/completions"},
                                           {"client_id", "mine-1"},
                                           {"agent", "curl/8"},
                                           {"user", "ann smith"},
                                           {"model", "gpt \"x\""},
                                           {"provider", "openai"},
                                           {"outcome", "done"},
                                           {"cost", "0.0015"},
                                           {"error", "credit"},
                                           {"message", "no \"credit\""}};
    static const struct {
        const char *name;
        int number;
    } numbers[] = {{"status", 200},       {"bytes", 321},       {"ms", 10},          {"key", 7},
                   {"prompt_tokens", 11}, {"cached_tokens", 3}, {"output_tokens", 5}};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        is_str(text_of(value, texts[i][0]), texts[i][1], texts[i][0]);
    for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++)
        is_int(json_integer_value(json_object_get(value, numbers[i].name)), numbers[i].number,
               numbers[i].name);
    json_decref(value);
}

/* Everything that a client can send, as nasty and as long as can be: one line, and JSON stays JSON. */
static void test_hostile(void) {
    static const char *const names[] = {"REQUEST_URI=/",
                                        "HTTP_USER_AGENT=", "HTTP_X_CLIENT_REQUEST_ID=", "REQUEST_METHOD="};
    static const char nasty[] = "\"\\\n\r\x1b\x7f\xff\xc3 \u2028[]";
    const char *variables[6] = {NULL, NULL, NULL, NULL, "REMOTE_ADDR=::1", NULL};
    struct buf text[4];
    for (size_t i = 0; i < 4; i++) {
        buf_init(&text[i], 10000);
        buf_puts(&text[i], names[i]);
        while (text[i].len < 8000)
            buf_puts(&text[i], nasty);
        variables[i] = text[i].data;
    }
    for (int format = ACCESS_TEXT; format <= ACCESS_COMBINED; format++) {
        const char *line = line_of(format, variables, call(), (struct error){0});
        size_t len = strlen(line);
        bool tame = len > 100 && line[len - 1] == '\n';
        for (size_t i = 0; i + 1 < len; i++)
            tame &= (unsigned char)line[i] >= 0x20 && line[i] != 0x7f;
        ok(tame, "form %d: one line without control characters", format);
        ok(!strstr(line_of(format, plain, call(), (struct error){0}), "sk-secret"), "form %d: no query",
           format);
        if (format == ACCESS_JSON) {
            json_t *value = json_loads(line_of(format, variables, call(), (struct error){0}),
                                       JSON_REJECT_DUPLICATES, NULL);
            ok(value != NULL && json_object_get(value, "cost"), "and it is whole JSON");
            json_decref(value);
        }
    }
    for (size_t i = 0; i < 4; i++)
        buf_free(&text[i]);
}

int main(void) {
    tempdir_make(directory);
    snprintf(path, sizeof path, "%s/log", directory);
    test_text();
    test_forged();
    test_combined();
    test_json();
    test_hostile();
    tempdir_remove(directory);
    return tap_done();
}
