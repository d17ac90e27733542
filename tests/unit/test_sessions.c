/* Sessions in the ledger and in their files: a turn that is cut short anywhere leaves what was there before,
 * and what has ended goes. */
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/clock.h"
#include "base/secret.h"
#include "ledger/kept_prompts.h"
#include "ledger/operation.h"
#include "ledger/record.h"
#include "ledger/session_file.h"
#include "ledger/user_files.h"
#include "tap.h"
#include "tempdir.h"

#define LINE(text)                                                                                           \
    (struct span) {                                                                                          \
        text "\n", sizeof text                                                                               \
    }

static char directory[TEMPDIR_PATH];

static struct ledger *open_ledger(void) {
    return ledger_new(&(struct ledger_options){.data_dir = directory,
                                               .make = true,
                                               .flush_ms = 1000,
                                               .cache_kb = 1024,
                                               .disk_floor_mb = 1,
                                               .calls = 4,
                                               .prompt_days = 30});
}

static struct session make(struct ledger *ledger, uint64_t user, const char *title, int days) {
    struct session session = {.user = user};
    struct session_texts texts = {{"\"Be brief.\"", 11}, {"{\"a\":1}", 7}};
    struct error err = {0};
    snprintf(session.title, sizeof session.title, "%s", title);
    if (ledger_session_create(ledger, &session, &texts, days, 0, &err) < 0)
        ok(0, "made: %s", err.message);
    return session;
}

static uint64_t make_user(struct ledger *ledger, const char *name) {
    struct user user = {0};
    struct error err = {0};
    if (ledger_user_create(ledger, name, -1, &user, &err) < 0)
        ok(0, "a user: %s", err.message);
    return user.id;
}

static bool is_there(const struct session *session) {
    struct error err = {0};
    int fd = session_file_view(directory, session, &err);
    if (fd >= 0)
        close(fd);
    return fd >= 0;
}

/* ---- records ------------------------------------------------------------------------- */

static void test_records(struct ledger *ledger, uint64_t user, uint64_t other) {
    struct arena *arena = arena_new();
    struct session session = make(ledger, user, "One", 0), found;
    struct session_texts texts;
    struct error err = {0};
    ok(ledger_session_find(ledger, user, session.id, &found, &texts, arena, &err) == 0, "it is found");
    is_str(found.title, "One", "its title");
    ok(texts.prompt.len == 11 && memcmp(texts.prompt.at, "\"Be brief.\"", 11) == 0, "its prompt");
    ok(texts.metadata.len == 7, "its metadata");
    ok(ledger_session_find(ledger, other, session.id, &found, NULL, NULL, &err) < 0 &&
           err.kind == ERR_NOT_FOUND,
       "not by another user");
    err = (struct error){0};
    ok(ledger_session_find(ledger, 0, session.id, &found, NULL, NULL, &err) == 0, "by the operator");

    struct session changed = found;
    snprintf(changed.title, sizeof changed.title, "Two");
    snprintf(changed.model, sizeof changed.model, "m");
    struct session_texts none = {{0}, {0}};
    ok(ledger_session_update(ledger, SESSION_TITLE | SESSION_METADATA, &changed, &none, &err) == 0,
       "it changes");
    is_str(changed.title, "Two", "its new title");
    is_str(changed.model, "", "its model stays");
    ledger_session_find(ledger, user, session.id, &found, &texts, arena, &err);
    ok(texts.prompt.len == 11 && texts.metadata.len == 0, "its prompt stays, its metadata goes");

    struct session wrong = changed;
    wrong.user = other;
    ok(ledger_session_update(ledger, SESSION_TITLE, &wrong, &none, &err) < 0 && err.kind == ERR_NOT_FOUND,
       "another user's is not changed");
    err = (struct error){0};
    struct session nobodys = {.user = 99999};
    ok(ledger_session_create(ledger, &nobodys, &none, 0, 0, &err) < 0 && err.kind == ERR_NOT_FOUND,
       "no session of nobody");
    arena_free(arena);
}

