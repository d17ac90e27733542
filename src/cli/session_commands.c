/* Commands for sessions. */
#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "cli/command.h"
#include "cli/ledger_walk.h"
#include "cli/output.h"
#include "endpoints/session_view.h"

static json_t *describe(const struct session *session, const char *user) {
    char id[SESSION_ID_TEXT];
    return json_pack("{s:s, s:o, s:o, s:o, s:I, s:I, s:o, s:o, s:o, s:o}", "id",
                     session_id_write(session->id, id), "user", output_text(user), "title",
                     output_text(session->title), "model", output_text(session->model), "messages",
                     (json_int_t)session->messages, "tokens", (json_int_t)session->tokens, "cost",
                     output_money(session->cost), "created", output_time(session->created), "updated",
                     output_time(session->updated / 1000), "expires",
                     session->expires ? output_time(session->expires) : json_null());
}

static int find(struct cli *cli, const struct arguments *args, struct session *session,
                struct session_texts *texts, struct arena *arena, struct error *err) {
    const char *text = arguments_value(args, "ID");
    unsigned char id[SESSION_ID];
    if (!session_id_read(text, id))
        return error_set(err, ERR_REQUEST,
                         "ID: \"%.60s\" is no session's id: `aihub session list` shows them", text);
    return ledger_session_find(cli->ledger, 0, id, session, texts, arena, err);
}

int command_session_list(struct cli *cli, const struct arguments *args, struct error *err) {
    const char *name = arguments_value(args, "USER");
    struct user user = {0};
    struct session rows[SESSION_ROWS];
    struct output_list list;
    char owner[NAME_TEXT] = "";
    size_t count;
    int rc = 0;
    if (name && ledger_user_find(cli->ledger, name, &user, err) < 0)
        return -1;
    struct session_walk walk = {.user = user.id, .search = arguments_value(args, "--search")};
    output_list_begin(&list, cli->json, "id user title model messages tokens cost:usd updated");
    while (rc == 0 && !walk.ended) {
        rc = ledger_session_walk(cli->ledger, &walk, rows, &count, err);
        for (size_t i = 0; rc == 0 && i < count; i++) {
            rc = walk_user_name(cli->ledger, rows[i].user, owner, err);
            if (rc == 0)
                output_list_add(&list, describe(&rows[i], owner));
        }
    }
    output_list_end(&list);
    return rc;
}

int command_session_show(struct cli *cli, const struct arguments *args, struct error *err) {
    struct session session;
    char owner[NAME_TEXT];
    if (find(cli, args, &session, NULL, NULL, err) < 0 ||
        walk_user_name(cli->ledger, session.user, owner, err) < 0)
        return -1;
    output_object(cli->json, describe(&session, owner));
    return 0;
}

static int print_piece(void *arg, const char *bytes, size_t len, struct error *err) {
    return fwrite(bytes, 1, len, arg) == len
               ? 0
               : error_set(err, ERR_INTERNAL, "cannot write the output: %s", strerror(errno));
}

int command_session_export(struct cli *cli, const struct arguments *args, struct error *err) {
    const char *format = arguments_value(args, "--format");
    enum session_form form = SESSION_JSON;
    struct session session;
    struct session_texts texts;
    while (format && form < SESSION_FORM__MAX && strcmp(session_form_names[form], format) != 0)
        form++;
    if (form == SESSION_FORM__MAX)
        return error_set(err, ERR_REQUEST, "--format: json, jsonl or md, not \"%.20s\"", format);
    struct arena *arena = arena_new();
    int rc = find(cli, args, &session, &texts, arena, err);
    if (rc == 0)
        rc = session_view_write(cli->config->data_dir, &session, &texts, form, 0, print_piece, stdout, err);
    if (rc == 0 && form == SESSION_JSON)
        putchar('\n');
    arena_free(arena);
    return rc;
}

int command_session_delete(struct cli *cli, const struct arguments *args, struct error *err) {
    struct session session;
    if (find(cli, args, &session, NULL, NULL, err) < 0 ||
        ledger_session_delete(cli->ledger, 0, session.id, err) < 0)
        return -1;
    output_object(cli->json, json_pack("{s:s, s:s}", "id", arguments_value(args, "ID"), "state", "deleted"));
    return 0;
}
