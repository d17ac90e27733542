/*
 * Finds out what a request is answered with (the route, the key, the JSON) and
 * hands out the bytes of the answer.
 */
#include "answer.h"

#include <stdlib.h>
#include <string.h>

#include "multipart.h"
#include "picture.h"
#include "request_log.h"

#define KEY           "test-provider-key"
#define PORTION_PAUSE 1000 /* microseconds */
#define HALF_A_HEAD   40   /* bytes */

/* ---- what every request must have ---- */

int dialect_check_key(const struct http_request *request, const char *field, struct error *err) {
    struct span bearer = http_field(request, "authorization"), key = {0};
    if (field)
        key = http_field(request, field);
    if (!bearer.at && !key.at)
        return error_set(err, ERR_AUTH,
                         "There is no API key: it belongs into the Authorization header (Bearer)%s%s.",
                         field ? " or into " : "", field ? field : "");
    if (key.at ? span_is(key, KEY) : span_is(bearer, "Bearer " KEY))
        return 0;
    error_set(err, ERR_AUTH, "This is not the test provider's API key.");
    err->code = "invalid_api_key";
    return -1;
}

/* Whether a body of that kind may have this Content-Type. */
static int check_type(struct span type, enum body_kind kind, struct error *err) {
    static const char *const wanted[] = {
        [BODY_JSON] = "Only the content type 'application/json' is accepted.",
        [BODY_FORM] = "Only the content type 'multipart/form-data' is accepted.",
        [BODY_EITHER] = "Only the content types 'multipart/form-data' and 'application/json' are accepted.",
    };
    const char *end = type.at ? memchr(type.at, ';', type.len) : NULL;
    bool form = multipart_is(type);
    if (end)
        type.len = (size_t)(end - type.at);
    if (form ? kind != BODY_JSON : kind != BODY_FORM && type.at && span_is_nocase(type, "application/json"))
        return 0;
    error_set(err, ERR_REQUEST, "%s", wanted[kind]);
    err->code = "unsupported_content_type";
    return -1;
}

/* ---- the routes ---- */

static void make_json(struct answer *answer, const char *json) {
    reply_whole(&answer->reply, 200, "application/json", "", json, strlen(json));
}

static int read_json(struct scene *scene, struct span bytes, struct error *err) {
    json_error_t json_error;
    scene->body = json_loadb(bytes.at, bytes.len, JSON_REJECT_DUPLICATES | JSON_ALLOW_NUL, &json_error);
    if (!scene->body)
        return error_set(err, ERR_REQUEST, "The body is not valid JSON: %s (line %d, column %d).",
                         json_error.text, json_error.line, json_error.column);
    return json_is_object(scene->body) ? 0 : error_set(err, ERR_REQUEST, "The body is not a JSON object.");
}

/* Has the request read by its dialect. The parts of a form are there only meanwhile. */
static int read_body(struct answer *answer, const struct http_request *request, struct error *err) {
    struct scene *scene = &answer->scene;
    struct span type = http_field(request, "content-type");
    enum body_kind kind = answer->dialect->body;
    struct multipart form = {0};
    int result;
    if (kind == BODY_FORM || (kind == BODY_EITHER && multipart_is(type))) {
        scene->body = json_object();
        scene->form = &form;
        result = check_type(type, kind, err) || multipart_read(&form, type, request->body, err);
    } else {
        result = check_type(type, kind, err) || read_json(scene, request->body, err);
    }
    if (result == 0)
        result = answer->dialect->read(scene, err);
    scene->form = NULL;
    multipart_free(&form);
    return result ? -1 : 0;
}

static int make_scene(struct answer *answer, struct provider *provider, const struct http_request *request,
                      struct error *err) {
    struct scene *scene = &answer->scene;
    scene->serial = provider->serial;
    scene->origin = provider->origin;
    buf_init(&scene->path, HTTP_MAX_HEAD);
    buf_add(&scene->path, request->path.at, request->path.len);
    scene->how = provider->usual;
    if (read_body(answer, request, err))
        return -1;
    const struct behaviour *how = &scene->how;
    answer->reply.compress = how->gzip;
    answer->reply.body_max = how->stall >= 0 && !scene->stream ? 0 : how->cutbyte;
    answer->reply.head_max = how->stallhead ? HALF_A_HEAD : how->cuthead;
    answer->reply.headers = how->headers;
    answer->reply.big = how->bighead;
    answer->reply.off = how->longer - how->shorter;
    answer->reply.bad_chunk = how->badchunk;
    answer->next = 0;
    return 0;
}

