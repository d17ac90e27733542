/* The keeper's care for the dead and for what the living left to it. */
#include "ledger/reclaim.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/clock.h"
#include "base/log.h"
#include "ledger/slot.h"

#define FRESH_SECONDS 60 /* a slot without its final name is younger than this, or an orphan */

struct mapped {
    int fd;
    struct slot_head *head;
    struct call *calls;
    size_t size;
};

static bool lock_of_dead(int fd) {
    struct flock lock = {.l_type = F_WRLCK, .l_whence = SEEK_SET};
    return fcntl(fd, F_OFD_SETLK, &lock) == 0;
}

static bool makes_sense(const struct mapped *slot) {
    return slot->head->magic == SLOT_MAGIC && slot->head->calls <= slot->size / sizeof *slot->calls - 1;
}

/* Of an open slot: 1 mapped, 0 it makes no sense, -1 with errno. */
static int map_open(struct mapped *slot) {
    struct stat st;
    if (fstat(slot->fd, &st) < 0)
        return -1;
    if (st.st_size < (off_t)sizeof *slot->head)
        return 0;
    slot->size = (size_t)st.st_size;
    void *map = mmap(NULL, slot->size, PROT_READ | PROT_WRITE, MAP_SHARED, slot->fd, 0);
    if (map == MAP_FAILED)
        return -1;
    slot->head = map;
    slot->calls = (struct call *)map + 1;
    if (makes_sense(slot))
        return 1;
    munmap(map, slot->size);
    return 0;
}

/* 1 mapped, 0 there is nothing to be learned from it, -1 with errno. One that makes no sense was spoiled when
 * the machine went down. */
static int map_slot(const char *path, struct mapped *slot) {
    slot->fd = open(path, O_RDWR | O_CLOEXEC | O_NOFOLLOW);
    if (slot->fd < 0)
        return errno == ENOENT ? 0 : -1;
    int mapped = map_open(slot), why = errno;
    if (mapped > 0)
        return 1;
    if (mapped == 0 && lock_of_dead(slot->fd)) {
        log_line("ledger: %s is of another version or spoiled: the calls in it are not charged", path);
        unlink(path);
    }
    close(slot->fd);
    errno = why;
    return mapped;
}

static void unmap_slot(struct mapped *slot) {
    munmap(slot->head, slot->size);
    close(slot->fd);
}

static void interrupt(struct call *call) {
    call->outcome = CALL_INTERRUPTED;
    call->estimated = true;
    call->status = 0;
    call->fault = FAULT_NONE;
    /* Less than 0 after a restart of the machine. */
    if (__builtin_sub_overflow(clock_mono_ms(), call->terms.started, &call->duration))
        call->duration = 0;
}

/* A call of which nobody knows what it held cannot be charged to anybody. */
static int settle(const struct reclaim *reclaim, const struct call *call, bool interrupted) {
    struct error err = {0};
    struct call ended;
    struct buf in;
    if (!call_recover(call, &ended)) {
        log_line("ledger: a call left a record that is spoiled: it is not charged");
        return 0;
    }
    if (interrupted || ended.outcome < 0 || ended.outcome >= CALL__MAX)
        interrupt(&ended);
    ended.cost = price_cost(&ended.terms.price, ended.terms.per_mille, &ended.used.usage);
    buf_init(&in, 4096);
    call_pack_result(&ended, &in);
    int rc = reclaim->apply(reclaim->arg, OP_SETTLE, call->id.bytes, &in, &err);
    buf_free(&in);
    if (rc < 0 && err.kind == ERR_NOT_FOUND) {
        log_line("%s: it is not charged", err.message);
        return 0;
    }
    return rc;
}

static int release(const struct reclaim *reclaim, const struct call *call) {
    struct error err = {0};
    struct buf in;
    buf_init(&in, 16);
    return reclaim->apply(reclaim->arg, OP_RELEASE, call->id.bytes, &in, &err);
}

static int finish_call(const struct reclaim *reclaim, const struct call *call, enum call_state state) {
    switch (state) {
    case CALL_OPEN:
    case CALL_VOID:
    case CALL_GRANTED:
    case CALL_LEFT_OPEN:
        return release(reclaim, call);
    case CALL_FORWARDED:
        return settle(reclaim, call, true);
    case CALL_ENDED:
    case CALL_LEFT_ENDED:
        return settle(reclaim, call, false);
    case CALL_FREE:
        break;
    }
    return 0;
}

