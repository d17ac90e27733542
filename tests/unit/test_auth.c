/* Logging in, and what tokens open: whole requests to a real hub with the demo provider. */
#include <dlfcn.h>
#include <inttypes.h>
#include <sodium.h>

#include "base/clock.h"
#include "base/jwt.h"
#include "gate/password.h"
#include "gate/token_key.h"
#include "issuer.h"
#include "new_ledger.h"
#include "served.h"
#include "signer.h"

#define COUNT(table) (sizeof(table) / sizeof *(table))
#define JSON         "application/json"
#define FORM         "application/x-www-form-urlencoded"
#define CHAT         "/v1/chat/completions"
#define SECRET       "correct horse"
#define HELLO        "{\"model\":\"demo/any\",\"messages\":[{\"role\":\"user\",\"content\":\"Hello\"}]}"
#define ID_TEXT      (2 * LOGIN_ID + 1)

static struct arena *arena;
static struct hub hub;
static char key[SECRET_KEY_TEXT]; /* of ben */

/* ---- how often a password is hashed --------------------------------------------------------- */

static int hashings;

/* In the place of libsodium's. */
int crypto_pwhash_argon2id_str_verify(const char stored[crypto_pwhash_argon2id_STRBYTES],
                                      const char *const password, unsigned long long len) {
    static int (*verify)(const char *, const char *, unsigned long long);
    if (!verify)
        *(void **)&verify = dlsym(RTLD_NEXT, "crypto_pwhash_argon2id_str_verify");
    hashings++;
    return verify(stored, password, len);
}

/* ---- requests ---------------------------------------------------------------------------------- */

/* Another one each time, so that attempts are not counted together. */
static const char *anywhere(void) {
    static int count;
    count++;
    return arena_printf(arena, "REMOTE_ADDR=10.%d.%d.1", count / 250, count % 250);
}

static struct answer post(const char *path, const char *type, const char *token, const char *body) {
    return serve(
        &hub,
        &(struct ask){
            .method = "POST", .uri = path, .type = type, .key = token, .body = body, .more = {anywhere()}});
}

static struct answer get(const char *path, const char *token) {
    return serve(&hub, &(struct ask){.method = "GET", .uri = path, .key = token, .more = {anywhere()}});
}

/* A text of the answer, in the arena; "" if there is none. */
static const char *told(const struct answer *answer, const char *path) {
    json_t *body = json_loads(answer->body, 0, NULL);
    const char *text = text_at(body, path);
    text = arena_strdup(arena, text ? text : "");
    json_decref(body);
    return text;
}

static long number_told(const struct answer *answer, const char *name) {
    json_t *body = json_loads(answer->body, 0, NULL);
    long number = (long)json_integer_value(json_object_get(body, name));
    json_decref(body);
    return number;
}

/* The code of an error. In IndoxRouter's shape `error` is one of seven words, and the code a detail. */
static const char *code_of(const struct answer *answer) {
    return told(answer, *told(answer, "error") ? "details.code" : "error.code");
}

/* An answer with this status, and this code if it is an error. Takes it. */
static void is_answer(struct answer answer, int status, const char *code, const char *name) {
    if (answer.status != status || strcmp(code_of(&answer), code) != 0)
        printf("# %s\n", answer.out.data);
    ok(answer.status == status && strcmp(code_of(&answer), code) == 0, "%s", name);
    buf_free(&answer.out);
}

/* The same of an error in IndoxRouter's shape that has no code of its own, but a word. Takes it. */
static void is_kind(struct answer answer, int status, const char *word, const char *name) {
    is_str(told(&answer, "error"), word, name);
    is_answer(answer, status, "", name);
}

static void opens(const char *token, const char *name) {
    is_answer(get("/v1/models", token), 200, "", name);
}

static void opens_not(const char *token, const char *name) {
    is_answer(get("/v1/models", token), 401, "invalid_token", name);
}

struct tokens {
    const char *access, *refresh;
};

/* Those that an answer tells. Takes it. */
static struct tokens tokens_of(struct answer answer, int status, const char *name) {
    struct tokens tokens = {told(&answer, "access_token"), told(&answer, "refresh_token")};
    if (answer.status != status)
        printf("# %s\n", answer.out.data);
    ok(answer.status == status && *tokens.access && *tokens.refresh &&
           strcmp(told(&answer, "token_type"), "bearer") == 0 && number_told(&answer, "expires_in") == 3600 &&
           strstr(answer.head, "\nCache-Control: no-store\r\n"),
       "%s", name);
    buf_free(&answer.out);
    return tokens;
}

static struct tokens log_in(const char *name, const char *password) {
    const char *body = arena_printf(arena, "{\"username\":\"%s\",\"password\":\"%s\"}", name, password);
    return tokens_of(post("/auth/token", JSON, NULL, body), 200, name);
}

