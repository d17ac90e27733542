#ifndef BASE_JSONVALUE_H
#define BASE_JSONVALUE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/error.h"
#include "base/jsonscan.h"
#include "base/mem.h"

/*
 * Values of checked JSON text, where they stand, each knowing its place
 * ("messages[3].content[0].text"). Nothing is copied: a value is valid as long
 * as the text and the values around it.
 */
struct json {
    struct span text;      /* strings with their quotes */
    enum scan_type type;   /* SCAN_NONE: not there */
    const struct json *in; /* the object or array around it; NULL: the whole text */
    struct span name;      /* of a member, with its quotes; at == NULL: it is an element */
    size_t index;          /* of an element */
};

/* The whole of a checked text. */
struct json value_whole(struct span text);

/* Steps through the members of an object or the elements of an array: *rest starts as value->text, *item as
 * zero. Returns false at the end, and at once for any other value. */
bool value_next(const struct json *value, struct span *rest, struct json *item);

/* The same within a text of which it is known where its values end. */
bool value_next_by(const struct scan_ends *ends, const struct json *value, struct span *rest,
                   struct json *item);

/* A member, the last of that name. */
struct json value_member(const struct json *object, const char *name);

/* Neither missing nor null. */
bool value_given(const struct json *value);

/* Where a value stands, cut to what fits; "" for the whole text. */
#define JSON_PATH 128
const char *value_path(const struct json *value, char path[JSON_PATH]);

/* The same for all elements of its arrays: "messages[].content[].text". */
const char *value_place(const struct json *value, char path[JSON_PATH]);

/* Reports ERR_REQUEST with the value's path, `what` following its name: "must be a string". Returns -1. */
int value_bad(const struct json *value, const char *what, struct error *err);

/* Each takes a value of its type and returns 0, or -1 with ERR_REQUEST and the path. */
int value_bool(const struct json *value, bool *into, struct error *err);
int value_int(const struct json *value, int64_t low, int64_t high, int64_t *into, struct error *err);
int value_number(const struct json *value, struct span *into, struct error *err); /* as it stands */
int value_string(const struct json *value, struct span *into,
                 struct error *err); /* as it stands, with quotes */
int value_object(const struct json *value, struct span *into, struct error *err);

/* The decoded string, of at most `most` bytes and without NUL. */
int value_name(const struct json *value, size_t most, struct arena *arena, const char **into,
               struct error *err);

/* The index of the string's value in a list that ends in NULL. */
int value_choice(const struct json *value, const char *const *list, int *into, struct error *err);

/*
 * Finds the members of an object by a list of names that ends in NULL: found[i]
 * is the one of names[i], of type SCAN_NONE where it is missing or null. `named`
 * says whether a member's name, a JSON string, is one of the list: scan_equals()
 * where there are no two ways to write it. Others go to `unknown` (NULL: they are
 * passed over).
 * Returns 0; -1 with ERR_REQUEST for a value that is no object, or for a name of
 * the list that is given twice.
 */
#define JSON_MEMBERS_MOST 64
int value_pick(const struct json *object, const char *const *names,
               bool (*named)(struct span name, const char *wanted), struct json *found,
               void (*unknown)(void *arg, const struct json *value), void *arg, struct error *err);

#endif
