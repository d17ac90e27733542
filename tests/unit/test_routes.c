/* Whole requests, from their first variable to the last byte of the reply, with a real hub and the demo
 * provider. */
#include "front/routes.h"

#include <unistd.h>

#include "entry_next.h"
#include "new_ledger.h"
#include "served.h"

#define COUNT(table) (sizeof(table) / sizeof *(table))
#define JSON         "application/json"

/* A key of a new user. credit < 0: not limited. */
static void make_key(struct hub *hub, const char *name, nanos credit, int64_t cap,
                     char text[SECRET_KEY_TEXT]) {
    const struct config *config = live_take(hub->live);
    struct ledger *ledger = hub_ledger(hub, config);
    struct error err = {0};
    struct user user;
    struct key key = {.name = "test", .limits.requests[PERIOD_DAY] = cap};
    if (ledger_user_create(ledger, name, credit, &user, &err) == 0) {
        key.user = user.id;
        ledger_key_create(ledger, &key, text, &err);
    }
    ok(err.kind == ERR_NONE, "a key for %s %s", name, err.message);
    live_give(hub->live, config);
}

static bool is_well_formed(const struct answer *answer, const char *method) {
    const char *length = strstr(answer->head, "\nContent-Length: ");
    if (strcmp(method, "HEAD") == 0)
        return length && strtoul(length + 17, NULL, 10) > 0 && *answer->body == '\0';
    return strstr(answer->head, "\nContent-Type: ") &&
           (!length || strtoul(length + 17, NULL, 10) == strlen(answer->body));
}

/* ---- the table of routes and what it refuses ------------------------------------------ */

#define CHAT                           "/v1/chat/completions"
#define ALLOW_GET                      "\nAllow: GET, HEAD, OPTIONS\r\n"
#define BEARER                         "\nWWW-Authenticate: Bearer\r\n"
#define IS_JSON                        "\nContent-Type: application/json\r\n"
#define IS_HTML                        "\nContent-Type: text/html; charset=utf-8\r\n"
#define UNKNOWN                        "invalid_request_error", "unknown_url"
#define METHOD                         "invalid_request_error", "method_not_allowed"
#define MEDIA                          "invalid_request_error", "unsupported_media_type"
#define NO_KEY                         "authentication_error", "invalid_api_key"
#define GET(path)                      .method = "GET", .uri = path
#define POST(path, content_type, text) .method = "POST", .uri = path, .type = content_type, .body = text

static const struct {
    const char *name;
    struct ask ask;
    int status;
    const char *head, *type, *code; /* a piece of the head; type and code of an error body */
} rows[] = {
    {"unknown path", {GET("/v1/nothing")}, 404, "", UNKNOWN},
    {"unknown path, POST", {POST("/v1/chat", JSON, "{}")}, 404, "", UNKNOWN},
    {"a malformed path", {GET("/health%00")}, 404, "", UNKNOWN},
    {"no path at all", {.method = "OPTIONS", .uri = "*"}, 404, "", UNKNOWN},
    {"chat with GET", {GET(CHAT)}, 405, "\nAllow: POST, OPTIONS\r\n", METHOD},
    {"models with POST", {POST("/v1/models", JSON, "{}")}, 405, ALLOW_GET, METHOD},
    {"a model with DELETE",
     {.method = "DELETE", .uri = "/v1/models/x"},
     405,
     "\nAllow: GET, HEAD, POST, OPTIONS\r\n",
     METHOD},
    {"a method in small letters", {.method = "get", .uri = "/health"}, 405, ALLOW_GET, METHOD},
    {"health", {GET("/health")}, 200, "\nCache-Control: no-store\r\n", NULL, NULL},
    {"healthz", {GET("//healthz/")}, 200, IS_JSON, NULL, NULL},
    {"health with HEAD", {.method = "HEAD", .uri = "/health"}, 200, IS_JSON, NULL, NULL},
    {"the root for programs", {GET("/")}, 200, IS_JSON, NULL, NULL},
    {"the root for people", {GET("/"), .accept = "text/html,*/*"}, 200, IS_HTML, NULL, NULL},
    {"models without a key", {GET("/v1/models")}, 401, BEARER, NO_KEY},
    {"models with a wrong key", {GET("/v1/models"), .key = "sk-wrong"}, 401, BEARER, NO_KEY},
    {"usage without a key", {GET("/v1/usage")}, 401, BEARER, NO_KEY},
    {"chat without a key", {POST(CHAT, JSON, "{}")}, 401, BEARER, NO_KEY},
    {"a wrong key learns nothing else", {POST(CHAT, JSON, "{"), .key = "sk-wrong"}, 401, BEARER, NO_KEY},
    {"a form", {POST(CHAT, "application/x-www-form-urlencoded", "{}")}, 415, "", MEDIA},
    {"almost JSON", {POST(CHAT, "application/jsonp", "{}")}, 415, "", MEDIA},
    {"JSON with parameters", {POST(CHAT, "Application/JSON; charset=utf-8", "{}")}, 401, "", NO_KEY},
    {"a kind of JSON", {POST(CHAT, "application/x+json", "{}")}, 401, "", NO_KEY},
    {"no content type", {POST(CHAT, NULL, "{}")}, 401, "", NO_KEY},
};