/* ---- users --------------------------------------------------------------------------------------- */

static void with_ledger(void (*act)(struct ledger *ledger, struct error *err)) {
    struct error err = {0};
    const struct config *config = live_take(hub.live);
    act(hub_ledger(&hub, config), &err);
    ok(err.kind == ERR_NONE, "the ledger takes it %s", err.message);
    live_give(hub.live, config);
}

static struct user make_user(struct ledger *ledger, const char *name, const char *password,
                             struct error *err) {
    struct user user = {0};
    char path[2 * TEMPDIR_PATH];
    snprintf(path, sizeof path, "%s/data", directory);
    ledger_user_create(ledger, name, -1, &user, err);
    if (password && password_make(path, (struct span){password, strlen(password)}, user.password, err) == 0)
        ledger_user_update(ledger, USER_PASSWORD, &user, err);
    return user;
}

static void make_users(struct ledger *ledger, struct error *err) {
    struct key of_ben = {.name = "of ben"};
    make_user(ledger, "anna", SECRET, err);
    of_ben.user = make_user(ledger, "ben", NULL, err).id;
    ledger_key_create(ledger, &of_ben, key, err);
    make_user(ledger, "dora", SECRET, err);
    ledger_user_change(ledger, "dora", RECORD_DISABLE, err);
    make_user(ledger, "emil@example.org", NULL, err);
    make_user(ledger, "frida", SECRET, err);
}

/* ---- what is taken --------------------------------------------------------------------------------- */

static void test_logins(void) {
    static const struct {
        const char *path, *type, *body;
    } rows[] = {
        {"/auth/token", JSON, "{\"username\":\"anna\",\"password\":\"" SECRET "\"}"},
        {"/auth/token", NULL, "{\"username\":\"anna\",\"password\":\"correct\\u0020horse\"}"},
        {"/auth/token", "Application/JSON; charset=utf-8",
         "{\"username\":\"anna\",\"password\":\"" SECRET "\",\"grant_type\":null,\"more\":[1]}"},
        {"/auth/token", FORM, "username=anna&password=correct+horse"},
        {"/auth/token", FORM "; charset=UTF-8",
         "grant_type=password&scope=&client_id=x&username=%61nna&password=correct%20horse&more=%zz"},
        {"/auth/login", FORM, "username=anna&password=correct+horse"},
        {"/auth/login", JSON, "{\"username\":\"anna\",\"password\":\"" SECRET "\"}"},
        {"/api/v1/auth/token", JSON, "{\"username\":\"anna\",\"password\":\"" SECRET "\"}"},
        {"/api/v1/auth/login", JSON, "{\"username\":\"anna\",\"password\":\"" SECRET "\"}"},
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct answer answer = post(rows[i].path, rows[i].type, NULL, rows[i].body);
        if (strstr(rows[i].path, "login"))
            has_text(&answer, "user.username", "anna", "and whose it is");
        opens(tokens_of(answer, 200, rows[i].body).access, rows[i].path);
    }
}

static void test_keys(void) {
    const char *by_header = arena_printf(arena, "HTTP_X_API_KEY=%s", key);
    struct ask ask = {.method = "POST", .uri = "/api/v1/auth/api-key", .more = {by_header}};
    struct tokens tokens = tokens_of(serve(&hub, &ask), 200, "a key in X-API-Key, without a body");
    opens(tokens.access, "gets a token");
    opens(tokens_of(post("/auth/api-key", JSON, key, "{}"), 200, "a key as Bearer").access, "which opens");
    const char *form = arena_printf(arena, "username=%s&password=%s", key, key);
    opens(tokens_of(post("/auth/token", FORM, NULL, form), 200, "a key as name and password").access,
          "which opens");
    form = arena_printf(arena, "username=pip_client&password=%s", key);
    tokens = tokens_of(post("/auth/token", FORM, NULL, form), 200, "a key as password of anybody");
    struct answer answer = get("/auth/me", tokens.access);
    has_text(&answer, "username", "ben", "is the user of the key");
    has_text(&answer, "key.name", "of ben", "by that key");
    buf_free(&answer.out);
    is_answer(post(CHAT, JSON, tokens.access, HELLO), 200, "", "and calls");
    is_answer(post("/auth/api-key", JSON, "sk-wrong", ""), 401, "invalid_api_key", "a wrong key");
    is_answer(post("/auth/api-key", JSON, NULL, ""), 401, "invalid_api_key", "no key");
    is_answer(post("/auth/api-key", JSON, tokens.access, ""), 400, "no_api_key", "a token is none");
}

