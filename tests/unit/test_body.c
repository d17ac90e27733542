/* A request's body: its length, its pace, the memory that it takes, its content coding. The modules are
 * compiled into this test so that the clock is the test's. */
#include <stdint.h>

int64_t test_mono_ms(void);
#define clock_mono_ms test_mono_ms
#include "front/body.c"
#include "front/body_pace.c"
#undef clock_mono_ms

#include <zlib.h>
#include <zstd.h>

#include "fake_source.h"
#include "front/coding.h"
#include "tap.h"

#define COUNT(table) (sizeof(table) / sizeof *(table))
#define LIMIT        100000
#define LARGE        400000
#define SECONDS      7

/* Time goes on by so much with every piece that is read. */
static int64_t now, step_ms;

int64_t test_mono_ms(void) {
    return now += step_ms;
}

static struct fake_source fake;
static struct request_source source;
static struct budget memory;
static struct body_rules rules = {
    .limit = LIMIT, .seconds = SECONDS, .memory = &memory, .most_memory = 1 << 30};

static void begin(struct request *request, struct arena *arena, const char *const *variables) {
    fake = (struct fake_source){.variables = variables};
    source = fake_source(&fake);
    request_init(request, &source, arena);
}

/* ---- as it comes -------------------------------------------------------------------- */

enum outcome { WHOLE, TOO_LARGE, BROKEN };

/* Reads a body of that length. `announced` is Content-Length, NULL: none. */
static enum outcome read_body(size_t len, const char *announced, size_t step, bool cut, size_t limit) {
    struct arena *arena = arena_new();
    struct request request;
    struct error err = {0};
    struct body body;
    char *bytes = malloc(len + 1);
    const char *const variables[] = {announced ? arena_printf(arena, "CONTENT_LENGTH=%s", announced) : NULL,
                                     NULL};
    for (size_t i = 0; i < len; i++)
        bytes[i] = (char)(i * 7 % 251);
    begin(&request, arena, variables);
    fake.body = bytes;
    fake.body_len = len;
    fake.step = step;
    fake.cut = cut;
    rules.limit = limit;
    int rc = body_read(&request, &rules, &body, &err);
    enum outcome outcome = rc == 0 ? WHOLE : err.kind == ERR_TOO_LARGE ? TOO_LARGE : BROKEN;
    if (rc == 0 && (err.kind || body.bytes.len != len || memcmp(body.bytes.data, bytes, len) != 0))
        outcome = -1;
    if (rc < 0 && err.kind != ERR_TOO_LARGE && err.kind != ERR_REQUEST)
        outcome = -1;
    if (announced && outcome == TOO_LARGE && strtoull(announced, NULL, 10) > limit && fake.taken > 0)
        outcome = -1; /* it was known before */
    if (rules.memory->used != body.taken)
        outcome = -1;
    body_free(&body);
    if (rules.memory->used != 0)
        outcome = -1;
    free(bytes);
    arena_free(arena);
    return outcome;
}

static const struct {
    const char *name;
    size_t len;
    const char *announced;
    bool cut;
    enum outcome want;
} bodies[] = {
    {"no body", 0, NULL, false, WHOLE},
    {"no body, and it says so", 0, "0", false, WHOLE},
    {"empty length", 5, "", false, WHOLE},
    {"one byte", 1, "1", false, WHOLE},
    {"announced", 40000, "40000", false, WHOLE},
    {"not announced", 40000, NULL, false, WHOLE},
    {"announced, as long as can be", LIMIT, "100000", false, WHOLE},
    {"not announced, as long as can be", LIMIT, NULL, false, WHOLE},
    {"announced, one byte too long", LIMIT + 1, "100001", false, TOO_LARGE},
    {"not announced, one byte too long", LIMIT + 1, NULL, false, TOO_LARGE},
    {"announced, much too long", 300000, "300000", false, TOO_LARGE},
    {"not announced, much too long", 300000, NULL, false, TOO_LARGE},
    {"a length that no number holds", 5, "99999999999999999999999", false, TOO_LARGE},
    {"a negative length", 5, "-1", false, BROKEN},
    {"a length with a unit", 5, "5k", false, BROKEN},
    {"two lengths", 5, "5, 5", false, BROKEN},
    {"announced, but shorter", 39999, "40000", false, BROKEN},
    {"announced, but nothing", 0, "40000", false, BROKEN},
    {"announced, but longer than can be", 200000, "40000", false, TOO_LARGE},
    {"broken off, announced", 39999, "40000", true, BROKEN},
    {"broken off, not announced", 40000, NULL, true, BROKEN},
    {"broken off at once", 0, NULL, true, BROKEN},
};