static void test_limit(struct ledger *ledger) {
    struct session session = {.user = make_user(ledger, "limited")}, first;
    struct session_texts none = {{0}, {0}};
    struct error err = {0};
    ok(ledger_session_create(ledger, &session, &none, 0, 2, &err) == 0, "one of two");
    first = session;
    ok(ledger_session_create(ledger, &session, &none, 0, 2, &err) == 0, "the other");
    for (int i = 0; i < 2; i++) {
        ok(ledger_session_create(ledger, &session, &none, 0, 2, &err) < 0 && err.kind == ERR_CONFLICT &&
               strcmp(err.code, "too_many_sessions") == 0,
           "no third one: %s", err.message);
        err = (struct error){0};
    }
    ok(ledger_session_delete(ledger, first.user, first.id, &err) == 0 &&
           ledger_session_create(ledger, &session, &none, 0, 2, &err) == 0,
       "but for one that is deleted");
    ok(ledger_sessions_erase(ledger, first.user, &err) == 0 &&
           ledger_session_create(ledger, &session, &none, 0, 1, &err) == 0,
       "or all");
}

static void test_ids(void) {
    unsigned char id[SESSION_ID] = {0x12, 0xab, 0xff}, again[SESSION_ID];
    char text[SESSION_ID_TEXT];
    session_id_write(id, text);
    is_str(text, "sess_12abff00000000000000000000000000", "an id's text");
    ok(session_id_read(text, again) && memcmp(id, again, sizeof id) == 0, "and back");
    static const char *const wrong[] = {"",
                                        "sess_",
                                        "sess_12abff0000000000000000000000000",
                                        "sess_12abff000000000000000000000000000",
                                        "sess_12ABff00000000000000000000000000",
                                        "Sess_12abff00000000000000000000000000",
                                        "sess_12abff0000000000000000000000000/",
                                        "../../../../../../../../../etc/passwd"};
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++)
        ok(!session_id_read(wrong[i], again), "no id: %s", wrong[i]);
}

/* Titles of a walk, each with a blank behind it. */
static const char *walk(struct ledger *ledger, struct session_walk walk) {
    static char titles[8192];
    struct session rows[SESSION_ROWS];
    struct error err = {0};
    size_t count, len = 0;
    titles[0] = '\0';
    while (!walk.ended && ledger_session_walk(ledger, &walk, rows, &count, &err) == 0)
        for (size_t i = 0; i < count; i++)
            len += (size_t)snprintf(titles + len, sizeof titles - len, "%s ", rows[i].title);
    if (err.kind)
        snprintf(titles, sizeof titles, "%s", err.message);
    return titles;
}

static void test_walk(struct ledger *ledger) {
    uint64_t user = make_user(ledger, "walker"), empty = make_user(ledger, "empty");
    char title[16], wanted[8192];
    size_t len = 0;
    for (int i = 0; i < 70; i++) {
        snprintf(title, sizeof title, "T%02d", i);
        make(ledger, user, title, 0);
    }
    for (int i = 69; i >= 0; i--)
        len += (size_t)snprintf(wanted + len, sizeof wanted - len, "T%02d ", i);
    is_str(walk(ledger, (struct session_walk){.user = user}), wanted, "those first that were made last");
    is_str(walk(ledger, (struct session_walk){.user = user, .skip = 67}), "T02 T01 T00 ", "behind others");
    is_str(walk(ledger, (struct session_walk){.user = user, .skip = 70}), "", "behind all");
    is_str(walk(ledger, (struct session_walk){.user = user, .search = "t6"}),
           "T69 T68 T67 T66 T65 T64 T63 T62 T61 T60 ", "found by their titles");
    is_str(walk(ledger, (struct session_walk){.user = user, .search = "T6", .skip = 8}), "T61 T60 ",
           "some of those");
    is_str(walk(ledger, (struct session_walk){.user = user, .search = "x"}), "", "none found");
    is_str(walk(ledger, (struct session_walk){.user = empty}), "", "none of another user");
}

/* ---- turns ------------------------------------------------------------------------------ */

#define TURN(text)                                                                                           \
    { text, sizeof text - 1 }

static const struct span first_turn = TURN("{\"role\":\"user\"}\n{\"role\":\"assistant\"}\n"),
                         second_turn =
                             TURN("{\"role\":\"user\",\"n\":2}\n{\"role\":\"assistant\",\"n\":2}\n");

