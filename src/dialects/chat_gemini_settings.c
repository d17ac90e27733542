/* Settings of Gemini's requests (generationConfig): read into the canonical form. */
#include <string.h>

#include "dialects/chat_gemini.h"
#include "dialects/openapi_schema.h"
#include "dialects/read.h"

#define BUDGET_MAX 10000000 /* tokens of thinking */

enum {
    SET_TEMPERATURE,
    SET_TOP_P,
    SET_TOP_K,
    SET_SEED,
    SET_PRESENCE_PENALTY,
    SET_FREQUENCY_PENALTY,
    SET_LOGPROBS,
    SET_RESPONSE_LOGPROBS,
    SET_CHOICES,
    SET_LIMIT,
    SET_STOPS,
    SET_MIME,
    SET_SCHEMA,
    SET_JSON_SCHEMA,
    SET_OLD_JSON_SCHEMA,
    SET_MODALITIES,
    SET_THINKING,
    SET__MAX
};
static const char *const names[] = {
    [SET_TEMPERATURE] = "temperature",
    [SET_TOP_P] = "topP",
    [SET_TOP_K] = "topK",
    [SET_SEED] = "seed",
    [SET_PRESENCE_PENALTY] = "presencePenalty",
    [SET_FREQUENCY_PENALTY] = "frequencyPenalty",
    [SET_LOGPROBS] = "logprobs",
    [SET_RESPONSE_LOGPROBS] = "responseLogprobs",
    [SET_CHOICES] = "candidateCount", /* look() has read */
    [SET_LIMIT] = "maxOutputTokens",  /* these two */
    [SET_STOPS] = "stopSequences",
    [SET_MIME] = "responseMimeType",
    [SET_SCHEMA] = "responseSchema",
    [SET_JSON_SCHEMA] = "responseJsonSchema",
    [SET_OLD_JSON_SCHEMA] = "_responseJsonSchema",
    [SET_MODALITIES] = "responseModalities",
    [SET_THINKING] = "thinkingConfig",
    [SET__MAX] = NULL,
};

static const char *param_of(struct chat_request *q, const struct json *value) {
    return value->type == SCAN_NONE ? NULL : chat_gemini_param(q, value);
}

static int read_sampling(struct chat_request *q, const struct json *found, struct error *err) {
    const struct {
        int member;
        struct chat_option *into;
    } rows[] = {
        {SET_TEMPERATURE, &q->temperature},
        {SET_TOP_P, &q->top_p},
        {SET_TOP_K, &q->top_k},
        {SET_SEED, &q->seed},
        {SET_PRESENCE_PENALTY, &q->presence_penalty},
        {SET_FREQUENCY_PENALTY, &q->frequency_penalty},
        {SET_LOGPROBS, &q->top_logprobs},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        const struct json *value = &found[rows[i].member];
        if (read_number(value, param_of(q, value), rows[i].into, err) < 0)
            return -1;
    }
    const struct json *logprobs = &found[SET_RESPONSE_LOGPROBS];
    return logprobs->type == SCAN_TRUE ? read_raw(logprobs, param_of(q, logprobs), &q->logprobs) : 0;
}

static int read_stops(struct chat_request *q, const struct json *value, struct error *err) {
    q->stop_param = param_of(q, value);
    return read_texts(q, value, CHAT_GEMINI_STOPS, &q->stop, err);
}

/* ---- the form of the answer ------------------------------------------------------ */

/* The schemas of which at most one is given. */
static int find_schema(const struct json *found, const struct json **schema, struct error *err) {
    *schema = NULL;
    for (int i = SET_SCHEMA; i <= SET_OLD_JSON_SCHEMA; i++) {
        if (found[i].type == SCAN_NONE)
            continue;
        if (*schema)
            return value_bad(&found[i], "must not stand beside another schema", err);
        *schema = &found[i];
    }
    return 0;
}

