/*
 * Checks answers to chat requests: form, order, and that each piece of text
 * belongs to the request. Independent of the hub's own code on purpose.
 */
#include "load_check.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#define BODY_MAX (256 << 20)

void check_init(struct check *check, const struct expected *expected, struct histogram *delays) {
    *check = (struct check){.expected = expected, .delays = delays};
    buf_init(&check->line, BODY_MAX);
    buf_init(&check->data, BODY_MAX);
}

void check_free(struct check *check) {
    buf_free(&check->line);
    buf_free(&check->data);
}

void check_begin(struct check *check, uint64_t number) {
    check->number = number;
    check->failure = FAIL_NONE;
    check->events = check->next_mark = 0;
    check->completion_tokens = -1;
    check->finished = check->done = false;
    buf_clear(&check->line);
    buf_clear(&check->data);
}

static void fail(struct check *check, enum failure failure) {
    if (check->failure == FAIL_NONE)
        check->failure = failure;
}

/* ---- text ---- */

/* Whether the mark "user-<number>:<i>" at the text is the next one of this request. */
static bool is_next_mark(struct check *check, const char *text) {
    char *end;
    if (strtoull(text + strlen("user-"), &end, 10) != check->number || *end != ':' ||
        !isdigit((unsigned char)end[1]))
        return false;
    return strtoull(end + 1, &end, 10) == check->next_mark++ && *end == ' ';
}

static void check_text(struct check *check, const char *text) {
    for (const char *word = text; *word; word += strcspn(word, " "), word += strspn(word, " "))
        if (strncmp(word, "user-", strlen("user-")) == 0 && !is_next_mark(check, word))
            fail(check, FAIL_MIXED_UP);
}

/* ---- JSON ---- */

static void check_usage(struct check *check, const json_t *usage) {
    const json_t *tokens = json_object_get(usage, "completion_tokens");
    if (json_is_null(usage))
        return;
    if (!json_is_integer(tokens) || !json_is_integer(json_object_get(usage, "prompt_tokens")))
        fail(check, FAIL_MALFORMED);
    check->completion_tokens = json_integer_value(tokens);
}

/* The first choice of an answer or chunk; more than one is not asked for. */
static void check_choice(struct check *check, const json_t *choice, const char *member) {
    const char *text =
        json_string_value(json_object_get(json_object_get(choice, member), "content"));
    if (text && *text) {
        check->events++;
        check_text(check, text);
    }
    if (json_is_string(json_object_get(choice, "finish_reason"))) {
        if (check->finished)
            fail(check, FAIL_MALFORMED);
        check->finished = true;
    }
}

static void check_delay(struct check *check, const json_t *sent) {
    uint64_t sent_us = (uint64_t)json_integer_value(sent);
    histogram_add(check->delays, check->now > sent_us ? check->now - sent_us : 0);
}

/* member: where the text is, "delta" in a chunk and "message" in a whole answer. */
static void check_json(struct check *check, const struct buf *text, const char *member) {
    json_t *json =
        json_loadb(text->data ? text->data : "", text->len, JSON_REJECT_DUPLICATES, NULL);
    const json_t *choices = json_object_get(json, "choices"),
                 *usage = json_object_get(json, "usage");
    const json_t *sent = json_object_get(json, "sent_us");
    if (json_object_get(json, "error"))
        fail(check, FAIL_ERROR);
    else if (!json_is_array(choices))
        fail(check, FAIL_MALFORMED);
    if (json_array_size(choices) > 0)
        check_choice(check, json_array_get(choices, 0), member);
    if (usage)
        check_usage(check, usage);
    if (json_is_integer(sent))
        check_delay(check, sent);
    json_decref(json);
}

/* ---- the stream ---- */

static void end_event(struct check *check) {
    if (check->data.len == 0)
        return;
    if (check->done)
        fail(check, FAIL_MALFORMED); /* nothing comes after [DONE] */
    else if (strcmp(check->data.data, "[DONE]") == 0)
        check->done = true;
    else
        check_json(check, &check->data, "delta");
    buf_clear(&check->data);
}

static void read_line(struct check *check, const char *line, size_t len) {
    static const char field[] = "data:";
    size_t skip = strlen(field);
    if (len > 0 && line[len - 1] == '\r')
        len--;
    if (len == 0) {
        end_event(check);
    } else if (len >= skip && memcmp(line, field, skip) == 0) {
        skip += len > skip && line[skip] == ' ';
        if (check->data.len > 0)
            buf_putc(&check->data, '\n');
        buf_add(&check->data, line + skip, len - skip);
    } else if (*line != ':') {
        fail(check, FAIL_MALFORMED); /* a chat stream has no other fields */
    }
}

static void feed_stream(struct check *check, const char *bytes, size_t len) {
    for (const char *eol; (eol = memchr(bytes, '\n', len));) {
        size_t taken = (size_t)(eol - bytes) + 1;
        if (check->line.len == 0) {
            read_line(check, bytes, taken - 1);
        } else {
            buf_add(&check->line, bytes, taken - 1);
            read_line(check, check->line.data, check->line.len);
            buf_clear(&check->line);
        }
        bytes += taken;
        len -= taken;
    }
    if (len > 0)
        buf_add(&check->line, bytes, len);
}

void check_feed(void *arg, const char *bytes, size_t len) {
    struct check *check = arg;
    if (check->expected->stream)
        feed_stream(check, bytes, len);
    else
        buf_add(&check->line, bytes, len);
}

enum failure check_finish(struct check *check) {
    const struct expected *expected = check->expected;
    if (!expected->stream)
        check_json(check, &check->line, "message");
    else if (check->line.len > 0 || check->data.len > 0)
        fail(check, FAIL_MALFORMED); /* half an event */
    else if (!check->done)
        fail(check, FAIL_NO_DONE);
    if (!check->finished)
        fail(check, FAIL_MALFORMED);
    if (expected->usage && check->completion_tokens < 0)
        fail(check, FAIL_NO_USAGE);
    if (expected->marks && check->next_mark == 0)
        fail(check, FAIL_MIXED_UP);
    if (check->next_mark > 0 && check->completion_tokens >= 0 &&
        check->next_mark != (uint64_t)check->completion_tokens)
        fail(check, FAIL_MIXED_UP); /* the end of the text is missing */
    return check->failure;
}
