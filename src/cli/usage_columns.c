/* The counts of a usage that few calls have, as columns. */
#include "cli/usage_columns.h"

void usage_columns_fill(json_t *row, const struct usage *usage) {
    for (size_t i = USAGE_USUAL; i < USAGE_COUNTS; i++)
        json_object_set_new(row, usage_counts[i].name, json_integer(usage_get(usage, i)));
}

void usage_columns_add(struct buf *columns, const struct usage *total) {
    for (size_t i = USAGE_USUAL; i < USAGE_COUNTS; i++)
        if (usage_get(total, i))
            buf_printf(columns, " %s", usage_counts[i].name);
}
