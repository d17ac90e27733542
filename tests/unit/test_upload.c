/* Uploads: what is kept of a multipart request and where, how much and how slow it may be, and how it is sent
 * on. The modules are compiled into this test so that the clock and the spool's disk are the test's. */
#include <errno.h>
#include <fcntl.h>
#include <stdint.h>
#include <stdlib.h>
#include <unistd.h>

int64_t test_mono_ms(void);
int test_open(const char *path, int flags, mode_t mode);
ssize_t test_pwrite(int fd, const void *bytes, size_t len, off_t at);
ssize_t test_pread(int fd, void *bytes, size_t len, off_t at);
#define clock_mono_ms test_mono_ms
#define open          test_open
#define pwrite        test_pwrite
#define pread         test_pread
#include "front/body_pace.c"
#include "front/upload.c"
#undef clock_mono_ms
#undef open
#undef pwrite
#undef pread

#include <dirent.h>
#include <sys/stat.h>

#include "fake_source.h"
#include "fixture.h"
#include "base/secret.h"
#include "front/upload_body.h"
#include "multipart_story.h"
#include "tap.h"
#include "tempdir.h"

#define COUNT(table) (sizeof(table) / sizeof *(table))
#define SECONDS      7
#define TYPE         "multipart/form-data; boundary=b"
#define FIELD(name)  "--b\r\nContent-Disposition: form-data; name=\"" name "\"\r\n\r\n"
#define FILE_(name)  "--b\r\nContent-Disposition: form-data; name=\"" name "\"; filename=\"f\"\r\n\r\n"
#define END          "\r\n--b--\r\n"

/* ---- the clock and the disk ------------------------------------------------------------------- */

static int64_t now, step_ms; /* time goes on by so much with every piece that is read */

int64_t test_mono_ms(void) {
    return now += step_ms;
}

static struct {
    bool no_tmpfile; /* the file system knows no files without a name */
    int write_errno; /* of writing, behind */
    int64_t full_at; /* so many bytes */
    int read_errno;  /* of reading; -1: the file is shorter */
    size_t most;     /* bytes that are written or read at once; 0: all */
    int interrupts;  /* so many times a call is interrupted */
    int opened, writes;
} disk;

int test_open(const char *path, int flags, mode_t mode) {
    disk.opened++;
    if (disk.no_tmpfile) {
        errno = EOPNOTSUPP;
        return -1;
    }
    return open(path, flags, mode);
}

static bool interrupted(void) {
    errno = EINTR;
    return disk.interrupts-- > 0;
}

ssize_t test_pwrite(int fd, const void *bytes, size_t len, off_t at) {
    disk.writes++;
    if (interrupted())
        return -1;
    if (disk.write_errno && at + (off_t)len > disk.full_at) {
        errno = disk.write_errno;
        return -1;
    }
    return pwrite(fd, bytes, disk.most && disk.most < len ? disk.most : len, at);
}

ssize_t test_pread(int fd, void *bytes, size_t len, off_t at) {
    if (interrupted())
        return -1;
    if (disk.read_errno) {
        errno = disk.read_errno;
        return disk.read_errno < 0 ? 0 : -1;
    }
    return pread(fd, bytes, disk.most && disk.most < len ? disk.most : len, at);
}

/* ---- reading ------------------------------------------------------------------------------------ */

static char directory[TEMPDIR_PATH];
static struct arena *arena;
static struct fake_source fake;
static struct request_source source;
static struct request request;
static struct upload upload;
static struct error fault;
static size_t limit = 10 << 20;
static struct budget spooled;
static struct spool_rules kept_here = {.directory = directory, .spool = &spooled, .most_spool = 10 << 20};

/* Prepares a request with this body; read_upload() reads it. `more` may be NULL. */
static void prepare(const char *type, const char *body, size_t len, const char *more) {
    static const char *variables[4];
    upload_free(&upload);
    arena_free(arena);
    arena = arena_new();
    variables[0] = type ? arena_printf(arena, "CONTENT_TYPE=%s", type) : "X=";
    variables[1] = more;
    fake = (struct fake_source){.variables = variables, .body = body, .body_len = len};
    source = fake_source(&fake);
    request_init(&request, &source, arena);
}

