/* Requests of Gemini's generateContent: written from the canonical form. */
#include <string.h>

#include "canon/names.h"
#include "dialects/chat_gemini.h"
#include "dialects/gemini_schema.h"
#include "dialects/write.h"

/* Newer models take 128 bytes and colons, all take these. */
static const struct name_rule rule = {64, "_.-", true};

#define SEED_MOST    INT32_MAX
#define BUDGET_MOST  24576 /* tokens of thinking that all models with a budget take, */
#define BUDGET_LEAST 512   /* at least, unless it is none */
#define ALWAYS_LEAST 128   /* the same of those that always think */
#define NO_SIGNATURE "\"" CHAT_GEMINI_NO_SIGNATURE "\""

struct writing {
    struct chat_request *q;
    const struct chat_target *target;
    struct json_writer w;
    const struct chat_turn *current; /* the last with which the user said something new; NULL: none */
    bool in_current;                 /* it was written */
};

static bool has_quirk(const struct writing *x, enum chat_quirk quirk) {
    return x->target->quirks & quirk;
}

/* ---- parts ---------------------------------------------------------------------- */

static void open_content(struct writing *x, const char *role) {
    json_open(&x->w, '{');
    json_member_text(&x->w, "role", role);
    json_member_open(&x->w, "parts", '[');
}

static void close_content(struct writing *x) {
    json_close(&x->w, ']');
    json_close(&x->w, '}');
}

static void write_text(struct writing *x, struct span text, bool thought, struct span signature) {
    json_open(&x->w, '{');
    json_member_put(&x->w, "text", text);
    if (thought)
        json_member_bool(&x->w, "thought", true);
    if (signature.at)
        json_member_put(&x->w, "thoughtSignature", signature);
    json_close(&x->w, '}');
}

static void write_plain(struct writing *x, struct span text) {
    write_text(x, text, false, (struct span){0});
}

/* ---- what tools said ------------------------------------------------------------- */

static bool is_object(struct span text) {
    struct error ignored = {0};
    return scan_object(text, NULL, 0, SCAN_DEPTH_INSIDE, &ignored) == 0;
}

/* A text that is an object stands as one. */
static void write_response(struct writing *x, const struct chat_result *result) {
    struct json_writer *w = &x->w;
    struct span text = chat_text_of(x->q->arena, &result->content, 1u << CHAT_TEXT, "\\n");
    if (!text.at)
        text = write_quoted(x->q->arena, chat_has_block(&result->content, CHAT_MEDIA)
                                             ? "[see the attachment that follows]"
                                             : "");
    struct span plain = chat_unquote(x->q->arena, text);
    bool object = is_object(plain);
    json_key(w, "response");
    if (object && !result->failed) {
        json_put(w, plain);
        return;
    }
    json_open(w, '{');
    json_member_put(w, result->failed ? "error" : "output", object ? plain : text);
    json_close(w, '}');
}

static void write_result(struct writing *x, const struct chat_call *call, const struct chat_result *result) {
    struct json_writer *w = &x->w;
    json_open(w, '{');
    json_member_open(w, "functionResponse", '{');
    if (has_quirk(x, CHAT_CALL_IDS))
        json_member_text(w, "id", names_call_id(x->q->arena, result->id));
    json_member_text(w, "name", names_wire(x->q, &rule, call->space, call->name));
    write_response(x, result);
    json_close(w, '}');
    json_close(w, '}');
}

/* The next call of a step, from a block on. */
static const struct chat_block *next_call(const struct chat_block *block) {
    while (block && block->kind != CHAT_CALL)
        block = block->next;
    return block;
}

