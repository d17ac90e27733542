/* Trees: one of each is kept, the first. */
#include "base/tree.h"

#include "tap.h"

#define MANY 2000

struct thing {
    int key, mark;
};

static int compare_things(const void *a, const void *b) {
    const struct thing *one = a, *other = b;
    return (one->key > other->key) - (one->key < other->key);
}

static void test_texts(void) {
    struct tree tree = {0};
    char first[] = "a", again[] = "a", other[] = "b";
    ok(!tree_find(&tree, "a"), "nothing is in an empty one");
    ok(tree_add(&tree, first) == first, "a new one is added");
    ok(tree_add(&tree, again) == first && tree_find(&tree, again) == first, "an equal one finds the first");
    ok(!tree_find(&tree, other) && tree_add(&tree, other) == other && tree_find(&tree, "b") == other,
       "another one is another");
    tree_free(&tree);
    ok(!tree_find(&tree, "a") && tree_add(&tree, again) == again, "a tree can be used again");
    tree_free(&tree);
    tree_free(&tree);
    ok(!tree_find(&tree, "a"), "and freed again");
}

static void test_many(void) {
    static struct thing things[MANY], again[MANY];
    struct tree tree = {.compare = compare_things};
    int added = 0, found = 0, kept = 0;
    for (int i = 0; i < MANY; i++) { /* each key once: MANY and the factor have no common divisor */
        things[i].key = again[i].key = i * 7 % MANY;
        added += tree_add(&tree, &things[i]) == &things[i];
    }
    for (int i = 0; i < MANY; i++) {
        kept += tree_add(&tree, &again[i]) == &things[i];
        found += tree_find(&tree, &(struct thing){.key = things[i].key}) == &things[i];
    }
    is_int(added, MANY, "many are added");
    is_int(kept, MANY, "those that were first stay");
    is_int(found, MANY, "and are found");
    ok(!tree_find(&tree, &(struct thing){.key = MANY}), "no other is");
    tree_free(&tree);
}

int main(void) {
    test_texts();
    test_many();
    return tap_done();
}
