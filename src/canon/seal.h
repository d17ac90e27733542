#ifndef CANON_SEAL_H
#define CANON_SEAL_H

#include "canon/chat.h"

/*
 * Opaque reasoning state of a provider, on its way through a client that takes
 * it for its own: sealed, so that the hub knows it again, knows whose it is,
 * and that nobody changed it. The text is base64 and begins with SEAL_MARK.
 */
#define SEAL_KEY  32
#define SEAL_MARK "YWlodWItc3RhdGU6" /* base64 of "aihub-state:" */

enum seal_kind {
    SEAL_THOUGHT = 't',  /* the signature of a thought; `thought` only where the client does not carry it */
    SEAL_REDACTED = 'r', /* a thought that is nothing but state */
    SEAL_CALL = 'c',     /* the signature of a call */
    SEAL_NOTHING = 'u',  /* of a thought that had none */
};

struct seal_item {
    enum seal_kind kind;
    struct span thought, signature; /* JSON strings; at == NULL: none */
};

#define SEAL_ITEMS 16

/* The sealed text, a JSON string in the arena; at == NULL: it is too much to be sealed. */
struct span seal_make(const unsigned char key[SEAL_KEY], const char *provider, const struct seal_item *items,
                      size_t count, struct arena *arena);

/* Whether a JSON string looks like one. */
bool seal_is(struct span text);

/*
 * Opens one: returns how many items it had, 0 if it is none, was changed, or
 * was made for another provider.
 */
size_t seal_open(const unsigned char key[SEAL_KEY], const char *provider, struct span text,
                 struct seal_item items[SEAL_ITEMS], struct arena *arena);

#endif