static bool add(struct ledger *ledger, struct session *session, int fd, struct span lines,
                struct error *err) {
    struct session_turn turn = {.messages = 2, .tokens = 10, .cost = 5, .title = "Default", .days = 0};
    int64_t length = session_file_length(fd, session, err);
    turn.bytes = length + (int64_t)lines.len;
    return length >= 0 && session_file_add(fd, length, lines, false, err) == 0 &&
           ledger_session_add(ledger, session, &turn, err) == 0;
}

static bool holds(int fd, const struct session *session, struct span one, struct span two) {
    struct buf text;
    struct error err = {0};
    buf_init(&text, 4096);
    bool good = session_file_tail(fd, session_file_length(fd, session, &err), 4096, &text, &err) == 0 &&
                text.len == one.len + two.len && (one.len == 0 || memcmp(text.data, one.at, one.len) == 0) &&
                (two.len == 0 || memcmp(text.data + one.len, two.at, two.len) == 0);
    buf_free(&text);
    return good;
}

/* A process dies when so many bytes of the second turn are in the file: what counts is the first one, and the
 * next turn stands behind that. */
static void test_every_cut(struct ledger *ledger, uint64_t user) {
    static const struct span nothing;
    size_t good = 0;
    for (size_t cut = 0; cut <= second_turn.len; cut++) {
        struct error err = {0};
        struct session session = make(ledger, user, "", 0), found;
        int fd = session_file_open(directory, &session, &err);
        bool kept = add(ledger, &session, fd, first_turn, &err) && holds(fd, &session, first_turn, nothing);
        ssize_t written = pwrite(fd, second_turn.at, cut, (off_t)session.bytes);
        close(fd);
        fd = session_file_open(directory, &session, &err);
        kept = kept && written == (ssize_t)cut &&
               ledger_session_find(ledger, user, session.id, &found, NULL, NULL, &err) == 0 &&
               holds(fd, &found, first_turn, nothing) && add(ledger, &found, fd, second_turn, &err) &&
               holds(fd, &found, first_turn, second_turn) && found.messages == 4 && found.tokens == 20;
        struct stat stat;
        fstat(fd, &stat);
        good += kept && stat.st_size == found.bytes;
        close(fd);
    }
    is_int((long long)good, (long long)second_turn.len + 1, "a turn cut short anywhere does not count");
}

/* The machine died: the record came to the disk, the end of the file did not. */
static void test_every_loss(struct ledger *ledger, uint64_t user) {
    struct error err = {0};
    struct session session = make(ledger, user, "Loss", 0);
    int fd = session_file_open(directory, &session, &err);
    size_t good = 0, all = first_turn.len + second_turn.len;
    add(ledger, &session, fd, first_turn, &err);
    add(ledger, &session, fd, second_turn, &err);
    for (size_t left = all; left-- > 0;) {
        int64_t last = 0;
        for (size_t i = 0; i < left; i++) {
            char c = i < first_turn.len ? first_turn.at[i] : second_turn.at[i - first_turn.len];
            if (c == '\n')
                last = (int64_t)i + 1;
        }
        good += ftruncate(fd, (off_t)left) == 0 && session_file_length(fd, &session, &err) == last;
    }
    is_int((long long)good, (long long)all, "what is left to the end of a line counts");
    ok(add(ledger, &session, fd, first_turn, &err), "and a turn goes behind it: %s", err.message);
    ok(session.bytes == (int64_t)first_turn.len, "which the record knows");
    close(fd);
}

/* A record that ends within a line: what counts ends before that line. */
static void test_within_line(struct ledger *ledger, uint64_t user) {
    struct error err = {0};
    struct session session = make(ledger, user, "Within", 0);
    int fd = session_file_open(directory, &session, &err);
    add(ledger, &session, fd, first_turn, &err);
    session_file_add(fd, session.bytes, second_turn, false, &err);
    session.bytes += 5;
    is_int((long long)session_file_length(fd, &session, &err), (long long)first_turn.len, "to a line's end");
    close(fd);
}

