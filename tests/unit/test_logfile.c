/* Log files: put aside when full, by one of several processes, begun anew when moved away. */
#include "base/logfile.h"

#include <errno.h>
#include <fcntl.h>
#include <sched.h>
#include <stdbool.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <utime.h>

#include "base/log.h"
#include "tap.h"
#include "tempdir.h"

#define NAME (TEMPDIR_PATH + 32)

static char directory[TEMPDIR_PATH], path[NAME];

/* What a file of the directory holds; "" if it is not there. */
static const char *content(const char *name) {
    static char text[4][4096];
    static int turn;
    char *out = text[turn++ % 4], file[NAME + 16];
    snprintf(file, sizeof file, "%s/%s", directory, name);
    FILE *in = fopen(file, "r");
    size_t len = in ? fread(out, 1, sizeof text[0] - 1, in) : 0;
    if (in)
        fclose(in);
    out[len] = '\0';
    return out;
}

static void write_text(struct logfile *file, const char *text) {
    logfile_write(file, text, strlen(text));
}

static void test_rotation(void) {
    struct logfile file = LOGFILE_STDERR;
    struct logfile_rules rules = {.max_bytes = 4, .keep = 2};
    logfile_open(&file, path);
    static const char *const lines[] = {"one\n", "two \n", "three\n", "four \n", "five \n"};
    for (size_t i = 0; i < sizeof lines / sizeof *lines; i++) {
        write_text(&file, lines[i]);
        logfile_watch(&file, &rules);
    }
    is_str(content("log"), "", "a new file is begun behind a full one");
    is_str(content("log.1"), "five \n", "which is the first put aside");
    is_str(content("log.2"), "four \n", "the one before is the second");
    is_str(content("log.3"), "", "and more are not kept");
    rules.keep = 1;
    write_text(&file, "six  \n");
    logfile_watch(&file, &rules);
    is_str(content("log.1"), "six  \n", "fewer are kept");
    is_str(content("log.2"), "", "when the rule says so");
    rules.keep = 0;
    write_text(&file, "seven\n");
    logfile_watch(&file, &rules);
    ok(!*content("log") && !*content("log.1"), "or none");
    rules.max_bytes = 0;
    write_text(&file, "eight\n");
    logfile_watch(&file, &rules);
    is_str(content("log"), "eight\n", "without a limit it grows");
}

/* Somebody else puts it aside: logrotate, or a person. */
static void test_moved(void) {
    char away[NAME + 8];
    struct logfile file = LOGFILE_STDERR;
    struct logfile_rules rules = {0};
    snprintf(away, sizeof away, "%s.moved", path);
    unlink(path);
    logfile_open(&file, path);
    write_text(&file, "before\n");
    rename(path, away);
    write_text(&file, "between\n");
    logfile_watch(&file, &rules);
    write_text(&file, "after\n");
    is_str(content("log"), "after\n", "a file that was moved away is begun anew");
    is_str(content("log.moved"), "before\nbetween\n", "and nothing is lost");
    struct stat about;
    ok(stat(path, &about) == 0 && (about.st_mode & 0777) == 0600, "it is nobody else's to read");
    unlink(path);
    logfile_watch(&file, &rules);
    write_text(&file, "again\n");
    is_str(content("log"), "again\n", "the same when it was removed");
}

/* The directory goes and comes back; meanwhile lines go to standard error. */
static void test_no_directory(void) {
    char inside[NAME + 16], where[NAME + 16];
    struct logfile file = LOGFILE_STDERR;
    struct logfile_rules rules = {0};
    snprintf(where, sizeof where, "%s/sub", directory);
    snprintf(inside, sizeof inside, "%s/sub/log", directory);
    mkdir(where, 0700);
    logfile_open(&file, inside);
    unlink(inside);
    rmdir(where);
    logfile_watch(&file, &rules);
    write_text(&file, "# this line of a log is on standard error\n");
    mkdir(where, 0700);
    logfile_watch(&file, &rules);
    write_text(&file, "back\n");
    is_str(content("sub/log"), "back\n", "a directory that went and came back");
}

static bool is_full(const struct logfile_rules *rules) {
    struct stat now;
    return stat(path, &now) == 0 && now.st_size > rules->max_bytes;
}

/* Many processes write and all of them watch, so that no file grows by more than what each writes between two
 * looks: each line is in one of the files, whole. */
