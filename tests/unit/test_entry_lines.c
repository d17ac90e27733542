/* Entries as lines of CSV and JSON, and money as quota. */
#include "endpoints/entry_lines.h"

#include <string.h>

#include "endpoints/quota.h"
#include "tap.h"

#define COLUMNS                                                                                              \
    "id,time,user,key,key_name,model,provider,group,outcome,status,stream,estimated,over,prompt_tokens,"     \
    "cache_read_tokens,cache_write_tokens,output_tokens,reasoning_tokens,cost,per_mille,first_ms,ms,"        \
    "cache_write_1h_tokens,audio_input_tokens,audio_cache_read_tokens,audio_output_tokens,"                  \
    "image_input_tokens,image_cache_read_tokens,image_output_tokens,searches,images,seconds,characters\r\n"

/* What a spreadsheet gets to see of a model's name. */
static const struct {
    const char *name, *cell;
} cells[] = {
    {"gpt-5", "gpt-5"},
    {"", ""},
    {"=1+1", "'=1+1"},
    {"+1", "'+1"},
    {"-1", "'-1"},
    {"@sum", "'@sum"},
    {"\tx", "'\tx"},
    {"\rx", "\"'\rx\""},
    {"a,b", "\"a,b\""},
    {"=cmd|'/c calc'!A0", "'=cmd|'/c calc'!A0"},
    {"=HYPERLINK(\"x\",\"y\")", "\"'=HYPERLINK(\"\"x\"\",\"\"y\"\")\""},
    {"two\nlines", "\"two\nlines\""},
    {"say \"hi\"", "\"say \"\"hi\"\"\""},
    {"a=b", "a=b"},
};

static const struct {
    nanos amount;
    int64_t quota;
} amounts[] = {
    {0, 0},
    {999, 0},
    {1000, 1},
    {2000, 1},
    {2999, 1},
    {3000, 2},
    {-999, 0},
    {-1000, 0},
    {-1001, -1},
    {-2000, -1},
    {NANOS_PER_DOLLAR, 500000},
    {INT64_MAX, INT64_MAX / 2000 + 1},
    {INT64_MIN, INT64_MIN / 2000 - 1},
};

static struct entry sample(void) {
    struct entry entry = {.id = {{0xab}},
                          .admitted = 1795301524999,
                          .duration = 400,
                          .first = 100,
                          .status = 200,
                          .stream = true,
                          .usage = {.prompt = 5,
                                    .cache_read = 1,
                                    .cache_write = 2,
                                    .cache_write_1h = 1,
                                    .output = 7,
                                    .reasoning = 3,
                                    .searches = 4,
                                    .images = 6,
                                    .seconds = 8,
                                    .characters = 9},
                          .cost = 420000,
                          .per_mille = 500,
                          .group = "vip",
                          .provider = "demo"};
    return entry;
}

static struct buf lines(enum entry_format format, const struct entry *entry) {
    struct entry_names names = {0};
    struct error err = {0};
    struct buf out;
    buf_init(&out, 1 << 16);
    entry_lines_begin(&out, format);
    is_int(entry_line(&out, format, entry, &names, &err), 0, "a line");
    return out;
}

static void test_cells(void) {
    for (size_t i = 0; i < sizeof cells / sizeof *cells; i++) {
        struct entry entry = sample();
        char wanted[1000];
        strncpy(entry.model, cells[i].name, sizeof entry.model - 1);
        struct buf out = lines(ENTRY_CSV, &entry);
        snprintf(wanted, sizeof wanted,
                 COLUMNS
                 "ab000000000000000000000000000000,2026-11-21T22:52:04Z,,0,,%s,demo,vip,done,200,true,"
                 "false,false,5,1,2,7,3,0.00042,500,100,400,1,0,0,0,0,0,0,4,6,8,9\r\n",
                 cells[i].cell);
        is_str(out.data, wanted, "a line of CSV");
        buf_free(&out);
    }
}

static void test_json(void) {
    struct entry entry = sample();
    memcpy(entry.model, "a\"b\n", 5);
    struct buf out = lines(ENTRY_JSONL, &entry);
    is_str(out.data,
           "{\"id\":\"ab000000000000000000000000000000\",\"time\":\"2026-11-21T22:52:04Z\",\"user\":null,"
           "\"key\":0,\"key_name\":null,\"model\":\"a\\\"b\\n\",\"provider\":\"demo\",\"group\":\"vip\","
           "\"outcome\":\"done\",\"status\":200,\"stream\":true,\"estimated\":false,\"over\":false,"
           "\"prompt_tokens\":5,\"cache_read_tokens\":1,\"cache_write_tokens\":2,\"output_tokens\":7,"
           "\"reasoning_tokens\":3,\"cost\":0.00042,\"per_mille\":500,\"first_ms\":100,\"ms\":400,"
           "\"cache_write_1h_tokens\":1,\"audio_input_tokens\":0,\"audio_cache_read_tokens\":0,"
           "\"audio_output_tokens\":0,\"image_input_tokens\":0,\"image_cache_read_tokens\":0,"
           "\"image_output_tokens\":0,\"searches\":4,\"images\":6,\"seconds\":8,\"characters\":9}\n",
           "a line of JSON");
    buf_free(&out);
}

/* The longest names, of nothing but quotes. */
static void test_longest(void) {
    struct entry entry = sample();
    memset(entry.model, '"', sizeof entry.model - 1);
    struct buf out = lines(ENTRY_CSV, &entry);
    size_t quotes = 0;
    for (const char *at = out.data; *at; at++)
        quotes += *at == '"';
    is_int((long long)quotes, 2 * (MODEL_TEXT - 1) + 2, "nothing of a long name is lost");
    buf_free(&out);
}

static void test_break(void) {
    struct buf out;
    buf_init(&out, 1000);
    entry_lines_break(&out, ENTRY_CSV, "no \"more\"");
    is_str(out.data, "\"error: this is not all\",\"no \"\"more\"\"\"\r\n", "CSV that breaks off");
    buf_clear(&out);
    entry_lines_break(&out, ENTRY_JSONL, "no more");
    is_str(out.data, "{\"error\":{\"message\":\"no more\"}}\n", "JSON that breaks off");
    buf_free(&out);
}

int main(void) {
    test_cells();
    test_json();
    test_longest();
    test_break();
    ok(entry_format_find("csv") == ENTRY_CSV && entry_format_find("jsonl") == ENTRY_JSONL &&
           entry_format_find("json") == ENTRY_FORMAT__MAX,
       "formats by their names");
    for (size_t i = 0; i < sizeof amounts / sizeof *amounts; i++)
        is_int(quota_of(amounts[i].amount), amounts[i].quota, "money as quota");
    return tap_done();
}
