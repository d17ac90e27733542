/* The command that looks whether everything is in order: configuration, ledger and providers, or
 * the ledger's sums. */
#include <inttypes.h>
#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

#include "base/logfile.h"
#include "cli/command.h"
#include "cli/output.h"
#include "providers/tasks.h"
#include "route/choose.h"
#include "upstream/upstream.h"

#define PROBE_SECONDS 10

struct report {
    bool json;
    int failed;
};

/* One line at once: the next provider may take its time. err says what is wrong, if anything. */
static void report(struct report *to, const char *what, const char *name, const struct error *err) {
    bool good = err->kind == ERR_NONE;
    to->failed += !good;
    if (to->json)
        output_object(true, json_pack("{s:s, s:o, s:b, s:o}", "check", what, "name", output_text(name), "ok",
                                      good, "message", output_text(err->message)));
    else
        printf("%-6s  %s %s%s%s\n", good ? "ok" : "FAILED", what, name, good ? "" : ": ", err->message);
    fflush(stdout);
}

/* What is no mistake, but may not be what was meant. */
static void note(const struct report *to, const char *what, const char *name, const char *text) {
    if (to->json)
        output_object(true, json_pack("{s:s, s:o, s:b, s:s}", "check", what, "name", output_text(name), "ok",
                                      true, "message", text));
    else
        printf("%-6s  %s %s: %s\n", "note", what, name, text);
}

/* ---- files ------------------------------------------------------------------ */

/* What cannot be opened goes to standard error, where nobody may look for it. */
static void check_log(struct report *to, const char *path) {
    struct error found = {0};
    int reason = logfile_try(path);
    if (!reason)
        return;
    error_set(&found, ERR_UNAVAILABLE, "cannot be written: %s", strerror(reason));
    report(to, "log", path, &found);
}

static void check_logs(struct report *to, const struct config *config) {
    check_log(to, config->log);
    if (strcmp(config->log, config->access_log) != 0)
        check_log(to, config->access_log);
}

static void check_catalog(const struct report *to, const struct config *config) {
    if (config->catalog_named && config->catalog && !config->facts)
        note(to, "catalog", config->catalog, "is not there; `aihub model import` writes it");
}

static void check_keys(struct report *to, const struct config *config) {
    for (size_t i = 0; i < config->providers; i++) {
        const char *path = config->provider[i].key_file;
        struct error found = {0};
        struct stat st;
        if (!path || stat(path, &st) < 0 || !(st.st_mode & 066))
            continue;
        error_set(&found, ERR_PERMISSION, "others have access to %s: chmod 600 %s", path, path);
        report(to, "key", config->provider[i].name, &found);
    }
}

/* ---- providers ------------------------------------------------------------ */

static int note_status(void *arg, const struct upstream_head *head, struct error *err) {
    (void)err;
    *(int *)arg = head->status;
    return 0;
}

static int pass_over(void *arg, const char *bytes, size_t len, struct error *err) {
    (void)arg, (void)bytes, (void)len, (void)err;
    return 0;
}

/* Asks base_url + path, with a body if there is one. The status of the answer, or -1 with err. */
static int ask(struct upstream *upstream, const struct provider_config *provider, const char *path,
               const char *body, struct error *err) {
    struct arena *arena = arena_new();
    const char *headers[1 + PROVIDER_HEADERS];
    const struct provider *row = provider->row;
    size_t header_count = provider_headers(row, row->speaks[0], provider->key, arena, headers);
    int status = -1;
    if (body)
        headers[header_count++] = "Content-Type: application/json";
    struct span content = {body, body ? strlen(body) : 0};
    struct upstream_request request = {
        .method = body ? "POST" : "GET",
        .url = arena_printf(arena, "%s%s", provider->base_url, path),
        .headers = headers,
        .header_count = header_count,
        .body = &content,
        .body_parts = body ? 1 : 0,
        .connect_timeout = PROBE_SECONDS,
        .total_timeout = PROBE_SECONDS,
        .watch = {.client_fd = -1, .stop_fd = -1},
    };
    struct upstream_sink sink = {.head = note_status, .body = pass_over, .arg = &status};
    int rc = upstream_call(upstream, &request, &sink, err);
    arena_free(arena);
    return rc < 0 ? -1 : status;
}

/* Turns the status of an answer into 0 or an error. */
static int judge(const struct provider_config *provider, int status, struct error *err) {
    switch (status) {
    case 200:
        return 0;
    case 401:
    case 403:
        return error_set(err, ERR_AUTH, "%s (%d)", provider->key ? "refuses the key" : "wants a key", status);
    case 404:
    case 405:
        return error_set(err, ERR_NOT_FOUND, "has nothing there (%d): is base_url right?", status);
    case 429:
        return error_set(err, ERR_LIMIT, "refuses calls for now (429)");
    default:
        return error_set(err, ERR_UPSTREAM, "answers with status %d", status);
    }
}

