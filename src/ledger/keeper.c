/* The role of the keeper: election, hand-over, and the way of an operation to whoever has it. */
#include "ledger/keeper.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

#include "base/clock.h"
#include "base/disk_free.h"
#include "base/log.h"
#include "base/thread.h"
#include "ledger/disk.h"
#include "ledger/reclaim.h"

#define TRIES       3 /* keepers that an operation may see die; it may be what kills them */
#define BACKLOG     1024
#define RECOVERY_MB 8   /* less free space than this, and the ballast is given up before recovery */
#define LEAVE_MB    2   /* less free space than this, and the database is left without closing it */
#define REST_MS     500 /* between attempts to become keeper that fail: a recovery is work */

static int unavailable(struct error *err, const char *what, const char *path) {
    return error_set(err, ERR_UNAVAILABLE, "ledger: %s %s: %s", what, path, strerror(errno));
}

static int open_directory(struct ledger *ledger, struct error *err) {
    const char *path = ledger->directory;
    struct stat st;
    if (ledger->options.make && mkdir(path, 0700) < 0 && errno != EEXIST)
        return unavailable(err, "cannot create", path);
    int fd = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (fd < 0 && errno == ENOENT)
        return store_find(path, err);
    if (fd < 0)
        return unavailable(err, "cannot open", path);
    if (fstat(fd, &st) == 0 && st.st_uid != geteuid())
        error_set(err, ERR_UNAVAILABLE, "ledger: %s belongs to user %d, this process runs as %d", path,
                  (int)st.st_uid, (int)geteuid());
    else if (faccessat(fd, ".", W_OK | X_OK, AT_EACCESS) < 0)
        unavailable(err, "cannot write in", path);
    else if (ledger->options.make || store_find(path, err) == 0)
        return fd;
    close(fd);
    return -1;
}

/* Whether another directory stands at the path than the one that was opened, or none. */
static bool directory_replaced(const struct ledger *ledger) {
    struct stat opened, now;
    if (fstat(ledger->directory_fd, &opened) < 0)
        return true;
    if (stat(ledger->directory, &now) < 0)
        return errno == ENOENT || errno == ENOTDIR;
    return now.st_dev != opened.st_dev || now.st_ino != opened.st_ino;
}

/* With `preparing` held. */
static int prepare(struct ledger *ledger, struct error *err) {
    if (ledger->directory_fd < 0) {
        ledger->directory_fd = open_directory(ledger, err);
        ledger->slot_lost = ledger->directory_fd >= 0 && ledger->slot && !slot_in_place(ledger->slot);
    }
    return ledger->directory_fd < 0 ? -1 : 0;
}

/* With `electing` held, by who is not the keeper: opens the data directory that stands there now. */
static int find_directory(struct ledger *ledger, struct error *err) {
    pthread_mutex_lock(&ledger->preparing);
    if (ledger->directory_fd >= 0 && directory_replaced(ledger)) {
        close(ledger->directory_fd);
        ledger->directory_fd = -1;
    }
    int rc = prepare(ledger, err);
    pthread_mutex_unlock(&ledger->preparing);
    return rc;
}

struct slot *keeper_slot(struct ledger *ledger, struct error *err) {
    pthread_mutex_lock(&ledger->preparing);
    struct slot *slot = prepare(ledger, err) < 0 ? NULL : ledger->slot;
    if (ledger->directory_fd >= 0 && (!slot || ledger->slot_lost)) {
        struct slot *fresh = slot_new(ledger->directory, ledger->options.calls, err);
        if (fresh) {
            slot_follow(fresh, slot);
            ledger->slot = fresh;
            ledger->slot_lost = false;
        }
        slot = fresh;
    }
    pthread_mutex_unlock(&ledger->preparing);
    return slot;
}

/* ---- as the keeper -------------------------------------------------------- */

/* One at a time; who waited longest comes first. */
static void enter(struct ledger *ledger) {
    pthread_mutex_lock(&ledger->next);
    pthread_mutex_lock(&ledger->working);
    pthread_mutex_unlock(&ledger->next);
}

