/* The keys that sign the site's tokens: made once, rotated by many at once, read again when they changed. */
#include "gate/token_key.h"

#include <fcntl.h>
#include <inttypes.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/clock.h"
#include "base/jwt.h"
#include "base/secret.h"
#include "base/wholefile.h"
#include "tap.h"
#include "tempdir.h"

#define PROCESSES 6
#define ROTATIONS 8
#define DAY       86400
#define PATIENCE  60000

static char dir[TEMPDIR_PATH], path[TEMPDIR_PATH + 16];

static void begin(void) {
    tempdir_make(dir);
    snprintf(path, sizeof path, "%s/token.keys", dir);
}

static bool finds(const char *id, int lifetime, struct token_key *key) {
    struct error err = {0};
    if (token_key_find(dir, id, lifetime, key, &err) == 0)
        return true;
    if (err.kind != ERR_AUTH || !err.code || strcmp(err.code, JWT_CODE) != 0)
        ok(0, "unknown keys are no trouble: %s", err.message);
    return false;
}

static int files_in(const char *which) {
    char command[2 * TEMPDIR_PATH], digits[16] = "";
    snprintf(command, sizeof command, "ls %s | grep -c '%s'", which, ".");
    FILE *out = popen(command, "r");
    if (!out || !fgets(digits, sizeof digits, out))
        exit(99);
    pclose(out);
    return (int)strtol(digits, NULL, 10);
}

/* Many processes that start together; each writes what it got into the pipe. */
static void spawn(int results, void (*run)(int results)) {
    int gate[2];
    char byte;
    if (pipe(gate) < 0)
        exit(99);
    for (int i = 0; i < PROCESSES; i++)
        if (fork() == 0) {
            close(gate[1]);
            if (read(gate[0], &byte, 1) == 0)
                run(results);
            _exit(0);
        }
    close(gate[0]);
    close(gate[1]); /* all of them go */
    for (int i = 0; i < PROCESSES; i++)
        wait(NULL);
}

static void get_newest(int results) {
    struct token_key key;
    struct error err = {0};
    if (token_key_newest(dir, &key, &err) == 0 && write(results, &key, sizeof key) != sizeof key)
        _exit(1);
}

static void test_first(void) {
    struct token_key keys[PROCESSES], key;
    struct stat file;
    struct error err = {0};
    int results[2], same = 0;
    begin();
    if (pipe(results) < 0)
        exit(99);
    spawn(results[1], get_newest);
    ok(read(results[0], keys, sizeof keys) == sizeof keys, "every process has a key");
    for (int i = 0; i < PROCESSES; i++)
        same += memcmp(&keys[i], &keys[0], sizeof key) == 0;
    is_int(same, PROCESSES, "the same one");
    ok(token_key_newest(dir, &key, &err) == 0 && memcmp(&key, &keys[0], sizeof key) == 0,
       "and so has this one");
    ok(stat(path, &file) == 0 && (file.st_mode & 0777) == 0600, "nobody else may read the file");
    is_int(files_in(dir), 1, "nothing else is left");
    is_int((int)strlen(key.id), TOKEN_KEY_ID - 1, "it has an id");
    ok(finds(key.id, 0, &key), "it verifies, as long as it is the newest");
    ok(!finds("0123456789abcdef", DAY, &key) && !finds("", DAY, &key), "others do not");
    close(results[0]);
    close(results[1]);
    tempdir_remove(dir);
}

static void rotate_some(int results) {
    struct token_key key;
    struct error err = {0};
    for (int i = 0; i < ROTATIONS; i++) {
        if (token_key_rotate(dir, DAY, &err) < 0 || token_key_newest(dir, &key, &err) < 0)
            break;
        if (write(results, &key, sizeof key) != sizeof key)
            _exit(1);
    }
}

/* Nobody's key is lost, and whatever was the newest for anybody verifies for all. */
static void test_rotations(void) {
    static struct token_key key, got, newest;
    static char text[TOKEN_KEYS_MOST * 128];
    struct stat file;
    struct error err = {0};
    int results[2], count = 0, good = 0, lines = 0;
    begin();
    if (pipe(results) < 0)
        exit(99);
    spawn(results[1], rotate_some);
    close(results[1]);
    for (; read(results[0], &key, sizeof key) == sizeof key; count++)
        good += finds(key.id, DAY, &got) && memcmp(&got, &key, sizeof key) == 0;
    is_int(count, PROCESSES * ROTATIONS, "all rotated");
    is_int(good, count, "what each of them signed with verifies");
    ok(wholefile_read(path, text, sizeof text, &file) > 0 && (file.st_mode & 0777) == 0600, "the file");
    for (const char *at = text; (at = strchr(at, '\n')); at++)
        lines++;
    is_int(lines, PROCESSES * ROTATIONS + 1, "has a key of each, and the first one");
    is_int(files_in(dir), 2, "beside it is its lock");
    for (int i = lines; i < TOKEN_KEYS_MOST; i++)
        ok(token_key_rotate(dir, DAY, &err) == 0, "one more");
    ok(token_key_rotate(dir, DAY, &err) < 0 && err.kind == ERR_CONFLICT, "too many: %s", err.message);
    err = (struct error){0};
    ok(token_key_newest(dir, &newest, &err) == 0 && finds(newest.id, DAY, &got), "the newest");
    ok(token_key_rotate(dir, 0, &err) == 0, "all of them are made void");
    ok(!finds(key.id, DAY, &got) && !finds(newest.id, DAY, &got), "so they do not verify");
    close(results[0]);
    tempdir_remove(dir);
}

