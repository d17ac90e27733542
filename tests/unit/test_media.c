/* Images, sounds and documents: data URLs and base64 in all their forms. */
#include "canon/media.h"
#include "dialects/dialect.h"

#include "tap.h"

#define COUNT(table) (sizeof(table) / sizeof *(table))
#define PNG          "iVBORw0KGgoAAAAN"

static struct json string_of(struct arena *arena, const char *text) {
    return value_whole(chat_quote(arena, text, strlen(text)));
}

static bool is(struct span got, const char *want) {
    return want ? got.at && got.len == strlen(want) && memcmp(got.at, want, got.len) == 0 : !got.at;
}

/* ---- base64 ------------------------------------------------------------------- */

/* JSON strings; NULL: refused. */
static const struct {
    const char *text, *data, *bytes;
} base64[] = {
    {"\"QUJD\"", "QUJD", "ABC"},
    {"\"QUI=\"", "QUI=", "AB"},
    {"\"QQ==\"", "QQ==", "A"},
    {"\"QUI\"", "QUI=", "AB"},
    {"\"QQ\"", "QQ==", "A"},
    {"\"QQ=\"", "QQ==", "A"},
    {"\"QQ===\"", "QQ==", "A"},
    {"\" QU\\nJD\\r\\n\"", "QUJD", "ABC"},
    {"\"QUI\\t= \"", "QUI=", "AB"},
    {"\"Pj4-\"", "Pj4+", ">>>"},
    {"\"Pz8_\"", "Pz8/", "???"},
    {"\"Pz8\\/\"", "Pz8/", "???"},
    {"\"\\u0051UJD\"", "QUJD", "ABC"},
    {"\"\"", NULL, NULL},
    {"\"=\"", NULL, NULL},
    {"\"====\"", NULL, NULL},
    {"\" \"", NULL, NULL},
    {"\"A\"", NULL, NULL},
    {"\"QUJDQ\"", NULL, NULL},
    {"\"Q=Q=\"", NULL, NULL},
    {"\"QQ=A\"", NULL, NULL},
    {"\"QUJ!\"", NULL, NULL},
    {"\"QUJ%44\"", NULL, NULL},
    {"\"QUJD\\u0000\"", NULL, NULL},
    {"\"QQ\\u0000==\"", NULL, NULL},
    {"\"QUJ\\u00e9\"", NULL, NULL},
    {"\"data:;base64,QUJD\"", NULL, NULL},
    {"5", NULL, NULL},
    {"null", NULL, NULL},
};

static void test_base64(void) {
    for (size_t i = 0; i < COUNT(base64); i++) {
        struct arena *arena = arena_new();
        struct chat_media media = {.kind = MEDIA_FILE};
        struct error err = {0};
        struct json value = value_whole((struct span){base64[i].text, strlen(base64[i].text)});
        int rc = media_read_base64(&media, &value, NULL, arena, &err);
        bool good = (rc == 0) == (base64[i].data != NULL) && is(media.data, base64[i].data) &&
                    (rc == 0 || err.kind == ERR_REQUEST);
        if (rc == 0)
            good &= is(media_decode(&media, arena), base64[i].bytes) && !media.mime && !media.url.at;
        ok(good, "%s", base64[i].text);
        arena_free(arena);
    }
}

/* ---- types -------------------------------------------------------------------- */

static const struct {
    const char *data, *mime, *want;
    enum chat_media_kind kind;
} types[] = {
    {PNG, NULL, "image/png", MEDIA_IMAGE},
    {PNG, "image/jpeg", "image/png", MEDIA_IMAGE},
    {PNG, "application/pdf", "image/png", MEDIA_IMAGE},
    {"/9j/4AAQ", "image/png", "image/jpeg", MEDIA_IMAGE},
    {"R0lGODlh", NULL, "image/gif", MEDIA_IMAGE},
    {"R0lGODdh", NULL, "image/gif", MEDIA_IMAGE},
    {"UklGRgAAAABXRUJQ", NULL, "image/webp", MEDIA_IMAGE},
    {"QUJDREFBQUFXRUJQ", "text/plain", "text/plain", MEDIA_FILE}, /* no RIFF */
    {"UklGRgAAAABXQVZF", "audio/wav", "audio/wav", MEDIA_AUDIO},
    {"JVBERi0xLjQ=", "image/png", "application/pdf", MEDIA_FILE},
    {"iVBORw0K", "image/png", "image/png", MEDIA_IMAGE}, /* too short to tell */
    {"QUJD", "IMAGE/TIFF", "image/tiff", MEDIA_IMAGE},
    {"QUJD", "Audio/MP3", "audio/mp3", MEDIA_AUDIO},
    {"QUJD", "text/plain", "text/plain", MEDIA_FILE},
    {"QUJD", NULL, NULL, MEDIA_AUDIO}, /* as it was said to be */
};

