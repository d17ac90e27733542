#ifndef CANON_METER_H
#define CANON_METER_H

#include "canon/event.h"

/* What the hub must know of an answer so far, to charge it. Start from zero. */
struct meter {
    bool has_prompt, has_output; /* which part of the usage the provider reported */
    struct usage usage;          /* as it did */
    int64_t reported_at;         /* deltas until then */
    int64_t deltas;              /* events that brought something */
    int64_t bytes;               /* of text, reasoning and tool arguments, as JSON has them */
    bool stopped;                /* a choice ended */
};

void meter_take(struct meter *meter, const struct chat_event *event);

/* The usage to charge: what the provider reported; for a part that it did not report, or that grew since, the
 * estimate of the prompt and what was counted. */
struct usage meter_usage(const struct meter *meter, int64_t prompt);

/* Whether all of that was reported. */
bool meter_is_reported(const struct meter *meter);

#endif
