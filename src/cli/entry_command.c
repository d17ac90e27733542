/* The command that lists the ledger's entries. */
#include <stdlib.h>

#include "base/mem.h"
#include "cli/command.h"
#include "cli/ledger_walk.h"
#include "cli/output.h"

#define DEFAULT_LIMIT 50

/* The ledger is walked forwards: of what passes by, the last entries are kept. */
struct ring {
    struct entry *entries;
    int64_t room, limit, seen;
};

static void ring_add(struct ring *ring, const struct entry *entry) {
    if (ring->seen == ring->room && ring->room < ring->limit) {
        ring->room = ring->room > ring->limit / 2 ? ring->limit : ring->room * 2 + 1;
        ring->entries = xrealloc(ring->entries, (size_t)ring->room * sizeof *ring->entries);
    }
    ring->entries[ring->seen++ % ring->limit] = *entry;
}

static int collect(struct ledger *ledger, uint64_t user, struct ring *ring, struct error *err) {
    struct entry entry;
    struct call_id *after = NULL;
    while (ledger_entry_next(ledger, after, user, &entry, err) == 0) {
        ring_add(ring, &entry);
        after = &entry.id;
    }
    return walk_result(err);
}

static json_t *describe(const struct entry *entry, const char *user) {
    char id[CALL_ID_TEXT];
    return json_pack("{s:s, s:o, s:o, s:I, s:o, s:o, s:s, s:i, s:b, s:b, s:b, s:I, s:I, s:I, s:I, s:I,"
                     " s:o, s:I}",
                     "id", call_id_write(&entry->id, id), "time", output_time(entry->admitted / 1000), "user",
                     output_text(user), "key", (json_int_t)entry->key, "model", output_text(entry->model),
                     "provider", output_text(entry->provider), "outcome", call_outcome_name(entry->outcome),
                     "status", entry->status, "stream", entry->stream, "estimated", entry->estimated, "over",
                     entry->over, "prompt", (json_int_t)entry->usage.prompt, "cache_read",
                     (json_int_t)entry->usage.cache_read, "cache_write", (json_int_t)entry->usage.cache_write,
                     "output", (json_int_t)entry->usage.output, "reasoning",
                     (json_int_t)entry->usage.reasoning, "cost", output_money(entry->cost), "ms",
                     (json_int_t)entry->duration);
}

static int print(struct cli *cli, const struct ring *ring, struct error *err) {
    struct output_list list;
    int rc = 0;
    output_list_begin(&list, cli->json,
                      "id time user key model provider outcome estimated over prompt output"
                      " cost:usd ms");
    int64_t first = ring->seen > ring->limit ? ring->seen - ring->limit : 0;
    for (int64_t i = first; i < ring->seen && rc == 0; i++) {
        const struct entry *entry = &ring->entries[i % ring->limit];
        char user[NAME_TEXT];
        rc = walk_user_name(cli->ledger, entry->user, user, err);
        if (rc == 0)
            output_list_add(&list, describe(entry, user));
    }
    output_list_end(&list);
    return rc;
}

int command_entry_list(struct cli *cli, const struct arguments *args, struct error *err) {
    const char *name = arguments_value(args, "--user");
    struct user user = {0};
    struct ring ring = {.limit = DEFAULT_LIMIT};
    if (arguments_number(args, "--limit", 1, &ring.limit, err) < 0 ||
        (name && ledger_user_find(cli->ledger, name, &user, err) < 0))
        return -1;
    int rc = collect(cli->ledger, user.id, &ring, err);
    if (rc == 0)
        rc = print(cli, &ring, err);
    free(ring.entries);
    return rc;
}