static void test_added(struct ledger *ledger, uint64_t user) {
    struct session session = make(ledger, user, "", 0), late = session;
    struct session_turn turn = {.bytes = 40, .messages = 2, .tokens = 7, .cost = 3, .title = "Words"};
    struct error err = {0};
    ok(ledger_session_add(ledger, &session, &turn, &err) == 0 && session.messages == 2, "a turn is added");
    is_str(session.title, "Words", "it gives the title");
    ok(ledger_session_add(ledger, &late, &turn, &err) < 0 && err.kind == ERR_CONFLICT, "once");
    err = (struct error){0};
    turn.bytes = 50;
    ok(ledger_session_add(ledger, &late, &turn, &err) < 0 && err.kind == ERR_CONFLICT,
       "who did not see it cannot go on");
    err = (struct error){0};
    turn.title = "Other";
    ok(ledger_session_add(ledger, &session, &turn, &err) == 0 && strcmp(session.title, "Words") == 0,
       "the title stays");
}

/* Who had the lock wrote its turn, and gave up or died; what it said to the keeper comes when the next one
 * has the lock, whose turn is as long. */
static void test_late_turn(struct ledger *ledger, uint64_t user) {
    static const struct span nothing, other_turn = TURN("{\"role\":\"user\"}\n{\"role\":\"assistent\"}\n");
    struct session made = make(ledger, user, "Late", 0), one = made, next = made, found;
    struct session_turn turn = {
        .bytes = (int64_t)first_turn.len, .messages = 2, .tokens = 7, .cost = 3, .title = ""};
    struct error err = {0};
    int fd = session_file_open(directory, &made, &err);
    ok(ledger_session_claim(ledger, &one, &err) == 0, "one claims a session: %s", err.message);
    ok(ledger_session_claim(ledger, &made, &err) < 0 && err.kind == ERR_CONFLICT, "a late claim is none");
    err = (struct error){0};
    session_file_add(fd, 0, first_turn, false, &err);
    ledger_session_find(ledger, user, made.id, &next, NULL, NULL, &err);
    ok(ledger_session_claim(ledger, &next, &err) == 0, "the next one claims it: %s", err.message);
    session_file_add(fd, session_file_length(fd, &next, &err), other_turn, false, &err);
    ok(ledger_session_add(ledger, &one, &turn, &err) < 0 && err.kind == ERR_CONFLICT, "a late turn is none");
    err = (struct error){0};
    turn.tokens = 9;
    ok(ledger_session_add(ledger, &next, &turn, &err) == 0, "that of the next one is: %s", err.message);
    ledger_session_find(ledger, user, made.id, &found, NULL, NULL, &err);
    ok(holds(fd, &found, other_turn, nothing) && found.messages == 2 && found.tokens == 9,
       "record and file are of one turn");
    close(fd);
}

static void test_tail(void) {
    struct session session = {.user = 1};
    struct error err = {0};
    int fd = session_file_open(directory, &session, &err);
    session_file_add(fd, 0, (struct span){"aaa\nbb\ncccc\n", 12}, true, &err);
    static const struct {
        size_t most;
        const char *text;
    } tails[] = {{100, "aaa\nbb\ncccc\n"},
                 {12, "aaa\nbb\ncccc\n"},
                 {11, "bb\ncccc\n"},
                 {9, "bb\ncccc\n"},
                 {8, "cccc\n"},
                 {6, "cccc\n"},
                 {5, ""},
                 {1, ""}};
    for (size_t i = 0; i < sizeof tails / sizeof *tails; i++) {
        struct buf text;
        buf_init(&text, 100);
        session_file_tail(fd, 12, tails[i].most, &text, &err);
        is_str(text.len ? text.data : "", tails[i].text, "the last whole lines");
        buf_free(&text);
    }
    static const int64_t starts[] = {0, 7, 4, 0, 0};
    for (int64_t n = 1; n < 5; n++)
        is_int(session_file_last(fd, 12, n, &err), starts[n], "where the last lines begin");
    close(fd);
    session_file_drop(directory, 1, session.id, &err);
}

/* ---- locks ------------------------------------------------------------------------------------ */

