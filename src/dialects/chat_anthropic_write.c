/* Requests of Anthropic's Messages: written from the canonical form. */
#include <stdlib.h>
#include <string.h>

#include "base/tree.h"
#include "dialects/answer_format.h"
#include "dialects/chat_anthropic.h"
#include "dialects/tool_schema.h"
#include "dialects/schema_subset.h"
#include "dialects/write.h"

#define BUDGET_LEAST 1024 /* tokens of thinking */
#define STRICT_MOST  20   /* tools of a request */
#define USER_MOST    256  /* bytes of the user's name */

enum thinking { THINKING_UNSAID, THINKING_OFF, THINKING_BETWEEN, THINKING_ADAPTIVE, THINKING_BUDGET };

struct writing {
    struct chat_request *q;
    const struct chat_target *target;
    struct json_writer w;
    struct error *err;
    struct answer_format format;
    struct span format_schema; /* of the format, within the subset */
    bool asks_for_call;        /* instead of forcing it */
    enum thinking thinking;
    int64_t budget;
};

/* ---- a call that is forced ----------------------------------------------------------- */

static bool is_forced(const struct chat_request *q) {
    return (q->choice == CHOICE_ANY || q->choice == CHOICE_NAMED) && write_offers_tools(q);
}

/* A model that refuses to be forced is asked for a call, and of one that is named there is no other. */
static void relax_choice(struct writing *x) {
    struct chat_request *q = x->q;
    if (!(x->target->quirks & CHAT_NO_FORCE) || !is_forced(q))
        return;
    if (q->choice == CHOICE_NAMED) {
        q->allowed = NULL;
        chat_add_item(q->arena, &q->allowed)->name = q->choice_name;
        write_mark_tools(q);
    }
    q->choice = CHOICE_AUTO;
    x->asks_for_call = true;
    write_drop_choice(q);
}

/* ---- the form of the answer ---------------------------------------------------------- */

/* A schema that is not to be had within the subset is told in words. */
static int decide_format(struct writing *x) {
    struct chat_request *q = x->q;
    x->format = answer_format(q, x->target->quirks);
    if (x->format.format != FORMAT_SCHEMA)
        return 0;
    if (schema_subset(q, x->format.schema, q->format_param, &x->format_schema, x->err) < 0)
        return -1;
    if (!x->format_schema.at) {
        x->format.format = FORMAT_JSON;
        chat_drop(q, q->format_param);
    }
    return 0;
}

/* ---- system ------------------------------------------------------------------------ */

static const char wants_call[] = "You must call a tool in this answer.";

static bool needs_instruction(const struct writing *x) {
    return x->format.format == FORMAT_JSON || (x->format.format == FORMAT_TEXT && x->format.schema.at);
}

static bool has_system(const struct writing *x) {
    const struct chat_block *block = x->q->system.first;
    while (block && chat_anthropic_is_blank(block->text))
        block = block->next;
    return block || needs_instruction(x) || x->asks_for_call;
}

static void write_system(struct writing *x) {
    if (!has_system(x))
        return;
    json_member_open(&x->w, "system", '[');
    for (const struct chat_block *block = x->q->system.first; block; block = block->next)
        chat_anthropic_write_text(&x->w, block->text, block->cache);
    if (needs_instruction(x))
        chat_anthropic_write_text(&x->w, answer_format_words(x->q->arena, &x->format), false);
    if (x->asks_for_call)
        chat_anthropic_write_text(&x->w, write_quoted(x->q->arena, wants_call), false);
    json_close(&x->w, ']');
}

/* ---- tools -------------------------------------------------------------------------- */

static bool has_type(struct span schema) {
    struct scan_want type = {.name = "type"};
    scan_members(schema, &type, 1);
    return type.type != SCAN_NONE;
}

/* The schema, which must say that it is of an object. Returns it as it was written, until more is. */
static struct span write_input_schema(struct writing *x, const struct chat_tool *tool) {
    struct span schema = tool->schema, name, value;
    enum scan_type kind;
    json_key(&x->w, "input_schema");
    size_t start = x->w.out->len;
    if (tool->kind == TOOL_FUNCTION && schema.at)
        schema = tool_schema(x->q, schema, WRITE_PARAMETERS);
    if (tool->kind != TOOL_FUNCTION || !schema.at) {
        write_tool_schema(&x->w, tool);
    } else if (has_type(schema)) {
        json_put(&x->w, schema);
    } else {
        struct span inside = schema;
        bool empty = !scan_next_member(&inside, &name, &value, &kind);
        json_put_raw(&x->w, empty ? "{\"type\":\"object\"" : "{\"type\":\"object\",");
        const char *bracket = memchr(schema.at, '{', schema.len);
        buf_add(x->w.out, bracket + 1, schema.len - (size_t)(bracket + 1 - schema.at));
    }
    return (struct span){x->w.out->data + start, x->w.out->len - start};
}

