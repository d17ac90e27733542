/*
 * The keeper among several processes: workers make calls while this program kills
 * them, the keeper above all. Afterwards each call must stand in the ledger exactly as
 * its worker saw it. AIHUB_TEST_KILLS says how many are killed. It runs itself as worker.
 */
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <pthread.h>
#include <signal.h>
#include <stdatomic.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>

#include "base/clock.h"
#include "base/mem.h"
#include "ledger/ledger.h"
#include "entry_next.h"
#include "tap.h"
#include "tempdir.h"

#define WORKERS 8
#define THREADS 2 /* of each worker */
#define KEYS    3
#define CALLS   2000 /* that the key with a cap, and the user with a balance, may make */
#define TOKENS  100
#define COST    (3 * TOKENS * 1000) /* 1,000 nano-dollars a token in, 2,000 out */
#ifdef __SANITIZE_THREAD__
#define LONGEST 10000 /* ms: it makes everything slower, by about so much */
#else
#define LONGEST 1000
#endif
#define COUNT(table) (sizeof(table) / sizeof *(table))

enum { PLAIN, CAPPED, PAID };

static const char *program;
static char directory[TEMPDIR_PATH];
static volatile sig_atomic_t stopping;

static struct ledger *open_ledger(const char *path, bool flush_each) {
    struct ledger_options options = {.data_dir = path,
                                     .make = true,
                                     .flush_each = flush_each,
                                     .flush_ms = 1000,
                                     .cache_kb = 2048,
                                     .disk_floor_mb = 1,
                                     .calls = 64};
    return ledger_new(&options);
}

/* ---- the worker ------------------------------------------------------------ */

/* What a worker tells: written at once, so never torn. */
struct report {
    enum { SETTLING, SETTLED, REFUSED, FAILED } kind;
    struct call_id id;
    int key, ms;
    char message[100];
};

static void tell(struct report *report) {
    if (write(STDOUT_FILENO, report, sizeof *report) != (ssize_t)sizeof *report)
        _exit(98);
}

static void on_stop(int signal) {
    (void)signal;
    stopping = 1;
}

static void mask_stop(int how) {
    sigset_t set;
    sigemptyset(&set);
    sigaddset(&set, SIGTERM);
    sigprocmask(how, &set, NULL);
}

/* The signal comes blocked from the parent, so that it does not end a process that has just begun. */
static void take_stop(void) {
    signal(SIGTERM, on_stop);
    mask_stop(SIG_UNBLOCK);
}

static void make_call(struct ledger *ledger, const unsigned char hash[SECRET_HASH], int key) {
    struct call_ask ask = {.provider = "demo",
                           .model = "demo",
                           .target = "demo",
                           .offered_to_all = true,
                           .prompt = TOKENS,
                           .output = TOKENS,
                           .choices = 1};
    struct usage usage = {.prompt = TOKENS, .output = TOKENS};
    struct call_grant grant;
    struct call *call;
    struct error err = {0};
    struct report report = {.key = key};
    ask.price.base.input = NANOS_PER_DOLLAR;
    ask.price.base.output = 2 * NANOS_PER_DOLLAR;
    memcpy(ask.credentials.hash, hash, SECRET_HASH);
    int64_t start = clock_mono_ms();
    if (ledger_reserve(ledger, &ask, &call, &grant, &err) < 0) {
        report.kind = err.kind == ERR_LIMIT || err.kind == ERR_CREDIT ? REFUSED : FAILED;
        report.ms = (int)(clock_mono_ms() - start);
        snprintf(report.message, sizeof report.message, "%.99s", err.message);
        tell(&report);
        return;
    }
    report.ms = (int)(clock_mono_ms() - start);
    report.id = *call_id(call);
    call_progress(call, &usage);
    call_forwarded(call);
    report.kind = SETTLING;
    tell(&report);
    struct call_result result = {.outcome = CALL_DONE, .usage = usage, .status = 200};
    start = clock_mono_ms();
    ledger_settle(ledger, call, &result);
    report.ms = (int)(clock_mono_ms() - start);
    report.kind = SETTLED;
    tell(&report);
}

struct job {
    struct ledger *ledger;
    atomic_bool end;
    unsigned char hash[KEYS][SECRET_HASH];
};

static void *make_calls(void *arg) {
    struct job *job = arg;
    for (int i = 0; !atomic_load(&job->end); i++)
        make_call(job->ledger, job->hash[i % KEYS], i % KEYS);
    for (int i = 0; i < 5; i++)
        make_call(job->ledger, job->hash[PLAIN], PLAIN);
    return NULL;
}

