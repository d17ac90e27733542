#ifndef DIALECTS_OPENAI_USAGE_H
#define DIALECTS_OPENAI_USAGE_H

#include "base/jsonwrite.h"
#include "dialects/dialect.h"

/* What OpenAI's two APIs say of the tokens that a prompt and an output consist of: the members behind each
 * total ("prompt_tokens_details" or "input_tokens_details", and the same of the output). */

/* Reads what is told; the rest of *usage stays as it is. */
void openai_read_input_details(const struct scan_want *details, struct usage *usage);
void openai_read_output_details(const struct scan_want *details, struct usage *usage);

/* Writes, into an open object, those of the counts that are not zero: sound and pictures. */
void openai_write_input_media(struct json_writer *w, const struct usage *usage);
void openai_write_output_media(struct json_writer *w, const struct usage *usage);

#endif
