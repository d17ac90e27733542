#ifndef DIALECTS_CHAT_GEMINI_H
#define DIALECTS_CHAT_GEMINI_H

#include "base/jsonvalue.h"
#include "base/jsonwrite.h"
#include "dialects/dialect.h"

/* Gemini's generateContent (POST /v1beta/models/MODEL:generateContent): the parts of `chat_gemini`, which is
 * in dialect.h. */

#define CHAT_GEMINI_CHOICES 8
#define CHAT_GEMINI_STOPS   5

/* What stands for a call's signature where there is none; it is no state. */
#define CHAT_GEMINI_NO_SIGNATURE "skip_thought_signature_validator"

/* ---- reading requests ---- */

/* Like read_members(), with the names as Google's types spell them: clients may say "topP" or "top_p". */
int chat_gemini_members(struct chat_request *request, const struct json *object, const char *const *names,
                        struct json *found, struct error *err);

/* The client's own name of a member for notes and errors, in the arena. */
const char *chat_gemini_param(struct chat_request *request, const struct json *value);

int chat_gemini_read_request(const struct chat_ask *ask, struct chat_request *request, struct error *err);
int chat_gemini_read_contents(struct chat_request *request, const struct json *contents, struct error *err);
int chat_gemini_read_system(struct chat_request *request, const struct json *content, struct error *err);
int chat_gemini_read_config(struct chat_request *request, const struct json *config, struct error *err);

/* ---- media within requests ---- */

/* The values of inlineData and fileData. */
int chat_gemini_read_inline(struct chat_request *request, const struct json *value, struct chat_blocks *into,
                            struct error *err);
int chat_gemini_read_file(struct chat_request *request, const struct json *value, struct chat_blocks *into,
                          struct error *err);

/* The part for it: its data, where it is, its text, or words that it cannot be shown. */
void chat_gemini_write_media(struct chat_request *request, const struct chat_media *media,
                             struct json_writer *w);

/* ---- the rest ---- */

/* Where a method of a model is, behind the base URL; in the arena. */
const char *chat_gemini_path(const char *model, const char *method, struct arena *arena);

int chat_gemini_write_request(struct chat_request *request, const struct chat_target *target, struct buf *out,
                              struct error *err);
bool chat_gemini_unseal(const struct chat_ask *ask, unsigned quirks, struct chat_request *notes,
                        struct buf *out);

struct chat_reader *chat_gemini_new_reader(struct chat_sink *sink, struct arena *arena);
int chat_gemini_read_event(struct chat_reader *reader, const struct sse_event *event, struct error *err);
int chat_gemini_read_end(struct chat_reader *reader, struct error *err);
int chat_gemini_read_reply(struct span text, struct chat_sink *sink, struct arena *arena, struct error *err);

/* What a member "usageMetadata" tells; the rest of *usage, which begins as zero, stays. */
void chat_gemini_read_usage(struct span object, struct usage *usage, bool *has_prompt, bool *has_output);
bool chat_gemini_read_error(struct span text, struct span *message);

void chat_gemini_write_reply(const struct chat_head *head, const struct chat_reply *reply, struct buf *out);
struct chat_writer *chat_gemini_new_writer(const struct chat_head *head, struct arena *arena,
                                           struct buf *out);
void chat_gemini_write_event(struct chat_writer *writer, const struct chat_event *event);
void chat_gemini_write_failure(struct chat_writer *writer, struct buf *out, const struct error *err);

#endif
