/* Sets of public keys in JSON. */
#include "gate/jwks.h"

#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/mem.h"
#include "base/secret.h"

#define DEPTH    32 /* keys are at the third level; issuers add members of their own */
#define KID_MOST 1024

struct jwks {
    size_t count;
    struct {
        char *kid; /* NULL: it has none */
        struct public_key *key;
    } list[JWKS_KEYS_MOST];
};

enum { KTY, USE, OPS, ALG, KID, CRV, N, E, X, Y, MEMBERS };

static const char *const names[MEMBERS] = {
    [KTY] = "kty", [USE] = "use", [OPS] = "key_ops", [ALG] = "alg", [KID] = "kid",
    [CRV] = "crv", [N] = "n",     [E] = "e",         [X] = "x",     [Y] = "y",
};

static bool is_text(const struct scan_want *member, const char *text) {
    return member->type == SCAN_STRING && scan_equals(member->value, text);
}

/* Decodes a member in base64url, of no bytes if it is none. */
static struct span bytes_of(const struct scan_want *member, struct arena *arena) {
    struct span bytes = {"", 0};
    struct buf text;
    if (member->type != SCAN_STRING)
        return bytes;
    buf_init(&text, JWKS_MOST);
    scan_unquote(member->value, &text);
    char *room = arena_alloc(arena, text.len + 1);
    size_t len;
    if (text.len > 0 && secret_unbase64url(text.data, text.len, room, &len))
        bytes = (struct span){room, len};
    buf_free(&text);
    return bytes;
}

static struct public_key *make_key(const struct scan_want *members, struct arena *arena) {
    struct error ignored = {0};
    struct span x = bytes_of(&members[X], arena);
    if (is_text(&members[KTY], "RSA"))
        return public_key_rsa(bytes_of(&members[N], arena), bytes_of(&members[E], arena), &ignored);
    if (is_text(&members[KTY], "EC") && is_text(&members[CRV], "P-256"))
        return public_key_p256(x, bytes_of(&members[Y], arena), &ignored);
    if (is_text(&members[KTY], "OKP") && is_text(&members[CRV], "Ed25519"))
        return public_key_ed25519(x, &ignored);
    return NULL;
}

/* Whether a list of operations has the one. */
static bool has_verify(struct span rest) {
    struct span value;
    enum scan_type type;
    while (scan_next(&rest, &value, &type))
        if (type == SCAN_STRING && scan_equals(value, "verify"))
            return true;
    return false;
}

/* Whether what is said of its purpose, if anything, is signatures. */
static bool is_for_signatures(const struct scan_want *members) {
    if (members[USE].seen && !is_text(&members[USE], "sig"))
        return false;
    return !members[OPS].seen || (members[OPS].type == SCAN_ARRAY && has_verify(members[OPS].value));
}

/* False if there is one that is not what it should be. */
static bool read_kid(const struct scan_want *member, char **kid) {
    struct buf text;
    *kid = NULL;
    if (!member->seen)
        return true;
    if (member->type != SCAN_STRING)
        return false;
    buf_init(&text, KID_MOST);
    buf_puts(&text, "");
    scan_unquote(member->value, &text);
    bool good = !text.overflow && !memchr(text.data, '\0', text.len);
    if (good)
        *kid = xstrdup(text.data);
    buf_free(&text);
    return good;
}

static void add_key(struct jwks *set, struct span object, struct arena *arena) {
    struct scan_want members[MEMBERS] = {{.name = NULL}};
    for (int i = 0; i < MEMBERS; i++)
        members[i].name = names[i];
    scan_members(object, members, MEMBERS);
    for (int i = 0; i < MEMBERS; i++)
        if (members[i].seen > 1)
            return;
    struct public_key *key = is_for_signatures(members) ? make_key(members, arena) : NULL;
    if (!key)
        return;
    bool fits =
        !members[ALG].seen || is_text(&members[ALG], public_key_algorithm_name(public_key_algorithm(key)));
    if (fits && read_kid(&members[KID], &set->list[set->count].kid))
        set->list[set->count++].key = key;
    else
        public_key_free(key);
}

static int add_keys(struct jwks *set, struct span text, struct arena *arena, struct error *err) {
    struct scan_want keys = {.name = "keys"};
    struct span rest, value;
    enum scan_type type;
    struct error ignored = {0};
    if (scan_object(text, &keys, 1, DEPTH, &ignored) < 0 || keys.seen != 1 || keys.type != SCAN_ARRAY)
        return error_set(err, ERR_UPSTREAM, "it is no set of keys");
    for (rest = keys.value; scan_next(&rest, &value, &type);) {
        if (set->count == JWKS_KEYS_MOST)
            return error_set(err, ERR_UPSTREAM, "it has more than %d keys", JWKS_KEYS_MOST);
        if (type == SCAN_OBJECT)
            add_key(set, value, arena);
    }
    return set->count > 0 ? 0 : error_set(err, ERR_UPSTREAM, "it has no key for RS256, ES256 or EdDSA");
}

struct jwks *jwks_read(struct span text, struct error *err) {
    struct jwks *set = xcalloc(1, sizeof *set);
    struct arena *arena = arena_new();
    int rc = text.len <= JWKS_MOST ? add_keys(set, text, arena, err)
                                   : error_set(err, ERR_UPSTREAM, "it is longer than %d bytes", JWKS_MOST);
    arena_free(arena);
    if (rc == 0)
        return set;
    jwks_free(set);
    return NULL;
}

void jwks_free(struct jwks *set) {
    if (!set)
        return;
    for (size_t i = 0; i < set->count; i++) {
        free(set->list[i].kid);
        public_key_free(set->list[i].key);
    }
    free(set);
}

struct public_key *jwks_find(const struct jwks *set, const char *kid, const char *alg) {
    struct public_key *found = NULL;
    for (size_t i = 0; i < set->count; i++) {
        const char *own = set->list[i].kid;
        if (strcmp(public_key_algorithm_name(public_key_algorithm(set->list[i].key)), alg) != 0 ||
            (kid && (!own || strcmp(own, kid) != 0)))
            continue;
        if (found) /* nobody says which */
            return NULL;
        found = set->list[i].key;
    }
    return found ? public_key_share(found) : NULL;
}
