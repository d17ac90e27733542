/* Contents of Gemini's requests: read into turns. */
#include <string.h>

#include "dialects/chat_gemini.h"
#include "dialects/chat_gemini_pairs.h"
#include "dialects/read.h"

struct reading {
    struct chat_request *q;
    struct gemini_pairs pairs;
    struct error *err;
};

/* A block at the end of the conversation. */
static struct chat_block *add_block(struct reading *x, enum chat_role role, enum chat_block_kind kind) {
    const struct chat_turn *last = x->q->last;
    if (role == CHAT_ASSISTANT && (!last || last->role != role))
        gemini_pairs_reset(&x->pairs);
    return chat_add_turn_block(x->q, role, kind);
}

/* ---- calls and results ---------------------------------------------------------- */

static int read_signature(const struct json *value, struct span *into, struct error *err) {
    struct span text;
    if (value->type == SCAN_NONE)
        return 0;
    if (value_string(value, &text, err) < 0)
        return -1;
    if (!chat_is_empty(text) && !scan_equals(text, CHAT_GEMINI_NO_SIGNATURE))
        *into = text;
    return 0;
}

static int read_call(struct reading *x, const struct json *value, const struct json *signature) {
    enum { ID, NAME, ARGS, NAMES };
    static const char *const names[] = {[ID] = "id", [NAME] = "name", [ARGS] = "args", [NAMES] = NULL};
    struct chat_call call = {.args = {"{}", 2}};
    struct json found[NAMES];
    if (chat_gemini_members(x->q, value, names, found, x->err) < 0 ||
        read_name(x->q, &found[ID], &call.id, x->err) < 0 ||
        read_wanted_name(x->q, &found[NAME], "name", &call.name, x->err) < 0 ||
        read_schema(&found[ARGS], &call.args, x->err) < 0 ||
        read_signature(signature, &call.signature, x->err) < 0)
        return -1;
    if (call.id && !*call.id)
        call.id = NULL;
    struct chat_block *block = add_block(x, CHAT_ASSISTANT, CHAT_CALL);
    gemini_pairs_call(&x->pairs, &call);
    block->call = call;
    return 0;
}

/* The only member of an object; false if there are none or more. */
static bool only_member(const struct json *object, struct json *member) {
    struct span rest = object->text;
    struct json more = {0};
    *member = (struct json){0};
    return value_next(object, &rest, member) && !value_next(object, &rest, &more);
}

/* {"output":…} and {"error":…} are Google's own wording; of another object the result is its JSON text. */
static void read_response(struct reading *x, const struct json *response, struct chat_result *result) {
    struct json said = *response, member;
    if (response->type == SCAN_NONE)
        return;
    if (only_member(response, &member)) {
        result->failed = scan_equals(member.name, "error");
        if (result->failed || scan_equals(member.name, "output"))
            said = member;
    }
    if (result->failed)
        x->q->failed_param = "contents[].parts[].functionResponse.response.error";
    chat_add_block(x->q->arena, &result->content, CHAT_TEXT)->text =
        said.type == SCAN_STRING ? said.text : chat_quote(x->q->arena, said.text.at, said.text.len);
}

/* Images and documents of a result. */
static int read_result_parts(struct reading *x, const struct json *parts, struct chat_result *result) {
    enum { INLINE, FILE_DATA, NAMES };
    static const char *const names[] = {[INLINE] = "inlineData", [FILE_DATA] = "fileData", [NAMES] = NULL};
    struct json part = {0}, found[NAMES];
    struct span rest = parts->text;
    if (parts->type != SCAN_NONE && parts->type != SCAN_ARRAY)
        return value_bad(parts, "must be an array", x->err);
    while (value_next(parts, &rest, &part)) {
        if (chat_gemini_members(x->q, &part, names, found, x->err) < 0 ||
            (found[INLINE].type != SCAN_NONE &&
             chat_gemini_read_inline(x->q, &found[INLINE], &result->content, x->err) < 0) ||
            (found[FILE_DATA].type != SCAN_NONE &&
             chat_gemini_read_file(x->q, &found[FILE_DATA], &result->content, x->err) < 0))
            return -1;
    }
    return 0;
}

