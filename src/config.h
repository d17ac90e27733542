#ifndef AIHUB_CONFIG_H
#define AIHUB_CONFIG_H

#include <stdbool.h>
#include <stddef.h>
#include <sys/stat.h>

#include "base/error.h"
#include "base/mem.h"
#include "canon/model.h"
#include "canon/price.h"
#include "providers/provider.h"

/*
 * The configuration: one JSON file in which whole lines may be // comments.
 * It is read into a struct that never changes; a changed file makes a new one.
 */
enum access_format { ACCESS_TEXT, ACCESS_JSON, ACCESS_COMBINED };
enum who_registers { REGISTRATION_CLOSED, REGISTRATION_INVITATION, REGISTRATION_OPEN, REGISTRATION__MAX };
enum durability { DURABILITY_INTERVAL, DURABILITY_COMMIT };

/* One configured provider: a row of the table, or an OpenAI-compatible service named in the file. */
struct provider_config {
    const char *name;
    const struct provider *row; /* never NULL: a service without a row of its own has "openai-compatible" */
    const char *base_url;       /* no slash at its end; "" for the demo */
    const char *key;            /* secret; NULL: none is sent */
    const char *key_file;       /* where it stands, absolute; NULL: not in a file */
    bool key_missing;           /* the file names a key that cannot be had, see CONFIG_SECRETS_IF_THERE */
    bool free;                  /* models without a price cost nothing */
    bool any_model;             /* model names that are nowhere listed are passed on */
    bool has_price;
    struct price price;         /* of models that have none of their own */
    struct image_prices images; /* beside it */
    int demo_gap_ms;            /* demo only: pause between two words */
    const char *const *groups;  /* that may use it, up to NULL; NULL: all */
};

/* One entry of "models": an alias, or facts about a model that the catalog lacks or has wrong. */
struct model_config {
    const char *name; /* what clients ask for */
    const struct provider_config *provider;
    const char *model; /* the provider's name for it */
    bool has_price;    /* price is set here; "free": true sets one of zero */
    struct price price;
    struct image_prices images; /* beside it */
    bool has_kind;              /* its kind is set here */
    enum model_kind kind;
    int context;               /* tokens, 0: not said */
    int max_output;            /* tokens, 0: not said */
    const char *const *groups; /* that may use it, up to NULL; NULL: those of the provider */
};

/* A group of keys. */
#define GROUPS_MOST 32
struct group_config {
    const char *name;
    int per_mille; /* of each price that it pays */
};

/* Who issues tokens that the hub takes in the place of its own keys. */
struct oidc_config {
    const char *issuer;           /* as its tokens have it */
    const char *const *audiences; /* what they may be for; ends in NULL, at least one */
    const char *jwks;             /* where its keys are; NULL: its discovery document says */
    const char *claim;            /* which names the hub's user */
    int skew;                     /* seconds that its clock may be wrong */
};

