/* OpenAI's legacy Completions: requests, which become one message of a user's, and the table of the dialect.
 */
#include "dialects/chat_completions.h"

#include "base/jsonvalue.h"
#include "dialects/ask.h"
#include "dialects/chat_openai.h"
#include "dialects/error_shapes.h"
#include "dialects/read.h"

#define DEFAULT_OUTPUT 16 /* tokens, where nothing is said */

/* The first ones are those that must be known in any case. */
enum member {
    MEMBER_MODEL,
    MEMBER_PROMPT,
    MEMBER_STREAM,
    MEMBER_STREAM_OPTIONS,
    MEMBER_MAX_TOKENS,
    MEMBER_N,
    MEMBER_BEST_OF,
    MEMBER_ECHO,
    MEMBER_SUFFIX,
    MEMBER_LOGPROBS,
    MEMBER_KNOWN,
    MEMBER_STOP = MEMBER_KNOWN,
    MEMBER_TEMPERATURE,
    MEMBER_TOP_P,
    MEMBER_PRESENCE_PENALTY,
    MEMBER_FREQUENCY_PENALTY,
    MEMBER_SEED,
    MEMBER_LOGIT_BIAS,
    MEMBER_USER,
    MEMBER__MAX
};
_Static_assert(MEMBER_KNOWN <= ASK_MEMBERS, "room for all of them");

static const char *const names[] = {
    [MEMBER_MODEL] = "model",
    [MEMBER_PROMPT] = "prompt",
    [MEMBER_STREAM] = "stream",
    [MEMBER_STREAM_OPTIONS] = "stream_options",
    [MEMBER_MAX_TOKENS] = "max_tokens",
    [MEMBER_N] = "n",
    [MEMBER_BEST_OF] = "best_of",
    [MEMBER_ECHO] = "echo",
    [MEMBER_SUFFIX] = "suffix",
    [MEMBER_LOGPROBS] = "logprobs",
    [MEMBER_STOP] = "stop",
    [MEMBER_TEMPERATURE] = "temperature",
    [MEMBER_TOP_P] = "top_p",
    [MEMBER_PRESENCE_PENALTY] = "presence_penalty",
    [MEMBER_FREQUENCY_PENALTY] = "frequency_penalty",
    [MEMBER_SEED] = "seed",
    [MEMBER_LOGIT_BIAS] = "logit_bias",
    [MEMBER_USER] = "user",
    [MEMBER__MAX] = NULL,
};

/* ---- what must be known ------------------------------------------------------------ */

/* The one text of the prompt; at == NULL with an error if it is none. */
static struct span prompt_of(const struct chat_ask *ask, struct error *err) {
    const struct scan_want *prompt = &ask->member[MEMBER_PROMPT];
    struct span rest = prompt->value, first = {0}, second;
    enum scan_type type = SCAN_NONE, other;
    if (!ask_given(prompt))
        ask_missing(ask, prompt, err);
    else if (prompt->type == SCAN_STRING)
        return prompt->value;
    else if (prompt->type != SCAN_ARRAY || !scan_next(&rest, &first, &type))
        ask_bad(ask, prompt, "must be a string or an array of one", err);
    else if (type != SCAN_STRING)
        ask_bad(ask, prompt, "must be text: tokens are not possible with this model", err);
    else if (scan_next(&rest, &second, &other))
        ask_bad(ask, prompt, "must be one text: several are not possible with this model", err);
    else
        return first;
    return (struct span){0};
}

