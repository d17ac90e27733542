#ifndef ENDPOINTS_ENTRY_LINES_H
#define ENDPOINTS_ENTRY_LINES_H

#include "base/buf.h"
#include "endpoints/entry_names.h"

/*
 * Entries as lines of text. CSV is that of RFC 4180, its first line the names of the columns; a text that a
 * spreadsheet would take for a formula has an apostrophe before it. JSON has an object in each line. Times
 * are those of ISO 8601, money exact dollars.
 */
enum entry_format { ENTRY_CSV, ENTRY_JSONL, ENTRY_FORMAT__MAX };

/* The format of that name ("csv", "jsonl"); ENTRY_FORMAT__MAX if it is none. */
enum entry_format entry_format_find(const char *name);
const char *entry_format_type(enum entry_format format); /* its content type */

/* What stands before the first entry. */
void entry_lines_begin(struct buf *out, enum entry_format format);

/* One line. Returns 0, or -1 with err when a name cannot be found out. */
int entry_line(struct buf *out, enum entry_format format, const struct entry *entry,
               struct entry_names *names, struct error *err);

/* A text as a cell of such CSV. */
void entry_put_cell(struct buf *out, const char *text);

/* The last line of a text that breaks off. */
void entry_lines_break(struct buf *out, enum entry_format format, const char *why);

#endif
