#ifndef DIALECTS_INDOX_MEMBERS_H
#define DIALECTS_INDOX_MEMBERS_H

#include "dialects/task_dialect.h"

/* What is the same in IndoxRouter's requests, most of which go on as OpenAI's: `provider` and `model`
 * together are what "provider/model" is, what stands within `additional_params` is as good as what stands at
 * the top, and who pays the provider is the hub. */

/* Where the members stand in a list of names. */
struct indox_places {
    size_t model, provider, byok, additional;
    size_t members;          /* of the list, no more than INDOX_MEMBERS */
    const char *usual_model; /* where none is named */
};
#define INDOX_MEMBERS 18

/* Finds the members, at either place, and reads the model. ERR_REQUEST with the field. */
int indox_read_members(struct task *task, const char *const *names, const struct indox_places *places,
                       struct json *found, struct error *err);

/* The model of a provider's; each may be NULL: it was not said. */
void indox_set_model(struct task *task, const char *provider, const char *model, const char *usual);

/* The members of both places as one object, with that model and without what only IndoxRouter has. `put`:
 * members more, each with a comma before it, or "". */
struct span *indox_edit(const struct task *task, const char *model, const char *put, struct arena *arena,
                        size_t *parts, size_t *total);

#endif
