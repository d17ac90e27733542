#ifndef DIALECTS_TRANSCRIBE_H
#define DIALECTS_TRANSCRIBE_H

#include "canon/transcript.h"
#include "dialects/task_dialect.h"

/* What the dialects of transcription have in common: OpenAI's form. */

/* The field of that name, which may be there once, and is no file; NULL: it is not there. -1: ERR_REQUEST. */
int transcribe_field(const struct form *form, const char *name, const struct form_part **field,
                     struct error *err);

/* The text of a field that is a name; NULL: it is not there. ERR_REQUEST. */
int transcribe_name(const struct task *task, const char *name, const char **into, struct error *err);

/* Reads all of it but the model, and what it can cost. ERR_REQUEST with the field. */
int transcribe_read(struct task *task, struct error *err);

#endif
