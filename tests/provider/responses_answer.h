#ifndef PROVIDER_RESPONSES_ANSWER_H
#define PROVIDER_RESPONSES_ANSWER_H

#include <stdbool.h>

#include "base/error.h"
#include "scene.h"

/* The items of an answer, in order: its reasoning, if there is one; a message, or the calls. */
enum responses_item { ITEM_REASONING, ITEM_SEARCH, ITEM_MESSAGE, ITEM_FUNCTION, ITEM_CUSTOM };

/* How many items the answer has, and what an item is. */
unsigned responses_items(const struct scene *scene);
enum responses_item responses_item(const struct scene *scene, unsigned index);

/* The `id` of an item. */
void responses_put_id(const struct scene *scene, unsigned index, struct buf *json);

/* An item as it begins, or as it is in the end. */
void responses_put_item(const struct scene *scene, unsigned index, bool whole, struct buf *json);

/* The part of a message: with its text, or empty. */
void responses_put_part(const struct scene *scene, bool whole, struct buf *json);

/* What is streamed of an item, as a JSON string: its summary, its text, its arguments or its input. */
void responses_put_text(const struct scene *scene, unsigned index, struct buf *json);

/* The response object with its first `items` items. err: what it failed of, NULL if it did not. */
void responses_put_object(const struct scene *scene, bool over, unsigned items, const struct error *err,
                          struct buf *json);

/* "completed", "incomplete" or "failed": how the answer ends. */
const char *responses_status(const struct scene *scene);

#endif
