/* A request as the web server hands it on: path, headers, parameters. */
#include "front/request.h"

#include "fake_source.h"
#include "tap.h"

#define COUNT(table) (sizeof(table) / sizeof *(table))

static struct fake_source fake;
static struct request_source source;

static void begin(struct request *request, struct arena *arena, const char *const *variables) {
    fake = (struct fake_source){.variables = variables};
    source = fake_source(&fake);
    request_init(request, &source, arena);
}

/* ---- paths ---------------------------------------------------------------------- */

static const struct {
    const char *uri, *script, *base, *path;
} paths[] = {
    /* a configured base */
    {"/v1/models", NULL, "", "/v1/models"},
    {"/", NULL, "", "/"},
    {"", NULL, "", "/"},
    {"/ai/v1/models", NULL, "/ai", "/v1/models"},
    {"/ai", NULL, "/ai", "/"},
    {"/ai/", NULL, "/ai", "/"},
    {"/ai?x=1", NULL, "/ai", "/"},
    {"/aix/v1", NULL, "/ai", NULL},
    {"/v1/models", NULL, "/ai", NULL},
    {"/AI/v1", NULL, "/ai", NULL},
    {"v1/models", NULL, "", NULL},
    {"*", NULL, "", NULL},
    {"/x/hub.fcgi/v1", "/x/hub.fcgi", "/x", "/hub.fcgi/v1"},
    /* slashes and dots */
    {"//v1///models/", NULL, "", "/v1/models"},
    {"/v1/./models/.", NULL, "", "/v1/models"},
    {"/v1/x/../models", NULL, "", "/v1/models"},
    {"/../../v1", NULL, "", "/v1"},
    {"/v1/..", NULL, "", "/"},
    {"/ai/../v1", NULL, "/ai", "/v1"},
    {"/v1/%2e%2E/%2e/health", NULL, "", "/health"},
    {"/v1/...", NULL, "", "/v1/..."},
    /* escapes: decoded after splitting */
    {"/v1/models/openai%2Fgpt-5", NULL, "", "/v1/models/openai/gpt-5"},
    {"/v1/models/a%2F..%2fb", NULL, "", "/v1/models/a/../b"},
    {"/v1/%6Dodels", NULL, "", "/v1/models"},
    {"/a%20b+c", NULL, "", "/a b+c"},
    {"/%25%32%35", NULL, "", "/%25"},
    {"/%c3%a9", NULL, "", "/\xc3\xa9"},
    {"/%00", NULL, "", NULL},
    {"/health%00", NULL, "", NULL},
    {"/health%", NULL, "", NULL},
    {"/health%4", NULL, "", NULL},
    {"/health%4g", NULL, "", NULL},
    {"/health%g4", NULL, "", NULL},
    {"/health%-1", NULL, "", NULL},
    /* found out by SCRIPT_NAME */
    {"/v1/models", NULL, NULL, "/v1/models"},
    {"/v1/models", "", NULL, "/v1/models"},
    {"/v1/models", "/v1/models", NULL, "/v1/models"},
    {"/ai/aihub.fcgi/v1/models", "/ai/aihub.fcgi", NULL, "/v1/models"},
    {"/ai/aihub.fcgi", "/ai/aihub.fcgi", NULL, "/"},
    {"/ai/v1/models", "/ai/aihub.fcgi", NULL, "/v1/models"},
    {"/ai/v1/models", "/ai/aihub.cgi", NULL, "/v1/models"},
    {"/v1/models", "/aihub.fcgi", NULL, "/v1/models"},
    {"/aihub.fcgi/v1", "/aihub.fcgi", NULL, "/v1"},
    {"/aihub.fcgix/v1", "/aihub.fcgi", NULL, "/aihub.fcgix/v1"},
    {"/v1", "aihub.fcgi", NULL, "/v1"},
    {"/v1/models", "/elsewhere/aihub.fcgi", NULL, NULL},
};

static void test_paths(void) {
    for (size_t i = 0; i < COUNT(paths); i++) {
        struct arena *arena = arena_new();
        struct request request;
        const char *uri = arena_printf(arena, "REQUEST_URI=%s", paths[i].uri);
        const char *script = paths[i].script ? arena_printf(arena, "SCRIPT_NAME=%s", paths[i].script) : NULL;
        const char *const variables[] = {uri, script, NULL};
        begin(&request, arena, variables);
        const char *path = request_path(&request, paths[i].base);
        char name[200];
        snprintf(name, sizeof name, "%s, script %s, below %s", paths[i].uri,
                 paths[i].script ? paths[i].script : "-", paths[i].base ? paths[i].base : "-");
        is_str(path, paths[i].path, name);
        arena_free(arena);
    }
}