static void test_places(void) {
    const char *token = log_in("anna", SECRET).access;
    static const char *const headers[] = {"HTTP_AUTHORIZATION=Bearer ", "HTTP_AUTHORIZATION=bearer \t",
                                          "HTTP_X_API_KEY=", "HTTP_API_KEY=", "HTTP_X_GOOG_API_KEY="};
    for (size_t i = 0; i < COUNT(headers); i++) {
        const char *variable = arena_printf(arena, "%s%s", headers[i], token);
        is_answer(serve(&hub, &(struct ask){.method = "GET", .uri = "/v1/models", .more = {variable}}), 200,
                  "", headers[i]);
    }
    is_answer(get(arena_printf(arena, "/v1/models?key=%s", token), NULL), 200, "", "in the query");
    struct ask ask = {.method = "GET",
                      .uri = "/v1/models",
                      .key = "not-used",
                      .more = {arena_printf(arena, "HTTP_X_API_KEY=%s", token)}};
    is_answer(serve(&hub, &ask), 200, "", "beside what is meant for somebody else");
    ask.key = token;
    ask.more[0] = "HTTP_X_API_KEY=not-used";
    is_answer(serve(&hub, &ask), 200, "", "or before it");
    ask.key = "eyJh.eyJh.x";
    ask.more[0] = arena_printf(arena, "HTTP_X_API_KEY=%s", key);
    is_answer(serve(&hub, &ask), 200, "", "a key comes before any token");
    is_answer(post(CHAT, JSON, token, HELLO), 200, "", "a token calls Chat");
    is_answer(post("/v1/messages", JSON, token,
                   "{\"model\":\"demo/any\",\"max_tokens\":99,\"messages\":[{\"role\":\"user\",\"content\":"
                   "\"Hello\"}]}"),
              200, "", "and Messages");
    is_answer(get("/v1/usage", token), 200, "", "and asks for usage");
}

/* ---- what is not taken ------------------------------------------------------------------------------- */

static char *encoded(const char *text) {
    return signer_base64url(text, strlen(text), arena);
}

/* Signed by the hub's own key. */
static const char *sign(const char *payload) {
    char path[2 * TEMPDIR_PATH];
    struct error err = {0};
    struct token_key with;
    const char *token = "";
    snprintf(path, sizeof path, "%s/data", directory);
    if (token_key_newest(path, &with, &err) < 0 ||
        jwt_sign((struct span){payload, strlen(payload)}, with.id, with.bytes, arena, &token, &err) < 0)
        printf("# %s\n", err.message);
    return token;
}

static const char *claims(const char *issuer, const char *audience, const char *id, int64_t from) {
    int64_t now = clock_wall_ms() / 1000;
    return arena_printf(arena,
                        "{\"iss\":\"%s\",\"aud\":\"%s\",\"sub\":\"anna\",\"jti\":\"%s\",\"iat\":%" PRId64
                        ",\"exp\":%" PRId64 "}",
                        issuer, audience, id, now + from, now + from + 3600);
}

/* The jti of a token. */
static const char *id_of(const char *token) {
    struct error err = {0};
    struct jwt jwt;
    struct scan_want want = {.name = "jti"};
    if (jwt_read(token, arena, &jwt, &err) < 0)
        return "";
    scan_members(jwt.payload, &want, 1);
    return arena_strndup(arena, want.value.at + 1, want.value.len - 2);
}

/* With one letter of its last part changed. */
static const char *damaged(const char *token) {
    char *text = arena_strdup(arena, token);
    char *at = strrchr(text, '.') + 5;
    *at = *at == 'A' ? 'B' : 'A';
    return text;
}

static void is_refused(const char *token, const char *name) {
    static const struct {
        const char *path, *code;
    } rows[] = {{CHAT, "error.code"},
                {"/v1/messages", "error.details.error_code"},
                {"/v1beta/models/demo%2Fany:generateContent", NULL}};
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct answer answer = post(rows[i].path, JSON, token, HELLO);
        if (answer.status != 401)
            printf("# %s\n", answer.out.data);
        ok(answer.status == 401 && strstr(answer.head, "\nWWW-Authenticate: Bearer") &&
               strlen(told(&answer, "error.message")) > 10 && !strstr(answer.body, token),
           "%s: %s", rows[i].path, name);
        if (rows[i].code)
            has_text(&answer, rows[i].code, "invalid_token", name);
        is_int((long long)answer.taken, 0, "before its body is read");
        buf_free(&answer.out);
    }
}

