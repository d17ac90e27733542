/* multipart/form-data, read piece by piece. It knows neither requests nor files. */
#include "front/multipart.h"

#include <string.h>
#include <strings.h>

#include "front/parameters.h"

enum {
    CONTENT,   /* of a part, or what stands before the first one */
    DELIMITER, /* has come up to its boundary */
    DASH,      /* and one dash behind it */
    PADDING,   /* white space behind it */
    LINE_END,  /* its CR */
    HEAD,      /* header fields of a part */
    CLOSED,    /* the closing delimiter has come */
    CLOSED_CR, /* and a CR behind it */
    EPILOGUE   /* what follows is nobody's */
};

static int malformed(const char *what, struct error *err) {
    return error_set(err, ERR_REQUEST, "The multipart body is malformed: %s.", what);
}

/* ---- the boundary ------------------------------------------------------------------------- */

/* RFC 2046, 5.1.1. */
static bool is_boundary(const char *text) {
    static const char allowed[] = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
                                  "'()+_,-./:=? ";
    size_t len = strlen(text);
    return len > 0 && len <= MULTIPART_BOUNDARY && strspn(text, allowed) == len && text[len - 1] != ' ';
}

/* The one parameter that counts; NULL in *boundary: it is not there. -1: malformed, or it is there twice. */
static int find_boundary(char *rest, char **boundary) {
    struct parameter p;
    int rc;
    *boundary = NULL;
    while ((rc = parameters_next(&rest, &p)) > 0) {
        if (strcasecmp(p.name, "boundary") != 0)
            continue;
        if (*boundary)
            return -1;
        *boundary = p.value;
    }
    return rc;
}

int multipart_init(struct multipart *m, const char *content_type, const struct multipart_sink *sink,
                   struct error *err) {
    char *boundary, *type, *rest;
    size_t len = content_type ? strlen(content_type) : 0;
    *m = (struct multipart){.sink = sink, .state = CONTENT, .held = 2, .unreal = 2};
    if (len > MULTIPART_HEAD)
        return error_set(err, ERR_REQUEST, "The Content-Type is too long.");
    memcpy(m->head, content_type ? content_type : "", len + 1);
    type = parameters_begin(m->head, &rest);
    if (!type || strcasecmp(type, "multipart/form-data") != 0)
        return error_set(err, ERR_MEDIA_TYPE, "The content type must be multipart/form-data.");
    if (find_boundary(rest, &boundary) < 0)
        return error_set(err, ERR_REQUEST, "The parameters of the Content-Type are malformed.");
    if (!boundary)
        return error_set(err, ERR_REQUEST, "The Content-Type names no boundary.");
    if (!is_boundary(boundary))
        return error_set(err, ERR_REQUEST,
                         "The boundary in the Content-Type is not valid: 1 to %d of the characters that RFC "
                         "2046 allows.",
                         MULTIPART_BOUNDARY);
    len = strlen(boundary);
    memcpy(m->delimiter, "\r\n--", 4);
    memcpy(m->delimiter + 4, boundary, len);
    m->delimiter[4 + len] = '-';
    m->delimiter_len = 4 + len;
    return 0;
}

/* ---- the header fields of a part ------------------------------------------------------------ */

/* A parameter and its extended form. */
struct spelled {
    char *plain, *full;
};

struct head {
    struct spelled name, filename;
    char *type, *encoding;
    bool disposed;
};

static const char *spelling(const struct spelled *text) {
    return text->full ? text->full : text->plain;
}

/* %22, %0D and %0A, which is all that browsers escape. */
static void undo_escapes(char *text) {
    char *out = text;
    for (const char *in = text; *in; in++) {
        *out = *in;
        if (in[0] == '%' && in[1] && in[2]) {
            *out = strncasecmp(in, "%22", 3) == 0   ? '"'
                   : strncasecmp(in, "%0d", 3) == 0 ? '\r'
                   : strncasecmp(in, "%0a", 3) == 0 ? '\n'
                                                    : '%';
            in += *out == '%' ? 0 : 2;
        }
        out++;
    }
    *out = '\0';
}

/* Takes the parameter if it has that name. -1: it does, and is bad or there twice. */
static int take_parameter(const struct parameter *p, const char *name, struct spelled *text) {
    size_t len = strlen(name);
    if (strncasecmp(p->name, name, len) != 0)
        return 0;
    bool extended = strcmp(p->name + len, "*") == 0;
    char **form = extended ? &text->full : &text->plain;
    if (!extended && p->name[len] != '\0')
        return 0;
    if (*form || (extended && !parameters_decode(p->value)))
        return -1;
    *form = p->value;
    if (!extended)
        undo_escapes(p->value);
    return 0;
}

