/* HTTP exchanges with providers, by libcurl: pooled handles, deadlines, cancellation. */
#include <curl/curl.h>
#include <poll.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/resource.h>

#include "base/clock.h"
#include "base/mem.h"
#include "upstream/tls.h"
#include "upstream/upstream.h"

#define WAIT_MAX_MS      60000
#define IDLE_MAX         64 /* handles kept for the next calls, each with an open connection */
#define IDLE_SHARE       16 /* one handle, which takes three, to so many descriptors at most */
#define HEADER_LINES_MAX 200
#define HEADER_BYTES_MAX (256u << 10) /* of all lines together */
#define END_WAIT_MS      500          /* for the end of an answer of which nothing more is wanted */
#define SMALL_BODY                                                                                           \
    (32u << 10) /* up to here libcurl sends head and body in one piece, if it has the body as one */

#define ORIGIN_SIZE 256

/* A handle with its own kept connection, which is the only one. */
struct handle {
    CURL *easy;
    CURLM *multi;
    curl_socket_t socket;     /* of the kept connection */
    char origin[ORIGIN_SIZE]; /* where it leads to, "https://host:port" */
    char *url;                /* of the last exchange, NULL: none; libcurl would read it anew for each */
    CURLU *parts;             /* of that URL */
    struct handle *next;
};

struct upstream {
    bool few;
    struct tls_store *tls;
    CURLSH *share;
    pthread_mutex_t share_lock[CURL_LOCK_DATA_LAST];
    pthread_mutex_t pool_lock;
    struct handle *idle; /* the last used first: its connection is warm */
    int idle_count, idle_max;
};

static void lock_share(CURL *easy, curl_lock_data data, curl_lock_access access, void *arg) {
    (void)easy, (void)access;
    struct upstream *upstream = arg;
    pthread_mutex_lock(&upstream->share_lock[data]);
}

static void unlock_share(CURL *easy, curl_lock_data data, void *arg) {
    (void)easy;
    struct upstream *upstream = arg;
    pthread_mutex_unlock(&upstream->share_lock[data]);
}

static int idle_max(void) {
    struct rlimit limit;
    if (getrlimit(RLIMIT_NOFILE, &limit) < 0 || limit.rlim_cur / IDLE_SHARE >= IDLE_MAX)
        return IDLE_MAX;
    return (int)(limit.rlim_cur / IDLE_SHARE);
}

struct upstream *upstream_new(bool few) {
    struct upstream *upstream = xcalloc(1, sizeof *upstream);
    curl_global_init(CURL_GLOBAL_DEFAULT);
    upstream->few = few;
    upstream->idle_max = idle_max();
    upstream->tls = tls_store_new();
    pthread_mutex_init(&upstream->pool_lock, NULL);
    for (int i = 0; i < CURL_LOCK_DATA_LAST; i++)
        pthread_mutex_init(&upstream->share_lock[i], NULL);
    upstream->share = curl_share_init();
    curl_share_setopt(upstream->share, CURLSHOPT_LOCKFUNC, lock_share);
    curl_share_setopt(upstream->share, CURLSHOPT_UNLOCKFUNC, unlock_share);
    curl_share_setopt(upstream->share, CURLSHOPT_USERDATA, upstream);
    curl_share_setopt(upstream->share, CURLSHOPT_SHARE, CURL_LOCK_DATA_DNS);
    curl_share_setopt(upstream->share, CURLSHOPT_SHARE, CURL_LOCK_DATA_SSL_SESSION);
    return upstream;
}

static void forget_url(struct handle *handle) {
    curl_url_cleanup(handle->parts);
    free(handle->url);
    handle->parts = NULL;
    handle->url = NULL;
}

static void free_handle(struct handle *handle) {
    curl_easy_cleanup(handle->easy);
    curl_multi_cleanup(handle->multi);
    forget_url(handle);
    free(handle);
}

