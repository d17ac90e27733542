/* A JSON text without some of its values. */
#include "base/cut.h"

static void skip_to(struct cut *cut, const char *at) {
    cut->rest.len -= (size_t)(at - cut->rest.at);
    cut->rest.at = at;
}

static void copy_to(struct cut *cut, const char *at) {
    buf_add(cut->out, cut->rest.at, (size_t)(at - cut->rest.at));
    skip_to(cut, at);
}

void cut_replace(struct cut *cut, struct span old, const char *put) {
    copy_to(cut, old.at);
    buf_puts(cut->out, put);
    skip_to(cut, old.at + old.len);
}

void cut_finish(struct cut *cut) {
    copy_to(cut, cut->rest.at + cut->rest.len);
}

/* The comma before an item goes with it, or, as long as none stayed, with those before. */
void cut_item(struct cut_list *list, struct span item, bool gone) {
    const char *end = item.at + item.len;
    if (list->end && (gone || !list->kept)) {
        copy_to(list->cut, list->end);
        skip_to(list->cut, item.at);
    }
    if (gone) {
        copy_to(list->cut, item.at);
        skip_to(list->cut, end);
    }
    list->kept |= !gone;
    list->end = end;
}