static void test_bad_tokens(void) {
    const char *good = log_in("anna", SECRET).access, *id = id_of(good);
    const char *payload = claims("aihub", "aihub", id, 0);
    struct signer rsa = signer_make(SIGNER_RSA);
    opens(sign(payload), "one that was made here opens");
    is_refused(sign(claims("aihub", "aihub", id, -3700)), "expired");
    is_refused(sign(claims("aihub", "aihub", id, 3600)), "from a time to come");
    is_refused(sign(claims("aihub", "other", id, 0)), "for somebody else");
    is_refused(sign(claims("other", "aihub", id, 0)), "of somebody else");
    is_refused(sign("{\"iss\":\"aihub\",\"aud\":\"aihub\"}"), "that never ends");
    is_refused(sign(claims("aihub", "aihub", "", 0)), "of no login");
    is_refused(sign(claims("aihub", "aihub", "zz", 0)), "of an odd login");
    is_refused(damaged(good), "with another signature");
    is_refused(arena_printf(arena, "%s.%s.", encoded("{\"alg\":\"none\"}"), encoded(payload)), "alg none");
    is_refused(arena_printf(arena, "%s.%s.%s", encoded("{\"alg\":\"None\"}"), encoded(payload), encoded("x")),
               "alg None with a signature");
    is_refused(signer_token(&rsa, "1", payload, arena), "of a provider that is not known");
    struct error err = {0};
    unsigned char zero[32] = {0};
    const char *token = "", *known = arena_strndup(arena, good, strcspn(good, "."));
    jwt_sign((struct span){payload, strlen(payload)}, "0123456789abcdef", zero, arena, &token, &err);
    is_refused(token, "by a key that there is not");
    token = arena_printf(arena, "%s%s", known, strchr(token, '.'));
    is_refused(token, "by a key that is said to be the hub's");
    is_refused("eyJhbGciOiJIUzI1NiJ9.e30.", "without a signature");
    is_refused("eyJh.eyJh.eyJh", "of nonsense");
    const char *gone = sign(claims("aihub", "aihub", "00ffffffffff00000000000000000000", 0));
    opens_not(gone, "of a login that there is not");
    is_answer(get("/v1/models", "eyJh.eyJh"), 401, "invalid_api_key", "two parts are no token");
    is_answer(get("/v1/models", "eyJh.e/Jh.a"), 401, "invalid_api_key", "nor are other letters");
    char *endless = arena_alloc(arena, 20000);
    memset(endless, 'a', 19999);
    memcpy(endless, "eyJ", 3);
    endless[9000] = endless[9500] = '.';
    opens_not(endless, "nor is one that is too long");
    signer_free(&rsa);
}

/* ---- what ends ------------------------------------------------------------------------------------------
 */

static void test_refresh(void) {
    struct tokens first = log_in("anna", SECRET), second, third;
    const char *body = arena_printf(arena, "{\"refresh_token\":\"%s\"}", first.refresh);
    second = tokens_of(post("/auth/refresh", JSON, NULL, body), 200, "a refresh");
    opens(second.access, "its token opens");
    opens_not(first.access, "that of before does no longer");
    is_answer(post("/auth/refresh", JSON, NULL, body), 401, "invalid_token", "and it works once");
    const char *form = arena_printf(arena, "grant_type=refresh_token&refresh_token=%s", second.refresh);
    third = tokens_of(post("/auth/token", FORM, NULL, form), 200, "as OAuth has it");
    opens(third.access, "opens as well");
    static const char *const bad[] = {"x", ".", "00000000000000000000000000000000.",
                                      "00000000000000000000000000000000.00"};
    for (size_t i = 0; i < COUNT(bad); i++)
        is_answer(
            post("/auth/refresh", JSON, NULL, arena_printf(arena, "{\"refresh_token\":\"%s\"}", bad[i])), 401,
            "invalid_token", bad[i]);
    char *wrong = arena_strdup(arena, third.refresh);
    char *last = wrong + strlen(wrong) - 1;
    *last = *last == '0' ? '1' : '0';
    is_answer(post("/auth/refresh", JSON, NULL, arena_printf(arena, "{\"refresh_token\":\"%s\"}", wrong)),
              401, "invalid_token", "another secret");
    opens(third.access, "which ends nothing");
}

static void test_logout(void) {
    struct tokens one = log_in("anna", SECRET), other = log_in("anna", SECRET);
    is_answer(post("/auth/logout", NULL, one.access, NULL), 200, "", "logging out");
    opens_not(one.access, "ends a token");
    opens(other.access, "but no other");
    is_answer(
        post("/auth/refresh", JSON, NULL, arena_printf(arena, "{\"refresh_token\":\"%s\"}", one.refresh)),
        401, "invalid_token", "and its refresh");
    is_answer(post("/auth/logout", NULL, one.access, NULL), 401, "invalid_token", "once");
    is_answer(post("/auth/logout", NULL, key, NULL), 400, "no_login", "a key has no login");
    is_answer(post("/auth/logout", NULL, NULL, NULL), 401, "invalid_api_key", "nor has nobody");
}