static void test_processes(void) {
    enum { PROCESSES = 4, LINES = 500, KEPT = 900 };
    struct logfile_rules rules = {.max_bytes = 100, .keep = KEPT};
    unlink(path);
    for (int p = 0; p < PROCESSES; p++)
        if (fork() == 0) {
            struct logfile file = LOGFILE_STDERR;
            logfile_open(&file, path);
            for (int i = 0; i < LINES; i++) {
                char line[32];
                snprintf(line, sizeof line, "%d-%d\n", p, i);
                write_text(&file, line);
                while (i % 10 == 0 && (logfile_watch(&file, &rules), is_full(&rules)))
                    sched_yield(); /* another one is at it */
            }
            _exit(0);
        }
    while (wait(NULL) > 0)
        ;
    static int seen[PROCESSES][LINES];
    int files = 0, bad = 0, lines = 0;
    for (int f = 0; f <= KEPT; f++) {
        char name[NAME + 16], line[64];
        snprintf(name, sizeof name, f ? "%s.%d" : "%s", path, f);
        FILE *in = fopen(name, "r");
        if (!in)
            continue;
        files++;
        while (fgets(line, sizeof line, in)) {
            int p, i;
            char end;
            bool good = sscanf(line, "%d-%d%c", &p, &i, &end) == 3 && end == '\n' && p >= 0 &&
                        p < PROCESSES && i >= 0 && i < LINES && seen[p][i]++ == 0;
            bad += !good;
            lines += good;
        }
        fclose(in);
        unlink(name);
    }
    ok(files > 10, "several processes put files aside (%d)", files);
    is_int(lines, PROCESSES * LINES, "and each line is in one of them");
    is_int(bad, 0, "once and whole");
}

static void test_days(void) {
    char old[NAME + 8];
    struct logfile file = LOGFILE_STDERR;
    struct logfile_rules rules = {.keep = 9, .days = 2};
    struct utimbuf ago = {.modtime = time(NULL) - 3 * 86400};
    for (int i = 1; i <= 2; i++) {
        snprintf(old, sizeof old, "%s.%d", path, i);
        close(open(old, O_WRONLY | O_CREAT, 0600));
        if (i == 2)
            utime(old, &ago);
    }
    logfile_open(&file, path);
    logfile_watch(&file, &rules);
    struct stat about;
    snprintf(old, sizeof old, "%s.1", path);
    ok(stat(old, &about) == 0, "a file put aside of late is kept");
    snprintf(old, sizeof old, "%s.2", path);
    ok(stat(old, &about) < 0, "one that is older than its days goes");
}

/* ---- the two logs ------------------------------------------------------------------------ */

static void test_lines(void) {
    char access[NAME], line[64] = "a\nb\x7f"
                                  "c";
    struct logfile_rules rules = {0};
    snprintf(access, sizeof access, "%s/access", directory);
    unlink(path);
    log_open(path, access, &rules);
    log_line("hello %s", "x\r\ny");
    log_access(line, strlen(line));
    const char *words = content("log");
    ok(strstr(words, "hello x??y\n") && strchr(words, '\n')[1] == '\0', "a line cannot be forged");
    is_str(content("access"), "a?b?c\n", "nor one of the access log");
    log_open(path, path, &rules);
    snprintf(line, sizeof line, "together");
    log_access(line, strlen(line));
    ok(strstr(content("log"), "\ntogether\n") != NULL, "both may be one file");
    log_open(path, "", &rules);
    snprintf(line, sizeof line, "nowhere");
    log_access(line, strlen(line));
    ok(!strstr(content("log"), "nowhere") && !strstr(content("access"), "nowhere"),
       "or there is no access log");
}

/* Whether a path would do, without making it. */
static void test_try(void) {
    char name[NAME + 16];
    unlink(path);
    ok(logfile_try("") == 0 && logfile_try("-") == 0, "no file is no trouble");
    is_int(logfile_try(path), 0, "one that can be made");
    ok(access(path, F_OK) < 0, "and is not made");
    close(open(path, O_CREAT | O_WRONLY, 0600));
    is_int(logfile_try(path), 0, "one that is there");
    is_int(logfile_try(directory), EISDIR, "a directory");
    snprintf(name, sizeof name, "%s/away/log", directory);
    is_int(logfile_try(name), ENOENT, "one in a directory that is not there");
    snprintf(name, sizeof name, "%s/log/log", directory);
    is_int(logfile_try(name), ENOTDIR, "one in a file");
    if (geteuid() != 0) {
        chmod(path, 0400);
        is_int(logfile_try(path), EACCES, "one that may only be read");
        chmod(path, 0600);
    }
}

int main(void) {
    tempdir_make(directory);
    snprintf(path, sizeof path, "%s/log", directory);
    test_rotation();
    test_moved();
    test_no_directory();
    test_processes();
    test_days();
    test_lines();
    test_try();
    tempdir_remove(directory);
    return tap_done();
}