/* Told to stop, it hands over while its threads go on. */
static int work(char **hashes) {
    struct job job = {.ledger = open_ledger(directory, getenv("AIHUB_TEST_COMMIT") != NULL)};
    pthread_t threads[THREADS];
    for (int i = 0; i < KEYS; i++)
        secret_unhex(hashes[i], job.hash[i], SECRET_HASH);
    take_stop();
    for (int i = 0; i < THREADS; i++)
        if (pthread_create(&threads[i], NULL, make_calls, &job) != 0)
            return 96;
    while (!stopping)
        usleep(1000);
    ledger_hand_over(job.ledger);
    atomic_store(&job.end, true);
    for (int i = 0; i < THREADS; i++)
        pthread_join(threads[i], NULL);
    ledger_free(job.ledger);
    return 0;
}

/* ---- the test's side --------------------------------------------------------- */

struct told {
    struct report *reports;
    size_t count, room;
    int longest, slow, failed;
    struct {
        struct call_id *ids;
        size_t count, room;
    } settling, settled;
};

struct team {
    pid_t pids[WORKERS];
    char hashes[KEYS][2 * SECRET_HASH + 1];
    int pipe[2];
    struct told told;
};

static void remember(struct told *told, const struct report *report) {
    told->longest = report->ms > told->longest ? report->ms : told->longest;
    told->slow += report->ms > 500;
    if (report->kind == FAILED && told->failed++ < 5)
        printf("# failed after %d ms: %s\n", report->ms, report->message);
    if (report->kind != SETTLING && report->kind != SETTLED)
        return;
    __typeof__(told->settled) *list = report->kind == SETTLED ? &told->settled : (void *)&told->settling;
    if (list->count == list->room)
        list->ids = xrealloc(list->ids, (list->room = list->room * 2 + 1000) * sizeof *list->ids);
    list->ids[list->count++] = report->id;
}

static void listen_for(struct team *team, int64_t ms) {
    int64_t until = clock_mono_ms() + ms;
    do {
        struct report reports[200];
        struct pollfd pfd = {.fd = team->pipe[0], .events = POLLIN};
        int64_t left = until - clock_mono_ms();
        if (poll(&pfd, 1, left > 0 ? (int)left : 0) <= 0)
            continue;
        ssize_t n = read(team->pipe[0], reports, sizeof reports);
        for (size_t i = 0; n > 0 && i < (size_t)n / sizeof *reports; i++)
            remember(&team->told, &reports[i]);
        if (n <= 0)
            break;
    } while (clock_mono_ms() < until);
}

static pid_t start_self(int out, const char *const arguments[]) {
    pid_t pid = fork();
    if (pid == 0) {
        if (out >= 0)
            dup2(out, STDOUT_FILENO);
        execv(program, (char **)arguments);
        _exit(97);
    }
    return pid;
}

static void start_worker(struct team *team, int i) {
    const char *arguments[] = {program,         "work",          directory, team->hashes[0],
                               team->hashes[1], team->hashes[2], NULL};
    team->pids[i] = start_self(team->pipe[1], arguments);
}

static void start_team(struct team *team) {
    for (int i = 0; i < WORKERS; i++)
        start_worker(team, i);
}

static void stop_team(struct team *team) {
    for (int i = 0; i < WORKERS; i++)
        kill(team->pids[i], SIGTERM);
    for (int left = WORKERS; left > 0;) {
        int status;
        listen_for(team, 10);
        for (int i = 0; i < WORKERS; i++)
            if (team->pids[i] && waitpid(team->pids[i], &status, WNOHANG) > 0) {
                if (status != 0)
                    ok(0, "a worker ended with status %x", status);
                team->pids[i] = 0;
                left--;
            }
    }
    listen_for(team, 0);
}

static pid_t keeper_pid(const char *path) {
    char name[TEMPDIR_PATH + 8];
    int pid = 0;
    snprintf(name, sizeof name, "%s/lock", path);
    FILE *file = fopen(name, "r");
    if (file && fscanf(file, "process %d on", &pid) != 1)
        pid = 0;
    if (file)
        fclose(file);
    return pid;
}

/* A worker, the keeper if that is asked for and it is one. */
static int choose(const struct team *team, bool keeper) {
    pid_t pid = keeper ? keeper_pid(directory) : 0;
    for (int i = 0; i < WORKERS; i++)
        if (team->pids[i] == pid)
            return i;
    return rand() % WORKERS;
}

