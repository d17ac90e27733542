#ifndef TESTS_FAKE_SOURCE_H
#define TESTS_FAKE_SOURCE_H

/* A request and a reply in memory. */
#include <string.h>

#include "front/reply.h"
#include "front/request.h"

struct fake_source {
    const char *const *variables; /* "NAME=value", NULL at the end */
    const char *body;             /* NULL: none */
    size_t body_len, step;        /* bytes handed over at once; 0: all that fit */
    bool cut, gone;               /* the body breaks off behind its last byte; the client left */
    bool late;                    /* behind its last byte nothing comes, for longer than anybody waits */
    int seconds;                  /* that read may wait */
    size_t taken;
};

static inline const char *fake_variable(void *arg, const char *name) {
    const struct fake_source *fake = arg;
    size_t len = strlen(name);
    for (const char *const *at = fake->variables; *at; at++)
        if (strncmp(*at, name, len) == 0 && (*at)[len] == '=')
            return *at + len + 1;
    return NULL;
}

static inline long fake_read(void *arg, char *bytes, size_t len) {
    struct fake_source *fake = arg;
    size_t left = fake->body_len - fake->taken, most = fake->step && fake->step < len ? fake->step : len;
    if (left == 0)
        return fake->late ? READ_LATE : fake->cut ? READ_BROKEN : 0;
    size_t n = left < most ? left : most;
    memcpy(bytes, fake->body + fake->taken, n);
    fake->taken += n;
    return (long)n;
}

static inline void fake_limit(void *arg, int seconds) {
    struct fake_source *fake = arg;
    fake->seconds = seconds;
}

static inline bool fake_gone(void *arg) {
    const struct fake_source *fake = arg;
    return fake->gone;
}

static inline struct request_source fake_source(struct fake_source *fake) {
    return (struct request_source){fake_variable, fake_read, fake_limit, fake_gone, fake, -1};
}

/* All that was written, and where each write and flush ended. */
struct fake_writer {
    struct buf out;
    int writes, flushes, ends;
    int fail_after; /* writes until the client is gone, 0: never */
};

static inline int fake_write(void *arg, const char *bytes, size_t len) {
    struct fake_writer *fake = arg;
    if (fake->fail_after && fake->writes >= fake->fail_after)
        return -1;
    fake->writes++;
    buf_add(&fake->out, bytes, len);
    return 0;
}

static inline int fake_flush(void *arg) {
    struct fake_writer *fake = arg;
    fake->flushes++;
    return fake->fail_after && fake->writes >= fake->fail_after ? -1 : 0;
}

static inline void fake_end(void *arg) {
    struct fake_writer *fake = arg;
    fake->ends++;
}

static inline struct reply_writer fake_writer(struct fake_writer *fake) {
    *fake = (struct fake_writer){0};
    buf_init(&fake->out, 10000000);
    buf_puts(&fake->out, "");
    return (struct reply_writer){fake_write, fake_flush, fake_end, fake};
}

#endif
