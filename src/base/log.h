#ifndef BASE_LOG_H
#define BASE_LOG_H

#include <stddef.h>

#include "base/logfile.h"

/*
 * Two logs, which may be one file: the hub's own words, and a line for each request. Every
 * line is written with a single append, so that those of several processes never mix,
 * and its control characters are replaced: nobody outside can forge a line. The logs are the
 * program's only mutable globals.
 */

/* Each is a file (created with mode 0600), "-" for standard error, or for access "" for none. What cannot
 * be opened is standard error. May be called again to change it. */
void log_open(const char *path, const char *access_path, const struct logfile_rules *rules);

/* To be called about every second: files that were moved away are begun anew, those that are full put
 * aside. Not by two threads at once. */
void log_watch(void);

/* Writes "TIME [PID] TEXT". */
void log_line(const char *format, ...) __attribute__((format(printf, 1, 2)));

/* Writes a line for a request as it is, but for control characters; `line` must have room for one byte
 * more. */
void log_access(char *line, size_t len);

#endif
