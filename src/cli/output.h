#ifndef CLI_OUTPUT_H
#define CLI_OUTPUT_H

#include <jansson.h>
#include <stdbool.h>
#include <stdint.h>

#include "canon/price.h"

/*
 * What commands print. A command makes JSON objects; this prints them as they
 * are, one per line, or as text for people: a list as a table, an object as
 * lines of key and value. Texts are made fit for a terminal.
 */

/* Values of members: never NULL. */
json_t *output_text(const char *text); /* null for NULL and ""; invalid UTF-8 becomes U+FFFD */
json_t *output_known(int64_t number);  /* null for 0 */
json_t *output_money(nanos amount);    /* dollars, exact, therefore a string */
json_t *output_time(int64_t seconds);

struct output_list {
    bool json;
    const char *columns; /* members shown in the table, separated by blanks, each with ":unit" if it
                            has one; JSON shows all */
    json_t *rows;
};

void output_list_begin(struct output_list *list, bool json, const char *columns);

/* Takes the row. JSON is printed at once, a table at the end. */
void output_list_add(struct output_list *list, json_t *row);
void output_list_end(struct output_list *list);

/* Takes the object. An array in it becomes a line for each element. */
void output_object(bool json, json_t *object);

#endif
