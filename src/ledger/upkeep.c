/* The keeper's housekeeping, in a thread of its own. */
#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "base/disk_free.h"
#include "base/log.h"
#include "base/mem.h"
#include "base/thread.h"
#include "ledger/disk.h"
#include "ledger/keeper.h"
#include "ledger/reclaim.h"

#define SWEEP_MS      1000
#define CHECKPOINT_MS 100 /* how often to look whether one is due, while there is work */
#define LOG_FILES_MB  4   /* two log files */
#define LIST_STEP     1024

int upkeep_ballast_mb(const struct ledger *ledger) {
    return ledger->options.cache_kb / 1024 + LOG_FILES_MB;
}

int upkeep_flush(struct ledger *ledger) {
    pthread_mutex_lock(&ledger->working);
    uint64_t mine = ledger->written;
    pthread_mutex_unlock(&ledger->working);
    pthread_mutex_lock(&ledger->flushing);
    if (ledger->flushed < mine && ledger->keeping) {
        pthread_mutex_lock(&ledger->working);
        uint64_t target = ledger->written;
        pthread_mutex_unlock(&ledger->working);
        if (store_flush(ledger->book.store) == 0)
            ledger->flushed = target;
    }
    int rc = ledger->flushed < mine ? -1 : 0;
    pthread_mutex_unlock(&ledger->flushing);
    return rc;
}

/* Below the floor, or without ballast, no call is admitted. */
static void watch_disk(struct ledger *ledger) {
    int floor_mb = ledger->options.disk_floor_mb, ballast_mb = upkeep_ballast_mb(ledger);
    bool refused = store_write_failed(ledger->book.store);
    if (refused && disk_drop_ballast(ledger->directory))
        log_line("ledger: the disk is full: gave up the ballast to go on");
    bool low = refused || disk_is_low(ledger->directory, floor_mb) ||
               !disk_keep_ballast(ledger->directory, ballast_mb, floor_mb);
    pthread_mutex_lock(&ledger->working);
    bool was = ledger->book.low_disk;
    ledger->book.low_disk = low;
    pthread_mutex_unlock(&ledger->working);
    if (low != was)
        log_line(low ? "ledger: the disk is full: no call is admitted until %d MB are free"
                     : "ledger: there is room on the disk again, over %d MB",
                 floor_mb + ballast_mb);
}

static int apply_for_reclaim(void *arg, enum operation op, const unsigned char id[OPERATION_ID],
                             const struct buf *in, struct error *err) {
    struct buf out;
    bool wrote = false;
    struct unpack arguments = unpack_from(in->data ? in->data : "", in->len);
    buf_init(&out, WIRE_BODY_MAX);
    int rc = keeper_apply(arg, op, id, &arguments, &out, &wrote, err);
    buf_free(&out);
    return rc ? -1 : 0;
}

/* The ids of all calls that hold something; the number of them in *count. To be freed. */
static struct call_id *list_holds(struct ledger *ledger, size_t *count) {
    struct call_id *ids = NULL;
    *count = 0;
    pthread_mutex_lock(&ledger->working);
    const struct hold *hold = NULL;
    while (ledger->keeping && (hold = holds_next(ledger->book.holds, hold)) != NULL) {
        if (*count % LIST_STEP == 0)
            ids = xrealloc(ids, (*count + LIST_STEP) * sizeof *ids);
        ids[(*count)++] = hold->id;
    }
    pthread_mutex_unlock(&ledger->working);
    return ids;
}

static bool is_mine(struct ledger *ledger, const unsigned char process[6]) {
    pthread_mutex_lock(&ledger->preparing);
    bool mine = ledger->slot && memcmp(slot_process(ledger->slot), process, 6) == 0;
    pthread_mutex_unlock(&ledger->preparing);
    return mine;
}

/* A hold whose process has no slot any more: its question was answered after its process had been buried. */
static void release_orphans(struct ledger *ledger, const struct reclaim *reclaim) {
    struct error err = {0};
    struct buf none;
    size_t count;
    struct call_id *ids = list_holds(ledger, &count);
    const unsigned char *living = NULL; /* the last process that was seen to live */
    buf_init(&none, 16);
    for (size_t i = 0; i < count; i++) {
        const unsigned char *process = ids[i].bytes + 6;
        if (living && memcmp(process, living, 6) == 0)
            continue;
        if (is_mine(ledger, process) || reclaim_has_slot(reclaim, process))
            living = process;
        else
            apply_for_reclaim(ledger, OP_RELEASE, ids[i].bytes, &none, &err);
    }
    free(ids);
}

