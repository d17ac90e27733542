#ifndef PROVIDER_REQUEST_LOG_H
#define PROVIDER_REQUEST_LOG_H

#include <stdint.h>
#include <stdio.h>

#include "http.h"

/*
 * Writes a request as a line of JSON; nothing if log is NULL. A form's `body` is a string with one character
 * for each byte, null beyond 1 MiB; besides, it has `length`, `sha256` and `parts`, if it can be read:
 * `name`, `filename`, `type` (or null), `length`, and `text` of up to 200 bytes in UTF-8, else `sha256`.
 */
void request_log(FILE *log, uint64_t serial, const struct http_request *request);

#endif
