#ifndef DIALECTS_ANSWER_FORMAT_H
#define DIALECTS_ANSWER_FORMAT_H

#include "canon/chat.h"

/*
 * The form of the answer, as it can be asked of those who answer with JSON
 * objects only: a schema of anything else goes as that of an object's one
 * member, and the request notes that the answer has to come out of it again.
 */
struct answer_format {
    enum chat_format format; /* SCHEMA: the provider makes the answer obey */
    struct span schema;      /* as the sender wrote it, always there with SCHEMA; else it is told in words.
                                at == NULL: none */
    bool wrapped;
};

/* What to ask of a target with these quirks (enum chat_quirk); what it cannot is noted as dropped. A schema
 * that says nothing, or is not there, is plain JSON. */
struct answer_format answer_format(struct chat_request *request, unsigned quirks);

/* A schema, in its wrapper if it needs one; in the arena. */
struct span answer_format_schema(struct arena *arena, const struct answer_format *format, struct span schema);

/* Words that ask for it, a JSON string: for what only words can. */
struct span answer_format_words(struct arena *arena, const struct answer_format *format);

/* Whether these texts have the word JSON: OpenAI does not answer in it unless somebody says it. */
bool answer_format_is_said(const struct chat_blocks *blocks);

#endif
