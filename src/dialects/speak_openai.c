/* OpenAI's speech: requests are looked at, sounds and events pass. AIGNE Hub's is the same. */
#include "dialects/read.h"
#include "dialects/speak.h"

static int read_request(struct task *task, struct error *err) {
    static const char *const names[] = {SPEAK_NAMES, NULL};
    struct json found[SPEAK_MEMBERS];
    return task_members(task, names, 0, found, err) < 0 ? -1 : speak_read(task, found, err);
}

static const char *path(const struct task *task, const char *model, struct arena *arena) {
    (void)task, (void)model, (void)arena;
    return "/audio/speech";
}

static int refuse_words(struct error *err) {
    return error_set(err, ERR_UPSTREAM, "The provider answered with words in the place of a sound.");
}

/* A sound is no JSON, whatever it is called. */
static int read_reply(struct span text, const struct task *task, struct task_reply *reply,
                      struct error *err) {
    struct error ignored = {0};
    (void)task;
    if (text.len == 0)
        return error_set(err, ERR_UPSTREAM, "The provider answered with no sound.");
    if (scan_object(text, NULL, 0, SCAN_DEPTH, &ignored) == 0)
        return refuse_words(err);
    reply->speech = text;
    return 0;
}

/* What is called JSON is never what was asked for. */
static int look(struct span text, const struct task *task, struct task_reply *reply, bool *fits,
                struct error *err) {
    (void)text, (void)task, (void)reply, (void)fits;
    return refuse_words(err);
}

static bool look_event(struct span data, const struct task *task, struct task_reply *reply) {
    struct scan_want type = {.name = "type"};
    (void)task;
    scan_members(data, &type, 1);
    if (type.type != SCAN_STRING || !scan_equals(type.value, "speech.audio.done"))
        return false;
    task_read_usage(data, reply);
    reply->usage.audio_output = reply->usage.output; /* nothing else comes out */
    return true;
}

const struct task_dialect speak_openai = {.name = "openai",
                                          .kind = TASK_SPEAK,
                                          .family = &chat_openai,
                                          .read = read_request,
                                          .path = path,
                                          .read_reply = read_reply,
                                          .look = look,
                                          .look_event = look_event,
                                          .answers_bytes = true};

const struct task_dialect speak_aigne = {
    .name = "aigne", .kind = TASK_SPEAK, .family = &chat_aigne, .like = &speak_openai, .read = read_request};
