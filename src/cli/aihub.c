/*
 * The operator's command line: finds the command in the table, reads its
 * arguments by its usage text, opens what it needs, and turns its result into
 * an exit status. A new command is a row here and a function.
 */
#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/jsonget.h"
#include "base/mem.h"
#include "base/secret.h"
#include "cli/command.h"
#include "cli/entry_filter.h"
#include "cli/output.h"

#define CALLS 16 /* the ledger wants a number; no command makes calls */

enum { GOOD, FAILED, WRONG_USAGE, NOBODY_ASKED = WRONG_USAGE };

static const char global_usage[] = "[--config FILE] [--json] [--help] [--version]";

static command_function show_version, show_help;

static const struct command {
    const char *words, *usage;
    command_function *run;
    bool bare; /* needs neither configuration nor ledger */
} commands[] = {
    {"user create", "NAME [--credit USD] [--plan PLAN] [--groups LIST] [--admin]", command_user_create,
     false},
    {"user list", "", command_user_list, false},
    {"user show", "NAME", command_user_show, false},
    {"user set", "NAME [--plan PLAN] [--groups LIST] [--admin] [--no-admin]", command_user_set, false},
    {"user password", "NAME", command_user_password, false},
    {"user logout", "NAME", command_user_logout, false},
    {"user disable", "NAME", command_user_disable, false},
    {"user enable", "NAME", command_user_enable, false},
    {"user delete", "NAME", command_user_delete, false},
    {"user erase", "NAME", command_user_erase, false},
    {"credit add", "USER USD [--note TEXT] [--limit]", command_credit_add, false},
    {"credit list", "[USER]", command_credit_list, false},
    {"plan set", "NAME [--limit LIMIT]... [--strict] [--no-strict] [--keep-days N]", command_plan_set, false},
    {"plan list", "", command_plan_list, false},
    {"plan show", "NAME", command_plan_show, false},
    {"plan delete", "NAME", command_plan_delete, false},
    {"code create", "[--amount USD] [--invitation] [--count N] [--expires TIME] [--name NAME]",
     command_code_create, false},
    {"code list", "[--state STATE]", command_code_list, false},
    {"code disable", "ID...", command_code_disable, false},
    {"code enable", "ID...", command_code_enable, false},
    {"code delete", "ID...", command_code_delete, false},
    {"key create",
     "USER [--name NAME] [--count N] [--requests N[/minute|hour|day]] [--limit LIMIT]... [--credit USD] "
     "[--expires TIME] [--models LIST] [--groups LIST] [--networks LIST] [--strict] [--keep-prompts]",
     command_key_create, false},
    {"key list", "[USER] [--search TEXT]", command_key_list, false},
    {"key show", "ID", command_key_show, false},
    {"key set",
     "ID [--name NAME] [--limit LIMIT]... [--credit USD] [--expires TIME] [--models LIST] [--groups LIST] "
     "[--networks LIST] [--strict] [--no-strict] [--keep-prompts] [--no-keep-prompts]",
     command_key_set, false},
    {"key rotate", "ID [--grace SECONDS]", command_key_rotate, false},
    {"key disable", "ID...", command_key_disable, false},
    {"key enable", "ID...", command_key_enable, false},
    {"key delete", "ID...", command_key_delete, false},
    {"token rotate", "[--now]", command_token_rotate, false},
    {"usage", "[USER] [--by model|key|day|hour] [--start TIME] [--end TIME]", command_usage, false},
    {"entry list", ENTRY_FILTER_USAGE " [--limit N]", command_entry_list, false},
    {"entry export", ENTRY_FILTER_USAGE " [--format csv|jsonl]", command_entry_export, false},
    {"session list", "[USER] [--search TEXT]", command_session_list, false},
    {"session show", "ID", command_session_show, false},
    {"session export", "ID [--format json|jsonl|md]", command_session_export, false},
    {"session delete", "ID", command_session_delete, false},
    {"model list", "[--provider P] [--kind K] [--all]", command_model_list, false},
    {"model show", "NAME", command_model_show, false},
    {"model price",
     "NAME [--prompt N] [--output N] [--cache-read N] [--cache-write N] [--cache-write-1h N] "
     "[--audio-input N] "
     "[--audio-cache-read N] [--audio-output N] [--image-input N] [--image-cache-read N] [--image-output N] "
     "[--searches N] [--requests N] [--images N] [--size S] [--quality Q] [--seconds N] [--characters N] "
     "[--group GROUP]",
     command_model_price, false},
    {"model import", "FILE [--provider P]... [--all] [--dry-run]", command_model_import, false},
    {"provider list", "[--all]", command_provider_list, false},
    {"check", "[--ledger]", command_check, false},
    {"doctor", "[URL] [--long] [--silence SECONDS]", command_doctor, false},
    {"keeper", "", command_keeper, false},
    {"settings", "", command_settings, true},
    {"version", "", show_version, true},
    {"help", "", show_help, true},
};