struct config {
    const char *path;       /* of the file, absolute */
    const char *data_dir;   /* absolute */
    const char *base_path;  /* "" or "/ai": what stands before the hub's paths; NULL: found out by request */
    const char *region;     /* what the hub calls the place where it stands; NULL: not said */
    const char *url;        /* where clients reach the hub, no slash at its end; NULL: not said */
    const char *log;        /* file, absolute; "-" is standard error */
    const char *access_log; /* the same; "" is none */
    enum access_format access_format;
    int log_mb, log_keep, log_days;  /* see struct logfile_rules */
    const char *cors;                /* "*", or origins with blanks between them */
    int wrong_keys;                  /* of one address, per minute; 0: any number */
    enum who_registers registration; /* who may become a user over HTTP */
    const char *registration_plan;   /* of those users; "": none */
    nanos registration_credit;       /* that they begin with; negative: not limited */
    int token_seconds;               /* for which an access token is good */
    int login_days;                  /* after which a login ends that is not refreshed */
    int threads;                     /* most requests at once in one process */
    int drain_seconds;               /* how long running streams may go on after SIGTERM */
    long body_limit;                 /* bytes of a request body */
    long body_memory;  /* bytes of all request bodies at once in one process, room for three of body_limit at
                          least */
    long upload_limit; /* bytes of a request with files, which go to the disk */
    int body_timeout;  /* seconds that a request body may pause */
    long answer_limit; /* bytes of a non-streamed answer */
    int connect_timeout, first_byte_timeout, idle_timeout, total_timeout; /* seconds, towards providers */
    int fetch_private;      /* images by URL may come from addresses that are not public */
    int keep_alive;         /* seconds of silence in a stream before the hub sends a comment */
    int default_max_output; /* tokens of an answer of which nobody knows how long it may be */
    enum durability durability;
    int flush_ms;                   /* DURABILITY_INTERVAL: time between flushes to the disk */
    int cache_kb;                   /* of the database */
    int disk_floor_mb;              /* below this much free space no call is admitted */
    int session_days;               /* after which a session ends that is not used; 0: never */
    int session_limit;              /* most that a user may have; 0: any number */
    int retention_days;             /* for which entries are kept; 0: for ever */
    int prompt_days;                /* for which kept prompts are kept; 0: for ever */
    int file_days, file_mb;         /* of pictures that are stored: how long, and room for all */
    const struct oidc_config *oidc; /* NULL: none */
    size_t providers, models, groups;
    const struct provider_config *provider; /* in the order of the file */
    const struct model_config *model;
    const struct group_config *group;
    const char *catalog;              /* file of facts about models, absolute; NULL: none */
    bool catalog_named;               /* by the file, not by default */
    const struct catalog_file *facts; /* what stands in it of the providers' models; NULL: nothing */
    struct stat facts_seen;           /* the file that was read; all zero: it is not there */
    const char *facts_fault;          /* what is wrong with it, see CONFIG_SECRETS_IF_THERE; NULL: nothing */
    struct arena *arena;              /* holds all of this */
};

enum config_secrets {
    CONFIG_SECRETS_NEEDED,   /* one that cannot be had is a mistake */
    CONFIG_SECRETS_IF_THERE, /* it is NULL then, and so are facts about models: for those who call no provider
                              */
};

/*
 * Reads and checks the file. Returns a configuration to be freed with
 * config_free(), or NULL with ERR_REQUEST and one line that says file, place
 * (line and column, or the path of the key such as "providers.openai.key")
 * and mistake. Never puts a secret into the message.
 */
struct config *config_read(const char *path, enum config_secrets secrets, struct error *err);

/* The same from text in memory; `path` names it in messages and gives the directory of relative paths. */
struct config *config_parse(const char *text, size_t len, const char *path, enum config_secrets secrets,
                            struct error *err);
void config_free(struct config *config);

/*
 * Where the configuration is when nobody said: $AIHUB_CONFIG, else aihub.json
 * in the program's own directory, else ~/.config/aihub/aihub.json, else
 * SYSCONFDIR/aihub/aihub.json. Returns the first that exists, else the last one, allocated.
 */
char *config_locate(void);

/* Writes the places where it looks, besides $AIHUB_CONFIG, as a list for people. */
void config_places(char *text, size_t size);

/* An address of HTTP without slashes at its end. NULL if the text is none, and *flaw says why. */
const char *config_url(const char *text, struct arena *arena, const char **flaw);

/*
 * What is wrong with an address that keys shall come from, NULL if nothing is: other than those above it may
 * have a query, and has https unless its host is this machine.
 */
const char *config_keys_url_flaw(const char *url, struct arena *arena);

const struct provider_config *config_provider(const struct config *config, const char *name);

/* Whether a provider of that type is configured, whatever its name. */
bool config_has_type(const struct config *config, const char *type);

/* One row per setting of the file's top level, for the manual page's test and `aihub settings`. */
struct setting {
    const char *key, *meaning;
};
const struct setting *config_settings(size_t *count);

#endif
