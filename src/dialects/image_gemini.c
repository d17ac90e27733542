/* Pictures of Gemini's models, which make them in answers of generateContent: a provider's language only. */
#include <stdlib.h>
#include <string.h>

#include "canon/media.h"
#include "dialects/answer.h"
#include "dialects/chat_gemini.h"
#include "dialects/image_family.h"
#include "dialects/image_read.h"
#include "dialects/image_write.h"
#include "dialects/task_dialect.h"

#define NEAR 25 /* a side may be a 25th off for a ratio to be taken for it */

/* ---- requests ------------------------------------------------------------------------------ */

/* The ratios that there are, and how large a picture is that has one. */
static const struct {
    const char *ratio;
    int64_t across, down, width, height;
} ratios[] = {
    {"1:1", 1, 1, 1024, 1024},  {"2:3", 2, 3, 832, 1248},   {"3:2", 3, 2, 1248, 832},
    {"3:4", 3, 4, 864, 1184},   {"4:3", 4, 3, 1184, 864},   {"4:5", 4, 5, 896, 1152},
    {"5:4", 5, 4, 1152, 896},   {"9:16", 9, 16, 768, 1344}, {"16:9", 16, 9, 1344, 768},
    {"21:9", 21, 9, 1536, 672},
};
#define RATIOS (sizeof ratios / sizeof *ratios)

/* Which one a size has; -1: none. */
static int find_ratio(const char *size, int64_t *width, int64_t *height) {
    bool pixels = image_pixels(size, width, height);
    for (size_t i = 0; i < RATIOS; i++) {
        if (pixels && *width == ratios[i].width && *height == ratios[i].height)
            return (int)i;
        if (!pixels && strcmp(size, ratios[i].ratio) == 0) {
            *width = ratios[i].width;
            *height = ratios[i].height;
            return (int)i;
        }
    }
    for (size_t i = 0; pixels && i < RATIOS; i++) {
        int64_t wanted = *height * ratios[i].across, got = *width * ratios[i].down;
        if (llabs(wanted - got) * NEAR <= wanted)
            return (int)i;
    }
    return -1;
}

/* The ratio can be had, the pixels are what they are. */
static int write_size(const struct task *task, struct json_writer *w, struct error *err) {
    const struct image_said *size = &task->image->wish[IMAGE_SIZE];
    int64_t width = 0, height = 0;
    if (!size->value || strcmp(size->value, "auto") == 0)
        return 0;
    int i = find_ratio(size->value, &width, &height);
    if (i < 0)
        return error_param(err, ERR_REQUEST, size->param,
                           "\"%s\" must be auto, or have a ratio of sides that this model makes: 1:1, 2:3, "
                           "3:2, 3:4, 4:3, 4:5, 5:4, 9:16, 16:9 or 21:9.",
                           size->param);
    if (width != ratios[i].width || height != ratios[i].height)
        chat_drop(task->notes, size->param);
    json_member_open(w, "imageConfig", '{');
    json_member_text(w, "aspectRatio", ratios[i].ratio);
    json_close(w, '}');
    return 0;
}

static void write_picture(struct json_writer *w, struct joint *out, const struct chat_media *media) {
    json_open(w, '{');
    json_member_open(w, "inlineData", '{');
    json_member_text(w, "mimeType", media->mime);
    image_member_data(w, out, "data", media->data);
    json_close(w, '}');
    json_close(w, '}');
}

static void write_contents(const struct image_request *image, struct json_writer *w, struct joint *out) {
    json_member_open(w, "contents", '[');
    json_open(w, '{');
    json_member_text(w, "role", "user");
    json_member_open(w, "parts", '[');
    json_open(w, '{');
    json_member_put(w, "text", image->prompt);
    json_close(w, '}');
    for (size_t i = 0; i < image->sources; i++)
        write_picture(w, out, &image->source[i].media);
    json_close(w, ']');
    json_close(w, '}');
    json_close(w, ']');
}

static int refuse(const struct image_request *image, const char *model, struct error *err) {
    if (strncmp(model, "imagen", 6) == 0) {
        error_param(err, ERR_REQUEST, "model", "The hub cannot ask Imagen's models for pictures.");
        err->code = task_facts[TASK_IMAGE].not_for;
        return -1;
    }
    if (image->count > 1)
        return error_param(err, ERR_REQUEST, image->count_param,
                           "\"%s\" must be 1: this model makes one picture at once.", image->count_param);
    if (image->mask)
        return error_param(err, ERR_REQUEST, image->mask->param,
                           "\"%s\" is not possible with this model: say in the prompt what is to be changed.",
                           image->mask->param);
    return 0;
}

static void drop_rest(const struct task *task) {
    const struct image_request *image = task->image;
    for (int i = 0; i < IMAGE_WISHES; i++)
        if (i != IMAGE_SIZE)
            image_drop_wish(task, (enum image_wish)i);
    if (image->compression.value.at)
        chat_drop(task->notes, image->compression.param);
    if (image->user.value.at && !chat_is_empty(image->user.value))
        chat_drop(task->notes, image->user.param);
    image_drop_partial(task);
}

static int write_request(struct task *task, const char *model, struct joint *out, struct error *err) {
    struct json_writer w = {.out = &out->text};
    if (refuse(task->image, model, err) < 0)
        return -1;
    json_open(&w, '{');
    write_contents(task->image, &w, out);
    json_member_open(&w, "generationConfig", '{');
    json_member_raw(&w, "responseModalities", "[\"TEXT\",\"IMAGE\"]");
    if (write_size(task, &w, err) < 0)
        return -1;
    json_close(&w, '}');
    json_close(&w, '}');
    drop_rest(task);
    return 0;
}