/* All results of a step, in the order of its calls (the turns are settled), and then their images. */
static const struct chat_block *write_results(struct writing *x, const struct chat_turn *step,
                                              const struct chat_block *first) {
    const struct chat_block *call = step ? next_call(step->blocks.first) : NULL, *block = first;
    for (; block && block->kind == CHAT_RESULT && call; block = block->next, call = next_call(call->next)) {
        write_result(x, &call->call, &block->result);
    }
    for (; first != block; first = first->next)
        for (const struct chat_block *part = first->result.content.first; part; part = part->next)
            if (part->kind == CHAT_MEDIA)
                chat_gemini_write_media(x->q, &part->media, &x->w);
    return block;
}

/* ---- turns ------------------------------------------------------------------------ */

static void write_user(struct writing *x, const struct chat_turn *step, const struct chat_turn *turn) {
    const struct chat_block *block = write_results(x, step, turn->blocks.first);
    for (; block; block = block->next) {
        if (block->kind == CHAT_MEDIA)
            chat_gemini_write_media(x->q, &block->media, &x->w);
        else
            write_plain(x, block->text);
    }
}

/* All until the model speaks again is one content. Returns the model's turn. */
static const struct chat_turn *write_users(struct writing *x, const struct chat_turn *step,
                                           const struct chat_turn *turn) {
    x->in_current |= turn == x->current;
    open_content(x, "user");
    if (!turn || turn->role == CHAT_ASSISTANT)
        write_plain(x, (struct span){"\".\"", 3}); /* a conversation begins with the user */
    for (; turn && turn->role != CHAT_ASSISTANT; step = turn, turn = turn->next)
        if (turn->role == CHAT_USER)
            write_user(x, step, turn);
        else
            write_plain(x, write_reminder(x->q->arena, chat_text_of(x->q->arena, &turn->blocks,
                                                                    1u << CHAT_TEXT, "\\n\\n")));
    close_content(x);
    return turn;
}

/* Google refuses a step of the current turn whose first call has no signature. */
static struct span signature_of(const struct writing *x, const struct chat_call *call, bool first) {
    if (call->signature.at || !first || !x->in_current || has_quirk(x, CHAT_NO_REASONING))
        return call->signature;
    return (struct span){NO_SIGNATURE, sizeof NO_SIGNATURE - 1};
}

static void write_call(struct writing *x, const struct chat_call *call, bool first) {
    struct json_writer *w = &x->w;
    struct span signature = signature_of(x, call, first);
    json_open(w, '{');
    json_member_open(w, "functionCall", '{');
    if (has_quirk(x, CHAT_CALL_IDS))
        json_member_text(w, "id", names_call_id(x->q->arena, call->id));
    json_member_text(w, "name", names_wire(x->q, &rule, call->space, call->name));
    json_key(w, "args");
    write_arguments_object(w, call);
    json_close(w, '}');
    if (signature.at)
        json_member_put(w, "thoughtSignature", signature);
    json_close(w, '}');
}

/* Thoughts go back only where they are worth more than their words. */
static bool is_written(const struct writing *x, const struct chat_block *block) {
    return block->kind != CHAT_THOUGHT || (block->signature.at && !has_quirk(x, CHAT_NO_REASONING));
}

static void write_model_block(struct writing *x, const struct chat_block *block, bool first_call) {
    static const struct span nothing = {"\"\"", 2};
    if (block->kind == CHAT_CALL)
        write_call(x, &block->call, first_call);
    else if (block->kind == CHAT_MEDIA)
        chat_gemini_write_media(x->q, &block->media, &x->w);
    else
        write_text(x, block->text.at ? block->text : nothing, block->kind == CHAT_THOUGHT, block->signature);
}

static void write_model(struct writing *x, const struct chat_turn *turn) {
    bool called = false, open = false;
    for (const struct chat_block *block = turn->blocks.first; block; block = block->next) {
        if (!is_written(x, block)) {
            write_drop_thought(x->q, block);
            continue;
        }
        if (!open)
            open_content(x, "model");
        open = true;
        write_model_block(x, block, !called);
        called |= block->kind == CHAT_CALL;
    }
    if (open)
        close_content(x);
}

