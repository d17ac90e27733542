/* The life of one request: its route, its answer or its error, its access line. */
#include "front/routes.h"

#include <stdio.h>
#include <string.h>
#include <strings.h>

#include "base/clock.h"
#include "dialects/dialect.h"
#include "dialects/error_shapes.h"
#include "front/access.h"
#include "front/coding.h"
#include "front/cors.h"

/* What lies below these has errors of a shape of its own, whoever asks. The first that fits counts. */
static const struct {
    const char *prefix;
    void (*write_error)(struct buf *out, const struct error *err);
} shapes[] = {
    {"/.well-known/", error_shape_flat},
    {"/aigne/", error_shape_aigne},
    {"/api/data", error_shape_console},
    {"/api/group", error_shape_console},
    {"/api/log", error_shape_console},
    {"/api/pricing", error_shape_console},
    {"/api/redemption", error_shape_console},
    {"/api/token", error_shape_console},
    {"/api/status", error_shape_flat},
    {"/api/usage/token", error_shape_console},
    {"/api/user/credit/", error_shape_aigne},
    {"/api/user/info", error_shape_aigne},
    {"/api/user/model-calls", error_shape_aigne},
    {"/api/user/usage-stats", error_shape_aigne},
    {"/api/user", error_shape_console},
    {"/api/v1/auth/", error_shape_indox},
    {"/api/v1/user/", error_shape_indox},
    {"/api/v1/", error_shape_flat},
    {"/api/", error_shape_aigne},
    {"/audio/", error_shape_flat},
    {"/auth/", error_shape_indox},
    {"/chat/", error_shape_flat},
    {"/completions", error_shape_flat},
    {"/embeddings", error_shape_flat},
    {"/image/", error_shape_flat},
    {"/images/", error_shape_flat},
    {"/indox", error_shape_indox},
    {"/models", error_shape_flat},
    {"/status", error_shape_flat},
    {"/user/", error_shape_indox},
};

#define URI_MOST 8192 /* bytes, with the query */

static bool path_matches(const char *pattern, const char *path, const char **rest) {
    size_t len = strlen(pattern);
    if (pattern[len - 1] != '*')
        return strcmp(pattern, path) == 0;
    if (strncmp(pattern, path, len - 1) != 0 || path[len - 1] == '\0')
        return false;
    *rest = path + len - 1;
    return true;
}

static bool method_matches(const char *wanted, const char *method) {
    return strcmp(wanted, method) == 0 || strcmp(wanted, "*") == 0 ||
           (strcmp(method, "HEAD") == 0 && strcmp(wanted, "GET") == 0);
}

/* Where several documents have the same paths, a prefix tells whose they are. */
static const struct prefix {
    const char *text;
    unsigned flag; /* that rows have which are below it, too */
    enum surface surface;
} prefixes[] = {
    {"/aigne", ROUTE_AIGNE, SURFACE_AIGNE},
    {"/indox", ROUTE_INDOX, SURFACE_INDOX},
};

/* The prefix of a path, and what stands behind it; NULL: it has none. */
static const struct prefix *prefix_of(const char *path, const char **behind) {
    *behind = path;
    for (size_t i = 0; i < sizeof prefixes / sizeof *prefixes; i++) {
        size_t len = strlen(prefixes[i].text);
        if (strncmp(path, prefixes[i].text, len) == 0 && (path[len] == '/' || path[len] == '\0')) {
            *behind = path[len] ? path + len : "/";
            return &prefixes[i];
        }
    }
    return NULL;
}

static bool route_matches(const struct route *route, const char *path, const char **rest) {
    const struct prefix *prefix = prefix_of(path, &path);
    return (!prefix || route->flags & prefix->flag) && path_matches(route->path, path, rest);
}

/* What is known of a path that no route answers: another method of it is, or none that may be told. */
enum known { KNOWN_NOT, KNOWN_HIDDEN, KNOWN };

/* The route of a path and method. */
static const struct route *find(const char *path, const char *method, const char **rest, enum known *known) {
    for (size_t i = 0; i < route_count; i++)
        if (route_matches(&routes[i], path, rest)) {
            if (*known != KNOWN)
                *known = routes[i].flags & ROUTE_HIDDEN ? KNOWN_HIDDEN : KNOWN;
            if (method_matches(routes[i].method, method))
                return &routes[i];
        }
    return NULL;
}

/* Whether the routes themselves begin with that. */
static bool begins_route(const char *prefix) {
    size_t len = strlen(prefix);
    const char *behind;
    if (prefix_of(prefix, &behind))
        return true;
    for (size_t i = 0; i < route_count; i++)
        if (!(routes[i].flags & ROUTE_HIDDEN) && strncmp(routes[i].path, prefix, len) == 0 &&
            routes[i].path[len] == '/')
            return true;
    return false;
}

static const char *script_name(const struct exchange *x) {
    return x->request->source->variable(x->request->source->arg, "SCRIPT_NAME");
}

