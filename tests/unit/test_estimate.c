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

#define LETTERS 40000 /* of base64 */

static void test_data(void) {
    static const struct {
        const char *before, *behind;
        int64_t least, most;
        const char *name;
    } rows[] = {
        {"{\"url\":\"data:image/png;base64,", "\"}", IMAGE, IMAGE + 20, "a picture, however large"},
        {"{\"url\":\"data:image\\/png;base64,\\/", "\"}", IMAGE, IMAGE + 20, "with escaped slashes"},
        {"{\"data\" : \"", "\"}", IMAGE, IMAGE + 20, "a picture as a member"},
        {"{\"data\":\"data:audio/wav;base64,", "\"}", IMAGE, IMAGE + 20, "both"},
        {"{\"data\":\"JVBERi0", "\"}", IMAGE + 1000, IMAGE + 1020, "a document as a member"},
        {"{\"file_data\":\"data:application/pdf;base64,JVBERi0", "\"}", IMAGE + 1000, IMAGE + 1020,
         "a document as a data URL"},
        {"{\"file_data\":\"data:application/pdf;name=a.pdf;base64,JVBERi0", "\"}", IMAGE + 1000, IMAGE + 1030,
         "with a parameter"},
        {"{\"file_data\":\"data:;base64,JVBERi0", "\"}", IMAGE + 1000, IMAGE + 1020, "without a type"},
        {"{\"file_data\":\"data:text/plain;base64,", "\"}", LETTERS / 4, LETTERS / 4 + 20, "text in base64"},
        {"{\"file_data\":\"data:application/pdf,", "\"}", LETTERS / 4, LETTERS / 4 + 20, "no base64"},
        {"{\"file_data\":\"data:", "\"}", LETTERS / 4, LETTERS / 4 + 20, "no comma"},
        {"{\"file_data\":\"data:,", "\"}", LETTERS / 4, LETTERS / 4 + 20, "nothing before the comma"},
        {"{\"data\":\"", "!\"}", LETTERS / 4, LETTERS / 4 + 20, "what is no base64 is text"},
        {"{\"data\":\"", "", LETTERS / 4, LETTERS / 4 + 20, "what does not end is, too"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        int64_t tokens = with_letters(rows[i].before, LETTERS, rows[i].behind);
        ok(tokens >= rows[i].least && tokens < rows[i].most, "%s: %lld", rows[i].name, (long long)tokens);
    }
}

int main(void) {
    test_texts();
    test_data();
    return tap_done();
}
