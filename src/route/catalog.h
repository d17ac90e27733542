#ifndef ROUTE_CATALOG_H
#define ROUTE_CATALOG_H

#include <stddef.h>

#include "canon/model.h"

struct catalog_file;

/*
 * What is known about the providers' models: facts that are compiled in, and
 * over them those of a file that `aihub model import` writes (NULL: there is
 * none). Which models clients can ask for, and under which names, says
 * route/choose.h: its target has the facts that count, with what aihub.json
 * says over them.
 */

/*
 * Finds a provider's model of that id: exactly, else the id less a date at its end ("-2024-08-06",
 * "-20240806"), else for a fine-tuned one ("ft:base:…") that of its base. Returns whether it is known.
 * The texts of *facts live as long as the file.
 */
bool catalog_find(const struct catalog_file *file, const char *provider, const char *id,
                  struct model_facts *facts);

/* The same for that very id. */
bool catalog_find_exact(const struct catalog_file *file, const char *provider, const char *id,
                        struct model_facts *facts);

/* Steps through the models of a provider in the order of their ids. */
struct catalog_walk {
    const char *provider;
    size_t row, rows_end; /* of those compiled in */
    const struct model_facts *model, *models_end;
};
void catalog_begin(struct catalog_walk *walk, const struct catalog_file *file, const char *provider);
bool catalog_next(struct catalog_walk *walk, struct model_facts *facts);

#endif
