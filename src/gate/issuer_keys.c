/* The public keys of the OpenID provider: fetched seldom, kept for all processes. */
#include "gate/issuer_keys.h"

#include <errno.h>
#include <inttypes.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/clock.h"
#include "base/filelock.h"
#include "base/jsonvalue.h"
#include "base/jwt.h"
#include "base/log.h"
#include "base/secret.h"
#include "base/wholefile.h"
#include "gate/jwks.h"
#include "upstream/fetch.h"

#define PATH_SIZE   4096
#define HEAD_SIZE   128
#define FILE_SIZE   (HEAD_SIZE + JWKS_MOST + 1)
#define SOURCE_TEXT (2 * SECRET_HASH + 1)
#define LOOK_MS     1000
#define FETCH_MS    5000
#define WAIT_MS     (FETCH_MS + 1000) /* for another process that fetches */
#define FRESH       600               /* seconds */
#define PAUSE       30
#define STALE       86400

/*
 * The file has a line, and behind it the set as it was fetched, if there ever was one. The line is a
 * hash of whose keys these are, when they were fetched and when that was last tried (seconds since 1970).
 */
struct keys {
    char source[SOURCE_TEXT];
    int64_t fetched, tried;
    char *text; /* NULL, like the set: there is none */
    struct jwks *set;
};

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static struct keys kept;
static struct stat seen;
static int64_t next_look;

static int64_t now(void) {
    return clock_wall_ms() / 1000;
}

static void file_path(const struct config *config, const char *name, char path[PATH_SIZE]) {
    snprintf(path, PATH_SIZE, "%s/%s", config->data_dir, name);
}

static void clear(struct keys *keys) {
    free(keys->text);
    jwks_free(keys->set);
    *keys = (struct keys){.fetched = 0};
}

/* Other settings are other keys. */
static void source_of(const struct config *config, char source[SOURCE_TEXT]) {
    unsigned char hash[SECRET_HASH];
    struct arena *arena = arena_new();
    const char *jwks = config->oidc->jwks;
    const char *text =
        arena_printf(arena, "%s\n%s\n%s", config->data_dir, config->oidc->issuer, jwks ? jwks : "");
    secret_hash(text, strlen(text), hash);
    secret_hex(hash, sizeof hash, source);
    arena_free(arena);
}

/* ---- the file --------------------------------------------------------------------------- */

/* False if it is not a file of these keys. */
static bool parse(char *text, const char *source, struct keys *keys) {
    struct error ignored = {0};
    int end = 0;
    *keys = (struct keys){.fetched = 0};
    if (sscanf(text, "%64[0-9a-f] %" SCNd64 " %" SCNd64 "%n", keys->source, &keys->fetched, &keys->tried,
               &end) != 3 ||
        text[end] != '\n' || strcmp(keys->source, source) != 0)
        return false;
    const char *set = text + end + 1;
    if (*set == '\0')
        return keys->fetched == 0;
    keys->set = jwks_read((struct span){set, strlen(set)}, &ignored);
    keys->text = keys->set ? xstrdup(set) : NULL;
    return keys->set != NULL;
}

/* Takes what the file says, unless this process could not write there what it knows better. */
static void load(const char *path, const char *source) {
    char *text = xmalloc(FILE_SIZE);
    struct keys found;
    if (wholefile_read(path, text, FILE_SIZE, &seen) >= 0) {
        if (parse(text, source, &found) && found.tried >= kept.tried) {
            clear(&kept);
            kept = found;
        } else {
            clear(&found);
        }
    }
    free(text);
}

/* With the lock held: makes `kept` what the file says, if it is time to look or there is need to. */
static void look(const struct config *config, bool at_once) {
    char path[PATH_SIZE], source[SOURCE_TEXT];
    int64_t time = clock_mono_ms();
    source_of(config, source);
    bool same = strcmp(source, kept.source) == 0;
    if (same && !at_once && time < next_look)
        return;
    file_path(config, "oidc.keys", path);
    if (!same) {
        clear(&kept);
        memcpy(kept.source, source, sizeof kept.source);
    }
    if (!same || wholefile_changed(path, &seen))
        load(path, source);
    next_look = time + LOOK_MS;
}

/* With the lock held. What cannot be written stays known to this process. */
static void save(const struct config *config) {
    char path[PATH_SIZE];
    struct buf text;
    file_path(config, "oidc.keys", path);
    buf_init(&text, FILE_SIZE);
    buf_printf(&text, "%s %" PRId64 " %" PRId64 "\n%s", kept.source, kept.fetched, kept.tried,
               kept.text ? kept.text : "");
    if (wholefile_replace(path, text.data, text.len) < 0)
        log_line("oidc: %s cannot be written: %s", path, strerror(errno));
    buf_free(&text);
}

/* ---- fetching ------------------------------------------------------------------------------ */

struct fetching {
    const struct config *config;
    struct upstream *upstream;
    struct arena *arena;
    int64_t end; /* monotonic ms */
};

static int get(const struct fetching *f, const char *url, struct buf *out, struct error *err) {
    char type[FETCH_TYPE];
    int64_t left = f->end - clock_mono_ms();
    const char *flaw = config_keys_url_flaw(url, f->arena);
    struct fetch_rules rules = {
        .most = JWKS_MOST,
        .ms = left > 0 ? (int)left : 1,
        .private_hosts = f->config->fetch_private,
        .watch = {.client_fd = -1, .stop_fd = -1},
        .https_only = strncmp(url, "https://", 8) == 0,
    };
    buf_init(out, JWKS_MOST);
    if (flaw)
        return error_set(err, ERR_UPSTREAM, "%.160s %s", url, flaw);
    return fetch_url(f->upstream, url, &rules, out, type, err);
}