enum { COMMANDS = sizeof commands / sizeof *commands };

static int show_version(struct cli *cli, const struct arguments *args, struct error *err) {
    (void)args, (void)err;
    if (cli->json)
        output_object(true, json_pack("{s:s}", "version", PACKAGE_VERSION));
    else
        puts("aihub " PACKAGE_VERSION);
    return 0;
}

static void print_usage(FILE *to, const char *before, const struct command *command) {
    fprintf(to, "%saihub %s%s%s\n", before, command->words, *command->usage ? " " : "", command->usage);
}

static int show_help(struct cli *cli, const struct arguments *args, struct error *err) {
    (void)args, (void)err;
    if (!cli->json)
        puts("usage: aihub [--config FILE] [--json] COMMAND ...\n");
    for (size_t i = 0; i < COMMANDS; i++)
        if (cli->json)
            output_object(true,
                          json_pack("{s:s, s:s}", "command", commands[i].words, "usage", commands[i].usage));
        else
            print_usage(stdout, "  ", &commands[i]);
    return 0;
}

/* ---- finding the command ---------------------------------------------------- */

/* How many of the words a command is called by, 0 if by others. */
static size_t match(const struct command *command, char **words) {
    size_t count = 0;
    for (const char *at = command->words; *at; count++) {
        size_t len = strcspn(at, " ");
        if (!words[count] || strlen(words[count]) != len || memcmp(words[count], at, len) != 0)
            return 0;
        at += len + (at[len] == ' ');
    }
    return count;
}

/* *words is moved behind the command. */
static const struct command *find(char ***words) {
    for (size_t i = 0; i < COMMANDS; i++) {
        size_t count = match(&commands[i], *words);
        *words += count;
        if (count)
            return &commands[i];
    }
    return NULL;
}

/* Without a command the options --help and --version stand for those of that name. */
static const struct command *find_option(const struct arguments *args) {
    for (size_t i = 0; i < COMMANDS; i++)
        if ((arguments_value(args, "--version") && commands[i].run == show_version) ||
            (arguments_value(args, "--help") && commands[i].run == show_help))
            return &commands[i];
    return NULL;
}

static bool in_group(const struct command *command, const char *word) {
    size_t len = strlen(word);
    return len > 0 && strncmp(command->words, word, len) == 0 && command->words[len] == ' ';
}

static bool is_group(const char *word) {
    for (size_t i = 0; i < COMMANDS; i++)
        if (in_group(&commands[i], word))
            return true;
    return false;
}

static void print_group(FILE *to, const char *word) {
    fputs("usage:\n", to);
    for (size_t i = 0; i < COMMANDS; i++)
        if (in_group(&commands[i], word))
            print_usage(to, "  ", &commands[i]);
}

/* Whether nothing but options follows the first word of commands that have two. */
static bool group_alone(struct arguments *args, char **words, struct error *err) {
    char **rest = words + 1;
    return is_group(*words) && arguments_options(args, &rest, err) == 0 && !*rest;
}

#define WORDS_SIZE 64

/* The one word, of a command or a group of them, that is nearest. Returns whether one is near. */
static bool find_near_word(const char *word, char meant[WORDS_SIZE]) {
    char known[WORDS_SIZE];
    *meant = '\0';
    for (size_t i = 0; i < COMMANDS; i++) {
        snprintf(known, sizeof known, "%.*s", (int)strcspn(commands[i].words, " "), commands[i].words);
        if (jsonget_nearer(word, *meant ? meant : NULL, known) == known)
            memcpy(meant, known, sizeof known);
    }
    return *meant;
}

/* The command that is nearest to both words, else its first word. */
static bool find_near(char **words, char meant[WORDS_SIZE]) {
    char said[WORDS_SIZE];
    const char *found = NULL;
    snprintf(said, sizeof said, "%s%s%s", words[0], words[1] ? " " : "", words[1] ? words[1] : "");
    for (size_t i = 0; i < COMMANDS; i++)
        found = jsonget_nearer(said, found, commands[i].words);
    if (!found)
        return !is_group(words[0]) && find_near_word(words[0], meant);
    snprintf(meant, WORDS_SIZE, "%s", found);
    return true;
}

static int refuse_unknown(char **words, struct error *err) {
    char meant[WORDS_SIZE];
    bool near = find_near(words, meant);
    return error_set(err, ERR_REQUEST, "unknown command \"%s%s%s\"%s%s%s", words[0], words[1] ? " " : "",
                     words[1] ? words[1] : "", near ? "; did you mean \"" : "", near ? meant : "",
                     near ? "\"?" : "");
}

/* Finds the command and reads its arguments. *command is NULL if there is none, and *group the first
 * word of some that was said instead, NULL if none was. */
