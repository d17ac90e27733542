/* Sessions over HTTP, as in the AI Hub document. */
#include <stdlib.h>
#include <string.h>

#include "canon/chat.h"
#include "endpoints/endpoints.h"
#include "endpoints/query.h"
#include "endpoints/session_view.h"
#include "front/body.h"
#include "gate/caller.h"

#define LIST_MOST     100
#define LIST_USUAL    50
#define OFFSET_MOST   1000000
#define MESSAGES_MOST 1000000

static struct ledger *ledger_of(const struct exchange *x) {
    return hub_ledger(x->hub, x->config);
}

/* ---- what clients say -------------------------------------------------------------------- */

static int bad(const char *field, const char *what, struct error *err) {
    return error_param(err, ERR_REQUEST, field, "\"%s\" %s.", field, what);
}

static bool has_controls(struct span text) {
    for (size_t i = 0; i < text.len; i++)
        if ((unsigned char)text.at[i] < 0x20 || text.at[i] == 0x7f)
            return true;
    return false;
}

static size_t count_letters(struct span text) {
    size_t letters = 0;
    for (size_t i = 0; i < text.len; i++)
        letters += ((unsigned char)text.at[i] & 0xc0) != 0x80;
    return letters;
}

/* A text of one line; null is none. */
static int read_line(struct exchange *x, const struct scan_want *want, size_t letters, char *into,
                     size_t size, struct error *err) {
    if (want->type == SCAN_NULL)
        return 0;
    if (want->type != SCAN_STRING)
        return bad(want->name, "must be a string", err);
    struct span text = chat_unquote(x->arena, want->value);
    if (has_controls(text))
        return bad(want->name, "must not have control characters", err);
    if (text.len >= size || count_letters(text) > letters)
        return error_param(err, ERR_REQUEST, want->name, "\"%s\" must have at most %zu characters.",
                           want->name, letters);
    memcpy(into, text.at, text.len);
    into[text.len] = '\0';
    return 0;
}

/* A value as it stands; null is none. */
static int read_raw(const struct scan_want *want, enum scan_type type, size_t most, struct span *into,
                    struct error *err) {
    *into = (struct span){0};
    if (want->type == SCAN_NULL)
        return 0;
    if (want->type != type)
        return bad(want->name, type == SCAN_STRING ? "must be a string" : "must be an object", err);
    if (want->value.len > most)
        return error_param(err, ERR_REQUEST, want->name, "\"%s\" must have at most %zu bytes.", want->name,
                           most);
    *into = want->value;
    return 0;
}

/* The fields that the body has, of which the texts stand in it. */
static int read_fields(struct exchange *x, struct body *body, struct session *session,
                       struct session_texts *texts, unsigned *fields, struct error *err) {
    enum { TITLE, MODEL, PROMPT, METADATA, WANTS };
    struct scan_want want[WANTS] = {[TITLE] = {.name = "title"},
                                    [MODEL] = {.name = "model"},
                                    [PROMPT] = {.name = "system_prompt"},
                                    [METADATA] = {.name = "metadata"}};
    struct body_rules rules = exchange_body_rules(x);
    if (body_read(x->request, &rules, body, err) < 0 ||
        scan_object((struct span){body->bytes.data, body->bytes.len}, want, WANTS, SCAN_DEPTH_INSIDE, err) <
            0)
        return -1;
    *fields = 0;
    for (int i = 0; i < WANTS; i++) {
        if (want[i].seen > 1)
            return bad(want[i].name, "is given twice", err);
        if (want[i].type != SCAN_NONE)
            *fields |= 1u << i;
    }
    _Static_assert(SESSION_TITLE == 1 << TITLE && SESSION_MODEL == 1 << MODEL &&
                       SESSION_PROMPT == 1 << PROMPT && SESSION_METADATA == 1 << METADATA,
                   "in one order");
    if ((*fields & SESSION_TITLE) &&
        read_line(x, &want[TITLE], SESSION_TITLE_MOST, session->title, sizeof session->title, err) < 0)
        return -1;
    if ((*fields & SESSION_MODEL) &&
        read_line(x, &want[MODEL], sizeof session->model - 1, session->model, sizeof session->model, err) < 0)
        return -1;
    if ((*fields & SESSION_PROMPT) &&
        read_raw(&want[PROMPT], SCAN_STRING, SESSION_PROMPT_MOST, &texts->prompt, err) < 0)
        return -1;
    return *fields & SESSION_METADATA
               ? read_raw(&want[METADATA], SCAN_OBJECT, SESSION_METADATA_MOST, &texts->metadata, err)
               : 0;
}

static int refuse_unknown(struct error *err) {
    *err = (struct error){0};
    return error_param(err, ERR_NOT_FOUND, "session_id", "There is no such session.");
}

