/* The frame of new-api's answers. */
#include "endpoints/console.h"

#define ANSWER_MAX (4u << 20)

void console_begin(struct console_answer *answer) {
    buf_init(&answer->body, ANSWER_MAX);
    answer->w = (struct json_writer){.out = &answer->body};
    json_open(&answer->w, '{');
    json_member_bool(&answer->w, "success", true);
    json_member_text(&answer->w, "message", "");
    json_key(&answer->w, "data");
}

int console_end(struct console_answer *answer, struct exchange *x, int rc, struct error *err) {
    json_close(&answer->w, '}');
    if (rc == 0 && answer->body.overflow)
        rc = error_set(err, ERR_REQUEST, "The answer would be longer than %u MB: ask for less.",
                       ANSWER_MAX >> 20);
    if (rc == 0)
        rc = exchange_reply_json(x, &answer->body, err);
    buf_free(&answer->body);
    return rc;
}
