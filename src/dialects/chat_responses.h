#ifndef DIALECTS_CHAT_RESPONSES_H
#define DIALECTS_CHAT_RESPONSES_H

#include "base/jsonvalue.h"
#include "base/jsonwrite.h"
#include "base/tree.h"
#include "dialects/dialect.h"

/* OpenAI's Responses (POST /v1/responses): the parts of `chat_responses`, which is in dialect.h. */

#define CHAT_RESPONSES_LEAST_OUTPUT 16 /* tokens; OpenAI refuses a lower limit */

int chat_responses_read_request(const struct chat_ask *ask, struct chat_request *request, struct error *err);

/* Reads a list of tools; one whose name its namespace has already is passed over. `tools` are those that the
 * request has so far, by name: declared, and what items of the input add. */
int chat_responses_read_tools(struct chat_request *request, const struct json *list, struct tree *tools,
                              struct error *err);

/* Reads the input: a text, or items. */
int chat_responses_read_input(struct chat_request *request, const struct json *input, struct tree *tools,
                              struct error *err);

int chat_responses_write_request(struct chat_request *request, const struct chat_target *target,
                                 struct buf *out, struct error *err);
bool chat_responses_unseal(const struct chat_ask *ask, unsigned quirks, struct chat_request *notes,
                           struct buf *out);

struct chat_reader *chat_responses_new_reader(struct chat_sink *sink, struct arena *arena);
int chat_responses_read_event(struct chat_reader *reader, const struct sse_event *event, struct error *err);
int chat_responses_read_end(struct chat_reader *reader, struct error *err);
int chat_responses_read_reply(struct span text, struct chat_sink *sink, struct arena *arena,
                              struct error *err);

void chat_responses_write_reply(const struct chat_head *head, const struct chat_reply *reply,
                                struct buf *out);
struct chat_writer *chat_responses_new_writer(const struct chat_head *head, struct arena *arena,
                                              struct buf *out);
void chat_responses_write_event(struct chat_writer *writer, const struct chat_event *event);
void chat_responses_write_failure(struct chat_writer *writer, struct buf *out, const struct error *err);
struct chat_writer *chat_responses_resume(const struct chat_reader *seen, const struct chat_head *head,
                                          struct arena *arena);

/* What a stream that is read has said of itself so far. */
struct responses_seen {
    int64_t last;      /* number that the last event had, or should have had */
    int64_t next;      /* the same of the one that would come next */
    struct span id;    /* of the response, a JSON string; at == NULL: not told */
    struct span model; /* the same */
    int64_t created;   /* seconds since 1970, 0: not told */
};
const struct responses_seen *chat_responses_seen(const struct chat_reader *reader);

/* What a response object says of its state; the rest it says of its request. */
struct responses_state {
    struct span id;             /* a JSON string; at == NULL: that of the call */
    const char *status;         /* "in_progress", "completed", "incomplete", "failed" */
    const char *incomplete;     /* the reason; NULL: none */
    const struct error *failed; /* NULL: not */
    struct span output;         /* items, with commas between them */
    const struct usage *usage;  /* NULL: not known yet */
};

/* The response object, with all of its members. */
void chat_responses_write_snapshot(struct json_writer *w, const struct chat_head *head,
                                   const struct responses_state *state);

/* What error objects of this dialect say: its code, and its words with what clients read from them. */
const char *chat_responses_error_code(const struct error *err);
void chat_responses_put_error_message(struct json_writer *w, const struct error *err);

#endif
