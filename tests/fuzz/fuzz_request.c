/* Paths and queries of any bytes. The input has three lines: REQUEST_URI, SCRIPT_NAME, and the base ("-":
 * none). */
#include <string.h>

#include "front/request.h"
#include "fuzz.h"

struct lines {
    const char *uri, *script;
};

static const char *variable(void *arg, const char *name) {
    const struct lines *lines = arg;
    return strcmp(name, "REQUEST_URI") == 0   ? lines->uri
           : strcmp(name, "SCRIPT_NAME") == 0 ? lines->script
                                              : NULL;
}

static void check_path(const struct request *request, const char *base) {
    const char *path = request_path(request, base);
    check(!path || (path[0] == '/' && strlen(path) <= strlen(request->uri) + 1));
    if (path && !strchr(request->uri, '%')) {
        size_t len = strlen(path);
        check(!strstr(path, "//") && !strstr(path, "/../") && !strstr(path, "/./") &&
              (len == 1 || path[len - 1] != '/'));
    }
}

static void check_query(const struct request *request) {
    static const char *const names[] = {"key", "", "a b"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        const char *value = request_parameter(request, names[i]);
        check(!value || strlen(value) <= strlen(request->query));
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    struct arena *arena = arena_new();
    char *text = arena_strndup(arena, (const char *)data, size);
    struct lines lines = {.uri = strsep(&text, "\n")};
    lines.script = strsep(&text, "\n");
    const char *base = strsep(&text, "\n");
    struct request_source source = {.variable = variable, .arg = &lines, .fd = -1};
    struct request request;
    request_init(&request, &source, arena);
    check_path(&request, base && strcmp(base, "-") != 0 ? base : NULL);
    check_query(&request);
    arena_free(arena);
    return 0;
}