static void test_many_segments(void) {
    for (int count = 64; count <= 65; count++) {
        struct arena *arena = arena_new();
        struct request request;
        struct buf uri;
        buf_init(&uri, 1000);
        buf_puts(&uri, "REQUEST_URI=");
        for (int i = 0; i < count; i++)
            buf_puts(&uri, "/a");
        const char *const variables[] = {uri.data, NULL};
        begin(&request, arena, variables);
        const char *path = request_path(&request, "");
        is_str(path, count == 64 ? strchr(uri.data, '/') : NULL, "a path of many segments");
        buf_free(&uri);
        arena_free(arena);
    }
}

/* ---- what else stands in the head ---------------------------------------------- */

static void test_basics(void) {
    static const char *const none[] = {NULL};
    static const char *const some[] = {"REQUEST_METHOD=POST", "REQUEST_URI=/a%20?b=c?d", NULL};
    struct arena *arena = arena_new();
    struct request request;
    begin(&request, arena, none);
    ok(!*request.method && !*request.uri && !*request.query, "what is missing is empty");
    is_str(request_path(&request, NULL), "/", "and the path is the root");
    ok(!request_header(&request, "accept") && !request_parameter(&request, "key"),
       "without header and parameter");
    begin(&request, arena, some);
    is_str(request.method, "POST", "method");
    is_str(request.uri, "/a%20", "the path as sent");
    is_str(request.query, "b=c?d", "the query begins at the first question mark");
    fake.gone = true;
    ok(request_gone(&request), "the source knows whether the client left");
    arena_free(arena);
}

static void test_headers(void) {
    static const char *const variables[] = {
        "CONTENT_TYPE=application/json",
        "HTTP_CONTENT_TYPE=text/html",
        "CONTENT_LENGTH=5",
        "HTTP_X_API_KEY=abc",
        "HTTP_EMPTY=",
        "REDIRECT_HTTP_AUTHORIZATION=Bearer 1",
        "HTTP_BOTH=own",
        "REDIRECT_HTTP_BOTH=copy",
        "REDIRECT_HTTP_EMPTY=copy",
        "REDIRECT_CONTENT_LENGTH=6",
        NULL,
    };
    static const struct {
        const char *name, *want;
    } rows[] = {
        {"content-type", "application/json"},
        {"Content-Length", "5"},
        {"x-api-key", "abc"},
        {"X-API-KEY", "abc"},
        {"Authorization", "Bearer 1"},
        {"both", "own"},
        {"empty", NULL},
        {"x-none", NULL},
        {"", NULL},
        {"a-name-of-more-than-eighty-characters-a-name-of-more-than-eighty-characters-and-so-on", NULL},
    };
    struct arena *arena = arena_new();
    struct request request;
    begin(&request, arena, variables);
    for (size_t i = 0; i < COUNT(rows); i++)
        is_str(request_header(&request, rows[i].name), rows[i].want, rows[i].name);
    arena_free(arena);
}

static void test_parameters(void) {
    static const struct {
        const char *query, *name, *want;
    } rows[] = {
        {"?key=abc", "key", "abc"},
        {"?a=1&key=abc&b=2", "key", "abc"},
        {"?key=1&key=2", "key", "1"},
        {"?key=", "key", ""},
        {"?key", "key", ""},
        {"?keys=1&xkey=2", "key", NULL},
        {"?key=a+b%20c%2Bd", "key", "a b c+d"},
        {"?k%65y=1", "key", "1"},
        {"?key=a%3D%26b", "key", "a=&b"},
        {"?key=a=b", "key", "a=b"},
        {"?%zz=1&key=2", "key", "2"},
        {"?key=%zz", "key", NULL},
        {"?key=a%00b", "key", NULL},
        {"?", "key", NULL},
        {"", "key", NULL},
        {"?&&key=1&", "key", "1"},
        {"?a b=1", "a b", "1"},
        {"?=1", "", "1"},
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct arena *arena = arena_new();
        struct request request;
        const char *const variables[] = {arena_printf(arena, "REQUEST_URI=/x%s", rows[i].query), NULL};
        begin(&request, arena, variables);
        is_str(request_parameter(&request, rows[i].name), rows[i].want, rows[i].query);
        is_str(request_parameter(&request, rows[i].name), rows[i].want, "and once more");
        arena_free(arena);
    }
}

int main(void) {
    test_paths();
    test_many_segments();
    test_basics();
    test_headers();
    test_parameters();
    return tap_done();
}
