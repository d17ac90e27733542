/* Who may end an exchange: looked at while libcurl waits. */
#include "upstream/watch.h"

#include <curl/curl.h>
#include <poll.h>

/* As far as the poll has shown. */
static int look(struct watch *watch, int client, int stop, struct error *err) {
    if (stop)
        return error_set(err, ERR_UNAVAILABLE, "The hub is stopping.");
    if (!client)
        return 0;
    if (!watch->client_gone || watch->client_gone(watch->arg))
        return error_set(err, ERR_GONE, "the client is gone");
    watch->talked = true;
    return 0;
}

int watch_poll(struct watch *watch, void *multi, int ms, struct error *err) {
    struct curl_waitfd extra[2] = {
        {.fd = watch->client_fd, .events = watch->talked ? 0 : CURL_WAIT_POLLIN},
        {.fd = watch->stop_fd, .events = CURL_WAIT_POLLIN},
    };
    curl_multi_poll(multi, extra, 2, ms, NULL); /* it passes over descriptors below 0 */
    return look(watch, extra[0].revents, extra[1].revents, err);
}

int watch_nap(struct watch *watch, int ms, struct error *err) {
    struct pollfd fds[2] = {
        {.fd = watch->client_fd, .events = watch->talked ? 0 : POLLIN},
        {.fd = watch->stop_fd, .events = POLLIN},
    };
    poll(fds, 2, ms);
    return look(watch, fds[0].revents, fds[1].revents, err);
}
