/* What clients name by URL, fetched with care. */
#include "upstream/fetch.h"

#include <arpa/inet.h>
#include <curl/curl.h>
#include <netinet/in.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>

#include "upstream/tls.h"

#define REDIRECTIONS 3

#define COUNT(table) (sizeof(table) / sizeof *(table))

struct fetching {
    const struct fetch_rules *rules;
    struct buf *out;
    bool refused; /* an address */
};

/* ---- addresses (RFC 6890 and its registries) ------------------------------------------ */

struct block {
    unsigned char prefix[16];
    unsigned bits;
};

static const struct block private4[] = {
    {{0}, 8},
    {{10}, 8},
    {{100, 64}, 10},
    {{127}, 8},
    {{169, 254}, 16},
    {{172, 16}, 12},
    {{192, 0, 0}, 24},
    {{192, 0, 2}, 24},
    {{192, 88, 99}, 24},
    {{192, 168}, 16},
    {{198, 18}, 15},
    {{198, 51, 100}, 24},
    {{203, 0, 113}, 24},
    {{224}, 4},
    {{240}, 4},
};

/* Of IPv6 only 2000::/3 is given out, and not all of that. */
static const struct block private6[] = {
    {{0x20, 0x01, 0x00, 0x00}, 32}, /* Teredo */
    {{0x20, 0x01, 0x00, 0x10}, 28},
    {{0x20, 0x01, 0x00, 0x20}, 28},
    {{0x20, 0x01, 0x0d, 0xb8}, 32},
    {{0x20, 0x02}, 16}, /* 6to4 */
    {{0x3f, 0xff}, 20},
};
static const struct block global6 = {{0x20}, 3};
static const struct block mapped6 = {{[10] = 0xff, [11] = 0xff}, 96};
static const struct block nat64 = {{0x00, 0x64, 0xff, 0x9b}, 96};

static bool is_in(const unsigned char *address, const struct block *block) {
    unsigned whole = block->bits / 8, rest = block->bits % 8;
    if (memcmp(address, block->prefix, whole) != 0)
        return false;
    return rest == 0 || (address[whole] ^ block->prefix[whole]) >> (8 - rest) == 0;
}

static bool is_in_any(const unsigned char *address, const struct block *blocks, size_t count) {
    for (size_t i = 0; i < count; i++)
        if (is_in(address, &blocks[i]))
            return true;
    return false;
}

static bool is_public4(const unsigned char *address) {
    return !is_in_any(address, private4, COUNT(private4));
}

/* The IPv4 address that one of IPv6 leads to, NULL if it leads to none. */
static const unsigned char *embedded4(const unsigned char *address) {
    return is_in(address, &mapped6) || is_in(address, &nat64) ? address + 12 : NULL;
}

static bool is_public6(const unsigned char *address) {
    if (embedded4(address))
        return is_public4(embedded4(address));
    return is_in(address, &global6) && !is_in_any(address, private6, COUNT(private6));
}

/* Where machines answer about themselves and hand out keys: nobody's pictures are there, however private the
 * network. */
static const struct block machine4[] = {
    {{169, 254}, 16},           /* link-local */
    {{100, 100, 100, 200}, 32}, /* Alibaba Cloud */
};
static const struct block machine6[] = {
    {{0xfe, 0x80}, 10},             /* link-local */
    {{0xfd, 0x00, 0x0e, 0xc2}, 32}, /* Amazon's fd00:ec2::254 and its neighbours */
    {{0xfd, 0x00, 0x00, 0xc1, [12] = 0xa9, 0xfe, 0xa9, 0xfe}, 128}, /* Oracle */
    {{0xfd, 0x20, 0x00, 0xce, [14] = 0x02, 0x54}, 128},             /* Google */
};

static bool is_machine4(const unsigned char *address) {
    return is_in_any(address, machine4, COUNT(machine4));
}

static bool is_machine6(const unsigned char *address) {
    if (embedded4(address))
        return is_machine4(embedded4(address));
    return is_in_any(address, machine6, COUNT(machine6));
}

bool fetch_may_reach(const struct sockaddr *address, bool private_hosts) {
    if (address->sa_family == AF_INET) {
        const struct in_addr *v4 = &((const struct sockaddr_in *)(const void *)address)->sin_addr;
        const unsigned char *bytes = (const unsigned char *)v4;
        return private_hosts ? !is_machine4(bytes) : is_public4(bytes);
    }
    if (address->sa_family == AF_INET6) {
        const unsigned char *bytes = ((const struct sockaddr_in6 *)(const void *)address)->sin6_addr.s6_addr;
        return private_hosts ? !is_machine6(bytes) : is_public6(bytes);
    }
    return false;
}

/* ---- libcurl ---------------------------------------------------------------------------- */

/* Called with what is about to be connected to, for each address and each redirection. */
static curl_socket_t open_socket(void *arg, curlsocktype purpose, struct curl_sockaddr *address) {
    struct fetching *fetching = arg;
    (void)purpose;
    if (!fetch_may_reach(&address->addr, fetching->rules->private_hosts)) {
        fetching->refused = true;
        return CURL_SOCKET_BAD;
    }
    return socket(address->family, address->socktype | SOCK_CLOEXEC, address->protocol);
}

static size_t take_body(char *bytes, size_t size, size_t count, void *arg) {
    struct fetching *fetching = arg;
    buf_add(fetching->out, bytes, size * count);
    return fetching->out->overflow ? 0 : size * count;
}

