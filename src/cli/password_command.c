/* The command that sets a user's password, read from standard input. */
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

#include "cli/command.h"
#include "cli/output.h"
#include "gate/password.h"

#define ROOM (PASSWORD_MOST + 2) /* one character too many shows, and the end of the line */

static struct termios as_found;

static const int deadly[] = {SIGINT, SIGTERM, SIGHUP, SIGQUIT};
#define DEADLY (sizeof deadly / sizeof *deadly)

/* Whoever gives up gets a terminal back that shows what is typed. */
static void restore_and_die(int signal) {
    tcsetattr(STDIN_FILENO, TCSANOW, &as_found);
    raise(signal); /* the second time it does what it does by default */
}

static void hide(struct sigaction before[DEADLY]) {
    struct sigaction action = {.sa_handler = restore_and_die, .sa_flags = (int)SA_RESETHAND};
    struct termios quiet = as_found;
    for (size_t i = 0; i < DEADLY; i++) {
        sigaction(deadly[i], &action, &before[i]);
        if (before[i].sa_handler == SIG_IGN)
            sigaction(deadly[i], &before[i], NULL);
    }
    quiet.c_lflag &= ~(tcflag_t)ECHO;
    tcsetattr(STDIN_FILENO, TCSAFLUSH, &quiet);
}

static void show(const struct sigaction before[DEADLY]) {
    tcsetattr(STDIN_FILENO, TCSAFLUSH, &as_found);
    for (size_t i = 0; i < DEADLY; i++)
        sigaction(deadly[i], &before[i], NULL);
    fputs("\n", stderr);
}

/* One line without its end. At a terminal nothing of it is shown. */
static int read_line(const char *prompt, char line[ROOM], struct error *err) {
    struct sigaction before[DEADLY];
    bool terminal = tcgetattr(STDIN_FILENO, &as_found) == 0;
    if (terminal) {
        fputs(prompt, stderr);
        hide(before);
    }
    bool read = fgets(line, ROOM, stdin);
    if (terminal)
        show(before);
    if (!read)
        return error_set(err, ERR_REQUEST, "the password is read from standard input: there is none");
    line[strcspn(line, "\n")] = '\0';
    return 0;
}

/* Who types it blindly types it twice. */
static int read_password(char password[ROOM], struct error *err) {
    char again[ROOM];
    if (read_line("New password: ", password, err) < 0)
        return -1;
    if (!isatty(STDIN_FILENO))
        return 0;
    if (read_line("Once more: ", again, err) < 0)
        return -1;
    return strcmp(password, again) == 0 ? 0 : error_set(err, ERR_REQUEST, "these are two passwords");
}

int command_user_password(struct cli *cli, const struct arguments *args, struct error *err) {
    struct user user;
    char password[ROOM];
    _Static_assert(SECRET_PASSWORD <= PASSWORD_TEXT, "the ledger has room for it");
    if (ledger_user_find(cli->ledger, arguments_value(args, "NAME"), &user, err) < 0 ||
        read_password(password, err) < 0 ||
        password_make(cli->config->data_dir, (struct span){password, strlen(password)}, user.password, err) <
            0 ||
        ledger_user_update(cli->ledger, USER_PASSWORD, &user, err) < 0)
        return -1;
    output_object(cli->json, json_pack("{s:o, s:s}", "name", output_text(user.name), "password", "set"));
    return 0;
}
