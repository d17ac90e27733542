/* What `aihub doctor` makes of answers, the table of its advice, and the token that opens the hub's probes.
 */
#include <sys/stat.h>
#include <unistd.h>

#include "base/clock.h"
#include "base/secret.h"
#include "cli/doctor_host.h"
#include "cli/doctor_reach.h"
#include "cli/doctor_report.h"
#include "gate/doctor_token.h"
#include "tap.h"
#include "tempdir.h"

#define COUNT(table) (sizeof(table) / sizeof *(table))

/* ---- the table of advice ------------------------------------------------------------- */

/* Every word between two @ signs is one that is filled in. */
static int words_known(const char *text) {
    static const char *const words[] = {"@BASE@",       "@BODY@",   "@BODY_KIB@", "@BODY_MIB@", "@CONFIG@",
                                        "@CONFIG_DIR@", "@DATA@",   "@KEYS@",     "@LOG@",      "@NAMES@",
                                        "@PAUSE@",      "@PUBLIC@", "@SECONDS@",  "@SOCKET@",   "@TOTAL@"};
    for (const char *at = text ? strchr(text, '@') : NULL; at; at = strchr(at, '@')) {
        size_t i = 0;
        while (i < COUNT(words) && strncmp(at, words[i], strlen(words[i])) != 0)
            i++;
        if (i == COUNT(words))
            return 0;
        at += strlen(words[i]);
    }
    return 1;
}

static void test_advice(void) {
    for (int f = 0; f < FOUND__MAX; f++) {
        const struct doctor_text *text = doctor_text((enum doctor_finding)f);
        ok(text->name && text->good && text->title && text->meaning, "finding %d has words", f);
        for (int other = 0; other < f; other++)
            if (strcmp(doctor_text((enum doctor_finding)other)->name, text->name) == 0)
                ok(0, "%s is the name of two findings", text->name);
        for (int p = 0; p < PLACE__MAX; p++) {
            const char *place = doctor_place((enum doctor_place)p)->name;
            const struct doctor_advice *advice = doctor_advice((enum doctor_finding)f, (enum doctor_place)p);
            if ((p == PLACE_HOST) != (f >= FOUND_WEB__MAX)) {
                ok(!advice, "%s is nothing for %s", text->name, place);
                continue;
            }
            ok(advice && (advice->lines || advice->note) && words_known(advice->lines) &&
                   words_known(advice->note),
               "%s: lines for %s, or why there are none", text->name, place);
        }
    }
    for (int p = 0; p < PLACE__MAX; p++)
        ok(doctor_place((enum doctor_place)p)->where != NULL, "where lines go, %d", p);
}

static void test_fill(void) {
    static const struct doctor_value values[] = {{"@BASE@", "/ai"}, {"@DATA@", "/var/@BASE@"}, {NULL, NULL}};
    char *text = doctor_fill("x @BASE@ @@DATA@ @BASE @OTHER@ @BASE@", values);
    is_str(text, "x /ai @/var/@BASE@ @BASE @OTHER@ /ai", "values are put in once");
    free(text);
    text = doctor_fill("", values);
    is_str(text, "", "an empty text");
    free(text);
}

/* ---- what answers mean ------------------------------------------------------------------ */

static struct doctor_answer answer_of(int status, const char *body) {
    struct doctor_answer answer = {.status = status, .type = "application/json", .retry_after = "7"};
    snprintf(answer.remaining, sizeof answer.remaining, "41");
    buf_init(&answer.body, 100000);
    buf_puts(&answer.body, body);
    return answer;
}

static void is_verdict(const struct doctor_verdict *verdict, enum doctor_state state, const char *seen,
                       const char *name) {
    if (verdict->state != state || !strstr(verdict->seen, seen))
        printf("# got %d: %s\n", verdict->state, verdict->seen);
    ok(verdict->state == state && strstr(verdict->seen, seen), "%s", name);
}

