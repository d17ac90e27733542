/* Entries as text for spreadsheets and programs. */
#include "endpoints/entry_lines.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "base/clock.h"
#include "base/jsonwrite.h"

static const struct {
    const char *name, *type;
} formats[] = {
    [ENTRY_CSV] = {"csv", "text/csv; charset=utf-8; header=present"},
    [ENTRY_JSONL] = {"jsonl", "application/jsonl"},
};
_Static_assert(sizeof formats / sizeof *formats == ENTRY_FORMAT__MAX, "a row for each format");

enum entry_format entry_format_find(const char *name) {
    enum entry_format format = 0;
    while (format < ENTRY_FORMAT__MAX && strcmp(formats[format].name, name) != 0)
        format++;
    return format;
}

const char *entry_format_type(enum entry_format format) {
    return formats[format].type;
}

/* ---- the two formats ---------------------------------------------------------------------------- */

static void put_quoted(struct buf *out, const char *text) {
    buf_putc(out, '"');
    for (; *text; text++) {
        if (*text == '"')
            buf_putc(out, '"');
        buf_putc(out, *text);
    }
    buf_putc(out, '"');
}

void entry_put_cell(struct buf *out, const char *text) {
    const char *defused = *text && strchr("=+-@\t\r\n", *text) ? "'" : "";
    char cell[2 + 2 * MODEL_TEXT];
    snprintf(cell, sizeof cell, "%s%s", defused, text);
    if (strpbrk(cell, ",\"\r\n"))
        put_quoted(out, cell);
    else
        buf_puts(out, cell);
}

/* A line being written: names of columns, cells or members, one after the other. */
struct line {
    enum { LINE_HEAD, LINE_CELLS, LINE_MEMBERS } kind;
    struct buf *out;
    struct json_writer w;
    bool more;
};

/* What stands before a value. Returns whether the value itself is wanted. */
static bool begin_value(struct line *line, const char *name) {
    if (line->kind == LINE_MEMBERS) {
        json_key(&line->w, name);
        return true;
    }
    if (line->more)
        buf_putc(line->out, ',');
    line->more = true;
    if (line->kind == LINE_HEAD)
        buf_puts(line->out, name);
    return line->kind == LINE_CELLS;
}

static void put_text(struct line *line, const char *name, const char *text) {
    if (!begin_value(line, name))
        return;
    if (line->kind == LINE_MEMBERS)
        json_put_text(&line->w, *text ? text : NULL);
    else
        entry_put_cell(line->out, text);
}

/* A number or word of ours: nothing in it can be taken for anything else. */
static void put_plain(struct line *line, const char *name, const char *plain) {
    if (!begin_value(line, name))
        return;
    if (line->kind == LINE_MEMBERS)
        json_put_raw(&line->w, plain);
    else
        buf_puts(line->out, plain);
}

static void put_int(struct line *line, const char *name, int64_t number) {
    char text[24];
    snprintf(text, sizeof text, "%" PRId64, number);
    put_plain(line, name, text);
}

static void put_bool(struct line *line, const char *name, bool value) {
    put_plain(line, name, value ? "true" : "false");
}

/* ---- the columns -------------------------------------------------------------------------------- */

static void put_entry(struct line *line, const struct entry *entry, const char *user, const char *key) {
    char id[CALL_ID_TEXT], time[CLOCK_TEXT], cost[MONEY_TEXT];
    put_text(line, "id", call_id_write(&entry->id, id));
    put_text(line, "time", clock_write(entry->admitted / 1000, time));
    put_text(line, "user", user);
    put_int(line, "key", (int64_t)entry->key);
    put_text(line, "key_name", key);
    put_text(line, "model", entry->model);
    put_text(line, "provider", entry->provider);
    put_text(line, "group", entry->group);
    put_text(line, "outcome", call_outcome_name(entry->outcome));
    put_int(line, "status", entry->status);
    put_bool(line, "stream", entry->stream);
    put_bool(line, "estimated", entry->estimated);
    put_bool(line, "over", entry->over);
    put_int(line, "prompt_tokens", entry->usage.prompt);
    put_int(line, "cache_read_tokens", entry->usage.cache_read);
    put_int(line, "cache_write_tokens", entry->usage.cache_write);
    put_int(line, "output_tokens", entry->usage.output);
    put_int(line, "reasoning_tokens", entry->usage.reasoning);
    put_plain(line, "cost", money_write(entry->cost, cost));
    put_int(line, "per_mille", entry->per_mille);
    put_int(line, "first_ms", entry->first);
    put_int(line, "ms", entry->duration);
    for (size_t i = USAGE_USUAL; i < USAGE_COUNTS; i++)
        put_int(line, usage_counts[i].column, usage_get(&entry->usage, i));
}

void entry_lines_begin(struct buf *out, enum entry_format format) {
    static const struct entry none;
    struct line line = {.kind = LINE_HEAD, .out = out};
    if (format != ENTRY_CSV)
        return;
    put_entry(&line, &none, "", "");
    buf_puts(out, "\r\n");
}

int entry_line(struct buf *out, enum entry_format format, const struct entry *entry,
               struct entry_names *names, struct error *err) {
    struct line line = {.kind = format == ENTRY_CSV ? LINE_CELLS : LINE_MEMBERS, .out = out, .w.out = out};
    const char *user = entry_user_name(names, entry->user, err);
    const char *key = user ? entry_key_name(names, entry->key, err) : NULL;
    if (!key)
        return -1;
    if (line.kind == LINE_MEMBERS)
        json_open(&line.w, '{');
    put_entry(&line, entry, user, key);
    if (line.kind == LINE_MEMBERS)
        json_close(&line.w, '}');
    buf_puts(out, line.kind == LINE_MEMBERS ? "\n" : "\r\n");
    return 0;
}

void entry_lines_break(struct buf *out, enum entry_format format, const char *why) {
    struct json_writer w = {.out = out};
    if (format == ENTRY_CSV) {
        put_quoted(out, "error: this is not all");
        buf_putc(out, ',');
        put_quoted(out, why);
        buf_puts(out, "\r\n");
        return;
    }
    json_open(&w, '{');
    json_member_open(&w, "error", '{');
    json_member_text(&w, "message", why);
    json_close(&w, '}');
    json_close(&w, '}');
    buf_puts(out, "\n");
}
