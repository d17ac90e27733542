/*
 * The configuration file: from JSON text to a checked struct config. Tables say
 * which keys there are; what a table cannot say is checked behind it. Everything
 * that is kept lies in the configuration's arena, secrets are wiped with it.
 */
#include "config.h"

#include <errno.h>
#include <fcntl.h>
#include <jansson.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/jsonget.h"
#include "canon/catalog_file.h"
#include "config_groups.h"
#include "config_oidc.h"
#include "config_price.h"

#define FILE_SIZE_MAX   (1024 * 1024)
#define SECRET_SIZE_MAX 16384
#define TEXT_LEN_MAX    1024
#define TOKENS_MAX      1000000000
#define BYTES_MAX       2147483647
#define DEMO_GAP_MS     30
#define CATALOG         "catalog.json"
#define NO_ROW          "openai-compatible" /* the type of a service that has no row of its own */

/* The file's top level, as its table fills it. */
struct file {
    struct config config;
    const char *durability, *access_format, *registration, *registration_credit;
    const json_t *oidc, *groups, *providers, *models;
};

/* Key, type, member, default, bounds, meaning. */
#define SETTINGS(ROW)                                                                                        \
    ROW("data_dir", STRING, config.data_dir, .text = "data", 1, TEXT_LEN_MAX,                                \
        "directory of the database and everything else the hub writes")                                      \
    ROW("base_path", STRING, config.base_path, .text = NULL, 0, TEXT_LEN_MAX,                                \
        "what stands before the hub's paths in a URL")                                                       \
    ROW("url", STRING, config.url, .text = NULL, 1, TEXT_LEN_MAX,                                            \
        "where clients reach the hub; links begin with it, `aihub doctor` asks there")                       \
    ROW("region", STRING, config.region, .text = NULL, 1, 63, "where the hub stands, told in every answer")  \
    ROW("log", STRING, config.log, .text = NULL, 1, TEXT_LEN_MAX, "log file, or - for standard error")       \
    ROW("access_log", STRING, config.access_log, .text = NULL, 0, TEXT_LEN_MAX,                              \
        "file with a line for each request, - for standard error, or empty for none")                        \
    ROW("access_format", STRING, access_format, .text = "text", 1, TEXT_LEN_MAX,                             \
        "form of these lines: text, json or combined")                                                       \
    ROW("log_mb", INT, config.log_mb, .number = 64, 0, 1048576,                                              \
        "size at which a log file is put aside and a new one begun; 0: never")                               \
    ROW("log_keep", INT, config.log_keep, .number = 8, 0, 1000, "log files put aside that are kept")         \
    ROW("log_days", INT, config.log_days, .number = 0, 0, 36500,                                             \
        "days after which log lines are gone; 0: no such limit")                                             \
    ROW("threads", INT, config.threads, .number = 256, 1, 4096, "most requests at once in one process")      \
    ROW("drain_seconds", INT, config.drain_seconds, .number = 7, 0, 3600,                                    \
        "how long running requests may go on after SIGTERM")                                                 \
    ROW("body_limit", LONG, config.body_limit, .number = 67108864, 1024, BYTES_MAX,                          \
        "most bytes of a request's body")                                                                    \
    ROW("body_memory", LONG, config.body_memory, .number = 268435456, 1024, 1099511627776,                   \
        "most bytes of all requests' bodies at once in one process")                                         \
    ROW("upload_limit", LONG, config.upload_limit, .number = 52428800, 1024, 1099511627776,                  \
        "most bytes of a request with files")                                                                \
    ROW("body_timeout", INT, config.body_timeout, .number = 30, 1, 3600,                                     \
        "seconds that a request's body may pause")                                                           \
    ROW("answer_limit", LONG, config.answer_limit, .number = 67108864, 1024, BYTES_MAX,                      \
        "most bytes of an answer that is not streamed")                                                      \
    ROW("cors", STRING, config.cors, .text = "*", 0, TEXT_LEN_MAX,                                           \
        "origins whose pages may use the hub: * for all, or a list")                                         \
    ROW("wrong_keys", INT, config.wrong_keys, .number = 60, 0, 60000,                                        \
        "requests with a wrong key that an address may make in a minute; 0: any number")                     \
    ROW("registration", STRING, registration, .text = "closed", 1, TEXT_LEN_MAX,                             \
        "who may become a user over HTTP: closed, invitation or open")                                       \
    ROW("registration_plan", STRING, config.registration_plan, .text = "free", 0, 63,                        \
        "plan of users who registered, or empty for none")                                                   \
    ROW("registration_credit", STRING, registration_credit, .text = "0", 1, TEXT_LEN_MAX,                    \
        "dollars that they begin with, or unlimited")                                                        \
    ROW("token_seconds", INT, config.token_seconds, .number = 3600, 60, 86400,                               \
        "seconds for which an access token is good")                                                         \
    ROW("login_days", INT, config.login_days, .number = 30, 1, 365,                                          \
        "days after which a login ends that is not refreshed")                                               \
    ROW("connect_timeout", INT, config.connect_timeout, .number = 10, 1, 600,                                \
        "seconds to connect to a provider")                                                                  \
    ROW("first_byte_timeout", INT, config.first_byte_timeout, .number = 300, 1, 86400,                       \
        "seconds until a provider's answer begins")                                                          \
    ROW("idle_timeout", INT, config.idle_timeout, .number = 300, 1, 86400,                                   \
        "seconds of silence within a provider's answer")                                                     \
    ROW("total_timeout", INT, config.total_timeout, .number = 3600, 1, 86400, "seconds for a whole call")    \
    ROW("fetch_private", BOOL, config.fetch_private, .number = 0, 0, 1,                                      \
        "whether images by URL may be fetched from addresses that are not public")                           \
    ROW("keep_alive", INT, config.keep_alive, .number = 10, 1, 3600,                                         \
        "seconds of silence in a stream before a comment is sent")                                           \
    ROW("default_max_output", INT, config.default_max_output, .number = 4096, 1, TOKENS_MAX,                 \
        "output tokens reserved where nothing names a limit")                                                \
    ROW("durability", STRING, durability, .text = "interval", 1, TEXT_LEN_MAX,                               \
        "when the ledger is flushed to the disk")                                                            \
    ROW("flush_ms", INT, config.flush_ms, .number = 1000, 1, 60000,                                          \
        "milliseconds between two flushes with durability interval")                                         \
    ROW("cache_kb", INT, config.cache_kb, .number = 8192, 64, 4194304, "cache of the database")              \
    ROW("disk_floor_mb", INT, config.disk_floor_mb, .number = 64, 0, 1048576,                                \
        "free space below which no call is admitted")                                                        \
    ROW("retention_days", INT, config.retention_days, .number = 0, 0, 36500,                                 \
        "days for which entries are kept; 0: for ever")                                                      \
    ROW("session_days", INT, config.session_days, .number = 0, 0, 36500,                                     \
        "days after which a session ends that is not used; 0: never")                                        \
    ROW("session_limit", INT, config.session_limit, .number = 1000, 0, 1000000,                              \
        "most sessions that a user may have; 0: any number")                                                 \
    ROW("prompt_days", INT, config.prompt_days, .number = 30, 0, 36500,                                      \
        "days for which prompts are kept of keys that want that; 0: for ever")                               \
    ROW("file_days", INT, config.file_days, .number = 1, 1, 36500,                                           \
        "days after which a picture is gone that the hub stored for a link")                                 \
    ROW("file_mb", INT, config.file_mb, .number = 1024, 1, 1048576, "room for these pictures")               \
    ROW("oidc", JSON, oidc, .text = NULL, 0, 0, "the OpenID provider whose tokens are taken")                \
    ROW("groups", JSON, groups, .text = NULL, 0, 0, "groups of keys, and what they pay")                     \
    ROW("providers", JSON, providers, .text = NULL, 0, 0, "the services that calls go to")                   \
    ROW("models", JSON, models, .text = NULL, 0, 0, "aliases and facts about models")                        \
    ROW("catalog", STRING, config.catalog, .text = NULL, 0, TEXT_LEN_MAX,                                    \
        "file of facts about models that `aihub model import` writes, or empty for none")

