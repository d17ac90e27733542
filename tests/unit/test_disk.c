/*
 * The ledger on a disk that fills up: a small file system of its own, in a mount namespace.
 * Skipped where the system does not allow that.
 */
#include <errno.h>
#include <fcntl.h>
#include <sched.h>
#include <signal.h>
#include <string.h>
#include <sys/mount.h>
#include <sys/statvfs.h>
#include <sys/wait.h>

#include "base/clock.h"
#include "ledger/ledger.h"
#include "entry_next.h"
#include "tap.h"
#include "tempdir.h"

#define OPEN_CALLS 200

static char directory[TEMPDIR_PATH], data[TEMPDIR_PATH + 8], filler[TEMPDIR_PATH + 8];
static unsigned char hash[SECRET_HASH];

static struct ledger *open_ledger(void) {
    struct ledger_options options = {.data_dir = data,
                                     .make = true,
                                     .flush_ms = 100,
                                     .cache_kb = 1024,
                                     .disk_floor_mb = 4,
                                     .calls = 2 * OPEN_CALLS};
    return ledger_new(&options);
}

static int write_file(const char *path, const char *text) {
    int fd = open(path, O_WRONLY | O_CLOEXEC);
    int rc = fd >= 0 && write(fd, text, strlen(text)) == (ssize_t)strlen(text) ? 0 : -1;
    if (fd >= 0)
        close(fd);
    return rc;
}

static int mount_small(void) {
    char map[64];
    uid_t uid = geteuid();
    if (uid != 0) {
        if (unshare(CLONE_NEWUSER) < 0)
            return -1;
        snprintf(map, sizeof map, "0 %d 1", (int)uid);
        if (write_file("/proc/self/uid_map", map) < 0)
            return -1;
    }
    if (unshare(CLONE_NEWNS) < 0 || mount(NULL, "/", NULL, MS_REC | MS_PRIVATE, NULL) < 0)
        return -1;
    return mount("tmpfs", directory, "tmpfs", 0, "size=40m,mode=0700");
}

static long free_kb(void) {
    struct statvfs fs;
    return statvfs(directory, &fs) < 0 ? -1 : (long)(fs.f_bavail * fs.f_frsize >> 10);
}

