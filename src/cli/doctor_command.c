/*
 * The command that asks the hub by way of the web server, as clients do, and says what around the
 * hub stands in its way. The checks are a table; what their answers mean is in doctor_verdict.c, what
 * helps in doctor_advice.c.
 */
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/thread.h"
#include "cli/command.h"
#include "cli/doctor_host.h"
#include "cli/doctor_reach.h"
#include "cli/doctor_report.h"
#include "cli/output.h"

#define TOKEN_SECONDS  3600 /* of a run over a slow line, besides silence; it is withdrawn at the end */
#define ASK_SECONDS    30
#define BODY_SECONDS   120
#define STREAM_SECONDS 30
#define LONG_HEADER    7000 /* most web servers refuse from 8 KiB on by default */
#define CHUNKED_BODY   5000
#define SILENCE_MOST   3600
#define STREAM_SPARE   120 /* as mod_fcgid looks for requests of more than 300 s, by default */
#define SILENCE_SPARE  30  /* that a web server should wait longer than the hub does for a provider */

static const char key_header[] = "Authorization: Bearer aihub-doctor-asks-whether-this-arrives";

struct doctor {
    const struct config *config;
    struct ledger *ledger;
    struct doctor_site site;
    struct doctor_world world;
    bool held_back; /* streams are */
    int silence;    /* seconds; 0: not tested */
    int stream;     /* the same of a long stream, which goes on meanwhile */
    bool thorough;  /* bodies up to the hub's own limit */
    pthread_t streamer;
    bool streams;                     /* in that thread */
    struct doctor_answer long_stream; /* what comes of it */
    char public[512];                 /* where on the web the data directory was found */
    char names[1024];                 /* of keys that are there, as a pattern */
    char open_keys[4096];             /* paths of those that other users can read */
    char config_dir[4096];
};

static int silence_of(const struct config *config) {
    int seconds = config->first_byte_timeout + SILENCE_SPARE;
    return seconds < SILENCE_MOST ? seconds : SILENCE_MOST;
}

typedef void check_function(struct doctor *doctor, struct doctor_verdict *verdict);

static void ask_get(struct doctor *doctor, const char *target, const char *header,
                    struct doctor_answer *answer) {
    doctor_ask(&doctor->site,
               &(struct doctor_ask){.target = target, .header = header, .seconds = ASK_SECONDS}, answer);
}

/* ---- the way in ------------------------------------------------------------------- */

static void check_authorization(struct doctor *doctor, struct doctor_verdict *verdict) {
    struct doctor_answer answer;
    ask_get(doctor, "/doctor/echo", key_header, &answer);
    doctor_judge_header(&answer, "authorization", strchr(key_header, ' ') + 1, verdict);
    doctor_answer_free(&answer);
}

static void check_long_header(struct doctor *doctor, struct doctor_verdict *verdict) {
    static const char name[] = "x-aihub-doctor-long: ";
    char header[sizeof name + LONG_HEADER];
    struct doctor_answer answer;
    memcpy(header, name, sizeof name);
    memset(header + sizeof name - 1, 'x', LONG_HEADER);
    header[sizeof header - 1] = '\0';
    ask_get(doctor, "/doctor/echo", header, &answer);
    doctor_judge_header(&answer, "x-aihub-doctor-long", header + sizeof name - 1, verdict);
    doctor_answer_free(&answer);
}

static void check_path(struct doctor *doctor, const char *target, struct doctor_verdict *verdict) {
    struct doctor_answer answer;
    ask_get(doctor, target, NULL, &answer);
    doctor_judge_path(&answer, target, verdict);
    doctor_answer_free(&answer);
}

static void check_encoded_slash(struct doctor *doctor, struct doctor_verdict *verdict) {
    check_path(doctor, "/doctor/echo/a%2Fb", verdict);
}

static void check_double_slash(struct doctor *doctor, struct doctor_verdict *verdict) {
    check_path(doctor, "//doctor//echo", verdict);
}

static void check_head(struct doctor *doctor, struct doctor_verdict *verdict) {
    struct doctor_answer answer;
    doctor_ask(&doctor->site,
               &(struct doctor_ask){.method = "HEAD", .target = "/doctor/echo", .seconds = ASK_SECONDS},
               &answer);
    doctor_judge_head(&answer, verdict);
    doctor_answer_free(&answer);
}