static int make_models(struct answer *answer, struct provider *provider, const struct http_request *request,
                       struct error *err) {
    (void)provider, (void)request, (void)err;
#define MODEL(id) "{\"id\":\"" id "\",\"object\":\"model\",\"created\":1700000000,\"owned_by\":\"test\"}"
    make_json(answer, "{\"object\":\"list\",\"data\":[" MODEL("test") "," MODEL("test:mark") "," MODEL(
                          "test:tools") "]}");
#undef MODEL
    return 0;
}

static int make_anthropic_models(struct answer *answer, struct provider *provider,
                                 const struct http_request *request, struct error *err) {
    (void)provider, (void)request, (void)err;
#define MODEL(id)                                                                                            \
    "{\"type\":\"model\",\"id\":\"" id "\",\"display_name\":\"" id "\","                                     \
    "\"created_at\":\"2023-11-14T22:13:20Z\",\"max_input_tokens\":200000,\"max_tokens\":32000}"
    make_json(answer,
              "{\"data\":[" MODEL("test") "," MODEL("test:mark") "," MODEL(
                  "test:tools") "],\"has_more\":false,\"first_id\":\"test\",\"last_id\":\"test:tools\"}");
#undef MODEL
    return 0;
}

static int make_stats(struct answer *answer, struct provider *provider, const struct http_request *request,
                      struct error *err) {
    (void)request, (void)err;
    const struct stats *stats = &provider->stats;
    struct buf json;
    buf_init(&json, 512);
    buf_printf(&json,
               "{\"requests\":%llu,\"finished\":%llu,\"cancelled\":%llu,\"cut\":%llu,\"running\":%llu,"
               "\"connections\":%llu}\n",
               (unsigned long long)stats->requests, (unsigned long long)stats->finished,
               (unsigned long long)stats->cancelled, (unsigned long long)stats->cut,
               (unsigned long long)stats->running, (unsigned long long)stats->connections);
    make_json(answer, json.data);
    buf_free(&json);
    return 0;
}

/* What runs goes on being counted, so that the numbers still add up. */
static int make_reset(struct answer *answer, struct provider *provider, const struct http_request *request,
                      struct error *err) {
    uint64_t running = provider->stats.running;
    provider->stats = (struct stats){.requests = running, .running = running};
    return make_stats(answer, provider, request, err);
}

static int make_gemini_models(struct answer *answer, struct provider *provider,
                              const struct http_request *request, struct error *err) {
    (void)provider, (void)request, (void)err;
#define MODEL(id)                                                                                            \
    "{\"name\":\"models/" id "\",\"version\":\"001\",\"displayName\":\"" id                                  \
    "\",\"inputTokenLimit\":1048576,\"outputTokenLimit\":65536,"                                             \
    "\"supportedGenerationMethods\":[\"generateContent\",\"countTokens\"]}"
    make_json(answer, "{\"models\":[" MODEL("test") "," MODEL("test:mark") "," MODEL("test:tools") "]}");
#undef MODEL
    return 0;
}

/* "/picture/NUMBER.png", or "/picture/NUMBER-BYTES.png". */
static int make_picture(struct answer *answer, struct provider *provider, const struct http_request *request,
                        struct error *err) {
    char name[32] = "", *end;
    struct span path = request->path;
    struct buf png;
    (void)provider;
    path = (struct span){path.at + strlen("/picture/"), path.len - strlen("/picture/")};
    memcpy(name, path.at, path.len < sizeof name ? path.len : sizeof name - 1);
    unsigned long number = strtoul(name, &end, 10), bytes = *end == '-' ? strtoul(end + 1, &end, 10) : 0;
    if (strcmp(end, ".png") != 0 || number > UINT32_MAX || bytes > HTTP_MAX_BODY)
        return error_set(err, ERR_NOT_FOUND, "There is no such picture.");
    buf_init(&png, SIZE_MAX / 2);
    picture_put("png", (unsigned)number, bytes, &png);
    reply_whole(&answer->reply, 200, "image/png", "", png.data, png.len);
    buf_free(&png);
    return 0;
}

