/* The keys that sign the site's own tokens. */
#include "gate/token_key.h"

#include <errno.h>
#include <inttypes.h>
#include <pthread.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "base/clock.h"
#include "base/filelock.h"
#include "base/jwt.h"
#include "base/secret.h"
#include "base/wholefile.h"

#define PATH_SIZE 4096
#define LINE_SIZE 128
#define FILE_SIZE (TOKEN_KEYS_MOST * LINE_SIZE)
#define HEX_TEXT  (2 * TOKEN_KEY_BYTES + 1)
#define LOOK_MS   1000
#define LOCK_MS   5000

/* The file has a line for each key, the newest last: its id, when it was born (seconds since 1970), the key.
 */
struct ring {
    size_t count;
    struct {
        struct token_key key;
        int64_t born;
    } list[TOKEN_KEYS_MOST];
};

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static struct ring kept;
static char kept_path[PATH_SIZE]; /* where it was read, "" if nothing was */
static struct stat seen;
static int64_t next_look;

static int unavailable(struct error *err, const char *what, const char *path) {
    return error_set(err, ERR_UNAVAILABLE, "%s %s: %s", path, what, strerror(errno));
}

static void file_path(const char *data_dir, const char *name, char path[PATH_SIZE]) {
    snprintf(path, PATH_SIZE, "%s/%s", data_dir, name);
}

/* ---- the file ------------------------------------------------------------------------ */

static bool parse_line(const char *line, size_t len, struct token_key *key, int64_t *born) {
    char hex[HEX_TEXT];
    int end = 0;
    return sscanf(line, "%16[0-9a-f] %" SCNd64 " %64[0-9a-f]%n", key->id, born, hex, &end) == 3 &&
           (size_t)end == len && strlen(key->id) == TOKEN_KEY_ID - 1 &&
           secret_unhex(hex, key->bytes, sizeof key->bytes);
}

static bool parse(const char *text, struct ring *ring) {
    ring->count = 0;
    for (const char *end; (end = strchr(text, '\n')) && ring->count < TOKEN_KEYS_MOST; text = end + 1) {
        if (!parse_line(text, (size_t)(end - text), &ring->list[ring->count].key,
                        &ring->list[ring->count].born))
            return false;
        ring->count++;
    }
    return *text == '\0' && ring->count > 0;
}

static size_t print(const struct ring *ring, char text[FILE_SIZE]) {
    size_t len = 0;
    for (size_t i = 0; i < ring->count; i++) {
        char hex[HEX_TEXT];
        secret_hex(ring->list[i].key.bytes, TOKEN_KEY_BYTES, hex);
        len += (size_t)snprintf(text + len, FILE_SIZE - len, "%s %" PRId64 " %s\n", ring->list[i].key.id,
                                ring->list[i].born, hex);
    }
    return len;
}

static void add_key(struct ring *ring) {
    unsigned char id[(TOKEN_KEY_ID - 1) / 2];
    secret_random(id, sizeof id);
    secret_hex(id, sizeof id, ring->list[ring->count].key.id);
    secret_random(ring->list[ring->count].key.bytes, TOKEN_KEY_BYTES);
    ring->list[ring->count++].born = clock_wall_ms() / 1000;
}

static int make_file(const char *path, struct error *err) {
    struct ring first = {.count = 0};
    char text[FILE_SIZE];
    add_key(&first);
    size_t len = print(&first, text);
    return wholefile_create(path, text, len) == 0 ? 0 : unavailable(err, "cannot be made", path);
}

/* Returns 1 if it was read, 0 if there is none, -1 with err. */
static int read_file(const char *path, struct ring *ring, struct stat *file, struct error *err) {
    char text[FILE_SIZE];
    ssize_t len = wholefile_read(path, text, sizeof text, file);
    if (len < 0)
        return errno == ENOENT ? 0 : unavailable(err, "cannot be read", path);
    if (strlen(text) == (size_t)len && parse(text, ring))
        return 1;
    return error_set(err, ERR_UNAVAILABLE, "%s is damaged: it is no list of keys", path);
}

