/* Who calls: the key of a request. */
#include "gate/caller.h"

#include <arpa/inet.h>
#include <string.h>
#include <strings.h>

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
static uint64_t address_of(const struct request *request) {
    const char *text = request->source->variable(request->source->arg, "REMOTE_ADDR");
    static const unsigned char mapped[12] = {[10] = 0xff, [11] = 0xff}; /* IPv4 as IPv6 has it */
    unsigned char address[16];
    if (!text || !*text)
        return 0;
    if (inet_pton(AF_INET, text, address) == 1)
        return secret_number(address, 4);
    if (inet_pton(AF_INET6, text, address) == 1 && memcmp(address, mapped, sizeof mapped) == 0)
        return secret_number(address + sizeof mapped, 4);
    if (inet_pton(AF_INET6, text, address) == 1)
        return secret_number(address, NETWORK);
    return secret_number(text, strlen(text));
}

void caller_read(const struct exchange *x, struct caller *caller) {
    const char *key = find_key(x->request);
    secret_hash(key, strlen(key), caller->hash);
    caller->origin.address = address_of(x->request);
    caller->origin.most_wrong = caller->origin.address ? x->config->wrong_keys : 0;
}

int caller_find(struct exchange *x, const struct caller *caller, struct key *key, struct user *user,
                struct error *err) {
    struct ledger *ledger = hub_ledger(x->hub, x->config);
    if (ledger_key_check(ledger, caller->hash, &caller->origin, key, user, err) < 0)
        return -1;
    x->trace.user = arena_strdup(x->arena, user->name);
    x->trace.key = key->id;
    return 0;
}

int caller_check(struct exchange *x, struct key *key, struct user *user, struct error *err) {
    struct caller caller;
    caller_read(x, &caller);
    return caller_find(x, &caller, key, user, err);
}
