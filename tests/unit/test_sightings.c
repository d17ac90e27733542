/* What was seen of a provider's models, and what that says of it as time goes by. */
#include <stdio.h>
#include <string.h>

#include "endpoints/sightings.h"
#include "tap.h"

#define NOW INT64_C(1795238420000)

static struct seen seen_of(const char *model, int64_t good, int64_t failed, int64_t failures) {
    struct seen seen = {.good = good, .failed = failed, .failures = failures};
    seen.fault = (struct fault){.kind = failed ? FAULT_STATUS : FAULT_NONE, .status = failed ? 500 : 0};
    snprintf(seen.provider, sizeof seen.provider, "one");
    snprintf(seen.model, sizeof seen.model, "%s", model);
    return seen;
}

static void expect(const struct seen *seen, size_t count, int64_t now, enum seen_state state, bool bad,
                   const char *what) {
    struct sighting_sum sum = {0};
    for (size_t i = 0; i < count; i++)
        sighting_add(&sum, &seen[i], now);
    is_str(seen_state_name(sighting_state(&sum, now)), seen_state_name(state), what);
    ok(sighting_is_bad(&sum, now) == bad, "%s: %s", what,
       bad ? "its last answers failed" : "nothing is wrong");
}

static void test_states(void) {
    const struct seen lost = seen_of("lost", 0, NOW, SEEN_FAILURES), well = seen_of("well", NOW - 1000, 0, 0);
    const struct seen twice = seen_of("twice", 0, NOW, SEEN_FAILURES - 1);
    const struct seen once = seen_of("once", NOW - 1000, NOW, SEEN_FAILURES);
    const struct seen mended = seen_of("mended", NOW + 1, NOW, 0), both[] = {lost, well};
    expect(NULL, 0, NOW, SEEN_UNKNOWN, false, "one that was never asked");
    expect(&well, 1, NOW, SEEN_OK, false, "one that answers");
    expect(&twice, 1, NOW, SEEN_UNKNOWN, false, "one that failed twice");
    expect(&lost, 1, NOW, SEEN_FAILING, true, "one that never answered");
    expect(&lost, 1, NOW + SEEN_FRESH_MS + 1, SEEN_UNKNOWN, true, "the same later");
    expect(&once, 1, NOW + SEEN_FRESH_MS + 1, SEEN_UNKNOWN, true, "one that answered before it failed");
    expect(&mended, 1, NOW + 2, SEEN_OK, false, "one that answers again");
    expect(both, 2, NOW, SEEN_OK, false, "one of whose models answers");
    expect(both, 2, NOW + SEEN_FRESH_MS + 1, SEEN_OK, false, "the same later");
}

static void test_find(void) {
    struct seen rows[] = {seen_of("a", 0, 0, 0), seen_of("a-b", 0, 0, 0), seen_of("ab", 0, 0, 0),
                          seen_of("b", 0, 0, 0)};
    const struct sightings all = {.at = rows, .count = sizeof rows / sizeof *rows}, none = {0};
    for (size_t i = 0; i < all.count; i++)
        ok(sightings_find(&all, "one", rows[i].model) == &rows[i], "finds %s", rows[i].model);
    ok(!sightings_find(&all, "one", "c") && !sightings_find(&all, "one", ""), "no other model");
    ok(!sightings_find(&all, "on", "a") && !sightings_find(&all, "two", "a"), "no other provider");
    ok(!sightings_find(&none, "one", "a"), "nothing where nothing was seen");
    char longest[MODEL_TEXT + 10];
    memset(longest, 'c', sizeof longest - 1);
    longest[sizeof longest - 1] = '\0';
    snprintf(rows[3].model, sizeof rows[3].model, "%.*s", MODEL_TEXT - 1, longest);
    ok(sightings_find(&all, "one", longest) == &rows[3], "a name that was cut");
}

int main(void) {
    test_states();
    test_find();
    return tap_done();
}