static void kill_some(struct team *team, int kills) {
    for (int i = 0; i < kills; i++) {
        int victim = choose(team, i % 2 == 0);
        listen_for(team, 10 + rand() % 60);
        kill(team->pids[victim], i % 5 == 4 ? SIGTERM : SIGKILL); /* some hand over */
        while (waitpid(team->pids[victim], NULL, WNOHANG) == 0)
            listen_for(team, 1);
        start_worker(team, victim);
    }
}

static void make_keys(struct team *team, struct ledger *ledger, const char *prefix, struct key keys[KEYS]) {
    struct error err = {0};
    for (int i = 0; i < KEYS; i++) {
        char name[40], text[SECRET_KEY_TEXT];
        unsigned char hash[SECRET_HASH];
        struct user user;
        snprintf(name, sizeof name, "%s%d", prefix, i);
        ledger_user_create(ledger, name, i == PAID ? (nanos)CALLS * COST : -1, &user, &err);
        keys[i] = (struct key){.name = "key", .user = user.id};
        keys[i].limits.requests[PERIOD_EVER] = i == CAPPED ? CALLS : 0;
        ledger_key_create(ledger, &keys[i], text, &err);
        secret_hash(text, strlen(text), hash);
        secret_hex(hash, sizeof hash, team->hashes[i]);
    }
    if (err.kind)
        printf("# %s\n", err.message);
}

/* ---- the account -------------------------------------------------------------- */

struct counts {
    int64_t done[KEYS], other[KEYS];
    int64_t unexpected; /* done, but no worker was about to settle it */
    int64_t lost;       /* a worker had it settled, but it is not done */
};

static int by_id(const void *a, const void *b) {
    return memcmp(a, b, sizeof(struct call_id));
}

static bool within(const struct call_id *id, const struct call_id *ids, size_t count) {
    return count && bsearch(id, ids, count, sizeof *ids, by_id);
}

static struct counts count_entries(struct ledger *ledger, struct told *told, const struct key keys[KEYS]) {
    struct counts counts = {{0}, {0}, 0, 0};
    struct error err = {0};
    struct entry entry;
    struct call_id last;
    bool first = true;
    int64_t found = 0;
    qsort(told->settling.ids, told->settling.count, sizeof *told->settling.ids, by_id);
    qsort(told->settled.ids, told->settled.count, sizeof *told->settled.ids, by_id);
    for (; ledger_entry_next(ledger, first ? NULL : &last, 0, &entry, &err) == 0; first = false) {
        last = entry.id;
        for (int i = 0; i < KEYS; i++) {
            if (entry.key != keys[i].id)
                continue;
            counts.done[i] += entry.outcome == CALL_DONE;
            counts.other[i] += entry.outcome != CALL_DONE;
            counts.unexpected +=
                entry.outcome == CALL_DONE && !within(&entry.id, told->settling.ids, told->settling.count);
            found += entry.outcome == CALL_DONE && within(&entry.id, told->settled.ids, told->settled.count);
        }
    }
    counts.lost = (int64_t)told->settled.count - found;
    return counts;
}

static void prove(struct ledger *ledger) {
    struct error err = {0};
    struct ledger_proof proof;
    if (!ok(ledger_check(ledger, &proof, &err) == 0 && proof.faults == 0, "the ledger is right"))
        printf("# %s\n", err.message);
    is_int(proof.open, 0, "no reservation is open");
    is_int(proof.reserved, 0, "no money is reserved");
    for (int64_t i = 0; i < proof.faults && i < (int64_t)COUNT(proof.fault); i++)
        printf("# %s\n", proof.fault[i]);
}

static void account(struct team *team, struct ledger *ledger, const struct key keys[KEYS], bool killed) {
    struct told *told = &team->told;
    struct counts counts = count_entries(ledger, told, keys);
    printf("# %zu calls, %lld interrupted; longest operation %d ms, %d over 500 ms\n", told->settled.count,
           (long long)(counts.other[0] + counts.other[1] + counts.other[2]), told->longest, told->slow);
    prove(ledger);
    is_int(told->failed, 0, "no operation failed");
    is_int(counts.lost, 0, "each settled call is there, once");
    is_int(counts.unexpected, 0, "and no other");
    ok(told->longest < LONGEST, "no operation took a second");
    for (int i = CAPPED; i <= PAID; i++) {
        int64_t all = counts.done[i] + counts.other[i];
        printf("# %s: %lld of %d\n", i == CAPPED ? "cap" : "credit", (long long)all, CALLS);
        ok(killed ? all <= CALLS : all == CALLS, "what is admitted is what the %s allows",
           i == CAPPED ? "cap" : "credit");
    }
}

