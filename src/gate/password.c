/* The passwords of users: which will do, made and verified, a few at a time. */
#include "gate/password.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "base/buf.h"
#include "base/filelock.h"

#define PATH_SIZE 4096
#define WAIT_MS   5000

/* Of no password, with the same passes and memory as all others. */
static const char nobodys[] = "$argon2id$v=19$m=19456,t=2,p=1$YWlodWIuYWlodWIuYWlodQ"
                              "$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

static int refuse(struct error *err, const char *why) {
    return error_param(err, ERR_REQUEST, "password", "%s", why);
}

/* Those of ASCII, DEL, and U+0080 to U+009F. */
static bool is_control(const unsigned char *at, size_t len) {
    return len == 1 ? *at < 0x20 || *at == 0x7f : *at == 0xc2 && at[1] < 0xa0;
}

static bool has_form_of_key(struct span password) {
    char text[SECRET_KEY_TEXT];
    if (password.len != sizeof text - 1)
        return false;
    memcpy(text, password.at, password.len);
    text[password.len] = '\0';
    return secret_is_key(text);
}

int password_check(struct span password, struct error *err) {
    const unsigned char *at = (const unsigned char *)password.at, *end = at + password.len;
    if (password.len < PASSWORD_LEAST)
        return refuse(err, "a password has at least 8 bytes");
    if (password.len > PASSWORD_MOST)
        return refuse(err, "a password has at most 256 bytes");
    if (has_form_of_key(password))
        return refuse(err, "a password does not look like an API key, for it would be taken for one");
    for (size_t len; at < end; at += len) {
        len = buf_utf8_length(at, (size_t)(end - at));
        if (len == 0)
            return refuse(err, "a password is text in UTF-8");
        if (is_control(at, len))
            return refuse(err, "a password has no control characters");
    }
    return 0;
}

static int busy(struct error *err, const char *why) {
    if (err->kind != ERR_NONE)
        return -1;
    error_set(err, ERR_UNAVAILABLE, "%s", why);
    err->retry_after = 1;
    return -1;
}

/* Returns a descriptor to be closed when the hashing is done. */
static int take_turn(const char *data_dir, struct error *err) {
    char path[PATH_SIZE];
    snprintf(path, sizeof path, "%s/password.lock", data_dir);
    int fd = filelock_take(path, PASSWORD_AT_ONCE, WAIT_MS);
    if (fd >= 0)
        return fd;
    if (errno == EAGAIN)
        return busy(err, "Too many users log in at the same time.");
    return error_set(err, ERR_UNAVAILABLE, "%s cannot be locked: %s", path, strerror(errno));
}

int password_make(const char *data_dir, struct span password, char stored[SECRET_PASSWORD],
                  struct error *err) {
    if (password_check(password, err) < 0)
        return -1;
    int turn = take_turn(data_dir, err);
    if (turn < 0)
        return -1;
    bool made = secret_password(password.at, password.len, stored);
    close(turn);
    return made ? 0 : busy(err, "There is no memory to hash the password.");
}

static int wrong(struct error *err) {
    if (err->kind != ERR_NONE)
        return -1;
    error_set(err, ERR_AUTH, "The name or the password is wrong.");
    err->code = "invalid_credentials";
    return -1;
}

int password_verify(const char *data_dir, struct span password, const char *stored, struct error *err) {
    /* Nobody has such a long one; that tells nothing about the user. */
    if (password.len > PASSWORD_MOST)
        return wrong(err);
    int turn = take_turn(data_dir, err);
    if (turn < 0)
        return -1;
    enum secret_fit fit = secret_password_fits(stored ? stored : nobodys, password.at, password.len);
    close(turn);
    if (fit == SECRET_NO_MEMORY)
        return busy(err, "There is no memory to verify the password.");
    if (fit == SECRET_DAMAGED)
        return error_set(err, ERR_INTERNAL, "what is stored of the password is damaged");
    return fit == SECRET_FITS && stored ? 0 : wrong(err);
}
