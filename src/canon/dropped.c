/* What of a request the provider does not get. */
#include <stdio.h>
#include <string.h>

#include "canon/chat.h"

void chat_drop(struct chat_request *request, const char *param) {
    struct chat_list **at = &request->dropped;
    int count = 0;
    for (; *at; at = &(*at)->next, count++)
        if (strcmp((*at)->name, param) == 0)
            return;
    if (count == CHAT_DROPPED_MOST) {
        request->dropped_more = true;
        return;
    }
    *at = arena_alloc(request->arena, sizeof **at);
    (*at)->name = arena_strdup(request->arena, param);
}

const char *chat_dropped_names(const struct chat_request *request, size_t most) {
    const struct chat_list *item = request->dropped;
    char *names = arena_alloc(request->arena, most);
    size_t len = 0;
    for (; item; item = item->next) {
        const char *comma = len > 0 ? ", " : "";
        if (len + strlen(comma) + strlen(item->name) + sizeof ", ..." > most)
            break;
        len += (size_t)snprintf(names + len, most - len, "%s%s", comma, item->name);
    }
    if (item || request->dropped_more)
        snprintf(names + len, most - len, "%s...", len > 0 ? ", " : "");
    return names;
}