static void test_password(void) {
    struct tokens mine = log_in("frida", SECRET), other = log_in("frida", SECRET);
    static const struct {
        const char *body, *code, *param;
        int status;
    } bad[] = {
        {"{\"old_password\":\"wrong horse\",\"new_password\":\"another horse\"}", "invalid_credentials", "",
         401},
        {"{\"old_password\":\"" SECRET "\",\"new_password\":\"short\"}", "", "new_password", 400},
        {"{\"old_password\":\"" SECRET "\"}", "", "new_password", 400},
        {"{\"new_password\":\"another horse\"}", "", "old_password", 400},
        {"{\"old_password\":1,\"new_password\":\"another horse\"}", "", "old_password", 400},
    };
    for (size_t i = 0; i < COUNT(bad); i++) {
        struct answer answer = post("/auth/password", JSON, mine.access, bad[i].body);
        is_str(told(&answer, "details.param"), bad[i].param, bad[i].body);
        is_answer(answer, bad[i].status, bad[i].code, bad[i].body);
    }
    opens(other.access, "nothing of that ends a login");
    const char *body = "{\"old_password\":\"" SECRET "\",\"new_password\":\"another horse\"}";
    is_answer(post("/auth/password", JSON, NULL, body), 401, "invalid_api_key", "nobody has no password");
    is_answer(post("/auth/password", JSON, key, body), 401, "invalid_credentials", "nor has ben");
    is_answer(post("/auth/password", JSON, mine.access, body), 200, "", "a new password");
    opens(mine.access, "keeps the login that it came by");
    opens_not(other.access, "and ends the others");
    is_answer(post("/auth/login", FORM, NULL, "username=frida&password=correct+horse"), 401,
              "invalid_credentials", "the old one logs in no more");
    opens(log_in("frida", "another horse").access, "the new one does");
}

/* ---- registering ------------------------------------------------------------------------------------------
 */

static const char *person(const char *name, const char *password, const char *more) {
    return arena_printf(arena, "{\"username\":\"%s\",\"password\":\"%s\"%s}", name, password, more);
}

static void test_registration(void) {
    static const char *const names[] = {"",
                                        " ",
                                        "-x",
                                        "a b",
                                        "a\\nb",
                                        "a\\u0000b",
                                        "a\\u0085b",
                                        "\\u202egro",
                                        "a\\\"b",
                                        "robert'); DROP TABLE users;--",
                                        "erased-7",
                                        "Erased-7",
                                        "<b>x</b>",
                                        "../../etc",
                                        "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"};
    for (size_t i = 0; i < COUNT(names); i++) {
        struct answer answer = post("/auth/register", JSON, NULL, person(names[i], SECRET, ""));
        is_str(told(&answer, "details.param"), "username", names[i]);
        is_answer(answer, 400, "", "is no name to register");
    }
    struct answer answer = post("/auth/register", JSON, NULL, person("gina", "short", ""));
    is_str(told(&answer, "details.param"), "password", "a short password");
    is_answer(answer, 400, "", "is refused");
    answer = post("/auth/register", JSON, NULL, person("gina", SECRET, ""));
    has_text(&answer, "user.username", "gina", "somebody registers");
    has_text(&answer, "user.role", "user", "as a user");
    has_text(&answer, "user.plan", "free", "with a plan");
    ok(strstr(answer.body, "\"balance\":0,") != NULL, "and nothing to spend");
    struct tokens gina = tokens_of(answer, 201, "is logged in");
    is_answer(post(CHAT, JSON, gina.access, HELLO), 200, "", "may call what is free");
    is_answer(post(CHAT, JSON, gina.access, "{\"model\":\"priced\",\"messages\":[{\"content\":\"Hello\"}]}"),
              402, "insufficient_credit", "and nothing else");
    is_kind(post("/auth/register", JSON, NULL, person("gina", SECRET, "")), 409, "invalid_request",
            "a name is taken once");
    opens(log_in("gina", SECRET).access, "and logs in again");
    is_answer(post("/auth/register", FORM, NULL, "username=hans&password=correct+horse&email=h@example.org"),
              201, "", "a form will do");
}

static char invitation[CODE_TEXT];

static void make_invitation(struct ledger *ledger, struct error *err) {
    struct code code = {.invitation = true, .amount = 2 * NANOS_PER_DOLLAR};
    ledger_codes_make(ledger, &code, 1, &invitation, err);
}

static void reopen(const char *config) {
    hub_close(&hub);
    hub_open(&hub, config);
}

