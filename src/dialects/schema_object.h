#ifndef DIALECTS_SCHEMA_OBJECT_H
#define DIALECTS_SCHEMA_OBJECT_H

#include "base/jsonscan.h"

/* Whether what obeys a JSON schema is an object, as far as the schema itself says. */
enum schema_object {
    SCHEMA_OTHER,           /* no, or nothing is said of it */
    SCHEMA_OBJECT_OR_OTHER, /* one of its types is */
    SCHEMA_OBJECT,          /* that is its type; or it has properties and says no type */
};

/* By its members "type" and "properties": a type that is said counts, whatever stands beside it. */
enum schema_object schema_object(const struct scan_want *type, const struct scan_want *properties);

#endif