#define FIELD_ROW(name, kind, member, preset, least, most, meaning)                                          \
    {.key = name,                                                                                            \
     .type = FIELD_##kind,                                                                                   \
     .offset = offsetof(struct file, member),                                                                \
     preset,                                                                                                 \
     .low = least,                                                                                           \
     .high = most},
#define SETTING_ROW(name, kind, member, preset, least, most, meaning) {name, meaning},

static const struct field file_fields[] = {SETTINGS(FIELD_ROW){.key = NULL}};
static const struct setting settings[] = {SETTINGS(SETTING_ROW)};

enum { NOT_SAID = -1 };

#define FIELD(owner, kind, member, ...)                                                                      \
    { .key = #member, .type = FIELD_##kind, .offset = offsetof(struct owner, member), __VA_ARGS__ }
#define SOME_TEXT .low = 1, .high = TEXT_LEN_MAX

struct provider_fields {
    const char *type, *base_url, *key;
    int free, any_model, gap_ms;
    const json_t *price, *groups;
};

static const struct field provider_fields[] = {
    FIELD(provider_fields, STRING, type, SOME_TEXT),
    FIELD(provider_fields, STRING, base_url, SOME_TEXT),
    FIELD(provider_fields, STRING, key, SOME_TEXT),
    FIELD(provider_fields, BOOL, free, .number = NOT_SAID),
    FIELD(provider_fields, BOOL, any_model, .number = NOT_SAID),
    FIELD(provider_fields, JSON, price),
    FIELD(provider_fields, JSON, groups),
    FIELD(provider_fields, INT, gap_ms, .number = NOT_SAID, .low = 0, .high = 10000),
    {.key = NULL},
};

struct model_fields {
    const char *model, *kind;
    int free, context, max_output;
    const json_t *price, *groups;
};

static const struct field model_fields[] = {
    FIELD(model_fields, STRING, model, SOME_TEXT),
    FIELD(model_fields, STRING, kind, SOME_TEXT),
    FIELD(model_fields, JSON, price),
    FIELD(model_fields, JSON, groups),
    FIELD(model_fields, BOOL, free),
    FIELD(model_fields, INT, context, .low = 1, .high = TOKENS_MAX),
    FIELD(model_fields, INT, max_output, .low = 1, .high = TOKENS_MAX),
    {.key = NULL},
};

/* What all readers need: where relative paths start, whether secrets must be there, where things are
 * kept, where a mistake goes. */
struct reader {
    const char *dir;
    enum config_secrets secrets;
    struct arena *arena;
    struct error *err;
};

/* Reports a mistake in the key of the object at `path`; returns -1. */
__attribute__((format(printf, 4, 5))) static int wrong(const struct reader *in, const char *path,
                                                       const char *key, const char *format, ...) {
    char place[sizeof in->err->param], message[sizeof in->err->message];
    va_list args;
    va_start(args, format);
    vsnprintf(message, sizeof message, format, args);
    va_end(args);
    snprintf(place, sizeof place, "%s.%s", path, key);
    return error_param(in->err, ERR_REQUEST, place, "%s", message);
}

/* Whether a text is made of visible ASCII characters only. */
static bool visible(const char *text) {
    for (; *text; text++)
        if (*text <= ' ' || *text > '~')
            return false;
    return true;
}

static const char *path_from(const char *dir, const char *path, struct arena *arena) {
    return *path == '/' ? arena_strdup(arena, path) : arena_printf(arena, "%s/%s", dir, path);
}

/* Reads a whole file of less than `size` bytes. Returns its length; -1 with errno, EFBIG if longer. */
static ssize_t file_read(const char *path, char *text, size_t size) {
    int fd = open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY);
    if (fd < 0)
        return -1;
    size_t len = 0;
    ssize_t got;
    while ((got = read(fd, text + len, size - len)) > 0)
        len += (size_t)got;
    int saved = errno;
    close(fd);
    errno = got == 0 ? EFBIG : saved;
    return got < 0 || len == size ? -1 : (ssize_t)len;
}