static void run_team(const char *name, int kills) {
    struct team team = {0};
    struct key keys[KEYS];
    printf("# %s\n", name);
    if (pipe(team.pipe) < 0)
        exit(99);
    fcntl(team.pipe[0], F_SETFD, FD_CLOEXEC);
    fcntl(team.pipe[1], F_SETFD, FD_CLOEXEC);
    struct ledger *ledger = open_ledger(directory, false);
    make_keys(&team, ledger, name, keys);
    ledger_hand_over(ledger);
    start_team(&team);
    if (kills)
        kill_some(&team, kills);
    else
        for (int64_t until = clock_mono_ms() + 20000;
             clock_mono_ms() < until && team.told.settled.count < 3 * CALLS + 300;)
            listen_for(&team, 20);
    stop_team(&team);
    account(&team, ledger, keys, kills > 0);
    ledger_free(ledger);
    close(team.pipe[0]);
    close(team.pipe[1]);
    free(team.told.settling.ids);
    free(team.told.settled.ids);
}

/* ---- where there is no keeper to be had ----------------------------------------- */

/* Asks once in a process of its own; exits with 0 if that fails as it should within the deadline. */
static int expect_unavailable(const char *path, const char *says, int least_ms) {
    struct ledger *ledger = open_ledger(path, false);
    struct error err = {0};
    int64_t start = clock_mono_ms();
    int rc = ledger_ping(ledger, &err);
    int64_t ms = clock_mono_ms() - start;
    bool good = rc < 0 && err.kind == ERR_UNAVAILABLE && strstr(err.message, says) && ms >= least_ms &&
                ms < least_ms + 1500;
    if (!good)
        fprintf(stderr, "# %s: %d after %d ms: %s\n", path, rc, (int)ms, err.message);
    ledger_free(ledger);
    return !good;
}

/* Keeps the ledger of a directory, and says so, until it is stopped. */
static int keep(const char *path) {
    struct ledger *ledger = open_ledger(path, false);
    struct error err = {0};
    take_stop();
    if (ledger_keep(ledger, &stopping, &err) < 0 || write(STDOUT_FILENO, "k", 1) != 1)
        return 1;
    while (!stopping)
        usleep(1000);
    ledger_free(ledger);
    return 0;
}

struct trouble {
    char stopped[TEMPDIR_PATH + 16], held[TEMPDIR_PATH + 16];
    pid_t keeper, asks_stopped, asks_held;
    int lock;
};

static pid_t start_asking(const char *path, const char *says, const char *least_ms) {
    const char *arguments[] = {program, "ask", path, says, least_ms, NULL};
    return start_self(-1, arguments);
}

/* These wait for the deadline, so they are started first and looked at last. */
static void start_trouble(struct trouble *trouble) {
    char said, path[TEMPDIR_PATH + 32], name[40];
    int out[2];
    snprintf(trouble->stopped, sizeof trouble->stopped, "%s/stopped", directory);
    snprintf(trouble->held, sizeof trouble->held, "%s/held", directory);
    const char *arguments[] = {program, "keep", trouble->stopped, NULL};
    if (pipe(out) < 0)
        exit(99);
    trouble->keeper = start_self(out[1], arguments);
    close(out[1]);
    ok(read(out[0], &said, 1) == 1, "a process can be keeper and nothing else");
    close(out[0]);
    kill(trouble->keeper, SIGSTOP);
    waitpid(trouble->keeper, NULL, WUNTRACED); /* its threads go on for a moment */
    snprintf(name, sizeof name, "process %d on", (int)trouble->keeper);
    trouble->asks_stopped = start_asking(trouble->stopped, name, "5000");

    mkdir(trouble->held, 0700);
    snprintf(path, sizeof path, "%s/lock", trouble->held);
    trouble->lock = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    struct flock lock = {.l_type = F_WRLCK, .l_whence = SEEK_SET};
    if (fcntl(trouble->lock, F_OFD_SETLK, &lock) < 0 || write(trouble->lock, "process 1 on mars\n", 18) != 18)
        exit(99);
    trouble->asks_held = start_asking(trouble->held, "process 1 on mars", "5000");
}

