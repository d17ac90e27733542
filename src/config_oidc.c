/* The part "oidc" of the configuration: an OpenID provider whose tokens are taken. */
#include "config_oidc.h"

#include <jansson.h>
#include <string.h>
#include <strings.h>

#include "base/jsonget.h"
#include "base/network.h"

#define TEXT_LEN_MAX  1024
#define AUDIENCES_MAX 32
#define HOST_SIZE     64 /* of an address, or of "localhost" */

struct oidc_fields {
    struct oidc_config config;
    const json_t *audience;
};

#define FIELD(kind, name, member, ...)                                                                       \
    { .key = name, .type = FIELD_##kind, .offset = offsetof(struct oidc_fields, member), __VA_ARGS__ }

static const struct field oidc_fields[] = {
    FIELD(STRING, "issuer", config.issuer, .low = 1, .high = TEXT_LEN_MAX),
    FIELD(JSON, "audience", audience),
    FIELD(STRING, "jwks", config.jwks, .low = 1, .high = TEXT_LEN_MAX),
    FIELD(STRING, "claim", config.claim, .text = "sub", .low = 1, .high = 128),
    FIELD(INT, "skew", config.skew, .number = 60, .low = 0, .high = 3600),
    {.key = NULL},
};

static bool is_loopback(const char *authority) {
    char host[HOST_SIZE];
    unsigned char address[NETWORK_ADDRESS];
    bool bracket = *authority == '[';
    size_t len = strcspn(authority += bracket, bracket ? "]" : ":/?");
    if (len >= sizeof host)
        return false;
    memcpy(host, authority, len);
    host[len] = '\0';
    return strcasecmp(host, "localhost") == 0 ||
           (network_address(host, address) && network_list_holds("127.0.0.0/8 ::1", address));
}

const char *config_keys_url_flaw(const char *url, struct arena *arena) {
    const char *flaw = NULL, *query = url + strcspn(url, "?");
    config_url(arena_strndup(arena, url, (size_t)(query - url)), arena, &flaw);
    for (; !flaw && *query; query++)
        if (*query <= ' ' || *query > '~' || *query == '#')
            flaw = "has a query that is none";
    if (!flaw && strncmp(url, "http://", 7) == 0 && !is_loopback(url + 7))
        flaw = "must begin with https:// unless the host is this machine";
    return flaw;
}

static int wrong(const char *path, const char *message, struct error *err) {
    return error_param(err, ERR_REQUEST, path, "%s", message);
}

static int issuer_check(const char *issuer, struct arena *arena, struct error *err) {
    const char *flaw = NULL;
    if (!issuer)
        return wrong("oidc.issuer", "is missing", err);
    config_url(issuer, arena, &flaw); /* which takes no query */
    if (!flaw)
        flaw = config_keys_url_flaw(issuer, arena);
    return flaw ? wrong("oidc.issuer", flaw, err) : 0;
}

/* One text, or a list of them. */
static int audiences_read(const char *const **audiences, const json_t *value, struct arena *arena,
                          struct error *err) {
    size_t count = json_is_array(value) ? json_array_size(value) : 1;
    if (!value)
        return wrong("oidc.audience", "is missing: it keeps out tokens that are meant for others", err);
    if (!json_is_array(value) && !json_is_string(value))
        return jsonget_wrong("a string or an array of strings", value, "oidc.audience", err);
    if (count == 0 || count > AUDIENCES_MAX)
        return wrong("oidc.audience", "wanted 1 to 32 texts", err);
    const char **list = arena_alloc(arena, (count + 1) * sizeof *list);
    for (size_t i = 0; i < count; i++) {
        const json_t *item = json_is_array(value) ? json_array_get(value, i) : value;
        if (!json_is_string(item))
            return jsonget_wrong("a string or an array of strings", item, "oidc.audience", err);
        if (json_string_length(item) == 0 || json_string_length(item) > TEXT_LEN_MAX)
            return wrong("oidc.audience", "wanted texts of 1 to 1024 bytes", err);
        list[i] = arena_strdup(arena, json_string_value(item));
    }
    *audiences = list;
    return 0;
}

int config_oidc_read(const struct oidc_config **oidc, const json_t *value, struct arena *arena,
                     struct error *err) {
    *oidc = NULL;
    if (!value)
        return 0;
    struct oidc_fields *given = arena_alloc(arena, sizeof *given);
    if (jsonget_object(given, oidc_fields, value, "oidc", arena, err) < 0 ||
        issuer_check(given->config.issuer, arena, err) < 0 ||
        audiences_read(&given->config.audiences, given->audience, arena, err) < 0)
        return -1;
    given->audience = NULL;
    const char *flaw = given->config.jwks ? config_keys_url_flaw(given->config.jwks, arena) : NULL;
    if (flaw)
        return wrong("oidc.jwks", flaw, err);
    *oidc = &given->config;
    return 0;
}
