/* Passwords: which will do, that they are verified, and that few are hashed at once. */
#include "gate/password.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/clock.h"
#include "base/filelock.h"
#include "tap.h"
#include "tempdir.h"

#define PROCESSES 12

static char dir[TEMPDIR_PATH];

static struct span span(const char *text) {
    return (struct span){text, strlen(text)};
}

static void test_rules(void) {
    static char longest[PASSWORD_MOST + 2];
    memset(longest, 'x', sizeof longest - 1);
    static const struct {
        const char *text;
        size_t len;
        const char *error; /* a part of it; NULL: good */
    } rows[] = {
        {"", 0, "at least 8"},
        {"1234567", 7, "at least 8"},
        {"12345678", 8, NULL},
        {"        ", 8, NULL},
        {longest, PASSWORD_MOST, NULL},
        {longest, PASSWORD_MOST + 1, "at most 256"},
        {"gr\xc3\xbc\xc3\x9f Gott", 11, NULL},
        {"\xf0\x9f\x98\x80\xf0\x9f\x98\x80", 8, NULL},
        {"\xc3\xa4\xc3\xb6\xc3\xbc", 6, "at least 8"},
        {"\xc2\xa0"
         "123456",
         8, NULL},
        {"1234567\xff", 8, "UTF-8"},
        {"1234567\xc3", 8, "UTF-8"},
        {"12345\xed\xa0\x80", 8, "UTF-8"},
        {"123456\xc0\xaf", 8, "UTF-8"},
        {"1234567\n", 8, "control"},
        {"1234567\0", 8, "control"},
        {"1234567\x7f", 8, "control"},
        {"123456\xc2\x85", 8, "control"},
        {"123456\xc2\x9f", 8, "control"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct error err = {0};
        int rc = password_check((struct span){rows[i].text, rows[i].len}, &err);
        if (rows[i].error)
            ok(rc < 0 && err.kind == ERR_REQUEST && strcmp(err.param, "password") == 0 &&
                   strstr(err.message, rows[i].error),
               "password %zu: %s", i, err.message);
        else
            ok(rc == 0 && err.kind == ERR_NONE, "password %zu will do", i);
    }
}

static enum error_kind verify(const char *password, const char *stored) {
    struct error err = {0};
    int rc = password_verify(dir, span(password), stored, &err);
    if ((rc == 0) != (err.kind == ERR_NONE))
        ok(0, "an error, or none");
    if (err.kind == ERR_AUTH && (!err.code || strcmp(err.code, "invalid_credentials") != 0))
        ok(0, "an error has a code");
    return err.kind;
}

static void test_hashes(void) {
    char stored[SECRET_PASSWORD], again[SECRET_PASSWORD], damaged[SECRET_PASSWORD];
    struct error err = {0};
    ok(password_make(dir, span("correct horse"), stored, &err) == 0, "a hash is made");
    ok(strncmp(stored, "$argon2id$v=19$m=19456,t=2,p=1$", 31) == 0, "argon2id, 19 MiB, 2 passes: %.31s",
       stored);
    ok(!strstr(stored, "horse"), "it does not show the password");
    ok(password_make(dir, span("correct horse"), again, &err) == 0 && strcmp(stored, again) != 0,
       "the next one is another");
    is_int(verify("correct horse", stored), ERR_NONE, "the password");
    is_int(verify("correct horse", again), ERR_NONE, "with the other hash");
    is_int(verify("correct horsf", stored), ERR_AUTH, "another password");
    is_int(verify("correct hors", stored), ERR_AUTH, "a part of it");
    is_int(verify("correct horse ", stored), ERR_AUTH, "more than it");
    is_int(verify("", stored), ERR_AUTH, "none");
    is_int(verify("correct horse", NULL), ERR_AUTH, "no such user");
    is_int(verify("", NULL), ERR_AUTH, "no such user and no password");
    snprintf(damaged, sizeof damaged, "%s", stored);
    damaged[40] = '!';
    is_int(verify("correct horse", damaged), ERR_INTERNAL, "a damaged hash");
    is_int(verify("correct horse", ""), ERR_INTERNAL, "an empty one");
    static char giant[100000];
    memset(giant, 'x', sizeof giant - 1);
    is_int(verify(giant, stored), ERR_AUTH, "a giant");
    err = (struct error){0};
    ok(password_make(dir, span("short"), again, &err) < 0 && err.kind == ERR_REQUEST,
       "none is made of a bad one");
}

/* CPU, which others who use the machine do not change. */
static double cpu_of(const char *stored) {
    struct timespec before, after;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &before);
    for (int i = 0; i < 4; i++)
        verify("another password", stored);
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &after);
    return (double)(after.tv_sec - before.tv_sec) + (double)(after.tv_nsec - before.tv_nsec) / 1e9;
}

static void test_time(void) {
    char stored[SECRET_PASSWORD];
    struct error err = {0};
    ok(password_make(dir, span("correct horse"), stored, &err) == 0, "a hash");
    double known = cpu_of(stored), unknown = cpu_of(NULL);
    ok(known > 0.02 && unknown > known / 2 && unknown < 2 * known,
       "a user who is not there takes as long: %.0f and %.0f ms", 250 * known, 250 * unknown);
}

/* All places are taken: it is told when to come again, and works then. */
static void test_busy(void) {
    char path[TEMPDIR_PATH + 32], stored[SECRET_PASSWORD];
    int turns[PASSWORD_AT_ONCE];
    struct error err = {0};
    snprintf(path, sizeof path, "%s/password.lock", dir);
    for (int i = 0; i < PASSWORD_AT_ONCE; i++)
        turns[i] = filelock_take(path, PASSWORD_AT_ONCE, 0);
    ok(turns[PASSWORD_AT_ONCE - 1] >= 0 && filelock_take(path, PASSWORD_AT_ONCE, 0) < 0, "nothing is free");
    int64_t start = clock_mono_ms();
    ok(password_make(dir, span("correct horse"), stored, &err) < 0 && err.kind == ERR_UNAVAILABLE,
       "so none is made: %s", err.message);
    is_int(err.retry_after, 1, "now, but soon");
    ok(clock_mono_ms() - start >= 5000, "it waited");
    close(turns[2]);
    err = (struct error){0};
    ok(password_make(dir, span("correct horse"), stored, &err) == 0, "it can when one is free");
    for (int i = 0; i < PASSWORD_AT_ONCE; i++)
        if (i != 2)
            close(turns[i]);
    struct stat file;
    ok(stat(path, &file) == 0 && (file.st_mode & 0777) == 0600, "nobody else may open the file");
}

/* Many at once are all served, in turn. */
static void test_crowd(void) {
    char stored[SECRET_PASSWORD];
    struct error err = {0};
    int good = 0;
    ok(password_make(dir, span("correct horse"), stored, &err) == 0, "a hash");
    for (int i = 0; i < PROCESSES; i++)
        if (fork() == 0)
            _exit(password_verify(dir, span("correct horse"), stored, &err) == 0 ? 0 : 1);
    for (int i = 0, status; i < PROCESSES; i++)
        good += wait(&status) > 0 && status == 0;
    is_int(good, PROCESSES, "all that came together were served");
}

int main(void) {
    if (secret_start() < 0)
        return 1;
    tempdir_make(dir);
    test_rules();
    test_hashes();
    test_time();
    test_busy();
    test_crowd();
    tempdir_remove(dir);
    struct error err = {0};
    ok(password_verify(dir, span("correct horse"), NULL, &err) < 0 && err.kind == ERR_UNAVAILABLE,
       "no directory: %s", err.message);
    return tap_done();
}