/* Returns the status. */
static int read_upload(void) {
    const struct body_rules rules = {.limit = limit, .seconds = SECONDS};
    fault = (struct error){0};
    int rc = upload_read(&request, &rules, &kept_here, arena, &upload, &fault);
    if (rc != -(fault.kind != ERR_NONE))
        return -1;
    return rc == 0 ? 200 : fault.status;
}

static int read_body(const char *body) {
    prepare(TYPE, body, strlen(body), NULL);
    return read_upload();
}

static size_t files_in_directory(void) {
    DIR *dir = opendir(directory);
    size_t count = 0;
    for (struct dirent *entry; (entry = readdir(dir)) != NULL;)
        count += entry->d_name[0] != '.';
    closedir(dir);
    return count;
}

static bool is_field(const struct upload_part *part, const char *name, const char *text) {
    return part && !part->filename && strcmp(part->name, name) == 0 && part->text.len == strlen(text) &&
           memcmp(part->text.at, text, part->text.len + 1) == 0;
}

static bool is_file(const struct upload_part *part, const char *name, const char *bytes, size_t len) {
    char *room = malloc(len + 2);
    bool good = part && part->filename && strcmp(part->name, name) == 0 && part->len == (int64_t)len &&
                upload_peek(&upload, part, room, len + 2) == (long)len && memcmp(room, bytes, len) == 0;
    free(room);
    return good;
}

static const char mixed[] = FIELD("model") "whisper-1\r\n" FILE_("image[]") "one\r\n" FIELD(
    "prompt") "\r\n" FILE_("image[]") "two, too\r\n" FIELD("model") "again\r\n" FILE_("none") END;

static void test_parts(void) {
    static const size_t steps[] = {0, 1, 2, 7, 100};
    for (size_t i = 0; i < COUNT(steps); i++) {
        prepare(TYPE, mixed, sizeof mixed - 1, NULL);
        fake.step = steps[i];
        is_int(read_upload(), 200, "fields and files");
        const struct upload_part *part = upload.part;
        ok(upload.count == 6 && is_field(&part[0], "model", "whisper-1") &&
               is_file(&part[1], "image[]", "one", 3) && is_field(&part[2], "prompt", "") &&
               is_file(&part[3], "image[]", "two, too", 8) && is_field(&part[4], "model", "again") &&
               is_file(&part[5], "none", "", 0),
           "in their order, in steps of %zu", steps[i]);
        ok(upload.spooled == 11 && part[3].from == 3 && files_in_directory() == 0,
           "files are one behind the other, in a file without a name");
    }
    ok(upload_field(&upload, "model") == &upload.part[0] && !upload_field(&upload, "file") &&
           upload_field(&upload, "image[]") == &upload.part[1],
       "parts are found by their names");
    is_int(fake.seconds, SECONDS, "the source knows how long it may wait");
    char some[4];
    ok(upload_peek(&upload, &upload.part[3], some, 4) == 4 && memcmp(some, "two,", 4) == 0 &&
           upload_peek(&upload, &upload.part[0], some, 4) == 4 && memcmp(some, "whis", 4) == 0,
       "the first bytes of a part");
}

static void test_spool(void) {
    struct stat st;
    for (int named = 0; named < 2; named++) {
        disk.no_tmpfile = named;
        is_int(read_body(mixed), 200, named ? "a file system that wants a name" : "one that does not");
        ok(fstat(upload.file, &st) == 0 && (st.st_mode & 07777) == 0600 && st.st_nlink == 0 &&
               (fcntl(upload.file, F_GETFD) & FD_CLOEXEC) && st.st_size == 11 && files_in_directory() == 0,
           "the spool is nobody else's, and has no name");
        int file = upload.file;
        upload_free(&upload);
        ok(fcntl(file, F_GETFD) < 0 && errno == EBADF && upload.file == -1, "and is closed");
    }
    disk.no_tmpfile = false;
    disk.opened = 0;
    ok(read_body(FIELD("x") "1\r\n" FILE_("f") END) == 200 && upload.file == -1 && disk.opened == 0,
       "without a byte there is none");
    disk.most = 2;
    disk.interrupts = 3;
    ok(read_body(mixed) == 200 && is_file(&upload.part[3], "image[]", "two, too", 8),
       "what the disk takes by halves is whole");
    disk.most = 0;
    disk.interrupts = 0;
}

