#ifndef AIHUB_CONFIG_GROUPS_H
#define AIHUB_CONFIG_GROUPS_H

#include "config.h"

struct json_t;

/* Reads "groups": name and what it pays. Returns 0; -1 with ERR_REQUEST and the path of the mistake. */
int config_groups_read(struct config *config, const struct json_t *value, struct arena *arena,
                       struct error *err);

/* Reads the list of groups that something at `path` is offered to, each of them one of "groups" or "default";
 * *names ends with NULL, and is NULL where there is no list. Returns as above. */
int config_offer_read(const char *const **names, const struct json_t *value, const struct config *config,
                      const char *path, struct arena *arena, struct error *err);

#endif