static void test_closed(void) {
    reopen("closed.json");
    is_answer(post("/auth/register", JSON, NULL, person("ina", SECRET, "")), 403, "registration_closed",
              "where nobody may register, nobody does");
    reopen("invited.json");
    with_ledger(make_invitation);
    struct answer answer = post("/auth/register", JSON, NULL, person("ina", SECRET, ""));
    is_str(told(&answer, "details.param"), "invitation", "an invitation is missing");
    is_answer(answer, 400, "", "so that nobody registers");
    is_answer(post("/auth/register", JSON, NULL, person("ina", SECRET, ",\"invitation\":\"wrong\"")), 404,
              "invalid_code", "with a wrong one nobody either");
    const char *more = arena_printf(arena, ",\"invitation\":\"%s\"", invitation);
    answer = post("/auth/register", JSON, NULL, person("ina", SECRET, more));
    ok(strstr(answer.body, "\"balance\":2,") != NULL, "with a good one, and what it is worth");
    tokens_of(answer, 201, "somebody does");
    is_answer(post("/auth/register", JSON, NULL, person("jan", SECRET, more)), 409, "code_used", "once");
    reopen("no_plan.json");
    is_kind(post("/auth/register", JSON, NULL, person("jan", SECRET, "")), 503, "provider_error",
            "without the plan there is none to begin with");
    reopen("aihub.json");
}

/* ---- bad input
 * ---------------------------------------------------------------------------------------------- */

static void test_bad_input(void) {
    static const struct {
        const char *name, *type, *body, *param;
        int status;
    } rows[] = {
        {"nothing", JSON, "", "", 400},
        {"no body", JSON, NULL, "", 400},
        {"an empty form", FORM, "", "username", 400},
        {"an empty object", JSON, "{}", "username", 400},
        {"an array", JSON, "[]", "", 400},
        {"half an object", JSON, "{\"username\":\"anna\"", "", 400},
        {"no password", JSON, "{\"username\":\"anna\"}", "password", 400},
        {"an empty password", FORM, "username=anna&password=", "password", 400},
        {"null", JSON, "{\"username\":null,\"password\":null}", "username", 400},
        {"a number", JSON, "{\"username\":1,\"password\":\"" SECRET "\"}", "username", 400},
        {"a number as password", JSON, "{\"username\":\"anna\",\"password\":12345678}", "password", 400},
        {"a list", JSON, "{\"username\":[\"anna\"],\"password\":\"" SECRET "\"}", "username", 400},
        {"a name twice", JSON, "{\"username\":\"anna\",\"username\":\"x\",\"password\":\"" SECRET "\"}",
         "username", 400},
        {"a name twice, once hidden", JSON,
         "{\"username\":\"anna\",\"user\\u006eame\":\"x\",\"password\":\"" SECRET "\"}", "user\\u006eame",
         400},
        {"a field twice", FORM, "username=anna&password=correct+horse&password=x", "password", 400},
        {"a field without value", FORM, "username&password=correct+horse", "username", 400},
        {"a bad escape", FORM, "username=anna&password=%zz", "password", 400},
        {"half an escape", FORM, "username=anna&password=%2", "password", 400},
        {"NUL in a form", FORM, "username=anna%00&password=correct+horse", "username", 400},
        {"NUL in JSON", JSON, "{\"username\":\"anna\\u0000\",\"password\":\"" SECRET "\"}", "username", 400},
        {"no UTF-8 in a form", FORM, "username=anna&password=%ff%fe", "password", 400},
        {"no UTF-8 in JSON", JSON, "{\"username\":\"\xff\",\"password\":\"" SECRET "\"}", "", 400},
        {"another grant", FORM, "grant_type=client_credentials", "grant_type", 400},
        {"a grant of refresh without one", FORM, "grant_type=refresh_token", "refresh_token", 400},
        {"another type", "text/plain", "username=anna&password=correct+horse", "", 415},
        {"parts", "multipart/form-data; boundary=x", "--x--", "", 415},
        {"a wrong password", FORM, "username=anna&password=wrong+horse", "", 401},
        {"an unknown user", FORM, "username=nobody&password=correct+horse", "", 401},
        {"capitals", FORM, "username=Anna&password=correct+horse", "", 401},
        {"SQL", FORM, "username=anna'+OR+1=1--&password=correct+horse", "", 401},
        {"control characters", FORM, "username=anna%0d%0aX:+y&password=correct+horse", "", 401},
        {"a user without a password", FORM, "username=ben&password=correct+horse", "", 401},
        {"one who is disabled", FORM, "username=dora&password=correct+horse", "", 401},
        {"a key's form", FORM, "username=x&password=sk-aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", "",
         401},
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct answer answer = post("/auth/token", rows[i].type, NULL, rows[i].body);
        const char *words = told(&answer, "message");
        if (answer.status != rows[i].status)
            printf("# %s\n", answer.out.data);
        is_int(answer.status, rows[i].status, rows[i].name);
        is_str(told(&answer, "details.param"), rows[i].param, "names the field");
        is_str(told(&answer, "error"), rows[i].status == 401 ? "authentication_error" : "invalid_request",
               "the kind");
        ok(*words && strcmp(words, told(&answer, "detail")) == 0 &&
               number_told(&answer, "status_code") == rows[i].status,
           "and says it wherever clients look: %s", words);
        buf_free(&answer.out);
    }
    is_answer(get("/auth/token", NULL), 405, "method_not_allowed", "GET logs nobody in");
    is_answer(get("/auth/other", NULL), 404, "unknown_url", "there is nothing else");
}

