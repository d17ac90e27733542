/* The strictness of OpenAI's Responses API: the request's own members. */
#include "responses_check.h"

#include <string.h>

#include "member.h"
#include "openai.h"

#define MIN_OUTPUT_TOKENS 16

static const struct field request_rows[] = {
    {.name = "background", .type = FIELD_BOOL},
    {.name = "client_metadata", .type = FIELD_OBJECT}, /* not documented; Codex sends it */
    {.name = "context_management", .type = FIELD_ARRAY},
    {.name = "conversation", .type = FIELD_ANY},
    {.name = "include", .type = FIELD_ARRAY},
    {.name = "input", .type = FIELD_ANY, .required = true},
    {.name = "instructions", .type = FIELD_STRING},
    {.name = "max_output_tokens", .type = FIELD_INT, .low = MIN_OUTPUT_TOKENS, .high = 1e9},
    {.name = "max_tool_calls", .type = FIELD_INT, .low = 1, .high = 1e9},
    {.name = "metadata", .type = FIELD_OBJECT},
    {.name = "model", .type = FIELD_STRING, .required = true, .low = 1, .high = 512},
    {.name = "moderation", .type = FIELD_OBJECT},
    {.name = "parallel_tool_calls", .type = FIELD_BOOL},
    {.name = "previous_response_id", .type = FIELD_STRING},
    {.name = "prompt", .type = FIELD_OBJECT},
    {.name = "prompt_cache_key", .type = FIELD_STRING, .low = 0, .high = 64},
    {.name = "prompt_cache_options", .type = FIELD_OBJECT},
    {.name = "prompt_cache_retention", .type = FIELD_STRING, .choice = "in_memory 24h "},
    {.name = "reasoning", .type = FIELD_OBJECT},
    {.name = "safety_identifier", .type = FIELD_STRING, .low = 0, .high = 64},
    {.name = "service_tier", .type = FIELD_STRING, .choice = "auto default flex scale priority "},
    {.name = "store", .type = FIELD_BOOL},
    {.name = "stream", .type = FIELD_BOOL},
    {.name = "stream_options", .type = FIELD_OBJECT},
    {.name = "temperature", .type = FIELD_NUMBER, .low = 0, .high = 2},
    {.name = "text", .type = FIELD_OBJECT},
    {.name = "tool_choice", .type = FIELD_ANY},
    {.name = "tools", .type = FIELD_ARRAY, .low = 1, .high = 128},
    {.name = "top_logprobs", .type = FIELD_INT, .low = 0, .high = 20},
    {.name = "top_p", .type = FIELD_NUMBER, .low = 0, .high = 1},
    {.name = "truncation", .type = FIELD_STRING, .choice = "auto disabled "},
    {.name = "user", .type = FIELD_STRING},
};
static const struct fields request_fields = FIELDS(request_rows);

static const struct field stream_rows[] = {
    {.name = "include_obfuscation", .type = FIELD_BOOL},
};
static const struct fields stream_fields = FIELDS(stream_rows);

static const struct field reasoning_rows[] = {
    {.name = "context", .type = FIELD_STRING, .choice = "auto current_turn all_turns "},
    {.name = "effort", .type = FIELD_STRING, .choice = "none minimal low medium high xhigh max "},
    {.name = "generate_summary", .type = FIELD_STRING, .choice = "auto concise detailed "},
    {.name = "mode", .type = FIELD_STRING},
    {.name = "summary", .type = FIELD_STRING, .choice = "auto concise detailed "},
};
static const struct fields reasoning_fields = FIELDS(reasoning_rows);

static const struct field include_row = {
    .type = FIELD_STRING,
    .required = true,
    .choice = "code_interpreter_call.outputs computer_call_output.output.image_url "
              "file_search_call.results message.input_image.image_url message.output_text.logprobs "
              "reasoning.encrypted_content web_search_call.action.sources web_search_call.results "};

static const struct field_words words = {
    .before = "Invalid '",
    .after = "': ",
    .element_before = "[",
    .element_after = "]",
    .missing = "missing required parameter.",
    .unknown_before = "Unknown parameter: '",
    .unknown_after = "'.",
    .unknown_code = "unknown_parameter",
};

const struct request_place responses_request = {{NULL, NULL, 0}, &words};

/* Nothing is stored, so nothing that is stored elsewhere can be meant. */
static int check_stored(const json_t *body, struct error *err) {
    const json_t *conversation = json_object_get(body, "conversation");
    const char *previous = json_string_value(json_object_get(body, "previous_response_id"));
    if (previous) {
        error_param(err, ERR_REQUEST, "previous_response_id", "Previous response with id '%.80s' not found.",
                    previous);
        err->code = "previous_response_not_found";
        return -1;
    }
    if (member_given(body, "conversation")) {
        const json_t *id = json_is_object(conversation) ? json_object_get(conversation, "id") : conversation;
        return error_param(err, ERR_NOT_FOUND, "conversation", "Conversation with id '%.80s' not found.",
                           json_is_string(id) ? json_string_value(id) : "");
    }
    if (member_given(body, "prompt")) {
        const json_t *id = json_object_get(json_object_get(body, "prompt"), "id");
        return error_param(err, ERR_NOT_FOUND, "prompt", "Prompt with id '%.80s' not found.",
                           json_is_string(id) ? json_string_value(id) : "");
    }
    if (json_is_true(json_object_get(body, "background")))
        return error_param(err, ERR_REQUEST, "background",
                           "Background mode needs a store, and this provider has none.");
    return 0;
}

static int check_input(json_t *input, struct error *err) {
    static const struct field list = {.type = FIELD_ARRAY, .required = true, .low = 1, .high = 1e6};
    struct place where = {&responses_request.place, "input", 0};
    if (json_is_string(input))
        return 0;
    if (!json_is_array(input))
        return field_refuse(err, &where, "expected a string or an array of items.");
    if (field_check(input, &list, &where, err))
        return -1;
    return responses_check_items(input, &where, err);
}

static int check_include(const json_t *include, struct error *err) {
    struct place where = {&responses_request.place, "include", 0};
    size_t i;
    json_t *one;
    json_array_foreach(include, i, one) {
        struct place inner = {&where, NULL, i};
        if (field_check(one, &include_row, &inner, err))
            return -1;
    }
    return 0;
}

/* A member that is an object with members of its own, where the request has it. */
static int check_inner(json_t *body, const char *name, const struct fields *fields, struct error *err) {
    struct place where = {&responses_request.place, name, 0};
    return member_given(body, name) ? fields_check(json_object_get(body, name), fields, &where, false, err)
                                    : 0;
}

static int check_stream_options(json_t *body, struct error *err) {
    struct place where = {&responses_request.place, "stream_options", 0};
    if (member_given(body, "stream_options") && !json_is_true(json_object_get(body, "stream")))
        return field_refuse(err, &where, "it is allowed only when 'stream' is true.");
    return check_inner(body, "stream_options", &stream_fields, err);
}

int responses_check(json_t *body, bool loose, struct error *err) {
    struct place tools = {&responses_request.place, "tools", 0};
    if (fields_check(body, &request_fields, &responses_request.place, loose, err) ||
        check_stored(body, err) || check_input(json_object_get(body, "input"), err) ||
        check_include(json_object_get(body, "include"), err) ||
        check_inner(body, "reasoning", &reasoning_fields, err) || check_stream_options(body, err) ||
        openai_check_metadata(json_object_get(body, "metadata"), err) || responses_check_text(body, err) ||
        responses_check_tools(json_object_get(body, "tools"), false, &tools, err))
        return -1;
    return responses_check_choice(body, err);
}
