/* Requests of AIGNE Hub's chat completions: OpenAI Chat's in two spellings. */
#include "dialects/chat_aigne.h"

#include <string.h>

#include "dialects/chat_openai.h"
#include "dialects/read.h"

#define NAME_MOST 64

/* AIGNE's servers take "topP", its documents say "top_p". */
static bool is_named(struct span name, const char *snake) {
    char camel[NAME_MOST];
    size_t len = 0;
    if (name.at[1] != snake[0] && name.at[1] != '\\')
        return false;
    if (scan_equals(name, snake))
        return true;
    for (; *snake && len < sizeof camel - 1; snake++)
        if (*snake == '_' && snake[1] >= 'a' && snake[1] <= 'z')
            camel[len++] = (char)(*++snake - ('a' - 'A'));
        else
            camel[len++] = *snake;
    camel[len] = '\0';
    return scan_equals(name, camel);
}

/* OpenAI's members, and a prompt, which is a message of the user's. */
int chat_aigne_read_request(const struct chat_ask *ask, struct chat_request *q, struct error *err) {
    enum { PROMPT = CHAT_OPENAI_MEMBERS };
    const char *names[CHAT_OPENAI_MEMBERS + 2] = {[PROMPT] = "prompt"};
    struct json whole = value_whole(ask->text), found[CHAT_OPENAI_MEMBERS + 1];
    memcpy(names, chat_openai_members, CHAT_OPENAI_MEMBERS * sizeof *names);
    q->named = is_named;
    if (read_members(q, &whole, names, found, err) < 0)
        return -1;
    if (found[PROMPT].type != SCAN_NONE)
        chat_add_turn_block(q, CHAT_USER, CHAT_TEXT)->text = found[PROMPT].text;
    return chat_openai_read_members(q, found, err);
}
