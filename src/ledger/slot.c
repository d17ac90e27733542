/* This process's slot: its running calls, in a file that outlives it. */
#include "ledger/slot.h"

#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/clock.h"
#include "base/mem.h"
#include "base/secret.h"
#include "ledger/record.h"

struct slot {
    struct slot *older; /* whose file is not in its place any more */
    int fd;
    struct slot_head *head;
    struct call *calls; /* behind the head */
    size_t size;
    char name[SLOT_NAME];
    char path[4096];
    _Atomic uint32_t counter;
    pthread_mutex_t lock;
    uint32_t *idle; /* stack of free records: the last used one is warm */
    uint32_t idle_count;
};

static int lock_whole(int fd) {
    struct flock lock = {.l_type = F_WRLCK, .l_whence = SEEK_SET};
    return fcntl(fd, F_OFD_SETLK, &lock);
}

static int map(struct slot *slot) {
    int rc = posix_fallocate(slot->fd, 0, (off_t)slot->size);
    if (rc != 0) {
        errno = rc;
        return -1;
    }
    void *bytes = mmap(NULL, slot->size, PROT_READ | PROT_WRITE, MAP_SHARED, slot->fd, 0);
    if (bytes == MAP_FAILED)
        return -1;
    slot->head = bytes;
    slot->calls = (struct call *)bytes + 1;
    slot->head->magic = SLOT_MAGIC;
    slot->head->calls = slot->idle_count;
    secret_unhex(slot->name, slot->head->process, sizeof slot->head->process);
    return 0;
}

