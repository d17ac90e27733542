/* What an answer used, by what was reported or else by what came. */
#include "canon/meter.h"

#include <string.h>

#define BYTES_PER_TOKEN 4
#define MEDIA_TOKENS    1500 /* of an image */

static void count(struct meter *meter, int64_t bytes) {
    meter->bytes += bytes;
    meter->deltas += bytes > 0;
}

static void take_usage(struct meter *meter, const struct chat_event *event) {
    meter->has_prompt = event->has_prompt;
    meter->has_output = event->has_output;
    meter->usage = event->usage;
    meter->reported_at = meter->deltas;
}

void meter_take(struct meter *meter, const struct chat_event *event) {
    switch (event->kind) {
    case EVENT_TEXT:
    case EVENT_REFUSAL:
    case EVENT_THOUGHT:
    case EVENT_ARGS:
        count(meter, (int64_t)event->text.len - 2);
        break;
    case EVENT_CALL:
        count(meter, (int64_t)strlen(event->call.name));
        break;
    case EVENT_MEDIA:
        count(meter, MEDIA_TOKENS * BYTES_PER_TOKEN);
        break;
    case EVENT_USAGE:
        take_usage(meter, event);
        break;
    case EVENT_STOP:
        meter->stopped = true;
        break;
    default:
        break;
    }
}

struct usage meter_usage(const struct meter *meter, int64_t prompt) {
    int64_t by_length = (meter->bytes + BYTES_PER_TOKEN - 1) / BYTES_PER_TOKEN;
    int64_t counted = by_length > meter->deltas ? by_length : meter->deltas;
    struct usage usage = meter->usage;
    if (!meter->has_prompt)
        usage.prompt = prompt;
    if (!meter->has_output || (meter->deltas > meter->reported_at && counted > usage.output))
        usage.output = counted;
    return usage;
}

bool meter_is_reported(const struct meter *meter) {
    return meter->has_prompt && meter->has_output && meter->deltas == meter->reported_at;
}
