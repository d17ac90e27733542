/* What the answers to the doctor's probes mean. */
#include "cli/doctor_verdict.h"

#include <jansson.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/secret.h"

#define HELD_MS 1000 /* a busy machine or network delays events too, but not by that much */

void doctor_say(struct doctor_verdict *verdict, enum doctor_state state, const char *format, ...) {
    va_list args;
    verdict->state = state;
    va_start(args, format);
    vsnprintf(verdict->seen, sizeof verdict->seen, format, args);
    va_end(args);
}

/* Without a whole answer, or with another status than 200, the verdict is clear. Returns whether it is. */
static bool judge_failure(const struct doctor_answer *answer, struct doctor_verdict *verdict) {
    if (answer->status && answer->status != 200)
        doctor_say(verdict, DOCTOR_FOUND, "Status %d%s%s.", answer->status, *answer->location ? " to " : "",
                   answer->location);
    else if (answer->err.kind)
        doctor_say(verdict, DOCTOR_FOUND, "%s", answer->err.message);
    else
        return false;
    return true;
}

static json_t *parse(const struct doctor_answer *answer) {
    json_t *root = json_loadb(answer->body.data, answer->body.len, 0, NULL);
    if (json_is_object(root))
        return root;
    json_decref(root);
    return NULL;
}

static void copy_member(const json_t *root, const char *name, char *out, size_t size) {
    const char *text = json_string_value(json_object_get(root, name));
    doctor_copy(out, size, text ? text : "", text ? strlen(text) : 0);
}

/* ---- where the hub is ------------------------------------------------------------ */

bool doctor_read_world(const struct doctor_answer *echo, struct doctor_world *world) {
    char start[16];
    *world = (struct doctor_world){.start = WORLD_SPAWNED};
    json_t *root = echo->status == 200 && !echo->err.kind ? parse(echo) : NULL;
    copy_member(root, "aihub", world->version, sizeof world->version);
    copy_member(root, "server", world->server, sizeof world->server);
    copy_member(root, "root", world->root, sizeof world->root);
    copy_member(root, "script", world->script, sizeof world->script);
    copy_member(root, "file", world->file, sizeof world->file);
    copy_member(root, "start", start, sizeof start);
    json_decref(root);
    if (strcmp(start, "cgi") == 0)
        world->start = WORLD_CGI;
    else if (strcmp(start, "listens") == 0)
        world->start = WORLD_LISTENS;
    if (!*world->server)
        snprintf(world->server, sizeof world->server, "%s", echo->server);
    return *world->version != '\0';
}

static bool is_server(const char *software, const char *name) {
    return strncasecmp(software, name, strlen(name)) == 0;
}

static bool ends_in(const char *text, const char *end) {
    size_t len = strlen(text), n = strlen(end);
    return len >= n && strcmp(text + len - n, end) == 0;
}

static enum doctor_place apache_place(const struct doctor_world *world) {
    if (world->start == WORLD_CGI)
        return PLACE_APACHE_CGI;
    bool proxy = world->start == WORLD_LISTENS || is_server(world->file, "proxy:");
    return proxy ? PLACE_PROXY : PLACE_FCGID;
}

size_t doctor_places(const struct doctor_world *world, enum doctor_place places[DOCTOR_PLACES_MAX]) {
    size_t count = 0;
    if (is_server(world->server, "lighttpd")) {
        places[count++] = PLACE_LIGHTTPD;
    } else if (is_server(world->server, "nginx")) {
        places[count++] = PLACE_NGINX;
    } else if (is_server(world->server, "apache")) {
        enum doctor_place place = apache_place(world);
        if (place != PLACE_PROXY && (ends_in(world->script, ".fcgi") || ends_in(world->script, ".cgi")))
            places[count++] = place == PLACE_FCGID ? PLACE_FCGID_HTACCESS : PLACE_APACHE_CGI_HTACCESS;
        places[count++] = place;
    } else {
        places[count++] = PLACE_OTHER;
    }
    return count;
}

const char *doctor_in_front(const struct doctor_world *world, const struct doctor_answer *echo) {
    size_t len = strcspn(world->server, "/ ");
    if (!*echo->server || (strncasecmp(world->server, echo->server, len) == 0 &&
                           (echo->server[len] == '\0' || strchr("/ ", echo->server[len]))))
        return NULL;
    return echo->server;
}

/* ---- the way in -------------------------------------------------------------------- */

void doctor_judge_header(const struct doctor_answer *echo, const char *member, const char *value,
                         struct doctor_verdict *verdict) {
    unsigned char hash[SECRET_HASH];
    char wanted[2 * SECRET_HASH + 1], got[2 * SECRET_HASH + 1];
    if (judge_failure(echo, verdict))
        return;
    json_t *root = parse(echo);
    copy_member(root, member, got, sizeof got);
    json_decref(root);
    secret_hash(value, strlen(value), hash);
    secret_hex(hash, sizeof hash, wanted);
    if (strcmp(got, wanted) == 0)
        doctor_say(verdict, DOCTOR_GOOD, "%zu bytes arrived.", strlen(value));
    else
        doctor_say(verdict, DOCTOR_FOUND, *got ? "It arrived changed." : "It was sent and did not arrive.");
}

void doctor_judge_path(const struct doctor_answer *echo, const char *target, struct doctor_verdict *verdict) {
    char uri[512];
    if (judge_failure(echo, verdict))
        return;
    json_t *root = parse(echo);
    copy_member(root, "uri", uri, sizeof uri);
    json_decref(root);
    if (ends_in(uri, target))
        doctor_say(verdict, DOCTOR_GOOD, "%s arrived as it was sent.", target);
    else
        doctor_say(verdict, DOCTOR_FOUND, "%s arrived as %s.", target, *uri ? uri : "something else");
}

