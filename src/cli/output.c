/* Prints JSON objects as JSON or as text for people. Knows no command. */
#include "cli/output.h"

#include <ctype.h>
#include <stdio.h>
#include <string.h>

#include "base/buf.h"
#include "base/clock.h"
#include "base/tame.h"

#define CELL_MAX   4096
#define COLUMN_GAP "  "

json_t *output_text(const char *text) {
    if (!text || !*text)
        return json_null();
    json_t *string = json_string(text);
    if (string)
        return string;
    struct buf quoted;
    buf_init(&quoted, 8 * strlen(text) + 2);
    buf_quote(&quoted, text, strlen(text));
    string = json_loadb(quoted.data, quoted.len, JSON_DECODE_ANY, NULL);
    buf_free(&quoted);
    return string;
}

json_t *output_known(int64_t number) {
    return number ? json_integer(number) : json_null();
}

json_t *output_money(nanos amount) {
    char text[MONEY_TEXT];
    return json_string(money_write(amount, text));
}

json_t *output_time(int64_t seconds) {
    char text[CLOCK_TEXT];
    return output_text(clock_write(seconds, text));
}

static void print_json(const json_t *value) {
    json_dumpf(value, stdout, JSON_COMPACT);
    putchar('\n');
}

/* ---- text ----------------------------------------------------------------- */

/* Names of models come from clients. */
static void add_tame(struct buf *out, const char *text) {
    size_t start = out->len;
    buf_puts(out, text);
    tame(out->data + start, out->len - start);
}

static void add_value(struct buf *cell, const json_t *value) {
    size_t i;
    json_t *element;
    if (json_is_string(value))
        add_tame(cell, json_string_value(value));
    else if (json_is_integer(value))
        buf_printf(cell, "%" JSON_INTEGER_FORMAT, json_integer_value(value));
    else if (json_is_boolean(value))
        buf_puts(cell, json_is_true(value) ? "yes" : "no");
    else if (!json_is_array(value) || json_array_size(value) == 0)
        buf_puts(cell, "-");
    else
        json_array_foreach(value, i, element) {
            buf_puts(cell, i ? " " : "");
            add_value(cell, element);
        }
}

/* The text of a value, valid until the next call with that buffer. */
static const char *write_cell(struct buf *cell, const json_t *value) {
    buf_clear(cell);
    add_value(cell, value);
    return cell->data;
}

/* Columns that a terminal needs: characters, not bytes. */
static int width_of(const char *text) {
    int width = 0;
    for (; *text; text++)
        width += ((unsigned char)*text & 0xc0) != 0x80;
    return width;
}

static bool is_number(const char *text) {
    return text[strspn(text, "-.0123456789")] == '\0';
}

struct column {
    const char *name;
    int len, width;
    bool numbers; /* nothing else stands in it: aligned to the right */
};

enum { COLUMNS_MAX = 32 };

static size_t split_columns(const char *names, struct column columns[COLUMNS_MAX]) {
    size_t count = 0;
    while (*names && count < COLUMNS_MAX) {
        int len = (int)strcspn(names, " ");
        columns[count++] = (struct column){names, len, len, true};
        names += len + (names[len] == ' ');
    }
    return count;
}

static const char *write_column(struct buf *cell, const struct column *column, const json_t *row) {
    char name[32];
    snprintf(name, sizeof name, "%.*s", (int)strcspn(column->name, ": "), column->name);
    return write_cell(cell, json_object_get(row, name));
}

static const char *write_heading(struct buf *cell, const struct column *column) {
    buf_clear(cell);
    for (int i = 0; i < column->len; i++)
        buf_putc(cell, column->name[i] == ':' ? ' ' : (char)toupper((unsigned char)column->name[i]));
    return cell->data;
}

static void print_cell(const struct column *column, const char *text, bool last) {
    int blanks = column->width - width_of(text);
    if (column->numbers)
        printf("%*s%s", blanks, "", text);
    else
        printf("%s%*s", text, last ? 0 : blanks, "");
    fputs(last ? "\n" : COLUMN_GAP, stdout);
}

static void print_table(const struct output_list *list) {
    struct column columns[COLUMNS_MAX];
    size_t count = split_columns(list->columns, columns), i;
    json_t *row;
    struct buf cell;
    buf_init(&cell, CELL_MAX);
    json_array_foreach(list->rows, i, row) for (size_t c = 0; c < count; c++) {
        const char *text = write_column(&cell, &columns[c], row);
        int width = width_of(text);
        columns[c].width = width > columns[c].width ? width : columns[c].width;
        columns[c].numbers &= is_number(text);
    }
    for (size_t c = 0; c < count; c++)
        print_cell(&columns[c], write_heading(&cell, &columns[c]), c == count - 1);
    json_array_foreach(list->rows, i, row) for (size_t c = 0; c < count; c++)
        print_cell(&columns[c], write_column(&cell, &columns[c], row), c == count - 1);
    buf_free(&cell);
}

/* ---- lists and objects ------------------------------------------------------ */

void output_list_begin(struct output_list *list, bool json, const char *columns) {
    *list = (struct output_list){.json = json, .columns = columns, .rows = json_array()};
}

void output_list_add(struct output_list *list, json_t *row) {
    if (!list->json) {
        json_array_append_new(list->rows, row);
        return;
    }
    print_json(row);
    json_decref(row);
}

void output_list_end(struct output_list *list) {
    if (!list->json)
        print_table(list);
    json_decref(list->rows);
}

static void print_members(json_t *object) {
    int width = 0;
    const char *key;
    json_t *value, *element;
    size_t i;
    struct buf cell;
    buf_init(&cell, CELL_MAX);
    json_object_foreach(object, key, value) width = (int)strlen(key) > width ? (int)strlen(key) : width;
    json_object_foreach(object, key, value) {
        if (!json_is_array(value))
            printf("%-*s" COLUMN_GAP "%s\n", width, key, write_cell(&cell, value));
        json_array_foreach(value, i, element)
            printf("%-*s" COLUMN_GAP "%s\n", width, key, write_cell(&cell, element));
    }
    buf_free(&cell);
}

void output_object(bool json, json_t *object) {
    if (json)
        print_json(object);
    else
        print_members(object);
    json_decref(object);
}
