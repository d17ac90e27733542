/*
 * The configuration: each directory of tests/fixtures/config holds an
 * aihub.json and either `error`, the one line that it gives, or `expect`, lines
 * that its dump has. With --settings the known settings are printed instead.
 */
#include "config.h"

#include <dirent.h>
#include <inttypes.h>
#include <limits.h>
#include <unistd.h>

#include "base/buf.h"
#include "tap.h"

#define SECRET "sk-do-not-show"

static const char *source(void) {
    const char *dir = getenv("srcdir");
    return dir ? dir : ".";
}

static char *slurp(const char *dir, const char *name, size_t *len) {
    char path[PATH_MAX];
    struct buf text;
    buf_init(&text, 1024 * 1024);
    snprintf(path, sizeof path, "%s/%s", dir, name);
    FILE *file = fopen(path, "r");
    if (!file)
        return NULL;
    buf_reserve(&text, 65536);
    buf_commit(&text, fread(text.data, 1, 65536, file));
    fclose(file);
    if (len)
        *len = text.len;
    return text.data;
}

/* A path less the fixture's directory, so that the expectation holds anywhere. */
static const char *inside(const char *path, const char *dir) {
    size_t len = strlen(dir);
    return strncmp(path, dir, len) == 0 && path[len] == '/' ? path + len + 1 : path;
}

/* The rates that all models have, and those others that are not what would stand in for them. */
static void dump_rates(struct buf *out, const struct rates *rates) {
    char text[MONEY_TEXT];
    for (size_t i = 0; i < RATES; i++) {
        const struct rate_name *name = &rate_names[i];
        bool usual = i < 4, same = name->instead < 0
                                       ? rate_get(rates, i) == 0
                                       : rate_get(rates, i) == rate_get(rates, (size_t)name->instead);
        money_write_scaled(rate_get(rates, i), name->digits, text);
        if (usual)
            buf_printf(out, "%s%s", i > 0 ? " " : "", text);
        else if (!same)
            buf_printf(out, " %s=%s", name->name, text);
    }
}

static void dump_price(struct buf *out, const char *owner, const char *name, bool has,
                       const struct price *price, const struct image_prices *images) {
    char text[MONEY_TEXT];
    if (!has)
        return;
    buf_printf(out, "%s.%s.price=", owner, name);
    dump_rates(out, &price->base);
    if (price->tier_from) {
        buf_printf(out, " from %" PRId64 ": ", price->tier_from);
        dump_rates(out, &price->tier);
    }
    for (size_t i = 0; i < images->count; i++)
        buf_printf(out, " [%s]=%s", images->at[i].name,
                   money_write_scaled(images->at[i].each, EACH_DIGITS, text));
    buf_puts(out, "\n");
}

static void dump_top(struct buf *out, const struct config *c, const char *dir) {
    buf_printf(out, "path=%s\ndata_dir=%s\nlog=%s\n", inside(c->path, dir), inside(c->data_dir, dir),
               inside(c->log, dir));
    buf_printf(out, "access_log=%s\naccess_format=%d\nlog_files=%d %d %d\n", inside(c->access_log, dir),
               (int)c->access_format, c->log_mb, c->log_keep, c->log_days);
    buf_printf(out, "catalog=%s\n", c->catalog ? inside(c->catalog, dir) : "(none)");
    buf_printf(out, "region=%s\n", c->region ? c->region : "(none)");
    buf_printf(out, "cors=%s\nwrong_keys=%d\nbody_memory=%ld\nbody_timeout=%d\n", c->cors, c->wrong_keys,
               c->body_memory, c->body_timeout);
    buf_printf(out, "registration=%d plan=%s credit=%lld\nlogins=%d %d\n", (int)c->registration,
               c->registration_plan, (long long)c->registration_credit, c->token_seconds, c->login_days);
    buf_printf(out, "base_path=%s\n", c->base_path ? c->base_path : "(none)");
    buf_printf(out, "url=%s\n", c->url ? c->url : "(none)");
    buf_printf(out, "threads=%d\ndrain_seconds=%d\nbody_limit=%ld\nupload_limit=%ld\nanswer_limit=%ld\n",
               c->threads, c->drain_seconds, c->body_limit, c->upload_limit, c->answer_limit);
    buf_printf(out, "timeouts=%d %d %d %d\nkeep_alive=%d\n", c->connect_timeout, c->first_byte_timeout,
               c->idle_timeout, c->total_timeout, c->keep_alive);
    buf_printf(out, "default_max_output=%d\ndurability=%s\n", c->default_max_output,
               c->durability == DURABILITY_COMMIT ? "commit" : "interval");
    buf_printf(out, "files=%d %d\n", c->file_days, c->file_mb);
    buf_printf(out, "flush_ms=%d\ncache_kb=%d\ndisk_floor_mb=%d\nretention_days=%d\n", c->flush_ms,
               c->cache_kb, c->disk_floor_mb, c->retention_days);
}

