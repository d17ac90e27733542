/* What the load generator prints. */
#include "load_report.h"

#include <stdio.h>

static const char *const failure_names[] = {
    [FAIL_NONE] = NULL,           [FAIL_CONNECT] = "connect",     [FAIL_CUT] = "cut",
    [FAIL_STATUS] = "bad_status", [FAIL_MALFORMED] = "malformed", [FAIL_MIXED_UP] = "mixed_up",
    [FAIL_ERROR] = "error_event", [FAIL_NO_DONE] = "no_done",     [FAIL_NO_USAGE] = "no_usage",
    [FAIL_TIMEOUT] = "timeout",
};
_Static_assert(sizeof failure_names / sizeof *failure_names == FAIL__MAX,
               "a name for each failure");

static void put(json_t *object, const char *name, uint64_t value) {
    json_object_set_new(object, name, json_integer((json_int_t)value));
}

static json_t *durations(const struct histogram *histogram) {
    json_t *object = json_object();
    put(object, "p50", histogram_percentile(histogram, 50));
    put(object, "p90", histogram_percentile(histogram, 90));
    put(object, "p99", histogram_percentile(histogram, 99));
    put(object, "max", histogram->max);
    return object;
}

static json_t *statuses(const struct report *report) {
    json_t *object = json_object();
    for (int status = 100; status < 600; status++) {
        char name[12];
        snprintf(name, sizeof name, "%d", status);
        if (report->statuses[status] > 0)
            put(object, name, report->statuses[status]);
    }
    return object;
}

static json_t *failures(const struct report *report) {
    json_t *object = json_object();
    for (int failure = FAIL_NONE + 1; failure < FAIL__MAX; failure++)
        put(object, failure_names[failure], report->failed[failure]);
    return object;
}

uint64_t report_failures(const struct report *report) {
    uint64_t sum = 0;
    for (int failure = FAIL_NONE + 1; failure < FAIL__MAX; failure++)
        sum += report->failed[failure];
    return sum;
}

static json_t *to_json(const struct report *report, uint64_t elapsed_us) {
    double seconds = elapsed_us > 0 ? (double)elapsed_us / 1e6 : 1e-6;
    json_t *object = json_object();
    put(object, "ok", report->ok);
    put(object, "failed", report_failures(report));
    json_object_set_new(object, "seconds", json_real(seconds));
    json_object_set_new(object, "requests_per_s", json_real((double)report->ok / seconds));
    json_object_set_new(object, "latency_us", durations(&report->latency));
    json_object_set_new(object, "status", statuses(report));
    json_object_set_new(object, "failures", failures(report));
    put(object, "events", report->events);
    if (report->delays.count > 0)
        json_object_set_new(object, "event_delay_us", durations(&report->delays));
    put(object, "connections", report->connections);
    put(object, "stale_connections", report->stale);
    put(object, "retries", report->retries);
    put(object, "recovery_ms", (report->recovery_us + 999) / 1000);
    return object;
}

static void print_lines(json_t *object, const char *outer) {
    const char *name;
    json_t *value;
    json_object_foreach(object, name, value) {
        if (json_is_object(value))
            print_lines(value, name);
        else if (json_is_real(value))
            printf("%s%s%s %.3f\n", outer, *outer ? "." : "", name, json_real_value(value));
        else
            printf("%s%s%s %lld\n", outer, *outer ? "." : "", name,
                   (long long)json_integer_value(value));
    }
}

void report_print(const struct report *report, uint64_t elapsed_us, bool as_json) {
    json_t *object = to_json(report, elapsed_us);
    if (as_json) {
        json_dumpf(object, stdout, JSON_REAL_PRECISION(9));
        putchar('\n');
    } else {
        print_lines(object, "");
    }
    json_decref(object);
}
