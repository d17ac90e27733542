/* THE TABLE of what a client can ask for, and the life of one request around it. */
#include "front/routes.h"

#include <stdio.h>
#include <string.h>
#include <strings.h>

#include "base/clock.h"
#include "dialects/dialect.h"
#include "dialects/error_shapes.h"
#include "endpoints/endpoints.h"
#include "front/access.h"
#include "front/coding.h"
#include "front/cors.h"

enum { CALL = ROUTE_JSON | ROUTE_CALL };

static const struct route routes[] = {
    {"POST", "/v1/chat/completions", endpoint_chat, CALL, NULL},
    {"POST", "/v1/chat/stream", endpoint_chat_stream, CALL, NULL},
    {"POST", "/v1/completions", endpoint_completions, CALL, NULL},
    {"POST", "/v1/responses", endpoint_responses, CALL, NULL},
    {"GET", "/v1/responses", endpoint_responses_socket, 0, NULL},
    {"POST", "/v1/responses/input_tokens", endpoint_input_tokens, ROUTE_JSON, NULL},
    {"GET", "/v1/responses/*", endpoint_stored_response, 0, NULL},
    {"DELETE", "/v1/responses/*", endpoint_stored_response, 0, NULL},
    {"POST", "/v1/responses/*", endpoint_stored_response, 0, NULL},
    {"POST", "/v1/messages", endpoint_messages, CALL, &chat_anthropic},
    {"POST", "/v1/messages/count_tokens", endpoint_count_tokens, ROUTE_JSON, &chat_anthropic},
    {"POST", "/v1beta/models/*", endpoint_gemini, CALL, &chat_gemini},
    {"POST", "/v1alpha/models/*", endpoint_gemini, CALL, &chat_gemini},
    {"GET", "/v1beta/models", endpoint_gemini_models, 0, &chat_gemini},
    {"GET", "/v1beta/models/*", endpoint_gemini_model, 0, &chat_gemini},
    {"GET", "/v1/models", endpoint_models, 0, NULL},
    {"GET", "/v1/models/*", endpoint_model, 0, NULL},
    {"POST", "/v1/models/*", endpoint_gemini, CALL, &chat_gemini},
    {"GET", "/v1/capabilities", endpoint_capabilities, 0, NULL},
    {"GET", "/v1/usage", endpoint_usage, 0, NULL},
    {"GET", "/v1/usage/export", endpoint_usage_export, 0, NULL},
    {"GET", "/v1/dashboard/billing/subscription", endpoint_billing_subscription, 0, NULL},
    {"GET", "/v1/dashboard/billing/usage", endpoint_billing_usage, 0, NULL},
    {"GET", "/dashboard/billing/subscription", endpoint_billing_subscription, 0, NULL},
    {"GET", "/dashboard/billing/usage", endpoint_billing_usage, 0, NULL},
    {"GET", "/api/usage/token", endpoint_token_usage, 0, NULL},
    {"GET", "/api/usage/token/", endpoint_token_usage, 0, NULL},
    {"GET", "/api/log/self", endpoint_log_self, 0, NULL},
    {"GET", "/api/log/self/stat", endpoint_log_stat, 0, NULL},
    {"GET", "/api/log/token", endpoint_log_token, 0, NULL},
    {"GET", "/api/data/self", endpoint_console_data, 0, NULL},
    {"GET", "/api/token/", endpoint_tokens, 0, NULL},
    {"POST", "/api/token/", endpoint_token_make, ROUTE_JSON, NULL},
    {"PUT", "/api/token/", endpoint_token_change, ROUTE_JSON, NULL},
    {"GET", "/api/token", endpoint_tokens, 0, NULL},
    {"POST", "/api/token", endpoint_token_make, ROUTE_JSON, NULL},
    {"PUT", "/api/token", endpoint_token_change, ROUTE_JSON, NULL},
    {"GET", "/api/token/search", endpoint_token_search, 0, NULL},
    {"POST", "/api/token/batch", endpoint_token_batch, ROUTE_JSON, NULL},
    {"GET", "/api/token/*", endpoint_token, 0, NULL},
    {"DELETE", "/api/token/*", endpoint_token_delete, 0, NULL},
    {"POST", "/api/token/*", endpoint_token_text, ROUTE_JSON, NULL},
    {"GET", "/api/user/self", endpoint_self, 0, NULL},
    {"GET", "/api/user/groups", endpoint_user_groups, 0, NULL},
    {"GET", "/api/user/self/groups", endpoint_user_groups, 0, NULL},
    {"POST", "/api/user/topup", endpoint_topup, ROUTE_JSON, NULL},
    {"GET", "/api/user/topup/self", endpoint_topups, 0, NULL},
    {"POST", "/api/user/manage", endpoint_user_manage, ROUTE_JSON, NULL},
    {"GET", "/api/redemption/", endpoint_redemptions, 0, NULL},
    {"POST", "/api/redemption/", endpoint_redemption_make, ROUTE_JSON, NULL},
    {"GET", "/api/redemption", endpoint_redemptions, 0, NULL},
    {"POST", "/api/redemption", endpoint_redemption_make, ROUTE_JSON, NULL},
    {"GET", "/api/redemption/search", endpoint_redemption_search, 0, NULL},
    {"PUT", "/api/redemption/", endpoint_redemption_switch, ROUTE_JSON, NULL},
    {"PUT", "/api/redemption", endpoint_redemption_switch, ROUTE_JSON, NULL},
    {"GET", "/api/redemption/*", endpoint_redemption, 0, NULL},
    {"DELETE", "/api/redemption/*", endpoint_redemption_delete, 0, NULL},
    {"POST", "/v1/sessions", endpoint_session_create, ROUTE_JSON, NULL},
    {"GET", "/v1/sessions", endpoint_session_list, 0, NULL},
    {"GET", "/v1/sessions/*", endpoint_session, 0, NULL},
    {"PUT", "/v1/sessions/*", endpoint_session_update, ROUTE_JSON, NULL},
    {"PATCH", "/v1/sessions/*", endpoint_session_update, ROUTE_JSON, NULL},
    {"DELETE", "/v1/sessions/*", endpoint_session_delete, 0, NULL},
    {"POST", "/auth/token", endpoint_auth_token, ROUTE_CALL, NULL},
    {"POST", "/auth/api-key", endpoint_auth_key, 0, NULL},
    {"POST", "/auth/login", endpoint_auth_login, ROUTE_CALL, NULL},
    {"POST", "/auth/refresh", endpoint_auth_refresh, 0, NULL},
    {"POST", "/auth/logout", endpoint_auth_logout, 0, NULL},
    {"POST", "/auth/register", endpoint_auth_register, ROUTE_CALL, NULL},
    {"GET", "/auth/me", endpoint_auth_me, 0, NULL},
    {"POST", "/auth/password", endpoint_auth_password, ROUTE_CALL, NULL},
    {"POST", "/api/v1/auth/token", endpoint_auth_token, ROUTE_CALL, NULL},
    {"POST", "/api/v1/auth/api-key", endpoint_auth_key, 0, NULL},
    {"POST", "/api/v1/auth/login", endpoint_auth_login, ROUTE_CALL, NULL},
    {"POST", "/api/v1/auth/refresh", endpoint_auth_refresh, 0, NULL},
    {"POST", "/api/v1/auth/logout", endpoint_auth_logout, 0, NULL},
    {"POST", "/api/v1/auth/register", endpoint_auth_register, ROUTE_CALL, NULL},
    {"GET", "/api/v1/auth/me", endpoint_auth_me, 0, NULL},
    {"POST", "/api/v1/auth/password", endpoint_auth_password, ROUTE_CALL, NULL},
    {"GET", "/health", endpoint_health, ROUTE_BARE, NULL},
    {"GET", "/healthz", endpoint_health, ROUTE_BARE, NULL},
    {"GET", "/readyz", endpoint_ready, ROUTE_BARE, NULL},
    {"GET", "/doctor/*", endpoint_doctor, ROUTE_BARE | ROUTE_HIDDEN, NULL},
    {"POST", "/doctor/*", endpoint_doctor, ROUTE_BARE | ROUTE_HIDDEN, NULL},
    {"GET", "/", endpoint_front_page, ROUTE_BARE, NULL},
};
#define ROUTES (sizeof routes / sizeof *routes)

