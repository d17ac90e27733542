/* The text of an answer, word by word. */
#include "scene.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "schema_sample.h"
#include "thought.h"

void scene_free(struct scene *scene) {
    buf_free(&scene->path);
    buf_free(&scene->betas);
    buf_free(&scene->name);
    json_decref(scene->body);
    buf_free(&scene->echo);
    free(scene->echo_ends);
}

void scene_plan(struct scene *scene) {
    scene->choices = 1;
    scene->thoughts = (unsigned)scene->how.think;
    scene->calls = (unsigned)scene->how.tools;
    scene->words = (unsigned)scene->how.events;
}

void scene_echo(struct scene *scene, const char *text, size_t len) {
    size_t room = 0;
    scene->words = 0;
    buf_free(&scene->echo);
    free(scene->echo_ends);
    scene->echo_ends = NULL;
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

static void add_echo(const struct scene *scene, unsigned i, struct buf *out) {
    size_t from = i ? scene->echo_ends[i - 1] : 0;
    buf_add(out, scene->echo.data + from, scene->echo_ends[i] - from);
}

void scene_word(const struct scene *scene, unsigned i, struct buf *out) {
    size_t begin = out->len;
    if (scene->how.mark)
        buf_printf(out, "%s:%u ", scene->user, i);
    if (scene->echo_ends) {
        add_echo(scene, i, out);
    } else if (!scene->how.mark) {
        buf_printf(out, "word%u ", i);
    }
    pad(out, begin, (size_t)(scene->how.bigline && i == 0 ? scene->how.bigline : scene->how.text));
}

void scene_argument(const struct scene *scene, unsigned i, struct buf *out) {
    struct buf word, quoted;
    if (scene->ready_arguments) {
        add_echo(scene, i, out);
        return;
    }
    if (scene->freeform) {
        scene_word(scene, i, out);
        return;
    }
    buf_init(&word, SIZE_MAX / 2);
    buf_init(&quoted, SIZE_MAX / 2);
    scene_word(scene, i, &word);
    buf_quote(&quoted, word.data ? word.data : "", word.len);
    if (i == 0)
        buf_puts(out, "{\"text\":\"");
    buf_add(out, quoted.data + 1, quoted.len - 2); /* the quotes stand around all words */
    if (i + 1 == scene->words)
        buf_puts(out, "\"}");
    buf_free(&word);
    buf_free(&quoted);
}

void scene_say(struct scene *scene, const char *text, size_t len) {
    scene->how.mark = scene->how.text = scene->how.bigline = 0;
    scene_echo(scene, text, len);
}

void scene_sample(struct scene *scene, const json_t *schema) {
    json_t *value = schema ? schema_sample(schema) : json_pack("{s:s}", "text", "word0 word1");
    char *text = json_dumps(value, JSON_ENCODE_ANY);
    scene_say(scene, text, strlen(text));
    free(text);
    json_decref(value);
}

void scene_stop(struct scene *scene, const char *stop, size_t len) {
    struct buf text;
    buf_init(&text, SIZE_MAX / 2);
    buf_puts(&text, "");
    scene_text(scene, &text);
    const char *found = memmem(text.data, text.len, stop, len);
    if (found) {
        scene->stop = stop;
        scene_say(scene, text.data, (size_t)(found - text.data));
    }
    buf_free(&text);
}

void scene_limit(struct scene *scene, size_t most) {
    size_t wanted = (size_t)scene->thoughts + scene->words;
    if (most >= wanted)
        return;
    scene->limited = true;
    if (scene->thoughts > most)
        scene->thoughts = (unsigned)most;
    scene->words = (unsigned)most - scene->thoughts;
    if (scene->words == 0)
        scene->calls = 0;
}

void scene_prompt(struct scene *scene, unsigned tokens) {
    unsigned cached = (unsigned)scene->how.cached, written = (unsigned)scene->how.written;
    if (scene->how.prompt > 0)
        tokens = (unsigned)scene->how.prompt;
    scene->prompt_tokens = tokens;
    scene->cached_tokens = cached < tokens ? cached : tokens;
    scene->written_tokens = written < tokens - scene->cached_tokens ? written : tokens - scene->cached_tokens;
}

void scene_reasoning(const struct scene *scene, struct buf *out) {
    for (unsigned i = 0; i < scene->thoughts; i++)
        thought_word(i, out);
}

void scene_text(const struct scene *scene, struct buf *out) {
    for (unsigned i = 0; i < scene->words; i++)
        scene_word(scene, i, out);
}

void scene_arguments(const struct scene *scene, struct buf *out) {
    for (unsigned i = 0; i < scene->words; i++)
        scene_argument(scene, i, out);
    if (scene->words == 0)
        buf_puts(out, scene->freeform ? "" : "{}");
}

unsigned scene_contents(const struct scene *scene) {
    unsigned said = scene->calls ? scene->calls * (scene->whole_calls ? 1 : scene->words) : scene->words;
    return scene->choices * (scene->thoughts + said + scene->pictures);
}

void scene_hide(struct scene *scene) {
    scene->hidden = scene->thoughts;
    scene->thoughts = 0;
}

bool scene_thinks(const struct scene *scene) {
    return scene->thoughts + scene->hidden > 0;
}

unsigned scene_tokens(const struct scene *scene) {
    return scene_thought_tokens(scene) + scene->choices * scene->words * (scene->calls ? scene->calls : 1);
}

unsigned scene_thought_tokens(const struct scene *scene) {
    return scene->choices * (scene->thoughts + scene->hidden);
}
