/* A provider that refuses: what of it is the client's affair, and in whose words. */
#include <stdlib.h>

#include "base/log.h"
#include "relay/call.h"

#define RETRY_MAX 86400 /* seconds; what a provider may tell a client to wait */

bool relay_is_ours(int status) {
    return status == 401 || status == 402 || status == 403 || status == 407;
}

/* The status that a client sees for a provider's refusal. */
static int refusal_status(int status) {
    if (status == 408)
        return 504;
    if (status == 529)
        return 503;
    return relay_is_ours(status) || status < 400 || status > 599 ? 502 : status;
}

/* Whether it is the provider's own trouble: not what this one request asked for. */
static bool is_providers(int status) {
    return relay_is_ours(status) || status == 408 || status == 429 || status < 400 || status >= 500;
}

/* A provider's error in the client's dialect goes on as it came, but for whose fault it was. */
static bool can_pass_refusal(const struct relay *r, int status, struct span text, struct span *words) {
    return r->provider == r->client && !relay_is_ours(r->status) && status == r->status &&
           r->x->reply->state == REPLY_FRESH && r->client->read_error(text, words) &&
           !relay_holds_secret(r, text);
}

/* 0 where the provider said nothing, or a date. */
static int retry_seconds(const struct relay *r) {
    long seconds = strtol(r->retry_after, NULL, 10);
    return (int)(seconds > RETRY_MAX ? RETRY_MAX : seconds < 0 ? 0 : seconds);
}

static int pass_refusal(struct relay *r, int status, struct span text) {
    relay_begin_reply(r, status);
    if (retry_seconds(r) > 0)
        reply_header_number(r->x->reply, "Retry-After", retry_seconds(r));
    if (r->client->blame)
        text = r->client->blame(text, status, retry_seconds(r), r->x->arena);
    return exchange_refuse(r->x, text, r->err);
}

enum error_kind relay_refusal_kind(int status) {
    switch (status) {
    case 400:
    case 422:
        return ERR_REQUEST;
    case 404:
        return ERR_NOT_FOUND;
    case 413:
        return ERR_TOO_LARGE;
    case 429:
        return ERR_LIMIT;
    case 503:
        return ERR_UNAVAILABLE;
    case 504:
        return ERR_TIMEOUT;
    default:
        return ERR_UPSTREAM;
    }
}

/* What the provider said, where its answer does not go on as it is. */
static void say_refusal(struct relay *r, struct span text) {
    struct span words = {0}, said = {0};
    if (relay_is_ours(r->status)) {
        error_set(r->err, ERR_UPSTREAM, "The provider refused the hub's credentials or account (status %d).",
                  r->status);
        return;
    }
    if (r->provider->read_error(text, &words))
        said = chat_unquote(r->x->arena, words);
    r->refused = true;
    if (said.len > 0 && !relay_holds_secret(r, said))
        error_set(r->err, ERR_UPSTREAM, "The provider answered with status %d: %.*s", r->status,
                  (int)(said.len < RELAY_WORDS_MOST ? said.len : RELAY_WORDS_MOST), said.at);
    else
        error_set(r->err, ERR_UPSTREAM, "The provider answered with status %d.", r->status);
}

int relay_refuse(struct relay *r) {
    struct span text = {r->answer.data ? r->answer.data : "", r->answer.len}, words;
    int status = refusal_status(r->status);
    if (is_providers(r->status))
        r->fault = (struct fault){FAULT_STATUS, r->status};
    relay_settle(r, CALL_FAILED, status);
    if (relay_is_ours(r->status))
        log_line("provider %s refused the hub with status %d: check its key and account",
                 r->target.provider->name, r->status);
    if (can_pass_refusal(r, status, text, &words))
        return pass_refusal(r, status, text);
    say_refusal(r, text);
    r->err->status = status;
    r->err->retry_after = retry_seconds(r);
    return -1;
}