static int read_disposition(struct head *head, char *value) {
    struct parameter p;
    char *rest, *kind = parameters_begin(value, &rest);
    int rc;
    if (!kind || strcasecmp(kind, "form-data") != 0)
        return -1;
    while ((rc = parameters_next(&rest, &p)) > 0)
        if (take_parameter(&p, "name", &head->name) < 0 ||
            take_parameter(&p, "filename", &head->filename) < 0)
            return -1;
    return rc;
}

static int take_disposition(struct head *head, char *value, struct error *err) {
    if (head->disposed)
        return malformed("a part has two Content-Dispositions", err);
    head->disposed = true;
    return read_disposition(head, value) < 0 ? malformed("a part's Content-Disposition cannot be read", err)
                                             : 0;
}

/* Without the white space around it and the line ends within. */
static char *tidy(char *value) {
    value += strspn(value, " \t\n");
    size_t len = strlen(value);
    while (len > 0 && strchr(" \t\n", value[len - 1]))
        len--;
    value[len] = '\0';
    for (char *c = value; *c; c++)
        if (*c == '\n' || *c == '\t')
            *c = ' ';
    return value;
}

static int take_type(struct head *head, char *value, struct error *err) {
    if (head->type)
        return malformed("a part has two Content-Types", err);
    head->type = tidy(value);
    for (const char *c = head->type; *c; c++)
        if ((unsigned char)*c < ' ' || *c == 0x7f)
            return malformed("a part's Content-Type holds control characters", err);
    if (!*head->type)
        head->type = NULL;
    return 0;
}

static int take_encoding(struct head *head, char *value, struct error *err) {
    if (head->encoding)
        return malformed("a part has two Content-Transfer-Encodings", err);
    head->encoding = tidy(value);
    return 0;
}

/* Fields that nobody needs are passed over. */
static int take_line(struct head *head, char *line, struct error *err) {
    static const struct {
        const char *name;
        int (*take)(struct head *head, char *value, struct error *err);
    } fields[] = {
        {"content-disposition", take_disposition},
        {"content-type", take_type},
        {"content-transfer-encoding", take_encoding},
    };
    static const char token[] = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
                                "!#$%&'*+-.^_`|~";
    size_t len = strspn(line, token);
    if (len == 0 || line[len] != ':')
        return malformed("what stands behind a boundary are no header fields", err);
    line[len] = '\0';
    for (size_t i = 0; i < sizeof fields / sizeof *fields; i++)
        if (strcasecmp(line, fields[i].name) == 0)
            return fields[i].take(head, line + len + 1, err);
    return 0;
}

/* Joins folded lines: their ends become white space that stands nowhere else. */
static void unfold(char *text) {
    while ((text = strstr(text, "\r\n")) != NULL) {
        if (text[2] == ' ' || text[2] == '\t')
            text[0] = text[1] = '\n';
        text += 2;
    }
}

/* RFC 7578, 4.7: deprecated; what no known client sends is not undone. */
static int check_encoding(const struct head *head, struct error *err) {
    const char *encoding = head->encoding;
    if (!encoding || strcasecmp(encoding, "binary") == 0 || strcasecmp(encoding, "8bit") == 0 ||
        strcasecmp(encoding, "7bit") == 0)
        return 0;
    return error_param(err, ERR_REQUEST, spelling(&head->name),
                       "The Content-Transfer-Encoding %.40s of a part is not understood: binary is.",
                       encoding);
}

static int begin_part(struct multipart *m, struct error *err) {
    struct head head = {0};
    m->head[m->head_len - 2] = '\0'; /* less the empty line */
    unfold(m->head);
    for (char *line = m->head, *end; (end = strstr(line, "\r\n")) != NULL; line = end + 2) {
        *end = '\0';
        if (take_line(&head, line, err) < 0)
            return -1;
    }
    const char *name = spelling(&head.name);
    if (!name || !*name)
        return malformed("a part has no name", err);
    if (check_encoding(&head, err) < 0)
        return -1;
    m->state = CONTENT;
    m->in_part = true;
    m->held = m->unreal = 2; /* of an empty part the head's end is the delimiter's beginning */
    return m->sink->part_begin(m->sink->arg, name, spelling(&head.filename), head.type, err);
}

static int step_head(struct multipart *m, char c, struct error *err) {
    char before = m->head_len > 0 ? m->head[m->head_len - 1] : '\0';
    if (c == '\0')
        return malformed("a part's header fields hold NUL", err);
    if ((c == '\n') != (before == '\r'))
        return malformed("lines must end in CR LF", err);
    if (m->head_len == MULTIPART_HEAD)
        return error_set(err, ERR_REQUEST, "The header fields of a part are longer than %d bytes.",
                         MULTIPART_HEAD);
    m->head[m->head_len++] = c;
    if (c == '\n' && (m->head_len == 2 || m->head[m->head_len - 3] == '\n'))
        return begin_part(m, err);
    return 0;
}

