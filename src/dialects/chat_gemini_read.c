/* Answers of Gemini's generateContent, whole and streamed: read as events. */
#include <ctype.h>
#include <string.h>

#include "canon/media.h"
#include "dialects/answer.h"
#include "dialects/chat_gemini.h"

#define SCRATCH_MOST ((size_t)64 << 20)

/* How a choice ended, by Google's word for it. */
static const struct reason {
    const char *name;
    enum chat_stop stop;
    bool spoiled; /* what the model wanted to say is lost */
} reasons[] = {
    {"STOP", STOP_DONE, false},
    {"MAX_TOKENS", STOP_LENGTH, false},
    {"SAFETY", STOP_FILTER, false},
    {"RECITATION", STOP_FILTER, false},
    {"BLOCKLIST", STOP_FILTER, false},
    {"PROHIBITED_CONTENT", STOP_FILTER, false},
    {"SPII", STOP_FILTER, false},
    {"IMAGE_SAFETY", STOP_FILTER, false},
    {"IMAGE_PROHIBITED_CONTENT", STOP_FILTER, false},
    {"IMAGE_RECITATION", STOP_FILTER, false},
    {"CONTINUATION", STOP_PAUSE, false},
    {"MALFORMED_FUNCTION_CALL", STOP_DONE, true},
    {"UNEXPECTED_TOOL_CALL", STOP_DONE, true},
    {"TOO_MANY_TOOL_CALLS", STOP_DONE, true},
};
static const struct reason other_reason = {"OTHER", STOP_DONE, false}, no_reason = {NULL, STOP_NONE, false},
                           blocked = {"SAFETY", STOP_FILTER, false};

struct gemini_reader {
    struct chat_reader base;
    struct {
        bool seen, said;             /* it was mentioned; it had content */
        bool thinking;               /* its last event was a thought */
        const struct reason *reason; /* held until the end: some servers send one with each chunk */
        struct buf signature;        /* of a text, for the call that follows; a JSON string */
    } choice[CHAT_GEMINI_CHOICES];
    struct buf id, name, text; /* of the event at hand */
};

static void free_reader(void *ptr) {
    struct gemini_reader *r = ptr;
    for (int i = 0; i < CHAT_GEMINI_CHOICES; i++)
        buf_free(&r->choice[i].signature);
    buf_free(&r->id);
    buf_free(&r->name);
    buf_free(&r->text);
}

/* ---- usage ------------------------------------------------------------------------- */

/* Adds up what a list of {modality, tokenCount} says of sound and pictures. */
static void read_modalities(const struct scan_want *list, int64_t *audio, int64_t *image) {
    struct span rest = list->value, item;
    enum scan_type type;
    if (list->type != SCAN_ARRAY)
        return;
    while (scan_next(&rest, &item, &type)) {
        struct scan_want want[] = {{.name = "modality"}, {.name = "tokenCount"}};
        int64_t count = 0;
        scan_members(item, want, 2);
        if (want[0].type != SCAN_STRING || !answer_count(&want[1], &count))
            continue;
        *audio += scan_equals(want[0].value, "AUDIO") ? count : 0;
        *image += scan_equals(want[0].value, "IMAGE") ? count : 0;
    }
}

static void read_details(struct span object, struct usage *usage) {
    enum { PROMPT, TOOLS, CACHED, CANDIDATES, WANTS };
    struct scan_want want[WANTS] = {
        [PROMPT] = {.name = "promptTokensDetails"},
        [TOOLS] = {.name = "toolUsePromptTokensDetails"},
        [CACHED] = {.name = "cacheTokensDetails"},
        [CANDIDATES] = {.name = "candidatesTokensDetails"},
    };
    scan_members(object, want, WANTS);
    read_modalities(&want[PROMPT], &usage->audio_input, &usage->image_input);
    read_modalities(&want[TOOLS], &usage->audio_input, &usage->image_input);
    read_modalities(&want[CACHED], &usage->audio_cache_read, &usage->image_cache_read);
    read_modalities(&want[CANDIDATES], &usage->audio_output, &usage->image_output);
}

