#ifndef DIALECTS_EMBED_PARTS_H
#define DIALECTS_EMBED_PARTS_H

#include "base/jsonwrite.h"
#include "canon/embed.h"
#include "dialects/task_dialect.h"

/* What the dialects of embeddings have in common. */

/* ---- reading requests. Each returns 0, or -1 with ERR_REQUEST and the field. ---- */

/* Makes task->embed, with what the path said before. */
void embed_begin(struct task *task);

/* The inputs: a text or a list of texts; with `tokens` also a list of tokens or a list of such lists. What
 * they cost at most is added up. `value` is looked for as `name`. */
int embed_read_input(struct task *task, const struct json *value, const char *name, bool tokens,
                     struct error *err);

/* One input more, a JSON string with something in it. */
void embed_add_input(struct task *task, struct span text);

/* How many numbers a vector shall have, and in which form; what is not there says nothing. */
int embed_read_dimensions(struct task *task, const struct json *value, struct error *err);
int embed_read_form(struct task *task, const struct json *value, struct error *err);

/* What it is for, a word of a list in the order of enum embed_purpose, NULL where there is none; another one
 * is noted as dropped. */
void embed_read_purpose(struct task *task, const struct json *value,
                        const char *const words[EMBED_PURPOSE__MAX]);

/* OpenAI's whole request. */
int embed_openai_read(struct task *task, struct error *err);

/* ---- writing requests ---- */

/* Refuses, with ERR_REQUEST, what does not go to another dialect: what only the client's own can say, lists
 * of tokens unless `tokens`, and more inputs than so many (0: any number). */
int embed_check(const struct task *task, bool tokens, size_t most, struct error *err);

/* The purpose as one of the provider's words, in the order of enum embed_purpose; NULL: it has none for it,
 * which is noted as dropped if one was asked for. */
const char *embed_purpose_word(struct task *task, const char *const words[EMBED_PURPOSE__MAX]);

/* The member with all inputs, as a list; and that of the dimensions, if they were said. */
void embed_write_inputs(struct json_writer *w, const char *name, const struct embed_request *embed);
void embed_write_dimensions(struct json_writer *w, const char *name, const struct embed_request *embed);

/* Notes the user as dropped, if one was named. */
void embed_drop_user(struct task *task);

/* ---- reading answers. Each returns 0, or -1 with ERR_UPSTREAM. ---- */

/* Makes reply->embed with room for the vectors that were asked for. */
void embed_begin_reply(const struct task *task, struct task_reply *reply);

/* Reads the next vector, a checked value, or only looks whether it is one, so that the answer may pass; and
 * checks that none is missing at the end. */
typedef int embed_take(const struct task *task, struct task_reply *reply, struct span value,
                       struct error *err);
embed_take embed_take_vector, embed_look_at_vector;
int embed_end_reply(const struct task *task, const struct task_reply *reply, struct error *err);

/* A list of vectors, and nothing but them. */
int embed_read_vectors(const struct task *task, struct task_reply *reply, const struct scan_want *list,
                       struct error *err);

/* OpenAI's whole answer. With `fits` it is only looked at, and no vector kept: *fits, whether all of them
 * have the form that the client wants. */
int embed_openai_read_reply(struct span text, const struct task *task, struct task_reply *reply, bool *fits,
                            struct error *err);

/* ---- writing answers ---- */

/* A vector as an element, or behind a key. */
void embed_write_vector(struct json_writer *w, const struct vector *vector, bool base64);

/* The members object, data and model of OpenAI's answer. */
void embed_openai_write_data(struct json_writer *w, const struct chat_head *head, const struct task *task,
                             const struct task_reply *reply);

/* A list of vectors, as numbers. */
void embed_write_vectors(struct json_writer *w, const char *name, const struct task_reply *reply);

#endif
