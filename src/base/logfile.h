#ifndef BASE_LOGFILE_H
#define BASE_LOGFILE_H

#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>
#include <unistd.h>

/* When a file is put aside as PATH.1 (the one before becomes PATH.2 ...), and when it goes. */
struct logfile_rules {
    int64_t max_bytes; /* put aside when it is larger; 0: never */
    int keep;          /* files put aside that are kept */
    int days;          /* put aside when a day old, removed when so many days old; 0: no such limit */
};

/* A file that several processes append to. Its descriptor stays the same once there is one, so that no
 * thread writes to a closed one. */
struct logfile {
    _Atomic int fd;
    char path[1024];
    dev_t device; /* of what is open */
    ino_t inode;
    int64_t next_sweep; /* monotonic ms */
};

#define LOGFILE_STDERR                                                                                       \
    { .fd = STDERR_FILENO }

/* "-" is standard error, and so is what cannot be opened; "" is nothing. */
void logfile_open(struct logfile *file, const char *path);

/* 0 if logfile_open() could open that path, or why not, an errno. Makes no file. */
int logfile_try(const char *path);

/* One append. What cannot be written is lost: a log must not stop the hub. */
void logfile_write(struct logfile *file, const char *bytes, size_t len);

/* Opens the file anew if somebody moved it away, and applies the rules. */
void logfile_watch(struct logfile *file, const struct logfile_rules *rules);

#endif
