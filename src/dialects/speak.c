/* Reading requests for speech. */
#include "dialects/speak.h"

#include "base/decimal.h"
#include "dialects/estimate.h"
#include "dialects/read.h"

#define INPUT_MOST ((size_t)1 << 20) /* bytes; how many letters a model takes is its provider's to say */

/* OpenAI reckons $0.015 a minute for gpt-4o-mini-tts, at $12 for a million tokens of sound: 1250 a minute, in
 * which about 900 letters are spoken. */
#define TOKENS_PER_100 140 /* characters */
#define SPOKEN         15  /* letters a second: the same 900 a minute, at the usual speed */

/* Characters as people count them; a pair of escapes that make one is one. */
static int64_t count_characters(struct span string) {
    const char *at = string.at + 1, *end = string.at + string.len - 1;
    int64_t count = 0;
    for (uint32_t code; at < end; count++) {
        at += scan_unit(at, &code);
        if (code >= 0xD800 && code < 0xDC00 && at < end) {
            size_t len = scan_unit(at, &code);
            at += code >= 0xDC00 && code < 0xE000 ? len : 0;
        }
    }
    return count;
}

static int read_input(struct task *task, const struct json *input, struct error *err) {
    struct span *text = &task->speech->input;
    struct json whole = value_whole(task->text);
    if (!value_given(input))
        return read_missing(&whole, "input", err);
    if (value_string(input, text, err) < 0)
        return -1;
    if (text->len > INPUT_MOST)
        return value_bad(input, "must not be longer than 1048576 bytes", err);
    task->most.characters = count_characters(*text);
    return task->most.characters ? 0 : value_bad(input, "must not be empty", err);
}

/* A name, or an object with the id of a voice of one's own. */
static int read_voice(struct task *task, const struct json *voice, struct error *err) {
    struct span ignored;
    if (!value_given(voice))
        return 0;
    task->speech->voice = voice->text;
    if (voice->type == SCAN_STRING)
        return 0;
    if (voice->type != SCAN_OBJECT)
        return value_bad(voice, "must be a string, or an object with an id", err);
    struct json id = value_member(voice, "id");
    return value_given(&id) ? value_string(&id, &ignored, err) : read_missing(voice, "id", err);
}

static int read_speed(struct task *task, const struct json *speed, struct error *err) {
    int64_t hundredths;
    if (!value_given(speed))
        return 0;
    if (value_number(speed, &task->speech->speed, err) < 0)
        return -1;
    enum decimal how = decimal_scale(speed->text, 2, &hundredths);
    bool small = how == DECIMAL_NEGATIVE || hundredths < 25;
    bool large = how == DECIMAL_LARGE || hundredths > 400 || (hundredths == 400 && how == DECIMAL_FINER);
    return small || large ? value_bad(speed, "must be from 0.25 to 4", err) : 0;
}

static int read_format(struct task *task, const struct json *format, struct error *err) {
    static const char *const formats[] = {SPEECH_USUAL_FORMAT, "opus", "aac", "flac", "wav", "pcm", NULL};
    int which = 0;
    if (value_given(format) && value_choice(format, formats, &which, err) < 0)
        return -1;
    task->speech->format = formats[which];
    return 0;
}

static int read_stream(struct task *task, const struct json *stream, struct error *err) {
    static const char *const ways[] = {"audio", "sse", NULL};
    int which = 0;
    if (value_given(stream) && value_choice(stream, ways, &which, err) < 0)
        return -1;
    task->stream = which == 1;
    return 0;
}

/* Seconds that have begun; how long a sound really is, providers of speech do not tell. */
static int64_t guess_seconds(const struct task *task) {
    struct span speed = task->speech->speed;
    int64_t hundredths = 100;
    if (speed.at)
        decimal_scale(speed, 2, &hundredths);
    int64_t of_second = SPOKEN * hundredths;
    return (task->most.characters * 100 + of_second - 1) / of_second;
}

int speak_read(struct task *task, const struct json found[SPEAK_MEMBERS], struct error *err) {
    const struct json *instructions = &found[SPEAK_INSTRUCTIONS];
    struct span said = {0};
    task->speech = arena_alloc(task->arena, sizeof *task->speech);
    if (read_input(task, &found[SPEAK_INPUT], err) < 0 || read_voice(task, &found[SPEAK_VOICE], err) < 0 ||
        (value_given(instructions) && value_string(instructions, &said, err) < 0) ||
        read_format(task, &found[SPEAK_FORMAT], err) < 0 || read_speed(task, &found[SPEAK_SPEED], err) < 0 ||
        read_stream(task, &found[SPEAK_STREAM], err) < 0)
        return -1;
    struct usage *most = &task->most;
    most->prompt = estimate_tokens(task->speech->input) + (said.at ? estimate_tokens(said) : 0);
    most->output = most->audio_output = most->characters * TOKENS_PER_100 / 100 + 1;
    most->seconds = guess_seconds(task);
    return 0;
}