void upstream_free(struct upstream *upstream) {
    for (struct handle *h = upstream->idle, *next; h; h = next) {
        next = h->next;
        free_handle(h);
    }
    curl_share_cleanup(upstream->share);
    tls_store_free(upstream->tls);
    pthread_mutex_destroy(&upstream->pool_lock);
    for (int i = 0; i < CURL_LOCK_DATA_LAST; i++)
        pthread_mutex_destroy(&upstream->share_lock[i]);
    free(upstream);
}

/* Bytes that nobody asked for would be taken for the answer to the next request. */
static bool is_quiet(const struct handle *handle) {
    struct pollfd pfd = {.fd = handle->socket, .events = POLLIN};
    return handle->socket != CURL_SOCKET_BAD && poll(&pfd, 1, 0) == 0;
}

/* What of a URL says where a connection leads to. */
static size_t origin_length(const char *url) {
    const char *host = strstr(url, "://");
    return host ? (size_t)(host - url) + 3 + strcspn(host + 3, "/?#") : 0;
}

static bool leads_to(const struct handle *handle, const char *url, size_t len) {
    return strlen(handle->origin) == len && memcmp(handle->origin, url, len) == 0;
}

/* Of those that lead there the one used last. */
static struct handle *take_idle(struct upstream *upstream, const char *url) {
    size_t len = origin_length(url);
    pthread_mutex_lock(&upstream->pool_lock);
    struct handle **at = &upstream->idle;
    while (*at && !leads_to(*at, url, len))
        at = &(*at)->next;
    struct handle *handle = *at;
    if (handle) {
        *at = handle->next;
        upstream->idle_count--;
    }
    pthread_mutex_unlock(&upstream->pool_lock);
    return handle;
}

/* The one that was used longest ago, if there are too many. With the lock held. */
static struct handle *drop_oldest(struct upstream *upstream) {
    struct handle **at = &upstream->idle;
    if (upstream->idle_count <= upstream->idle_max)
        return NULL;
    while ((*at)->next)
        at = &(*at)->next;
    struct handle *oldest = *at;
    *at = NULL;
    upstream->idle_count--;
    return oldest;
}

static void keep_handle(struct upstream *upstream, struct handle *handle) {
    pthread_mutex_lock(&upstream->pool_lock);
    handle->next = upstream->idle;
    upstream->idle = handle;
    upstream->idle_count++;
    struct handle *oldest = drop_oldest(upstream);
    pthread_mutex_unlock(&upstream->pool_lock);
    if (oldest)
        free_handle(oldest);
}

/* One exchange while it runs. */
struct run {
    const struct upstream_request *request;
    const struct upstream_sink *sink;
    struct error *err;
    CURL *easy;
    struct upstream_head head;
    int header_lines;
    size_t header_bytes;
    bool head_whole; /* libcurl takes an end within the head for its end */
    bool coded;     /* the body has a content coding */
    bool head_told;
    bool body_told;                   /* since the last pause */
    int64_t completed;                /* monotonic ms: since when nothing more is wanted; 0: it is */
    bool cut;                         /* by us after that */
    size_t part, offset;              /* of the body that is sent next */
    int64_t pulled;                   /* bytes of the body, if it is asked for */
    char *small;                      /* the body in one piece, if it is short */
    int64_t next_part;                /* monotonic ms: when the next part may go */
    bool part_waits;                  /* until then */
    int64_t last_piece, last_silence; /* monotonic ms */
    struct watch watch;
};

/* As messages call who is asked. */
static const char *peer(const struct run *run) {
    return run->request->peer ? run->request->peer : "provider";
}

