#ifndef DIALECTS_RERANKING_H
#define DIALECTS_RERANKING_H

#include "base/jsonwrite.h"
#include "canon/rerank.h"
#include "dialects/task_dialect.h"

/* What the dialects of reranking have in common. */

/* The text of a document that is an object, of what counts of it; a string is itself. Returns 0, or -1 with
 * ERR_REQUEST: it has none. */
int rerank_text(const struct task *task, size_t i, struct span *text, struct error *err);

/* Whether a document is a picture, which only some providers take. */
bool rerank_is_picture(struct span document);

/* The beginning of a request: the members model, query, documents, all of them texts; with `pictures`,
 * pictures go as they are. ERR_REQUEST. */
int rerank_write_begin(struct json_writer *w, const struct task *task, const char *model, bool pictures,
                       struct error *err);

/* The answer of any of them: a list of {index, relevance_score}, called `results` or `data`, and the usage.
 * ERR_UPSTREAM: it is malformed, or names no document of the request, or one of them twice. */
int rerank_read_reply(struct span text, const struct task *task, struct task_reply *reply, struct error *err);

#endif
