/*
 * Checks JSON text and finds values in it where they stand. Nothing is built
 * and nothing recurses: what is open is a stack of closing brackets.
 */
#include "base/jsonscan.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"

#define DEPTH_MAX 1024
#define SHORT     100 /* bytes of brackets and what is in them that are passed over as they stand */

struct scanner {
    const char *at, *end;
    const char *fault;            /* what is wrong at `at` */
    const struct scan_ends *ends; /* NULL: not known */
};

/* From the beginning of the text: a bracket, and the byte behind its closing one. */
struct scan_end {
    uint32_t open, end;
};

static struct scanner scanner_on(struct span text) {
    const char *at = text.len > 0 ? text.at : "";
    return (struct scanner){.at = at, .end = at + text.len};
}

/* The byte at hand. NUL, at the end, is nowhere valid and so needs no care. */
static unsigned char peek(const struct scanner *scan) {
    return scan->at < scan->end ? (unsigned char)*scan->at : '\0';
}

static bool fail(struct scanner *scan, const char *fault) {
    scan->fault = scan->at < scan->end ? fault : "unexpected end";
    return false;
}

static bool expect(struct scanner *scan, char c, const char *fault) {
    if (peek(scan) != c)
        return fail(scan, fault);
    scan->at++;
    return true;
}

static inline void skip_space(struct scanner *scan) {
    if (peek(scan) > ' ')
        return;
    for (unsigned char c = peek(scan); c == ' ' || c == '\n' || c == '\t' || c == '\r'; c = peek(scan))
        scan->at++;
}

static bool is_digit(unsigned char c) {
    return c >= '0' && c <= '9';
}

static bool is_hex_digit(unsigned char c) {
    return is_digit(c) || ((c | 0x20) >= 'a' && (c | 0x20) <= 'f');
}

/* The first byte that is not plain: not ASCII, a control, a quote or a backslash. */
static const char *plain_end(const char *at, const char *end) {
    const uint64_t each = UINT64_C(0x0101010101010101);
    for (; end - at >= 8; at += 8) {
        uint64_t word;
        memcpy(&word, at, sizeof word);
        /* In each term the lowest byte that is not plain gets its high bit, and none does if all
         * are plain: only what was found itself borrows from the byte above it. */
        uint64_t found =
            word | (word - each * 0x20) | ((word ^ each * '"') - each) | ((word ^ each * '\\') - each);
        if (found & each << 7)
            break;
    }
    for (; at < end; at++) {
        unsigned char c = (unsigned char)*at;
        if (c < 0x20 || c >= 0x80 || c == '"' || c == '\\')
            break;
    }
    return at;
}

/* Length of the UTF-8 sequence that begins with a byte from 0x80 up, 0 if it is not valid. */
static size_t multibyte_length(const char *text, const char *end) {
    const unsigned char *at = (const unsigned char *)text;
    unsigned char lead = at[0];
    size_t len = lead < 0xc2 ? 0 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : lead < 0xf5 ? 4 : 0;
    if (len == 0 || len > (size_t)(end - text))
        return 0;
    /* RFC 3629: the second byte tells overlong forms, surrogates and what is past U+10FFFF. */
    unsigned char low = lead == 0xe0 ? 0xa0 : lead == 0xf0 ? 0x90 : 0x80;
    unsigned char high = lead == 0xed ? 0x9f : lead == 0xf4 ? 0x8f : 0xbf;
    if (at[1] < low || at[1] > high)
        return 0;
    for (size_t i = 2; i < len; i++)
        if ((at[i] & 0xc0) != 0x80)
            return 0;
    return len;
}

static bool skip_escape(struct scanner *scan) {
    scan->at++;
    unsigned char c = peek(scan);
    if (c == '\0' || !strchr("\"\\/bfnrtu", c))
        return fail(scan, "invalid escape");
    scan->at++;
    for (int i = 0; c == 'u' && i < 4; i++) {
        if (!is_hex_digit(peek(scan)))
            return fail(scan, "expected a hexadecimal digit");
        scan->at++;
    }
    return true;
}

static bool skip_multibyte(struct scanner *scan) {
    do {
        size_t len = multibyte_length(scan->at, scan->end);
        if (len == 0)
            return fail(scan, "invalid UTF-8");
        scan->at += len;
    } while (peek(scan) >= 0x80);
    return true;
}