/* Strict tools are bound to the subset of schemas, and there may not be many of them. */
static void write_strict(struct writing *x, const struct chat_tool *tool, struct span schema, int *strict) {
    if (tool->strict != FLAG_ON)
        return;
    if (!(x->target->quirks & CHAT_NO_STRICT) && *strict < STRICT_MOST && tool->kind == TOOL_FUNCTION &&
        !x->w.out->overflow && schema_is_subset(x->q->arena, schema)) {
        json_member_bool(&x->w, "strict", true);
        ++*strict;
    } else {
        chat_drop(x->q, "tools[].strict");
    }
}

static void write_declared_tools(struct writing *x) {
    int strict = 0;
    for (const struct chat_tool *tool = x->q->tools; tool; tool = tool->next) {
        if (!tool->offered)
            continue;
        json_open(&x->w, '{');
        json_member_text(&x->w, "name", tool->wire);
        write_tool_description(&x->w, x->q->arena, tool);
        struct span schema = write_input_schema(x, tool);
        write_strict(x, tool, schema, &strict);
        chat_anthropic_write_cache(&x->w, tool->cache);
        json_close(&x->w, '}');
    }
}

static void write_choice(struct writing *x) {
    static const char *const types[] = {[CHOICE_UNSET] = "auto",
                                        [CHOICE_AUTO] = "auto",
                                        [CHOICE_NONE] = "none",
                                        [CHOICE_ANY] = "any",
                                        [CHOICE_NAMED] = "tool"};
    const struct chat_request *q = x->q;
    bool single = q->parallel == FLAG_OFF && q->choice != CHOICE_NONE;
    if (q->choice == CHOICE_UNSET && !single)
        return;
    json_member_open(&x->w, "tool_choice", '{');
    json_member_text(&x->w, "type", types[q->choice]);
    if (q->choice == CHOICE_NAMED)
        json_member_text(&x->w, "name",
                         names_wire(q, &chat_anthropic_names, q->choice_space, q->choice_name));
    if (single)
        json_member_bool(&x->w, "disable_parallel_tool_use", true);
    json_close(&x->w, '}');
}

/* ---- tools of the history ------------------------------------------------------------- */

/* Nothing but its name is known any more. */
static void write_bare_tool(struct writing *x, const char *name) {
    json_open(&x->w, '{');
    json_member_text(&x->w, "name", name);
    json_member_raw(&x->w, "input_schema", "{\"type\":\"object\"}");
    json_close(&x->w, '}');
}

/* Tools that were called must be declared, even if none is any more: but not to be called again. */
static void write_called_tools(struct writing *x) {
    struct tree names = {0};
    int count = 0;
    for (const struct chat_turn *turn = x->q->turns; turn; turn = turn->next)
        for (const struct chat_block *block = turn->blocks.first; block; block = block->next) {
            if (block->kind != CHAT_CALL || count == CHAT_TOOLS_MOST)
                continue;
            const char *name = names_wire(x->q, &chat_anthropic_names, block->call.space, block->call.name);
            if (tree_find(&names, name))
                continue;
            tree_add(&names, name);
            if (count++ == 0)
                json_member_open(&x->w, "tools", '[');
            write_bare_tool(x, name);
        }
    tree_free(&names);
    if (count == 0)
        return;
    json_close(&x->w, ']');
    json_member_raw(&x->w, "tool_choice", "{\"type\":\"none\"}");
}

static void write_tools(struct writing *x) {
    if (!write_offers_tools(x->q)) {
        write_called_tools(x);
        return;
    }
    json_member_open(&x->w, "tools", '[');
    write_declared_tools(x);
    json_close(&x->w, ']');
    write_choice(x);
}

/* ---- thinking -------------------------------------------------------------------------- */

/* Whether the assistant's turn that is still going on begins with something else than a signed thought: with
 * a budget that is refused. */
static bool lost_thoughts(const struct chat_request *q) {
    const struct chat_turn *last = NULL, *behind = NULL;
    for (const struct chat_turn *turn = q->turns; turn; turn = turn->next)
        if (turn->role == CHAT_ASSISTANT) {
            last = turn;
            behind = turn->next;
        }
    if (!last || (behind && behind->blocks.first->kind != CHAT_RESULT))
        return false;
    return last->blocks.first->kind != CHAT_THOUGHT || !last->blocks.first->signature.at;
}

