/* The details of a usage in OpenAI's two APIs. */
#include "openai_usage.h"

static void put_count(const char *name, int count, struct buf *json) {
    if (count)
        buf_printf(json, ",\"%s\":%d", name, count);
}

void openai_put_input_details(const struct scene *scene, struct buf *json) {
    const struct behaviour *how = &scene->how;
    put_count("cache_write_tokens", (int)scene->written_tokens, json);
    put_count("image_tokens", how->imagein, json);
    if (how->audiocached || how->imagecached)
        buf_printf(json,
                   ",\"cached_tokens_details\":{\"text_tokens\":%d,\"audio_tokens\":%d,\"image_tokens\":%d}",
                   (int)scene->cached_tokens - how->audiocached - how->imagecached, how->audiocached,
                   how->imagecached);
}

void openai_put_output_details(const struct scene *scene, struct buf *json) {
    put_count("image_tokens", scene->how.imageout, json);
}