static void test_rows(struct hub *hub) {
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct answer answer = serve(hub, &rows[i].ask);
        is_int(answer.status, rows[i].status, rows[i].name);
        ok(strstr(answer.head, rows[i].head) && is_well_formed(&answer, rows[i].ask.method), "%s: the head",
           rows[i].name);
        if (rows[i].type) {
            has_text(&answer, "error.type", rows[i].type, rows[i].name);
            has_text(&answer, "error.code", rows[i].code, rows[i].name);
            ok(strstr(answer.head, "\nx-request-id: ") != NULL, "%s: has an id", rows[i].name);
        }
        buf_free(&answer.out);
    }
}

static void is_status(struct hub *hub, struct ask ask, int status, const char *name) {
    struct answer answer = serve(hub, &ask);
    if (answer.status != status)
        printf("# %s\n", answer.out.data);
    is_int(answer.status, status, name);
    buf_free(&answer.out);
}

/* A row behind one that takes all of its requests would never be found. */
static bool hides(const struct route *early, const struct route *late) {
    size_t len = strlen(early->path);
    if (strcmp(early->method, late->method) != 0 && strcmp(early->method, "*") != 0)
        return false;
    if (early->path[len - 1] != '*')
        return strcmp(early->path, late->path) == 0;
    return strncmp(early->path, late->path, len - 1) == 0 && strlen(late->path) >= len;
}

static void test_order(void) {
    int hidden = 0;
    for (size_t late = 0; late < route_count; late++)
        for (size_t early = 0; early < late; early++)
            if (hides(&routes[early], &routes[late])) {
                printf("# %s %s hides %s\n", routes[early].method, routes[early].path, routes[late].path);
                hidden++;
            }
    is_int(hidden, 0, "no row of the table hides one behind it");
}

/* What OpenAI, Anthropic and new-api have and the hub does not: told in the words of the path's API. */
static void test_not_offered(struct hub *hub, const char *key) {
    static const char openai[] = "error.code", anthropic[] = "error.details.error_code";
    static const struct {
        const char *method, *uri, *member;
    } missing[] = {
        {"POST", "/v1/files", openai},
        {"GET", "/v1/files/file-1/content", openai},
        {"DELETE", "/v1/files/file-1", openai},
        {"POST", "/v1/uploads", openai},
        {"POST", "/v1/batches", openai},
        {"GET", "/v1/batches/batch_1", openai},
        {"POST", "/v1/fine_tuning/jobs", openai},
        {"GET", "/v1/fine-tunes", openai},
        {"POST", "/v1/assistants", openai},
        {"POST", "/v1/threads/thread_1/runs", openai},
        {"POST", "/v1/vector_stores", openai},
        {"GET", "/v1/realtime?model=gpt-realtime", openai},
        {"POST", "/v1/realtime/sessions", openai},
        {"POST", "/v1/messages/batches", anthropic},
    };
    for (size_t i = 0; i < COUNT(missing); i++) {
        struct ask ask = {.method = missing[i].method, .uri = missing[i].uri, .type = JSON};
        is_status(hub, ask, 401, missing[i].uri);
        ask.key = key;
        struct answer answer = serve(hub, &ask);
        is_int(answer.status, 501, missing[i].uri);
        has_text(&answer, missing[i].member, "api_not_implemented", missing[i].uri);
        ok(strstr(answer.head, "\nx-should-retry: false\r\n") != NULL, "%s is not tried again",
           missing[i].uri);
        buf_free(&answer.out);
    }
}

