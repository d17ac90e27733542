#ifndef CANON_NAMES_H
#define CANON_NAMES_H

#include "canon/chat.h"

/* What names of tools a dialect takes: letters, digits and these others. */
struct name_rule {
    size_t most;        /* bytes */
    const char *others; /* such as "_-" */
    bool letter_first;  /* a letter or '_' stands first */
};

/* Gives each tool that the client declared the name that the provider shall know it by: its own where the
 * rule allows it, else one made of it; no two have the same, whatever they are called. */
void names_assign(struct chat_request *request, const struct name_rule *rule);

/* That of a tool, declared or (in the history) not; in the arena. */
const char *names_wire(const struct chat_request *request, const struct name_rule *rule, const char *space,
                       const char *name);

/* The tool behind a name of the provider's answer; NULL: none. */
const struct chat_tool *names_tool(const struct chat_request *request, const char *wire);

/* An id of a call that all providers take, [A-Za-z0-9_-]{1,64}: itself where it is one, else always the same
 * other; in the arena. */
const char *names_call_id(struct arena *arena, const char *id);

/* The same for those who want nine letters and digits. */
const char *names_short_id(struct arena *arena, const char *id);

#endif
