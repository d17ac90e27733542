/* What is said in chats of keys that want it kept. Nothing of others is, nor of tasks, which are mostly
 * files. */
#include <string.h>

#include "base/clock.h"
#include "base/jsonwrite.h"
#include "base/log.h"
#include "ledger/kept_prompts.h"
#include "relay/call.h"

#define SIDE_MOST (1u << 20) /* bytes of what one side said */

static void free_answer(void *answer) {
    buf_free(answer);
}

void relay_keep_piece(struct relay *r, struct span bytes) {
    if (!r->grant.keeps || r->task)
        return;
    if (!r->kept_answer) {
        r->kept_answer = arena_alloc(r->x->arena, sizeof *r->kept_answer);
        buf_init(r->kept_answer, SIDE_MOST);
        arena_own(r->x->arena, r->kept_answer, free_answer);
    }
    size_t room = SIDE_MOST - r->kept_answer->len, len = bytes.len < room ? bytes.len : room;
    if (!r->kept_answer->overflow && relay_take_memory(r, len))
        buf_add(r->kept_answer, bytes.at, len);
    else
        len = 0;
    r->kept_answer->overflow |= len < bytes.len;
}

/* JSON as it is; the text of a stream, and what is cut, as a string. */
static void write_side(struct json_writer *w, const char *name, struct span text, bool cut) {
    struct error none = {0};
    json_key(w, name);
    if (!text.at)
        json_put_raw(w, "null");
    else if (!cut && scan_object(text, NULL, 0, SCAN_DEPTH_INSIDE, &none) == 0)
        json_put(w, text);
    else
        json_put_bytes(w, text.at, text.len);
}

static void write_call(const struct relay *r, int64_t now, struct buf *out) {
    struct json_writer w = {.out = out};
    char time[CLOCK_TEXT];
    struct span request = r->ask.text, answer = {0};
    bool request_cut = request.len > SIDE_MOST, answer_cut = false;
    if (request_cut)
        request.len = SIDE_MOST;
    if (r->kept_answer) {
        answer = (struct span){r->kept_answer->data, r->kept_answer->len};
        answer_cut = r->kept_answer->overflow;
    }
    json_open(&w, '{');
    json_member_text(&w, "id", r->x->id);
    json_member_text(&w, "time", clock_write(now, time));
    json_member_text(&w, "user", r->grant.user_name);
    json_member_int(&w, "key", (int64_t)r->grant.key);
    json_member_text(&w, "dialect", r->client->name);
    json_member_text(&w, "model", r->ask.model);
    json_member_text(&w, "provider", r->target.provider->name);
    json_member_text(&w, "outcome", call_outcome_name(r->result.outcome));
    json_member_int(&w, "status", r->result.status);
    json_member_bool(&w, "cut", request_cut || answer_cut);
    write_side(&w, "request", request, request_cut);
    write_side(&w, "answer", answer, answer_cut);
    json_close(&w, '}');
    buf_putc(out, '\n');
}

/* The user may have been erased while the call ran. Its files are removed behind that: either what was
 * written is found there, or the user is not found here. */
static int check_user(const struct relay *r, struct error *err) {
    struct user user;
    if (ledger_user_find(hub_ledger(r->x->hub, r->x->config), r->grant.user_name, &user, err) < 0)
        return -1;
    return user.id == r->grant.user ? 0 : error_set(err, ERR_NOT_FOUND, "its user is gone");
}

static int keep(const struct relay *r, int64_t now, struct span text, struct error *err) {
    const char *data_dir = r->x->config->data_dir;
    struct error ignored = {0};
    if (kept_prompts_write(data_dir, r->grant.user, now, r->x->id, text, err) < 0)
        return -1;
    if (check_user(r, err) == 0)
        return 0;
    kept_prompts_drop(data_dir, r->grant.user, now, r->x->id, &ignored);
    return -1;
}

void relay_keep_prompt(struct relay *r) {
    int64_t now = clock_wall_ms() / 1000;
    struct error err = {0};
    struct buf text;
    if (!r->grant.keeps)
        return;
    buf_init(&text, BUF_MOST);
    write_call(r, now, &text);
    if (keep(r, now, (struct span){text.data, text.len}, &err) < 0)
        log_line("what was said in the call %s is not kept: %s", r->x->id, err.message);
    buf_free(&text);
}
