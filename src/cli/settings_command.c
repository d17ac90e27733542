/* The command that lists the settings of aihub.json. */
#include "cli/command.h"
#include "cli/output.h"

int command_settings(struct cli *cli, const struct arguments *args, struct error *err) {
    (void)args, (void)err;
    size_t count;
    const struct setting *setting = config_settings(&count);
    struct output_list list;
    output_list_begin(&list, cli->json, "setting meaning");
    for (size_t i = 0; i < count; i++)
        output_list_add(&list,
                        json_pack("{s:s, s:s}", "setting", setting[i].key, "meaning", setting[i].meaning));
    output_list_end(&list);
    return 0;
}