/* Counts that are zero may be missing: then the total tells. Thoughts are no part of the candidates. */
void chat_gemini_read_usage(struct span object, struct usage *usage, bool *has_prompt, bool *has_output) {
    enum { PROMPT, TOOLS, CACHED, CANDIDATES, THOUGHTS, TOTAL, WANTS };
    struct scan_want want[WANTS] = {
        [PROMPT] = {.name = "promptTokenCount"},        [TOOLS] = {.name = "toolUsePromptTokenCount"},
        [CACHED] = {.name = "cachedContentTokenCount"}, [CANDIDATES] = {.name = "candidatesTokenCount"},
        [THOUGHTS] = {.name = "thoughtsTokenCount"},    [TOTAL] = {.name = "totalTokenCount"},
    };
    int64_t count[WANTS] = {0};
    bool has[WANTS];
    scan_members(object, want, WANTS);
    for (int i = 0; i < WANTS; i++)
        has[i] = answer_count(&want[i], &count[i]);
    usage->prompt = count[PROMPT] + count[TOOLS];
    usage->cache_read = count[CACHED];
    usage->output = count[CANDIDATES] + count[THOUGHTS];
    usage->reasoning = count[THOUGHTS];
    read_details(object, usage);
    *has_prompt = has[PROMPT];
    *has_output = has[CANDIDATES] || has[THOUGHTS] || (has[TOTAL] && has[PROMPT]);
    if (!has[CANDIDATES] && has[TOTAL] && has[PROMPT] && count[TOTAL] > usage->prompt + usage->output)
        usage->output = count[TOTAL] - usage->prompt;
}

static int read_usage(struct gemini_reader *r, struct span object, struct error *err) {
    struct chat_event event = {.kind = EVENT_USAGE};
    chat_gemini_read_usage(object, &event.usage, &event.has_prompt, &event.has_output);
    return event.has_prompt || event.has_output ? answer_usage(&r->base, &event, err) : 0;
}

/* ---- parts --------------------------------------------------------------------------- */

enum { PART_TEXT, PART_THOUGHT, PART_SIGNATURE, PART_CALL, PART_INLINE, PART__MAX };

static int read_text(struct gemini_reader *r, int choice, const struct scan_want *part, struct error *err) {
    bool thought = part[PART_THOUGHT].type == SCAN_TRUE;
    struct chat_event event = {
        .kind = thought ? EVENT_THOUGHT : EVENT_TEXT, .choice = choice, .text = part[PART_TEXT].value};
    if (!answer_says(&part[PART_TEXT]))
        return 0;
    r->choice[choice].thinking = thought;
    r->choice[choice].said = true;
    return answer_emit(&r->base, &event, err);
}

/* The signature of a thought ends it; one of a text goes with the call that follows. */
static int read_signature(struct gemini_reader *r, int choice, const struct scan_want *part,
                          struct error *err) {
    bool thought = part[PART_THOUGHT].type == SCAN_TRUE, open = r->choice[choice].thinking;
    struct span signature = part[PART_SIGNATURE].value;
    struct chat_event event = {
        .kind = EVENT_SIGNATURE, .choice = choice, .text = signature, .redacted = !open};
    if (!answer_says(&part[PART_SIGNATURE]))
        return 0;
    if (open || thought) {
        r->choice[choice].thinking = false;
        return answer_emit(&r->base, &event, err);
    }
    struct buf *kept = &r->choice[choice].signature;
    buf_clear(kept);
    buf_add(kept, signature.at, signature.len);
    return 0;
}

/* The decoded text of a string; NULL if there is none. */
static const char *decode(struct buf *into, const struct scan_want *want) {
    buf_clear(into);
    if (!answer_says(want))
        return NULL;
    scan_unquote(want->value, into);
    return into->overflow || memchr(into->data, '\0', into->len) ? NULL : into->data;
}

