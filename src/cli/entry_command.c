/* The commands that show the ledger's entries. */
#include <stdio.h>
#include <stdlib.h>

#include "base/clock.h"
#include "base/mem.h"
#include "cli/command.h"
#include "cli/entry_filter.h"
#include "cli/output.h"
#include "cli/usage_columns.h"
#include "endpoints/entry_lines.h"

#define DEFAULT_LIMIT 50
#define STEP          256 /* entries */

/* The newest that fit, from the newest on. */
struct newest {
    struct entry *entries;
    size_t count, room;
};

static int collect(struct ledger *ledger, const struct entry_filter *filter, int64_t limit,
                   struct newest *newest, struct error *err) {
    struct entry_walk walk = {.filter = *filter, .newest_first = true};
    while (!walk.ended && (int64_t)newest->count < limit) {
        if (newest->room - newest->count < STEP) {
            newest->room = newest->room * 2 + STEP;
            newest->entries = xrealloc(newest->entries, newest->room * sizeof *newest->entries);
        }
        size_t count, left = (size_t)(limit - (int64_t)newest->count);
        if (ledger_entry_step(ledger, &walk, newest->entries + newest->count, left < STEP ? left : STEP,
                              &count, err) < 0)
            return -1;
        newest->count += count;
    }
    return 0;
}

static json_t *describe(const struct entry *entry, const char *user) {
    char id[CALL_ID_TEXT];
    json_t *row = json_pack(
        "{s:s, s:o, s:o, s:I, s:o, s:o, s:o, s:s, s:i, s:b, s:b, s:b, s:I, s:I, s:I, s:I, s:I,"
        " s:o, s:i, s:o, s:I}",
        "id", call_id_write(&entry->id, id), "time", output_time(entry->admitted / 1000), "user",
        output_text(user), "key", (json_int_t)entry->key, "model", output_text(entry->model), "provider",
        output_text(entry->provider), "group", output_text(entry->group), "outcome",
        call_outcome_name(entry->outcome), "status", entry->status, "stream", entry->stream, "estimated",
        entry->estimated, "over", entry->over, "prompt", (json_int_t)entry->usage.prompt, "cache_read",
        (json_int_t)entry->usage.cache_read, "cache_write", (json_int_t)entry->usage.cache_write, "output",
        (json_int_t)entry->usage.output, "reasoning", (json_int_t)entry->usage.reasoning, "cost",
        output_money(entry->cost), "per_mille", entry->per_mille, "first", output_known(entry->first), "ms",
        (json_int_t)entry->duration);
    usage_columns_fill(row, &entry->usage);
    return row;
}

/* Unusual counts have a column where one of the entries has any. */
static void write_columns(const struct newest *newest, struct buf *columns) {
    struct usage total = {0};
    for (size_t i = 0; i < newest->count; i++)
        usage_accumulate(&total, &newest->entries[i].usage);
    buf_puts(columns, "id time user key model provider group outcome estimated over prompt output"
                      " cost:usd per_mille first ms");
    usage_columns_add(columns, &total);
}

/* From the oldest of them on: the newest stands last, where the eye is. */
static int print(struct cli *cli, const struct newest *newest, struct error *err) {
    struct output_list list;
    struct entry_names names = {.ledger = cli->ledger};
    struct buf columns;
    int rc = 0;
    buf_init(&columns, 512);
    write_columns(newest, &columns);
    output_list_begin(&list, cli->json, columns.data);
    for (size_t i = newest->count; i-- > 0 && rc == 0;) {
        const struct entry *entry = &newest->entries[i];
        const char *user = entry_user_name(&names, entry->user, err);
        rc = user ? 0 : -1;
        if (user)
            output_list_add(&list, describe(entry, user));
    }
    output_list_end(&list);
    buf_free(&columns);
    return rc;
}

int command_entry_list(struct cli *cli, const struct arguments *args, struct error *err) {
    struct entry_filter filter;
    struct newest newest = {0};
    int64_t limit = DEFAULT_LIMIT;
    if (arguments_number(args, "--limit", 1, &limit, err) < 0 ||
        entry_filter_read(cli, args, &filter, err) < 0)
        return -1;
    int rc = collect(cli->ledger, &filter, limit, &newest, err);
    if (rc == 0)
        rc = print(cli, &newest, err);
    free(newest.entries);
    return rc;
}

static int export_step(struct entry_walk *walk, struct entry_names *names, enum entry_format format,
                       struct error *err) {
    static struct entry entries[STEP];
    struct buf lines;
    size_t count;
    if (ledger_entry_step(names->ledger, walk, entries, STEP, &count, err) < 0)
        return -1;
    int rc = 0;
    buf_init(&lines, BUF_MOST);
    for (size_t i = 0; rc == 0 && i < count; i++)
        rc = entry_line(&lines, format, &entries[i], names, err);
    fwrite(lines.data, 1, lines.len, stdout);
    buf_free(&lines);
    return rc;
}

/* The entries as a file, from the oldest on. Those that come meanwhile are for the next one. */
int command_entry_export(struct cli *cli, const struct arguments *args, struct error *err) {
    const char *name = arguments_value(args, "--format");
    enum entry_format format = name ? entry_format_find(name) : ENTRY_CSV;
    struct entry_walk walk = {0};
    struct entry_names names = {.ledger = cli->ledger};
    struct buf head;
    if (format == ENTRY_FORMAT__MAX)
        return error_set(err, ERR_REQUEST, "--format: \"%.40s\" is neither csv nor jsonl", name);
    if (entry_filter_read(cli, args, &walk.filter, err) < 0)
        return -1;
    if (!walk.filter.end)
        walk.filter.end = clock_wall_ms() + 1;
    buf_init(&head, 1024);
    entry_lines_begin(&head, format);
    fwrite(head.data, 1, head.len, stdout);
    buf_free(&head);
    while (!walk.ended && !ferror(stdout))
        if (export_step(&walk, &names, format, err) < 0)
            return -1;
    return 0;
}
