/* Parameters of header fields. */
#include "front/parameters.h"

#include <string.h>
#include <strings.h>

#include "base/buf.h"
#include "front/request.h"

#define SPACE " \t\n"

static char *skip_space(char *at) {
    return at + strspn(at, SPACE);
}

static bool is_control(char c) {
    return ((unsigned char)c < ' ' && c != '\t') || c == 0x7f;
}

/* Steps behind the ';' that must follow if anything does. NULL: something else follows. */
static char *step_on(char *at) {
    at = skip_space(at);
    return *at == ';' ? at + 1 : *at ? NULL : at;
}

char *parameters_begin(char *text, char **rest) {
    char *head = skip_space(text), *end = head + strcspn(head, ";" SPACE);
    *rest = step_on(end);
    *end = '\0';
    return *rest ? head : NULL;
}

/* What stands in quotes, moved over the first of them. Returns what follows; NULL: malformed. */
static char *take_quoted(char *value) {
    char *out = value, *in = value + 1;
    for (; *in != '"'; in++) {
        if (*in == '\\' && (in[1] == '"' || in[1] == '\\'))
            in++;
        if (is_control(*in) || *in == '\0')
            return NULL;
        *out++ = *in;
    }
    *out = '\0';
    return in + 1;
}

/* More than a token may hold: "image[]" comes without quotes, too. */
static char *take_plain(char *value) {
    char *end = value;
    while (*end && !strchr(";\"" SPACE, *end))
        if (is_control(*end++))
            return NULL;
    return *end == '"' ? NULL : end;
}

int parameters_next(char **rest, struct parameter *parameter) {
    char *name = *rest + strspn(*rest, ";" SPACE);
    size_t len = strcspn(name, "=;\"" SPACE);
    if (*name == '\0')
        return 0;
    char *value = skip_space(name + len);
    if (len == 0 || *value != '=')
        return -1;
    value = skip_space(value + 1);
    bool quoted = *value == '"';
    char *end = quoted ? take_quoted(value) : take_plain(value);
    if (!end || !(*rest = step_on(end)))
        return -1;
    if (!quoted)
        *end = '\0';
    name[len] = '\0';
    *parameter = (struct parameter){name, value};
    return 1;
}

bool parameters_decode(char *value) {
    static const char charset[] = "UTF-8'";
    char *text = strncasecmp(value, charset, sizeof charset - 1) == 0
                     ? strchr(value + sizeof charset - 1, '\'') /* behind the language */
                     : NULL;
    if (!text || !request_unescape(++text))
        return false;
    size_t left = strlen(text), n;
    memmove(value, text, left + 1);
    for (; left > 0; value += n, left -= n) {
        n = buf_utf8_length(value, left);
        if (n == 0 || (is_control(*value) && *value != '\r' && *value != '\n'))
            return false;
    }
    return true;
}
