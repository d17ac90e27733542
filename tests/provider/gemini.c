/* The Gemini API's generateContent, whole and streamed, and countTokens, as the provider speaks them. */
#include "gemini.h"

#include <stdlib.h>
#include <string.h>

#include "dialect.h"
#include "gemini_sign.h"
#include "picture.h"
#include "quote.h"
#include "thought.h"
#include "timers.h"

/* ---- usage ---- */

#define PICTURE_TOKENS 1290

/* Tokens so far, after so many parts of all candidates. */
struct used {
    unsigned thoughts, said, pictures;
};

static unsigned parts_of_each(const struct scene *scene) {
    return scene->thoughts + (scene->calls ? scene->calls : scene->words) + scene->pictures;
}

static struct used count_used(const struct scene *scene, unsigned parts) {
    unsigned all = parts_of_each(scene) * scene->choices, thoughts = scene->thoughts * scene->choices;
    if (parts > all)
        parts = all;
    if (parts < thoughts)
        thoughts = parts;
    unsigned before = all - scene->pictures * scene->choices, pictures = parts > before ? parts - before : 0;
    return (struct used){
        .thoughts = thoughts + scene->hidden * scene->choices,
        .said = (parts - pictures - thoughts) * (scene->calls ? scene->words : 1),
        .pictures = pictures * PICTURE_TOKENS,
    };
}

/* What a total is made of: sound and pictures as the behaviour says, the rest is text. */
static void put_details(const char *name, unsigned total, int audio, int image, struct buf *json) {
    const char *const modalities[] = {"TEXT", "AUDIO", "IMAGE"};
    const int counts[] = {(int)total - audio - image, audio, image};
    buf_printf(json, ",\"%s\":[", name);
    for (int i = 0, told = 0; i < 3; i++)
        if (counts[i] || (i == 0 && !audio && !image))
            buf_printf(json, "%s{\"modality\":\"%s\",\"tokenCount\":%d}", told++ ? "," : "", modalities[i],
                       counts[i]);
    buf_putc(json, ']');
}

static unsigned least(unsigned one, unsigned other) {
    return one < other ? one : other;
}

static void put_usage(const struct scene *scene, struct used used, struct buf *json) {
    const struct behaviour *how = &scene->how;
    int audio = (int)least(used.said, (unsigned)how->audioout);
    int image = (int)(least(used.said - (unsigned)audio, (unsigned)how->imageout) + used.pictures);
    used.said += used.pictures;
    buf_printf(json, ",\"usageMetadata\":{\"promptTokenCount\":%u", scene->prompt_tokens);
    if (used.said)
        buf_printf(json, ",\"candidatesTokenCount\":%u", used.said);
    buf_printf(json, ",\"totalTokenCount\":%u", scene->prompt_tokens + used.said + used.thoughts);
    if (scene->cached_tokens)
        buf_printf(json, ",\"cachedContentTokenCount\":%u", scene->cached_tokens);
    put_details("promptTokensDetails", scene->prompt_tokens, how->audioin, how->imagein, json);
    if (how->audiocached || how->imagecached)
        put_details("cacheTokensDetails", scene->cached_tokens, how->audiocached, how->imagecached, json);
    if (audio || image)
        put_details("candidatesTokensDetails", used.said, audio, image, json);
    if (used.thoughts)
        buf_printf(json, ",\"thoughtsTokenCount\":%u", used.thoughts);
    buf_printf(json, "%s}", scene->how.unknown ? ",\"xUnknownTokenCount\":7" : "");
}

/* ---- parts ---- */

static void put_thought(struct buf *text, struct buf *json) {
    buf_puts(json, "{\"text\":");
    quote_text(text, json);
    buf_puts(json, ",\"thought\":true}");
}

static void put_text(struct buf *text, struct buf *json) {
    buf_puts(json, "{\"text\":");
    quote_text(text, json);
    buf_puts(json, "}");
}

static void put_signature(struct buf *signature, struct buf *json) {
    buf_puts(json, ",\"thoughtSignature\":");
    quote_text(signature, json);
}

