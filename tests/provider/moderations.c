/* OpenAI's moderations. What has the word "violence" is violent; nothing else is anything. */
#include <string.h>

#include "dialect.h"
#include "media.h"
#include "member.h"
#include "openai.h"
#include "quote.h"

static const struct field rows[] = {
    {.name = "input", .type = FIELD_ANY, .required = true},
    {.name = "model", .type = FIELD_STRING, .low = 1, .high = 512},
};
static const struct fields fields = FIELDS(rows);

static const struct field text_rows[] = {
    {.name = "text", .type = FIELD_STRING, .required = true},
    {.name = "type", .type = FIELD_STRING, .required = true, .choice = "text "},
};
static const struct fields text_fields = FIELDS(text_rows);

static const struct field image_rows[] = {
    {.name = "image_url", .type = FIELD_OBJECT, .required = true},
    {.name = "type", .type = FIELD_STRING, .required = true, .choice = "image_url "},
};
static const struct fields image_fields = FIELDS(image_rows);

static const struct field url_rows[] = {{.name = "url", .type = FIELD_STRING, .required = true}};
static const struct fields url_fields = FIELDS(url_rows);

static const struct category {
    const char *name;
    bool pictures; /* are looked at too */
} categories[] = {
    {"harassment", false},
    {"harassment/threatening", false},
    {"hate", false},
    {"hate/threatening", false},
    {"illicit", false},
    {"illicit/violent", false},
    {"self-harm", true},
    {"self-harm/instructions", true},
    {"self-harm/intent", true},
    {"sexual", true},
    {"sexual/minors", false},
    {"violence", true},
    {"violence/graphic", true},
};

/* ---- the request ---- */

static int check_part(json_t *part, const struct place *where, struct error *err) {
    struct place object = {where, "image_url", 0}, url = {&object, "url", 0};
    if (!member_is(part, "type", "image_url"))
        return fields_check(part, &text_fields, where, false, err);
    json_t *picture = json_object_get(part, "image_url");
    if (fields_check(part, &image_fields, where, false, err) ||
        fields_check(picture, &url_fields, &object, false, err))
        return -1;
    const char *text = json_string_value(json_object_get(picture, "url"));
    if (!media_is_web(text) && !media_is_data(text, "image/png image/jpeg image/webp image/gif "))
        return field_refuse(err, &url, "expected an https URL, or a data URL of a picture.");
    return 0;
}

static int check_input(const struct scene *scene, struct error *err) {
    const json_t *input = json_object_get(scene->body, "input");
    struct place where = {NULL, "input", 0};
    bool parts = json_is_object(json_array_get(input, 0));
    size_t i;
    json_t *piece;
    if (!json_is_string(input) && json_array_size(input) == 0)
        return field_refuse(err, &where,
                            "expected a text, or a list of texts or of parts that is not empty.");
    if (parts && strncmp(scene->model, "text-moderation", strlen("text-moderation")) == 0)
        return field_refuse(err, &where, "this model takes texts only.");
    json_array_foreach(input, i, piece) {
        struct place inner = {&where, NULL, i};
        if (!parts && !json_is_string(piece))
            return field_refuse(err, &inner, "expected a string.");
        if (parts && check_part(piece, &inner, err))
            return -1;
    }
    return 0;
}

static int read_request(struct scene *scene, struct error *err) {
    if (openai_read_model(scene, err) || fields_check(scene->body, &fields, NULL, scene->how.loose, err) ||
        check_input(scene, err))
        return -1;
    scene_plan(scene);
    return 0;
}

/* ---- the answer ---- */

static bool is_violent(const char *text) {
    return text && strcasestr(text, "violence");
}

/* What one result is about. */
struct subject {
    bool violent, text, picture;
};

static void look_at(struct subject *subject, const json_t *piece) {
    const json_t *text = json_is_string(piece) ? piece : json_object_get(piece, "text");
    subject->text = subject->text || text;
    subject->picture = subject->picture || json_object_get(piece, "image_url");
    subject->violent = subject->violent || is_violent(json_string_value(text));
}

static void put_inputs(const struct subject *subject, const struct category *category, struct buf *json) {
    bool picture = subject->picture && category->pictures;
    buf_printf(json, "[%s%s%s]", subject->text ? "\"text\"" : "", subject->text && picture ? "," : "",
               picture ? "\"image\"" : "");
}

static void put_result(const struct subject *subject, struct buf *json) {
    static const char *const members[] = {"categories", "category_scores", "category_applied_input_types"};
    buf_printf(json, "{\"flagged\":%s", subject->violent ? "true" : "false");
    for (int member = 0; member < 3; member++) {
        buf_printf(json, ",\"%s\":{", members[member]);
        for (size_t i = 0; i < sizeof categories / sizeof *categories; i++) {
            const struct category *category = &categories[i];
            bool hit = subject->violent && strcmp(category->name, "violence") == 0;
            buf_printf(json, "%s\"%s\":", i ? "," : "", category->name);
            if (member == 2)
                put_inputs(subject, category, json);
            else
                buf_puts(json, member == 0 ? hit ? "true" : "false" : hit ? "0.96875" : "0.0009765625");
        }
        buf_putc(json, '}');
    }
    buf_putc(json, '}');
}

static void write_whole(const struct scene *scene, struct buf *json) {
    const json_t *input = json_object_get(scene->body, "input");
    bool parts = json_is_object(json_array_get(input, 0));
    struct subject subject = {0};
    size_t i;
    json_t *piece;
    buf_printf(json, "{\"id\":\"modr-%08llx\",\"model\":", (unsigned long long)scene->serial);
    quote_word(*scene->model ? scene->model : "omni-moderation-latest", json);
    buf_puts(json, ",\"results\":[");
    if (json_is_string(input))
        look_at(&subject, input);
    json_array_foreach(input, i, piece) {
        look_at(&subject, piece);
        if (parts || i + 1 == json_array_size(input))
            continue;
        put_result(&subject, json);
        buf_putc(json, ',');
        subject = (struct subject){0};
    }
    put_result(&subject, json);
    buf_putc(json, ']');
    openai_put_further(scene, json);
    buf_putc(json, '}');
}

const struct dialect dialect_moderations = {
    OPENAI_DIALECT,
    .read = read_request,
    .write_whole = write_whole,
};
