/* IndoxRouter's transcription and translation (POST /audio/stt/…): whatever is heard comes within JSON. */
#include <string.h>

#include "dialects/chat_indox.h"
#include "dialects/indox_members.h"
#include "dialects/transcribe.h"

#define USUAL_MODEL        "whisper-1" /* IndoxRouter's, where nothing is said */
#define GRANULARITIES      "timestamp_granularities"
#define GRANULARITIES_MOST 8

static int read_granularities(const struct task *task, struct error *err) {
    const struct form_part *field;
    struct span rest, value;
    enum scan_type type = SCAN_STRING;
    int count = 0;
    if (transcribe_field(task->form, GRANULARITIES, &field, err) < 0)
        return -1;
    if (!field)
        return 0;
    const char *object = arena_printf(task->arena, "{\"l\":%.*s}", (int)field->text.len, field->text.at);
    struct scan_want list = {.name = "l"};
    struct error ignored = {0};
    if (scan_object((struct span){object, strlen(object)}, &list, 1, 2, &ignored) < 0 ||
        list.type != SCAN_ARRAY || list.seen != 1)
        return error_param(err, ERR_REQUEST, GRANULARITIES, "\"" GRANULARITIES "\" must be a JSON list.");
    for (rest = list.value; scan_next(&rest, &value, &type) && type == SCAN_STRING;)
        count++;
    return type == SCAN_STRING && count <= GRANULARITIES_MOST
               ? 0
               : error_param(err, ERR_REQUEST, GRANULARITIES,
                             "\"" GRANULARITIES "\" must be a list of words.");
}

static int read_request(struct task *task, struct error *err) {
    const struct form_part *byok, *provided;
    const char *provider = NULL, *model;
    if (transcribe_name(task, "model", &model, err) < 0 ||
        transcribe_field(task->form, "provider", &provided, err) < 0 ||
        transcribe_field(task->form, "byok_api_key", &byok, err) < 0)
        return -1;
    if (provided && provided->text.len && transcribe_name(task, "provider", &provider, err) < 0)
        return -1;
    if (provider && strchr(provider, '/'))
        return error_param(err, ERR_REQUEST, "provider", "\"provider\" must be the name of a provider.");
    if (byok && byok->text.len)
        return error_param(err, ERR_REQUEST, "byok_api_key",
                           "\"byok_api_key\" is not possible here: the hub asks providers with keys of its "
                           "own.");
    indox_set_model(task, provider, model, USUAL_MODEL);
    if (transcribe_read(task, err) < 0 || read_granularities(task, err) < 0)
        return -1;
    return task->stream ? error_param(err, ERR_REQUEST, "stream", "\"stream\" must be false.") : 0;
}

/* ---- as OpenAI's form ---------------------------------------------------------------- */

static void add(struct form *form, struct form_part part) {
    form->part[form->count++] = part;
}

/* A list in JSON becomes a field for each of its words. */
static void add_granularities(struct form *form, struct span list, struct arena *arena) {
    struct span rest = list, value;
    enum scan_type type;
    while (scan_next(&rest, &value, &type))
        add(form, (struct form_part){.name = GRANULARITIES "[]", .text = chat_unquote(arena, value)});
}

static struct form *edit_form(const struct task *task, struct arena *arena) {
    const struct form *old = task->form;
    struct form *form = arena_alloc(arena, sizeof *form);
    form->part = arena_alloc(arena, (old->count + GRANULARITIES_MOST) * sizeof *form->part);
    for (size_t i = 0; i < old->count; i++) {
        const struct form_part *part = &old->part[i];
        if (strcmp(part->name, GRANULARITIES) == 0)
            add_granularities(form, part->text, arena);
        else if (strcmp(part->name, "provider") != 0 && strcmp(part->name, "byok_api_key") != 0)
            add(form, *part);
    }
    return form;
}

/* ---- answers ----------------------------------------------------------------------- */

static void put(struct json_writer *w, const char *name, struct span value) {
    if (value.at)
        json_member_put(w, name, value);
    else
        json_member_raw(w, name, "null");
}

static void write_reply(const struct chat_head *head, const struct task *task, const struct task_reply *reply,
                        struct joint *out) {
    const struct transcript_reply *heard = reply->transcript;
    struct json_writer w = {.out = &out->text};
    (void)task;
    json_open(&w, '{');
    chat_indox_write_head(&w, head);
    json_member_bool(&w, "success", true);
    json_member_text(&w, "message", "");
    json_member_open(&w, "data", '{');
    json_member_put(&w, "text", heard->text);
    put(&w, "language", heard->language);
    put(&w, "duration", heard->duration);
    put(&w, "words", heard->words);
    put(&w, "segments", heard->segments);
    json_close(&w, '}');
    json_member_open(&w, "usage", '{');
    json_member_text(&w, "type", "audio");
    json_member_int(&w, "seconds", reply->usage.seconds);
    chat_indox_write_counts(&w, head, &reply->usage);
    json_close(&w, '}');
    json_close(&w, '}');
}

const struct task_dialect transcribe_indox = {.name = "indox",
                                              .kind = TASK_TRANSCRIBE,
                                              .family = &chat_indox,
                                              .like = &transcribe_openai,
                                              .read = read_request,
                                              .edit_form = edit_form,
                                              .write_reply = write_reply,
                                              .takes = TAKES_FORM},
                          translate_indox = {.name = "indox",
                                             .kind = TASK_TRANSLATE,
                                             .family = &chat_indox,
                                             .like = &translate_openai,
                                             .read = read_request,
                                             .edit_form = edit_form,
                                             .write_reply = write_reply,
                                             .takes = TAKES_FORM};
