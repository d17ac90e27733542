#ifndef GATE_TOKEN_KEY_H
#define GATE_TOKEN_KEY_H

#include "base/error.h"

/*
 * The keys that sign the site's own tokens (HS256): data_dir/token.keys, the same for all processes, made by
 * whoever needs one first. Each process keeps what it read, and looks at most once a second whether the file
 * is another one; for a key that it does not know it looks at once.
 */
#define TOKEN_KEY_BYTES 32
#define TOKEN_KEY_ID    17
#define TOKEN_KEYS_MOST 64
#define TOKEN_KEY_SKEW  5 /* seconds by which clocks may be set back while a token lives */

struct token_key {
    char id[TOKEN_KEY_ID]; /* for the `kid` of a token */
    unsigned char bytes[TOKEN_KEY_BYTES];
};

/* The newest key, which is the one to sign with. Returns 0; -1 with ERR_UNAVAILABLE and the reason. */
int token_key_newest(const char *data_dir, struct token_key *key, struct error *err);

/*
 * The key of that id, to verify with. A key serves for so many more seconds after another has taken
 * its place, so that what it signed last lives as long as all tokens do.
 * Returns 0; -1 with ERR_AUTH and the code "invalid_token" if there is none such (any more), or
 * with ERR_UNAVAILABLE.
 */
int token_key_find(const char *data_dir, const char *id, int lifetime, struct token_key *key,
                   struct error *err);

/*
 * Adds a key, and drops those that serve no more; with a lifetime of 0 that is all of them, so that every
 * token is void. This process goes by it at once, the others within a second. Several at once lose nobody's
 * key. Returns 0; -1 with ERR_CONFLICT if there are TOKEN_KEYS_MOST that still serve, or ERR_UNAVAILABLE.
 */
int token_key_rotate(const char *data_dir, int lifetime, struct error *err);

#endif
