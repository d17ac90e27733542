#ifndef AIHUB_CONFIG_OIDC_H
#define AIHUB_CONFIG_OIDC_H

#include "config.h"

struct json_t;

/* Reads "oidc"; NULL if it is not there. Returns 0; -1 with ERR_REQUEST and the path of the mistake. */
int config_oidc_read(const struct oidc_config **oidc, const struct json_t *value, struct arena *arena,
                     struct error *err);

#endif
