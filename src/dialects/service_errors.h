#ifndef DIALECTS_SERVICE_ERRORS_H
#define DIALECTS_SERVICE_ERRORS_H

#include "dialects/dialect.h"

/* Services that are asked for other things than chat in languages of their own: what all of those have in
 * common is how they refuse. */
extern const struct chat_dialect service_cohere, service_ollama, service_voyage, service_jina;

#endif
