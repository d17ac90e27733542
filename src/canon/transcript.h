#ifndef CANON_TRANSCRIPT_H
#define CANON_TRANSCRIPT_H

#include "base/jsonscan.h"
#include "canon/form.h"

/* Speech to be written down, and what was heard. */
struct transcript_request {
    const struct form_part *file;
    const char *format; /* of the answer: "json" where nothing is said */
};

#define TRANSCRIPT_USUAL_FORMAT "json"

/* JSON values as they stood; at == NULL: it was not told. */
struct transcript_reply {
    struct span text; /* a string; subtitles are one, too */
    struct span language, duration, words, segments;
};

#endif
