/* Requests of OpenAI's Responses that pass: what the hub sealed comes off. */
#include "base/cut.h"
#include "canon/seal.h"
#include "dialects/chat_responses.h"

/* Reasoning of another provider's. */
static bool is_sealed(struct span item) {
    enum { TYPE, STATE, WANTS };
    struct scan_want want[WANTS] = {[TYPE] = {.name = "type"}, [STATE] = {.name = "encrypted_content"}};
    scan_members(item, want, WANTS);
    return want[STATE].type == SCAN_STRING && seal_is(want[STATE].value) && want[TYPE].type == SCAN_STRING &&
           scan_equals(want[TYPE].value, "reasoning");
}

static bool has_sealed(struct span input) {
    struct span item;
    enum scan_type type;
    while (scan_next(&input, &item, &type))
        if (type == SCAN_OBJECT && is_sealed(item))
            return true;
    return false;
}

bool chat_responses_unseal(const struct chat_ask *ask, unsigned quirks, struct chat_request *notes,
                           struct buf *out) {
    struct scan_want input = {.name = "input"};
    struct cut cut = {out, ask->text};
    struct cut_list list = {.cut = &cut};
    struct span item;
    enum scan_type type;
    (void)quirks;
    scan_members(ask->text, &input, 1);
    if (!has_sealed(input.value))
        return false;
    chat_drop(notes, "input[] reasoning");
    while (scan_next(&input.value, &item, &type))
        cut_item(&list, item, type == SCAN_OBJECT && is_sealed(item));
    cut_finish(&cut);
    return true;
}
