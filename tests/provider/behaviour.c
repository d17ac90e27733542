/* The table of the behaviours and the reader of model names. */
#include "behaviour.h"

#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#define MUST_SAY (-2)

static const struct option {
    const char *name;
    size_t offset;
    int bare; /* the value of the option without "=value" */
    int low, high;
} options[] = {
#define OPTION(name) #name, offsetof(struct behaviour, name)
    {OPTION(events), MUST_SAY, 0, 10000000},
    {OPTION(gap), MUST_SAY, 0, 3600000},
    {OPTION(delay), MUST_SAY, 0, 3600000},
    {OPTION(text), MUST_SAY, 1, 64 << 20},
    {OPTION(bigline), MUST_SAY, 1, 64 << 20},
    {OPTION(prompt), MUST_SAY, 1, 1 << 30},
    {OPTION(cached), MUST_SAY, 0, 1 << 30},
    {OPTION(written), MUST_SAY, 0, 1 << 30},
    {OPTION(writtenhour), MUST_SAY, 0, 1 << 30},
    {OPTION(audioin), MUST_SAY, 0, 1 << 30},
    {OPTION(audiocached), MUST_SAY, 0, 1 << 30},
    {OPTION(audioout), MUST_SAY, 0, 1 << 30},
    {OPTION(imagein), MUST_SAY, 0, 1 << 30},
    {OPTION(imagecached), MUST_SAY, 0, 1 << 30},
    {OPTION(imageout), MUST_SAY, 0, 1 << 30},
    {OPTION(searches), MUST_SAY, 0, 1000},
    {OPTION(tools), 1, 1, 64},
    {OPTION(think), MUST_SAY, 1, 10000000},
    {OPTION(agent), 1, 0, 1},
    {OPTION(lateargs), 1, 0, 1},
    {OPTION(echo), 1, 0, 1},
    {OPTION(mark), 1, 0, 1},
    {OPTION(stamp), 1, 0, 1},
    {OPTION(unknown), 1, 0, 1},
    {OPTION(loose), 1, 0, 1},
    {OPTION(status), MUST_SAY, 400, 599},
    {OPTION(retry), MUST_SAY, 0, 86400},
    {OPTION(html), 502, 400, 599},
    {OPTION(redirect), 307, 301, 308},
    {OPTION(hang), 1, 0, 1},
    {OPTION(refuse), 1, 0, 1},
    {OPTION(reset), 1, 0, 1},
    {OPTION(cut), MUST_SAY, 0, 10000000},
    {OPTION(cutbyte), MUST_SAY, 0, 1 << 30},
    {OPTION(cleancut), MUST_SAY, 0, 10000000},
    {OPTION(halfevent), 1, 0, 10000000},
    {OPTION(errevent), MUST_SAY, 0, 10000000},
    {OPTION(nodone), 1, 0, 1},
    {OPTION(nousage), 1, 0, 1},
    {OPTION(usagefinal), 1, 0, 1},
    {OPTION(garbage), 1, 0, 1},
    {OPTION(blocked), 1, 0, 1},
    {OPTION(callids), 1, 0, 1},
    {OPTION(gzip), 1, 0, 1},
    {OPTION(json), 1, 0, 1},
    {OPTION(sse), 1, 0, 1},
    {OPTION(slow), 1, 0, 1},
    {OPTION(split), 1, 0, 1},
    {OPTION(crlf), 1, 0, 1},
    {OPTION(comments), 1, 0, 1},
    {OPTION(stall), MUST_SAY, 0, 10000000},
    {OPTION(stallhead), 1, 0, 1},
    {OPTION(stalldone), 1, 0, 1},
    {OPTION(cuthead), MUST_SAY, 0, 1 << 20},
    {OPTION(drip), MUST_SAY, 1, 60000},
    {OPTION(nohttp), 1, 0, 1},
    {OPTION(badstatus), 1, 0, 1},
    {OPTION(endless), 1, 0, 1},
    {OPTION(endlesshead), 1, 0, 1},
    {OPTION(bomb), MUST_SAY, 1, 10000},
    {OPTION(dims), MUST_SAY, 1, 3072},
    {OPTION(nodims), 1, 0, 1},
    {OPTION(floatonly), 1, 0, 1},
    {OPTION(voyage), 1, 0, 1},
    {OPTION(picture), MUST_SAY, 1, 64 << 20},
    {OPTION(headers), MUST_SAY, 1, 100000},
    {OPTION(bighead), MUST_SAY, 1, 64 << 20},
    {OPTION(shorter), MUST_SAY, 1, 1 << 20},
    {OPTION(longer), MUST_SAY, 1, 1 << 20},
    {OPTION(badchunk), 1, 0, 1},
    {OPTION(elsewhere), MUST_SAY, 1, 65535},
#undef OPTION
};

const struct behaviour behaviour_plain = {
    .events = 10,
    .retry = -1,
    .cut = -1,
    .cutbyte = -1,
    .cleancut = -1,
    .halfevent = -1,
    .errevent = -1,
    .stall = -1,
    .cuthead = -1,
};

static const struct option *find(const char *name, size_t len) {
    for (size_t i = 0; i < sizeof options / sizeof *options; i++)
        if (strlen(options[i].name) == len && memcmp(options[i].name, name, len) == 0)
            return &options[i];
    return NULL;
}

static int set_number(struct behaviour *how, const struct option *option, const char *value, size_t len) {
    char text[12] = "";
    long number = option->bare;
    if (value) {
        if (len == 0 || len >= sizeof text)
            return -1;
        memcpy(text, value, len);
        if (strspn(text, "0123456789") != len)
            return -1;
        number = strtol(text, NULL, 10);
    }
    if (number < option->low || number > option->high)
        return -1;
    *(int *)(void *)((char *)how + option->offset) = (int)number;
    return 0;
}

/* A word; which ones there are depends on the API, and some providers have more. */
static int set_finish(struct behaviour *how, const char *value, size_t len) {
    static const char allowed[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz_";
    if (!value || len == 0 || len >= sizeof how->finish)
        return -1;
    memcpy(how->finish, value, len);
    how->finish[len] = '\0';
    return strspn(how->finish, allowed) == len ? 0 : -1;
}

static int set(struct behaviour *how, const char *at, size_t len) {
    const char *equals = memchr(at, '=', len);
    size_t name_len = equals ? (size_t)(equals - at) : len;
    const char *value = equals ? equals + 1 : NULL;
    size_t value_len = equals ? len - name_len - 1 : 0;
    if (name_len == strlen("finish") && memcmp(at, "finish", name_len) == 0)
        return set_finish(how, value, value_len);
    const struct option *option = find(at, name_len);
    return option ? set_number(how, option, value, value_len) : -1;
}

int behaviour_set(struct behaviour *how, const char *list, const char **wrong) {
    *how = behaviour_plain;
    for (;;) {
        size_t len = strcspn(list, ",");
        *wrong = list;
        if (set(how, list, len))
            return -1;
        if (!list[len])
            return 0;
        list += len + 1;
    }
}

int behaviour_read(struct behaviour *how, const char *model, struct error *err) {
    const char *colon = strchr(model, ':'), *wrong;
    if (!colon || behaviour_set(how, colon + 1, &wrong) == 0)
        return 0;
    size_t len = strcspn(wrong, ",");
    error_param(err, ERR_NOT_FOUND, "model", "The model '%s' does not exist: no behaviour '%.*s'.", model,
                (int)(len < 80 ? len : 80), wrong);
    err->code = "model_not_found";
    return -1;
}