/* Whether a living process has left that call to the keeper, and for good. */
static bool is_left(const struct call *call, enum call_state state) {
    return state == CALL_LEFT_ENDED ||
           (state == CALL_LEFT_OPEN && clock_mono_ms() - CALL_RESERVE_MS > call->terms.started);
}

static int finish_dead(const struct reclaim *reclaim, struct mapped *slot) {
    for (uint32_t i = 0; i < slot->head->calls; i++) {
        if (finish_call(reclaim, &slot->calls[i], atomic_load(&slot->calls[i].state)) < 0)
            return -1;
        atomic_store(&slot->calls[i].state, CALL_FREE); /* not again, if the next one fails */
    }
    return 0;
}

static void finish_left(const struct reclaim *reclaim, struct mapped *slot) {
    uint32_t left = atomic_load(&slot->head->left);
    for (uint32_t i = 0; left > 0 && i < slot->head->calls; i++) {
        struct call *call = &slot->calls[i];
        enum call_state state = atomic_load(&call->state);
        if (!is_left(call, state) || finish_call(reclaim, call, state) < 0)
            continue;
        atomic_store(&call->state, CALL_FREE); /* first: a count too high only means a look in vain */
        atomic_fetch_sub(&slot->head->left, 1);
        left--;
    }
}

/* 1 if a dead process was buried. */
static int look_at(const struct reclaim *reclaim, const char *name) {
    char path[4096];
    struct mapped slot;
    struct stat st;
    snprintf(path, sizeof path, "%s/slots/%s", reclaim->directory, name);
    if (strlen(name) != SLOT_NAME - 1) {
        if (stat(path, &st) == 0 && st.st_mtime + FRESH_SECONDS < time(NULL))
            unlink(path);
        return 0;
    }
    if (map_slot(path, &slot) <= 0)
        return 0;
    bool buried = false;
    if (!lock_of_dead(slot.fd))
        finish_left(reclaim, &slot);
    else if (finish_dead(reclaim, &slot) == 0)
        buried = unlink(path) == 0;
    unmap_slot(&slot);
    return buried;
}

static int tell_holds(const struct mapped *slot,
                      int (*found)(void *arg, const struct hold *hold, struct error *err), void *arg,
                      struct error *err) {
    struct hold hold;
    for (uint32_t i = 0; i < slot->head->calls; i++)
        if (call_inspect(&slot->calls[i], &hold) && found(arg, &hold, err) < 0)
            return -1;
    return 0;
}

static int unreadable(const char *path, struct error *err) {
    return error_set(err, ERR_UNAVAILABLE, "ledger: cannot read %s: %s", path, strerror(errno));
}

int reclaim_holds(const char *directory, int (*found)(void *arg, const struct hold *hold, struct error *err),
                  void *arg, struct error *err) {
    char path[4096];
    struct mapped slot;
    snprintf(path, sizeof path, "%s/slots", directory);
    DIR *dir = opendir(path);
    if (!dir)
        return errno == ENOENT ? 0 : unreadable(path, err);
    int rc = 0;
    for (struct dirent *entry; rc == 0 && (entry = readdir(dir)) != NULL;) {
        if (strlen(entry->d_name) != SLOT_NAME - 1)
            continue;
        snprintf(path, sizeof path, "%s/slots/%s", directory, entry->d_name);
        int mapped = map_slot(path, &slot);
        if (mapped < 0)
            rc = unreadable(path, err);
        if (mapped <= 0)
            continue;
        rc = tell_holds(&slot, found, arg, err);
        unmap_slot(&slot);
    }
    closedir(dir);
    return rc;
}

int reclaim_slots(const struct reclaim *reclaim) {
    char path[4096];
    snprintf(path, sizeof path, "%s/slots", reclaim->directory);
    DIR *dir = opendir(path);
    if (!dir)
        return 0;
    int buried = 0;
    for (struct dirent *entry; (entry = readdir(dir)) != NULL;)
        if (entry->d_name[0] != '.')
            buried += look_at(reclaim, entry->d_name);
    closedir(dir);
    return buried;
}

bool reclaim_has_slot(const struct reclaim *reclaim, const unsigned char process[6]) {
    char path[4096], name[SLOT_NAME];
    secret_hex(process, 6, name);
    snprintf(path, sizeof path, "%s/slots/%s", reclaim->directory, name);
    if (access(path, F_OK) == 0 || errno != ENOENT)
        return true;
    snprintf(path, sizeof path, "%s/slots", reclaim->directory);
    return access(path, F_OK) != 0; /* nothing can be seen there now */
}
