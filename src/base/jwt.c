/* JSON Web Tokens: made, taken apart, and checked. */
#include "base/jwt.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/jsonvalue.h"
#include "base/jsonwrite.h"
#include "base/secret.h"

#define DEPTH        32 /* claims are flat; issuers add objects of their own */
#define MEMBERS_MOST 32 /* of a header */
#define NUMBER_MOST  64 /* characters of a time */
#define TIME_MOST    253402300799.0

__attribute__((format(printf, 2, 3))) static int refuse(struct error *err, const char *format, ...) {
    char text[sizeof err->message];
    va_list args;
    bool first = err->kind == ERR_NONE;
    va_start(args, format);
    vsnprintf(text, sizeof text, format, args);
    va_end(args);
    error_set(err, ERR_AUTH, "%s", text);
    if (first)
        err->code = JWT_CODE;
    return -1;
}

/* ---- making ----------------------------------------------------------------------- */

static void add_encoded(struct buf *out, const void *bytes, size_t len) {
    size_t size = secret_base64url_length(len);
    char *room = buf_reserve(out, size);
    if (!room)
        return;
    secret_base64url(bytes, len, room);
    buf_commit(out, size - 1);
}

static void add_header(struct buf *out, const char *kid) {
    struct buf header;
    buf_init(&header, JWT_MOST);
    struct json_writer w = {.out = &header};
    json_open(&w, '{');
    json_member_text(&w, "alg", "HS256");
    json_member_text(&w, "typ", "JWT");
    json_member_text(&w, "kid", kid);
    json_close(&w, '}');
    out->overflow |= header.overflow;
    add_encoded(out, header.data, header.len);
    buf_free(&header);
}

int jwt_sign(struct span payload, const char *kid, const unsigned char key[32], struct arena *arena,
             const char **token, struct error *err) {
    unsigned char mac[SECRET_HS256] = {0};
    struct buf out;
    buf_init(&out, JWT_MOST + 1); /* base64 is written with a NUL behind it */
    add_header(&out, kid);
    buf_putc(&out, '.');
    add_encoded(&out, payload.at, payload.len);
    if (!out.overflow)
        secret_hs256(key, out.data, out.len, mac);
    buf_putc(&out, '.');
    add_encoded(&out, mac, sizeof mac);
    bool whole = !out.overflow && out.len <= JWT_MOST;
    if (whole)
        *token = arena_strndup(arena, out.data, out.len);
    buf_free(&out);
    return whole ? 0 : error_set(err, ERR_INTERNAL, "a token of more than %d bytes cannot be made", JWT_MOST);
}

/* ---- taking apart ------------------------------------------------------------------ */

enum { HEADER, PAYLOAD, SIGNATURE, PARTS };

/* Cuts at the first two dots; false if there are none. Behind them one is no base64url. */
static bool split(const char *token, size_t len, struct span parts[PARTS]) {
    for (int i = 0; i < PARTS; i++) {
        const char *end = i < SIGNATURE ? memchr(token, '.', len) : token + len;
        if (!end)
            return false;
        parts[i] = (struct span){token, (size_t)(end - token)};
        len -= parts[i].len + (i < SIGNATURE);
        token = end + 1;
    }
    return true;
}

static bool decode(struct span part, struct arena *arena, struct span *into) {
    char *bytes = arena_alloc(arena, part.len + 1);
    into->at = bytes;
    return secret_unbase64url(part.at, part.len, bytes, &into->len);
}

/* NULL if it holds a NUL. */
static const char *text_of(struct span string, struct arena *arena) {
    struct json value = {.text = string, .type = SCAN_STRING};
    const char *text = NULL;
    struct error ignored = {0};
    return value_name(&value, JWT_MOST, arena, &text, &ignored) == 0 ? text : NULL;
}

/* Whether each of the names is there once. They are compared as what they stand for. */
static bool are_unique(struct span object, struct arena *arena) {
    const char *names[MEMBERS_MOST];
    struct span rest = object, name, value;
    enum scan_type type;
    for (size_t count = 0; scan_next_member(&rest, &name, &value, &type); count++) {
        if (count == MEMBERS_MOST || !(names[count] = text_of(name, arena)))
            return false;
        for (size_t i = 0; i < count; i++)
            if (strcmp(names[i], names[count]) == 0)
                return false;
    }
    return true;
}

static int read_header(struct span header, struct arena *arena, struct jwt *jwt, struct error *err) {
    struct scan_want wants[] = {{.name = "alg"}, {.name = "kid"}, {.name = "typ"}, {.name = "crit"}};
    const char **const into[] = {&jwt->alg, &jwt->kid, &jwt->typ};
    struct error ignored = {0};
    if (scan_object(header, wants, sizeof wants / sizeof *wants, DEPTH, &ignored) < 0)
        return refuse(err, "The token's header is no JSON object.");
    if (!are_unique(header, arena))
        return refuse(err, "The token's header has a member twice, or too many.");
    if (wants[3].seen)
        return refuse(err, "The token demands an extension that the hub does not know.");
    for (size_t i = 0; i < sizeof into / sizeof *into; i++) {
        if (wants[i].seen && wants[i].type == SCAN_STRING)
            *into[i] = text_of(wants[i].value, arena);
        if (wants[i].seen && !*into[i])
            return refuse(err, "The token's header has a wrong \"%s\".", wants[i].name);
    }
    return jwt->alg ? 0 : refuse(err, "The token's header names no algorithm.");
}