static void check_body(struct doctor *doctor, size_t size, bool chunked, struct doctor_verdict *verdict) {
    struct doctor_answer answer;
    doctor_ask(&doctor->site,
               &(struct doctor_ask){.method = "POST",
                                    .target = "/doctor/echo",
                                    .body = size,
                                    .chunked = chunked,
                                    .seconds = BODY_SECONDS},
               &answer);
    doctor_judge_body(&answer, size, verdict);
    doctor_answer_free(&answer);
}

static void check_chunked(struct doctor *doctor, struct doctor_verdict *verdict) {
    check_body(doctor, CHUNKED_BODY, true, verdict);
}

/* From below to above what web servers take by default: 128 KiB, 1 MiB, 8 MiB. */
static void check_body_size(struct doctor *doctor, struct doctor_verdict *verdict) {
    static const long sizes[] = {1000, 100000, 1000000, 2000000, 10000000, 20000000};
    long most = doctor->config->body_limit, last = 0;
    for (size_t i = 0; i <= sizeof sizes / sizeof *sizes && last < most; i++) {
        bool quick = i < sizeof sizes / sizeof *sizes;
        if (!quick && !doctor->thorough)
            break;
        long size = quick && sizes[i] < most ? sizes[i] : most;
        check_body(doctor, (size_t)size, false, verdict);
        if (verdict->state == DOCTOR_FOUND) {
            char why[sizeof verdict->seen];
            memcpy(why, verdict->seen, sizeof why);
            doctor_say(verdict, DOCTOR_FOUND, "A body of %ld bytes arrived, one of %ld did not: %.200s", last,
                       size, why);
            return;
        }
        last = size;
    }
    doctor_say(verdict, DOCTOR_GOOD, "A body of %ld bytes arrived.", last);
}

/* ---- the way out -------------------------------------------------------------------- */

static void check_answers(struct doctor *doctor, struct doctor_verdict *verdict) {
    static const int codes[] = {400, 401, 402, 403, 404, 429, 500, 503};
    for (size_t i = 0; i < sizeof codes / sizeof *codes; i++) {
        char target[64];
        struct doctor_answer answer;
        snprintf(target, sizeof target, "/doctor/status?code=%d", codes[i]);
        ask_get(doctor, target, NULL, &answer);
        doctor_judge_status(&answer, codes[i], verdict);
        doctor_answer_free(&answer);
        if (verdict->state == DOCTOR_FOUND)
            return;
    }
}

static void check_stream(struct doctor *doctor, const char *header, struct doctor_verdict *verdict) {
    struct doctor_answer answer;
    doctor_ask(&doctor->site,
               &(struct doctor_ask){
                   .target = "/doctor/stream?events=12&gap=200", .header = header, .seconds = STREAM_SECONDS},
               &answer);
    doctor_judge_stream(&answer, verdict);
    doctor_answer_free(&answer);
}

static void check_plain_stream(struct doctor *doctor, struct doctor_verdict *verdict) {
    check_stream(doctor, "Accept-Encoding: identity", verdict);
    doctor->held_back = verdict->state == DOCTOR_FOUND;
}

static void check_compressed_stream(struct doctor *doctor, struct doctor_verdict *verdict) {
    if (doctor->held_back)
        doctor_say(verdict, DOCTOR_UNTESTED, "Streams are held back anyway.");
    else
        check_stream(doctor, "Accept-Encoding: gzip", verdict);
}

/* ---- what takes its time -------------------------------------------------------------- */

static void *ask_long_stream(void *arg) {
    struct doctor *doctor = arg;
    int gap = doctor->config->keep_alive * 1000; /* the hub's own pace in a silent stream */
    if (gap > doctor->stream * 1000 / 4)
        gap = doctor->stream * 1000 / 4;
    char target[64];
    snprintf(target, sizeof target, "/doctor/stream?events=%d&gap=%d", doctor->stream * 1000 / gap + 1, gap);
    doctor_ask(&doctor->site, &(struct doctor_ask){.target = target, .seconds = doctor->stream + ASK_SECONDS},
               &doctor->long_stream);
    return NULL;
}

