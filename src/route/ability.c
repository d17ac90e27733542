/* What models cannot do: one row for each family, the first that fits counts. What none of a provider's can
 * is in its own row. */
#include "route/ability.h"

#include <fnmatch.h>
#include <stddef.h>
#include <string.h>

#include "dialects/dialect.h"

enum {
    OLD_GPT = CHAT_NO_REASONING,
    /* They take only the default temperature. */
    REASONING_GPT = CHAT_NO_SAMPLING | CHAT_NO_STOP | CHAT_MAX_COMPLETION,
    O_SERIES = REASONING_GPT | CHAT_NO_PARALLEL,
    LOOSE = CHAT_NO_SCHEMA | CHAT_NO_STRICT, /* keeps to no schema */
    OLD_CLAUDE = CHAT_NO_REASONING | CHAT_NO_DEVELOPER | LOOSE,
    BUDGET_CLAUDE = CHAT_BUDGET | CHAT_NO_DEVELOPER,
    THINKING_CLAUDE = CHAT_NO_SAMPLING | CHAT_THINKS,
    FREE_CLAUDE = CHAT_NO_SAMPLING | CHAT_ALWAYS_THINKS | CHAT_NO_FORCE,
    GEMINI_3_FLASH = CHAT_CALL_IDS,
    NEW_GEMINI = CHAT_CALL_IDS | CHAT_NO_MINIMAL,
};

static const struct {
    const char *provider, *family; /* a pattern of the model's name, as of file names */
    unsigned quirks;
} rows[] = {
    {"openai", "gpt-3.5*", OLD_GPT | CHAT_NO_IMAGES | CHAT_NO_SCHEMA},
    {"openai", "gpt-4*", OLD_GPT},
    {"openai", "chatgpt*", OLD_GPT},
    {"openai", "gpt-oss*", 0},
    {"openai", "*codex*", REASONING_GPT | CHAT_ONLY_RESPONSES},
    {"openai", "computer-use*", CHAT_ONLY_RESPONSES},
    {"openai", "gpt-*-pro*", REASONING_GPT | CHAT_ONLY_RESPONSES},
    {"openai", "gpt-*", REASONING_GPT | CHAT_RATHER_RESPONSES},
    {"openai", "o[1-9]-pro*", O_SERIES | CHAT_ONLY_RESPONSES},
    {"openai", "o[1-9]*deep-research*", O_SERIES | CHAT_ONLY_RESPONSES},
    {"openai", "o[1-9]*", O_SERIES | CHAT_RATHER_RESPONSES},

    {"anthropic", "claude-2*", OLD_CLAUDE},
    {"anthropic", "claude-3-7*", BUDGET_CLAUDE | LOOSE},
    {"anthropic", "claude-3*", OLD_CLAUDE},
    {"anthropic", "claude-opus-4-8*", CHAT_NO_SAMPLING},
    {"anthropic", "claude-opus-4-7*", CHAT_NO_SAMPLING | CHAT_NO_DEVELOPER},
    {"anthropic", "claude-opus-4-6*", CHAT_NO_DEVELOPER},
    {"anthropic", "claude-sonnet-4-6*", CHAT_NO_DEVELOPER},
    {"anthropic", "claude-opus-4-5*", BUDGET_CLAUDE},
    {"anthropic", "claude-opus-4-1*", BUDGET_CLAUDE},
    {"anthropic", "claude-opus-4*", BUDGET_CLAUDE | LOOSE},
    {"anthropic", "claude-sonnet-4-5*", BUDGET_CLAUDE},
    {"anthropic", "claude-sonnet-4*", BUDGET_CLAUDE | LOOSE},
    {"anthropic", "claude-haiku-4*", BUDGET_CLAUDE},
    {"anthropic", "claude-opus-5-5*", FREE_CLAUDE},
    {"anthropic", "claude-opus-5*", THINKING_CLAUDE},
    {"anthropic", "claude-sonnet-5-5*", THINKING_CLAUDE | CHAT_BETWEEN_TOOLS | CHAT_NO_FORCE},
    {"anthropic", "claude-sonnet-5*", THINKING_CLAUDE},
    {"anthropic", "claude-haiku-5*", THINKING_CLAUDE},
    {"anthropic", "claude-fable-5-1*", FREE_CLAUDE},
    {"anthropic", "claude-fable-5*", CHAT_NO_SAMPLING | CHAT_ALWAYS_THINKS},
    {"anthropic", "claude-*", FREE_CLAUDE},

    {"google", "gemini-1*", CHAT_NO_REASONING},
    {"google", "gemini-2.0*", CHAT_NO_REASONING},
    {"google", "gemini-2.5-pro*", CHAT_BUDGET | CHAT_ALWAYS_THINKS},
    {"google", "gemini-2.5*", CHAT_BUDGET},
    {"google", "gemini-3-flash*", GEMINI_3_FLASH},
    {"google", "gemini-3.1-flash*", GEMINI_3_FLASH},
    {"google", "gemini-3.5-flash*", GEMINI_3_FLASH},
    {"google", "gemini-3.6-flash*", GEMINI_3_FLASH},
    {"google", "gemini-*", NEW_GEMINI},

    {"deepseek", "deepseek-v4-flash-vision*", 0},
    {"deepseek", "deepseek-chat*", CHAT_NO_IMAGES},
    {"deepseek", "deepseek-reasoner*", CHAT_NO_IMAGES},
    {"deepseek", "deepseek-v3*", CHAT_NO_IMAGES},
    {"deepseek", "deepseek-v4-*", CHAT_NO_IMAGES},

    {"mistral", "magistral*", 0},
    {"mistral", "*", CHAT_NO_REASONING},

    {"xai", "grok-3-mini*", 0},
    {"xai", "grok-4*", CHAT_NO_REASONING | CHAT_NO_STOP},
    {"xai", "*", CHAT_NO_REASONING},
};

/* A service that speaks like another one has mostly the same models, or passes calls on to it. */
static const char *maker_of(const char *provider) {
    static const char *const like[][2] = {{"openai-compatible", "openai"},
                                          {"responses-compatible", "openai"},
                                          {"anthropic-compatible", "anthropic"},
                                          {"gemini-compatible", "google"}};
    for (size_t i = 0; i < sizeof like / sizeof *like; i++)
        if (strcmp(like[i][0], provider) == 0)
            return like[i][1];
    return provider;
}

unsigned ability_quirks(const char *provider, const char *model) {
    const char *maker = maker_of(provider);
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        if (strcmp(rows[i].provider, maker) == 0 && fnmatch(rows[i].family, model, 0) == 0)
            return rows[i].quirks;
    return 0;
}
