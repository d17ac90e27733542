/* What the hub answers to, told to programs: one OpenAPI document of all surfaces. */
#include <stdio.h>
#include <string.h>

#include "base/secret.h"
#include "endpoints/endpoints.h"

#define TAG_TEXT 24
#define AGE      "public, max-age=300" /* then the tag is asked for */

/* Made from htdocs/openapi by the build. */
static const char document[] =
#include "endpoints/openapi_document.h"
    ;

/* Whether the client has it already. A web server that compressed it has made the tag a weak one. */
static bool is_known(const struct exchange *x, const char *tag) {
    const char *known = request_header(x->request, "if-none-match");
    return known && (strcmp(known, "*") == 0 || strstr(known, tag));
}

int endpoint_openapi(struct exchange *x, struct error *err) {
    char tag[TAG_TEXT];
    size_t len = sizeof document - 1;
    snprintf(tag, sizeof tag, "\"%016llx\"", (unsigned long long)secret_number(document, len));
    bool known = is_known(x, tag);
    reply_begin(x->reply, known ? 304 : 200, known ? NULL : "application/json");
    reply_header(x->reply, "ETag", tag);
    reply_header(x->reply, "Cache-Control", AGE);
    reply_header(x->reply, "x-request-id", exchange_id(x));
    return known ? reply_write(x->reply, "", 0, err) : reply_finish(x->reply, document, len, err);
}
