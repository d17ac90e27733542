/* Requests of Gemini's generateContent that pass: what the hub sealed comes off. */
#include "base/cut.h"
#include "canon/seal.h"
#include "dialects/chat_gemini.h"

#define NO_SIGNATURE "\"" CHAT_GEMINI_NO_SIGNATURE "\""

/* ---- parts --------------------------------------------------------------------------- */

struct part {
    bool call, result;
    bool data;    /* it brings more than state */
    bool sealed;  /* another provider's state, */
    bool signed_; /* or what else stands for a signature */
};

static bool is_signature(struct span name) {
    return scan_equals(name, "thoughtSignature") || scan_equals(name, "thought_signature");
}

static bool is_sealed(struct span name, struct span value, enum scan_type type) {
    return type == SCAN_STRING && seal_is(value) && is_signature(name);
}

static struct part look_at_part(struct span text) {
    struct part part = {0};
    struct span name, value;
    enum scan_type type;
    while (scan_next_member(&text, &name, &value, &type)) {
        if (is_sealed(name, value, type))
            part.sealed = true;
        else if (is_signature(name))
            part.signed_ |= type == SCAN_STRING && value.len > 2;
        else if (scan_equals(name, "functionCall") || scan_equals(name, "function_call"))
            part.call = part.data = true;
        else if (scan_equals(name, "functionResponse") || scan_equals(name, "function_response"))
            part.result = part.data = true;
        else
            part.data |= !scan_equals(name, "thought");
    }
    return part;
}

/* The parts of a content: an array or one part alone. Called until it returns false, with `rest` as the whole
 * value at first. */
static bool next_part(struct span *rest, struct span *text, enum scan_type *type) {
    if (scan_type(*rest) != SCAN_OBJECT)
        return scan_next(rest, text, type);
    *text = *rest;
    *type = SCAN_OBJECT;
    *rest = (struct span){0};
    return true;
}

/* ---- contents ------------------------------------------------------------------------ */

struct content {
    struct span parts;
    bool model;  /* it is the model's */
    bool result; /* with a result of a function */
    bool sealed; /* with something sealed */
};

static struct content look_at(struct span text) {
    enum { ROLE, PARTS, WANTS };
    struct scan_want want[WANTS] = {[ROLE] = {.name = "role"}, [PARTS] = {.name = "parts"}};
    struct content content = {0};
    struct span inner;
    enum scan_type type;
    scan_members(text, want, WANTS);
    content.parts = want[PARTS].value;
    content.model = want[ROLE].type == SCAN_STRING && scan_equals(want[ROLE].value, "model");
    for (struct span rest = content.parts; next_part(&rest, &inner, &type);) {
        struct part part = type == SCAN_OBJECT ? look_at_part(inner) : (struct part){0};
        content.result |= part.result;
        content.sealed |= part.sealed;
    }
    return content;
}

/* What a conversation has. */
struct survey {
    const char *current; /* where the user said something new at last, and not only what functions did */
    bool sealed;         /* something */
};

static struct survey survey(struct span contents) {
    struct survey found = {.current = contents.at};
    struct span text;
    enum scan_type type;
    while (scan_next(&contents, &text, &type)) {
        if (type != SCAN_OBJECT)
            continue;
        struct content content = look_at(text);
        found.sealed |= content.sealed;
        if (!content.model && !content.result)
            found.current = text.at;
    }
    return found;
}

/* ---- writing --------------------------------------------------------------------------- */

/* What Google takes for the signature that is not there stands before the other members. */
static void sign(struct cut *cut, struct span part) {
    cut_replace(cut, (struct span){part.at + 1, 0}, "\"thoughtSignature\":" NO_SIGNATURE ",");
}

/* A part must have data: one that was nothing but state is an empty text. */
static void cut_part(struct cut *cut, struct span text, const struct part *part, bool to_sign) {
    struct cut_list list = {.cut = cut};
    struct span rest = text, name, value;
    enum scan_type type;
    if (part->sealed && !part->data) {
        cut_replace(cut, text, "{\"text\":\"\"}");
        return;
    }
    if (to_sign && !part->signed_)
        sign(cut, text);
    while (scan_next_member(&rest, &name, &value, &type)) {
        struct span member = {name.at, (size_t)(value.at + value.len - name.at)};
        bool empty = to_sign && !part->signed_ && is_signature(name);
        cut_item(&list, member, empty || is_sealed(name, value, type));
    }
}

/* Google refuses a step of the current turn whose first call has no signature. */
static void cut_content(struct cut *cut, const struct content *content, bool current) {
    struct span rest = content->parts, text;
    enum scan_type type;
    bool called = false;
    while (next_part(&rest, &text, &type)) {
        struct part part = type == SCAN_OBJECT ? look_at_part(text) : (struct part){0};
        bool to_sign = current && content->model && part.call && !called;
        if (part.sealed || to_sign)
            cut_part(cut, text, &part, to_sign);
        called |= part.call;
    }
}

bool chat_gemini_unseal(const struct chat_ask *ask, unsigned quirks, struct chat_request *notes,
                        struct buf *out) {
    struct scan_want contents = {.name = "contents"};
    struct cut cut = {out, ask->text};
    struct span text;
    enum scan_type type;
    scan_members(ask->text, &contents, 1);
    struct survey found = survey(contents.value);
    if (!found.sealed)
        return false;
    chat_drop(notes, "contents[].parts[].thoughtSignature");
    while (scan_next(&contents.value, &text, &type)) {
        if (type != SCAN_OBJECT)
            continue;
        struct content content = look_at(text);
        bool current = text.at >= found.current && !(quirks & CHAT_NO_REASONING);
        if (content.sealed || current)
            cut_content(&cut, &content, current);
    }
    cut_finish(&cut);
    return true;
}