static void test_places(struct hub *hub) {
    is_status(hub, (struct ask){GET("/ai/health"), .script = "/ai"}, 200, "mounted at a path");
    is_status(hub, (struct ask){GET("/ai/aihub.fcgi/health"), .script = "/ai/aihub.fcgi"}, 200,
              "called as a script");
    is_status(hub, (struct ask){GET("/ai/health"), .script = "/ai/aihub.fcgi"}, 200, "rewritten to a script");
    is_status(hub, (struct ask){.method = "POST", .uri = "/ai/health", .script = "/ai"}, 405,
              "mounted, wrong method");
    is_status(hub, (struct ask){GET("/health"), .script = "/health"}, 200, "SCRIPT_NAME is the path");
    is_status(hub, (struct ask){GET("/ai/health")}, 404, "not mounted");
}

/* AIGNE's clients find the hub wherever it is mounted: they ask the root of the host, and trust the answer.
 */
static void test_discovery(struct hub *hub) {
    static const struct {
        const char *uri, *script, *mount;
    } places[] = {
        {"/__blocklet__.js?type=json", NULL, "/"},
        {"/aigne/__blocklet__.js?type=json", NULL, "/aigne"},
        {"/ai/__blocklet__.js?type=json", "/ai", "/ai"},
        {"/ai/aigne/__blocklet__.js?type=json", "/ai", "/ai/aigne"},
        {"/ai/aihub.fcgi/__blocklet__.js?type=json", "/ai/aihub.fcgi", "/ai/aihub.fcgi"},
        {"/ai/__blocklet__.js?type=json", "/ai/aihub.fcgi", "/ai"},
        {"/__blocklet__.js?type=json", "/ai/aihub.fcgi", "/ai"},
        {"/aigne/__blocklet__.js?type=json", "/ai/aihub.fcgi", "/ai/aigne"},
    };
    for (size_t i = 0; i < COUNT(places); i++) {
        struct answer answer = serve(hub, &(struct ask){GET(places[i].uri), .script = places[i].script});
        is_int(answer.status, 200, places[i].uri);
        has_text(&answer, "componentMountPoints.0.did", "z8ia3xzq2tMq8CRHfaXj1BTYJyYnEcHbqP8cJ", "its did");
        has_text(&answer, "componentMountPoints.0.mountPoint", places[i].mount, places[i].uri);
        buf_free(&answer.out);
    }
    struct answer script = serve(hub, &(struct ask){GET("/__blocklet__.js")});
    ok(strncmp(script.body, "window.blocklet = {", 19) == 0 && strstr(script.head, "javascript"),
       "a script for pages");
    buf_free(&script.out);
    is_status(hub, (struct ask){GET("/health"), .script = "/ai/aihub.fcgi"}, 404,
              "other paths stay below the base");
    is_status(hub, (struct ask){POST("/__blocklet__.js", JSON, "{}")}, 405, "it is only to be read");
}

/* ---- other places for the key, and wrong ones ------------------------------------------------ */

static void test_keys(struct hub *hub, const char *key) {
    char variable[5][200];
    static const char *const dummy = "HTTP_AUTHORIZATION=Bearer not-used";
    snprintf(variable[0], sizeof variable[0], "HTTP_X_API_KEY=%s", key);
    snprintf(variable[1], sizeof variable[1], "HTTP_API_KEY=%s", key);
    snprintf(variable[2], sizeof variable[2], "HTTP_X_GOOG_API_KEY=%s", key);
    snprintf(variable[3], sizeof variable[3], "/v1/models?key=%s", key);
    for (int i = 0; i < 3; i++) {
        is_status(hub, (struct ask){GET("/v1/models"), .more = {variable[i]}}, 200, variable[i]);
        is_status(hub, (struct ask){GET("/v1/models"), .more = {dummy, variable[i]}}, 200,
                  "beside one that is meant for somebody else");
    }
    snprintf(variable[4], sizeof variable[4], "HTTP_AUTHORIZATION=%s", key);
    is_status(hub, (struct ask){GET("/v1/models"), .more = {variable[4]}}, 200, "without the word Bearer");
    is_status(hub, (struct ask){GET("/v1/models"), .more = {variable[4], "HTTP_NEW_API_USER=999"}}, 401,
              "named as another's");
    is_status(hub, (struct ask){GET("/v1/models"), .more = {"HTTP_AUTHORIZATION=Basic YTpi", variable[0]}},
              200, "beside another kind of authorization");
    is_status(hub, (struct ask){GET(variable[3])}, 200, "in the query");
    is_status(hub, (struct ask){GET(variable[3]), .more = {dummy}}, 200, "the same beside another");
    is_status(hub, (struct ask){GET("/v1/models"), .more = {dummy}}, 401, "one that is none");
}

