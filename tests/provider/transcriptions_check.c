/* The strictness of OpenAI's transcriptions and translations. */
#include <string.h>
#include <strings.h>

#include "form.h"
#include "member.h"
#include "openai.h"
#include "transcriptions.h"
#include "words.h"

#define FILE_MAX 26214400 /* bytes */

#define COMMON                                                                                               \
    {.name = "file", .type = FIELD_OBJECT, .required = true},                                                \
        {.name = "model", .type = FIELD_STRING, .required = true, .low = 1, .high = 512},                    \
        {.name = "prompt", .type = FIELD_STRING}, {                                                          \
        .name = "temperature", .type = FIELD_NUMBER, .low = 0, .high = 1                                     \
    }

static const struct field rows[] = {
    COMMON,
    {.name = "chunking_strategy", .type = FIELD_ANY},
    {.name = "chunking_strategy[prefix_padding_ms]", .type = FIELD_INT},
    {.name = "chunking_strategy[silence_duration_ms]", .type = FIELD_INT},
    {.name = "chunking_strategy[threshold]", .type = FIELD_NUMBER, .low = 0, .high = 1},
    {.name = "chunking_strategy[type]", .type = FIELD_STRING, .choice = "server_vad "},
    {.name = "include", .type = FIELD_ARRAY, .low = 1, .high = 1},
    {.name = "known_speaker_names", .type = FIELD_ARRAY, .low = 1, .high = 4},
    {.name = "known_speaker_references", .type = FIELD_ARRAY, .low = 1, .high = 4},
    {.name = "language", .type = FIELD_STRING, .low = 2, .high = 8},
    {.name = "response_format",
     .type = FIELD_STRING,
     .choice = "json text srt verbose_json vtt diarized_json "},
    {.name = "stream", .type = FIELD_BOOL},
    {.name = "timestamp_granularities", .type = FIELD_ARRAY, .low = 1, .high = 2},
};
static const struct fields fields = FIELDS(rows);

static const struct field translation_rows[] = {
    COMMON,
    {.name = "response_format", .type = FIELD_STRING, .choice = "json text srt verbose_json vtt "},
};
static const struct fields translation_fields = FIELDS(translation_rows);

static int refuse(struct error *err, const char *name, const char *why) {
    struct place where = {NULL, name, 0};
    return field_refuse(err, &where, "%s", why);
}

enum listener transcriptions_family(const struct scene *scene) {
    static const char whisper[] = "whisper";
    if (strncmp(scene->model, whisper, strlen(whisper)) == 0)
        return LISTENER_WHISPER;
    if (strstr(scene->model, "diarize"))
        return LISTENER_DIARIZE;
    return strstr(scene->model, "transcribe") ? LISTENER_TRANSCRIBE : LISTENER_OTHER;
}

/* ---- the file ---- */

static bool is_known_file(const char *name) {
    static const char *const endings[] = {"flac", "mp3", "mp4", "mpeg", "mpga", "m4a", "ogg", "wav", "webm"};
    const char *dot = strrchr(name, '.');
    for (size_t i = 0; dot && i < sizeof endings / sizeof *endings; i++)
        if (strcasecmp(dot + 1, endings[i]) == 0)
            return true;
    return false;
}

static int check_file(const struct scene *scene, struct error *err) {
    const json_t *file = json_object_get(scene->body, "file");
    json_int_t len = json_integer_value(json_object_get(file, "length"));
    if (!is_known_file(json_string_value(json_object_get(file, "filename"))))
        return error_param(err, ERR_REQUEST, "file",
                           "Invalid file format. Supported formats: ['flac', 'm4a', 'mp3', 'mp4', 'mpeg', "
                           "'mpga', 'ogg', 'wav', 'webm']");
    if (len == 0)
        return error_param(err, ERR_REQUEST, "file", "Audio file might be corrupted or unsupported");
    if (len > FILE_MAX && !scene->how.loose)
        return error_param(err, ERR_TOO_LARGE, "file",
                           "Maximum content size limit (%d) exceeded (%lld bytes read)", FILE_MAX,
                           (long long)len);
    return 0;
}

/* ---- what a family has ---- */

