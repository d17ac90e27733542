/* The strictness of OpenAI: what a client attaches to a request. */
#include "metadata.h"

#include <string.h>

#include "fields.h"

int metadata_check(json_t *metadata, struct error *err) {
    static const struct field text = {.type = FIELD_STRING, .required = true, .low = 0, .high = 512};
    struct place where = {NULL, "metadata", 0};
    const char *name;
    json_t *value;
    if (json_object_size(metadata) > 16)
        return field_refuse(err, &where, "it has more than 16 members.");
    json_object_foreach(metadata, name, value) {
        struct place inner = {&where, name, 0};
        if (strlen(name) > 64)
            return field_refuse(err, &where, "a name has more than 64 bytes.");
        if (field_check(value, &text, &inner, err))
            return -1;
    }
    return 0;
}
