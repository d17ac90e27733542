/*
 * Plays the answer to a scene with all its behaviours. It knows no API: what
 * an event looks like is the dialect's affair.
 */
#include <string.h>

#include "answer.h"

#define MS 1000 /* microseconds */

static const char html_page[] = "<html>\r\n<head><title>No API here</title></head>\r\n"
                                "<body><h1>This page is for people</h1></body>\r\n</html>\r\n";

static int64_t stall(struct answer *answer) {
    answer->stalled = true;
    return ANSWER_NEVER;
}

/* What follows on an answer that is written. */
static int64_t after_reply(struct answer *answer) {
    const struct behaviour *how = &answer->scene.how;
    if (how->stallhead || (how->stall >= 0 && !answer->scene.stream))
        return stall(answer);
    return answer->reply.cut || how->shorter || how->longer ? ANSWER_CUT : ANSWER_DONE;
}

void play_refusal(struct answer *answer, const struct error *err, const char *fields) {
    const struct dialect *dialect = answer->dialect ? answer->dialect : &dialect_chat;
    struct buf json;
    buf_init(&json, 8192);
    buf_puts(&json, dialect->list ? "[" : "");
    dialect->write_error(err, answer->reply.serial, &json);
    buf_puts(&json, dialect->list ? "]" : "");
    reply_whole(&answer->reply, err->status, "application/json", fields, json.data, json.len);
    buf_free(&json);
}

static void play_status(struct answer *answer) {
    const struct behaviour *how = &answer->scene.how;
    struct error err = {0};
    char fields[32] = "";
    error_set(&err, ERR_UPSTREAM, "The test provider was told to answer %d.", how->status);
    err.status = how->status;
    if (how->status == 429)
        err.code = "rate_limit_exceeded";
    if (how->retry >= 0) {
        err.retry_after = how->retry;
        snprintf(fields, sizeof fields, "Retry-After: %d\r\n", how->retry);
    }
    play_refusal(answer, &err, fields);
}

static void play_whole(struct answer *answer) {
    const struct behaviour *how = &answer->scene.how;
    struct buf json;
    buf_init(&json, SIZE_MAX / 2);
    if (how->garbage)
        buf_puts(&json, "{\"id\":\"chatcmpl-garbage\",\"choices\":[{]");
    else
        answer->dialect->write_whole(&answer->scene, &json);
    const char *type = answer->scene.type ? answer->scene.type : "application/json";
    reply_whole(&answer->reply, 200, type, "", json.data ? json.data : "", json.len);
    buf_free(&json);
}

/* ---- the stream ---- */

/* Where the API has no streams, the whole answer is the only event. */
static enum event_kind write_event(const struct answer *answer, struct buf *data) {
    if (answer->dialect->write_event)
        return answer->dialect->write_event(&answer->scene, answer->position, data);
    if (answer->position > 0)
        return EVENT_END;
    answer->dialect->write_whole(&answer->scene, data);
    return EVENT_CONTENT;
}

static const char *eol(const struct answer *answer) {
    return answer->scene.how.crlf || answer->dialect->crlf ? "\r\n" : "\n";
}

/* Adds the line with an event's name if the API has names. data: as the dialect writes them. */
static void put_name(const struct answer *answer, const struct buf *data, struct buf *out) {
    static const char before[] = "{\"type\":\"";
    if (!answer->dialect->named_events || strncmp(data->data, before, strlen(before)) != 0)
        return;
    const char *name = data->data + strlen(before);
    buf_printf(out, "event: %.*s%s", (int)strcspn(name, "\""), name, eol(answer));
}

/* What stands before the data of an event. */
static void put_before(const struct answer *answer, const struct buf *data, struct buf *out) {
    if (answer->scene.raw)
        return;
    if (answer->dialect->list) {
        buf_puts(out, answer->position == 0 ? "[" : ",\r\n");
        return;
    }
    if (answer->scene.how.comments)
        buf_printf(out, ": a comment%s%s", eol(answer), eol(answer));
    put_name(answer, data, out);
    buf_puts(out, "data: ");
}

/* An event as it stands in the stream, with other data than the dialect's if `instead` is not NULL. */
static void put_event(struct answer *answer, const struct buf *data, const char *instead) {
    struct buf event;
    buf_init(&event, SIZE_MAX / 2);
    put_before(answer, data, &event);
    buf_add(&event, instead ? instead : data->data, instead ? strlen(instead) : data->len);
    if (!answer->dialect->list && !answer->scene.raw)
        buf_printf(&event, "%s%s", eol(answer), eol(answer));
    size_t before = answer->staged.len;
    reply_add(&answer->reply, event.data, event.len);
    if (answer->scene.how.split)
        answer->portion = (answer->staged.len - before + 2) / 3;
    buf_free(&event);
}