/* Google's whole answers are indented. */
static struct span quote_object(struct gemini_reader *r, struct span object) {
    buf_clear(&r->name);
    buf_clear(&r->text);
    json_put_line(&(struct json_writer){.out = &r->name}, object);
    buf_quote(&r->text, r->name.data ? r->name.data : "", r->name.len);
    return (struct span){r->text.data, r->text.len};
}

/* The arguments come whole: as an object, or as its text from servers that know no better. */
static int send_args(struct gemini_reader *r, int choice, const struct scan_want *args, struct error *err) {
    struct chat_event event = {.kind = EVENT_ARGS, .choice = choice, .text = {"\"{}\"", 4}};
    if (args->type == SCAN_OBJECT)
        event.text = quote_object(r, args->value);
    else if (answer_says(args))
        event.text = args->value;
    if (r->text.overflow || r->name.overflow)
        return error_set(err, ERR_UPSTREAM, "The provider's arguments of a tool call are too long.");
    return answer_emit(&r->base, &event, err);
}

static int read_call(struct gemini_reader *r, int choice, const struct scan_want *part, struct error *err) {
    struct scan_want want[] = {{.name = "id"}, {.name = "name"}, {.name = "args"}};
    struct chat_event event = {.kind = EVENT_CALL, .choice = choice};
    struct buf *kept = &r->choice[choice].signature;
    scan_members(part[PART_CALL].value, want, 3);
    event.call.id = decode(&r->id, &want[0]);
    event.call.name = decode(&r->name, &want[1]);
    if (!event.call.name)
        return r->base.sink->counts
                   ? send_args(r, choice, &want[2], err)
                   : error_set(err, ERR_UPSTREAM, "The provider sent a tool call without a name.");
    if (answer_says(&part[PART_SIGNATURE]))
        event.call.signature = part[PART_SIGNATURE].value;
    else if (kept->len > 0 && !kept->overflow)
        event.call.signature = (struct span){kept->data, kept->len};
    r->choice[choice].thinking = false;
    r->choice[choice].said = true;
    int rc = answer_emit(&r->base, &event, err) < 0 ? -1 : send_args(r, choice, &want[2], err);
    buf_clear(kept);
    return rc;
}

static int read_media(struct gemini_reader *r, int choice, const struct scan_want *part, struct error *err) {
    struct scan_want want[] = {{.name = "mimeType"}, {.name = "data"}};
    struct chat_event event = {.kind = EVENT_MEDIA, .choice = choice};
    struct chat_media *media = &event.media;
    scan_members(part[PART_INLINE].value, want, 2);
    media->mime = decode(&r->name, &want[0]);
    for (size_t i = 0; i < r->name.len; i++)
        r->name.data[i] = (char)tolower((unsigned char)r->name.data[i]);
    if (!decode(&r->text, &want[1]))
        return 0;
    media->data = (struct span){r->text.data, r->text.len};
    media->kind = media_kind(media->mime, MEDIA_IMAGE);
    r->choice[choice].thinking = false;
    r->choice[choice].said = true;
    return answer_emit(&r->base, &event, err);
}

static int read_part(struct gemini_reader *r, int choice, struct span text, struct error *err) {
    struct scan_want part[PART__MAX] = {
        [PART_TEXT] = {.name = "text"},
        [PART_THOUGHT] = {.name = "thought"},
        [PART_SIGNATURE] = {.name = "thoughtSignature"},
        [PART_CALL] = {.name = "functionCall"},
        [PART_INLINE] = {.name = "inlineData"},
    };
    scan_members(text, part, PART__MAX);
    if (part[PART_CALL].type == SCAN_OBJECT)
        return read_call(r, choice, part, err);
    if (part[PART_INLINE].type == SCAN_OBJECT)
        return read_media(r, choice, part, err);
    return read_text(r, choice, part, err) < 0 ? -1 : read_signature(r, choice, part, err);
}

static int read_parts(struct gemini_reader *r, int choice, struct span content, struct error *err) {
    struct scan_want parts = {.name = "parts"};
    struct span rest, part;
    enum scan_type type;
    scan_members(content, &parts, 1);
    rest = parts.value;
    while (parts.type == SCAN_ARRAY && scan_next(&rest, &part, &type))
        if (type == SCAN_OBJECT && read_part(r, choice, part, err) < 0)
            return -1;
    return 0;
}

