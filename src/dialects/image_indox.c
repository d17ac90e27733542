/* Pictures as IndoxRouter has them: a client's language. */
#include <string.h>

#include "dialects/chat_indox.h"
#include "dialects/image_read.h"
#include "dialects/image_write.h"
#include "dialects/indox_members.h"
#include "dialects/read.h"
#include "dialects/task_dialect.h"

#define USUAL_MODEL "dall-e-3" /* its clients', where nothing is said */

/* Those of OpenAI that are for making pictures, and its own in the place of others. */
enum { MEMBER_PROVIDER = IMAGE_ASK_IMAGE, MEMBER_BYOK, MEMBER_ADDITIONAL, MEMBER__MAX };
_Static_assert((int)MEMBER__MAX >= (int)IMAGE_ASK_MEMBERS, "image_read() gets as many");
_Static_assert(MEMBER__MAX <= INDOX_MEMBERS, "room for all of them");

static int read_stream(const struct json *stream, struct error *err) {
    bool on = false;
    if (value_given(stream) && value_bool(stream, &on, err) < 0)
        return -1;
    return on ? value_bad(stream, "must be false: pictures come whole here", err) : 0;
}

static int read_request(struct task *task, struct error *err) {
    static const struct indox_places places = {.model = IMAGE_ASK_MODEL,
                                               .provider = MEMBER_PROVIDER,
                                               .byok = MEMBER_BYOK,
                                               .additional = MEMBER_ADDITIONAL,
                                               .members = MEMBER__MAX,
                                               .usual_model = USUAL_MODEL};
    const char *names[MEMBER__MAX + 1] = {[MEMBER_PROVIDER] = "provider",
                                          [MEMBER_BYOK] = "byok_api_key",
                                          [MEMBER_ADDITIONAL] = "additional_params"};
    struct json found[MEMBER__MAX], whole = value_whole(task->text);
    memcpy(names, image_openai_names, IMAGE_ASK_IMAGE * sizeof *names);
    image_new(task);
    if (indox_read_members(task, names, &places, found, err) < 0 ||
        read_stream(&found[IMAGE_ASK_STREAM], err) < 0 || image_read(task, &whole, found, err) < 0)
        return -1;
    image_settle_quality(task);
    return image_settle(task, err);
}

static void write_reply(const struct chat_head *head, const struct task *task, const struct task_reply *reply,
                        struct joint *out) {
    static const char *const data[] = {"b64_json", NULL};
    struct json_writer w = {.out = &out->text};
    (void)task;
    json_open(&w, '{');
    chat_indox_write_head(&w, head);
    json_member_bool(&w, "success", true);
    json_member_text(&w, "message", "Successfully generated image");
    image_write_list(&w, out, "data", reply->image, data, true);
    chat_indox_write_usage(&w, head, &reply->usage);
    json_close(&w, '}');
}

const struct task_dialect image_indox = {.name = "indox",
                                         .kind = TASK_IMAGE,
                                         .family = &chat_indox,
                                         .read = read_request,
                                         .write_reply = write_reply};
