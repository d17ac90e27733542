#ifndef BASE_NETWORK_H
#define BASE_NETWORK_H

#include <stdbool.h>

#include "base/error.h"

/*
 * Networks in CIDR form. An address is 16 bytes, as IPv6 has it; one of IPv4 is mapped into
 * ::ffff:0:0/96, and is the same however it was written. No network of IPv6 holds it, not even ::/0.
 */
#define NETWORK_ADDRESS 16

struct network {
    unsigned char prefix[NETWORK_ADDRESS]; /* zero behind its bits */
    unsigned bits;                         /* of the 128; a network of IPv4 has 96 and more */
};

/* Reads an address of IPv4 or IPv6; false if the text is none. A zone ("%eth0") is none. */
bool network_address(const char *text, unsigned char address[NETWORK_ADDRESS]);

/*
 * Reads "10.0.0.0/8", "2001:db8::/32" or a bare address, which is a network of one.
 * Returns 0; -1 with ERR_REQUEST and a sentence that names the text. A text with
 * bits set behind its prefix is refused with the network that was probably meant.
 */
int network_read(const char *text, struct network *network, struct error *err);

bool network_holds(const struct network *network, const unsigned char address[NETWORK_ADDRESS]);

/* A list of networks with blanks between them; an empty one holds nothing. The check returns 0, or -1 with
 * the error of the first that is none. Holds takes a list that was checked. */
int network_list_check(const char *list, struct error *err);
bool network_list_holds(const char *list, const unsigned char address[NETWORK_ADDRESS]);

#endif