/* Where the web server mounted the hub without anybody telling it, SCRIPT_NAME is what stands before. That of
 * a hub that has the whole host is any one segment, so only a slash behind one of no route is the root. */
static const char *mounted_path(struct exchange *x) {
    const char *script = script_name(x);
    const char *path = script && *script ? request_path(x->request, script) : NULL;
    if (!path || strcmp(path, "/") != 0)
        return path;
    size_t len = strlen(x->request->uri);
    bool slash = len > 0 && x->request->uri[len - 1] == '/';
    return slash && !begins_route(script) ? path : NULL;
}

/* What a hub with a base finds at the root of the host, if the web server passes it on. */
static void find_at_host(struct exchange *x, const char **rest) {
    enum known known = KNOWN_NOT;
    const char *path = x->path ? NULL : request_path(x->request, "");
    const struct route *route = path ? find(path, x->request->method, rest, &known) : NULL;
    if (route && route->flags & ROUTE_HOST) {
        x->route = route;
        x->path = path;
    }
}

static int check_length(const struct request *request, struct error *err) {
    if (strlen(request->uri) + strlen(request->query) <= URI_MOST)
        return 0;
    error_set(err, ERR_REQUEST, "The URL is longer than %d bytes.", URI_MOST);
    err->status = 414;
    err->code = "url_too_long";
    return -1;
}

int route_unknown(struct error *err) {
    error_set(err, ERR_NOT_FOUND,
              "There is nothing at this path. The base URL of OpenAI's clients ends in /v1, that of "
              "others such as Anthropic's, Google's, AIGNE's and IndoxRouter's in no path of the API.");
    err->code = "unknown_url";
    return -1;
}

static int find_route(struct exchange *x, struct error *err) {
    enum known known = KNOWN_NOT;
    const char *method = x->request->method, *base = x->config ? x->config->base_path : NULL;
    if (check_length(x->request, err) < 0)
        return -1;
    x->base = base ? base : request_base(x->request);
    x->path = request_path(x->request, x->base);
    if (x->path)
        x->route = find(x->path, method, &x->rest, &known);
    else
        find_at_host(x, &x->rest);
    const char *mounted = !x->route && !known && !base ? mounted_path(x) : NULL;
    if (mounted)
        x->route = find(mounted, method, &x->rest, &known);
    if (mounted && (x->route || known == KNOWN || !x->path ||
                    !begins_route(script_name(x)))) { /* else nothing is before */
        x->path = mounted;
        x->base = script_name(x);
    }
    if (x->path) {
        const char *behind;
        const struct prefix *prefix = prefix_of(x->path, &behind);
        x->surface = prefix ? prefix->surface : SURFACE_SHARED;
    }
    if (x->route || (known == KNOWN && strcmp(method, "OPTIONS") == 0))
        return 0;
    if (known == KNOWN) {
        error_set(err, ERR_METHOD, "The method %.16s is not allowed here.", method);
        err->code = "method_not_allowed";
        return -1;
    }
    return route_unknown(err);
}

static int apply_policy(struct exchange *x, struct error *err) {
    unsigned flags = x->route->flags;
    const char *type = request_header(x->request, "content-type");
    if (!x->config && !(flags & ROUTE_BARE))
        return error_set(err, ERR_UNAVAILABLE, "The hub's configuration is broken; its log says where.");
    if ((flags & ROUTE_JSON) && !request_is_json(x->request))
        return error_param(err, ERR_MEDIA_TYPE, "", "The content type must be application/json, not %.60s.",
                           type);
    if ((flags & ROUTE_CALL) && x->hub->threads > 1 && atomic_load(&x->hub->busy) >= x->hub->threads) {
        error_set(err, ERR_UNAVAILABLE, "The hub is busy with %d requests; try again.", x->hub->threads - 1);
        err->retry_after = 1;
        return -1;
    }
    return 0;
}

static const char *method_names(const char *wanted) {
    if (strcmp(wanted, "*") == 0)
        return "GET, HEAD, POST, PUT, PATCH, DELETE";
    return strcmp(wanted, "GET") == 0 ? "GET, HEAD" : wanted;
}

/* The methods of the request's path. */
static const char *list_methods(struct exchange *x) {
    const char *list = "", *rest;
    for (size_t i = 0; i < route_count; i++)
        if (route_matches(&routes[i], x->path, &rest))
            list = arena_printf(x->arena, "%s%s, ", list, method_names(routes[i].method));
    return arena_printf(x->arena, "%sOPTIONS", list);
}

/* Every path that there is can be asked what it takes, without a key, as browsers do. */
static int answer_options(struct exchange *x, struct error *err) {
    const char *methods = list_methods(x);
    reply_begin(x->reply, 204, NULL);
    reply_header(x->reply, "Allow", methods);
    cors_preflight(x, methods);
    return reply_write(x->reply, "", 0, err);
}

