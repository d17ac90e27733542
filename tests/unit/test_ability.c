/* What models cannot do: the row of a name is the first of its provider that it begins with. */
#include "route/ability.h"

#include "dialects/dialect.h"
#include "tap.h"

#define COUNT(table) (sizeof(table) / sizeof *(table))
#define THINKING     (CHAT_NO_REASONING | CHAT_BUDGET | CHAT_ALWAYS_THINKS | CHAT_NO_MINIMAL)
#define CLAUDE       (THINKING | CHAT_THINKS | CHAT_NO_FORCE | CHAT_BETWEEN_TOOLS)
#define RESPONSES    (CHAT_RATHER_RESPONSES | CHAT_ONLY_RESPONSES)
#define LOOSE        (CHAT_NO_SCHEMA | CHAT_NO_STRICT)

static const struct {
    const char *provider, *model;
    unsigned of, quirks; /* of those that are looked at */
} rows[] = {
    {"google", "gemini-2.0-flash", THINKING, CHAT_NO_REASONING},
    {"google", "gemini-2.5-pro", THINKING, CHAT_BUDGET | CHAT_ALWAYS_THINKS},
    {"google", "gemini-2.5-pro-preview-06-05", THINKING, CHAT_BUDGET | CHAT_ALWAYS_THINKS},
    {"google", "gemini-2.5-flash", THINKING, CHAT_BUDGET},
    {"google", "gemini-2.5-flash-lite", THINKING, CHAT_BUDGET},
    {"google", "gemini-3-flash-preview", THINKING, 0},
    {"google", "gemini-3-pro-preview", THINKING, CHAT_NO_MINIMAL},
    {"google", "gemini-3.1-flash-lite", THINKING, 0},
    {"google", "gemini-3.1-pro-preview", THINKING, CHAT_NO_MINIMAL},
    {"google", "gemini-3.5-flash-lite", THINKING, 0},
    {"google", "gemini-3.6-flash", THINKING, 0},
    {"google", "gemini-3.7-flash", THINKING, CHAT_NO_MINIMAL},
    {"google", "gemini-3.8-flash", THINKING, CHAT_NO_MINIMAL},
    {"google", "gemini-pro-latest", THINKING, CHAT_NO_MINIMAL},
    {"google", "gemma-3-27b-it", THINKING, 0},
    {"anthropic", "claude-sonnet-4-5", CLAUDE, CHAT_BUDGET},
    {"anthropic", "claude-sonnet-4-6", CLAUDE, 0},
    {"anthropic", "claude-opus-4-8", CLAUDE, 0},
    {"anthropic", "claude-opus-5", CLAUDE, CHAT_THINKS},
    {"anthropic", "claude-opus-5-20260724", CLAUDE, CHAT_THINKS},
    {"anthropic", "claude-opus-5-5", CLAUDE, CHAT_ALWAYS_THINKS | CHAT_NO_FORCE},
    {"anthropic", "claude-sonnet-5", CLAUDE, CHAT_THINKS},
    {"anthropic", "claude-sonnet-5-5", CLAUDE, CHAT_THINKS | CHAT_BETWEEN_TOOLS | CHAT_NO_FORCE},
    {"anthropic", "claude-haiku-4-5", CLAUDE, CHAT_BUDGET},
    {"anthropic", "claude-haiku-5-5", CLAUDE, CHAT_THINKS},
    {"anthropic", "claude-fable-5", CLAUDE, CHAT_ALWAYS_THINKS},
    {"anthropic", "claude-fable-5-1", CLAUDE, CHAT_ALWAYS_THINKS | CHAT_NO_FORCE},
    {"anthropic", "claude-opus-6", CLAUDE, CHAT_ALWAYS_THINKS | CHAT_NO_FORCE},
    {"google", "gemini-2.5-pro", CHAT_CALL_IDS, 0},
    {"google", "gemini-3-flash-preview", CHAT_CALL_IDS, CHAT_CALL_IDS},
    {"google", "gemini-3.1-pro-preview", CHAT_CALL_IDS, CHAT_CALL_IDS},
    {"anthropic", "claude-3-5-haiku-20241022", LOOSE, LOOSE},
    {"anthropic", "claude-3-7-sonnet-latest", LOOSE, LOOSE},
    {"anthropic", "claude-opus-4-20250514", LOOSE, LOOSE},
    {"anthropic", "claude-sonnet-4-20250514", LOOSE, LOOSE},
    {"anthropic", "claude-opus-4-1-20250805", LOOSE, 0},
    {"anthropic", "claude-sonnet-4-5", LOOSE, 0},
    {"anthropic", "claude-haiku-4-5", LOOSE, 0},
    {"openai", "o3-mini", CHAT_NO_PARALLEL, CHAT_NO_PARALLEL},
    {"openai", "gpt-5.5", CHAT_NO_PARALLEL, 0},
    {"deepseek", "deepseek-chat", ~0u, CHAT_NO_IMAGES},
    {"deepseek", "deepseek-reasoner", ~0u, CHAT_NO_IMAGES},
    {"deepseek", "deepseek-v3.2-exp", ~0u, CHAT_NO_IMAGES},
    {"deepseek", "deepseek-v4-flash", ~0u, CHAT_NO_IMAGES},
    {"deepseek", "deepseek-v4-pro", ~0u, CHAT_NO_IMAGES},
    {"deepseek", "deepseek-v4-flash-vision-exp", ~0u, 0},
    {"deepseek", "deepseek-flash", ~0u, 0},
    {"mistral", "magistral-small", ~0u, 0},
    {"mistral", "mistral-large-2512", ~0u, CHAT_NO_REASONING},
    {"mistral", "codestral", ~0u, CHAT_NO_REASONING},
    {"xai", "grok-3", ~0u, CHAT_NO_REASONING},
    {"xai", "grok-3-mini-fast", ~0u, 0},
    {"xai", "grok-4-0709", ~0u, CHAT_NO_REASONING | CHAT_NO_STOP},
    {"xai", "grok-code-fast-1", ~0u, CHAT_NO_REASONING},
    {"openai", "gpt-5", RESPONSES, CHAT_RATHER_RESPONSES},
    {"openai", "gpt-5-pro", RESPONSES, CHAT_ONLY_RESPONSES},
    {"openai", "gpt-5.2-pro-2025-12-11", RESPONSES, CHAT_ONLY_RESPONSES},
    {"openai", "gpt-5.1-codex-mini", RESPONSES, CHAT_ONLY_RESPONSES},
    {"openai", "codex-mini", RESPONSES, CHAT_ONLY_RESPONSES},
    {"openai", "o1", RESPONSES, CHAT_RATHER_RESPONSES},
    {"openai", "o3-pro", RESPONSES, CHAT_ONLY_RESPONSES},
    {"openai", "o4-mini-deep-research", RESPONSES, CHAT_ONLY_RESPONSES},
    {"openai", "gpt-4o", RESPONSES, 0},
    {"openai", "gpt-oss-20b", ~0u, 0},
    {"openai-compatible", "gpt-5", RESPONSES, CHAT_RATHER_RESPONSES},
    {"openai-compatible", "olmo-2", ~0u, 0},
    {"gemini-compatible", "gemini-2.5-pro", THINKING, CHAT_BUDGET | CHAT_ALWAYS_THINKS},
    {"anthropic-compatible", "claude-sonnet-4-5", CLAUDE, CHAT_BUDGET},
    {"anthropic-compatible", "kimi-k2", ~0u, 0},
    {"", "", ~0u, 0},
};

int main(void) {
    for (size_t i = 0; i < COUNT(rows); i++)
        is_int(ability_quirks(rows[i].provider, rows[i].model) & rows[i].of, rows[i].quirks, rows[i].model);
    return tap_done();
}
