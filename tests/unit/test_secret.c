/* Bytes as base64: each sequence of bytes has one text, and no other text is taken. */
#include "base/secret.h"

#include "tap.h"

typedef bool decoder(const char *text, size_t len, void *bytes, size_t *got);

/* Each byte at each place of "AAAA": only letters of the alphabet are taken. */
static void test_letters(decoder *decode, const char *more, const char *name) {
    static const char letters[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    int wrong = 0;
    for (int place = 0; place < 4; place++)
        for (int byte = 0; byte < 256; byte++) {
            char text[5] = "AAAA", bytes[4];
            size_t got;
            text[place] = (char)byte;
            bool letter = byte && (strchr(letters, byte) || strchr(more, byte));
            bool padding = *more == '+' && byte == '=' && place == 3;
            wrong += decode(text, 4, bytes, &got) != (letter || padding);
        }
    is_int(wrong, 0, name);
}

static void test_lengths(void) {
    static const char all[] = "\0\xff\x10\xef\x7f\x80\xfb\xf0";
    for (size_t len = 0; len < sizeof all; len++) {
        char text[16], bytes[16];
        size_t got;
        secret_base64url(all, len, text);
        ok(strlen(text) + 1 == secret_base64url_length(len) && strlen(text) == (4 * len + 2) / 3 &&
               secret_unbase64url(text, strlen(text), bytes, &got) && got == len &&
               memcmp(bytes, all, len) == 0,
           "%zu bytes: \"%s\"", len, text);
        size_t size = strlen(text);
        text[size] = '=';
        ok(!secret_unbase64url(text, size + 1, bytes, &got), "no padding behind it");
    }
}

int main(void) {
    if (secret_start() < 0)
        return 1;
    test_letters(secret_unbase64, "+/", "base64");
    test_letters(secret_unbase64url, "-_", "base64url");
    test_lengths();
    return tap_done();
}
