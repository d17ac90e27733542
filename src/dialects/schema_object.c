/* Whether a JSON schema is one of an object. */
#include "dialects/schema_object.h"

static const char object[] = "object";

static bool has_object(struct span types) {
    struct span item;
    enum scan_type type;
    while (scan_next(&types, &item, &type))
        if (type == SCAN_STRING && scan_equals(item, object))
            return true;
    return false;
}

enum schema_object schema_object(const struct scan_want *type, const struct scan_want *properties) {
    switch (type->type) {
    case SCAN_NONE:
        return properties->type == SCAN_OBJECT ? SCHEMA_OBJECT : SCHEMA_OTHER;
    case SCAN_STRING:
        return scan_equals(type->value, object) ? SCHEMA_OBJECT : SCHEMA_OTHER;
    case SCAN_ARRAY:
        return has_object(type->value) ? SCHEMA_OBJECT_OR_OTHER : SCHEMA_OTHER;
    default:
        return SCHEMA_OTHER;
    }
}
