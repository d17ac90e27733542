#ifndef AIHUB_CONFIG_CATALOG_H
#define AIHUB_CONFIG_CATALOG_H

#include <sys/stat.h>

#include "base/error.h"
#include "base/jsonvalue.h"
#include "base/mem.h"
#include "canon/model.h"

/*
 * The file of facts about models that "catalog" names and `aihub model import`
 * writes: what stands in it counts before what is compiled in, and aihub.json
 * before both.
 *
 *   {"models": {"openai": {"gpt-4o": {"name": "GPT-4o", "kind": "chat",
 *     "abilities": ["images", "tools"], "context": 128000, "max_output": 16384,
 *     "price": {"input": "2.5", "output": "10", "tier_from": 200000, "tier": {…}}}}}}
 *
 * All members of a model may be missing. A price is one of aihub.json, all
 * rates in quotes.
 */
struct catalog_file {
    size_t count;
    const struct model_facts *models; /* sorted by provider, then by id, as strcmp() does */
};

#define CATALOG_SIZE_MOST (32u << 20)
#define CATALOG_TEXT_MOST 200 /* bytes of an id or a name */

/* The most that a rate may be: more is a mistake. */
#define CATALOG_RATE_MOST (10000 * NANOS_PER_DOLLAR)   /* of a million tokens */
#define CATALOG_EACH_MOST (1000000 * NANOS_PER_DOLLAR) /* of a million of what costs by itself, as requests  \
                                                        */

/* Whether the rate of that place in rate_names may be so much. */
bool catalog_rate_sound(size_t rate, nanos value);

/*
 * Reads the rows of those providers of which `wanted` says so; the others are only checked to be JSON.
 * All is kept in the arena. Returns NULL with ERR_REQUEST and one line that says place and mistake.
 */
const struct catalog_file *catalog_file_parse(struct span text,
                                              bool (*wanted)(void *arg, const char *provider), void *arg,
                                              struct arena *arena, struct error *err);

/* The same from the file of that path, which the message names; *seen is what was read. ERR_NOT_FOUND if
 * there is no such file; *seen is left alone then. */
const struct catalog_file *catalog_file_read(const char *path,
                                             bool (*wanted)(void *arg, const char *provider), void *arg,
                                             struct arena *arena, struct stat *seen, struct error *err);

/* The text of such a file, or of a list that is imported, to be freed. Returns NULL with errno; EFBIG if it
 * is longer than CATALOG_SIZE_MOST. */
char *catalog_file_text(const char *path, size_t *len, struct stat *seen);

/* Sorts models for a catalog_file. Returns one that is there twice, NULL if none is. */
const struct model_facts *catalog_file_sort(struct model_facts *models, size_t count);

#endif
