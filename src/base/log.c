/* The logs: one append per line. */
#include "base/log.h"

#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "base/clock.h"

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

/* The control characters U+0080 to U+009F. */
static bool is_c1(const char *text) {
    return (unsigned char)text[0] == 0xc2 && (unsigned char)text[1] >= 0x80 && (unsigned char)text[1] < 0xa0;
}

/* Makes a line of it: control characters become '?', and a newline ends it. */
static void write_line(struct logfile *file, char *line, size_t len) {
    for (size_t i = 0; i < len; i++)
        if ((unsigned char)line[i] < 0x20 || line[i] == 0x7f)
            line[i] = '?';
        else if (i + 1 < len && is_c1(line + i))
            line[i] = line[i + 1] = '?';
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
