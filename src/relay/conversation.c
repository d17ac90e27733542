/*
 * A call that goes on with a session: its history is put before the request, and what
 * both sides said is added to it when the call ends.
 */
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "base/clock.h"
#include "base/log.h"
#include "dialects/ask.h"
#include "dialects/chat_openai.h"
#include "dialects/estimate.h"
#include "ledger/session_file.h"
#include "relay/call.h"
#include "relay/history.h"

#define WAIT_MS         30000             /* for another turn of the session */
#define NAP_MS          20                /* between two looks whether it has ended */
#define HISTORY_MOST    SESSION_FILE_MOST /* bytes of history that are looked at */
#define UNKNOWN_CONTEXT 32768             /* tokens, where nobody said how many the model takes */
#define TITLE_LETTERS   50
#define MESSAGE_ID      12 /* random bytes */
#define HEARD_TIMES     3  /* that a text is in memory which is heard */

struct conversation {
    struct session session;
    struct session_texts texts;
    int fd;         /* of its file, which is locked; -1: not any more */
    int64_t length; /* of what counts of the file */
    struct buf past, lines;
    int64_t messages; /* in `lines` */
    char title[SESSION_TITLE_TEXT];
    struct collect *heard;
    bool cut; /* not all was heard */
};

static struct ledger *ledger_of(const struct relay *r) {
    return hub_ledger(r->x->hub, r->x->config);
}

/* ---- finding it ------------------------------------------------------------------------ */

static void give_back(struct conversation *c) {
    if (c->fd >= 0)
        close(c->fd);
    c->fd = -1;
}

static void release(void *ptr) {
    struct conversation *c = ptr;
    give_back(c);
    buf_free(&c->past);
    buf_free(&c->lines);
}

/* Nobody else's session is told from none. */
static int refuse_unknown(struct relay *r) {
    *r->err = (struct error){0};
    return error_param(r->err, ERR_NOT_FOUND, ASK_SESSION, "There is no such session.");
}

/* The session's name, in the body or in the header; NULL: none. */
static int read_name(struct relay *r, const char *header, const char **name) {
    const struct scan_want *member = &r->ask.session;
    *name = header;
    if (!ask_given(member))
        return 0;
    if (member->type != SCAN_STRING)
        return ask_bad(&r->ask, member, "must be a string", r->err);
    if (header && !scan_equals(member->value, header))
        return ask_bad(&r->ask, member, "is not the session of the header X-Session-Id", r->err);
    struct span text = chat_unquote(r->x->arena, member->value);
    *name = arena_strndup(r->x->arena, text.at, text.len);
    return 0;
}

/* Takes the member out of the text, which stays as long as it is: what was found in it stays where it is. */
static void blank_member(struct relay *r) {
    static const char blanks[] = " \t\r\n";
    const struct span value = r->ask.session.value;
    char *text = r->body.bytes.data;
    if (r->ask.session.type == SCAN_NONE)
        return;
    size_t from = (size_t)(value.at - text), end = from + value.len;
    while (text[from] != ':')
        from--;
    while (text[from] != '"')
        from--;
    do
        from--;
    while (text[from] != '"');
    size_t next = end + strspn(text + end, blanks), last = from - 1;
    while (strchr(blanks, text[last]))
        last--;
    if (text[next] == ',')
        end = next + 1;
    else if (text[last] == ',')
        from = last;
    memset(text + from, ' ', end - from);
}

static int find_session(struct relay *r, uint64_t user, const unsigned char id[SESSION_ID]) {
    struct conversation *c = r->conversation;
    if (ledger_session_find(ledger_of(r), user, id, &c->session, &c->texts, r->x->arena, r->err) == 0)
        return 0;
    return r->err->kind == ERR_NOT_FOUND ? refuse_unknown(r) : -1;
}

