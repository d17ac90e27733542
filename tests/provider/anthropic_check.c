/* The strictness of Anthropic's Messages: the request's own members. */
#include <string.h>

#include "anthropic.h"
#include "member.h"

static const struct field_words words = {
    .before = "",
    .after = ": ",
    .element_before = ".",
    .element_after = "",
    .missing = "Field required",
    .unknown = "Extra inputs are not permitted",
};
static const struct request_place request_place = {{NULL, NULL, 0}, &words};
const struct place *const anthropic_place = &request_place.place;

static const struct field message_rows[] = {
    {.name = "cache_control", .type = FIELD_OBJECT},
    {.name = "compaction", .type = FIELD_ANY},
    {.name = "container", .type = FIELD_ANY},
    {.name = "context_management", .type = FIELD_OBJECT},
    {.name = "diagnostics", .type = FIELD_OBJECT},
    {.name = "fallbacks", .type = FIELD_ARRAY},
    {.name = "inference_geo", .type = FIELD_STRING},
    {.name = "max_tokens", .type = FIELD_INT, .required = true, .low = 0, .high = 1e9},
    {.name = "mcp_servers", .type = FIELD_ARRAY},
    {.name = "messages", .type = FIELD_ARRAY, .required = true, .low = 1, .high = 1e5},
    {.name = "metadata", .type = FIELD_OBJECT},
    {.name = "model", .type = FIELD_STRING, .required = true, .low = 1, .high = 256},
    {.name = "output_config", .type = FIELD_OBJECT},
    {.name = "output_format", .type = FIELD_OBJECT},
    {.name = "service_tier", .type = FIELD_STRING, .choice = "auto standard_only "},
    {.name = "speed", .type = FIELD_STRING, .choice = "standard fast "},
    {.name = "stop_sequences", .type = FIELD_ARRAY},
    {.name = "stream", .type = FIELD_BOOL},
    {.name = "system", .type = FIELD_ANY},
    {.name = "temperature", .type = FIELD_NUMBER, .low = 0, .high = 1},
    {.name = "thinking", .type = FIELD_OBJECT},
    {.name = "thread", .type = FIELD_ANY},
    {.name = "tool_choice", .type = FIELD_OBJECT},
    {.name = "tools", .type = FIELD_ARRAY},
    {.name = "top_k", .type = FIELD_INT, .low = 0, .high = 1e6},
    {.name = "top_p", .type = FIELD_NUMBER, .low = 0, .high = 1},
};
static const struct fields message_fields = FIELDS(message_rows);

static const struct field count_rows[] = {
    {.name = "cache_control", .type = FIELD_OBJECT},
    {.name = "context_management", .type = FIELD_OBJECT},
    {.name = "mcp_servers", .type = FIELD_ARRAY},
    {.name = "messages", .type = FIELD_ARRAY, .required = true, .low = 1, .high = 1e5},
    {.name = "model", .type = FIELD_STRING, .required = true, .low = 1, .high = 256},
    {.name = "output_config", .type = FIELD_OBJECT},
    {.name = "output_format", .type = FIELD_OBJECT},
    {.name = "speed", .type = FIELD_STRING, .choice = "standard fast "},
    {.name = "system", .type = FIELD_ANY},
    {.name = "thinking", .type = FIELD_OBJECT},
    {.name = "tool_choice", .type = FIELD_OBJECT},
    {.name = "tools", .type = FIELD_ARRAY},
};
static const struct fields count_fields = FIELDS(count_rows);

/* What is known only to those who ask for a beta. */
static const struct beta {
    const char *member, *prefix;
} betas[] = {
    {"compaction", "compact"},      {"context_management", "context-management-"}, {"fallbacks", "fallback"},
    {"mcp_servers", "mcp-client-"}, {"output_format", "structured-outputs-"},      {"speed", "fast-mode-"},
    {"thread", "thread"},
};

static const struct field metadata_rows[] = {
    {.name = "user_id", .type = FIELD_STRING, .low = 0, .high = 256},
};
static const struct fields metadata_fields = FIELDS(metadata_rows);

static const struct field thinking_rows[] = {
    {.name = "budget_tokens", .type = FIELD_INT, .low = 1024, .high = 1e9},
    {.name = "display", .type = FIELD_STRING, .choice = "summarized omitted updates "},
    {.name = "type",
     .type = FIELD_STRING,
     .required = true,
     .choice = "enabled adaptive disabled between_tools "},
};
static const struct fields thinking_fields = FIELDS(thinking_rows);

static const struct field output_rows[] = {
    {.name = "effort", .type = FIELD_STRING, .choice = "low medium high xhigh max "},
    {.name = "format", .type = FIELD_OBJECT},
};
static const struct fields output_fields = FIELDS(output_rows);

static const struct field format_rows[] = {
    {.name = "schema", .type = FIELD_OBJECT, .required = true},
    {.name = "type", .type = FIELD_STRING, .required = true, .choice = "json_schema "},
};
static const struct fields format_fields = FIELDS(format_rows);

static int refuse(struct anthropic_request *request, const char *member, const char *why) {
    struct place where = {anthropic_place, member, 0};
    return field_refuse(request->err, &where, "%s", why);
}

bool anthropic_has_beta(const struct anthropic_request *request, const char *prefix) {
    for (const char *at = request->betas; *at; at += strcspn(at, ",")) {
        at += strspn(at, ", ");
        if (strncmp(at, prefix, strlen(prefix)) == 0)
            return true;
    }
    return false;
}

