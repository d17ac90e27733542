#ifndef LEDGER_SESSION_FILE_H
#define LEDGER_SESSION_FILE_H

#include <sys/types.h>

#include "ledger/session.h"

/*
 * The messages of a session: DATA_DIR/sessions/USER/ID, a line of JSON for each. It
 * only grows. How much of it counts is in the session's record: a turn is in the
 * file before it is in the record, and what its writer's death left behind that is
 * cut off by the next one. Whoever adds has the file locked; readers need not.
 */

/* Opens it, makes it if need be. Returns a descriptor, or -1 with ERR_UNAVAILABLE. */
int session_file_open(const char *data_dir, const struct session *session, struct error *err);

/* Whether it is this descriptor's now: the kernel gives it back when the descriptor is closed, by whatever.
 */
bool session_file_lock(int fd);

/* The place of the one who waits for that: whether it is this descriptor's now, until it leaves it or is
 * closed. */
bool session_file_queue(int fd);
void session_file_leave(int fd);

/* Opens it to be read: a descriptor; -1 if there is none, or with ERR_UNAVAILABLE. */
int session_file_view(const char *data_dir, const struct session *session, struct error *err);

/* How much of the file counts, to the end of a line: what its record says; less if a machine's death took
 * some of it. -1 with ERR_UNAVAILABLE. */
int64_t session_file_length(int fd, const struct session *session, struct error *err);

/* Adds the last whole lines of the first `len` bytes to `out`, of at most so many bytes. ERR_UNAVAILABLE. */
int session_file_tail(int fd, int64_t len, size_t most, struct buf *out, struct error *err);

/* Where the last lines of the first `len` bytes begin, so many of them; 0 if there are fewer. -1 with
 * ERR_UNAVAILABLE. */
int64_t session_file_last(int fd, int64_t len, int64_t lines, struct error *err);

/* Up to `room` bytes from `at` on: how many, or -1 with ERR_UNAVAILABLE. */
ssize_t session_file_read(int fd, int64_t at, char *bytes, size_t room, struct error *err);

/* Puts lines behind the first `at` bytes, and cuts off what was there; on the disk before it returns, if
 * `flush`. ERR_UNAVAILABLE, and then nothing counts that was not there before. */
int session_file_add(int fd, int64_t at, struct span lines, bool flush, struct error *err);

/* Removes it. Returns 0 also if there is none; -1 with ERR_UNAVAILABLE. */
int session_file_drop(const char *data_dir, uint64_t user, const unsigned char id[SESSION_ID],
                      struct error *err);

#endif