static bool is_tested(const struct doctor *doctor, struct doctor_verdict *verdict) {
    if (!doctor->silence)
        doctor_say(verdict, DOCTOR_UNTESTED, "Not tested, since it takes %d s: aihub doctor --long",
                   silence_of(doctor->config) + STREAM_SPARE);
    return doctor->silence > 0;
}

/* The long stream runs at the same time. */
static void check_silence(struct doctor *doctor, struct doctor_verdict *verdict) {
    char target[64];
    struct doctor_answer answer;
    if (!is_tested(doctor, verdict))
        return;
    doctor->streams = thread_start(&doctor->streamer, ask_long_stream, doctor) == 0;
    snprintf(target, sizeof target, "/doctor/silence?seconds=%d", doctor->silence);
    doctor_ask(&doctor->site,
               &(struct doctor_ask){.target = target, .seconds = doctor->silence + ASK_SECONDS}, &answer);
    doctor_judge_silence(&answer, doctor->silence, verdict);
    doctor_answer_free(&answer);
}

static void check_long_stream(struct doctor *doctor, struct doctor_verdict *verdict) {
    if (!is_tested(doctor, verdict))
        return;
    if (doctor->streams)
        pthread_join(doctor->streamer, NULL);
    else
        ask_long_stream(doctor);
    doctor_judge_long_stream(&doctor->long_stream, doctor->stream, verdict);
    doctor_answer_free(&doctor->long_stream);
}

/* ---- files that are nobody's business ---------------------------------------------------- */

/* Whether what is at that address is the file, byte by byte. */
static bool hands_out(struct doctor *doctor, const char *address, const char *path) {
    struct doctor_answer answer;
    struct buf file;
    doctor_ask(&doctor->site, &(struct doctor_ask){.url = address, .seconds = ASK_SECONDS}, &answer);
    bool same = answer.status == 200 && !answer.err.kind && doctor_host_read(path, &file) == 0;
    if (same) {
        same =
            file.len > 0 && file.len == answer.body.len && memcmp(file.data, answer.body.data, file.len) == 0;
        buf_free(&file);
    }
    doctor_answer_free(&answer);
    return same;
}

/* Asks for the file wherever it would be if one of its directories were to be seen on the web: at the root of
 * the host, or at any part of the hub's own path, such as that of a user. */
static bool find_public(struct doctor *doctor, const char *path, char *address, size_t size) {
    const char *url = doctor->site.url;
    for (size_t depth = 0; doctor_file_address(url, depth, path, 0, address, size); depth++)
        for (size_t skip = 0; doctor_file_address(url, depth, path, skip, address, size); skip++)
            if (hands_out(doctor, address, path))
                return true;
    return false;
}

/* The path of an address without the name of its file. */
static void copy_place(const char *address, char *place, size_t size) {
    snprintf(place, size, "%s", strchr(strstr(address, "://") + 3, '/'));
    char *end = strrchr(place, '/');
    if (end)
        *end = '\0';
}

static void check_public(struct doctor *doctor, const char *path, struct doctor_verdict *verdict) {
    char address[2048];
    if (!find_public(doctor, path, address, sizeof address)) {
        doctor_say(verdict, DOCTOR_GOOD, "%s is nowhere to be had.", path);
        return;
    }
    doctor_say(verdict, DOCTOR_FOUND, "%s gives %s.", address, path);
    copy_place(address, doctor->public, sizeof doctor->public);
}

static void check_data_public(struct doctor *doctor, struct doctor_verdict *verdict) {
    char path[4096];
    snprintf(path, sizeof path, "%s/" DOCTOR_FILE, doctor->config->data_dir);
    check_public(doctor, path, verdict);
}

static void check_config_public(struct doctor *doctor, struct doctor_verdict *verdict) {
    check_public(doctor, doctor->config->path, verdict);
}

