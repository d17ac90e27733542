/* The command that lists the ledger's entries. */
#include <stdlib.h>

#include "base/mem.h"
#include "cli/command.h"
#include "cli/entry_filter.h"
#include "cli/ledger_walk.h"
#include "cli/output.h"

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
    return json_pack("{s:s, s:o, s:o, s:I, s:o, s:o, s:o, s:s, s:i, s:b, s:b, s:b, s:I, s:I, s:I, s:I, s:I,"
                     " s:o, s:i, s:o, s:I}",
                     "id", call_id_write(&entry->id, id), "time", output_time(entry->admitted / 1000), "user",
                     output_text(user), "key", (json_int_t)entry->key, "model", output_text(entry->model),
                     "provider", output_text(entry->provider), "group", output_text(entry->group), "outcome",
                     call_outcome_name(entry->outcome), "status", entry->status, "stream", entry->stream,
                     "estimated", entry->estimated, "over", entry->over, "prompt",
                     (json_int_t)entry->usage.prompt, "cache_read", (json_int_t)entry->usage.cache_read,
                     "cache_write", (json_int_t)entry->usage.cache_write, "output",
                     (json_int_t)entry->usage.output, "reasoning", (json_int_t)entry->usage.reasoning, "cost",
                     output_money(entry->cost), "per_mille", entry->per_mille, "first",
                     output_known(entry->first), "ms", (json_int_t)entry->duration);
}

/* From the oldest of them on: the newest stands last, where the eye is. */
static int print(struct cli *cli, const struct newest *newest, struct error *err) {
    struct output_list list;
    char user[NAME_TEXT];
    uint64_t last = 0;
    int rc = 0;
    output_list_begin(&list, cli->json,
                      "id time user key model provider group outcome estimated over prompt output"
                      " cost:usd per_mille first ms");
    for (size_t i = newest->count; i-- > 0 && rc == 0;) {
        const struct entry *entry = &newest->entries[i];
        if (entry->user != last)
            rc = walk_user_name(cli->ledger, entry->user, user, err);
        last = entry->user;
        if (rc == 0)
            output_list_add(&list, describe(entry, user));
    }
    output_list_end(&list);
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
