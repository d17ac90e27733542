/* What the charts of new-api's console are drawn from: sums by hour and model. */
#include <stdlib.h>

#include "endpoints/endpoints.h"
#include "endpoints/manage.h"
#include "endpoints/query.h"
#include "endpoints/quota.h"

#define HOUR      3600
#define SPAN_MOST (30 * 24 * HOUR) /* as new-api has it */

static int read_period(struct exchange *x, int64_t *start, int64_t *end, struct error *err) {
    *start = *end = -1;
    if (query_number(x, "start_timestamp", 0, QUERY_TIME_MOST, start, err) < 0 ||
        query_number(x, "end_timestamp", 0, QUERY_TIME_MOST, end, err) < 0)
        return -1;
    if (*start < 0 || *end < 0)
        return error_param(err, ERR_REQUEST, *start < 0 ? "start_timestamp" : "end_timestamp",
                           "%s is missing: seconds since 1970.",
                           *start < 0 ? "start_timestamp" : "end_timestamp");
    if (*end < *start)
        return error_param(err, ERR_REQUEST, "end_timestamp", "end_timestamp is before start_timestamp.");
    if (*end - *start > SPAN_MOST)
        return error_param(err, ERR_REQUEST, "end_timestamp",
                           "The period that ends at end_timestamp is longer than a month.");
    return 0;
}

static void write_sum(struct json_writer *w, const struct user *user, const struct usage_sum *sum) {
    json_open(w, '{');
    json_member_int(w, "user_id", (int64_t)user->id);
    json_member_text(w, "username", user->name);
    json_member_text(w, "model_name", sum->model);
    json_member_int(w, "created_at", sum->time);
    json_member_int(w, "token_used", sum->usage.prompt + sum->usage.output);
    json_member_int(w, "count", sum->requests);
    json_member_int(w, "quota", quota_of(sum->cost));
    json_close(w, '}');
}

/* Of a user, or of all: the one without id and name. */
static int answer_data(struct exchange *x, const struct user *user, struct error *err) {
    struct console_answer answer;
    struct usage_sum *sums = NULL;
    size_t count = 0;
    int64_t start, end;
    if (read_period(x, &start, &end, err) < 0)
        return -1;
    start += (HOUR - start % HOUR) % HOUR; /* hours that begin within the period */
    if (start <= end && ledger_usage(hub_ledger(x->hub, x->config), user->id, start, end + 1,
                                     USAGE_BY_HOUR | USAGE_BY_MODEL, &sums, &count, err) < 0)
        return -1;
    console_begin(&answer);
    json_open(&answer.w, '[');
    for (size_t i = 0; i < count; i++)
        write_sum(&answer.w, user, &sums[i]);
    json_close(&answer.w, ']');
    free(sums);
    return console_end(&answer, x, 0, err);
}

int endpoint_console_data(struct exchange *x, struct error *err) {
    struct caller caller;
    return caller_check(x, &caller, err) < 0 ? -1 : answer_data(x, &caller.user, err);
}

int endpoint_console_data_all(struct exchange *x, struct error *err) {
    struct caller caller;
    struct user user = {0};
    const char *name = request_parameter(x->request, "username");
    if (manage_admin(x, &caller, err) < 0 ||
        (name && *name && ledger_user_find(hub_ledger(x->hub, x->config), name, &user, err) < 0))
        return -1;
    return answer_data(x, &user, err);
}
