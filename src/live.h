#ifndef AIHUB_LIVE_H
#define AIHUB_LIVE_H

#include "config.h"

/*
 * The configuration that is in force. The file, and that of facts about models
 * which it may name, are looked at at most once a second; when it changed and
 * is good it takes over, when it is broken the old one stays and the log says
 * why. Requests in work keep the one they began with.
 */
struct live;

/* Never NULL; a first file that is broken leaves it without a configuration until it is mended. */
struct live *live_new(const char *path);
void live_free(struct live *live);

/* Borrows the configuration, to be given back; NULL if there never was a good one. */
const struct config *live_take(struct live *live);
void live_give(struct live *live, const struct config *config);

/* Copies what is wrong with the file as it now is; "" if nothing. */
void live_fault(struct live *live, char *text, size_t size);

#endif
