#ifndef TESTS_TAP_H
#define TESTS_TAP_H

/* Test Anything Protocol: a test goes on after a failure; the plan is printed at the end. */
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static int tap_count, tap_failed;

__attribute__((format(printf, 2, 3), unused)) static int ok(int good, const char *format, ...) {
    va_list args;
    va_start(args, format);
    printf("%sok %d - ", good ? "" : "not ", ++tap_count);
    vprintf(format, args);
    putchar('\n');
    fflush(stdout); /* a child of the test must not say it again */
    va_end(args);
    tap_failed += !good;
    return good;
}

__attribute__((unused)) static int is_int(long long got, long long want, const char *name) {
    if (got != want)
        printf("# got %lld, want %lld\n", got, want);
    return ok(got == want, "%s", name);
}

__attribute__((unused)) static int is_str(const char *got, const char *want, const char *name) {
    int good = got && want ? strcmp(got, want) == 0 : got == want;
    if (!good)
        printf("# got  %s\n# want %s\n", got ? got : "(none)", want ? want : "(none)");
    return ok(good, "%s", name);
}

__attribute__((unused)) static int tap_done(void) {
    printf("1..%d\n", tap_count);
    fflush(stdout);
    return tap_failed != 0;
}

#endif
