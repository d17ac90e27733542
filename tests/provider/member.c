/* Questions about the members of JSON objects. What is no object has none. */
#include "member.h"

#include <string.h>

bool member_given(const json_t *object, const char *name) {
    const json_t *value = json_object_get(object, name);
    return value && !json_is_null(value);
}

bool member_is(const json_t *object, const char *name, const char *text) {
    const char *value = json_string_value(json_object_get(object, name));
    return value && strcmp(value, text) == 0;
}