/* Without a key and with a wrong one the answer is the same to the letter, but for its id. */
static void test_no_hint(struct hub *hub) {
    struct answer none = serve(hub, &(struct ask){GET("/v1/models")});
    struct answer wrong = serve(hub, &(struct ask){GET("/v1/models"), .key = "sk-wrong"});
    is_str(none.body, wrong.body, "no key and a wrong key are told the same");
    buf_free(&none.out);
    buf_free(&wrong.out);
}

static void test_guessing(struct hub *hub, const char *key) {
    static const char *const here = "REMOTE_ADDR=2001:db8:1:2::7",
                             *const beside = "REMOTE_ADDR=2001:db8:1:2::8",
                             *const elsewhere = "REMOTE_ADDR=2001:db8:1:3::7";
    char fresh[SECRET_KEY_TEXT];
    make_key(hub, "guest", -1, 0, fresh);
    is_status(hub, (struct ask){GET("/v1/models"), .key = key, .more = {here}}, 200, "a good neighbour");
    for (int i = 0; i < 60; i++) {
        struct answer answer =
            serve(hub, &(struct ask){GET("/v1/models"), .key = "sk-wrong", .more = {here}});
        if (answer.status != 401)
            is_int(answer.status, 401, "one of sixty wrong keys");
        buf_free(&answer.out);
    }
    struct answer answer = serve(hub, &(struct ask){GET("/v1/models"), .key = "sk-other", .more = {beside}});
    is_int(answer.status, 429, "then no more, from its whole network");
    ok(strstr(answer.head, "\nRetry-After: 1\r\n") != NULL, "for a second");
    has_text(&answer, "error.code", "too_many_wrong_keys", "wrong keys");
    buf_free(&answer.out);
    is_status(hub, (struct ask){GET("/v1/models"), .key = fresh, .more = {here}}, 429, "a right one neither");
    is_status(hub, (struct ask){POST(CHAT, JSON, "{}"), .key = fresh, .more = {here}}, 429, "nor for chat");
    is_status(hub, (struct ask){GET("/v1/models"), .key = key, .more = {here}}, 200, "the neighbour goes on");
    is_status(hub, (struct ask){GET("/v1/models"), .key = fresh, .more = {elsewhere}}, 200,
              "elsewhere it opens");
}

/* ---- scripts of web pages -------------------------------------------------------------------- */

#define ORIGIN    "HTTP_ORIGIN=https://app.example.org"
#define PREFLIGHT "HTTP_ACCESS_CONTROL_REQUEST_METHOD=POST"
#define ASKED     "HTTP_ACCESS_CONTROL_REQUEST_HEADERS="

static void has_head(struct hub *hub, struct ask ask, int status, const char *piece, const char *name) {
    struct answer answer = serve(hub, &ask);
    if (answer.status != status || !strstr(answer.head, piece))
        printf("# %s\n", answer.out.data);
    ok(answer.status == status && strstr(answer.head, piece), "%s", name);
    buf_free(&answer.out);
}

static void lacks_head(struct hub *hub, struct ask ask, const char *piece, const char *name) {
    struct answer answer = serve(hub, &ask);
    ok(!strstr(answer.head, piece), "%s", name);
    buf_free(&answer.out);
}

static void test_pages(struct hub *hub) {
    static const char all[] = "\nAccess-Control-Allow-Origin: *\r\n";
    struct ask ask = {
        .method = "OPTIONS", .uri = CHAT, .more = {ORIGIN, PREFLIGHT, ASKED "authorization, x-my"}};
    has_head(hub, ask, 204, all, "a preflight");
    has_head(hub, ask, 204, "\nAccess-Control-Allow-Methods: POST, OPTIONS\r\n", "names the methods");
    has_head(hub, ask, 204, "\nAccess-Control-Allow-Headers: authorization, x-my\r\n", "and the headers");
    has_head(hub, ask, 204, "\nAccess-Control-Max-Age: ", "for a while");
    ask.more[2] = ASKED "x\r\nSet-Cookie: y";
    has_head(hub, ask, 204, "\nAccess-Control-Allow-Headers: authorization, content-type\r\n", "no odd ones");
    ask.uri = "/v1/nothing";
    has_head(hub, ask, 404, all, "a page may read that there is nothing");
    has_head(hub, (struct ask){.method = "OPTIONS", .uri = CHAT}, 204, "\nAllow: POST, OPTIONS\r\n",
             "OPTIONS of a program");
    lacks_head(hub, (struct ask){.method = "OPTIONS", .uri = CHAT}, "Access-Control",
               "has nothing for pages");
    has_head(hub, (struct ask){GET("/v1/models"), .more = {ORIGIN}}, 401, all, "so with an error");
    has_head(hub, (struct ask){GET("/health"), .more = {ORIGIN}}, 200, all, "and an answer");
    lacks_head(hub, (struct ask){GET("/health"), .more = {ORIGIN}}, "Credentials", "never with credentials");
}

