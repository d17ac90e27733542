/* The hub's own API: how an account begins, what it is, and its password. */
#include "endpoints/endpoints.h"
#include "endpoints/login.h"
#include "front/fields.h"

#define ANSWER_MAX 16384 /* a user and a key: names and numbers, all of them short */

/* ---- how it begins ------------------------------------------------------------------- */

int endpoint_auth_register(struct exchange *x, struct error *err) {
    static const char *const fields[] = {"username", "password", "invitation", NULL};
    const char *values[3];
    if (fields_read(x, fields, values, err) < 0)
        return -1;
    return login_register(x, &(struct registering){values[0], values[1], values[2]},
                          (struct login_way){.status = 201, .with_user = true}, err);
}

/* ---- what it is ---------------------------------------------------------------------- */

int endpoint_auth_me(struct exchange *x, struct error *err) {
    struct caller caller;
    struct buf body;
    if (caller_check(x, &caller, err) < 0)
        return -1;
    buf_init(&body, ANSWER_MAX);
    struct json_writer w = {.out = &body};
    json_open(&w, '{');
    grant_write_user(&w, &caller.user);
    if (caller.key.id) {
        json_member_open(&w, "key", '{');
        json_member_int(&w, "id", (int64_t)caller.key.id);
        json_member_text(&w, "name", caller.key.name);
        json_close(&w, '}');
    }
    json_close(&w, '}');
    int rc = grant_reply(x, 200, &body, err);
    buf_free(&body);
    return rc;
}

/* ---- its password -------------------------------------------------------------------- */

int endpoint_auth_password(struct exchange *x, struct error *err) {
    static const char *const fields[] = {"old_password", "new_password", NULL};
    const char *values[2];
    struct credentials credentials;
    struct caller caller;
    if (caller_read(x, &credentials, err) < 0 || caller_find(x, &credentials, &caller, err) < 0 ||
        fields_read(x, fields, values, err) < 0 ||
        login_change_password(x, &credentials, &caller, values, fields, err) < 0)
        return -1;
    return grant_say(x, "The password is changed, and all other logins have ended.", err);
}
