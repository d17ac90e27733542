#ifndef CANON_MEDIA_H
#define CANON_MEDIA_H

#include "base/jsonvalue.h"
#include "canon/chat.h"

/*
 * Fills data and type of a media block from base64 text, a JSON string: the
 * URL-safe alphabet, blanks and missing padding become the standard form. The
 * type of an image is what its first bytes say; `mime` (may be NULL) is believed
 * for what they do not tell.
 * Returns 0; -1 with ERR_REQUEST and the value's path if it is no base64.
 */
int media_read_base64(struct chat_media *media, const struct json *value, const char *mime,
                      struct arena *arena, struct error *err);

/* The same from a URL: "data:" is taken apart, http and https are kept as they are. */
int media_read_url(struct chat_media *media, const struct json *value, struct arena *arena,
                   struct error *err);

/* Data that was fetched: standard base64, and the type that was said. They stand for the URL from then on,
 * which is cleared. -1 if it is neither image, sound nor PDF. */
int media_set_data(struct chat_media *media, const char *base64, const char *mime, struct arena *arena);

/* The type of a picture or a PDF by its first bytes, of which MEDIA_MAGIC tell all; NULL: it is none that is
 * known. The same of base64; what is none tells nothing. */
#define MEDIA_MAGIC 16
const char *media_magic(const void *bytes, size_t len);
const char *media_sniff(struct span base64);

/* What is of a type, which may be NULL: `otherwise` if it is not known. */
enum chat_media_kind media_kind(const char *mime, enum chat_media_kind otherwise);

/* Whether data of a type, which may be NULL, is text, which every dialect can say. */
bool media_is_text(const char *mime);

/* What OpenAI calls the format of a sound of that type, which may be NULL; NULL: it has no name. */
const char *media_audio_format(const char *mime);

/* The data as a "data:" URL, a JSON string in the arena. */
struct span media_data_url(const struct chat_media *media, struct arena *arena);

/* The bytes of the data, in the arena. */
struct span media_decode(const struct chat_media *media, struct arena *arena);

#endif
