#ifndef RELAY_CALL_H
#define RELAY_CALL_H

#include "canon/meter.h"
#include "dialects/dialect.h"
#include "dialects/task_dialect.h"
#include "front/body.h"
#include "front/upload_body.h"
#include "gate/caller.h"
#include "hub.h"
#include "relay/relay.h"
#include "route/choose.h"
#include "upstream/watch.h"

/* One model call on its way: what the files of this folder share. */

#define RELAY_WORDS_MOST 200 /* bytes of a provider's words in an error of ours */

struct relay;

/* What goes to the provider. */
struct errand {
    const char *url;
    const char *content_type, *accept; /* header fields */
    const struct span *body;
    size_t parts; /* of it */
    long (*pull)(void *arg, int64_t offset, char *out,
                 size_t room); /* instead, see struct upstream_request */
    void *pull_arg;
    int64_t pull_length;
};

/* The ways of a call: bytes that pass, or a translation; of chat, or of a task. */
struct relay_way {
    /* Where the request goes and what it says. Returns 0, or -1 with r->err. */
    int (*write)(struct relay *r, struct errand *errand);

    /* An event of the provider's stream, and the end of its bytes. Return 0, or -1 with r->err. */
    int (*take_event)(struct relay *r, const struct sse_event *event);
    int (*close_stream)(struct relay *r);

    /* A whole answer; to a client that asked for a stream, too, if `streams_whole`. */
    int (*finish_whole)(struct relay *r, struct span text);
    bool streams_whole;

    /* An answer that is bytes of any kind, which pass as they come: whether it is one, 1 or 0, or -1 with
     * r->err; then each piece, and its end. NULL: there are none. */
    int (*begin_bytes)(struct relay *r, const struct upstream_head *head);
    int (*take_bytes)(struct relay *r, struct span bytes);
    int (*end_bytes)(struct relay *r);
};

extern const struct relay_way relay_pass, relay_translate, relay_task_pass, relay_task_translate;

struct conversation;

struct relay {
    struct exchange *x;
    struct error *err;
    int (*read)(struct relay *r); /* takes the request in, up to its target; returns 0, or -1 with err */
    relay_language *speaks;       /* tells the client's dialect from the body; NULL: it is known before */
    const struct chat_dialect *client, *provider;
    const struct relay_way *way;
    struct credentials credentials;
    struct body body;     /* the client's */
    struct upload upload; /* or its form, if it was `uploaded` */
    bool uploaded;
    struct chat_ask ask;
    struct chat_request *request; /* where bytes pass: only notes of what was dropped, or NULL */
    struct carry_way carry;
    struct target target;
    struct conversation *conversation; /* the session that it goes on with; NULL: none */
    struct call *call;
    struct call_grant grant;
    struct call_result result;
    int64_t started, first; /* monotonic ms: the call, and its answer's first byte; 0: none yet */
    struct task *task;      /* what is asked, if it is no chat; then also: */
    task_language *tells;   /* as `speaks` */
    const struct task_dialect *asked, *served; /* the client's, the provider's */
    struct task_reply answered;                /* what its answer told, so far */
    bool bytes;                                /* the answer passes as it comes */
    const char *type;                          /* and then is of this content type */
    int64_t length;                            /* of so many bytes; -1: nobody said */

    bool forwarded; /* to the provider; before that, nothing is charged */
    bool settled;

    int status; /* the provider's */
    char retry_after[64];
    struct fault fault; /* what was wrong with the model, if anything was */
    bool blames_client; /* the provider reported, too late for a status, what was wrong with the request */
    bool refused;       /* the provider answered with an error, which is the request's */
    bool streams;       /* the answer is an event stream */
    bool begun;         /* an event, or a byte of an answer, came */
    bool ended;         /* the stream's end was written */
    struct sse sse;
    struct buf answer; /* of a call that does not stream, or of a refusal */
    struct meter meter;
    struct chat_sink sink;  /* where the reader's events go */
    struct chat_sink *told; /* translation: and from there */
    int kept;               /* states in the ledger, of calls of this answer */
    struct chat_reader *reader;
    struct chat_writer *writer;
    struct chat_head head;
    long memory, taken;      /* of that of long bodies: how much it uses, and has taken */
    struct buf *kept_answer; /* what the client got, of a key that keeps it; NULL: nothing */
    struct buf out;          /* what the writer wrote */
    struct span held;        /* pass: the event that may be the last one */
    unsigned kinds;          /* pass: of the events of this piece, a bit each */
};

/* The call from its credentials to its end. */
int relay_run(struct relay *r);

/* Where chat goes. */
const char *relay_chat_url(const struct relay *r);

/* Reads the client's form into the data directory, and describes it as r->task->form. */
int relay_read_form(struct relay *r);

/* The same form for the provider, with its name of the model and without what that omits. */
int relay_write_form(struct relay *r, struct errand *errand);

