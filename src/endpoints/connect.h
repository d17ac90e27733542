#ifndef ENDPOINTS_CONNECT_H
#define ENDPOINTS_CONNECT_H

#include "hub.h"

/*
 * How AIGNE's clients get a key without anybody copying one: the program asks for a session, a person opens
 * a page of the hub that names it, logs in there and agrees, and the program asks for what was granted.
 *
 * The session's id is the secret of the program, and of the page's address that it shows. The ledger knows a
 * hash of it, and the key only sealed under another one: what it holds is of no use to anybody else.
 */
#define CONNECT_SECRET 65 /* its text: 64 hexadecimal digits */

struct connect_names {
    unsigned char id[SECRET_HASH]; /* for the ledger */
    char challenge[2 * SECRET_HASH + 1], key_id[2 * SECRET_HASH + 1];
};

/* What follows from the secret. Returns false if that is none. */
bool connect_name(const char *secret, struct connect_names *names);

#endif