/* Locked before it gets its name, so that nobody takes it for a dead process's. */
static int create(struct slot *slot, const char *directory) {
    char fresh[4096];
    snprintf(fresh, sizeof fresh, "%s/slots/new.%s", directory, slot->name);
    snprintf(slot->path, sizeof slot->path, "%s/slots/%s", directory, slot->name);
    slot->fd = open(fresh, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (slot->fd < 0)
        return -1;
    if (lock_whole(slot->fd) == 0 && map(slot) == 0 && rename(fresh, slot->path) == 0)
        return 0;
    int why = errno;
    if (slot->head)
        munmap(slot->head, slot->size);
    unlink(fresh);
    close(slot->fd);
    errno = why;
    return -1;
}

struct slot *slot_new(const char *directory, int calls, struct error *err) {
    char path[4096];
    unsigned char process[6];
    snprintf(path, sizeof path, "%s/slots", directory);
    if (mkdir(path, 0700) < 0 && errno != EEXIST) {
        error_set(err, ERR_UNAVAILABLE, "ledger: cannot create %s: %s", path, strerror(errno));
        return NULL;
    }
    struct slot *slot = xcalloc(1, sizeof *slot);
    secret_random(process, sizeof process);
    secret_hex(process, sizeof process, slot->name);
    slot->idle_count = (uint32_t)calls;
    slot->size = ((size_t)calls + 1) * sizeof(struct call);
    if (create(slot, directory) < 0) {
        error_set(err, ERR_UNAVAILABLE, "ledger: cannot make a slot in %s: %s", path, strerror(errno));
        free(slot);
        return NULL;
    }
    slot->idle = xcalloc((size_t)calls, sizeof *slot->idle);
    for (uint32_t i = 0; i < slot->idle_count; i++)
        slot->idle[i] = slot->idle_count - 1 - i;
    pthread_mutex_init(&slot->lock, NULL);
    return slot;
}

bool slot_in_place(const struct slot *slot) {
    struct stat own, now;
    return fstat(slot->fd, &own) == 0 && stat(slot->path, &now) == 0 && own.st_dev == now.st_dev &&
           own.st_ino == now.st_ino;
}

void slot_follow(struct slot *slot, struct slot *older) {
    slot->older = older;
}

/* The one that the call stands in. */
static struct slot *slot_of(struct slot *slot, const struct call *call) {
    while (call < slot->calls || call >= slot->calls + slot->head->calls)
        slot = slot->older;
    return slot;
}

void slot_free(struct slot *slot) {
    if (!slot)
        return;
    slot_free(slot->older);
    bool calls = false;
    for (uint32_t i = 0; i < slot->head->calls && !calls; i++)
        calls = atomic_load(&slot->calls[i].state) != CALL_FREE;
    if (!calls)
        unlink(slot->path);
    munmap(slot->head, slot->size);
    close(slot->fd);
    pthread_mutex_destroy(&slot->lock);
    free(slot->idle);
    free(slot);
}

const unsigned char *slot_process(const struct slot *slot) {
    return slot->head->process;
}

static void make_id(struct slot *slot, struct call_id *id) {
    uint32_t counter = atomic_fetch_add(&slot->counter, 1);
    record_id_time(id->bytes, clock_wall_ms());
    memcpy(id->bytes + 6, slot->head->process, 6);
    for (int i = 15; i >= 12; i--, counter >>= 8)
        id->bytes[i] = (unsigned char)counter;
}

/* Records that the keeper has finished are free again, though nobody gave them back. */
static void collect_finished(struct slot *slot) {
    for (uint32_t i = 0; i < slot->head->calls; i++) {
        uint32_t state = atomic_load(&slot->calls[i].state);
        if (state == CALL_FREE)
            slot->idle[slot->idle_count++] = i;
    }
}

struct call *slot_take(struct slot *slot) {
    pthread_mutex_lock(&slot->lock);
    if (slot->idle_count == 0)
        collect_finished(slot);
    struct call *call = slot->idle_count ? &slot->calls[slot->idle[--slot->idle_count]] : NULL;
    if (call) {
        memset((char *)call + sizeof call->state, 0, sizeof *call - sizeof call->state);
        make_id(slot, &call->id);
        call->terms.started = clock_mono_ms();
        atomic_store(&call->state, CALL_OPEN);
    }
    pthread_mutex_unlock(&slot->lock);
    return call;
}

void slot_give_back(struct slot *slot, struct call *call) {
    slot = slot_of(slot, call);
    pthread_mutex_lock(&slot->lock);
    atomic_store(&call->state, CALL_FREE);
    slot->idle[slot->idle_count++] = (uint32_t)(call - slot->calls);
    pthread_mutex_unlock(&slot->lock);
}

void slot_leave(struct slot *slot, struct call *call, enum call_state state) {
    atomic_store(&call->state, state);
    atomic_fetch_add(&slot_of(slot, call)->head->left, 1);
}

const struct call_id *call_id(const struct call *call) {
    return &call->id;
}

static uint64_t add_words(uint64_t sum, const void *bytes, size_t len) {
    uint64_t word;
    for (size_t at = 0; at < len; at += sizeof word) {
        memcpy(&word, (const char *)bytes + at, sizeof word);
        sum = (sum ^ word) * UINT64_C(0x9e3779b97f4a7c15);
        sum ^= sum >> 32;
    }
    return sum;
}

/*
 * The check sum of a part of a call's record. A hash of the library would cost several times as much, and
 * this is paid for each event of a stream. Each step can be undone, so that two texts that differ in one word
 * never have the same sum; others have it once in 2^64 times. Not meant against those who can write the file.
 */
static uint64_t sum_of(const struct call *call, const void *bytes, size_t len) {
    return add_words(add_words(1, call->id.bytes, sizeof call->id), bytes, len);
}

bool call_granted(struct call *call, const struct hold *hold) {
    uint32_t open = CALL_OPEN;
    struct call_terms *terms = &call->terms;
    terms->user = hold->user;
    terms->key = hold->key;
    terms->rule = hold->rule;
    terms->amount = hold->amount;
    terms->tokens = hold->tokens;
    terms->admitted = hold->admitted;
    terms->per_mille = hold->per_mille;
    memcpy(terms->group, hold->group, sizeof terms->group);
    call->terms_sum = sum_of(call, terms, sizeof *terms);
    if (atomic_compare_exchange_strong(&call->state, &open, CALL_GRANTED))
        return true;
    atomic_store(&call->state, CALL_OPEN);
    return false;
}

struct hold call_held(const struct call *call) {
    struct hold hold = {
        .id = call->id,
        .user = call->terms.user,
        .key = call->terms.key,
        .rule = call->terms.rule,
        .amount = call->terms.amount,
        .tokens = call->terms.tokens,
        .admitted = call->terms.admitted,
        .per_mille = (int)call->terms.per_mille,
    };
    snprintf(hold.group, sizeof hold.group, "%.*s", GROUP_TEXT - 1, call->terms.group);
    return hold;
}

static bool holds_something(uint32_t state) {
    return state == CALL_GRANTED || state == CALL_FORWARDED || state == CALL_ENDED ||
           state == CALL_LEFT_ENDED;
}

static bool terms_fit(const struct call *call) {
    return call->terms_sum == sum_of(call, &call->terms, sizeof call->terms);
}

static bool used_fits(const struct call *call, const struct call_used *used) {
    return used->sum == sum_of(call, &used->usage, sizeof used->usage);
}

bool call_inspect(struct call *call, struct hold *hold) {
    uint32_t state = CALL_OPEN;
    bool voided = atomic_compare_exchange_strong(&call->state, &state, CALL_VOID);
    if (voided || !holds_something(state))
        return false;
    struct call copy = *call;
    *hold = call_held(&copy);
    /* What was read is of one call: if that one ended meanwhile, no other can have been granted. */
    atomic_thread_fence(memory_order_acquire);
    return holds_something(atomic_load(&call->state)) && terms_fit(&copy);
}

bool call_recover(const struct call *call, struct call *copy) {
    *copy = *call;
    bool whole = terms_fit(copy);
    if (!used_fits(copy, &copy->used))
        copy->used = copy->before; /* the process died while it wrote the other */
    copy->terms.provider[sizeof copy->terms.provider - 1] = '\0';
    copy->terms.model[sizeof copy->terms.model - 1] = '\0';
    copy->terms.target[sizeof copy->terms.target - 1] = '\0';
    return whole && used_fits(copy, &copy->used);
}

int64_t call_tokens(const struct call *call) {
    return call->used.usage.prompt + call->used.usage.output;
}

void call_pack_result(const struct call *call, struct buf *out) {
    pack_u(out, (uint64_t)call->outcome);
    record_pack_usage(out, &call->used.usage);
    pack_u(out, (uint64_t)call->estimated);
    pack_i(out, call->status);
    pack_i(out, call->duration);
    pack_i(out, call->cost);
    pack_u(out, (uint64_t)call->terms.stream);
    pack_text(out, call->terms.provider);
    pack_text(out, call->terms.model);
    pack_i(out, call->first);
    struct hold held = call_held(call);
    record_pack_hold(out, &held);
    pack_text(out, call->terms.target);
    pack_u(out, (uint64_t)call->fault);
    pack_i(out, call->fault_status);
}

void call_forwarded(struct call *call) {
    atomic_store(&call->state, CALL_FORWARDED);
}

void call_progress(struct call *call, const struct usage *usage) {
    call->before = call->used;
    atomic_signal_fence(memory_order_seq_cst); /* at any moment one of the two is whole */
    call->used.usage = *usage;
    usage_limit(&call->used.usage);
    call->used.sum = sum_of(call, &call->used.usage, sizeof call->used.usage);
}
