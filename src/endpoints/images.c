/* Pictures in the languages of clients. */
#include "endpoints/endpoints.h"
#include "endpoints/shared_body.h"
#include "relay/relay.h"

int endpoint_images(struct exchange *x, struct error *err) {
    return relay_task(x, &image_openai, &(struct task){0}, err);
}

int endpoint_image_edits(struct exchange *x, struct error *err) {
    return relay_task(x, &edit_openai, &(struct task){0}, err);
}

int endpoint_image_variations(struct exchange *x, struct error *err) {
    return relay_task(x, &vary_openai, &(struct task){0}, err);
}

/* Whether a member shows a picture that is to be changed. */
static bool shows_picture(const struct scan_want *image) {
    struct span rest = image->value, first;
    enum scan_type type = image->type;
    if (type == SCAN_ARRAY && !scan_next(&rest, &first, &type))
        return false;
    return type != SCAN_NONE && type != SCAN_NULL;
}

/* A text that is no JSON is judged by what stands before its fault. */
static const struct task_dialect *aigne_of(struct span text) {
    struct scan_want image = {.name = "image"};
    struct error ignored = {0};
    bool whole = scan_object(text, &image, 1, SCAN_DEPTH, &ignored) == 0;
    return whole && shows_picture(&image) ? &edit_aigne : &image_aigne;
}

static const struct task_dialect *framework_of(struct span text) {
    struct scan_want input = {.name = "input"}, image = {.name = "image"};
    struct error ignored = {0};
    if (scan_object(text, &input, 1, SCAN_DEPTH, &ignored) < 0 || !input.seen)
        return aigne_of(text);
    if (input.type == SCAN_OBJECT)
        scan_members(input.value, &image, 1);
    return shows_picture(&image) ? &edit_framework : &image_framework;
}

static const struct task_dialect *shared_of(struct span text) {
    return shared_is_indox(text) ? &image_indox : aigne_of(text);
}

int endpoint_aigne_images(struct exchange *x, struct error *err) {
    return relay_shared_task(x, aigne_of, &(struct task){0}, err);
}

int endpoint_aigne_image(struct exchange *x, struct error *err) {
    return relay_shared_task(x, framework_of, &(struct task){0}, err);
}

int endpoint_shared_images(struct exchange *x, struct error *err) {
    if (x->surface == SURFACE_AIGNE)
        return endpoint_aigne_images(x, err);
    if (x->surface == SURFACE_INDOX)
        return relay_task(x, &image_indox, &(struct task){0}, err);
    return relay_shared_task(x, shared_of, &(struct task){0}, err);
}
