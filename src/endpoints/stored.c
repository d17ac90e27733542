/* Responses that were stored: none are, yet. */
#include "endpoints/endpoints.h"
#include "gate/caller.h"

int endpoint_stored_response(struct exchange *x, struct error *err) {
    struct caller caller;
    if (caller_check(x, &caller, err) < 0)
        return -1;
    return error_param(err, ERR_NOT_FOUND, "id", "Responses are not stored here: there is none of that id.");
}

/* Clients that could also use a WebSocket ask for one at the path of the responses, and go on without if they
 * are told so. */
int endpoint_responses_socket(struct exchange *x, struct error *err) {
    (void)x;
    error_set(err, ERR_REQUEST, "There is no WebSocket here: send requests with POST.");
    err->status = 426;
    err->code = "upgrade_required";
    return -1;
}
