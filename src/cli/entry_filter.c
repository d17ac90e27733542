/* Reads from a command line which entries are meant. */
#include "cli/entry_filter.h"

#include <stdio.h>

#define TIME_MOST (INT64_MAX / 1000)

static int read_user(struct cli *cli, const struct arguments *args, uint64_t *id, struct error *err) {
    const char *name = arguments_value(args, "--user");
    struct user user;
    if (!name)
        return 0;
    if (ledger_user_find(cli->ledger, name, &user, err) < 0)
        return -1;
    *id = user.id;
    return 0;
}

static int read_text(const struct arguments *args, const char *name, char *out, size_t size,
                     struct error *err) {
    const char *text = arguments_value(args, name);
    if (text && (size_t)snprintf(out, size, "%s", text) >= size)
        return error_set(err, ERR_REQUEST, "%s: more than %zu characters", name, size - 1);
    return 0;
}

static int read_outcome(const struct arguments *args, unsigned *outcomes, struct error *err) {
    const char *name = arguments_value(args, "--outcome");
    enum call_outcome outcome = name ? call_outcome_find(name) : CALL__MAX;
    if (name && outcome == CALL__MAX)
        return error_set(err, ERR_REQUEST,
                         "--outcome: \"%.40s\" is none of done, aborted, broken, interrupted, failed", name);
    *outcomes = name ? 1u << outcome : 0;
    return 0;
}

static int read_id(const struct arguments *args, struct call_id *id, struct error *err) {
    const char *text = arguments_value(args, "--id");
    if (text && !call_id_read(text, id))
        return error_set(err, ERR_REQUEST, "--id: \"%.40s\" is not the id of a call", text);
    return 0;
}

static int read_period(const struct arguments *args, int64_t *start, int64_t *end, struct error *err) {
    if (arguments_time(args, "--start", start, err) < 0 || arguments_end(args, "--end", end, err) < 0)
        return -1;
    if (*start < 0 || *end < 0 || *start > TIME_MOST || *end > TIME_MOST)
        return error_set(err, ERR_REQUEST, "a time before 1970, or beyond all calendars");
    *start *= 1000;
    *end *= 1000;
    return 0;
}

int entry_filter_read(struct cli *cli, const struct arguments *args, struct entry_filter *filter,
                      struct error *err) {
    int64_t key = 0;
    *filter = (struct entry_filter){0};
    if (arguments_number(args, "--key", 1, &key, err) < 0 ||
        read_text(args, "--model", filter->model, sizeof filter->model, err) < 0 ||
        read_text(args, "--group", filter->group, sizeof filter->group, err) < 0 ||
        read_outcome(args, &filter->outcomes, err) < 0 || read_id(args, &filter->id, err) < 0 ||
        read_period(args, &filter->start, &filter->end, err) < 0)
        return -1;
    filter->keys[0] = (uint64_t)key;
    filter->key_count = key > 0;
    return read_user(cli, args, &filter->user, err);
}
