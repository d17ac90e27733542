/*
 * Access tokens of an OpenID provider: a small one runs here. Which tokens are taken, as whose; and when its
 * keys are fetched, which processes of their own try out on keys of some age.
 */
#include "gate/oidc.h"

#include <inttypes.h>
#include <pthread.h>
#include <spawn.h>
#include <stdatomic.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/clock.h"
#include "base/jwt.h"
#include "base/log.h"
#include "base/wholefile.h"
#include "issuer.h"
#include "signer.h"
#include "tap.h"
#include "tempdir.h"
#include "upstream/upstream.h"

#define BODY_MOST 400000
#define HOUR      3600
#define PROCESSES 8
#define THREADS   4
#define VISITS    40
#define NONE      1000000 /* no keys at all */

/* ---- the hub's side ---------------------------------------------------------------------- */

static struct arena *arena;
static struct upstream *upstream;
static struct signer signers[SIGNER__MAX], stranger;
static char dir[TEMPDIR_PATH], issuer[64];

static char *config_text(const char *more, bool private_hosts) {
    return arena_printf(arena,
                        "{\"data_dir\":\"%s\",\"fetch_private\":%s,\"providers\":{\"demo\":{}},"
                        "\"oidc\":{\"issuer\":\"%s\",\"audience\":[\"hub\",\"hub-api\"]%s}}",
                        dir, private_hosts ? "true" : "false", issuer, more);
}

static struct config *make_config(const char *text) {
    struct error err = {0};
    struct config *config = config_parse(text, strlen(text), "/a.json", CONFIG_SECRETS_NEEDED, &err);
    signer_require(config != NULL, err.message);
    return config;
}

/* The keys of these signers, with the kids "0", "1", "2" and "9". */
static char *print_set(bool with_stranger) {
    const char *more = "";
    if (with_stranger)
        more = arena_printf(arena, ",{%s,\"kid\":\"9\"}", signer_members(&stranger, arena));
    return arena_printf(arena, "{\"keys\":[{%s,\"kid\":\"0\"},{%s,\"kid\":\"1\"},{%s,\"kid\":\"2\"}%s]}",
                        signer_members(&signers[0], arena), signer_members(&signers[1], arena),
                        signer_members(&signers[2], arena), more);
}

static char *print_document(const char *of, const char *uri) {
    return arena_printf(arena, "{\"issuer\":\"%s\",\"token_endpoint\":\"x\",\"jwks_uri\":\"%s\"}", of, uri);
}

static char *keys_url(void) {
    return arena_printf(arena, "http://127.0.0.1:%d/keys", provider.port);
}

static int64_t now(void) {
    return clock_wall_ms() / 1000;
}

static char *claims(const char *more) {
    return arena_printf(arena, "{\"iss\":\"%s\",\"aud\":\"hub\",\"exp\":%" PRId64 "%s}", issuer, now() + 300,
                        more);
}

static char *token_by(int kind, const char *kid, const char *more) {
    return signer_token(&signers[kind], kid, claims(more), arena);
}

static void is_taken(const struct config *config, const char *token, const char *want, const char *name) {
    struct error err = {0};
    char user[NAME_TEXT] = "";
    int rc = oidc_check(config, upstream, token, user, &err);
    ok(rc == 0 && err.kind == ERR_NONE && strcmp(user, want) == 0, "%s: %s%s", name, user, err.message);
}

static void is_refused(const struct config *config, const char *token, const char *want, const char *name) {
    struct error err = {0};
    char user[NAME_TEXT] = "";
    int rc = oidc_check(config, upstream, token, user, &err);
    ok(rc < 0 && err.kind == ERR_AUTH && err.code && strcmp(err.code, JWT_CODE) == 0 && !*user &&
           strstr(err.message, want),
       "%s: %s", name, err.message);
}

/* ---- tokens --------------------------------------------------------------------------------- */

