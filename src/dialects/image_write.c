/* What writing of pictures takes in several dialects. */
#include "dialects/image_write.h"

#include <string.h>

#include "dialects/openai_usage.h"

void image_member_data(struct json_writer *w, struct joint *out, const char *name, struct span base64) {
    json_member_raw(w, name, "\"");
    joint_put(out, base64);
    buf_putc(w->out, '"');
}

static void write_image(struct json_writer *w, struct joint *out, const struct image *image,
                        const char *const *data, bool both) {
    json_open(w, '{');
    if (image->url.at)
        json_member_put(w, "url", image->url);
    else if (both)
        json_member_raw(w, "url", "null");
    for (size_t i = 0; data[i]; i++) {
        if (!image->url.at)
            image_member_data(w, out, data[i], image->data);
        else if (both)
            json_member_raw(w, data[i], "null");
    }
    if (image->revised.at)
        json_member_put(w, "revised_prompt", image->revised);
    json_close(w, '}');
}

void image_write_list(struct json_writer *w, struct joint *out, const char *name,
                      const struct image_reply *reply, const char *const *data, bool both) {
    json_member_open(w, name, '[');
    for (size_t i = 0; i < reply->count; i++)
        write_image(w, out, &reply->image[i], data, both);
    json_close(w, ']');
}

void image_write_usage(struct json_writer *w, const struct task_reply *reply) {
    const struct usage *usage = &reply->usage;
    if (!reply->has_prompt && !reply->has_output)
        return;
    json_member_open(w, "usage", '{');
    json_member_int(w, "input_tokens", usage->prompt);
    json_member_open(w, "input_tokens_details", '{');
    json_member_int(w, "text_tokens", usage->prompt - usage->image_input);
    json_member_int(w, "image_tokens", usage->image_input);
    json_close(w, '}');
    json_member_int(w, "output_tokens", usage->output);
    json_member_open(w, "output_tokens_details", '{');
    json_member_int(w, "text_tokens", usage->output - usage->image_output);
    json_member_int(w, "image_tokens", usage->image_output);
    json_close(w, '}');
    json_member_int(w, "total_tokens", usage->prompt + usage->output);
    json_close(w, '}');
}

static bool is_usual(enum image_wish wish, const char *value) {
    if (strcmp(value, "auto") == 0)
        return true;
    return (wish == IMAGE_QUALITY && strcmp(value, "standard") == 0) ||
           (wish == IMAGE_FORMAT && strcmp(value, "png") == 0) ||
           (wish == IMAGE_BACKGROUND && strcmp(value, "opaque") == 0);
}

void image_drop_wish(const struct task *task, enum image_wish wish) {
    const struct image_said *said = &task->image->wish[wish];
    if (said->value && !is_usual(wish, said->value))
        chat_drop(task->notes, said->param);
}

void image_drop_partial(const struct task *task) {
    if (task->stream && task->image->partial > 0)
        chat_drop(task->notes, task->image->partial_param);
}

const char *image_file_name(const struct image *image, size_t number, struct arena *arena) {
    static const struct {
        const char *mime, *end;
    } ends[] = {{"image/png", "png"}, {"image/jpeg", "jpg"}, {"image/webp", "webp"}, {"image/gif", "gif"}};
    for (size_t i = 0; image->mime && i < sizeof ends / sizeof *ends; i++)
        if (strcmp(image->mime, ends[i].mime) == 0)
            return image->name ? image->name : arena_printf(arena, "image-%zu.%s", number, ends[i].end);
    return image->name;
}
