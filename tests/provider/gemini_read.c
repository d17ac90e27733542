/* Reads requests to the Gemini API: the model out of the path, and the body. */
#include <string.h>

#include "gemini.h"
#include "gemini_check.h"
#include "gemini_messages.h"

#define MODELS "/v1beta/models/"

/* ---- the path ---- */

static int hex_value(char digit) {
    static const char digits[] = "0123456789abcdef0123456789ABCDEF";
    const char *at = digit ? strchr(digits, digit) : NULL;
    return at ? (int)(at - digits) % 16 : -1;
}

static int decode(const char *at, const char *end, struct buf *out) {
    while (at < end) {
        char byte = *at++;
        if (byte == '%') {
            int high = at + 1 < end ? hex_value(at[0]) : -1, low = high >= 0 ? hex_value(at[1]) : -1;
            if (low < 0 || (high == 0 && low == 0))
                return -1;
            byte = (char)(high * 16 + low);
            at += 2;
        }
        buf_putc(out, byte);
    }
    return 0;
}

/* The model stands between the path's beginning and the last colon. A new reference; NULL with err. */
static json_t *read_model(const struct scene *scene, struct error *err) {
    const char *at = scene->path.data + strlen(MODELS);
    struct buf model;
    buf_init(&model, 1024);
    buf_puts(&model, "");
    int result = decode(at, strrchr(at, ':'), &model);
    json_t *text = result ? NULL : json_stringn(model.data, model.len);
    buf_free(&model);
    if (!text)
        error_set(err, ERR_REQUEST, "The model in the path is no text in percent-encoding.");
    return text;
}

/* ---- requests ---- */

/* Puts the request's own words into the one form that all others look at. The model becomes the request's
 * member of that name, which is what it is in Google's own terms. */
int gemini_read_body(struct scene *scene, const struct proto_message *message, struct error *err) {
    json_t *model = read_model(scene, err), *request = NULL;
    if (model && behaviour_read(&scene->how, json_string_value(model), err) == 0)
        request = proto_read(scene->body, message, NULL, scene->how.loose, err);
    if (!request) {
        json_decref(model);
        return -1;
    }
    json_object_set_new(request, "model", model);
    scene->model = json_string_value(model);
    json_decref(scene->body);
    scene->body = request;
    return 0;
}

int gemini_read(struct scene *scene, struct error *err) {
    if (gemini_read_body(scene, &gemini_generate_request, err) ||
        gemini_check(scene->body, scene->how.think > 0, err))
        return -1;
    gemini_plan(scene, scene->body);
    return 0;
}

int gemini_read_count(struct scene *scene, struct error *err) {
    if (gemini_read_body(scene, &gemini_count_request, err))
        return -1;
    const json_t *inner = json_object_get(scene->body, "generateContentRequest"),
                 *contents = json_object_get(scene->body, "contents");
    if (inner && contents)
        return error_set(
            err, ERR_REQUEST,
            "* CountTokensRequest: contents and generate_content_request are mutually exclusive\n");
    if (inner ? gemini_check(inner, false, err) : gemini_check_contents(contents, false, err))
        return -1;
    gemini_plan(scene, inner ? inner : scene->body);
    return 0;
}
