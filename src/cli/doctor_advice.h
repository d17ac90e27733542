#ifndef CLI_DOCTOR_ADVICE_H
#define CLI_DOCTOR_ADVICE_H

#include <stdbool.h>

/*
 * THE TABLE of what `aihub doctor` can find, what it means for those who use
 * the hub, and what mends it where.
 */
enum doctor_finding {
    /* What the web server does with requests and answers. */
    FOUND_AUTHORIZATION, /* the header does not arrive */
    FOUND_LONG_HEADER,   /* one of some KiB is refused */
    FOUND_ENCODED_SLASH, /* %2F in a path */
    FOUND_DOUBLE_SLASH,  /* // in a path */
    FOUND_HEAD,          /* HEAD is refused */
    FOUND_CHUNKED,       /* a body that does not say its length */
    FOUND_BODY_SIZE,     /* a large body */
    FOUND_ANSWERS,       /* answers with an error status are changed */
    FOUND_HELD_BACK,     /* events do not come at once */
    FOUND_COMPRESSED,    /* they do, unless the client takes compressed answers */
    FOUND_SILENCE,       /* an answer that takes its time is given up */
    FOUND_CUT,           /* a long stream is cut */
    FOUND_DATA_PUBLIC,   /* the web server hands out the data directory */
    FOUND_CONFIG_PUBLIC, /* or the configuration */
    FOUND_KEY_PUBLIC,    /* or the file with a provider's key */
    FOUND_WEB__MAX,
    /* What holds for the host, whatever web server there is. */
    FOUND_UNTRUSTED = FOUND_WEB__MAX, /* no TLS that clients accept */
    FOUND_DATA_MODE,                  /* other users of the host can look into the data directory */
    FOUND_CONFIG_MODE,                /* they can change the configuration */
    FOUND_KEY_MODE,                   /* they can read a provider's key */
    FOUND_NETWORK_DISK,               /* the data directory is not on a local disk */
    FOUND_DISK_FULL,                  /* little room is left */
    FOUND_KEEPER,                     /* the ledger cannot be reached */
    FOUND__MAX
};

/* Web servers, and the files of theirs that lines can stand in. */
enum doctor_place {
    PLACE_LIGHTTPD,
    PLACE_FCGID,
    PLACE_FCGID_HTACCESS,
    PLACE_PROXY, /* Apache's mod_proxy_fcgi */
    PLACE_APACHE_CGI,
    PLACE_APACHE_CGI_HTACCESS,
    PLACE_NGINX,
    PLACE_OTHER, /* a web server that is none of these */
    PLACE_WEB__MAX,
    PLACE_HOST = PLACE_WEB__MAX, /* for findings that do not depend on the web server */
    PLACE__MAX
};

struct doctor_text {
    const char *name;    /* one word, for programs */
    const char *good;    /* what is said if there is nothing to find */
    const char *title;   /* what was found */
    const char *meaning; /* for users */
};

struct doctor_advice {
    const char *lines; /* to be put into the file; NULL: there are none, and the note says why.
                          @BASE@ and the like are to be filled in, see cli/doctor_report.h */
    const char *note;  /* what else is to know; NULL: nothing */
};

/* Whether who only chats does not notice it. */
static inline bool doctor_spares_chat(enum doctor_finding finding) {
    return finding == FOUND_ENCODED_SLASH;
}

/* Never NULL. */
const struct doctor_text *doctor_text(enum doctor_finding finding);

/* NULL for a finding of the web server at PLACE_HOST, and the other way round. */
const struct doctor_advice *doctor_advice(enum doctor_finding finding, enum doctor_place place);

/* Lines for an access log that does not show the query; NULL: none are known. */
const char *doctor_plain_log(enum doctor_place place);

/* What to call the place, and where in it lines go. */
struct doctor_place_text {
    const char *name, *where;
};
const struct doctor_place_text *doctor_place(enum doctor_place place);

#endif