/* Where the user said something new, and not only what tools did: results stand first behind their calls. */
static const struct chat_turn *find_current(const struct chat_request *q) {
    const struct chat_turn *current = NULL;
    bool model = true; /* it spoke last */
    for (const struct chat_turn *turn = q->turns; turn; turn = turn->next) {
        if (model && turn->role != CHAT_ASSISTANT && turn->blocks.first->kind != CHAT_RESULT)
            current = turn;
        model = turn->role == CHAT_ASSISTANT;
    }
    return current;
}

static void write_contents(struct writing *x) {
    const struct chat_turn *turn = x->q->turns, *step = NULL;
    x->current = find_current(x->q);
    x->in_current = !x->current;
    json_member_open(&x->w, "contents", '[');
    do {
        turn = write_users(x, step, turn);
        step = turn;
        if (step)
            write_model(x, step);
        turn = step ? step->next : NULL;
    } while (turn);
    json_close(&x->w, ']');
}

static void write_system(struct writing *x) {
    const struct chat_block *block = x->q->system.first;
    while (block && chat_is_empty(block->text))
        block = block->next;
    if (!block)
        return;
    json_member_open(&x->w, "systemInstruction", '{');
    json_member_open(&x->w, "parts", '[');
    for (; block; block = block->next) {
        if (!chat_is_empty(block->text))
            write_plain(x, block->text);
    }
    close_content(x);
}

/* ---- tools --------------------------------------------------------------------------- */

static void write_tool(struct writing *x, const struct chat_tool *tool) {
    struct json_writer *w = &x->w;
    if (tool->strict == FLAG_ON)
        chat_drop(x->q, "tools[].strict");
    json_open(w, '{');
    json_member_text(w, "name", tool->wire);
    write_tool_description(w, x->q->arena, tool);
    if (tool->kind == TOOL_CUSTOM) {
        json_key(w, "parametersJsonSchema");
        write_tool_schema(w, tool);
    } else if (tool->schema.at) {
        json_member_put(w, "parametersJsonSchema", gemini_schema(x->q, tool->schema, WRITE_PARAMETERS));
    }
    json_close(w, '}');
}

/* The names that may be called: of one tool, or of those that are allowed. */
static void write_allowed(struct writing *x) {
    json_member_open(&x->w, "allowedFunctionNames", '[');
    if (x->q->choice == CHOICE_NAMED)
        json_put_text(&x->w, names_wire(x->q, &rule, x->q->choice_space, x->q->choice_name));
    else
        for (const struct chat_tool *tool = x->q->tools; tool; tool = tool->next)
            if (tool->offered)
                json_put_text(&x->w, tool->wire);
    json_close(&x->w, ']');
}

static void write_choice(struct writing *x) {
    static const char *const modes[] = {
        [CHOICE_AUTO] = "AUTO", [CHOICE_NONE] = "NONE", [CHOICE_ANY] = "ANY", [CHOICE_NAMED] = "ANY"};
    enum chat_choice choice = x->q->choice;
    bool some = choice == CHOICE_NAMED || (x->q->allowed && choice != CHOICE_NONE);
    if (choice == CHOICE_UNSET && !some)
        return;
    json_member_open(&x->w, "toolConfig", '{');
    json_member_open(&x->w, "functionCallingConfig", '{');
    /* AUTO takes no names. */
    json_member_text(&x->w, "mode", some && choice <= CHOICE_AUTO ? "VALIDATED" : modes[choice]);
    if (some)
        write_allowed(x);
    json_close(&x->w, '}');
    json_close(&x->w, '}');
}

static void write_tools(struct writing *x) {
    struct json_writer *w = &x->w;
    if (!write_offers_tools(x->q))
        return;
    json_member_open(w, "tools", '[');
    json_open(w, '{');
    json_member_open(w, "functionDeclarations", '[');
    for (const struct chat_tool *tool = x->q->tools; tool; tool = tool->next)
        if (tool->kind != TOOL_HOSTED)
            write_tool(x, tool);
    json_close(w, ']');
    json_close(w, '}');
    json_close(w, ']');
    write_choice(x);
    if (x->q->parallel == FLAG_OFF)
        chat_drop(x->q, x->q->parallel_param);
}

