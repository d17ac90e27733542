/*
 * Applications that connect: what the person sees and answers. The page asks for name and password each time
 * and sets no cookie, so that no other page can answer in a person's name.
 */
#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "base/clock.h"
#include "base/html.h"
#include "base/salted.h"
#include "endpoints/connect.h"
#include "endpoints/endpoints.h"
#include "endpoints/login.h"
#include "front/fields.h"
#include "gate/caller.h"

#define PAGE_MAX (64u << 10)

/* Made from htdocs/connect.html and htdocs/notice.html by the build. */
static const char connect_page[] =
#include "endpoints/connect_page.h"
    ;
static const char notice_page[] =
#include "endpoints/notice_page.h"
    ;

/* What the page is about. */
struct visit {
    struct connect_names names;
    struct connect connect;
    char application[NAME_TEXT];
};

static struct ledger *ledger_of(const struct exchange *x) {
    return hub_ledger(x->hub, x->config);
}

/* ---- pages ----------------------------------------------------------------------- */

/* No other page may frame it, and it loads nothing. */
static int send_page(struct exchange *x, int status, const char *page, const struct html_place *places,
                     struct error *err) {
    struct buf body;
    buf_init(&body, PAGE_MAX);
    html_fill(&body, page, places);
    int rc = body.overflow ? error_set(err, ERR_INTERNAL, "The page is too long.") : 0;
    if (rc == 0) {
        reply_begin(x->reply, status, "text/html; charset=utf-8");
        reply_header(x->reply, "Content-Security-Policy",
                     "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; base-uri 'none'; "
                     "frame-ancestors 'none'");
        reply_header(x->reply, "X-Frame-Options", "DENY");
        reply_header(x->reply, "X-Content-Type-Options", "nosniff");
        reply_header(x->reply, "Referrer-Policy", "no-referrer");
        reply_header(x->reply, "Cache-Control", "no-store");
        reply_header(x->reply, "x-request-id", exchange_id(x));
        rc = reply_finish(x->reply, body.data, body.len, err);
    }
    buf_free(&body);
    return rc;
}

static int send_notice(struct exchange *x, int status, const char *title, const char *text,
                       struct error *err) {
    return send_page(x, status, notice_page, (struct html_place[]){{"title", title}, {"text", text}, {0}},
                     err);
}

static int send_ended(struct exchange *x, struct error *err) {
    return send_notice(
        x, 404, "Nothing to connect",
        "No application waits here: its request has ended, or was answered already. Start again "
        "in the application.",
        err);
}

static int send_form(struct exchange *x, const struct visit *visit, const char *username,
                     const struct error *why, struct error *err) {
    const char *from = visit->connect.from;
    int64_t minutes = (clock_wall_ms() / 1000 - visit->connect.begun) / 60;
    const char *when = minutes < 1    ? "less than a minute ago"
                       : minutes == 1 ? "a minute ago"
                                      : arena_printf(x->arena, "%" PRId64 " minutes ago", minutes);
    struct html_place places[] = {
        {"application", visit->application},
        {"when", when},
        {"from", *from ? arena_printf(x->arena, ", from the address %s", from) : ""},
        {"error", why ? why->message : ""},
        {"username", username ? username : ""},
        {0},
    };
    return send_page(x, why ? why->status : 200, connect_page, places, err);
}

/* ---- who asks -------------------------------------------------------------------- */

/* What the application calls itself, as the name of a key can be. */
static void read_application(const struct exchange *x, char name[NAME_TEXT]) {
    const char *text = request_parameter(x->request, "appName");
    size_t len = 0, step;
    for (text = text ? text + strspn(text, " ") : ""; *text; text += step ? step : 1) {
        step = buf_utf8_length(text, strlen(text));
        bool plain = step > 1 || (step == 1 && !strchr("\"\\\x7f", *text) && (unsigned char)*text >= ' ');
        if (plain && len + step < NAME_TEXT) {
            memcpy(name + len, text, step);
            len += step;
        }
    }
    while (len > 0 && name[len - 1] == ' ')
        len--;
    name[len] = '\0';
    if (len == 0)
        snprintf(name, NAME_TEXT, "AIGNE");
}

/* The session in the page's address. 1; 0 if there is none that waits; -1. */
static int read_visit(struct exchange *x, struct visit *visit, struct error *err) {
    const char *token = request_parameter(x->request, "__token__");
    size_t len = token ? strlen(token) : 0;
    char secret[2 * CONNECT_SECRET];
    *visit = (struct visit){.connect.state = CONNECT_NONE};
    read_application(x, visit->application);
    if (len == 0 || len > sizeof secret - 1 || !secret_unbase64url(token, len, secret, &len))
        return 0;
    secret[len] = '\0';
    if (!connect_name(secret, &visit->names))
        return 0;
    if (ledger_connect_find(ledger_of(x), visit->names.id, &visit->connect, err) < 0)
        return -1;
    return visit->connect.state == CONNECT_WAITS;
}

