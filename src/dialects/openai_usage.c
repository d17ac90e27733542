/* The details of a usage in OpenAI's two APIs. */
#include "dialects/openai_usage.h"

#include "dialects/answer.h"

void openai_read_input_details(const struct scan_want *details, struct usage *usage) {
    enum { CACHED, CACHED_DETAILS, WRITTEN, AUDIO, IMAGE, WANTS };
    struct scan_want want[WANTS] = {
        [CACHED] = {.name = "cached_tokens"},       [CACHED_DETAILS] = {.name = "cached_tokens_details"},
        [WRITTEN] = {.name = "cache_write_tokens"}, [AUDIO] = {.name = "audio_tokens"},
        [IMAGE] = {.name = "image_tokens"},
    };
    struct scan_want cached[] = {{.name = "audio_tokens"}, {.name = "image_tokens"}};
    scan_members(details->value, want, WANTS);
    scan_members(want[CACHED_DETAILS].value, cached, 2);
    answer_count(&want[CACHED], &usage->cache_read);
    answer_count(&want[WRITTEN], &usage->cache_write);
    answer_count(&want[AUDIO], &usage->audio_input);
    answer_count(&want[IMAGE], &usage->image_input);
    answer_count(&cached[0], &usage->audio_cache_read);
    answer_count(&cached[1], &usage->image_cache_read);
}

void openai_read_output_details(const struct scan_want *details, struct usage *usage) {
    enum { REASONING, AUDIO, IMAGE, WANTS };
    struct scan_want want[WANTS] = {[REASONING] = {.name = "reasoning_tokens"},
                                    [AUDIO] = {.name = "audio_tokens"},
                                    [IMAGE] = {.name = "image_tokens"}};
    scan_members(details->value, want, WANTS);
    answer_count(&want[REASONING], &usage->reasoning);
    answer_count(&want[AUDIO], &usage->audio_output);
    answer_count(&want[IMAGE], &usage->image_output);
}

static void write_media(struct json_writer *w, int64_t audio, int64_t image) {
    if (audio)
        json_member_int(w, "audio_tokens", audio);
    if (image)
        json_member_int(w, "image_tokens", image);
}

void openai_write_input_media(struct json_writer *w, const struct usage *usage) {
    write_media(w, usage->audio_input, usage->image_input);
    if (!usage->audio_cache_read && !usage->image_cache_read)
        return;
    json_member_open(w, "cached_tokens_details", '{');
    write_media(w, usage->audio_cache_read, usage->image_cache_read);
    json_close(w, '}');
}

void openai_write_output_media(struct json_writer *w, const struct usage *usage) {
    write_media(w, usage->audio_output, usage->image_output);
}
