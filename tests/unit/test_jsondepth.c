/* Where brackets close, and what does not count as one. */
#include "base/jsondepth.h"

#include "tap.h"

#define COUNT(table) (sizeof(table) / sizeof *(table))

static const struct {
    const char *text;
    size_t open;
    bool in_string;
    int outside; /* characters */
} rows[] = {
    {"", 0, false, 0},
    {"{\"a\":[1,{}]}", 0, false, 10},
    {"{\"a\":[1", 2, false, 5},
    {"{\"}\"", 1, false, 2},
    {"{\"a", 1, true, 2},
    {"{\"a\\\"]}", 1, true, 2},
    {"{\"a\\\\\"}", 0, false, 3},
    {"{\"a\\\\\\\"}", 1, true, 2},
    {"]}", 0, false, 2},
    {"]{", 1, false, 2},
};

int main(void) {
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct json_depth depth = {0};
        int outside = 0;
        for (const char *at = rows[i].text; *at; at++)
            outside += json_depth_take(&depth, (unsigned char)*at);
        ok(depth.open == rows[i].open && depth.in_string == rows[i].in_string && outside == rows[i].outside,
           "%s: %zu open, %d outside of strings", rows[i].text, depth.open, outside);
    }
    return tap_done();
}
