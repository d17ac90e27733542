/* OpenAI's transcription, and its translation into English: forms pass, and so does what is heard. AIGNE
 * Hub's transcription is the same. */
#include <string.h>

#include "base/decimal.h"
#include "dialects/answer.h"
#include "dialects/transcribe.h"

#define SECONDS_MOST 1000000 /* of a sound: who tells more tells nothing */

static int read_request(struct task *task, struct error *err) {
    return transcribe_name(task, "model", &task->model, err) < 0 ? -1 : transcribe_read(task, err);
}

static const char *transcription_path(const struct task *task, const char *model, struct arena *arena) {
    (void)task, (void)model, (void)arena;
    return "/audio/transcriptions";
}

static const char *translation_path(const struct task *task, const char *model, struct arena *arena) {
    (void)task, (void)model, (void)arena;
    return "/audio/translations";
}

/* ---- answers ----------------------------------------------------------------------- */

enum { TEXT, LANGUAGE, DURATION, WORDS, SEGMENTS, USAGE, WANTS };
static const struct scan_want wanted[WANTS] = {
    [TEXT] = {.name = "text"},   [LANGUAGE] = {.name = "language"}, [DURATION] = {.name = "duration"},
    [WORDS] = {.name = "words"}, [SEGMENTS] = {.name = "segments"}, [USAGE] = {.name = "usage"}};

/* Seconds that have begun, of a number that may have a fraction. */
static void read_seconds(const struct scan_want *want, int64_t *into) {
    int64_t seconds;
    enum decimal how = DECIMAL_NEGATIVE;
    if (want->type == SCAN_NUMBER)
        how = decimal_scale(want->value, 0, &seconds);
    if (how <= DECIMAL_FINER && seconds <= SECONDS_MOST)
        *into = seconds + (how == DECIMAL_FINER);
}

/* What is charged for says the usage; what has none tells how long the sound was. */
static void read_usage(struct span text, const struct scan_want want[WANTS], struct task_reply *reply) {
    struct scan_want seconds = {.name = "seconds"};
    read_seconds(&want[DURATION], &reply->usage.seconds);
    if (want[USAGE].type == SCAN_OBJECT) {
        scan_members(want[USAGE].value, &seconds, 1);
        read_seconds(&seconds, &reply->usage.seconds);
    }
    task_read_usage(text, reply);
}

static int look(struct span text, const struct task *task, struct task_reply *reply, bool *fits,
                struct error *err) {
    struct scan_want want[WANTS];
    (void)task;
    memcpy(want, wanted, sizeof want);
    *fits = true;
    if (answer_look(text, want, WANTS, err) < 0)
        return -1;
    read_usage(text, want, reply);
    return 0;
}

static bool is_json(const char *format) {
    return strstr(format, "json") != NULL;
}

static int read_reply(struct span text, const struct task *task, struct task_reply *reply,
                      struct error *err) {
    struct scan_want want[WANTS];
    struct transcript_reply *heard = reply->transcript = arena_alloc(task->arena, sizeof *heard);
    memcpy(want, wanted, sizeof want);
    if (!is_json(task->transcript->format)) {
        heard->text = chat_quote(task->arena, text.at, text.len);
        return 0;
    }
    if (answer_look(text, want, WANTS, err) < 0)
        return -1;
    if (want[TEXT].type != SCAN_STRING)
        return error_set(err, ERR_UPSTREAM, "The provider's answer has no text.");
    *heard = (struct transcript_reply){.text = want[TEXT].value,
                                       .language = want[LANGUAGE].value,
                                       .duration = want[DURATION].value,
                                       .words = want[WORDS].value,
                                       .segments = want[SEGMENTS].value};
    read_usage(text, want, reply);
    return 0;
}

static bool look_event(struct span data, const struct task *task, struct task_reply *reply) {
    struct scan_want type = {.name = "type"}, want[WANTS];
    (void)task;
    scan_members(data, &type, 1);
    if (type.type != SCAN_STRING || !scan_equals(type.value, "transcript.text.done"))
        return false;
    memcpy(want, wanted, sizeof want);
    scan_members(data, want, WANTS);
    read_usage(data, want, reply);
    return true;
}

const struct task_dialect transcribe_openai = {.name = "openai",
                                               .kind = TASK_TRANSCRIBE,
                                               .family = &chat_openai,
                                               .read = read_request,
                                               .path = transcription_path,
                                               .read_reply = read_reply,
                                               .look = look,
                                               .look_event = look_event,
                                               .takes = TAKES_FORM,
                                               .answers_bytes = true},
                          translate_openai = {.name = "openai",
                                              .kind = TASK_TRANSLATE,
                                              .family = &chat_openai,
                                              .read = read_request,
                                              .path = translation_path,
                                              .read_reply = read_reply,
                                              .look = look,
                                              .look_event = look_event,
                                              .takes = TAKES_FORM,
                                              .answers_bytes = true};

const struct task_dialect transcribe_aigne = {.name = "aigne",
                                              .kind = TASK_TRANSCRIBE,
                                              .family = &chat_aigne,
                                              .like = &transcribe_openai,
                                              .read = read_request,
                                              .takes = TAKES_FORM};
