#ifndef BASE_ERROR_H
#define BASE_ERROR_H

#include <stdbool.h>

/*
 * One error travels up through all functions of a request. Functions return 0
 * or -1 and fill it; the first error wins, so code may report freely on its
 * way out. Only two places turn it into bytes: the dispatcher (before the
 * first byte of a reply) and the stream writer (after it).
 */
enum error_kind {
    ERR_NONE,
    ERR_REQUEST,     /* the caller's input is wrong */
    ERR_AUTH,        /* no key, or one that is not valid */
    ERR_CREDIT,      /* the balance does not pay for this call */
    ERR_PERMISSION,  /* known, but may not do this */
    ERR_NOT_FOUND,   /* no such path, model or thing */
    ERR_METHOD,      /* the path exists, the method does not */
    ERR_CONFLICT,    /* already exists, or was changed meanwhile */
    ERR_TOO_LARGE,   /* body over the limit */
    ERR_MEDIA_TYPE,  /* content type or coding that is not understood */
    ERR_LIMIT,       /* a request or token limit is reached */
    ERR_INTERNAL,    /* a fault of the hub */
    ERR_UPSTREAM,    /* the provider failed or answered nonsense */
    ERR_UNAVAILABLE, /* hub busy, stopping, or its ledger out of reach */
    ERR_TIMEOUT,     /* the provider did not answer in time */
    ERR_GONE,        /* the client left; nothing is written any more */
    ERR__MAX
};

/* Which limit was reached. */
enum error_limited { LIMITED_OTHERWISE, LIMITED_REQUESTS, LIMITED_TOKENS, LIMITED__MAX };
struct error_limit {
    enum error_limited by;
    long long most, reset; /* so many, and from when on again, seconds since 1970; 0: waiting does not help */
};

struct error {
    enum error_kind kind;
    int status;               /* HTTP status; the kind's own unless changed */
    int retry_after;          /* seconds, 0: not said */
    bool from_model;          /* the model failed or refused, or its provider; not the hub */
    const char *code;         /* static text for the `code` of an error body, NULL: the kind's own */
    char param[128];          /* the offending field's path, "" if none */
    char message[320];        /* one sentence for the caller, never a secret */
    struct error_limit limit; /* of the hub's, which refuses */
};

/* Fills err unless it already holds an error. Always returns -1. */
int error_set(struct error *err, enum error_kind kind, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

/* The same with the field at fault. */
int error_param(struct error *err, enum error_kind kind, const char *param, const char *format, ...)
    __attribute__((format(printf, 4, 5)));

/* The same with a code, which is static text, and a message that is whole. */
int error_coded(struct error *err, enum error_kind kind, const char *code, const char *message);

/* The constant equal to a code that came from another process; NULL if it is none that the ledger sends. */
const char *error_code(const char *text);

/* A short constant name of a kind, for logs. */
const char *error_name(enum error_kind kind);

#endif
