#ifndef LEDGER_SESSION_H
#define LEDGER_SESSION_H

#include "base/jsonscan.h"
#include "base/mem.h"
#include "ledger/ledger.h"

/*
 * Sessions: conversations that the hub keeps for a user. The ledger has a record
 * of each, the messages are a file beside it (ledger/session_file.h), of which the first
 * `bytes` count: more of it was cut short while it was written.
 * Functions return as those of ledger.h do.
 */
#define SESSION_ID      16
#define SESSION_ID_TEXT 38 /* "sess_" and 32 hexadecimal digits */
#define SESSION_TURN    16

#define SESSION_TITLE_MOST    200 /* characters */
#define SESSION_TITLE_TEXT    (4 * SESSION_TITLE_MOST + 1)
#define SESSION_PROMPT_MOST   (32u << 10) /* bytes of the JSON string */
#define SESSION_METADATA_MOST (8u << 10)  /* bytes of the JSON object */
#define SESSION_FILE_MOST     (16u << 20) /* bytes that it has at most before an answer */

struct session {
    unsigned char id[SESSION_ID];
    uint64_t user;
    char title[SESSION_TITLE_TEXT]; /* "": none yet */
    char model[MODEL_TEXT];         /* for calls that name none; "": none */
    int64_t created;                /* seconds since 1970 */
    int64_t updated;                /* milliseconds since 1970 */
    int64_t expires;                /* seconds since 1970; 0: never */
    int64_t messages;
    int64_t tokens; /* of all its calls, prompts and answers */
    nanos cost;     /* the same */
    int64_t bytes;  /* of its file */
    bool ended;     /* deleted: only its file may still be there */

    unsigned char turn[SESSION_TURN]; /* what was last claimed or added: who does not know it is late */
};

/* What is too long to be listed. at == NULL: none. */
struct session_texts {
    struct span prompt;   /* JSON string: the system's part of all its calls */
    struct span metadata; /* JSON object */
};

const char *session_id_write(const unsigned char id[SESSION_ID], char text[SESSION_ID_TEXT]);

/* Returns false if the text is no id. */
bool session_id_read(const char *text, unsigned char id[SESSION_ID]);

/* Makes one: of `session` are read user, title and model, the rest is filled in. It ends after so many days
 * without a turn; 0: never. ERR_NOT_FOUND if there is no such user, ERR_CONFLICT (code "too_many_sessions")
 * if it has `most` already; 0: it may have any number. */
int ledger_session_create(struct ledger *ledger, struct session *session, const struct session_texts *texts,
                          int days, int most, struct error *err);

/* That of a user (0: of any), with its texts in the arena unless `texts` is NULL. ERR_NOT_FOUND, also once it
 * has ended. */
int ledger_session_find(struct ledger *ledger, uint64_t user, const unsigned char id[SESSION_ID],
                        struct session *session, struct session_texts *texts, struct arena *arena,
                        struct error *err);

enum session_field { SESSION_TITLE = 1, SESSION_MODEL = 2, SESSION_PROMPT = 4, SESSION_METADATA = 8 };

/* Sets these fields of the one with the id and user of `session`, which then tells all. */
int ledger_session_update(struct ledger *ledger, unsigned fields, struct session *session,
                          const struct session_texts *texts, struct error *err);

/* For the holder of the file's lock, before it reads the file: whoever had the lock before can add no more.
 * `session` is as it was found under the lock, and then tells all. ERR_NOT_FOUND if it ended meanwhile,
 * ERR_CONFLICT if it is another one by now. */
int ledger_session_claim(struct ledger *ledger, struct session *session, struct error *err);

/* What a turn adds, once its messages are in the file. */
struct session_turn {
    int64_t bytes;     /* of the file from now on */
    int64_t messages;  /* new ones */
    int64_t tokens;    /* of the call */
    nanos cost;        /* the same */
    const char *title; /* where there is none yet */
    int days;          /* until it ends, from now; 0: never */
};

/* ERR_NOT_FOUND if it ended meanwhile, ERR_CONFLICT if somebody else claimed it or added to it since it was
 * claimed. `session` is as it was then, and tells all from now on. */
int ledger_session_add(struct ledger *ledger, struct session *session, const struct session_turn *turn,
                       struct error *err);

/* A walk through the sessions of a user (0: of all, one user after the other), those first that were used
 * last. */
struct session_walk {
    uint64_t user;
    const char *search; /* that their titles hold, in any case; NULL: all */
    int64_t skip;       /* that are passed over */
    size_t len;         /* how far it is: 0 at its start */
    unsigned char at[32];
    bool ended;
};

#define SESSION_ROWS 32

/* The next ones, perhaps none before the walk has ended. */
int ledger_session_walk(struct ledger *ledger, struct session_walk *walk, struct session rows[SESSION_ROWS],
                        size_t *count, struct error *err);

/* Ends one of a user (0: of any), and removes its file. */
int ledger_session_delete(struct ledger *ledger, uint64_t user, const unsigned char id[SESSION_ID],
                          struct error *err);

/* Ends all sessions of a user, and removes their files and the prompts that were kept for its keys. Both can
 * go on coming while the user's keys work: they are to be disabled or deleted before. */
int ledger_sessions_erase(struct ledger *ledger, uint64_t user, struct error *err);

#endif
