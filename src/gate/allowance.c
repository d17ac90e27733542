/* What is left of the caller's limits, in the words of each API. */
#include "gate/allowance.h"

#include <inttypes.h>
#include <stdio.h>

#include "base/clock.h"
#include "dialects/dialect.h"
#include "front/routes.h"

static void tell_number(struct exchange *x, const char *prefix, const char *name, int64_t number) {
    char header[96], value[24];
    snprintf(header, sizeof header, "%s%s", prefix, name);
    snprintf(value, sizeof value, "%" PRId64, number);
    reply_always(x->reply, header, value);
}

/* OpenAI's: in which time, such as "6m0s". */
static void tell_openai(struct exchange *x, const char *what, const struct allowance *allowance) {
    char prefix[64], value[48];
    int64_t now = clock_wall_ms() / 1000, wait = allowance->reset > now ? allowance->reset - now : 0;
    snprintf(prefix, sizeof prefix, "x-ratelimit-limit-%s", what);
    tell_number(x, prefix, "", allowance->limit);
    snprintf(prefix, sizeof prefix, "x-ratelimit-remaining-%s", what);
    tell_number(x, prefix, "", allowance->remaining);
    if (!allowance->reset)
        return;
    snprintf(prefix, sizeof prefix, "x-ratelimit-reset-%s", what);
    snprintf(value, sizeof value, "%" PRId64 "s", wait);
    reply_always(x->reply, prefix, value);
}

/* Anthropic's: at which time. */
static void tell_anthropic(struct exchange *x, const char *what, const struct allowance *allowance) {
    char prefix[64], header[80], text[CLOCK_TEXT];
    snprintf(prefix, sizeof prefix, "anthropic-ratelimit-%s-", what);
    tell_number(x, prefix, "limit", allowance->limit);
    tell_number(x, prefix, "remaining", allowance->remaining);
    if (!allowance->reset)
        return;
    snprintf(header, sizeof header, "%sreset", prefix);
    reply_always(x->reply, header, clock_write(allowance->reset, text));
}

static void tell_each(struct exchange *x, const char *what, const struct allowance *allowance) {
    bool anthropic = x->route && x->route->dialect == &chat_anthropic;
    if (!allowance->limit)
        return;
    if (anthropic)
        tell_anthropic(x, what, allowance);
    else
        tell_openai(x, what, allowance);
}

/* The AI Hub document has one set of headers: the limit of requests, or else that of tokens. */
void allowance_tell(struct exchange *x, const struct allowance *requests, const struct allowance *tokens) {
    const struct allowance *first = requests->limit ? requests : tokens;
    if (x->allowance_told || x->reply->state != REPLY_FRESH)
        return;
    x->allowance_told = true;
    if (first->limit) {
        tell_number(x, "X-RateLimit-", "Limit", first->limit);
        tell_number(x, "X-RateLimit-", "Remaining", first->remaining);
        if (first->reset)
            tell_number(x, "X-RateLimit-", "Reset", first->reset);
    }
    tell_each(x, "requests", requests);
    tell_each(x, "tokens", tokens);
}
