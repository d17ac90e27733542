#ifndef PROVIDER_ANTHROPIC_H
#define PROVIDER_ANTHROPIC_H

#include <jansson.h>
#include <stdbool.h>

#include "dialect.h"
#include "fields.h"
#include "scene.h"

#define ANTHROPIC_OLD 20230601
#define ANTHROPIC_NEW 20261021 /* without sampling parameters */

/* A request while it is checked. */
struct anthropic_request {
    json_t *body;
    int version;       /* of the API */
    const char *betas; /* the head's list of them */
    bool loose;        /* unknown members of the body are accepted */
    bool counting;     /* its tokens are to be counted, no answer is wanted */
    bool must_think;   /* the turns of a tool loop began with a thought */
    unsigned marks;    /* cache_control so far */
    struct error *err;
};

/* The request as the outermost place. */
extern const struct place *const anthropic_place;

/* Each refuses what the API refuses and returns 0, or -1 with request->err filled. */
int anthropic_check(struct anthropic_request *request);
int anthropic_check_messages(struct anthropic_request *request, json_t *messages, const struct place *where);
int anthropic_check_tools(struct anthropic_request *request);

/* What has a content. */
enum anthropic_holder {
    HOLDER_USER = 1,
    HOLDER_ASSISTANT = 2,
    HOLDER_SYSTEM = 4,
    HOLDER_RESULT = 8,
    HOLDER_DOCUMENT = 16
};

/* A content: a text, or a list of blocks. */
int anthropic_check_content(struct anthropic_request *request, json_t *content, enum anthropic_holder holder,
                            const struct place *where);

/* One block of it. */
int anthropic_check_block(struct anthropic_request *request, json_t *block, enum anthropic_holder holder,
                          const struct place *where);

/* The mark of something that may be cached, if there is one. */
int anthropic_check_mark(struct anthropic_request *request, json_t *holder, const struct place *where);

/* A schema that answers, or the arguments of a strict tool, have to obey: only a part of JSON Schema. */
int anthropic_check_schema(struct anthropic_request *request, json_t *schema, const struct place *where);

/* What the model's family says of a type of thinking, of a choice that forces a call, and of schemas that are
 * to be kept to. */
int anthropic_check_thinking_type(struct anthropic_request *request, const char *type);
int anthropic_check_forced(struct anthropic_request *request, const struct place *where);
int anthropic_check_kept(struct anthropic_request *request, const struct place *where);

/* Whether thoughts are wanted, whether with a budget of tokens, and whether they are to be seen. */
bool anthropic_thinks(const json_t *body);
bool anthropic_has_budget(const json_t *body);
bool anthropic_shows_thoughts(const json_t *body);

/* Whether the head asks for a beta whose name begins so. */
bool anthropic_has_beta(const struct anthropic_request *request, const char *prefix);

/* The parts of struct dialect that write answers. */
void anthropic_write_whole(const struct scene *scene, struct buf *json);
enum event_kind anthropic_write_event(const struct scene *scene, unsigned position, struct buf *data);

#endif
