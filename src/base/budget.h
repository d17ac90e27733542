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
    long used = atomic_load_explicit(&budget->used, memory_order_relaxed);
    do
        if (amount > most - used)
            return false;
    while (!atomic_compare_exchange_weak_explicit(&budget->used, &used, used + amount, memory_order_relaxed,
                                                  memory_order_relaxed));
    return true;
}

static inline void budget_give(struct budget *budget, long amount) {
    atomic_fetch_sub_explicit(&budget->used, amount, memory_order_relaxed);
}

#endif