static void test_good(const struct config *config) {
    static const char *const kids[] = {"0", "1", "2"};
    for (int i = 0; i < SIGNER__MAX; i++) {
        is_taken(config, token_by(i, kids[i], ",\"sub\":\"alice\""), "alice", signer_algs[i]);
        is_taken(config, token_by(i, NULL, ",\"sub\":\"bob\""), "bob", "without a kid");
    }
    is_int(provider.discoveries, 1, "its document was fetched once");
    is_int(provider.sets, 1, "and its keys were");
}

static char *token_with(const char *header, const char *payload) {
    return signer_token_of(&signers[SIGNER_RSA], header, payload, arena);
}

static void test_headers(const struct config *config) {
    static const struct {
        const char *header, *error; /* NULL: good */
    } rows[] = {
        {"{\"alg\":\"RS256\",\"kid\":\"0\"}", NULL},
        {"{\"alg\":\"RS256\",\"kid\":\"0\",\"typ\":\"JWT\"}", NULL},
        {"{\"alg\":\"RS256\",\"kid\":\"0\",\"typ\":\"at+JWT\"}", NULL},
        {"{\"alg\":\"RS256\",\"kid\":\"0\",\"typ\":\"application/at+jwt\"}", NULL},
        {"{\"alg\":\"RS256\",\"kid\":\"0\",\"typ\":\"logout+jwt\"}", "no access token"},
        {"{\"alg\":\"RS256\",\"kid\":\"0\",\"typ\":\"\"}", "no access token"},
        {"{\"alg\":\"RS256\",\"kid\":\"0\",\"crit\":[\"x\"]}", "an extension"},
        {"{\"alg\":\"none\",\"kid\":\"0\"}", "is not signed with"},
        {"{\"alg\":\"HS256\",\"kid\":\"0\"}", "is not signed with"},
        {"{\"alg\":\"PS256\",\"kid\":\"0\"}", "is not signed with"},
        {"{\"alg\":\"ES256\",\"kid\":\"1\"}", "signature is wrong"},
        {"{\"alg\":\"ES256\",\"kid\":\"0\"}", "does not publish"},
        {"{\"alg\":\"RS256\",\"kid\":\"00\"}", "does not publish"},
        {"{\"alg\":\"RS256\",\"kid\":\"\"}", "does not publish"},
        {"{\"alg\":\"RS256\",\"jku\":\"http://127.0.0.1/\",\"kid\":\"9\"}", "does not publish"},
    };
    int before = provider.asked;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        const char *token = token_with(rows[i].header, claims(",\"sub\":\"alice\""));
        if (rows[i].error)
            is_refused(config, token, rows[i].error, rows[i].header);
        else
            is_taken(config, token, "alice", rows[i].header);
    }
    is_refused(config, signer_token(&stranger, "0", claims(",\"sub\":\"a\""), arena), "signature is wrong",
               "forged");
    is_refused(config, "", "three parts", "nothing");
    is_refused(config, "sk-0123", "three parts", "a key of the hub");
    is_int(provider.asked, before, "none of them makes the keys be fetched again so soon");
}