static void test_large(void) {
    static const char head[] = FIELD("a") "1\r\n" FILE_("f"), tail[] = "\r\n" FIELD("z") "2" END;
    enum { SIZE = 3000000 };
    char *body = malloc(SIZE + 1000), *at = body + sizeof head - 1;
    memcpy(body, head, sizeof head - 1);
    for (size_t i = 0; i < SIZE; i++)
        at[i] = (char)(i % 251 == 7 ? '\r' : i * 7 % 251);
    memcpy(at + SIZE, tail, sizeof tail);
    prepare(TYPE, body, sizeof head - 1 + SIZE + sizeof tail - 1, NULL);
    disk.writes = 0;
    is_int(read_upload(), 200, "a large file");
    ok(disk.writes < SIZE / 2000, "is written in large pieces, whatever it holds");
    ok(is_file(&upload.part[1], "f", at, SIZE) && is_field(&upload.part[2], "z", "2"), "is as it was");
    free(body);
}

/* ---- what is refused ---------------------------------------------------------------------------- */

static void is_refused(int status, enum error_kind kind, const char *message, const char *name) {
    int got = read_upload();
    if (got != status || !strstr(fault.message, message))
        printf("# got %d: %s\n", got, fault.message);
    ok(got == status && fault.kind == kind && strstr(fault.message, message), "%s", name);
}

static void test_lengths(void) {
    size_t len = sizeof mixed - 1;
    char said[60];
    snprintf(said, sizeof said, "CONTENT_LENGTH=%zu", len);
    limit = len;
    prepare(TYPE, mixed, len, said);
    is_int(read_upload(), 200, "announced, as long as can be");
    prepare(TYPE, mixed, len, NULL);
    is_int(read_upload(), 200, "not announced, as long as can be");
    limit = len - 1;
    prepare(TYPE, mixed, len, said);
    is_refused(413, ERR_TOO_LARGE, "larger than the limit", "announced, one byte too long");
    is_int((long long)fake.taken, 0, "before a byte is read");
    prepare(TYPE, mixed, len, NULL);
    fake.step = 10;
    is_refused(413, ERR_TOO_LARGE, "larger than the limit", "not announced, one byte too long");
    limit = 10 << 20;
    prepare(TYPE, mixed, len, "CONTENT_LENGTH=5k");
    is_refused(400, ERR_REQUEST, "not a number", "a length with a unit");
    prepare(TYPE, mixed, len, "CONTENT_LENGTH=100000");
    is_refused(400, ERR_REQUEST, "broke off", "announced, but shorter");
    prepare(TYPE, mixed, len - 20, NULL);
    fake.cut = true;
    is_refused(400, ERR_REQUEST, "broke off", "broken off");
    prepare(TYPE, mixed, 0, NULL);
    is_refused(400, ERR_REQUEST, "begins no part", "no body");
    prepare(TYPE, mixed, len, NULL);
    fake.late = true;
    is_refused(408, ERR_REQUEST, "too slowly", "a pause that is too long");
    is_str(fault.code, "request_timeout", "its code");
    prepare(TYPE, mixed, len, NULL);
    fake.step = 1;
    step_ms = 100;
    is_refused(408, ERR_REQUEST, "too slowly", "a body that is too slow");
    step_ms = 10;
    prepare(TYPE, mixed, len, NULL);
    fake.step = 1;
    is_int(read_upload(), 200, "one that is short may be");
    step_ms = 0;
}

static void test_cuts(void) {
    size_t closed = sizeof mixed - 1 - 2;
    bool good = true;
    for (size_t cut = 0; cut < sizeof mixed; cut++) {
        prepare(TYPE, mixed, cut, NULL);
        good &= read_upload() == (cut < closed ? 400 : 200);
    }
    ok(good, "cut at any byte it is refused");
}

static void test_kinds(void) {
    prepare("application/json", mixed, sizeof mixed - 1, NULL);
    is_refused(415, ERR_MEDIA_TYPE, "must be multipart/form-data", "another content type");
    ok(!request_is_multipart(&request), "which is seen before");
    prepare(NULL, mixed, sizeof mixed - 1, NULL);
    is_refused(415, ERR_MEDIA_TYPE, "must be multipart/form-data", "no content type");
    ok(!request_is_multipart(&request), "which is seen before");
    prepare("Multipart/Form-Data ;x=y", mixed, sizeof mixed - 1, NULL);
    is_refused(400, ERR_REQUEST, "no boundary", "no boundary");
    ok(request_is_multipart(&request), "which is multipart all the same");
    prepare(TYPE, mixed, sizeof mixed - 1, "HTTP_CONTENT_ENCODING=gzip");
    is_refused(415, ERR_MEDIA_TYPE, "without a content coding", "a content coding");
    ok(fault.code && strcmp(fault.code, "unsupported_content_encoding") == 0 && fake.taken == 0,
       "before a byte is read");
    prepare(TYPE, mixed, sizeof mixed - 1, "HTTP_CONTENT_ENCODING=identity");
    is_int(read_upload(), 200, "identity is none");
}

