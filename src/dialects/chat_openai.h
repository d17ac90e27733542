#ifndef DIALECTS_CHAT_OPENAI_H
#define DIALECTS_CHAT_OPENAI_H

#include "base/jsonvalue.h"
#include "base/jsonwrite.h"
#include "dialects/dialect.h"

/* OpenAI's Chat Completions (POST /v1/chat/completions): the parts of `chat_openai`, which is in dialect.h.
 */

#define CHAT_OPENAI_CHOICES CHAT_CHOICES_MOST
#define CHAT_OPENAI_STOPS   4

/* Where clients of new-api and one-api look for the id of a request. */
#define CHAT_OPENAI_ID "x-oneapi-request-id"

int chat_openai_read_request(const struct chat_ask *ask, struct chat_request *request, struct error *err);

/* The members of a request, by name: for read_members(), up to NULL. A dialect that has them too finds them
 * where it has them, and reads them as here; of those that are missing `type` is SCAN_NONE. The turns of the
 * conversation are settled then. */
#define CHAT_OPENAI_MEMBERS  32
#define CHAT_OPENAI_MESSAGES 1 /* the number of "messages" */
extern const char *const chat_openai_members[];
int chat_openai_read_members(struct chat_request *request, const struct json found[CHAT_OPENAI_MEMBERS],
                             struct error *err);

int chat_openai_write_request(struct chat_request *request, const struct chat_target *target, struct buf *out,
                              struct error *err);

/* One message more at the end of the conversation, whose turns are not settled. */
int chat_openai_read_message(struct chat_request *request, const struct json *message, struct error *err);

/* The turns of a request as an array of messages that tells all of them that the dialect can, names and ids
 * as they are. Results stand at the front of their turns. Nothing else of the request matters. */
void chat_openai_write_turns(struct chat_request *request, struct buf *out);

struct chat_reader *chat_openai_new_reader(struct chat_sink *sink, struct arena *arena);
int chat_openai_read_event(struct chat_reader *reader, const struct sse_event *event, struct error *err);
int chat_openai_read_end(struct chat_reader *reader, struct error *err);
int chat_openai_read_reply(struct span text, struct chat_sink *sink, struct arena *arena, struct error *err);

/* Why a choice ended, as finish_reason says it. */
extern const char *const chat_openai_reasons[STOP__MAX];

/* The member "tool_calls", or what else it is called, if there are any. */
void chat_openai_write_calls(struct json_writer *w, const char *name, const struct chat_blocks *blocks);

/* The member "usage", and what is in it. */
void chat_openai_write_usage(struct json_writer *w, const struct usage *usage);
void chat_openai_write_usage_members(struct json_writer *w, const struct usage *usage);

/* The first members of an answer or a piece of one, whose kind is `object`. */
void chat_openai_open_object(struct json_writer *w, const struct chat_head *head, const char *object);

/* A whole answer, up to its choices and without its end. */
void chat_openai_open_reply(struct json_writer *w, const struct chat_head *head,
                            const struct chat_reply *reply);
void chat_openai_write_reply(const struct chat_head *head, const struct chat_reply *reply, struct buf *out);
struct chat_writer *chat_openai_new_writer(const struct chat_head *head, struct arena *arena,
                                           struct buf *out);
void chat_openai_write_event(struct chat_writer *writer, const struct chat_event *event);
void chat_openai_write_failure(struct chat_writer *writer, struct buf *out, const struct error *err);

#endif
