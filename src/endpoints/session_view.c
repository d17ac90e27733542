/* How sessions look outside. */
#include "endpoints/session_view.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/clock.h"
#include "base/jsonscan.h"
#include "ledger/session_file.h"

#define STEP      (64u << 10)
#define LINE_MOST ((size_t)256 << 20)

const char *const session_form_names[] = {
    [SESSION_JSON] = "json", [SESSION_LINES] = "jsonl", [SESSION_MARKDOWN] = "md", NULL};
_Static_assert(sizeof session_form_names / sizeof *session_form_names == SESSION_FORM__MAX + 1,
               "a name for each form");

static void write_time(struct json_writer *w, const char *name, int64_t seconds) {
    char text[CLOCK_TEXT];
    json_member_text(w, name, seconds ? clock_write(seconds, text) : NULL);
}

static void write_texts(struct json_writer *w, const struct session_texts *texts) {
    if (texts->prompt.at)
        json_member_put(w, "system_prompt", texts->prompt);
    else
        json_member_raw(w, "system_prompt", "null");
    if (texts->metadata.at)
        json_member_put(w, "metadata", texts->metadata);
    else
        json_member_raw(w, "metadata", "{}");
}

void session_view_members(struct json_writer *w, const struct session *session,
                          const struct session_texts *texts) {
    char id[SESSION_ID_TEXT], cost[MONEY_TEXT];
    session_id_write(session->id, id);
    json_member_text(w, "id", id);
    json_member_text(w, "session_id", id);
    json_member_text(w, "object", "session");
    json_member_text(w, "title", *session->title ? session->title : NULL);
    json_member_text(w, "model", *session->model ? session->model : NULL);
    if (texts)
        write_texts(w, texts);
    write_time(w, "created_at", session->created);
    write_time(w, "updated_at", session->updated / 1000);
    write_time(w, "expires_at", session->expires);
    json_member_int(w, "message_count", session->messages);
    json_member_int(w, "total_tokens", session->tokens);
    json_member_raw(w, "estimated_cost", money_write(session->cost, cost));
}

/* ---- a session's file, in pieces ------------------------------------------------------ */

struct view {
    int fd; /* -1: there is none */
    int64_t from, len;
    session_write *write;
    void *arg;
};

static int open_view(struct view *view, const char *data_dir, const struct session *session, int64_t last,
                     struct error *err) {
    view->fd = session_file_view(data_dir, session, err);
    if (view->fd < 0)
        return err->kind ? -1 : 0;
    view->len = session_file_length(view->fd, session, err);
    if (view->len >= 0 && last > 0)
        view->from = session_file_last(view->fd, view->len, last, err);
    return view->len < 0 || view->from < 0 ? -1 : 0;
}

static void close_view(const struct view *view) {
    if (view->fd >= 0)
        close(view->fd);
}

static int put(const struct view *view, const char *text, struct error *err) {
    return view->write(view->arg, text, strlen(text), err);
}

static int put_buf(const struct view *view, const struct buf *text, struct error *err) {
    return text->len ? view->write(view->arg, text->data, text->len, err) : 0;
}

/* The lines as they are; or as elements: `between` takes the place of the ends of all but the last. */
static int put_lines(const struct view *view, char between, struct error *err) {
    char bytes[STEP];
    int64_t at = view->from, end = view->len - (between != '\n');
    while (at < end) {
        size_t room = end - at < STEP ? (size_t)(end - at) : STEP;
        ssize_t got = session_file_read(view->fd, at, bytes, room, err);
        if (got <= 0)
            return got < 0 ? -1 : error_set(err, ERR_UNAVAILABLE, "ledger: a session's file became shorter");
        for (char *c = bytes; (c = memchr(c, '\n', (size_t)(bytes + got - c))) != NULL; c++)
            *c = between;
        if (view->write(view->arg, bytes, (size_t)got, err) < 0)
            return -1;
        at += got;
    }
    return 0;
}

static int put_array(const struct view *view, struct error *err) {
    return put(view, "[", err) < 0 || put_lines(view, ',', err) < 0 ? -1 : put(view, "]", err);
}

static int put_json(const struct view *view, const struct session *session, const struct session_texts *texts,
                    struct error *err) {
    struct buf head;
    struct json_writer w = {.out = &head};
    buf_init(&head, BUF_MOST);
    json_open(&w, '{');
    session_view_members(&w, session, texts);
    json_key(&w, "messages");
    int rc = put_buf(view, &head, err);
    buf_free(&head);
    return rc < 0 || put_array(view, err) < 0 ? -1 : put(view, "}", err);
}

/* ---- Markdown ---------------------------------------------------------------------------- */

static void add_parts(struct buf *out, struct span content) {
    enum { TYPE, TEXT, REFUSAL, WANTS };
    struct span part;
    enum scan_type type;
    while (scan_next(&content, &part, &type)) {
        struct scan_want want[WANTS] = {
            [TYPE] = {.name = "type"}, [TEXT] = {.name = "text"}, [REFUSAL] = {.name = "refusal"}};
        scan_members(part, want, WANTS);
        const struct scan_want *said = &want[want[TEXT].type == SCAN_STRING ? TEXT : REFUSAL];
        buf_putc(out, '\n');
        if (said->type == SCAN_STRING) {
            scan_unquote(said->value, out);
        } else {
            buf_puts(out, "*[");
            scan_unquote(want[TYPE].value, out);
            buf_puts(out, "]*");
        }
        buf_putc(out, '\n');
    }
}