static int refuse_busy(struct relay *r, const char *message) {
    *r->err = (struct error){0};
    error_param(r->err, ERR_CONFLICT, ASK_SESSION, "%s", message);
    r->err->code = "session_busy";
    return -1;
}

static int wait_for_lock(struct relay *r) {
    struct watch watch = relay_watch(r);
    int64_t deadline = clock_mono_ms() + WAIT_MS;
    while (!session_file_lock(r->conversation->fd)) {
        if (clock_mono_ms() >= deadline)
            return refuse_busy(r, "Another call goes on with this session; it did not end in time.");
        if (watch_nap(&watch, NAP_MS, r->err) < 0)
            return -1;
    }
    return 0;
}

/* Nothing counts who waits here: so one does for each call that runs. */
static int lock(struct relay *r) {
    int fd = r->conversation->fd;
    if (session_file_lock(fd))
        return 0;
    if (!session_file_queue(fd))
        return refuse_busy(r, "Another call goes on with this session, and one more waits for it.");
    int rc = wait_for_lock(r);
    session_file_leave(fd);
    return rc;
}

/* A long history takes its memory from that of long bodies. */
static int take_memory(struct relay *r) {
    int64_t length = r->conversation->length;
    if (relay_take_memory(r, length < (int64_t)HISTORY_MOST ? (size_t)length : HISTORY_MOST))
        return 0;
    error_set(r->err, ERR_UNAVAILABLE, "The hub has no memory left for long sessions; try again.");
    r->err->retry_after = 1;
    return -1;
}

static int load(struct relay *r) {
    struct conversation *c = r->conversation;
    c->length = session_file_length(c->fd, &c->session, r->err);
    if (c->length < 0)
        return -1;
    if (c->length < c->session.bytes)
        log_line("session of user %llu: the machine's end took %lld bytes of it",
                 (unsigned long long)c->session.user, (long long)(c->session.bytes - c->length));
    if (take_memory(r) < 0)
        return -1;
    return session_file_tail(c->fd, c->length, HISTORY_MOST, &c->past, r->err);
}

/* The record is read again under the lock: it may have changed, or gone, while that was waited for. What the
 * lock's last holder still wants to add comes too late from now on. */
static int claim(struct relay *r, uint64_t user, const unsigned char id[SESSION_ID]) {
    if (find_session(r, user, id) < 0)
        return -1;
    if (ledger_session_claim(ledger_of(r), &r->conversation->session, r->err) == 0)
        return 0;
    if (r->err->kind == ERR_CONFLICT)
        return refuse_busy(r, "Another call went on with this session just now.");
    return r->err->kind == ERR_NOT_FOUND ? refuse_unknown(r) : -1;
}

static int open_session(struct relay *r, uint64_t user, const unsigned char id[SESSION_ID]) {
    struct conversation *c = r->conversation;
    if (find_session(r, user, id) < 0)
        return -1;
    c->fd = session_file_open(r->x->config->data_dir, &c->session, r->err);
    if (c->fd < 0 || lock(r) < 0)
        return -1;
    struct session before = c->session;
    if (claim(r, user, id) == 0)
        return load(r);
    struct error ignored = {0};
    if (r->err->kind == ERR_NOT_FOUND) /* then this call may have made its file anew */
        session_file_drop(r->x->config->data_dir, before.user, id, &ignored);
    return -1;
}

/* What a model that is not named is. */
static int settle_model(struct relay *r) {
    const char *own = r->conversation->session.model;
    if (!ask_default_model(r->ask.model) || (!*own && *r->ask.model))
        return 0;
    if (!*own)
        return error_param(r->err, ERR_REQUEST, "model",
                           "\"model\" is missing: neither the request nor its session names one.");
    r->ask.model = arena_strdup(r->x->arena, own);
    return 0;
}

const char *relay_session_header(const struct relay *r) {
    return request_header(r->x->request, "x-session-id");
}

