#ifndef CLI_DOCTOR_HOST_H
#define CLI_DOCTOR_HOST_H

#include "cli/doctor_verdict.h"
#include "config.h"

/* What the doctor can see of the data directory without asking anybody. */

/* 0 if this user owns it, so that the hub and the ledger work as it; -1 with ERR_UPSTREAM and who should ask.
 */
int doctor_host_owner(const struct config *config, struct error *err);

void doctor_host_mode(const struct config *config, struct doctor_verdict *verdict);
/* Whether others can change the configuration: the file, or its directory. */
void doctor_host_config_mode(const struct config *config, struct doctor_verdict *verdict);

/* Whether others have access to the files with providers' keys; `open` becomes those, with blanks between
 * them, as far as they have room. */
void doctor_host_key_mode(const struct config *config, char *open, size_t size,
                          struct doctor_verdict *verdict);
void doctor_host_disk_kind(const struct config *config, struct doctor_verdict *verdict);
void doctor_host_room(const struct config *config, struct doctor_verdict *verdict);

/* Reads a whole file, to be freed if it returns 0. Returns -1 if it cannot be read or is longer than 1 MiB.
 */
int doctor_host_read(const char *path, struct buf *file);

/* The name of a network file system by the type that statfs(2) gives; NULL: it is not known to be one. */
const char *doctor_network_disk(long type);

/*
 * An address at which the web server would hand out a file if its directories
 * from the `skip`-th on lay where the URL has its first `depth` segments. False if the path or the
 * URL has not so many.
 */
bool doctor_file_address(const char *url, size_t depth, const char *path, size_t skip, char *address,
                         size_t size);

#endif