static void test_claims(const struct config *config) {
    const struct {
        const char *payload, *error;
    } rows[] = {
        {arena_printf(arena, "{\"iss\":\"%s\",\"aud\":\"hub\",\"exp\":%" PRId64 ",\"sub\":\"a\"}", issuer,
                      now() - 61),
         "expired"},
        {arena_printf(arena, "{\"iss\":\"%s\",\"aud\":\"x\",\"exp\":%" PRId64 ",\"sub\":\"a\"}", issuer,
                      now() + 9),
         "another audience"},
        {arena_printf(arena, "{\"iss\":\"%s/\",\"aud\":\"hub\",\"exp\":%" PRId64 ",\"sub\":\"a\"}", issuer,
                      now() + 9),
         "another issuer"},
        {claims(",\"nbf\":99999999999,\"sub\":\"a\""), "not valid yet"},
        {claims(",\"iat\":99999999999,\"sub\":\"a\""), "in the future"},
        {claims(""), "names no user"},
        {claims(",\"sub\":\"\""), "names no user"},
        {claims(",\"sub\":null"), "names no user"},
        {claims(",\"sub\":7"), "names no user"},
        {claims(",\"sub\":[\"a\"]"), "names no user"},
        {claims(",\"sub\":\"a\",\"sub\":\"b\""), "names no user"},
        {claims(",\"sub\":\"a\\nb\""), "names no user"},
        {claims(",\"sub\":\"a\\u0000b\""), "names no user"},
        {claims(",\"sub\":\"a\\u007f\""), "names no user"},
        {claims(",\"sub\":\"1234567890123456789012345678901234567890123456789012345678901234\""),
         "names no user"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        is_refused(config, signer_token(&signers[SIGNER_P256], "1", rows[i].payload, arena), rows[i].error,
                   "a payload");
    is_taken(config,
             token_by(1, "1", ",\"sub\":\"123456789012345678901234567890123456789012345678901234567890123\""),
             "123456789012345678901234567890123456789012345678901234567890123", "the longest name");
    is_taken(config, token_by(1, "1", ",\"sub\":\"auth0|\\u00e4\""), "auth0|\xc3\xa4", "a name beyond ASCII");
}

static void test_email(void) {
    static const struct {
        const char *more;
        bool good;
    } rows[] = {
        {",\"email\":\"a@b\",\"sub\":\"x\"", true},
        {",\"email\":\"a@b\",\"email_verified\":true", true},
        {",\"email\":\"a@b\",\"email_verified\":\"true\"", true},
        {",\"email\":\"a@b\",\"email_verified\":false", false},
        {",\"email\":\"a@b\",\"email_verified\":null", false},
        {",\"email\":\"a@b\",\"email_verified\":\"false\"", false},
        {",\"sub\":\"a@b\"", false},
    };
    struct config *config = make_config(config_text(",\"claim\":\"email\"", true));
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        if (rows[i].good)
            is_taken(config, token_by(2, "2", rows[i].more), "a@b", rows[i].more);
        else
            is_refused(config, token_by(2, "2", rows[i].more), "", rows[i].more);
    config_free(config);
}

/* ---- keys -------------------------------------------------------------------------------- */

static char *program; /* this one */

/* Starts another process, such as a CGI one, which looks at the token: see check(). */
static pid_t start(const char *config, const char *token) {
    char *const arguments[] = {program, arena_strdup(arena, "--check"), arena_strdup(arena, config),
                               arena_strdup(arena, token), NULL};
    pid_t child;
    signer_require(posix_spawn(&child, program, NULL, NULL, arguments, environ) == 0, program);
    return child;
}

static enum error_kind outcome(pid_t child) {
    int status;
    bool ended = waitpid(child, &status, 0) == child && WIFEXITED(status);
    return ended ? (enum error_kind)WEXITSTATUS(status) : ERR__MAX;
}

static enum error_kind elsewhere(const char *config, const char *token) {
    return outcome(start(config, token));
}

static int check(const char *text, const char *token) {
    struct config *config = make_config(text);
    struct upstream *own = upstream_new(true);
    struct logfile_rules rules = {0, 0, 0};
    struct error err = {0};
    struct arena *few = arena_new();
    char user[NAME_TEXT];
    log_open(arena_printf(few, "%s/log", config->data_dir), "", &rules);
    int rc = oidc_check(config, own, token, user, &err);
    if ((rc == 0) != (err.kind == ERR_NONE) || (err.kind == ERR_UNAVAILABLE && err.retry_after != 30))
        err.kind = ERR__MAX;
    upstream_free(own);
    config_free(config);
    arena_free(few);
    return (int)err.kind;
}

static void drop_keys(void) {
    char path[TEMPDIR_PATH + 16];
    snprintf(path, sizeof path, "%s/oidc.keys", dir);
    unlink(path);
}

/* Makes the kept keys and the last attempt so many seconds old. */
static void age(int fetched, int tried) {
    static char text[BODY_MOST];
    char path[TEMPDIR_PATH + 16], source[65];
    struct stat file;
    snprintf(path, sizeof path, "%s/oidc.keys", dir);
    signer_require(wholefile_read(path, text, sizeof text, &file) > 0 && sscanf(text, "%64s", source) == 1,
                   "keys");
    const char *whole = arena_printf(arena, "%s %" PRId64 " %" PRId64 "%s", source, now() - fetched,
                                     now() - tried, strchr(text, '\n'));
    signer_require(wholefile_replace(path, whole, strlen(whole)) == 0, "older keys");
}

/* Ages of the kept keys and of the last attempt; what a token is told then; how often the provider was asked
 * for its keys. Asked twice in a row, it is asked once. */
static void test_ages(const char *config) {
    static const struct {
        const char *name;
        int fetched, tried;
        bool down, stranger; /* the token is signed with a key that is new */
        enum error_kind want;
        int asked;
    } rows[] = {
        {"fresh keys", 0, 0, false, false, ERR_NONE, 0},
        {"keys of nearly ten minutes", 590, 590, false, false, ERR_NONE, 0},
        {"keys of ten minutes", 601, 601, false, false, ERR_NONE, 1},
        {"old keys, tried just now", 601, 20, false, false, ERR_NONE, 0},
        {"old keys, tried a while ago", 601, 31, false, false, ERR_NONE, 1},
        {"no keys", NONE, 0, false, false, ERR_NONE, 1},
        {"keys of tomorrow", -HOUR, -HOUR, false, false, ERR_NONE, 1},
        {"a new key, tried just now", 300, 20, false, true, ERR_AUTH, 0},
        {"a new key", 300, 31, false, true, ERR_NONE, 1},
        {"the provider is down, fresh keys", 0, 0, true, false, ERR_NONE, 0},
        {"down, keys of ten minutes", 601, 601, true, false, ERR_NONE, 1},
        {"down, keys of a day", 23 * HOUR, 601, true, false, ERR_NONE, 1},
        {"down, keys of more than a day", 24 * HOUR + 1, 601, true, false, ERR_UNAVAILABLE, 1},
        {"down, no keys", NONE, 0, true, false, ERR_UNAVAILABLE, 1},
        {"down, a new key", 300, 31, true, true, ERR_AUTH, 1},
    };
    provider.document = print_document(issuer, keys_url());
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        atomic_store(&provider.down, false);
        provider.set = print_set(false);
        drop_keys();
        is_int(elsewhere(config, token_by(0, "0", ",\"sub\":\"a\"")), ERR_NONE, "keys are fetched");
        if (rows[i].fetched == NONE)
            drop_keys();
        else
            age(rows[i].fetched, rows[i].tried);
        provider.set = print_set(true);
        atomic_store(&provider.down, rows[i].down);
        const char *token = rows[i].stranger ? signer_token(&stranger, "9", claims(",\"sub\":\"a\""), arena)
                                             : token_by(0, "0", ",\"sub\":\"a\"");
        for (int again = 0; again < 2; again++) {
            int before = rows[i].down ? provider.asked : provider.sets;
            is_int(elsewhere(config, token), rows[i].want, rows[i].name);
            is_int((rows[i].down ? provider.asked : provider.sets) - before, again ? 0 : rows[i].asked,
                   again ? "and again at once" : "it is asked");
        }
    }
    atomic_store(&provider.down, false);
}

/* What a provider may answer with that is no set of keys. */
static void test_answers(const char *config) {
    char *set = print_set(false), *giant = arena_alloc(arena, 300001);
    memset(giant, ' ', 300000);
    memcpy(giant, set, strlen(set));
    /* Linux leads it to this machine, but it is not a name for that. */
    const char *unspecified = arena_printf(arena, "http://0.0.0.0:%d/keys", provider.port);
    const struct {
        const char *name;
        int status;
        const char *document, *set;
        bool good;
    } rows[] = {
        {"all is well", 200, print_document(issuer, keys_url()), set, true},
        {"an error", 500, print_document(issuer, keys_url()), set, false},
        {"another issuer's document", 200, print_document("http://127.0.0.1/realm", keys_url()), set, false},
        {"the issuer with a slash", 200, print_document(arena_printf(arena, "%s/", issuer), keys_url()), set,
         false},
        {"keys without TLS", 200, print_document(issuer, unspecified), set, false},
        {"keys by another protocol", 200, print_document(issuer, "file:///etc/passwd"), set, false},
        {"no keys' address", 200, arena_printf(arena, "{\"issuer\":\"%s\"}", issuer), set, false},
        {"no document", 200, "<html>", set, false},
        {"no JSON", 200, print_document(issuer, keys_url()), "<html>", false},
        {"a part of it", 200, print_document(issuer, keys_url()), arena_strndup(arena, set, 200), false},
        {"no key", 200, print_document(issuer, keys_url()), "{\"keys\":[]}", false},
        {"too much", 200, print_document(issuer, keys_url()), giant, false},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        const char *token = token_by(0, "0", ",\"sub\":\"a\"");
        drop_keys();
        provider.status = rows[i].status;
        provider.document = rows[i].document;
        provider.set = rows[i].set;
        is_int(elsewhere(config, token), rows[i].good ? ERR_NONE : ERR_UNAVAILABLE, rows[i].name);
        int before = provider.asked;
        is_int(elsewhere(config, token), rows[i].good ? ERR_NONE : ERR_UNAVAILABLE, "and again");
        is_int(provider.asked, before, "without asking");
        if (rows[i].good)
            continue;
        provider.status = 200;
        provider.document = print_document(issuer, keys_url());
        provider.set = set;
        age(0, 31);
        is_int(elsewhere(config, token), ERR_NONE, "it is well after a while");
    }
}

/* What is kept of other keys, or damaged, is fetched anew. */
static void test_file(const char *config) {
    static char text[BODY_MOST];
    char path[TEMPDIR_PATH + 16];
    struct stat file;
    const char *token = token_by(0, "0", ",\"sub\":\"a\"");
    snprintf(path, sizeof path, "%s/oidc.keys", dir);
    provider.document = print_document(issuer, keys_url());
    provider.set = print_set(false);
    drop_keys();
    is_int(elsewhere(config, token), ERR_NONE, "keys are kept");
    ok(wholefile_read(path, text, sizeof text, &file) > 0 && (file.st_mode & 0777) == 0600,
       "for nobody else");
    size_t len = strlen(text);
    static const size_t cuts[] = {0, 1, 64, 70, 85, 88, 100};
    for (size_t i = 0; i <= sizeof cuts / sizeof *cuts; i++) {
        char *copy = arena_strdup(arena, text);
        if (i == sizeof cuts / sizeof *cuts)
            copy[3] = 'x';
        signer_require(wholefile_replace(path, copy, copy[3] == 'x' ? len : cuts[i]) == 0, "damage");
        int before = provider.sets;
        is_int(elsewhere(config, token), ERR_NONE, "damaged keys");
        is_int(provider.sets - before, 1, "are fetched");
    }
    int before = provider.discoveries, sets = provider.sets;
    const char *other = config_text(arena_printf(arena, ",\"jwks\":\"%s\"", keys_url()), true);
    is_int(elsewhere(other, token), ERR_NONE, "other settings");
    is_int(provider.discoveries, before, "which say where the keys are");
    is_int(provider.sets - sets, 1, "are other keys");
    drop_keys();
    other = config_text("", false);
    before = provider.asked;
    is_int(elsewhere(other, token), ERR_UNAVAILABLE, "a provider that is not public");
    is_int(provider.asked, before, "is not asked");
}

/* Processes that begin together without keys: one of them fetches. */
static void test_crowd(const char *config) {
    const char *token = token_by(0, "0", ",\"sub\":\"a\"");
    int before = provider.sets, good = 0;
    pid_t children[PROCESSES];
    drop_keys();
    for (int i = 0; i < PROCESSES; i++)
        children[i] = start(config, token);
    for (int i = 0; i < PROCESSES; i++)
        good += outcome(children[i]) == ERR_NONE;
    is_int(good, PROCESSES, "all that came together have the keys");
    is_int(provider.sets - before, 1, "which were fetched once");
}

/* Keys that another process fetched are known here. */
static void test_others(const struct config *config, const char *text) {
    const char *token = signer_token(&stranger, "9", claims(",\"sub\":\"a\""), arena);
    is_refused(config, token, "does not publish", "a new key");
    provider.set = print_set(true);
    age(300, 31);
    is_int(elsewhere(text, token), ERR_NONE, "another process fetches it");
    int before = provider.asked;
    is_taken(config, token, "a", "so it is known here");
    is_int(provider.asked, before, "without asking");
}

struct visitor {
    const struct config *config;
    const char *known, *unknown;
    int wrong;
};

static void *visit(void *arg) {
    struct visitor *v = arg;
    for (int i = 0; i < VISITS; i++) {
        struct error good = {0}, bad = {0};
        char user[NAME_TEXT];
        v->wrong += oidc_check(v->config, upstream, v->known, user, &good) < 0 || strcmp(user, "a") != 0;
        v->wrong += oidc_check(v->config, upstream, v->unknown, user, &bad) == 0 || bad.kind != ERR_AUTH;
    }
    return NULL;
}

/* Threads that look at tokens while the keys are changed below them. */
static void test_threads(const struct config *config) {
    struct visitor visitors[THREADS];
    pthread_t threads[THREADS];
    int wrong = 0;
    provider.set = print_set(false);
    for (int i = 0; i < THREADS; i++) {
        visitors[i] = (struct visitor){config, token_by(0, "0", ",\"sub\":\"a\""), token_by(0, "7", ""), 0};
        signer_require(pthread_create(&threads[i], NULL, visit, &visitors[i]) == 0, "a thread");
    }
    for (int i = 0; i < VISITS; i++)
        age(i, -i); /* an attempt in the future, which does not count */
    for (int i = 0; i < THREADS; i++) {
        pthread_join(threads[i], NULL);
        wrong += visitors[i].wrong;
    }
    is_int(wrong, 0, "threads get their answers while the keys change");
}

int main(int argc, char **argv) {
    if (secret_start() < 0)
        return 1;
    if (argc == 4 && strcmp(argv[1], "--check") == 0)
        return check(argv[2], argv[3]);
    program = argv[0];
    arena = arena_new();
    tempdir_make(dir);
    for (int i = 0; i < SIGNER__MAX; i++)
        signers[i] = signer_make((enum signer_kind)i);
    stranger = signer_make(SIGNER_RSA);
    provider_open();
    snprintf(issuer, sizeof issuer, "http://127.0.0.1:%d/realm", provider.port);
    provider.document = print_document(issuer, keys_url());
    provider.set = print_set(false);
    upstream = upstream_new(false);
    const char *text = config_text("", true);
    struct config *config = make_config(text);
    struct logfile_rules rules = {0, 0, 0};
    log_open(arena_printf(arena, "%s/log", dir), "", &rules);
    test_good(config);
    test_headers(config);
    test_claims(config);
    test_ages(text);
    test_answers(text);
    test_file(text);
    test_crowd(text);
    test_others(config, text);
    test_threads(config);
    drop_keys();
    test_email();
    config_free(config);
    upstream_free(upstream);
    provider_close();
    for (int i = 0; i < SIGNER__MAX; i++)
        signer_free(&signers[i]);
    signer_free(&stranger);
    tempdir_remove(dir);
    arena_free(arena);
    return tap_done();
}
