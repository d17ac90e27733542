/* Settings that only say what everybody gets. */
#include <string.h>

#include "canon/chat.h"
#include "tap.h"

#define TEXT(s) ((struct span){s, strlen(s)})

static void test_nothing(void) {
    static const struct {
        const char *json;
        bool nothing;
    } rows[] = {
        {"", true},          {"null", true},   {"[]", true},   {"[ ]", true},
        {"{}", true},        {"{ \n}", true},  {"\"\"", true}, {"[null]", false},
        {"{\"\":0}", false}, {"\" \"", false}, {"0", false},   {"false", false},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        ok(chat_is_nothing(TEXT(rows[i].json)) == rows[i].nothing, "%zu: %s is %s", i, rows[i].json,
           rows[i].nothing ? "nothing" : "something");
    ok(chat_is_nothing((struct span){0}), "nor is what is not there");
}

static void test_settings(void) {
    static const struct {
        size_t at;
        const char *value;
        bool stays;
    } rows[] = {
        {offsetof(struct chat_request, presence_penalty), "0", false},
        {offsetof(struct chat_request, presence_penalty), "-0.0e5", false},
        {offsetof(struct chat_request, presence_penalty), "0.01", true},
        {offsetof(struct chat_request, frequency_penalty), "0.0", false},
        {offsetof(struct chat_request, frequency_penalty), "-2", true},
        {offsetof(struct chat_request, top_logprobs), "0", false},
        {offsetof(struct chat_request, top_logprobs), "5", true},
        {offsetof(struct chat_request, logit_bias), "{}", false},
        {offsetof(struct chat_request, logit_bias), "{\"1\":2}", true},
        {offsetof(struct chat_request, metadata), "{}", false},
        {offsetof(struct chat_request, metadata), "{\"a\":\"b\"}", true},
        {offsetof(struct chat_request, tier), "\"auto\"", false},
        {offsetof(struct chat_request, tier), "\"flex\"", true},
        {offsetof(struct chat_request, verbosity), "\"medium\"", false},
        {offsetof(struct chat_request, verbosity), "\"low\"", true},
        {offsetof(struct chat_request, temperature), "0", true},
        {offsetof(struct chat_request, seed), "0", true},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct chat_request request = {0};
        struct chat_option *option = (struct chat_option *)((char *)&request + rows[i].at);
        *option = (struct chat_option){TEXT(rows[i].value), "param"};
        chat_settle_options(&request);
        ok((option->value.at != NULL) == rows[i].stays, "%zu: %s %s", i, rows[i].value,
           rows[i].stays ? "stays" : "says nothing");
    }
}

int main(void) {
    test_nothing();
    test_settings();
    return tap_done();
}
