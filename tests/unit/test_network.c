/* Networks in CIDR form: what is one, what it holds, and lists of them. */
#include "base/network.h"

#include "tap.h"

static void test_read(void) {
    static const struct {
        const char *text;
        int bits;          /* -1: none */
        const char *error; /* a part of it */
    } rows[] = {
        {"10.0.0.0/8", 104, NULL},
        {"0.0.0.0/0", 96, NULL},
        {"10.1.2.3", 128, NULL},
        {"10.1.2.3/32", 128, NULL},
        {"10.1.2.2/31", 127, NULL},
        {"2001:db8::/32", 32, NULL},
        {"2001:DB8::/32", 32, NULL},
        {"::/0", 0, NULL},
        {"::1", 128, NULL},
        {"::1/128", 128, NULL},
        {"::ffff:10.0.0.0/104", 104, NULL},
        {"::ffff:10.0.0.1", 128, NULL},
        {"fe80::/10", 10, NULL},
        {"10.0.0.1/8", -1, "the network is 10.0.0.0/8"},
        {"10.128.0.0/8", -1, "the network is 10.0.0.0/8"},
        {"10.1.2.3/31", -1, "the network is 10.1.2.2/31"},
        {"1.0.0.0/0", -1, "the network is 0.0.0.0/0"},
        {"2001:db8::1/32", -1, "the network is 2001:db8::/32"},
        {"2001:db8::/31", 31, NULL},
        {"2001:db9::/31", -1, "the network is 2001:db8::/31"},
        {"::ffff:10.0.0.1/104", -1, "the network is 10.0.0.0/8"},
        {"::ffff:0.0.0.0/90", -1, "the network is ::ffc0:0:0/90"},
        {"ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff/127", -1, ":fffe/127"},
        {"10.0.0.0/33", -1, "from 0 to 32"},
        {"10.0.0.0/", -1, "from 0 to 32"},
        {"10.0.0.0/08", -1, "from 0 to 32"},
        {"10.0.0.0/+8", -1, "from 0 to 32"},
        {"10.0.0.0/ 8", -1, "from 0 to 32"},
        {"10.0.0.0/8 ", -1, "from 0 to 32"},
        {"10.0.0.0/8/8", -1, "from 0 to 32"},
        {"10.0.0.0/-1", -1, "from 0 to 32"},
        {"10.0.0.0/4294967304", -1, "from 0 to 32"},
        {"::/129", -1, "from 0 to 128"},
        {"", -1, "is no network"},
        {"/8", -1, "is no network"},
        {"10/8", -1, "is no network"},
        {"10.0.0/8", -1, "is no network"},
        {"10.0.0.0.0/8", -1, "is no network"},
        {"010.0.0.0/8", -1, "is no network"},
        {"0x0a.0.0.0/8", -1, "is no network"},
        {"256.0.0.0/8", -1, "is no network"},
        {" 10.0.0.0/8", -1, "is no network"},
        {"fe80::1%lo", -1, "is no network"},
        {"[::1]/128", -1, "is no network"},
        {"::1::/16", -1, "is no network"},
        {"localhost", -1, "is no network"},
        {"0000000000000000000000000000000000000000000000000000000000000000000000000000000000000000:/1", -1,
         "is no network"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct network network;
        struct error err = {0};
        int rc = network_read(rows[i].text, &network, &err);
        is_int(rc == 0 ? (int)network.bits : -1, rows[i].bits, rows[i].text);
        if (rows[i].error)
            ok(err.kind == ERR_REQUEST && strstr(err.message, rows[i].error), "%s: %s", rows[i].text,
               err.message);
    }
}

static void test_holds(void) {
    static const struct {
        const char *network, *address;
        bool holds;
    } rows[] = {
        {"10.0.0.0/8", "10.0.0.0", true},
        {"10.0.0.0/8", "10.255.255.255", true},
        {"10.0.0.0/8", "11.0.0.0", false},
        {"10.0.0.0/8", "9.255.255.255", false},
        {"10.0.0.0/8", "::ffff:10.1.2.3", true},
        {"10.0.0.0/8", "::10.1.2.3", false},
        {"::ffff:10.0.0.0/104", "10.1.2.3", true},
        {"172.16.0.0/12", "172.31.255.255", true},
        {"172.16.0.0/12", "172.32.0.0", false},
        {"192.0.2.7", "192.0.2.7", true},
        {"192.0.2.7", "192.0.2.6", false},
        {"0.0.0.0/0", "255.255.255.255", true},
        {"0.0.0.0/0", "::1", false},
        {"::/0", "::1", true},
        {"::/0", "ffff::", true},
        {"::/0", "10.0.0.1", false},
        {"::/64", "::ffff:10.0.0.1", false},
        {"2001:db8::/33", "2001:db8:7fff::1", true},
        {"2001:db8::/33", "2001:db8:8000::1", false},
        {"::1", "::1", true},
        {"::1", "::2", false},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct network network;
        unsigned char address[NETWORK_ADDRESS];
        struct error err = {0};
        bool good =
            network_read(rows[i].network, &network, &err) == 0 && network_address(rows[i].address, address);
        ok(good && network_holds(&network, address) == rows[i].holds, "%s %s %s", rows[i].network,
           rows[i].holds ? "holds" : "does not hold", rows[i].address);
    }
}

/* A network of each length has exactly the bits that it says. */
static void test_lengths(void) {
    int wrong = 0;
    for (unsigned bits = 0; bits <= 128; bits++)
        for (unsigned flip = 0; flip < 128; flip++) {
            struct network network = {.bits = bits};
            unsigned char address[NETWORK_ADDRESS] = {0x20};
            memset(network.prefix, 0, sizeof network.prefix);
            if (bits > 2)
                network.prefix[0] = 0x20;
            address[flip / 8] ^= (unsigned char)(0x80 >> flip % 8);
            if (bits <= 2)
                address[0] &= 0xc0;
            bool same = flip >= bits || (bits <= 2 && flip == 2);
            wrong += network_holds(&network, address) != same;
        }
    is_int(wrong, 0, "each bit counts that is in front, and none behind");
}

static void test_list(void) {
    static const struct {
        const char *list, *address;
        bool good, holds;
    } rows[] = {
        {"", "10.0.0.1", true, false},
        {"  \t ", "10.0.0.1", true, false},
        {"10.0.0.0/8", "10.0.0.1", true, true},
        {" 192.0.2.0/24\t2001:db8::/32  10.0.0.0/8 ", "10.0.0.1", true, true},
        {"192.0.2.0/24 2001:db8::/32", "2001:db8::1", true, true},
        {"192.0.2.0/24 2001:db8::/32", "10.0.0.1", true, false},
        {"192.0.2.0/24,10.0.0.0/8", "10.0.0.1", false, false},
        {"192.0.2.0/24 10.0.0.1/8", "192.0.2.1", false, true},
        {"192.0.2.0/24;10.0.0.0/8", "192.0.2.1", false, false},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct error err = {0};
        unsigned char address[NETWORK_ADDRESS];
        bool good = network_list_check(rows[i].list, &err) == 0;
        is_int(good, rows[i].good, rows[i].list);
        is_int(good, err.kind == ERR_NONE, "and there is an error if not");
        ok(network_address(rows[i].address, address) &&
               network_list_holds(rows[i].list, address) == rows[i].holds,
           "\"%s\" and %s", rows[i].list, rows[i].address);
    }
}

int main(void) {
    test_read();
    test_holds();
    test_lengths();
    test_list();
    return tap_done();
}
