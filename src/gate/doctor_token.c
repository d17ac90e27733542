/* The token that opens the hub's probes to `aihub doctor`, and to nobody else. */
#include "gate/doctor_token.h"

#include <errno.h>
#include <fcntl.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/clock.h"
#include "base/secret.h"

#define TOKEN_BYTES ((DOCTOR_TOKEN_TEXT - 1) / 2)
#define PATH_ROOM   4096
#define FILE_ROOM   128

static void file_path(const char *data_dir, const char *end, char path[PATH_ROOM]) {
    snprintf(path, PATH_ROOM, "%s/" DOCTOR_FILE "%s", data_dir, end);
}

static int unwritten(const char *path, struct error *err) {
    return error_set(err, ERR_UNAVAILABLE, "cannot write %s: %s", path, strerror(errno));
}

int doctor_token_issue(const char *data_dir, int seconds, char token[DOCTOR_TOKEN_TEXT], struct error *err) {
    char path[PATH_ROOM], part[PATH_ROOM], text[FILE_ROOM], hex[2 * SECRET_HASH + 1];
    unsigned char bytes[TOKEN_BYTES], hash[SECRET_HASH];
    secret_random(bytes, sizeof bytes);
    secret_hex(bytes, sizeof bytes, token);
    secret_hash(token, strlen(token), hash);
    secret_hex(hash, sizeof hash, hex);
    int len = snprintf(text, sizeof text, "%s %" PRId64 "\n", hex, clock_wall_ms() / 1000 + seconds);
    file_path(data_dir, "", path);
    file_path(data_dir, ".XXXXXX", part);
    int fd = mkostemp(part, O_CLOEXEC); /* with mode 0600 */
    if (fd < 0)
        return unwritten(part, err);
    bool written = write(fd, text, (size_t)len) == len;
    if ((close(fd) == 0 && written && rename(part, path) == 0))
        return 0;
    unwritten(path, err);
    unlink(part);
    return -1;
}

/* Reads the file; false if it is not there or not one of ours. */
static bool read_file(const char *data_dir, unsigned char hash[SECRET_HASH], int64_t *end) {
    char path[PATH_ROOM], text[FILE_ROOM];
    file_path(data_dir, "", path);
    int fd = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW);
    if (fd < 0)
        return false;
    ssize_t len = read(fd, text, sizeof text - 1);
    close(fd);
    if (len <= 2 * SECRET_HASH || text[2 * SECRET_HASH] != ' ')
        return false;
    text[len] = text[2 * SECRET_HASH] = '\0';
    *end = strtoll(text + 2 * SECRET_HASH + 1, NULL, 10);
    return secret_unhex(text, hash, SECRET_HASH);
}

static bool same_token(const char *token, const unsigned char hash[SECRET_HASH]) {
    unsigned char given[SECRET_HASH];
    secret_hash(token, strlen(token), given);
    return secret_same(given, hash, SECRET_HASH);
}

bool doctor_token_fits(const char *data_dir, const char *token) {
    unsigned char hash[SECRET_HASH];
    int64_t end;
    return read_file(data_dir, hash, &end) && same_token(token, hash) && clock_wall_ms() / 1000 < end;
}

void doctor_token_withdraw(const char *data_dir, const char *token) {
    char path[PATH_ROOM];
    unsigned char hash[SECRET_HASH];
    int64_t end;
    file_path(data_dir, "", path);
    if (read_file(data_dir, hash, &end) && same_token(token, hash))
        unlink(path);
}
