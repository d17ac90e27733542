#ifndef ENDPOINTS_CONSOLE_H
#define ENDPOINTS_CONSOLE_H

#include "base/jsonwrite.h"
#include "hub.h"

/* Answers in the shape of new-api's console: {"success":true,"message":"","data":…}. */
struct console_answer {
    struct buf body;
    struct json_writer w; /* stands where the data come */
};

void console_begin(struct console_answer *answer);

/* Closes and sends it (rc 0), or only frees it (rc -1). Returns 0 or -1. */
int console_end(struct console_answer *answer, struct exchange *x, int rc, struct error *err);

#endif