static void test_world(void) {
    static const struct {
        const char *server, *start, *script, *file;
        enum doctor_place places[DOCTOR_PLACES_MAX];
        size_t count;
    } worlds[] = {
        {"lighttpd/1.4.69", "spawned", "/", "", {PLACE_LIGHTTPD}, 1},
        {"lighttpd/1.4.69", "cgi", "/aihub.cgi", "", {PLACE_LIGHTTPD}, 1},
        {"nginx/1.22.1", "listens", "", "", {PLACE_NGINX}, 1},
        {"Apache", "spawned", "/", "", {PLACE_FCGID}, 1},
        {"Apache/2.4.71 (Debian)", "listens", "/v1", "", {PLACE_PROXY}, 1},
        {"Apache", "spawned", "/v1", "proxy:fcgi://hub/v1", {PLACE_PROXY}, 1},
        {"Apache", "spawned", "/ai/aihub.fcgi", "", {PLACE_FCGID_HTACCESS, PLACE_FCGID}, 2},
        {"Apache", "cgi", "/ai/aihub.cgi", "", {PLACE_APACHE_CGI_HTACCESS, PLACE_APACHE_CGI}, 2},
        {"Apache", "cgi", "/ai", "", {PLACE_APACHE_CGI}, 1},
        {"LiteSpeed", "spawned", "/ai/aihub.fcgi", "", {PLACE_OTHER}, 1},
    };
    for (size_t i = 0; i < COUNT(worlds); i++) {
        char body[1000];
        enum doctor_place places[DOCTOR_PLACES_MAX] = {PLACE_HOST, PLACE_HOST};
        struct doctor_world world;
        snprintf(body, sizeof body,
                 "{\"aihub\":\"1\",\"server\":\"%s\",\"start\":\"%s\",\"script\":\"%s\",\"file\":\"%s\","
                 "\"root\":null}",
                 worlds[i].server, worlds[i].start, worlds[i].script, worlds[i].file);
        struct doctor_answer echo = answer_of(200, body);
        ok(doctor_read_world(&echo, &world) && doctor_places(&world, places) == worlds[i].count &&
               memcmp(places, worlds[i].places, worlds[i].count * sizeof *places) == 0,
           "where lines go: %s %s %s", worlds[i].server, worlds[i].start, worlds[i].script);
        doctor_answer_free(&echo);
    }
}

static void test_no_world(void) {
    static const struct {
        int status;
        const char *body, *name;
    } others[] = {{404, "{\"aihub\":\"1\"}", "another status"},
                  {200, "<html>", "a page"},
                  {200, "[]", "other JSON"},
                  {200, "{\"aihub\":1}", "not a version"},
                  {200, "", "nothing"}};
    struct doctor_world world;
    for (size_t i = 0; i < COUNT(others); i++) {
        struct doctor_answer echo = answer_of(others[i].status, others[i].body);
        ok(!doctor_read_world(&echo, &world), "no hub: %s", others[i].name);
        doctor_answer_free(&echo);
    }
}

static void test_in_front(void) {
    static const struct {
        const char *hub, *seen, *front;
    } rows[] = {{"Apache/2.4", "Apache", NULL},     {"nginx/1.22.1", "nginx", NULL},
                {"Apache", "Apache/2.4 (x)", NULL}, {"Apache", "", NULL},
                {"Apache/2.4", "nginx", "nginx"},   {"lighttpd/1.4.69", "cloudflare", "cloudflare"},
                {"Apache", "ApacheX", "ApacheX"}};
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct doctor_world world = {.version = "1"};
        struct doctor_answer echo = {.status = 200};
        snprintf(world.server, sizeof world.server, "%s", rows[i].hub);
        snprintf(echo.server, sizeof echo.server, "%s", rows[i].seen);
        is_str(doctor_in_front(&world, &echo), rows[i].front, rows[i].seen);
    }
}

