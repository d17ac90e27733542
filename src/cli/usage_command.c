/* The command that sums up what was used. */
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "base/clock.h"
#include "cli/command.h"
#include "cli/ledger_walk.h"
#include "cli/output.h"
#include "cli/usage_columns.h"

#define DATE_LEN 10 /* of "2026-11-21" */

/* The first second of the month (UTC) that a time lies in. */
static int64_t month_of(int64_t seconds) {
    time_t when = (time_t)seconds;
    struct tm tm;
    if (!gmtime_r(&when, &tm))
        return seconds;
    tm.tm_mday = 1;
    tm.tm_hour = tm.tm_min = tm.tm_sec = 0;
    return (int64_t)timegm(&tm);
}

static int read_period(const struct arguments *args, int64_t *start, int64_t *end, struct error *err) {
    *end = clock_wall_ms() / 1000 + 1;
    if (arguments_end(args, "--end", end, err) < 0)
        return -1;
    *start = month_of(*end - 1);
    if (arguments_time(args, "--start", start, err) < 0)
        return -1;
    return *start < *end ? 0 : error_set(err, ERR_REQUEST, "the start is not before the end");
}

/* What sums are kept apart by, as it stands in front of them: text shows it only where it was asked for. */
static const struct {
    enum usage_by by;
    const char *columns;
} groupings[] = {{USAGE_BY_DAY, "day "},
                 {USAGE_BY_HOUR, "hour "},
                 {USAGE_BY_KEY, "key name "},
                 {USAGE_BY_MODEL, "model "}};

static void add_numbers(json_t *row, const struct usage_sum *sum) {
    json_t *numbers =
        json_pack("{s:I, s:I, s:I, s:I, s:I, s:I, s:o}", "requests", (json_int_t)sum->requests, "prompt",
                  (json_int_t)sum->usage.prompt, "cache_read", (json_int_t)sum->usage.cache_read,
                  "cache_write", (json_int_t)sum->usage.cache_write, "output", (json_int_t)sum->usage.output,
                  "reasoning", (json_int_t)sum->usage.reasoning, "cost", output_money(sum->cost));
    json_object_update_new(row, numbers);
    usage_columns_fill(row, &sum->usage);
}

static int add_key(struct cli *cli, json_t *row, uint64_t id, struct error *err) {
    struct key key = {0};
    if (id && ledger_key_find(cli->ledger, id, &key, err) < 0 && walk_result(err) < 0)
        return -1;
    json_object_set_new(row, "key", output_known((int64_t)id));
    json_object_set_new(row, "name", output_text(key.name));
    return 0;
}

static int print_sum(struct cli *cli, struct output_list *list, unsigned by, const struct usage_sum *sum,
                     struct error *err) {
    json_t *row = json_object();
    char time[CLOCK_TEXT];
    clock_write(sum->time, time);
    if (by & (USAGE_BY_DAY | USAGE_BY_HOUR))
        json_object_set_new(row, by & USAGE_BY_HOUR ? "hour" : "day",
                            by & USAGE_BY_HOUR ? json_string(time) : json_stringn(time, DATE_LEN));
    int rc = by & USAGE_BY_KEY ? add_key(cli, row, sum->key, err) : 0;
    if (by & USAGE_BY_MODEL)
        json_object_set_new(row, "model", output_text(sum->model));
    add_numbers(row, sum);
    output_list_add(list, row);
    return rc;
}

/* The last row: what it is apart by is null, and in text its first column is a heading. */
static void print_total(struct cli *cli, struct output_list *list, unsigned by,
                        const struct usage_sum *total) {
    json_t *row = json_object();
    bool told = cli->json;
    for (size_t i = 0; i < sizeof groupings / sizeof *groupings; i++) {
        char name[8];
        if (!(by & groupings[i].by))
            continue;
        snprintf(name, sizeof name, "%.*s", (int)strcspn(groupings[i].columns, " "), groupings[i].columns);
        json_object_set_new(row, name, told ? json_null() : json_string("total"));
        told = true;
    }
    if (by & USAGE_BY_KEY)
        json_object_set_new(row, "name", json_null());
    add_numbers(row, total);
    output_list_add(list, row);
}

static void write_columns(unsigned by, const struct usage *total, struct buf *columns) {
    for (size_t i = 0; i < sizeof groupings / sizeof *groupings; i++)
        if (by & groupings[i].by)
            buf_puts(columns, groupings[i].columns);
    buf_puts(columns, "requests prompt output cost:usd");
    usage_columns_add(columns, total);
}

static int print(struct cli *cli, unsigned by, const struct usage_sum *sums, size_t count,
                 struct error *err) {
    struct output_list list;
    struct usage_sum total = {0};
    struct buf columns;
    int rc = 0;
    for (size_t i = 0; i < count; i++)
        usage_sum_add(&total, &sums[i]);
    buf_init(&columns, 512);
    write_columns(by, &total.usage, &columns);
    output_list_begin(&list, cli->json, columns.data);
    for (size_t i = 0; rc == 0 && i < count; i++)
        rc = print_sum(cli, &list, by, &sums[i], err);
    print_total(cli, &list, by, &total);
    output_list_end(&list);
    buf_free(&columns);
    return rc;
}

int command_usage(struct cli *cli, const struct arguments *args, struct error *err) {
    const char *name = arguments_value(args, "USER"), *apart = arguments_value(args, "--by");
    int64_t start, end;
    unsigned by = USAGE_BY_MODEL;
    struct user user = {0};
    struct usage_sum *sums;
    size_t count;
    if (apart && (!usage_by_read(apart, &by) || (by & USAGE_BY_DAY && by & USAGE_BY_HOUR)))
        return error_set(err, ERR_REQUEST,
                         "--by: \"%.40s\" is none of model, key, day, hour, or several such as day,model",
                         apart);
    if (read_period(args, &start, &end, err) < 0 ||
        (name && ledger_user_find(cli->ledger, name, &user, err) < 0) ||
        ledger_usage(cli->ledger, user.id, start, end, by, &sums, &count, err) < 0)
        return -1;
    int rc = print(cli, by, sums, count, err);
    free(sums);
    return rc;
}
