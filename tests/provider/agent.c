/* What an agent's model does in its turn. Knows no API. */
#include "agent.h"

#include <string.h>

#define SAID "The tool said: "
#define EXEC "const r = await tools.exec_command({cmd: 'echo from-the-tool'}); text(r);"

/* The tools of real agents that can say something. A custom one wants a text, not JSON. */
static const struct known {
    const char *name, *arguments;
    bool custom;
} known[] = {
    {"Bash", "{\"command\":\"echo from-the-tool\",\"description\":\"say it\"}", false},
    {"exec_command", "{\"cmd\":\"echo from-the-tool\"}", false},
    {"shell", "{\"command\":[\"echo\", \"from-the-tool\"]}", false},
    {"shell_command", "{\"command\":\"echo from-the-tool\"}", false},
    {"exec", EXEC, true},
    {"functions__exec", "{\"input\":\"" EXEC "\"}", false}, /* the same, behind a gateway */
    {"run_shell_command", "{\"command\":\"echo from-the-tool\"}", false},
};

static const struct known *find(const struct tool *tools, size_t count, const struct tool **tool) {
    for (size_t i = 0; i < sizeof known / sizeof *known; i++)
        for (size_t j = 0; j < count; j++)
            if (strcmp(known[i].name, tools[j].name) == 0 && known[i].custom == tools[j].custom) {
                *tool = &tools[j];
                return &known[i];
            }
    return NULL;
}

static void repeat(struct scene *scene, const char *result, size_t len) {
    struct buf text;
    buf_init(&text, SIZE_MAX / 2);
    buf_puts(&text, SAID);
    buf_add(&text, result, len);
    scene->calls = 0;
    scene_echo(scene, text.data, text.len);
    buf_free(&text);
}

const struct tool *agent_act(struct scene *scene, const struct tool *tools, size_t count, const char *result,
                             size_t len) {
    if (result) {
        repeat(scene, result, len);
        return NULL;
    }
    scene->calls = count > 0;
    if (count == 0)
        return NULL;
    const struct tool *tool = tools;
    const struct known *real = find(tools, count, &tool);
    if (real) {
        scene_echo(scene, real->arguments, strlen(real->arguments));
        scene->ready_arguments = true;
    }
    return tool;
}
