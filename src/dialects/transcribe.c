/* Reading forms with speech in them. */
#include "dialects/transcribe.h"

#include <string.h>

#include "base/decimal.h"
#include "canon/sound.h"

/* At the most, of models that charge by tokens: OpenAI reckons $0.006 a minute for gpt-4o-transcribe, at
 * $2.50 or $6 for a million tokens of sound; and fast speech has four words a second. */
#define SOUND_TOKENS    25 /* a second */
#define TEXT_TOKENS     5
#define BYTES_PER_TOKEN 4
#define NAME_MOST       200 /* bytes */

static int refuse(const char *name, const char *what, struct error *err) {
    return error_param(err, ERR_REQUEST, name, "\"%s\" %s.", name, what);
}

/* The part of that name, which may be there once; NULL: it is not there. */
static int find(const struct form *form, const char *name, const struct form_part **part, struct error *err) {
    *part = NULL;
    for (size_t i = 0; i < form->count; i++) {
        if (strcmp(form->part[i].name, name) != 0)
            continue;
        if (*part)
            return refuse(name, "is given twice", err);
        *part = &form->part[i];
    }
    return 0;
}

int transcribe_field(const struct form *form, const char *name, const struct form_part **field,
                     struct error *err) {
    if (find(form, name, field, err) < 0)
        return -1;
    return *field && (*field)->filename ? refuse(name, "must not be a file", err) : 0;
}

int transcribe_name(const struct task *task, const char *name, const char **into, struct error *err) {
    const struct form_part *field;
    *into = NULL;
    if (transcribe_field(task->form, name, &field, err) < 0)
        return -1;
    if (!field)
        return 0;
    struct span text = field->text;
    if (text.len == 0 || text.len > NAME_MOST || memchr(text.at, '\0', text.len))
        return refuse(name, "must be a name of 1 to 200 characters", err);
    *into = arena_strndup(task->arena, text.at, text.len);
    return 0;
}

/* Providers tell by the name what kind of sound it is. */
static int read_file(struct task *task, struct error *err) {
    const struct form_part *file;
    if (find(task->form, "file", &file, err) < 0)
        return -1;
    if (!file)
        return refuse("file", "is missing", err);
    if (!file->filename || !*file->filename)
        return refuse("file", "must be a file with a name", err);
    if (file->len == 0)
        return refuse("file", "must not be empty", err);
    task->transcript->file = file;
    return 0;
}

static bool is(struct span text, const char *word) {
    return text.len == strlen(word) && memcmp(text.at, word, text.len) == 0;
}

static int read_format(struct task *task, struct error *err) {
    static const char *const formats[] = {TRANSCRIPT_USUAL_FORMAT, "text", "srt",
                                          "verbose_json",          "vtt",  "diarized_json"};
    const struct form_part *field;
    task->transcript->format = TRANSCRIPT_USUAL_FORMAT;
    if (transcribe_field(task->form, "response_format", &field, err) < 0)
        return -1;
    if (!field)
        return 0;
    for (size_t i = 0; i < sizeof formats / sizeof *formats; i++)
        if (is(field->text, formats[i])) {
            task->transcript->format = formats[i];
            return 0;
        }
    return refuse("response_format", "must be one of json, text, srt, verbose_json, vtt, diarized_json", err);
}

/* A field's text as a JSON number; at == NULL: it is none. */
static struct span number_of(const struct task *task, struct span text) {
    struct scan_want want = {.name = "n"};
    struct error ignored = {0};
    const char *object = arena_printf(task->arena, "{\"n\":%.*s}", (int)text.len, text.at);
    bool good = scan_object((struct span){object, strlen(object)}, &want, 1, 1, &ignored) == 0 &&
                want.type == SCAN_NUMBER && want.value.len == text.len;
    return good ? want.value : (struct span){0};
}

static int read_temperature(struct task *task, struct error *err) {
    const struct form_part *field;
    int64_t millionths;
    if (transcribe_field(task->form, "temperature", &field, err) < 0)
        return -1;
    if (!field)
        return 0;
    struct span number = field->text.len <= NAME_MOST ? number_of(task, field->text) : (struct span){0};
    if (!number.at)
        return refuse("temperature", "must be a number", err);
    enum decimal how = decimal_scale(number, 6, &millionths);
    bool large =
        how == DECIMAL_LARGE || millionths > 1000000 || (millionths == 1000000 && how == DECIMAL_FINER);
    return how == DECIMAL_NEGATIVE || large ? refuse("temperature", "must be from 0 to 1", err) : 0;
}

static int read_stream(struct task *task, struct error *err) {
    const struct form_part *field;
    if (transcribe_field(task->form, "stream", &field, err) < 0)
        return -1;
    if (!field)
        return 0;
    task->stream = is(field->text, "true");
    return task->stream || is(field->text, "false") ? 0 : refuse("stream", "must be true or false", err);
}

/* ---- how long it is ---------------------------------------------------------------- */

struct place {
    const struct form *form;
    int64_t from;
};

static int read_bytes(void *arg, int64_t at, unsigned char *into, size_t len) {
    const struct place *place = arg;
    return place->form->read(place->form->arg, place->from + at, into, len);
}

/* Seconds that have begun. */
static int64_t measure(const struct form *form, const struct form_part *file) {
    struct place place = {form, file->from};
    struct sound sound = {.size = file->len, .read = read_bytes, .arg = &place};
    int64_t ms = form->read ? sound_length(&sound) : -1;
    if (ms < 0)
        ms = sound_longest(file->len);
    return ms > 0 ? (ms + 999) / 1000 : 1;
}

int transcribe_read(struct task *task, struct error *err) {
    const struct form_part *prompt, *language;
    task->transcript = arena_alloc(task->arena, sizeof *task->transcript);
    if (read_file(task, err) < 0 || read_format(task, err) < 0 || read_temperature(task, err) < 0 ||
        read_stream(task, err) < 0 || transcribe_field(task->form, "prompt", &prompt, err) < 0 ||
        transcribe_field(task->form, "language", &language, err) < 0)
        return -1;
    struct usage *most = &task->most;
    most->seconds = measure(task->form, task->transcript->file);
    most->audio_input = most->seconds * SOUND_TOKENS;
    most->prompt = most->audio_input + (prompt ? (int64_t)prompt->text.len / BYTES_PER_TOKEN + 1 : 0);
    most->output = most->seconds * TEXT_TOKENS;
    return 0;
}