static void test_lock(struct ledger *ledger, uint64_t user) {
    struct session session = make(ledger, user, "Locked", 0);
    struct error err = {0};
    int one = session_file_open(directory, &session, &err),
        other = session_file_open(directory, &session, &err);
    int told[2], status;
    char byte;
    ok(session_file_lock(one), "a lock is had");
    ok(!session_file_lock(other), "by one descriptor of a process");
    int third = session_file_open(directory, &session, &err);
    ok(session_file_queue(other) && !session_file_queue(third), "one waits for it");
    session_file_leave(other);
    ok(session_file_queue(third), "and gives up its place to another one");
    close(third);
    close(one);
    ok(session_file_lock(other), "and by the other when that is closed");
    close(other);
    if (pipe(told) < 0)
        exit(99);
    pid_t child = fork();
    if (child == 0) {
        one = session_file_open(directory, &session, &err);
        byte = session_file_lock(one) ? 'y' : 'n';
        if (write(told[1], &byte, 1) == 1)
            pause();
        _exit(1);
    }
    ok(read(told[0], &byte, 1) == 1 && byte == 'y', "another process has it");
    other = session_file_open(directory, &session, &err);
    ok(!session_file_lock(other), "so this one has not");
    kill(child, SIGKILL);
    waitpid(child, &status, 0);
    ok(session_file_lock(other), "until that is killed");
    close(other);
    close(told[0]);
    close(told[1]);
}

/* ---- ends ----------------------------------------------------------------------------------- */

static struct session make_with_file(struct ledger *ledger, uint64_t user, int days) {
    struct error err = {0};
    struct session session = make(ledger, user, "End", days);
    int fd = session_file_open(directory, &session, &err);
    if (!add(ledger, &session, fd, first_turn, &err))
        ok(0, "a turn: %s", err.message);
    close(fd);
    return session;
}

static void test_delete(struct ledger *ledger, uint64_t user, uint64_t other) {
    struct session session = make_with_file(ledger, user, 0), found;
    struct error err = {0};
    ok(ledger_session_delete(ledger, other, session.id, &err) < 0 && err.kind == ERR_NOT_FOUND &&
           is_there(&session),
       "nobody else's");
    err = (struct error){0};
    ok(ledger_session_delete(ledger, user, session.id, &err) == 0 && !is_there(&session),
       "its file goes with it");
    ok(ledger_session_find(ledger, 0, session.id, &found, NULL, NULL, &err) < 0, "it is found no more");
    err = (struct error){0};
    struct session_turn turn = {.bytes = session.bytes + 10, .title = ""};
    ok(ledger_session_add(ledger, &session, &turn, &err) < 0 && err.kind == ERR_NOT_FOUND, "nor added to");
    err = (struct error){0};
    ok(ledger_session_delete(ledger, user, session.id, &err) < 0, "nor deleted again");
}

static void make_prompt(uint64_t user, int64_t time, const char *call) {
    struct error err = {0};
    if (kept_prompts_write(directory, user, time, call, LINE("{}"), &err) < 0)
        ok(0, "a prompt: %s", err.message);
}

static bool has_prompt(uint64_t user, const char *rest) {
    char path[TEMPDIR_PATH + 100];
    snprintf(path, sizeof path, "%s/prompts/%llu/%s", directory, (unsigned long long)user, rest);
    return access(path, F_OK) == 0;
}

static void test_prompts(void) {
    const int64_t day = 86400, now = 20000 * day + 5000; /* 2024-10-04 */
    struct error err = {0};
    make_prompt(7, now, "a");
    make_prompt(7, now - 2 * day, "b");
    make_prompt(7, now - 3 * day, "c");
    make_prompt(8, now - 3 * day, "d");
    ok(has_prompt(7, "2024-10-04/a.json") && has_prompt(7, "2024-10-02/b.json") &&
           has_prompt(7, "2024-10-01/c.json"),
       "prompts by day");
    ok(kept_prompts_expire(directory, now, 2, 1, &err), "one at a time");
    ok(!kept_prompts_expire(directory, now, 2, 100, &err) && !err.kind, "then the rest");
    ok(has_prompt(7, "2024-10-04/a.json") && has_prompt(7, "2024-10-02/b.json") &&
           !has_prompt(7, "2024-10-01") && !has_prompt(8, "2024-10-01"),
       "the old ones are gone");
}

