/* The log: one append per line. */
#include "base/log.h"

#include <fcntl.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "base/clock.h"

#define LINE 2048

static int sink = STDERR_FILENO;
static pthread_mutex_t sink_lock = PTHREAD_MUTEX_INITIALIZER;

void log_open(const char *path) {
    int fd = STDERR_FILENO;
    if (path && strcmp(path, "-") != 0) {
        fd = open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
        if (fd < 0)
            fd = STDERR_FILENO;
    }
    pthread_mutex_lock(&sink_lock);
    int old = sink;
    sink = fd;
    if (old != STDERR_FILENO && old != fd)
        close(old);
    pthread_mutex_unlock(&sink_lock);
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
    pthread_mutex_lock(&sink_lock);
    if (write(sink, line, len) < 0) {
        /* a log that cannot be written must not stop the hub */
    }
    pthread_mutex_unlock(&sink_lock);
}
