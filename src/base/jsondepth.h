#ifndef BASE_JSONDEPTH_H
#define BASE_JSONDEPTH_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Follows JSON text that comes in pieces, to know where its brackets close. It need not be JSON: a bracket
 * that closes where none is open is passed over. Start from zero. */
struct json_depth {
    size_t open; /* brackets */
    bool in_string, escaped;
};

/* Takes the next character. Returns whether it stands outside of strings, as their opening quotes do. */
bool json_depth_take(struct json_depth *depth, uint32_t c);

#endif
