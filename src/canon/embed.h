#ifndef CANON_EMBED_H
#define CANON_EMBED_H

#include "canon/task.h"
#include "canon/vector.h"

/* Texts, of which vectors are wanted, and those vectors. */

#define EMBED_INPUTS_MOST     2048
#define EMBED_DIMENSIONS_MOST VECTOR_MOST

/* What the vectors are for, as far as anybody makes a difference. */
enum embed_purpose {
    EMBED_ANYTHING,
    EMBED_QUERY,
    EMBED_DOCUMENT,
    EMBED_SIMILARITY,
    EMBED_CLASSIFICATION,
    EMBED_CLUSTERING,
    EMBED_QUESTION,
    EMBED_FACT,
    EMBED_CODE_QUERY,
    EMBED_PURPOSE__MAX
};

struct embed_request {
    bool listed;        /* they came as a list; set before where the path says it */
    bool tokens;        /* the inputs are lists of tokens, else JSON strings that are not empty */
    bool base64;        /* the client wants that, not numbers */
    const char *param;  /* how it calls the inputs */
    struct span *input; /* at least one */
    size_t count;
    int64_t dimensions; /* 0: not said */
    const char *dimensions_param;
    enum embed_purpose purpose;
    const char *purpose_param;
    struct span user; /* a JSON string; at == NULL: not said */
    const char *own;  /* where something stands that only the client's own dialect can say; NULL: nothing */
};

/* One for each input, in the same order. */
struct embed_reply {
    struct vector *vector;
    size_t count;
};

#endif
