#ifndef PROVIDER_IMAGES_H
#define PROVIDER_IMAGES_H

#include "scene.h"
#include "dialect.h"

/* The families of OpenAI's models that make pictures, by the beginning of a name. */
enum image_family { IMAGES_GPT, IMAGES_DALLE_2, IMAGES_DALLE_3 };

enum image_family images_family(const struct scene *scene);

/* Reads requests for pictures of a text and fills the scene from them. */
int images_read(struct scene *scene, struct error *err);

/* The same with pictures as input. */
int images_read_edit(struct scene *scene, struct error *err);
int images_read_variation(struct scene *scene, struct error *err);

/* What is the same for all: settings that go together, and what is to be played. bytes: what the pictures
 * follow from. inputs: how many pictures are given. */
int images_check_settings(const struct scene *scene, struct error *err);
int images_check_prompt(const struct scene *scene, enum image_family family, struct error *err);
void images_plan(struct scene *scene, const void *bytes, size_t len, unsigned inputs);

#endif
