/* Settings that only say what everybody gets. */
#include <string.h>

#include "canon/chat.h"

static bool is_zero(struct span number) {
    for (size_t i = 0; i < number.len && number.at[i] != 'e' && number.at[i] != 'E'; i++)
        if (number.at[i] >= '1' && number.at[i] <= '9')
            return false;
    return number.at;
}

static void clear_if(bool says_nothing, struct chat_option *option) {
    if (option->value.at && says_nothing)
        *option = (struct chat_option){0};
}

static bool says(const struct chat_option *option, const char *word) {
    return option->value.at && option->value.at[0] == '"' && scan_equals(option->value, word);
}

void chat_settle_options(struct chat_request *request) {
    clear_if(is_zero(request->presence_penalty.value), &request->presence_penalty);
    clear_if(is_zero(request->frequency_penalty.value), &request->frequency_penalty);
    clear_if(is_zero(request->top_logprobs.value), &request->top_logprobs);
    clear_if(chat_is_nothing(request->logit_bias.value), &request->logit_bias);
    clear_if(chat_is_nothing(request->metadata.value), &request->metadata);
    clear_if(says(&request->tier, "auto"), &request->tier);
    clear_if(says(&request->verbosity, "medium"), &request->verbosity);
}
