/* The strictness of the Gemini API: its settings. */
#include "gemini_check.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "gemini_proto.h"
#include "words.h"

int gemini_refuse(struct error *err, const struct place *where, const char *format, ...) {
    char reason[200], path[PROTO_PATH];
    va_list args;
    va_start(args, format);
    vsnprintf(reason, sizeof reason, format, args);
    va_end(args);
    return error_set(err, ERR_REQUEST, "* GenerateContentRequest.%s: %s\n", proto_path(where, path), reason);
}

/* ---- numbers ---- */

static const struct range {
    const char *name, *snake;
    double low, high;
} ranges[] = {
    {"temperature", "temperature", 0, 2},
    {"topP", "top_p", 0, 1},
    {"topK", "top_k", 1, 1e9},
    {"candidateCount", "candidate_count", 1, 8},
    {"maxOutputTokens", "max_output_tokens", 1, 1e9},
    {"presencePenalty", "presence_penalty", -2, 2},
    {"frequencyPenalty", "frequency_penalty", -2, 2},
    {"logprobs", "logprobs", 0, 20},
};

static int check_ranges(const json_t *config, const struct place *where, struct error *err) {
    for (size_t i = 0; i < sizeof ranges / sizeof *ranges; i++) {
        const json_t *value = json_object_get(config, ranges[i].name);
        double number = json_number_value(value);
        struct place inner = {where, ranges[i].snake, 0};
        if (value && !(number >= ranges[i].low && number <= ranges[i].high))
            return gemini_refuse(err, &inner, "must be in the range [%g, %g]", ranges[i].low, ranges[i].high);
    }
    return 0;
}

/* ---- settings that go together, or do not ---- */

static int check_stops(const json_t *config, const struct place *where, struct error *err) {
    const json_t *stops = json_object_get(config, "stopSequences");
    struct place list = {where, "stop_sequences", 0};
    size_t i;
    json_t *stop;
    if (json_array_size(stops) > 5)
        return gemini_refuse(err, &list, "at most 5 stop sequences are allowed");
    json_array_foreach(stops, i, stop) {
        struct place inner = {&list, NULL, i};
        if (json_string_length(stop) == 0)
            return gemini_refuse(err, &inner, "a stop sequence must not be empty");
    }
    return 0;
}

static int check_mime_type(const char *type, const struct place *where, struct error *err) {
    static const char *const known[] = {"text/plain", "application/json", "application/xml",
                                        "application/yaml", "text/x.enum"};
    for (size_t i = 0; i < sizeof known / sizeof *known; i++)
        if (strcmp(known[i], type) == 0)
            return 0;
    return gemini_refuse(err, where,
                         "allowed mimetypes are `text/plain`, `application/json`, `application/xml`, "
                         "`application/yaml` and `text/x.enum`.");
}

static int check_output(const json_t *config, const struct place *where, struct error *err) {
    const char *type = json_string_value(json_object_get(config, "responseMimeType"));
    const json_t *own = json_object_get(config, "responseSchema");
    const json_t *schema = json_object_get(config, "responseJsonSchema");
    struct place mime_where = {where, "response_mime_type", 0}, own_where = {where, "response_schema", 0},
                 schema_where = {where, "response_json_schema", 0};
    if (type && *type && check_mime_type(type, &mime_where, err))
        return -1;
    if (own && schema)
        return gemini_refuse(err, &schema_where, "it must not be set together with response_schema");
    bool structured =
        type && (strcmp(type, "application/json") == 0 || (own && strcmp(type, "text/x.enum") == 0));
    if ((own || schema) && !structured)
        return gemini_refuse(err, own ? &own_where : &schema_where,
                             "it is only supported with the response mime type application/json");
    if (own)
        return gemini_check_schema(own, &own_where, err);
    return schema ? gemini_check_json_schema(schema, &schema_where, err) : 0;
}

static int check_image(const json_t *image, const struct place *where, struct error *err) {
    const char *ratio = json_string_value(json_object_get(image, "aspectRatio")),
               *size = json_string_value(json_object_get(image, "imageSize"));
    struct place inner = {where, "image_config", 0}, ratio_where = {&inner, "aspect_ratio", 0},
                 size_where = {&inner, "image_size", 0};
    if (ratio && !words_have("1:1 2:3 3:2 3:4 4:3 4:5 5:4 9:16 16:9 21:9 ", ratio))
        return gemini_refuse(err, &ratio_where,
                             "aspect_ratio must be one of 1:1, 2:3, 3:2, 3:4, 4:3, 4:5, "
                             "5:4, 9:16, 16:9 and 21:9");
    if (size && !words_have("1K 2K 4K ", size))
        return gemini_refuse(err, &size_where, "image_size must be one of 1K, 2K and 4K");
    return 0;
}

static int check_config(const json_t *config, const char *model, struct error *err) {
    struct place where = {NULL, "generation_config", 0}, logprobs = {&where, "logprobs", 0};
    if (json_object_get(config, "logprobs") && !json_is_true(json_object_get(config, "responseLogprobs")))
        return gemini_refuse(err, &logprobs, "it is only allowed when response_logprobs is true");
    if (check_ranges(config, &where, err) || check_stops(config, &where, err) ||
        check_output(config, &where, err) || check_image(json_object_get(config, "imageConfig"), &where, err))
        return -1;
    return gemini_check_thinking(model, json_object_get(config, "thinkingConfig"), err);
}

/* ---- the rest ---- */

static int check_safety(const json_t *settings, struct error *err) {
    struct place list = {NULL, "safety_settings", 0};
    size_t i, j;
    json_t *setting;
    json_array_foreach(settings, i, setting) {
        struct place inner = {&list, NULL, i};
        const json_t *category = json_object_get(setting, "category");
        if (!category || !json_object_get(setting, "threshold"))
            return gemini_refuse(err, &inner, "category and threshold must be set");
        for (j = 0; j < i; j++)
            if (json_equal(category, json_object_get(json_array_get(settings, j), "category")))
                return gemini_refuse(err, &inner, "there is more than one setting of %s",
                                     json_string_value(category));
    }
    return 0;
}

static int check_system(const json_t *system, struct error *err) {
    struct place where = {NULL, "system_instruction", 0}, list = {&where, "parts", 0};
    size_t i;
    json_t *part;
    if (!system)
        return 0;
    if (json_array_size(json_object_get(system, "parts")) == 0)
        return gemini_refuse(err, &list, "must not be empty.");
    json_array_foreach(json_object_get(system, "parts"), i, part) {
        struct place inner = {&list, NULL, i};
        if (!json_object_get(part, "text"))
            return gemini_refuse(err, &inner, "a system instruction can only be text");
    }
    return 0;
}

int gemini_check(const json_t *request, bool signed_calls, struct error *err) {
    const char *model = json_string_value(json_object_get(request, "model"));
    if (gemini_check_contents(json_object_get(request, "contents"), signed_calls, err) ||
        check_system(json_object_get(request, "systemInstruction"), err) ||
        gemini_check_tools(request, err) ||
        check_config(json_object_get(request, "generationConfig"), model ? model : "", err))
        return -1;
    return check_safety(json_object_get(request, "safetySettings"), err);
}
