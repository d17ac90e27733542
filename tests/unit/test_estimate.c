/* How many tokens a prompt is taken to have. */
#include <stdio.h>
#include <string.h>

#include "dialects/estimate.h"
#include "tap.h"

#define IMAGE 1500

/* Letters between two texts. */
static int64_t with_letters(const char *before, int count, const char *behind) {
    struct buf text;
    buf_init(&text, 1 << 20);
    buf_puts(&text, before);
    for (int i = 0; i < count; i++)
        buf_putc(&text, 'A');
    buf_puts(&text, behind);
    int64_t tokens = estimate_tokens((struct span){text.data, text.len});
    buf_free(&text);
    return tokens;
}

static void test_texts(void) {
    static const struct {
        const char *json;
        int64_t tokens;
    } rows[] = {
        {"", 0},
        {"\"\"", 1},
        {"\"four letters \"", 4},
        {"{\"url\":\"https://e.x/a.png\"}", IMAGE + 7},
        {"{\"image_url\" : \"http://e.x/a.png\"}", IMAGE + 9},
        {"{\"file_url\":\t\"http://e.x/a.pdf\"}", IMAGE + 8},
        {"{\"fileUri\":\"https://e.x/a\"},{\"file_uri\":\"https://e.x/b\"}", 2 * IMAGE + 14},
        {"{\"text\":\"https://e.x/a.png\"}", 7},
        {"\"the \\\"url\\\":\\\"https://e.x\\\" of it\"", 9},
        {"[\"https://e.x\"]", 4},
        {"\"https://e.x\"", 4},
        {":\"https://e.x\"", 4},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        is_int(estimate_tokens((struct span){rows[i].json, strlen(rows[i].json)}), rows[i].tokens,
               rows[i].json);
}

static void test_data(void) {
    int64_t image = with_letters("{\"url\":\"data:image/png;base64,", 40000, "\"}");
    ok(image >= IMAGE && image < IMAGE + 20, "a picture has the tokens of one, however large: %lld",
       (long long)image);
    image = with_letters("{\"data\" : \"", 40000, "\"}");
    ok(image >= IMAGE && image < IMAGE + 20, "also as a member: %lld", (long long)image);
    int64_t document = with_letters("{\"data\":\"JVBERi0", 40000, "\"}");
    ok(document >= IMAGE + 1000 && document < IMAGE + 1020, "a document has more the longer it is: %lld",
       (long long)document);
    ok(with_letters("{\"data\":\"", 40000, "!\"}") > 10000, "what is no base64 is text");
    ok(with_letters("{\"data\":\"", 40000, "") > 10000, "what does not end is, too");
}

int main(void) {
    test_texts();
    test_data();
    return tap_done();
}