/* ---- secrets: no message may hold one, nor what somebody wrote in place of its name ---- */

static bool is_variable(const char *source) {
    return strncmp(source, "env:", 4) == 0;
}

static bool is_file(const char *source) {
    return strncmp(source, "file:", 5) == 0;
}

static int secret_source_check(const char *source, const char *path, const struct reader *in) {
    if (!is_variable(source) && !is_file(source))
        return wrong(in, path, "key", "wanted \"env:NAME\" or \"file:PATH\", never the secret itself");
    const char *name = source + 4;
    if (is_variable(source) &&
        (!*name || strspn(name, "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_") != strlen(name)))
        return wrong(in, path, "key", "after env: comes a variable's name of the characters A-Z 0-9 _");
    return 0;
}

static void secret_wipe(void *text) {
    explicit_bzero(text, strlen(text));
}

static const char *secret_keep(const char *text, size_t len, const char *path, const struct reader *in) {
    if (len == 0) {
        wrong(in, path, "key", "the secret is empty");
        return NULL;
    }
    if (strlen(text) != len || !visible(text)) {
        wrong(in, path, "key", "the secret holds blanks, control or non-ASCII characters");
        return NULL;
    }
    char *secret = arena_strdup(in->arena, text);
    arena_own(in->arena, secret, secret_wipe);
    return secret;
}