/* What libcurl gets of a body that is made when it is asked for. */
static size_t pull_body(struct run *run, char *out, size_t room) {
    const struct upstream_request *request = run->request;
    int64_t left = request->pull_length - run->pulled;
    if (left < (int64_t)room)
        room = (size_t)left;
    long n = room > 0 ? request->pull(request->pull_arg, run->pulled, out, room) : 0;
    if (n < 0 || (n == 0 && room > 0)) {
        error_set(run->err, ERR_INTERNAL, "The request to the %s could not be read.", peer(run));
        return CURL_READFUNC_ABORT;
    }
    run->pulled += n;
    run->last_piece = clock_mono_ms();
    return (size_t)n;
}

static size_t send_body(char *out, size_t size, size_t count, void *arg) {
    struct run *run = arg;
    size_t room = size * count, done = 0;
    if (run->request->pull)
        return pull_body(run, out, room);
    if (run->next_part > clock_mono_ms()) {
        run->part_waits = true;
        return CURL_READFUNC_PAUSE;
    }
    run->next_part = 0;
    while (done < room && run->part < run->request->body_parts && run->next_part == 0) {
        struct span part = run->request->body[run->part];
        size_t n = part.len - run->offset < room - done ? part.len - run->offset : room - done;
        memcpy(out + done, part.at + run->offset, n);
        done += n;
        run->offset += n;
        if (run->offset == part.len) {
            run->part++;
            run->offset = 0;
            if (run->request->part_pause > 0)
                run->next_part = clock_mono_ms() + run->request->part_pause;
        }
    }
    run->last_piece = clock_mono_ms(); /* the time to the first byte counts from the end of the request */
    return done;
}

/* libcurl begins again when a kept connection turns out to be dead before anything was answered. */
static int rewind_body(void *arg, curl_off_t offset, int origin) {
    struct run *run = arg;
    if (origin != SEEK_SET || offset != 0)
        return CURL_SEEKFUNC_CANTSEEK;
    run->part = run->offset = 0;
    run->pulled = 0;
    run->next_part = 0;
    run->part_waits = false;
    return CURL_SEEKFUNC_OK;
}

/* The value of a header line if it has that name, its length in *len. */
static const char *header_value(const char *line, size_t size, const char *name, size_t *len) {
    size_t n = strlen(name);
    if (size <= n || strncasecmp(line, name, n) != 0 || line[n] != ':')
        return NULL;
    const char *at = line + n + 1, *end = line + size;
    while (at < end && (*at == ' ' || *at == '\t'))
        at++;
    while (end > at && (end[-1] == '\r' || end[-1] == '\n' || end[-1] == ' '))
        end--;
    *len = (size_t)(end - at);
    return at;
}

static void keep_value(char *out, size_t size, const char *value, size_t len) {
    snprintf(out, size, "%.*s", (int)(len < size ? len : size - 1), value);
}

static size_t line_end(const char *line, size_t size) {
    size_t len = 0;
    while (len < size && (line[size - len - 1] == '\n' || line[size - len - 1] == '\r'))
        len++;
    return len;
}

/* Up to its parameters, or to what no type has: a lone CR is within the line for libcurl. */
static size_t type_length(const char *value, size_t len) {
    size_t n = 0;
    while (n < len && value[n] > ' ' && value[n] != ';' && value[n] != 0x7f)
        n++;
    return n;
}

static size_t take_header(char *line, size_t size, size_t count, void *arg) {
    struct run *run = arg;
    size_t len, total = size * count;
    const char *value;
    run->header_bytes += total;
    if (++run->header_lines > HEADER_LINES_MAX || run->header_bytes > HEADER_BYTES_MAX) {
        error_set(run->err, ERR_UPSTREAM, "The %s sent too many headers, or too long ones.", peer(run));
        return 0;
    }
    if (run->sink->line)
        run->sink->line(run->sink->arg, line, total - line_end(line, total));
    if (total > 5 && strncasecmp(line, "HTTP/", 5) == 0) {
        run->head = (struct upstream_head){0}; /* a new head: what came before was 1xx */
        run->head_whole = run->coded = false;
    }
    run->head_whole |= *line == '\r' || *line == '\n';
    if ((value = header_value(line, total, "content-type", &len)) != NULL) {
        keep_value(run->head.content_type, sizeof run->head.content_type, value, type_length(value, len));
        for (char *c = run->head.content_type; *c; c++)
            *c = (char)(*c >= 'A' && *c <= 'Z' ? *c + 32 : *c);
    }
    if ((value = header_value(line, total, "retry-after", &len)) != NULL)
        keep_value(run->head.retry_after, sizeof run->head.retry_after, value, len);
    run->coded |= header_value(line, total, "content-encoding", &len) != NULL;
    return total;
}