/* Reads fields of these lengths. */
static int read_fields(const size_t *lengths, size_t count) {
    char *body = malloc((size_t)4 << 20), *at = body;
    for (size_t i = 0; i < count; i++) {
        at += snprintf(at, 100, FIELD("x%d"), (int)i);
        memset(at, 'x', lengths[i]);
        at += lengths[i];
        memcpy(at, "\r\n", 2);
        at += 2;
    }
    memcpy(at, "--b--", 5);
    prepare(TYPE, body, (size_t)(at + 5 - body), NULL);
    int status = read_upload();
    free(body);
    return status;
}

static void test_fields(void) {
    static const size_t two[] = {UPLOAD_FIELD, UPLOAD_FIELD}, three[] = {UPLOAD_FIELD, UPLOAD_FIELD - 5, 5},
                        longer[] = {5, UPLOAD_FIELD + 1}, more[] = {UPLOAD_FIELD, UPLOAD_FIELD - 5, 3, 3};
    ok(read_fields(two, 2) == 200 && upload.part[1].text.len == UPLOAD_FIELD, "fields as long as can be");
    is_int(read_fields(three, 3), 200, "and all together");
    is_int(read_fields(longer, 2), 413, "one byte more");
    ok(fault.kind == ERR_TOO_LARGE && strcmp(fault.param, "x1") == 0, "the field is named");
    is_int(read_fields(more, 4), 413, "one byte more of all");
    ok(fault.kind == ERR_TOO_LARGE && strcmp(fault.param, "x3") == 0, "that field is named");
    prepare(TYPE, FIELD("x") "a\0b" END, sizeof FIELD("x") "a\0b" END - 1, NULL);
    ok(read_upload() == 200 && upload.part[0].text.len == 3 && memcmp(upload.part[0].text.at, "a\0b", 4) == 0,
       "a field may hold NUL");
}

/* What the disk keeps free, and what all uploads together may keep. */
static void test_room(void) {
    kept_here.floor_mb = INT32_MAX;
    prepare(TYPE, mixed, sizeof mixed - 1, NULL);
    disk.opened = disk.writes = 0;
    is_refused(503, ERR_UNAVAILABLE, "no room", "a disk below its floor");
    is_str(fault.code, "no_space", "its code");
    ok(disk.opened == 0 && disk.writes == 0, "before a file is made");
    ok(read_body(FIELD("x") "1" END) == 200, "what has no files does not need it");
    kept_here.floor_mb = 0;
    upload_free(&upload);
    is_int(spooled.used, 0, "nothing is kept");
    kept_here.most_spool = 11;
    is_int(read_body(mixed), 200, "as much as all may keep");
    is_int(spooled.used, 11, "is on the account");
    struct upload first = upload;
    upload = (struct upload){.file = -1};
    struct arena *kept = arena;
    arena = NULL;
    prepare(TYPE, mixed, sizeof mixed - 1, NULL);
    is_refused(503, ERR_UNAVAILABLE, "try again", "one more beside it");
    ok(fault.retry_after == 1 && !fault.code, "may be tried again soon");
    upload_free(&first);
    arena_free(kept);
    ok(read_body(mixed) == 200, "when the first one is gone there is room");
    kept_here.most_spool = 10;
    prepare(TYPE, mixed, sizeof mixed - 1, NULL);
    is_int(read_upload(), 503, "one byte too much");
    upload_free(&upload);
    is_int(spooled.used, 0, "what was refused gives all of it back");
    kept_here.most_spool = 10 << 20;
}

