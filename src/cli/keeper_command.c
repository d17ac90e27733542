/* The command that is the ledger's keeper until it is told to end. */
#include <pthread.h>
#include <signal.h>

#include "base/clock.h"
#include "base/log.h"
#include "cli/command.h"

#define LOOK_MS 1000 /* how often it looks whether it still has the role */

struct watch {
    sigset_t signals;
    volatile int stop;
};

static void *watch_signals(void *arg) {
    struct watch *watch = arg;
    int number;
    sigwait(&watch->signals, &number);
    watch->stop = 1;
    return NULL;
}

/* Takes the role, and takes it again if it had to be given to a newer program for a while. */
static int keep(struct cli *cli, struct watch *watch, pthread_t watcher, struct error *err) {
    bool told = false;
    while (ledger_keep(cli->ledger, &watch->stop, err) == 0) {
        if (!told)
            log_line("keeper of %s", cli->config->data_dir);
        told = true;
        struct timespec next = clock_timespec(clock_mono_ms() + LOOK_MS);
        if (pthread_clockjoin_np(watcher, NULL, CLOCK_MONOTONIC, &next) == 0)
            return 0;
    }
    bool stopped = watch->stop;
    if (stopped)
        *err = (struct error){0};
    else
        pthread_kill(watcher, SIGTERM);
    pthread_join(watcher, NULL);
    return stopped ? 0 : -1;
}

int command_keeper(struct cli *cli, const struct arguments *args, struct error *err) {
    (void)args;
    struct watch watch = {.stop = 0};
    pthread_t watcher;
    sigemptyset(&watch.signals);
    sigaddset(&watch.signals, SIGTERM);
    sigaddset(&watch.signals, SIGINT);
    pthread_sigmask(SIG_BLOCK, &watch.signals, NULL);
    if (pthread_create(&watcher, NULL, watch_signals, &watch) != 0)
        return error_set(err, ERR_UNAVAILABLE, "no thread to be had");
    if (keep(cli, &watch, watcher, err) < 0)
        return -1;
    ledger_hand_over(cli->ledger);
    log_line("keeper ends");
    return 0;
}