void doctor_judge_body(const struct doctor_answer *echo, size_t sent, struct doctor_verdict *verdict) {
    if (judge_failure(echo, verdict))
        return;
    json_t *root = parse(echo);
    json_t *body = json_object_get(root, "body");
    json_int_t got = json_is_integer(body) ? json_integer_value(body) : -1;
    json_decref(root);
    if (got >= 0 && (size_t)got == sent)
        doctor_say(verdict, DOCTOR_GOOD, "%zu bytes arrived.", sent);
    else
        doctor_say(verdict, DOCTOR_FOUND, "Of %zu bytes %lld arrived.", sent, (long long)(got < 0 ? 0 : got));
}

/* ---- the way out -------------------------------------------------------------------- */

void doctor_judge_head(const struct doctor_answer *echo, struct doctor_verdict *verdict) {
    if (!judge_failure(echo, verdict))
        doctor_say(verdict, DOCTOR_GOOD, "Status 200.");
}

/* What of such an answer is not as the hub sends it; NULL: nothing. */
static const char *changed_part(const struct doctor_answer *answer, int code) {
    json_t *root = parse(answer);
    const json_t *error = json_object_get(root, "error");
    bool same = json_integer_value(json_object_get(error, "code")) == code;
    json_decref(root);
    if (!same)
        return "its body";
    if (strcmp(answer->type, "application/json") != 0)
        return "Content-Type";
    if (strcmp(answer->retry_after, "7") != 0)
        return "Retry-After";
    return strcmp(answer->remaining, "41") != 0 ? "x-ratelimit-remaining-requests" : NULL;
}

void doctor_judge_status(const struct doctor_answer *answer, int code, struct doctor_verdict *verdict) {
    if (!answer->status) {
        doctor_say(verdict, DOCTOR_FOUND, "%d: %s", code, answer->err.message);
        return;
    }
    const char *part = changed_part(answer, code);
    if (answer->status != code)
        doctor_say(verdict, DOCTOR_FOUND, "An answer with status %d arrived with status %d.", code,
                   answer->status);
    else if (part)
        doctor_say(verdict, DOCTOR_FOUND, "Of an answer with status %d %s was lost or changed.", code, part);
    else
        doctor_say(verdict, DOCTOR_GOOD, "Status %d arrived with body and headers.", code);
}

/* ---- streams -------------------------------------------------------------------------- */

/* When the byte at that place of the body was there. */
static int64_t arrival(const struct doctor_answer *stream, size_t at) {
    size_t i = 0;
    while (i + 1 < stream->piece_count && stream->pieces[i].end <= at)
        i++;
    return stream->pieces[i].ms;
}

int64_t doctor_held_back(const struct doctor_answer *stream, int64_t *made, bool *whole) {
    static const char mark[] = "data: {\"ms\":", end[] = "data: [DONE]";
    const char *text = stream->body.len ? stream->body.data : "";
    int64_t least = INT64_MAX, most = INT64_MIN;
    *made = 0;
    *whole = strstr(text, end) != NULL;
    for (const char *at = text; (at = strstr(at, mark)) != NULL; at++) {
        const char *close = strstr(at, "\n\n");
        if (!close)
            break;
        *made = strtoll(at + sizeof mark - 1, NULL, 10);
        int64_t way = arrival(stream, (size_t)(close - text) + 1) - *made;
        least = way < least ? way : least;
        most = way > most ? way : most;
    }
    return most == INT64_MIN ? -1 : most - least;
}

void doctor_judge_stream(const struct doctor_answer *stream, struct doctor_verdict *verdict) {
    int64_t made;
    bool whole;
    int64_t held = doctor_held_back(stream, &made, &whole);
    if (held < 0 && judge_failure(stream, verdict))
        return;
    if (held < 0)
        doctor_say(verdict, DOCTOR_FOUND, "The answer was no stream of events.");
    else if (held > HELD_MS)
        doctor_say(
            verdict, DOCTOR_FOUND,
            "Of events that were sent one after the other over %.1f s the first ones came %.1f s late.",
            (double)made / 1000, (double)held / 1000);
    else if (!whole)
        doctor_say(verdict, DOCTOR_FOUND, "The stream broke off after %.1f s.", (double)made / 1000);
    else
        doctor_say(verdict, DOCTOR_GOOD, "No event came more than %.1f s late.", (double)held / 1000);
}

void doctor_judge_long_stream(const struct doctor_answer *stream, int seconds,
                              struct doctor_verdict *verdict) {
    int64_t made;
    bool whole;
    int64_t held = doctor_held_back(stream, &made, &whole);
    if (held < 0 && judge_failure(stream, verdict))
        return;
    if (whole)
        doctor_say(verdict, DOCTOR_GOOD, "A stream of %d s arrived whole.", seconds);
    else
        doctor_say(verdict, DOCTOR_FOUND, "A stream of %d s ended after %.0f s.", seconds,
                   (double)stream->took / 1000);
}

void doctor_judge_silence(const struct doctor_answer *answer, int seconds, struct doctor_verdict *verdict) {
    double took = (double)answer->took / 1000;
    if (answer->status && answer->status != 200)
        doctor_say(verdict, DOCTOR_FOUND,
                   "An answer that takes %d s was given up after %.0f s, with status %d.", seconds, took,
                   answer->status);
    else if (answer->err.kind)
        doctor_say(verdict, DOCTOR_FOUND, "An answer that takes %d s was given up after %.0f s: %s", seconds,
                   took, answer->err.message);
    else
        doctor_say(verdict, DOCTOR_GOOD, "An answer came after %d s of silence.", seconds);
}