/* Fills the disk to the last block but so many kilobytes. */
static void fill(long leave_kb) {
    static const char block[4096];
    int fd = open(filler, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
    while (fd >= 0 && free_kb() > leave_kb && write(fd, block, sizeof block) > 0)
        continue;
    if (fd >= 0)
        close(fd);
}

static int reserve(struct ledger *ledger, struct call **call, struct error *err) {
    struct call_ask ask = {.provider = "demo",
                           .model = "demo",
                           .target = "demo",
                           .offered_to_all = true,
                           .prompt = 10,
                           .output = 10,
                           .choices = 1};
    struct call_grant grant;
    ask.price.base = (struct rates){.input = NANOS_PER_DOLLAR, .output = NANOS_PER_DOLLAR};
    memcpy(ask.credentials.hash, hash, sizeof hash);
    *err = (struct error){0};
    return ledger_reserve(ledger, &ask, call, &grant, err);
}

static void settle(struct ledger *ledger, struct call *call) {
    struct call_result result = {.outcome = CALL_DONE, .usage = {.prompt = 10, .output = 5}, .status = 200};
    ledger_settle(ledger, call, &result);
}

/* Until a call is admitted, or refused for the disk, as wanted; the upkeep looks once a second. */
static bool wait_until(struct ledger *ledger, bool admitted) {
    struct error err;
    for (int64_t until = clock_mono_ms() + 4000; clock_mono_ms() < until; usleep(50000)) {
        struct call *call;
        int rc = reserve(ledger, &call, &err);
        if (rc == 0)
            settle(ledger, call);
        if ((rc == 0) == admitted)
            return rc == 0 || (err.kind == ERR_UNAVAILABLE && strstr(err.message, "disk"));
    }
    printf("# %s\n", err.message);
    return false;
}

static int64_t count_done(struct ledger *ledger) {
    struct error err = {0};
    struct entry entry;
    struct call_id last;
    int64_t done = 0, found = 0;
    for (; ledger_entry_next(ledger, found ? &last : NULL, 0, &entry, &err) == 0; found++) {
        last = entry.id;
        done += entry.outcome == CALL_DONE;
    }
    return done;
}

static void prove(struct ledger *ledger, int64_t open) {
    struct error err = {0};
    struct ledger_proof proof;
    if (!ok(ledger_check(ledger, &proof, &err) == 0 && proof.faults == 0, "the ledger is right"))
        printf("# %s %s\n", err.message, proof.fault[0]);
    is_int(proof.open, open, "open calls");
}

static void make_key(struct ledger *ledger) {
    struct error err = {0};
    struct user user;
    struct key key = {.name = "key"};
    char text[SECRET_KEY_TEXT];
    ledger_user_create(ledger, "ann", -1, &user, &err);
    key.user = user.id;
    ledger_key_create(ledger, &key, text, &err);
    secret_hash(text, strlen(text), hash);
}

/* On a full disk the ledger leaves its environment without closing it, which is the point: libdb's memory
 * stays. */
const char *__lsan_default_suppressions(void);
const char *__lsan_default_suppressions(void) {
    return "leak:libdb-5.3.so\n";
}

/* Calls are settled on a disk without one free block, as the ballast is given up. */
static void test_full(struct ledger *ledger) {
    static struct call *calls[OPEN_CALLS];
    struct error err;
    int reserved = 0;
    for (int i = 0; i < OPEN_CALLS; i++)
        reserved += reserve(ledger, &calls[i], &err) == 0;
    is_int(reserved, OPEN_CALLS, "calls are open");
    ok(wait_until(ledger, true), "and more pass");
    fill(3000);
    ok(wait_until(ledger, false), "below the floor no call is admitted, and the disk is named");
    fill(0);
    is_int(free_kb(), 0, "the disk is full");
    int64_t before = count_done(ledger);
    for (int i = 0; i < OPEN_CALLS; i++)
        settle(ledger, calls[i]);
    is_int(count_done(ledger) - before, OPEN_CALLS, "what is open is settled all the same");
    sleep(2);
    ok(wait_until(ledger, false), "still no call is admitted");
    prove(ledger, 0);
    unlink(filler);
    ok(wait_until(ledger, true), "with room again they are");
    before = count_done(ledger);
    for (int i = 0; i < 3000; i++)
        if (reserve(ledger, &calls[0], &err) == 0)
            settle(ledger, calls[0]);
    is_int(count_done(ledger) - before, 3000, "all goes on");
    prove(ledger, 0);
}

/* Leaves calls open, then makes others until it is killed. */
static pid_t start_calling(bool go_on) {
    fflush(stdout);
    pid_t pid = fork();
    if (pid != 0)
        return pid;
    struct ledger *ledger = open_ledger();
    struct error err;
    struct call *call;
    for (int i = 0; i < OPEN_CALLS; i++)
        if (reserve(ledger, &call, &err) == 0)
            call_forwarded(call);
    while (go_on)
        if (reserve(ledger, &call, &err) == 0)
            settle(ledger, call);
    for (;;)
        pause();
}

static int64_t count_all(struct ledger *ledger) {
    struct error err = {0};
    struct user user = {0};
    ledger_user_find(ledger, "ann", &user, &err);
    return user.entries;
}

/* The keeper dies on a full disk; the next one has the ballast to recover with. */
static void test_killed(void) {
    struct error err = {0};
    struct ledger *ledger = open_ledger();
    int64_t before = count_all(ledger);
    ledger_free(ledger);
    pid_t pid = start_calling(false);
    sleep(2);
    fill(0);
    kill(pid, SIGKILL);
    waitpid(pid, NULL, 0);
    is_int(free_kb(), 0, "the disk is full, the keeper dead");
    ledger = open_ledger();
    struct user user;
    if (!ok(ledger_user_find(ledger, "ann", &user, &err) == 0, "the next one recovers"))
        printf("# %s\n", err.message);
    is_int(count_all(ledger) - before, OPEN_CALLS, "and settles what the dead one left");
    ok(wait_until(ledger, false), "but admits no call");
    prove(ledger, 0);
    fill(0);
    ledger_free(ledger);
    ledger = open_ledger();
    unlink(filler);
    err = (struct error){0};
    if (!ok(ledger_ping(ledger, &err) == 0, "left on a full disk, it opens again when there is room"))
        printf("# %s\n", err.message);
    ok(wait_until(ledger, true), "and then admits calls");
    prove(ledger, 0);
    ledger_free(ledger);
}

/* Something else has eaten the ballast too: nothing works until there is room, and nothing is lost. */
static void test_no_ballast(void) {
    struct error err = {0};
    pid_t pid = start_calling(true);
    usleep(300000);
    for (int i = 0; i < 20; i++) {
        fill(0);
        usleep(10000);
    }
    kill(pid, SIGKILL);
    waitpid(pid, NULL, 0);
    fill(0);
    struct ledger *ledger = open_ledger();
    ok(ledger_ping(ledger, &err) < 0 && err.kind == ERR_UNAVAILABLE && strstr(err.message, "disk is full"),
       "without ballast it cannot recover, and says why");
    printf("# %s\n", err.message);
    unlink(filler);
    ok(wait_until(ledger, true), "with room again it does");
    prove(ledger, 0);
    ledger_free(ledger);
}

int main(void) {
    if (secret_start() < 0)
        return 99;
    tempdir_make(directory);
    if (mount_small() < 0) {
        printf("1..0 # SKIP no file system of its own: %s\n", strerror(errno));
        tempdir_remove(directory);
        return 0;
    }
    snprintf(data, sizeof data, "%s/data", directory);
    snprintf(filler, sizeof filler, "%s/filler", directory);
    struct ledger *ledger = open_ledger();
    make_key(ledger);
    test_full(ledger);
    ledger_free(ledger);
    test_killed();
    test_no_ballast();
    umount2(directory, MNT_DETACH);
    tempdir_remove(directory);
    return tap_done();
}
