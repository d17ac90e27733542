/* Pictures that are stored for a link: their names, their room, their end. */
#include <dirent.h>
#include <fcntl.h>
#include <limits.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/secret.h"
#include "ledger/kept_files.h"

#include "tap.h"
#include "tempdir.h"

#define DAY   86400
#define COUNT 3

static char dir[TEMPDIR_PATH];

/* A PNG of so many bytes, as base64. */
static struct span picture(size_t len, char *text) {
    unsigned char *bytes = calloc(1, len);
    memcpy(bytes, "\x89PNG\r\n\x1a\n", 8);
    bytes[len - 1] = 'x';
    secret_base64(bytes, len, text);
    free(bytes);
    return (struct span){text, strlen(text)};
}

static void set_age(const char *name, int64_t now, int64_t age) {
    char path[2 * TEMPDIR_PATH];
    struct timespec times[] = {{.tv_sec = now - age}, {.tv_sec = now - age}};
    snprintf(path, sizeof path, "%s/files/%s", dir, name);
    ok(utimensat(AT_FDCWD, path, times, 0) == 0, "the age of %s", name);
}

static bool is_there(const char *name, int64_t now, int days) {
    int64_t len, left;
    int fd = kept_file_open(dir, name, now, days, &len, &left);
    if (fd >= 0)
        close(fd);
    return fd >= 0;
}

static int count_files(void) {
    char path[2 * TEMPDIR_PATH];
    int count = 0;
    snprintf(path, sizeof path, "%s/files", dir);
    DIR *files = opendir(path);
    for (struct dirent *entry; files && (entry = readdir(files)) != NULL;)
        count += entry->d_name[0] != '.';
    if (files)
        closedir(files);
    return count;
}

static void test_names(void) {
    static const char secret[] = "0123456789abcdef0123456789abcdef01234567";
    static const struct {
        const char *end, *type;
    } ends[] = {{".png", "image/png"},
                {".jpg", "image/jpeg"},
                {".webp", "image/webp"},
                {".gif", "image/gif"},
                {"", NULL},
                {".", NULL},
                {".html", NULL},
                {".svg", NULL},
                {".png.part", NULL},
                {"0.png", NULL},
                {".png/", NULL},
                {"/../x.png", NULL}};
    char name[100];
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++) {
        snprintf(name, sizeof name, "%s%s", secret, ends[i].end);
        is_str(kept_file_type(name), ends[i].type, name);
    }
    ok(!kept_file_type("") && !kept_file_type(".lock") && !kept_file_type(secret + 1) &&
           !kept_file_type("../aihub.json"),
       "others");
}

static void test_write(int64_t now) {
    static char text[400000];
    char name[KEPT_FILE_NAME], got[8];
    int64_t len = 0, left = 0;
    struct error err = {0};
    ok(kept_file_write(dir, 1 << 20, 0, picture(200001, text), name, &err) == 0, "written %s", err.message);
    is_str(kept_file_type(name), "image/png", "its type");
    set_age(name, now, 10);
    int fd = kept_file_open(dir, name, now, 1, &len, &left);
    ok(fd >= 0 && read(fd, got, 8) == 8 && memcmp(got, "\x89PNG\r\n\x1a\n", 8) == 0, "read");
    close(fd);
    is_int(len, 200001, "its length");
    is_int(left, DAY - 10, "how long it stays");
    ok(is_there(name, now + DAY - 11, 1) && !is_there(name, now + DAY - 10, 1), "its end");
    static const char *const bad[] = {
        "", "QUJD", "iVBORw0KGgo=AAAA", "iVBORw0KGgoAAAA", "iVBORw0KGgo!AAAA", "JVBERi0xLjQK"};
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        err = (struct error){0};
        ok(kept_file_write(dir, 1 << 20, 0, (struct span){bad[i], strlen(bad[i])}, name, &err) < 0 &&
               err.kind == ERR_UPSTREAM,
           "refused: \"%s\"", bad[i]);
    }
    is_int(count_files(), 1, "nothing else is left");
}

/* The oldest go, and only as many as must. */
static void test_room(int64_t now) {
    static char text[100000];
    char name[COUNT + 1][KEPT_FILE_NAME];
    struct error err = {0};
    for (int i = 0; i < COUNT; i++) {
        ok(kept_file_write(dir, 1 << 20, 0, picture(50000, text), name[i], &err) == 0, "picture %d %s", i,
           err.message);
        set_age(name[i], now, i == 1 ? 100 : 50 - i);
    }
    ok(kept_file_write(dir, 370000, 0, picture(50000, text), name[COUNT], &err) == 0, "one more %s",
       err.message);
    ok(is_there(name[0], now, 9999) && !is_there(name[1], now, 9999) && is_there(name[2], now, 9999) &&
           is_there(name[COUNT], now, 9999),
       "the oldest is gone");
    is_int(count_files(), COUNT + 1, "as many as there is room for");
    ok(kept_file_write(dir, 40000, 0, picture(50000, text), name[COUNT], &err) < 0 &&
           err.kind == ERR_UNAVAILABLE,
       "larger than all");
    is_int(count_files(), COUNT + 1, "and nothing goes for it");
    err = (struct error){0};
    ok(kept_file_write(dir, 370000, INT_MAX, picture(50000, text), name[COUNT], &err) < 0 &&
           err.kind == ERR_UNAVAILABLE,
       "less of the disk would be free than must be");
    is_str(err.code, "no_space", "the code");
    is_int(count_files(), COUNT + 1, "and nothing goes for that");
}

static void test_expiry(int64_t now) {
    static char text[1000];
    char name[2][KEPT_FILE_NAME], path[2 * TEMPDIR_PATH];
    struct error err = {0};
    for (int i = 0; i < 2; i++)
        ok(kept_file_write(dir, 1 << 20, 0, picture(100, text), name[i], &err) == 0, "picture %d", i);
    set_age(name[0], now, 2 * DAY);
    set_age(name[1], now, 2 * DAY - 1);
    snprintf(path, sizeof path, "%s/files/x.part", dir);
    close(open(path, O_WRONLY | O_CREAT, 0600));
    set_age("x.part", now, 3 * DAY);
    ok(kept_files_expire(dir, now, 2, 1, &err), "one at a time");
    ok(!kept_files_expire(dir, now, 2, 10, &err) && !err.kind, "then all");
    ok(access(path, F_OK) < 0 && !is_there(name[0], now, 9) && is_there(name[1], now, 9),
       "whose time is over, and no others");
    snprintf(path, sizeof path, "%s/files/%s", dir, name[0]);
    ok(symlink("/etc/passwd", path) == 0 && !is_there(name[0], now, 9), "no link is followed");
    ok(unlink(path) == 0 && mkfifo(path, 0600) == 0 && !is_there(name[0], now, 9),
       "nor is anything else a picture");
}

int main(void) {
    int64_t now = 2000000000;
    secret_start();
    tempdir_make(dir);
    struct error err = {0};
    ok(!kept_files_expire(dir, now, 1, 10, &err) && !err.kind, "before there are any");
    test_names();
    test_write(now);
    test_room(now);
    test_expiry(now);
    tempdir_remove(dir);
    return tap_done();
}
