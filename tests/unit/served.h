#ifndef TESTS_SERVED_H
#define TESTS_SERVED_H

/* A hub in a directory of its own, and whole requests to it: in memory, without a web server. */
#include <jansson.h>
#include <stdlib.h>

#include "fake_source.h"
#include "front/routes.h"
#include "tap.h"
#include "tempdir.h"

static char directory[TEMPDIR_PATH];

/* ---- a hub ------------------------------------------------------------------------- */

static inline void write_file(const char *name, const char *text) {
    char path[2 * TEMPDIR_PATH];
    snprintf(path, sizeof path, "%s/%s", directory, name);
    FILE *file = fopen(path, "w");
    if (!file || fputs(text, file) < 0 || fclose(file) != 0) {
        perror(path);
        exit(99);
    }
}

static inline void hub_open(struct hub *hub, const char *config) {
    char path[2 * TEMPDIR_PATH];
    snprintf(path, sizeof path, "%s/%s", directory, config);
    *hub = (struct hub){.live = live_new(path), .upstream = upstream_new(false), .stop_fd = -1, .threads = 4};
    pthread_mutex_init(&hub->ledger_lock, NULL);
}

static inline void hub_close(struct hub *hub) {
    if (hub->ledger)
        ledger_free(hub->ledger);
    live_free(hub->live);
    upstream_free(hub->upstream);
    pthread_mutex_destroy(&hub->ledger_lock);
}

struct ask {
    const char *method, *uri, *script, *type, *accept, *key, *body;
    size_t len;          /* of the body; 0: up to its NUL */
    const char *more[5]; /* variables, "NAME=value" */
    int writes;          /* after so many the client is gone; 0: it stays */
};

struct answer {
    int status, writes;
    size_t taken; /* bytes of the request's body that were read */
    char head[2000];
    struct buf out;
    const char *body;
};

static inline void split_answer(struct answer *answer) {
    const char *end = strstr(answer->out.data, "\r\n\r\n");
    size_t len = end ? (size_t)(end + 2 - answer->out.data) : 0;
    snprintf(answer->head, sizeof answer->head, "\n%.*s", (int)len, answer->out.data);
    answer->body = end ? end + 4 : "";
    answer->status =
        strncmp(answer->head, "\nStatus: ", 9) == 0 ? (int)strtol(answer->head + 9, NULL, 10) : -1;
}

static inline struct answer serve(struct hub *hub, const struct ask *ask) {
    struct arena *arena = arena_new();
    const char *variables[16];
    size_t n = 0;
    size_t len = ask->len ? ask->len : ask->body ? strlen(ask->body) : 0;
    struct fake_source fake = {.variables = variables, .body = ask->body, .body_len = len};
    struct fake_writer out;
    struct reply_writer writer = fake_writer(&out);
    out.fail_after = ask->writes;
    variables[n++] = arena_printf(arena, "REQUEST_METHOD=%s", ask->method);
    variables[n++] = arena_printf(arena, "REQUEST_URI=%s", ask->uri);
    if (ask->script)
        variables[n++] = arena_printf(arena, "SCRIPT_NAME=%s", ask->script);
    if (ask->type)
        variables[n++] = arena_printf(arena, "CONTENT_TYPE=%s", ask->type);
    if (ask->accept)
        variables[n++] = arena_printf(arena, "HTTP_ACCEPT=%s", ask->accept);
    if (ask->key)
        variables[n++] = arena_printf(arena, "HTTP_AUTHORIZATION=Bearer %s", ask->key);
    if (ask->body)
        variables[n++] = arena_printf(arena, "CONTENT_LENGTH=%zu", len);
    for (size_t i = 0; ask->more[i]; i++)
        variables[n++] = ask->more[i];
    variables[n] = NULL;
    struct request_source source = fake_source(&fake);
    routes_serve(hub, &source, &writer);
    arena_free(arena);
    is_int(out.ends, 1, "the reply is ended once");
    struct answer answer = {.out = out.out, .writes = out.writes, .taken = fake.taken};
    split_answer(&answer);
    return answer;
}

/* The text at a path such as "choices.0.text"; NULL if there is none. */
static inline const char *text_at(json_t *value, const char *path) {
    char name[40];
    while (value && *path) {
        size_t len = strcspn(path, ".");
        snprintf(name, sizeof name, "%.*s", (int)len, path);
        value = json_is_array(value) ? json_array_get(value, strtoul(name, NULL, 10))
                                     : json_object_get(value, name);
        path += len + (path[len] == '.');
    }
    return json_string_value(value);
}

static inline void has_text(const struct answer *answer, const char *path, const char *want,
                            const char *name) {
    json_t *body = json_loads(answer->body, 0, NULL);
    is_str(text_at(body, path), want, name);
    json_decref(body);
}

#endif
