#ifndef FRONT_FIELDS_H
#define FRONT_FIELDS_H

#include "hub.h"

/*
 * The body of a short request as named texts: the members of a JSON object, or the fields of an HTML form.
 */
#define FIELDS_MOST 16384 /* bytes of the body */
#define FIELD_MOST  2048  /* bytes of a text */

/*
 * Reads the body. values[i] becomes the text of names[i], a list that ends in NULL: in UTF-8, without NUL; it
 * is NULL where there is none. What else is there is passed over. Errors as of body_read(); ERR_MEDIA_TYPE;
 * ERR_REQUEST with the name at fault: no text, given twice, too long.
 */
int fields_read(struct exchange *x, const char *const *names, const char **values, struct error *err);

/* A text that must be there and not be empty. ERR_REQUEST with its name. */
int fields_need(const char *value, const char *name, struct error *err);

#endif
