#ifndef BASE_TREE_H
#define BASE_TREE_H

/*
 * Things that are found by comparing them. They stay their owner's and must
 * outlive the tree; what they are compared by must not change. Running out of
 * memory aborts. Start from zero, with a comparison.
 */
struct tree {
    int (*compare)(const void *a, const void *b); /* as qsort() has it; NULL: they are texts */
    void *root;
};

/* Adds one. Returns the equal one that was there already, else itself. */
void *tree_add(struct tree *tree, const void *item);

/* The one that is equal; NULL: none. */
void *tree_find(const struct tree *tree, const void *like);

/* Forgets them all. */
void tree_free(struct tree *tree);

#endif