/* A directory where a file should be cannot be removed as one, whoever tries. */
static void make_obstacle(const char *folder, uint64_t user, const char *name) {
    char path[TEMPDIR_PATH + 200];
    snprintf(path, sizeof path, "%s/%s/%llu/%s", directory, folder, (unsigned long long)user, name);
    for (char *slash = strchr(path + strlen(directory) + 1, '/'); slash; slash = strchr(slash + 1, '/')) {
        *slash = '\0';
        mkdir(path, 0700);
        *slash = '/';
    }
    ok(mkdir(path, 0700) == 0, "an obstacle");
}

static void test_prompt_obstacles(void) {
    const int64_t day = 86400, now = 20000 * day;
    const uint64_t user = 1009; /* nobody */
    struct error err = {0};
    make_obstacle("prompts", user, "2024-09-01/one");
    make_obstacle("prompts", user, "2024-09-01/two");
    for (uint64_t i = 0; i < 3; i++)
        make_prompt(user + i, now - 3 * day, "x");
    for (int rounds = 0; kept_prompts_expire(directory, now, 2, 1, &err) && rounds < 9; rounds++)
        err = (struct error){0};
    ok(err.kind == ERR_UNAVAILABLE, "some cannot be removed: %s", err.message);
    ok(!has_prompt(user, "2024-10-01") && !has_prompt(user + 1, "2024-10-01") &&
           !has_prompt(user + 2, "2024-10-01"),
       "the others are gone");
    err = (struct error){0};
    make_obstacle("prompts", user, "2024-09-01/one/deep");
    make_obstacle("prompts", user, "2024-09-01/two/deep");
    make_prompt(user, now, "y");
    int rc = 1;
    for (int rounds = 0; rc > 0 && rounds < 9; rounds++)
        rc = user_files_erase(directory, user, 2, &err);
    ok(rc < 0 && err.kind == ERR_UNAVAILABLE, "erasing says so: %s", err.message);
    ok(!has_prompt(user, "2024-10-04"), "and goes on to what can be removed");
}

static void test_erase(struct ledger *ledger) {
    uint64_t user = make_user(ledger, "erased"), stays = make_user(ledger, "stays");
    struct session sessions[150], mine = make_with_file(ledger, stays, 0);
    struct error err = {0};
    int left = 0;
    for (size_t i = 0; i < 150; i++)
        sessions[i] = i % 2 ? make_with_file(ledger, user, 0) : make(ledger, user, "No file", 0);
    make_prompt(user, 5000, "x");
    make_prompt(stays, 5000, "y");
    ok(ledger_sessions_erase(ledger, user, &err) == 0, "all of a user's: %s", err.message);
    for (size_t i = 0; i < 150; i++)
        left += is_there(&sessions[i]);
    is_int(left, 0, "no file is left");
    is_str(walk(ledger, (struct session_walk){.user = user}), "", "nor a session");
    ok(!has_prompt(user, "") && has_prompt(stays, "1970-01-01/y.json"), "nor a prompt, but those of others");
    ok(is_there(&mine), "and their sessions");
    ok(ledger_sessions_erase(ledger, user, &err) == 0, "nothing to erase");
}

/* What the keeper does in each sweep, on a book whose clock is set. */
static unsigned char operation[OPERATION_ID]; /* the last one's id */

static int apply_again(struct book *book, enum operation op, const struct buf *in, struct buf *out) {
    struct unpack arguments = unpack_from(in->data ? in->data : "", in->len);
    struct error err = {0};
    bool wrote = false;
    buf_clear(out);
    int rc = book_apply(book, op, operation, &arguments, out, &wrote, &err);
    if (rc < 0 && err.kind != ERR_NOT_FOUND)
        printf("# %s\n", err.message);
    return rc;
}

static int apply(struct book *book, enum operation op, const struct buf *in, struct buf *out) {
    operation[0]++;
    return apply_again(book, op, in, out);
}

