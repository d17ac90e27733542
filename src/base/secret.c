/* Randomness, hashes, MACs, and bytes as text. */
#include "base/secret.h"

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

size_t secret_base64_length(size_t len) {
    return sodium_base64_encoded_len(len, sodium_base64_VARIANT_ORIGINAL);
}

void secret_base64(const void *bytes, size_t len, char *out) {
    sodium_bin2base64(out, secret_base64_length(len), bytes, len, sodium_base64_VARIANT_ORIGINAL);
}

bool secret_unbase64(const char *text, size_t len, void *bytes, size_t *got) {
    return sodium_base642bin(bytes, len, text, len, NULL, got, NULL, sodium_base64_VARIANT_ORIGINAL) == 0;
}