/* ---- settings ---------------------------------------------------------------------------- */

static void write_stops(struct writing *x) {
    int count = 0;
    if (!x->q->stop)
        return;
    json_member_open(&x->w, "stopSequences", '[');
    for (const struct chat_list *stop = x->q->stop; stop; stop = stop->next)
        if (count++ < CHAT_GEMINI_STOPS)
            json_put(&x->w, stop->text);
        else
            chat_drop(x->q, x->q->stop_param);
    json_close(&x->w, ']');
}

static void write_format(struct writing *x) {
    enum chat_format format = x->q->format;
    if (format != FORMAT_JSON && format != FORMAT_SCHEMA)
        return;
    json_member_text(&x->w, "responseMimeType", "application/json");
    if (format != FORMAT_SCHEMA)
        return;
    if (x->q->format_schema.at)
        json_member_put(&x->w, "responseJsonSchema",
                        gemini_schema(x->q, x->q->format_schema, x->q->format_param));
    if (x->q->format_description.at)
        chat_drop(x->q, arena_printf(x->q->arena, "%s.description", x->q->format_param));
}

/* INT64_MIN: not to be said. */
static int64_t budget_of(const struct writing *x, enum chat_effort effort) {
    bool always = has_quirk(x, CHAT_ALWAYS_THINKS);
    int64_t budget = chat_budget(&x->q->reasoning), least = always ? ALWAYS_LEAST : BUDGET_LEAST;
    if (effort == EFFORT_NONE)
        return always ? least : 0;
    if (budget == 0)
        return x->q->reasoning.adaptive ? -1 : INT64_MIN;
    if (budget < least)
        return least;
    return budget < BUDGET_MOST ? budget : BUDGET_MOST;
}

/* NULL: not to be said; the model decides by itself. */
static const char *level_of(const struct writing *x, enum chat_effort effort) {
    static const char *const levels[] = {
        [EFFORT_UNSET] = NULL,   [EFFORT_NONE] = "MINIMAL",  [EFFORT_MINIMAL] = "MINIMAL",
        [EFFORT_LOW] = "LOW",    [EFFORT_MEDIUM] = "MEDIUM", [EFFORT_HIGH] = "HIGH",
        [EFFORT_XHIGH] = "HIGH", [EFFORT_MAX] = "HIGH",
    };
    bool least = effort == EFFORT_NONE || effort == EFFORT_MINIMAL;
    return least && has_quirk(x, CHAT_NO_MINIMAL) ? "LOW" : levels[effort];
}

/* Only a budget switches thinking off, and not with all models: even the least level leaves it to them. */
static bool can_stop_thinking(const struct writing *x) {
    return has_quirk(x, CHAT_NO_REASONING) ||
           (has_quirk(x, CHAT_BUDGET) && !has_quirk(x, CHAT_ALWAYS_THINKS));
}

static void write_thinking(struct writing *x) {
    const struct chat_reasoning *reasoning = &x->q->reasoning;
    enum chat_effort effort = chat_effort(reasoning);
    bool show = reasoning->show == FLAG_ON && effort != EFFORT_NONE;
    int64_t budget = has_quirk(x, CHAT_BUDGET) ? budget_of(x, effort) : INT64_MIN;
    const char *level = has_quirk(x, CHAT_BUDGET) ? NULL : level_of(x, effort);
    bool wanted = effort != EFFORT_NONE;
    if (reasoning->param && (wanted ? has_quirk(x, CHAT_NO_REASONING) : !can_stop_thinking(x)))
        chat_drop(x->q, reasoning->param);
    if (has_quirk(x, CHAT_NO_REASONING))
        return;
    if (!show && !level && budget == INT64_MIN)
        return;
    json_member_open(&x->w, "thinkingConfig", '{');
    if (show)
        json_member_bool(&x->w, "includeThoughts", true);
    if (level)
        json_member_text(&x->w, "thinkingLevel", level);
    if (budget != INT64_MIN)
        json_member_int(&x->w, "thinkingBudget", budget);
    json_close(&x->w, '}');
}