/* What lies below these speaks no dialect of chat: its errors have a shape of their own, whoever asks. */
static const struct {
    const char *prefix;
    void (*write_error)(struct buf *out, const struct error *err);
} shapes[] = {
    {"/api/data/", error_shape_console},      {"/api/log/", error_shape_console},
    {"/api/redemption", error_shape_console}, {"/api/token", error_shape_console},
    {"/api/usage/", error_shape_console},     {"/api/user/", error_shape_console},
    {"/api/v1/", error_shape_flat},           {"/auth/", error_shape_flat},
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
    return strcmp(wanted, method) == 0 || (strcmp(method, "HEAD") == 0 && strcmp(wanted, "GET") == 0);
}

/* The route of a path and method; `known` tells whether the path exists at all. */
static const struct route *find(const char *path, const char *method, const char **rest, bool *known) {
    for (size_t i = 0; i < ROUTES; i++)
        if (path_matches(routes[i].path, path, rest)) {
            *known |= !(routes[i].flags & ROUTE_HIDDEN);
            if (method_matches(routes[i].method, method))
                return &routes[i];
        }
    return NULL;
}

/* Whether the routes themselves begin with that. */
static bool begins_route(const char *prefix) {
    size_t len = strlen(prefix);
    for (size_t i = 0; i < ROUTES; i++)
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
              "Anthropic's and Google's has no path of the API.");
    err->code = "unknown_url";
    return -1;
}