static void test_bodies(void) {
    static const size_t steps[] = {0, 1, 2, 1000, 16384, 16385};
    for (size_t i = 0; i < COUNT(bodies); i++) {
        bool good = true;
        for (size_t s = 0; s < COUNT(steps); s++) {
            enum outcome got = read_body(bodies[i].len, bodies[i].announced, steps[s], bodies[i].cut, LIMIT);
            if (got != bodies[i].want)
                printf("# in steps of %zu: got %d, want %d\n", steps[s], (int)got, (int)bodies[i].want);
            good &= got == bodies[i].want;
        }
        ok(good, "body: %s", bodies[i].name);
    }
}

/* A body that fits is read however the buffer grows; one byte more is too much. */
static void test_limits(void) {
    bool good = true;
    for (size_t limit = 1; limit < 200000; limit += limit / 3 + 1)
        good &= read_body(limit, NULL, 0, false, limit) == WHOLE &&
                read_body(limit, NULL, 777, false, limit) == WHOLE &&
                read_body(limit + 1, NULL, 0, false, limit) == TOO_LARGE;
    ok(good, "limits of any size are exact");
}

/* Who is not known may send a short body before the key is looked up: one of a length that is not said, or
 * that grows, is not short. */
static void test_short(void) {
    static const struct {
        const char *variables[3];
        bool is_short;
    } rows[] = {
        {{"CONTENT_LENGTH=1000", NULL}, true},
        {{"CONTENT_LENGTH=1001", NULL}, false},
        {{NULL}, false},
        {{"HTTP_TRANSFER_ENCODING=chunked", NULL}, false},
        {{"CONTENT_LENGTH=10", "HTTP_CONTENT_ENCODING=gzip", NULL}, false},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct arena *arena = arena_new();
        struct request request;
        begin(&request, arena, rows[i].variables);
        ok(body_is_short(&request, 1000) == rows[i].is_short, "%s is %sshort",
           rows[i].variables[0] ? rows[i].variables[0] : "no length", rows[i].is_short ? "" : "not ");
        arena_free(arena);
    }
}

/* The end of an announced body is seen in the memory that was made for it. */
static void test_memory(void) {
    static const char *const variables[] = {"CONTENT_LENGTH=50000", NULL};
    static char bytes[50000];
    struct arena *arena = arena_new();
    struct request request;
    struct error err = {0};
    struct body body;
    begin(&request, arena, variables);
    fake.body = bytes;
    fake.body_len = sizeof bytes;
    rules.limit = LIMIT;
    body_read(&request, &rules, &body, &err);
    ok(body.bytes.len == 50000 && body.bytes.cap < 50010, "an announced body takes no more than its size");
    body_free(&body);
    arena_free(arena);
}

/* ---- pace ------------------------------------------------------------------------------ */

/* Reads len bytes in pieces, each of which takes so long. The status, 200 if it was read. */
static int read_slowly(size_t len, size_t piece, int64_t ms, bool late) {
    static const char *const variables[] = {NULL};
    static char bytes[LIMIT];
    struct arena *arena = arena_new();
    struct request request;
    struct error err = {0};
    struct body body;
    begin(&request, arena, variables);
    fake.body = bytes;
    fake.body_len = len;
    fake.step = piece;
    fake.late = late;
    rules.limit = LIMIT;
    step_ms = ms;
    int rc = body_read(&request, &rules, &body, &err);
    step_ms = 0;
    body_free(&body);
    arena_free(arena);
    return rc == 0 ? 200 : err.status;
}