static void dump_oidc(struct buf *out, const struct oidc_config *oidc) {
    if (!oidc)
        return;
    buf_printf(out, "oidc: issuer=%s jwks=%s claim=%s skew=%d\n", oidc->issuer,
               oidc->jwks ? oidc->jwks : "(none)", oidc->claim, oidc->skew);
    for (const char *const *audience = oidc->audiences; *audience; audience++)
        buf_printf(out, "oidc.audience=%s\n", *audience);
}

static void dump_groups(struct buf *out, const char *name, const char *const *groups) {
    buf_printf(out, "%s.groups:%s", name, groups ? "" : " (all)");
    for (; groups && *groups; groups++)
        buf_printf(out, " %s", *groups);
    buf_puts(out, "\n");
}

static void dump(struct buf *out, const struct config *c, const char *dir) {
    dump_top(out, c, dir);
    dump_oidc(out, c->oidc);
    for (size_t i = 0; i < c->groups; i++)
        buf_printf(out, "group %s=%d\n", c->group[i].name, c->group[i].per_mille);
    buf_puts(out, "providers=");
    for (size_t i = 0; i < c->providers; i++)
        buf_printf(out, "%s%s", i ? " " : "", c->provider[i].name);
    buf_puts(out, "\n");
    for (size_t i = 0; i < c->providers; i++) {
        const struct provider_config *p = &c->provider[i];
        buf_printf(out, "%s: row=%s base_url=%s key=%s free=%d any_model=%d gap=%d\n", p->name, p->row->name,
                   p->base_url, p->key ? p->key : "(none)", p->free, p->any_model, p->demo_gap_ms);
        dump_price(out, "providers", p->name, p->has_price, &p->price, &p->images);
        dump_groups(out, p->name, p->groups);
    }
    for (size_t i = 0; i < c->models; i++) {
        const struct model_config *m = &c->model[i];
        buf_printf(out, "%s -> %s / %s context=%d max_output=%d\n", m->name, m->provider->name, m->model,
                   m->context, m->max_output);
        dump_price(out, "models", m->name, m->has_price, &m->price, &m->images);
        dump_groups(out, m->name, m->groups);
    }
}

/* Whether each line of `wanted` is a line of `text`. */
static bool has_lines(const char *text, char *wanted) {
    bool all = true;
    char whole[1200];
    for (char *line = wanted, *end; (end = strchr(line, '\n')); line = end + 1) {
        snprintf(whole, sizeof whole, "%.*s\n", (int)(end - line), line);
        const char *at = strstr(text, whole);
        while (at && at != text && at[-1] != '\n')
            at = strstr(at + 1, whole);
        if (!at)
            printf("# missing: %s", whole);
        all = all && at;
    }
    return all;
}

static void test_case(const char *name) {
    char relative[PATH_MAX], dir[PATH_MAX], path[PATH_MAX + 16];
    snprintf(relative, sizeof relative, "%s/tests/fixtures/config/%s", source(), name);
    if (!realpath(relative, dir))
        abort();
    snprintf(path, sizeof path, "%s/aihub.json", dir);
    struct error err = {.kind = ERR_NONE};
    struct config *config = config_read(path, CONFIG_SECRETS_NEEDED, &err);
    char *error = slurp(dir, "error", NULL), *expect = slurp(dir, "expect", NULL);
    if (error) {
        error[strcspn(error, "\n")] = '\0';
        is_str(config ? "no error" : inside(err.message, dir), error, name);
        ok(!strstr(err.message, SECRET) && !strchr(err.message, '\n'), "%s: one line, no secret", name);
        ok(err.kind == ERR_REQUEST, "%s: kind", name);
    } else {
        struct buf text;
        buf_init(&text, 65536);
        if (config)
            dump(&text, config, dir);
        ok(config && has_lines(text.data, expect), "%s%s%s", name, config ? "" : ": ", err.message);
        buf_free(&text);
    }
    free(error);
    free(expect);
    config_free(config);
}

