/* What there is of a user in files, and how it goes. */
#include "ledger/user_files.h"

#include <fcntl.h>
#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "ledger/folder.h"

#define PATH_SIZE 4096
#define DEPTH     2 /* directories below that of a user */

int user_files_erase(const char *data_dir, uint64_t user, int most, struct error *err) {
    static const char *const folders[] = {"sessions", "prompts"};
    struct folder_purge purge = {.left = most};
    bool gone = true;
    for (size_t i = 0; i < sizeof folders / sizeof *folders; i++) {
        char path[PATH_SIZE];
        snprintf(path, sizeof path, "%s/%s/%" PRIu64, data_dir, folders[i], user);
        gone &= folder_remove(AT_FDCWD, path, DEPTH, &purge);
    }
    if (purge.why && purge.left > 0)
        return error_set(err, ERR_UNAVAILABLE, "ledger: cannot remove files of user %" PRIu64 ": %s", user,
                         strerror(purge.why));
    return !gone;
}