/* The address of the keys that the discovery document names; it must be the issuer's own (OpenID Connect
 * Discovery 4.3). NULL with err. */
static const char *discover(const struct fetching *f, struct error *err) {
    const char *issuer = f->config->oidc->issuer, *flaw, *uri = NULL, *named = NULL;
    const char *url =
        arena_printf(f->arena, "%s/.well-known/openid-configuration", config_url(issuer, f->arena, &flaw));
    struct buf document;
    if (get(f, url, &document, err) == 0 &&
        scan_object((struct span){document.data, document.len}, NULL, 0, SCAN_DEPTH, err) == 0) {
        struct json whole = value_whole((struct span){document.data, document.len});
        struct json members[] = {value_member(&whole, "issuer"), value_member(&whole, "jwks_uri")};
        if (value_name(&members[0], document.len, f->arena, &named, err) == 0 && strcmp(named, issuer) != 0)
            error_set(err, ERR_UPSTREAM, "its discovery document is of another issuer");
        else if (named)
            value_name(&members[1], document.len, f->arena, &uri, err);
    }
    buf_free(&document);
    return uri;
}

/* Returns the set and its text; NULL with err. */
static struct jwks *fetch(const struct config *config, struct upstream *upstream, char **text,
                          struct error *err) {
    struct fetching f = {config, upstream, arena_new(), clock_mono_ms() + FETCH_MS};
    const char *url = config->oidc->jwks ? config->oidc->jwks : discover(&f, err);
    struct jwks *set = NULL;
    struct buf body = {.data = NULL};
    if (url && get(&f, url, &body, err) == 0)
        set = jwks_read((struct span){body.data, body.len}, err);
    if (set)
        *text = xstrdup(body.data);
    buf_free(&body);
    arena_free(f.arena);
    return set;
}

/* With the file's lock held, and not that of this process: others go on with what there is. */
static void refresh(const struct config *config, struct upstream *upstream) {
    struct error err = {0};
    char *text = NULL;
    struct jwks *set = fetch(config, upstream, &text, &err);
    if (!set)
        log_line("oidc: the keys of %s cannot be fetched: %s", config->oidc->issuer, err.message);
    pthread_mutex_lock(&lock);
    look(config, true); /* the settings may be others by now */
    kept.tried = now();
    if (set) {
        free(kept.text);
        jwks_free(kept.set);
        kept.fetched = kept.tried;
        kept.text = text;
        kept.set = set;
    }
    save(config);
    pthread_mutex_unlock(&lock);
}

/* ---- finding -------------------------------------------------------------------------------- */

struct wanted {
    const char *kid, *alg;
    struct public_key *key;
    bool known; /* the provider's keys are, whether or not this one is among them */
    bool due;   /* they should be fetched */
};

static bool is_within(int64_t time, int64_t seconds) {
    int64_t age = now() - time;
    return time > 0 && age >= 0 && age < seconds;
}

static void search(const struct config *config, bool at_once, struct wanted *wanted) {
    pthread_mutex_lock(&lock);
    look(config, at_once);
    wanted->known = kept.set && is_within(kept.fetched, STALE);
    if (wanted->known)
        wanted->key = jwks_find(kept.set, wanted->kid, wanted->alg);
    wanted->due = !is_within(kept.tried, PAUSE) && (!wanted->key || !is_within(kept.fetched, FRESH));
    pthread_mutex_unlock(&lock);
}

/* Who has a key does not wait for another process that fetches. */
static void renew(const struct config *config, struct upstream *upstream, struct wanted *wanted) {
    char path[PATH_SIZE];
    bool needed = !wanted->key;
    file_path(config, "oidc.lock", path);
    int fd = filelock_take(path, 1, needed ? WAIT_MS : 0);
    if (fd < 0 && errno != EAGAIN)
        log_line("oidc: %s cannot be locked: %s", path, strerror(errno));
    if (fd < 0)
        return;
    public_key_free(wanted->key);
    wanted->key = NULL;
    search(config, true, wanted);
    if (wanted->due) {
        refresh(config, upstream);
        public_key_free(wanted->key);
        wanted->key = NULL;
        search(config, true, wanted);
    }
    close(fd);
}

int issuer_keys_find(const struct config *config, struct upstream *upstream, const char *kid, const char *alg,
                     struct public_key **key, struct error *err) {
    struct wanted wanted = {.kid = kid, .alg = alg};
    search(config, false, &wanted);
    if (!wanted.key)
        search(config, true, &wanted);
    if (wanted.due)
        renew(config, upstream, &wanted);
    *key = wanted.key;
    if (wanted.key)
        return 0;
    bool first = err->kind == ERR_NONE;
    if (wanted.known)
        error_set(err, ERR_AUTH, "The token is signed with a key that its issuer does not publish.");
    else
        error_set(err, ERR_UNAVAILABLE, "The keys of the token's issuer cannot be had at the moment.");
    if (first && wanted.known)
        err->code = JWT_CODE;
    else if (first)
        err->retry_after = PAUSE;
    return -1;
}
