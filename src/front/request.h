#ifndef FRONT_REQUEST_H
#define FRONT_REQUEST_H

#include <stdbool.h>
#include <stddef.h>

#include "base/mem.h"

enum { READ_BROKEN = -1, READ_LATE = -2 };

/* Where a request comes from: FastCGI, CGI, or a test. */
struct request_source {
    /* A CGI variable, NULL if it is not there. Valid as long as the request. */
    const char *(*variable)(void *arg, const char *name);
    /* Up to len bytes of the body: how many, 0 at its end, READ_BROKEN, READ_LATE. */
    long (*read)(void *arg, char *bytes, size_t len);
    /* From now on read waits for so many seconds at most. */
    void (*limit)(void *arg, int seconds);
    /* Whether the client is known to have left. */
    bool (*gone)(void *arg);
    void *arg;
    int fd; /* shows a hang-up when polled; -1: none */
};

struct request {
    const struct request_source *source;
    const char *method;
    const char *uri;   /* as sent, less the query */
    const char *query; /* as sent, "" if none */
    struct arena *arena;
};

/* Reads method, path and query from the variables. Always succeeds: what is missing is "". */
void request_init(struct request *request, const struct request_source *source, struct arena *arena);

/* What stands before the hub's own paths when nobody configured it: a .fcgi or .cgi script in SCRIPT_NAME, or
 * its directory; "" for the root. */
const char *request_base(const struct request *request);

/*
 * The path below `base` ("/ai"; NULL: request_base()): doubled slashes and dot segments resolved, each
 * segment decoded after splitting. NULL if the path is not below base, or holds NUL or a malformed escape.
 */
const char *request_path(const struct request *request, const char *base);

/* A header field by its name in any case ("x-api-key"), NULL if it is not there or empty. */
const char *request_header(const struct request *request, const char *name);

/* A decoded parameter of the query, NULL if it is not there. */
const char *request_parameter(const struct request *request, const char *name);

/* Whether the content type is JSON's, or none is said; whether it is that of an HTML form; and of one with
 * files. */
bool request_is_json(const struct request *request);
bool request_is_form(const struct request *request);
bool request_is_multipart(const struct request *request);

/* Undoes the coding of a name or value of a query or a form, in place. Returns false on a malformed escape or
 * a NUL. */
bool request_decode(char *text);

/* The same where '+' stands for itself. */
bool request_unescape(char *text);

bool request_gone(const struct request *request);

#endif
