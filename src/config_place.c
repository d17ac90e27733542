/* Where the configuration is when nobody said. */
#include <pwd.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "config.h"

static char *path_join(const char *dir, const char *rest) {
    size_t size = strlen(dir) + strlen(rest) + 1;
    char *path = xmalloc(size);
    snprintf(path, size, "%s%s", dir, rest);
    return path;
}

static char *beside_program(void) {
    char program[4096];
    ssize_t len = readlink("/proc/self/exe", program, sizeof program - 1);
    if (len <= 0)
        return NULL;
    program[len] = '\0';
    *strrchr(program, '/') = '\0';
    return path_join(program, "/aihub.json");
}

/* CGI programs seldom have $HOME. */
static char *in_home(void) {
    const char *home = getenv("HOME");
    struct passwd *user = home ? NULL : getpwuid(geteuid());
    if (user)
        home = user->pw_dir;
    return home ? path_join(home, "/.config/aihub/aihub.json") : NULL;
}

static char *in_system(void) {
    return path_join(SYSCONFDIR, "/aihub/aihub.json");
}

/* Each gives a path, allocated, or NULL if there is no such place; the last always gives one. */
static char *(*const places[])(void) = {beside_program, in_home, in_system};

enum { PLACES = sizeof places / sizeof *places };

char *config_locate(void) {
    const char *said = getenv("AIHUB_CONFIG");
    if (said && *said)
        return xstrdup(said);
    char *path = NULL;
    for (size_t i = 0; i < PLACES && !(path && access(path, F_OK) == 0); i++) {
        free(path);
        path = places[i]();
    }
    return path;
}

void config_places(char *text, size_t size) {
    size_t len = 0;
    text[0] = '\0';
    for (size_t i = 0; i < PLACES; i++) {
        char *path = places[i]();
        if (path && len < size)
            len += (size_t)snprintf(text + len, size - len, "%s%s", len ? ", " : "", path);
        free(path);
    }
}