static void test_listed_pages(void) {
    static const char named[] = "\nAccess-Control-Allow-Origin: https://app.example.org\r\n";
    struct hub hub;
    write_file("cors.json", "{\"cors\":\"https://app.example.org.evil https://app.example.org http://a\","
                            "\"data_dir\":\"data\",\"log\":\"log\",\"providers\":{\"demo\":{}}}");
    hub_open(&hub, "cors.json");
    has_head(&hub, (struct ask){GET("/health"), .more = {ORIGIN}}, 200, named, "a page of the list");
    has_head(&hub, (struct ask){GET("/health"), .more = {ORIGIN}}, 200, "\nVary: Origin\r\n",
             "is told apart");
    has_head(&hub, (struct ask){GET("/health")}, 200, "\nVary: Origin\r\n", "from no page, too");
    static const char *const others[] = {"HTTP_ORIGIN=https://app.example.or", "HTTP_ORIGIN=https://evil.org",
                                         "HTTP_ORIGIN=null", "HTTP_ORIGIN=https://app.example.org http://a"};
    for (size_t i = 0; i < COUNT(others); i++)
        lacks_head(&hub, (struct ask){GET("/health"), .more = {others[i]}}, "Access-Control", others[i]);
    hub_close(&hub);
}

static void test_long_url(struct hub *hub) {
    char url[9000];
    memset(url, 'x', sizeof url);
    memcpy(url, "/v1/models?a=", 13);
    url[8194] = '\0';
    is_status(hub, (struct ask){GET(url)}, 414, "a URL that is too long");
    url[8193] = '\0';
    is_status(hub, (struct ask){GET(url)}, 401, "and one that is not");
}

/* ---- a hub without a configuration ------------------------------------------------------- */

static void test_without_configuration(void) {
    struct hub hub;
    hub_open(&hub, "missing.json");
    is_status(&hub, (struct ask){GET("/health")}, 200, "health without a configuration");
    is_status(&hub, (struct ask){GET("/"), .accept = "text/html"}, 200, "the front page, too");
    is_status(&hub, (struct ask){GET("/readyz")}, 503, "but it is not ready");
    is_status(&hub, (struct ask){GET("/v1/models"), .key = "sk-x"}, 503, "models cannot be told");
    is_status(&hub, (struct ask){GET("/nothing")}, 404, "what does not exist, does not");
    struct answer answer = serve(&hub, &(struct ask){.method = "POST", .uri = CHAT, .body = "{}"});
    is_int(answer.status, 503, "no chat without a configuration");
    has_text(&answer, "error.code", "unavailable", "which is said");
    ok(!strstr(answer.body, directory), "without where it is");
    buf_free(&answer.out);
    ok(hub.ledger == NULL, "there is no ledger then");
    hub_close(&hub);
}

/* ---- calls --------------------------------------------------------------------------------- */

#define HELLO "{\"model\":\"demo/any\",\"messages\":[{\"role\":\"user\",\"content\":\"Hello \\u00e9\"}]%s}"

static struct answer chat(struct hub *hub, const char *key, const char *path, const char *more, int writes) {
    char body[1000];
    snprintf(body, sizeof body, HELLO, more);
    return serve(
        hub, &(struct ask){
                 .method = "POST", .uri = path, .type = JSON, .key = key, .body = body, .writes = writes});
}

/* The last entry of the ledger. */
static struct entry last_entry(struct hub *hub) {
    struct entry entry = {0}, next;
    struct call_id after;
    struct error err = {0};
    while (ledger_entry_next(hub->ledger, entry.number ? &after : NULL, 0, &next, &err) == 0) {
        entry = next;
        after = entry.id;
    }
    return entry;
}

