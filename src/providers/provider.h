#ifndef PROVIDERS_PROVIDER_H
#define PROVIDERS_PROVIDER_H

#include <stddef.h>

#include "dialects/dialect.h"

/*
 * A provider is a row: where it is, which dialects it speaks, how the hub
 * authorises itself there, and what it does differently.
 */
enum provider_quirk {
    PROVIDER_KEYLESS = 1 << 0,    /* needs no key (a server of one's own) */
    PROVIDER_FREE = 1 << 1,       /* costs nothing unless the configuration names a price */
    PROVIDER_ANY_MODEL = 1 << 2,  /* takes model names that the catalog does not know */
    PROVIDER_COMPATIBLE = 1 << 3, /* any service that speaks the dialect: its address is configured */
    PROVIDER_DEMO = 1 << 4,       /* answers inside the hub, offline, and says so */
};

/* The header that holds the key. */
enum provider_key {
    KEY_BEARER, /* Authorization: Bearer */
    KEY_X_API,  /* x-api-key */
    KEY_API,    /* api-key */
    KEY_GOOG,   /* x-goog-api-key */
};

#define PROVIDER_DIALECTS 2

struct provider {
    const char *name;     /* as in the configuration and in "name/model" */
    const char *title;    /* as people write it */
    const char *base_url; /* up to and with the version part, no slash at its end; NULL: must be configured */
    const char *key_variable; /* environment variable that usually holds its key, NULL: none */
    unsigned quirks;
    const struct chat_dialect *speaks[PROVIDER_DIALECTS]; /* the one to be preferred first;
                                                             none: it does no chat */
    enum provider_key key;
    unsigned chat; /* enum chat_quirk, of all its models; what only some have is in route/ability.c */
};

/* The dialect to be spoken there for a client who speaks that one: the same if it can be, with these quirks
 * of the model. NULL: the provider does no chat. */
const struct chat_dialect *provider_dialect(const struct provider *row, unsigned quirks,
                                            const struct chat_dialect *client);

/* The header fields that its requests in a dialect have, "Name: value": into `headers`, made in the arena;
 * returns how many. `dialect` and `key` may be NULL. */
#define PROVIDER_HEADERS 2
size_t provider_headers(const struct provider *row, const struct chat_dialect *dialect, const char *key,
                        struct arena *arena, const char *headers[PROVIDER_HEADERS]);

/* What people call a provider that the configuration names so: the service's title, or that name where the
 * row tells no more than what it speaks. */
const char *provider_title(const struct provider *row, const char *name);

/* The row of that name, NULL if there is none. */
const struct provider *provider_find(const char *name);

/* Row i in the order of the table, NULL past its end. */
const struct provider *provider_at(size_t i);

#endif