static void test_way_in(void) {
    struct doctor_verdict verdict;
    unsigned char hash[SECRET_HASH];
    char hex[2 * SECRET_HASH + 1], body[300];
    secret_hash("Bearer x", 8, hash);
    secret_hex(hash, sizeof hash, hex);
    snprintf(body, sizeof body, "{\"authorization\":\"%s\",\"body\":5,\"uri\":\"/ai/doctor/echo/a%%2Fb\"}",
             hex);
    struct doctor_answer echo = answer_of(200, body);
    doctor_judge_header(&echo, "authorization", "Bearer x", &verdict);
    is_verdict(&verdict, DOCTOR_GOOD, "8 bytes", "a header that arrived");
    doctor_judge_header(&echo, "authorization", "Bearer y", &verdict);
    is_verdict(&verdict, DOCTOR_FOUND, "changed", "one that is another");
    doctor_judge_header(&echo, "other", "Bearer x", &verdict);
    is_verdict(&verdict, DOCTOR_FOUND, "did not arrive", "one that did not");
    doctor_judge_path(&echo, "/doctor/echo/a%2Fb", &verdict);
    is_verdict(&verdict, DOCTOR_GOOD, "a%2Fb", "a path as it was sent");
    doctor_judge_path(&echo, "//doctor//echo", &verdict);
    is_verdict(&verdict, DOCTOR_FOUND, "arrived as /ai/doctor", "another path");
    doctor_judge_body(&echo, 5, &verdict);
    is_verdict(&verdict, DOCTOR_GOOD, "5 bytes", "a body");
    doctor_judge_body(&echo, 6, &verdict);
    is_verdict(&verdict, DOCTOR_FOUND, "Of 6 bytes 5", "a part of it");
    echo.status = 301;
    snprintf(echo.location, sizeof echo.location, "http://there/");
    doctor_judge_path(&echo, "/doctor/echo/a%2Fb", &verdict);
    is_verdict(&verdict, DOCTOR_FOUND, "Status 301 to http://there/.", "a redirect");
    doctor_answer_free(&echo);
    echo = answer_of(0, "");
    error_set(&echo.err, ERR_UPSTREAM, "nobody there");
    doctor_judge_body(&echo, 6, &verdict);
    is_verdict(&verdict, DOCTOR_FOUND, "nobody there", "no answer");
    doctor_judge_head(&echo, &verdict);
    is_verdict(&verdict, DOCTOR_FOUND, "nobody there", "none to HEAD");
    doctor_answer_free(&echo);
}

static void test_status(void) {
    static const struct {
        int status;
        const char *body, *type, *retry_after, *remaining, *seen;
    } rows[] = {
        {402, "{\"error\":{\"code\":402}}", "application/json", "7", "41", NULL},
        {500, "{\"error\":{\"code\":402}}", "application/json", "7", "41", "status 500"},
        {200, "<h1>", "text/html", "", "", "status 200"},
        {402, "<h1>Payment</h1>", "application/json", "7", "41", "its body"},
        {402, "{\"error\":402}", "application/json", "7", "41", "its body"},
        {402, "{\"error\":{\"code\":402}}", "text/plain", "7", "41", "Content-Type"},
        {402, "{\"error\":{\"code\":402}}", "application/json", "", "41", "Retry-After"},
        {402, "{\"error\":{\"code\":402}}", "application/json", "7", "", "x-ratelimit"},
    };
    struct doctor_verdict verdict;
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct doctor_answer answer = answer_of(rows[i].status, rows[i].body);
        snprintf(answer.type, sizeof answer.type, "%s", rows[i].type);
        snprintf(answer.retry_after, sizeof answer.retry_after, "%s", rows[i].retry_after);
        snprintf(answer.remaining, sizeof answer.remaining, "%s", rows[i].remaining);
        doctor_judge_status(&answer, 402, &verdict);
        is_verdict(&verdict, rows[i].seen ? DOCTOR_FOUND : DOCTOR_GOOD, rows[i].seen ? rows[i].seen : "402",
                   rows[i].seen ? rows[i].seen : "unchanged");
        doctor_answer_free(&answer);
    }
}

/* A stream of four events, made at 0, 500, 1000 and 1500 ms, whose bytes were there at these
 * moments; 0: it ended before that piece. */
static struct doctor_answer stream_of(const int64_t ms[5]) {
    static const char *const parts[] = {"data: {\"ms\":0}\n\n", "data: {\"ms\":500}\n\n",
                                        "data: {\"ms\":1000}\n\n", "data: {\"ms\":1500}\n\n",
                                        "data: [DONE]\n\n"};
    struct doctor_answer answer = answer_of(200, "");
    answer.pieces = calloc(5, sizeof *answer.pieces);
    for (size_t i = 0; i < 5 && ms[i]; i++) {
        buf_puts(&answer.body, parts[i]);
        if (answer.piece_count && answer.pieces[answer.piece_count - 1].ms == ms[i])
            answer.pieces[answer.piece_count - 1].end = answer.body.len;
        else
            answer.pieces[answer.piece_count++] = (struct doctor_piece){answer.body.len, ms[i]};
    }
    return answer;
}

