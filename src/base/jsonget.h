#ifndef BASE_JSONGET_H
#define BASE_JSONGET_H

#include <stddef.h>

#include "base/error.h"
#include "base/mem.h"

struct json_t;

/*
 * Reads a JSON object by a table: each row says which member of a struct a key
 * fills, what stands there when the key is missing, and between which bounds it must be.
 */
enum field_type {
    FIELD_STRING, /* const char *, a copy in the arena; the bounds are for its length in bytes */
    FIELD_INT,    /* int */
    FIELD_LONG,   /* long */
    FIELD_BOOL,   /* int: 0 or 1 */
    FIELD_JSON,   /* const struct json_t *, borrowed, NULL when missing: for the caller to read on */
};

struct field {
    const char *key; /* NULL ends a table */
    enum field_type type;
    size_t offset;    /* of the member */
    const char *text; /* default of a string */
    long number;      /* default of a number or a bool; it may lie outside the bounds */
    long low, high;
};

/*
 * Fills the members of *into that the table names. `path` is where the object
 * stands in the whole text, "" for the text itself.
 * Returns 0; -1 with ERR_REQUEST for a value that is no object, an unknown key,
 * a wrong type or a value out of bounds: err->param is the path of the value at
 * fault, and the message does not repeat it.
 */
int jsonget_object(void *into, const struct field *table, const struct json_t *value, const char *path,
                   struct arena *arena, struct error *err);

/* Reports a value of the wrong type at `path` as jsonget_object() does; returns -1. */
int jsonget_wrong(const char *wanted, const struct json_t *got, const char *path, struct error *err);

/*
 * Finds the known word that was most likely meant: called with each of them in turn, and with what
 * it returned before, NULL at first. Returns `known` if that is near and nearer than `found`, else `found`.
 */
const char *jsonget_nearer(const char *word, const char *found, const char *known);

#endif
