#ifndef PROVIDER_MEDIA_H
#define PROVIDER_MEDIA_H

#include <stdbool.h>
#include <stddef.h>

/*
 * Base64 is the standard one with its padding. Where `lenient` says so, as Google reads it, it may also have
 * the URL-safe letters, and no padding.
 */
bool media_is_base64(const char *text, size_t len, bool lenient);

/* Whether the bytes begin as files of this media type do. Types without a beginning of their own have any. */
bool media_begins(const char *type, const unsigned char *bytes, size_t len);

/* Whether the text is base64 of bytes that begin as files of this media type do. */
bool media_fits(const char *type, const char *base64, size_t len, bool lenient);

/* Whether this is a data URL in base64 whose bytes fit its media type. types: those it may have, each
 * followed by a space; NULL: any. */
bool media_is_data(const char *url, const char *types);

/* Whether this is an https URL. */
bool media_is_web(const char *url);

#endif