static void add_calls(struct buf *out, struct span calls) {
    enum { NAME, ARGUMENTS, INPUT, WANTS };
    struct span call;
    enum scan_type type;
    while (scan_next(&calls, &call, &type)) {
        struct scan_want form[] = {{.name = "function"}, {.name = "custom"}};
        struct scan_want want[WANTS] = {
            [NAME] = {.name = "name"}, [ARGUMENTS] = {.name = "arguments"}, [INPUT] = {.name = "input"}};
        scan_members(call, form, 2);
        scan_members(form[form[0].type != SCAN_OBJECT].value, want, WANTS);
        const struct scan_want *input = &want[want[ARGUMENTS].type == SCAN_STRING ? ARGUMENTS : INPUT];
        buf_puts(out, "\n    ");
        scan_unquote(want[NAME].value, out);
        buf_putc(out, ' ');
        scan_unquote(input->value, out);
        buf_putc(out, '\n');
    }
}

static void add_message(struct buf *out, struct span line) {
    enum { ROLE, TIME, CONTENT, CALLS, ABORTED, WANTS };
    struct scan_want want[WANTS] = {[ROLE] = {.name = "role"},
                                    [TIME] = {.name = "timestamp"},
                                    [CONTENT] = {.name = "content"},
                                    [CALLS] = {.name = "tool_calls"},
                                    [ABORTED] = {.name = "aborted"}};
    scan_members(line, want, WANTS);
    buf_puts(out, "\n## ");
    scan_unquote(want[ROLE].value, out);
    buf_puts(out, " · ");
    scan_unquote(want[TIME].value, out);
    buf_puts(out, want[ABORTED].type == SCAN_TRUE ? " · aborted\n" : "\n");
    if (want[CONTENT].type == SCAN_STRING) {
        buf_putc(out, '\n');
        scan_unquote(want[CONTENT].value, out);
        buf_putc(out, '\n');
    } else if (want[CONTENT].type == SCAN_ARRAY) {
        add_parts(out, want[CONTENT].value);
    }
    if (want[CALLS].type == SCAN_ARRAY)
        add_calls(out, want[CALLS].value);
}

/* The whole lines of what was read so far. */
static int put_messages(const struct view *view, struct buf *text, struct error *err) {
    struct buf out;
    const char *at = text->data, *end = text->data + text->len, *stop;
    int rc = 0;
    buf_init(&out, BUF_MOST);
    while (rc == 0 && at < end && (stop = memchr(at, '\n', (size_t)(end - at))) != NULL) {
        struct span line = {at, (size_t)(stop - at)};
        struct error damaged = {0};
        buf_clear(&out);
        if (scan_object(line, NULL, 0, SCAN_DEPTH, &damaged) < 0)
            rc = error_set(err, ERR_INTERNAL, "The session's history is damaged.");
        else
            add_message(&out, line);
        if (rc == 0)
            rc = put_buf(view, &out, err);
        at = stop + 1;
    }
    buf_consume(text, (size_t)(at - text->data));
    buf_free(&out);
    return rc;
}

static int put_markdown(const struct view *view, const struct session *session, struct error *err) {
    struct buf text;
    int rc = put(view, "# ", err);
    if (rc == 0)
        rc = put(view, *session->title ? session->title : "Session", err);
    if (rc == 0)
        rc = put(view, "\n", err);
    buf_init(&text, LINE_MOST);
    for (int64_t at = view->from; rc == 0 && at < view->len;) {
        char *room = buf_reserve(&text, STEP);
        size_t most = view->len - at < STEP ? (size_t)(view->len - at) : STEP;
        ssize_t got = room ? session_file_read(view->fd, at, room, most, err) : 0;
        if (got <= 0) {
            rc = error_set(err, ERR_UNAVAILABLE, "The session's history cannot be read.");
            break;
        }
        buf_commit(&text, (size_t)got);
        at += got;
        rc = put_messages(view, &text, err);
    }
    buf_free(&text);
    return rc;
}

/* ---- all of it ------------------------------------------------------------------------------ */

int session_view_write(const char *data_dir, const struct session *session, const struct session_texts *texts,
                       enum session_form form, int64_t last, session_write *write, void *arg,
                       struct error *err) {
    struct view view = {.write = write, .arg = arg};
    int rc = open_view(&view, data_dir, session, last, err);
    if (rc == 0)
        rc = form == SESSION_JSON    ? put_json(&view, session, texts, err)
             : form == SESSION_LINES ? put_lines(&view, '\n', err)
                                     : put_markdown(&view, session, err);
    close_view(&view);
    return rc;
}

int session_view_messages(const char *data_dir, const struct session *session, int64_t last,
                          session_write *write, void *arg, struct error *err) {
    struct view view = {.write = write, .arg = arg};
    int rc = open_view(&view, data_dir, session, last, err);
    if (rc == 0)
        rc = put_array(&view, err);
    close_view(&view);
    return rc;
}
