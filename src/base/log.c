/* The log: one append per line. */
#include "base/log.h"

#include <fcntl.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "base/clock.h"

#define LINE 2048

static _Atomic int sink = STDERR_FILENO;

/* Once there is a file its descriptor stays the same, so that nobody writes to a closed one. */
void log_open(const char *path) {
    int now = sink;
    int fd =
        path && strcmp(path, "-") != 0 ? open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600) : -1;
    if (fd < 0) {
        sink = STDERR_FILENO;
    } else if (now == STDERR_FILENO) {
        sink = fd;
    } else {
        dup3(fd, now, O_CLOEXEC);
        close(fd);
    }
}

/* Makes a text fit for one line: control characters become '?'. */
static void tame(char *text) {
    for (; *text; text++)
        if ((unsigned char)*text < 0x20 || *text == 0x7f)
            *text = '?';
}

void log_line(const char *format, ...) {
    char line[LINE], when[CLOCK_TEXT];
    int head =
        snprintf(line, sizeof line, "%s [%d] ", clock_write(clock_wall_ms() / 1000, when), (int)getpid());
    va_list args;
    va_start(args, format);
    vsnprintf(line + head, sizeof line - (size_t)head - 1, format, args);
    va_end(args);
    tame(line);
    size_t len = strlen(line);
    line[len++] = '\n';
    if (write(sink, line, len) < 0) {
        /* a log that cannot be written must not stop the hub */
    }
}
