/* The command that sums up what was used. */
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "base/clock.h"
#include "cli/command.h"
#include "cli/output.h"

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

static json_t *describe(const struct usage_sum *sum, json_t *model) {
    return json_pack("{s:o, s:I, s:I, s:I, s:I, s:I, s:I, s:o}", "model", model, "requests",
                     (json_int_t)sum->requests, "prompt", (json_int_t)sum->usage.prompt, "cache_read",
                     (json_int_t)sum->usage.cache_read, "cache_write", (json_int_t)sum->usage.cache_write,
                     "output", (json_int_t)sum->usage.output, "reasoning", (json_int_t)sum->usage.reasoning,
                     "cost", output_money(sum->cost));
}

static void add(struct usage_sum *total, const struct usage_sum *sum) {
    total->requests += sum->requests;
    total->usage.prompt += sum->usage.prompt;
    total->usage.cache_read += sum->usage.cache_read;
    total->usage.cache_write += sum->usage.cache_write;
    total->usage.output += sum->usage.output;
    total->usage.reasoning += sum->usage.reasoning;
    total->cost += sum->cost;
}

int command_usage(struct cli *cli, const struct arguments *args, struct error *err) {
    const char *name = arguments_value(args, "USER");
    int64_t start, end;
    struct user user = {0};
    struct usage_sum *sums, total = {0};
    size_t count;
    if (read_period(args, &start, &end, err) < 0 ||
        (name && ledger_user_find(cli->ledger, name, &user, err) < 0) ||
        ledger_usage(cli->ledger, user.id, start, end, &sums, &count, err) < 0)
        return -1;
    struct output_list list;
    output_list_begin(&list, cli->json, "model requests prompt output cost:usd");
    for (size_t i = 0; i < count; i++) {
        add(&total, &sums[i]);
        output_list_add(&list, describe(&sums[i], output_text(sums[i].model)));
    }
    output_list_add(&list, describe(&total, cli->json ? json_null() : json_string("total")));
    output_list_end(&list);
    free(sums);
    return 0;
}
