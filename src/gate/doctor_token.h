#ifndef GATE_DOCTOR_TOKEN_H
#define GATE_DOCTOR_TOKEN_H

#include <stdbool.h>

#include "base/error.h"

/*
 * The token of `aihub doctor`: whoever sends it in DOCTOR_HEADER can write in
 * the data directory. Its hash and its end stand in a file there, so it holds
 * for all processes of the hub, and for one doctor at a time.
 */
#define DOCTOR_HEADER     "x-aihub-doctor"
#define DOCTOR_FILE       "doctor" /* in the data directory */
#define DOCTOR_TOKEN_TEXT 65

/* Makes a token and puts its file in the place of an older one's. ERR_UNAVAILABLE. */
int doctor_token_issue(const char *data_dir, int seconds, char token[DOCTOR_TOKEN_TEXT], struct error *err);

/* Whether that is the token, and its time is not over. */
bool doctor_token_fits(const char *data_dir, const char *token);

/* Removes the file, unless it is another token's by now. */
void doctor_token_withdraw(const char *data_dir, const char *token);

#endif
