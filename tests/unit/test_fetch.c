/* Which addresses the Internet reaches: nothing else may be fetched from for a stranger. */
#include "upstream/fetch.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <string.h>

#include "tap.h"

static bool is_public(const char *text) {
    struct sockaddr_in v4 = {.sin_family = AF_INET};
    struct sockaddr_in6 v6 = {.sin6_family = AF_INET6};
    if (inet_pton(AF_INET, text, &v4.sin_addr) == 1)
        return fetch_is_public((struct sockaddr *)&v4);
    return inet_pton(AF_INET6, text, &v6.sin6_addr) == 1 && fetch_is_public((struct sockaddr *)&v6);
}

int main(void) {
    static const struct {
        const char *address;
        bool want;
    } rows[] = {
        {"8.8.8.8", true},
        {"1.1.1.1", true},
        {"93.184.216.34", true},
        {"172.15.255.255", true},
        {"172.32.0.0", true},
        {"100.63.255.255", true},
        {"100.128.0.0", true},
        {"198.17.255.255", true},
        {"198.20.0.0", true},
        {"223.255.255.255", true},
        {"0.0.0.0", false},
        {"0.1.2.3", false},
        {"10.0.0.1", false},
        {"10.255.255.255", false},
        {"100.64.0.0", false},
        {"100.127.255.255", false},
        {"127.0.0.1", false},
        {"127.255.255.255", false},
        {"169.254.169.254", false},
        {"172.16.0.0", false},
        {"172.31.255.255", false},
        {"192.0.0.8", false},
        {"192.0.2.1", false},
        {"192.88.99.1", false},
        {"192.168.1.1", false},
        {"198.18.0.1", false},
        {"198.19.255.255", false},
        {"198.51.100.7", false},
        {"203.0.113.7", false},
        {"224.0.0.1", false},
        {"239.255.255.255", false},
        {"240.0.0.1", false},
        {"255.255.255.255", false},
        {"2606:4700:4700::1111", true},
        {"2a00:1450:4001::1", true},
        {"3fff:1000::1", true},
        {"::", false},
        {"::1", false},
        {"::ffff:8.8.8.8", true},
        {"::ffff:127.0.0.1", false},
        {"::ffff:10.1.2.3", false},
        {"64:ff9b::8.8.8.8", true},
        {"64:ff9b::127.0.0.1", false},
        {"64:ff9b:1::1", false},
        {"100::1", false},
        {"2001::1", false},
        {"2001:10::1", false},
        {"2001:20::1", false},
        {"2001:db8::1", false},
        {"2002:7f00:1::", false},
        {"3fff::1", false},
        {"4000::1", false},
        {"fc00::1", false},
        {"fd12::1", false},
        {"fe80::1", false},
        {"fec0::1", false},
        {"ff02::1", false},
    };
    struct sockaddr other = {.sa_family = AF_UNIX};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        is_int(is_public(rows[i].address), rows[i].want, rows[i].address);
    ok(!fetch_is_public(&other), "an address of another family");
    return tap_done();
}
