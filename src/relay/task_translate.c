/* A task in two languages: request and answer go through the canonical form. */
#include "providers/tasks.h"
#include "relay/call.h"

#define PIECES_MOST 64 /* long ones, of a request or an answer */

static void free_joint(void *joint) {
    joint_free(joint);
}

static struct joint *new_joint(struct arena *arena) {
    struct joint *joint = arena_alloc(arena, sizeof *joint);
    joint_init(joint, PIECES_MOST, arena);
    arena_own(arena, joint, free_joint);
    return joint;
}

static int write_request(struct relay *r, struct errand *errand) {
    struct arena *arena = r->x->arena;
    const struct provider_config *provider = r->target.provider;
    struct joint *text = new_joint(arena);
    size_t total;
    if (relay_load_pictures(r) < 0 || r->served->write_request(r->task, r->target.model, text, r->err) < 0 ||
        relay_check_strict(r) < 0)
        return -1;
    if (text->text.overflow)
        return error_set(r->err, ERR_TOO_LARGE, "The request is too large once it is translated.");
    errand->url = provider_task_url(provider->row, provider->base_url,
                                    r->served->path(r->task, r->target.model, arena), arena);
    errand->body = joint_parts(text, arena, &errand->parts, &total);
    errand->accept = "Accept: application/json";
    if (r->task->sends)
        errand->content_type = arena_printf(arena, "Content-Type: %s", r->task->sends);
    return 0;
}

static int send_whole(struct relay *r, const struct joint *text) {
    size_t parts, total;
    const struct span *part = joint_parts(text, r->x->arena, &parts, &total);
    relay_begin_reply(r, 200);
    reply_header_number(r->x->reply, "Content-Length", (long long)total);
    for (size_t i = 0; i < parts; i++)
        if (reply_write(r->x->reply, part[i].at, part[i].len, r->err) < 0)
            return -1;
    return 0;
}

static int send_stream(struct relay *r, const struct joint *text) {
    size_t parts, total;
    const struct span *part = joint_parts(text, r->x->arena, &parts, &total);
    r->ended = true;
    for (size_t i = 0; i < parts; i++)
        if (relay_write(r, part[i]) < 0)
            return -1;
    return 0;
}

static int finish_whole(struct relay *r, struct span text) {
    struct joint *out = new_joint(r->x->arena);
    bool streams = r->task->stream && r->asked->write_stream;
    if (r->served->read_reply(text, r->task, &r->answered, r->err) < 0 || relay_fit_pictures(r) < 0)
        return -1;
    r->begun = true;
    relay_settle(r, CALL_DONE, 200);
    r->answered.usage = r->result.usage;
    (streams ? r->asked->write_stream : r->asked->write_reply)(&r->head, r->task, &r->answered, out);
    if (out->text.overflow)
        return error_set(r->err, ERR_INTERNAL, "The answer is too large once it is translated.");
    return streams ? send_stream(r, out) : send_whole(r, out);
}

/* The provider is never asked for one. */
static int take_event(struct relay *r, const struct sse_event *event) {
    (void)event;
    return error_set(r->err, ERR_UPSTREAM, "The provider streams where nobody asked for that.");
}

static int close_stream(struct relay *r) {
    return take_event(r, NULL);
}

const struct relay_way relay_task_translate = {.write = write_request,
                                               .take_event = take_event,
                                               .close_stream = close_stream,
                                               .finish_whole = finish_whole,
                                               .streams_whole = true};
