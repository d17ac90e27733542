/* The provider's timers: a binary heap of pointers to timers that know their place in it. */
#include "timers.h"

#include <limits.h>
#include <stdlib.h>
#include <time.h>

#include "base/mem.h"

uint64_t clock_now_us(void) {
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (uint64_t)now.tv_sec * 1000000 + (uint64_t)now.tv_nsec / 1000;
}

static void place(struct timers *timers, struct timer *timer, size_t slot) {
    timers->heap[slot] = timer;
    timer->slot = slot;
}

static void sift_up(struct timers *timers, struct timer *timer, size_t slot) {
    for (; slot > 1 && timers->heap[slot / 2]->due > timer->due; slot /= 2)
        place(timers, timers->heap[slot / 2], slot);
    place(timers, timer, slot);
}

static void sift_down(struct timers *timers, struct timer *timer, size_t slot) {
    for (size_t child; (child = slot * 2) <= timers->count; slot = child) {
        if (child < timers->count && timers->heap[child + 1]->due < timers->heap[child]->due)
            child++;
        if (timers->heap[child]->due >= timer->due)
            break;
        place(timers, timers->heap[child], slot);
    }
    place(timers, timer, slot);
}

void timers_set(struct timers *timers, struct timer *timer, uint64_t due) {
    if (timers->count + 1 >= timers->room) {
        timers->room = timers->room ? timers->room * 2 : 64;
        timers->heap = xrealloc(timers->heap, timers->room * sizeof *timers->heap);
    }
    timer->due = due;
    sift_up(timers, timer, ++timers->count);
}

void timers_clear(struct timers *timers, struct timer *timer) {
    size_t slot = timer->slot;
    if (slot == 0)
        return;
    timer->slot = 0;
    struct timer *last = timers->heap[timers->count--];
    if (last == timer)
        return;
    if (slot > 1 && timers->heap[slot / 2]->due > last->due)
        sift_up(timers, last, slot);
    else
        sift_down(timers, last, slot);
}

struct timer *timers_take(struct timers *timers, uint64_t now) {
    if (timers->count == 0 || timers->heap[1]->due > now)
        return NULL;
    struct timer *timer = timers->heap[1];
    timers_clear(timers, timer);
    return timer;
}

int timers_wait_ms(const struct timers *timers) {
    if (timers->count == 0)
        return -1;
    uint64_t now = clock_now_us(), due = timers->heap[1]->due;
    if (due <= now)
        return 0;
    uint64_t ms = (due - now + 999) / 1000;
    return ms < INT_MAX ? (int)ms : INT_MAX;
}

void timers_free(struct timers *timers) {
    free(timers->heap);
    *timers = (struct timers){0};
}