int relay_open_conversation(struct relay *r) {
    unsigned char id[SESSION_ID];
    struct caller caller;
    const char *name;
    if (read_name(r, relay_session_header(r), &name) < 0)
        return -1;
    blank_member(r);
    if (!name)
        return 0;
    if (caller_find(r->x, &r->credentials, &caller, r->err) < 0)
        return -1;
    if (!session_id_read(name, id))
        return refuse_unknown(r);
    struct conversation *c = arena_alloc(r->x->arena, sizeof *c);
    c->fd = -1;
    buf_init(&c->past, HISTORY_MOST);
    buf_init(&c->lines, BUF_MOST);
    arena_own(r->x->arena, c, release);
    r->conversation = c;
    return open_session(r, caller.user.id, id) < 0 ? -1 : settle_model(r);
}

/* ---- what it adds to its file -------------------------------------------------------------- */

/* What a message says of itself besides what Chat knows. */
struct note {
    int64_t tokens;
    const char *model; /* NULL: it has none */
    bool aborted, cut;
};

/* A message as a line. Its object has members. */
static void add_line(struct conversation *c, struct span message, const struct note *note) {
    unsigned char random[MESSAGE_ID];
    char id[2 * MESSAGE_ID + 1], time[CLOCK_TEXT];
    struct json_writer w = {.out = &c->lines};
    secret_random(random, sizeof random);
    secret_hex(random, sizeof random, id);
    json_open(&w, '{');
    json_member_format(&w, "id", "msg_%s", id);
    json_put(&w, (struct span){message.at + 1, message.len - 2});
    json_member_text(&w, "timestamp", clock_write(clock_wall_ms() / 1000, time));
    json_member_int(&w, "tokens", note->tokens);
    if (note->model)
        json_member_text(&w, "model", note->model);
    if (note->aborted)
        json_member_bool(&w, "aborted", true);
    if (note->cut)
        json_member_bool(&w, "cut", true);
    json_close(&w, '}');
    buf_putc(&c->lines, '\n');
    c->messages++;
}

/* `note` without tokens: they are estimated. */
static void add_turns(struct conversation *c, struct chat_request *turns, const struct note *note) {
    struct buf text;
    struct span rest, message;
    enum scan_type type;
    buf_init(&text, BUF_MOST);
    chat_openai_write_turns(turns, &text);
    rest = (struct span){text.data, text.len};
    while (scan_next(&rest, &message, &type)) {
        struct note its = *note;
        if (!its.tokens)
            its.tokens = estimate_tokens(message);
        add_line(c, message, &its);
    }
    buf_free(&text);
}

/* ---- before the provider ------------------------------------------------------------------- */

/* The user's first words. */
static void make_title(struct conversation *c, const struct chat_request *q) {
    size_t letters = 0, len = 0;
    for (const struct chat_turn *turn = q->turns; turn && !*c->title; turn = turn->next) {
        if (turn->role != CHAT_USER)
            continue;
        struct span text = chat_text_of(q->arena, &turn->blocks, 1u << CHAT_TEXT, " ");
        text = text.at ? chat_unquote(q->arena, text) : text;
        for (size_t i = 0; i < text.len && len + 1 < sizeof c->title; i++) {
            unsigned char byte = (unsigned char)text.at[i];
            letters += (byte & 0xc0) != 0x80;
            if (letters > TITLE_LETTERS)
                break;
            c->title[len++] = byte < 0x20 || byte == 0x7f ? ' ' : (char)byte;
        }
    }
}

/* Brings the results of a user's turn to its front. */
static void lead_results(struct chat_turn *turn) {
    struct chat_blocks results = {0}, others = {0};
    for (struct chat_block *block = turn->blocks.first, *next; block; block = next) {
        struct chat_blocks *list = block->kind == CHAT_RESULT ? &results : &others;
        next = block->next;
        block->next = NULL;
        *(list->last ? &list->last->next : &list->first) = block;
        list->last = block;
    }
    turn->blocks = results.first ? results : others;
    if (results.first && others.first) {
        results.last->next = others.first;
        turn->blocks.last = others.last;
    }
}

