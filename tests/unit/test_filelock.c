/* Places that processes take in turn. */
#include "base/filelock.h"

#include <errno.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/clock.h"
#include "base/secret.h"
#include "tap.h"
#include "tempdir.h"

#define PATIENCE 60000

static void test_places(const char *path) {
    int fds[4];
    for (int i = 0; i < 4; i++) {
        fds[i] = filelock_take(path, 4, 0);
        ok(fds[i] >= 0, "place %d", i + 1);
    }
    int64_t start = clock_mono_ms();
    errno = 0;
    ok(filelock_take(path, 4, 30) < 0 && errno == EAGAIN, "no fifth");
    ok(clock_mono_ms() - start >= 30, "after the time that was given");
    close(fds[2]);
    fds[2] = filelock_take(path, 4, 0);
    ok(fds[2] >= 0, "one that was given back");
    for (int i = 0; i < 4; i++)
        close(fds[i]);
}

/* A process that dies with a place, while this one waits for it. */
static void test_death(const char *path) {
    int ready[2];
    char byte;
    if (pipe(ready) < 0)
        exit(99);
    pid_t child = fork();
    if (child == 0) {
        if (filelock_take(path, 1, 0) < 0 || write(ready[1], "", 1) != 1)
            _exit(1);
        pause();
    }
    ok(read(ready[0], &byte, 1) == 1, "another process has the only place");
    ok(filelock_take(path, 1, 0) < 0 && errno == EAGAIN, "it cannot be had");
    kill(child, SIGKILL);
    int fd = filelock_take(path, 1, PATIENCE);
    ok(fd >= 0, "it can when that dies");
    waitpid(child, NULL, 0);
    close(fd);
    close(ready[0]);
    close(ready[1]);
}

int main(void) {
    char dir[TEMPDIR_PATH], path[TEMPDIR_PATH + 16];
    struct stat file;
    if (secret_start() < 0)
        return 1;
    tempdir_make(dir);
    snprintf(path, sizeof path, "%s/lock", dir);
    test_places(path);
    test_death(path);
    ok(stat(path, &file) == 0 && (file.st_mode & 0777) == 0600 && file.st_size == 0,
       "nobody else may open it");
    snprintf(path, sizeof path, "%s/none/lock", dir);
    ok(filelock_take(path, 1, PATIENCE) < 0 && errno == ENOENT, "no directory");
    tempdir_remove(dir);
    return tap_done();
}
