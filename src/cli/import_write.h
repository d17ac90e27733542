#ifndef CLI_IMPORT_WRITE_H
#define CLI_IMPORT_WRITE_H

#include "base/buf.h"
#include "canon/catalog_file.h"

/* Writes the file of facts that canon/catalog_file.h reads. */
void import_write(const struct catalog_file *file, struct buf *out);

/* What facts say of a model that others did not, as a list for people: "input 2.5 -> 3, context 128000". */
void import_compare(const struct model_facts *before, const struct model_facts *after, struct buf *out);

#endif
