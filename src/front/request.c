/* A request as the web server hands it on: path, headers, query. */
#include "front/request.h"

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define SEGMENTS 64

static const char *variable(const struct request *request, const char *name) {
    const char *value = request->source->variable(request->source->arg, name);
    return value ? value : "";
}

void request_init(struct request *request, const struct request_source *source, struct arena *arena) {
    *request = (struct request){.source = source, .arena = arena};
    const char *uri = variable(request, "REQUEST_URI");
    size_t len = strcspn(uri, "?");
    request->method = variable(request, "REQUEST_METHOD");
    request->uri = arena_strndup(arena, uri, len);
    request->query = uri[len] ? uri + len + 1 : "";
}

static int hex(char c) {
    return c >= '0' && c <= '9' ? c - '0' : isxdigit((unsigned char)c) ? (c | 0x20) - 'a' + 10 : -1;
}

/* Undoes %xx in place; with `form` also '+'. Returns false on a malformed escape or a NUL. */
static bool decode(char *text, bool form) {
    char *out = text;
    for (const char *in = text; *in; in++) {
        char c = *in;
        if (c == '%') {
            int high = hex(in[1]), low = high < 0 ? -1 : hex(in[2]);
            c = (char)(high * 16 + low);
            if (low < 0 || c == '\0')
                return false;
            in += 2;
        } else if (c == '+' && form) {
            c = ' ';
        }
        *out++ = c;
    }
    *out = '\0';
    return true;
}

static bool ends_in(const char *text, const char *end) {
    size_t len = strlen(text), n = strlen(end);
    return len >= n && strcmp(text + len - n, end) == 0;
}

const char *request_base(const struct request *request) {
    const char *script = variable(request, "SCRIPT_NAME");
    if (!ends_in(script, ".fcgi") && !ends_in(script, ".cgi"))
        return "";
    size_t len = strlen(script);
    if (strncmp(request->uri, script, len) == 0 && (request->uri[len] == '/' || request->uri[len] == '\0'))
        return script;
    return arena_strndup(request->arena, script,
                         (size_t)(strrchr(script, '/') ? strrchr(script, '/') - script : 0));
}

/* Splits at slashes; empty and dot segments vanish, ".." takes one back. Returns the number, -1 on a bad one.
 */
static int split(char *path, char *segment[SEGMENTS]) {
    int count = 0;
    for (char *rest = path, *part; (part = strsep(&rest, "/")) != NULL;) {
        if (!decode(part, false))
            return -1;
        if (strcmp(part, "..") == 0)
            count -= count > 0;
        else if (*part && strcmp(part, ".") != 0) {
            if (count == SEGMENTS)
                return -1;
            segment[count++] = part;
        }
    }
    return count;
}

const char *request_path(const struct request *request, const char *base) {
    if (!base)
        base = request_base(request);
    size_t len = strlen(base);
    if (strncmp(request->uri, base, len) != 0 || (request->uri[len] != '/' && request->uri[len] != '\0'))
        return NULL;
    char *segment[SEGMENTS], *path = arena_strdup(request->arena, request->uri + len);
    size_t room = strlen(path) + 2;
    int count = split(path, segment);
    if (count < 0)
        return NULL;
    char *out = arena_alloc(request->arena, room), *at = out;
    for (int i = 0; i < count; i++)
        at += snprintf(at, room - (size_t)(at - out), "/%s", segment[i]);
    if (count == 0)
        *out = '/';
    return out;
}

/* The variable of a header field: "HTTP_X_API_KEY". */
static void name_variable(const char *name, char *out, size_t size) {
    bool plain = strcasecmp(name, "content-type") == 0 || strcasecmp(name, "content-length") == 0;
    size_t at = plain ? 0 : 5;
    memcpy(out, "HTTP_", at);
    for (; *name && at < size - 1; name++)
        out[at++] = *name == '-' ? '_' : (char)toupper((unsigned char)*name);
    out[at] = '\0';
}

/* A rewrite of Apache's renames what was set before it, and that is the one header that it has to be
 * told to pass. */
static const char *renamed(const struct request *request, const char *name) {
    return strcasecmp(name, "authorization") == 0 ? variable(request, "REDIRECT_HTTP_AUTHORIZATION") : "";
}

const char *request_header(const struct request *request, const char *name) {
    char variable_name[80];
    name_variable(name, variable_name, sizeof variable_name);
    const char *value = variable(request, variable_name);
    if (!*value)
        value = renamed(request, name);
    return *value ? value : NULL;
}

const char *request_parameter(const struct request *request, const char *name) {
    char *query = arena_strdup(request->arena, request->query);
    for (char *rest = query, *pair; (pair = strsep(&rest, "&")) != NULL;) {
        char *value = strchr(pair, '=');
        if (value)
            *value++ = '\0';
        if (decode(pair, true) && strcmp(pair, name) == 0)
            return value ? (decode(value, true) ? value : NULL) : "";
    }
    return NULL;
}

/* What stands before its parameters. */
static bool is_type(const char *type, const char *wanted) {
    size_t len = strcspn(type, "; \t");
    return len == strlen(wanted) && strncasecmp(type, wanted, len) == 0;
}

bool request_is_json(const struct request *request) {
    const char *type = request_header(request, "content-type");
    size_t len = type ? strcspn(type, "; \t") : 0;
    return !type || is_type(type, "application/json") ||
           (len > 5 && strncasecmp(type + len - 5, "+json", 5) == 0);
}

bool request_is_form(const struct request *request) {
    const char *type = request_header(request, "content-type");
    return type && is_type(type, "application/x-www-form-urlencoded");
}

bool request_is_multipart(const struct request *request) {
    const char *type = request_header(request, "content-type");
    return type && is_type(type, "multipart/form-data");
}

bool request_decode(char *text) {
    return decode(text, true);
}

bool request_unescape(char *text) {
    return decode(text, false);
}

bool request_gone(const struct request *request) {
    return request->source->gone(request->source->arg);
}
