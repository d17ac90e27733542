/* Time: wall and monotonic, written and read. */
#include "base/clock.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static int64_t read_ms(clockid_t id) {
    struct timespec now;
    clock_gettime(id, &now);
    return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

int64_t clock_wall_ms(void) {
    return read_ms(CLOCK_REALTIME);
}

int64_t clock_mono_ms(void) {
    return read_ms(CLOCK_MONOTONIC);
}

struct timespec clock_timespec(int64_t mono_ms) {
    return (struct timespec){.tv_sec = mono_ms / 1000, .tv_nsec = (long)(mono_ms % 1000) * 1000000};
}

const char *clock_write(int64_t seconds, char text[CLOCK_TEXT]) {
    time_t when = (time_t)seconds;
    struct tm tm;
    if (!gmtime_r(&when, &tm) || strftime(text, CLOCK_TEXT, "%Y-%m-%dT%H:%M:%SZ", &tm) == 0)
        text[0] = '\0';
    return text;
}

const char *clock_write_date(int64_t seconds, char text[CLOCK_TEXT]) {
    clock_write(seconds, text);
    text[strcspn(text, "T")] = '\0';
    return text;
}

const char *clock_write_ms(int64_t ms, char text[CLOCK_TEXT]) {
    clock_write(ms / 1000, text);
    size_t len = strlen(text);
    if (len > 0)
        snprintf(text + len - 1, CLOCK_TEXT - len + 1, ".%03dZ", (int)(ms % 1000));
    return text;
}

const char *clock_write_seconds(int64_t ms, char text[CLOCK_SECONDS_TEXT]) {
    snprintf(text, CLOCK_SECONDS_TEXT, "%" PRId64 ".%03d", ms / 1000, (int)(ms % 1000));
    return text;
}

/* Reads two digits below the bound, -1 on other text. */
static int two_digits(const char *at, int bound) {
    if (at[0] < '0' || at[0] > '9' || at[1] < '0' || at[1] > '9')
        return -1;
    int value = (at[0] - '0') * 10 + at[1] - '0';
    return value < bound ? value : -1;
}

/* Reads what stands behind the seconds: a fraction, "Z", "+hh:mm" or "-hh:mm". -1 on other text. */
static int read_offset(const char *at, int64_t *offset) {
    *offset = 0;
    if (*at == '.' && (at += 1 + strspn(at + 1, "0123456789"))[-1] == '.')
        return -1;
    if (*at == '\0' || strcmp(at, "Z") == 0)
        return 0;
    if ((*at != '+' && *at != '-') || strlen(at) != 6 || at[3] != ':')
        return -1;
    int hours = two_digits(at + 1, 24), minutes = two_digits(at + 4, 60);
    if (hours < 0 || minutes < 0)
        return -1;
    *offset = (*at == '-' ? -1 : 1) * (int64_t)(hours * 3600 + minutes * 60);
    return 0;
}

int clock_read(const char *text, int64_t *seconds) {
    size_t len = strlen(text);
    if (len > 0 && len <= 11 && strspn(text, "0123456789") == len) {
        *seconds = strtoll(text, NULL, 10);
        return 0;
    }
    struct tm tm = {0};
    int64_t offset = 0;
    const char *rest = strptime(text, "%Y-%m-%d", &tm);
    if (!rest || rest - text != 10)
        return -1;
    if (*rest != '\0') {
        rest = *rest == 'T' || *rest == ' ' ? strptime(rest + 1, "%H:%M:%S", &tm) : NULL;
        if (!rest || read_offset(rest, &offset) < 0)
            return -1;
    }
    int day = tm.tm_mday;
    *seconds = (int64_t)timegm(&tm) - offset; /* makes the 3rd of March of a 31st of February */
    return tm.tm_mday == day ? 0 : -1;
}

bool clock_is_date(const char *text) {
    return strlen(text) == 10 && text[4] == '-';
}