static bool skip_string(struct scanner *scan) {
    scan->at++;
    for (;;) {
        scan->at = plain_end(scan->at, scan->end);
        unsigned char c = peek(scan);
        if (c == '"') {
            scan->at++;
            return true;
        }
        if (c < 0x20)
            return fail(scan, "control character in a string");
        if (c == '\\' ? !skip_escape(scan) : !skip_multibyte(scan))
            return false;
    }
}

static bool skip_digits(struct scanner *scan) {
    if (!is_digit(peek(scan)))
        return fail(scan, "expected a digit");
    while (is_digit(peek(scan)))
        scan->at++;
    return true;
}

static bool skip_number(struct scanner *scan) {
    if (peek(scan) == '-')
        scan->at++;
    if (peek(scan) == '0')
        scan->at++;
    else if (!skip_digits(scan))
        return false;
    if (peek(scan) == '.') {
        scan->at++;
        if (!skip_digits(scan))
            return false;
    }
    if (peek(scan) != 'e' && peek(scan) != 'E')
        return true;
    scan->at++;
    if (peek(scan) == '+' || peek(scan) == '-')
        scan->at++;
    return skip_digits(scan);
}

static bool skip_word(struct scanner *scan, const char *word) {
    size_t len = strlen(word);
    if ((size_t)(scan->end - scan->at) < len || memcmp(scan->at, word, len) != 0)
        return fail(scan, "expected a value");
    scan->at += len;
    return true;
}

/* What a value is shows its first byte. */
static enum scan_type type_of(unsigned char first) {
    switch (first) {
    case 'n':
        return SCAN_NULL;
    case 'f':
        return SCAN_FALSE;
    case 't':
        return SCAN_TRUE;
    case '"':
        return SCAN_STRING;
    case '[':
        return SCAN_ARRAY;
    case '{':
        return SCAN_OBJECT;
    default:
        return first == '-' || is_digit(first) ? SCAN_NUMBER : SCAN_NONE;
    }
}

static bool skip_scalar(struct scanner *scan) {
    switch (type_of(peek(scan))) {
    case SCAN_NULL:
        return skip_word(scan, "null");
    case SCAN_FALSE:
        return skip_word(scan, "false");
    case SCAN_TRUE:
        return skip_word(scan, "true");
    case SCAN_NUMBER:
        return skip_number(scan);
    case SCAN_STRING:
        return skip_string(scan);
    default:
        return fail(scan, "expected a value");
    }
}

/* Skips a member's name, its colon and all white space up to its value. */
static bool skip_name(struct scanner *scan, struct span *name) {
    skip_space(scan);
    name->at = scan->at;
    if (peek(scan) != '"')
        return fail(scan, "expected a member's name in quotes");
    if (!skip_string(scan))
        return false;
    name->len = (size_t)(scan->at - name->at);
    skip_space(scan);
    if (!expect(scan, ':', "expected a colon"))
        return false;
    skip_space(scan);
    return true;
}

/* Skips the value that begins here. It may open at most max_depth brackets. */
static bool skip_value(struct scanner *scan, unsigned max_depth) {
    char closers[DEPTH_MAX];
    unsigned depth = 0;
    for (;;) {
        unsigned char first = peek(scan);
        bool opened = first == '{' || first == '[';
        if (opened) {
            if (depth == max_depth)
                return fail(scan, "nested too deep");
            closers[depth++] = first == '{' ? '}' : ']';
            scan->at++;
        } else if (!skip_scalar(scan)) {
            return false;
        }
        for (;;) {
            if (depth == 0)
                return true;
            skip_space(scan);
            if (peek(scan) != closers[depth - 1])
                break;
            scan->at++;
            depth--;
            opened = false;
        }
        bool object = closers[depth - 1] == '}';
        if (!opened && !expect(scan, ',', object ? "expected a comma or }" : "expected a comma or ]"))
            return false;
        skip_space(scan);
        if (object && !skip_name(scan, &(struct span){0}))
            return false;
    }
}

static struct span since(const struct scanner *scan, const char *start) {
    return (struct span){start, (size_t)(scan->at - start)};
}

static void note_member(struct span name, struct span value, struct scan_want *wants, size_t count) {
    char first = name.at[1]; /* most names differ there */
    for (size_t i = 0; i < count; i++) {
        if (name.len > 2 && first != *wants[i].name && first != '\\')
            continue;
        if (!scan_equals(name, wants[i].name))
            continue;
        wants[i].value = value;
        wants[i].type = type_of((unsigned char)*value.at);
        wants[i].seen++;
    }
}