/* Makes it if there is none. */
static int have_file(const char *path, struct ring *ring, struct stat *file, struct error *err) {
    int rc = read_file(path, ring, file, err);
    if (rc == 0 && make_file(path, err) == 0)
        rc = read_file(path, ring, file, err);
    if (rc == 0)
        error_set(err, ERR_UNAVAILABLE, "%s vanished", path);
    return rc == 1 ? 0 : -1;
}

/* ---- what is kept of it ----------------------------------------------------------------- */

/* With the lock held: makes `kept` what the file says, if it is time to look or there is need to. */
static int look(const char *path, bool now, struct error *err) {
    int64_t time = clock_mono_ms();
    bool known = strcmp(path, kept_path) == 0;
    if (known && !now && time < next_look)
        return 0;
    if (!known || wholefile_changed(path, &seen)) {
        kept_path[0] = '\0';
        if (have_file(path, &kept, &seen, err) < 0)
            return -1;
        snprintf(kept_path, sizeof kept_path, "%s", path);
    }
    next_look = time + LOOK_MS;
    return 0;
}

/* Whether key i still verifies: no other took its place, or not so long ago. */
static bool serves(const struct ring *ring, size_t i, int lifetime) {
    return i + 1 == ring->count || clock_wall_ms() / 1000 - ring->list[i + 1].born < lifetime;
}

static bool find(const char *id, int lifetime, struct token_key *key) {
    for (size_t i = 0; i < kept.count; i++)
        if (strcmp(kept.list[i].key.id, id) == 0) {
            *key = kept.list[i].key;
            return serves(&kept, i, lifetime);
        }
    return false;
}

int token_key_newest(const char *data_dir, struct token_key *key, struct error *err) {
    char path[PATH_SIZE];
    file_path(data_dir, "token.keys", path);
    pthread_mutex_lock(&lock);
    int rc = look(path, false, err);
    if (rc == 0)
        *key = kept.list[kept.count - 1].key;
    pthread_mutex_unlock(&lock);
    return rc;
}

int token_key_find(const char *data_dir, const char *id, int lifetime, struct token_key *key,
                   struct error *err) {
    char path[PATH_SIZE];
    file_path(data_dir, "token.keys", path);
    pthread_mutex_lock(&lock);
    int rc = look(path, false, err);
    bool found = rc == 0 && find(id, lifetime, key);
    if (rc == 0 && !found) {
        rc = look(path, true, err);
        found = rc == 0 && find(id, lifetime, key);
    }
    pthread_mutex_unlock(&lock);
    if (rc < 0 || found)
        return rc;
    error_set(err, ERR_AUTH, "The token is signed with a key that is not in use any more.");
    err->code = JWT_CODE;
    return -1;
}

/* ---- a new key ---------------------------------------------------------------------------- */

/* With the file's lock held. */
static int rotate(const char *path, int lifetime, struct error *err) {
    struct ring ring;
    struct stat file;
    char text[FILE_SIZE];
    if (have_file(path, &ring, &file, err) < 0)
        return -1;
    size_t first = 0;
    while (first + 1 < ring.count && !serves(&ring, first, lifetime))
        first++;
    if (lifetime <= 0)
        first = ring.count;
    if (ring.count - first >= TOKEN_KEYS_MOST)
        return error_set(err, ERR_CONFLICT, "there are %d keys whose tokens are still valid",
                         TOKEN_KEYS_MOST);
    memmove(ring.list, ring.list + first, (ring.count - first) * sizeof *ring.list);
    ring.count -= first;
    add_key(&ring);
    size_t len = print(&ring, text);
    return wholefile_replace(path, text, len) == 0 ? 0 : unavailable(err, "cannot be written", path);
}

int token_key_rotate(const char *data_dir, int lifetime, struct error *err) {
    char path[PATH_SIZE], lock_path[PATH_SIZE];
    file_path(data_dir, "token.keys", path);
    file_path(data_dir, "token.lock", lock_path);
    int fd = filelock_take(lock_path, 1, LOCK_MS);
    if (fd < 0)
        return unavailable(err, "cannot be locked", lock_path);
    int rc = rotate(path, lifetime, err);
    close(fd);
    pthread_mutex_lock(&lock);
    next_look = 0;
    pthread_mutex_unlock(&lock);
    return rc;
}
