/* The models that can be asked for, in the shape of whoever asks. */
#include <stdio.h>
#include <string.h>

#include "base/clock.h"
#include "base/jsonwrite.h"
#include "endpoints/endpoints.h"
#include "endpoints/models.h"
#include "endpoints/query.h"
#include "gate/caller.h"
#include "gate/offers.h"
#include "route/choose.h"

#define LIST_MAX  (8u << 20)
#define NAME_MOST 512
#define PAGE_MOST 1000
#define CREATED   1763683200 /* nobody tells when a model was made; clients want a time */

/* ---- shapes ------------------------------------------------------------------ */

/* Each chat model can be asked in every dialect. */
const char *const *models_ways(enum model_kind kind, size_t *count) {
    static const char *const chat[] = {"openai", "openai-response", "anthropic", "gemini"},
                             *const embedding[] = {"embeddings"}, *const image[] = {"image-generation"},
                             *const rerank[] = {"jina-rerank"};
    *count = kind == MODEL_CHAT ? 4 : kind == MODEL_EMBEDDING || kind == MODEL_IMAGE || kind == MODEL_RERANK;
    return kind == MODEL_CHAT        ? chat
           : kind == MODEL_EMBEDDING ? embedding
           : kind == MODEL_IMAGE     ? image
                                     : rerank;
}

void models_write_openai(struct json_writer *w, const char *name, const struct target *target) {
    json_member_text(w, "id", name);
    json_member_text(w, "object", "model");
    json_member_int(w, "created", CREATED);
    json_member_text(w, "owned_by", target->provider->name);
    /* Clients of new-api choose by it how to ask, those of OpenRouter by the length what to ask. */
    size_t count;
    const char *const *ways = models_ways(target->kind, &count);
    json_member_open(w, "supported_endpoint_types", '[');
    for (size_t i = 0; i < count; i++)
        json_put_text(w, ways[i]);
    json_close(w, ']');
    if (target->context)
        json_member_int(w, "context_length", target->context);
}

static void write_limit(struct json_writer *w, const char *member, int tokens) {
    if (tokens)
        json_member_int(w, member, tokens);
    else
        json_member_raw(w, member, "null");
}

static void write_anthropic(struct json_writer *w, const char *name, const struct target *target) {
    char created[CLOCK_TEXT];
    json_member_text(w, "type", "model");
    json_member_text(w, "id", name);
    json_member_text(w, "display_name", target->title);
    json_member_text(w, "created_at", clock_write(CREATED, created));
    write_limit(w, "max_input_tokens", target->context);
    write_limit(w, "max_tokens", target->max_output);
}

static void write_gemini(struct json_writer *w, const char *name, const struct target *target) {
    char path[NAME_MOST];
    snprintf(path, sizeof path, "models/%s", name);
    json_member_text(w, "name", path);
    json_member_text(w, "displayName", target->title);
    json_member_text(w, "version", "1");
    if (target->context)
        json_member_int(w, "inputTokenLimit", target->context);
    if (target->max_output)
        json_member_int(w, "outputTokenLimit", target->max_output);
    json_member_raw(w, "supportedGenerationMethods",
                    target->kind == MODEL_EMBEDDING
                        ? "[\"embedContent\",\"batchEmbedContents\"]"
                        : "[\"generateContent\",\"streamGenerateContent\",\"countTokens\"]");
}

static const struct shape {
    const char *list;                  /* the member that holds the models */
    const char *rest;                  /* what stands around it */
    const char *size, *after, *before; /* parameters that ask for a part; NULL: there is none */
    unsigned kinds;                    /* of models, a bit each: its clients can ask for no others */
    void (*write)(struct json_writer *w, const char *name, const struct target *target);
} openai = {"data", "\"object\":\"list\"", NULL, NULL, NULL, CHOOSE_ALL, models_write_openai},
  anthropic = {"data", NULL, "limit", "after_id", "before_id", 1u << MODEL_CHAT, write_anthropic},
  gemini = {"models",    NULL, "pageSize", "pageToken", NULL, 1u << MODEL_CHAT | 1u << MODEL_EMBEDDING,
            write_gemini};

static bool shows(const struct shape *shape, const struct target *target) {
    return shape->kinds >> target->kind & 1;
}

/* One path serves them all, by the header that each client sends; another one is OpenAI's alone. */
static const struct shape *shape_of(const struct exchange *x) {
    if (x->route->dialect == &chat_openai)
        return &openai;
    if (request_header(x->request, "anthropic-version"))
        return &anthropic;
    return request_header(x->request, "x-goog-api-key") ? &gemini : &openai;
}

/* ---- pages ---------------------------------------------------------------------- */

/* Which of the caller's models are shown: all, where nothing else is asked for. */
struct page {
    int64_t size;               /* 0: not said */
    const char *after, *before; /* names; NULL: not said */
    size_t from, to;            /* what they mean */
    bool more;                  /* in the direction that was asked for */
};

struct listing {
    const struct config *config;
    const struct caller *caller;
    struct json_writer w;
    const struct shape *shape;
    struct page page;
    size_t at;
    const char *first, *last; /* names of those shown */
    struct arena *arena;

    /* where the names of the page were found */
    bool has_after, has_before;
    size_t after, before;
};

static int look_at(void *arg, const char *name, const struct target *target) {
    struct listing *list = arg;
    if (!shows(list->shape, target))
        return 0;
    if (list->page.after && strcmp(name, list->page.after) == 0) {
        list->has_after = true;
        list->after = list->at;
    }
    if (list->page.before && strcmp(name, list->page.before) == 0) {
        list->has_before = true;
        list->before = list->at;
    }
    list->at++;
    return 0;
}

