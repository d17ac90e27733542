/* IndoxRouter's embeddings (POST /embeddings): a `text`, or an `input` as its clients once called it. */
#include "dialects/chat_indox.h"
#include "dialects/embed_parts.h"
#include "dialects/indox_members.h"
#include "dialects/read.h"

#define USUAL_MODEL "text-embedding-ada-002" /* IndoxRouter's, where nothing is said */

enum { MODEL, PROVIDER, TEXT, INPUT, DIMENSIONS, FORM, USER, BYOK, ADDITIONAL, MEMBERS };
static const char *const names[] = {
    [MODEL] = "model", [PROVIDER] = "provider",     [TEXT] = "text",
    [INPUT] = "input", [DIMENSIONS] = "dimensions", [FORM] = "encoding_format",
    [USER] = "user",   [BYOK] = "byok_api_key",     [ADDITIONAL] = "additional_params",
    [MEMBERS] = NULL};
static const struct indox_places places = {.model = MODEL,
                                           .provider = PROVIDER,
                                           .byok = BYOK,
                                           .additional = ADDITIONAL,
                                           .members = MEMBERS,
                                           .usual_model = USUAL_MODEL};
_Static_assert(MEMBERS <= INDOX_MEMBERS, "room for all of them");

static int read_request(struct task *task, struct error *err) {
    struct json found[MEMBERS];
    embed_begin(task);
    if (indox_read_members(task, names, &places, found, err) < 0)
        return -1;
    const struct json *text = &found[value_given(&found[TEXT]) ? TEXT : INPUT];
    if (value_given(&found[TEXT]) && value_given(&found[INPUT]))
        return value_bad(&found[INPUT], "must not stand beside \"text\"", err);
    if (embed_read_input(task, text, names[TEXT], false, err) < 0 ||
        embed_read_dimensions(task, &found[DIMENSIONS], err) < 0 ||
        embed_read_form(task, &found[FORM], err) < 0 ||
        read_string(&found[USER], &task->embed->user, err) < 0)
        return -1;
    /* Its answers hold numbers. */
    return task->embed->base64 ? value_bad(&found[FORM], "must be float", err) : 0;
}

static void write_reply(const struct chat_head *head, const struct task *task, const struct task_reply *reply,
                        struct joint *out) {
    struct json_writer w = {.out = &out->text};
    (void)task;
    json_open(&w, '{');
    chat_indox_write_head(&w, head);
    json_member_bool(&w, "success", true);
    json_member_text(&w, "message", "Successfully generated embeddings");
    embed_write_vectors(&w, "data", reply);
    json_member_int(&w, "dimensions", (int64_t)reply->embed->vector[0].count);
    chat_indox_write_usage(&w, head, &reply->usage);
    json_close(&w, '}');
}

const struct task_dialect embed_indox = {.name = "indox",
                                         .kind = TASK_EMBED,
                                         .family = &chat_indox,
                                         .read = read_request,
                                         .write_reply = write_reply};
