#ifndef CLI_DOCTOR_REACH_H
#define CLI_DOCTOR_REACH_H

#include "cli/doctor_report.h"
#include "config.h"

/* Why the hub cannot be reached through the web server. */

/* Whether plain HTTP is spoken where the site's URL says https. */
bool doctor_speaks_plainly(struct doctor_site *site);

/*
 * Says why the probe "echo" was not answered by the hub, from that answer and by asking for what else is
 * there. Hints go to the report. Always returns -1 with ERR_UPSTREAM.
 */
int doctor_explain(struct doctor_site *site, const struct config *config, const struct doctor_answer *echo,
                   struct doctor_report *report, struct error *err);

/* The usual causes of a web server's own answer with that status, one a line; NULL: none are known. */
const char *doctor_causes(int status);

/* Whether an answer is the hub's own word that there is nothing at that path. */
bool doctor_is_unknown(const struct doctor_answer *answer);

#endif
