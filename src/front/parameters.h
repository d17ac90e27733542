#ifndef FRONT_PARAMETERS_H
#define FRONT_PARAMETERS_H

#include <stdbool.h>

/*
 * The value of a header field with its parameters: `form-data; name="x"; filename*=UTF-8''y` (RFC
 * 9110, 5.6.6; RFC 8187). It is taken apart in place. White space are blanks, tabs, and newlines, which
 * nothing but the end of a folded line (RFC 5322, 2.2.3) may have left.
 */
struct parameter {
    char *name, *value; /* the value without its quotes */
};

/* Cuts off what stands before the parameters, which start at *rest. NULL: malformed. */
char *parameters_begin(char *text, char **rest);

/*
 * Cuts off the next one: 1, 0 if there is none, -1: malformed. A backslash quotes a quote and a backslash;
 * before anything else it is itself, as in "C:\path". Values have no control characters but tabs.
 */
int parameters_next(char **rest, struct parameter *parameter);

/* Undoes the coding of a value whose parameter's name ends in "*", in place. Returns false where it is not
 * UTF-8 so coded, or holds control characters but tabs and line ends. */
bool parameters_decode(char *value);

#endif