static int read_words(char **words, const struct command **command, const char **group,
                      struct arguments *args, struct error *err) {
    arguments_learn(args, global_usage);
    if (arguments_options(args, &words, err) < 0)
        return -1;
    *command = *words ? find(&words) : find_option(args);
    if (!*command && !*words)
        return error_set(err, ERR_REQUEST, "a command is missing");
    if (!*command) {
        bool alone = group_alone(args, words, err);
        *group = err->kind == ERR_NONE && is_group(*words) ? *words : NULL;
        return alone ? error_set(err, ERR_REQUEST, "\"%s\" is no whole command", *words)
                     : refuse_unknown(words, err);
    }
    arguments_learn(args, (*command)->usage);
    if (arguments_words(args, words, err) < 0)
        return -1;
    if (arguments_value(args, "--version") && !(*command)->bare)
        return error_set(err, ERR_REQUEST, "--version stands alone");
    return 0;
}

/* ---- running it -------------------------------------------------------------- */

static int report_places(struct error *err) {
    char places[sizeof err->message];
    config_places(places, sizeof places);
    return error_set(err, ERR_REQUEST, "no configuration: $AIHUB_CONFIG is not set, and there is none of %s",
                     places);
}

static int read_config(struct cli *cli, const char *path, struct error *err) {
    const char *said = getenv("AIHUB_CONFIG");
    char *located = path ? xstrdup(path) : config_locate();
    if (!path && !(said && *said) && access(located, F_OK) < 0)
        report_places(err);
    else
        cli->config = config_read(located, CONFIG_SECRETS_IF_THERE, err);
    free(located);
    return cli->config ? 0 : -1;
}

static int prepare(struct cli *cli, const struct command *command, const char *path, struct error *err) {
    if (read_config(cli, path, err) < 0)
        return -1;
    struct ledger_options options = {
        .data_dir = cli->config->data_dir,
        .make = command->run == command_user_create,
        .flush_each = cli->config->durability == DURABILITY_COMMIT,
        .flush_ms = cli->config->flush_ms,
        .cache_kb = cli->config->cache_kb,
        .disk_floor_mb = cli->config->disk_floor_mb,
        .retention_days = cli->config->retention_days,
        .prompt_days = cli->config->prompt_days,
        .file_days = cli->config->file_days,
        .calls = CALLS,
    };
    cli->ledger = ledger_new(&options);
    return 0;
}

/* Whoever ends a pipe early, as head does, has seen enough. */
static bool reader_left(void) {
    struct pollfd out = {.fd = STDOUT_FILENO};
    return poll(&out, 1, 0) == 1 && (out.revents & POLLERR);
}

static int run(const struct command *command, const struct arguments *args, struct error *err) {
    struct cli cli = {.json = arguments_value(args, "--json")};
    if (!command->bare && prepare(&cli, command, arguments_value(args, "--config"), err) < 0)
        return FAILED;
    int rc = command->run(&cli, args, err);
    if (cli.ledger)
        ledger_free(cli.ledger);
    config_free(cli.config);
    if ((fflush(stdout) == EOF || ferror(stdout)) && !reader_left())
        rc = error_set(err, ERR_INTERNAL, "cannot write the output: %s", strerror(errno));
    if (rc == 0)
        return GOOD;
    return err->kind == ERR_REQUEST ? WRONG_USAGE : err->kind == ERR_UPSTREAM ? NOBODY_ASKED : FAILED;
}

/* The command line from its words to an exit status. */
static int serve(char **words, struct arguments *args) {
    struct error err = {0};
    const struct command *command = NULL;
    const char *group = NULL;
    int status = WRONG_USAGE;
    if (read_words(words, &command, &group, args, &err) == 0) {
        if (arguments_value(args, "--help") && !command->bare) {
            print_usage(stdout, "usage: ", command);
            return GOOD;
        }
        if (arguments_complete(args, &err) == 0)
            status = run(command, args, &err);
    }
    if (group) {
        bool asked = arguments_value(args, "--help");
        if (!asked)
            fprintf(stderr, "aihub: %s\n", err.message);
        print_group(asked ? stdout : stderr, group);
        return asked ? GOOD : WRONG_USAGE;
    }
    if (status != GOOD)
        fprintf(stderr, "aihub: %s\n", err.message);
    if (err.kind == ERR_REQUEST && command && status == WRONG_USAGE)
        print_usage(stderr, "usage: ", command);
    else if (err.kind == ERR_REQUEST && status == WRONG_USAGE)
        fputs("`aihub help` lists the commands\n", stderr);
    return status;
}

int main(int argc, char **argv) {
    struct arguments args = {0};
    (void)argc;
    signal(SIGPIPE, SIG_IGN); /* else the death of a pager would cost the ledger a recovery */
    json_set_alloc_funcs(xmalloc, free);
    if (secret_start() < 0) {
        fputs("aihub: no source of randomness\n", stderr);
        return FAILED;
    }
    int status = serve(argv + 1, &args);
    arguments_free(&args);
    return status;
}
