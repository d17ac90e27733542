/* References from one part of a JSON schema to another. */
#include "schema_reference.h"

#include <string.h>

const json_t *schema_resolve(const json_t *root, const char *reference) {
    const json_t *found = root;
    if (*reference++ != '#')
        return NULL;
    while (found && *reference == '/') {
        size_t len = strcspn(++reference, "/");
        json_t *name = json_stringn(reference, len);
        found = name ? json_object_get(found, json_string_value(name)) : NULL;
        json_decref(name);
        reference += len;
    }
    return found;
}