static const char *secret_from_variable(const char *name, const char *path, const struct reader *in) {
    const char *value = getenv(name);
    if (!value) {
        wrong(in, path, "key", "environment variable %s is not set", name);
        return NULL;
    }
    return secret_keep(value, strlen(value), path, in);
}

/* A secret that was pasted in behind file: must not be shown, the path of a file should be. */
static void file_unread(const char *file, const char *reason, const char *path, const struct reader *in) {
    if (strpbrk(file, "./") && visible(file))
        wrong(in, path, "key", "%.160s cannot be read: %s", path_from(in->dir, file, in->arena), reason);
    else
        wrong(in, path, "key", "the file it names cannot be read: %s", reason);
}

static const char *secret_from_file(const char *file, const char *path, const struct reader *in) {
    char text[SECRET_SIZE_MAX];
    const char *secret = NULL;
    ssize_t len = file_read(path_from(in->dir, file, in->arena), text, sizeof text);
    if (len < 0) {
        file_unread(file, strerror(errno), path, in);
    } else {
        while (len > 0 && (text[len - 1] == '\n' || text[len - 1] == '\r'))
            len--;
        text[len] = '\0';
        secret = secret_keep(text, (size_t)len, path, in);
    }
    explicit_bzero(text, sizeof text);
    return secret;
}

static const char *secret_read(const char *source, const char *path, const struct reader *in) {
    return is_file(source) ? secret_from_file(source + 5, path, in)
                           : secret_from_variable(source + 4, path, in);
}

/* Where the secret stood. One that was pasted in behind file: is no such file. */
static const char *secret_file(const char *source, const char *secret, const struct reader *in) {
    return secret && is_file(source) ? path_from(in->dir, source + 5, in->arena) : NULL;
}

/* ---- providers ---- */

