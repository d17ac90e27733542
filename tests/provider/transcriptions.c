/* What OpenAI's models hear: here, what is known of the file. */
#include "transcriptions.h"

#include <stdio.h>
#include <string.h>

#include "dialect.h"
#include "form.h"
#include "measure.h"
#include "member.h"
#include "openai.h"
#include "quote.h"
#include "wave.h"

#define BYTES_A_SECOND  16000 /* of what is no WAV */
#define TOKENS_A_SECOND 10

/* ---- what is to be played ---- */

static double seconds_of(const struct scene *scene) {
    return json_real_value(json_object_get(scene->body, "seconds"));
}

/* Those that have begun. */
static int whole_seconds(double seconds) {
    int whole = (int)seconds;
    return whole + (seconds > whole);
}

static bool has_format(const struct scene *scene, const char *format) {
    const char *said = json_string_value(json_object_get(scene->body, "response_format"));
    return strcmp(said ? said : "json", format) == 0;
}

/* "sha256 01234567, 3244 bytes, 1.500 seconds": the last is there only of a WAV. */
static void plan_text(struct scene *scene, const json_t *file, double seconds) {
    char text[160];
    int len = snprintf(text, sizeof text, "sha256 %.8s, %lld bytes",
                       json_string_value(json_object_get(file, "sha256")),
                       (long long)json_integer_value(json_object_get(file, "length")));
    if (seconds >= 0)
        len += snprintf(text + len, sizeof text - (size_t)len, ", %.3f seconds", seconds);
    scene_say(scene, text, (size_t)len);
}

static void plan(struct scene *scene) {
    const json_t *file = json_object_get(scene->body, "file"),
                 *prompt = json_object_get(scene->body, "prompt");
    struct span bytes = form_bytes(scene->form, file);
    double seconds = wave_seconds(bytes.at, bytes.len);
    scene_plan(scene);
    plan_text(scene, file, seconds);
    if (seconds < 0)
        seconds = (double)bytes.len / BYTES_A_SECOND;
    json_object_set_new(scene->body, "seconds", json_real(seconds));
    if (!scene->how.audioin)
        scene->how.audioin = whole_seconds(seconds) * TOKENS_A_SECOND;
    scene_prompt(scene, measure_tokens(json_string_length(prompt)) + (unsigned)scene->how.audioin);
    if (has_format(scene, "text") || has_format(scene, "srt"))
        scene->type = "text/plain; charset=utf-8";
    else if (has_format(scene, "vtt"))
        scene->type = "text/vtt; charset=utf-8";
}

static int read_transcription(struct scene *scene, struct error *err) {
    if (transcriptions_check(scene, err))
        return -1;
    plan(scene);
    return 0;
}

static int read_translation(struct scene *scene, struct error *err) {
    if (translations_check(scene, err))
        return -1;
    plan(scene);
    return 0;
}

/* ---- usage ---- */

/* The newer models count tokens, the older ones seconds that have begun. */
static void put_usage(const struct scene *scene, struct buf *json) {
    unsigned input = scene->prompt_tokens, sound = (unsigned)scene->how.audioin, output = scene->words;
    if (scene->how.nousage)
        return;
    if (sound > input)
        sound = input;
    if (transcriptions_family(scene) >= LISTENER_TRANSCRIBE)
        buf_printf(json,
                   ",\"usage\":{\"type\":\"tokens\",\"input_tokens\":%u,\"input_token_details\":{"
                   "\"text_tokens\":%u,\"audio_tokens\":%u},\"output_tokens\":%u,\"total_tokens\":%u",
                   input, input - sound, sound, output, input + output);
    else
        buf_printf(json, ",\"usage\":{\"type\":\"duration\",\"seconds\":%d",
                   whole_seconds(seconds_of(scene)));
    buf_puts(json, scene->how.unknown ? ",\"x_unknown_tokens\":7}" : "}");
}

/* ---- whole answers ---- */

static void put_text(const struct scene *scene, struct buf *json) {
    struct buf text;
    buf_init(&text, SIZE_MAX / 2);
    scene_text(scene, &text);
    buf_puts(json, "\"text\":");
    quote_text(&text, json);
}

/* As subtitles have it, "00:00:01,500". */
static void put_time(double seconds, char point, struct buf *out) {
    long long ms = (long long)(seconds * 1000 + 0.5);
    buf_printf(out, "%02lld:%02lld:%02lld%c%03lld", ms / 3600000, ms / 60000 % 60, ms / 1000 % 60, point,
               ms % 1000);
}

static void write_subtitles(const struct scene *scene, bool vtt, struct buf *out) {
    char point = vtt ? '.' : ',';
    buf_puts(out, vtt ? "WEBVTT\n\n" : "1\n");
    put_time(0, point, out);
    buf_puts(out, " --> ");
    put_time(seconds_of(scene), point, out);
    buf_putc(out, '\n');
    scene_text(scene, out);
    buf_puts(out, "\n\n");
}

static void put_words(const struct scene *scene, struct buf *json) {
    for (unsigned i = 0; i < scene->words; i++) {
        struct buf word;
        buf_init(&word, SIZE_MAX / 2);
        scene_word(scene, i, &word);
        if (word.len > 0 && word.data[word.len - 1] == ' ')
            word.len--;
        buf_printf(json, "%s{\"word\":", i ? "," : ",\"words\":[");
        quote_text(&word, json);
        buf_printf(json, ",\"start\":%.3f,\"end\":%.3f}", seconds_of(scene) * i / scene->words,
                   seconds_of(scene) * (i + 1) / scene->words);
    }
    buf_putc(json, ']');
}

