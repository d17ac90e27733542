#ifndef PROVIDER_OPENAI_USAGE_H
#define PROVIDER_OPENAI_USAGE_H

#include "scene.h"

/* The details of a usage that both APIs of OpenAI's have in the same words, where the behaviour names any:
 * each with a comma before it. */
void openai_put_input_details(const struct scene *scene, struct buf *json);
void openai_put_output_details(const struct scene *scene, struct buf *json);

#endif
