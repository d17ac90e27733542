#ifndef ENDPOINTS_MANAGE_H
#define ENDPOINTS_MANAGE_H

#include "base/jsonvalue.h"
#include "endpoints/console.h"
#include "gate/caller.h"

/*
 * What managing over HTTP takes, in the shapes of new-api's console. A key can only read: what manages keys
 * is the user's own login, else a key that may do little could make one that may do all. Functions return 0,
 * or -1 with err.
 */

/* A user that is there itself, without a key. ERR_PERMISSION (code "login_required"). */
int manage_login(struct exchange *x, struct caller *caller, struct error *err);

/* One that is an administrator. ERR_PERMISSION. */
int manage_admin(struct exchange *x, struct caller *caller, struct error *err);

/* The members of the request's body by a list of names that ends in NULL; others are refused. To be freed
 * with body_free(), also after -1. An empty body has no members. */
int manage_read(struct exchange *x, const char *const *names, struct body *body, struct json *found,
                struct error *err);

/* A member that must be there. */
int manage_need(const struct json *value, const char *name, struct error *err);

/* Names the field that an error is about, in its words too, if it names none yet. Returns -1. */
int manage_blame(struct error *err, const char *param);

/* A list as new-api writes it, with one of the bytes of `between` between two words, becomes one with blanks.
 * ERR_REQUEST, also for a word that is not shorter than `longest`. */
int manage_list(struct exchange *x, const struct json *value, const char *between, size_t longest,
                char list[LIST_TEXT], struct error *err);

/* A page of a list: "p", from 1, and "page_size"; out of range it is the nearest one, as new-api has it. */
struct page {
    int64_t number, size;
};
#define PAGE_SIZE_MOST 100
int manage_page(struct exchange *x, struct page *page, struct error *err);

/* The same with another size, where none is asked for, and another most. */
int manage_page_of(struct exchange *x, int64_t size, int64_t size_most, struct page *page, struct error *err);

/* What stands before the page. */
int64_t page_skip(const struct page *page);

/* The data of a list, up to its items, and the end of it. */
void page_open(struct json_writer *w, const struct page *page, int64_t total);
void page_close(struct json_writer *w);

/* The number in a path ("5", or "5/key" with `rest` set to "/key"). ERR_NOT_FOUND. */
int manage_id(struct exchange *x, uint64_t *id, const char **rest, struct error *err);

/* Answers that it is done, with no data. */
int manage_done(struct exchange *x, struct error *err);

/* The most quota that fits into an amount of money, a billion dollars. */
#define QUOTA_MOST INT64_C(500000000000000)

#endif