/* What only a model that continues a text can do. */
static int refuse_impossible(const struct chat_ask *ask, struct error *err) {
    static const char words[] = "is not possible with this model";
    const struct scan_want *echo = &ask->member[MEMBER_ECHO], *suffix = &ask->member[MEMBER_SUFFIX];
    int64_t best_of = 1;
    if (ask_count(ask, &ask->member[MEMBER_BEST_OF], CHAT_COMPLETIONS_CHOICES, &best_of, err) < 0)
        return -1;
    if (best_of > ask->choices)
        return ask_bad(ask, &ask->member[MEMBER_BEST_OF], words, err);
    if (ask_given(echo) && echo->type != SCAN_FALSE)
        return ask_bad(ask, echo, words, err);
    if (ask_given(suffix) && !(suffix->type == SCAN_STRING && scan_equals(suffix->value, "")))
        return ask_bad(ask, suffix, words, err);
    return ask_given(&ask->member[MEMBER_LOGPROBS]) ? ask_bad(ask, &ask->member[MEMBER_LOGPROBS], words, err)
                                                    : 0;
}

static int look(struct span text, struct arena *arena, struct chat_ask *ask, struct error *err) {
    ask_begin(ask, text, &ask_openai_words, names, MEMBER_KNOWN);
    if (ask_members(ask, MEMBER_KNOWN, err) < 0)
        return -1;
    ask->max_output = DEFAULT_OUTPUT;
    if (ask_model(ask, &ask->member[MEMBER_MODEL], arena, err) < 0 || !prompt_of(ask, err).at ||
        ask_stream(ask, &ask->member[MEMBER_STREAM], err) < 0 ||
        ask_stream_options(ask, &ask->member[MEMBER_STREAM_OPTIONS], err) < 0 ||
        ask_count(ask, &ask->member[MEMBER_MAX_TOKENS], ASK_LIMIT_MAX, &ask->max_output, err) < 0 ||
        ask_count(ask, &ask->member[MEMBER_N], CHAT_COMPLETIONS_CHOICES, &ask->choices, err) < 0 ||
        refuse_impossible(ask, err) < 0)
        return -1;
    ask_estimate(ask, &ask->member[MEMBER_PROMPT]);
    return 0;
}

/* ---- the canonical form ---------------------------------------------------------------- */

static int read_settings(struct chat_request *q, const struct json *found, struct error *err) {
    const struct {
        int member;
        struct chat_option *into;
    } rows[] = {
        {MEMBER_TEMPERATURE, &q->temperature},
        {MEMBER_TOP_P, &q->top_p},
        {MEMBER_PRESENCE_PENALTY, &q->presence_penalty},
        {MEMBER_FREQUENCY_PENALTY, &q->frequency_penalty},
        {MEMBER_SEED, &q->seed},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        if (read_number(&found[rows[i].member], names[rows[i].member], rows[i].into, err) < 0)
            return -1;
    q->stop_param = "stop";
    q->max_output_param = names[MEMBER_MAX_TOKENS];
    q->choices_param = "n";
    read_raw(&found[MEMBER_LOGIT_BIAS], "logit_bias", &q->logit_bias);
    return read_texts(q, &found[MEMBER_STOP], CHAT_OPENAI_STOPS, &q->stop, err) < 0
               ? -1
               : read_text(&found[MEMBER_USER], "user", &q->user, err);
}

static int read_request(const struct chat_ask *ask, struct chat_request *q, struct error *err) {
    struct json whole = value_whole(ask->text), found[MEMBER__MAX];
    struct span prompt = prompt_of(ask, err);
    if (!prompt.at || read_members(q, &whole, names, found, err) < 0)
        return -1;
    chat_add_turn_block(q, CHAT_USER, CHAT_TEXT)->text = prompt;
    chat_settle_turns(q);
    return read_settings(q, found, err);
}

/* ---- the dialect ------------------------------------------------------------------------- */

const struct chat_dialect chat_completions = {
    .name = "completions",
    .look = look,
    .read_request = read_request,
    .write_reply = chat_completions_write_reply,
    .new_writer = chat_completions_new_writer,
    .write_event = chat_completions_write_event,
    .id_header = CHAT_OPENAI_ID,
    .write_error = error_shape_openai,
    .write_failure = chat_openai_write_failure,
    .stream_type = "text/event-stream; charset=utf-8",
    .keep_alive = ": keep-alive\n\n",
};
