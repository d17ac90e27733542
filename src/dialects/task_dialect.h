#ifndef DIALECTS_TASK_DIALECT_H
#define DIALECTS_TASK_DIALECT_H

#include "base/joint.h"
#include "base/jsonvalue.h"
#include "canon/task.h"
#include "dialects/dialect.h"

/* What bodies a client's language has. */
enum task_takes { TAKES_JSON, TAKES_FORM, TAKES_BOTH };

/*
 * A language for one kind of task, as a chat dialect is one for chat: what clients speak to us and what we
 * speak to providers. Where both sides speak the same one, a request's bytes go on but for the model's name,
 * and the answer's bytes pass.
 */
struct task_dialect {
    const char *name;
    enum task_kind kind;
    const struct chat_dialect *family; /* whose errors and headers it has */

    /* Another one whose requests these are, but for what `edit` mends: they pass to whom speaks that, and
     * so do the answers, unless there is a write_reply. NULL: none. */
    const struct task_dialect *like;

    /* ---- as a client's language; `read` is NULL where no client speaks it ---- */

    /*
     * Reads all of a request and says what it can use at most. ERR_REQUEST with the field for what no model
     * takes. Members that have no place in the canonical form are noted as dropped: where the bytes pass,
     * nobody looks at that. `model` stays NULL where none is named and the dialect has no usual one.
     */
    int (*read)(struct task *task, struct error *err);

    /* The text with another model, as spans of it and of the arena; NULL: the member
     * "model" is another one, and what is omitted goes. Forms get another field. */
    struct span *(*edit)(const struct task *task, const char *model, struct arena *arena, size_t *parts,
                         size_t *total);

    /* A form as it goes on, but for the model: the parts of another one. NULL: as it came. */
    struct form *(*edit_form)(const struct task *task, struct arena *arena);

    /* A whole answer; and the same as the events of a stream (NULL: there are no streams, or they only pass).
     */
    void (*write_reply)(const struct chat_head *head, const struct task *task, const struct task_reply *reply,
                        struct joint *out);
    void (*write_stream)(const struct chat_head *head, const struct task *task,
                         const struct task_reply *reply, struct joint *out);

    /* ---- as a provider's; `path` is NULL where no provider speaks it ---- */

    /* Behind the base URL, in the arena. */
    const char *(*path)(const struct task *task, const char *model, struct arena *arena);

    /* NULL: it only passes. ERR_REQUEST for what the provider cannot do at all, with the client's name of it;
     * what can be left out is noted as dropped. */
    int (*write_request)(struct task *task, const char *model, struct joint *out, struct error *err);

    /* A whole answer, with its usage. The spans of *reply are of the text or the arena. ERR_UPSTREAM if it is
     * malformed, or does not fit the request. */
    int (*read_reply)(struct span text, const struct task *task, struct task_reply *reply, struct error *err);

    /*
     * An answer that may pass: what was used, and in *fits whether it is as the client asked for it; if not,
     * it is read and written anew. NULL: only usage is read, as OpenAI tells it, where the answer is JSON.
     */
    int (*look)(struct span text, const struct task *task, struct task_reply *reply, bool *fits,
                struct error *err);

    /* An event of a stream that passes: what it tells of the usage. Returns whether it is the last one that
     * counts. NULL: nothing streams. */
    bool (*look_event)(struct span data, const struct task *task, struct task_reply *reply);

    /* A member of requests that this model refuses, while the hub itself does what it asks for: it does not
     * pass. NULL: there is none. */
    const char *(*omits)(const struct task *task, const char *model);

    enum task_takes takes;
    bool answers_bytes; /* a whole answer may be something else than JSON, and passes as it comes */
};

extern const struct task_dialect moderate_openai;
extern const struct task_dialect embed_openai, embed_aigne, embed_framework, embed_indox, embed_gemini,
    embed_cohere, embed_ollama, embed_voyage, embed_jina;
extern const struct task_dialect image_openai, edit_openai, vary_openai; /* OpenAI's pictures */
extern const struct task_dialect image_gemini, edit_gemini;              /* Gemini's generateContent */
extern const struct task_dialect image_indox;                            /* IndoxRouter's */
extern const struct task_dialect image_aigne, edit_aigne;                /* AIGNE Hub's */
extern const struct task_dialect image_framework, edit_framework;        /* that of its framework */
extern const struct task_dialect rerank_union, rerank_cohere, rerank_jina, rerank_voyage;
extern const struct task_dialect speak_openai, speak_aigne, speak_indox;
extern const struct task_dialect transcribe_openai, transcribe_aigne, transcribe_indox;
extern const struct task_dialect translate_openai, translate_indox;

/* The request's text as it goes on to a provider of the same language: with another model, and without what
 * that omits, as spans of it and of the arena. */
struct span *task_edit(const struct task_dialect *dialect, const struct task *task, const char *model,
                       struct arena *arena, size_t *parts, size_t *total);

/* Looks for a request's members by a list of names that ends in NULL, the model's first: found[i] is that of
 * names[i]. Reads the model; what the list does not name is noted as dropped. `stream` is where "stream"
 * stands in the list, or 0: it is not there. ERR_REQUEST. */
int task_members(struct task *task, const char *const *names, size_t stream, struct json *found,
                 struct error *err);

/* The same of an object that has them. */
int task_members_of(struct task *task, const struct json *object, const char *const *names, size_t stream,
                    struct json *found, struct error *err);

/* The model, where nothing named one before; what is not there says nothing. ERR_REQUEST. */
int task_read_model(struct task *task, const struct json *value, struct error *err);

/* The usage as OpenAI tells it beside an answer or an event: prompt_tokens or input_tokens with details,
 * output_tokens; {"type":"duration","seconds"}. Returns whether any is there. */
bool task_read_usage(struct span object, struct task_reply *reply);

#endif
