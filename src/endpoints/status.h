#ifndef ENDPOINTS_STATUS_H
#define ENDPOINTS_STATUS_H

#include "base/buf.h"
#include "base/jsonwrite.h"
#include "endpoints/status_view.h"
#include "gate/caller.h"

/* How the hub is, at the time of one request. */
struct status {
    struct exchange *x;
    bool ledger; /* it can be reached and takes calls */
    bool known;  /* who asks has a key, and this is theirs: */
    struct caller caller;
    struct sightings seen;
    struct status_view view;
    bool available; /* there is a provider that is not known to fail */
    bool sound;     /* there is one whose last answers did not fail, however long ago that was */
    bool bad;       /* the last answers of one that the caller may use failed */
};

#define STATUS_MAX (1u << 20)

/* Answers with the hub's state; write_more (NULL: nothing) adds members. Returns 0, or -1 with err. */
int status_answer(struct exchange *x, void (*write_more)(struct json_writer *w, const struct status *status),
                  struct error *err);

/* Sends JSON that nobody may keep, and frees it. Returns 0, or -1 with err. */
int status_reply(struct exchange *x, struct buf *body, struct error *err);

#endif
