#ifndef DIALECTS_CHAT_INDOX_H
#define DIALECTS_CHAT_INDOX_H

#include "base/jsonwrite.h"
#include "dialects/dialect.h"

/*
 * IndoxRouter's API, for chat (POST /chat/completions, with `messages`) and for texts (POST /completions,
 * with a `prompt`, which becomes one message of a user's): the parts of `chat_indox` and `chat_indox_text`,
 * which are in dialect.h. They are languages of clients only.
 *
 * Beside the members that its document names, a request may have any of OpenAI Chat's, either at its top or
 * within `additional_params`, into which IndoxRouter's clients put whatever they do not know themselves; one
 * at both places is an error. Errors name a member by its path. `provider` and `model` together are what
 * "provider/model" is; where `model` has a slash it says all. What `additional_params` calls session_id is
 * a mark for IndoxRouter's statistics and is dropped; the session of the hub is the one at the top.
 */

/* The text goes into `data`; calls of tools are in `tool_calls` behind it, and reasoning is in
 * `reasoning_content`, both as OpenAI has them in a message, where there is any. */
void chat_indox_write_reply(const struct chat_head *head, const struct chat_reply *reply, struct buf *out);

/*
 * Streams are OpenAI's, without what IndoxRouter's clients trip over: no member "error" that is null, no
 * empty `choices`. The usage comes in a last event of its own, {"is_usage_info":true, …, "usage":{}}, before
 * "[DONE]". Text is in delta.content for chat, in `text` of the choice else.
 */
struct chat_writer *chat_indox_new_writer(const struct chat_head *head, struct arena *arena, struct buf *out);
struct chat_writer *chat_indox_new_text_writer(const struct chat_head *head, struct arena *arena,
                                               struct buf *out);
void chat_indox_write_event(struct chat_writer *writer, const struct chat_event *event);
void chat_indox_write_failure(struct chat_writer *writer, struct buf *out, const struct error *err);

/* What every answer says of itself: its id, its time, who answered, and the model as the client called it,
 * less the name of the provider, which stands beside it; and its member "usage". */
void chat_indox_write_head(struct json_writer *w, const struct chat_head *head);
void chat_indox_write_usage(struct json_writer *w, const struct chat_head *head, const struct usage *usage);
void chat_indox_write_counts(struct json_writer *w, const struct chat_head *head, const struct usage *usage);

#endif
