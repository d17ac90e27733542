/* Requests of Anthropic's Messages that pass: what the hub sealed comes off. */
#include "base/cut.h"
#include "canon/seal.h"
#include "dialects/chat_anthropic.h"

/* ---- blocks -------------------------------------------------------------------------- */

enum kind {
    BLOCK_OTHER,
    BLOCK_BLANK,  /* a text that is only white space */
    BLOCK_CALL,   /* of the client's tools */
    BLOCK_RESULT, /* of one */
    BLOCK_THOUGHT,
    BLOCK_SEALED, /* a thought of another provider's */
};

static bool is_string(const struct scan_want *want, const char *text) {
    return want->type == SCAN_STRING && scan_equals(want->value, text);
}

static enum kind kind_of(struct span block) {
    enum { TYPE, SIGNATURE, DATA, TEXT, WANTS };
    struct scan_want want[WANTS] = {[TYPE] = {.name = "type"},
                                    [SIGNATURE] = {.name = "signature"},
                                    [DATA] = {.name = "data"},
                                    [TEXT] = {.name = "text"}};
    scan_members(block, want, WANTS);
    bool shown = is_string(&want[TYPE], "thinking");
    const struct scan_want *state = &want[shown ? SIGNATURE : DATA];
    if (shown || is_string(&want[TYPE], "redacted_thinking"))
        return state->type == SCAN_STRING && seal_is(state->value) ? BLOCK_SEALED : BLOCK_THOUGHT;
    if (is_string(&want[TYPE], "text"))
        return want[TEXT].type == SCAN_STRING && chat_anthropic_is_blank(want[TEXT].value) ? BLOCK_BLANK
                                                                                           : BLOCK_OTHER;
    if (is_string(&want[TYPE], "tool_result"))
        return BLOCK_RESULT;
    return is_string(&want[TYPE], "tool_use") ? BLOCK_CALL : BLOCK_OTHER;
}

/* Whether a block goes from a message that holds something sealed: another provider's blanks do, too, which
 * are refused here. */
static bool is_gone(enum kind kind) {
    return kind == BLOCK_SEALED || kind == BLOCK_BLANK;
}

/* ---- messages ------------------------------------------------------------------------ */

struct message {
    struct span content;
    bool user;      /* it is the user's, */
    bool result;    /* with a result of a tool */
    bool sealed;    /* it is the assistant's, with something sealed in it, */
    bool gone;      /* and with nothing that stays */
    bool unthought; /* it has calls, and does not begin with a thought that stays */
};

static void look_at_blocks(struct message *message) {
    struct span rest = message->content, block;
    enum scan_type type;
    bool calls = false, other = false, thought = false;
    while (scan_next(&rest, &block, &type)) {
        enum kind kind = type == SCAN_OBJECT ? kind_of(block) : BLOCK_OTHER;
        message->sealed |= kind == BLOCK_SEALED;
        message->result |= kind == BLOCK_RESULT;
        calls |= kind == BLOCK_CALL;
        thought |= kind == BLOCK_THOUGHT && !other;
        other |= !is_gone(kind);
    }
    message->gone = message->sealed && !other;
    message->unthought = calls && !thought;
}

static struct message look_at(struct span text) {
    enum { ROLE, CONTENT, WANTS };
    struct scan_want want[WANTS] = {[ROLE] = {.name = "role"}, [CONTENT] = {.name = "content"}};
    struct message message = {0};
    scan_members(text, want, WANTS);
    bool assistant = is_string(&want[ROLE], "assistant");
    message.user = is_string(&want[ROLE], "user");
    if (want[CONTENT].type == SCAN_ARRAY && (message.user || assistant)) {
        message.content = want[CONTENT].value;
        look_at_blocks(&message);
    }
    message.sealed &= assistant;
    message.gone &= assistant;
    message.unthought &= assistant;
    return message;
}

/* What a conversation has. */
struct survey {
    bool sealed;    /* something */
    bool unthought; /* a call of the turn that goes on, without the thought before it */
};

static struct survey survey(struct span messages) {
    struct survey found = {0};
    struct span text;
    enum scan_type type;
    while (scan_next(&messages, &text, &type)) {
        if (type != SCAN_OBJECT)
            continue;
        struct message message = look_at(text);
        found.sealed |= message.sealed;
        found.unthought = (found.unthought && (!message.user || message.result)) || message.unthought;
    }
    return found;
}

/* ---- writing ---------------------------------------------------------------------------- */

static void cut_blocks(struct cut *cut, struct span content) {
    struct cut_list list = {.cut = cut};
    struct span block;
    enum scan_type type;
    while (scan_next(&content, &block, &type))
        cut_item(&list, block, type == SCAN_OBJECT && is_gone(kind_of(block)));
}

/* Where a message goes its neighbours are of one role, which are one turn to this API. */
static void cut_messages(struct cut *cut, struct span messages) {
    struct cut_list list = {.cut = cut};
    struct span text;
    enum scan_type type;
    while (scan_next(&messages, &text, &type)) {
        struct message message = type == SCAN_OBJECT ? look_at(text) : (struct message){0};
        cut_item(&list, text, message.gone);
        if (message.sealed && !message.gone)
            cut_blocks(cut, message.content);
    }
}

/* With a budget a turn that goes on must begin with its thoughts: the model decides then, or does not think.
 * A budget's `display` holds as well without it. */
static const char *without_budget(struct span thinking, unsigned quirks, struct chat_request *notes) {
    enum { TYPE, DISPLAY, WANTS };
    struct scan_want want[WANTS] = {[TYPE] = {.name = "type"}, [DISPLAY] = {.name = "display"}};
    scan_members(thinking, want, WANTS);
    if (!is_string(&want[TYPE], "enabled"))
        return NULL;
    chat_drop(notes, quirks & CHAT_BUDGET ? "thinking" : "thinking.budget_tokens");
    if (quirks & CHAT_BUDGET)
        return "{\"type\":\"disabled\"}";
    return arena_printf(notes->arena, "{\"type\":\"adaptive\"%s%.*s}",
                        want[DISPLAY].type != SCAN_NONE ? ",\"display\":" : "", (int)want[DISPLAY].value.len,
                        want[DISPLAY].value.at ? want[DISPLAY].value.at : "");
}

bool chat_anthropic_unseal(const struct chat_ask *ask, unsigned quirks, struct chat_request *notes,
                           struct buf *out) {
    enum { MESSAGES, THINKING, WANTS };
    struct scan_want want[WANTS] = {[MESSAGES] = {.name = "messages"}, [THINKING] = {.name = "thinking"}};
    struct cut cut = {out, ask->text};
    const char *other = NULL;
    scan_members(ask->text, want, WANTS);
    struct span messages = want[MESSAGES].value, thinking = want[THINKING].value;
    struct survey found = survey(messages);
    if (!found.sealed)
        return false;
    chat_drop(notes, "messages[].content[].thinking");
    if (found.unthought && want[THINKING].type == SCAN_OBJECT)
        other = without_budget(thinking, quirks, notes);
    if (other && thinking.at < messages.at)
        cut_replace(&cut, thinking, other);
    cut_messages(&cut, messages);
    if (other && thinking.at > messages.at)
        cut_replace(&cut, thinking, other);
    cut_finish(&cut);
    return true;
}