/* Google's seeds have 32 bits. */
static bool takes_seed(const struct chat_option *seed) {
    int64_t value;
    return seed->value.at && scan_int(seed->value, &value) && value >= -SEED_MOST && value <= SEED_MOST;
}

static void write_sampling(struct writing *x) {
    const struct chat_request *q = x->q;
    write_option(&x->w, x->q, "temperature", &q->temperature);
    write_option(&x->w, x->q, "topP", &q->top_p);
    write_option(&x->w, x->q, "topK", &q->top_k);
    write_option(&x->w, x->q, takes_seed(&q->seed) ? "seed" : NULL, &q->seed);
    write_option(&x->w, x->q, "presencePenalty", &q->presence_penalty);
    write_option(&x->w, x->q, "frequencyPenalty", &q->frequency_penalty);
    write_option(&x->w, x->q, NULL, &q->logit_bias);
    write_option(&x->w, x->q, NULL, &q->logprobs);
    write_option(&x->w, x->q, NULL, &q->top_logprobs);
}

static void write_settings(struct writing *x) {
    if (x->q->max_output > 0 || x->target->limited)
        json_member_int(&x->w, "maxOutputTokens", x->target->max_output);
    if (x->q->choices > 1)
        json_member_int(&x->w, "candidateCount", x->q->choices);
    write_sampling(x);
    write_stops(x);
    write_format(x);
    write_thinking(x);
}

/* There is none where nothing is set. */
static void write_config(struct writing *x) {
    struct json_writer whole = x->w;
    struct buf config;
    buf_init(&config, BUF_MOST);
    x->w = (struct json_writer){.out = &config};
    write_settings(x);
    x->w = whole;
    if (config.len > 0) {
        json_member_open(&x->w, "generationConfig", '{');
        json_put(&x->w, (struct span){config.data, config.len});
        json_close(&x->w, '}');
    }
    buf_free(&config);
}

static void write_tier(struct writing *x) {
    static const char *const tiers[][2] = {
        {"default", "standard"}, {"standard", "standard"}, {"standard_only", "standard"},
        {"flex", "flex"},        {"priority", "priority"},
    };
    const struct chat_option *tier = &x->q->tier;
    if (!tier->value.at || scan_equals(tier->value, "auto"))
        return;
    for (size_t i = 0; i < sizeof tiers / sizeof *tiers; i++)
        if (scan_equals(tier->value, tiers[i][0])) {
            json_member_text(&x->w, "serviceTier", tiers[i][1]);
            return;
        }
    chat_drop(x->q, tier->param);
}

int chat_gemini_write_request(struct chat_request *q, const struct chat_target *target, struct buf *out,
                              struct error *err) {
    struct writing x = {.q = q, .target = target, .w.out = out};
    if (q->choices > CHAT_GEMINI_CHOICES)
        return error_param(err, ERR_REQUEST, q->choices_param, "\"%s\" must be at most %d with this model.",
                           q->choices_param, CHAT_GEMINI_CHOICES);
    q->format_wrapped = false; /* any schema will do */
    names_assign(q, &rule);
    write_drop_hosted_tools(q);
    write_mark_tools(q);
    write_settle_choice(q);
    write_drop_cache_marks(q); /* Google keeps what it wants to */
    json_open(&x.w, '{');
    write_contents(&x);
    write_system(&x);
    write_tools(&x);
    write_config(&x);
    write_tier(&x);
    write_option(&x.w, q, NULL, &q->verbosity);
    write_option(&x.w, q, NULL, &q->user);
    write_option(&x.w, q, NULL, &q->cache_key);
    write_option(&x.w, q, NULL, &q->metadata);
    json_close(&x.w, '}');
    return 0;
}
