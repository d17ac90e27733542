/* The logs: one append per line. */
#include "base/log.h"

#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "base/clock.h"
#include "base/tame.h"

#define LINE 2048

static struct logfile words = LOGFILE_STDERR, requests = LOGFILE_STDERR;
static _Atomic bool together = true; /* requests go to the file of the words */
static struct logfile_rules rules;

void log_open(const char *path, const char *access_path, const struct logfile_rules *new_rules) {
    rules = *new_rules;
    bool same = strcmp(path, access_path) == 0;
    logfile_open(&words, path);
    if (!same)
        logfile_open(&requests, access_path);
    together = same;
}

void log_watch(void) {
    logfile_watch(&words, &rules);
    if (!together)
        logfile_watch(&requests, &rules);
}

/* Makes a line of it. */
static void write_line(struct logfile *file, char *line, size_t len) {
    tame(line, len);
    line[len] = '\n';
    logfile_write(file, line, len + 1);
}

void log_line(const char *format, ...) {
    char line[LINE], when[CLOCK_TEXT];
    int head =
        snprintf(line, sizeof line, "%s [%d] ", clock_write(clock_wall_ms() / 1000, when), (int)getpid());
    va_list args;
    va_start(args, format);
    vsnprintf(line + head, sizeof line - (size_t)head - 1, format, args);
    va_end(args);
    write_line(&words, line, strlen(line));
}

void log_access(char *line, size_t len) {
    write_line(together ? &words : &requests, line, len);
}
