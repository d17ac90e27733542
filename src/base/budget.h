#ifndef BASE_BUDGET_H
#define BASE_BUDGET_H

#include <stdatomic.h>
#include <stdbool.h>

/* What all threads of a process may have of something together. */
struct budget {
    atomic_long used;
};

/* Takes that much if all of it stays within `most`. */
static inline bool budget_take(struct budget *budget, long amount, long most) {
    long used = atomic_fetch_add_explicit(&budget->used, amount, memory_order_relaxed);
    if (used + amount <= most)
        return true;
    atomic_fetch_sub_explicit(&budget->used, amount, memory_order_relaxed);
    return false;
}

static inline void budget_give(struct budget *budget, long amount) {
    atomic_fetch_sub_explicit(&budget->used, amount, memory_order_relaxed);
}

#endif
