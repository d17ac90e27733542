#ifndef BASE_SALTED_H
#define BASE_SALTED_H

#include <stdbool.h>

#include "base/buf.h"

/*
 * Texts sealed with a pass phrase in the form of `openssl enc -aes-256-cbc -md md5 -a -A`, which CryptoJS has
 * by default: base64 of "Salted__", a salt, and AES-256-CBC under a key and a vector that MD5 derives from
 * phrase and salt. That derivation is fast and nothing vouches for the text: it protects what a phrase of
 * many random bits is known to two alone.
 */
#define SALTED_SALT 8 /* bytes */

/* Adds the sealed text to `out`. Returns false if this machine's OpenSSL does not allow that cipher. */
bool salted_seal(const char *text, const char *phrase, const unsigned char salt[SALTED_SALT],
                 struct buf *out);

/* The pass phrase that AIGNE's clients make of what they are told: 64 hexadecimal digits, from
 * PBKDF2-HMAC-SHA-512. Returns false as above. */
#define SALTED_PHRASE 65
bool salted_phrase(const char *challenge, const char *id, char phrase[SALTED_PHRASE]);

#endif