static void is_entry(struct hub *hub, const struct answer *answer, enum call_outcome outcome,
                     const char *name) {
    struct entry entry = last_entry(hub);
    char id[CALL_ID_TEXT], line[100];
    snprintf(line, sizeof line, "\nx-request-id: %s\r\n", call_id_write(&entry.id, id));
    if (entry.outcome != outcome)
        printf("# got %s\n", call_outcome_name(entry.outcome));
    ok(entry.outcome == outcome && strstr(answer->head, line), "%s", name);
}

/* The contents of all deltas, how many events there were, and whether [DONE] ended them. */
static bool read_stream(const char *body, char *text, size_t size, int *events, int *usages) {
    bool done = false;
    size_t len = 0;
    *events = *usages = 0;
    for (const char *at = body, *end; !done && strncmp(at, "data: ", 6) == 0 && (end = strstr(at, "\n\n"));
         at = end + 2) {
        done = strncmp(at + 6, "[DONE]", 6) == 0 && end[2] == '\0';
        json_t *chunk = json_loadb(at + 6, (size_t)(end - at - 6), 0, NULL);
        const char *word = text_at(chunk, "choices.0.delta.content");
        if (word)
            len += (size_t)snprintf(text + len, size - len, "%s", word);
        *usages += json_is_object(json_object_get(chunk, "usage"));
        *events += chunk != NULL;
        json_decref(chunk);
    }
    return done;
}

static void test_whole_chat(struct hub *hub, const char *key, char *text, size_t size) {
    struct answer answer = chat(hub, key, CHAT, "", 0);
    is_int(answer.status, 200, "a chat");
    ok(strstr(answer.head, "\nContent-Type: application/json\r\n") && is_well_formed(&answer, "POST"),
       "its head");
    is_entry(hub, &answer, CALL_DONE, "is entered under its id");
    json_t *body = json_loads(answer.body, 0, NULL);
    const char *content = text_at(body, "choices.0.message.content");
    snprintf(text, size, "%s", content ? content : "");
    ok(strstr(text, "You said: Hello \xc3\xa9") != NULL, "and the demo answers");
    struct entry entry = last_entry(hub);
    json_t *usage = json_object_get(body, "usage");
    ok(json_integer_value(json_object_get(usage, "prompt_tokens")) == entry.usage.prompt &&
           json_integer_value(json_object_get(usage, "completion_tokens")) == entry.usage.output &&
           entry.usage.output > 10 && !entry.estimated && entry.status == 200 && entry.cost == 0,
       "its usage is entered, and it costs nothing");
    json_decref(body);
    buf_free(&answer.out);
}

static void test_streamed_chat(struct hub *hub, const char *key, const char *whole) {
    static const struct {
        const char *path, *more;
        int usages;
    } calls[] = {
        {CHAT, ",\"stream\":true", 0},
        {CHAT, ",\"stream\":true,\"stream_options\":{\"include_usage\":true}", 1},
        {"/v1/chat/stream", "", 0},
        {"/v1/chat/stream", ",\"stream\":false", 0},
    };
    for (size_t i = 0; i < COUNT(calls); i++) {
        char text[1000] = "";
        int events, usages;
        struct answer answer = chat(hub, key, calls[i].path, calls[i].more, 0);
        ok(answer.status == 200 &&
               strstr(answer.head, "\nContent-Type: text/event-stream; charset=utf-8\r\n") &&
               !strstr(answer.head, "\nContent-Length"),
           "a streamed chat: %s%s", calls[i].path, calls[i].more);
        ok(read_stream(answer.body, text, sizeof text, &events, &usages) && events > 10,
           "events and their end");
        is_str(text, whole, "say what the whole answer says");
        is_int(usages, calls[i].usages, "usage only if it was asked for");
        is_entry(hub, &answer, CALL_DONE, "entered as done");
        ok(last_entry(hub).usage.output > 10 && !last_entry(hub).estimated, "with the usage in any case");
        buf_free(&answer.out);
    }
}