static int check_format(const struct scene *scene, enum listener family, struct error *err) {
    static const char *const formats[] = {
        [LISTENER_WHISPER] = "json text srt verbose_json vtt ",
        [LISTENER_OTHER] = "json text srt verbose_json vtt ",
        [LISTENER_TRANSCRIBE] = "json ",
        [LISTENER_DIARIZE] = "json text diarized_json ",
    };
    static const struct place where = {NULL, "response_format", 0};
    const char *format = json_string_value(json_object_get(scene->body, "response_format"));
    const char *known = scene->stream ? "json diarized_json " : formats[family];
    if (!format || (words_have(formats[family], format) && words_have(known, format)))
        return 0;
    return field_refuse(err, &where, "response_format '%s' is not compatible with model '%.80s'%s.", format,
                        scene->model, scene->stream ? " in a stream" : "");
}

static int check_words(const json_t *list, const char *name, const char *known, struct error *err) {
    size_t i;
    json_t *word;
    json_array_foreach(list, i, word) {
        if (!words_have(known, json_string_value(word)))
            return refuse(err, name, "there is no such value.");
    }
    return 0;
}

static int check_chunking(const struct scene *scene, enum listener family, struct error *err) {
    static const char name[] = "chunking_strategy";
    const json_t *body = scene->body, *strategy = json_object_get(body, name);
    bool nested = member_given(body, "chunking_strategy[prefix_padding_ms]") ||
                  member_given(body, "chunking_strategy[silence_duration_ms]") ||
                  member_given(body, "chunking_strategy[threshold]");
    if (nested && !member_given(body, "chunking_strategy[type]"))
        return refuse(err, name, "its type is missing.");
    if ((strategy || member_given(body, "chunking_strategy[type]")) && family == LISTENER_WHISPER)
        return refuse(err, name, "this model does not support it.");
    return strategy && !member_is(body, name, "auto") ? refuse(err, name, "supported are: auto, server_vad")
                                                      : 0;
}

static int check_family(const struct scene *scene, enum listener family, struct error *err) {
    const json_t *body = scene->body;
    bool speakers =
        member_given(body, "known_speaker_names") || member_given(body, "known_speaker_references");
    if (scene->stream && family == LISTENER_WHISPER)
        return refuse(err, "stream", "this model does not support streams.");
    if (member_given(body, "include") && family != LISTENER_TRANSCRIBE)
        return refuse(err, "include", "this model does not support it.");
    if (member_given(body, "timestamp_granularities") && !member_is(body, "response_format", "verbose_json"))
        return refuse(err, "timestamp_granularities",
                      "it goes with the response_format 'verbose_json' only.");
    if (speakers && family != LISTENER_DIARIZE)
        return refuse(err, "known_speaker_names", "this model does not support it.");
    if (member_given(body, "prompt") && family == LISTENER_DIARIZE)
        return refuse(err, "prompt", "this model does not support it.");
    if (json_array_size(json_object_get(body, "known_speaker_names")) !=
        json_array_size(json_object_get(body, "known_speaker_references")))
        return refuse(err, "known_speaker_names", "there must be as many references.");
    return check_chunking(scene, family, err);
}

/* ---- requests ---- */

static int read_form(struct scene *scene, const struct fields *known, struct error *err) {
    if (openai_read_model(scene, err) || form_read(scene->form, known, "file ", scene->body, err) ||
        fields_check(scene->body, known, NULL, scene->how.loose, err))
        return -1;
    return check_file(scene, err);
}

int transcriptions_check(struct scene *scene, struct error *err) {
    if (read_form(scene, &fields, err))
        return -1;
    enum listener family = transcriptions_family(scene);
    scene->stream = json_is_true(json_object_get(scene->body, "stream"));
    if (check_family(scene, family, err) || check_format(scene, family, err) ||
        check_words(json_object_get(scene->body, "include"), "include", "logprobs ", err))
        return -1;
    return check_words(json_object_get(scene->body, "timestamp_granularities"), "timestamp_granularities",
                       "word segment ", err);
}

int translations_check(struct scene *scene, struct error *err) {
    if (read_form(scene, &translation_fields, err))
        return -1;
    if (transcriptions_family(scene) >= LISTENER_TRANSCRIBE)
        return error_param(err, ERR_REQUEST, "model", "The model '%.80s' does not support translations.",
                           scene->model);
    return 0;
}
