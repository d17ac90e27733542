/* Where the brackets of a JSON text close that comes in pieces. */
#include "base/jsondepth.h"

bool json_depth_take(struct json_depth *depth, uint32_t c) {
    if (depth->in_string) {
        bool ends = c == '"' && !depth->escaped;
        depth->escaped = c == '\\' && !depth->escaped;
        depth->in_string = !ends;
        return false;
    }
    depth->in_string = c == '"';
    depth->open += c == '{' || c == '[';
    depth->open -= depth->open > 0 && (c == '}' || c == ']');
    return true;
}