int jwt_read(const char *token, struct arena *arena, struct jwt *jwt, struct error *err) {
    struct span parts[PARTS], header;
    struct error ignored = {0};
    size_t len = strnlen(token, JWT_MOST + 1);
    *jwt = (struct jwt){.alg = NULL};
    if (len > JWT_MOST)
        return refuse(err, "The token is longer than %d bytes.", JWT_MOST);
    if (!split(token, len, parts))
        return refuse(err, "The token has not the three parts of a signed token.");
    if (!decode(parts[HEADER], arena, &header) || !decode(parts[PAYLOAD], arena, &jwt->payload) ||
        !decode(parts[SIGNATURE], arena, &jwt->signature))
        return refuse(err, "The token is not base64url.");
    jwt->bytes = (struct span){token, (size_t)(parts[SIGNATURE].at - 1 - token)};
    if (read_header(header, arena, jwt, err) < 0)
        return -1;
    if (scan_object(jwt->payload, NULL, 0, DEPTH, &ignored) < 0)
        return refuse(err, "The token's payload is no JSON object.");
    return 0;
}

/* ---- checking ----------------------------------------------------------------------- */

bool jwt_verify_hs256(const struct jwt *jwt, const unsigned char key[32]) {
    unsigned char mac[SECRET_HS256];
    if (strcmp(jwt->alg, "HS256") != 0 || jwt->signature.len != sizeof mac)
        return false;
    secret_hs256(key, jwt->bytes.at, jwt->bytes.len, mac);
    return secret_same(mac, jwt->signature.at, sizeof mac);
}

bool jwt_verify_public(const struct jwt *jwt, const struct public_key *key) {
    return strcmp(jwt->alg, public_key_algorithm_name(public_key_algorithm(key))) == 0 &&
           public_key_verify(key, jwt->bytes, jwt->signature);
}

/* Reads a NumericDate of checked JSON; false if it is none that means anything. */
static bool read_time(const struct scan_want *claim, double *seconds) {
    char text[NUMBER_MOST + 1];
    if (claim->type != SCAN_NUMBER || claim->value.len > NUMBER_MOST || *claim->value.at == '-')
        return false;
    memcpy(text, claim->value.at, claim->value.len);
    text[claim->value.len] = '\0';
    *seconds = strtod(text, NULL);
    return *seconds <= TIME_MOST;
}

static bool is_one_of(struct span string, const char *const *texts) {
    return scan_listed(string, texts) != NULL;
}

static bool names_audience(const struct scan_want *claim, const char *const *audiences) {
    struct span rest = claim->value, value;
    enum scan_type type;
    bool found = false;
    if (claim->type == SCAN_STRING)
        return is_one_of(claim->value, audiences);
    if (claim->type != SCAN_ARRAY)
        return false;
    while (scan_next(&rest, &value, &type)) {
        if (type != SCAN_STRING)
            return false;
        found = found || is_one_of(value, audiences);
    }
    return found;
}

enum { EXP, NBF, IAT, ISS, AUD, CLAIMS };

static int check_times(const struct scan_want claims[CLAIMS], const struct jwt_rules *rules,
                       struct error *err) {
    double times[IAT + 1] = {0};
    for (int i = EXP; i <= IAT; i++)
        if (claims[i].seen && !read_time(&claims[i], &times[i]))
            return refuse(err, "The token's \"%s\" is no time.", claims[i].name);
    if (!claims[EXP].seen)
        return refuse(err, "The token does not say when it expires.");
    if (rules->now >= times[EXP] + rules->skew)
        return refuse(err, "The token has expired.");
    if (claims[NBF].seen && rules->now < times[NBF] - rules->skew)
        return refuse(err, "The token is not valid yet.");
    if (claims[IAT].seen && rules->now < times[IAT] - rules->skew)
        return refuse(err, "The token was issued in the future.");
    return 0;
}

int jwt_check_claims(struct span payload, const struct jwt_rules *rules, struct error *err) {
    struct scan_want claims[CLAIMS] = {[EXP] = {.name = "exp"},
                                       [NBF] = {.name = "nbf"},
                                       [IAT] = {.name = "iat"},
                                       [ISS] = {.name = "iss"},
                                       [AUD] = {.name = "aud"}};
    scan_members(payload, claims, CLAIMS);
    for (int i = 0; i < CLAIMS; i++)
        if (claims[i].seen > 1)
            return refuse(err, "The token has its \"%s\" twice.", claims[i].name);
    if (claims[ISS].type != SCAN_STRING || !scan_equals(claims[ISS].value, rules->issuer))
        return refuse(err, "The token is of another issuer.");
    if (!names_audience(&claims[AUD], rules->audiences))
        return refuse(err, "The token is for another audience.");
    return check_times(claims, rules, err);
}
