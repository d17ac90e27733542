/* Randomness, hashes, MACs, passwords, and bytes as text. */
#include "base/secret.h"

#include <errno.h>
#include <sodium.h>
#include <string.h>

int secret_start(void) {
    return sodium_init() < 0 ? -1 : 0;
}

void secret_random(void *bytes, size_t len) {
    randombytes_buf(bytes, len);
}

static const char letters[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

void secret_new_key(char key[SECRET_KEY_TEXT]) {
    memcpy(key, "sk-", 3);
    for (size_t i = 3; i < SECRET_KEY_TEXT - 1; i++)
        key[i] = letters[randombytes_uniform(sizeof letters - 1)];
    key[SECRET_KEY_TEXT - 1] = '\0';
}

bool secret_is_key(const char *text) {
    return strncmp(text, "sk-", 3) == 0 && strlen(text) == SECRET_KEY_TEXT - 1 &&
           strspn(text + 3, letters) == SECRET_KEY_TEXT - 4;
}

uint64_t secret_number(const void *bytes, size_t len) {
    static const unsigned char same[crypto_shorthash_KEYBYTES];
    uint64_t number;
    crypto_shorthash((unsigned char *)&number, bytes, len, same);
    return number;
}

void secret_hash(const char *text, size_t len, unsigned char hash[SECRET_HASH]) {
    crypto_hash_sha256(hash, (const unsigned char *)text, len);
}

bool secret_same(const void *one, const void *other, size_t len) {
    return sodium_memcmp(one, other, len) == 0;
}

void secret_hex(const void *bytes, size_t len, char *out) {
    sodium_bin2hex(out, 2 * len + 1, bytes, len);
}

bool secret_unhex(const char *text, void *bytes, size_t len) {
    size_t got;
    return strlen(text) == 2 * len && sodium_hex2bin(bytes, len, text, 2 * len, NULL, &got, NULL) == 0 &&
           got == len;
}

void secret_mac(const unsigned char key[32], const void *bytes, size_t len, char out[2 * SECRET_MAC + 1]) {
    unsigned char mac[crypto_auth_BYTES];
    crypto_auth(mac, bytes, len, key);
    secret_hex(mac, sizeof mac, out);
}

_Static_assert(crypto_auth_hmacsha256_BYTES == SECRET_HS256 && crypto_auth_hmacsha256_KEYBYTES == 32,
               "HS256");

void secret_hs256(const unsigned char key[32], const void *bytes, size_t len,
                  unsigned char mac[SECRET_HS256]) {
    crypto_auth_hmacsha256(mac, bytes, len, key);
}

size_t secret_base64_length(size_t len) {
    return sodium_base64_encoded_len(len, sodium_base64_VARIANT_ORIGINAL);
}

void secret_base64(const void *bytes, size_t len, char *out) {
    sodium_bin2base64(out, secret_base64_length(len), bytes, len, sodium_base64_VARIANT_ORIGINAL);
}

/* libsodium takes some bytes from 0x80 up for letters, where char is signed. */
static bool unbase64(const char *text, size_t len, void *bytes, size_t *got, int variant) {
    for (size_t i = 0; i < len; i++)
        if ((unsigned char)text[i] >= 0x80)
            return false;
    return sodium_base642bin(bytes, len, text, len, NULL, got, NULL, variant) == 0;
}

bool secret_unbase64(const char *text, size_t len, void *bytes, size_t *got) {
    return unbase64(text, len, bytes, got, sodium_base64_VARIANT_ORIGINAL);
}

size_t secret_base64url_length(size_t len) {
    return sodium_base64_encoded_len(len, sodium_base64_VARIANT_URLSAFE_NO_PADDING);
}

void secret_base64url(const void *bytes, size_t len, char *out) {
    sodium_bin2base64(out, secret_base64url_length(len), bytes, len,
                      sodium_base64_VARIANT_URLSAFE_NO_PADDING);
}

bool secret_unbase64url(const char *text, size_t len, void *bytes, size_t *got) {
    return unbase64(text, len, bytes, got, sodium_base64_VARIANT_URLSAFE_NO_PADDING);
}

#define PASSWORD_PASSES 2
#define PASSWORD_MEMORY ((size_t)19 << 20)

_Static_assert(crypto_pwhash_STRBYTES == SECRET_PASSWORD, "the size of a stored password");

bool secret_password(const char *text, size_t len, char stored[SECRET_PASSWORD]) {
    return crypto_pwhash_str(stored, text, len, PASSWORD_PASSES, PASSWORD_MEMORY) == 0;
}

/* libsodium says why by errno only, and says nothing where the stored text is none of its own. */
enum secret_fit secret_password_fits(const char *stored, const char *text, size_t len) {
    errno = 0;
    if (crypto_pwhash_argon2id_str_verify(stored, text, len) == 0)
        return SECRET_FITS;
    return errno == EINVAL ? SECRET_DIFFERS : errno == ENOMEM ? SECRET_NO_MEMORY : SECRET_DAMAGED;
}
