/* What a picture costs by its size and quality. */
#include "canon/image_price.h"

#include <stdio.h>
#include <string.h>

#include "tap.h"

#define COUNT(table) (sizeof(table) / sizeof *(table))

static const struct image_price exact[] = {
    {"standard 1024x1024", 40}, {"standard 1024x1792", 80}, {"hd 1024x1024", 81}, {"hd 1024x1792", 120}};
static const struct image_price sizes[] = {{"256x256", 16}, {"512x512", 18}, {"1024x1024", 20}};
static const struct image_price qualities[] = {{"low", 11}, {"medium", 42}, {"high", 167}};
static const struct image_price mixed[] = {
    {"1024x1024", 40}, {"hd 1024x1024", 80}, {"hd", 300}, {"16:9", 70}, {"", 500}};
static const struct image_price halves[] = {{"hd 1024x1024", 80}, {"512x512", 18}, {"low", 5}};

#define LIST(name)                                                                                           \
    { name, COUNT(name) }

static const struct {
    struct image_prices images;
    const char *size, *quality;
    nanos each; /* -1: unknown */
    const char *unknown;
} rows[] = {
    {LIST(exact), "1024x1024", "standard", 40, NULL},
    {LIST(exact), "1024x1792", "hd", 120, NULL},
    {LIST(exact), "1024x1024", NULL, 81, NULL},
    {LIST(exact), "1024x1024", "auto", 81, NULL},
    {LIST(exact), NULL, "standard", 80, NULL},
    {LIST(exact), "auto", "", 120, NULL},
    {LIST(exact), NULL, NULL, 120, NULL},
    {LIST(exact), "512x512", "hd", -1, "size"},
    {LIST(exact), "512x512", NULL, -1, "size"},
    {LIST(exact), "1024x1024", "medium", -1, "quality"},
    {LIST(exact), NULL, "medium", -1, "quality"},
    {LIST(exact), "512x512", "medium", -1, "size"},
    {LIST(sizes), "512x512", NULL, 18, NULL},
    {LIST(sizes), "512x512", "whatever", 18, NULL},
    {LIST(sizes), NULL, "whatever", 20, NULL},
    {LIST(sizes), "512x51", NULL, -1, "size"},
    {LIST(sizes), "512x5122", NULL, -1, "size"},
    {LIST(qualities), "1024x1024", "low", 11, NULL},
    {LIST(qualities), "1024x1024", NULL, 167, NULL},
    {LIST(qualities), NULL, "medium", 42, NULL},
    {LIST(qualities), "1024x1024", "hd", -1, "quality"},
    {LIST(mixed), "1024x1024", "hd", 80, NULL},
    {LIST(mixed), "1024x1024", "standard", 40, NULL},
    {LIST(mixed), "1024x1024", NULL, 80, NULL},
    {LIST(mixed), "16:9", "hd", 70, NULL},
    {LIST(mixed), "16:9", NULL, 70, NULL},
    {LIST(mixed), "9:16", "hd", 300, NULL},
    {LIST(mixed), "9:16", "standard", 500, NULL},
    {LIST(mixed), "9:16", NULL, 500, NULL},
    {LIST(mixed), NULL, "hd", 300, NULL},
    {LIST(mixed), NULL, NULL, 500, NULL},
    {LIST(halves), "1024x1024", "low", 5, NULL},
    {LIST(halves), "1024x1024", NULL, 80, NULL},
    {LIST(halves), "1024x1024", "standard", -1, "quality"},
    {LIST(halves), NULL, "standard", 18, NULL},
    {LIST(halves), "2K", NULL, 5, NULL},
    {LIST(halves), "2K", "hd", -1, "size"},
};

static void test_find(void) {
    for (size_t i = 0; i < COUNT(rows); i++) {
        const char *unknown = NULL;
        const struct image_price *found =
            image_prices_find(&rows[i].images, rows[i].size, rows[i].quality, &unknown);
        is_int(found ? found->each : -1, rows[i].each, rows[i].size ? rows[i].size : "any size");
        is_str(unknown, rows[i].unknown, rows[i].quality ? rows[i].quality : "of any quality");
    }
}

