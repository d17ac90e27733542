/* What the caller used in a period, in the shape of the AI Hub document. */
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "base/clock.h"
#include "endpoints/endpoints.h"
#include "gate/caller.h"

#define ANSWER_MAX (4u << 20)
#define HOUR       3600

static int64_t month_start(int64_t now) {
    time_t when = (time_t)now;
    struct tm tm;
    gmtime_r(&when, &tm);
    tm.tm_mday = 1;
    tm.tm_hour = tm.tm_min = tm.tm_sec = 0;
    return (int64_t)timegm(&tm);
}

/* A parameter as a time; a bare date as an end means that whole day. */
static int read_time(struct exchange *x, const char *name, bool end, int64_t *seconds, struct error *err) {
    const char *text = request_parameter(x->request, name);
    if (!text)
        return 0;
    if (clock_read(text, seconds) < 0 || *seconds < 0 || *seconds > INT32_MAX * INT64_C(100))
        return error_param(
            err, ERR_REQUEST, name,
            "\"%.40s\" is not a time: use 2026-11-21, 2026-11-21T12:00:00Z or seconds since 1970.", text);
    if (end && strlen(text) == 10 && text[4] == '-')
        *seconds += 24 * HOUR;
    return 0;
}

static void write_sum(struct buf *out, const struct usage_sum *sum, const char *prefix) {
    char cost[MONEY_TEXT];
    buf_printf(out, "\"%srequests\":%lld,\"%stokens\":%lld,\"%scost\":%s", prefix, (long long)sum->requests,
               prefix, (long long)(sum->usage.prompt + sum->usage.output), prefix,
               money_write(sum->cost, cost));
}

static void write_usage(struct buf *out, int64_t start, int64_t end, const struct usage_sum *sums,
                        size_t count) {
    char from[CLOCK_TEXT], to[CLOCK_TEXT];
    struct usage_sum total = {0};
    for (size_t i = 0; i < count; i++) {
        total.requests += sums[i].requests;
        total.usage.prompt += sums[i].usage.prompt;
        total.usage.output += sums[i].usage.output;
        total.cost += sums[i].cost;
    }
    buf_printf(out, "{\"period\":{\"start\":\"%s\",\"end\":\"%s\"},\"usage\":{", clock_write(start, from),
               clock_write(end - 1, to));
    write_sum(out, &total, "total_");
    buf_puts(out, ",\"models\":{");
    for (size_t i = 0; i < count; i++) {
        buf_puts(out, i ? "," : "");
        buf_quote(out, sums[i].model, strlen(sums[i].model));
        buf_puts(out, ":{");
        write_sum(out, &sums[i], "");
        buf_putc(out, '}');
    }
    buf_puts(out, "}}}");
}

int endpoint_usage(struct exchange *x, struct error *err) {
    struct caller caller;
    struct usage_sum *sums;
    size_t count;
    int64_t now = clock_wall_ms() / 1000, start = month_start(now), end = now + 1;
    if (caller_check(x, &caller, err) < 0 || read_time(x, "start", false, &start, err) < 0 ||
        read_time(x, "end", true, &end, err) < 0)
        return -1;
    if (end <= start)
        return error_param(err, ERR_REQUEST, "end", "The end of the period must come after its start.");
    start -= start % HOUR; /* sums are kept by the hour: the period says what was really added up */
    end += (HOUR - end % HOUR) % HOUR;
    if (ledger_usage(hub_ledger(x->hub, x->config), caller.user.id, start, end, &sums, &count, err) < 0)
        return -1;
    struct buf body;
    buf_init(&body, ANSWER_MAX);
    write_usage(&body, start, end, sums, count);
    free(sums);
    reply_begin(x->reply, 200, "application/json");
    reply_header(x->reply, "x-request-id", exchange_id(x));
    int rc = reply_finish(x->reply, body.data, body.len, err);
    buf_free(&body);
    return rc;
}