/* Of a task: what was used so far, and whether any of it is an estimate. */
struct usage relay_task_used(const struct relay *r);
bool relay_task_is_estimated(const struct relay *r);

/* Whether a provider's status means that the hub's own credentials or account failed: nothing that the client
 * could mend. */
bool relay_is_ours(int status);

/* What a refusal means, for the client's dialect has words of its own for each. */
enum error_kind relay_refusal_kind(int status);

/* Ends a call that the provider refused: passes its words on, and returns 0, or says them in r->err and
 * returns -1. */
int relay_refuse(struct relay *r);

/* Most tokens of output of each choice: as the request says, or what is known of the model. */
int64_t relay_most_output(const struct relay *r);

/* The limit that the provider is told on the hub's behalf, so that the answer costs no more than is held for
 * it; 0: none. */
int64_t relay_told_output(const struct relay *r);

/* Who may end what is waited for on the call's behalf: its client, and the hub's stop. */
struct watch relay_watch(struct relay *r);

/* Takes so many bytes more for the call from the memory of long bodies, until its end. Returns whether there
 * are any. */
bool relay_take_memory(struct relay *r, size_t bytes);

/* Gives back some that was taken. */
void relay_give_memory(struct relay *r, size_t bytes);

/* Refuses, with ERR_REQUEST, what is asked strictly and of which something was left out so far. */
int relay_check_strict(struct relay *r);

/* Fetches what the request only names by URL and the provider cannot. */
int relay_inline(struct relay *r);

/* Gets the data of pictures of a task that the client sent as files, or only named by URL, for a provider who
 * speaks another language. ERR_REQUEST, ERR_TOO_LARGE, ERR_UNAVAILABLE. */
int relay_load_pictures(struct relay *r);

/* Refuses, with ERR_REQUEST, links to pictures where nobody knows the address of the hub that may have to
 * store them. */
int relay_check_links(struct relay *r);

/* Makes pictures of an answer what the client asked for: data becomes a link to a file that is stored, a link
 * of the provider's becomes what is there. ERR_UPSTREAM; ERR_INTERNAL, with status 503, if it cannot be
 * stored. */
int relay_fit_pictures(struct relay *r);

/* State for clients who cannot carry it: kept in the ledger under the id of a call, and found again for the
 * calls of a request. What cannot be kept or found is done without, and logged. */
void relay_keep_state(struct relay *r, const struct chat_call *call);
void relay_find_states(struct relay *r);

/*
 * A call that goes on with a session, which its body or a header names. All do nothing for others.
 */

/* The session that the header names; NULL: none. */
const char *relay_session_header(const struct relay *r);

/* Behind the look at the request: finds the session, waits until it is free, unless another call does so
 * already, and takes from it the model that the request does not name. ERR_AUTH …, ERR_NOT_FOUND,
 * ERR_CONFLICT (code "session_busy"), ERR_GONE, ERR_UNAVAILABLE, ERR_REQUEST. */
int relay_open_conversation(struct relay *r);

/* Behind the reading of it: puts before it as much of the session as the model takes. ERR_INTERNAL if that
 * cannot be read. */
int relay_join_conversation(struct relay *r);

/* Each event of the answer, as long as there is memory for them: what is kept of it is cut then. */
int relay_hear(struct relay *r, const struct chat_event *event, struct error *err);

/* Names the session in the reply's head. */
void relay_tell_session(struct relay *r);

/* Behind the settlement: keeps what both sides said, unless the call failed, and frees the session. */
void relay_keep_conversation(struct relay *r);

/* Of a chat, for a key that wants it: bytes of the answer, whole or a piece, as long as there is memory for
 * them; then, when the call has ended, request and answer. */
void relay_keep_piece(struct relay *r, struct span bytes);
void relay_keep_prompt(struct relay *r);

/* What the provider must be told of the model. */
struct chat_target relay_target(const struct relay *r);

/* What was used so far, and will be charged. */
struct usage relay_used(const struct relay *r);

/* Before the settlement: an error that the provider reported within its answer. */
void relay_note_report(struct relay *r, const struct error *reported);

/* Ends the call in the ledger, once. */
void relay_settle(struct relay *r, enum call_outcome outcome, int status);

/* How a call ends that the provider failed: what came of it, or what it reports as its output, is charged. */
enum call_outcome relay_failed(const struct relay *r);

/* Tells the ledger how far it came. */
void relay_progress(struct relay *r);

/* The head of an answer that does not stream: of that content type, or JSON. */
void relay_begin_answer(struct relay *r, int status, const char *type);
void relay_begin_reply(struct relay *r, int status);

/* Adds whole events to the client's stream, behind its head; `ended` says that they are the last ones. */
int relay_write(struct relay *r, struct span bytes);

/* Shows that a silent stream lives, where its frame has something for that. */
int relay_rest(struct relay *r);

/* Whether a provider's words may hold its key. */
bool relay_holds_secret(const struct relay *r, struct span text);

#endif
