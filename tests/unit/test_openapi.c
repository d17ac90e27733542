/* The OpenAPI document says of the table of paths neither more nor less than there is. */
#include "front/routes.h"

#include <string.h>

#include "served.h"

#define PATH_MOST  256
#define PATHS_MOST 1024

static const char *const methods[] = {"get", "head", "put", "post", "delete", "patch"};

/* The first word of a JSON pointer in a URI, as it is written in neither. Returns where the next one begins.
 */
static const char *first_word(const char *at, char *word, size_t size) {
    static const struct {
        const char *written, *means;
    } escapes[] = {{"~1", "/"}, {"~0", "~"}, {"%7B", "{"}, {"%7D", "}"}};
    size_t len = 0;
    while (*at && *at != '/' && len < size - 1) {
        size_t i = 0, count = sizeof escapes / sizeof *escapes;
        while (i < count && strncmp(at, escapes[i].written, strlen(escapes[i].written)) != 0)
            i++;
        word[len++] = i < count ? *escapes[i].means : *at;
        at += i < count ? strlen(escapes[i].written) : 1;
    }
    word[len] = '\0';
    return at;
}

/* What a reference such as "#/paths/~1v1~1models" leads to; a value that is none is itself. */
static json_t *follow(json_t *document, json_t *value) {
    const char *at = json_string_value(json_object_get(value, "$ref"));
    char name[PATH_MOST];
    if (!at)
        return value;
    for (at += strlen("#"), value = document; *at == '/';) {
        at = first_word(at + 1, name, sizeof name);
        value = json_object_get(value, name);
    }
    return value;
}

/* A path with a word for each parameter. */
static void fill(const char *template, char path[PATH_MOST]) {
    size_t len = 0;
    for (; *template && len < PATH_MOST - 1; template ++)
        if (*template == '{') {
            template += strcspn(template, "}");
            path[len++] = 'x';
        } else {
            path[len++] = *template;
        }
    path[len] = '\0';
}

/* Whose paths alone stand behind a prefix. */
static const struct {
    const char *text;
    unsigned flag;
} prefixes[] = {{"", 0}, {"/aigne", ROUTE_AIGNE}, {"/indox", ROUTE_INDOX}};
#define PREFIXES (sizeof prefixes / sizeof *prefixes)

static size_t prefix_of(const char *path) {
    size_t i = PREFIXES;
    while (--i > 0)
        if (strncmp(path, prefixes[i].text, strlen(prefixes[i].text)) == 0)
            break;
    return i;
}

static bool route_fits(const struct route *route, const char *method, const char *path) {
    size_t len = strlen(route->path), prefix = prefix_of(path);
    path += strlen(prefixes[prefix].text);
    if (prefix > 0 && !(route->flags & prefixes[prefix].flag))
        return false;
    if (*path == '\0')
        path = "/";
    bool fits = route->path[len - 1] == '*' ? strncmp(route->path, path, len - 1) == 0 && path[len - 1]
                                            : strcmp(route->path, path) == 0;
    return fits && (strcasecmp(route->method, method) == 0 || strcmp(route->method, "*") == 0 ||
                    (strcmp(method, "head") == 0 && strcmp(route->method, "GET") == 0));
}

/* The row that answers, as the hub finds it; -1: none does. */
static int find_route(const char *method, const char *path) {
    for (size_t i = 0; i < route_count; i++)
        if (route_fits(&routes[i], method, path))
            return routes[i].flags & ROUTE_HIDDEN ? -1 : (int)i;
    return -1;
}

/* Every operation leads to a row, and notes which. */
static void test_operations(json_t *document, bool seen[][PREFIXES]) {
    const char *template;
    json_t *item;
    json_object_foreach(json_object_get(document, "paths"), template, item) {
        char path[PATH_MOST];
        fill(template, path);
        item = follow(document, item);
        ok(json_object_size(item) > 0, "%s: has operations", template);
        for (size_t i = 0; i < sizeof methods / sizeof *methods; i++) {
            if (!json_object_get(item, methods[i]))
                continue;
            int row = find_route(methods[i], path);
            ok(row >= 0, "%s %s: is in the table", methods[i], template);
            if (row >= 0)
                seen[row][prefix_of(path)] = true;
        }
    }
}

/* Every row that is not hidden is led to, behind each of its prefixes. */
static void test_rows(const bool seen[][PREFIXES]) {
    for (size_t i = 0; i < route_count; i++)
        for (size_t p = 0; p < PREFIXES && !(routes[i].flags & ROUTE_HIDDEN); p++)
            if (p == 0 || routes[i].flags & prefixes[p].flag)
                ok(seen[i][p], "%s %s%s: is in the document", routes[i].method, prefixes[p].text,
                   routes[i].path);
}

/* All references lead somewhere. */
static void test_references(json_t *document, json_t *value, int *broken) {
    const char *name;
    json_t *member;
    size_t i;
    if (follow(document, value) == NULL) {
        printf("# %s leads nowhere\n", json_string_value(json_object_get(value, "$ref")));
        ++*broken;
    }
    json_object_foreach(value, name, member) test_references(document, member, broken);
    json_array_foreach(value, i, member) test_references(document, member, broken);
}

static void test_again(struct hub *hub, const struct answer *first) {
    char tag[64] = "";
    const char *line = strstr(first->head, "\nETag: ");
    ok(line && sscanf(line, "\nETag: %40[^\r]", tag) == 1, "the document has a tag: %s", tag);
    char known[128];
    snprintf(known, sizeof known, "HTTP_IF_NONE_MATCH=\"other\", W/%s", tag);
    struct answer answer =
        serve(hub, &(struct ask){.method = "GET", .uri = "/openapi.json", .more = {known}});
    is_int(answer.status, 304, "who has it is told so");
    ok(*answer.body == '\0' && strstr(answer.head, tag), "without it, with its tag");
    buf_free(&answer.out);
    answer = serve(
        hub,
        &(struct ask){.method = "GET", .uri = "/openapi.json", .more = {"HTTP_IF_NONE_MATCH=\"other\""}});
    is_int(answer.status, 200, "who has another one gets it");
    buf_free(&answer.out);
}

int main(void) {
    static bool seen[PATHS_MOST][PREFIXES];
    struct hub hub;
    tempdir_make(directory);
    hub_open(&hub, "nothing.json");
    struct answer answer = serve(&hub, &(struct ask){.method = "GET", .uri = "/openapi.json"});
    json_error_t error;
    json_t *document = json_loads(answer.body, JSON_REJECT_DUPLICATES, &error);
    is_int(answer.status, 200, "the document needs neither a key nor a configuration");
    if (ok(document != NULL && route_count < PATHS_MOST, "it is JSON without doubles %s", error.text)) {
        int broken = 0;
        test_operations(document, seen);
        test_rows(seen);
        test_references(document, document, &broken);
        is_int(broken, 0, "all references lead somewhere");
    }
    test_again(&hub, &answer);
    json_decref(document);
    buf_free(&answer.out);
    hub_close(&hub);
    tempdir_remove(directory);
    return tap_done();
}
