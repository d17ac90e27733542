/* The doctor's findings as text and as JSON. */
#include "cli/doctor_report.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "cli/output.h"

#define WIDTH     100
#define INDENT    8
#define TEXT_MOST 16384

char *doctor_fill(const char *text, const struct doctor_value *values) {
    struct buf out;
    buf_init(&out, TEXT_MOST);
    while (*text) {
        const struct doctor_value *value = values;
        while (value->name && strncmp(text, value->name, strlen(value->name)) != 0)
            value++;
        if (value->name) {
            buf_puts(&out, value->text);
            text += strlen(value->name);
        } else {
            buf_putc(&out, *text++);
        }
    }
    buf_puts(&out, "");
    return out.data;
}

static char *fill(const struct doctor_report *report, const char *text) {
    return text ? doctor_fill(text, report->values) : NULL;
}

/* Lines that shut a place on the web are given where they can mean nothing else: not for all of the site, nor
 * for a name that a pattern or an encoding reads in another way. */
static char *fill_lines(const struct doctor_report *report, const char *lines) {
    static const char plain[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789/_-~";
    if (lines && strstr(lines, DOCTOR_PUBLIC)) {
        char *place = doctor_fill(DOCTOR_PUBLIC, report->values);
        bool safe = *place && place[strspn(place, plain)] == '\0';
        free(place);
        if (!safe)
            return NULL;
    }
    return fill(report, lines);
}

/* ---- for people ---------------------------------------------------------------- */

/* Words after a label, broken into lines that are indented alike. */
static void print_words(const char *label, const char *text) {
    int column = printf("%*s%-7s", INDENT, "", label), start = column;
    while (*text) {
        int len = (int)strcspn(text, " ");
        if (column > start && column + 1 + len > WIDTH)
            column = printf("\n%*s", start, "") - 1;
        else if (column > start)
            column += printf(" ");
        column += printf("%.*s", len, text);
        text += len + (text[len] == ' ');
    }
    putchar('\n');
}

static void print_lines(const char *lines) {
    while (*lines) {
        int len = (int)strcspn(lines, "\n");
        printf("%*s%.*s\n", INDENT + 11, "", len, lines);
        lines += len + (lines[len] == '\n');
    }
}

static void print_advice(const struct doctor_report *report, enum doctor_finding finding,
                         enum doctor_place place) {
    const struct doctor_advice *advice = doctor_advice(finding, place);
    char *lines = fill_lines(report, advice->lines), *note = fill(report, advice->note);
    if (lines) {
        print_words("Mend:", doctor_place(place)->where);
        print_lines(lines);
    }
    if (note)
        print_words(lines ? "" : "Mend:", note);
    free(lines);
    free(note);
}

static bool is_bad(const struct doctor_verdict *verdict) {
    return verdict->state == DOCTOR_FOUND || verdict->state == DOCTOR_NOTE;
}

static void print(const struct doctor_report *report, enum doctor_finding finding,
                  const struct doctor_verdict *verdict) {
    const struct doctor_text *text = doctor_text(finding);
    if (!is_bad(verdict)) {
        printf("%-6s  %s", verdict->state == DOCTOR_GOOD ? "ok" : "-", text->good);
        puts(verdict->state == DOCTOR_GOOD ? "" : "?");
        if (verdict->state != DOCTOR_GOOD)
            print_words("", verdict->seen);
        return;
    }
    printf("%-6s  %s\n", verdict->state == DOCTOR_FOUND ? "FOUND" : "note", text->title);
    print_words("Seen:", verdict->seen);
    print_words("Means:", text->meaning);
    if (doctor_advice(finding, PLACE_HOST))
        print_advice(report, finding, PLACE_HOST);
    else
        for (size_t i = 0; i < report->place_count; i++)
            print_advice(report, finding, report->places[i]);
}

/* ---- for programs ---------------------------------------------------------------- */

static json_t *line_list(const char *lines) {
    json_t *list = json_array();
    while (lines && *lines) {
        size_t len = strcspn(lines, "\n");
        json_array_append_new(list, json_stringn(lines, len));
        lines += len + (lines[len] == '\n');
    }
    return list;
}

static json_t *advice_object(const struct doctor_report *report, enum doctor_finding finding,
                             enum doctor_place place) {
    const struct doctor_advice *advice = doctor_advice(finding, place);
    char *lines = fill_lines(report, advice->lines), *note = fill(report, advice->note);
    json_t *object =
        json_pack("{s:s, s:s, s:o, s:o}", "place", doctor_place(place)->name, "where",
                  doctor_place(place)->where, "lines", line_list(lines), "note", output_text(note));
    free(lines);
    free(note);
    return object;
}

static void print_object(const struct doctor_report *report, enum doctor_finding finding,
                         const struct doctor_verdict *verdict) {
    static const char *const states[] = {[DOCTOR_GOOD] = "ok",
                                         [DOCTOR_FOUND] = "found",
                                         [DOCTOR_NOTE] = "note",
                                         [DOCTOR_UNTESTED] = "untested"};
    const struct doctor_text *text = doctor_text(finding);
    bool found = is_bad(verdict);
    json_t *mend = json_array();
    if (found && doctor_advice(finding, PLACE_HOST))
        json_array_append_new(mend, advice_object(report, finding, PLACE_HOST));
    else if (found)
        for (size_t i = 0; i < report->place_count; i++)
            json_array_append_new(mend, advice_object(report, finding, report->places[i]));
    output_object(true, json_pack("{s:s, s:s, s:s, s:o, s:o, s:o}", "check", text->name, "state",
                                  states[verdict->state], "title", found ? text->title : text->good, "seen",
                                  output_text(verdict->seen), "means",
                                  found ? output_text(text->meaning) : json_null(), "mend", mend));
}

/* Only the host's administrator could mend it, and nobody who chats needs that. */
static bool is_note(const struct doctor_report *report, enum doctor_finding finding) {
    return doctor_spares_chat(finding) && report->place_count > 1 &&
           !doctor_advice(finding, report->places[0])->lines;
}

void doctor_report(struct doctor_report *report, enum doctor_finding finding,
                   const struct doctor_verdict *verdict) {
    struct doctor_verdict weighed = *verdict;
    if (weighed.state == DOCTOR_FOUND && is_note(report, finding))
        weighed.state = DOCTOR_NOTE;
    report->found += weighed.state == DOCTOR_FOUND;
    if (report->json)
        print_object(report, finding, &weighed);
    else
        print(report, finding, &weighed);
    fflush(stdout); /* the next check may take its time */
}

void doctor_report_hint(struct doctor_report *report, const char *text, const char *lines) {
    if (report->json) {
        output_object(true,
                      json_pack("{s:s, s:s, s:o}", "check", "hint", "hint", text, "lines", line_list(lines)));
        return;
    }
    puts("");
    print_words("Hint:", text);
    if (lines)
        print_lines(lines);
}
