/*
 * Whole requests, from the web server's variables to the last byte of the reply, with a real hub, its ledger
 * and the demo provider. The input has a line NAME=VALUE for each variable, an empty line, and the body. KEY
 * in a value stands for a valid key. Three names tell how the rest is handed over: STEP, how many bytes of
 * the body at once; CUT, that the body breaks off; WRITES, after how many the client is gone.
 */
#include <ctype.h>
#include <jansson.h>
#include <stdio.h>
#include <string.h>

#include "../unit/fake_source.h"
#include "../unit/new_ledger.h"
#include "../unit/tempdir.h"
#include "front/routes.h"
#include "fuzz.h"

#define HUB_RUNS      10000 /* inputs before a new data directory is made */
#define VARIABLES_MAX 32

static const char settings[] =
    "{\"data_dir\":\"data\",\"log\":\"/dev/null\",\"body_limit\":4096,\"disk_floor_mb\":1,"
    "\"providers\":{\"demo\":{\"gap_ms\":0}},\"models\":{\"priced\":{\"model\":\"demo/any\","
    "\"price\":{\"input\":\"1\",\"output\":\"2\"}}}}";

static struct hub hub;
static char directory[TEMPDIR_PATH], key_text[SECRET_KEY_TEXT];
static unsigned long runs;

static void hub_stop(void) {
    struct ledger_proof proof;
    struct error err = {0};
    if (!hub.live)
        return;
    check(ledger_check(hub.ledger, &proof, &err) == 0 && proof.faults == 0 && proof.open == 0);
    ledger_free(hub.ledger);
    live_free(hub.live);
    upstream_free(hub.upstream);
    tempdir_remove(directory);
    hub.live = NULL;
}

static void hub_start(void) {
    char path[2 * TEMPDIR_PATH];
    struct error err = {0};
    struct user user;
    struct key key = {.name = "fuzz"};
    tempdir_make(directory);
    snprintf(path, sizeof path, "%s/aihub.json", directory);
    FILE *file = fopen(path, "w");
    check(secret_start() == 0 && file && fputs(settings, file) >= 0 && fclose(file) == 0);
    new_ledger(directory);
    hub = (struct hub){.live = live_new(path), .upstream = upstream_new(false), .stop_fd = -1, .threads = 4};
    pthread_mutex_init(&hub.ledger_lock, NULL);
    const struct config *config = live_take(hub.live);
    check(config != NULL);
    struct ledger *ledger = hub_ledger(&hub, config);
    check(ledger_user_create(ledger, "fuzz", 1000 * NANOS_PER_DOLLAR, &user, &err) == 0);
    key.user = user.id;
    check(ledger_key_create(ledger, &key, key_text, &err) == 0);
    live_give(hub.live, config);
}

/* The value with the key in the place of the first KEY. */
static const char *with_key(const char *line, struct arena *arena, bool *keyed) {
    const char *word = strstr(line, "KEY");
    if (!word || strncmp(line, "HTTP_", 5) != 0)
        return line;
    *keyed = true;
    return arena_printf(arena, "%.*s%s%s", (int)(word - line), line, key_text, word + 3);
}

/* Cuts the variables off the text; returns the body. */
static char *read_variables(char *text, const char *variables[VARIABLES_MAX + 1], struct fake_source *fake,
                            struct fake_writer *out, struct arena *arena, bool *keyed) {
    size_t n = 0;
    char *rest = text, *line;
    while ((line = strsep(&rest, "\n")) != NULL && *line) {
        if (strncmp(line, "STEP=", 5) == 0)
            fake->step = strtoul(line + 5, NULL, 10);
        else if (strncmp(line, "CUT=", 4) == 0)
            fake->cut = true;
        else if (strncmp(line, "WRITES=", 7) == 0)
            out->fail_after = (int)(strtoul(line + 7, NULL, 10) % 1000);
        else if (n < VARIABLES_MAX)
            variables[n++] = with_key(line, arena, keyed);
    }
    variables[n] = NULL;
    return rest;
}

