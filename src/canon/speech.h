#ifndef CANON_SPEECH_H
#define CANON_SPEECH_H

#include "base/jsonscan.h"

/* Words to be spoken. */
struct speech_request {
    struct span input, voice, speed; /* JSON; at == NULL: not said */
    const char *format;              /* of the sound: "mp3" where nothing is said */
};

#define SPEECH_USUAL_FORMAT "mp3"

#endif
