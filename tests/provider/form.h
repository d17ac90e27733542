#ifndef PROVIDER_FORM_H
#define PROVIDER_FORM_H

#include <jansson.h>
#include <stdbool.h>

#include "base/error.h"
#include "fields.h"
#include "multipart.h"

/*
 * Puts a form into a JSON object, so that it can be looked at as a request in JSON is: the rows say what a
 * text is to be read as. An array's elements come as parts named `NAME[]`; one of files takes a single file
 * under its plain name too. What no row knows becomes a string. `files` are the rows that are files, each
 * followed by a space; a file is {"part": its number in the form, "filename", "length", "sha256"}.
 */
int form_read(const struct multipart *form, const struct fields *fields, const char *files, json_t *body,
              struct error *err);

/* The bytes of a file of such an object. */
struct span form_bytes(const struct multipart *form, const json_t *file);

#endif