/* Where a call goes that the provider knows: chat, or what it does else. */
static const char *call_path(const struct provider *row, struct arena *arena) {
    const struct task_dialect *task = NULL;
    if (row->speaks[0])
        return row->speaks[0]->path("none", false, arena);
    for (int kind = 0; kind < TASK__MAX && !task; kind++)
        task = provider_task(row, (enum task_kind)kind);
    return task ? task->path(NULL, "none", arena) : "/";
}

static int probe(struct upstream *upstream, const struct provider_config *provider, struct error *err) {
    if (provider->row->quirks & PROVIDER_DEMO)
        return 0;
    int status = ask(upstream, provider, "/models", NULL, err);
    /* Some services have no such list, or want another header for it: what counts then is whether
     * they take the key for a call. An empty one costs nothing, they refuse its contents. */
    if (status == 401 || status == 403 || status == 404 || status == 405) {
        struct arena *arena = arena_new();
        int second = ask(upstream, provider, call_path(provider->row, arena), "{}", err);
        arena_free(arena);
        status = second == 400 || second == 422 ? 200 : second;
    }
    return status < 0 ? -1 : judge(provider, status, err);
}

struct search {
    const struct provider_config *provider;
    bool found;
};

static int look_at(void *arg, const char *name, const struct target *target) {
    struct search *search = arg;
    (void)name;
    search->found = target->provider == search->provider;
    return search->found;
}

/* Of some services no price is compiled in. */
static void check_callable(const struct report *to, const struct config *config,
                           const struct provider_config *provider) {
    struct search search = {.provider = provider,
                            .found = provider->any_model && (provider->free || provider->has_price)};
    if (!search.found)
        choose_each(config, look_at, &search);
    if (!search.found)
        note(to, "provider", provider->name,
             "none of its models can be called: name some under \"models\" with \"price\" or \"free\", or "
             "take prices with `aihub model import`");
}

static void check_providers(struct report *to, const struct config *config) {
    struct upstream *upstream = upstream_new(true);
    for (size_t i = 0; i < config->providers; i++) {
        struct error found = {0};
        probe(upstream, &config->provider[i], &found);
        report(to, "provider", config->provider[i].name, &found);
        check_callable(to, config, &config->provider[i]);
    }
    upstream_free(upstream);
}

/* The list of models leaves out what cannot be called, so only here it is seen. */
static void check_models(struct report *to, const struct config *config) {
    struct arena *arena = arena_new();
    for (size_t i = 0; i < config->models; i++) {
        struct target target;
        struct error found = {0}, unread = {0};
        /* One of which nobody said what it is for may be for what else its provider does. */
        bool chat = choose_any(config, config->model[i].name, arena, &target, &unread) < 0 ||
                    (target.kind == MODEL_CHAT && target.provider->row->speaks[0]);
        if (chat && choose_target(config, config->model[i].name, arena, &target, &found) < 0)
            report(to, "model", config->model[i].name, &found);
    }
    arena_free(arena);
}

static int check_all(struct cli *cli, struct error *err) {
    struct report to = {.json = cli->json};
    struct error found = {0};
    /* The other commands do without the secrets, providers do not. */
    struct config *config = config_read(cli->config->path, CONFIG_SECRETS_NEEDED, &found);
    if (!config)
        return error_set(err, ERR_UNAVAILABLE, "%s", found.message);
    report(&to, "configuration", config->path, &found); /* with mistakes in it nothing runs */
    ledger_ping(cli->ledger, &found);
    report(&to, "ledger", config->data_dir, &found);
    check_logs(&to, config);
    check_catalog(&to, config);
    check_keys(&to, config);
    check_providers(&to, config);
    check_models(&to, config);
    config_free(config);
    if (to.failed)
        return error_set(err, ERR_UNAVAILABLE, "%d check%s failed", to.failed, to.failed == 1 ? "" : "s");
    return 0;
}

/* ---- the ledger's sums ------------------------------------------------------ */

static int check_ledger(struct cli *cli, struct error *err) {
    struct ledger_proof proof;
    if (ledger_check(cli->ledger, &proof, err) < 0)
        return -1;
    json_t *faults = json_array();
    for (size_t i = 0; i < sizeof proof.fault / sizeof *proof.fault && proof.fault[i][0]; i++)
        json_array_append_new(faults, output_text(proof.fault[i]));
    output_object(cli->json, json_pack("{s:I, s:I, s:I, s:I, s:o, s:o, s:I, s:o}", "users",
                                       (json_int_t)proof.users, "keys", (json_int_t)proof.keys, "entries",
                                       (json_int_t)proof.entries, "open", (json_int_t)proof.open, "spent",
                                       output_money(proof.spent), "reserved", output_money(proof.reserved),
                                       "faults", (json_int_t)proof.faults, "fault", faults));
    if (proof.faults)
        return error_set(err, ERR_INTERNAL, "the ledger has %" PRId64 " fault%s", proof.faults,
                         proof.faults == 1 ? "" : "s");
    return 0;
}

int command_check(struct cli *cli, const struct arguments *args, struct error *err) {
    return arguments_value(args, "--ledger") ? check_ledger(cli, err) : check_all(cli, err);
}