/* Whatever a picture turns out to be, it costs no more than what was found before that was known. */
static void test_dearest(void) {
    static const char *const some_sizes[] = {NULL, "1024x1024", "1024x1792", "512x512", "16:9", "9:16"};
    static const char *const some_qualities[] = {NULL, "hd", "low", "standard", "other"};
    const struct image_prices lists[] = {LIST(exact), LIST(sizes), LIST(qualities), LIST(mixed),
                                         LIST(halves)};
    int above = 0, looked = 0;
    for (size_t list = 0; list < COUNT(lists); list++)
        for (size_t s = 0; s < COUNT(some_sizes) * COUNT(some_qualities); s++) {
            const char *size = some_sizes[s % COUNT(some_sizes)], *unknown;
            const char *quality = some_qualities[s / COUNT(some_sizes)];
            const struct image_price *truth = image_prices_find(&lists[list], size, quality, &unknown);
            const struct image_price *less[] = {image_prices_find(&lists[list], NULL, quality, &unknown),
                                                image_prices_find(&lists[list], size, NULL, &unknown),
                                                image_prices_find(&lists[list], NULL, NULL, &unknown)};
            for (size_t i = 0; truth && i < COUNT(less); i++, looked++)
                above += !less[i] || less[i]->each < truth->each;
        }
    is_int(above, 0, "nothing costs more than was said before");
    ok(looked > 200, "%d were looked at", looked);
}

static void test_names(void) {
    static const char *const good[] = {"1024x1024", "hd", "hd 1024x1792", "low 16:9", "2K",
                                       "a-b_c 1.5", "h",  "automatic"};
    static const char *const bad[] = {"",
                                      " ",
                                      "hd ",
                                      " hd",
                                      "hd hd",
                                      "1024x1024 hd",
                                      "hd  1024x1024",
                                      "hd 1024x1024 ",
                                      "hd 1024x1024 2",
                                      "auto",
                                      "h\\u0064",
                                      "h\xc3\xa9",
                                      "quality-of-this-kind 1024x1024xx"};
    for (size_t i = 0; i < COUNT(good); i++)
        ok(image_name_sound(good[i], strlen(good[i])), "a name: \"%s\"", good[i]);
    for (size_t i = 0; i < COUNT(bad); i++)
        ok(!image_name_sound(bad[i], strlen(bad[i])), "none: \"%s\"", bad[i]);
    ok(!image_name_sound("hd\0x", 4), "nor one with a NUL");
    ok(image_name_sound("1024x1024\"", 9), "only so many bytes are looked at");
}

static void test_list(void) {
    char text[60];
    image_prices_list(&(struct image_prices)LIST(exact), "size", text, sizeof text);
    is_str(text, "1024x1024, 1024x1792", "each size once");
    image_prices_list(&(struct image_prices)LIST(mixed), "quality", text, sizeof text);
    is_str(text, "hd", "each quality once");
    image_prices_list(&(struct image_prices)LIST(sizes), "size", text, 18);
    is_str(text, "256x256, 512x512", "only whole ones");
    image_prices_list(&(struct image_prices)LIST(sizes), "size", text, 17);
    is_str(text, "256x256, 512x512", "one that just fits");
    image_prices_list(&(struct image_prices)LIST(sizes), "size", text, 16);
    is_str(text, "256x256", "one that just does not");
    image_prices_list(&(struct image_prices)LIST(sizes), "quality", text, sizeof text);
    is_str(text, "", "none");
}

static void test_end(void) {
    struct image_price list[3] = {{"hd", 9}, {"low", 3}};
    struct price price;
    struct price_said said = {.base.second = 7};
    size_t count = 0;
    image_prices_end(list, &count, &said);
    ok(count == 0 && said.named == 0, "no list says nothing");
    is_str(price_make(&price, &said), "input", "so that something is missing");
    count = 2;
    image_prices_end(list, &count, &said);
    is_int((long long)count, 2, "a list alone");
    is_str(price_make(&price, &said), NULL, "is price enough");
    is_int(price.base.image, 9, "and makes the rate its dearest");
    said.base.image = 5;
    image_prices_end(list, &count, &said);
    ok(count == 3 && strcmp(list[2].name, "") == 0 && list[2].each == 5,
       "a rate beside it is for all others");
    price_make(&price, &said);
    is_int(price.base.image, 5, "and stays");
    is_int(image_prices_dearest(&(struct image_prices){list, 3}), 9, "the dearest");
    is_int(image_prices_dearest(&(struct image_prices){NULL, 0}), 0, "of none");
}

int main(void) {
    test_find();
    test_dearest();
    test_names();
    test_list();
    test_end();
    return tap_done();
}
