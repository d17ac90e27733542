/* OpenAI's Chat Completions, passed through: edited requests, inspected answers. */
#include "dialects/chat_openai.h"

#include <string.h>

#include "dialects/error_shapes.h"

#define DEPTH           512  /* of nested brackets */
#define MODEL_MAX       200  /* bytes of a model's name */
#define BYTES_PER_TOKEN 4    /* of English text and JSON, on the average */
#define IMAGE_TOKENS    1500 /* of an image given as a data URL */
#define DATA_URL_LEAST  1024
#define MEDIA_TYPE_MAX  100        /* bytes before the comma of a data URL */
#define COUNT_MAX       1000000000 /* tokens; a provider that reports more reports nonsense */
#define LIMIT_MAX       100000000
#define CHOICES_MAX     128

const char chat_openai_keep_alive[] = ": keep-alive\n\n";
const char chat_openai_end[] = "data: [DONE]\n\n";

static const char *const names[] = {
    [CHAT_MODEL] = "model",
    [CHAT_MESSAGES] = "messages",
    [CHAT_STREAM] = "stream",
    [CHAT_STREAM_OPTIONS] = "stream_options",
    [CHAT_MAX_TOKENS] = "max_tokens",
    [CHAT_MAX_COMPLETION_TOKENS] = "max_completion_tokens",
    [CHAT_N] = "n",
    [CHAT_TOOLS] = "tools",
    [CHAT_FUNCTIONS] = "functions",
    [CHAT_RESPONSE_FORMAT] = "response_format",
    [CHAT_PREDICTION] = "prediction",
};
_Static_assert(sizeof names / sizeof *names == CHAT__MAX, "a name for each member");

static int bad(struct error *err, enum chat_openai_member member, const char *what) {
    return error_param(err, ERR_REQUEST, names[member], "\"%s\" %s.", names[member], what);
}

static bool given(const struct scan_want *want) {
    return want->type != SCAN_NONE && want->type != SCAN_NULL;
}

/* ---- requests ------------------------------------------------------------- */

static int read_model(struct chat_openai_request *request, struct arena *arena, struct error *err) {
    const struct scan_want *want = &request->member[CHAT_MODEL];
    struct buf text;
    if (!given(want))
        return bad(err, CHAT_MODEL, "is missing: name the model");
    if (want->type != SCAN_STRING)
        return bad(err, CHAT_MODEL, "must be a string");
    buf_init(&text, MODEL_MAX);
    scan_unquote(want->value, &text);
    bool good = text.len > 0 && !text.overflow && !memchr(text.data, '\0', text.len);
    if (good)
        request->model = arena_strndup(arena, text.data, text.len);
    buf_free(&text);
    return good ? 0 : bad(err, CHAT_MODEL, "must be a name of 1 to 200 characters");
}

static int read_number(const struct chat_openai_request *request, enum chat_openai_member member,
                       int64_t most, int64_t *value, struct error *err) {
    const struct scan_want *want = &request->member[member];
    if (!given(want))
        return 0;
    if (want->type != SCAN_NUMBER || !scan_int(want->value, value) || *value < 1 || *value > most)
        return bad(err, member, "must be a positive integer within its bounds");
    return 0;
}

static int read_stream(struct chat_openai_request *request, bool always, struct error *err) {
    const struct scan_want *stream = &request->member[CHAT_STREAM],
                           *options = &request->member[CHAT_STREAM_OPTIONS];
    struct scan_want usage = {.name = "include_usage"};
    if (given(stream) && stream->type != SCAN_TRUE && stream->type != SCAN_FALSE)
        return bad(err, CHAT_STREAM, "must be true or false");
    request->stream = always || stream->type == SCAN_TRUE;
    if (!given(options))
        return 0;
    if (options->type != SCAN_OBJECT)
        return bad(err, CHAT_STREAM_OPTIONS, "must be an object");
    scan_members(options->value, &usage, 1);
    if (!request->stream)
        return bad(err, CHAT_STREAM_OPTIONS, "is only allowed when \"stream\" is true");
    if (usage.seen > 1)
        return bad(err, CHAT_STREAM_OPTIONS, "has \"include_usage\" twice");
    request->usage_asked = usage.type == SCAN_TRUE;
    return 0;
}

static int read_messages(const struct chat_openai_request *request, struct error *err) {
    const struct scan_want *want = &request->member[CHAT_MESSAGES];
    struct span rest = want->value, first;
    enum scan_type type;
    if (!given(want))
        return bad(err, CHAT_MESSAGES, "is missing");
    if (want->type != SCAN_ARRAY || !scan_next(&rest, &first, &type))
        return bad(err, CHAT_MESSAGES, "must be an array of at least one message");
    if (type != SCAN_OBJECT)
        return error_param(err, ERR_REQUEST, "messages[0]", "Each message must be an object.");
    return 0;
}

