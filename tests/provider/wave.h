#ifndef PROVIDER_WAVE_H
#define PROVIDER_WAVE_H

#include <stddef.h>

#include "base/buf.h"

#define WAVE_HEAD 44 /* bytes */

/* Adds the head of a WAV file of so many bytes of sound: 24000 samples a second, one channel, 16 bits. */
void wave_put_head(size_t bytes, struct buf *out);

/* How many seconds a WAV file lasts; negative if it is none. */
double wave_seconds(const char *bytes, size_t len);

#endif
