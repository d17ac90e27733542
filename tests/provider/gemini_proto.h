#ifndef PROVIDER_GEMINI_PROTO_H
#define PROVIDER_GEMINI_PROTO_H

#include <jansson.h>
#include <stdbool.h>
#include <stddef.h>

#include "base/error.h"
#include "fields.h"

/*
 * Google's APIs read JSON as a form of protocol buffers. What they accept and how they refuse follows from
 * tables of the messages; these are such tables.
 */
enum proto_type {
    PROTO_BOOL,
    PROTO_INT32,
    PROTO_INT64,
    PROTO_FLOAT,
    PROTO_STRING,
    PROTO_BYTES,
    PROTO_ENUM,
    PROTO_MESSAGE,
    PROTO_STRUCT, /* any object */
    PROTO_VALUE   /* anything */
};

enum proto_shape { PROTO_ONE, PROTO_LIST, PROTO_MAP };

struct proto_field {
    const char *name; /* lowerCamelCase; snake_case is understood as well */
    enum proto_type type;
    enum proto_shape shape;
    const struct proto_message *message; /* of a PROTO_MESSAGE */
    const char *choice;                  /* of a PROTO_ENUM: its names, each followed by a space */
    const char *oneof;                   /* only one of the fields with this word may be set; NULL: any */
};

struct proto_message {
    const char *name;
    const struct proto_field *fields;
    size_t count;
};
#define PROTO_TABLE(name, fields)                                                                            \
    { name, fields, sizeof(fields) / sizeof *(fields) }

/*
 * Reads a message and returns it in the one form that those who look at it need to know: names in
 * lowerCamelCase, lists where the table says so (one element may come without its brackets), numbers as
 * numbers, enums in upper case, no nulls. `where` is NULL for the request itself. `loose` lets unknown names
 * pass (they are left out). Returns NULL with err in Google's words; else a new reference.
 */
json_t *proto_read(json_t *value, const struct proto_message *message, const struct place *where, bool loose,
                   struct error *err);

/* Writes the path of a place, cut if it is very long, and returns it. "" for the request itself. */
#define PROTO_PATH 100
const char *proto_path(const struct place *where, char path[static PROTO_PATH]);

#endif