static int find_route(struct exchange *x, struct error *err) {
    bool known = false;
    const char *method = x->request->method, *base = x->config ? x->config->base_path : NULL;
    if (check_length(x->request, err) < 0)
        return -1;
    x->path = request_path(x->request, base);
    if (x->path)
        x->route = find(x->path, method, &x->rest, &known);
    const char *mounted = !x->route && !known && !base ? mounted_path(x) : NULL;
    if (mounted)
        x->route = find(mounted, method, &x->rest, &known);
    if (mounted &&
        (x->route || known || !x->path || !begins_route(script_name(x)))) /* else nothing is before */
        x->path = mounted;
    if (x->route || (known && strcmp(method, "OPTIONS") == 0))
        return 0;
    if (known) {
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

/* The methods of the request's path. */
static const char *list_methods(struct exchange *x) {
    const char *list = "", *rest;
    for (size_t i = 0; i < ROUTES; i++)
        if (path_matches(routes[i].path, x->path, &rest))
            list = arena_printf(x->arena, "%s%s, %s", list, routes[i].method,
                                strcmp(routes[i].method, "GET") == 0 ? "HEAD, " : "");
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
    for (size_t i = 0; x->path && !route && i < ROUTES; i++)
        if (path_matches(routes[i].path, x->path, &rest))
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
    for (size_t i = 0; x->path && i < sizeof shapes / sizeof *shapes; i++)
        if (strncmp(x->path, shapes[i].prefix, strlen(shapes[i].prefix)) == 0) {
            shapes[i].write_error(body, err);
            return;
        }
    dialect->write_error(body, err);
}

/* The first of the two places that turn an error into bytes: nothing was sent yet. */
static void reply_error(struct exchange *x, const struct error *err) {
    struct error ignored = {0}, shown = public_error(err);
    struct buf body;
    buf_init(&body, 4096);
    const struct chat_dialect *dialect = dialect_of(x);
    write_error(x, dialect, &body, &shown);
    reply_begin(x->reply, err->status, "application/json");
    reply_header(x->reply, "x-request-id", exchange_id(x));
    if (dialect->id_header)
        reply_header(x->reply, dialect->id_header, exchange_id(x));
    if (err->kind == ERR_METHOD)
        reply_header(x->reply, "Allow", list_methods(x));
    if (err->kind == ERR_AUTH)
        reply_header(x->reply, "WWW-Authenticate", "Bearer");
    if (err->kind == ERR_MEDIA_TYPE)
        reply_header(x->reply, "Accept-Encoding", coding_names);
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