#define GEMINI "/v1beta/models"

static const struct route {
    const char *method;
    const char *path; /* "*" is anything, as long as can be; a parameter behind "?" has to be there */
    const struct dialect *dialect; /* NULL: not part of an API, so without a key and not counted */
    int (*make)(struct answer *answer, struct provider *provider, const struct http_request *request,
                struct error *err);
    const char *field; /* only for requests with this header field, which tells APIs apart; NULL: for all */
} routes[] = {
    {"POST", "/v1/chat/completions", &dialect_chat, make_scene, NULL},
    {"POST", "/v1/messages", &dialect_anthropic, make_scene, NULL},
    {"POST", "/v1/messages/count_tokens", &dialect_anthropic_count, make_scene, NULL},
    {"POST", "/v1/responses", &dialect_responses, make_scene, NULL},
    {"POST", "/v1/embeddings", &dialect_embeddings, make_scene, NULL},
    {"POST", "/v1/moderations", &dialect_moderations, make_scene, NULL},
    {"POST", "/v1/images/generations", &dialect_images, make_scene, NULL},
    {"POST", "/v1/images/edits", &dialect_image_edits, make_scene, NULL},
    {"POST", "/v1/images/variations", &dialect_image_variations, make_scene, NULL},
    {"POST", "/v1/audio/transcriptions", &dialect_transcriptions, make_scene, NULL},
    {"POST", "/v1/audio/translations", &dialect_translations, make_scene, NULL},
    {"POST", "/v1/audio/speech", &dialect_speech, make_scene, NULL},
    {"POST", "/v1/rerank", &dialect_rerank, make_scene, NULL},
    {"POST", "/v2/embed", &dialect_cohere_embed, make_scene, NULL},
    {"POST", "/v2/rerank", &dialect_cohere_rerank, make_scene, NULL},
    {"POST", "/api/embed", &dialect_ollama_embed, make_scene, NULL},
    {"GET", "/v1/models", &dialect_anthropic, make_anthropic_models, "anthropic-version"},
    {"GET", "/v1/models", &dialect_chat, make_models, NULL},
    {"POST", GEMINI "/*:generateContent", &dialect_gemini, make_scene, NULL},
    {"POST", GEMINI "/*:streamGenerateContent?alt=sse", &dialect_gemini_stream, make_scene, NULL},
    {"POST", GEMINI "/*:streamGenerateContent", &dialect_gemini_list, make_scene, NULL},
    {"POST", GEMINI "/*:countTokens", &dialect_gemini_count, make_scene, NULL},
    {"POST", GEMINI "/*:embedContent", &dialect_gemini_embed, make_scene, NULL},
    {"POST", GEMINI "/*:batchEmbedContents", &dialect_gemini_embed_batch, make_scene, NULL},
    {"GET", GEMINI, &dialect_gemini, make_gemini_models, NULL},
    {"GET", "/picture/*", NULL, make_picture, NULL},
    {"GET", "/stats", NULL, make_stats, NULL},
    {"POST", "/stats/reset", NULL, make_reset, NULL},
};

static bool fits(const struct http_request *request, const char *pattern) {
    const char *star = strchr(pattern, '*'), *query = strchr(pattern, '?');
    struct span path = request->path;
    if (query && !http_has_parameter(request, query + 1))
        return false;
    if (!star)
        return span_is(path, pattern);
    size_t before = (size_t)(star - pattern), after = strcspn(star + 1, "?");
    return path.len > before + after && memcmp(path.at, pattern, before) == 0 &&
           memcmp(path.at + path.len - after, star + 1, after) == 0;
}

/* The route of a request; NULL with err filled if there is none. */
static const struct route *find_route(const struct http_request *request, struct error *err) {
    bool path_known = false;
    for (size_t i = 0; i < sizeof routes / sizeof *routes; i++) {
        if (!fits(request, routes[i].path))
            continue;
        if (span_is(request->method, routes[i].method) &&
            (!routes[i].field || http_field(request, routes[i].field).at))
            return &routes[i];
        path_known = true;
    }
    error_set(err, path_known ? ERR_METHOD : ERR_NOT_FOUND, "Invalid URL or method: %.*s %.*s",
              (int)request->method.len, request->method.at, (int)request->path.len, request->path.at);
    return NULL;
}

