/* Media by URL, fetched for a provider that does not do it itself. */
#include <stdio.h>
#include <string.h>

#include "base/clock.h"
#include "base/secret.h"
#include "canon/media.h"
#include "relay/call.h"
#include "upstream/fetch.h"

#define MEDIA_MOST   (20u << 20) /* bytes, all together */
#define WAIT_MS      10000       /* for all of them */
#define FETCHES_MOST 16          /* of a request */

/* What a request may still fetch. */
struct fetches {
    int urls;
    size_t bytes;
    int64_t until; /* monotonic ms */
};

static int fetch(struct relay *r, struct chat_media *media, struct fetches *left) {
    int64_t wait = left->until - clock_mono_ms();
    struct fetch_rules rules = {
        .most = left->bytes,
        .ms = (int)wait,
        .private_hosts = r->x->config->fetch_private,
        .watch = relay_watch(r),
    };
    struct arena *arena = r->x->arena;
    struct span url = chat_unquote(arena, media->url);
    char type[FETCH_TYPE];
    struct buf bytes;
    if (memchr(url.at, '\0', url.len))
        return error_param(r->err, ERR_REQUEST, media->place ? media->place : "", "The URL holds a NUL.");
    if (wait <= 0)
        return error_param(r->err, ERR_REQUEST, media->place ? media->place : "",
                           "What the URLs lead to did not come in time.");
    int rc =
        fetch_url(r->x->hub->upstream, arena_strndup(arena, url.at, url.len), &rules, &bytes, type, r->err);
    if (rc == 0) {
        char *text = arena_alloc(arena, secret_base64_length(bytes.len));
        secret_base64(bytes.data, bytes.len, text);
        rc = media_set_data(media, text, type, arena);
        if (rc < 0)
            error_set(r->err, ERR_REQUEST, "What the URL leads to is of a type that cannot be used: %.60s.",
                      type);
    }
    left->bytes -= bytes.len;
    buf_free(&bytes);
    if (rc < 0 && r->err->kind == ERR_REQUEST && media->place)
        snprintf(r->err->param, sizeof r->err->param, "%s", media->place);
    return rc;
}

static int fetch_all(struct relay *r, struct chat_block *block, struct fetches *left) {
    for (; block; block = block->next) {
        if (block->kind == CHAT_RESULT && fetch_all(r, block->result.content.first, left) < 0)
            return -1;
        if (block->kind != CHAT_MEDIA || !block->media.url.at || block->media.data.at)
            continue;
        if (left->urls-- == 0)
            return error_param(r->err, ERR_REQUEST, block->media.place ? block->media.place : "",
                               "The request names more than %d URLs.", FETCHES_MOST);
        if (fetch(r, &block->media, left) < 0)
            return -1;
    }
    return 0;
}

int relay_inline(struct relay *r) {
    struct fetches left = {FETCHES_MOST, MEDIA_MOST, clock_mono_ms() + WAIT_MS};
    if (!r->request || !(r->provider->wants_data || (r->target.quirks & CHAT_NO_IMAGE_URLS)))
        return 0;
    for (struct chat_turn *turn = r->request->turns; turn; turn = turn->next)
        if (fetch_all(r, turn->blocks.first, &left) < 0)
            return -1;
    return 0;
}