static size_t count_ended(struct book *book) {
    struct buf in, out;
    size_t count = 0;
    buf_init(&in, 16);
    buf_init(&out, 1 << 16);
    pack_bytes(&in, "", 0);
    apply(book, OP_SESSION_ENDED, &in, &out);
    struct unpack rows = unpack_from(out.data ? out.data : "", out.len);
    for (unsigned char end[SESSION_END]; rows.at < rows.end; count++) {
        unpack_raw(&rows, end, sizeof end);
        unpack_u(&rows);
    }
    buf_free(&in);
    buf_free(&out);
    return count;
}

static int ask(struct book *book, enum operation op, const struct session *session, int64_t to) {
    struct buf in, out;
    buf_init(&in, 1024);
    buf_init(&out, 1 << 16);
    pack_raw(&in, session->id, SESSION_ID);
    pack_u(&in, session->user);
    if (op == OP_SESSION_FIND)
        pack_u(&in, 0);
    pack_raw(&in, session->turn, SESSION_TURN); /* from here on for OP_SESSION_ADD */
    pack_i(&in, to);
    for (int i = 0; i < 3; i++)
        pack_i(&in, 1);
    pack_i(&in, 10); /* days */
    pack_text(&in, "x");
    int rc = apply(book, op, &in, &out);
    if (rc == 0 && op == OP_SESSION_ADD) {
        struct unpack answer;
        struct session once, again;
        answer = unpack_from(out.data, out.len);
        record_unpack_session(&answer, &once);
        ok(apply_again(book, op, &in, &out) == 0, "a turn is sent again");
        answer = unpack_from(out.data, out.len);
        record_unpack_session(&answer, &again);
        ok(once.messages == again.messages && once.updated == again.updated, "it is there once");
    }
    buf_free(&in);
    buf_free(&out);
    return rc;
}

static void test_expiry(void) {
    struct book book;
    struct error err = {0};
    struct ledger *ledger = open_ledger();
    uint64_t user = make_user(ledger, "expiring");
    struct session brief = make(ledger, user, "Brief", 10), used = make(ledger, user, "Used", 10);
    make(ledger, user, "Long", 0);
    ledger_free(ledger);
    if (!ok(book_open(&book, directory, false, 1024, &err) == 0, "the book opens: %s", err.message))
        return;
    const int64_t day = 86400000;
    book.now += 9 * day;
    is_int((long long)count_ended(&book), 0, "none has ended before its time");
    ok(ask(&book, OP_SESSION_ADD, &used, 100) == 0, "one is used");
    book.now += 2 * day;
    is_int((long long)count_ended(&book), 1, "the other one has ended");
    ok(ask(&book, OP_SESSION_FIND, &brief, 0) < 0, "it is found no more");
    ok(ask(&book, OP_SESSION_ADD, &brief, 100) < 0, "nor added to");
    ok(ask(&book, OP_SESSION_FIND, &used, 0) == 0, "the one that was used is there");
    ok(ask(&book, OP_SESSION_DROP, &used, 0) == 0 && ask(&book, OP_SESSION_FIND, &used, 0) == 0,
       "and is not dropped");
    ok(ask(&book, OP_SESSION_DROP, &brief, 0) == 0, "the ended one is");
    is_int((long long)count_ended(&book), 0, "and nothing is left of it");
    book_close(&book, false);
}

/* Who died after it said that a session has ended, and before it removed its file, leaves that to the
 * keeper. */
static void test_left_file(void) {
    struct ledger *ledger = open_ledger();
    struct session session = make_with_file(ledger, make_user(ledger, "leaver"), 0);
    struct error err = {0};
    struct book book;
    ledger_free(ledger);
    if (!ok(book_open(&book, directory, false, 1024, &err) == 0, "the book opens: %s", err.message))
        return;
    ok(ask(&book, OP_SESSION_END, &session, 0) == 0 && is_there(&session), "a session that left its file");
    book_close(&book, false);
    ledger = open_ledger();
    ledger_ping(ledger, &err);
    for (int i = 0; i < 1000 && is_there(&session); i++)
        usleep(10000);
    ok(!is_there(&session), "its file goes");
    ledger_free(ledger);
    if (!ok(book_open(&book, directory, false, 1024, &err) == 0, "the book opens: %s", err.message))
        return;
    is_int((long long)count_ended(&book), 0, "and then its record");
    book_close(&book, false);
}