static const char *path(const struct task *task, const char *model, struct arena *arena) {
    (void)task;
    return chat_gemini.path(model, false, arena);
}

/* ---- answers -------------------------------------------------------------------------------- */

static void read_part(struct span part, const struct task *task, struct image_reply *reply) {
    struct scan_want want[] = {{.name = "inlineData"}, {.name = "thought"}};
    struct scan_want inner[] = {{.name = "data"}, {.name = "mimeType"}};
    scan_members(part, want, 2);
    if (want[0].type != SCAN_OBJECT || want[1].type == SCAN_TRUE ||
        reply->count == (size_t)task->image->count)
        return;
    scan_members(want[0].value, inner, 2);
    struct span data = answer_says(&inner[0]) ? image_inside(inner[0].value, task->arena) : (struct span){0};
    if (!data.at)
        return;
    struct image *image = &reply->image[reply->count++];
    const char *type = media_sniff(data);
    *image = (struct image){.data = data, .mime = type ? type : answer_name(task->arena, &inner[1])};
}

static void read_candidate(struct span candidate, const struct task *task, struct image_reply *reply) {
    struct scan_want content = {.name = "content"}, parts = {.name = "parts"};
    struct span rest, part;
    enum scan_type type;
    scan_members(candidate, &content, 1);
    scan_members(content.value, &parts, 1);
    rest = parts.value;
    while (parts.type == SCAN_ARRAY && scan_next(&rest, &part, &type))
        if (type == SCAN_OBJECT)
            read_part(part, task, reply);
}

/* Google's word for why there is no picture: of the prompt, else of the first candidate. NULL: none. */
static const char *find_reason(struct span feedback, struct span candidates, struct arena *arena) {
    struct scan_want reason = {.name = "blockReason"}, finish = {.name = "finishReason"};
    struct span first;
    enum scan_type type;
    scan_members(feedback, &reason, 1);
    if (answer_says(&reason))
        return answer_name(arena, &reason);
    if (scan_type(candidates) == SCAN_ARRAY && scan_next(&candidates, &first, &type))
        scan_members(first, &finish, 1);
    return answer_says(&finish) ? answer_name(arena, &finish) : NULL;
}

/* What Google does not draw is the prompt's fault, and not the model's: it takes money for having read it.
 * That there is no picture for any other reason is the model's, and its client pays nothing. */
static int explain(const char *reason, struct task_reply *reply, struct error *err) {
    static const char *const prompts[] = {"SAFETY",
                                          "PROHIBITED_CONTENT",
                                          "IMAGE_SAFETY",
                                          "BLOCKLIST",
                                          "RECITATION",
                                          "IMAGE_PROHIBITED_CONTENT",
                                          "MODEL_ARMOR",
                                          "IMAGE_RECITATION",
                                          "SPII",
                                          "JAILBREAK",
                                          NULL};
    for (size_t i = 0; reason && prompts[i]; i++)
        if (strcmp(reason, prompts[i]) == 0) {
            error_param(err, ERR_REQUEST, "prompt", "The provider does not make this picture: %s.", reason);
            err->code = "content_policy_violation";
            reply->billed = reply->has_prompt;
            return -1;
        }
    return error_set(err, ERR_UPSTREAM, "The provider made no picture%s%.60s.", reason ? ": " : "",
                     reason ? reason : "");
}

static void read_candidates(struct span candidates, const struct task *task, struct image_reply *reply) {
    struct span candidate;
    enum scan_type type;
    if (scan_type(candidates) != SCAN_ARRAY)
        return;
    while (scan_next(&candidates, &candidate, &type))
        if (type == SCAN_OBJECT)
            read_candidate(candidate, task, reply);
}

static int read_reply(struct span text, const struct task *task, struct task_reply *reply,
                      struct error *err) {
    enum { CANDIDATES, USAGE, FEEDBACK, WANTS };
    struct scan_want want[WANTS] = {[CANDIDATES] = {.name = "candidates"},
                                    [USAGE] = {.name = "usageMetadata"},
                                    [FEEDBACK] = {.name = "promptFeedback"}};
    struct image_reply *image = arena_alloc(task->arena, sizeof *image);
    if (answer_look(text, want, WANTS, err) < 0)
        return -1;
    if (want[USAGE].type == SCAN_OBJECT)
        chat_gemini_read_usage(want[USAGE].value, &reply->usage, &reply->has_prompt, &reply->has_output);
    image->image = arena_alloc(task->arena, (size_t)task->image->count * sizeof *image->image);
    read_candidates(want[CANDIDATES].value, task, image);
    if (image->count == 0)
        return explain(find_reason(want[FEEDBACK].value, want[CANDIDATES].value, task->arena), reply, err);
    reply->usage.images = (int64_t)image->count;
    reply->image = image;
    return 0;
}

const struct task_dialect image_gemini = {.name = "gemini",
                                          .kind = TASK_IMAGE,
                                          .family = &chat_gemini,
                                          .path = path,
                                          .write_request = write_request,
                                          .read_reply = read_reply};

const struct task_dialect edit_gemini = {.name = "gemini",
                                         .kind = TASK_EDIT,
                                         .family = &chat_gemini,
                                         .path = path,
                                         .write_request = write_request,
                                         .read_reply = read_reply};
