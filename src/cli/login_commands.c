/* Commands that end logins and change the key that signs tokens. */
#include "cli/command.h"
#include "cli/output.h"
#include "gate/token_key.h"

int command_user_logout(struct cli *cli, const struct arguments *args, struct error *err) {
    struct user user = {0};
    if (arguments_text(args, "NAME", user.name, sizeof user.name, err) < 0 ||
        ledger_user_update(cli->ledger, USER_LOGINS, &user, err) < 0)
        return -1;
    output_object(cli->json, json_pack("{s:o, s:s}", "name", output_text(user.name), "logins", "ended"));
    return 0;
}

int command_token_rotate(struct cli *cli, const struct arguments *args, struct error *err) {
    const struct config *config = cli->config;
    bool now = arguments_value(args, "--now");
    struct token_key key;
    if (token_key_rotate(config->data_dir, now ? 0 : config->token_seconds + TOKEN_KEY_SKEW, err) < 0 ||
        token_key_newest(config->data_dir, &key, err) < 0)
        return -1;
    output_object(cli->json, json_pack("{s:s, s:s}", "key", key.id, "tokens before",
                                       now ? "void" : "good until they expire"));
    return 0;
}
