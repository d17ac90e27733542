/* The caller's entries as a file, written while they are read: a step of the ledger, a piece of the answer.
 */
#include <stdlib.h>

#include "base/clock.h"
#include "base/mem.h"
#include "endpoints/endpoints.h"
#include "endpoints/entry_lines.h"
#include "endpoints/query.h"
#include "gate/caller.h"

#define STEP      256 /* entries */
#define PIECE_MAX (STEP * 2048u)

static int read_outcome(struct exchange *x, unsigned *outcomes, struct error *err) {
    const char *name = request_parameter(x->request, "outcome");
    enum call_outcome outcome = name ? call_outcome_find(name) : CALL__MAX;
    if (name && outcome == CALL__MAX)
        return error_param(err, ERR_REQUEST, "outcome",
                           "\"%.40s\" is none of done, aborted, broken, interrupted and failed.", name);
    *outcomes = name ? 1u << outcome : 0;
    return 0;
}

static int read_filter(struct exchange *x, struct entry_filter *filter, struct error *err) {
    int64_t start = 0, end = clock_wall_ms() / 1000 + 1,
            key = 0; /* what comes meanwhile is for the next one */
    if (query_time(x, "start", false, &start, err) < 0 || query_time(x, "end", true, &end, err) < 0 ||
        query_number(x, "key_id", 1, INT64_MAX, &key, err) /* "key" shows the caller's own */ < 0 ||
        query_text(x, "model", filter->model, sizeof filter->model, err) < 0 ||
        query_text(x, "group", filter->group, sizeof filter->group, err) < 0 ||
        read_outcome(x, &filter->outcomes, err) < 0)
        return -1;
    if (end <= start)
        return error_param(err, ERR_REQUEST, "end", "The end of the period must come after its start.");
    filter->start = start * 1000;
    filter->end = end * 1000;
    filter->keys[0] = (uint64_t)key;
    filter->key_count = key > 0;
    return 0;
}

static int read_format(struct exchange *x, enum entry_format *format, struct error *err) {
    const char *name = request_parameter(x->request, "format");
    *format = name ? entry_format_find(name) : ENTRY_CSV;
    if (*format == ENTRY_FORMAT__MAX)
        return error_param(err, ERR_REQUEST, "format", "\"%.40s\" is neither csv nor jsonl.", name);
    return 0;
}

struct export {
    enum entry_format format;
    struct entry_walk walk;
    struct entry_names names;
    struct entry *entries;
    struct buf piece;
};

static int write_step(struct exchange *x, struct export *export, struct error *err) {
    size_t count;
    int rc = request_gone(x->request) ? error_set(err, ERR_GONE, "the client left") : 0;
    if (rc == 0)
        rc = ledger_entry_step(export->names.ledger, &export->walk, export->entries, STEP, &count, err);
    for (size_t i = 0; rc == 0 && i < count; i++)
        rc = entry_line(&export->piece, export->format, &export->entries[i], &export->names, err);
    return rc;
}

static int send_piece(struct exchange *x, struct export *export, struct error *err) {
    int rc = reply_write(x->reply, export->piece.data ? export->piece.data : "", export->piece.len, err);
    buf_clear(&export->piece);
    return rc;
}

/* The first step comes before the head: what fails then has a status of its own. Later only the text itself
 * can say that it breaks off. */
static int write_all(struct exchange *x, struct export *export, struct error *err) {
    entry_lines_begin(&export->piece, export->format);
    if (write_step(x, export, err) < 0)
        return -1;
    reply_begin(x->reply, 200, entry_format_type(export->format));
    reply_header(x->reply, "x-request-id", exchange_id(x));
    reply_header(x->reply, "Content-Disposition",
                 export->format == ENTRY_CSV ? "attachment; filename=\"usage.csv\""
                                             : "attachment; filename=\"usage.jsonl\"");
    reply_header(x->reply, "Cache-Control", "no-store");
    while (send_piece(x, export, err) == 0 && !export->walk.ended && !x->reply->head_only)
        if (write_step(x, export, err) < 0) {
            struct error ignored = {0};
            entry_lines_break(&export->piece, export->format, "The hub's ledger cannot be reached.");
            send_piece(x, export, &ignored);
            break;
        }
    return err->kind ? -1 : 0;
}

int endpoint_usage_export(struct exchange *x, struct error *err) {
    struct caller caller;
    struct export export = {.names.ledger = hub_ledger(x->hub, x->config)};
    if (caller_check(x, &caller, err) < 0 || read_format(x, &export.format, err) < 0 ||
        read_filter(x, &export.walk.filter, err) < 0)
        return -1;
    export.walk.filter.user = caller.user.id;
    export.entries = xmalloc(STEP * sizeof *export.entries);
    buf_init(&export.piece, PIECE_MAX);
    int rc = write_all(x, &export, err);
    buf_free(&export.piece);
    free(export.entries);
    return rc;
}
