#ifndef PROVIDER_TIMERS_H
#define PROVIDER_TIMERS_H

#include <stddef.h>
#include <stdint.h>

/* Many one-shot timers, the next one always at hand. Times are microseconds of CLOCK_MONOTONIC. */
struct timer {
    uint64_t due;
    size_t slot; /* where it is in the heap, from 1; 0: not set */
    void *owner;
};

struct timers {
    struct timer **heap; /* heap[1] is the first one due */
    size_t count, room;
};

uint64_t clock_now_us(void);

/* Sets a timer that is not set. It must stay where it is until it is cleared or taken. */
void timers_set(struct timers *timers, struct timer *timer, uint64_t due);

/* Clears a timer; one that is not set is left alone. */
void timers_clear(struct timers *timers, struct timer *timer);

/* Takes out a timer that is due at the time `now`; NULL if there is none. */
struct timer *timers_take(struct timers *timers, uint64_t now);

/* Milliseconds until the next one, rounded up, as epoll_wait() wants it; -1 without any. */
int timers_wait_ms(const struct timers *timers);

void timers_free(struct timers *timers);

#endif
