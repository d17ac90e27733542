#ifndef DIALECTS_SPEAK_H
#define DIALECTS_SPEAK_H

#include "canon/speech.h"
#include "dialects/task_dialect.h"

/* What the dialects of speech have in common: OpenAI's members. */
enum speak_member {
    SPEAK_MODEL,
    SPEAK_INPUT,
    SPEAK_VOICE,
    SPEAK_INSTRUCTIONS,
    SPEAK_FORMAT,
    SPEAK_SPEED,
    SPEAK_STREAM,
    SPEAK_MEMBERS
};
#define SPEAK_NAMES                                                                                          \
    [SPEAK_MODEL] = "model", [SPEAK_INPUT] = "input", [SPEAK_VOICE] = "voice",                               \
    [SPEAK_INSTRUCTIONS] = "instructions", [SPEAK_FORMAT] = "response_format", [SPEAK_SPEED] = "speed",      \
    [SPEAK_STREAM] = "stream_format"

/* Reads all of them but the model, and what they can cost. ERR_REQUEST with the field. */
int speak_read(struct task *task, const struct json found[SPEAK_MEMBERS], struct error *err);

#endif
