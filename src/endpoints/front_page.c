/* What stands at the root: a page for people, JSON for programs. */
#include <string.h>

#include "endpoints/endpoints.h"

/* Made from htdocs/index.html by the build. */
static const char page[] =
#include "endpoints/front_page.h"
    ;

int endpoint_front_page(struct exchange *x, struct error *err) {
    const char *accept = request_header(x->request, "accept");
    if (!accept || !strstr(accept, "text/html") || x->surface != SURFACE_SHARED)
        return endpoint_root_health(x, err);
    reply_begin(x->reply, 200, "text/html; charset=utf-8");
    reply_header(x->reply, "Vary", "Accept");
    reply_header(x->reply, "x-request-id", exchange_id(x));
    return reply_finish(x->reply, page, sizeof page - 1, err);
}
