/* What AIGNE Hub's answers have in common. */
#include "endpoints/aigne.h"

#include <inttypes.h>
#include <string.h>

#include "base/clock.h"
#include "endpoints/query.h"

int aigne_send(struct exchange *x, struct buf *body, int rc, struct error *err) {
    if (rc == 0 && body->overflow)
        rc = error_set(err, ERR_REQUEST, "The answer would be longer than %zu MB: ask for less.",
                       body->max >> 20);
    if (rc == 0)
        rc = exchange_reply_json(x, body, err);
    buf_free(body);
    return rc;
}

int aigne_page(struct exchange *x, int64_t size, struct page *page, struct error *err) {
    *page = (struct page){1, size};
    return query_number(x, "page", 1, INT32_MAX, &page->number, err) < 0 ||
                   query_number(x, "pageSize", 1, PAGE_SIZE_MOST, &page->size, err) < 0
               ? -1
               : 0;
}

void aigne_write_paging(struct json_writer *w, const struct page *page) {
    json_member_open(w, "paging", '{');
    json_member_int(w, "page", page->number);
    json_member_int(w, "pageSize", page->size);
    json_close(w, '}');
}

/* That of two names that is there. */
static const char *either(const struct exchange *x, const char *one, const char *other) {
    return request_parameter(x->request, one) ? one : other;
}

int aigne_period(struct exchange *x, int64_t *start, int64_t *end, struct error *err) {
    const char *last = either(x, "endTime", "end");
    int64_t said = -1;
    if (query_time(x, either(x, "startTime", "start"), false, start, err) < 0 ||
        query_time(x, last, true, &said, err) < 0)
        return -1;
    if (said >= 0)
        *end = said + !clock_is_date(request_parameter(x->request, last)); /* a day has its end already */
    if (*end <= *start)
        return error_param(err, ERR_REQUEST, last, "The end of the period must come after its start.");
    return 0;
}

void aigne_write_user(struct json_writer *w, const char *name, uint64_t id, const char *full_name) {
    json_member_open(w, name, '{');
    json_member_format(w, "did", "%" PRIu64, id);
    json_member_text(w, "fullName", full_name);
    json_member_text(w, "email", strchr(full_name, '@') ? full_name : "");
    json_member_text(w, "avatar", "");
    json_close(w, '}');
}

void aigne_write_provider(struct json_writer *w, const char *name) {
    json_member_open(w, "provider", '{');
    json_member_text(w, "id", name);
    json_member_text(w, "name", name);
    json_member_text(w, "displayName", name);
    json_close(w, '}');
}

void aigne_write_currency(struct json_writer *w) {
    json_member_raw(w, "currency",
                    "{\"id\":\"usd\",\"name\":\"US dollar\",\"symbol\":\"USD\",\"decimal\":0}");
}
