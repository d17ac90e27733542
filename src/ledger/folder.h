#ifndef LEDGER_FOLDER_H
#define LEDGER_FOLDER_H

#include <dirent.h>
#include <stdbool.h>

/*
 * Directories of the data directory whose files go, some of them at a time.
 */
struct folder_purge {
    int left; /* files that may still go */
    int why;  /* errno of the last one that could not, 0: all could */
};

/* NULL with errno. */
DIR *folder_open(int parent, const char *name);

/* The next entry that is not the directory itself or the one above; NULL: there are no more. */
const char *folder_next(DIR *dir);

/* Removes a directory and all that is in it, so many directories deep. What cannot be removed is passed over.
 * Returns whether it is gone; if it is not though files are left to go and all could, somebody made a new one
 * in it. */
bool folder_remove(int parent, const char *name, int depth, struct folder_purge *purge);

#endif
