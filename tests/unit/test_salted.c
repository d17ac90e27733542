/* Sealed texts, against what `openssl enc -aes-256-cbc -md md5` and Python's hashlib make. */
#include "base/salted.h"

#include "base/secret.h"
#include "tap.h"

static const struct {
    const char *text, *phrase;
    unsigned char salt[SALTED_SALT];
    const char *sealed;
} texts[] = {
    {"sk-abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUV",
     "a phrase",
     {1, 2, 3, 4, 5, 6, 7, 8},
     "U2FsdGVkX18BAgMEBQYHCGJzNT6OmHOEGC4LA4B3IOkEEgnAxfsT/9"
     "RDQ5B7ASismHYEPuusz8128FkdinaQME1UL19wrhlLVj2c18gI"
     "bp0="},
    {"sixteen letters!",
     "b\303\244r",
     {255, 254, 253, 252, 251, 250, 249, 248},
     "U2FsdGVkX1///v38+/r5+F+ihPsrogT3O5HhXJo/j7hycOjH1AjK4yZWNPhWz9RB"},
    {"", "x", {0}, "U2FsdGVkX18AAAAAAAAAAPjln3F1a70g9ZHFoxVcM4M="},
};

int main(void) {
    char phrase[SALTED_PHRASE];
    if (secret_start() < 0)
        return 1;
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        struct buf out;
        buf_init(&out, 1024);
        ok(salted_seal(texts[i].text, texts[i].phrase, texts[i].salt, &out), "\"%s\" is sealed",
           texts[i].text);
        is_str(out.data, texts[i].sealed, "as OpenSSL's command does it");
        buf_free(&out);
    }
    ok(salted_phrase("challenge", "key id", phrase), "a phrase is derived");
    is_str(phrase, "55463e7e3f770518ef5dbf6be6151d38dede3c967487d5ab742892c5433d8307", "by PBKDF2");
    salted_phrase("", "", phrase);
    is_str(phrase, "fe1ce22a1eebcfc4454d02f0b3e9004ed6cc6362dd515a5a28ba92e36e1c3315", "of nothing too");
    return tap_done();
}
