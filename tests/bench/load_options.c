/* The load generator's command line, and the request that it makes. */
#include "load_options.h"

#include <errno.h>
#include <getopt.h>
#include <netdb.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"

static const char usage[] =
    "usage: load --url http://HOST:PORT/PATH --key KEY (--body FILE | --model MODEL) [--stream]\n"
    "            --connections C (--requests N | --seconds S) [--rate-paced] [--json]\n"
    "            [--no-keepalive] [--no-marks] [--ids FILE] [--retry-for MS] [--timeout S]\n"
    "  --body FILE     the request, JSON; its `user` and `stream` are replaced\n"
    "  --model MODEL   a small request of our own (streams ask for usage)\n"
    "  --rate-paced    N requests spread evenly over S seconds (both must be given); a\n"
    "                  latency counts from the time at which its request should have begun\n"
    "  --no-marks      streams need not carry marks (the provider's behaviour `mark`)\n"
    "  --ids FILE      a line for each answer: x-request-id, status, complete or cut\n"
    "  --retry-for MS  try again after a failed connection, an answer that never began, or a 5xx\n"
    "exit status: 0 all calls succeeded, 1 some failed, 2 the command line is wrong\n";

/* The command line as it stands. */
struct words {
    const char *url, *key, *body, *model, *ids;
    uint64_t connections, requests, seconds, timeout, retry_for;
    int stream, paced, json, no_keep_alive, no_marks;
};

static int complain(const char *what) {
    fprintf(stderr, "load: %s\n%s", what, usage);
    return -1;
}

static int read_number(const char *text, uint64_t *number) {
    char *end;
    errno = 0;
    unsigned long long value = strtoull(text, &end, 10);
    if (errno || end == text || *end || *text == '-' || value > UINT32_MAX)
        return complain("a value is no number or too large");
    *number = value;
    return 0;
}

static int read_words(struct words *words, int argc, char **argv) {
    const struct option known[] = {
        {"url", required_argument, NULL, 'u'},
        {"key", required_argument, NULL, 'k'},
        {"body", required_argument, NULL, 'b'},
        {"model", required_argument, NULL, 'm'},
        {"ids", required_argument, NULL, 'i'},
        {"connections", required_argument, NULL, 'c'},
        {"requests", required_argument, NULL, 'n'},
        {"seconds", required_argument, NULL, 's'},
        {"timeout", required_argument, NULL, 't'},
        {"retry-for", required_argument, NULL, 'r'},
        {"stream", no_argument, &words->stream, 1},
        {"rate-paced", no_argument, &words->paced, 1},
        {"json", no_argument, &words->json, 1},
        {"no-keepalive", no_argument, &words->no_keep_alive, 1},
        {"no-marks", no_argument, &words->no_marks, 1},
        {NULL, 0, NULL, 0},
    };
    for (int option; (option = getopt_long(argc, argv, "", known, NULL)) != -1;) {
        uint64_t *number = option == 'c'   ? &words->connections
                           : option == 'n' ? &words->requests
                           : option == 's' ? &words->seconds
                           : option == 't' ? &words->timeout
                           : option == 'r' ? &words->retry_for
                                           : NULL;
        const char **text = option == 'u'   ? &words->url
                            : option == 'k' ? &words->key
                            : option == 'b' ? &words->body
                            : option == 'm' ? &words->model
                                            : &words->ids;
        if (option == '?')
            return complain("unknown option");
        if (option == 0)
            continue;
        if (!number)
            *text = optarg;
        else if (read_number(optarg, number))
            return -1;
    }
    return optind == argc ? 0 : complain("what is this for?");
}

static int check_words(const struct words *words) {
    if (!words->url || !words->key)
        return complain("--url and --key are needed");
    if (!words->body == !words->model)
        return complain("one of --body and --model is needed");
    if (words->connections == 0)
        return complain("--connections is needed");
    if (words->paced ? !words->requests || !words->seconds : !words->requests && !words->seconds)
        return complain("--requests or --seconds is needed, both for --rate-paced");
    return 0;
}

/* "http://HOST[:PORT]/PATH"; sets the address and the head. */
static int read_url(struct options *options, const struct words *words) {
    static const char scheme[] = "http://";
    struct addrinfo *found, hints = {.ai_socktype = SOCK_STREAM};
    char host[256], name[256];
    if (strncmp(words->url, scheme, strlen(scheme)) != 0)
        return complain("the URL must begin with http://");
    const char *at = words->url + strlen(scheme), *path = at + strcspn(at, "/");
    snprintf(host, sizeof host, "%.*s", (int)(path - at), at);
    snprintf(name, sizeof name, "%s", host);
    char *colon = strchr(name, ':');
    if (colon)
        *colon++ = '\0';
    if (getaddrinfo(name, colon ? colon : "80", &hints, &found))
        return complain("the URL's host is not known");
    memcpy(&options->address, found->ai_addr, found->ai_addrlen);
    options->address_len = found->ai_addrlen;
    freeaddrinfo(found);
    if (asprintf(&options->head,
                 "POST %s HTTP/1.1\r\nHost: %s\r\nAuthorization: Bearer %s\r\n"
                 "Content-Type: application/json\r\n"
                 "%sContent-Length: ",
                 *path ? path : "/", host, words->key,
                 words->no_keep_alive ? "Connection: close\r\n" : "") < 0)
        abort();
    return 0;
}

static json_t *make_body(const struct words *words) {
    if (words->body)
        return json_load_file(words->body, 0, NULL);
    json_t *body = json_pack("{s:s, s:[{s:s, s:s}]}", "model", words->model, "messages", "role",
                             "user", "content", "Count, please.");
    if (body && words->stream)
        json_object_set_new(body, "stream_options", json_pack("{s:b}", "include_usage", 1));
    return body;
}

/* The body is kept as text, so that only the user has to be put before it for each request. */
static int read_body(struct options *options, const struct words *words) {
    json_t *body = make_body(words);
    if (!json_is_object(body)) {
        json_decref(body);
        return complain("the body is no JSON object");
    }
    json_object_del(body, "user");
    json_object_del(body, "stream");
    if (words->stream)
        json_object_set_new(body, "stream", json_true());
    const json_t *stream_options = json_object_get(body, "stream_options");
    options->expected = (struct expected){
        .stream = words->stream,
        .marks = words->stream && !words->no_marks,
        .usage = !words->stream || json_is_true(json_object_get(stream_options, "include_usage")),
    };
    char *text = json_dumps(body, JSON_COMPACT);
    options->body = xstrdup(text + 1);
    free(text);
    json_decref(body);
    return 0;
}

int options_read(struct options *options, int argc, char **argv) {
    struct words words = {.timeout = 60};
    *options = (struct options){0};
    if (read_words(&words, argc, argv) || check_words(&words) || read_url(options, &words) ||
        read_body(options, &words))
        return -1;
    options->connections = words.connections;
    options->requests = words.requests ? words.requests : UINT64_MAX;
    options->seconds_us = words.seconds && !words.paced ? words.seconds * 1000000 : UINT64_MAX;
    options->interval_us = words.paced ? words.seconds * 1000000 / words.requests : 0;
    options->timeout_us = words.timeout * 1000000;
    options->retry_us = words.retry_for * 1000;
    options->keep_alive = !words.no_keep_alive;
    options->as_json = words.json;
    if (words.ids && !(options->ids = fopen(words.ids, "w")))
        return complain("the file for the ids cannot be written");
    return 0;
}

void options_free(struct options *options) {
    free(options->head);
    free(options->body);
    if (options->ids)
        fclose(options->ids);
}