/* One event of a failure. Returns whether there was one. */
static bool put_failure(struct answer *answer, const struct error *err, unsigned i) {
    const struct dialect *dialect = answer->dialect;
    struct buf json;
    bool more = i == 0;
    buf_init(&json, SIZE_MAX / 2);
    if (dialect->write_failure)
        more = dialect->write_failure(&answer->scene, answer->position, i, err, &json);
    else if (more)
        dialect->write_error(err, answer->reply.serial, &json);
    if (more)
        put_event(answer, &json, NULL);
    buf_free(&json);
    return more;
}

/* What stands behind the last event of a stream that is whole. */
static void put_last(struct answer *answer) {
    if (answer->dialect->list)
        reply_add(&answer->reply, "]", 1);
}

static void put_error_event(struct answer *answer) {
    struct error err = {0};
    error_set(&err, ERR_INTERNAL, "The test provider was told to fail in the middle of a stream.");
    for (unsigned i = 0; put_failure(answer, &err, i); i++)
        continue;
    put_last(answer);
}

static void put_half_event(struct answer *answer) {
    struct buf data, half;
    buf_init(&data, SIZE_MAX / 2);
    buf_init(&half, SIZE_MAX / 2);
    write_event(answer, &data);
    put_before(answer, &data, &half);
    buf_add(&half, data.data, data.len / 2);
    reply_add(&answer->reply, half.data, half.len);
    buf_free(&half);
    buf_free(&data);
}

/* Whether the stream is to end early, after the content events so far; writes what it ends with. */
static bool ends_here(struct answer *answer, int64_t *result) {
    const struct behaviour *how = &answer->scene.how;
    int contents = (int)answer->contents;
    if (contents == how->cut || contents == how->stall) {
        *result = contents == how->cut ? ANSWER_CUT : stall(answer);
        return true;
    }
    if (contents != how->cleancut && contents != how->errevent && contents != how->halfevent)
        return false;
    if (contents == how->errevent && answer->scene.raw) { /* there is no other way to say it */
        *result = ANSWER_CUT;
        return true;
    }
    if (contents == how->errevent)
        put_error_event(answer);
    else if (contents == how->halfevent)
        put_half_event(answer);
    reply_end(&answer->reply);
    *result = after_reply(answer);
    return true;
}

static enum event_kind put_next_event(struct answer *answer) {
    static const char garbage[] = "{\"id\":\"chatcmpl-garbage\",\"choices\":[{]";
    struct buf data;
    buf_init(&data, SIZE_MAX / 2);
    enum event_kind kind = write_event(answer, &data);
    if (kind == EVENT_CONTENT && answer->scene.how.garbage && answer->contents == 1)
        put_event(answer, &data, garbage);
    else if (kind != EVENT_END)
        put_event(answer, &data, NULL);
    buf_free(&data);
    answer->position++;
    return kind;
}

/* One event a step. */
static int64_t play_stream(struct answer *answer) {
    int64_t result = 0;
    if (answer->reply.status == 0) {
        reply_begin(&answer->reply, 200,
                    answer->scene.raw       ? answer->scene.type
                    : answer->dialect->list ? "application/json; charset=UTF-8"
                                            : "text/event-stream; charset=utf-8");
        return answer->reply.cut ? after_reply(answer) : 0;
    }
    if (ends_here(answer, &result))
        return result;
    enum event_kind kind = put_next_event(answer);
    if (kind == EVENT_END && answer->scene.how.stalldone)
        return stall(answer);
    if (kind == EVENT_END) {
        put_last(answer);
        reply_end(&answer->reply);
        return after_reply(answer);
    }
    if (answer->reply.cut)
        return ANSWER_CUT;
    bool pause = kind == EVENT_CONTENT && ++answer->contents < scene_contents(&answer->scene);
    return pause ? (int64_t)answer->scene.how.gap * MS : 0;
}

static void play_redirect(struct answer *answer) {
    const struct behaviour *how = &answer->scene.how;
    char location[160] = "Location: /v1/models\r\n";
    if (how->elsewhere)
        snprintf(location, sizeof location, "Location: http://127.0.0.1:%d%.100s\r\n", how->elsewhere,
                 answer->scene.path.data);
    reply_whole(&answer->reply, how->redirect ? how->redirect : 307, "text/html", location, html_page,
                strlen(html_page));
}

int64_t play_scene(struct answer *answer) {
    const struct scene *scene = &answer->scene;
    const struct behaviour *how = &scene->how;
    if (how->reset)
        return ANSWER_RESET;
    if (how->refuse)
        return ANSWER_CUT;
    if (how->hang || answer->stalled)
        return ANSWER_NEVER;
    if (how->delay && !answer->delayed) {
        answer->delayed = true;
        return (int64_t)how->delay * MS;
    }
    int64_t result;
    if (abuse_play(answer, &result))
        return result;
    if (how->status) {
        play_status(answer);
    } else if (how->html) {
        reply_whole(&answer->reply, how->html, "text/html", "", html_page, strlen(html_page));
    } else if (how->redirect || how->elsewhere) {
        play_redirect(answer);
    } else if (scene->stream ? !how->json : how->sse) {
        return play_stream(answer);
    } else {
        play_whole(answer);
    }
    return after_reply(answer);
}