static void test_full_disk(void) {
    static const int full[] = {ENOSPC, EDQUOT, EFBIG};
    for (size_t i = 0; i < COUNT(full); i++) {
        disk.write_errno = full[i];
        disk.full_at = 5;
        prepare(TYPE, mixed, sizeof mixed - 1, NULL);
        is_refused(503, ERR_UNAVAILABLE, "no room", "a full disk");
        is_str(fault.code, "no_space", "its code");
    }
    disk.write_errno = EIO;
    prepare(TYPE, mixed, sizeof mixed - 1, NULL);
    is_refused(503, ERR_UNAVAILABLE, "cannot keep", "a disk that fails");
    ok(!fault.code, "is not full");
    disk.write_errno = 0;
    char kept[TEMPDIR_PATH];
    memcpy(kept, directory, sizeof kept);
    snprintf(directory, sizeof directory, "%.200s/none", kept);
    prepare(TYPE, mixed, sizeof mixed - 1, NULL);
    is_refused(503, ERR_UNAVAILABLE, "cannot keep", "a directory that is not there");
    memcpy(directory, kept, sizeof kept);
    ok(read_body(mixed) == 200, "the next one is kept again");
    char room[10];
    disk.read_errno = EIO;
    is_int(upload_peek(&upload, &upload.part[1], room, 3), -1, "a file that cannot be read again");
    disk.read_errno = -1;
    is_int(upload_peek(&upload, &upload.part[1], room, 3), -1, "or is shorter");
    disk.read_errno = 0;
}

/* ---- sent on -------------------------------------------------------------------------------------- */

/* The whole body in pieces of that size. To be freed. */
static char *write_body(const struct upload_body *body, size_t piece) {
    size_t len = (size_t)upload_body_length(body), at = 0;
    char *bytes = malloc(len + 1);
    for (long n = 1; n > 0 && at <= len; at += (size_t)n)
        if ((n = upload_body_read(body, (int64_t)at, bytes + at,
                                  len + 1 - at < piece ? len + 1 - at : piece)) < 0)
            break;
    if (at != len)
        memset(bytes, 0, len); /* which is no body */
    bytes[len] = '\0';
    return bytes;
}

static struct upload_body begin_body(void) {
    struct upload_body body;
    struct error err = {0};
    char boundary[UPLOAD_BOUNDARY];
    upload_boundary(boundary);
    if (upload_body_init(&body, &upload, boundary, arena, &err) < 0)
        printf("# %s\n", err.message);
    return body;
}

static void try_round_trip(const char *dir, const char *name) {
    struct buf type, bytes, story;
    bool same = fixture_read(dir, "type", &type) && fixture_read(dir, "body", &bytes) &&
                fixture_read(dir, "story", &story);
    type.data[strcspn(type.data, "\n")] = '\0';
    prepare(type.data, bytes.data, bytes.len, NULL);
    same = same && read_upload() == 200;
    struct upload_body body = begin_body();
    for (size_t piece = 1; piece < 3000; piece = piece * 2 + 1) {
        struct story again;
        char *written = write_body(&body, piece);
        size_t len = (size_t)upload_body_length(&body);
        story_run(&again, body.content_type, written, len, len, len);
        same &= strcmp(again.text.data, story.data) == 0;
        buf_free(&again.text);
        free(written);
    }
    ok(same, "%s is sent on as it came", name);
    buf_free(&type);
    buf_free(&bytes);
    buf_free(&story);
}

static void test_body_bytes(void) {
    struct upload_body body;
    struct error err = {0};
    read_body("--b\r\nContent-Type: audio/x; y=\"z\"\r\nContent-Disposition: form-data; "
              "filename=\"a%22\\\"\\\\.\xc3\xbc\"; "
              "name=\"x%0D%0A\"\r\n\r\nbytes\r\n" FIELD("y") END);
    is_int(upload_body_init(&body, &upload, "(c)", arena, &err), 0, "an upload is a body");
    char *written = write_body(&body, 1000);
    is_str(written,
           "--(c)\r\nContent-Disposition: form-data; name=\"x%0D%0A\"; filename=\"a%22%22\\\\.\xc3\xbc\"\r\n"
           "Content-Type: audio/x; y=\"z\"\r\n\r\nbytes\r\n"
           "--(c)\r\nContent-Disposition: form-data; name=\"y\"\r\n\r\n\r\n--(c)--\r\n",
           "names are quoted, types are as they came");
    is_str(body.content_type, "multipart/form-data; boundary=\"(c)\"", "the content type");
    is_int(upload_body_length(&body), (long long)strlen(written), "its length");
    bool good = true;
    for (size_t from = 0; from <= strlen(written); from++) { /* any offset */
        char room[4];
        long n = upload_body_read(&body, (int64_t)from, room, sizeof room);
        size_t left = strlen(written) - from;
        good &= n == (long)(left < 4 ? left : 4) && memcmp(room, written + from, (size_t)n) == 0;
    }
    ok(good, "it can be read from anywhere");
    free(written);
    disk.read_errno = EIO;
    char room[300];
    is_int(upload_body_read(&body, 0, room, sizeof room), -1, "a spool that cannot be read");
    disk.read_errno = 0;
    upload.part[0].type = "a\r\nb";
    is_int(upload_body_init(&body, &upload, "b", arena, &err), -1, "a type that would be a head line");
    ok(err.kind == ERR_REQUEST && strcmp(err.param, upload.part[0].name) == 0, "is refused");
    upload.part[0].type = NULL;
    upload.part[0].name = "\x1b";
    err = (struct error){0};
    is_int(upload_body_init(&body, &upload, "b", arena, &err), -1, "and a name");
    read_body("--b--");
    body = begin_body();
    written = write_body(&body, 9);
    struct story story;
    ok(story_run(&story, body.content_type, written, strlen(written), 1, 1), "no parts are a body, too");
    buf_free(&story.text);
    free(written);
}

