#ifndef ENDPOINTS_SESSION_VIEW_H
#define ENDPOINTS_SESSION_VIEW_H

#include <stdint.h>

#include "base/jsonwrite.h"
#include "ledger/session.h"

/* How sessions look outside: to clients, and in files for people. */

/* The members of a session, without its messages and without the brackets; `texts` NULL: not those. */
void session_view_members(struct json_writer *w, const struct session *session,
                          const struct session_texts *texts);

/* Takes pieces of it. Returns 0, or -1 with err. */
typedef int session_write(void *arg, const char *bytes, size_t len, struct error *err);

enum session_form {
    SESSION_JSON,     /* an object with all of it */
    SESSION_LINES,    /* a line of JSON for each message */
    SESSION_MARKDOWN, /* to be read */
    SESSION_FORM__MAX
};
extern const char *const session_form_names[]; /* with NULL at their end */

/* A session with its last messages (0: all of them), in constant memory but for Markdown, whose messages have
 * to be looked into. */
int session_view_write(const char *data_dir, const struct session *session, const struct session_texts *texts,
                       enum session_form form, int64_t last, session_write *write, void *arg,
                       struct error *err);

/* Only its messages, as a JSON array. */
int session_view_messages(const char *data_dir, const struct session *session, int64_t last,
                          session_write *write, void *arg, struct error *err);

#endif