static int not_hidden(const struct dirent *entry) {
    return entry->d_name[0] != '.';
}

static void test_cases(void) {
    char dir[PATH_MAX];
    struct dirent **cases;
    snprintf(dir, sizeof dir, "%s/tests/fixtures/config", source());
    int count = scandir(dir, &cases, not_hidden, alphasort);
    ok(count > 0, "there are fixtures");
    for (int i = 0; i < count; i++) {
        test_case(cases[i]->d_name);
        free(cases[i]);
    }
    if (count >= 0)
        free(cases);
}

/* Cut off anywhere, a text is an error or (in white space at its end) as good as whole. */
static void test_cut(void) {
    char dir[PATH_MAX];
    size_t len = 0, good = 0;
    snprintf(dir, sizeof dir, "%s/tests/fixtures/config/valid-all", source());
    char *text = slurp(dir, "aihub.json", &len), path[PATH_MAX + 16];
    snprintf(path, sizeof path, "%s/aihub.json", dir);
    for (size_t cut = 0; cut <= len; cut++) {
        struct error err = {.kind = ERR_NONE};
        struct config *config = config_parse(text, cut, path, CONFIG_SECRETS_NEEDED, &err);
        good += config != NULL;
        if (!config && (err.kind != ERR_REQUEST || strncmp(err.message, path, strlen(path)) != 0))
            ok(0, "cut at %zu: %s", cut, err.message);
        config_free(config);
    }
    is_int((long long)good, 2, "only the whole text is a configuration, with or without its last newline");
    free(text);
}

/* Each byte replaced in turn: nothing crashes, and no message shows the secret. */
static void test_damage(void) {
    char dir[PATH_MAX];
    size_t len = 0, shown = 0;
    snprintf(dir, sizeof dir, "%s/tests/fixtures/config/key-direct", source());
    char *text = slurp(dir, "aihub.json", &len), path[PATH_MAX + 16];
    snprintf(path, sizeof path, "%s/aihub.json", dir);
    static const char damage[] = "\"\\{}[],:/\n\0 x\x80";
    for (size_t at = 0; at < len; at++)
        for (size_t i = 0; i < sizeof damage - 1; i++) {
            struct error err = {.kind = ERR_NONE};
            char kept = text[at];
            text[at] = damage[i];
            config_free(config_parse(text, len, path, CONFIG_SECRETS_NEEDED, &err));
            text[at] = kept;
            shown += strstr(err.message, "do-not-show") != NULL;
        }
    is_int((long long)shown, 0, "no message of a damaged file shows what stood in place of a key");
    free(text);
}

static void test_file_errors(void) {
    struct error err = {.kind = ERR_NONE};
    ok(!config_read("/nonexistent/aihub.json", CONFIG_SECRETS_NEEDED, &err), "a file that is not there");
    is_str(err.message, "/nonexistent/aihub.json: cannot be read: No such file or directory", "its message");
    err = (struct error){.kind = ERR_NONE};
    ok(!config_read("/", CONFIG_SECRETS_NEEDED, &err) && err.kind == ERR_REQUEST, "a directory");
    err = (struct error){.kind = ERR_NONE};
    ok(!config_read("/dev/zero", CONFIG_SECRETS_NEEDED, &err), "a file without end");
    is_str(err.message, "/dev/zero: cannot be read: File too large", "its message");
}

static void test_relative(void) {
    static const char text[] = "{\"providers\": {\"demo\": {}}}";
    char cwd[PATH_MAX], want[PATH_MAX + 32];
    struct error err = {.kind = ERR_NONE};
    struct config *config = config_parse(text, strlen(text), "some/aihub.json", CONFIG_SECRETS_NEEDED, &err);
    if (!ok(config && getcwd(cwd, sizeof cwd), "a relative path"))
        return;
    snprintf(want, sizeof want, "%s/some/data", cwd);
    is_str(config->data_dir, want, "directories start at the file's own, absolutely");
    ok(config_provider(config, "demo") == &config->provider[0], "a provider is found by name");
    ok(!config_provider(config, "openai"), "others are not");
    config_free(config);
    config = config_parse(text, strlen(text), "/aihub.json", CONFIG_SECRETS_NEEDED, &err);
    is_str(config ? config->data_dir : err.message, "/data", "beside a file in the root directory");
    config_free(config);
}