static void leave(struct ledger *ledger) {
    pthread_mutex_unlock(&ledger->working);
}

bool keeper_make_room(struct ledger *ledger) {
    if (!store_write_failed(ledger->book.store))
        return false;
    ledger->book.low_disk = true;
    if (!disk_drop_ballast(ledger->directory))
        return false;
    log_line("ledger: the disk is full: gave up the ballast to go on");
    return true;
}

void keeper_settle_batch(struct ledger *ledger) {
    enter(ledger);
    if (ledger->keeping)
        batch_settle(ledger);
    leave(ledger);
}

static void catch_up(void *arg) {
    batch_settle(arg);
}

int keeper_apply(struct ledger *ledger, enum operation op, const unsigned char id[OPERATION_ID],
                 struct unpack *in, struct buf *out, bool *wrote, struct error *err) {
    int rc = KEEPER_NOT_ME;
    bool wrote_now = false;
    enter(ledger);
    if (ledger->keeping) {
        struct unpack again = *in;
        struct error first = {0};
        rc = book_apply(&ledger->book, op, id, in, out, &wrote_now, &first);
        if (rc < 0 && keeper_make_room(ledger)) {
            *in = again;
            first = (struct error){0};
            rc = book_apply(&ledger->book, op, id, in, out, &wrote_now, &first);
        }
        if (rc < 0 && err->kind == ERR_NONE)
            *err = first;
        ledger->written += wrote_now;
    }
    leave(ledger);
    *wrote |= wrote_now;
    return rc;
}

static int apply_for_peer(void *arg, enum operation op, const unsigned char id[OPERATION_ID],
                          struct unpack *in, struct buf *out, bool *wrote, struct error *err) {
    int rc = keeper_apply(arg, op, id, in, out, wrote, err);
    return rc == KEEPER_NOT_ME ? error_set(err, ERR_UNAVAILABLE, "ledger: the keeper is handing over") : rc;
}

static int written_for_peers(void *arg) {
    struct ledger *ledger = arg;
    return ledger->options.flush_each ? upkeep_flush(ledger) : 0;
}

static void hurry_for_peer(void *arg) {
    upkeep_hurry(arg);
}

static void *hand_over_thread(void *arg) {
    struct ledger *ledger = arg;
    keeper_hand_over(ledger);
    pthread_mutex_lock(&ledger->stepping);
    ledger->steps_down--;
    pthread_cond_broadcast(&ledger->stepped);
    pthread_mutex_unlock(&ledger->stepping);
    return NULL;
}

int keeper_step_down(struct ledger *ledger) {
    pthread_t thread;
    pthread_mutex_lock(&ledger->stepping);
    int rc = thread_start(&thread, hand_over_thread, ledger);
    if (rc == 0) {
        ledger->steps_down++;
        pthread_detach(thread);
    }
    pthread_mutex_unlock(&ledger->stepping);
    return rc;
}

void keeper_stepped_down(struct ledger *ledger) {
    pthread_mutex_lock(&ledger->stepping);
    while (ledger->steps_down > 0)
        pthread_cond_wait(&ledger->stepped, &ledger->stepping);
    pthread_mutex_unlock(&ledger->stepping);
}

static void step_down_for_peer(void *arg) {
    keeper_step_down(arg);
}

/* ---- taking and giving the role ------------------------------------------- */

static int try_lock(int fd) {
    struct flock lock = {.l_type = F_WRLCK, .l_whence = SEEK_SET};
    return fcntl(fd, F_OFD_SETLK, &lock);
}

static void lock_path(const struct ledger *ledger, char path[4096]) {
    snprintf(path, 4096, "%s/lock", ledger->directory);
}