static void test_types(void) {
    for (size_t i = 0; i < COUNT(types); i++) {
        struct arena *arena = arena_new();
        struct chat_media media = {.kind = MEDIA_AUDIO};
        struct error err = {0};
        struct json value = string_of(arena, types[i].data);
        int rc = media_read_base64(&media, &value, types[i].mime, arena, &err);
        bool same = types[i].want ? media.mime && strcmp(media.mime, types[i].want) == 0 : !media.mime;
        ok(rc == 0 && same && media.kind == types[i].kind, "%s as %s", types[i].data,
           types[i].mime ? types[i].mime : "nothing");
        arena_free(arena);
    }
}

/* ---- URLs ---------------------------------------------------------------------- */

#define TEN  "0123456789"
#define LONG "image/x-" TEN TEN TEN TEN TEN TEN TEN TEN TEN TEN

static const struct {
    const char *url, *data, *mime; /* neither: kept; see `refused` */
    bool refused;
} urls[] = {
    {"data:image/png;base64," PNG, PNG, "image/png", false},
    {"data:image/jpeg;base64," PNG, PNG, "image/png", false},
    {"data:;base64," PNG, PNG, "image/png", false},
    {"data:;base64,QUJD", "QUJD", NULL, false},
    {"DATA:Image/Tiff;BASE64,QUJD", "QUJD", "image/tiff", false},
    {"data:image/tiff;charset=x;name=\"a;b\";base64,QUJD", "QUJD", "image/tiff", false},
    {"data:image/tiff;base64, QU JD\n", "QUJD", "image/tiff", false},
    {"data:image/tiff;base64,QUI", "QUI=", "image/tiff", false},
    {"data:image/tiff;base64,Pj4-", "Pj4+", "image/tiff", false},
    {"data:" LONG ";base64,QUJD", "QUJD", NULL, false},
    {"data:a;base64,b;base64,QUJD", NULL, NULL, true},
    {"data:image/png;base64,", NULL, NULL, true},
    {"data:image/png;base64", NULL, NULL, true},
    {"data:image/png,QUJD", NULL, NULL, true},
    {"data:base64,QUJD", NULL, NULL, true},
    {"data:,", NULL, NULL, true},
    {"data:", NULL, NULL, true},
    {"data:;base6,QUJD", NULL, NULL, true},
    {"data:image/png;base64,Q!", NULL, NULL, true},
    {"https://e.org/a?b=\"c\"", NULL, NULL, false},
    {"HTTP://e.org", NULL, NULL, false},
    {"file:///etc/passwd", NULL, NULL, true},
    {"ftp://e.org/", NULL, NULL, true},
    {"http:/e.org", NULL, NULL, true},
    {"//e.org", NULL, NULL, true},
    {" https://e.org", NULL, NULL, true},
    {"", NULL, NULL, true},
};

static void test_urls(void) {
    for (size_t i = 0; i < COUNT(urls); i++) {
        struct arena *arena = arena_new();
        struct chat_media media = {.kind = MEDIA_IMAGE};
        struct error err = {0};
        struct json value = string_of(arena, urls[i].url);
        int rc = media_read_url(&media, &value, arena, &err);
        bool kept = !urls[i].refused && !urls[i].data;
        bool mime = urls[i].mime ? media.mime && strcmp(media.mime, urls[i].mime) == 0 : !media.mime;
        ok((rc < 0) == urls[i].refused && (rc == 0 || err.kind == ERR_REQUEST) &&
               is(media.data, urls[i].data) && mime && (media.url.at == value.text.at) == kept,
           "%s", urls[i].url);
        arena_free(arena);
    }
}

static void test_written(void) {
    struct arena *arena = arena_new();
    struct chat_media media = {.mime = "image/\"png", .data = {"QUJD", 4}}, again = {0};
    struct span url = media_data_url(&media, arena);
    ok(is(url, "\"data:image/\\\"png;base64,QUJD\""), "a data URL is quoted");
    struct json value = value_whole(url);
    struct error err = {0};
    is_int(media_read_url(&again, &value, arena, &err), 0, "and can be read");
    media.mime = NULL;
    ok(is(media_data_url(&media, arena), "\"data:application/octet-stream;base64,QUJD\""), "one of no type");
    arena_free(arena);
}

