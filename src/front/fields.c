/* Short requests: a few texts, as JSON or as a form. */
#include "front/fields.h"

#include <string.h>

#include "base/jsonvalue.h"

#define DEPTH 32 /* the texts are at the first level; what is passed over may have more */

static size_t count_names(const char *const *names) {
    size_t count = 0;
    while (names[count])
        count++;
    return count;
}

static int read_json(struct span text, const char *const *names, const char **values, struct arena *arena,
                     struct error *err) {
    struct json whole = value_whole(text), found[JSON_MEMBERS_MOST];
    if (scan_object(text, NULL, 0, DEPTH, err) < 0 ||
        value_pick(&whole, names, scan_equals, found, NULL, NULL, err) < 0)
        return -1;
    for (size_t i = 0; names[i]; i++)
        if (found[i].type != SCAN_NONE && value_name(&found[i], FIELD_MOST, arena, &values[i], err) < 0)
            return -1;
    return 0;
}

/* ---- forms --------------------------------------------------------------------------- */

static bool is_utf8(const char *text) {
    const char *end = text + strlen(text);
    for (size_t len; text < end; text += len)
        if ((len = buf_utf8_length(text, (size_t)(end - text))) == 0)
            return false;
    return true;
}

static int bad(const char *name, const char *what, struct error *err) {
    return error_param(err, ERR_REQUEST, name, "\"%s\" %s.", name, what);
}

static int take_value(const char *name, char *value, const char **into, struct error *err) {
    if (*into)
        return bad(name, "is given twice", err);
    if (!request_decode(value) || !is_utf8(value))
        return bad(name, "is not a text in UTF-8, coded as forms are", err);
    if (strlen(value) > FIELD_MOST)
        return bad(name, "is too long", err);
    *into = value;
    return 0;
}

static int read_form(struct span text, const char *const *names, const char **values, struct arena *arena,
                     struct error *err) {
    char *rest = arena_strndup(arena, text.at, text.len);
    if (memchr(text.at, '\0', text.len))
        return error_set(err, ERR_REQUEST, "The form holds a NUL.");
    for (char *pair; (pair = strsep(&rest, "&")) != NULL;) {
        char *value = pair + strcspn(pair, "=");
        if (*value)
            *value++ = '\0';
        bool named = request_decode(pair);
        for (size_t i = 0; named && names[i]; i++)
            if (strcmp(pair, names[i]) == 0 && take_value(names[i], value, &values[i], err) < 0)
                return -1;
    }
    return 0;
}

int fields_read(struct exchange *x, const char *const *names, const char **values, struct error *err) {
    bool form = request_is_form(x->request);
    struct body_rules rules = exchange_body_rules(x);
    struct body body;
    if (rules.limit > FIELDS_MOST)
        rules.limit = FIELDS_MOST;
    memset(values, 0, count_names(names) * sizeof *values);
    if (!form && !request_is_json(x->request))
        return error_set(err, ERR_MEDIA_TYPE,
                         "The content type must be application/json or application/x-www-form-urlencoded.");
    int rc = body_read(x->request, &rules, &body, err);
    struct span text = {body.bytes.data, body.bytes.len};
    if (rc == 0)
        rc = (form ? read_form : read_json)(text, names, values, x->arena, err);
    body_free(&body);
    return rc;
}

int fields_need(const char *value, const char *name, struct error *err) {
    return value && *value ? 0 : error_param(err, ERR_REQUEST, name, "\"%s\" is missing.", name);
}