/* Skips the members of the outermost object up to its closing bracket. */
static bool skip_members(struct scanner *scan, struct scan_want *wants, size_t count, unsigned max_depth) {
    skip_space(scan);
    if (peek(scan) == '}')
        return true;
    for (;;) {
        struct span name;
        if (!skip_name(scan, &name))
            return false;
        const char *start = scan->at;
        if (!skip_value(scan, max_depth))
            return false;
        note_member(name, since(scan, start), wants, count);
        skip_space(scan);
        if (peek(scan) == '}')
            return true;
        if (!expect(scan, ',', "expected a comma or }"))
            return false;
    }
}

static bool skip_text(struct scanner *scan, struct scan_want *wants, size_t count, unsigned max_depth) {
    skip_space(scan);
    if (peek(scan) != '{')
        return fail(scan, "expected an object");
    if (max_depth == 0)
        return fail(scan, "nested too deep");
    scan->at++;
    if (!skip_members(scan, wants, count, max_depth - 1))
        return false;
    scan->at++;
    skip_space(scan);
    return scan->at == scan->end || fail(scan, "unexpected text after the object");
}

/* ---- text that was checked: only where things end is of interest ------------------- */

static void pass_string(struct scanner *scan) {
    const char *quote = scan->at + 1;
    while ((quote = memchr(quote, '"', (size_t)(scan->end - quote))) != NULL) {
        size_t escapes = 0;
        while (quote[-1 - (ptrdiff_t)escapes] == '\\')
            escapes++;
        quote++;
        if (escapes % 2 == 0)
            break;
    }
    scan->at = quote ? quote : scan->end;
}

static void pass_scalar(struct scanner *scan) {
    for (unsigned char c = peek(scan); c > ' ' && c != ',' && c != ']' && c != '}'; c = peek(scan))
        scan->at++;
}

/* Passes over brackets to the end of the outermost one, or to `stop`. Returns how many are open. */
static size_t pass_to(struct scanner *scan, const char *stop, size_t depth) {
    const char *at = scan->at;
    do {
        switch (*at) {
        case '"':
            scan->at = at;
            pass_string(scan);
            at = scan->at;
            continue;
        case '{':
        case '[':
            depth++;
            break;
        case '}':
        case ']':
            depth--;
            break;
        default:
            break;
        }
        at++;
    } while (depth > 0 && at < stop);
    scan->at = at;
    return depth;
}

static int compare_ends(const void *at, const void *end) {
    uint32_t open = *(const uint32_t *)at, other = ((const struct scan_end *)end)->open;
    return (open > other) - (open < other);
}

/* The byte behind the brackets that open here; NULL: it is not known. */
static const char *end_of(const struct scan_ends *ends, const char *open) {
    uint32_t at = (uint32_t)(open - ends->text.at);
    const struct scan_end *found = bsearch(&at, ends->list, ends->count, sizeof *ends->list, compare_ends);
    return found ? ends->text.at + found->end : NULL;
}

static void pass_brackets(struct scanner *scan) {
    const char *open = scan->at, *end = NULL;
    if (!scan->ends || scan->ends->count == 0 || scan->end - open <= SHORT) {
        pass_to(scan, scan->end, 0);
        return;
    }
    size_t depth = pass_to(scan, open + SHORT, 0);
    if (depth > 0)
        end = end_of(scan->ends, open);
    if (end)
        scan->at = end;
    else if (depth > 0 && scan->at < scan->end)
        pass_to(scan, scan->end, depth);
}

static struct span pass_value(struct scanner *scan) {
    const char *start = scan->at;
    switch (peek(scan)) {
    case '"':
        pass_string(scan);
        break;
    case '{':
    case '[':
        pass_brackets(scan);
        break;
    default:
        pass_scalar(scan);
    }
    return since(scan, start);
}

/* Passes a bracket, a comma or a colon and the white space behind it. */
static void pass_mark(struct scanner *scan) {
    scan->at++;
    skip_space(scan);
}

enum scan_type scan_type(struct span value) {
    struct scanner scan = scanner_on(value);
    skip_space(&scan);
    return type_of(peek(&scan));
}

