/* Anthropic's answers, whole and as events. */
#include <string.h>

#include "anthropic.h"
#include "dialect.h"
#include "quote.h"
#include "thought.h"
#include "timers.h"

/* ---- what whole answers and events have in common ---- */

/* It goes with what is shown. */
static void put_signature(const struct scene *scene, struct buf *json) {
    struct buf text, signature;
    buf_init(&text, SIZE_MAX / 2);
    buf_puts(&text, "");
    buf_init(&signature, 256);
    scene_reasoning(scene, &text);
    thought_signature(text.data, text.len, &signature);
    quote_text(&signature, json);
    buf_free(&text);
}

static void put_call_head(const struct scene *scene, unsigned call, struct buf *json) {
    buf_printf(json, "{\"type\":\"tool_use\",\"id\":\"toolu_%08llx_%u\",\"name\":",
               (unsigned long long)scene->serial, call);
    quote_word(scene->tool, json);
    buf_puts(json, ",\"input\":");
}

/* What the prompt cost; what was read from a cache or written to it is not among the input tokens. */
static void put_input_usage(const struct scene *scene, bool known, struct buf *json) {
    unsigned cached = known ? scene->cached_tokens : 0, written = known ? scene->written_tokens : 0;
    unsigned hour = (unsigned)scene->how.writtenhour < written ? (unsigned)scene->how.writtenhour : written;
    buf_printf(json,
               "\"input_tokens\":%u,\"cache_creation_input_tokens\":%u,\"cache_read_input_tokens\":%u,"
               "\"cache_creation\":{\"ephemeral_5m_input_tokens\":%u,\"ephemeral_1h_input_tokens\":%u}",
               known ? scene->prompt_tokens - cached - written : 0, written, cached, written - hour, hour);
}

static void put_output_usage(const struct scene *scene, struct buf *json) {
    buf_printf(json, "\"output_tokens\":%u,\"output_tokens_details\":{\"thinking_tokens\":%u}%s",
               scene_tokens(scene), scene_thought_tokens(scene),
               scene->how.unknown ? ",\"x_unknown_tokens\":7" : "");
    if (scene->how.searches)
        buf_printf(json, ",\"server_tool_use\":{\"web_search_requests\":%d,\"web_fetch_requests\":0}",
                   scene->how.searches);
}

static void put_stop(const struct scene *scene, struct buf *json) {
    bool at_sequence = strcmp(scene->finish, "stop_sequence") == 0;
    buf_puts(json, "\"stop_reason\":");
    quote_word(scene->finish, json);
    buf_puts(json, ",\"stop_sequence\":");
    quote_word(at_sequence ? scene->stop : NULL, json);
    buf_printf(
        json, ",\"stop_details\":%s",
        strcmp(scene->finish, "refusal") == 0
            ? "{\"type\":\"refusal\",\"category\":null,\"explanation\":\"The test provider was told to "
              "refuse.\"}"
            : "null");
}

static void put_head(const struct scene *scene, struct buf *json) {
    buf_printf(json, "\"id\":\"msg_%08llx\",\"type\":\"message\",\"role\":\"assistant\",\"model\":",
               (unsigned long long)scene->serial);
    quote_word(scene->model, json);
}

/* What is added to each message, block and event. */
static void put_extras(const struct scene *scene, struct buf *json) {
    if (scene->how.unknown)
        buf_puts(json, ",\"x_unknown\":{\"deep\":[1,2.50,null,\"\\u00e9\"]}");
    if (scene->how.stamp)
        buf_printf(json, ",\"sent_us\":%llu", (unsigned long long)clock_now_us());
}

/* ---- the whole answer ---- */

static void put_thinking_block(const struct scene *scene, struct buf *json) {
    struct buf text;
    buf_init(&text, SIZE_MAX / 2);
    scene_reasoning(scene, &text);
    buf_puts(json, "{\"type\":\"thinking\",\"thinking\":");
    quote_text(&text, json);
    buf_puts(json, ",\"signature\":");
    put_signature(scene, json);
    put_extras(scene, json);
    buf_putc(json, '}');
}