/* The troubles of the ledger and of the hub's files name the server's paths: for the log, not for whoever
 * asks. */
static struct error public_error(const struct error *err) {
    struct error shown = *err;
    if (err->kind == ERR_UNAVAILABLE && *err->message == '/')
        snprintf(shown.message, sizeof shown.message,
                 "The hub cannot use a file of its own; its log says why.");
    if (err->kind == ERR_UNAVAILABLE && strncmp(err->message, "ledger:", 7) == 0)
        snprintf(shown.message, sizeof shown.message,
                 "The hub's ledger cannot be reached; its log says why.");
    return shown;
}

/* Whose errors the path speaks, whether or not the method is one of its; or else who asks, by the header that
 * each client sends. */
static const struct chat_dialect *dialect_of(const struct exchange *x) {
    const struct route *route = x->route;
    const char *rest;
    if (x->speaks)
        return x->speaks;
    for (size_t i = 0; x->path && !route && i < route_count; i++)
        if (route_matches(&routes[i], x->path, &rest))
            route = &routes[i];
    if (route && route->dialect)
        return route->dialect;
    if (request_header(x->request, "anthropic-version"))
        return &chat_anthropic;
    bool google =
        (x->path && strncmp(x->path, "/v1beta/", 8) == 0) || request_header(x->request, "x-goog-api-key");
    return google ? &chat_gemini : &chat_openai;
}

static void write_error(const struct exchange *x, const struct chat_dialect *dialect, struct buf *body,
                        const struct error *err) {
    for (size_t i = 0; x->path && !x->speaks && i < sizeof shapes / sizeof *shapes; i++)
        if (strncmp(x->path, shapes[i].prefix, strlen(shapes[i].prefix)) == 0) {
            shapes[i].write_error(body, err);
            return;
        }
    dialect->write_error(body, err);
}

/* Whoever reads only events looks at the status first: 200. Without a valid key nobody is told so much. */
static bool is_event(const struct exchange *x, const struct error *err) {
    return x->events_only && err->kind != ERR_AUTH;
}

/* The first of the two places that turn an error into bytes: nothing was sent yet. */
static void reply_error(struct exchange *x, const struct error *err) {
    struct error ignored = {0}, shown = public_error(err);
    struct buf body;
    buf_init(&body, 4096);
    const struct chat_dialect *dialect = dialect_of(x);
    bool event = is_event(x, err);
    buf_puts(&body, event ? "data: " : "");
    write_error(x, dialect, &body, &shown);
    buf_puts(&body, event ? "\n\n" : "");
    reply_begin(x->reply, event ? 200 : err->status, event ? "text/event-stream" : "application/json");
    reply_header(x->reply, "x-request-id", exchange_id(x));
    if (dialect->id_header)
        reply_header(x->reply, dialect->id_header, exchange_id(x));
    if (err->kind == ERR_METHOD)
        reply_header(x->reply, "Allow", list_methods(x));
    if (err->kind == ERR_AUTH)
        reply_header(x->reply, "WWW-Authenticate", "Bearer");
    if (err->kind == ERR_MEDIA_TYPE)
        reply_header(x->reply, "Accept-Encoding", coding_names);
    if (err->status == 501) /* after any other 5xx the SDKs of OpenAI and Anthropic try again */
        reply_header(x->reply, "x-should-retry", "false");
    if (err->retry_after > 0)
        reply_header_number(x->reply, "Retry-After", err->retry_after);
    exchange_refuse(x, (struct span){body.data, body.len}, &ignored);
    buf_free(&body);
}

/* Finds who answers and lets it. */
static int answer(struct exchange *x, struct error *err) {
    if (find_route(x, err) < 0)
        return -1;
    if (!x->route)
        return answer_options(x, err);
    return apply_policy(x, err) < 0 ? -1 : x->route->handler(x, err);
}

void routes_serve(struct hub *hub, const struct request_source *source, const struct reply_writer *writer) {
    int64_t started = clock_mono_ms();
    struct arena *arena = arena_new();
    struct request request;
    struct reply reply;
    struct error err = {0};
    request_init(&request, source, arena);
    reply_init(&reply, writer);
    struct exchange x = {.hub = hub, .arena = arena, .request = &request, .reply = &reply};
    x.config = live_take(hub->live);
    atomic_fetch_add(&hub->busy, 1);
    reply.head_only = strcmp(request.method, "HEAD") == 0;
    cors_allow(&x);
    if (x.config && x.config->region)
        reply_always(&reply, "x-aihub-region", x.config->region);
    answer(&x, &err);
    if (err.kind && err.kind != ERR_GONE && reply.state == REPLY_FRESH)
        reply_error(&x, &err);
    reply_end(&reply);
    access_log(&x, &err, started);
    atomic_fetch_sub(&hub->busy, 1);
    live_give(hub->live, x.config);
    reply_free(&reply);
    arena_free(arena);
}
