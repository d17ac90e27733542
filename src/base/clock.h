#ifndef BASE_CLOCK_H
#define BASE_CLOCK_H

#include <stdbool.h>
#include <stdint.h>
#include <time.h>

/* Wall time in milliseconds since 1970 (UTC). May jump. */
int64_t clock_wall_ms(void);

/* Milliseconds that only go forward; for durations and deadlines. */
int64_t clock_mono_ms(void);

/* The monotonic time as the kernel wants it for timed waits on CLOCK_MONOTONIC. */
struct timespec clock_timespec(int64_t mono_ms);

/* "2026-11-21T05:20:20Z" of seconds since 1970. */
#define CLOCK_TEXT 32
const char *clock_write(int64_t seconds, char text[CLOCK_TEXT]);

/* "2026-11-21" of seconds since 1970. */
const char *clock_write_date(int64_t seconds, char text[CLOCK_TEXT]);

/* "2026-11-21T05:20:20.123Z" of milliseconds since 1970, not before. */
const char *clock_write_ms(int64_t ms, char text[CLOCK_TEXT]);

/* "12.345": seconds of milliseconds that are not below zero. */
#define CLOCK_SECONDS_TEXT 32
const char *clock_write_seconds(int64_t ms, char text[CLOCK_SECONDS_TEXT]);

/* Reads seconds since 1970, "2026-11-21", or "2026-11-21T05:20:20Z" (fraction ignored; an offset such as
 * +02:00 is honoured). Returns 0, or -1 when it is none of these. */
int clock_read(const char *text, int64_t *seconds);

/* Whether what clock_read() took was a date without a time. */
bool clock_is_date(const char *text);

#endif
