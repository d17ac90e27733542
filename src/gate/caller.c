/* Who calls: the key of a request. */
#include "gate/caller.h"

#include <string.h>
#include <strings.h>

#include "base/network.h"
#include "gate/allowance.h"

#define NETWORK 8 /* bytes of an IPv6 address that are one subscriber's */

static const char *bearer(const char *value) {
    if (!value || strncasecmp(value, "Bearer", 6) != 0 || (value[6] != ' ' && value[6] != '\t'))
        return NULL;
    value += 6;
    return value + strspn(value, " \t");
}

enum { PLACES = 5 };

static const char *key_at(const struct request *request, int place) {
    static const char *const headers[PLACES] = {"authorization", "x-api-key", "api-key", "x-goog-api-key"};
    if (!headers[place])
        return request_parameter(request, "key");
    const char *value = request_header(request, headers[place]);
    return place == 0 ? bearer(value) : value;
}

static const char *find_key(const struct request *request) {
    const char *first = NULL;
    for (int place = 0; place < PLACES; place++) {
        const char *key = key_at(request, place);
        if (key && secret_is_key(key))
            return key;
        if (!first)
            first = key;
    }
    return first ? first : "";
}

/* Addresses that one subscriber has count as one. */
static uint64_t subscriber(const struct origin *origin, const char *text) {
    static const unsigned char mapped[12] = {[10] = 0xff, [11] = 0xff}; /* IPv4 as IPv6 has it */
    if (!origin->known)
        return *text ? secret_number(text, strlen(text)) : 0;
    if (memcmp(origin->network, mapped, sizeof mapped) == 0)
        return secret_number(origin->network + sizeof mapped, 4);
    return secret_number(origin->network, NETWORK);
}

static void read_origin(const struct exchange *x, struct origin *origin) {
    const char *text = x->request->source->variable(x->request->source->arg, "REMOTE_ADDR");
    origin->known = text && network_address(text, origin->network);
    origin->address = subscriber(origin, text ? text : "");
    origin->most_wrong = origin->address ? x->config->wrong_keys : 0;
}

void caller_read(const struct exchange *x, struct credentials *credentials) {
    const char *key = find_key(x->request);
    *credentials = (struct credentials){.kind = BY_KEY};
    secret_hash(key, strlen(key), credentials->hash);
    read_origin(x, &credentials->origin);
}

int caller_find(struct exchange *x, const struct credentials *credentials, struct caller *caller,
                struct error *err) {
    if (ledger_caller_find(hub_ledger(x->hub, x->config), credentials, caller, err) < 0)
        return -1;
    x->trace.user = arena_strdup(x->arena, caller->user.name);
    x->trace.key = caller->key.id;
    allowance_tell(x, &caller->requests, &caller->tokens);
    return 0;
}

int caller_check(struct exchange *x, struct caller *caller, struct error *err) {
    struct credentials credentials;
    caller_read(x, &credentials);
    return caller_find(x, &credentials, caller, err);
}