static void test_stream(void) {
    static const struct {
        int64_t ms[5];
        int64_t held;
        enum doctor_state state;
        const char *seen, *name;
    } rows[] = {
        {{9000, 9500, 10000, 10500, 10500}, 0, DOCTOR_GOOD, "0.0 s late", "event by event"},
        {{9900, 9900, 10050, 10500, 10500}, 900, DOCTOR_GOOD, "0.9 s late", "a slow start"},
        {{10500, 10500, 10500, 10500, 10500}, 1500, DOCTOR_FOUND, "came 1.5 s late", "all at the end"},
        {{9000, 10600, 10600, 10600, 10600}, 1100, DOCTOR_FOUND, "came 1.1 s late", "in blocks"},
        {{9000, 9500, 10000, 0, 0}, 0, DOCTOR_FOUND, "broke off after 1.0 s", "cut"},
        {{0, 0, 0, 0, 0}, -1, DOCTOR_FOUND, "no stream", "nothing"},
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct doctor_verdict verdict;
        int64_t made;
        bool whole;
        struct doctor_answer stream = stream_of(rows[i].ms);
        is_int(doctor_held_back(&stream, &made, &whole), rows[i].held, rows[i].name);
        doctor_judge_stream(&stream, &verdict);
        is_verdict(&verdict, rows[i].state, rows[i].seen, rows[i].name);
        doctor_judge_long_stream(&stream, 2, &verdict);
        ok((verdict.state == DOCTOR_GOOD) == (rows[i].ms[4] != 0), "whole or not: %s", rows[i].name);
        doctor_answer_free(&stream);
    }
}

static void test_silence(void) {
    struct doctor_verdict verdict;
    struct doctor_answer answer = answer_of(200, "{}");
    answer.took = 50000;
    doctor_judge_silence(&answer, 50, &verdict);
    is_verdict(&verdict, DOCTOR_GOOD, "50 s", "an answer after silence");
    answer.status = 500;
    answer.took = 40000;
    doctor_judge_silence(&answer, 50, &verdict);
    is_verdict(&verdict, DOCTOR_FOUND, "given up after 40 s, with status 500", "an error instead");
    error_set(&answer.err, ERR_UPSTREAM, "broke off");
    answer.status = 0;
    doctor_judge_silence(&answer, 50, &verdict);
    is_verdict(&verdict, DOCTOR_FOUND, "after 40 s: broke off", "no answer");
    doctor_answer_free(&answer);
}

/* ---- what is a finding, and what a note -------------------------------------------------------- */

/* What of it counts, with standard output put aside meanwhile. */
static int found_by(enum doctor_finding finding, enum doctor_place first, size_t place_count) {
    static const struct doctor_value values[] = {{NULL, NULL}};
    struct doctor_report report = {
        .json = true, .values = values, .places = {first, PLACE_APACHE_CGI}, .place_count = place_count};
    struct doctor_verdict verdict = {DOCTOR_FOUND, "x"};
    fflush(stdout);
    int out = dup(STDOUT_FILENO);
    if (out < 0 || !freopen("/dev/null", "w", stdout))
        exit(99);
    doctor_report(&report, finding, &verdict);
    fflush(stdout);
    dup2(out, STDOUT_FILENO);
    close(out);
    return report.found;
}

static void test_notes(void) {
    is_int(found_by(FOUND_ENCODED_SLASH, PLACE_APACHE_CGI_HTACCESS, 2), 0,
           "what only the host can mend, and chat does without");
    is_int(found_by(FOUND_ENCODED_SLASH, PLACE_APACHE_CGI, 1), 1, "where one can mend it oneself");
    is_int(found_by(FOUND_LONG_HEADER, PLACE_APACHE_CGI_HTACCESS, 2), 1, "what chat is concerned by");
    is_int(found_by(FOUND_ENCODED_SLASH, PLACE_OTHER, 1), 1, "where nobody knows whose it is");
}

