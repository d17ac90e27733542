/* Gemini has model and method in the path: models/MODEL:METHOD. */
#include <string.h>

#include "canon/embed.h"
#include "dialects/dialect.h"
#include "dialects/event_array.h"
#include "endpoints/count.h"
#include "endpoints/endpoints.h"
#include "relay/relay.h"

static int generate(struct exchange *x, struct chat_ask *ask, struct error *err) {
    return relay_chat(x, &chat_gemini, ask, err);
}

/* Google's word for how an answer is framed, which its libraries follow with options:
 * "json;enum-encoding=int".
 */
static int read_alt(struct exchange *x, bool *array, struct error *err) {
    const char *alt = request_parameter(x->request, "alt");
    if (!alt)
        alt = request_parameter(x->request, "$alt");
    *array = !alt || strcmp(alt, "json") == 0 || strncmp(alt, "json;", 5) == 0;
    if (*array || strcmp(alt, "sse") == 0)
        return 0;
    return error_param(err, ERR_REQUEST, "alt",
                       "A stream comes as events with ?alt=sse, as an array without; there is no \"%.16s\".",
                       alt);
}

static int stream(struct exchange *x, struct chat_ask *ask, struct error *err) {
    bool array;
    if (read_alt(x, &array, err) < 0)
        return -1;
    if (array)
        x->array = event_array_new(x->arena);
    ask->stream = true;
    return relay_chat(x, &chat_gemini, ask, err);
}

static int count(struct exchange *x, struct chat_ask *ask, struct error *err) {
    return count_tokens(x, &chat_gemini, ask, "{\"totalTokens\":", err);
}

static int embed(struct exchange *x, struct chat_ask *ask, struct error *err) {
    return relay_task(x, &embed_gemini, &(struct task){.model = ask->model}, err);
}

static int embed_batch(struct exchange *x, struct chat_ask *ask, struct error *err) {
    struct embed_request list = {.listed = true};
    return relay_task(x, &embed_gemini, &(struct task){.model = ask->model, .embed = &list}, err);
}

static const struct {
    const char *name;
    int (*run)(struct exchange *x, struct chat_ask *ask, struct error *err);
} methods[] = {
    {"generateContent", generate}, {"streamGenerateContent", stream},   {"countTokens", count},
    {"embedContent", embed},       {"batchEmbedContents", embed_batch},
};

int endpoint_gemini(struct exchange *x, struct error *err) {
    const char *colon = strrchr(x->rest, ':');
    if (!colon || colon == x->rest)
        return route_unknown(err);
    struct chat_ask ask = {.model = arena_strndup(x->arena, x->rest, (size_t)(colon - x->rest))};
    for (size_t i = 0; i < sizeof methods / sizeof *methods; i++)
        if (strcmp(methods[i].name, colon + 1) == 0)
            return methods[i].run(x, &ask, err);
    return route_unknown(err);
}
