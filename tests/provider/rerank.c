/* Documents in the order of their relevance, as Cohere, Jina and Voyage say it: a document's score is how
 * many of the query's words it has, over all of them. */
#include <ctype.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/mem.h"
#include "cohere.h"
#include "dialect.h"
#include "measure.h"
#include "member.h"
#include "openai.h"
#include "quote.h"

#define A_SEARCH 100 /* documents */

/* ---- what is refused ---- */

#define MODEL                                                                                                \
    { .name = "model", .type = FIELD_STRING, .required = true, .low = 1, .high = 512 }
#define QUERY                                                                                                \
    { .name = "query", .type = FIELD_STRING, .required = true, .low = 1, .high = 1e8 }
#define DOCUMENTS(most)                                                                                      \
    { .name = "documents", .type = FIELD_ARRAY, .required = true, .low = 1, .high = (most) }

static const struct field cohere_rows[] = {
    DOCUMENTS(1000), {.name = "max_tokens_per_doc", .type = FIELD_INT, .low = 1, .high = 1e9},
    MODEL,           {.name = "priority", .type = FIELD_INT, .low = 0, .high = 999},
    QUERY,           {.name = "top_n", .type = FIELD_INT, .low = 1, .high = 1e9},
};
static const struct fields cohere_fields = FIELDS(cohere_rows);

static const struct field jina_rows[] = {
    DOCUMENTS(2048),
    MODEL,
    QUERY,
    {.name = "return_documents", .type = FIELD_BOOL},
    {.name = "top_n", .type = FIELD_INT, .low = 1, .high = 1e9},
};
static const struct fields jina_fields = FIELDS(jina_rows);

static const struct field voyage_rows[] = {
    DOCUMENTS(1000),
    MODEL,
    QUERY,
    {.name = "return_documents", .type = FIELD_BOOL},
    {.name = "top_k", .type = FIELD_INT, .low = 1, .high = 1e9},
    {.name = "truncation", .type = FIELD_BOOL},
};
static const struct fields voyage_fields = FIELDS(voyage_rows);

static const struct field document_rows[] = {{.name = "text", .type = FIELD_STRING, .required = true}};
static const struct fields document_fields = FIELDS(document_rows);

/* objects: a document may be one with a text. */
static int check_documents(const json_t *documents, bool objects, struct error *err) {
    static const struct field text = {.type = FIELD_STRING, .required = true};
    struct place where = {NULL, "documents", 0};
    size_t i;
    json_t *document;
    json_array_foreach(documents, i, document) {
        struct place inner = {&where, NULL, i};
        if (objects && json_is_object(document) ? fields_check(document, &document_fields, &inner, false, err)
                                                : field_check(document, &text, &inner, err))
            return -1;
    }
    return 0;
}

static const json_t *text_of(const json_t *document) {
    return json_is_object(document) ? json_object_get(document, "text") : document;
}

static int read_request(struct scene *scene, const struct fields *fields, bool objects, struct error *err) {
    const json_t *documents = json_object_get(scene->body, "documents");
    size_t i, bytes = json_string_length(json_object_get(scene->body, "query")) * json_array_size(documents);
    json_t *document;
    if (fields_check(scene->body, fields, NULL, scene->how.loose, err) ||
        check_documents(documents, objects, err))
        return -1;
    json_array_foreach(documents, i, document) {
        bytes += json_string_length(text_of(document));
    }
    scene_plan(scene);
    scene_prompt(scene, measure_tokens(bytes));
    return 0;
}

static int read_cohere(struct scene *scene, struct error *err) {
    return openai_read_model(scene, err) || read_request(scene, &cohere_fields, false, err) ? -1 : 0;
}

/* The model's name says whose API it is. */
static int read_other(struct scene *scene, struct error *err) {
    if (openai_read_model(scene, err))
        return -1;
    bool voyage = scene->how.voyage;
    return read_request(scene, voyage ? &voyage_fields : &jina_fields, !voyage, err);
}

/* ---- scores ---- */

static bool is_letter(char c) {
    return isalnum((unsigned char)c) || (unsigned char)c >= 0x80;
}

/* The next word of a text at or behind `at`; len == 0: there is none. */
static struct span next_word(const char *at) {
    size_t len = 0;
    while (*at && !is_letter(*at))
        at++;
    while (is_letter(at[len]))
        len++;
    return (struct span){at, len};
}

static bool has_word(const char *text, struct span wanted) {
    for (struct span word = next_word(text); word.len > 0; word = next_word(word.at + word.len))
        if (word.len == wanted.len && strncasecmp(word.at, wanted.at, word.len) == 0)
            return true;
    return false;
}

