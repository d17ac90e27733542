#ifndef CANON_RERANK_H
#define CANON_RERANK_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/jsonscan.h"

/* Documents to be put into an order by how well they answer a query, and that order. */
#define RERANK_DOCUMENTS 1000 /* of a request; none of the providers takes more */

struct rerank_request {
    struct span query;     /* a JSON string, or what else a provider may take for one */
    struct span *document; /* JSON: strings and objects, as they came */
    size_t documents;
    struct span *field;     /* JSON strings: of documents that are objects, what counts */
    size_t fields;          /* 0: all that is text */
    int64_t top;            /* so many of the best are wanted; 0: all */
    bool documents_back;    /* the answer shall have them, too */
    struct span max_tokens; /* of a document; at == NULL: not said */
    struct span truncation; /* true or false; at == NULL: not said */
};

struct rerank_result {
    size_t index;      /* of the document */
    struct span score; /* a JSON number, as the provider wrote it */
};

struct rerank_reply {
    struct rerank_result *result; /* in the provider's order */
    size_t results;
};

#endif
