/* Tasks besides chat: what is asked, of whom, and what was used. */
#include <string.h>

#include "base/jsonscan.h"
#include "dialects/image_read.h"
#include "providers/tasks.h"
#include "relay/call.h"

/* ---- before the provider ---------------------------------------------------- */

static int refuse_provider(struct relay *r, const char *why) {
    const struct task_fact *fact = &task_facts[r->task->kind];
    error_param(r->err, ERR_REQUEST, "model", "The provider of '%.100s' cannot be asked for %s%s.",
                r->task->model, fact->what, why);
    r->err->code = fact->not_for;
    return -1;
}

static int choose_way(struct relay *r) {
    const struct provider *row = r->target.provider->row;
    r->served = provider_task(row, r->task->kind);
    if (!r->served)
        return refuse_provider(r, "");
    r->provider = r->served->family;
    bool passes = r->served == (r->asked->like ? r->asked->like : r->asked);
    if (!passes && !r->served->write_request)
        return refuse_provider(r, " in this form");
    r->way = passes ? &relay_task_pass : &relay_task_translate;
    r->request = passes ? NULL : r->task->notes;
    return 0;
}

/* What costs nothing is not guessed at: such a model has another measure. */
static void forget_guesses(const struct rates *rates, struct usage *most) {
    if ((most->seconds || most->characters) && !rates->input && !rates->audio_input)
        most->prompt = most->audio_input = 0;
    if (!rates->output && !rates->audio_output && !rates->image_output)
        most->output = most->audio_output = most->image_output = 0;
    if (most->characters && !rates->second) /* seconds of what is not spoken yet */
        most->seconds = 0;
}

static int choose_target_of(struct relay *r) {
    struct task *task = r->task;
    struct exchange *x = r->x;
    if (!task->model)
        return error_param(r->err, ERR_REQUEST, "model", "\"model\" is missing: name the model.");
    x->trace.model = task->model;
    if (choose_task(x->config, task->model, task->kind, x->arena, &r->target, r->err) < 0 ||
        choose_way(r) < 0)
        return -1;
    if (task->image)
        image_estimate(task, r->provider, r->target.model); /* the client's name of it may be any */
    if (target_price_image(&r->target, task->size, task->quality, r->err) < 0)
        return -1;
    forget_guesses(&r->target.price.base, &task->most);
    r->ask.model = task->model;
    r->ask.stream = task->stream;
    r->ask.prompt = task->most.prompt;
    r->ask.choices = 1;
    return 0;
}

/* A form, or else JSON: what is shared by several languages has none that takes forms. */
static int check_type(const struct relay *r) {
    enum task_takes takes = r->asked ? r->asked->takes : TAKES_JSON;
    const struct request *request = r->x->request;
    if (takes == TAKES_FORM)
        return error_set(r->err, ERR_MEDIA_TYPE, "The body must be a form (multipart/form-data).");
    if (takes == TAKES_BOTH && !request_is_json(request))
        return error_set(r->err, ERR_MEDIA_TYPE, "The body must be a form (multipart/form-data) or JSON.");
    return 0;
}

static int read_text(struct relay *r) {
    struct exchange *x = r->x;
    if (r->asked && r->asked->takes != TAKES_JSON && request_is_multipart(x->request))
        return relay_read_form(r);
    if (check_type(r) < 0)
        return -1;
    struct body_rules rules = exchange_body_rules(x);
    if (body_read(x->request, &rules, &r->body, r->err) < 0)
        return -1;
    r->task->text = (struct span){r->body.bytes.data, r->body.bytes.len};
    if (r->tells) {
        r->asked = r->tells(r->task->text);
        r->client = x->speaks = r->asked->family;
    }
    return scan_object(r->task->text, NULL, 0, SCAN_DEPTH, r->err);
}

static int read_task(struct relay *r) {
    struct arena *arena = r->x->arena;
    r->task->arena = arena;
    r->task->notes = arena_alloc(arena, sizeof *r->task->notes);
    *r->task->notes = (struct chat_request){.arena = arena};
    if (read_text(r) < 0)
        return -1;
    r->task->kind = r->asked->kind;
    return r->asked->read(r->task, r->err) < 0 || relay_check_links(r) < 0 ? -1 : choose_target_of(r);
}

/* ---- after it --------------------------------------------------------------- */

/* The most that there can be; of pictures, that of those which came. */
static void guess_output(const struct relay *r, struct usage *usage) {
    const struct usage *most = &r->task->most;
    usage->output = most->output;
    usage->audio_output = most->audio_output;
    if (most->images)
        usage->output = usage->image_output = most->output * usage->images / most->images;
}

/* Others told theirs. */
static void guess_unfinished(const struct relay *r, struct usage *usage) {
    int64_t one = r->task->most.output / r->task->most.images;
    usage->output += one;
    usage->image_output += one;
}

/* What goes in is charged as soon as the provider has it; of what comes out, what came. */
struct usage relay_task_used(const struct relay *r) {
    const struct usage *most = &r->task->most;
    struct usage usage = r->answered.usage;
    if (!r->answered.has_prompt) {
        usage.prompt = most->prompt;
        usage.audio_input = most->audio_input;
    }
    if (!r->answered.has_output && r->begun)
        guess_output(r, &usage);
    else if (r->answered.unfinished)
        guess_unfinished(r, &usage);
    if (!usage.seconds)
        usage.seconds = most->seconds;
    if (!usage.requests)
        usage.requests = 1;
    usage.characters = most->characters;
    return usage;
}

bool relay_task_is_estimated(const struct relay *r) {
    const struct rates *rates = &r->target.price.base;
    return (!r->answered.has_prompt && rates->input) || r->answered.unfinished ||
           (!r->answered.has_output && r->task->most.output) ||
           (!r->answered.usage.seconds && r->task->most.seconds && rates->second);
}

/* ---- the story ---------------------------------------------------------------- */

static int run(struct exchange *x, const struct task_dialect *asked, task_language *tells,
               const struct task *preset, struct error *err) {
    struct task task = *preset;
    struct relay r = {.x = x,
                      .err = err,
                      .read = read_task,
                      .client = asked ? asked->family : NULL,
                      .asked = asked,
                      .tells = tells,
                      .task = &task};
    return relay_run(&r);
}

int relay_task(struct exchange *x, const struct task_dialect *asked, const struct task *preset,
               struct error *err) {
    return run(x, asked, NULL, preset, err);
}

int relay_shared_task(struct exchange *x, task_language *tells, const struct task *preset,
                      struct error *err) {
    return run(x, NULL, tells, preset, err);
}