/* The parts as "name=text" or "name" of a file, with blanks. */
static void is_list(const char *wanted, const char *name) {
    char list[1000] = "";
    size_t at = 0;
    for (size_t i = 0; i < upload.count; i++) {
        const struct upload_part *part = &upload.part[i];
        at += (size_t)snprintf(list + at, sizeof list - at, "%s%s%s%s", i ? " " : "", part->name,
                               part->filename ? "" : "=", part->filename ? "" : part->text.at);
    }
    is_str(list, wanted, name);
}

static void test_set_field(void) {
    static const char body[] =
        FIELD("a") "1\r\n" FILE_("f") "bytes\r\n" FIELD("b") "2\r\n" FIELD("a") "3" END;
    char text[] = "text";
    read_body(body);
    upload_set_field(&upload, "b", text);
    text[0] = 'T';
    is_list("a=1 f b=text a=3", "a field is replaced where it stands");
    upload_set_field(&upload, "a", "");
    is_list("a= f b=text", "the first of several, and the others go");
    upload_set_field(&upload, "model", "m");
    is_list("model=m a= f b=text", "a new one comes first");
    upload_set_field(&upload, "a", NULL);
    is_list("model=m f b=text", "one is removed");
    upload_set_field(&upload, "a", NULL);
    is_list("model=m f b=text", "one that is not there, too");
    ok(is_file(upload_field(&upload, "f"), "f", "bytes", 5), "files are as they were");
    struct upload_body out = begin_body();
    char *written = write_body(&out, 50);
    struct story story;
    story_run(&story, out.content_type, written, strlen(written), 9, 9);
    is_str(story.text.data,
           "part name='model'\n  m\nend\npart name='f' filename='f'\n  bytes\nend\npart name='b'\n  "
           "text\nend\nwhole\n",
           "so they are sent");
    buf_free(&story.text);
    free(written);
    upload_set_field(&upload, "f", "text");
    is_list("model=m f=text b=text", "a file is replaced by a field");
}

static void test_boundary(void) {
    char one[UPLOAD_BOUNDARY], other[UPLOAD_BOUNDARY], type[100];
    struct multipart multipart;
    struct multipart_sink sink = {0};
    struct error err = {0};
    upload_boundary(one);
    upload_boundary(other);
    snprintf(type, sizeof type, "multipart/form-data; boundary=%s", one);
    ok(strlen(one) > 30 && strcmp(one, other) != 0 && multipart_init(&multipart, type, &sink, &err) == 0,
       "boundaries are valid, and never the same");
}

int main(void) {
    if (secret_start() < 0)
        return 99;
    tempdir_make(directory);
    upload.file = -1;
    test_parts();
    test_spool();
    test_large();
    test_lengths();
    test_cuts();
    test_kinds();
    test_fields();
    test_room();
    test_full_disk();
    ok(fixture_each("multipart", try_round_trip) >= 9, "there are fixtures");
    test_body_bytes();
    test_set_field();
    test_boundary();
    upload_free(&upload);
    arena_free(arena);
    is_int((long long)files_in_directory(), 0, "nothing is left");
    tempdir_remove(directory);
    return tap_done();
}