/* Whether a JSON string that begins with "data:image/ is an image up to its closing quote. */
static bool is_image(const char *string, const char *close) {
    static const char letters[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/=-_";
    const char *comma = memchr(string, ',', (size_t)(close - string));
    return comma && comma - string < MEDIA_TYPE_MAX && close - comma > DATA_URL_LEAST &&
           comma + 1 + strspn(comma + 1, letters) == close;
}

/* Tokens of a piece of JSON, guessed from its length; images in data URLs count as such. */
static int64_t guess_tokens(struct span json) {
    static const char mark[] = "\"data:image/";
    int64_t tokens = 0;
    size_t bytes = json.len;
    const char *at = json.at, *end = json.at + json.len;
    while (at && (at = memmem(at, (size_t)(end - at), mark, sizeof mark - 1)) != NULL) {
        const char *close = memchr(at + 1, '"', (size_t)(end - at - 1));
        if (close && is_image(at, close)) {
            tokens += IMAGE_TOKENS;
            bytes -= (size_t)(close - at);
        }
        at = close;
    }
    return tokens + (int64_t)(bytes + BYTES_PER_TOKEN - 1) / BYTES_PER_TOKEN;
}

static int check_doubles(const struct chat_openai_request *request, struct error *err) {
    for (int i = 0; i < CHAT__MAX; i++)
        if (request->member[i].seen > 1) /* which one would the provider take? */
            return bad(err, i, "is given twice");
    return 0;
}

int chat_openai_read_request(struct span text, bool always_stream, struct arena *arena,
                             struct chat_openai_request *request, struct error *err) {
    int64_t plain = 0, completion = 0;
    *request = (struct chat_openai_request){.text = text, .choices = 1};
    for (int i = 0; i < CHAT__MAX; i++)
        request->member[i].name = names[i];
    if (scan_object(text, request->member, CHAT__MAX, DEPTH, err) < 0 || check_doubles(request, err) < 0 ||
        read_model(request, arena, err) < 0 || read_messages(request, err) < 0 ||
        read_stream(request, always_stream, err) < 0 ||
        read_number(request, CHAT_MAX_TOKENS, LIMIT_MAX, &plain, err) < 0 ||
        read_number(request, CHAT_MAX_COMPLETION_TOKENS, LIMIT_MAX, &completion, err) < 0 ||
        read_number(request, CHAT_N, CHOICES_MAX, &request->choices, err) < 0)
        return -1;
    request->max_output = plain > completion ? plain : completion; /* some providers know only one of them */
    static const enum chat_openai_member input[] = {CHAT_MESSAGES, CHAT_TOOLS, CHAT_FUNCTIONS,
                                                    CHAT_RESPONSE_FORMAT, CHAT_PREDICTION};
    for (size_t i = 0; i < sizeof input / sizeof *input; i++)
        if (given(&request->member[input[i]]))
            request->prompt += guess_tokens(request->member[input[i]].value);
    return 0;
}

/* Behind the bracket that opens an object. An object with a member needs a comma after what is put there. */
static struct span front_of(struct span object) {
    const char *bracket = memchr(object.at, '{', object.len);
    return (struct span){bracket + 1, 0};
}

static void put_member(struct splice *splice, const struct chat_openai_request *request,
                       enum chat_openai_member member, const char *value, struct arena *arena) {
    const struct scan_want *want = &request->member[member];
    if (want->type != SCAN_NONE)
        splice_replace(splice, want->value, value);
    else
        splice_replace(splice, front_of(request->text),
                       arena_printf(arena, "\"%s\":%s,", names[member], value));
}

static void put_usage_option(struct splice *splice, const struct chat_openai_request *request,
                             struct arena *arena) {
    const struct scan_want *options = &request->member[CHAT_STREAM_OPTIONS];
    struct scan_want usage = {.name = "include_usage"};
    if (!given(options)) {
        put_member(splice, request, CHAT_STREAM_OPTIONS, "{\"include_usage\":true}", arena);
        return;
    }
    scan_members(options->value, &usage, 1);
    struct span front = front_of(options->value);
    size_t blank = strspn(front.at, " \t\r\n"); /* ends at the closing bracket at the latest */
    if (usage.type != SCAN_NONE)
        splice_replace(splice, usage.value, "true");
    else
        splice_replace(splice, front,
                       front.at[blank] == '}' ? "\"include_usage\":true" : "\"include_usage\":true,");
}

static void put_limit(struct splice *splice, const struct chat_openai_request *request,
                      const struct chat_openai_change *change, struct arena *arena) {
    const char *limit = arena_printf(arena, "%lld", (long long)change->output_limit);
    bool completion = given(&request->member[CHAT_MAX_COMPLETION_TOKENS]);
    bool plain = given(&request->member[CHAT_MAX_TOKENS]);
    if (completion || (!plain && change->completion_limit))
        put_member(splice, request, CHAT_MAX_COMPLETION_TOKENS, limit, arena);
    if (plain || (!completion && !change->completion_limit))
        put_member(splice, request, CHAT_MAX_TOKENS, limit, arena);
}

struct span *chat_openai_write_request(const struct chat_openai_request *request,
                                       const struct chat_openai_change *change, struct arena *arena,
                                       size_t *parts, size_t *total) {
    struct splice splice = {.text = request->text};
    struct buf model;
    buf_init(&model, 4096);
    buf_quote(&model, change->model, strlen(change->model));
    put_member(&splice, request, CHAT_MODEL, arena_strdup(arena, model.data), arena);
    buf_free(&model);
    if (request->stream && request->member[CHAT_STREAM].type != SCAN_TRUE)
        put_member(&splice, request, CHAT_STREAM, "true", arena);
    if (request->stream && change->ask_usage && !request->usage_asked)
        put_usage_option(&splice, request, arena);
    if (change->output_limit)
        put_limit(&splice, request, change, arena);
    return splice_parts(&splice, arena, parts, total);
}

/* ---- answers -------------------------------------------------------------- */

/* Returns whether it is a count at all; a negative one is taken as 0. */
static bool read_count(const struct scan_want *want, int64_t *count) {
    int64_t value;
    if (want->type != SCAN_NUMBER || !scan_int(want->value, &value) || value < 0 || value > COUNT_MAX)
        return false;
    *count = value;
    return true;
}

/* Members of an object that was checked as a part of its text. */
static void look(const struct scan_want *object, struct scan_want *wants, size_t count) {
    if (object->type == SCAN_OBJECT)
        scan_members(object->value, wants, count);
}

/* Returns whether there is a usage that says something; otherwise the one reported before stays. */
static bool read_usage(const struct scan_want *object, struct chat_openai_tally *tally) {
    enum { PROMPT, COMPLETION, PROMPT_DETAILS, COMPLETION_DETAILS, CACHE_HIT, WANTS };
    struct scan_want want[WANTS] = {
        [PROMPT] = {.name = "prompt_tokens"},
        [COMPLETION] = {.name = "completion_tokens"},
        [PROMPT_DETAILS] = {.name = "prompt_tokens_details"},
        [COMPLETION_DETAILS] = {.name = "completion_tokens_details"},
        [CACHE_HIT] = {.name = "prompt_cache_hit_tokens"}, /* DeepSeek */
    };
    struct scan_want prompt[] = {{.name = "cached_tokens"}, {.name = "cache_write_tokens"}};
    struct scan_want completion[] = {{.name = "reasoning_tokens"}};
    struct usage usage = {0};
    look(object, want, WANTS);
    look(&want[PROMPT_DETAILS], prompt, 2);
    look(&want[COMPLETION_DETAILS], completion, 1);
    bool has_prompt = read_count(&want[PROMPT], &usage.prompt);
    bool has_output = read_count(&want[COMPLETION], &usage.output);
    if (!has_prompt && !has_output)
        return false;
    read_count(prompt[0].type == SCAN_NONE ? &want[CACHE_HIT] : &prompt[0], &usage.cache_read);
    read_count(&prompt[1], &usage.cache_write);
    read_count(&completion[0], &usage.reasoning);
    if (usage.output < tally->usage.output) /* reports add up: a later one takes nothing back */
        usage.output = tally->usage.output;
    if (usage.prompt < tally->usage.prompt)
        usage.prompt = tally->usage.prompt;
    tally->has_prompt |= has_prompt;
    tally->has_output |= has_output;
    tally->usage = usage;
    tally->reported_at = tally->deltas;
    return true;
}

static int64_t text_length(const struct scan_want *want) {
    return want->type == SCAN_STRING ? (int64_t)want->value.len - 2 : 0;
}

static int64_t tool_call_length(const struct scan_want *calls) {
    struct span rest = calls->value, call;
    enum scan_type type;
    int64_t bytes = 0;
    if (calls->type != SCAN_ARRAY)
        return 0;
    while (scan_next(&rest, &call, &type)) {
        struct scan_want function = {.name = "function"}, part[] = {{.name = "name"}, {.name = "arguments"}};
        look(&(struct scan_want){.value = call, .type = type}, &function, 1);
        look(&function, part, 2);
        bytes += text_length(&part[0]) + text_length(&part[1]);
    }
    return bytes;
}

/* What a delta or a message brought, in bytes of JSON text. */
static int64_t message_length(const struct scan_want *message) {
    enum { CONTENT, REASONING_CONTENT, REASONING, REFUSAL, TOOL_CALLS, WANTS };
    struct scan_want want[WANTS] = {
        [CONTENT] = {.name = "content"},       [REASONING_CONTENT] = {.name = "reasoning_content"},
        [REASONING] = {.name = "reasoning"},   [REFUSAL] = {.name = "refusal"},
        [TOOL_CALLS] = {.name = "tool_calls"},
    };
    look(message, want, WANTS);
    return text_length(&want[CONTENT]) + text_length(&want[REASONING_CONTENT]) +
           text_length(&want[REASONING]) + text_length(&want[REFUSAL]) + tool_call_length(&want[TOOL_CALLS]);
}

/* Returns whether there is any choice at all. */
static bool read_choices(const struct scan_want *choices, struct chat_openai_tally *tally) {
    struct span rest = choices->value, choice;
    enum scan_type type;
    bool any = false;
    if (choices->type != SCAN_ARRAY)
        return false;
    while (scan_next(&rest, &choice, &type)) {
        struct scan_want want[] = {{.name = "delta"}, {.name = "message"}, {.name = "finish_reason"}};
        look(&(struct scan_want){.value = choice, .type = type}, want, 3);
        int64_t bytes = message_length(&want[0]) + message_length(&want[1]);
        tally->bytes += bytes;
        tally->deltas += bytes > 0;
        tally->finished |= want[2].type == SCAN_STRING;
        any = true;
    }
    return any;
}

/* What an event or a whole answer holds. */
struct chunk {
    bool choices, usage, error;
};

static int read_chunk(struct span text, struct chat_openai_tally *tally, struct chunk *chunk,
                      struct error *err) {
    struct scan_want want[] = {{.name = "choices"}, {.name = "usage"}, {.name = "error"}};
    struct error why = {0};
    if (scan_object(text, want, 3, DEPTH, &why) < 0)
        return error_set(err, ERR_UPSTREAM, "The provider's answer is malformed: %.200s", why.message);
    *chunk = (struct chunk){read_choices(&want[0], tally), read_usage(&want[1], tally), given(&want[2])};
    return 0;
}

enum chat_openai_event chat_openai_read_event(struct span data, struct chat_openai_tally *tally,
                                              struct error *err) {
    struct chunk chunk;
    if (data.len == 6 && memcmp(data.at, "[DONE]", 6) == 0)
        return CHAT_EVENT_DONE;
    if (read_chunk(data, tally, &chunk, err) < 0)
        return CHAT_EVENT_INVALID;
    if (chunk.error) {
        error_set(err, ERR_UPSTREAM, "The provider reported an error within the stream.");
        return CHAT_EVENT_ERROR;
    }
    return chunk.usage && !chunk.choices ? CHAT_EVENT_USAGE : CHAT_EVENT_PLAIN;
}

int chat_openai_read_answer(struct span text, struct chat_openai_tally *tally, struct error *err) {
    struct chunk chunk;
    if (read_chunk(text, tally, &chunk, err) < 0)
        return -1;
    if (!chunk.choices && chunk.error)
        return error_set(err, ERR_UPSTREAM, "The provider reported an error with status 200.");
    return 0;
}

struct usage chat_openai_usage(const struct chat_openai_tally *tally, int64_t prompt) {
    int64_t by_length = (tally->bytes + BYTES_PER_TOKEN - 1) / BYTES_PER_TOKEN;
    int64_t counted = by_length > tally->deltas ? by_length : tally->deltas;
    struct usage usage = tally->usage;
    if (!tally->has_prompt)
        usage.prompt = prompt;
    if (!tally->has_output || (tally->deltas > tally->reported_at && counted > usage.output))
        usage.output = counted;
    return usage;
}

bool chat_openai_is_reported(const struct chat_openai_tally *tally) {
    return tally->has_prompt && tally->has_output && tally->deltas == tally->reported_at;
}

bool chat_openai_is_error(struct span text) {
    struct scan_want error = {.name = "error"};
    struct error ignored = {0};
    return scan_object(text, &error, 1, DEPTH, &ignored) == 0 && error.type == SCAN_OBJECT;
}

void chat_openai_write_error_event(struct buf *out, const struct error *err) {
    buf_puts(out, "data: ");
    error_shape_openai(out, err);
    buf_puts(out, "\n\n");
}
