/* AIGNE Hub's chat completions: what must be known of a request, and the table of the dialect. */
#include "dialects/chat_aigne.h"

#include "dialects/aigne_model.h"
#include "dialects/ask.h"
#include "dialects/chat_openai.h"
#include "dialects/error_shapes.h"

enum member {
    MEMBER_MODEL,
    MEMBER_PROMPT,
    MEMBER_MESSAGES,
    MEMBER_STREAM,
    MEMBER_MAX_TOKENS,
    MEMBER_MAX_TOKENS_CAMEL, /* a camel stands behind its snake */
    MEMBER_MAX_COMPLETION,
    MEMBER_MAX_COMPLETION_CAMEL,
    MEMBER_N,
    MEMBER_TOOLS,
    MEMBER_FUNCTIONS,
    MEMBER_FORMAT,
    MEMBER_FORMAT_CAMEL,
    MEMBER__MAX
};

static const char *const names[] = {
    [MEMBER_MODEL] = "model",
    [MEMBER_PROMPT] = "prompt",
    [MEMBER_MESSAGES] = "messages",
    [MEMBER_STREAM] = "stream",
    [MEMBER_MAX_TOKENS] = "max_tokens",
    [MEMBER_MAX_TOKENS_CAMEL] = "maxTokens",
    [MEMBER_MAX_COMPLETION] = "max_completion_tokens",
    [MEMBER_MAX_COMPLETION_CAMEL] = "maxCompletionTokens",
    [MEMBER_N] = "n",
    [MEMBER_TOOLS] = "tools",
    [MEMBER_FUNCTIONS] = "functions",
    [MEMBER_FORMAT] = "response_format",
    [MEMBER_FORMAT_CAMEL] = "responseFormat",
};
_Static_assert(sizeof names / sizeof *names == MEMBER__MAX, "a name for each member");
_Static_assert(MEMBER__MAX <= ASK_MEMBERS, "room for all of them");

/* A prompt is one message of a user's. */
static int check_prompt(const struct chat_ask *ask, struct error *err) {
    const struct scan_want *prompt = &ask->member[MEMBER_PROMPT];
    if (ask_given(&ask->member[MEMBER_MESSAGES]))
        return ask_bad(ask, prompt, "must not stand beside \"messages\"", err);
    return prompt->type == SCAN_STRING ? 0 : ask_bad(ask, prompt, "must be a string", err);
}

static int check_messages(const struct chat_ask *ask, struct error *err) {
    const struct scan_want *messages = &ask->member[MEMBER_MESSAGES];
    struct span rest = messages->value, first;
    enum scan_type type;
    if (!ask_given(messages))
        return ask_bad(ask, messages, "or \"prompt\" must be there", err);
    if (messages->type != SCAN_ARRAY || !scan_next(&rest, &first, &type))
        return ask_bad(ask, messages, "must be an array of at least one message", err);
    if (type != SCAN_OBJECT)
        return error_param(err, ERR_REQUEST, "messages[0]", "Each message must be an object.");
    return 0;
}

/* A limit in either spelling: the greater one counts of two limits, as of OpenAI's. */
static int read_limit(struct chat_ask *ask, enum member snake, struct error *err) {
    const struct scan_want *member = &ask->member[snake], *camel = member + 1;
    int64_t limit = 0;
    if (ask_given(member) && ask_given(camel))
        return ask_bad(ask, camel, "is given twice, in two spellings", err);
    if (ask_count(ask, ask_given(camel) ? camel : member, ASK_LIMIT_MAX, &limit, err) < 0)
        return -1;
    if (limit > ask->max_output)
        ask->max_output = limit;
    return 0;
}

static int look(struct span text, struct arena *arena, struct chat_ask *ask, struct error *err) {
    static const enum member input[] = {MEMBER_PROMPT,    MEMBER_MESSAGES, MEMBER_TOOLS,
                                        MEMBER_FUNCTIONS, MEMBER_FORMAT,   MEMBER_FORMAT_CAMEL};
    const struct scan_want *member = ask->member;
    ask_begin(ask, text, &ask_openai_words, names, MEMBER__MAX);
    if (ask_members(ask, MEMBER__MAX, err) < 0 || ask_model(ask, &member[MEMBER_MODEL], arena, err) < 0 ||
        (ask_given(&member[MEMBER_PROMPT]) ? check_prompt : check_messages)(ask, err) < 0 ||
        ask_stream(ask, &member[MEMBER_STREAM], err) < 0 || read_limit(ask, MEMBER_MAX_TOKENS, err) < 0 ||
        read_limit(ask, MEMBER_MAX_COMPLETION, err) < 0 ||
        ask_count(ask, &member[MEMBER_N], CHAT_OPENAI_CHOICES, &ask->choices, err) < 0)
        return -1;
    ask->model = aigne_model(ask->model);
    for (size_t i = 0; i < sizeof input / sizeof *input; i++)
        ask_estimate(ask, &member[input[i]]);
    return 0;
}

const struct chat_dialect chat_aigne = {
    .name = "aigne",
    .look = look,
    .read_request = chat_aigne_read_request,
    .write_reply = chat_aigne_write_reply,
    .new_writer = chat_aigne_new_writer,
    .write_event = chat_aigne_write_event,
    .write_error = error_shape_aigne,
    .write_failure = chat_aigne_write_failure,
    .stream_type = "text/event-stream; charset=utf-8",
    .keep_alive = ": keep-alive\n\n",
};