static void test_long_input(void) {
    size_t len = 1 << 20;
    char *body = malloc(len + 1);
    memset(body, 'x', len);
    body[len] = '\0';
    memcpy(body, "username=anna&password=", 23);
    is_kind(post("/auth/token", FORM, NULL, body), 413, "invalid_request", "a password of a megabyte");
    memset(body, ' ', len);
    is_kind(post("/auth/token", JSON, NULL, body), 413, "invalid_request", "a megabyte of JSON");
    for (size_t i = 0; i < 10000; i++)
        body[i] = '[';
    body[10000] = '\0';
    is_answer(post("/auth/token", JSON, NULL, body), 400, "", "deep JSON");
    memset(body, 'x', 3000);
    memcpy(body, "username=anna&password=", 23);
    body[3000] = '\0';
    struct answer answer = post("/auth/token", FORM, NULL, body);
    is_str(told(&answer, "details.param"), "password", "a password of three thousand bytes");
    is_answer(answer, 400, "", "is too long for a field");
    body[1000] = '\0';
    is_answer(post("/auth/token", FORM, NULL, body), 401, "invalid_credentials",
              "one of a thousand is wrong");
    free(body);
}

/* ---- guessing
 * ------------------------------------------------------------------------------------------------- */

/* Whether there is such a user cannot be told by the time that it takes. */
static void test_hashings(void) {
    static const char *const names[] = {"anna", "nobody", "ben", "dora", "", "x\xc3\xa4"};
    for (size_t i = 0; i < COUNT(names); i++) {
        hashings = 0;
        struct answer answer = post("/auth/token", JSON, NULL, person(names[i], "wrong horse", ""));
        is_int(hashings, *names[i] ? 1 : 0, names[i]);
        if (*names[i])
            has_text(&answer, "message", "The name or the password is wrong.", "told the same");
        buf_free(&answer.out);
    }
}

static void test_attempts(void) {
    struct ask ask = {.method = "POST",
                      .uri = "/auth/token",
                      .type = FORM,
                      .body = "username=x&password=wrong+horse",
                      .more = {"REMOTE_ADDR=192.0.2.1"}};
    int tried = 0, status = 401;
    for (; status == 401 && tried < 200; tried++) { /* a slow machine has more, by the time that they take */
        struct answer refused = serve(&hub, &ask);
        status = refused.status;
        buf_free(&refused.out);
    }
    ok(status == 429 && tried > 20, "twenty attempts pass, and no end of them does not (%d)", tried);
    hashings = 0;
    ask.body = "username=anna&password=correct+horse";
    struct answer answer = serve(&hub, &ask);
    ok(strstr(answer.head, "\nRetry-After: ") != NULL, "then it is said when to come again");
    ok(strcmp(told(&answer, "error"), "rate_limit_exceeded") == 0 &&
           strstr(answer.body, ",\"retry_after\":") != NULL,
       "where clients look, too");
    is_answer(answer, 429, "too_many_attempts", "and even the right password is not looked at");
    is_int(hashings, 0, "nor hashed");
    ask.uri = "/auth/register";
    ask.body = "username=karl&password=correct+horse";
    is_answer(serve(&hub, &ask), 429, "too_many_attempts", "nobody registers from there either");
    ask.uri = "/auth/api-key";
    ask.key = key;
    is_answer(serve(&hub, &ask), 200, "", "but keys are looked at");
}

/* ---- an OpenID provider
 * ------------------------------------------------------------------------------------------ */

static const char *of_provider(const char *issuer, const char *audience, const char *email, int64_t seconds) {
    return arena_printf(arena, "{\"iss\":\"%s\",\"aud\":\"%s\",\"email\":\"%s\",\"exp\":%" PRId64 "}", issuer,
                        audience, email, clock_wall_ms() / 1000 + seconds);
}

