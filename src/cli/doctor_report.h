#ifndef CLI_DOCTOR_REPORT_H
#define CLI_DOCTOR_REPORT_H

#include "cli/doctor_verdict.h"

/* What the doctor says, as it goes: for people, or one JSON object for each check. */
struct doctor_value {
    const char *name; /* as it stands in advice, "@BASE@" */
    const char *text;
};

struct doctor_report {
    bool json;
    int found;
    enum doctor_place places[DOCTOR_PLACES_MAX];
    size_t place_count;
    const struct doctor_value *values; /* the last one has no name */
};

/* The place on the web at which files are to be had that should not; "": all of the site. */
#define DOCTOR_PUBLIC "@PUBLIC@"

/* A text of the advice with its values in it; to be freed. */
char *doctor_fill(const char *text, const struct doctor_value *values);

void doctor_report(struct doctor_report *report, enum doctor_finding finding,
                   const struct doctor_verdict *verdict);

/* Something that is not a finding, but good to know. `lines` may be NULL. */
void doctor_report_hint(struct doctor_report *report, const char *text, const char *lines);

#endif