static int refuse_place(const char *param, struct error *err) {
    return error_param(err, ERR_REQUEST, param, "The parameter %s names no model of this list.", param);
}

/* Those before a name are the nearest to it. */
static int find_page(struct listing *list, struct error *err) {
    struct page *page = &list->page;
    offers_each(list->config, list->caller, look_at, list);
    if (page->after && !list->has_after)
        return refuse_place(list->shape->after, err);
    if (page->before && !list->has_before)
        return refuse_place(list->shape->before, err);
    page->from = page->after ? list->after + 1 : 0;
    page->to = page->before ? list->before : list->at;
    if (page->to < page->from)
        page->to = page->from;
    size_t size = page->size ? (size_t)page->size : page->to - page->from;
    page->more = page->to - page->from > size;
    if (page->more && page->before && !page->after)
        page->from = page->to - size;
    else if (page->more)
        page->to = page->from + size;
    list->at = 0;
    return 0;
}

/* Google takes any size and gives as many as it likes; Anthropic refuses one that is too large. */
static int read_page(struct exchange *x, struct listing *list, struct error *err) {
    const struct shape *shape = list->shape;
    struct page *page = &list->page;
    page->to = SIZE_MAX;
    if (!shape->size)
        return 0;
    bool google = shape == &gemini;
    if (query_number(x, shape->size, google ? 0 : 1, google ? INT32_MAX : PAGE_MOST, &page->size, err) < 0)
        return -1;
    if (page->size > PAGE_MOST)
        page->size = PAGE_MOST;
    page->after = request_parameter(x->request, shape->after);
    page->before = shape->before ? request_parameter(x->request, shape->before) : NULL;
    if (page->after && !*page->after)
        page->after = NULL;
    if (page->before && !*page->before)
        page->before = NULL;
    return page->size || page->after || page->before ? find_page(list, err) : 0;
}

/* ---- answers -------------------------------------------------------------------- */

static int visit(void *arg, const char *name, const struct target *target) {
    struct listing *list = arg;
    if (!shows(list->shape, target))
        return 0;
    size_t at = list->at++;
    if (at < list->page.from || at >= list->page.to)
        return at >= list->page.to;
    json_open(&list->w, '{');
    list->shape->write(&list->w, name, target);
    json_close(&list->w, '}');
    list->last = arena_strdup(list->arena, name);
    if (!list->first)
        list->first = list->last;
    return list->w.out->overflow;
}

/* Where the list goes on. */
static void write_rest(struct listing *list) {
    if (list->shape == &anthropic) {
        json_member_bool(&list->w, "has_more", list->page.more);
        json_member_text(&list->w, "first_id", list->first);
        json_member_text(&list->w, "last_id", list->last);
    }
    if (list->shape == &gemini && list->page.more)
        json_member_text(&list->w, "nextPageToken", list->last);
}

int models_reply(struct exchange *x, struct buf *body, struct error *err) {
    int rc = body->overflow ? error_set(err, ERR_INTERNAL, "The list of models is too long.") : 0;
    if (rc == 0)
        rc = exchange_reply_json(x, body, err);
    buf_free(body);
    return rc;
}

static int list_models(struct exchange *x, const struct shape *shape, struct error *err) {
    struct caller caller;
    struct buf body;
    if (caller_check(x, &caller, err) < 0)
        return -1;
    struct listing list = {
        .config = x->config, .caller = &caller, .w = {.out = &body}, .shape = shape, .arena = x->arena};
    if (read_page(x, &list, err) < 0)
        return -1;
    buf_init(&body, LIST_MAX);
    json_open(&list.w, '{');
    if (shape->rest)
        json_put_raw(&list.w, shape->rest);
    json_member_open(&list.w, shape->list, '[');
    offers_each(x->config, &caller, visit, &list);
    json_close(&list.w, ']');
    write_rest(&list);
    json_close(&list.w, '}');
    return models_reply(x, &body, err);
}

static int show_model(struct exchange *x, const struct shape *shape, struct error *err) {
    struct caller caller;
    struct target target;
    struct buf body;
    if (caller_check(x, &caller, err) < 0 || choose_any(x->config, x->rest, x->arena, &target, err) < 0)
        return -1;
    /* Lists do not show what cannot be asked for. */
    if (!shows(shape, &target) || !choose_is_served(&target) ||
        !offers_allow(x->config, &caller, x->rest, &target)) {
        error_param(err, ERR_NOT_FOUND, "model",
                    "This key may not use that model, or there is none of this name.");
        err->code = "model_not_found";
        return -1;
    }
    if (choose_served(x->config, x->rest, x->arena, &target, err) < 0)
        return -1;
    buf_init(&body, LIST_MAX); /* a name may be as long as the path */
    struct json_writer w = {.out = &body};
    json_open(&w, '{');
    shape->write(&w, x->rest, &target);
    json_close(&w, '}');
    return models_reply(x, &body, err);
}

int endpoint_models(struct exchange *x, struct error *err) {
    return list_models(x, shape_of(x), err);
}

int endpoint_model(struct exchange *x, struct error *err) {
    return show_model(x, shape_of(x), err);
}

int endpoint_gemini_models(struct exchange *x, struct error *err) {
    return list_models(x, &gemini, err);
}

int endpoint_gemini_model(struct exchange *x, struct error *err) {
    return show_model(x, &gemini, err);
}