static void test_reach(void) {
    static const int known[] = {403, 404, 500, 502, 503};
    for (size_t i = 0; i < COUNT(known); i++)
        ok(doctor_causes(known[i]) != NULL, "causes of %d", known[i]);
    ok(!doctor_causes(200) && !doctor_causes(401), "none of others");
    struct doctor_answer answer = answer_of(404, "{\"error\":{\"code\":\"unknown_url\"}}");
    ok(doctor_is_unknown(&answer), "the hub's own 404");
    answer.status = 200;
    ok(!doctor_is_unknown(&answer), "not another status");
    doctor_answer_free(&answer);
    answer = answer_of(404, "<h1>Not found</h1>");
    ok(!doctor_is_unknown(&answer), "nor a web server's");
    doctor_answer_free(&answer);
}

/* ---- the host ------------------------------------------------------------------------------ */

static void test_addresses(void) {
    static const struct {
        const char *url;
        size_t depth, skip;
        const char *address;
    } rows[] = {
        {"http://h:1", 0, 0, "http://h:1/srv/my%20www%25/data/doctor"},
        {"http://h:1", 0, 1, "http://h:1/my%20www%25/data/doctor"},
        {"http://h:1", 0, 3, "http://h:1/doctor"},
        {"http://h:1", 0, 4, NULL},
        {"http://h:1", 1, 0, NULL},
        {"https://h/~u/ai", 0, 3, "https://h/doctor"},
        {"https://h/~u/ai", 1, 2, "https://h/~u/data/doctor"},
        {"https://h/~u/ai", 2, 3, "https://h/~u/ai/doctor"},
        {"https://h/~u/ai", 2, 4, NULL},
        {"https://h/~u/ai", 3, 3, NULL},
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        char address[200] = "";
        bool is = doctor_file_address(rows[i].url, rows[i].depth, "/srv/my www%/data/doctor", rows[i].skip,
                                      address, sizeof address);
        is_str(is ? address : NULL, rows[i].address, "where a file may be");
    }
    is_str(doctor_network_disk(0x6969), "NFS", "NFS");
    is_str(doctor_network_disk((long)0xff534d42), "CIFS", "CIFS");
    is_str(doctor_network_disk((int)0xff534d42), "CIFS", "the same where the type is signed and short");
    ok(!doctor_network_disk(0xef53) && !doctor_network_disk(0x01021994), "ext4 and tmpfs are local");
}

static void touch(const char *path, unsigned mode) {
    FILE *file = fopen(path, "w");
    if (!file || fclose(file) != 0 || chmod(path, mode) < 0)
        exit(99);
}

static void test_modes(const char *directory) {
    static const struct {
        unsigned directory, config, key;
        bool config_good, key_good;
    } rows[] = {
        {0700, 0644, 0600, true, true},   {0755, 0600, 0400, true, true},   {0775, 0644, 0600, false, true},
        {0707, 0644, 0600, false, true},  {0700, 0664, 0640, false, false}, {01777, 0644, 0604, true, false},
        {0711, 0602, 0620, false, false},
    };
    char config_path[2 * TEMPDIR_PATH], key[2 * TEMPDIR_PATH], wanted[5 * TEMPDIR_PATH],
        open[5 * TEMPDIR_PATH];
    snprintf(config_path, sizeof config_path, "%s/a.json", directory);
    snprintf(key, sizeof key, "%s/a.key", directory);
    struct provider_config providers[] = {{.key_file = key}, {.key_file = NULL}, {.key_file = key}};
    struct config config = {.path = config_path, .provider = providers, .providers = 3};
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct doctor_verdict verdict;
        touch(config_path, rows[i].config);
        touch(key, rows[i].key);
        chmod(directory, rows[i].directory);
        doctor_host_config_mode(&config, &verdict);
        is_verdict(&verdict, rows[i].config_good ? DOCTOR_GOOD : DOCTOR_FOUND, directory,
                   "the configuration");
        doctor_host_key_mode(&config, open, sizeof open, &verdict);
        is_verdict(&verdict, rows[i].key_good ? DOCTOR_GOOD : DOCTOR_FOUND, rows[i].key_good ? "" : key,
                   "keys");
        snprintf(wanted, sizeof wanted, "%s %s", key, key);
        is_str(open, rows[i].key_good ? "" : wanted, "which");
    }
    doctor_host_key_mode(&config, open, strlen(key) + 3, &(struct doctor_verdict){0});
    is_str(open, key, "no half path where there is no room");
    chmod(directory, 0700);
    unlink(config_path);
    unlink(key);
}

