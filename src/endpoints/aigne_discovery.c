/*
 * Where AIGNE Hub's API is. Its clients ask the root of the host first, whatever address they were given, and
 * put "/api/…" behind the mount point of the component that they look for.
 */
#include <string.h>

#include "base/jsonwrite.h"
#include "endpoints/endpoints.h"

#define COMPONENT "z8ia3xzq2tMq8CRHfaXj1BTYJyYnEcHbqP8cJ" /* by which the clients know AIGNE Hub */

/* Where this was asked for: the hub's root, or that of the paths that are AIGNE's alone. */
static const char *mount_point(struct exchange *x) {
    const char *own = x->surface == SURFACE_AIGNE ? "/aigne" : "";
    return *x->base || *own ? arena_printf(x->arena, "%s%s", x->base, own) : "/";
}

static void write_site(struct json_writer *w, const char *mount) {
    json_open(w, '{');
    json_member_text(w, "appName", "AI Hub");
    json_member_text(w, "componentId", COMPONENT);
    json_member_text(w, "prefix", mount);
    json_member_open(w, "componentMountPoints", '[');
    json_open(w, '{');
    json_member_text(w, "did", COMPONENT);
    json_member_text(w, "name", COMPONENT);
    json_member_text(w, "title", "AIGNE Hub");
    json_member_text(w, "mountPoint", mount);
    json_member_text(w, "status", "running");
    json_close(w, '}');
    json_close(w, ']');
    json_close(w, '}');
}

/* As JSON, or as a script for pages. */
int endpoint_aigne_discovery(struct exchange *x, struct error *err) {
    const char *type = request_parameter(x->request, "type");
    bool json = type && strcmp(type, "json") == 0;
    const char *mount = mount_point(x);
    struct buf body;
    buf_init(&body, 1024 + 12 * strlen(mount));
    struct json_writer w = {.out = &body};
    buf_puts(&body, json ? "" : "window.blocklet = ");
    write_site(&w, mount);
    buf_puts(&body, json ? "\n" : ";\n");
    reply_begin(x->reply, 200, json ? "application/json" : "text/javascript; charset=utf-8");
    reply_header(x->reply, "X-Content-Type-Options", "nosniff");
    reply_header(x->reply, "x-request-id", exchange_id(x));
    int rc = reply_finish(x->reply, body.data, body.len, err);
    buf_free(&body);
    return rc;
}
