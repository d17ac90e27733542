/* A multipart/form-data request: its fields in memory, its files in a temporary one. */
#include "front/upload.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/types.h>
#include <unistd.h>

#include "base/buf.h"
#include "base/disk_free.h"
#include "base/log.h"
#include "front/multipart.h"

#define READ_STEP 16384
#define LOOK_STEP (1 << 20) /* bytes of files after which the disk is looked at again */

struct reading {
    struct upload *upload;
    const struct spool_rules *spool;
    int64_t looked;  /* up to this length of the spool the disk has room */
    struct buf text; /* of the field that is read */
    size_t fields;   /* bytes of those before it */
};

/* ---- the spool ---------------------------------------------------------------------------- */

/* For file systems that know no files without a name. */
static int open_and_unlink(const char *directory, struct arena *arena) {
    char *path = arena_printf(arena, "%s/upload.XXXXXX", directory);
    int fd = mkostemp(path, O_CLOEXEC); /* with mode 0600 */
    if (fd >= 0)
        unlink(path);
    return fd;
}

static int open_spool(const char *directory, struct arena *arena) {
#ifdef O_TMPFILE
    int fd = open(directory, O_TMPFILE | O_EXCL | O_RDWR | O_CLOEXEC, 0600);
    if (fd >= 0)
        return fd;
#endif
    return open_and_unlink(directory, arena);
}

static int spool_failed(int why, struct error *err) {
    bool full = why == ENOSPC || why == EDQUOT || why == EFBIG;
    log_line("upload: a file cannot be kept: %s", strerror(why));
    error_set(err, ERR_UNAVAILABLE,
              full ? "The hub has no room for files now; try again later."
                   : "The hub cannot keep files now; try again later.");
    if (full)
        err->code = "no_space";
    return -1;
}

/* Room for so many bytes more: on the disk above its floor, as the ledger stops there, and among the uploads
 * that run. */
static int take_room(struct reading *in, size_t len, struct error *err) {
    const struct spool_rules *rules = in->spool;
    struct upload *upload = in->upload;
    if (upload->spooled + (int64_t)len > in->looked) {
        if (disk_is_low(rules->directory, rules->floor_mb))
            return spool_failed(ENOSPC, err);
        in->looked = upload->spooled + LOOK_STEP;
    }
    if (budget_take(rules->spool, (long)len, rules->most_spool)) {
        upload->taken += (long)len;
        return 0;
    }
    error_set(err, ERR_UNAVAILABLE, "The hub has no room left for large files now; try again.");
    err->retry_after = 1;
    return -1;
}

static int spool(struct reading *in, const char *bytes, size_t len, struct error *err) {
    struct upload *upload = in->upload;
    if (take_room(in, len, err) < 0)
        return -1;
    if (upload->file < 0)
        upload->file = open_spool(in->spool->directory, upload->arena);
    if (upload->file < 0)
        return spool_failed(errno, err);
    while (len > 0) {
        ssize_t n = pwrite(upload->file, bytes, len, (off_t)upload->spooled);
        if (n < 0 && errno == EINTR)
            continue;
        if (n <= 0)
            return spool_failed(n < 0 ? errno : EIO, err);
        upload->spooled += n;
        bytes += n;
        len -= (size_t)n;
    }
    return 0;
}

int upload_spooled(int file, int64_t from, char *out, size_t len) {
    while (len > 0) {
        ssize_t n = pread(file, out, len, (off_t)from);
        if (n < 0 && errno == EINTR)
            continue;
        if (n <= 0) {
            log_line("upload: a file cannot be read again: %s", n < 0 ? strerror(errno) : "it is shorter");
            return -1;
        }
        from += n;
        out += n;
        len -= (size_t)n;
    }
    return 0;
}

/* ---- parts as they come -------------------------------------------------------------------- */

static struct upload_part *last(const struct reading *in) {
    return &in->upload->part[in->upload->count - 1];
}

static int begin_part(void *arg, const char *name, const char *filename, const char *type,
                      struct error *err) {
    struct reading *in = arg;
    struct upload *upload = in->upload;
    (void)err;
    upload->count++; /* at most MULTIPART_PARTS */
    *last(in) = (struct upload_part){
        .name = arena_strdup(upload->arena, name),
        .filename = filename ? arena_strdup(upload->arena, filename) : NULL,
        .type = type ? arena_strdup(upload->arena, type) : NULL,
        .from = filename ? upload->spooled : 0,
    };
    return 0;
}

