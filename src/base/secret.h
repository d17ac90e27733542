#ifndef BASE_SECRET_H
#define BASE_SECRET_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Randomness and hashes (libsodium). secret_start() once, before any thread; returns 0 or -1. */
int secret_start(void);

void secret_random(void *bytes, size_t len);

/* A new key of the hub: "sk-" and 48 random letters and digits. */
#define SECRET_KEY_TEXT 52
void secret_new_key(char key[SECRET_KEY_TEXT]);

/* Whether a text has that form. */
bool secret_is_key(const char *text);

/* What is stored of a key: SHA-256. A key has 285 random bits, so a slow hash would protect nothing more. */
#define SECRET_HASH 32
void secret_hash(const char *text, size_t len, unsigned char hash[SECRET_HASH]);

/* Spreads bytes over 64 bits, the same ones in every process; nobody's secret. */
uint64_t secret_number(const void *bytes, size_t len);

/* Whether they are equal, in a time that does not tell where they differ. */
bool secret_same(const void *one, const void *other, size_t len);

/* Lower-case hexadecimal; out holds 2 * len + 1. */
void secret_hex(const void *bytes, size_t len, char *out);
bool secret_unhex(const char *text, void *bytes, size_t len);

/* A MAC of bytes under a key of 32, in lower-case hexadecimal with its NUL. */
#define SECRET_MAC 32
void secret_mac(const unsigned char key[32], const void *bytes, size_t len, char out[2 * SECRET_MAC + 1]);

/* HMAC-SHA-256 under a key of 32 bytes: the HS256 of JSON Web Tokens. */
#define SECRET_HS256 32
void secret_hs256(const unsigned char key[32], const void *bytes, size_t len,
                  unsigned char mac[SECRET_HS256]);

/* Standard base64 with padding; `out` holds secret_base64_length(len), its NUL included. */
size_t secret_base64_length(size_t len);
void secret_base64(const void *bytes, size_t len, char *out);

/* Returns false if it is none; `bytes` holds as much as the text, *got is how much it was. */
bool secret_unbase64(const char *text, size_t len, void *bytes, size_t *got);

/* The same with the letters of URLs and without padding. Each sequence of bytes has one text only. */
size_t secret_base64url_length(size_t len);
void secret_base64url(const void *bytes, size_t len, char *out);
bool secret_unbase64url(const char *text, size_t len, void *bytes, size_t *got);

/*
 * What is stored of a password: argon2id with 2 passes over 19 MiB, which is what OWASP asks for at least,
 * with salt and parameters as text. Takes some 50 ms. Returns false if there is no memory for it.
 */
#define SECRET_PASSWORD 128
bool secret_password(const char *text, size_t len, char stored[SECRET_PASSWORD]);

/* Whether that was the password. Takes as long whether or not. */
enum secret_fit { SECRET_FITS, SECRET_DIFFERS, SECRET_NO_MEMORY, SECRET_DAMAGED };
enum secret_fit secret_password_fits(const char *stored, const char *text, size_t len);

#endif
