#ifndef DIALECTS_CHAT_ANTHROPIC_H
#define DIALECTS_CHAT_ANTHROPIC_H

#include "base/jsonvalue.h"
#include "base/jsonwrite.h"
#include "canon/names.h"
#include "dialects/dialect.h"

/* Anthropic's Messages (POST /v1/messages): the parts of `chat_anthropic`, which is in dialect.h. */

/* Where content may stand. */
enum anthropic_place {
    ANTHROPIC_SYSTEM = 1 << 0,
    ANTHROPIC_USER = 1 << 1,
    ANTHROPIC_ASSISTANT = 1 << 2,
    ANTHROPIC_RESULT = 1 << 3,
    ANTHROPIC_DOCUMENT = 1 << 4,
};

/* Reads a string or an array of blocks. */
int chat_anthropic_read_content(struct chat_request *q, const struct json *content,
                                enum anthropic_place where, struct chat_blocks *into, struct error *err);

/* Reads a mark of a prefix to be cached, if it is there. */
int chat_anthropic_read_cache(struct chat_request *q, const struct json *control, bool *cache,
                              struct error *err);

int chat_anthropic_read_request(const struct chat_ask *ask, struct chat_request *request, struct error *err);
int chat_anthropic_write_request(struct chat_request *request, const struct chat_target *target,
                                 struct buf *out, struct error *err);
bool chat_anthropic_unseal(const struct chat_ask *ask, unsigned quirks, struct chat_request *notes,
                           struct buf *out);

/* What names of tools it takes. */
extern const struct name_rule chat_anthropic_names;

/* The member "messages". ERR_REQUEST for what cannot be said there. */
int chat_anthropic_write_messages(struct chat_request *q, const struct chat_target *target,
                                  struct json_writer *w, struct error *err);

/* A text block; nothing if there is only white space, which is refused. Returns whether it was written. */
bool chat_anthropic_write_text(struct json_writer *w, struct span text, bool cache);

/* Whether a JSON string stands for nothing but white space. */
bool chat_anthropic_is_blank(struct span string);

/* The member of a mark for caching. */
void chat_anthropic_write_cache(struct json_writer *w, bool cache);

struct chat_reader *chat_anthropic_new_reader(struct chat_sink *sink, struct arena *arena);
int chat_anthropic_read_event(struct chat_reader *reader, const struct sse_event *event, struct error *err);
int chat_anthropic_read_end(struct chat_reader *reader, struct error *err);
int chat_anthropic_read_reply(struct span text, struct chat_sink *sink, struct arena *arena,
                              struct error *err);

void chat_anthropic_write_reply(const struct chat_head *head, const struct chat_reply *reply,
                                struct buf *out);
struct chat_writer *chat_anthropic_new_writer(const struct chat_head *head, struct arena *arena,
                                              struct buf *out);
void chat_anthropic_write_event(struct chat_writer *writer, const struct chat_event *event);
void chat_anthropic_write_failure(struct chat_writer *writer, struct buf *out, const struct error *err);

#endif
