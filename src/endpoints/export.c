/* The caller's entries as a file. */
#include "base/clock.h"
#include "endpoints/call_file.h"
#include "endpoints/endpoints.h"
#include "endpoints/entry_lines.h"
#include "endpoints/query.h"
#include "gate/caller.h"

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
    if (query_period(x, "start", "end", &start, &end, err) < 0 ||
        query_number(x, "key_id", 1, INT64_MAX, &key, err) /* "key" shows the caller's own */ < 0 ||
        query_text(x, "model", filter->model, sizeof filter->model, err) < 0 ||
        query_text(x, "group", filter->group, sizeof filter->group, err) < 0 ||
        read_outcome(x, &filter->outcomes, err) < 0)
        return -1;
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
    struct entry_names names;
    struct buf piece;
};

static int write_line(void *arg, const struct entry *entry, struct error *err) {
    struct export *export = arg;
    return entry_line(&export->piece, export->format, entry, &export->names, err);
}

static void write_break(struct buf *piece, void *arg, const char *why) {
    const struct export *export = arg;
    entry_lines_break(piece, export->format, why);
}

int endpoint_usage_export(struct exchange *x, struct error *err) {
    struct caller caller;
    struct export export = {.names.ledger = hub_ledger(x->hub, x->config)};
    struct call_file file = {
        .walk = {.x = x, .steps = INT64_MAX, .start = "start", .end = "end"},
        .line = write_line,
        .broken = write_break,
        .arg = &export,
        .piece = &export.piece,
    };
    struct entry_filter *filter = &file.walk.entries.filter;
    if (caller_check(x, &caller, err) < 0 || read_format(x, &export.format, err) < 0 ||
        read_filter(x, filter, err) < 0)
        return -1;
    filter->user = caller.user.id;
    file.type = entry_format_type(export.format);
    file.name = export.format == ENTRY_CSV ? "usage.csv" : "usage.jsonl";
    buf_init(&export.piece, CALL_PIECE_MAX);
    entry_lines_begin(&export.piece, export.format);
    int rc = call_file_send(&file, err);
    buf_free(&export.piece);
    return rc;
}