int endpoint_connect_page(struct exchange *x, struct error *err) {
    struct visit visit;
    int found = read_visit(x, &visit, err);
    if (found <= 0)
        return found < 0 ? -1 : send_ended(x, err);
    return send_form(x, &visit, NULL, NULL, err);
}

/* ---- what the person answers ----------------------------------------------------- */

enum { NAME, PASSWORD, ANSWER, FIELDS };

/* A key of the person that only the program can read. */
static int grant_key(struct exchange *x, const struct visit *visit, const struct password_known *known,
                     const struct origin *origin, struct error *err) {
    unsigned char salt[SALTED_SALT];
    char text[SECRET_KEY_TEXT], phrase[SALTED_PHRASE];
    struct buf sealed;
    buf_init(&sealed, CONNECT_GIFT);
    secret_new_key(text);
    secret_random(salt, sizeof salt);
    int rc = !salted_phrase(visit->names.challenge, visit->names.key_id, phrase) ||
                     !salted_seal(text, phrase, salt, &sealed)
                 ? error_set(err, ERR_INTERNAL, "OpenSSL does not seal keys as AIGNE's clients read them.")
                 : 0;
    struct connect_grant grant = {
        .user = known->user,
        .round = known->round,
        .key_name = visit->application,
        .key_text = text,
        .gift = sealed.data,
        .gift_len = sealed.len,
        .origin = *origin,
    };
    if (rc == 0)
        rc = ledger_connect_grant(ledger_of(x), visit->names.id, &grant, err);
    buf_free(&sealed);
    return rc;
}

/* Passwords are asked for as at /auth/login, and attempts count there and here together. */
static int log_in_and_grant(struct exchange *x, const struct visit *visit, const char *const values[FIELDS],
                            struct error *err) {
    const char *name = values[NAME] ? values[NAME] : "", *password = values[PASSWORD] ? values[PASSWORD] : "";
    struct password_known known;
    struct origin origin;
    caller_origin(x, &origin);
    if (login_check(x, name, password, &origin, &known, err) < 0)
        return -1;
    x->trace.user = arena_strdup(x->arena, name);
    return grant_key(x, visit, &known, &origin, err);
}

/* Browsers say so of themselves; scripts of other pages cannot change it. */
static bool is_from_elsewhere(const struct exchange *x) {
    const char *site = request_header(x->request, "sec-fetch-site");
    return site && strcmp(site, "same-origin") != 0 && strcmp(site, "none") != 0;
}

/* What a person can mend is told on the page, the rest as any error of the hub. */
static int send_refusal(struct exchange *x, const struct visit *visit, const char *username,
                        const struct error *why, struct error *err) {
    bool over = why->kind == ERR_NOT_FOUND || (why->code && strcmp(why->code, "connect_granted") == 0);
    if (over)
        return send_ended(x, err);
    if (why->kind == ERR_AUTH || why->kind == ERR_LIMIT || why->kind == ERR_REQUEST ||
        why->kind == ERR_CONFLICT)
        return send_form(x, visit, username, why, err);
    *err = *why;
    return -1;
}

int endpoint_connect_answer(struct exchange *x, struct error *err) {
    static const char *const fields[] = {"username", "password", "answer", NULL};
    const char *values[FIELDS];
    struct error why = {0};
    struct visit visit;
    if (is_from_elsewhere(x))
        return send_notice(x, 403, "Not from here", "Another page tried to answer in your name.", err);
    int found = read_visit(x, &visit, err);
    if (found <= 0)
        return found < 0 ? -1 : send_ended(x, err);
    if (fields_read(x, fields, values, &why) < 0)
        return send_refusal(x, &visit, NULL, &why, err);
    if (!values[ANSWER] || (strcmp(values[ANSWER], "allow") != 0 && strcmp(values[ANSWER], "refuse") != 0)) {
        error_param(&why, ERR_REQUEST, "answer", "The answer must be to allow it or to refuse.");
        return send_refusal(x, &visit, values[NAME], &why, err);
    }
    if (strcmp(values[ANSWER], "refuse") == 0) {
        if (ledger_connect_end(ledger_of(x), visit.names.id, err) < 0)
            return -1;
        return send_notice(x, 200, "Refused", "The application gets no key. You can close this page.", err);
    }
    if (log_in_and_grant(x, &visit, values, &why) < 0)
        return send_refusal(x, &visit, values[NAME], &why, err);
    return send_notice(x, 200, "Connected",
                       "The application has a key of its own now. You can close this page and go back to it.",
                       err);
}
