/* The text of an answer, word by word. */
#include "scene.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"

void scene_free(struct scene *scene) {
    json_decref(scene->body);
    buf_free(&scene->echo);
    free(scene->echo_ends);
}

void scene_echo(struct scene *scene, const char *text, size_t len) {
    size_t room = 0;
    scene->words = 0;
    buf_init(&scene->echo, len);
    buf_add(&scene->echo, text, len);
    for (size_t i = 0; i < len; i++) {
        if (i + 1 < len && !(text[i] == ' ' && text[i + 1] != ' '))
            continue;
        if (scene->words == room) {
            room = room ? room * 2 : 16;
            scene->echo_ends = xrealloc(scene->echo_ends, room * sizeof *scene->echo_ends);
        }
        scene->echo_ends[scene->words++] = i + 1;
    }
}

/* Fills the word up to the length, its blank included. */
static void pad(struct buf *out, size_t begin, size_t len) {
    static const char filler[] = "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx";
    while (out->len - begin + 1 < len) {
        size_t missing = len - 1 - (out->len - begin);
        buf_add(out, filler, missing < sizeof filler - 1 ? missing : sizeof filler - 1);
    }
    if (out->len - begin < len)
        buf_putc(out, ' ');
}

void scene_word(const struct scene *scene, unsigned i, struct buf *out) {
    size_t begin = out->len;
    if (scene->how.mark)
        buf_printf(out, "%s:%u ", scene->user, i);
    if (scene->echo_ends) {
        size_t from = i ? scene->echo_ends[i - 1] : 0;
        buf_add(out, scene->echo.data + from, scene->echo_ends[i] - from);
    } else if (!scene->how.mark) {
        buf_printf(out, "word%u ", i);
    }
    pad(out, begin, (size_t)(scene->how.bigline && i == 0 ? scene->how.bigline : scene->how.text));
}

unsigned scene_contents(const struct scene *scene) {
    return scene->choices * scene->words * (scene->calls ? scene->calls : 1);
}
