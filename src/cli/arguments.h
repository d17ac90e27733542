#ifndef CLI_ARGUMENTS_H
#define CLI_ARGUMENTS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/error.h"
#include "canon/price.h"

/*
 * Reads a command line by its usage text, as in "NAME [--credit USD]": what
 * people are told and what is accepted are one. In brackets stands what may be
 * left out; a name in capitals is a word, "--name" a flag, "--name VALUE" an
 * option with a value, which may also be given as "--name=value". What has "..."
 * behind it may be given several times: "ID...", "[--limit LIMIT]...".
 *
 * All functions that return int give 0, or -1 with ERR_REQUEST.
 */
#define ARGUMENTS_MAX 24

struct argument {
    const char *name; /* in the usage text */
    size_t len;
    bool option, takes_value, required, repeats;
    const char *value;   /* borrowed from the command line; NULL: not given; "" for a flag */
    const char **values; /* of one that repeats, all of them */
    size_t value_count;
};

struct arguments {
    struct argument list[ARGUMENTS_MAX];
    size_t count;
};

void arguments_free(struct arguments *args);

/* Adds what a usage text names; the text must stay. */
void arguments_learn(struct arguments *args, const char *usage);

/* Reads options up to the first other word; *words is moved on. The words end with NULL. */
int arguments_options(struct arguments *args, char ***words, struct error *err);

/* Reads all words: options anywhere, until "--". A negative number is no option. */
int arguments_words(struct arguments *args, char **words, struct error *err);

/* Whether everything that is required was given. */
int arguments_complete(const struct arguments *args, struct error *err);

/* The value of "NAME" or "--name", NULL if it was not given. */
const char *arguments_value(const struct arguments *args, const char *name);

/* The values of one that may be given several times, in their order: how many, and each by its index. */
size_t arguments_count(const struct arguments *args, const char *name);
const char *arguments_at(const struct arguments *args, const char *name, size_t index);

/* These read a value strictly; without one *value stays what it is. */
int arguments_number(const struct arguments *args, const char *name, int64_t low, int64_t *value,
                     struct error *err);
int arguments_time(const struct arguments *args, const char *name, int64_t *value, struct error *err);

/* The same as an end: a bare date means that whole day. */
int arguments_end(const struct arguments *args, const char *name, int64_t *value, struct error *err);

/* A time, or one that so many seconds, minutes, hours, days or weeks from now is: "90s", "30d". "never": 0.
 */
int arguments_until(const struct arguments *args, const char *name, int64_t *value, struct error *err);
int arguments_money(const struct arguments *args, const char *name, nanos *value, struct error *err);

/* Copies a value into `size` bytes; a list, whose commas become blanks. ERR_REQUEST if it is too long. */
int arguments_text(const struct arguments *args, const char *name, char *text, size_t size,
                   struct error *err);
int arguments_list(const struct arguments *args, const char *name, char *list, size_t size,
                   struct error *err);

/* Reads the first len characters as a whole number without sign. Returns false if they are none
 * or it is below `low`. */
bool arguments_digits(const char *text, size_t len, int64_t low, int64_t *value);

#endif