/* Adds a file's name to the pattern; false if it is one that a pattern reads in another way. */
static bool add_name(char *names, size_t size, const char *name) {
    static const char plain[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._-";
    size_t len = strlen(names);
    if (name[strspn(name, plain)] || len + 3 * strlen(name) + 2 > size)
        return false;
    if (len)
        names[len++] = '|';
    for (; *name; name++)
        len += (size_t)snprintf(names + len, size - len, *name == '.' ? "[%c]" : "%c", *name);
    return true;
}

/* One finding for all of them: those beside the first one are mended by the same lines. */
static void check_keys_public(struct doctor *doctor, struct doctor_verdict *verdict) {
    char address[2048], place[sizeof doctor->public];
    bool plain = true;
    doctor_say(verdict, DOCTOR_GOOD, "None is to be had.");
    for (size_t i = 0; i < doctor->config->providers; i++) {
        const char *path = doctor->config->provider[i].key_file;
        if (!path || !find_public(doctor, path, address, sizeof address))
            continue;
        copy_place(address, place, sizeof place);
        if (verdict->state == DOCTOR_GOOD) {
            doctor_say(verdict, DOCTOR_FOUND, "%s gives %s.", address, path);
            memcpy(doctor->public, place, sizeof place);
        }
        if (strcmp(place, doctor->public) == 0)
            plain = add_name(doctor->names, sizeof doctor->names, strrchr(address, '/') + 1) && plain;
    }
    if (!plain)
        doctor->public[0] = '\0'; /* lines for it would be wrong */
}

/* ---- the host ------------------------------------------------------------------------------ */

static void check_data_mode(struct doctor *doctor, struct doctor_verdict *verdict) {
    doctor_host_mode(doctor->config, verdict);
}

static void check_config_mode(struct doctor *doctor, struct doctor_verdict *verdict) {
    doctor_host_config_mode(doctor->config, verdict);
}

static void check_key_mode(struct doctor *doctor, struct doctor_verdict *verdict) {
    doctor_host_key_mode(doctor->config, doctor->open_keys, sizeof doctor->open_keys, verdict);
}

static void check_disk_kind(struct doctor *doctor, struct doctor_verdict *verdict) {
    doctor_host_disk_kind(doctor->config, verdict);
}

static void check_room(struct doctor *doctor, struct doctor_verdict *verdict) {
    doctor_host_room(doctor->config, verdict);
}

/* Its keeper has proved that file locks work before it answers. */
static void check_keeper(struct doctor *doctor, struct doctor_verdict *verdict) {
    struct error err = {0};
    if (ledger_ping(doctor->ledger, &err) < 0)
        doctor_say(verdict, DOCTOR_FOUND, "%s", err.message);
    else
        doctor_say(verdict, DOCTOR_GOOD, "The keeper answers, and file locks work.");
}

/* What is quick comes first. */
static const struct check {
    enum doctor_finding finding;
    check_function *run;
} checks[] = {
    {FOUND_DATA_MODE, check_data_mode},
    {FOUND_CONFIG_MODE, check_config_mode},
    {FOUND_KEY_MODE, check_key_mode},
    {FOUND_NETWORK_DISK, check_disk_kind},
    {FOUND_DISK_FULL, check_room},
    {FOUND_KEEPER, check_keeper},
    {FOUND_DATA_PUBLIC, check_data_public},
    {FOUND_CONFIG_PUBLIC, check_config_public},
    {FOUND_KEY_PUBLIC, check_keys_public},
    {FOUND_AUTHORIZATION, check_authorization},
    {FOUND_LONG_HEADER, check_long_header},
    {FOUND_ENCODED_SLASH, check_encoded_slash},
    {FOUND_DOUBLE_SLASH, check_double_slash},
    {FOUND_HEAD, check_head},
    {FOUND_ANSWERS, check_answers},
    {FOUND_CHUNKED, check_chunked},
    {FOUND_BODY_SIZE, check_body_size},
    {FOUND_HELD_BACK, check_plain_stream},
    {FOUND_COMPRESSED, check_compressed_stream},
    {FOUND_SILENCE, check_silence},
    {FOUND_CUT, check_long_stream},
};
/* The one without a check is found when the hub cannot be reached. */
_Static_assert(sizeof checks / sizeof *checks == FOUND__MAX - 1, "a check for each finding");

/* ---- where the hub is, and what is good to know -------------------------------------------------- */

static void say_hub(const struct doctor *doctor, const struct doctor_report *report) {
    json_t *places = json_array();
    for (size_t i = 0; i < report->place_count; i++)
        json_array_append_new(places, json_string(doctor_place(report->places[i])->name));
    if (report->json)
        output_object(true, json_pack("{s:s, s:s, s:s, s:o, s:O}", "check", "hub", "url", doctor->site.url,
                                      "version", doctor->world.version, "server",
                                      output_text(doctor->world.server), "places", places));
    else
        printf("%s: aihub %s behind %s (%s)\n\n", doctor->site.url, doctor->world.version,
               json_string_value(json_array_get(places, 0)), doctor->world.server);
    json_decref(places);
}

static bool is_local(const char *url) {
    static const char *const names[] = {"127.", "localhost", "[::1]"};
    const char *host = strstr(url, "://") + 3;
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (strncmp(host, names[i], strlen(names[i])) == 0)
            return true;
    return false;
}

static void say_hints(const struct doctor *doctor, struct doctor_report *report, const char *front) {
    char text[1024];
    const char *root = doctor->world.root, *data = doctor->config->data_dir;
    size_t len = strlen(root);
    if (front) {
        snprintf(text, sizeof text, "%s answers in front of %s: what was found may be its doing.", front,
                 doctor->world.server);
        doctor_report_hint(report, text, NULL);
    }
    if (len > 1 && strncmp(data, root, len) == 0 && data[len] == '/') {
        snprintf(text, sizeof text,
                 "The data directory is below the document root %s. It is safer outside, whatever the web "
                 "server refuses today.",
                 root);
        doctor_report_hint(report, text, NULL);
    }
    if (strncmp(doctor->site.url, "http:", 5) == 0 && !is_local(doctor->site.url))
        doctor_report_hint(report, "Without https everybody on the way can read the keys.", NULL);
    const char *plain = doctor_plain_log(report->places[report->place_count - 1]);
    if (plain) {
        snprintf(
            text, sizeof text,
            "Some clients send their key in the query (?key=), and the usual access log shows it; whether "
            "yours does cannot be seen from here. A format without the query%s:",
            report->place_count > 1 ? ", which only the host's administrator can set" : "");
        doctor_report_hint(report, text, plain);
    }
}

/* ---- the command ------------------------------------------------------------------------------ */

enum { VALUES = 15 };

struct values {
    struct doctor_value list[VALUES];
    char number[6][24];
};

static void set_number(struct values *values, size_t i, const char *name, long long number) {
    snprintf(values->number[i], sizeof values->number[i], "%lld", number);
    values->list[i] = (struct doctor_value){name, values->number[i]};
}

static void fill_values(struct values *values, const struct doctor *doctor) {
    const struct config *config = doctor->config;
    const char *base = strchr(strstr(doctor->site.url, "://") + 3, '/');
    int seconds = silence_of(config);
    seconds = seconds < 600 ? 600 : seconds;
    long long body = 2LL * config->body_limit; /* the hub says better what is wrong */
    set_number(values, 0, "@BODY@", body);
    set_number(values, 1, "@BODY_KIB@", (body + 1023) / 1024);
    set_number(values, 2, "@BODY_MIB@", (body + 1048575) / 1048576);
    set_number(values, 3, "@SECONDS@", seconds);
    set_number(values, 4, "@TOTAL@", config->total_timeout < seconds ? seconds : config->total_timeout);
    set_number(values, 5, "@PAUSE@", seconds < 900 ? 900 : seconds);
    values->list[6] = (struct doctor_value){"@BASE@", base ? base : "/"};
    values->list[7] = (struct doctor_value){"@DATA@", config->data_dir};
    values->list[8] = (struct doctor_value){"@CONFIG@", config->path};
    values->list[9] = (struct doctor_value){"@LOG@", config->log};
    values->list[10] = (struct doctor_value){"@PUBLIC@", doctor->public};
    values->list[11] = (struct doctor_value){"@NAMES@", doctor->names};
    values->list[12] = (struct doctor_value){"@KEYS@", doctor->open_keys};
    values->list[13] = (struct doctor_value){"@CONFIG_DIR@", doctor->config_dir};
    values->list[14] = (struct doctor_value){NULL, NULL};
}

static void run_checks(struct doctor *doctor, struct doctor_report *report) {
    for (size_t i = 0; i < sizeof checks / sizeof *checks; i++) {
        struct doctor_verdict verdict = {DOCTOR_UNTESTED, ""};
        checks[i].run(doctor, &verdict);
        doctor_report(report, checks[i].finding, &verdict);
    }
}

static int examine(struct doctor *doctor, struct doctor_report *report, struct error *err) {
    struct doctor_answer echo;
    int rc = 0;
    ask_get(doctor, "/doctor/echo", NULL, &echo);
    if (echo.untrusted && doctor_speaks_plainly(&doctor->site)) {
        rc =
            error_set(err, ERR_UPSTREAM, "%s: there is no TLS at this port, but plain HTTP: ask with http://",
                      doctor->site.url);
    } else if (echo.untrusted) {
        struct doctor_verdict verdict;
        doctor_say(&verdict, DOCTOR_FOUND, "%s", echo.err.message);
        doctor_report(report, FOUND_UNTRUSTED, &verdict);
    } else if (!doctor_read_world(&echo, &doctor->world)) {
        rc = doctor_explain(&doctor->site, doctor->config, &echo, report, err);
    } else {
        report->place_count = doctor_places(&doctor->world, report->places);
        say_hub(doctor, report);
        run_checks(doctor, report);
        say_hints(doctor, report, doctor_in_front(&doctor->world, &echo));
    }
    doctor_answer_free(&echo);
    return rc;
}

static int read_silence(struct doctor *doctor, const struct arguments *args, struct error *err) {
    int64_t value = arguments_value(args, "--long") ? silence_of(doctor->config) : 0;
    if (arguments_number(args, "--silence", 1, &value, err) < 0)
        return -1;
    if (value > SILENCE_MOST)
        return error_set(err, ERR_REQUEST, "--silence: at most %d seconds", SILENCE_MOST);
    doctor->silence = (int)value;
    doctor->stream = doctor->silence + (arguments_value(args, "--silence") ? 0 : STREAM_SPARE);
    return 0;
}

/* What clients call the base URL is pasted here, too. */
static const char *without_version(const char *url, struct arena *arena) {
    const char *flaw, *path = url ? strchr(strstr(url, "://") + 3, '/') : NULL;
    size_t len = path ? strlen(url) : 0;
    if (!path || strlen(path) < 3 || strcmp(url + len - 3, "/v1") != 0)
        return url;
    return config_url(arena_strndup(arena, url, len - 3), arena, &flaw);
}

static const char *read_url(const struct cli *cli, const struct arguments *args, struct arena *arena,
                            struct error *err) {
    const char *given = arguments_value(args, "URL"), *flaw;
    if (!given && !cli->config->url)
        error_set(
            err, ERR_REQUEST,
            "where do clients reach the hub? Say it, as in `aihub doctor https://example.org/ai`, or with "
            "\"url\" in %s",
            cli->config->path);
    if (!given)
        return without_version(cli->config->url, arena);
    const char *url = config_url(given, arena, &flaw);
    if (!url)
        error_set(err, ERR_REQUEST, "URL: %s", flaw);
    return without_version(url, arena);
}

static int run_doctor(struct cli *cli, struct doctor *doctor, struct error *err) {
    struct values values;
    struct doctor_report report = {.json = cli->json, .values = values.list};
    if (doctor_host_owner(cli->config, err) < 0 ||
        doctor_token_issue(cli->config->data_dir, TOKEN_SECONDS + doctor->stream, doctor->site.token, err) <
            0)
        return -1;
    const char *path = cli->config->path;
    snprintf(doctor->config_dir, sizeof doctor->config_dir, "%.*s/", (int)(strrchr(path, '/') - path), path);
    fill_values(&values, doctor);
    doctor->site.upstream = upstream_new(false);
    int rc = examine(doctor, &report, err);
    upstream_free(doctor->site.upstream);
    doctor_token_withdraw(cli->config->data_dir, doctor->site.token);
    if (rc == 0 && report.found)
        rc = error_set(err, ERR_UNAVAILABLE, "%d finding%s", report.found, report.found == 1 ? "" : "s");
    return rc;
}

int command_doctor(struct cli *cli, const struct arguments *args, struct error *err) {
    struct doctor doctor = {
        .config = cli->config, .ledger = cli->ledger, .thorough = arguments_value(args, "--long")};
    struct arena *arena = arena_new();
    int rc = read_silence(&doctor, args, err);
    if (rc == 0)
        rc = (doctor.site.url = read_url(cli, args, arena, err)) ? run_doctor(cli, &doctor, err) : -1;
    arena_free(arena);
    return rc;
}