static int provider_name_check(const char *name, const struct reader *in) {
    static const char letters[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._-";
    size_t len = strlen(name);
    if (len > 0 && len < 64 && strspn(name, letters) == len)
        return 0;
    const char *path = visible(name) ? arena_printf(in->arena, "providers.%s", name) : "providers";
    return error_param(in->err, ERR_REQUEST, path,
                       "the name of a provider is 1 to 63 of the characters A-Z a-z 0-9 . _ -");
}

static bool is_compatible(const struct provider *row) {
    return row->quirks & PROVIDER_COMPATIBLE;
}

/* The end of a message that says which type was most likely meant, "" if none is near. */
static const char *provider_hint(const char *type, const struct reader *in) {
    const struct provider *row;
    const char *meant = NULL;
    for (size_t i = 0; (row = provider_at(i)); i++)
        meant = jsonget_nearer(type, meant, row->name);
    return meant ? arena_printf(in->arena, "; did you mean \"%s\"?", meant) : "";
}

static int provider_row_find(struct provider_config *provider, const char *type, const char *path,
                             const struct reader *in) {
    provider->row = provider_find(type ? type : provider->name);
    if (!provider->row && !type)
        provider->row = provider_find(NO_ROW);
    if (!provider->row)
        return wrong(in, path, "type", "there is no provider type of this name%s", provider_hint(type, in));
    return 0;
}

/* What is wrong with a service's address, NULL if nothing is. */
static const char *url_flaw(const char *url) {
    size_t scheme = strncmp(url, "http://", 7) == 0 ? 7 : strncmp(url, "https://", 8) == 0 ? 8 : 0;
    const char *host = url + scheme;
    if (scheme == 0)
        return "must begin with http:// or https://";
    if (!visible(url))
        return "must not hold blanks, control or non-ASCII characters";
    if (strpbrk(host, "?#\\"))
        return "must not have a query, a fragment or a backslash";
    size_t authority = strcspn(host, "/");
    if (memchr(host, '@', authority))
        return "must not have a user name or password";
    if (authority == 0 || *host == ':')
        return "has no host name";
    return NULL;
}

const char *config_url(const char *text, struct arena *arena, const char **flaw) {
    *flaw = url_flaw(text);
    if (*flaw)
        return NULL;
    size_t len = strlen(text);
    while (text[len - 1] == '/')
        len--;
    return arena_strndup(arena, text, len);
}

static int provider_address(struct provider_config *provider, const struct provider_fields *given,
                            const char *path, const struct reader *in) {
    const char *url = given->base_url;
    bool demo = provider->row->quirks & PROVIDER_DEMO;
    if (demo && url)
        return wrong(in, path, "base_url", "the demo has no address");
    if (!url)
        url = demo ? "" : provider->row->base_url;
    if (!url)
        return wrong(in, path, "base_url", "is missing, and the hub knows no address for it%s",
                     given->type ? "" : provider_hint(provider->name, in));
    const char *flaw = NULL;
    provider->base_url = demo ? "" : config_url(url, in->arena, &flaw);
    return flaw ? wrong(in, path, "base_url", "%s", flaw) : 0;
}

static int provider_key(struct provider_config *provider, const char *source, const char *path,
                        const struct reader *in) {
    const struct provider *row = provider->row;
    if (source) {
        if (secret_source_check(source, path, in) < 0)
            return -1;
        provider->key = secret_read(source, path, in);
        provider->key_file = secret_file(source, provider->key, in);
        provider->key_missing = !provider->key;
        if (provider->key_missing && in->secrets == CONFIG_SECRETS_IF_THERE)
            *in->err = (struct error){.kind = ERR_NONE};
        return in->err->kind == ERR_NONE ? 0 : -1;
    }
    if ((row->quirks & PROVIDER_KEYLESS) || is_compatible(row))
        return 0;
    return wrong(in, path, "key", "is missing; write \"env:%s\" or \"file:PATH\"",
                 row->key_variable ? row->key_variable : "NAME");
}

static int provider_money(struct provider_config *provider, const struct provider_fields *given,
                          const char *path, const struct reader *in) {
    if (given->price && given->free == 1)
        return wrong(in, path, "price", "a provider is either free or has a price");
    provider->has_price = given->price != NULL;
    if (given->free != NOT_SAID)
        provider->free = given->free;
    else
        provider->free = (provider->row->quirks & PROVIDER_FREE) && !provider->has_price;
    return given->price ? config_price_read(&provider->price, &provider->images, given->price, path,
                                            in->arena, in->err)
                        : 0;
}

static int provider_read(struct provider_config *provider, const char *name, const json_t *value,
                         const struct config *config, const struct reader *in) {
    if (provider_name_check(name, in) < 0)
        return -1;
    const char *path = arena_printf(in->arena, "providers.%s", name);
    struct provider_fields given;
    provider->name = arena_strdup(in->arena, name);
    if (jsonget_object(&given, provider_fields, value, path, in->arena, in->err) < 0 ||
        provider_row_find(provider, given.type, path, in) < 0 ||
        provider_address(provider, &given, path, in) < 0 || provider_key(provider, given.key, path, in) < 0 ||
        provider_money(provider, &given, path, in) < 0 ||
        config_offer_read(&provider->groups, given.groups, config, path, in->arena, in->err) < 0)
        return -1;
    const struct provider *row = provider->row;
    if (given.gap_ms != NOT_SAID && !(row->quirks & PROVIDER_DEMO))
        return wrong(in, path, "gap_ms", "only the demo has it");
    provider->demo_gap_ms = given.gap_ms != NOT_SAID ? given.gap_ms : DEMO_GAP_MS;
    if (given.any_model != NOT_SAID)
        provider->any_model = given.any_model;
    else
        provider->any_model = (row->quirks & PROVIDER_ANY_MODEL) || is_compatible(row);
    return 0;
}

static int providers_read(struct config *config, const json_t *object, const struct reader *in) {
    if (object && !json_is_object(object))
        return jsonget_wrong("an object", object, "providers", in->err);
    if (json_object_size(object) == 0)
        return error_param(in->err, ERR_REQUEST, "providers", "at least one provider is needed");
    size_t size = json_object_size(object) * sizeof(struct provider_config);
    struct provider_config *providers = arena_alloc(in->arena, size);
    const char *name;
    json_t *value;
    json_object_foreach((json_t *)object, name, value) {
        if (provider_read(&providers[config->providers], name, value, config, in) < 0)
            return -1;
        config->providers++;
    }
    config->provider = providers;
    return 0;
}

/* ---- models ---- */

/* Splits "provider/model"; `path` is where it stands. */
static int model_target(struct model_config *model, const char *target, const char *path,
                        const struct config *config, const struct reader *in) {
    const char *slash = strchr(target, '/');
    if (!slash || slash == target || !slash[1] || !visible(target))
        return error_param(in->err, ERR_REQUEST, path, "wanted \"provider/model\"");
    const char *name = arena_strndup(in->arena, target, (size_t)(slash - target));
    model->provider = config_provider(config, name);
    if (!model->provider)
        return error_param(in->err, ERR_REQUEST, path, "no provider \"%s\" in providers", name);
    model->model = arena_strdup(in->arena, slash + 1);
    return 0;
}

static int model_facts(struct model_config *model, const json_t *value, const char *path,
                       const struct config *config, const struct reader *in) {
    struct model_fields given;
    if (jsonget_object(&given, model_fields, value, path, in->arena, in->err) < 0)
        return -1;
    if (!given.model)
        return wrong(in, path, "model", "is missing");
    if (given.price && given.free)
        return wrong(in, path, "price", "a model is either free or has a price");
    int kind = given.kind ? model_kind_find(given.kind) : 0;
    if (kind < 0)
        return wrong(in, path, "kind", "there is no kind of models of this name");
    model->has_kind = given.kind;
    model->kind = (enum model_kind)kind;
    model->has_price = given.price || given.free;
    model->context = given.context;
    model->max_output = given.max_output;
    if ((given.price &&
         config_price_read(&model->price, &model->images, given.price, path, in->arena, in->err) < 0) ||
        config_offer_read(&model->groups, given.groups, config, path, in->arena, in->err) < 0)
        return -1;
    return model_target(model, given.model, arena_printf(in->arena, "%s.model", path), config, in);
}

static int model_read(struct model_config *model, const char *name, const json_t *value,
                      const struct config *config, const struct reader *in) {
    if (!*name || !visible(name))
        return error_param(in->err, ERR_REQUEST, "models", "the name of a model is visible ASCII text");
    const char *path = arena_printf(in->arena, "models.%s", name);
    model->name = arena_strdup(in->arena, name);
    if (json_is_string(value))
        return model_target(model, json_string_value(value), path, config, in);
    if (json_is_object(value))
        return model_facts(model, value, path, config, in);
    return jsonget_wrong("\"provider/model\" or an object", value, path, in->err);
}

static int models_read(struct config *config, const json_t *object, const struct reader *in) {
    if (object && !json_is_object(object))
        return jsonget_wrong("an object", object, "models", in->err);
    size_t size = json_object_size(object) * sizeof(struct model_config);
    struct model_config *models = arena_alloc(in->arena, size);
    const char *name;
    json_t *value;
    json_object_foreach((json_t *)object, name, value) {
        if (model_read(&models[config->models], name, value, config, in) < 0)
            return -1;
        config->models++;
    }
    config->model = models;
    return 0;
}

/* ---- facts about models ---- */

static bool is_wanted(void *arg, const char *type) {
    return config_has_type(arg, type);
}

/* Before the first import there is no file. One that is broken can still be looked at, to mend it. */
static int catalog_read(struct config *config, const struct reader *in) {
    struct error found = {.kind = ERR_NONE};
    config->catalog_named = config->catalog != NULL;
    if (config->catalog_named && !*config->catalog) {
        config->catalog = NULL;
        return 0;
    }
    config->catalog = path_from(in->dir, config->catalog_named ? config->catalog : CATALOG, in->arena);
    config->facts =
        catalog_file_read(config->catalog, is_wanted, config, in->arena, &config->facts_seen, &found);
    if (config->facts || found.kind == ERR_NOT_FOUND)
        return 0;
    config->facts_fault = arena_strdup(in->arena, found.message);
    return in->secrets == CONFIG_SECRETS_IF_THERE
               ? 0
               : error_param(in->err, ERR_REQUEST, "catalog", "%s", found.message);
}

/* ---- the whole file ---- */

static int base_path_check(const char *path, const struct reader *in) {
    static const char letters[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._~-/";
    size_t len = path ? strlen(path) : 0;
    if (len == 0)
        return 0;
    if (*path == '/' && path[len - 1] != '/' && !strstr(path, "//") && strspn(path, letters) == len)
        return 0;
    return error_param(in->err, ERR_REQUEST, "base_path", "wanted \"\" or a path such as \"/ai\"");
}

static int hub_url_read(const char **url, const struct reader *in) {
    const char *flaw = NULL;
    if (*url)
        *url = config_url(*url, in->arena, &flaw);
    return flaw ? error_param(in->err, ERR_REQUEST, "url", "%s", flaw) : 0;
}

static int durability_read(enum durability *durability, const char *text, const struct reader *in) {
    *durability = strcmp(text, "commit") == 0 ? DURABILITY_COMMIT : DURABILITY_INTERVAL;
    if (*durability == DURABILITY_COMMIT || strcmp(text, "interval") == 0)
        return 0;
    return error_param(in->err, ERR_REQUEST, "durability", "wanted \"interval\" or \"commit\"");
}

static int access_format_read(enum access_format *format, const char *text, const struct reader *in) {
    static const char *const names[] = {"text", "json", "combined"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (strcmp(text, names[i]) == 0) {
            *format = (enum access_format)i;
            return 0;
        }
    return error_param(in->err, ERR_REQUEST, "access_format", "wanted \"text\", \"json\" or \"combined\"");
}

static int registration_read(struct config *config, const struct file *file, const struct reader *in) {
    static const char *const names[] = {"closed", "invitation", "open"};
    int who = 0;
    while (who < REGISTRATION__MAX && strcmp(file->registration, names[who]) != 0)
        who++;
    if (who == REGISTRATION__MAX)
        return error_param(in->err, ERR_REQUEST, "registration",
                           "wanted \"closed\", \"invitation\" or \"open\"");
    if (who == REGISTRATION_OPEN && config->oidc)
        return error_param(in->err, ERR_REQUEST, "registration",
                           "must not be \"open\" beside \"oidc\": whoever registers a name first would have "
                           "the account of the one whom the provider calls so");
    config->registration = (enum who_registers)who;
    struct error unread = {.kind = ERR_NONE};
    config->registration_credit = -1;
    if (strcmp(file->registration_credit, "unlimited") != 0 &&
        money_read(file->registration_credit, 9, &config->registration_credit, &unread) < 0)
        return error_param(in->err, ERR_REQUEST, "registration_credit",
                           "wanted dollars such as \"2.50\", or \"unlimited\"");
    return 0;
}

/* "*", or origins such as https://app.example.org, with blanks between them. */
static int cors_check(const char *list, const struct reader *in) {
    if (strcmp(list, "*") == 0)
        return 0;
    for (const char *at = list + strspn(list, " "); *at; at += strspn(at, " ")) {
        size_t len = strcspn(at, " "), scheme = strncmp(at, "http://", 7) == 0 ? 7 : 8;
        bool good = scheme == 7 || strncmp(at, "https://", 8) == 0;
        /* Browsers send hosts in small letters. */
        if (!good || len <= scheme || strcspn(at + scheme, "/?# ABCDEFGHIJKLMNOPQRSTUVWXYZ") != len - scheme)
            return error_param(in->err, ERR_REQUEST, "cors",
                               "wanted \"*\" or origins such as \"https://app.example.org\"");
        at += len;
    }
    return 0;
}

/* It stands in a header of each answer. */
static int region_check(const char *region, const struct reader *in) {
    if (!region || visible(region))
        return 0;
    return error_param(in->err, ERR_REQUEST, "region", "wanted a word such as \"eu-central\"");
}

/* The largest body fits alone: as it came, decoded, and what the decoder keeps. */
static int body_memory_check(const struct config *config, const struct reader *in) {
    long least = 3 * (config->body_limit + 1); /* one byte more shows that a body is too long */
    if (config->body_memory >= least)
        return 0;
    return error_param(in->err, ERR_REQUEST, "body_memory",
                       "must be at least %ld, room for three of body_limit", least);
}

/* Lines for people and lines for programs are kept apart. */
static void logs_place(struct config *config, const struct reader *in) {
    if (!config->log)
        config->log = arena_printf(in->arena, "%s/aihub.log", config->data_dir);
    else if (strcmp(config->log, "-") != 0)
        config->log = path_from(in->dir, config->log, in->arena);
    if (!config->access_log && config->access_format == ACCESS_TEXT)
        config->access_log = config->log;
    else if (!config->access_log)
        config->access_log = arena_printf(in->arena, "%s/access.log", config->data_dir);
    else if (*config->access_log && strcmp(config->access_log, "-") != 0)
        config->access_log = path_from(in->dir, config->access_log, in->arena);
}

static struct config *file_check(const json_t *root, const char *path, const struct reader *in) {
    struct file *file = arena_alloc(in->arena, sizeof *file);
    struct config *config = &file->config;
    if (jsonget_object(file, file_fields, root, "", in->arena, in->err) < 0 ||
        base_path_check(config->base_path, in) < 0 || hub_url_read(&config->url, in) < 0 ||
        durability_read(&config->durability, file->durability, in) < 0 ||
        access_format_read(&config->access_format, file->access_format, in) < 0 ||
        cors_check(config->cors, in) < 0 || region_check(config->region, in) < 0 ||
        body_memory_check(config, in) < 0 ||
        config_oidc_read(&config->oidc, file->oidc, in->arena, in->err) < 0 ||
        registration_read(config, file, in) < 0 ||
        config_groups_read(config, file->groups, in->arena, in->err) < 0 ||
        providers_read(config, file->providers, in) < 0 || models_read(config, file->models, in) < 0 ||
        catalog_read(config, in) < 0)
        return NULL;
    config->path = path;
    config->data_dir = path_from(in->dir, config->data_dir, in->arena);
    logs_place(config, in);
    config->arena = in->arena;
    file->oidc = file->groups = file->providers = file->models = NULL;
    return config;
}

/* Blanks out comment lines; what is left keeps its line and column. */
static void comments_blank(char *text, size_t len) {
    char *end = text + len;
    while (text < end) {
        char *eol = memchr(text, '\n', (size_t)(end - text));
        eol = eol ? eol : end;
        char *first = text;
        while (first < eol && (*first == ' ' || *first == '\t'))
            first++;
        if (eol - first >= 2 && first[0] == '/' && first[1] == '/')
            memset(first, ' ', (size_t)(eol - first));
        text = eol + 1;
    }
}

static json_t *text_load(const char *text, size_t len, const char *path, struct error *err) {
    json_error_t flaw;
    char *copy = xmalloc(len + 1);
    memcpy(copy, text, len);
    comments_blank(copy, len);
    json_t *root = json_loadb(copy, len, JSON_REJECT_DUPLICATES, &flaw);
    free(copy);
    if (root)
        return root;
    /* Jansson quotes the text at fault, which may be a secret that was pasted in. */
    char *quote = strstr(flaw.text, " near '");
    if (quote)
        *quote = '\0';
    error_set(err, ERR_REQUEST, "%s:%d:%d: %s", path, flaw.line, flaw.column, flaw.text);
    return NULL;
}

static const char *path_absolute(const char *path, struct arena *arena) {
    char *cwd = *path == '/' ? NULL : getcwd(NULL, 0);
    const char *absolute = path_from(cwd ? cwd : ".", path, arena);
    free(cwd);
    return absolute;
}

struct config *config_parse(const char *text, size_t len, const char *path, enum config_secrets secrets,
                            struct error *err) {
    json_t *root = text_load(text, len, path, err);
    if (!root)
        return NULL;
    struct arena *arena = arena_new();
    const char *absolute = path_absolute(path, arena);
    struct error found = {.kind = ERR_NONE};
    struct reader in = {
        .dir = arena_strndup(arena, absolute, (size_t)(strrchr(absolute, '/') - absolute)),
        .secrets = secrets,
        .arena = arena,
        .err = &found,
    };
    struct config *config = file_check(root, absolute, &in);
    json_decref(root);
    if (config)
        return config;
    arena_free(arena);
    error_param(err, found.kind, found.param, "%s: %s%s%s", path, found.param, *found.param ? ": " : "",
                found.message);
    return NULL;
}

struct config *config_read(const char *path, enum config_secrets secrets, struct error *err) {
    char *text = xmalloc(FILE_SIZE_MAX);
    struct config *config = NULL;
    ssize_t len = file_read(path, text, FILE_SIZE_MAX);
    if (len < 0)
        error_set(err, ERR_REQUEST, "%s: cannot be read: %s", path, strerror(errno));
    else
        config = config_parse(text, (size_t)len, path, secrets, err);
    free(text);
    return config;
}

void config_free(struct config *config) {
    if (config)
        arena_free(config->arena);
}

const struct provider_config *config_provider(const struct config *config, const char *name) {
    for (size_t i = 0; i < config->providers; i++)
        if (strcmp(config->provider[i].name, name) == 0)
            return &config->provider[i];
    return NULL;
}

bool config_has_type(const struct config *config, const char *type) {
    for (size_t i = 0; i < config->providers; i++)
        if (strcmp(config->provider[i].row->name, type) == 0)
            return true;
    return false;
}

const struct setting *config_settings(size_t *count) {
    *count = sizeof settings / sizeof *settings;
    return settings;
}
