/* Scripts of web pages, as the setting "cors" allows them. */
#include "front/cors.h"

#include <string.h>

#define HEADERS_MOST 1024
#define MAX_AGE      "7200" /* seconds; browsers remember no longer */

static bool is_listed(const char *list, const char *origin) {
    size_t len = strcspn(origin, " ");
    if (origin[len] != '\0')
        return false;
    for (const char *at = list; (at = strstr(at, origin)) != NULL; at += len)
        if ((at == list || at[-1] == ' ') && (at[len] == ' ' || at[len] == '\0'))
            return true;
    return false;
}

/* The origin to name; NULL: the page may not. */
static const char *allowed(const struct exchange *x) {
    const char *origin = request_header(x->request, "origin");
    if (!origin || !x->config)
        return NULL;
    if (strcmp(x->config->cors, "*") == 0)
        return "*";
    return is_listed(x->config->cors, origin) ? origin : NULL;
}

void cors_allow(struct exchange *x) {
    const char *origin = allowed(x);
    if (x->config && *x->config->cors && strcmp(x->config->cors, "*") != 0)
        reply_always(x->reply, "Vary", "Origin");
    if (!origin)
        return;
    reply_always(x->reply, "Access-Control-Allow-Origin", origin);
    reply_always(x->reply, "Access-Control-Expose-Headers",
                 "x-request-id, request-id, x-aihub-dropped, x-aihub-max-output, retry-after, "
                 "x-ratelimit-limit, x-ratelimit-remaining, x-ratelimit-reset, x-session-id, x-aihub-region");
}

/* "*" does not cover Authorization, so what is asked for is named again, if it is a list of names. */
static const char *headers_asked(const struct exchange *x) {
    static const char letters[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_, ";
    const char *asked = request_header(x->request, "access-control-request-headers");
    bool good = asked && strlen(asked) <= HEADERS_MOST && asked[strspn(asked, letters)] == '\0';
    return good ? asked : "authorization, content-type";
}

void cors_preflight(struct exchange *x, const char *methods) {
    if (!allowed(x) || !request_header(x->request, "access-control-request-method"))
        return;
    reply_header(x->reply, "Access-Control-Allow-Methods", methods);
    reply_header(x->reply, "Access-Control-Allow-Headers", headers_asked(x));
    reply_header(x->reply, "Access-Control-Max-Age", MAX_AGE);
}
