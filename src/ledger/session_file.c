/* The messages of sessions, in files. */
#include "ledger/session_file.h"

#include <errno.h>
#include <fcntl.h>
#include <inttypes.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define PATH_SIZE 4096
#define LINE_STEP 4096

static int failed(const char *what, const char *path, struct error *err) {
    return error_set(err, ERR_UNAVAILABLE, "ledger: cannot %s %s: %s", what, path, strerror(errno));
}

/* Of what is open: nobody needs its name. */
static int failed_open(const char *what, struct error *err) {
    return failed(what, "a session's file", err);
}

static void write_path(const char *data_dir, uint64_t user, const unsigned char id[SESSION_ID],
                       char path[PATH_SIZE]) {
    char text[SESSION_ID_TEXT];
    snprintf(path, PATH_SIZE, "%s/sessions/%" PRIu64 "/%s", data_dir, user, session_id_write(id, text));
}

static int make_directories(const char *data_dir, uint64_t user, struct error *err) {
    char path[PATH_SIZE];
    snprintf(path, sizeof path, "%s/sessions", data_dir);
    if (mkdir(path, 0700) < 0 && errno != EEXIST)
        return failed("make", path, err);
    snprintf(path, sizeof path, "%s/sessions/%" PRIu64, data_dir, user);
    return mkdir(path, 0700) < 0 && errno != EEXIST ? failed("make", path, err) : 0;
}

int session_file_open(const char *data_dir, const struct session *session, struct error *err) {
    char path[PATH_SIZE];
    const int flags = O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW;
    write_path(data_dir, session->user, session->id, path);
    int fd = open(path, flags, 0600);
    if (fd < 0 && errno == ENOENT) {
        if (make_directories(data_dir, session->user, err) < 0)
            return -1;
        fd = open(path, flags, 0600);
    }
    return fd < 0 ? failed("open", path, err) : fd;
}

/* Two bytes of the file stand for the two places, whatever is in them. */
enum place { HOLDER, WAITER };

static bool set_lock(int fd, enum place place, short type) {
    struct flock lock = {.l_type = type, .l_whence = SEEK_SET, .l_start = place, .l_len = 1};
    return fcntl(fd, F_OFD_SETLK, &lock) == 0;
}

bool session_file_lock(int fd) {
    return set_lock(fd, HOLDER, F_WRLCK);
}

bool session_file_queue(int fd) {
    return set_lock(fd, WAITER, F_WRLCK);
}

void session_file_leave(int fd) {
    set_lock(fd, WAITER, F_UNLCK);
}

int session_file_view(const char *data_dir, const struct session *session, struct error *err) {
    char path[PATH_SIZE];
    write_path(data_dir, session->user, session->id, path);
    int fd = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW);
    if (fd < 0 && (errno != ENOENT || session->bytes > 0))
        failed("open", path, err);
    return fd;
}

ssize_t session_file_read(int fd, int64_t at, char *bytes, size_t room, struct error *err) {
    size_t got = 0;
    while (got < room) {
        ssize_t more = pread(fd, bytes + got, room - got, (off_t)at + (off_t)got);
        if (more < 0 && errno == EINTR)
            continue;
        if (more < 0)
            return failed_open("read", err);
        if (more == 0)
            break;
        got += (size_t)more;
    }
    return (ssize_t)got;
}

/* Where the last line ends of the first `len` bytes. */
static int64_t line_end(int fd, int64_t len, struct error *err) {
    char bytes[LINE_STEP];
    while (len > 0) {
        int64_t from = len > LINE_STEP ? len - LINE_STEP : 0;
        ssize_t got = session_file_read(fd, from, bytes, (size_t)(len - from), err);
        if (got < 0)
            return -1;
        const char *end = got > 0 ? memrchr(bytes, '\n', (size_t)got) : NULL;
        if (end)
            return from + (end - bytes) + 1;
        len = from;
    }
    return 0;
}

int64_t session_file_last(int fd, int64_t len, int64_t lines, struct error *err) {
    char bytes[LINE_STEP];
    while (len > 0) {
        int64_t from = len > LINE_STEP ? len - LINE_STEP : 0;
        ssize_t got = session_file_read(fd, from, bytes, (size_t)(len - from), err);
        if (got < 0)
            return -1;
        for (ssize_t i = got; i-- > 0;)
            if (bytes[i] == '\n' && lines-- == 0) /* the end of the line before them */
                return from + i + 1;
        len = from;
    }
    return 0;
}

int64_t session_file_length(int fd, const struct session *session, struct error *err) {
    struct stat stat;
    if (fstat(fd, &stat) < 0)
        return failed_open("look at", err);
    return line_end(fd, stat.st_size < session->bytes ? stat.st_size : session->bytes, err);
}

int session_file_tail(int fd, int64_t len, size_t most, struct buf *out, struct error *err) {
    int64_t from = len > (int64_t)most ? len - (int64_t)most : 0;
    char *room = len > from ? buf_reserve(out, (size_t)(len - from)) : NULL;
    if (!room)
        return len > from ? error_set(err, ERR_UNAVAILABLE, "The session's history is too long.") : 0;
    ssize_t got = session_file_read(fd, from, room, (size_t)(len - from), err);
    if (got < 0)
        return -1;
    if (got < len - from)
        return error_set(err, ERR_UNAVAILABLE, "ledger: a session's file became shorter");
    buf_commit(out, (size_t)got);
    const char *first = from > 0 ? memchr(room, '\n', (size_t)got) : NULL;
    if (from > 0) /* a line that began before is not whole */
        buf_consume(out, first ? (size_t)(first + 1 - room) : (size_t)got);
    return 0;
}

int session_file_add(int fd, int64_t at, struct span lines, bool flush, struct error *err) {
    size_t done = 0;
    if (ftruncate(fd, (off_t)at) < 0)
        return failed_open("shorten", err);
    while (done < lines.len) {
        ssize_t more = pwrite(fd, lines.at + done, lines.len - done, (off_t)at + (off_t)done);
        if (more < 0 && errno == EINTR)
            continue;
        if (more <= 0)
            return failed_open("write", err);
        done += (size_t)more;
    }
    return flush && fdatasync(fd) < 0 ? failed_open("flush", err) : 0;
}

int session_file_drop(const char *data_dir, uint64_t user, const unsigned char id[SESSION_ID],
                      struct error *err) {
    char path[PATH_SIZE];
    write_path(data_dir, user, id, path);
    return unlink(path) < 0 && errno != ENOENT ? failed("remove", path, err) : 0;
}