/* Those who were connected stay so; this one comes anew. */
static void test_socket(const struct trouble *trouble) {
    char path[TEMPDIR_PATH + 32];
    struct error err = {0};
    snprintf(path, sizeof path, "%s/sock", trouble->stopped);
    ok(unlink(path) == 0, "a keeper's socket is removed");
    struct ledger *ledger = open_ledger(trouble->stopped, false);
    if (ledger_ping(ledger, &err) < 0)
        printf("# %s\n", err.message);
    ok(err.kind == ERR_NONE, "it is found again by the deadline");
    is_int(keeper_pid(trouble->stopped), trouble->keeper, "and is the keeper as before");
    ledger_free(ledger);
}

static void end_trouble(struct trouble *trouble) {
    int status = -1;
    waitpid(trouble->asks_stopped, &status, 0);
    is_int(status, 0, "a keeper that is stopped: fails at the deadline and names it");
    waitpid(trouble->asks_held, &status, 0);
    is_int(status, 0, "a lock whose holder does not serve: the same");
    close(trouble->lock);
    struct error err = {0};
    struct ledger *ledger = open_ledger(trouble->held, false);
    is_int(ledger_ping(ledger, &err), 0, "once it is free the ledger works");
    ledger_free(ledger);
    kill(trouble->keeper, SIGCONT);
    ledger = open_ledger(trouble->stopped, false);
    err = (struct error){0};
    is_int(ledger_ping(ledger, &err), 0, "a keeper that goes on answers again");
    test_socket(trouble);
    kill(trouble->keeper, SIGTERM);
    waitpid(trouble->keeper, &status, 0);
    is_int(status, 0, "and ends when it is told");
    is_int(ledger_ping(ledger, &err), 0, "then another takes over");
    ledger_free(ledger);
}

static void test_rights(void) {
    char path[TEMPDIR_PATH + 16], inner[TEMPDIR_PATH + 32], text[TEMPDIR_PATH + 32];
    int status = -1;
    snprintf(path, sizeof path, "%s/rights", directory);
    snprintf(inner, sizeof inner, "%s/data", path);
    mkdir(path, 0755);
    mkdir(inner, 0755);
    chmod(directory, 0755);
    fflush(stdout);
    pid_t pid = fork();
    if (pid == 0) {
        if (geteuid() == 0) {
            if (setgid(65534) < 0 || setuid(65534) < 0)
                _exit(9);
            _exit(expect_unavailable(inner, "belongs to user 0, this process runs as 65534", 0));
        }
        _exit(expect_unavailable("/", "belongs to user 0", 0));
    }
    waitpid(pid, &status, 0);
    is_int(status, 0, "a directory of another user is refused");

    snprintf(text, sizeof text, "%s/data/none", path);
    fflush(stdout);
    pid = fork();
    if (pid == 0) {
        if (geteuid() == 0 && (chown(inner, 65534, 65534) < 0 || setgid(65534) < 0 || setuid(65534) < 0))
            _exit(9);
        chmod(inner, 0500);
        _exit(expect_unavailable(inner, "cannot write in", 0) ||
              expect_unavailable(text, "cannot create", 0));
    }
    waitpid(pid, &status, 0);
    is_int(status, 0, "so is one that cannot be written");
    chmod(inner, 0700);
    ok(expect_unavailable("/nowhere/at/all", "cannot create", 0) == 0, "and one that cannot be made");
    chmod(directory, 0700);
}

static int as_child(int argc, char **argv) {
    snprintf(directory, sizeof directory, "%.200s", argv[2]);
    if (strcmp(argv[1], "work") == 0 && argc == 3 + KEYS)
        return work(argv + 3);
    if (strcmp(argv[1], "keep") == 0)
        return keep(directory);
    return argc == 5 ? expect_unavailable(directory, argv[3], (int)strtol(argv[4], NULL, 10)) : 99;
}

int main(int argc, char **argv) {
    const char *wanted = getenv("AIHUB_TEST_KILLS");
    char self[4096];
    ssize_t len = readlink("/proc/self/exe", self, sizeof self - 1);
    if (secret_start() < 0 || len < 0)
        return 99;
    self[len] = '\0';
    program = self;
    if (argc > 2)
        return as_child(argc, argv);
    mask_stop(SIG_BLOCK); /* in those that are started; nobody stops this one */
    tempdir_make(directory);
    struct trouble trouble;
    start_trouble(&trouble);
    run_team("undisturbed", 0);
    run_team("killed", wanted ? (int)strtol(wanted, NULL, 10) : 20);
    setenv("AIHUB_TEST_COMMIT", "1", 1);
    run_team("commit", 4);
    test_rights();
    end_trouble(&trouble);
    tempdir_remove(directory);
    return tap_done();
}
