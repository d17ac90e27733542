#ifndef PROVIDER_MEDIA_H
#define PROVIDER_MEDIA_H

#include <stdbool.h>
#include <stddef.h>

/* Whether the text is base64 of bytes that begin as files of this media type do. Types without a beginning
 * of their own have any. */
bool media_fits(const char *type, const char *base64, size_t len);

#endif