/* The caller, and the id at the front of the path's rest; *more is what stands behind it. Nobody else's
 * session is told from none. */
static int read_path(struct exchange *x, struct caller *caller, unsigned char id[SESSION_ID],
                     const char **more, struct error *err) {
    size_t len = strcspn(x->rest, "/");
    if (caller_check(x, caller, err) < 0)
        return -1;
    *more = x->rest + len;
    return session_id_read(arena_strndup(x->arena, x->rest, len), id) ? 0 : refuse_unknown(err);
}

/* ---- what they are told -------------------------------------------------------------------- */

static int answer(struct exchange *x, int status, const struct buf *body, struct error *err) {
    reply_begin(x->reply, status, "application/json");
    reply_header(x->reply, "x-request-id", exchange_id(x));
    return reply_finish(x->reply, body->data, body->len, err);
}

static int answer_session(struct exchange *x, int status, const struct session *session,
                          const struct session_texts *texts, struct error *err) {
    struct buf body;
    struct json_writer w = {.out = &body};
    buf_init(&body, BUF_MOST);
    json_open(&w, '{');
    session_view_members(&w, session, texts);
    json_close(&w, '}');
    int rc = answer(x, status, &body, err);
    buf_free(&body);
    return rc;
}

/* A reply whose head goes out with the first piece, so that what fails before that is an error. */
struct outlet {
    struct exchange *x;
    const char *type;
    const char *file;   /* the name that it shall have at the client's; NULL: it is no file */
    const char *before; /* what goes before the first piece; NULL: nothing */
};

static int write_piece(void *arg, const char *bytes, size_t len, struct error *err) {
    const struct outlet *outlet = arg;
    struct reply *reply = outlet->x->reply;
    if (reply->state == REPLY_FRESH) {
        reply_begin(reply, 200, outlet->type);
        reply_header(reply, "x-request-id", exchange_id(outlet->x));
        if (outlet->file)
            reply_header(reply, "Content-Disposition",
                         arena_printf(outlet->x->arena, "attachment; filename=\"%s\"", outlet->file));
        if (outlet->before && reply_write(reply, outlet->before, strlen(outlet->before), err) < 0)
            return -1;
    }
    return reply_write(reply, bytes, len, err);
}

/* ---- the endpoints --------------------------------------------------------------------------- */

int endpoint_session_create(struct exchange *x, struct error *err) {
    struct caller caller;
    struct session session = {0};
    struct session_texts texts = {0};
    struct body body = {0};
    unsigned fields;
    if (caller_check(x, &caller, err) < 0)
        return -1;
    session.user = caller.user.id;
    int rc = read_fields(x, &body, &session, &texts, &fields, err);
    if (rc == 0)
        rc = ledger_session_create(ledger_of(x), &session, &texts, x->config->session_days,
                                   x->config->session_limit, err);
    if (rc == 0)
        rc = answer_session(x, 201, &session, &texts, err);
    body_free(&body);
    return rc;
}

static int write_rows(struct exchange *x, struct session_walk *walk, int64_t limit, struct json_writer *w,
                      bool *more, struct error *err) {
    struct session *rows = arena_alloc(x->arena, SESSION_ROWS * sizeof *rows);
    size_t count;
    *more = false;
    while (!walk->ended && !*more) {
        if (ledger_session_walk(ledger_of(x), walk, rows, &count, err) < 0)
            return -1;
        for (size_t i = 0; i < count && !*more; i++) {
            *more = limit-- == 0;
            if (*more)
                break;
            json_open(w, '{');
            session_view_members(w, &rows[i], NULL);
            json_close(w, '}');
        }
    }
    return 0;
}

int endpoint_session_list(struct exchange *x, struct error *err) {
    struct caller caller;
    int64_t limit = LIST_USUAL, offset = 0;
    struct buf body;
    struct json_writer w = {.out = &body};
    bool more;
    if (caller_check(x, &caller, err) < 0 || query_number(x, "limit", 1, LIST_MOST, &limit, err) < 0 ||
        query_number(x, "offset", 0, OFFSET_MOST, &offset, err) < 0)
        return -1;
    struct session_walk walk = {
        .user = caller.user.id, .search = request_parameter(x->request, "search"), .skip = offset};
    if (walk.search && count_letters((struct span){walk.search, strlen(walk.search)}) > SESSION_TITLE_MOST)
        return bad("search", "is longer than any title", err);
    buf_init(&body, BUF_MOST);
    json_open(&w, '{');
    json_member_text(&w, "object", "list");
    json_member_open(&w, "data", '[');
    int rc = write_rows(x, &walk, limit, &w, &more, err);
    json_close(&w, ']');
    json_member_int(&w, "limit", limit);
    json_member_int(&w, "offset", offset);
    json_member_bool(&w, "has_more", rc == 0 && more);
    json_close(&w, '}');
    if (rc == 0)
        rc = answer(x, 200, &body, err);
    buf_free(&body);
    return rc;
}

