#ifndef BASE_JSONSCAN_H
#define BASE_JSONSCAN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/buf.h"
#include "base/error.h"

/*
 * Looks into JSON text without building anything: one pass over the bytes,
 * constant memory, strict (RFC 8259, valid UTF-8, bounded depth). This is what
 * makes pass-through cheap: a body of a megabyte is checked and its few wanted
 * members are found where they stand, so that they can be spliced.
 */

/* Bytes in somebody else's buffer. */
struct span {
    const char *at;
    size_t len;
};

enum scan_type {
    SCAN_NONE,
    SCAN_NULL,
    SCAN_FALSE,
    SCAN_TRUE,
    SCAN_NUMBER,
    SCAN_STRING,
    SCAN_ARRAY,
    SCAN_OBJECT,
};

/* Brackets that texts may open which come over the wire, and those that are put into another one: the hub's
 * own brackets stand around them. */
#define SCAN_DEPTH        512
#define SCAN_DEPTH_INSIDE 500

/* A member that the caller wants. Set `name`, clear the rest. */
struct scan_want {
    const char *name;
    struct span value;   /* as it stands in the text: strings with quotes, no outer white space */
    enum scan_type type; /* SCAN_NONE: not there */
    unsigned seen;       /* how often the name occurs; the last one is in `value` */
};

/*
 * Checks the whole text, which must be one JSON object, and finds the wanted
 * members of its top level. Names are compared after unescaping, so that
 * "mod\u0065l" is "model". max_depth counts open brackets.
 * Returns 0, or -1 with ERR_REQUEST: the message tells what is wrong with
 * "at line L, column C" (both from 1, the column in bytes); not an object,
 * empty text, and anything after the object are errors too.
 */
int scan_object(struct span text, struct scan_want *wants, size_t count, unsigned max_depth,
                struct error *err);

/* Finds the wanted members of an object that stands in checked text, whatever their depth; none of another
 * value. */
void scan_members(struct span object, struct scan_want *wants, size_t count);

/* What a checked value is, by its first byte behind white space. */
enum scan_type scan_type(struct span value);

/* Steps through the members of a checked object: *rest starts as the whole value and is moved on. Returns
 * false at its end. */
bool scan_next_member(struct span *rest, struct span *name, struct span *value, enum scan_type *type);

/* Steps through a checked array: *rest starts as the whole array value and is
 * moved on. Returns false at its end. */
bool scan_next(struct span *rest, struct span *value, enum scan_type *type);

/*
 * Where the longer arrays and objects of a checked text end. Who looks at the values on each level of a text
 * passes over the innermost ones once for each level; with this no value is passed over byte by byte that has
 * more than a few. It takes eight bytes for each array or object of a hundred.
 */
struct scan_ends {
    struct span text;
    struct scan_end *list; /* in the order in which they begin */
    size_t count, room;
};

/* Finds them; to be freed. */
void scan_ends_find(struct scan_ends *ends, struct span text);
void scan_ends_free(struct scan_ends *ends);

/* The same as those above, for what stands within such a text. */
void scan_members_by(const struct scan_ends *ends, struct span object, struct scan_want *wants, size_t count);
bool scan_next_member_by(const struct scan_ends *ends, struct span *rest, struct span *name,
                         struct span *value, enum scan_type *type);
bool scan_next_by(const struct scan_ends *ends, struct span *rest, struct span *value, enum scan_type *type);

/* An integer written without fraction and exponent that fits; false otherwise. */
bool scan_int(struct span number, int64_t *value);

/* The length of the character or escape that stands at a place in a checked string. *code: what it stands
 * for; of two escapes that make a surrogate pair each is one. */
size_t scan_unit(const char *at, uint32_t *code);

/* Adds the unescaped text of a checked string value (with its quotes) to out.
 * A lone surrogate becomes U+FFFD. \u0000 is kept as a NUL byte. */
void scan_unquote(struct span string, struct buf *out);

/* Whether a checked string value is exactly this text after unescaping. */
bool scan_equals(struct span string, const char *text);

/* The text of a list that ends in NULL which it is; NULL: none. */
const char *scan_listed(struct span string, const char *const *list);

#endif