bool anthropic_thinks(const json_t *body) {
    const json_t *thinking = json_object_get(body, "thinking");
    return json_is_object(thinking) && !member_is(thinking, "type", "disabled");
}

bool anthropic_has_budget(const json_t *body) {
    return member_is(json_object_get(body, "thinking"), "type", "enabled");
}

bool anthropic_shows_thoughts(const json_t *body) {
    return !member_is(json_object_get(body, "thinking"), "display", "omitted");
}

static int check_betas(struct anthropic_request *request) {
    for (size_t i = 0; i < sizeof betas / sizeof *betas; i++)
        if (member_given(request->body, betas[i].member) && !request->loose &&
            !anthropic_has_beta(request, betas[i].prefix))
            return refuse(request, betas[i].member, words.unknown);
    return 0;
}

/* The new version has no sampling parameters, thinking leaves little of them. */
static int check_sampling(struct anthropic_request *request) {
    static const char *const members[] = {"temperature", "top_p", "top_k"};
    const json_t *body = request->body;
    for (size_t i = 0; i < sizeof members / sizeof *members; i++)
        if (json_object_get(body, members[i]) && request->version == ANTHROPIC_NEW)
            return refuse(request, members[i], "it is not supported by this version of the API.");
    if (!anthropic_thinks(body))
        return 0;
    if (member_given(body, "temperature") && json_number_value(json_object_get(body, "temperature")) != 1)
        return refuse(request, "temperature", "it may only be set to 1 when thinking is enabled.");
    if (member_given(body, "top_p") && json_number_value(json_object_get(body, "top_p")) < 0.95)
        return refuse(request, "top_p", "it must be at least 0.95 when thinking is enabled.");
    return member_given(body, "top_k")
               ? refuse(request, "top_k", "it must be unset when thinking is enabled.")
               : 0;
}

static int check_thinking(struct anthropic_request *request) {
    struct place where = {anthropic_place, "thinking", 0}, budget_where = {&where, "budget_tokens", 0},
                 display_where = {&where, "display", 0};
    json_t *thinking = json_object_get(request->body, "thinking");
    if (!member_given(request->body, "thinking"))
        return 0;
    if (fields_check(thinking, &thinking_fields, &where, false, request->err) ||
        anthropic_check_thinking_type(request, json_string_value(json_object_get(thinking, "type"))))
        return -1;
    if (member_is(thinking, "display", "updates") &&
        !anthropic_has_beta(request, "thinking-display-updates-"))
        return field_refuse(request->err, &display_where, "`updates` needs the beta.");
    if (member_is(thinking, "type", "enabled") != member_given(thinking, "budget_tokens"))
        return field_refuse(request->err, &budget_where,
                            "it goes with the type `enabled`, and only with it.");
    json_int_t budget = json_integer_value(json_object_get(thinking, "budget_tokens"));
    if (!request->counting && budget > 0 &&
        budget >= json_integer_value(json_object_get(request->body, "max_tokens")))
        return field_refuse(request->err, &budget_where, "`max_tokens` must be greater than it.");
    return 0;
}

static int check_format(struct anthropic_request *request, json_t *format, const struct place *where) {
    struct place schema_where = {where, "schema", 0};
    if (fields_check(format, &format_fields, where, false, request->err))
        return -1;
    return anthropic_check_kept(request, where)
               ? -1
               : anthropic_check_schema(request, json_object_get(format, "schema"), &schema_where);
}

static int check_output(struct anthropic_request *request) {
    struct place where = {anthropic_place, "output_config", 0}, format_where = {&where, "format", 0},
                 old_where = {anthropic_place, "output_format", 0};
    json_t *output = json_object_get(request->body, "output_config");
    if (member_given(request->body, "output_format") &&
        check_format(request, json_object_get(request->body, "output_format"), &old_where))
        return -1;
    if (!member_given(request->body, "output_config"))
        return 0;
    if (fields_check(output, &output_fields, &where, false, request->err))
        return -1;
    return member_given(output, "format")
               ? check_format(request, json_object_get(output, "format"), &format_where)
               : 0;
}

static int check_stops(struct anthropic_request *request) {
    struct place where = {anthropic_place, "stop_sequences", 0};
    size_t i;
    json_t *stop;
    json_array_foreach(json_object_get(request->body, "stop_sequences"), i, stop) {
        struct place inner = {&where, NULL, i};
        const char *text = json_string_value(stop);
        if (!text)
            return field_refuse(request->err, &inner, "Input should be a valid string");
        if (text[strspn(text, " \t\r\n")] == '\0')
            return field_refuse(request->err, &inner, "each stop sequence must contain non-whitespace");
    }
    return 0;
}

int anthropic_check(struct anthropic_request *request) {
    struct place messages = {anthropic_place, "messages", 0}, system = {anthropic_place, "system", 0},
                 metadata = {anthropic_place, "metadata", 0};
    json_t *body = request->body;
    const struct fields *fields = request->counting ? &count_fields : &message_fields;
    if (fields_check(body, fields, anthropic_place, request->loose, request->err) || check_betas(request) ||
        check_sampling(request) || check_thinking(request) || check_output(request) || check_stops(request) ||
        anthropic_check_mark(request, body, anthropic_place) || anthropic_check_tools(request))
        return -1;
    if (member_given(body, "system") &&
        anthropic_check_content(request, json_object_get(body, "system"), HOLDER_SYSTEM, &system))
        return -1;
    if (member_given(body, "metadata") &&
        fields_check(json_object_get(body, "metadata"), &metadata_fields, &metadata, false, request->err))
        return -1;
    return anthropic_check_messages(request, json_object_get(body, "messages"), &messages);
}
