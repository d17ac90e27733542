/* OpenAI's speech: bytes that follow from the text, piece by piece. */
#include <string.h>

#include "dialect.h"
#include "hash.h"
#include "measure.h"
#include "member.h"
#include "openai.h"
#include "quote.h"
#include "wave.h"
#include "words.h"

#define INPUT_MAX    4096
#define USUAL_PIECE  1024
#define PLAIN_VOICES "alloy ash ballad coral echo fable nova onyx sage shimmer verse marin cedar "

static const struct field rows[] = {
    {.name = "input", .type = FIELD_STRING, .required = true},
    {.name = "instructions", .type = FIELD_STRING},
    {.name = "model", .type = FIELD_STRING, .required = true, .low = 1, .high = 512},
    {.name = "response_format", .type = FIELD_STRING, .choice = "mp3 opus aac flac wav pcm "},
    {.name = "speed", .type = FIELD_NUMBER, .low = 0.25, .high = 4},
    {.name = "stream_format", .type = FIELD_STRING, .choice = "audio sse "},
    {.name = "voice", .type = FIELD_ANY, .required = true},
};
static const struct fields fields = FIELDS(rows);

static const struct field voice_rows[] = {
    {.name = "id", .type = FIELD_STRING, .required = true, .low = 1, .high = 256}};
static const struct fields voice_fields = FIELDS(voice_rows);

static const struct format {
    const char *name, *type;
    const char *beginning;
} formats[] = {
    {"mp3", "audio/mpeg", "ID3"},   {"opus", "audio/opus", "OggS"}, {"aac", "audio/aac", "\xff\xf1"},
    {"flac", "audio/flac", "fLaC"}, {"wav", "audio/wav", ""},       {"pcm", "audio/pcm", ""},
};

static const struct format *format_of(const struct scene *scene) {
    const char *name = json_string_value(json_object_get(scene->body, "response_format"));
    for (size_t i = 0; name && i < sizeof formats / sizeof *formats; i++)
        if (strcmp(formats[i].name, name) == 0)
            return &formats[i];
    return formats;
}

/* ---- the request ---- */

static int check_voice(json_t *voice, struct error *err) {
    struct place where = {NULL, "voice", 0};
    if (json_is_object(voice))
        return fields_check(voice, &voice_fields, &where, false, err);
    if (!json_is_string(voice))
        return field_refuse(err, &where, "expected a string or an object.");
    return words_have(PLAIN_VOICES, json_string_value(voice))
               ? 0
               : field_refuse(err, &where, "supported are: " PLAIN_VOICES);
}

static int check(const struct scene *scene, struct error *err) {
    static const struct place input = {NULL, "input", 0}, stream = {NULL, "stream_format", 0};
    size_t len = measure_characters(json_object_get(scene->body, "input"));
    if (len < 1 || len > INPUT_MAX)
        return field_refuse(err, &input, "its length must lie between 1 and %d.", INPUT_MAX);
    if (member_is(scene->body, "stream_format", "sse") && strncmp(scene->model, "tts-1", 5) == 0)
        return field_refuse(err, &stream, "'sse' is not supported with this model.");
    return check_voice(json_object_get(scene->body, "voice"), err);
}

static int read_request(struct scene *scene, struct error *err) {
    const json_t *input = json_object_get(scene->body, "input"),
                 *instructions = json_object_get(scene->body, "instructions");
    if (openai_read_model(scene, err) || fields_check(scene->body, &fields, NULL, scene->how.loose, err) ||
        check(scene, err))
        return -1;
    scene_plan(scene);
    scene->stream = true;
    scene->raw = !member_is(scene->body, "stream_format", "sse");
    scene->type = scene->raw ? format_of(scene)->type : NULL;
    scene_prompt(scene, measure_tokens(json_string_length(input)) +
                            measure_tokens(json_string_length(instructions)));
    return 0;
}

/* ---- the sound ---- */

/* Piece i of the sound itself. Every byte follows from the text and from where it is. */
static void put_sound(const struct scene *scene, unsigned i, struct buf *out) {
    const json_t *input = json_object_get(scene->body, "input");
    uint64_t seed = hash_bytes(json_string_value(input), json_string_length(input));
    size_t len = (size_t)(scene->how.text ? scene->how.text : USUAL_PIECE);
    for (size_t at = 0; at < len; at++)
        buf_putc(out, (char)(hash_next(seed, i * len + at) & 0xff));
}

/* The first piece begins with what files of the format begin with. */
static void put_piece(const struct scene *scene, unsigned i, struct buf *out) {
    const struct format *format = format_of(scene);
    size_t len = (size_t)(scene->how.text ? scene->how.text : USUAL_PIECE);
    if (i == 0 && strcmp(format->name, "wav") == 0)
        wave_put_head(len * scene->words, out);
    else if (i == 0)
        buf_puts(out, format->beginning);
    put_sound(scene, i, out);
}

static void write_delta(const struct scene *scene, unsigned i, struct buf *data) {
    struct buf piece;
    buf_init(&piece, SIZE_MAX / 2);
    put_piece(scene, i, &piece);
    buf_puts(data, "{\"type\":\"speech.audio.delta\",\"audio\":");
    quote_base64(piece.data, piece.len, data);
    openai_put_further(scene, data);
    buf_putc(data, '}');
    buf_free(&piece);
}

static void write_done(const struct scene *scene, struct buf *data) {
    unsigned output = scene->how.audioout ? (unsigned)scene->how.audioout : scene->words;
    buf_puts(data, "{\"type\":\"speech.audio.done\"");
    if (!scene->how.nousage)
        buf_printf(data, ",\"usage\":{\"input_tokens\":%u,\"output_tokens\":%u,\"total_tokens\":%u%s}",
                   scene->prompt_tokens, output, scene->prompt_tokens + output,
                   scene->how.unknown ? ",\"x_unknown_tokens\":7" : "");
    openai_put_further(scene, data);
    buf_putc(data, '}');
}

static enum event_kind write_event(const struct scene *scene, unsigned position, struct buf *data) {
    bool done = !scene->raw && !scene->how.nodone && position == scene->words;
    if (position >= scene->words && !done)
        return EVENT_END;
    if (done)
        write_done(scene, data);
    else if (scene->raw)
        put_piece(scene, position, data);
    else
        write_delta(scene, position, data);
    return done ? EVENT_FRAME : EVENT_CONTENT;
}

static void write_whole(const struct scene *scene, struct buf *out) {
    for (unsigned i = 0; i < scene->words; i++)
        put_piece(scene, i, out);
}

const struct dialect dialect_speech = {
    OPENAI_DIALECT,
    .read = read_request,
    .write_whole = write_whole,
    .write_event = write_event,
};
