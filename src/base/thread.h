#ifndef BASE_THREAD_H
#define BASE_THREAD_H

#include <pthread.h>

/*
 * Starts a thread for the process's own housekeeping: it takes no signals, those
 * are the main thread's, and it is scheduled in the ordinary way, whatever holds for the
 * thread that starts it. Returns 0, or -1 if there is no thread to be had.
 */
int thread_start(pthread_t *thread, void *(*run)(void *arg), void *arg);

#endif