static void test_fetched(void) {
    static const struct {
        const char *data, *said, *mime; /* NULL: refused */
    } rows[] = {
        {PNG, "text/html", "image/png"},
        {"QUJD", "image/gif", "image/gif"},
        {"QUJD", "audio/wav", "audio/wav"},
        {"QUJD", "text/html", NULL},
        {"", "image/png", NULL},
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct arena *arena = arena_new();
        struct chat_media media = {.url = {"\"http://a\"", 10}};
        int rc = media_set_data(&media, rows[i].data, rows[i].said, arena);
        ok(rows[i].mime ? rc == 0 && is(media.data, rows[i].data) && is(media.url, NULL)
                        : rc == -1 && is(media.data, NULL) && is(media.url, "\"http://a\""),
           "fetched %s of %s", rows[i].data, rows[i].said);
        is_str(media.mime, rows[i].mime, "its type");
        arena_free(arena);
    }
}

/* ---- what types say -------------------------------------------------------------- */

static void test_words(void) {
    static const struct {
        const char *mime;
        enum chat_media_kind kind;
        bool text;
        const char *format;
    } rows[] = {
        {NULL, MEDIA_AUDIO, false, NULL}, /* what it was taken for */
        {"image/png", MEDIA_IMAGE, false, "png"},
        {"audio/mpeg", MEDIA_AUDIO, false, "mp3"},
        {"audio/x-wav", MEDIA_AUDIO, false, "wav"},
        {"audio/flac", MEDIA_AUDIO, false, "flac"},
        {"audio", MEDIA_FILE, false, NULL},
        {"application/pdf", MEDIA_FILE, false, "pdf"},
        {"text/csv", MEDIA_FILE, true, "csv"},
        {"application/xml", MEDIA_FILE, true, "xml"},
        {"application/json", MEDIA_FILE, true, "json"},
        {"application/xml-dtd", MEDIA_FILE, false, "xml-dtd"},
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        const char *mime = rows[i].mime ? rows[i].mime : "no type";
        is_int(media_kind(rows[i].mime, MEDIA_AUDIO), rows[i].kind, mime);
        is_int(media_is_text(rows[i].mime), rows[i].text, "and whether it is text");
        is_str(media_audio_format(rows[i].mime), rows[i].format, "and what its format is called");
    }
}

/* What a provider gets of data that only its type tells about. */
static void test_told(void) {
    static const struct {
        const struct chat_dialect *dialect;
        struct chat_media media;
        const char *told;
    } rows[] = {
        {&chat_openai, {.kind = MEDIA_AUDIO, .mime = "audio/mpeg"}, "\"format\":\"mp3\""},
        {&chat_responses, {.kind = MEDIA_AUDIO, .mime = "audio/mpeg"}, "\"format\":\"mp3\""},
        {&chat_openai, {.kind = MEDIA_AUDIO}, "that cannot be shown]"},
        {&chat_responses, {.kind = MEDIA_AUDIO}, "that cannot be shown]"},
        {&chat_anthropic, {.kind = MEDIA_FILE, .mime = "application/xml"}, "\"data\":\"ABC\""},
        {&chat_anthropic, {.kind = MEDIA_FILE, .mime = "application/x-yaml"}, "\"data\":\"ABC\""},
        {&chat_anthropic, {.kind = MEDIA_FILE, .mime = "a/b"}, "that cannot be shown]"},
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct arena *arena = arena_new();
        struct chat_request q = {.arena = arena, .choices = 1};
        struct chat_target target = {.model = "m", .max_output = 9, .limited = true};
        struct error err = {0};
        struct buf out;
        buf_init(&out, 10000);
        struct chat_block *block = chat_add_turn_block(&q, CHAT_USER, CHAT_MEDIA);
        block->media = rows[i].media;
        block->media.data = (struct span){"QUJD", 4};
        chat_settle_turns(&q);
        ok(rows[i].dialect->write_request(&q, &target, &out, &err) == 0 && strstr(out.data, rows[i].told),
           "%s is told of %s", rows[i].dialect->name, rows[i].media.mime ? rows[i].media.mime : "no type");
        buf_free(&out);
        arena_free(arena);
    }
}

int main(void) {
    test_base64();
    test_types();
    test_words();
    test_told();
    test_urls();
    test_written();
    test_fetched();
    return tap_done();
}
