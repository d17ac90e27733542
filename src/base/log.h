#ifndef BASE_LOG_H
#define BASE_LOG_H

/*
 * Diagnostics and access lines, one line each, written with a single append so
 * that the lines of several processes never mix. Control characters are
 * escaped: nobody outside can forge a line. The sink is the program's only
 * mutable global.
 */

/* Appends to that file (created with mode 0600), or to standard error for "-" and NULL. May be called again
 * to change it. */
void log_open(const char *path);

/* Writes "TIME [PID] TEXT". */
void log_line(const char *format, ...) __attribute__((format(printf, 1, 2)));

#endif