static struct chat_request *new_request(struct relay *r) {
    struct chat_request *q = arena_alloc(r->x->arena, sizeof *q);
    q->arena = r->x->arena;
    return q;
}

/* Results name calls of the history as long as the assistant did not speak again. */
static void answer_history(struct relay *r, struct history *history) {
    bool answers = true;
    for (struct chat_turn *turn = r->request->turns; turn; turn = turn->next) {
        answers &= turn->role != CHAT_ASSISTANT;
        if (turn->role == CHAT_USER)
            lead_results(turn);
        for (struct chat_block *block = turn->blocks.first; answers && block; block = block->next) {
            const struct history_call *call =
                block->kind == CHAT_RESULT
                    ? history_answer(history, block->result.id,
                                     block->result.name ? block->result.name : block->result.id)
                    : NULL;
            if (call) {
                struct span id = chat_unquote(r->x->arena, call->id);
                block->result.id = arena_strndup(r->x->arena, id.at, id.len);
            }
        }
    }
}

/* How much of the model's context is left for the history. An answer of no said length gets half of it at
 * most. */
static int64_t room_for_history(const struct relay *r) {
    int64_t context = r->target.context ? r->target.context : UNKNOWN_CONTEXT;
    int64_t output =
        r->ask.max_output || r->target.max_output ? relay_most_output(r) : r->x->config->default_max_output;
    if (!r->ask.max_output && output > context / 2)
        output = context / 2;
    return context - output - r->ask.prompt;
}

/* Puts what the system says in the session before what it says in the request. */
static void add_prompt(struct relay *r) {
    struct chat_request *q = r->request;
    struct span prompt = r->conversation->texts.prompt;
    struct chat_blocks list = {0};
    if (chat_is_empty(prompt))
        return;
    struct chat_block *block = chat_add_block(q->arena, &list, CHAT_TEXT);
    block->text = prompt;
    block->next = q->system.first;
    q->system.first = block;
    if (!q->system.last)
        q->system.last = block;
    r->ask.prompt += estimate_tokens(prompt);
}

static int put_before(struct relay *r, const struct history *history, size_t first) {
    struct chat_request *past = new_request(r), *q = r->request;
    for (size_t i = first; i < history->count; i++) {
        struct json message = value_whole(history->line[i].text);
        struct error why = {0};
        if (chat_openai_read_message(past, &message, &why) < 0)
            return error_set(r->err, ERR_INTERNAL, "The session's history is damaged: %s", why.message);
        r->ask.prompt += history->line[i].tokens;
    }
    if (past->turns) {
        past->last->next = q->turns;
        q->turns = past->turns;
    }
    q->part_count += past->part_count;
    return 0;
}

/* So that the file stays of a size that can be read. */
static int check_room(struct relay *r) {
    const struct conversation *c = r->conversation;
    if (c->length + (int64_t)c->lines.len <= (int64_t)SESSION_FILE_MOST)
        return 0;
    error_param(r->err, ERR_TOO_LARGE, ASK_SESSION,
                "The session is full: with this request it would have more than %u bytes. Begin a new one.",
                SESSION_FILE_MOST);
    r->err->code = "session_full";
    return -1;
}

static int join(struct relay *r, struct history *history) {
    struct conversation *c = r->conversation;
    if (history_read(history, (struct span){c->past.data, c->past.len}, r->x->arena, r->err) < 0)
        return -1;
    answer_history(r, history);
    make_title(c, r->request);
    struct chat_request *own = new_request(r);
    own->turns = r->request->turns;
    add_turns(c, own, &(struct note){0});
    if (check_room(r) < 0)
        return -1;
    add_prompt(r);
    return put_before(r, history, history_fit(history, room_for_history(r)));
}

