/* The strictness of OpenAI's chat API: the request's own members. */
#include "chat_check.h"

#include <string.h>

#include "member.h"
#include "openai.h"

static const struct field request_rows[] = {
    {.name = "audio", .type = FIELD_OBJECT},
    {.name = "frequency_penalty", .type = FIELD_NUMBER, .low = -2, .high = 2},
    {.name = "function_call", .type = FIELD_ANY},
    {.name = "functions", .type = FIELD_ARRAY, .low = 1, .high = 128},
    {.name = "logit_bias", .type = FIELD_OBJECT},
    {.name = "logprobs", .type = FIELD_BOOL},
    {.name = "max_completion_tokens", .type = FIELD_INT, .low = 1, .high = 1e9},
    {.name = "max_tokens", .type = FIELD_INT, .low = 1, .high = 1e9},
    {.name = "messages", .type = FIELD_ARRAY, .required = true, .low = 1, .high = 1e6},
    {.name = "metadata", .type = FIELD_OBJECT},
    {.name = "modalities", .type = FIELD_ARRAY, .low = 1, .high = 2},
    {.name = "model", .type = FIELD_STRING, .required = true, .low = 1, .high = 512},
    {.name = "n", .type = FIELD_INT, .low = 1, .high = 128},
    {.name = "parallel_tool_calls", .type = FIELD_BOOL},
    {.name = "prediction", .type = FIELD_OBJECT},
    {.name = "presence_penalty", .type = FIELD_NUMBER, .low = -2, .high = 2},
    {.name = "prompt_cache_key", .type = FIELD_STRING},
    {.name = "prompt_cache_options", .type = FIELD_OBJECT},
    {.name = "prompt_cache_retention", .type = FIELD_STRING, .choice = "in_memory 24h "},
    {.name = "reasoning_effort", .type = FIELD_STRING, .choice = "none minimal low medium high xhigh max "},
    {.name = "response_format", .type = FIELD_OBJECT},
    {.name = "safety_identifier", .type = FIELD_STRING, .low = 0, .high = 64},
    {.name = "seed", .type = FIELD_INT},
    {.name = "service_tier", .type = FIELD_STRING, .choice = "auto default flex scale priority "},
    {.name = "stop", .type = FIELD_ANY},
    {.name = "store", .type = FIELD_BOOL},
    {.name = "stream", .type = FIELD_BOOL},
    {.name = "stream_options", .type = FIELD_OBJECT},
    {.name = "temperature", .type = FIELD_NUMBER, .low = 0, .high = 2},
    {.name = "tool_choice", .type = FIELD_ANY},
    {.name = "tools", .type = FIELD_ARRAY, .low = 1, .high = 128},
    {.name = "top_logprobs", .type = FIELD_INT, .low = 0, .high = 20},
    {.name = "top_p", .type = FIELD_NUMBER, .low = 0, .high = 1},
    {.name = "user", .type = FIELD_STRING},
    {.name = "verbosity", .type = FIELD_STRING, .choice = "low medium high "},
    {.name = "web_search_options", .type = FIELD_OBJECT},
};
static const struct fields request_fields = FIELDS(request_rows);

static const struct field stream_rows[] = {
    {.name = "include_obfuscation", .type = FIELD_BOOL},
    {.name = "include_usage", .type = FIELD_BOOL},
};
static const struct fields stream_fields = FIELDS(stream_rows);

static const struct field format_rows[] = {
    {.name = "json_schema", .type = FIELD_OBJECT},
    {.name = "type", .type = FIELD_STRING, .required = true, .choice = "text json_object json_schema "},
};
static const struct fields format_fields = FIELDS(format_rows);

static const struct field schema_rows[] = {
    {.name = "description", .type = FIELD_STRING},
    {.name = "name", .type = FIELD_STRING, .required = true, .low = 1, .high = 64},
    {.name = "schema", .type = FIELD_OBJECT},
    {.name = "strict", .type = FIELD_BOOL},
};
static const struct fields schema_fields = FIELDS(schema_rows);