/* ---- content and delimiters ------------------------------------------------------------------ */

static int hand_on(const struct multipart *m, const char *bytes, size_t len, struct error *err) {
    if (!m->in_part || len == 0)
        return 0;
    return m->sink->part_bytes(m->sink->arg, bytes, len, err);
}

/* What was held is content, and so is this byte, unless it begins the next delimiter: no CR stands within
 * one. */
static int give_back(struct multipart *m, char c, struct error *err) {
    if (hand_on(m, m->delimiter + m->unreal, m->held - m->unreal, err) < 0)
        return -1;
    m->state = CONTENT;
    m->unreal = 0;
    m->held = c == '\r';
    return m->held ? 0 : hand_on(m, &c, 1, err);
}

static int step_content(struct multipart *m, char c, struct error *err) {
    if (c != m->delimiter[m->held])
        return give_back(m, c, err);
    if (++m->held == m->delimiter_len)
        m->state = DELIMITER;
    return 0;
}

/* The delimiter is one, whatever else is wrong with it. */
static int end_part(struct multipart *m, int state, struct error *err) {
    bool ends = m->in_part;
    m->in_part = false;
    m->state = state;
    return ends ? m->sink->part_end(m->sink->arg, err) : 0;
}

/* Where the boundary goes on it is not the boundary: one may begin as another does. */
static int step_delimiter(struct multipart *m, char c, struct error *err) {
    switch (c) {
    case '\r':
        return end_part(m, LINE_END, err);
    case ' ':
    case '\t':
        return end_part(m, PADDING, err);
    case '\n':
        return malformed("lines must end in CR LF", err);
    case '-':
        m->held++;
        m->state = DASH;
        return 0;
    default:
        return give_back(m, c, err);
    }
}

static int step_line_end(struct multipart *m, char c, struct error *err) {
    if (c != '\n')
        return malformed("lines must end in CR LF", err);
    if (m->parts++ == MULTIPART_PARTS)
        return error_set(err, ERR_REQUEST, "The multipart body has more than %d parts.", MULTIPART_PARTS);
    m->state = HEAD;
    m->head_len = 0;
    return 0;
}

/* White space, then CR. */
static int step_padding(struct multipart *m, char c, int next, struct error *err) {
    if (c == ' ' || c == '\t')
        return 0;
    if (c != '\r')
        return malformed("something stands behind a boundary in its line", err);
    m->state = next;
    return 0;
}

static int step(struct multipart *m, char c, struct error *err) {
    switch (m->state) {
    case CONTENT:
        return step_content(m, c, err);
    case DELIMITER:
        return step_delimiter(m, c, err);
    case DASH:
        return c == '-' ? end_part(m, CLOSED, err) : give_back(m, c, err);
    case PADDING:
        return step_padding(m, c, LINE_END, err);
    case LINE_END:
        return step_line_end(m, c, err);
    case HEAD:
        return step_head(m, c, err);
    case CLOSED:
        return step_padding(m, c, CLOSED_CR, err);
    case CLOSED_CR:
        if (c != '\n')
            return malformed("something stands behind a boundary in its line", err);
        m->state = EPILOGUE;
        return 0;
    default:
        return 0;
    }
}

/* How many bytes cannot belong to a delimiter. What begins as one does not begin another within it, so none
 * is looked at more than twice. */
static size_t content_length(const struct multipart *m, const char *bytes, size_t len) {
    const char *end = bytes + len;
    for (const char *from = bytes, *cr; (cr = memchr(from, '\r', (size_t)(end - from))) != NULL;
         from = cr + 1) {
        size_t there = (size_t)(end - cr) < m->delimiter_len ? (size_t)(end - cr) : m->delimiter_len;
        if (memcmp(cr, m->delimiter, there) == 0)
            return (size_t)(cr - bytes);
    }
    return len;
}

int multipart_feed(struct multipart *m, const char *bytes, size_t len, struct error *err) {
    const char *at = bytes, *end = bytes + len;
    while (at < end && m->state != EPILOGUE) {
        if (m->state == CONTENT && m->held == 0) {
            size_t n = content_length(m, at, (size_t)(end - at));
            if (hand_on(m, at, n, err) < 0)
                return -1;
            at += n;
        }
        if (at < end && step(m, *at++, err) < 0)
            return -1;
    }
    return 0;
}

int multipart_finish(const struct multipart *m, struct error *err) {
    if (m->state == CLOSED || m->state == CLOSED_CR || m->state == EPILOGUE)
        return 0;
    if (m->parts == 0)
        return error_set(err, ERR_REQUEST, "The boundary of the Content-Type begins no part of the body.");
    return error_set(err, ERR_REQUEST, "The multipart body breaks off before its closing delimiter.");
}