static void put_text_block(const struct scene *scene, struct buf *json) {
    struct buf text;
    buf_init(&text, SIZE_MAX / 2);
    scene_text(scene, &text);
    buf_puts(json, "{\"type\":\"text\",\"text\":");
    quote_text(&text, json);
    put_extras(scene, json);
    buf_putc(json, '}');
}

/* Arguments that a limit cut off are no JSON; then there are none. */
static void put_call_block(const struct scene *scene, unsigned call, struct buf *json) {
    struct buf input;
    buf_init(&input, SIZE_MAX / 2);
    scene_arguments(scene, &input);
    json_t *whole = json_loadb(input.data, input.len, 0, NULL);
    put_call_head(scene, call, json);
    buf_add(json, whole ? input.data : "{}", whole ? input.len : 2);
    put_extras(scene, json);
    buf_putc(json, '}');
    json_decref(whole);
    buf_free(&input);
}

void anthropic_write_whole(const struct scene *scene, struct buf *json) {
    const char *between = "";
    buf_putc(json, '{');
    put_head(scene, json);
    buf_puts(json, ",\"content\":[");
    if (scene_thinks(scene)) {
        put_thinking_block(scene, json);
        between = ",";
    }
    for (unsigned call = 0; call < scene->calls; call++, between = ",") {
        buf_puts(json, between);
        put_call_block(scene, call, json);
    }
    if (scene->calls == 0 && scene->words > 0) { /* no text block is ever empty */
        buf_puts(json, between);
        put_text_block(scene, json);
    }
    buf_puts(json, "],");
    put_stop(scene, json);
    buf_puts(json, ",\"container\":null");
    if (!scene->how.nousage) {
        buf_puts(json, ",\"usage\":{");
        put_input_usage(scene, true, json);
        buf_putc(json, ',');
        put_output_usage(scene, json);
        buf_puts(json, ",\"service_tier\":\"standard\"}");
    }
    put_extras(scene, json);
    buf_putc(json, '}');
}

/* ---- the stream ---- */

static enum event_kind end_event(const struct scene *scene, enum event_kind kind, struct buf *data) {
    put_extras(scene, data);
    buf_putc(data, '}');
    return kind;
}

static enum event_kind write_start(const struct scene *scene, struct buf *data) {
    buf_puts(data, "{\"type\":\"message_start\",\"message\":{");
    put_head(scene, data);
    buf_puts(data, ",\"content\":[],\"stop_reason\":null,\"stop_sequence\":null,\"stop_details\":null");
    if (!scene->how.nousage) {
        buf_puts(data, ",\"usage\":{");
        put_input_usage(scene, !scene->how.usagefinal, data);
        buf_puts(data, ",\"output_tokens\":1,\"service_tier\":\"standard\"}");
    }
    buf_putc(data, '}');
    return end_event(scene, EVENT_FRAME, data);
}

static enum event_kind write_block_start(const struct scene *scene, unsigned index, struct buf *data) {
    unsigned call = index - scene_thinks(scene);
    buf_printf(data, "{\"type\":\"content_block_start\",\"index\":%u,\"content_block\":", index);
    if (scene_thinks(scene) && index == 0) {
        buf_puts(data, "{\"type\":\"thinking\",\"thinking\":\"\",\"signature\":\"\"}");
    } else if (scene->calls > 0) {
        put_call_head(scene, call, data);
        buf_puts(data, "{}}");
    } else {
        buf_puts(data, "{\"type\":\"text\",\"text\":\"\"}");
    }
    return end_event(scene, EVENT_FRAME, data);
}

static void begin_delta(unsigned index, const char *type, const char *member, struct buf *data) {
    buf_printf(data,
               "{\"type\":\"content_block_delta\",\"index\":%u,\"delta\":{\"type\":\"%s\",\"%s\":", index,
               type, member);
}

static enum event_kind end_delta(const struct scene *scene, enum event_kind kind, struct buf *data) {
    buf_putc(data, '}');
    return end_event(scene, kind, data);
}

