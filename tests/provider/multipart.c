/* Reader of forms, as strict as the standard: what no client should send is refused, not guessed. */
#include "multipart.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/mem.h"

#define BOUNDARY_MAX 70

static const char media_type[] = "multipart/form-data";

bool multipart_is(struct span type) {
    size_t len = strlen(media_type);
    return type.at && type.len >= len && strncasecmp(type.at, media_type, len) == 0 &&
           (type.len == len || type.at[len] == ';' || type.at[len] == ' ');
}

static int bad(struct error *err, const char *what) {
    return error_set(err, ERR_REQUEST, "Could not parse multipart form: %s", what);
}

/* ---- parameters of a field ---- */

static struct span trim(struct span span) {
    while (span.len && (*span.at == ' ' || *span.at == '\t'))
        span.at++, span.len--;
    while (span.len && (span.at[span.len - 1] == ' ' || span.at[span.len - 1] == '\t'))
        span.len--;
    return span;
}

/* Where the parameter ends that begins at `at`: at a semicolon outside of quotes. */
static const char *end_of_parameter(const char *at, const char *end) {
    for (bool quoted = false; at < end && (quoted || *at != ';'); at++) {
        if (quoted && *at == '\\' && at + 1 < end)
            at++;
        else if (*at == '"')
            quoted = !quoted;
    }
    return at;
}

/* The value of `; name=value` or `; name="value"` behind a field's first word; at == NULL: there is none. */
static struct span parameter(struct span field, const char *name) {
    const char *end = field.at + field.len, *at = end_of_parameter(field.at, end);
    size_t len = strlen(name);
    while (at < end) {
        const char *next = end_of_parameter(at + 1, end);
        struct span one = trim((struct span){at + 1, (size_t)(next - at - 1)});
        at = next;
        if (one.len <= len || strncasecmp(one.at, name, len) != 0 || one.at[len] != '=')
            continue;
        one = (struct span){one.at + len + 1, one.len - len - 1};
        if (one.len >= 2 && *one.at == '"' && one.at[one.len - 1] == '"')
            one = (struct span){one.at + 1, one.len - 2};
        return one;
    }
    return (struct span){0};
}

/* ---- parts ---- */

static int read_field(struct part *part, struct span line, struct error *err) {
    const char *colon = memchr(line.at, ':', line.len);
    if (!colon)
        return bad(err, "a part has a line that is no header field.");
    struct span name = {line.at, (size_t)(colon - line.at)};
    struct span value = trim((struct span){colon + 1, line.len - name.len - 1});
    if (span_is_nocase(name, "content-type")) {
        part->type = value;
        return 0;
    }
    if (!span_is_nocase(name, "content-disposition"))
        return 0;
    size_t word = (size_t)(end_of_parameter(value.at, value.at + value.len) - value.at);
    if (!span_is_nocase(trim((struct span){value.at, word}), "form-data"))
        return bad(err, "a part is no form-data.");
    part->name = parameter(value, "name");
    part->filename = parameter(value, "filename");
    return 0;
}

/* Reads a part's head; returns where its bytes begin, NULL with err. */
static const char *read_head(struct part *part, const char *at, const char *end, struct error *err) {
    for (;;) {
        const char *eol = memmem(at, (size_t)(end - at), "\r\n", 2);
        if (!eol) {
            bad(err, "a part's head has no end.");
            return NULL;
        }
        struct span line = {at, (size_t)(eol - at)};
        at = eol + 2;
        if (line.len > 0 && read_field(part, line, err))
            return NULL;
        if (line.len > 0)
            continue;
        if (part->name.at && part->name.len > 0)
            return at;
        bad(err, "a part has no name.");
        return NULL;
    }
}

static void add(struct multipart *form, struct part part) {
    if (form->count == form->room) {
        form->room = form->room ? form->room * 2 : 16;
        form->parts = xrealloc(form->parts, form->room * sizeof *form->parts);
    }
    form->parts[form->count++] = part;
}

/* mark: CRLF, two hyphens and the boundary. `at` is behind a mark. */
static int read_parts(struct multipart *form, const char *at, const char *end, const char *mark,
                      struct error *err) {
    while (end - at >= 2 && memcmp(at, "\r\n", 2) == 0) {
        struct part part = {0};
        at = read_head(&part, at + 2, end, err);
        if (!at)
            return -1;
        const char *next = memmem(at, (size_t)(end - at), mark, strlen(mark));
        if (!next)
            return bad(err, "NextPart: EOF");
        part.bytes = (struct span){at, (size_t)(next - at)};
        add(form, part);
        at = next + strlen(mark);
    }
    struct span rest = {at, (size_t)(end - at)};
    if (!span_is(rest, "--") && !span_is(rest, "--\r\n"))
        return bad(err, "its end is not the boundary and two hyphens.");
    return form->count ? 0 : bad(err, "it has no parts.");
}

int multipart_read(struct multipart *form, struct span type, struct span body, struct error *err) {
    char mark[BOUNDARY_MAX + 5] = "\r\n--";
    struct span boundary = parameter(type, "boundary");
    if (!boundary.at || boundary.len == 0 || boundary.len > BOUNDARY_MAX)
        return bad(err, "no multipart boundary param in Content-Type");
    memcpy(mark + 4, boundary.at, boundary.len);
    size_t len = boundary.len + 2;
    if (body.len < len || memcmp(body.at, mark + 2, len) != 0)
        return bad(err, "it does not begin with the boundary.");
    return read_parts(form, body.at + len, body.at + body.len, mark, err);
}

void multipart_free(struct multipart *form) {
    free(form->parts);
}

const struct part *multipart_find(const struct multipart *form, const char *name) {
    for (size_t i = 0; i < form->count; i++)
        if (span_is(form->parts[i].name, name))
            return &form->parts[i];
    return NULL;
}
