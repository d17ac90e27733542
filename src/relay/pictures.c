/* Pictures of a request and of an answer, where the provider has them in another form than the client. */
#include <stdio.h>
#include <string.h>

#include "base/clock.h"
#include "base/log.h"
#include "base/secret.h"
#include "canon/image.h"
#include "canon/media.h"
#include "ledger/kept_files.h"
#include "relay/call.h"
#include "upstream/fetch.h"

#define WAIT_MS 30000      /* for all that is fetched for a call */
#define FETCHED (32 << 20) /* bytes of one that is fetched, at most */
#define STEP    (48 << 10) /* bytes that become base64 at a time, a multiple of three */

static void free_bytes(void *bytes) {
    buf_free(bytes);
}

/* What the arena frees. */
static struct buf *new_bytes(struct relay *r, size_t most) {
    struct buf *bytes = arena_alloc(r->x->arena, sizeof *bytes);
    buf_init(bytes, most);
    arena_own(r->x->arena, bytes, free_bytes);
    return bytes;
}

/* In the place of the bytes, which are moved to the end of what it takes: none are overwritten that are still
 * to come. */
static struct span encode_in_place(struct buf *bytes) {
    size_t len = bytes->len, whole = secret_base64_length(len);
    char piece[STEP], *room = buf_reserve(bytes, whole - len);
    if (!room)
        return (struct span){0};
    char *in = bytes->data + whole - len, *out = bytes->data;
    memmove(in, bytes->data, len);
    for (size_t at = 0; at < len; at += STEP) {
        size_t part = len - at < STEP ? len - at : STEP;
        memcpy(piece, in + at, part);
        secret_base64(piece, part, out);
        out += secret_base64_length(part) - 1;
    }
    return (struct span){bytes->data, whole - 1};
}

/* ---- addresses ----------------------------------------------------------------------------- */

static int no_memory(struct relay *r) {
    return error_set(r->err, ERR_UNAVAILABLE, "The hub has no memory for these pictures now; try again.");
}

/* Fetches one within what is left of the time. -1 with ERR_REQUEST, ERR_GONE or ERR_UNAVAILABLE. */
static int fetch_any(struct relay *r, struct span url, size_t most, int64_t until, struct buf *bytes) {
    char type[FETCH_TYPE];
    struct span text = chat_unquote(r->x->arena, url);
    int64_t wait = until - clock_mono_ms();
    if (wait <= 0 || memchr(text.at, '\0', text.len))
        return error_set(r->err, ERR_REQUEST, "A picture could not be fetched: %s.",
                         wait <= 0 ? "it took too long" : "its URL holds a NUL");
    struct fetch_rules rules = {
        .most = most, .ms = (int)wait, .private_hosts = r->x->config->fetch_private, .watch = relay_watch(r)};
    buf_free(bytes);
    return fetch_url(r->x->hub->upstream, arena_strndup(r->x->arena, text.at, text.len), &rules, bytes, type,
                     r->err);
}

/* The same, on the account: nobody knows how large it is before it is there. `full`: how there is no memory.
 */
static int fetch(struct relay *r, struct span url, int64_t left, int64_t until, struct buf *bytes,
                 enum error_kind full) {
    size_t most = (size_t)(left < FETCHED ? left : FETCHED), taken = secret_base64_length(most);
    if (!relay_take_memory(r, taken)) {
        no_memory(r);
        r->err->kind = full;
        return -1;
    }
    if (fetch_any(r, url, most, until, bytes) < 0)
        return -1;
    relay_give_memory(r, taken - secret_base64_length(bytes->len));
    return 0;
}

/* ---- what is changed ------------------------------------------------------------------------- */

static int bad_source(struct relay *r, const struct image_source *source, const char *what) {
    return error_param(r->err, ERR_REQUEST, source->param, "\"%s\" %s.", source->param, what);
}

static int take_source(struct relay *r, struct image_source *source, struct buf *bytes) {
    const char *type = media_magic(bytes->data ? bytes->data : "", bytes->len);
    if (!type || strncmp(type, "image/", 6) != 0)
        return bad_source(r, source, "does not lead to a picture: PNG, JPEG, WebP or GIF");
    bytes->max = BUF_MOST;
    source->media.mime = type;
    source->media.data = encode_in_place(bytes);
    return source->media.data.at ? 0 : error_set(r->err, ERR_TOO_LARGE, "The pictures are too large.");
}

static int load_file(struct relay *r, struct image_source *source, int64_t *left) {
    const struct form_part *file = source->file;
    struct buf *bytes = new_bytes(r, BUF_MOST);
    *left -= file->len;
    if (*left < 0)
        return error_param(r->err, ERR_TOO_LARGE, source->param,
                           "The pictures are too large for this model: more than %ld bytes.",
                           r->x->config->body_limit);
    if (!relay_take_memory(r, secret_base64_length((size_t)file->len)))
        return no_memory(r);
    buf_reserve(bytes, secret_base64_length((size_t)file->len));
    if (upload_spooled(r->upload.file, file->from, bytes->data, (size_t)file->len) < 0)
        return error_set(r->err, ERR_UNAVAILABLE, "The files of the request could not be read.");
    buf_commit(bytes, (size_t)file->len);
    return take_source(r, source, bytes);
}

