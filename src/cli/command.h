#ifndef CLI_COMMAND_H
#define CLI_COMMAND_H

#include <jansson.h>
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

/* A user as commands print it. */
json_t *user_describe(const struct user *user);

/* The commands, one for each row of the table in cli/aihub.c. */
command_function command_user_create, command_user_list, command_user_show, command_user_disable,
    command_user_enable, command_user_delete, command_user_erase, command_user_set, command_user_password,
    command_user_logout;
command_function command_token_rotate;
command_function command_credit_add, command_credit_list;
command_function command_plan_set, command_plan_list, command_plan_show, command_plan_delete;
command_function command_code_create, command_code_list, command_code_disable, command_code_enable,
    command_code_delete;
command_function command_key_create, command_key_list, command_key_show, command_key_set, command_key_rotate,
    command_key_disable, command_key_enable, command_key_delete;
command_function command_usage, command_entry_list, command_entry_export;
command_function command_session_list, command_session_show, command_session_export, command_session_delete;
command_function command_model_list, command_model_show, command_model_price, command_model_import;
command_function command_provider_list;
command_function command_check, command_doctor, command_keeper, command_settings;

#endif
