#ifndef GATE_STATE_KEY_H
#define GATE_STATE_KEY_H

#include "base/error.h"
#include "canon/seal.h"

/*
 * The key that seals opaque reasoning state: 32 bytes in data_dir/state.key, made by whoever
 * needs it first, the same for all processes of a site. Read once by each process.
 * Returns 0; -1 with ERR_UNAVAILABLE and the reason.
 */
int state_key(const char *data_dir, unsigned char key[SEAL_KEY], struct error *err);

#endif
