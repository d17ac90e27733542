#ifndef DIALECTS_CHAT_RESPONSES_OUTPUT_H
#define DIALECTS_CHAT_RESPONSES_OUTPUT_H

#include "canon/fragments.h"

/*
 * The output of an answer of OpenAI's Responses, followed item by item. A
 * server says the same thing up to four times: in pieces, when a part is done,
 * when its item is done, and at the end; some leave out one or the other. What
 * did not go out yet is what goes out.
 */
struct responses_output {
    struct chat_sink *sink;
    struct arena *arena;
    struct calls calls;
    struct responses_item *items; /* the last one first; NULL: nothing was told */
    int64_t count;                /* of them */
    bool thinking;                /* the last event was a thought without its state */
    bool called, spoke, refused;  /* what there was so far */
    int64_t searches;             /* of the web, finished */
};

void responses_output_init(struct responses_output *output, struct chat_sink *sink, struct arena *arena);

/* All of these return 0, or -1 with ERR_UPSTREAM or what the sink reports. `index` is the item's number in
 * the output, where it is told. */
int responses_output_added(struct responses_output *output, const struct scan_want *index, struct span item,
                           struct error *err);
int responses_output_done(struct responses_output *output, const struct scan_want *index, struct span item,
                          struct error *err);

enum responses_place { AT_TEXT, AT_REFUSAL, AT_SUMMARY, AT_REASONING, AT_ARGUMENTS, AT_INPUT };

/* A piece of a text. */
struct responses_piece {
    enum responses_place at;
    const struct scan_want *index, *id; /* of the item */
    const struct scan_want *part;       /* the number of its part */
    const struct scan_want *text;
    bool whole; /* it is not a piece but all of it */
};

int responses_output_piece(struct responses_output *output, const struct responses_piece *piece,
                           struct error *err);

/* Nothing more comes. */
int responses_output_end(struct responses_output *output, struct error *err);

/* A count or an index; -1: it is none. */
int64_t responses_count(const struct scan_want *want);

#endif
