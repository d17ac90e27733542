/* The command that takes facts about models from a published list into the file that "catalog" names. */
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/filelock.h"
#include "base/wholefile.h"
#include "cli/command.h"
#include "cli/import.h"
#include "cli/import_write.h"
#include "cli/output.h"
#include "route/catalog.h"

#define LOCK_MS 10000 /* for which another import may take */

struct task {
    const struct config *config;
    const struct arguments *args;
    struct import in;
    const struct catalog_file *old; /* what the file has now, of all providers */
    struct output_list list;
    struct model_facts *models; /* what it is to have */
    size_t count;
    struct {
        int64_t added, changed, same, removed, left_out;
    } did;
};

/* ---- whose models are wanted -------------------------------------------------------- */

static bool is_asked(const struct arguments *args, const char *provider) {
    for (size_t i = 0; i < arguments_count(args, "--provider"); i++)
        if (strcmp(arguments_at(args, "--provider", i), provider) == 0)
            return true;
    return false;
}

static bool is_wanted(void *arg, const char *provider) {
    const struct task *task = arg;
    if (!provider_find(provider))
        return false;
    if (arguments_count(task->args, "--provider"))
        return is_asked(task->args, provider);
    return arguments_value(task->args, "--all") || config_has_type(task->config, provider);
}

static bool is_any(void *arg, const char *provider) {
    (void)arg, (void)provider;
    return true;
}

static int check_asked(const struct arguments *args, struct error *err) {
    for (size_t i = 0; i < arguments_count(args, "--provider"); i++)
        if (!provider_find(arguments_at(args, "--provider", i)))
            return error_set(err, ERR_REQUEST,
                             "there is no provider \"%.60s\": `aihub provider list --all` lists them",
                             arguments_at(args, "--provider", i));
    return 0;
}

/* ---- what there is ------------------------------------------------------------------- */

static int read_list(struct task *task, const char *path, struct error *err) {
    struct stat seen;
    size_t len;
    struct error found = {.kind = ERR_NONE};
    char *text = catalog_file_text(path, &len, &seen);
    if (!text)
        return error_set(err, ERR_NOT_FOUND, "%.200s: cannot be read: %s", path, strerror(errno));
    int rc = import_read(&task->in, (struct span){text, len}, &found);
    free(text);
    return rc < 0 ? error_set(err, ERR_CONFLICT, "nothing was changed: %.100s: %s", path, found.message) : 0;
}

/* There may be none yet. A broken one has facts that nobody else has: it is not written over. */
static int read_old(struct task *task, struct error *err) {
    struct stat seen;
    struct error found = {.kind = ERR_NOT_FOUND};
    if (task->config->catalog) {
        found.kind = ERR_NONE;
        task->old = catalog_file_read(task->config->catalog, is_any, NULL, task->in.arena, &seen, &found);
    }
    if (task->old)
        return 0;
    task->old = arena_alloc(task->in.arena, sizeof *task->old);
    if (found.kind == ERR_NOT_FOUND)
        return 0;
    return error_set(err, ERR_CONFLICT, "%s; mend or remove it first", found.message);
}

/* ---- what is new ---------------------------------------------------------------------- */

static void tell(struct task *task, const char *what, const struct model_facts *model, const char *detail) {
    output_list_add(&task->list, json_pack("{s:s, s:s, s:o, s:o}", "what", what, "provider", model->provider,
                                           "model", output_text(model->id), "detail", output_text(detail)));
}

static void take(struct task *task, const struct import_model *model) {
    struct model_facts known = {.said = 0}, after;
    struct buf detail;
    if (model->left_out) {
        task->did.left_out++;
        tell(task, "left out", &model->facts, model->left_out);
        return;
    }
    bool there = catalog_find_exact(task->old, model->facts.provider, model->facts.id, &known);
    if (!catalog_find_exact(NULL, model->facts.provider, model->facts.id, &after))
        after = (struct model_facts){.name = model->facts.id};
    model_facts_over(&after, &model->facts);
    buf_init(&detail, 4096);
    import_compare(&known, &after, &detail);
    if (there && detail.len == 0)
        task->did.same++;
    else
        tell(task, there ? "changed" : "added", &model->facts, detail.data);
    task->did.changed += there && detail.len > 0;
    task->did.added += !there;
    buf_free(&detail);
    task->models[task->count++] = model->facts;
}

/* Whether the list had models of that provider that were taken: they are sorted by it. */
static bool was_taken(const struct task *task, const char *provider) {
    for (size_t i = 0; i < task->in.count; i++)
        if (!task->in.models[i].left_out && strcmp(task->in.models[i].facts.provider, provider) == 0)
            return true;
    return false;
}