static int read_result(struct reading *x, const struct json *value) {
    enum { ID, NAME, RESPONSE, PARTS, NAMES };
    static const char *const names[] = {
        [ID] = "id", [NAME] = "name", [RESPONSE] = "response", [PARTS] = "parts", [NAMES] = NULL};
    struct chat_result result = {0};
    struct json found[NAMES];
    if (chat_gemini_members(x->q, value, names, found, x->err) < 0 ||
        read_name(x->q, &found[ID], &result.id, x->err) < 0 ||
        read_wanted_name(x->q, &found[NAME], "name", &result.name, x->err) < 0)
        return -1;
    if (found[RESPONSE].type != SCAN_NONE && found[RESPONSE].type != SCAN_OBJECT)
        return value_bad(&found[RESPONSE], "must be an object", x->err);
    read_response(x, &found[RESPONSE], &result);
    if (read_result_parts(x, &found[PARTS], &result) < 0)
        return -1;
    result.id = gemini_pairs_result(&x->pairs, result.id && *result.id ? result.id : NULL, result.name);
    add_block(x, CHAT_USER, CHAT_RESULT)->result = result;
    return 0;
}

/* ---- parts -------------------------------------------------------------------------- */

enum {
    PART_TEXT,
    PART_INLINE,
    PART_FILE,
    PART_CALL,
    PART_RESULT,
    PART_DATA, /* those above are what a part brings, one of them */
    PART_THOUGHT = PART_DATA,
    PART_SIGNATURE,
    PART__MAX
};
static const char *const part_names[] = {
    [PART_TEXT] = "text",
    [PART_INLINE] = "inlineData",
    [PART_FILE] = "fileData",
    [PART_CALL] = "functionCall",
    [PART_RESULT] = "functionResponse",
    [PART_THOUGHT] = "thought",
    [PART_SIGNATURE] = "thoughtSignature",
    [PART__MAX] = NULL,
};

/* Which of its data a part has; PART_DATA: none that is known. */
static int find_data(const struct json *part, const struct json *found, int *data, struct error *err) {
    *data = PART_DATA;
    for (int i = 0; i < PART_DATA; i++) {
        if (found[i].type == SCAN_NONE)
            continue;
        if (*data != PART_DATA)
            return value_bad(part, "must have only one kind of data", err);
        *data = i;
    }
    return 0;
}

static int read_text_part(struct reading *x, enum chat_role role, const struct json *found) {
    enum chat_flag thought = FLAG_UNSET;
    struct span text = {"\"\"", 2}, signature = {0};
    if (read_string(&found[PART_TEXT], &text, x->err) < 0 ||
        read_flag(&found[PART_THOUGHT], &thought, x->err) < 0 ||
        read_signature(&found[PART_SIGNATURE], &signature, x->err) < 0)
        return -1;
    if (role == CHAT_USER && (thought == FLAG_ON || signature.at)) {
        read_dropped(x->q, &found[thought == FLAG_ON ? PART_THOUGHT : PART_SIGNATURE]);
        signature = (struct span){0};
    }
    if ((chat_is_empty(text) && !signature.at) || (role == CHAT_USER && thought == FLAG_ON))
        return 0;
    struct chat_block *block = add_block(x, role, thought == FLAG_ON ? CHAT_THOUGHT : CHAT_TEXT);
    block->text = text;
    block->signature = signature;
    return 0;
}

static int read_media_part(struct reading *x, enum chat_role role, const struct json *found, int data) {
    struct chat_blocks media = {0};
    if (found[PART_SIGNATURE].type != SCAN_NONE)
        read_dropped(x->q, &found[PART_SIGNATURE]);
    if ((data == PART_INLINE ? chat_gemini_read_inline : chat_gemini_read_file)(x->q, &found[data], &media,
                                                                                x->err) < 0)
        return -1;
    *add_block(x, role, CHAT_MEDIA) = *media.first;
    return 0;
}

