/*
 * The plainest gateway that the hub's four libraries make: threads that accept, parse, forward, book one
 * transaction and answer; no limits, no streams, no errors. How fast a machine is today shows in it, so the
 * bench runs it beside the hub.
 *
 *   plain URL DIRECTORY    requests come on descriptor 0, the ledger is made in DIRECTORY
 */
#include <curl/curl.h>
#include <db.h>
#include <fcgiapp.h>
#include <jansson.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { THREADS = 20 };

struct text {
    char *at;
    size_t len;
};

static const char *url;
static DB_ENV *env;
static DB *db;

static void need(int ok, const char *what) {
    if (!ok) {
        fprintf(stderr, "plain: %s\n", what);
        exit(1);
    }
}

static size_t take(char *bytes, size_t one, size_t count, void *arg) {
    struct text *answer = arg;
    answer->at = realloc(answer->at, answer->len + one * count);
    need(answer->at != NULL, "out of memory");
    memcpy(answer->at + answer->len, bytes, one * count);
    answer->len += one * count;
    return one * count;
}

static void book(json_int_t tokens) {
    char name[] = "everybody";
    for (int rc = DB_LOCK_DEADLOCK; rc == DB_LOCK_DEADLOCK;) {
        json_int_t balance = 0;
        DBT key = {.data = name, .size = sizeof name};
        DBT value = {.data = &balance, .ulen = sizeof balance, .flags = DB_DBT_USERMEM};
        DB_TXN *txn;
        need(env->txn_begin(env, NULL, &txn, DB_TXN_WRITE_NOSYNC) == 0, "no transaction");
        rc = db->get(db, txn, &key, &value, DB_RMW);
        balance -= tokens;
        value.size = sizeof balance;
        if (rc == 0 || rc == DB_NOTFOUND)
            rc = db->put(db, txn, &key, &value, 0);
        rc = rc == 0 ? txn->commit(txn, 0) : (txn->abort(txn), rc);
        need(rc == 0 || rc == DB_LOCK_DEADLOCK, "not booked");
    }
}

static struct text forward(CURL *curl, const char *body, const char *key) {
    struct text answer = {NULL, 0};
    char authorization[200];
    snprintf(authorization, sizeof authorization, "Authorization: %s", key);
    struct curl_slist *headers = curl_slist_append(NULL, authorization);
    headers = curl_slist_append(headers, "Content-Type: application/json");
    curl_easy_setopt(curl, CURLOPT_URL, url);
    curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(curl, CURLOPT_HTTPHEADER, headers);
    curl_easy_setopt(curl, CURLOPT_POSTFIELDS, body);
    curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, take);
    curl_easy_setopt(curl, CURLOPT_WRITEDATA, &answer);
    need(curl_easy_perform(curl) == CURLE_OK, "not forwarded");
    curl_slist_free_all(headers);
    return answer;
}

static void serve(FCGX_Request *request, CURL *curl) {
    const char *length = FCGX_GetParam("CONTENT_LENGTH", request->envp);
    const char *key = FCGX_GetParam("HTTP_AUTHORIZATION", request->envp);
    int most = length ? (int)strtol(length, NULL, 10) : 0;
    char *body = malloc((size_t)most + 1);
    need(body && key && FCGX_GetStr(body, most, request->in) == most, "no request");
    json_t *asked = json_loadb(body, (size_t)most, 0, NULL);
    const char *model = json_string_value(json_object_get(asked, "model"));
    need(model != NULL, "no model");
    const char *slash = strchr(model, '/');
    json_object_set_new(asked, "model", json_string(slash ? slash + 1 : model));
    char *changed = json_dumps(asked, JSON_COMPACT);
    struct text answer = forward(curl, changed, key);
    json_t *said = json_loadb(answer.at, answer.len, 0, NULL);
    book(json_integer_value(json_object_get(json_object_get(said, "usage"), "total_tokens")));
    FCGX_FPrintF(request->out, "Status: 200\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n",
                 (int)answer.len);
    FCGX_PutStr(answer.at, (int)answer.len, request->out);
    FCGX_Finish_r(request);
    json_decref(said);
    json_decref(asked);
    free(answer.at);
    free(changed);
    free(body);
}

static void *work(void *arg) {
    static pthread_mutex_t accepting = PTHREAD_MUTEX_INITIALIZER;
    FCGX_Request request;
    CURL *curl = curl_easy_init();
    need(curl && FCGX_InitRequest(&request, 0, 0) == 0, "no thread");
    for (;;) {
        pthread_mutex_lock(&accepting);
        int rc = FCGX_Accept_r(&request);
        pthread_mutex_unlock(&accepting);
        if (rc < 0)
            return arg;
        serve(&request, curl);
    }
}

int main(int argc, char **argv) {
    need(argc == 3, "usage: plain URL DIRECTORY");
    url = argv[1];
    need(FCGX_Init() == 0 && curl_global_init(CURL_GLOBAL_ALL) == CURLE_OK, "no libraries");
    need(db_env_create(&env, 0) == 0 &&
             env->open(env, argv[2],
                       DB_CREATE | DB_INIT_LOCK | DB_INIT_LOG | DB_INIT_MPOOL | DB_INIT_TXN | DB_THREAD |
                           DB_PRIVATE,
                       0600) == 0 &&
             db_create(&db, env, 0) == 0 &&
             db->open(db, NULL, "book", NULL, DB_BTREE, DB_CREATE | DB_AUTO_COMMIT | DB_THREAD, 0600) == 0,
         "no ledger");
    for (int i = 1; i < THREADS; i++) {
        pthread_t thread;
        need(pthread_create(&thread, NULL, work, NULL) == 0, "no thread");
    }
    work(NULL);
    return 0;
}