static void test_broken_calls(struct hub *hub, const char *key) {
    struct answer answer = chat(hub, key, "/v1/chat/stream", "", 4);
    is_int(answer.writes, 4, "a client that leaves gets no more");
    is_entry(hub, &answer, CALL_ABORTED, "its call is entered as aborted");
    struct entry entry = last_entry(hub);
    ok(entry.estimated && entry.usage.prompt > 0 && entry.usage.output > 0, "with what was used so far");
    buf_free(&answer.out);

    int stop[2];
    if (pipe(stop) != 0 || write(stop[1], "x", 1) != 1)
        exit(99);
    hub->stop_fd = stop[0];
    answer = chat(hub, key, "/v1/chat/stream", "", 0);
    is_entry(hub, &answer, CALL_INTERRUPTED, "a call within which the hub stops");
    ok(strstr(answer.body, "\n\ndata: {\"error\":{") && !strstr(answer.body, "[DONE]"),
       "ends with an error event");
    buf_free(&answer.out);
    answer = chat(hub, key, CHAT, "", 0);
    is_int(answer.status, 503, "or with an error, if nothing was sent");
    buf_free(&answer.out);
    hub->stop_fd = -1;
    close(stop[0]);
    close(stop[1]);
}

static void test_refused_calls(struct hub *hub, const char *key) {
    static const struct {
        const char *body, *param, *code;
        int status;
    } bad[] = {
        {"{\"model\":\"demo/any\"}", "messages", NULL, 400},
        {"{\"model\":\"demo/any\",\"messages\":[{}],\"stream\":1}", "stream", NULL, 400},
        {"{\"model\":\"nowhere/any\",\"messages\":[{}]}", "model", "model_not_found", 404},
        {"", NULL, NULL, 400},
        {"[]", NULL, NULL, 400},
    };
    for (size_t i = 0; i < COUNT(bad); i++) {
        struct answer answer =
            serve(hub, &(struct ask){.method = "POST", .uri = CHAT, .key = key, .body = bad[i].body});
        is_int(answer.status, bad[i].status, bad[i].body);
        has_text(&answer, "error.param", bad[i].param, "names the field");
        has_text(&answer, "error.code", bad[i].code, "and the code");
        buf_free(&answer.out);
    }
    char *large = calloc(1, 5000);
    memset(large, ' ', 4999);
    struct answer answer =
        serve(hub, &(struct ask){.method = "POST", .uri = CHAT, .key = key, .body = large});
    is_int(answer.status, 413, "a body too large");
    has_text(&answer, "error.code", "request_too_large", "is called so");
    buf_free(&answer.out);
    free(large);
}

static struct answer priced(struct hub *hub, const char *key) {
    return serve(hub, &(struct ask){.method = "POST",
                                    .uri = CHAT,
                                    .key = key,
                                    .body = "{\"model\":\"priced\",\"messages\":[{\"content\":\"Hello\"}]}"});
}

static void test_money(struct hub *hub) {
    char poor[SECRET_KEY_TEXT], rich[SECRET_KEY_TEXT], capped[SECRET_KEY_TEXT];
    make_key(hub, "poor", 0, 0, poor);
    make_key(hub, "rich", 5 * NANOS_PER_DOLLAR, 0, rich);
    make_key(hub, "capped", -1, 1, capped);
    struct answer answer = priced(hub, poor);
    is_int(answer.status, 402, "no credit, no call");
    has_text(&answer, "error.code", "insufficient_credit", "which is said");
    buf_free(&answer.out);
    answer = priced(hub, rich);
    is_int(answer.status, 200, "with credit it is made");
    struct entry entry = last_entry(hub);
    ok(entry.cost == entry.usage.prompt * 1000 + entry.usage.output * 2000, "and costs what it costs");
    buf_free(&answer.out);
    answer = priced(hub, capped);
    is_int(answer.status, 200, "a request within the cap");
    ok(strstr(answer.head, "\nX-RateLimit-Limit: 1\r\n") &&
           strstr(answer.head, "\nX-RateLimit-Remaining: 0\r\n") &&
           strstr(answer.head, "\nX-RateLimit-Reset: "),
       "is told what is left");
    buf_free(&answer.out);
    answer = priced(hub, capped);
    is_int(answer.status, 429, "one above it");
    ok(strstr(answer.head, "\nRetry-After: ") != NULL, "says when to come again");
    ok(strstr(answer.head, "\nx-ratelimit-remaining-requests: 0\r\n") != NULL,
       "and what is left, also as OpenAI does");
    buf_free(&answer.out);
}