int relay_join_conversation(struct relay *r) {
    struct history history;
    if (!r->conversation)
        return 0;
    int rc = join(r, &history);
    history_free(&history);
    if (rc < 0)
        return -1;
    r->request->continued = false;
    chat_settle_turns(r->request);
    r->conversation->heard = collect_new(r->x->arena);
    return 0;
}

/* What is heard stands there as it grows, as a whole, and as a line. */
int relay_hear(struct relay *r, const struct chat_event *event, struct error *err) {
    struct conversation *c = r->conversation;
    if (!c || c->cut)
        return 0;
    c->cut = !relay_take_memory(r, HEARD_TIMES * event->text.len);
    return c->cut ? 0 : chat_emit(collect_sink(c->heard), event, err);
}

void relay_tell_session(struct relay *r) {
    char text[SESSION_ID_TEXT];
    if (r->conversation)
        reply_header(r->x->reply, "X-Session-Id", session_id_write(r->conversation->session.id, text));
}

/* ---- when the call has ended ------------------------------------------------------------------ */

/* Calls of an answer that broke off, or was cut, may not be whole. */
static struct chat_blocks without_calls(const struct chat_blocks *blocks, struct arena *arena) {
    struct chat_blocks rest = {0};
    for (const struct chat_block *block = blocks->first; block; block = block->next)
        if (block->kind != CHAT_CALL) {
            struct chat_block *copy = chat_add_block(arena, &rest, block->kind);
            *copy = *block;
            copy->next = NULL;
        }
    return rest;
}

static bool says_something(const struct chat_blocks *blocks) {
    return chat_has_block(blocks, CHAT_TEXT) || chat_has_block(blocks, CHAT_REFUSAL) ||
           chat_has_block(blocks, CHAT_CALL);
}

static void add_answer(struct relay *r) {
    static const struct span nothing = {"\"\"", 2};
    struct conversation *c = r->conversation;
    collect_close(c->heard);
    const struct chat_reply *reply = collect_reply(c->heard);
    struct chat_request *answer = new_request(r);
    struct chat_blocks blocks = reply->choices > 0 ? reply->choice[0].blocks : (struct chat_blocks){0};
    struct note note = {r->result.usage.output, r->ask.model, r->result.outcome != CALL_DONE, c->cut};
    if (note.aborted || note.cut)
        blocks = without_calls(&blocks, answer->arena);
    if (!says_something(&blocks)) {
        blocks = (struct chat_blocks){0};
        chat_add_block(answer->arena, &blocks, CHAT_TEXT)->text = nothing;
    }
    chat_add_turn_blocks(answer, CHAT_ASSISTANT, &blocks);
    add_turns(c, answer, &note);
}

static void add_to_session(struct relay *r) {
    struct conversation *c = r->conversation;
    const struct config *config = r->x->config;
    struct error err = {0};
    struct span lines = {c->lines.data, c->lines.len};
    struct session_turn turn = {
        .bytes = c->length + (int64_t)lines.len,
        .messages = c->messages,
        .tokens = r->result.usage.prompt + r->result.usage.output,
        .cost = r->x->trace.cost,
        .title = c->title,
        .days = config->session_days,
    };
    if (c->lines.overflow)
        error_set(&err, ERR_TOO_LARGE, "it is too long");
    else if (session_file_add(c->fd, c->length, lines, config->durability == DURABILITY_COMMIT, &err) == 0)
        ledger_session_add(ledger_of(r), &c->session, &turn, &err);
    if (err.kind)
        log_line("a turn of user %llu is not kept in its session: %s", (unsigned long long)c->session.user,
                 err.message);
}

void relay_keep_conversation(struct relay *r) {
    struct conversation *c = r->conversation;
    if (!c || c->fd < 0)
        return;
    if (r->result.outcome != CALL_FAILED) {
        add_answer(r);
        add_to_session(r);
    }
    give_back(c);
}
