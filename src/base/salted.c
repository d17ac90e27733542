/* Texts sealed as CryptoJS and `openssl enc` do it, by OpenSSL. */
#include "base/salted.h"

#include <openssl/err.h>
#include <openssl/evp.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/secret.h"

#define MAGIC  "Salted__"
#define KEY    32 /* bytes */
#define BLOCK  16
#define ROUNDS 256 /* that the clients make */
#define HEAD   (sizeof MAGIC - 1 + SALTED_SALT)

/* Seals behind the head; returns how many bytes, -1 on failure. */
static int encrypt(const char *text, const char *phrase, const unsigned char salt[SALTED_SALT],
                   unsigned char *out) {
    unsigned char key[KEY], vector[BLOCK];
    int len = 0, last = 0;
    EVP_CIPHER_CTX *context = EVP_CIPHER_CTX_new();
    bool good = context &&
                EVP_BytesToKey(EVP_aes_256_cbc(), EVP_md5(), salt, (const unsigned char *)phrase,
                               (int)strlen(phrase), 1, key, vector) == KEY &&
                EVP_EncryptInit_ex(context, EVP_aes_256_cbc(), NULL, key, vector) == 1 &&
                EVP_EncryptUpdate(context, out, &len, (const unsigned char *)text, (int)strlen(text)) == 1 &&
                EVP_EncryptFinal_ex(context, out + len, &last) == 1;
    EVP_CIPHER_CTX_free(context);
    ERR_clear_error();
    return good ? len + last : -1;
}

bool salted_seal(const char *text, const char *phrase, const unsigned char salt[SALTED_SALT],
                 struct buf *out) {
    unsigned char *sealed = xmalloc(HEAD + strlen(text) + BLOCK);
    memcpy(sealed, MAGIC, sizeof MAGIC - 1);
    memcpy(sealed + sizeof MAGIC - 1, salt, SALTED_SALT);
    int len = encrypt(text, phrase, salt, sealed + HEAD);
    if (len >= 0) {
        size_t whole = HEAD + (size_t)len, room = secret_base64_length(whole);
        char *coded = xmalloc(room);
        secret_base64(sealed, whole, coded);
        buf_puts(out, coded);
        free(coded);
    }
    free(sealed);
    return len >= 0;
}

bool salted_phrase(const char *challenge, const char *id, char phrase[SALTED_PHRASE]) {
    unsigned char bytes[SALTED_PHRASE / 2];
    bool good = PKCS5_PBKDF2_HMAC(challenge, (int)strlen(challenge), (const unsigned char *)id,
                                  (int)strlen(id), ROUNDS, EVP_sha512(), sizeof bytes, bytes) == 1;
    ERR_clear_error();
    secret_hex(bytes, sizeof bytes, phrase);
    return good;
}
