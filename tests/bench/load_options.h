#ifndef LOAD_OPTIONS_H
#define LOAD_OPTIONS_H

#include <stdint.h>
#include <stdio.h>
#include <sys/socket.h>

#include "load_check.h"

/* The command line, understood. */
struct options {
    struct sockaddr_storage address;
    socklen_t address_len;
    char *head; /* of each request, up to the number of its Content-Length */
    char *body; /* of each request, without the brace that opens it */
    size_t connections;
    uint64_t requests;    /* UINT64_MAX: no limit */
    uint64_t seconds_us;  /* no request begins later; UINT64_MAX: no limit */
    uint64_t interval_us; /* requests begin at this distance; 0: as soon as a connection is free */
    uint64_t timeout_us, retry_us;
    bool keep_alive, as_json;
    FILE *ids;
    struct expected expected;
};

/* Returns 0, or -1 after a message on stderr. */
int options_read(struct options *options, int argc, char **argv);
void options_free(struct options *options);

#endif