/* Another process rotates; this one notices. */
static void test_notice(void) {
    struct token_key old, now, got;
    struct error err = {0};
    begin();
    ok(token_key_newest(dir, &old, &err) == 0, "a key");
    pid_t child = fork();
    if (child == 0)
        _exit(token_key_rotate(dir, DAY, &err) < 0);
    waitpid(child, NULL, 0);
    char text[1024];
    struct stat file;
    ok(wholefile_read(path, text, sizeof text, &file) > 0, "the file");
    const char *line = strchr(text, '\n') + 1;
    char id[TOKEN_KEY_ID];
    snprintf(id, sizeof id, "%.16s", line);
    ok(finds(id, DAY, &got) && strcmp(got.id, id) == 0, "a new key is found at once");
    ok(finds(old.id, DAY, &got) && memcmp(&got, &old, sizeof got) == 0, "the old one verifies");
    ok(!finds(old.id, 0, &got), "but not if it must not live on");
    child = fork();
    if (child == 0)
        _exit(token_key_rotate(dir, DAY, &err) < 0);
    waitpid(child, NULL, 0);
    int64_t end = clock_mono_ms() + PATIENCE;
    do
        if (token_key_newest(dir, &now, &err) < 0)
            break;
    while (strcmp(now.id, id) == 0 && clock_mono_ms() < end);
    ok(strcmp(now.id, id) != 0 && err.kind == ERR_NONE, "what signs changes by itself");
    tempdir_remove(dir);
}

static void write_keys(const int *ages, int count) {
    char text[1024] = "";
    size_t len = 0;
    int64_t now = clock_wall_ms() / 1000;
    for (int i = 0; i < count; i++)
        len +=
            (size_t)snprintf(text + len, sizeof text - len, "%016d %" PRId64 " %064d\n", i, now - ages[i], i);
    if (wholefile_replace(path, text, len) < 0)
        exit(99);
}

/* How long a key serves counts from when the next one took its place. */
static void test_ages(void) {
    static const int ages[] = {10 * DAY, 5 * DAY, DAY, -1000};
    static const struct {
        int key, lifetime;
        bool good;
    } rows[] = {
        {0, 6 * DAY, true},  {0, 5 * DAY, false}, {0, 4 * DAY, false}, {1, 2 * DAY, true}, {1, DAY, false},
        {1, DAY / 2, false}, {2, 1, true},        {2, DAY, true},      {3, 0, true},       {3, DAY, true},
    };
    struct token_key key;
    struct error err = {0};
    char id[TOKEN_KEY_ID];
    begin();
    write_keys(ages, 4);
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        snprintf(id, sizeof id, "%016d", rows[i].key);
        ok(finds(id, rows[i].lifetime, &key) == rows[i].good, "key %d, lifetime %d", rows[i].key,
           rows[i].lifetime);
    }
    ok(token_key_rotate(dir, 2 * DAY, &err) == 0, "a rotation");
    ok(!finds("0000000000000000", 100 * DAY, &key), "drops the key that serves no more");
    ok(finds("0000000000000001", 100 * DAY, &key) && finds("0000000000000003", 100 * DAY, &key),
       "and no other");
    tempdir_remove(dir);
}

static void test_damage(void) {
    static const char *const texts[] = {
        "",
        "\n",
        "0000000000000000 1 00\n",
        "0000000000000000 1 0000000000000000000000000000000000000000000000000000000000000000",
        "0000000000000000 x 0000000000000000000000000000000000000000000000000000000000000000\n",
        "000000000000000 1 0000000000000000000000000000000000000000000000000000000000000000\n",
        "0000000000000000 1 0000000000000000000000000000000000000000000000000000000000000000 \n",
        "0000000000000000 1 0000000000000000000000000000000000000000000000000000000000000000\n\n",
        "0000000000000000 1 000000000000000000000000000000000000000000000000000000000000000g\n",
    };
    struct token_key key;
    begin();
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        struct error err = {0};
        char kept[256] = "";
        struct stat file;
        if (wholefile_replace(path, texts[i], strlen(texts[i])) < 0)
            exit(99);
        ok(token_key_newest(dir, &key, &err) < 0 && err.kind == ERR_UNAVAILABLE &&
               strstr(err.message, "damaged"),
           "damaged keys %zu: %s", i, err.message);
        err = (struct error){0};
        ok(token_key_find(dir, "0000000000000000", DAY, &key, &err) < 0 && err.kind == ERR_UNAVAILABLE,
           "which nobody verifies with");
        err = (struct error){0};
        ok(token_key_rotate(dir, DAY, &err) < 0 && err.kind == ERR_UNAVAILABLE &&
               wholefile_read(path, kept, sizeof kept, &file) == (ssize_t)strlen(texts[i]) &&
               strcmp(kept, texts[i]) == 0,
           "nor writes over");
    }
    struct error err = {0};
    unlink(path);
    ok(token_key_newest(dir, &key, &err) == 0, "one that was removed is made anew");
    tempdir_remove(dir);
    ok(token_key_rotate(dir, DAY, &err) < 0 && err.kind == ERR_UNAVAILABLE, "no directory: %s", err.message);
}

int main(void) {
    if (secret_start() < 0)
        return 1;
    test_first();
    test_rotations();
    test_notice();
    test_ages();
    test_damage();
    return tap_done();
}