static void test_lists(struct hub *hub, const char *key) {
    struct answer answer = serve(hub, &(struct ask){GET("/v1/models"), .key = key});
    is_int(answer.status, 200, "models");
    has_text(&answer, "data.0.id", "priced", "the configured first");
    has_text(&answer, "data.0.owned_by", "demo", "and whose they are");
    buf_free(&answer.out);
    answer = serve(hub, &(struct ask){GET("/v1/models/demo%2Fany"), .key = key});
    has_text(&answer, "id", "demo/any", "one model");
    buf_free(&answer.out);
    is_status(hub, (struct ask){GET("/v1/models/nowhere/any"), .key = key}, 404, "or none");
    is_status(hub, (struct ask){.method = "HEAD", .uri = "/v1/models", .key = key}, 200, "HEAD is GET");
    answer = serve(hub, &(struct ask){GET("/v1/usage?start=2020-01-01"), .key = key});
    is_int(answer.status, 200, "usage");
    ok(strstr(answer.body, "\"demo/any\":{\"requests\":") != NULL, "of each model");
    has_text(&answer, "period.start", "2020-01-01T00:00:00Z", "since then");
    buf_free(&answer.out);
    is_status(hub, (struct ask){GET("/v1/usage?start=soon"), .key = key}, 400, "at no time");
    is_status(hub, (struct ask){GET("/v1/usage?start=2030-01-02&end=2030-01-01"), .key = key}, 400,
              "or a time that runs backwards");
}

/* All threads but the one kept for health are in work. */
static void test_busy(struct hub *hub, const char *key) {
    atomic_store(&hub->busy, hub->threads - 1);
    struct answer answer = chat(hub, key, CHAT, "", 0);
    is_int(answer.status, 503, "a busy hub takes no call");
    ok(strstr(answer.head, "\nRetry-After: 1\r\n") != NULL, "says when to come again");
    buf_free(&answer.out);
    is_status(hub, (struct ask){GET("/health")}, 200, "and is healthy");
    is_status(hub, (struct ask){GET("/v1/models"), .key = key}, 200, "and tells its models");
    is_int(atomic_load(&hub->busy), hub->threads - 1, "requests are counted while they last");
    atomic_store(&hub->busy, hub->threads - 2);
    answer = chat(hub, key, CHAT, "", 0);
    is_int(answer.status, 200, "the last but one thread takes calls");
    buf_free(&answer.out);
    atomic_store(&hub->busy, 0);
}

static void test_log(const char *key) {
    char path[2 * TEMPDIR_PATH], line[5000];
    bool called = false, refused = false, told = false;
    snprintf(path, sizeof path, "%s/log", directory);
    FILE *log = fopen(path, "r");
    while (log && fgets(line, sizeof line, log)) {
        called |= strstr(line, "POST /v1/chat/completions 200 ") && strstr(line, " user=\"anna\"") &&
                  strstr(line, " model=\"demo/any\" provider=demo outcome=done ");
        refused |= strstr(line, "GET /v1/models 401 ") && strstr(line, " error=auth: ");
        told |= strstr(line, key) || strstr(line, "sk-wrong");
    }
    if (log)
        fclose(log);
    ok(called, "the log has a line for a call");
    ok(refused, "and for a refusal");
    ok(!told, "and no key");
}

int main(void) {
    struct hub hub;
    char key[SECRET_KEY_TEXT], text[1000];
    if (secret_start() < 0)
        return 99;
    tempdir_make(directory);
    new_ledger(directory);
    write_file("aihub.json", "{\"data_dir\":\"data\",\"log\":\"log\",\"body_limit\":4096,\"disk_floor_mb\":1,"
                             "\"providers\":{\"demo\":{\"gap_ms\":0,\"any_model\":false}},"
                             "\"models\":{\"priced\":{\"model\":\"demo/any\",\"price\":{\"input\":\"1\","
                             "\"output\":\"2\"}},\"demo/any\":\"demo/any\"}}");
    hub_open(&hub, "aihub.json");
    make_key(&hub, "anna", -1, 0, key);
    test_rows(&hub);
    test_order();
    test_not_offered(&hub, key);
    test_places(&hub);
    test_discovery(&hub);
    is_status(&hub, (struct ask){GET("/readyz")}, 200, "ready");
    test_whole_chat(&hub, key, text, sizeof text);
    test_streamed_chat(&hub, key, text);
    test_broken_calls(&hub, key);
    test_refused_calls(&hub, key);
    test_money(&hub);
    test_lists(&hub, key);
    test_keys(&hub, key);
    test_no_hint(&hub);
    test_guessing(&hub, key);
    test_pages(&hub);
    test_long_url(&hub);
    test_busy(&hub, key);
    test_log(key);
    hub_close(&hub);
    test_listed_pages();
    test_without_configuration();
    tempdir_remove(directory);
    return tap_done();
}