/* o3-mini and its like. */
static bool is_of_o_series(const json_t *body) {
    const char *model = json_string_value(json_object_get(body, "model"));
    return model && model[0] == 'o' && model[1] >= '1' && model[1] <= '9';
}

/* One member is of no use, or contradicts, without (or with) another. */
static int check_pairs(const json_t *body, struct error *err) {
    static const struct place stream_options = {NULL, "stream_options", 0};
    static const struct place max_tokens = {NULL, "max_tokens", 0};
    static const struct place top_logprobs = {NULL, "top_logprobs", 0};
    static const struct place parallel = {NULL, "parallel_tool_calls", 0};
    if (member_given(body, "stream_options") && !json_is_true(json_object_get(body, "stream")))
        return field_refuse(err, &stream_options, "it is allowed only when 'stream' is true.");
    if (member_given(body, "max_tokens") && member_given(body, "max_completion_tokens"))
        return field_refuse(err, &max_tokens, "it excludes 'max_completion_tokens'.");
    if (member_given(body, "top_logprobs") && !json_is_true(json_object_get(body, "logprobs")))
        return field_refuse(err, &top_logprobs, "it is allowed only when 'logprobs' is true.");
    if (member_given(body, "parallel_tool_calls") && !member_given(body, "tools"))
        return field_refuse(err, &parallel, "it is allowed only with 'tools'.");
    if (member_given(body, "parallel_tool_calls") && is_of_o_series(body))
        return field_refuse(err, &parallel, "it is not supported with this model.");
    return 0;
}

static int check_stop(const json_t *stop, struct error *err) {
    static const struct field text = {.type = FIELD_STRING, .required = true, .low = 1, .high = 1e6};
    static const struct field list = {.type = FIELD_ARRAY, .low = 1, .high = 4};
    struct place where = {NULL, "stop", 0};
    size_t i;
    json_t *one;
    if (!stop || json_is_null(stop))
        return 0;
    if (json_is_string(stop))
        return field_check(stop, &text, &where, err);
    if (field_check(stop, &list, &where, err))
        return -1;
    json_array_foreach(stop, i, one) {
        struct place inner = {&where, NULL, i};
        if (field_check(one, &text, &inner, err))
            return -1;
    }
    return 0;
}

static int check_schema(json_t *format, const struct place *where, struct error *err) {
    if (fields_check(format, &schema_fields, where, false, err) || openai_check_name(format, where, err))
        return -1;
    return openai_check_format(format, where, err);
}

static int check_format(const json_t *body, struct error *err) {
    struct place where = {NULL, "response_format", 0}, schema_where = {&where, "json_schema", 0};
    if (!member_given(body, "response_format"))
        return 0;
    json_t *format = json_object_get(body, "response_format");
    if (fields_check(format, &format_fields, &where, false, err))
        return -1;
    const char *type = json_string_value(json_object_get(format, "type"));
    bool wants_schema = strcmp(type, "json_schema") == 0;
    if (wants_schema != member_given(format, "json_schema"))
        return field_refuse(err, &schema_where, "it goes with the type 'json_schema', and only with it.");
    if (wants_schema)
        return check_schema(json_object_get(format, "json_schema"), &schema_where, err);
    if (strcmp(type, "json_object") == 0 && !openai_mentions_json(json_object_get(body, "messages")))
        return field_refuse(err, &where, "with 'json_object' the messages must contain the word 'json'.");
    return 0;
}

int chat_check(json_t *body, bool loose, struct error *err) {
    struct place messages = {NULL, "messages", 0}, stream = {NULL, "stream_options", 0};
    if (fields_check(body, &request_fields, NULL, loose, err) ||
        chat_check_messages(json_object_get(body, "messages"), &messages, err) || check_pairs(body, err) ||
        check_stop(json_object_get(body, "stop"), err) ||
        openai_check_metadata(json_object_get(body, "metadata"), err) || check_format(body, err) ||
        chat_check_tools(body, err))
        return -1;
    if (member_given(body, "stream_options"))
        return fields_check(json_object_get(body, "stream_options"), &stream_fields, &stream, false, err);
    return 0;
}