bool scan_next_member_by(const struct scan_ends *ends, struct span *rest, struct span *name,
                         struct span *value, enum scan_type *type) {
    /* What is left begins with the bracket at first and then with what followed the last member. */
    struct scanner scan = scanner_on(*rest);
    scan.ends = ends;
    skip_space(&scan);
    if (peek(&scan) != '{' && peek(&scan) != ',')
        return false;
    pass_mark(&scan);
    if (peek(&scan) != '"')
        return false;
    *name = pass_value(&scan);
    skip_space(&scan);
    pass_mark(&scan);
    *type = type_of(peek(&scan));
    *value = pass_value(&scan);
    skip_space(&scan);
    *rest = (struct span){scan.at, (size_t)(scan.end - scan.at)};
    return true;
}

bool scan_next_member(struct span *rest, struct span *name, struct span *value, enum scan_type *type) {
    return scan_next_member_by(NULL, rest, name, value, type);
}

void scan_members_by(const struct scan_ends *ends, struct span object, struct scan_want *wants,
                     size_t count) {
    struct span name, value;
    enum scan_type type;
    while (scan_next_member_by(ends, &object, &name, &value, &type))
        note_member(name, value, wants, count);
}

void scan_members(struct span object, struct scan_want *wants, size_t count) {
    scan_members_by(NULL, object, wants, count);
}

int scan_object(struct span text, struct scan_want *wants, size_t count, unsigned max_depth,
                struct error *err) {
    struct scanner scan = scanner_on(text);
    const char *line = scan.at;
    if (skip_text(&scan, wants, count, max_depth < DEPTH_MAX ? max_depth : DEPTH_MAX))
        return 0;
    size_t lines = 1;
    for (const char *lf; (lf = memchr(line, '\n', (size_t)(scan.at - line))); line = lf + 1)
        lines++;
    return error_set(err, ERR_REQUEST, "invalid JSON: %s at line %zu, column %zu", scan.fault, lines,
                     (size_t)(scan.at - line) + 1);
}

bool scan_next_by(const struct scan_ends *ends, struct span *rest, struct span *value, enum scan_type *type) {
    /* What is left begins with the bracket at first and then with what followed the last value. */
    struct scanner scan = scanner_on(*rest);
    scan.ends = ends;
    skip_space(&scan);
    if (peek(&scan) != '[' && peek(&scan) != ',')
        return false;
    pass_mark(&scan);
    *type = type_of(peek(&scan));
    if (*type == SCAN_NONE)
        return false;
    *value = pass_value(&scan);
    skip_space(&scan);
    *rest = (struct span){scan.at, (size_t)(scan.end - scan.at)};
    return true;
}

bool scan_next(struct span *rest, struct span *value, enum scan_type *type) {
    return scan_next_by(NULL, rest, value, type);
}

static struct scan_end *add_end(struct scan_ends *ends) {
    if (ends->count == ends->room) {
        ends->room = ends->room ? 2 * ends->room : 64;
        ends->list = xrealloc(ends->list, ends->room * sizeof *ends->list);
    }
    return &ends->list[ends->count++];
}

void scan_ends_find(struct scan_ends *ends, struct span text) {
    struct scanner scan = scanner_on(text);
    size_t open[DEPTH_MAX], depth = 0; /* places in the list */
    *ends = (struct scan_ends){.text = text};
    while (text.len > SHORT && text.len <= UINT32_MAX && scan.at < scan.end) {
        uint32_t at = (uint32_t)(scan.at - text.at);
        switch (*scan.at) {
        case '"':
            pass_string(&scan);
            continue;
        case '{':
        case '[':
            open[depth++] = ends->count;
            add_end(ends)->open = at;
            break;
        case '}':
        case ']':
            ends->list[open[--depth]].end = at + 1;
            if (at + 1 - ends->list[open[depth]].open <= SHORT)
                ends->count--; /* what is in it is shorter, and gone before it */
            break;
        default:
            break;
        }
        scan.at++;
    }
}

void scan_ends_free(struct scan_ends *ends) {
    free(ends->list);
}

bool scan_int(struct span number, int64_t *value) {
    bool negative = number.len > 0 && number.at[0] == '-';
    size_t i = negative;
    int64_t sum = 0;
    if (i == number.len)
        return false;
    for (; i < number.len; i++) {
        unsigned char c = (unsigned char)number.at[i];
        if (!is_digit(c))
            return false;
        int digit = negative ? '0' - c : c - '0';
        if (__builtin_mul_overflow(sum, 10, &sum) || __builtin_add_overflow(sum, digit, &sum))
            return false;
    }
    *value = sum;
    return true;
}
