/* What is to be played for a request to the Gemini API that is good. */
#include <stdlib.h>
#include <string.h>

#include "gemini.h"
#include "hash.h"
#include "member.h"
#include "schema_sample.h"
#include "toolbox.h"

/* ---- the contents ---- */

/* The bytes of text in a content; adds them to `text` if there is one. */
static size_t content_text(const json_t *content, struct buf *text) {
    size_t i, bytes = 0;
    json_t *part;
    json_array_foreach(json_object_get(content, "parts"), i, part) {
        const json_t *said = json_object_get(part, "text");
        if (text && said)
            buf_add(text, json_string_value(said), json_string_length(said));
        bytes += json_string_length(said);
    }
    return bytes;
}

static unsigned count_prompt(const json_t *request) {
    const json_t *contents = json_object_get(request, "contents"),
                 *system = json_object_get(request, "systemInstruction");
    size_t i, bytes = content_text(system, NULL);
    json_t *content;
    json_array_foreach(contents, i, content) {
        bytes += content_text(content, NULL);
    }
    return (unsigned)((bytes + 3) / 4 + 3 * (json_array_size(contents) + (system ? 1 : 0)));
}

/* What the user said last. */
static void last_text(const json_t *contents, struct buf *text) {
    buf_puts(text, "");
    for (size_t i = json_array_size(contents); i-- > 0 && text->len == 0;)
        if (!member_is(json_array_get(contents, i), "role", "model"))
            content_text(json_array_get(contents, i), text);
}

/* The text of the last function response if the conversation ends in some. */
static bool last_result(const json_t *contents, struct buf *text) {
    static const char *const names[] = {"output", "error", "result"};
    const json_t *parts = json_object_get(json_array_get(contents, json_array_size(contents) - 1), "parts");
    const json_t *response = NULL, *told = NULL;
    for (size_t i = json_array_size(parts); i-- > 0 && !response;)
        response = json_object_get(json_object_get(json_array_get(parts, i), "functionResponse"), "response");
    for (size_t i = 0; i < sizeof names / sizeof *names && !json_is_string(told); i++)
        told = json_object_get(response, names[i]);
    buf_puts(text, "");
    if (json_is_string(told)) {
        buf_add(text, json_string_value(told), json_string_length(told));
    } else if (response) {
        char *dump = json_dumps(response, JSON_COMPACT);
        buf_puts(text, dump);
        free(dump);
    }
    return response != NULL;
}

/* ---- tools ---- */

static void collect(const json_t *tools, struct toolbox *box) {
    size_t i, j;
    json_t *tool, *declaration;
    json_array_foreach(tools, i, tool) {
        json_array_foreach(json_object_get(tool, "functionDeclarations"), j, declaration) {
            toolbox_add(box, (struct tool){.name = json_string_value(json_object_get(declaration, "name"))});
        }
    }
}

static void read_choice(const json_t *calling, struct toolbox *box) {
    size_t i;
    json_t *name;
    if (member_is(calling, "mode", "ANY"))
        box->choice = CHOICE_FORCED;
    else if (member_is(calling, "mode", "NONE"))
        box->choice = CHOICE_NONE;
    json_array_foreach(json_object_get(calling, "allowedFunctionNames"), i, name) {
        toolbox_choose(box, json_string_value(name));
    }
}

static void plan_calls(struct scene *scene, const json_t *request) {
    struct toolbox box = {0};
    struct buf result;
    collect(json_object_get(request, "tools"), &box);
    read_choice(json_object_get(json_object_get(request, "toolConfig"), "functionCallingConfig"), &box);
    buf_init(&result, SIZE_MAX / 2);
    bool is_result = last_result(json_object_get(request, "contents"), &result);
    scene->whole_calls = true;
    toolbox_plan(&box, scene, is_result ? result.data : NULL, result.len);
    buf_free(&result);
    toolbox_free(&box);
}

/* ---- the text ---- */

/* A text that fits what the request wants, if it wants JSON, or one of several words. */
static void plan_structure(struct scene *scene, const json_t *config) {
    const char *type = json_string_value(json_object_get(config, "responseMimeType"));
    const json_t *schema = json_object_get(config, "responseSchema");
    if (scene->calls || !type || (strcmp(type, "application/json") != 0 && strcmp(type, "text/x.enum") != 0))
        return;
    if (!schema)
        schema = json_object_get(config, "responseJsonSchema");
    json_t *value = schema ? schema_sample(schema) : NULL;
    if (strcmp(type, "text/x.enum") == 0 && json_is_string(value))
        scene_say(scene, json_string_value(value), json_string_length(value));
    else
        scene_sample(scene, schema);
    json_decref(value);
}

static void plan_stops(struct scene *scene, const json_t *config) {
    size_t i;
    json_t *stop;
    json_array_foreach(json_object_get(config, "stopSequences"), i, stop) {
        if (!scene->calls)
            scene_stop(scene, json_string_value(stop), json_string_length(stop));
    }
}

/* Thoughts are part of the limit; arguments that would be cut are left out altogether. */
static void plan_limit(struct scene *scene, const json_t *config) {
    const json_t *limit = json_object_get(config, "maxOutputTokens");
    if (limit)
        scene_limit(scene, (size_t)json_integer_value(limit));
    if (scene->limited && scene->calls && scene->ready_arguments)
        scene->calls = scene->words = 0;
    if (!json_is_true(json_object_get(json_object_get(config, "thinkingConfig"), "includeThoughts")))
        scene_hide(scene);
}

/* A picture, behind the text or instead of it, if the request wants one. */
static void plan_pictures(struct scene *scene, const json_t *config) {
    size_t i;
    json_t *modality;
    bool text = false;
    json_array_foreach(json_object_get(config, "responseModalities"), i, modality) {
        text = text || strcmp(json_string_value(modality), "TEXT") == 0;
        scene->pictures = scene->pictures || strcmp(json_string_value(modality), "IMAGE") == 0;
    }
    if (scene->calls)
        scene->pictures = 0;
    if (scene->pictures && !text)
        scene->words = 0;
}

void gemini_plan(struct scene *scene, const json_t *request) {
    const json_t *config = json_object_get(request, "generationConfig");
    const json_t *candidates = json_object_get(config, "candidateCount");
    struct buf said;
    buf_init(&said, SIZE_MAX / 2);
    last_text(json_object_get(request, "contents"), &said);
    scene_plan(scene);
    if (candidates)
        scene->choices = (unsigned)json_integer_value(candidates);
    if (scene->how.echo)
        scene_echo(scene, said.data, said.len);
    json_t *user = json_stringn(said.data, strcspn(said.data, " \n"));
    json_object_set_new(scene->body, "user", user);
    scene->user = json_string_value(user);
    plan_calls(scene, request);
    plan_structure(scene, config);
    plan_stops(scene, config);
    plan_limit(scene, config);
    plan_pictures(scene, config);
    scene->number = (unsigned)hash_bytes(said.data, said.len);
    scene->finish = *scene->how.finish ? scene->how.finish : scene->limited ? "MAX_TOKENS" : "STOP";
    scene_prompt(scene, count_prompt(request));
    buf_free(&said);
}
