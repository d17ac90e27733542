/* What the two dialects of AIGNE Hub have in common: names of models, and what a call cost. */
#include "dialects/aigne_model.h"

#include <string.h>

const char *aigne_model(const char *name) {
    static const char hub[] = "aignehub";
    size_t len = sizeof hub - 1;
    bool named = strncmp(name, hub, len) == 0 && (name[len] == '/' || name[len] == ':') && name[len + 1];
    return named ? name + len + 1 : name;
}

void aigne_write_model_with_provider(struct json_writer *w, const struct chat_head *head) {
    struct buf name;
    buf_init(&name, BUF_MOST);
    buf_printf(&name, "%s/%s", head->provider, head->target);
    json_member_text(w, "modelWithProvider", name.data);
    buf_free(&name);
}

void aigne_write_usage_members(struct json_writer *w, const struct chat_head *head,
                               const struct usage *usage) {
    char credits[MONEY_TEXT];
    json_member_int(w, "inputTokens", usage->prompt);
    json_member_int(w, "outputTokens", usage->output);
    json_member_int(w, "cacheCreationInputTokens", usage->cache_write);
    json_member_int(w, "cacheReadInputTokens", usage->cache_read);
    json_member_raw(w, "aigneHubCredits", money_write(head->cost, credits));
    json_member_text(w, "modelCallId", head->id);
}