/* The budget must leave room in the output limit: a wanted one for a token, one that stands for an effort for
 * a quarter. 0: there is no room at all. */
static int64_t fit_budget(const struct chat_reasoning *reasoning, int64_t limit) {
    struct chat_reasoning wanted = *reasoning;
    if (wanted.budget == 0 && wanted.effort == EFFORT_UNSET)
        wanted.effort = EFFORT_HIGH; /* of one that may decide: what the model does by itself */
    int64_t budget = chat_budget(&wanted), most = wanted.budget ? limit - 1 : limit / 4 * 3;
    if (limit <= BUDGET_LEAST)
        return 0;
    if (budget > most)
        budget = most;
    return budget < BUDGET_LEAST ? BUDGET_LEAST : budget;
}

/* Where it cannot be switched off it is as little as can be. */
static void decide_off(struct writing *x) {
    unsigned quirks = x->target->quirks;
    if (quirks & CHAT_NO_REASONING)
        return;
    if (!(quirks & CHAT_ALWAYS_THINKS)) {
        x->thinking = quirks & CHAT_BETWEEN_TOOLS ? THINKING_BETWEEN : THINKING_OFF;
        return;
    }
    chat_drop(x->q, x->q->reasoning.param);
    if (!is_forced(x->q))
        x->thinking = THINKING_ADAPTIVE;
}

/* Thoughts and a forced call are refused together, whether the thoughts have a budget or the model decides.
 * The call is kept: who forces one reads nothing else. */
static void decide_thinking(struct writing *x) {
    const struct chat_reasoning *reasoning = &x->q->reasoning;
    unsigned quirks = x->target->quirks;
    enum chat_effort effort = chat_effort(reasoning);
    bool possible = !(quirks & CHAT_NO_REASONING) && !is_forced(x->q);
    if (is_forced(x->q) && (quirks & CHAT_THINKS))
        x->thinking = THINKING_OFF;
    if (!reasoning->param || (effort == EFFORT_UNSET && !reasoning->adaptive))
        return;
    if (effort == EFFORT_NONE) {
        decide_off(x);
        return;
    }
    if (possible && !(quirks & CHAT_BUDGET))
        x->thinking = THINKING_ADAPTIVE;
    else if (possible && !lost_thoughts(x->q) &&
             (x->budget = fit_budget(reasoning, x->target->max_output)) > 0)
        x->thinking = THINKING_BUDGET;
    else
        chat_drop(x->q, reasoning->param);
}

/* Whether the client said itself that it wants to see thoughts. */
static bool says_show(const struct chat_reasoning *reasoning) {
    return reasoning->show == FLAG_ON && reasoning->show_param;
}

static void write_thinking(struct writing *x) {
    static const char *const types[] = {[THINKING_OFF] = "disabled",
                                        [THINKING_BETWEEN] = "between_tools",
                                        [THINKING_ADAPTIVE] = "adaptive",
                                        [THINKING_BUDGET] = "enabled"};
    const struct chat_reasoning *reasoning = &x->q->reasoning;
    bool thinks = x->thinking == THINKING_ADAPTIVE || x->thinking == THINKING_BUDGET;
    if (!thinks && says_show(reasoning))
        chat_drop(x->q, reasoning->show_param);
    if (x->thinking == THINKING_UNSAID)
        return;
    json_member_open(&x->w, "thinking", '{');
    json_member_text(&x->w, "type", types[x->thinking]);
    if (x->thinking == THINKING_BUDGET)
        json_member_int(&x->w, "budget_tokens", x->budget);
    if (thinks && (reasoning->show == FLAG_OFF || says_show(reasoning)))
        json_member_text(&x->w, "display", reasoning->show == FLAG_ON ? "summarized" : "omitted");
    json_close(&x->w, '}');
}

/* ---- output ----------------------------------------------------------------------------- */

static const char *effort_name(const struct writing *x) {
    enum chat_effort effort = chat_effort(&x->q->reasoning);
    if (x->thinking != THINKING_ADAPTIVE || effort == EFFORT_UNSET)
        return NULL;
    return chat_effort_names[(effort < EFFORT_LOW ? EFFORT_LOW : effort) - EFFORT_NONE];
}

static void write_format(struct writing *x) {
    struct chat_request *q = x->q;
    if (q->format_description.at)
        chat_drop(x->q, arena_printf(q->arena, "%s.description", q->format_param));
    json_member_open(&x->w, "format", '{');
    json_member_text(&x->w, "type", "json_schema");
    json_member_put(&x->w, "schema", answer_format_schema(q->arena, &x->format, x->format_schema));
    json_close(&x->w, '}');
}