static void prepare(CURL *easy, struct upstream *upstream, const char *url, struct fetching *fetching) {
#if LIBCURL_VERSION_NUM >= 0x075500
    const char *protocols = fetching->rules->https_only ? "https" : "http,https";
    curl_easy_setopt(easy, CURLOPT_PROTOCOLS_STR, protocols);
    curl_easy_setopt(easy, CURLOPT_REDIR_PROTOCOLS_STR, protocols);
#else
    long protocols = CURLPROTO_HTTPS | (fetching->rules->https_only ? 0 : CURLPROTO_HTTP);
    curl_easy_setopt(easy, CURLOPT_PROTOCOLS, protocols);
    curl_easy_setopt(easy, CURLOPT_REDIR_PROTOCOLS, protocols);
#endif
    curl_easy_setopt(easy, CURLOPT_URL, url);
    curl_easy_setopt(easy, CURLOPT_FOLLOWLOCATION, 1L);
    curl_easy_setopt(easy, CURLOPT_MAXREDIRS, (long)REDIRECTIONS);
    curl_easy_setopt(easy, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(easy, CURLOPT_PROXY, "");
    curl_easy_setopt(easy, CURLOPT_NETRC, (long)CURL_NETRC_IGNORED);
    curl_easy_setopt(easy, CURLOPT_SSL_VERIFYPEER, 1L);
    curl_easy_setopt(easy, CURLOPT_SSL_VERIFYHOST, 2L);
    curl_easy_setopt(easy, CURLOPT_SSLVERSION, (long)CURL_SSLVERSION_TLSv1_2);
    curl_easy_setopt(easy, CURLOPT_HTTP_VERSION, CURL_HTTP_VERSION_1_1);
    curl_easy_setopt(easy, CURLOPT_USERAGENT, "aihub/" PACKAGE_VERSION);
    curl_easy_setopt(easy, CURLOPT_FAILONERROR, 1L);
    curl_easy_setopt(easy, CURLOPT_FRESH_CONNECT, 1L);
    curl_easy_setopt(easy, CURLOPT_FORBID_REUSE, 1L);
    curl_easy_setopt(easy, CURLOPT_TIMEOUT_MS, (long)fetching->rules->ms);
    curl_easy_setopt(easy, CURLOPT_CONNECTTIMEOUT_MS, (long)fetching->rules->ms);
    curl_easy_setopt(easy, CURLOPT_MAXFILESIZE_LARGE, (curl_off_t)fetching->rules->most);
    curl_easy_setopt(easy, CURLOPT_OPENSOCKETFUNCTION, open_socket);
    curl_easy_setopt(easy, CURLOPT_OPENSOCKETDATA, fetching);
    curl_easy_setopt(easy, CURLOPT_WRITEFUNCTION, take_body);
    curl_easy_setopt(easy, CURLOPT_WRITEDATA, fetching);
    upstream_trust(upstream, easy);
}

static int say(const struct fetching *fetching, CURL *easy, CURLcode code, struct error *err) {
    long status = 0;
    curl_easy_getinfo(easy, CURLINFO_RESPONSE_CODE, &status);
    if (fetching->refused)
        return error_set(err, ERR_REQUEST, "The URL leads to an address that is not public.");
    if (fetching->out->overflow || code == CURLE_FILESIZE_EXCEEDED)
        return error_set(err, ERR_REQUEST, "What the URL leads to is larger than the hub takes.");
    if (code == CURLE_OPERATION_TIMEDOUT)
        return error_set(err, ERR_REQUEST, "What the URL leads to did not come in time.");
    if (code == CURLE_HTTP_RETURNED_ERROR)
        return error_set(err, ERR_REQUEST, "The URL cannot be fetched: it is answered with status %ld.",
                         status);
    return error_set(err, ERR_REQUEST, "The URL cannot be fetched: %s.", curl_easy_strerror(code));
}

static void keep_type(CURL *easy, char type[FETCH_TYPE]) {
    const char *sent = NULL;
    size_t len = 0;
    curl_easy_getinfo(easy, CURLINFO_CONTENT_TYPE, &sent);
    for (; sent && sent[len] && !strchr("; \t", sent[len]) && len < FETCH_TYPE - 1; len++)
        type[len] = (char)(sent[len] >= 'A' && sent[len] <= 'Z' ? sent[len] + 32 : sent[len]);
    type[len] = '\0';
}

/* Until it is done, or somebody ends it. */
static int transfer(CURL *easy, CURLM *multi, struct fetching *fetching, struct error *err) {
    struct watch watch = fetching->rules->watch;
    int running = 1, left;
    for (;;) {
        if (curl_multi_perform(multi, &running) != CURLM_OK)
            return error_set(err, ERR_INTERNAL, "The URL could not be fetched.");
        if (!running)
            break;
        if (watch_poll(&watch, multi, fetching->rules->ms, err) < 0)
            return -1;
    }
    const CURLMsg *message = curl_multi_info_read(multi, &left);
    CURLcode code = message ? message->data.result : CURLE_RECV_ERROR;
    return code == CURLE_OK ? 0 : say(fetching, easy, code, err);
}

int fetch_url(struct upstream *upstream, const char *url, const struct fetch_rules *rules, struct buf *out,
              char type[FETCH_TYPE], struct error *err) {
    struct fetching fetching = {.rules = rules, .out = out};
    CURL *easy = curl_easy_init();
    CURLM *multi = curl_multi_init();
    if (!easy || !multi)
        abort(); /* out of memory */
    buf_init(out, rules->most);
    buf_puts(out, "");
    prepare(easy, upstream, url, &fetching);
    curl_multi_add_handle(multi, easy);
    int rc = transfer(easy, multi, &fetching, err);
    keep_type(easy, type);
    curl_multi_remove_handle(multi, easy);
    curl_easy_cleanup(easy);
    curl_multi_cleanup(multi);
    return rc;
}