/* The empty text that carries the signature of an answer without calls, or nothing but the end. */
static void put_empty(const struct scene *scene, struct buf *json) {
    buf_puts(json, "{\"text\":\"\"");
    if (scene_thinks(scene) && !scene->calls) {
        struct buf text, signature;
        buf_init(&text, SIZE_MAX / 2);
        buf_init(&signature, 256);
        for (unsigned i = 0; i < scene->thoughts + scene->hidden; i++)
            thought_word(i, &text);
        thought_signature(text.data ? text.data : "", text.len, &signature);
        put_signature(&signature, json);
        buf_free(&text);
    }
    buf_putc(json, '}');
}

/* Only the first of several calls is signed. */
static void put_call(const struct scene *scene, unsigned choice, unsigned call, struct buf *json) {
    struct buf arguments;
    buf_init(&arguments, SIZE_MAX / 2);
    scene_arguments(scene, &arguments);
    buf_puts(json, "{\"functionCall\":{");
    if (scene->how.callids)
        buf_printf(json, "\"id\":\"fc_%08llx_%u_%u\",", (unsigned long long)scene->serial, choice, call);
    buf_printf(json, "\"name\":\"%s\",\"args\":", scene->tool);
    buf_add(json, arguments.data, arguments.len);
    buf_putc(json, '}');
    if (scene_thinks(scene) && call == 0) {
        struct buf signature;
        buf_init(&signature, 256);
        json_t *args = json_loadb(arguments.data, arguments.len, JSON_ALLOW_NUL, NULL);
        gemini_sign_call(scene->tool, args, &signature);
        put_signature(&signature, json);
        json_decref(args);
    }
    buf_putc(json, '}');
    buf_free(&arguments);
}

static void put_picture(const struct scene *scene, unsigned choice, struct buf *json) {
    struct buf picture;
    buf_init(&picture, SIZE_MAX / 2);
    picture_put("png", scene->number + choice, (size_t)scene->how.picture, &picture);
    buf_puts(json, "{\"inlineData\":{\"mimeType\":\"image/png\",\"data\":");
    quote_base64(picture.data, picture.len, json);
    buf_puts(json, "}}");
    buf_free(&picture);
}

/* Part i of a candidate's stream. */
static void put_part(const struct scene *scene, unsigned choice, unsigned i, struct buf *json) {
    struct buf text;
    buf_init(&text, SIZE_MAX / 2);
    if (i < scene->thoughts) {
        thought_word(i, &text);
        put_thought(&text, json);
    } else if (scene->calls) {
        put_call(scene, choice, i - scene->thoughts, json);
    } else if (i - scene->thoughts == scene->words) {
        put_picture(scene, choice, json);
    } else {
        scene_word(scene, i - scene->thoughts, &text);
        put_text(&text, json);
    }
}

static void put_all_parts(const struct scene *scene, unsigned choice, struct buf *json) {
    struct buf text;
    buf_init(&text, SIZE_MAX / 2);
    if (scene->thoughts) {
        scene_reasoning(scene, &text);
        put_thought(&text, json);
        buf_init(&text, SIZE_MAX / 2);
        buf_putc(json, ',');
    }
    for (unsigned call = 0; call < scene->calls; call++) {
        buf_puts(json, call ? "," : "");
        put_call(scene, choice, call, json);
    }
    if (scene->calls)
        return;
    scene_text(scene, &text);
    if (scene->words > 0 || scene->pictures == 0)
        put_text(&text, json);
    if (scene->pictures) {
        buf_puts(json, scene->words > 0 ? "," : "");
        put_picture(scene, choice, json);
    }
    if (scene_thinks(scene)) {
        buf_putc(json, ',');
        put_empty(scene, json);
    }
}

/* ---- what whole answers and chunks have in common ---- */

static void begin_candidate(unsigned choice, struct buf *json) {
    buf_printf(json, "%s{\"content\":{\"parts\":[", choice ? "," : "");
}

/* ends: whether nothing follows of it. */
static void end_candidate(const struct scene *scene, unsigned choice, bool ends, struct buf *json) {
    buf_puts(json, "],\"role\":\"model\"}");
    if (ends && !scene->how.nodone)
        buf_printf(json, ",\"finishReason\":\"%s\"", scene->finish);
    buf_printf(json, ",\"index\":%u%s}", choice, scene->how.unknown ? ",\"xUnknown\":{\"deep\":[1]}" : "");
}

static void put_blocked(struct buf *json) {
    buf_puts(json, "\"promptFeedback\":{\"blockReason\":\"SAFETY\",\"safetyRatings\":[{\"category\":"
                   "\"HARM_CATEGORY_DANGEROUS_CONTENT\",\"probability\":\"HIGH\",\"blocked\":true}]}");
}

