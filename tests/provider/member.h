#ifndef PROVIDER_MEMBER_H
#define PROVIDER_MEMBER_H

#include <jansson.h>
#include <stdbool.h>

/* Whether an object has a member that is not null. */
bool member_given(const json_t *object, const char *name);

/* Whether the member is this text. */
bool member_is(const json_t *object, const char *name, const char *text);

#endif