static int tell_head(struct run *run) {
    long status = 0;
    if (run->head_told)
        return 0;
    run->head_told = true;
    curl_easy_getinfo(run->easy, CURLINFO_RESPONSE_CODE, &status);
    if (status < 100 || status > 999) /* libcurl takes any number */
        return error_set(run->err, ERR_UPSTREAM, "The %s answered without a valid status.", peer(run));
    run->head.status = (int)status;
    curl_off_t length = -1;
    if (!run->coded)
        curl_easy_getinfo(run->easy, CURLINFO_CONTENT_LENGTH_DOWNLOAD_T, &length);
    run->head.length = length;
    return run->sink->head(run->sink->arg, &run->head, run->err);
}

static size_t take_body(char *bytes, size_t size, size_t count, void *arg) {
    struct run *run = arg;
    size_t len = size * count;
    run->last_piece = run->last_silence = clock_mono_ms();
    run->body_told = true;
    if (tell_head(run) < 0 || run->sink->body(run->sink->arg, bytes, len, run->err) < 0)
        return 0; /* fewer than were given: libcurl ends the exchange */
    return len;
}

/* What is the same for all exchanges. */
static void prepare(struct upstream *upstream, CURL *easy) {
#if LIBCURL_VERSION_NUM >= 0x075500
    curl_easy_setopt(easy, CURLOPT_PROTOCOLS_STR, "http,https");
#else
    curl_easy_setopt(easy, CURLOPT_PROTOCOLS, CURLPROTO_HTTP | CURLPROTO_HTTPS);
#endif
    curl_easy_setopt(easy, CURLOPT_HTTP_VERSION, CURL_HTTP_VERSION_1_1);
    curl_easy_setopt(easy, CURLOPT_FOLLOWLOCATION, 0L); /* only hosts of the configuration get a key */
    curl_easy_setopt(easy, CURLOPT_SSL_VERIFYPEER, 1L);
    curl_easy_setopt(easy, CURLOPT_SSL_VERIFYHOST, 2L);
    curl_easy_setopt(easy, CURLOPT_SSLVERSION, (long)CURL_SSLVERSION_TLSv1_2);
    curl_easy_setopt(easy, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(easy, CURLOPT_PROXY, "");
    curl_easy_setopt(easy, CURLOPT_SHARE, upstream->share);
    curl_easy_setopt(easy, CURLOPT_USERAGENT, "aihub/" PACKAGE_VERSION);
    curl_easy_setopt(easy, CURLOPT_ACCEPT_ENCODING, "identity"); /* and decodes what comes all the same */
    curl_easy_setopt(easy, CURLOPT_HEADERFUNCTION, take_header);
    curl_easy_setopt(easy, CURLOPT_WRITEFUNCTION, take_body);
    curl_easy_setopt(easy, CURLOPT_READFUNCTION, send_body);
    curl_easy_setopt(easy, CURLOPT_SEEKFUNCTION, rewind_body);
    curl_easy_setopt(easy, CURLOPT_FORBID_REUSE, upstream->few ? 1L : 0L);
    tls_store_use(upstream->tls, easy);
}

void upstream_trust(struct upstream *upstream, void *easy) {
    tls_store_use(upstream->tls, easy);
}

static bool has_connected(CURL *easy) {
    long connects = 0;
    curl_easy_getinfo(easy, CURLINFO_NUM_CONNECTS, &connects);
    return connects > 0;
}

/* libcurl counts how often a handle had to begin again because its kept connection was dead, gives up at the
 * sixth time, and forgets it only with everything else. */
static void start_afresh(struct upstream *upstream, struct handle *handle) {
    curl_easy_reset(handle->easy);
    forget_url(handle);
    prepare(upstream, handle->easy);
}

static struct handle *new_handle(struct upstream *upstream, const char *url) {
    size_t len = origin_length(url);
    struct handle *handle = xcalloc(1, sizeof *handle);
    handle->easy = curl_easy_init();
    handle->multi = curl_multi_init();
    if (!handle->easy || !handle->multi)
        abort(); /* out of memory */
    if (len < sizeof handle->origin)
        memcpy(handle->origin, url, len);
    curl_multi_setopt(handle->multi, CURLMOPT_MAXCONNECTS, 1L);
    prepare(upstream, handle->easy);
    return handle;
}

static struct handle *take_handle(struct upstream *upstream, const char *url) {
    struct handle *handle;
    while ((handle = take_idle(upstream, url)) != NULL) {
        if (is_quiet(handle))
            return handle;
        free_handle(handle);
    }
    return new_handle(upstream, url);
}

static struct curl_slist *add_header(struct curl_slist *list, const char *header) {
    struct curl_slist *longer = curl_slist_append(list, header);
    if (!longer)
        abort(); /* out of memory */
    return longer;
}

static curl_off_t body_length(const struct upstream_request *request) {
    curl_off_t length = 0;
    if (request->pull)
        return request->pull_length;
    for (size_t i = 0; i < request->body_parts; i++)
        length += (curl_off_t)request->body[i].len;
    return length;
}

/* libcurl would ask before it sends a body of more than a megabyte. Each line costs it a dozen comparisons.
 */
static struct curl_slist *make_headers(const struct upstream_request *request) {
    bool read = request->pull || body_length(request) > (curl_off_t)SMALL_BODY;
    struct curl_slist *list = read ? add_header(NULL, "Expect:") : NULL;
    if (request->chunked)
        list = add_header(list, "Transfer-Encoding: chunked");
    for (size_t i = 0; i < request->header_count; i++)
        list = add_header(list, request->headers[i]);
    return list;
}

static char *join_body(const struct upstream_request *request, size_t length) {
    char *whole = xmalloc(length), *at = whole;
    for (size_t i = 0; i < request->body_parts; i++) {
        memcpy(at, request->body[i].at, request->body[i].len);
        at += request->body[i].len;
    }
    return whole;
}

static void set_body(struct run *run) {
    CURL *easy = run->easy;
    curl_off_t length = run->request->chunked ? -1 : body_length(run->request);
    if (!run->request->pull && length >= 0 && length <= (curl_off_t)SMALL_BODY)
        run->small = join_body(run->request, (size_t)length);
    curl_easy_setopt(easy, CURLOPT_POST, 1L);
    curl_easy_setopt(easy, CURLOPT_POSTFIELDSIZE_LARGE, length);
    curl_easy_setopt(easy, CURLOPT_POSTFIELDS, run->small); /* NULL: the read function is asked */
}

/* One that cannot be read is left to libcurl, which says so. */
static void set_url(struct handle *handle, const char *url) {
    if (handle->url && strcmp(handle->url, url) == 0)
        return;
    forget_url(handle);
    handle->url = xstrdup(url);
    handle->parts = curl_url();
    bool good = curl_url_set(handle->parts, CURLUPART_URL, url, 0) == CURLUE_OK;
    curl_easy_setopt(handle->easy, CURLOPT_URL, good ? NULL : url);
    curl_easy_setopt(handle->easy, CURLOPT_CURLU, good ? handle->parts : NULL);
}

static void set_options(struct run *run, struct curl_slist *headers) {
    const struct upstream_request *request = run->request;
    CURL *easy = run->easy;
    curl_easy_setopt(easy, CURLOPT_HTTPHEADER, headers);
    curl_easy_setopt(easy, CURLOPT_HEADERDATA, run);
    curl_easy_setopt(easy, CURLOPT_WRITEDATA, run);
    curl_easy_setopt(easy, CURLOPT_READDATA, run);
    curl_easy_setopt(easy, CURLOPT_SEEKDATA, run);
    curl_easy_setopt(easy, CURLOPT_CONNECTTIMEOUT_MS, request->connect_timeout * 1000L);
    curl_easy_setopt(easy, CURLOPT_TIMEOUT_MS, request->total_timeout * 1000L);
    if (strcmp(request->method, "POST") == 0)
        set_body(run);
    else if (strcmp(request->method, "HEAD") == 0)
        curl_easy_setopt(easy, CURLOPT_NOBODY, 1L);
    else
        curl_easy_setopt(easy, CURLOPT_HTTPGET, 1L);
}

/* Looks at the deadlines; *wait is how long nothing is due. */
static int watch_time(struct run *run, int *wait) {
    const struct upstream_request *request = run->request;
    int64_t now = clock_mono_ms(), left = WAIT_MAX_MS;
    int limit = run->head_told ? request->idle_timeout : request->first_byte_timeout;
    if (limit > 0) {
        int64_t due = run->last_piece + limit * INT64_C(1000);
        if (now >= due)
            return error_set(run->err, ERR_TIMEOUT,
                             run->head_told ? "The %s was silent for %d seconds."
                                            : "The %s did not answer within %d seconds.",
                             peer(run), limit);
        left = due - now < left ? due - now : left;
    }
    if (run->part_waits && now >= run->next_part) {
        run->part_waits = false;
        curl_easy_pause(run->easy, CURLPAUSE_CONT);
    } else if (run->part_waits) {
        left = run->next_part - now < left ? run->next_part - now : left;
    }
    if (request->silence_timeout > 0 && run->sink->silence) {
        int64_t due = run->last_silence + request->silence_timeout * INT64_C(1000);
        if (now >= due) {
            run->last_silence = now;
            if (run->sink->silence(run->sink->arg, run->err) < 0)
                return -1;
            due = now + request->silence_timeout * INT64_C(1000);
        }
        left = due - now < left ? due - now : left;
    }
    *wait = (int)left;
    return 0;
}

static int pause_sink(struct run *run) {
    if (!run->body_told || !run->sink->pause)
        return 0;
    run->body_told = false;
    return run->sink->pause(run->sink->arg, run->err);
}

/* Whether all that is wanted has come. Then *wait is how long its end is waited for. */
static bool is_complete(struct run *run, int *wait) {
    if (!run->sink->complete || !run->sink->complete(run->sink->arg))
        return false;
    int64_t now = clock_mono_ms();
    if (run->completed == 0)
        run->completed = now;
    int64_t left = run->completed + END_WAIT_MS - now;
    *wait = (int)(left < 0 ? 0 : left);
    return true;
}

/* Waits for the provider, the client, the end of the hub, or a deadline. */
static int wait_for_something(struct run *run, CURLM *multi) {
    struct error ignored = {0};
    int wait = 0;
    if (pause_sink(run) < 0)
        return -1;
    if (is_complete(run, &wait)) {
        run->cut = watch_poll(&run->watch, multi, wait, &ignored) < 0 || wait == 0;
        return 0;
    }
    return watch_time(run, &wait) < 0 ? -1 : watch_poll(&run->watch, multi, wait, run->err);
}

/* What libcurl's result means for the caller, in words without a URL. */
static int say_result(const struct run *run, CURLcode code, struct error *err) {
    switch (code) {
    case CURLE_OK:
        return 0;
    case CURLE_OPERATION_TIMEDOUT:
        return error_set(err, ERR_TIMEOUT,
                         run->head_told ? "The %s's answer took too long." : "The %s did not answer in time.",
                         peer(run));
    case CURLE_COULDNT_RESOLVE_HOST:
        return error_set(err, ERR_UPSTREAM, "The %s's host name cannot be resolved.", peer(run));
    case CURLE_COULDNT_CONNECT:
        return error_set(err, ERR_UPSTREAM, "The %s cannot be reached.", peer(run));
    case CURLE_PARTIAL_FILE:
    case CURLE_GOT_NOTHING:
    case CURLE_RECV_ERROR:
    case CURLE_SEND_ERROR:
        return error_set(err, ERR_UPSTREAM, "The %s broke off the connection.", peer(run));
    case CURLE_UNSUPPORTED_PROTOCOL: /* HTTP/0.9 */
        return error_set(err, ERR_UPSTREAM, "The %s's answer is not HTTP.", peer(run));
    case CURLE_PEER_FAILED_VERIFICATION:
    case CURLE_SSL_CONNECT_ERROR:
    case CURLE_SSL_CACERT_BADFILE:
        return error_set(err, ERR_UPSTREAM, "No secure connection to the %s: %s.", peer(run),
                         curl_easy_strerror(code));
    default:
        return error_set(err, ERR_UPSTREAM, "The exchange with the %s failed: %s.", peer(run),
                         curl_easy_strerror(code));
    }
}

static bool is_distrust(CURLcode code) {
    return code == CURLE_PEER_FAILED_VERIFICATION || code == CURLE_SSL_CONNECT_ERROR ||
           code == CURLE_SSL_CACERT_BADFILE;
}

static int finish(struct run *run, CURLM *multi) {
    int left;
    CURLMsg *message = curl_multi_info_read(multi, &left);
    CURLcode code = message ? message->data.result : CURLE_RECV_ERROR;
    if (run->err->kind)
        return -1;
    if (code == CURLE_OK && !run->head_whole)
        code = CURLE_GOT_NOTHING;
    if (say_result(run, code, run->err) < 0) {
        if (run->sink->untrusted && is_distrust(code))
            run->sink->untrusted(run->sink->arg);
        return -1;
    }
    return tell_head(run); /* an answer without a body has not been told yet */
}

int upstream_call(struct upstream *upstream, const struct upstream_request *request,
                  const struct upstream_sink *sink, struct error *err) {
    struct handle *handle = take_handle(upstream, request->url);
    int64_t now = clock_mono_ms();
    struct run run = {.request = request,
                      .sink = sink,
                      .err = err,
                      .easy = handle->easy,
                      .last_piece = now,
                      .last_silence = now,
                      .watch = request->watch};
    struct curl_slist *headers = make_headers(request);
    set_url(handle, request->url);
    set_options(&run, headers);
    curl_multi_add_handle(handle->multi, handle->easy);
    int running = 1, rc = 0;
    while (rc == 0 && !run.cut) {
        if (curl_multi_perform(handle->multi, &running) != CURLM_OK)
            rc = error_set(err, ERR_INTERNAL, "The exchange with the %s could not be run.", peer(&run));
        else if (!running)
            break;
        else
            rc = wait_for_something(&run, handle->multi);
    }
    if (rc == 0 && !run.cut)
        rc = finish(&run, handle->multi);
    if (curl_easy_getinfo(handle->easy, CURLINFO_ACTIVESOCKET, &handle->socket) != CURLE_OK)
        handle->socket = CURL_SOCKET_BAD;
    curl_multi_remove_handle(handle->multi, handle->easy);
    curl_easy_setopt(handle->easy, CURLOPT_HTTPHEADER, NULL);
    curl_easy_setopt(handle->easy, CURLOPT_POSTFIELDS, NULL);
    curl_slist_free_all(headers);
    free(run.small);
    if (has_connected(handle->easy))
        start_afresh(upstream, handle);
    keep_handle(upstream, handle);
    return rc;
}