static void test_oidc(void) {
    struct signer rsa = signer_make(SIGNER_RSA);
    char issuer[64];
    provider_open();
    snprintf(issuer, sizeof issuer, "http://127.0.0.1:%d/realm", provider.port);
    provider.set = arena_printf(arena, "{\"keys\":[{%s,\"kid\":\"1\"}]}", signer_members(&rsa, arena));
    provider.document = arena_printf(arena, "{\"issuer\":\"%s\",\"jwks_uri\":\"http://127.0.0.1:%d/keys\"}",
                                     issuer, provider.port);
    write_file(
        "oidc.json",
        arena_printf(arena,
                     "{\"data_dir\":\"data\",\"log\":\"log\",\"disk_floor_mb\":1,\"fetch_private\":true,"
                     "\"oidc\":{\"issuer\":\"%s\",\"audience\":\"hub\",\"claim\":\"email\"},"
                     "\"providers\":{\"demo\":{\"gap_ms\":0}}}",
                     issuer));
    reopen("oidc.json");
    const char *good = of_provider(issuer, "hub", "emil@example.org", +60);
    const char *token = signer_token(&rsa, "1", good, arena);
    is_answer(post(CHAT, JSON, token, HELLO), 200, "", "a user of the provider calls");
    struct answer answer = get("/auth/me", token);
    has_text(&answer, "username", "emil@example.org", "by the name that it tells");
    buf_free(&answer.out);
    is_answer(post("/auth/logout", NULL, token, NULL), 400, "no_login", "whose login is not the hub's");
    is_refused(damaged(token), "a forged one");
    is_refused(signer_token(&rsa, "1", of_provider(issuer, "other", "emil@example.org", +60), arena),
               "for another audience");
    is_refused(signer_token(&rsa, "1", of_provider(issuer, "hub", "emil@example.org", -90), arena),
               "an expired one");
    opens_not(signer_token(&rsa, "1", of_provider(issuer, "hub", "lena@example.org", +60), arena),
              "of somebody whom the hub does not know");
    opens(log_in("anna", SECRET).access, "the hub's own tokens are taken beside them");
    /* HS256 with what everybody knows as the secret. */
    struct error err = {0};
    unsigned char public[32];
    const char *forged = "";
    secret_hash(provider.set, strlen(provider.set), public);
    jwt_sign((struct span){good, strlen(good)}, "1", public, arena, &forged, &err);
    is_refused(forged, "signed with the public key");
    reopen("aihub.json");
    provider_close();
    signer_free(&rsa);
}

/* ---- the log
 * ------------------------------------------------------------------------------------------------------ */

static void test_log(void) {
    struct tokens anna = log_in("anna", SECRET);
    char path[2 * TEMPDIR_PATH];
    is_answer(get(arena_printf(arena, "/v1/models?key=%s", anna.access), NULL), 200, "",
              "a token in the query");
    is_answer(get("/v1/models", damaged(anna.access)), 401, "invalid_token", "a last refusal");
    snprintf(path, sizeof path, "%s/log", directory);
    FILE *log = fopen(path, "r");
    char *text = arena_alloc(arena, 4 << 20);
    size_t len = log ? fread(text, 1, (4 << 20) - 1, log) : 0;
    if (log)
        fclose(log);
    ok(strstr(text, "POST /auth/token 200 ") && strstr(text, " user=\"anna\" key=0") && len > 1000,
       "the log has a line for a login");
    ok(strstr(text, " error=auth: The token's signature is wrong.") != NULL, "and for a refusal");
    ok(!strstr(text, "eyJ") && !strstr(text, "horse") && !strstr(text, anna.refresh) && !strstr(text, key),
       "and no token, no password, no key");
}

#define CONFIG                                                                                               \
    "{\"data_dir\":\"data\",\"log\":\"log\",\"disk_floor_mb\":1,%s\"providers\":{\"demo\":{\"gap_ms\":0}},"  \
    "\"models\":{\"priced\":{\"model\":\"demo/any\",\"price\":{\"input\":\"1\",\"output\":\"2\"}}}}"

static void write_config(const char *name, const char *more) {
    write_file(name, arena_printf(arena, CONFIG, more));
}

int main(void) {
    if (secret_start() < 0)
        return 99;
    arena = arena_new();
    tempdir_make(directory);
    new_ledger(directory);
    write_config("aihub.json", "\"registration\":\"open\",");
    write_config("closed.json", "");
    write_config("invited.json", "\"registration\":\"invitation\",");
    write_config("no_plan.json", "\"registration\":\"open\",\"registration_plan\":\"none such\",");
    hub_open(&hub, "aihub.json");
    with_ledger(make_users);
    test_logins();
    test_keys();
    test_places();
    test_bad_tokens();
    test_refresh();
    test_logout();
    test_password();
    test_registration();
    test_closed();
    test_bad_input();
    test_long_input();
    test_hashings();
    test_attempts();
    test_oidc();
    test_log();
    hub_close(&hub);
    tempdir_remove(directory);
    arena_free(arena);
    return tap_done();
}