void upkeep_sweep(struct ledger *ledger) {
    struct reclaim reclaim = {ledger->directory, apply_for_reclaim, ledger};
    int buried = reclaim_slots(&reclaim);
    if (buried)
        log_line("ledger: settled what %d dead process%s left", buried, buried == 1 ? "" : "es");
    release_orphans(ledger, &reclaim);
}

/* Waits for the next thing to do. Returns whether a sweep was asked for. */
static bool wait_work(struct ledger *ledger, int64_t until, bool *stop) {
    struct timespec deadline = clock_timespec(until);
    pthread_mutex_lock(&ledger->upkeep_lock);
    int rc = 0;
    while (rc == 0 && !ledger->upkeep_stop && !ledger->upkeep_sweep)
        rc = pthread_cond_timedwait(&ledger->upkeep_wake, &ledger->upkeep_lock, &deadline);
    bool sweep = ledger->upkeep_sweep;
    ledger->upkeep_sweep = false;
    *stop = ledger->upkeep_stop;
    pthread_mutex_unlock(&ledger->upkeep_lock);
    return sweep;
}

/* Whether anything was written since the last time. */
static bool has_written(struct ledger *ledger, uint64_t *seen) {
    pthread_mutex_lock(&ledger->working);
    bool written = ledger->written != *seen;
    *seen = ledger->written;
    pthread_mutex_unlock(&ledger->working);
    return written;
}

/* What is done to a database that is not in its place any more would be lost, and its next file cannot be
 * made. */
static bool is_lost(struct ledger *ledger) {
    if (store_in_place(ledger->book.store) || keeper_step_down(ledger) < 0)
        return false;
    log_line("ledger: %s was moved, deleted or replaced while it was open: left it", ledger->directory);
    return true;
}

static void *keep_up(void *arg) {
    struct ledger *ledger = arg;
    int64_t next_flush = 0, next_sweep = 0;
    int flush_ms = ledger->options.flush_each ? SWEEP_MS : ledger->options.flush_ms;
    uint64_t seen = 0;
    bool stop = false;
    while (!stop && !is_lost(ledger)) {
        int64_t now = clock_mono_ms(), step = flush_ms < SWEEP_MS ? flush_ms : SWEEP_MS;
        keeper_settle_batch(ledger);
        if (now >= next_flush && !ledger->options.flush_each) {
            upkeep_flush(ledger);
            next_flush = now + flush_ms;
        }
        if (has_written(ledger, &seen)) {
            pthread_mutex_lock(&ledger->working);
            store_measure(ledger->book.store);
            pthread_mutex_unlock(&ledger->working);
            store_checkpoint(ledger->book.store);
            step = step < CHECKPOINT_MS ? step : CHECKPOINT_MS;
        }
        if (now >= next_sweep) {
            watch_disk(ledger);
            upkeep_sweep(ledger);
            expiry_sweep(ledger);
            keeper_watch_socket(ledger);
            next_sweep = now + SWEEP_MS;
        }
        if (expiry_forget(ledger))
            step = step < CHECKPOINT_MS ? step : CHECKPOINT_MS;
        if (wait_work(ledger, now + step, &stop))
            next_sweep = 0;
    }
    return NULL;
}

int upkeep_start(struct ledger *ledger) {
    pthread_mutex_lock(&ledger->upkeep_lock);
    ledger->upkeep_stop = false;
    pthread_mutex_unlock(&ledger->upkeep_lock);
    return thread_start(&ledger->upkeep, keep_up, ledger);
}

static void wake(struct ledger *ledger, bool stop) {
    pthread_mutex_lock(&ledger->upkeep_lock);
    ledger->upkeep_stop |= stop;
    ledger->upkeep_sweep = true;
    pthread_cond_signal(&ledger->upkeep_wake);
    pthread_mutex_unlock(&ledger->upkeep_lock);
}

void upkeep_stop(struct ledger *ledger) {
    wake(ledger, true);
    pthread_join(ledger->upkeep, NULL);
}

void upkeep_hurry(struct ledger *ledger) {
    wake(ledger, false);
}