/* ---- candidates --------------------------------------------------------------------------- */

static const struct reason *find_reason(struct span name) {
    for (size_t i = 0; i < sizeof reasons / sizeof *reasons; i++)
        if (scan_equals(name, reasons[i].name))
            return &reasons[i];
    return &other_reason;
}

static int read_candidate(struct gemini_reader *r, int64_t position, struct span text, struct error *err) {
    enum { INDEX, CONTENT, FINISH, WANTS };
    struct scan_want want[WANTS] = {
        [INDEX] = {.name = "index"}, [CONTENT] = {.name = "content"}, [FINISH] = {.name = "finishReason"}};
    int64_t index = position;
    scan_members(text, want, WANTS);
    answer_count(&want[INDEX], &index);
    if (index >= CHAT_GEMINI_CHOICES && r->base.sink->counts)
        index = CHAT_GEMINI_CHOICES - 1; /* whose it is does not matter */
    if (index >= CHAT_GEMINI_CHOICES)
        return error_set(err, ERR_UPSTREAM, "The provider's answer has too many choices.");
    r->choice[index].seen = true;
    if (want[CONTENT].type == SCAN_OBJECT && read_parts(r, (int)index, want[CONTENT].value, err) < 0)
        return -1;
    if (answer_says(&want[FINISH])) {
        r->choice[index].reason = find_reason(want[FINISH].value);
        r->base.stopped = true;
    }
    return 0;
}

/* A prompt that Google does not answer has no candidates. */
static void read_feedback(struct gemini_reader *r, struct span feedback) {
    struct scan_want reason = {.name = "blockReason"};
    scan_members(feedback, &reason, 1);
    if (!answer_says(&reason))
        return;
    r->choice[0].seen = r->base.stopped = true;
    r->choice[0].reason = &blocked;
}

/* ---- chunks ------------------------------------------------------------------------------- */

static int read_chunk(struct gemini_reader *r, struct span text, struct error *err) {
    enum { CANDIDATES, USAGE, FEEDBACK, ERROR, WANTS };
    struct scan_want want[WANTS] = {[CANDIDATES] = {.name = "candidates"},
                                    [USAGE] = {.name = "usageMetadata"},
                                    [FEEDBACK] = {.name = "promptFeedback"},
                                    [ERROR] = {.name = "error"}};
    struct span rest, candidate;
    enum scan_type type;
    if (answer_look(text, want, WANTS, err) < 0)
        return -1;
    if (want[ERROR].type != SCAN_NONE && want[ERROR].type != SCAN_NULL)
        return answer_fail(&r->base, answer_words(&want[ERROR]), NULL, err);
    if (answer_begin(&r->base, err) < 0)
        return -1;
    rest = want[CANDIDATES].value;
    for (int64_t i = 0; want[CANDIDATES].type == SCAN_ARRAY && scan_next(&rest, &candidate, &type); i++)
        if (type == SCAN_OBJECT && read_candidate(r, i, candidate, err) < 0)
            return -1;
    if (want[FEEDBACK].type == SCAN_OBJECT)
        read_feedback(r, want[FEEDBACK].value);
    return want[USAGE].type == SCAN_OBJECT ? read_usage(r, want[USAGE].value, err) : 0;
}

/* Each choice stops. One that is spoiled before it said anything would look as if the model had nothing to
 * say. */
static int end(struct gemini_reader *r, struct error *err) {
    struct chat_event event = {.kind = EVENT_STOP}, last = {.kind = EVENT_END};
    for (int i = 0; i < CHAT_GEMINI_CHOICES; i++) {
        const struct reason *reason = r->choice[i].reason ? r->choice[i].reason : &no_reason;
        if (!r->choice[i].seen)
            continue;
        if (reason->spoiled && !r->choice[i].said && !r->base.sink->counts)
            return answer_fail(&r->base, chat_quote(r->base.arena, reason->name, strlen(reason->name)), NULL,
                               err);
        event.choice = i;
        event.stop = reason->stop;
        if (answer_emit(&r->base, &event, err) < 0)
            return -1;
    }
    r->base.ended = true;
    return answer_emit(&r->base, &last, err);
}