/* A second description of the same file must not get the lock: on some network file systems it does. */
static int prove_lock(const char *path, struct error *err) {
    int fd = open(path, O_RDWR | O_CLOEXEC);
    if (fd < 0)
        return unavailable(err, "cannot open", path);
    bool works = try_lock(fd) < 0;
    close(fd);
    return works ? 0 : error_set(err, ERR_UNAVAILABLE, "ledger: file locks do not work for %s", path);
}

static void sign_lock(int fd) {
    char text[320], host[256] = "";
    gethostname(host, sizeof host - 1);
    int len = snprintf(text, sizeof text, "process %d on %s\n", (int)getpid(), host);
    /* In this order it works on a full disk. */
    if (pwrite(fd, text, (size_t)len, 0) < 0 || ftruncate(fd, len) < 0)
        log_line("ledger: cannot write into the lock file: %s", strerror(errno));
}

/* The lock's descriptor, -1 if somebody else holds it, -2 with err. */
static int take_lock(struct ledger *ledger, struct error *err) {
    char path[4096];
    lock_path(ledger, path);
    int fd = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (fd < 0) {
        unavailable(err, "cannot open", path);
        return -2;
    }
    if (try_lock(fd) < 0) {
        int why = errno;
        close(fd);
        if (why == EAGAIN || why == EACCES)
            return -1;
        errno = why;
        unavailable(err, "cannot lock", path);
        return -2;
    }
    if (prove_lock(path, err) < 0) {
        close(fd);
        return -2;
    }
    sign_lock(fd);
    return fd;
}

