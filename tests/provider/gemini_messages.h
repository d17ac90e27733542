#ifndef PROVIDER_GEMINI_MESSAGES_H
#define PROVIDER_GEMINI_MESSAGES_H

#include "gemini_proto.h"

/* The requests of the Gemini API with all that they are made of. */
extern const struct proto_message gemini_generate_request, gemini_count_request, gemini_embed_request,
    gemini_embed_batch_request;

#endif
