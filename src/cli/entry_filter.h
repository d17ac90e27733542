#ifndef CLI_ENTRY_FILTER_H
#define CLI_ENTRY_FILTER_H

#include "cli/command.h"

/* Which entries a command is about, as its usage text says it. */
#define ENTRY_FILTER_USAGE                                                                                   \
    "[--user USER] [--key KEY] [--model MODEL] [--group GROUP] [--outcome OUTCOME] [--start TIME]"           \
    " [--end TIME] [--id ID]"

int entry_filter_read(struct cli *cli, const struct arguments *args, struct entry_filter *filter,
                      struct error *err);

#endif
