#ifndef PROVIDERS_PROVIDER_H
#define PROVIDERS_PROVIDER_H

#include <stddef.h>

/*
 * A provider is a row: where it is, how the hub authorises itself there, and
 * what it does differently. All rows of this table speak OpenAI's chat dialect.
 */
enum provider_transport {
    PROVIDER_HTTP,
    PROVIDER_DEMO, /* answers inside the hub, offline, and says so */
};

enum provider_quirk {
    PROVIDER_KEYLESS = 1 << 0,           /* needs no key (a server of one's own) */
    PROVIDER_FREE = 1 << 1,              /* costs nothing unless the configuration names a price */
    PROVIDER_ANY_MODEL = 1 << 2,         /* takes model names that the catalog does not know */
    PROVIDER_NO_STREAM_OPTIONS = 1 << 3, /* refuses `stream_options`; sends usage by itself or not at all */
    PROVIDER_MAX_COMPLETION =
        1 << 4, /* an output limit that the hub adds is `max_completion_tokens`, else `max_tokens` */
};

struct provider {
    const char *name;     /* as in the configuration and in "name/model" */
    const char *title;    /* as people write it */
    const char *base_url; /* up to and with the version part, no slash at its end; NULL: must be configured */
    const char *key_variable; /* environment variable that usually holds its key, NULL: none */
    unsigned quirks;
    enum provider_transport transport;
};

/* The row of that name, NULL if there is none. */
const struct provider *provider_find(const char *name);

/* Row i in the order of the table, NULL past its end. */
const struct provider *provider_at(size_t i);

#endif
