/* Who calls: the key of a request. */
#include "gate/caller.h"

#include <string.h>
#include <strings.h>

static const char *bearer(const char *value) {
    if (!value || strncasecmp(value, "Bearer", 6) != 0 || (value[6] != ' ' && value[6] != '\t'))
        return NULL;
    value += 6;
    return value + strspn(value, " \t");
}

static const char *find_key(const struct request *request) {
    static const char *const headers[] = {"x-api-key", "api-key", "x-goog-api-key"};
    const char *key = bearer(request_header(request, "authorization"));
    for (size_t i = 0; !key && i < sizeof headers / sizeof *headers; i++)
        key = request_header(request, headers[i]);
    return key ? key : request_parameter(request, "key");
}

int caller_hash(const struct exchange *x, unsigned char hash[SECRET_HASH], struct error *err) {
    const char *key = find_key(x->request);
    if (!key || !*key)
        return error_set(err, ERR_AUTH, "No API key provided. Send it as \"Authorization: Bearer KEY\".");
    secret_hash(key, strlen(key), hash);
    return 0;
}

int caller_check(struct exchange *x, struct key *key, struct user *user, struct error *err) {
    unsigned char hash[SECRET_HASH];
    if (caller_hash(x, hash, err) < 0 ||
        ledger_key_check(hub_ledger(x->hub, x->config), hash, key, user, err) < 0)
        return -1;
    x->trace.user = arena_strdup(x->arena, user->name);
    x->trace.key = key->id;
    return 0;
}
