/* Gemini's generateContent: requests that pass, and the table of the dialect. */
#include "dialects/chat_gemini.h"

#include <stdio.h>
#include <string.h>

#include "dialects/ask.h"
#include "dialects/error_shapes.h"

#define PATH_MOST 96 /* bytes of where a member stands */

/* Each in both spellings; the model and whether the answer is streamed stand in the path. */
enum member {
    MEMBER_MODEL,
    MEMBER_CONTENTS,
    MEMBER_TOOLS,
    MEMBER_SYSTEM,
    MEMBER_SYSTEM_SNAKE,
    MEMBER_CONFIG,
    MEMBER_CONFIG_SNAKE,
    MEMBER_TOP, /* those above are members of the whole, those below of the configuration */
    MEMBER_LIMIT = MEMBER_TOP,
    MEMBER_LIMIT_SNAKE,
    MEMBER_CHOICES,
    MEMBER_CHOICES_SNAKE,
    MEMBER__MAX
};

static const char *const names[] = {
    [MEMBER_MODEL] = "model",
    [MEMBER_CONTENTS] = "contents",
    [MEMBER_TOOLS] = "tools",
    [MEMBER_SYSTEM] = "systemInstruction",
    [MEMBER_SYSTEM_SNAKE] = "system_instruction",
    [MEMBER_CONFIG] = "generationConfig",
    [MEMBER_CONFIG_SNAKE] = "generation_config",
    [MEMBER_LIMIT] = "maxOutputTokens",
    [MEMBER_LIMIT_SNAKE] = "max_output_tokens",
    [MEMBER_CHOICES] = "candidateCount",
    [MEMBER_CHOICES_SNAKE] = "candidate_count",
};
_Static_assert(sizeof names / sizeof *names == MEMBER__MAX, "a name for each member");
_Static_assert(MEMBER__MAX <= ASK_MEMBERS, "room for each member");

/* The spelling of the two that was used; the first if none was. */
static enum member spelling(const struct chat_ask *ask, enum member first) {
    return ask->member[first + 1].type != SCAN_NONE ? first + 1 : first;
}

/* Where a member stands, as the client spelled it: in the configuration, in what is to be counted. */
static void name_path(const struct chat_ask *ask, const struct scan_want *member, char path[PATH_MOST]) {
    const char *config = member >= ask->member + MEMBER_TOP ? names[spelling(ask, MEMBER_CONFIG)] : "";
    snprintf(path, PATH_MOST, "%s%s%s%s", ask->within ? ask->within : "", config, *config ? "." : "",
             member->name);
}

static int bad(const struct chat_ask *ask, const struct scan_want *member, const char *what,
               struct error *err) {
    char path[PATH_MOST];
    name_path(ask, member, path);
    return error_param(err, ERR_REQUEST, path, "\"%s\" %s.", path, what);
}

static const struct ask_words words = {.missing = "is missing", .bad = bad};

/* ---- requests ------------------------------------------------------------- */

/* The two spellings of a member are one. */
static int check_spellings(const struct chat_ask *ask, struct error *err) {
    static const enum member pairs[] = {MEMBER_SYSTEM, MEMBER_CONFIG, MEMBER_LIMIT, MEMBER_CHOICES};
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++)
        if (ask->member[pairs[i]].seen + ask->member[pairs[i] + 1].seen > 1)
            return ask_bad(ask, &ask->member[pairs[i]], "is given twice", err);
    return 0;
}

static int read_contents(const struct chat_ask *ask, struct error *err) {
    const struct scan_want *want = &ask->member[MEMBER_CONTENTS];
    struct span rest = want->value, first;
    enum scan_type type;
    if (!ask_given(want))
        return ask_missing(ask, want, err);
    if (want->type != SCAN_ARRAY || !scan_next(&rest, &first, &type))
        return ask_bad(ask, want, "must be an array of at least one content", err);
    if (type == SCAN_OBJECT)
        return 0;
    char path[PATH_MOST];
    name_path(ask, want, path);
    size_t len = strlen(path);
    snprintf(path + len, sizeof path - len, "[0]");
    return error_param(err, ERR_REQUEST, path, "Each content must be an object.");
}

/* What is to be counted may be a whole request instead of contents: then that is looked at. */
static int unwrap(struct chat_ask *ask, struct arena *arena, struct error *err) {
    enum { CAMEL, SNAKE, CONTENTS, WANTS };
    struct scan_want want[WANTS] = {[CAMEL] = {.name = "generateContentRequest"},
                                    [SNAKE] = {.name = "generate_content_request"},
                                    [CONTENTS] = {.name = names[MEMBER_CONTENTS]}};
    if (scan_object(ask->text, want, WANTS, SCAN_DEPTH, err) < 0)
        return -1;
    const struct scan_want *inner = &want[want[SNAKE].type != SCAN_NONE ? SNAKE : CAMEL];
    const char *what = want[CAMEL].seen + want[SNAKE].seen > 1          ? "is given twice"
                       : ask_given(inner) && inner->type != SCAN_OBJECT ? "must be an object"
                       : ask_given(inner) && ask_given(&want[CONTENTS]) ? "must not stand beside \"contents\""
                                                                        : NULL;
    if (what)
        return error_param(err, ERR_REQUEST, inner->name, "\"%s\" %s.", inner->name, what);
    if (ask_given(inner)) {
        ask->text = inner->value;
        ask->within = arena_printf(arena, "%s.", inner->name);
    }
    return 0;
}