/* What the file had of other providers stays. */
static void keep(struct task *task) {
    const char *provider = "";
    bool replaced = false;
    struct catalog_file taken = {task->count, task->models};
    catalog_file_sort(task->models, task->count);
    for (size_t i = 0; i < task->old->count; i++) {
        const struct model_facts *model = &task->old->models[i];
        struct model_facts same;
        if (strcmp(provider, model->provider) != 0) {
            provider = model->provider;
            replaced = was_taken(task, provider);
        }
        if (!replaced) {
            task->models[task->count++] = *model;
        } else if (!catalog_find_exact(&taken, model->provider, model->id, &same)) {
            task->did.removed++;
            tell(task, "removed", model, "the list has it no more");
        }
    }
}

/* A link stays one, so it must lead somewhere. What is in the file is no secret, and who serves may be
 * another user. */
static int put_file(const char *path, const struct buf *text) {
    struct stat st;
    char *real = realpath(path, NULL);
    if (!real && lstat(path, &st) == 0)
        return -1;
    int rc = wholefile_replace_for_all(real ? real : path, text->data, text->len);
    int why = errno;
    free(real);
    errno = why;
    return rc;
}

static int write_file(struct task *task, struct error *err) {
    struct catalog_file file = {task->count, task->models};
    struct buf text;
    int rc = 0;
    catalog_file_sort(task->models, task->count);
    buf_init(&text, CATALOG_SIZE_MOST);
    import_write(&file, &text);
    if (text.overflow)
        rc = error_set(err, ERR_CONFLICT, "the file would be too large; nothing was changed");
    else if (put_file(task->config->catalog, &text) < 0)
        rc =
            error_set(err, ERR_INTERNAL, "%s: cannot be written: %s", task->config->catalog, strerror(errno));
    buf_free(&text);
    return rc;
}

static void compare(struct task *task) {
    size_t most = task->in.count + task->old->count;
    task->models = arena_alloc(task->in.arena, (most ? most : 1) * sizeof *task->models);
    for (size_t i = 0; i < task->in.count; i++)
        take(task, &task->in.models[i]);
    keep(task);
}

static void sum_up(struct cli *cli, const struct task *task, bool written) {
    output_object(cli->json,
                  json_pack("{s:s, s:o, s:I, s:I, s:I, s:I, s:I, s:I, s:b}", "source", task->in.source,
                            "file", output_text(task->config->catalog), "added", (json_int_t)task->did.added,
                            "changed", (json_int_t)task->did.changed, "same", (json_int_t)task->did.same,
                            "removed", (json_int_t)task->did.removed, "left_out",
                            (json_int_t)task->did.left_out, "of_other_providers",
                            (json_int_t)task->in.foreign, "written", written));
}

static int check_place(const struct config *config, struct error *err) {
    return config->catalog
               ? 0
               : error_set(err, ERR_CONFLICT, "where to? \"catalog\" is empty in %s", config->path);
}

/* One import at a time goes from the old file to the new one. Returns a descriptor to be closed; -1 with an
 * error. */
static int lock_file(const struct config *config, struct arena *arena, struct error *err) {
    const char *path = arena_printf(arena, "%s.lock", config->catalog);
    int fd = filelock_take(path, 1, LOCK_MS);
    if (fd < 0 && errno == EAGAIN)
        error_set(err, ERR_CONFLICT, "%.200s: another import is at work", config->catalog);
    else if (fd < 0)
        error_set(err, ERR_INTERNAL, "%.200s: cannot be written: %s", config->catalog, strerror(errno));
    return fd;
}

static int merge(struct cli *cli, struct task *task, bool write, struct error *err) {
    if (read_old(task, err) < 0)
        return -1;
    output_list_begin(&task->list, cli->json, "what provider model detail");
    compare(task);
    output_list_end(&task->list);
    if (write && write_file(task, err) < 0)
        return -1;
    sum_up(cli, task, write);
    return 0;
}

static int import_all(struct cli *cli, struct task *task, struct error *err) {
    bool dry = arguments_value(task->args, "--dry-run");
    if (check_asked(task->args, err) < 0 || read_list(task, arguments_value(task->args, "FILE"), err) < 0)
        return -1;
    if (dry)
        return merge(cli, task, false, err);
    int lock = check_place(task->config, err) < 0 ? -1 : lock_file(task->config, task->in.arena, err);
    if (lock < 0)
        return -1;
    int rc = merge(cli, task, true, err);
    close(lock);
    return rc;
}

int command_model_import(struct cli *cli, const struct arguments *args, struct error *err) {
    struct task task = {.config = cli->config, .args = args};
    task.in = (struct import){.wanted = is_wanted, .arg = &task, .arena = arena_new()};
    int rc = import_all(cli, &task, err);
    arena_free(task.in.arena);
    return rc;
}
