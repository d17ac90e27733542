#ifndef CLI_COMMAND_H
#define CLI_COMMAND_H

#include <stdbool.h>

#include "base/error.h"
#include "cli/arguments.h"
#include "config.h"
#include "ledger/ledger.h"

/* What every command works with. */
struct cli {
    bool json;
    struct config *config; /* NULL for commands that do without */
    struct ledger *ledger; /* the same */
};

/* Returns 0, or -1 with err: ERR_REQUEST when the words of the command line are at fault. */
typedef int command_function(struct cli *cli, const struct arguments *args, struct error *err);

/* The commands, one for each row of the table in cli/aihub.c. */
command_function command_user_create, command_user_list, command_user_show, command_user_disable,
    command_user_enable, command_user_delete, command_credit_add;
command_function command_key_create, command_key_list, command_key_show, command_key_disable,
    command_key_enable, command_key_delete;
command_function command_usage, command_entry_list;
command_function command_model_list, command_provider_list;
command_function command_check, command_doctor, command_keeper, command_settings;

#endif