static int look(struct span text, struct arena *arena, struct chat_ask *ask, struct error *err) {
    static const enum member input[] = {MEMBER_CONTENTS,     MEMBER_TOOLS,  MEMBER_SYSTEM,
                                        MEMBER_SYSTEM_SNAKE, MEMBER_CONFIG, MEMBER_CONFIG_SNAKE};
    ask_begin(ask, text, &words, names, MEMBER__MAX);
    if (ask->counting && unwrap(ask, arena, err) < 0)
        return -1;
    if (ask_members(ask, MEMBER_TOP, err) < 0 ||
        ask_members_of(ask, &ask->member[spelling(ask, MEMBER_CONFIG)], MEMBER_TOP, MEMBER__MAX - MEMBER_TOP,
                       err) < 0 ||
        check_spellings(ask, err) < 0 || read_contents(ask, err) < 0 ||
        ask_count(ask, &ask->member[spelling(ask, MEMBER_LIMIT)], ASK_LIMIT_MAX, &ask->max_output, err) < 0 ||
        ask_count(ask, &ask->member[spelling(ask, MEMBER_CHOICES)], CHAT_GEMINI_CHOICES, &ask->choices, err) <
            0)
        return -1;
    for (size_t i = 0; i < sizeof input / sizeof *input; i++)
        ask_estimate(ask, &ask->member[input[i]]);
    return 0;
}

static void put_limit(struct splice *splice, const struct chat_ask *ask, int64_t limit, struct arena *arena) {
    const struct scan_want *config = &ask->member[spelling(ask, MEMBER_CONFIG)];
    const struct scan_want *want = &ask->member[spelling(ask, MEMBER_LIMIT)];
    const char *number = arena_printf(arena, "%lld", (long long)limit);
    const char *member = arena_printf(arena, "\"maxOutputTokens\":%s", number);
    if (want->type != SCAN_NONE)
        splice_replace(splice, want->value, number);
    else if (config->type == SCAN_OBJECT)
        ask_put_front(splice, config->value, member, arena);
    else if (config->type == SCAN_NULL)
        splice_replace(splice, config->value, arena_printf(arena, "{%s}", member));
    else
        ask_put_front(splice, ask->text, arena_printf(arena, "\"generationConfig\":{%s}", member), arena);
}

static struct span *edit(const struct chat_ask *ask, const struct chat_change *change, struct arena *arena,
                         size_t *parts, size_t *total) {
    struct splice splice = {.text = ask->text};
    if (ask_given(&ask->member[MEMBER_MODEL])) { /* some clients repeat what stands in the path */
        const char *name = arena_printf(arena, "models/%s", change->model);
        splice_replace(&splice, ask->member[MEMBER_MODEL].value, chat_quote(arena, name, strlen(name)).at);
    }
    if (change->output_limit)
        put_limit(&splice, ask, change->output_limit, arena);
    return splice_parts(&splice, arena, parts, total);
}

/* ---- the dialect ------------------------------------------------------------------ */

/* One segment of a path, in which a colon ends the model's name. */
const char *chat_gemini_path(const char *model, const char *method, struct arena *arena) {
    static const char plain[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";
    char *name = arena_alloc(arena, 3 * strlen(model) + 1), *at = name;
    for (; *model; model++) {
        unsigned char c = (unsigned char)*model;
        if (strchr(plain, c)) {
            *at++ = (char)c;
            continue;
        }
        *at++ = '%';
        *at++ = "0123456789ABCDEF"[c >> 4];
        *at++ = "0123456789ABCDEF"[c & 15];
    }
    return arena_printf(arena, "/models/%s:%s", name, method);
}

static const char *path(const char *model, bool stream, struct arena *arena) {
    return chat_gemini_path(model, stream ? "streamGenerateContent?alt=sse" : "generateContent", arena);
}

const struct chat_dialect chat_gemini = {
    .name = "gemini",
    .carries = CARRY_CALL,
    .ends_with_bytes = true,
    .look = look,
    .edit = edit,
    .unseal = chat_gemini_unseal,
    .read_request = chat_gemini_read_request,
    .write_reply = chat_gemini_write_reply,
    .new_writer = chat_gemini_new_writer,
    .write_event = chat_gemini_write_event,
    .write_error = error_shape_gemini,
    .write_failure = chat_gemini_write_failure,
    .wants_data = true,
    .stream_type = "text/event-stream; charset=utf-8",
    .keep_alive = NULL, /* Google's own clients fail on comments and on lines without data */
    .path = path,
    .write_request = chat_gemini_write_request,
    .read_reply = chat_gemini_read_reply,
    .new_reader = chat_gemini_new_reader,
    .read_event = chat_gemini_read_event,
    .read_end = chat_gemini_read_end,
    .read_error = chat_gemini_read_error,
};