static int read_part(struct reading *x, enum chat_role role, const struct json *part) {
    struct json found[PART__MAX];
    int data;
    if (chat_gemini_members(x->q, part, part_names, found, x->err) < 0 ||
        find_data(part, found, &data, x->err) < 0)
        return -1;
    switch (data) {
    case PART_CALL:
        return read_call(x, &found[data], &found[PART_SIGNATURE]);
    case PART_RESULT:
        return read_result(x, &found[data]);
    case PART_INLINE:
    case PART_FILE:
        return read_media_part(x, role, found, data);
    default: /* a signature may stand alone */
        return read_text_part(x, role, found);
    }
}

/* ---- contents ----------------------------------------------------------------------- */

enum { CONTENT_ROLE, CONTENT_PARTS, CONTENT__MAX };
static const char *const content_names[] = {
    [CONTENT_ROLE] = "role", [CONTENT_PARTS] = "parts", [CONTENT__MAX] = NULL};

/* The parts of a content: an array or, as in Google's own examples, one part alone. Called until it returns
 * false, starting from zero. */
static bool next_part(const struct json *parts, struct span *rest, struct json *part) {
    if (parts->type != SCAN_OBJECT)
        return value_next(parts, rest, part);
    bool first = part->type == SCAN_NONE;
    *part = *parts;
    return first;
}

static int check_parts(const struct json *parts, struct error *err) {
    return parts->type == SCAN_NONE || parts->type == SCAN_ARRAY || parts->type == SCAN_OBJECT
               ? 0
               : value_bad(parts, "must be an array of parts", err);
}

/* An answer that was cut off before it said anything comes back without parts. */
static int read_content(struct reading *x, const struct json *content) {
    static const char *const roles[] = {"user", "function", "model", NULL};
    struct json found[CONTENT__MAX], part = {0};
    int role = 0;
    if (chat_gemini_members(x->q, content, content_names, found, x->err) < 0 ||
        (found[CONTENT_ROLE].type != SCAN_NONE &&
         value_choice(&found[CONTENT_ROLE], roles, &role, x->err) < 0) ||
        check_parts(&found[CONTENT_PARTS], x->err) < 0)
        return -1;
    struct span rest = found[CONTENT_PARTS].text;
    while (next_part(&found[CONTENT_PARTS], &rest, &part))
        if (read_part(x, role == 2 ? CHAT_ASSISTANT : CHAT_USER, &part) < 0)
            return -1;
    return 0;
}

int chat_gemini_read_contents(struct chat_request *q, const struct json *contents, struct error *err) {
    struct reading x = {.q = q, .err = err};
    struct json content = {0};
    struct span rest = contents->text;
    int rc = 0;
    gemini_pairs_init(&x.pairs, q->arena);
    while (rc == 0 && value_next(contents, &rest, &content))
        rc = read_content(&x, &content);
    gemini_pairs_reset(&x.pairs);
    if (rc < 0)
        return -1;
    chat_settle_turns(q);
    return q->turns ? 0 : value_bad(contents, "must have something to be answered", err);
}

/* Its role says nothing: Google's own clients call it a user's. */
int chat_gemini_read_system(struct chat_request *q, const struct json *value, struct error *err) {
    static const char *const names[] = {"text", NULL};
    struct json found[CONTENT__MAX], part = {0}, text;
    if (value->type == SCAN_NONE)
        return 0;
    if (chat_gemini_members(q, value, content_names, found, err) < 0 ||
        check_parts(&found[CONTENT_PARTS], err) < 0)
        return -1;
    struct span rest = found[CONTENT_PARTS].text;
    while (next_part(&found[CONTENT_PARTS], &rest, &part)) {
        if (chat_gemini_members(q, &part, names, &text, err) < 0)
            return -1;
        if (text.type == SCAN_NONE)
            return value_bad(&part, "must be text in this place", err);
        struct span said;
        if (value_string(&text, &said, err) < 0)
            return -1;
        if (!chat_is_empty(said))
            chat_add_block(q->arena, &q->system, CHAT_TEXT)->text = said;
    }
    return 0;
}