/* Listens under a new name and puts it in the place of the old socket: only for the holder of the lock. */
static int open_socket(struct ledger *ledger, struct error *err) {
    static const char fresh[] = WIRE_SOCKET ".new";
    struct sockaddr_un address;
    int fd = socket(AF_UNIX, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
    unlinkat(ledger->directory_fd, fresh, 0);
    bool bound = fd >= 0 && wire_address(ledger->directory_fd, ledger->directory, fresh, &address) == 0 &&
                 bind(fd, (struct sockaddr *)&address, sizeof address) == 0 &&
                 fchmodat(ledger->directory_fd, fresh, 0600, 0) == 0;
    struct stat st;
    if (bound && listen(fd, BACKLOG) == 0 && fstatat(ledger->directory_fd, fresh, &st, 0) == 0 &&
        renameat(ledger->directory_fd, fresh, ledger->directory_fd, WIRE_SOCKET) == 0) {
        ledger->socket_device = st.st_dev;
        ledger->socket_inode = st.st_ino;
        return fd;
    }
    unavailable(err, "cannot listen in", ledger->directory);
    if (fd >= 0)
        close(fd);
    return -1;
}

void keeper_watch_socket(struct ledger *ledger) {
    struct stat now;
    struct error err = {0};
    if (fstatat(ledger->directory_fd, WIRE_SOCKET, &now, AT_SYMLINK_NOFOLLOW) == 0 &&
        now.st_dev == ledger->socket_device && now.st_ino == ledger->socket_inode)
        return;
    int listener = open_socket(ledger, &err);
    if (listener >= 0)
        service_move(ledger->service, listener);
    log_line("%s", listener >= 0 ? "ledger: the keeper's socket was removed or replaced: made it anew"
                                 : err.message);
}

static int hold_again(void *arg, const struct hold *hold, struct error *err) {
    return book_hold_again(arg, hold, err);
}

static int open_book(struct ledger *ledger, struct error *err) {
    int64_t free_mb = disk_free_mb(ledger->directory);
    if (free_mb >= 0 && free_mb < RECOVERY_MB)
        disk_drop_ballast(ledger->directory);
    struct book book;
    if (book_open(&book, ledger->directory, ledger->options.make, ledger->options.cache_kb, err) < 0)
        return -1;
    if (reclaim_holds(ledger->directory, hold_again, &book, err) < 0) {
        book_close(&book, false);
        return -1;
    }
    book.low_disk =
        (free_mb >= 0 && free_mb < ledger->options.disk_floor_mb) ||
        !disk_keep_ballast(ledger->directory, upkeep_ballast_mb(ledger), ledger->options.disk_floor_mb);
    book.retention_days = ledger->options.retention_days;
    book.catch_up = catch_up;
    book.catch_up_arg = ledger;
    pthread_mutex_lock(&ledger->working);
    ledger->book = book;
    ledger->keeping = true;
    batch_open(ledger);
    pthread_mutex_unlock(&ledger->working);
    return 0;
}

static void shut_book(struct ledger *ledger) {
    int64_t free_mb = disk_free_mb(ledger->directory);
    if (free_mb >= 0 && free_mb < LEAVE_MB && disk_drop_ballast(ledger->directory))
        free_mb = disk_free_mb(ledger->directory);
    bool leave = (free_mb >= 0 && free_mb < LEAVE_MB) || !store_in_place(ledger->book.store);
    pthread_mutex_lock(&ledger->flushing);
    pthread_mutex_lock(&ledger->working);
    batch_close(ledger);
    ledger->keeping = false;
    struct book book = ledger->book;
    ledger->book = (struct book){0};
    pthread_mutex_unlock(&ledger->working);
    book_close(&book, leave);
    if (!leave)
        ledger->flushed = ledger->written; /* a close puts everything on the disk */
    pthread_mutex_unlock(&ledger->flushing);
}

/* The threads of the role. The listener is theirs from here on. */
static int start_threads(struct ledger *ledger, int listener, struct error *err) {
    struct service_owner owner = {apply_for_peer, written_for_peers, hurry_for_peer, step_down_for_peer,
                                  ledger};
    ledger->service = service_start(listener, &owner);
    if (!ledger->service) {
        close(listener);
        return error_set(err, ERR_UNAVAILABLE, "ledger: no thread or descriptor to be had");
    }
    if (upkeep_start(ledger) == 0)
        return 0;
    service_stop(ledger->service);
    return error_set(err, ERR_UNAVAILABLE, "ledger: no thread to be had");
}

static int open_role(struct ledger *ledger, struct error *err) {
    int listener = open_socket(ledger, err);
    if (listener < 0)
        return -1;
    if (open_book(ledger, err) < 0) {
        close(listener);
        return -1;
    }
    upkeep_sweep(ledger);
    if (start_threads(ledger, listener, err) == 0)
        return 0;
    shut_book(ledger);
    return -1;
}

/* With the lock in hand: listens first, so that others wait instead of asking again; then recovers. */
static int become_keeper(struct ledger *ledger, int lock, struct error *err) {
    if (open_role(ledger, err) == 0) {
        ledger->lock_fd = lock;
        return 0;
    }
    close(lock);
    ledger->failure = *err;
    ledger->rest_until = clock_mono_ms() + REST_MS;
    return -1;
}

void keeper_hand_over(struct ledger *ledger) {
    pthread_mutex_lock(&ledger->electing);
    if (ledger->lock_fd >= 0) {
        upkeep_stop(ledger); /* which uses the service */
        service_stop(ledger->service);
        shut_book(ledger);
        close(ledger->lock_fd);
        ledger->lock_fd = -1;
    }
    pthread_mutex_unlock(&ledger->electing);
}

/* ---- finding the keeper ---------------------------------------------------- */

static struct link *connect_keeper(struct ledger *ledger, int64_t deadline) {
    struct sockaddr_un address;
    if (wire_address(ledger->directory_fd, ledger->directory, WIRE_SOCKET, &address) < 0)
        return NULL;
    int fd = socket(AF_UNIX, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
    if (fd < 0)
        return NULL;
    if (connect(fd, (struct sockaddr *)&address, sizeof address) == 0)
        return link_new(fd, deadline);
    close(fd);
    return NULL;
}

static int say_unreachable(struct ledger *ledger, struct error *err) {
    char path[4096], holder[300] = "";
    lock_path(ledger, path);
    int fd = open(path, O_RDONLY | O_CLOEXEC);
    ssize_t n = fd >= 0 ? read(fd, holder, sizeof holder - 1) : 0;
    if (fd >= 0)
        close(fd);
    holder[n > 0 ? n : 0] = '\0';
    holder[strcspn(holder, "\n")] = '\0';
    return error_set(err, ERR_UNAVAILABLE, "ledger: locked by %s, which does not answer here",
                     *holder ? holder : "another process");
}

static void nap(void) {
    unsigned char random;
    secret_random(&random, 1);
    usleep(2000 + random * 60);
}

int keeper_reach(struct ledger *ledger, int64_t deadline, struct link **link, struct error *err) {
    struct timespec until = clock_timespec(deadline);
    if (pthread_mutex_clocklock(&ledger->electing, CLOCK_MONOTONIC, &until) != 0)
        return say_unreachable(ledger, err);
    int result = -1;
    for (;;) {
        if (ledger->lock_fd >= 0) {
            result = 1;
            break;
        }
        if (ledger->link && link_dead(ledger->link)) {
            link_release(ledger->link);
            ledger->link = NULL;
        }
        if (!ledger->link && find_directory(ledger, err) < 0)
            break;
        if (!ledger->link)
            ledger->link = connect_keeper(ledger, deadline);
        if (ledger->link) {
            *link = link_hold(ledger->link);
            result = 0;
            break;
        }
        if (clock_mono_ms() < ledger->rest_until) {
            if (err->kind == ERR_NONE)
                *err = ledger->failure;
            break;
        }
        if (!ledger->options.make && store_find(ledger->directory, err) < 0)
            break;
        int lock = take_lock(ledger, err);
        if (lock >= 0)
            result = become_keeper(ledger, lock, err) < 0 ? -1 : 1;
        else if (lock == -1 && clock_mono_ms() < deadline) {
            nap();
            continue;
        } else if (lock == -1)
            say_unreachable(ledger, err);
        break;
    }
    pthread_mutex_unlock(&ledger->electing);
    return result;
}

static int do_as_keeper(struct ledger *ledger, enum operation op, const unsigned char id[OPERATION_ID],
                        const struct buf *in, struct buf *out, struct error *err) {
    bool wrote = false;
    struct unpack arguments = unpack_from(in->data ? in->data : "", in->len);
    pthread_mutex_lock(&ledger->crowd);
    int rc = keeper_apply(ledger, op, id, &arguments, out, &wrote, err);
    pthread_mutex_unlock(&ledger->crowd);
    if (rc == 0 && wrote && ledger->options.flush_each && upkeep_flush(ledger) < 0) {
        error_set(err, ERR_UNAVAILABLE, "ledger: the disk does not take what was written");
        return KEEPER_UNSURE;
    }
    return rc;
}

int keeper_do(struct ledger *ledger, enum operation op, const unsigned char id[OPERATION_ID],
              const struct buf *in, struct buf *out, int64_t deadline, struct error *err) {
    bool asked = false;
    for (int tries = 0; tries < TRIES;) {
        int rc = do_as_keeper(ledger, op, id, in, out, err);
        if (rc != KEEPER_NOT_ME)
            return rc < 0 && asked ? KEEPER_UNSURE : rc;
        struct link *link = NULL;
        int keeper = keeper_reach(ledger, deadline, &link, err);
        if (keeper < 0)
            return asked ? KEEPER_UNSURE : -1;
        if (keeper)
            continue;
        enum link_result result = link_ask(link, op, id, in, out, deadline, &rc, err);
        link_release(link);
        if (result == LINK_ANSWERED)
            return rc < 0 && asked ? KEEPER_UNSURE : rc;
        asked = true;
        if (result == LINK_LATE) {
            say_unreachable(ledger, err);
            return KEEPER_UNSURE;
        }
        tries += result == LINK_LOST;
    }
    error_set(err, ERR_UNAVAILABLE, "ledger: %d keepers were lost over this operation", TRIES);
    return KEEPER_UNSURE;
}