static void test_pace(void) {
    is_int(read_slowly(50000, 1000, 100, false), 200, "10 KB a second are fast enough");
    is_int(read_slowly(LIMIT, 100, 20, false), 408, "5 KB a second are not, for ever");
    is_int(read_slowly(1000, 1, 6, false), 200, "a slow one that is short has come by then");
    is_int(read_slowly(1000, 1, 8, false), 408, "or not");
    is_int(read_slowly(1000, 0, 1, true), 408, "a pause that is too long");
    is_int(fake.seconds, SECONDS, "the source knows how long it may wait");
}

/* ---- memory ----------------------------------------------------------------------------- */

/* The status of a body of that length while so much of the memory is taken. */
static int read_beside(size_t len, long taken, bool announced) {
    static char bytes[LARGE];
    struct arena *arena = arena_new();
    const char *const variables[] = {announced ? arena_printf(arena, "CONTENT_LENGTH=%zu", len) : NULL, NULL};
    struct request request;
    struct error err = {0};
    struct body body;
    begin(&request, arena, variables);
    fake.body = bytes;
    fake.body_len = len;
    rules.limit = LARGE;
    rules.most_memory = 2 * LARGE;
    memory.used = taken;
    int rc = body_read(&request, &rules, &body, &err);
    body_free(&body);
    if (memory.used != taken)
        rc = 1;
    memory.used = 0;
    rules.most_memory = 1 << 30;
    arena_free(arena);
    return rc > 0 ? -1 : rc == 0 ? 200 : err.status;
}

static void test_memory_of_all(void) {
    for (int announced = 0; announced < 2; announced++) {
        is_int(read_beside(LARGE, 0, announced), 200, "alone there is room for the largest");
        is_int(read_beside(LARGE, 2 * LARGE - 1000, announced), 503, "beside others there may be none");
        is_int(read_beside(BODY_SMALL / 2 - 1000, 2 * LARGE, announced), 200, "small ones always have some");
    }
}

/* ---- codings ----------------------------------------------------------------------------- */

static size_t pack_zlib(const char *text, size_t len, char *out, size_t size, int window) {
    z_stream stream = {
        .next_in = (Bytef *)text, .avail_in = (uInt)len, .next_out = (Bytef *)out, .avail_out = (uInt)size};
    deflateInit2(&stream, 9, Z_DEFLATED, window, 8, Z_DEFAULT_STRATEGY);
    deflate(&stream, Z_FINISH);
    deflateEnd(&stream);
    return stream.total_out;
}

static size_t pack(const char *coding, const char *text, size_t len, char *out, size_t size) {
    if (strcmp(coding, "zstd") == 0)
        return ZSTD_compress(out, size, text, len, 3);
    return pack_zlib(text, len, out, size, strcmp(coding, "deflate") == 0 ? MAX_WBITS : 16 + MAX_WBITS);
}

static struct body decoded;
static size_t coded_limit = LIMIT;
static struct error fault;

/* Reads these bytes with that Content-Encoding. The status. */
static int read_coded(const char *coding, const char *bytes, size_t len) {
    struct arena *arena = arena_new();
    const char *const variables[] = {arena_printf(arena, "HTTP_CONTENT_ENCODING=%s", coding), NULL};
    struct request request;
    body_free(&decoded);
    fault = (struct error){0};
    begin(&request, arena, variables);
    fake.body = bytes;
    fake.body_len = len;
    rules.limit = coded_limit;
    int rc = body_read(&request, &rules, &decoded, &fault);
    arena_free(arena);
    return rc == 0 ? 200 : fault.status;
}

static bool is_decoded(const char *text, size_t len) {
    return decoded.bytes.len == len && memcmp(decoded.bytes.data, text, len) == 0;
}

