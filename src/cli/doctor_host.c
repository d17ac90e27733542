/* The data directory, as its host shows it. */
#include "cli/doctor_host.h"

#include <errno.h>
#include <pwd.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/vfs.h>
#include <unistd.h>

#include "base/disk_free.h"

#define FILE_MOST (1u << 20)
#define SPARE_MB  64 /* above the floor; the ballast and the log need some of it */

int doctor_host_owner(const struct config *config, struct error *err) {
    struct stat st;
    if (stat(config->data_dir, &st) < 0)
        return error_set(err, ERR_UPSTREAM, "%s: %s; the hub has not run yet with this configuration",
                         config->data_dir, strerror(errno));
    if (st.st_uid == geteuid())
        return 0;
    const struct passwd *owner = getpwuid(st.st_uid);
    return error_set(err, ERR_UPSTREAM, "%s belongs to %s: ask as that user, such as by sudo -u %s",
                     config->data_dir, owner ? owner->pw_name : "another user",
                     owner ? owner->pw_name : "...");
}

void doctor_host_mode(const struct config *config, struct doctor_verdict *verdict) {
    struct stat st;
    if (stat(config->data_dir, &st) < 0)
        doctor_say(verdict, DOCTOR_FOUND, "%s: %s.", config->data_dir, strerror(errno));
    else if (st.st_mode & 077)
        doctor_say(verdict, DOCTOR_FOUND, "%s has mode %03o.", config->data_dir,
                   (unsigned)(st.st_mode & 0777));
    else
        doctor_say(verdict, DOCTOR_GOOD, "%s has mode 700.", config->data_dir);
}

/* In a directory such as /tmp nobody can take away what belongs to others. */
static bool is_changeable(const char *path, struct doctor_verdict *verdict) {
    struct stat st;
    if (stat(path, &st) < 0 || !(st.st_mode & 022) || (S_ISDIR(st.st_mode) && (st.st_mode & S_ISVTX)))
        return false;
    doctor_say(verdict, DOCTOR_FOUND, "%s has mode %03o.", path, (unsigned)(st.st_mode & 0777));
    return true;
}

void doctor_host_config_mode(const struct config *config, struct doctor_verdict *verdict) {
    char directory[4096];
    snprintf(directory, sizeof directory, "%.*s/", (int)(strrchr(config->path, '/') - config->path),
             config->path);
    if (!is_changeable(config->path, verdict) && !is_changeable(directory, verdict))
        doctor_say(verdict, DOCTOR_GOOD, "%s can be written by its owner only.", config->path);
}

void doctor_host_key_mode(const struct config *config, char *open, size_t size,
                          struct doctor_verdict *verdict) {
    size_t len = 0;
    struct stat st;
    open[0] = '\0';
    doctor_say(verdict, DOCTOR_GOOD, "Only their owner has access.");
    for (size_t i = 0; i < config->providers; i++) {
        const char *path = config->provider[i].key_file;
        if (!path || stat(path, &st) < 0 || !(st.st_mode & 066))
            continue;
        if (len == 0)
            doctor_say(verdict, DOCTOR_FOUND, "%s has mode %03o.", path, (unsigned)(st.st_mode & 0777));
        if (len + strlen(path) + 2 < size)
            len += (size_t)snprintf(open + len, size - len, "%s%s", len ? " " : "", path);
    }
}

const char *doctor_network_disk(long type) {
    static const struct {
        unsigned type; /* statfs(2) */
        const char *name;
    } kinds[] = {
        {0x6969, "NFS"},      {0xff534d42, "CIFS"}, {0xfe534d42, "SMB"},   {0x517b, "SMB"},
        {0x5346414f, "AFS"},  {0x00c36400, "Ceph"}, {0x01021997, "9P"},    {0x0bd00bd0, "Lustre"},
        {0x47504653, "GPFS"}, {0x01161970, "GFS2"}, {0x7461636f, "OCFS2"}, {0x73757245, "Coda"},
    };
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        if (kinds[i].type == (unsigned)type)
            return kinds[i].name;
    return NULL;
}

void doctor_host_disk_kind(const struct config *config, struct doctor_verdict *verdict) {
    struct statfs fs;
    if (statfs(config->data_dir, &fs) < 0) {
        doctor_say(verdict, DOCTOR_UNTESTED, "The system does not say: %s.", strerror(errno));
        return;
    }
    const char *name = doctor_network_disk((long)fs.f_type);
    if (name)
        doctor_say(verdict, DOCTOR_FOUND, "%s is on %s.", config->data_dir, name);
    else
        doctor_say(verdict, DOCTOR_GOOD, "%s is on a local disk.", config->data_dir);
}

void doctor_host_room(const struct config *config, struct doctor_verdict *verdict) {
    long long left = disk_free_mb(config->data_dir);
    if (left < 0)
        doctor_say(verdict, DOCTOR_UNTESTED, "The system does not say how much.");
    else if (left < config->disk_floor_mb + SPARE_MB)
        doctor_say(verdict, DOCTOR_FOUND, "%lld MiB are free, and disk_floor_mb is %d.", left,
                   config->disk_floor_mb);
    else
        doctor_say(verdict, DOCTOR_GOOD, "%lld MiB are free.", left);
}

int doctor_host_read(const char *path, struct buf *file) {
    FILE *stream = fopen(path, "re");
    char part[4096];
    size_t got;
    if (!stream)
        return -1;
    buf_init(file, FILE_MOST);
    while ((got = fread(part, 1, sizeof part, stream)) > 0)
        buf_add(file, part, got);
    bool whole = !ferror(stream) && !file->overflow;
    fclose(stream);
    if (!whole)
        buf_free(file);
    return whole ? 0 : -1;
}

/* Whether a character stands for itself in a URL's path. */
static bool is_plain(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
           strchr("/-._~", c) != NULL;
}

/* The path behind its first `depth` segments; NULL if it has not so many. */
static const char *after(const char *text, size_t depth) {
    for (; depth > 0; depth--)
        if (!(text = strchr(text + 1, '/')))
            return NULL;
    return text;
}

bool doctor_file_address(const char *url, size_t depth, const char *path, size_t skip, char *address,
                         size_t size) {
    const char *host = strstr(url, "://") + 3, *begin = host + strcspn(host, "/");
    const char *end = depth ? after(begin, depth - 1) : begin, *rest = after(path, skip);
    if (!end || !rest || (depth > 0 && *end != '/'))
        return false;
    end += depth ? 1 + strcspn(end + 1, "/") : 0;
    size_t len = (size_t)snprintf(address, size, "%.*s", (int)(end - url), url);
    for (; *rest && len + 4 < size; rest++)
        len += (size_t)snprintf(address + len, size - len, is_plain(*rest) ? "%c" : "%%%02X",
                                (unsigned char)*rest);
    return true;
}
