#ifndef CLI_DOCTOR_VERDICT_H
#define CLI_DOCTOR_VERDICT_H

#include "cli/doctor_advice.h"
#include "cli/doctor_probe.h"

/* From answers to what they mean. Asks nobody. */
enum doctor_state {
    DOCTOR_GOOD,
    DOCTOR_FOUND,
    DOCTOR_NOTE, /* found, but no fault: no file of the user's mends it, and chat does without */
    DOCTOR_UNTESTED,
};

struct doctor_verdict {
    enum doctor_state state;
    char seen[480]; /* one sentence for people */
};

/* Fills the verdict. */
void doctor_say(struct doctor_verdict *verdict, enum doctor_state state, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

/* Where the hub is, by its own account. "" for what it was not told. */
struct doctor_world {
    char version[32], server[128], root[512], script[256], file[512];
    enum { WORLD_CGI, WORLD_SPAWNED, WORLD_LISTENS } start;
};

/* Reads the answer of the probe "echo"; false if it is none. */
bool doctor_read_world(const struct doctor_answer *echo, struct doctor_world *world);

/* Where lines can be put, the place that more people can reach first. Returns how many, at least 1. */
enum { DOCTOR_PLACES_MAX = 2 };
size_t doctor_places(const struct doctor_world *world, enum doctor_place places[DOCTOR_PLACES_MAX]);

/* Another web server that answers in front of the one that runs the hub: its name, or NULL. */
const char *doctor_in_front(const struct doctor_world *world, const struct doctor_answer *echo);

/* echo, asked with a header: its value must have arrived whole. */
void doctor_judge_header(const struct doctor_answer *echo, const char *member, const char *value,
                         struct doctor_verdict *verdict);

/* echo, asked at a path: it must have arrived as sent. */
void doctor_judge_path(const struct doctor_answer *echo, const char *target, struct doctor_verdict *verdict);

/* echo, asked with a body. */
void doctor_judge_body(const struct doctor_answer *echo, size_t sent, struct doctor_verdict *verdict);

void doctor_judge_head(const struct doctor_answer *echo, struct doctor_verdict *verdict);

/* status, asked for that code. */
void doctor_judge_status(const struct doctor_answer *answer, int code, struct doctor_verdict *verdict);

/*
 * How long the events of the probe "stream" were held back: the time from its making
 * to its arrival of the slowest, less that of the fastest, in ms. *made is over which time they
 * were made, *whole whether the stream's end came. -1 if it is no such stream.
 */
int64_t doctor_held_back(const struct doctor_answer *stream, int64_t *made, bool *whole);

void doctor_judge_stream(const struct doctor_answer *stream, struct doctor_verdict *verdict);
void doctor_judge_long_stream(const struct doctor_answer *stream, int seconds,
                              struct doctor_verdict *verdict);
void doctor_judge_silence(const struct doctor_answer *answer, int seconds, struct doctor_verdict *verdict);

#endif
