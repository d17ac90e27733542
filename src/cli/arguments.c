/* The words of the command line, read by the usage text of the command. Knows no command. */
#include "cli/arguments.h"

#include <assert.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "base/mem.h"

void arguments_free(struct arguments *args) {
    for (size_t i = 0; i < args->count; i++)
        free(args->list[i].values);
}

#define DAY 86400

void arguments_learn(struct arguments *args, const char *usage) {
    while (*usage) {
        assert(args->count < ARGUMENTS_MAX);
        struct argument *argument = &args->list[args->count++];
        bool optional = *usage == '[';
        usage += optional;
        size_t len = strcspn(usage, " ].");
        bool option = *usage == '-', takes_value = option && usage[len] == ' ';
        const char *end = usage + strcspn(usage, " ");
        if (takes_value)
            end += 1 + strcspn(end + 1, " ");
        *argument = (struct argument){
            .name = usage,
            .len = len,
            .option = option,
            .takes_value = takes_value,
            .required = !optional,
            .repeats = end - usage > 3 && memcmp(end - 3, "...", 3) == 0,
        };
        usage = end + (*end == ' ');
    }
}

static struct argument *find(struct arguments *args, const char *name, size_t len) {
    for (size_t i = 0; i < args->count; i++) {
        struct argument *argument = &args->list[i];
        if (argument->len == len && memcmp(argument->name, name, len) == 0)
            return argument;
    }
    return NULL;
}

static bool is_option(const char *word) {
    return word[0] == '-' && word[1] != '\0' && !strchr(".0123456789", word[1]);
}

static void take(struct argument *argument, const char *value) {
    if (!argument->value)
        argument->value = value;
    if (!argument->repeats)
        return;
    argument->values = xrealloc(argument->values, (argument->value_count + 1) * sizeof *argument->values);
    argument->values[argument->value_count++] = value;
}

/* Reads the option at **words; leaves *words at its last word. */
static int read_option(struct arguments *args, char ***words, struct error *err) {
    const char *word = **words;
    size_t len = strcspn(word, "=");
    struct argument *option = find(args, word, len);
    if (!option)
        return error_set(err, ERR_REQUEST, "unknown option %.*s", (int)len, word);
    if (option->value && !option->repeats)
        return error_set(err, ERR_REQUEST, "%.*s is given twice", (int)len, word);
    if (!option->takes_value && word[len] == '=')
        return error_set(err, ERR_REQUEST, "%.*s takes no value", (int)len, word);
    if (!option->takes_value)
        take(option, "");
    else if (word[len] == '=')
        take(option, word + len + 1);
    else if ((*words)[1])
        take(option, *++*words);
    else
        return error_set(err, ERR_REQUEST, "%s needs a value", word);
    return 0;
}

int arguments_options(struct arguments *args, char ***words, struct error *err) {
    for (; **words && is_option(**words); ++*words)
        if (read_option(args, words, err) < 0)
            return -1;
    return 0;
}

static int read_word(struct arguments *args, const char *word, struct error *err) {
    for (size_t i = 0; i < args->count; i++) {
        struct argument *argument = &args->list[i];
        if (!argument->option && (!argument->value || argument->repeats)) {
            take(argument, word);
            return 0;
        }
    }
    return error_set(err, ERR_REQUEST, "surplus argument \"%s\"", word);
}

int arguments_words(struct arguments *args, char **words, struct error *err) {
    bool options = true;
    for (; *words; words++) {
        int rc = 0;
        if (options && strcmp(*words, "--") == 0)
            options = false;
        else if (options && is_option(*words))
            rc = read_option(args, &words, err);
        else
            rc = read_word(args, *words, err);
        if (rc < 0)
            return -1;
    }
    return 0;
}

int arguments_complete(const struct arguments *args, struct error *err) {
    for (size_t i = 0; i < args->count; i++) {
        const struct argument *argument = &args->list[i];
        if (argument->required && !argument->value)
            return error_set(err, ERR_REQUEST, "%.*s is missing", (int)argument->len, argument->name);
    }
    return 0;
}

static const struct argument *named(const struct arguments *args, const char *name) {
    for (size_t i = 0; i < args->count; i++) {
        const struct argument *argument = &args->list[i];
        if (strncmp(argument->name, name, argument->len) == 0 && name[argument->len] == '\0')
            return argument;
    }
    assert(!"the usage text names the argument");
    return NULL;
}

