/* Forms with files: read into a spool, and sent on from there. */
#include "relay/call.h"

#define SPOOLED_MOST 8 /* times upload_limit, of all uploads of a process together */

static int describe(struct relay *r, const struct upload_part *from, struct form_part *to) {
    *to = (struct form_part){.name = from->name,
                             .filename = from->filename,
                             .type = from->type,
                             .text = from->text,
                             .from = from->from,
                             .len = from->len};
    if (!from->filename)
        return 0;
    char *head = arena_alloc(r->x->arena, FORM_HEAD);
    long len = upload_peek(&r->upload, from, head, FORM_HEAD);
    if (len < 0)
        return error_set(r->err, ERR_UNAVAILABLE, "The files of the request could not be read.");
    to->head = (struct span){head, (size_t)len};
    return 0;
}

static int read_spool(void *arg, int64_t from, unsigned char *into, size_t len) {
    const struct upload *upload = arg;
    return upload_spooled(upload->file, from, (char *)into, len);
}

int relay_read_form(struct relay *r) {
    struct exchange *x = r->x;
    struct body_rules rules = exchange_body_rules(x);
    const struct spool_rules spool = {.directory = x->config->data_dir,
                                      .floor_mb = x->config->disk_floor_mb,
                                      .spool = &x->hub->spooled,
                                      .most_spool = SPOOLED_MOST * x->config->upload_limit};
    struct form *form = arena_alloc(x->arena, sizeof *form);
    rules.limit = (size_t)x->config->upload_limit;
    r->uploaded = true;
    if (upload_read(x->request, &rules, &spool, x->arena, &r->upload, r->err) < 0)
        return -1;
    form->read = read_spool;
    form->arg = &r->upload;
    form->count = r->upload.count;
    form->part = arena_alloc(x->arena, (form->count + 1) * sizeof *form->part);
    for (size_t i = 0; i < form->count; i++)
        if (describe(r, &r->upload.part[i], &form->part[i]) < 0)
            return -1;
    r->task->form = form;
    return 0;
}

/* Other parts in the place of those that came; their files are the same. */
static void exchange_parts(struct relay *r, const struct form *form) {
    struct upload *upload = &r->upload;
    upload->count = form->count;
    upload->part = arena_alloc(r->x->arena, (form->count + 1) * sizeof *upload->part);
    for (size_t i = 0; i < form->count; i++) {
        const struct form_part *from = &form->part[i];
        upload->part[i] = (struct upload_part){.name = from->name,
                                               .filename = from->filename,
                                               .type = from->type,
                                               .text = from->text,
                                               .from = from->from,
                                               .len = from->len};
    }
}

static long pull(void *arg, int64_t offset, char *out, size_t room) {
    return upload_body_read(arg, offset, out, room);
}

int relay_write_form(struct relay *r, struct errand *errand) {
    struct arena *arena = r->x->arena;
    const char *unwanted = r->asked->omits ? r->asked->omits(r->task, r->target.model) : NULL;
    struct upload_body *body = arena_alloc(arena, sizeof *body);
    char boundary[UPLOAD_BOUNDARY];
    upload_boundary(boundary);
    if (r->asked->edit_form)
        exchange_parts(r, r->asked->edit_form(r->task, arena));
    upload_set_field(&r->upload, "model", r->target.model);
    if (unwanted)
        upload_set_field(&r->upload, unwanted, NULL);
    if (upload_body_init(body, &r->upload, arena_strdup(arena, boundary), arena, r->err) < 0)
        return -1;
    errand->content_type = arena_printf(arena, "Content-Type: %s", body->content_type);
    errand->pull = pull;
    errand->pull_arg = body;
    errand->pull_length = upload_body_length(body);
    return 0;
}
