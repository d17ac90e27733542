/* The configuration in force, re-read when its file changes. */
#include "live.h"

#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/clock.h"
#include "base/log.h"
#include "base/wholefile.h"

#define LOOK_MS 1000

struct version {
    struct config *config;
    int holds; /* 1 for being in force, 1 for each request */
    struct version *older;
};

struct live {
    char *path;
    pthread_mutex_t lock;
    struct version *newest;
    struct stat seen;
    int64_t next_look;
    char fault[320];
};

static void drop(struct live *live, struct version *version) {
    if (--version->holds > 0)
        return;
    struct version **at = &live->newest;
    while (*at != version)
        at = &(*at)->older;
    *at = version->older;
    config_free(version->config);
    free(version);
}

static void adopt(struct live *live, struct config *config) {
    struct version *version = xcalloc(1, sizeof *version), *old = live->newest;
    *version = (struct version){config, 1, old};
    live->newest = version;
    if (old)
        drop(live, old);
    struct logfile_rules rules = {config->log_mb * INT64_C(1048576), config->log_keep, config->log_days};
    log_open(config->log, config->access_log, &rules);
    log_watch(); /* a CGI process looks only once */
}

static bool changed(const struct stat *a, const struct stat *b) {
    return a->st_ino != b->st_ino || a->st_size != b->st_size || a->st_mtim.tv_sec != b->st_mtim.tv_sec ||
           a->st_mtim.tv_nsec != b->st_mtim.tv_nsec;
}

/* The file of facts about models is part of the configuration, and may come later. */
static bool facts_changed(const struct config *config) {
    bool there = config->facts_seen.st_ino != 0;
    return config->catalog && (there || access(config->catalog, F_OK) == 0) &&
           wholefile_changed(config->catalog, &config->facts_seen);
}

static void look(struct live *live) {
    struct stat now = {0};
    int64_t time = clock_mono_ms();
    if (time < live->next_look)
        return;
    live->next_look = time + LOOK_MS;
    log_watch();
    stat(live->path, &now);
    if (live->fault[0] == '\0' && live->newest && !changed(&now, &live->seen) &&
        !facts_changed(live->newest->config))
        return;
    struct error err = {0};
    struct config *config = config_read(live->path, CONFIG_SECRETS_NEEDED, &err);
    live->seen = now;
    if (config) {
        live->fault[0] = '\0';
        adopt(live, config);
    } else if (strcmp(live->fault, err.message) != 0) {
        snprintf(live->fault, sizeof live->fault, "%s", err.message);
        log_line("%s%s", err.message, live->newest ? " (the old configuration stays in force)" : "");
    }
}

struct live *live_new(const char *path) {
    struct live *live = xcalloc(1, sizeof *live);
    live->path = xstrdup(path);
    pthread_mutex_init(&live->lock, NULL);
    look(live);
    return live;
}

void live_free(struct live *live) {
    if (live->newest)
        drop(live, live->newest);
    pthread_mutex_destroy(&live->lock);
    free(live->path);
    free(live);
}

const struct config *live_take(struct live *live) {
    pthread_mutex_lock(&live->lock);
    look(live);
    struct version *version = live->newest;
    if (version)
        version->holds++;
    pthread_mutex_unlock(&live->lock);
    return version ? version->config : NULL;
}

void live_give(struct live *live, const struct config *config) {
    if (!config)
        return;
    pthread_mutex_lock(&live->lock);
    struct version *version = live->newest;
    while (version->config != config)
        version = version->older;
    drop(live, version);
    pthread_mutex_unlock(&live->lock);
}

void live_fault(struct live *live, char *text, size_t size) {
    pthread_mutex_lock(&live->lock);
    snprintf(text, size, "%s", live->fault);
    pthread_mutex_unlock(&live->lock);
}