static double score(const char *query, const char *document) {
    unsigned found = 0, all = 0;
    for (struct span word = next_word(query); word.len > 0; word = next_word(word.at + word.len)) {
        found += has_word(document, word);
        all++;
    }
    return all ? (double)found / all : 0;
}

struct place_of {
    size_t index;
    double score;
};

static int compare(const void *one, const void *other) {
    const struct place_of *a = one, *b = other;
    if (a->score != b->score)
        return a->score < b->score ? 1 : -1;
    return a->index < b->index ? -1 : a->index > b->index;
}

/* All documents in order, to be freed. */
static struct place_of *rank(const struct scene *scene, size_t *count) {
    const json_t *documents = json_object_get(scene->body, "documents");
    const char *query = json_string_value(json_object_get(scene->body, "query"));
    *count = json_array_size(documents);
    struct place_of *places = xcalloc(*count, sizeof *places);
    for (size_t i = 0; i < *count; i++)
        places[i] =
            (struct place_of){i, score(query, json_string_value(text_of(json_array_get(documents, i))))};
    qsort(places, *count, sizeof *places, compare);
    return places;
}

/* ---- answers ---- */

enum documents { NO_DOCUMENTS, DOCUMENT_TEXTS, DOCUMENT_OBJECTS };

/* limit: the member that says how many are wanted at most. */
static void put_results(const struct scene *scene, const char *limit, enum documents with, struct buf *json) {
    const json_t *most = json_object_get(scene->body, limit),
                 *documents = json_object_get(scene->body, "documents");
    size_t count;
    struct place_of *places = rank(scene, &count);
    if (json_is_integer(most) && (size_t)json_integer_value(most) < count)
        count = (size_t)json_integer_value(most);
    for (size_t i = 0; i < count; i++) {
        const json_t *text = text_of(json_array_get(documents, places[i].index));
        buf_printf(json, "%s{\"index\":%zu,\"relevance_score\":%.9g", i ? "," : "[", places[i].index,
                   places[i].score);
        if (with != NO_DOCUMENTS) {
            buf_puts(json, with == DOCUMENT_OBJECTS ? ",\"document\":{\"text\":" : ",\"document\":");
            buf_quote(json, json_string_value(text), json_string_length(text));
            buf_puts(json, with == DOCUMENT_OBJECTS ? "}" : "");
        }
        buf_putc(json, '}');
    }
    buf_putc(json, ']');
    free(places);
}

static void write_cohere(const struct scene *scene, struct buf *json) {
    size_t count = json_array_size(json_object_get(scene->body, "documents"));
    unsigned units =
        scene->how.searches ? (unsigned)scene->how.searches : (unsigned)((count + A_SEARCH - 1) / A_SEARCH);
    cohere_put_id(scene, json);
    buf_puts(json, ",\"results\":");
    put_results(scene, "top_n", NO_DOCUMENTS, json);
    cohere_put_meta(scene, "search_units", units, json);
}

static void write_other(const struct scene *scene, struct buf *json) {
    bool voyage = scene->how.voyage;
    const json_t *wanted = json_object_get(scene->body, "return_documents");
    enum documents with = voyage                  ? json_is_true(wanted) ? DOCUMENT_TEXTS : NO_DOCUMENTS
                          : json_is_false(wanted) ? NO_DOCUMENTS
                                                  : DOCUMENT_OBJECTS;
    buf_puts(json, "{\"model\":");
    quote_word(scene->model, json);
    buf_puts(json, ",\"object\":\"list\"");
    if (!scene->how.nousage)
        buf_printf(json, ",\"usage\":{\"total_tokens\":%u}", scene->prompt_tokens);
    buf_printf(json, ",\"%s\":", voyage ? "data" : "results");
    put_results(scene, voyage ? "top_k" : "top_n", with, json);
    openai_put_further(scene, json);
    buf_putc(json, '}');
}

/* Both say no more than this. */
static void write_detail(const struct error *err, uint64_t serial, struct buf *json) {
    (void)serial;
    buf_puts(json, "{\"detail\":");
    quote_word(err->message, json);
    buf_putc(json, '}');
}

const struct dialect dialect_cohere_rerank = {
    COHERE_DIALECT,
    .read = read_cohere,
    .write_whole = write_cohere,
};

const struct dialect dialect_rerank = {
    .read_head = openai_read_head,
    .read = read_other,
    .write_whole = write_other,
    .write_error = write_detail,
    .id_field = "x-request-id",
    .fields = "",
};
