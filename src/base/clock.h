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

/* Reads seconds since 1970, "2026-11-21", or "2026-11-21T05:20:20Z" (fraction ignored; an offset such as
 * +02:00 is honoured). Returns 0, or -1 when it is none of these. */
int clock_read(const char *text, int64_t *seconds);

/* Whether what clock_read() took was a date without a time. */
bool clock_is_date(const char *text);

#endif
