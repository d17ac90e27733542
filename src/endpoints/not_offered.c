/* Paths of the surfaces behind which there is nothing here: whoever asks learns that, and no more. */
#include "endpoints/endpoints.h"
#include "gate/caller.h"

int endpoint_not_offered(struct exchange *x, struct error *err) {
    struct caller caller;
    if (caller_check(x, &caller, err) < 0)
        return -1;
    error_set(err, ERR_NOT_FOUND, "The hub does not offer this.");
    err->status = 501;
    err->code = "api_not_implemented";
    return -1;
}