static bool wants(const struct scene *scene, const char *granularity) {
    const json_t *list = json_object_get(scene->body, "timestamp_granularities");
    size_t i;
    json_t *one;
    json_array_foreach(list, i, one) {
        if (strcmp(json_string_value(one), granularity) == 0)
            return true;
    }
    return !list && strcmp(granularity, "segment") == 0;
}

static void put_verbose(const struct scene *scene, const char *task, struct buf *json) {
    const char *language = json_string_value(json_object_get(scene->body, "language"));
    buf_printf(json, "\"task\":\"%s\",\"language\":", task);
    quote_word(language ? language : "english", json);
    buf_printf(json, ",\"duration\":%.3f,", seconds_of(scene));
    put_text(scene, json);
    if (wants(scene, "segment")) {
        buf_printf(json, ",\"segments\":[{\"id\":0,\"seek\":0,\"start\":0.0,\"end\":%.3f,",
                   seconds_of(scene));
        put_text(scene, json);
        buf_puts(json, ",\"tokens\":[50364,50414],\"temperature\":0.0,\"avg_logprob\":-0.25,"
                       "\"compression_ratio\":1.25,\"no_speech_prob\":0.0078125}]");
    }
    if (wants(scene, "word"))
        put_words(scene, json);
}

static void put_diarized(const struct scene *scene, struct buf *json) {
    buf_printf(json, "\"task\":\"transcribe\",\"duration\":%.3f,", seconds_of(scene));
    put_text(scene, json);
    buf_printf(json,
               ",\"segments\":[{\"type\":\"transcript.text.segment\",\"id\":\"seg_0\",\"speaker\":\"A\","
               "\"start\":0.0,\"end\":%.3f,",
               seconds_of(scene));
    put_text(scene, json);
    buf_puts(json, "}]");
}

/* One for each word, all of them sure. */
static void put_logprobs(const struct scene *scene, unsigned from, unsigned to, struct buf *json) {
    if (!json_object_get(scene->body, "include"))
        return;
    buf_puts(json, ",\"logprobs\":[");
    for (unsigned i = from; i < to; i++) {
        struct buf word;
        buf_init(&word, SIZE_MAX / 2);
        scene_word(scene, i, &word);
        buf_puts(json, i > from ? ",{\"token\":" : "{\"token\":");
        quote_text(&word, json);
        buf_puts(json, ",\"logprob\":-0.125,\"bytes\":[]}");
    }
    buf_putc(json, ']');
}

static void write_answer(const struct scene *scene, const char *task, struct buf *json) {
    if (has_format(scene, "text")) {
        scene_text(scene, json);
        buf_putc(json, '\n');
        return;
    }
    if (has_format(scene, "srt") || has_format(scene, "vtt")) {
        write_subtitles(scene, has_format(scene, "vtt"), json);
        return;
    }
    buf_putc(json, '{');
    if (has_format(scene, "verbose_json"))
        put_verbose(scene, task, json);
    else if (has_format(scene, "diarized_json"))
        put_diarized(scene, json);
    else
        put_text(scene, json);
    put_logprobs(scene, 0, scene->words, json);
    put_usage(scene, json);
    openai_put_further(scene, json);
    buf_putc(json, '}');
}

static void write_transcription(const struct scene *scene, struct buf *json) {
    write_answer(scene, "transcribe", json);
}

static void write_translation(const struct scene *scene, struct buf *json) {
    write_answer(scene, "translate", json);
}

/* ---- the stream ---- */

static void write_delta(const struct scene *scene, unsigned i, struct buf *data) {
    struct buf word;
    buf_init(&word, SIZE_MAX / 2);
    scene_word(scene, i, &word);
    buf_puts(data, "{\"type\":\"transcript.text.delta\",\"delta\":");
    quote_text(&word, data);
    put_logprobs(scene, i, i + 1, data);
    openai_put_further(scene, data);
    buf_putc(data, '}');
}

static void write_segment(const struct scene *scene, struct buf *data) {
    buf_printf(data,
               "{\"type\":\"transcript.text.segment\",\"id\":\"seg_0\",\"speaker\":\"A\",\"start\":0.0,"
               "\"end\":%.3f,",
               seconds_of(scene));
    put_text(scene, data);
    buf_putc(data, '}');
}

/* In order: the words; with speakers, what one has said; the end. */
static enum event_kind write_event(const struct scene *scene, unsigned position, struct buf *data) {
    if (position < scene->words) {
        write_delta(scene, position, data);
        return EVENT_CONTENT;
    }
    position -= scene->words;
    if (has_format(scene, "diarized_json") && position-- == 0) {
        write_segment(scene, data);
        return EVENT_FRAME;
    }
    if (position > 0 || scene->how.nodone)
        return EVENT_END;
    buf_puts(data, "{\"type\":\"transcript.text.done\",");
    put_text(scene, data);
    put_logprobs(scene, 0, scene->words, data);
    put_usage(scene, data);
    openai_put_further(scene, data);
    buf_putc(data, '}');
    return EVENT_FRAME;
}

const struct dialect dialect_transcriptions = {
    OPENAI_DIALECT,
    .body = BODY_FORM,
    .read = read_transcription,
    .write_whole = write_transcription,
    .write_event = write_event,
};

const struct dialect dialect_translations = {
    OPENAI_DIALECT,
    .body = BODY_FORM,
    .read = read_translation,
    .write_whole = write_translation,
};
