/* Networks in CIDR form, and lists of them. */
#include "base/network.h"

#include <arpa/inet.h>
#include <stdio.h>
#include <string.h>

#define MAPPED_BITS 96
#define ALL_BITS    128
#define BLANKS      " \t"
#define TEXT_SIZE   64 /* of the longest network, INET6_ADDRSTRLEN with a slash and three digits */

static const unsigned char mapped[MAPPED_BITS / 8] = {[10] = 0xff, [11] = 0xff};

static bool is_mapped(const unsigned char *address) {
    return memcmp(address, mapped, sizeof mapped) == 0;
}

bool network_address(const char *text, unsigned char address[NETWORK_ADDRESS]) {
    if (inet_pton(AF_INET6, text, address) == 1)
        return true;
    memcpy(address, mapped, sizeof mapped);
    return inet_pton(AF_INET, text, address + sizeof mapped) == 1;
}

/* A decimal number without sign or leading zero, at most `most`; -1 on other text. */
static int read_bits(const char *text, int most) {
    int bits = 0;
    size_t len = strspn(text, "0123456789");
    if (len == 0 || len > 3 || text[len] || (*text == '0' && len > 1))
        return -1;
    for (; *text; text++)
        bits = 10 * bits + *text - '0';
    return bits <= most ? bits : -1;
}

/* Clears what stands behind the prefix; returns whether anything did. */
static bool clear_host(struct network *network) {
    bool any = false;
    for (unsigned i = 0; i < NETWORK_ADDRESS; i++) {
        unsigned kept = network->bits <= 8 * i ? 0 : network->bits - 8 * i;
        unsigned char host = kept >= 8 ? 0 : (unsigned char)(0xff >> kept);
        any = any || (network->prefix[i] & host);
        network->prefix[i] &= (unsigned char)~host;
    }
    return any;
}

static void write_network(const struct network *network, char text[TEXT_SIZE]) {
    bool v4 = network->bits >= MAPPED_BITS && is_mapped(network->prefix);
    const unsigned char *from = v4 ? network->prefix + sizeof mapped : network->prefix;
    inet_ntop(v4 ? AF_INET : AF_INET6, from, text, TEXT_SIZE);
    size_t len = strlen(text);
    snprintf(text + len, TEXT_SIZE - len, "/%u", network->bits - (v4 ? MAPPED_BITS : 0));
}

int network_read(const char *text, struct network *network, struct error *err) {
    char address[TEXT_SIZE], meant[TEXT_SIZE];
    size_t len = strcspn(text, "/");
    bool v4 = !memchr(text, ':', len), whole = len < sizeof address;
    snprintf(address, sizeof address, "%.*s", (int)(whole ? len : 0), text);
    if (!network_address(address, network->prefix))
        return error_set(err, ERR_REQUEST, "\"%.80s\" is no network such as 10.0.0.0/8 or 2001:db8::/32",
                         text);
    int most = v4 ? ALL_BITS - MAPPED_BITS : ALL_BITS;
    int bits = text[len] ? read_bits(text + len + 1, most) : most;
    if (bits < 0)
        return error_set(err, ERR_REQUEST, "\"%.80s\" has no number from 0 to %d behind its slash", text,
                         most);
    network->bits = (unsigned)bits + (v4 ? MAPPED_BITS : 0);
    if (!clear_host(network))
        return 0;
    write_network(network, meant);
    return error_set(err, ERR_REQUEST, "\"%.80s\" is an address in a network; the network is %s", text,
                     meant);
}

bool network_holds(const struct network *network, const unsigned char address[NETWORK_ADDRESS]) {
    if (is_mapped(address) && network->bits < MAPPED_BITS)
        return false;
    unsigned whole = network->bits / 8, rest = network->bits % 8;
    if (memcmp(address, network->prefix, whole) != 0)
        return false;
    return rest == 0 || (address[whole] ^ network->prefix[whole]) >> (8 - rest) == 0;
}

/* Takes the next text off a list, cut to what fits: nothing so long is a network. Returns false at the end.
 */
static bool take(const char **list, char text[2 * TEXT_SIZE]) {
    *list += strspn(*list, BLANKS);
    size_t len = strcspn(*list, BLANKS);
    snprintf(text, (size_t)2 * TEXT_SIZE, "%.*s", (int)(len < 2 * TEXT_SIZE ? len : 2 * TEXT_SIZE), *list);
    *list += len;
    return len > 0;
}

int network_list_check(const char *list, struct error *err) {
    char text[2 * TEXT_SIZE];
    struct network network;
    while (take(&list, text))
        if (network_read(text, &network, err) < 0)
            return -1;
    return 0;
}

bool network_list_holds(const char *list, const unsigned char address[NETWORK_ADDRESS]) {
    char text[2 * TEXT_SIZE];
    struct network network;
    struct error ignored = {0};
    while (take(&list, text))
        if (network_read(text, &network, &ignored) == 0 && network_holds(&network, address))
            return true;
    return false;
}
