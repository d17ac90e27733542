/* What managing over HTTP takes. */
#include "endpoints/manage.h"

#include <stdio.h>
#include <string.h>

#include "endpoints/query.h"
#include "front/routes.h"

#define PAGE_SIZE 10

int manage_login(struct exchange *x, struct caller *caller, struct error *err) {
    if (caller_check(x, caller, err) < 0)
        return -1;
    if (caller->key.id == 0)
        return 0;
    error_set(err, ERR_PERMISSION, "An API key can only read here: log in, and send the access token.");
    err->code = "login_required";
    return -1;
}

int manage_admin(struct exchange *x, struct caller *caller, struct error *err) {
    if (manage_login(x, caller, err) < 0)
        return -1;
    if (caller->user.admin)
        return 0;
    error_set(err, ERR_PERMISSION, "This is for administrators.");
    err->code = "admin_required";
    return -1;
}

/* ---- bodies ----------------------------------------------------------------------- */

static void note_first(void *arg, const struct json *value) {
    struct json *first = arg;
    if (first->type == SCAN_NONE)
        *first = *value;
}

int manage_read(struct exchange *x, const char *const *names, struct body *body, struct json *found,
                struct error *err) {
    struct body_rules rules = exchange_body_rules(x);
    struct json unknown = {0};
    if (body_read(x->request, &rules, body, err) < 0)
        return -1;
    struct span text = {body->bytes.data, body->bytes.len};
    if (text.len == 0)
        text = (struct span){"{}", 2};
    if (scan_object(text, NULL, 0, SCAN_DEPTH_INSIDE, err) < 0)
        return -1;
    struct json *whole = arena_alloc(x->arena, sizeof *whole); /* errors look at what stands around a value */
    *whole = value_whole(text);
    if (value_pick(whole, names, scan_equals, found, note_first, &unknown, err) < 0)
        return -1;
    return unknown.type == SCAN_NONE ? 0 : value_bad(&unknown, "is not known here", err);
}

int manage_need(const struct json *value, const char *name, struct error *err) {
    return value->type != SCAN_NONE ? 0 : error_param(err, ERR_REQUEST, name, "\"%s\" is missing.", name);
}

int manage_list(struct exchange *x, const struct json *value, const char *between, size_t longest,
                char list[LIST_TEXT], struct error *err) {
    const char *text;
    size_t len = 0;
    if (value_name(value, LIST_TEXT, x->arena, &text, err) < 0)
        return -1;
    memset(list, 0, LIST_TEXT);
    for (text += strspn(text, between); *text; text += strspn(text, between)) {
        size_t word = strcspn(text, between);
        for (size_t i = 0; i < word; i++)
            if ((unsigned char)text[i] < ' ' || text[i] == 0x7f)
                return value_bad(value, "holds control characters", err);
        if (word >= longest || len + word + 2 > LIST_TEXT)
            return value_bad(value, "is too long", err);
        if (len)
            list[len++] = ' ';
        memcpy(list + len, text, word);
        len += word;
        text += word;
    }
    return 0;
}

int manage_blame(struct error *err, const char *param) {
    struct error blamed = *err;
    if (*err->param)
        return -1;
    snprintf(blamed.param, sizeof blamed.param, "%s", param);
    snprintf(blamed.message, sizeof blamed.message, "\"%s\": %.250s", param, err->message);
    *err = blamed;
    return -1;
}

/* ---- pages -------------------------------------------------------------------------- */

int manage_page_of(struct exchange *x, int64_t size, int64_t size_most, struct page *page,
                   struct error *err) {
    *page = (struct page){1, size};
    if (query_number(x, "p", INT32_MIN, INT32_MAX, &page->number, err) < 0 ||
        query_number(x, "size", INT32_MIN, INT32_MAX, &page->size, err) < 0 ||
        query_number(x, "page_size", INT32_MIN, INT32_MAX, &page->size, err) < 0)
        return -1;
    if (page->number < 1)
        page->number = 1;
    if (page->size < 1)
        page->size = size;
    if (page->size > size_most)
        page->size = size_most;
    return 0;
}

int manage_page(struct exchange *x, struct page *page, struct error *err) {
    return manage_page_of(x, PAGE_SIZE, PAGE_SIZE_MOST, page, err);
}

int64_t page_skip(const struct page *page) {
    return (page->number - 1) * page->size;
}

void page_open(struct json_writer *w, const struct page *page, int64_t total) {
    json_open(w, '{');
    json_member_int(w, "page", page->number);
    json_member_int(w, "page_size", page->size);
    json_member_int(w, "total", total);
    json_member_open(w, "items", '[');
}

void page_close(struct json_writer *w) {
    json_close(w, ']');
    json_close(w, '}');
}

/* ---- the rest ------------------------------------------------------------------------- */

int manage_id(struct exchange *x, uint64_t *id, const char **rest, struct error *err) {
    size_t len = strspn(x->rest, "0123456789");
    const char *end = x->rest + len;
    *id = 0;
    for (size_t i = 0; i < len && i < 18; i++)
        *id = *id * 10 + (uint64_t)(x->rest[i] - '0');
    if (rest)
        *rest = end;
    if (len == 0 || len > 18 || *id == 0 || (!rest && *end))
        return route_unknown(err);
    return 0;
}

int manage_done(struct exchange *x, struct error *err) {
    struct console_answer answer;
    console_begin(&answer);
    json_put_raw(&answer.w, "null");
    return console_end(&answer, x, 0, err);
}