const char *arguments_value(const struct arguments *args, const char *name) {
    return named(args, name)->value;
}

size_t arguments_count(const struct arguments *args, const char *name) {
    return named(args, name)->value_count;
}

const char *arguments_at(const struct arguments *args, const char *name, size_t index) {
    return named(args, name)->values[index];
}

bool arguments_digits(const char *text, size_t len, int64_t low, int64_t *value) {
    int64_t sum = 0;
    for (size_t i = 0; i < len; i++)
        if (text[i] < '0' || text[i] > '9' || __builtin_mul_overflow(sum, 10, &sum) ||
            __builtin_add_overflow(sum, text[i] - '0', &sum))
            return false;
    *value = sum;
    return len > 0 && sum >= low;
}

int arguments_number(const struct arguments *args, const char *name, int64_t low, int64_t *value,
                     struct error *err) {
    const char *text = arguments_value(args, name);
    if (text && !arguments_digits(text, strlen(text), low, value))
        return error_set(err, ERR_REQUEST, "%s: \"%.40s\" is no whole number from %lld", name, text,
                         (long long)low);
    return 0;
}

int arguments_time(const struct arguments *args, const char *name, int64_t *value, struct error *err) {
    const char *text = arguments_value(args, name);
    if (text && clock_read(text, value) < 0)
        return error_set(err, ERR_REQUEST,
                         "%s: \"%.40s\" is no time such as 2026-11-21 or 2026-11-21T05:20:20Z", name, text);
    return 0;
}

int arguments_end(const struct arguments *args, const char *name, int64_t *value, struct error *err) {
    const char *text = arguments_value(args, name);
    if (arguments_time(args, name, value, err) < 0)
        return -1;
    if (text && clock_is_date(text))
        *value += DAY;
    return 0;
}

int arguments_money(const struct arguments *args, const char *name, nanos *value, struct error *err) {
    const char *text = arguments_value(args, name);
    if (!text)
        return 0;
    bool negative = *text == '-';
    if (money_read(text + negative, 9, value, err) < 0)
        return -1;
    if (negative)
        *value = -*value;
    return 0;
}

static int64_t seconds_of(char unit) {
    switch (unit) {
    case 's':
        return 1;
    case 'm':
        return 60;
    case 'h':
        return 3600;
    case 'd':
        return 86400;
    case 'w':
        return 7 * 86400;
    default:
        return 0;
    }
}

/* Reads "30d". */
static bool read_duration(const char *text, int64_t *seconds) {
    size_t len = strspn(text, "0123456789");
    int64_t count, unit = seconds_of(text[len]);
    return unit && text[len + 1] == '\0' && arguments_digits(text, len, 1, &count) &&
           !__builtin_mul_overflow(count, unit, seconds);
}

int arguments_until(const struct arguments *args, const char *name, int64_t *value, struct error *err) {
    const char *text = arguments_value(args, name);
    int64_t now = clock_wall_ms() / 1000, seconds;
    if (!text)
        return 0;
    if (strcmp(text, "never") == 0) {
        *value = 0;
        return 0;
    }
    if (read_duration(text, &seconds)) {
        if (__builtin_add_overflow(now, seconds, value))
            return error_set(err, ERR_REQUEST, "%s: \"%.40s\" is too long", name, text);
        return 0;
    }
    if (clock_read(text, value) < 0)
        return error_set(err, ERR_REQUEST,
                         "%s: \"%.40s\" is neither a time such as 2026-11-21 nor a duration such as 30d",
                         name, text);
    return *value > now ? 0 : error_set(err, ERR_REQUEST, "%s: \"%.40s\" has passed", name, text);
}

int arguments_text(const struct arguments *args, const char *name, char *text, size_t size,
                   struct error *err) {
    const char *value = arguments_value(args, name);
    if (value && strlen(value) >= size)
        return error_set(err, ERR_REQUEST, "%s: at most %zu characters", name, size - 1);
    if (value) {
        memset(text, 0, size);
        snprintf(text, size, "%s", value);
    }
    return 0;
}

int arguments_list(const struct arguments *args, const char *name, char *list, size_t size,
                   struct error *err) {
    if (arguments_text(args, name, list, size, err) < 0)
        return -1;
    for (char *c = list; arguments_value(args, name) && *c; c++)
        if (*c == ',')
            *c = ' ';
    return 0;
}
