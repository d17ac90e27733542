#ifndef CLI_USAGE_COLUMNS_H
#define CLI_USAGE_COLUMNS_H

#include "base/buf.h"
#include "cli/output.h"

/* The counts of a usage that few calls have: always there for programs, for people where there are such. */

void usage_columns_fill(json_t *row, const struct usage *usage);

/* Adds their names to the columns of a list whose rows add up to `total`. */
void usage_columns_add(struct buf *columns, const struct usage *total);

#endif