static int load_url(struct relay *r, struct image_source *source, int64_t until, int64_t *left) {
    struct buf *bytes = new_bytes(r, BUF_MOST);
    int rc = fetch(r, source->media.url, *left, until, bytes, ERR_UNAVAILABLE);
    if (rc < 0 && r->err->kind == ERR_REQUEST)
        snprintf(r->err->param, sizeof r->err->param, "%s", source->param);
    if (rc < 0)
        return -1;
    *left -= (int64_t)bytes->len;
    return take_source(r, source, bytes);
}

static int load(struct relay *r, struct image_source *source, int64_t until, int64_t *left) {
    if (source->file)
        return load_file(r, source, left);
    return source->media.data.at ? 0 : load_url(r, source, until, left);
}

int relay_load_pictures(struct relay *r) {
    struct image_request *image = r->task->image;
    int64_t until = clock_mono_ms() + WAIT_MS, left = r->x->config->body_limit;
    for (size_t i = 0; image && i < image->sources; i++)
        if (load(r, &image->source[i], until, &left) < 0)
            return -1;
    return image && image->mask ? load(r, image->mask, until, &left) : 0;
}

/* ---- what is answered -------------------------------------------------------------------------- */

static bool is_host(const char *host) {
    static const char letters[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.-:[]_";
    return host && *host && *host != ':' && host[strspn(host, letters)] == '\0';
}

static bool is_https(const struct exchange *x) {
    const struct request_source *source = x->request->source;
    const char *forwarded = request_header(x->request, "x-forwarded-proto");
    const char *https = source->variable(source->arg, "HTTPS");
    if (forwarded)
        return strncmp(forwarded, "https", 5) == 0;
    return https && (strcmp(https, "on") == 0 || strcmp(https, "1") == 0);
}

/* Where the hub is for clients: as the configuration says, else where this one asked. */
static const char *own_url(struct relay *r) {
    struct exchange *x = r->x;
    const char *host = request_header(x->request, "host");
    if (x->config->url)
        return x->config->url;
    return is_host(host) ? arena_printf(x->arena, "%s://%s%s", is_https(x) ? "https" : "http", host,
                                        x->base ? x->base : "")
                         : NULL;
}

int relay_check_links(struct relay *r) {
    const struct image_request *image = r->task->image;
    if (!image || image->form != IMAGE_URL || own_url(r))
        return 0;
    return error_set(r->err, ERR_REQUEST, "Nobody knows this hub's address: ask for b64_json.");
}

static int store(struct relay *r, struct image *image) {
    struct arena *arena = r->x->arena;
    const struct config *config = r->x->config;
    char *name = arena_alloc(arena, KEPT_FILE_NAME);
    if (kept_file_write(config->data_dir, (int64_t)config->file_mb << 20, config->disk_floor_mb, image->data,
                        name, r->err) < 0) {
        if (r->err->kind == ERR_UNAVAILABLE) {
            log_line("a picture of the call %s: %s", r->x->id, r->err->message);
            r->err->kind = ERR_INTERNAL; /* with its status: the call was not interrupted, and is not paid */
        }
        return -1;
    }
    const char *url = arena_printf(arena, "%s/files/%s", own_url(r), name);
    image->url = chat_quote(arena, url, strlen(url));
    image->name = name;
    image->mime = kept_file_type(name);
    return 0;
}

/* What the provider only links to is its own affair, and so are the faults. */
static int bring(struct relay *r, struct image *image, int64_t until, int64_t *left) {
    struct buf *bytes = new_bytes(r, BUF_MOST);
    if (fetch(r, image->url, *left, until, bytes, ERR_INTERNAL) < 0) { /* the call was not interrupted */
        if (r->err->kind == ERR_REQUEST)
            r->err->kind = ERR_UPSTREAM, r->err->status = 502;
        return -1;
    }
    *left -= (int64_t)bytes->len;
    const char *type = media_magic(bytes->data ? bytes->data : "", bytes->len);
    if (!type || strncmp(type, "image/", 6) != 0)
        return error_set(r->err, ERR_UPSTREAM, "What the provider links to is no picture.");
    bytes->max = BUF_MOST;
    image->data = encode_in_place(bytes);
    image->mime = type;
    image->url = (struct span){0};
    return 0;
}

/* The last ones would take the place of the first. */
static int check_store(struct relay *r, const struct image_reply *reply) {
    int64_t bytes = 0, most = (int64_t)r->x->config->file_mb << 20;
    for (size_t i = 0; i < reply->count; i++)
        bytes += reply->image[i].url.at ? 0 : (int64_t)reply->image[i].data.len / 4 * 3;
    if (bytes <= most)
        return 0;
    error_set(r->err, ERR_INTERNAL, "The pictures cannot be stored: together they are larger than file_mb.");
    r->err->status = 503;
    return -1;
}

int relay_fit_pictures(struct relay *r) {
    const struct image_reply *reply = r->answered.image;
    if (reply && r->task->image->form == IMAGE_URL && check_store(r, reply) < 0)
        return -1;
    int64_t until = clock_mono_ms() + WAIT_MS;
    int64_t left = r->x->config->answer_limit;
    for (size_t i = 0; reply && i < reply->count; i++) {
        struct image *image = &reply->image[i];
        enum image_form form = r->task->image->form;
        if (form == IMAGE_URL && !image->url.at && store(r, image) < 0)
            return -1;
        if (form == IMAGE_DATA && image->data.at)
            image->url = (struct span){0};
        if (form == IMAGE_DATA && !image->data.at && bring(r, image, until, &left) < 0)
            return -1;
    }
    return 0;
}