/* Who died after it began to erase a user leaves the rest to the keeper. */
static void test_left_erasure(void) {
    struct ledger *ledger = open_ledger();
    struct user user = {0};
    struct buf in, out;
    struct error err = {0};
    struct book book;
    char wanted[NAME_TEXT];
    uint64_t id = make_user(ledger, "half-erased");
    struct session session = make_with_file(ledger, id, 0);
    make_prompt(id, clock_wall_ms() / 1000, "x");
    snprintf(wanted, sizeof wanted, "erased-%llu", (unsigned long long)id);
    ledger_free(ledger);
    if (!ok(book_open(&book, directory, false, 1024, &err) == 0, "the book opens: %s", err.message))
        return;
    buf_init(&in, 100);
    buf_init(&out, 1 << 16);
    pack_text(&in, "half-erased");
    pack_u(&in, 0);
    pack_u(&in, false);
    ok(apply(&book, OP_USER_ERASE, &in, &out) == 0, "erasing is begun");
    ok(is_there(&session) && has_prompt(id, ""), "the files are there");
    book_close(&book, false);
    buf_free(&in);
    buf_free(&out);
    ledger = open_ledger();
    ledger_ping(ledger, &err);
    for (int i = 0; i < 1000 && ledger_user_erase(ledger, wanted, &user, &err) < 0; i++)
        usleep(10000);
    is_str(user.name, wanted, "the name is gone");
    ok(!is_there(&session) && !has_prompt(id, ""), "the files before it");
    ledger_free(ledger);
}

/* More files than are looked at in one step cannot be removed, and stand before the one that can. */
static void test_session_obstacles(void) {
    enum { COUNT = SESSION_ROWS + 2 };
    struct ledger *ledger = open_ledger();
    uint64_t user = make_user(ledger, "obstacles");
    struct session sessions[COUNT];
    struct error err = {0};
    struct book book;
    char text[SESSION_ID_TEXT];
    size_t last = 0, ended = 0;
    for (size_t i = 0; i < COUNT; i++) {
        sessions[i] = make_with_file(ledger, user, 0);
        last = memcmp(sessions[i].id, sessions[last].id, SESSION_ID) > 0 ? i : last;
    }
    for (size_t i = 0; i < COUNT; i++)
        if (i != last) {
            session_file_drop(directory, user, sessions[i].id, &err);
            make_obstacle("sessions", user, session_id_write(sessions[i].id, text));
        }
    ledger_free(ledger);
    if (!ok(book_open(&book, directory, false, 1024, &err) == 0, "the book opens: %s", err.message))
        return;
    for (size_t i = 0; i < COUNT; i++)
        ended += ask(&book, OP_SESSION_END, &sessions[i], 0) == 0;
    is_int((long long)ended, COUNT, "sessions that end");
    book_close(&book, false);
    ledger = open_ledger();
    ledger_ping(ledger, &err);
    for (int i = 0; i < 1000 && is_there(&sessions[last]); i++)
        usleep(10000);
    ok(!is_there(&sessions[last]), "what can be removed goes");
    ledger_free(ledger);
}

int main(void) {
    if (secret_start() < 0)
        return 99;
    tempdir_make(directory);
    test_expiry();
    test_left_file();
    struct ledger *ledger = open_ledger();
    uint64_t user = make_user(ledger, "one"), other = make_user(ledger, "other");
    test_ids();
    test_records(ledger, user, other);
    test_walk(ledger);
    test_limit(ledger);
    test_every_cut(ledger, user);
    test_every_loss(ledger, user);
    test_within_line(ledger, user);
    test_added(ledger, user);
    test_late_turn(ledger, user);
    test_tail();
    test_lock(ledger, user);
    test_delete(ledger, user, other);
    test_prompts();
    test_prompt_obstacles();
    test_erase(ledger);
    ledger_free(ledger);
    test_left_erasure();
    test_session_obstacles();
    tempdir_remove(directory);
    return tap_done();
}