static int take_text(struct reading *in, const char *bytes, size_t len, struct error *err) {
    const char *name = last(in)->name;
    if (len > UPLOAD_FIELD - in->text.len)
        return error_param(err, ERR_TOO_LARGE, name, "A field is longer than the limit of %d bytes.",
                           UPLOAD_FIELD);
    if (len > UPLOAD_FIELDS - in->fields - in->text.len)
        return error_param(err, ERR_TOO_LARGE, name,
                           "All fields together are longer than the limit of %d bytes.", UPLOAD_FIELDS);
    buf_add(&in->text, bytes, len);
    return 0;
}

static int take_bytes(void *arg, const char *bytes, size_t len, struct error *err) {
    struct reading *in = arg;
    return last(in)->filename ? spool(in, bytes, len, err) : take_text(in, bytes, len, err);
}

static int end_part(void *arg, struct error *err) {
    struct reading *in = arg;
    struct upload_part *part = last(in);
    (void)err;
    if (part->filename) {
        part->len = in->upload->spooled - part->from;
        return 0;
    }
    const char *text = in->text.len > 0 ? in->text.data : "";
    part->text = (struct span){arena_strndup(in->upload->arena, text, in->text.len), in->text.len};
    in->fields += in->text.len;
    buf_clear(&in->text);
    return 0;
}

static int read_parts(struct reading *in, struct body_pace *pace, const char *content_type,
                      struct error *err) {
    struct multipart_sink sink = {begin_part, take_bytes, end_part, in};
    struct multipart multipart;
    char bytes[READ_STEP];
    long n;
    if (multipart_init(&multipart, content_type, &sink, err) < 0)
        return -1;
    while ((n = body_pace_read(pace, bytes, sizeof bytes, err)) > 0)
        if (multipart_feed(&multipart, bytes, (size_t)n, err) < 0)
            return -1;
    return n < 0 ? -1 : multipart_finish(&multipart, err);
}

static int refuse_coding(struct error *err) {
    return error_coded(err, ERR_MEDIA_TYPE, "unsupported_content_encoding",
                       "A multipart body must come without a content coding.");
}

int upload_read(const struct request *request, const struct body_rules *rules,
                const struct spool_rules *spool, struct arena *arena, struct upload *upload,
                struct error *err) {
    struct reading in = {.upload = upload, .spool = spool};
    struct body_pace pace;
    *upload = (struct upload){.file = -1, .account = spool->spool, .arena = arena};
    if (body_pace_start(&pace, request, rules, err) < 0)
        return -1;
    if (body_is_coded(request))
        return refuse_coding(err);
    upload->part = arena_alloc(arena, MULTIPART_PARTS * sizeof *upload->part);
    buf_init(&in.text, UPLOAD_FIELD);
    int rc = read_parts(&in, &pace, request_header(request, "content-type"), err);
    buf_free(&in.text);
    return rc;
}

void upload_free(struct upload *upload) {
    if (upload->file >= 0)
        close(upload->file);
    if (upload->taken > 0)
        budget_give(upload->account, upload->taken);
    *upload = (struct upload){.file = -1};
}

/* ---- what was read -------------------------------------------------------------------------- */

const struct upload_part *upload_field(const struct upload *upload, const char *name) {
    for (size_t i = 0; i < upload->count; i++)
        if (strcmp(upload->part[i].name, name) == 0)
            return &upload->part[i];
    return NULL;
}

void upload_set_field(struct upload *upload, const char *name, const char *text) {
    struct arena *arena = upload->arena;
    struct upload_part *part = arena_alloc(arena, (upload->count + 1) * sizeof *part);
    struct upload_part field = {.name = arena_strdup(arena, name)};
    bool put = !text;
    size_t count = 0;
    if (text)
        field.text = (struct span){arena_strdup(arena, text), strlen(text)};
    if (!put && !upload_field(upload, name)) {
        part[count++] = field;
        put = true;
    }
    for (size_t i = 0; i < upload->count; i++) {
        bool same = strcmp(upload->part[i].name, name) == 0;
        if (!same)
            part[count++] = upload->part[i];
        else if (!put)
            part[count++] = field;
        put |= same;
    }
    upload->part = part;
    upload->count = count;
}

long upload_peek(const struct upload *upload, const struct upload_part *part, char *buffer, size_t size) {
    uint64_t len = part->filename ? (uint64_t)part->len : part->text.len;
    size_t n = len < size ? (size_t)len : size;
    if (part->filename)
        return upload_spooled(upload->file, part->from, buffer, n) < 0 ? -1 : (long)n;
    memcpy(buffer, part->text.at, n);
    return (long)n;
}