static int read_format(struct chat_request *q, const struct json *found, struct error *err) {
    static const char *const types[] = {"text/plain", "application/json", "text/x.enum", NULL};
    const struct json *mime = &found[SET_MIME], *schema;
    int type = 0;
    if (find_schema(found, &schema, err) < 0 ||
        (mime->type != SCAN_NONE && value_choice(mime, types, &type, err) < 0))
        return -1;
    if (type == 2) { /* one word of a list, without JSON around it */
        read_dropped(q, mime);
        if (schema)
            read_dropped(q, schema);
        return 0;
    }
    if (schema) {
        q->format = FORMAT_SCHEMA;
        q->format_param = chat_gemini_param(q, schema);
        /* Some write the types of OpenAPI even where JSON Schema is meant. */
        return openapi_schema_read(schema, q->arena, &q->format_schema, err);
    }
    if (mime->type == SCAN_NONE)
        return 0;
    q->format = type == 1 ? FORMAT_JSON : FORMAT_TEXT;
    q->format_param = chat_gemini_param(q, mime);
    return 0;
}

/* Whether an answer of text alone is what is asked for. */
static int read_modalities(const struct json *value, struct error *err) {
    struct json item = {0};
    struct span rest = value->text;
    if (value->type != SCAN_NONE && value->type != SCAN_ARRAY)
        return value_bad(value, "must be an array", err);
    while (value_next(value, &rest, &item))
        if (item.type != SCAN_STRING ||
            !(scan_equals(item.text, "TEXT") || scan_equals(item.text, "MODALITY_UNSPECIFIED")))
            return value_bad(&item, "is not possible with this model: it answers in text", err);
    return 0;
}

/* ---- reasoning --------------------------------------------------------------------- */

static int read_budget(struct chat_request *q, const struct json *value, struct error *err) {
    struct chat_reasoning *reasoning = &q->reasoning;
    int64_t budget;
    if (value->type == SCAN_NONE)
        return 0;
    if (value_int(value, -1, BUDGET_MAX, &budget, err) < 0)
        return -1;
    reasoning->param = chat_gemini_param(q, value);
    reasoning->off = budget == 0;
    reasoning->adaptive = budget < 0;
    reasoning->budget = budget > 0 ? budget : 0;
    return 0;
}

static int read_level(struct chat_request *q, const struct json *value, struct error *err) {
    static const char *const levels[] = {
        "MINIMAL", "LOW", "MEDIUM", "HIGH", "minimal", "low", "medium", "high", "THINKING_LEVEL_UNSPECIFIED",
        NULL};
    static const enum chat_effort efforts[] = {EFFORT_MINIMAL, EFFORT_LOW,     EFFORT_MEDIUM,
                                               EFFORT_HIGH,    EFFORT_MINIMAL, EFFORT_LOW,
                                               EFFORT_MEDIUM,  EFFORT_HIGH,    EFFORT_UNSET};
    int level;
    if (value->type == SCAN_NONE)
        return 0;
    if (value_choice(value, levels, &level, err) < 0)
        return -1;
    q->reasoning.param = chat_gemini_param(q, value);
    q->reasoning.effort = efforts[level];
    return 0;
}

static int read_thinking(struct chat_request *q, const struct json *value, struct error *err) {
    static const char *const members[] = {"includeThoughts", "thinkingBudget", "thinkingLevel", NULL};
    struct json found[3];
    if (value->type == SCAN_NONE)
        return 0;
    if (chat_gemini_members(q, value, members, found, err) < 0 ||
        read_flag(&found[0], &q->reasoning.show, err) < 0 || read_budget(q, &found[1], err) < 0 ||
        read_level(q, &found[2], err) < 0)
        return -1;
    q->reasoning.show_param = param_of(q, &found[0]);
    if (q->reasoning.show == FLAG_ON && !q->reasoning.param)
        q->reasoning.param = q->reasoning.show_param;
    return 0;
}

int chat_gemini_read_config(struct chat_request *q, const struct json *value, struct error *err) {
    struct json found[SET__MAX];
    q->choices_param = "generationConfig.candidateCount";
    if (value->type == SCAN_NONE)
        return 0;
    if (chat_gemini_members(q, value, names, found, err) < 0)
        return -1;
    if (found[SET_CHOICES].type != SCAN_NONE)
        q->choices_param = chat_gemini_param(q, &found[SET_CHOICES]);
    q->max_output_param = param_of(q, &found[SET_LIMIT]);
    return read_sampling(q, found, err) < 0 || read_stops(q, &found[SET_STOPS], err) < 0 ||
                   read_format(q, found, err) < 0 || read_modalities(&found[SET_MODALITIES], err) < 0 ||
                   read_thinking(q, &found[SET_THINKING], err) < 0
               ? -1
               : 0;
}