static void write_token(const char *directory, const char *token, long long end) {
    unsigned char hash[SECRET_HASH];
    char hex[2 * SECRET_HASH + 1], path[2 * TEMPDIR_PATH];
    secret_hash(token, strlen(token), hash);
    secret_hex(hash, sizeof hash, hex);
    snprintf(path, sizeof path, "%s/" DOCTOR_FILE, directory);
    FILE *file = fopen(path, "w");
    if (!file || fprintf(file, "%s %lld\n", hex, end) < 0 || fclose(file) != 0)
        exit(99);
}

static void test_token(const char *directory) {
    char token[DOCTOR_TOKEN_TEXT], second[DOCTOR_TOKEN_TEXT], path[2 * TEMPDIR_PATH], text[200];
    struct error err = {0};
    struct stat st;
    snprintf(path, sizeof path, "%s/" DOCTOR_FILE, directory);
    ok(!doctor_token_fits(directory, "") && !doctor_token_fits(directory, "x"), "no file, no token");
    ok(doctor_token_issue(directory, 100, token, &err) == 0 && strlen(token) == DOCTOR_TOKEN_TEXT - 1,
       "a token");
    ok(stat(path, &st) == 0 && (st.st_mode & 0777) == 0600, "its file is for nobody else");
    FILE *file = fopen(path, "r");
    ok(file && fgets(text, sizeof text, file) && !strstr(text, token), "which does not hold it");
    fclose(file);
    ok(doctor_token_fits(directory, token), "it fits");
    token[0] = (char)(token[0] == '0' ? '1' : '0');
    ok(!doctor_token_fits(directory, token), "another does not");
    token[0] = '\0';
    ok(!doctor_token_fits(directory, token), "nor does none");
    ok(doctor_token_issue(directory, 100, token, &err) == 0 &&
           doctor_token_issue(directory, 100, second, &err) == 0 && strcmp(token, second) != 0 &&
           !doctor_token_fits(directory, token) && doctor_token_fits(directory, second),
       "the next one takes its place");
    doctor_token_withdraw(directory, token);
    ok(doctor_token_fits(directory, second), "and is not removed with it");
    doctor_token_withdraw(directory, second);
    ok(!doctor_token_fits(directory, second) && access(path, F_OK) < 0, "but with its own");
    long long now = clock_wall_ms() / 1000;
    write_token(directory, "x", now + 100);
    ok(doctor_token_fits(directory, "x"), "a token in time");
    write_token(directory, "x", now);
    ok(!doctor_token_fits(directory, "x"), "one whose time is over");
    ok(truncate(path, 40) == 0 && !doctor_token_fits(directory, "x"), "a file that was cut");
    ok(doctor_token_issue("/nowhere", 100, token, &err) == -1 && err.kind == ERR_UNAVAILABLE,
       "no directory, no token");
}

/* What a stranger says does not reach the terminal as it is. */
static void test_strangers(void) {
    char text[8];
    doctor_copy(text, sizeof text, "a\x1b[m\xc2\x9b", 6);
    is_str(text, "a?[m??", "escapes are shown as ?");
    doctor_copy(text, sizeof text, "0123456789", 10);
    is_str(text, "0123456", "what is too long is cut");
}

int main(void) {
    test_strangers();
    char directory[TEMPDIR_PATH];
    if (secret_start() < 0)
        return 99;
    tempdir_make(directory);
    test_advice();
    test_fill();
    test_world();
    test_no_world();
    test_in_front();
    test_way_in();
    test_status();
    test_stream();
    test_silence();
    test_notes();
    test_reach();
    test_addresses();
    test_modes(directory);
    test_token(directory);
    tempdir_remove(directory);
    return tap_done();
}