static void test_coding(const char *coding) {
    static char text[2 * LIMIT], coded[LIMIT], twice[2 * LIMIT];
    bool cuts = true, flips = true;
    for (size_t i = 0; i < sizeof text; i++)
        text[i] = (char)(i % 89 == 0 ? i / 89 : i);
    size_t len = pack(coding, text, 5000, coded, sizeof coded);
    ok(read_coded(coding, coded, len) == 200 && is_decoded(text, 5000), "%s is undone", coding);
    for (size_t cut = 1; cut < len; cut++)
        cuts &= read_coded(coding, coded, cut) == 400;
    ok(cuts, "%s: cut at any byte it is refused", coding);
    for (size_t at = 0; at < len; at++) { /* it may go unnoticed, but never badly */
        coded[at] ^= 0x55;
        int status = read_coded(coding, coded, len);
        flips &= status == 200 || status == 400 || status == 413;
        coded[at] ^= 0x55;
    }
    ok(flips, "%s: with any byte changed it does no harm", coding);
    len = pack(coding, text, LIMIT, coded, sizeof coded);
    ok(read_coded(coding, coded, len) == 200 && is_decoded(text, LIMIT), "%s: as long as can be", coding);
    len = pack(coding, text, LIMIT + 1, coded, sizeof coded);
    is_int(read_coded(coding, coded, len), 413, "one byte more is too long");
    memset(text, 0, sizeof text);
    len = pack(coding, text, sizeof text, coded, sizeof coded);
    ok(len < 1000 && read_coded(coding, coded, len) == 413, "%s: a bomb is stopped", coding);
    ok(decoded.bytes.len <= LIMIT + 1, "%s: at the limit", coding);
    is_int(read_coded(coding, "", 0), 400, "nothing is not coded");
    len = pack(coding, text, 10, coded, sizeof coded);
    memcpy(twice, coded, len);
    memcpy(twice + len, coded, len);
    int status = read_coded(coding, twice, 2 * len);
    if (strcmp(coding, "deflate") == 0)
        is_int(status, 400, "deflate: there are no two of it");
    else
        ok(status == 200 && decoded.bytes.len == 20, "%s: two members are both undone", coding);
}

/* The largest body that hardly gets shorter: the memory that the configuration asks for is enough for it, and
 * what is there at the same time is on the account. */
static void test_memory_of_decoding(const char *coding) {
    static char text[LARGE - 1000], coded[LARGE];
    uint32_t random = 1;
    for (size_t i = 0; i < sizeof text; i++)
        text[i] = (char)((random = random * 1664525 + 1013904223) >> 24);
    size_t len = pack(coding, text, sizeof text, coded, sizeof coded);
    coded_limit = LARGE;
    rules.most_memory = 3 * (LARGE + 1);
    ok(read_coded(coding, coded, len) == 200 && is_decoded(text, sizeof text), "%s: alone the largest fits",
       coding);
    body_free(&decoded);
    rules.most_memory = LARGE + LARGE / 2;
    is_int(read_coded(coding, coded, len), 503, "with less memory than it takes it is refused");
    body_free(&decoded);
    is_int(memory.used, 0, "all of that was given back");
    rules.most_memory = 1 << 30;
    coded_limit = LIMIT;
}

static void test_codings(void) {
    test_coding("gzip");
    test_coding("deflate");
    test_coding("zstd");
    test_memory_of_decoding("gzip");
    test_memory_of_decoding("deflate");
    test_memory_of_decoding("zstd");
    ok(read_coded("identity", "text", 4) == 200 && is_decoded("text", 4), "identity is none");
    ok(read_coded("GZIP", "text", 4) == 400, "names have any case");
    is_int(read_coded("br", "text", 4), 415, "a coding that is not known");
    is_int(read_coded("gzip, gzip", "text", 4), 415, "and several");
    ok(strstr(fault.message, coding_names) != NULL, "the ones that are known are named");
    body_free(&decoded);
    is_int(memory.used, 0, "all memory was given back");
}

int main(void) {
    test_bodies();
    test_limits();
    test_short();
    test_memory();
    test_pace();
    test_memory_of_all();
    test_codings();
    return tap_done();
}