static int read_form(struct exchange *x, enum session_form *form, struct error *err) {
    const char *name = request_parameter(x->request, "format");
    *form = SESSION_JSON;
    while (name && *form < SESSION_FORM__MAX && strcmp(session_form_names[*form], name) != 0)
        ++*form;
    return *form < SESSION_FORM__MAX ? 0 : bad("format", "must be json, jsonl or md", err);
}

static int export(struct exchange *x, const struct session *session, const struct session_texts *texts,
                  struct error *err) {
    static const char *const types[] = {[SESSION_JSON] = "application/json",
                                        [SESSION_LINES] = "application/jsonl",
                                        [SESSION_MARKDOWN] = "text/markdown; charset=utf-8"};
    enum session_form form;
    char id[SESSION_ID_TEXT];
    if (read_form(x, &form, err) < 0)
        return -1;
    struct outlet outlet = {
        .x = x,
        .type = types[form],
        .file = arena_printf(x->arena, "%s.%s", session_id_write(session->id, id), session_form_names[form])};
    int rc = session_view_write(x->config->data_dir, session, texts, form, 0, write_piece, &outlet, err);
    return rc < 0 ? rc : write_piece(&outlet, "", 0, err);
}

static int messages(struct exchange *x, const struct session *session, int64_t limit, struct error *err) {
    char id[SESSION_ID_TEXT];
    struct outlet outlet = {.x = x,
                            .type = "application/json",
                            .before = arena_printf(x->arena, "{\"session_id\":\"%s\",\"messages\":",
                                                   session_id_write(session->id, id))};
    return session_view_messages(x->config->data_dir, session, limit, write_piece, &outlet, err) < 0
               ? -1
               : write_piece(&outlet, "}", 1, err);
}

int endpoint_session(struct exchange *x, struct error *err) {
    struct caller caller;
    struct session session;
    struct session_texts texts;
    unsigned char id[SESSION_ID];
    const char *more;
    int64_t limit = 0;
    if (read_path(x, &caller, id, &more, err) < 0)
        return -1;
    bool one = *more == '\0', all = strcmp(more, "/messages") == 0, file = strcmp(more, "/export") == 0;
    if (!one && !all && !file)
        return route_unknown(err);
    if (query_number(x, "limit", 1, MESSAGES_MOST, &limit, err) < 0)
        return -1;
    if (ledger_session_find(ledger_of(x), caller.user.id, id, &session, &texts, x->arena, err) < 0)
        return err->kind == ERR_NOT_FOUND ? refuse_unknown(err) : -1;
    struct outlet outlet = {.x = x, .type = "application/json"};
    return file  ? export(x, &session, &texts, err)
           : all ? messages(x, &session, limit, err)
                 : session_view_write(x->config->data_dir, &session, &texts, SESSION_JSON, limit, write_piece,
                                      &outlet, err);
}

int endpoint_session_update(struct exchange *x, struct error *err) {
    struct caller caller;
    struct session session = {0};
    struct session_texts texts = {0};
    struct body body = {0};
    const char *more;
    unsigned fields;
    if (read_path(x, &caller, session.id, &more, err) < 0)
        return -1;
    if (*more)
        return route_unknown(err);
    session.user = caller.user.id;
    int rc = read_fields(x, &body, &session, &texts, &fields, err);
    if (rc == 0)
        rc = ledger_session_update(ledger_of(x), fields, &session, &texts, err);
    if (rc == 0)
        rc = ledger_session_find(ledger_of(x), caller.user.id, session.id, &session, &texts, x->arena, err);
    if (rc < 0 && err->kind == ERR_NOT_FOUND)
        refuse_unknown(err);
    if (rc == 0)
        rc = answer_session(x, 200, &session, &texts, err);
    body_free(&body);
    return rc;
}

int endpoint_session_delete(struct exchange *x, struct error *err) {
    struct caller caller;
    unsigned char id[SESSION_ID];
    const char *more;
    char text[SESSION_ID_TEXT];
    struct buf body;
    if (read_path(x, &caller, id, &more, err) < 0)
        return -1;
    if (*more)
        return route_unknown(err);
    if (ledger_session_delete(ledger_of(x), caller.user.id, id, err) < 0)
        return err->kind == ERR_NOT_FOUND ? refuse_unknown(err) : -1;
    session_id_write(id, text);
    buf_init(&body, 1024);
    buf_printf(&body,
               "{\"id\":\"%s\",\"session_id\":\"%s\",\"object\":\"session.deleted\",\"deleted\":true,"
               "\"message\":\"The session was deleted.\"}",
               text, text);
    int rc = answer(x, 200, &body, err);
    buf_free(&body);
    return rc;
}