static void write_output(struct writing *x) {
    const char *effort = effort_name(x);
    bool format = x->format.format == FORMAT_SCHEMA;
    if (!effort && !format)
        return;
    json_member_open(&x->w, "output_config", '{');
    if (effort)
        json_member_text(&x->w, "effort", effort);
    if (format)
        write_format(x);
    json_close(&x->w, '}');
}

/* ---- settings ----------------------------------------------------------------------------- */

/* Here it goes from 0 to 1. */
static void write_temperature(struct writing *x) {
    const struct chat_option *option = &x->q->temperature;
    double value = strtod(arena_strndup(x->q->arena, option->value.at, option->value.len), NULL);
    if (value >= 0 && value <= 1) {
        json_member_put(&x->w, "temperature", option->value);
        return;
    }
    json_member_int(&x->w, "temperature", value > 1);
    chat_drop(x->q, option->param);
}

/* Models that think take none of these, and newer ones not two of them. */
static void write_sampling(struct writing *x) {
    const struct chat_request *q = x->q;
    bool takes = !(x->target->quirks & CHAT_NO_SAMPLING) && x->thinking != THINKING_ADAPTIVE &&
                 x->thinking != THINKING_BUDGET;
    if (takes && q->temperature.value.at)
        write_temperature(x);
    else
        write_option(&x->w, x->q, NULL, &q->temperature);
    write_option(&x->w, x->q, takes && !q->temperature.value.at ? "top_p" : NULL, &q->top_p);
    write_option(&x->w, x->q, takes ? "top_k" : NULL, &q->top_k);
}

static void write_stops(struct writing *x) {
    bool any = false;
    for (const struct chat_list *stop = x->q->stop; stop; stop = stop->next) {
        if (chat_anthropic_is_blank(stop->text)) { /* which is refused */
            chat_drop(x->q, x->q->stop_param);
            continue;
        }
        if (!any)
            json_member_open(&x->w, "stop_sequences", '[');
        any = true;
        json_put(&x->w, stop->text);
    }
    if (any)
        json_close(&x->w, ']');
}

/* A longer name is refused, and a part of it, or a hash, would be another user's at the provider's. */
static void write_user(struct writing *x) {
    const struct chat_option *user = &x->q->user;
    if (!user->value.at)
        return;
    if (chat_unquote(x->q->arena, user->value).len > USER_MOST) {
        chat_drop(x->q, user->param);
        return;
    }
    json_member_open(&x->w, "metadata", '{');
    json_member_put(&x->w, "user_id", user->value);
    json_close(&x->w, '}');
}

static void write_tier(struct writing *x) {
    const struct chat_option *tier = &x->q->tier;
    bool known =
        tier->value.at && (scan_equals(tier->value, "auto") || scan_equals(tier->value, "standard_only"));
    write_option(&x->w, x->q, known ? "service_tier" : NULL, tier);
}

static void write_settings(struct writing *x) {
    const struct chat_request *q = x->q;
    const struct chat_option *const unknown[] = {&q->seed,       &q->presence_penalty, &q->frequency_penalty,
                                                 &q->logit_bias, &q->logprobs,         &q->top_logprobs,
                                                 &q->verbosity,  &q->cache_key,        &q->metadata};
    for (size_t i = 0; i < sizeof unknown / sizeof *unknown; i++)
        write_option(&x->w, x->q, NULL, unknown[i]);
    write_sampling(x);
    write_stops(x);
    write_user(x);
    write_tier(x);
    if (q->stream)
        json_member_bool(&x->w, "stream", true);
}

int chat_anthropic_write_request(struct chat_request *q, const struct chat_target *target, struct buf *out,
                                 struct error *err) {
    struct writing x = {.q = q, .target = target, .w.out = out, .err = err};
    if (decide_format(&x) < 0)
        return -1;
    const char *choices = q->choices_param ? q->choices_param : "n";
    if (q->choices > 1)
        return error_param(err, ERR_REQUEST, choices, "\"%s\" must be 1: this model gives one answer.",
                           choices);
    names_assign(q, &chat_anthropic_names);
    write_drop_hosted_tools(q);
    write_mark_tools(q);
    write_settle_choice(q);
    relax_choice(&x);
    decide_thinking(&x);
    json_open(&x.w, '{');
    json_member_text(&x.w, "model", target->model);
    json_member_int(&x.w, "max_tokens", target->max_output);
    write_system(&x);
    if (chat_anthropic_write_messages(q, target, &x.w, err) < 0)
        return -1;
    write_tools(&x);
    write_thinking(&x);
    write_output(&x);
    write_settings(&x);
    json_close(&x.w, '}');
    return 0;
}
