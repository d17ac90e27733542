#ifndef PROVIDER_DIALECT_H
#define PROVIDER_DIALECT_H

#include <stdint.h>

#include "base/buf.h"
#include "base/error.h"
#include "http.h"
#include "scene.h"

enum event_kind {
    EVENT_FRAME,   /* belongs to the form of the stream */
    EVENT_CONTENT, /* carries a word */
    EVENT_END      /* there is no such event: the stream is over */
};

/* What the body of a request is: JSON, multipart/form-data, or either. */
enum body_kind { BODY_JSON, BODY_FORM, BODY_EITHER };

/* What must be known of an API that the provider plays. Another API is a file with this and a row
 * of the routes in answer.c. */
struct dialect {
    /* Checks the request's head: the key, and what else the API wants there. */
    int (*read_head)(const struct http_request *request, struct scene *scene, struct error *err);

    /* Checks scene->body as strictly as the real API does and fills the scene from it. */
    int (*read)(struct scene *scene, struct error *err);

    /* The answer to a request that is not streamed. */
    void (*write_whole)(const struct scene *scene, struct buf *json);

    /* The data of the event at a position (from 0) of the stream. NULL: the API has no streams. */
    enum event_kind (*write_event)(const struct scene *scene, unsigned position, struct buf *data);

    /* The body of a refusal of that request, and of an error within a stream. */
    void (*write_error)(const struct error *err, uint64_t serial, struct buf *json);

    /* The data of event i (from 0) of those that end a stream with an error before the event at `position`;
     * false: there is no such event. NULL: there is one, and write_error writes it. */
    bool (*write_failure)(const struct scene *scene, unsigned position, unsigned i, const struct error *err,
                          struct buf *data);

    enum body_kind body;
    bool named_events;    /* each event of a stream has a name: the `type` that its data begin with */
    bool crlf;            /* the lines of a stream end in CRLF */
    bool list;            /* a stream is a JSON array of its events, and so is a refusal of it */
    const char *id_field; /* the header field with the request's id */
    const char *fields;   /* further header fields of each answer, each with its CRLF */
};

/* Looks for the provider's key as `Authorization: Bearer`, or in a field of this name if that is not NULL. */
int dialect_check_key(const struct http_request *request, const char *field, struct error *err);

extern const struct dialect dialect_anthropic, dialect_anthropic_count, dialect_chat, dialect_responses;
extern const struct dialect dialect_gemini, dialect_gemini_stream, dialect_gemini_list, dialect_gemini_count;
extern const struct dialect dialect_gemini_embed, dialect_gemini_embed_batch;
extern const struct dialect dialect_embeddings, dialect_moderations;
extern const struct dialect dialect_images, dialect_image_edits, dialect_image_variations;
extern const struct dialect dialect_transcriptions, dialect_translations, dialect_speech;
extern const struct dialect dialect_rerank, dialect_cohere_embed, dialect_cohere_rerank, dialect_ollama_embed;

#endif