/* parts: how many there have been by now. last: the answer is whole. */
static void end_answer(const struct scene *scene, unsigned parts, bool last, struct buf *json) {
    bool told = !scene->how.nousage && (last || !scene->how.usagefinal);
    if (told)
        put_usage(scene, count_used(scene, parts), json);
    buf_puts(json, ",\"modelVersion\":");
    buf_quote(json, scene->model, strlen(scene->model));
    buf_printf(json, ",\"responseId\":\"resp-%08llx\"", (unsigned long long)scene->serial);
    if (scene->how.unknown)
        buf_puts(json, ",\"xUnknown\":{\"deep\":[1,2.50,null,\"\\u00e9\"]}");
    if (scene->how.stamp)
        buf_printf(json, ",\"sent_us\":%llu", (unsigned long long)clock_now_us());
    buf_putc(json, '}');
}

/* ---- the whole answer ---- */

static void write_blocked(const struct scene *scene, struct buf *json) {
    buf_putc(json, '{');
    put_blocked(json);
    end_answer(scene, 0, true, json);
}

static void write_whole(const struct scene *scene, struct buf *json) {
    if (scene->how.blocked) {
        write_blocked(scene, json);
        return;
    }
    buf_puts(json, "{\"candidates\":[");
    for (unsigned choice = 0; choice < scene->choices; choice++) {
        begin_candidate(choice, json);
        put_all_parts(scene, choice, json);
        end_candidate(scene, choice, true, json);
    }
    buf_putc(json, ']');
    end_answer(scene, parts_of_each(scene) * scene->choices, true, json);
}

static void write_count(const struct scene *scene, struct buf *json) {
    buf_printf(json, "{\"totalTokens\":%u", scene->prompt_tokens);
    if (scene->cached_tokens)
        buf_printf(json, ",\"cachedContentTokenCount\":%u", scene->cached_tokens);
    buf_printf(json, ",\"promptTokensDetails\":[{\"modality\":\"TEXT\",\"tokenCount\":%u}]%s}",
               scene->prompt_tokens, scene->how.unknown ? ",\"xUnknown\":1" : "");
}

/* ---- the stream ---- */

/* Whether each candidate ends in a chunk of its own: where no part could carry the end, and where a signature
 * follows the text. */
static bool ends_apart(const struct scene *scene) {
    return parts_of_each(scene) == 0 || (scene_thinks(scene) && !scene->calls);
}

static int read_stream(struct scene *scene, struct error *err) {
    scene->stream = true;
    return gemini_read(scene, err);
}

/* In order: the parts, of all candidates in turn; the ends that have a chunk of their own. */
static enum event_kind write_event(const struct scene *scene, unsigned position, struct buf *data) {
    unsigned n = scene->choices, parts = parts_of_each(scene);
    unsigned count = (parts + ends_apart(scene)) * n, part = position / n, choice = position % n;
    if (position >= (scene->how.blocked ? 1 : count))
        return EVENT_END;
    if (scene->how.blocked) {
        write_blocked(scene, data);
        return EVENT_FRAME;
    }
    buf_puts(data, "{\"candidates\":[");
    begin_candidate(0, data);
    if (part < parts)
        put_part(scene, choice, part, data);
    else
        put_empty(scene, data);
    end_candidate(scene, choice, part + 1 == parts + ends_apart(scene), data);
    buf_putc(data, ']');
    end_answer(scene, position + 1, position + 1 == count, data);
    return part < parts ? EVENT_CONTENT : EVENT_FRAME;
}

#define COMMON                                                                                               \
    .read_head = gemini_read_head, .write_event = write_event, .write_error = gemini_write_error,            \
    .crlf = true, .id_field = "x-request-id", .fields = "server-timing: gfet4t7; dur=1\r\nvary: Origin\r\n"

const struct dialect dialect_gemini = {COMMON, .read = gemini_read, .write_whole = write_whole};
const struct dialect dialect_gemini_stream = {COMMON, .read = read_stream, .write_whole = write_whole};
const struct dialect dialect_gemini_list = {COMMON, .read = read_stream, .write_whole = write_whole,
                                            .list = true};
const struct dialect dialect_gemini_count = {COMMON, .read = gemini_read_count, .write_whole = write_count};