/* In whose words it is said that there is no such path; NULL: nobody's. */
static const struct dialect *guess_dialect(const struct http_request *request) {
    static const struct {
        const char *prefix;
        const struct dialect *dialect;
    } guesses[] = {
        {"/v1/messages", &dialect_anthropic},
        {"/v1beta/", &dialect_gemini},
        {"/v2/", &dialect_cohere_embed},
        {"/api/", &dialect_ollama_embed},
    };
    struct span path = request->path;
    for (size_t i = 0; i < sizeof guesses / sizeof *guesses; i++) {
        size_t len = strlen(guesses[i].prefix);
        if (path.len >= len && memcmp(path.at, guesses[i].prefix, len) == 0)
            return guesses[i].dialect;
    }
    return http_field(request, "anthropic-version").at ? &dialect_anthropic : NULL;
}

/* ---- the answer's life ---- */

static void start(struct answer *answer, const struct provider *provider, bool close, struct buf *out) {
    *answer = (struct answer){
        .reply = {.serial = provider->serial,
                  .id_field = "x-request-id",
                  .own_fields = "",
                  .close = close,
                  .body_max = -1,
                  .head_max = -1},
        .scene.how = behaviour_plain,
        .next = ANSWER_DONE,
        .out = out,
    };
    buf_init(&answer->staged, SIZE_MAX / 2);
    answer->reply.out = &answer->staged;
}

void answer_begin(struct answer *answer, struct provider *provider, const struct http_request *request,
                  struct buf *out) {
    struct error err = {0};
    const struct route *route = find_route(request, &err);
    bool counted = !route || route->dialect;
    if (counted) {
        provider->serial++;
        provider->stats.requests++;
        provider->stats.running++;
        request_log(provider->log, provider->serial, request);
    }
    start(answer, provider, request->close, out);
    answer->counted = counted;
    answer->dialect = route ? route->dialect : guess_dialect(request);
    if (answer->dialect) {
        answer->reply.id_field = answer->dialect->id_field;
        answer->reply.own_fields = answer->dialect->fields;
    }
    if (!route || (route->dialect && route->dialect->read_head(request, &answer->scene, &err)) ||
        route->make(answer, provider, request, &err))
        play_refusal(answer, &err, "");
}

void answer_begin_refusal(struct answer *answer, struct provider *provider, const struct error *err,
                          struct buf *out) {
    start(answer, provider, true, out);
    play_refusal(answer, err, "");
}

/* How many of the staged bytes may leave now. */
static size_t next_portion(const struct answer *answer) {
    size_t len = answer->staged.len, portion = answer->portion;
    if (answer->scene.how.drip || (answer->scene.how.slow && answer->sent < answer->reply.head))
        portion = 1;
    return portion > 0 && portion < len ? portion : len;
}

int64_t answer_step(struct answer *answer) {
    if (answer->staged.len == 0 && answer->next >= 0)
        answer->next = play_scene(answer);
    size_t len = next_portion(answer);
    if (len > 0) {
        buf_add(answer->out, answer->staged.data, len);
        buf_consume(&answer->staged, len);
        answer->sent += len;
    }
    int64_t pause = answer->scene.how.drip ? answer->scene.how.drip * INT64_C(1000) : PORTION_PAUSE;
    return answer->staged.len > 0 ? pause : answer->next;
}

void answer_end(struct answer *answer, struct provider *provider, enum answer_end how) {
    static const char *const names[] = {"finished", "cancelled", "cut"};
    if (answer->counted) {
        struct stats *stats = &provider->stats;
        uint64_t *const counters[] = {&stats->finished, &stats->cancelled, &stats->cut};
        stats->running--;
        ++*counters[how];
        if (provider->log)
            fprintf(provider->log, "{\"serial\":%llu,\"status\":%d,\"end\":\"%s\"}\n",
                    (unsigned long long)answer->reply.serial, answer->reply.status, names[how]);
    }
    buf_free(&answer->staged);
    scene_free(&answer->scene);
}
