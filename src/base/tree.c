/* Things that are found by comparing them, in the balanced trees of the C library. */
#include "base/tree.h"

#include <search.h>
#include <stdlib.h>
#include <string.h>

static int compare_texts(const void *a, const void *b) {
    return strcmp(a, b);
}

static int (*order_of(const struct tree *tree))(const void *, const void *) {
    return tree->compare ? tree->compare : compare_texts;
}

void *tree_add(struct tree *tree, const void *item) {
    void *node = tsearch(item, &tree->root, order_of(tree));
    if (!node)
        abort(); /* out of memory */
    return *(void **)node;
}

void *tree_find(const struct tree *tree, const void *like) {
    void *node = tfind(like, &tree->root, order_of(tree));
    return node ? *(void **)node : NULL;
}

static void keep(void *item) {
    (void)item;
}

void tree_free(struct tree *tree) {
    tdestroy(tree->root, keep);
    tree->root = NULL;
}