static void test_sample(void) {
    char path[PATH_MAX];
    struct error err = {.kind = ERR_NONE};
    snprintf(path, sizeof path, "%s/fcgi-conf/aihub.json", source());
    struct config *config = config_read(path, CONFIG_SECRETS_NEEDED, &err);
    ok(config != NULL, "the sample works as it is%s%s", *err.message ? ": " : "", err.message);
    config_free(config);
}

/* What is asked of those who call no provider: the form of a key is checked, the secret may be away. */
static void test_lenient(void) {
    static const struct {
        const char *source;
        bool good, missing;
    } keys[] = {
        {"env:TEST_KEY", true, false},     {"env:TEST_UNSET", true, true}, {"env:TEST_EMPTY", true, true},
        {"file:/nonexistent", true, true}, {"file:/dev/null", true, true}, {SECRET, false, false},
        {"env:" SECRET, false, false},
    };
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) {
        char text[128];
        struct error err = {.kind = ERR_NONE};
        snprintf(text, sizeof text, "{\"providers\": {\"openai\": {\"key\": \"%s\"}}}", keys[i].source);
        struct config *config = config_parse(text, strlen(text), "/a.json", CONFIG_SECRETS_IF_THERE, &err);
        ok((config != NULL) == keys[i].good && (err.kind == ERR_NONE) == keys[i].good,
           "%s where no secret is needed", keys[i].source);
        if (config)
            ok(config->provider->key_missing == keys[i].missing && !config->provider->key == keys[i].missing,
               "%s is %s", keys[i].source, keys[i].missing ? "missing" : "there");
        config_free(config);
    }
}

/* Where a key stood is known, so that others can look whether it is closed. */
static void test_key_file(void) {
    static const struct {
        const char *source;
        bool file;
    } keys[] = {
        {"env:TEST_KEY", false}, {"file:key", true}, {"file:/nonexistent", false}, {"file:" SECRET, false}};
    char dir[] = "/tmp/aihub-key-XXXXXX", path[64], wanted[64], text[128];
    if (!mkdtemp(dir))
        exit(99);
    snprintf(wanted, sizeof wanted, "%s/key", dir);
    snprintf(path, sizeof path, "%s/a.json", dir);
    FILE *file = fopen(wanted, "w");
    if (!file || fputs("x\n", file) < 0 || fclose(file) != 0)
        exit(99);
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) {
        struct error err = {.kind = ERR_NONE};
        snprintf(text, sizeof text, "{\"providers\": {\"openai\": {\"key\": \"%s\"}}}", keys[i].source);
        struct config *config = config_parse(text, strlen(text), path, CONFIG_SECRETS_IF_THERE, &err);
        is_str(config->provider->key_file, keys[i].file ? wanted : NULL, keys[i].source);
        config_free(config);
    }
    unlink(wanted);
    rmdir(dir);
}

static void test_locate(void) {
    setenv("AIHUB_CONFIG", "/somewhere/else.json", 1);
    char *path = config_locate();
    is_str(path, "/somewhere/else.json", "$AIHUB_CONFIG goes first, whether it is there or not");
    free(path);
    unsetenv("AIHUB_CONFIG");
    setenv("HOME", "/nonexistent", 1);
    path = config_locate();
    is_str(path, SYSCONFDIR "/aihub/aihub.json", "the last place is named if there is none");
    free(path);
    char places[512];
    config_places(places, sizeof places);
    ok(strstr(places,
              "/aihub.json, /nonexistent/.config/aihub/aihub.json, " SYSCONFDIR "/aihub/aihub.json") != NULL,
       "all places in their order: %s", places);
    config_places(places, 8);
    is_int((long long)strlen(places), 7, "cut off where there is no room");
}

static void print_settings(void) {
    size_t count;
    const struct setting *setting = config_settings(&count);
    for (size_t i = 0; i < count; i++)
        printf("%s\t%s\n", setting[i].key, setting[i].meaning);
}

int main(int argc, char **argv) {
    if (argc > 1 && strcmp(argv[1], "--settings") == 0) {
        print_settings();
        return 0;
    }
    setenv("TEST_KEY", "sk-from-variable", 1);
    setenv("TEST_EMPTY", "", 1);
    setenv("TEST_BLANK", SECRET " 2", 1);
    unsetenv("TEST_UNSET");
    test_cases();
    test_cut();
    test_damage();
    test_file_errors();
    test_relative();
    test_sample();
    test_lenient();
    test_key_file();
    test_locate();
    return tap_done();
}