struct chat_reader *chat_gemini_new_reader(struct chat_sink *sink, struct arena *arena) {
    struct gemini_reader *r = arena_alloc(arena, sizeof *r);
    r->base = (struct chat_reader){.sink = sink, .arena = arena};
    for (int i = 0; i < CHAT_GEMINI_CHOICES; i++)
        buf_init(&r->choice[i].signature, SCRATCH_MOST);
    buf_init(&r->id, SCRATCH_MOST);
    buf_init(&r->name, SCRATCH_MOST);
    buf_init(&r->text, SCRATCH_MOST);
    arena_own(arena, r, free_reader);
    return &r->base;
}

int chat_gemini_read_event(struct chat_reader *reader, const struct sse_event *event, struct error *err) {
    struct gemini_reader *r = (struct gemini_reader *)reader;
    if (r->base.ended || !event->data.at || event->data.len == 0)
        return 0;
    if (answer_is_done(event))
        return 0; /* of servers that know OpenAI's streams better */
    return read_chunk(r, event->data, err);
}

int chat_gemini_read_end(struct chat_reader *reader, struct error *err) {
    struct gemini_reader *r = (struct gemini_reader *)reader;
    if (r->base.ended)
        return 0;
    if (!r->base.stopped)
        return answer_cut(err);
    return end(r, err);
}

/* ---- whole answers ------------------------------------------------------------------------- */

static struct span trim(struct span text) {
    while (text.len > 0 && memchr(" \t\r\n", text.at[text.len - 1], 4))
        text.len--;
    for (; text.len > 0 && memchr(" \t\r\n", *text.at, 4); text.len--)
        text.at++;
    return text;
}

static bool in_brackets(struct span text) {
    return text.len > 1 && text.at[0] == '[' && text.at[text.len - 1] == ']';
}

/* What is asked for as a stream without "alt=sse" comes as an array of chunks. Returns whether it is one;
 * *elements is its checked text. */
static bool is_array(struct span text, struct arena *arena, struct span *elements) {
    struct scan_want whole = {.name = "a"};
    struct error ignored = {0};
    struct buf object;
    text = trim(text);
    if (!in_brackets(text))
        return false;
    buf_init(&object, text.len + 16);
    buf_puts(&object, "{\"a\":");
    buf_add(&object, text.at, text.len);
    buf_putc(&object, '}');
    struct span copy = chat_keep(arena, (struct span){object.data, object.len});
    buf_free(&object);
    bool good = answer_look(copy, &whole, 1, &ignored) == 0;
    *elements = whole.value;
    return good && whole.value.len == text.len;
}

static int read_array(struct gemini_reader *r, struct span elements, struct error *err) {
    struct span chunk;
    enum scan_type type;
    while (!r->base.ended && scan_next(&elements, &chunk, &type))
        if (read_chunk(r, chunk, err) < 0)
            return -1;
    return 0;
}

int chat_gemini_read_reply(struct span text, struct chat_sink *sink, struct arena *arena, struct error *err) {
    struct gemini_reader *r = (struct gemini_reader *)chat_gemini_new_reader(sink, arena);
    struct span elements;
    bool array = is_array(text, arena, &elements);
    if ((array ? read_array(r, elements, err) : read_chunk(r, text, err)) < 0)
        return -1;
    if (array)
        return chat_gemini_read_end(&r->base, err);
    if (!r->base.ended && !r->choice[0].seen && !sink->counts)
        return error_set(err, ERR_UPSTREAM, "The provider's answer has no candidates.");
    return r->base.ended ? 0 : end(r, err);
}

/* Where a stream was asked for, the error may stand in an array too. */
bool chat_gemini_read_error(struct span text, struct span *message) {
    text = trim(text);
    if (in_brackets(text))
        text = (struct span){text.at + 1, text.len - 2};
    return answer_read_error(text, message);
}
