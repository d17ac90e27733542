#ifndef PROVIDER_RESPONSES_CHECK_H
#define PROVIDER_RESPONSES_CHECK_H

#include <jansson.h>
#include <stdbool.h>
#include <stddef.h>

#include "base/error.h"
#include "fields.h"
#include "toolbox.h"

/* Refuses what OpenAI refuses in a Responses request. `loose` lets unknown top-level members pass. */
int responses_check(json_t *body, bool loose, struct error *err);

/* The outermost place of all that is refused. */
extern const struct request_place responses_request;

/* The items of `input`: their members, their order, and that calls and their outputs pair. */
int responses_check_items(json_t *items, const struct place *where, struct error *err);

/* The signature of a reasoning item, and that it is there: nothing is stored. */
int responses_check_reasoning(json_t *item, const struct place *where, struct error *err);

/* What the parts of a content may be. */
enum responses_content {
    CONTENT_INPUT,     /* of a user, the system or a developer */
    CONTENT_ASSISTANT, /* of the model */
    CONTENT_OUTPUT,    /* of a tool */
};

/* A string, or an array of parts. */
int responses_check_content(json_t *content, enum responses_content kind, const struct place *where,
                            struct error *err);

/* A list of tools; inside a namespace (`nested`) only those that can be called by name. */
int responses_check_tools(json_t *tools, bool nested, const struct place *where, struct error *err);

/* tool_choice, where the request has it. */
int responses_check_choice(json_t *body, struct error *err);

/* `text`: the format of the answer. */
int responses_check_text(json_t *body, struct error *err);

/* Adds the tools that can be called: those of `tools`, then those of additional_tools items. */
void responses_collect(const json_t *body, struct toolbox *box);

#endif
