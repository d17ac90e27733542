/* The status of the hub as a page for people. */
#include "endpoints/status_page.h"

#include <string.h>

#include "base/html.h"

#define PAGE_MAX 65536

/* Made from htdocs/status.html by the build. */
static const char page[] =
#include "endpoints/status_html.h"
    ;

bool status_page_is_wanted(const struct exchange *x) {
    const char *accept = request_header(x->request, "accept");
    return accept && strstr(accept, "text/html");
}

/* A number used once: only the script and the style that have it count, so only those of the page itself. */
static const char *make_nonce(struct arena *arena) {
    unsigned char bytes[16];
    char *text = arena_alloc(arena, 2 * sizeof bytes + 1);
    secret_random(bytes, sizeof bytes);
    secret_hex(bytes, sizeof bytes, text);
    return text;
}

int status_page(struct exchange *x, const char *word, struct error *err) {
    struct buf body;
    const char *nonce = make_nonce(x->arena);
    buf_init(&body, PAGE_MAX);
    html_fill(&body, page, (struct html_place[]){{"nonce", nonce}, {"word", word}, {0}});
    reply_begin(x->reply, 200, "text/html; charset=utf-8");
    reply_header(x->reply, "Vary", "Accept");
    reply_header(x->reply, "Cache-Control", "no-store");
    reply_header(x->reply, "Referrer-Policy", "no-referrer");
    reply_header(x->reply, "X-Content-Type-Options", "nosniff");
    reply_header(
        x->reply, "Content-Security-Policy",
        arena_printf(x->arena,
                     "default-src 'none'; script-src 'nonce-%s'; style-src 'nonce-%s'; connect-src 'self'; "
                     "base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
                     nonce, nonce));
    reply_header(x->reply, "x-request-id", exchange_id(x));
    int rc = reply_finish(x->reply, body.data, body.len, err);
    buf_free(&body);
    return rc;
}