/* Each line of the head is a name, a colon and printable text. Returns its end. */
static const char *check_head(const char *head, const char *end) {
    for (const char *line = head, *next; line < end; line = next) {
        next = memmem(line, (size_t)(end - line), "\r\n", 2);
        check(next != NULL);
        const char *colon = memchr(line, ':', (size_t)(next - line));
        if (next == line)
            return next + 2;
        check(colon && colon > line && colon[1] == ' ');
        for (const char *c = line; c < next; c++)
            check((c < colon ? isalnum((unsigned char)*c) || *c == '-' : (unsigned char)*c >= ' ') &&
                  *c != 0x7f);
        next += 2;
    }
    abort(); /* a head without an end */
}

static const char *field(const char *head, const char *body, const char *name) {
    const char *at = memmem(head, (size_t)(body - head), name, strlen(name));
    return at ? at + strlen(name) : NULL;
}

/* A stream is comments and events of JSON, and its end stands in it: an error, [DONE], or AIGNE's result. */
static void check_stream(const char *body, const char *end) {
    static const char failed[] = "event: error\n";
    bool ended = false;
    for (const char *at = body, *next; at < end; at = next) {
        check(!ended);
        next = memmem(at, (size_t)(end - at), "\n\n", 2);
        check(next != NULL);
        next += 2;
        if (*at == ':')
            continue;
        bool failure = (size_t)(next - at) > sizeof failed && memcmp(at, failed, sizeof failed - 1) == 0;
        at += failure ? sizeof failed - 1 : 0;
        check(next - at > 8 && memcmp(at, "data: ", 6) == 0);
        json_t *event = json_loadb(at + 6, (size_t)(next - at - 8), JSON_ALLOW_NUL, NULL);
        bool result = json_object_get(json_object_get(event, "delta"), "json");
        ended = failure || result || !event || json_object_get(event, "error");
        check(event || memcmp(at + 6, "[DONE]\n\n", 8) == 0);
        json_decref(event);
    }
    check(ended);
}

static void check_json(const char *body, const char *end, long status) {
    json_t *value = json_loadb(body, (size_t)(end - body), JSON_ALLOW_NUL, NULL);
    check(json_is_object(value));
    json_t *error = json_object_get(value, "error");
    bool refused =
        error || json_object_get(value, "reason") || json_is_false(json_object_get(value, "success"));
    check((status >= 400) == refused);
    json_t *told =
        json_is_string(error) ? value : error; /* IndoxRouter's is a word, with the rest beside it */
    check(!error || json_string_length(json_object_get(told, "message")) > 0);
    json_decref(value);
}

/* bodiless: the method asks for a head only. */
static void check_reply(const struct fake_writer *out, bool keyed, bool bodiless) {
    const char *head = out->out.data, *end = head + out->out.len;
    const char *body = check_head(head, end), *length = field(head, body, "\r\nContent-Length: ");
    check(strncmp(head, "Status: ", 8) == 0);
    long status = strtol(head + 8, NULL, 10);
    check(status >= 200 && status < 600 && status != 500);
    check(status < 500 || !memmem(head, out->out.len, directory, strlen(directory))); /* nobody's business */
    if (bodiless || status == 204) {
        check(body == end);
        return;
    }
    check(field(head, body, "\r\nContent-Type: ") != NULL);
    check(!length || strtol(length, NULL, 10) == end - body);
    if (field(head, body, "\r\nContent-Type: text/html"))
        return;
    check(keyed || !memmem(body, (size_t)(end - body), "\"model\":", 8));
    if (field(head, body, "\r\nContent-Type: text/event-stream"))
        check_stream(body, end);
    else
        check_json(body, end, status);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    const char *variables[VARIABLES_MAX + 1];
    struct arena *arena = arena_new();
    struct fake_source fake = {.variables = variables};
    struct fake_writer out;
    struct reply_writer writer = fake_writer(&out);
    bool keyed = false;
    if (runs++ == 0)
        atexit(hub_stop);
    if (runs % HUB_RUNS == 1) {
        hub_stop();
        hub_start();
    }
    char *text = arena_strndup(arena, (const char *)data, size);
    fake.body = read_variables(text, variables, &fake, &out, arena, &keyed);
    fake.body_len = fake.body ? size - (size_t)(fake.body - text) : 0;
    struct request_source source = fake_source(&fake);
    routes_serve(&hub, &source, &writer);
    check(atomic_load(&hub.busy) == 0);
    const char *method = fake_variable(&fake, "REQUEST_METHOD");
    if (!out.fail_after)
        check_reply(&out, keyed, method && strcmp(method, "HEAD") == 0);
    buf_free(&out.out);
    arena_free(arena);
    return 0;
}
