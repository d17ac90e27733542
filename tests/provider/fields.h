#ifndef PROVIDER_FIELDS_H
#define PROVIDER_FIELDS_H

#include <jansson.h>
#include <stdbool.h>
#include <stddef.h>

#include "base/buf.h"
#include "base/error.h"

/* What a member of a JSON object may be; the objects of an API are described by rows of these. */
enum field_type { FIELD_ANY, FIELD_BOOL, FIELD_INT, FIELD_NUMBER, FIELD_STRING, FIELD_ARRAY, FIELD_OBJECT };

struct field {
    const char *name;
    enum field_type type;
    bool required;      /* others may be null */
    double low, high;   /* of a number; of the length of a string or an array. high == 0: no limits */
    const char *choice; /* the strings allowed, each followed by a space; NULL: any */
};

struct fields {
    const struct field *rows;
    size_t count;
};
#define FIELDS(rows)                                                                                         \
    { rows, sizeof(rows) / sizeof *(rows) }

/* How an API words what is wrong with a field. */
struct field_words {
    const char *before, *after;                 /* the path, before a sentence */
    const char *element_before, *element_after; /* the number of an element, in the path */
    const char *missing, *unknown;              /* sentences */
    const char *unknown_outermost;              /* before the name; NULL: as further inside */
    const char *unknown_before,
        *unknown_after;       /* around the path of an unknown one, instead of the sentence; */
    const char *unknown_code; /* and its code. NULL: none of them */
};

/* Where a value stands in the request, from the inside out: "messages[3].content". */
struct place {
    const struct place *outer; /* NULL: the request itself */
    const char *name;          /* NULL: an element of an array, or the place of a request_place */
    size_t index;
};

/* The request itself, as the outermost place of an API that words its errors in its own way. */
struct request_place {
    struct place place; /* {NULL, NULL, 0} */
    const struct field_words *words;
};

/* Adds the place as text. */
void place_put(const struct place *where, struct buf *out);

/* Checks that `object` is an object with the members that the rows allow
 * (any others too if `loose`). `where` is NULL, or the place of a request_place, for the request itself. */
int fields_check(json_t *object, const struct fields *fields, const struct place *where, bool loose,
                 struct error *err);

/* Checks one value by its row. */
int field_check(const json_t *value, const struct field *field, const struct place *where, struct error *err);

/* Reports that the value there is wrong, in a sentence that goes on after its place; always -1. */
int field_refuse(struct error *err, const struct place *where, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

#endif