static enum event_kind write_stop(const struct scene *scene, unsigned index, struct buf *data) {
    buf_printf(data, "{\"type\":\"content_block_stop\",\"index\":%u", index);
    return end_event(scene, EVENT_FRAME, data);
}

/* Event i of the thinking block: its start, the words, the signature, its end. */
static enum event_kind write_thinking(const struct scene *scene, unsigned i, struct buf *data) {
    struct buf word;
    if (i == 0)
        return write_block_start(scene, 0, data);
    if (i <= scene->thoughts) {
        buf_init(&word, SIZE_MAX / 2);
        thought_word(i - 1, &word);
        begin_delta(0, "thinking_delta", "thinking", data);
        quote_text(&word, data);
        return end_delta(scene, EVENT_CONTENT, data);
    }
    if (i > scene->thoughts + 1)
        return write_stop(scene, 0, data);
    begin_delta(0, "signature_delta", "signature", data);
    put_signature(scene, data);
    return end_delta(scene, EVENT_FRAME, data);
}

/* Event i of a call: its start, an empty piece, the pieces of the input, its end. */
static enum event_kind write_call(const struct scene *scene, unsigned index, unsigned i, struct buf *data) {
    struct buf piece;
    if (i == 0)
        return write_block_start(scene, index, data);
    if (i > scene->words + 1)
        return write_stop(scene, index, data);
    buf_init(&piece, SIZE_MAX / 2);
    if (i > 1)
        scene_argument(scene, i - 2, &piece);
    begin_delta(index, "input_json_delta", "partial_json", data);
    quote_text(&piece, data);
    return end_delta(scene, i > 1 ? EVENT_CONTENT : EVENT_FRAME, data);
}

/* Event i of the text: its start, the words, its end. */
static enum event_kind write_text(const struct scene *scene, unsigned index, unsigned i, struct buf *data) {
    struct buf word;
    if (i == 0)
        return write_block_start(scene, index, data);
    if (i > scene->words)
        return write_stop(scene, index, data);
    buf_init(&word, SIZE_MAX / 2);
    scene_word(scene, i - 1, &word);
    begin_delta(index, "text_delta", "text", data);
    quote_text(&word, data);
    return end_delta(scene, EVENT_CONTENT, data);
}

/* The usage is cumulative; what is not said has not changed since the start. */
static enum event_kind write_delta(const struct scene *scene, struct buf *data) {
    buf_puts(data, "{\"type\":\"message_delta\",\"delta\":{");
    put_stop(scene, data);
    buf_putc(data, '}');
    if (!scene->how.nousage) {
        buf_puts(data, ",\"usage\":{");
        if (scene->how.usagefinal) {
            put_input_usage(scene, true, data);
            buf_putc(data, ',');
        }
        put_output_usage(scene, data);
        buf_putc(data, '}');
    }
    return end_event(scene, EVENT_FRAME, data);
}

/* In order: the start; a ping; the thinking block; the calls, or the text; the end. */
enum event_kind anthropic_write_event(const struct scene *scene, unsigned position, struct buf *data) {
    unsigned thinking = scene_thinks(scene) ? scene->thoughts + 3 : 0, index = scene_thinks(scene);
    unsigned per_call = scene->words + 3, calls = scene->calls * per_call;
    unsigned text = scene->calls == 0 && scene->words > 0 ? scene->words + 2 : 0;
    if (position == 0)
        return write_start(scene, data);
    if (position-- == 1) {
        buf_puts(data, "{\"type\":\"ping\"");
        return end_event(scene, EVENT_FRAME, data);
    }
    if (--position < thinking)
        return write_thinking(scene, position, data);
    position -= thinking;
    if (position < calls)
        return write_call(scene, index + position / per_call, position % per_call, data);
    position -= calls;
    if (position < text)
        return write_text(scene, index, position, data);
    position -= text;
    if (position == 0)
        return write_delta(scene, data);
    if (position > 1 || scene->how.nodone)
        return EVENT_END;
    buf_puts(data, "{\"type\":\"message_stop\"");
    return end_event(scene, EVENT_FRAME, data);
}
