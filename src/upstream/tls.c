/* One certificate store per process. */
#include "upstream/tls.h"

#include <openssl/ssl.h>
#include <pthread.h>
#include <stdlib.h>

#include "base/mem.h"

struct tls_store {
    pthread_mutex_t lock;
    X509_STORE *store; /* made when the first TLS connection wants it */
};

struct tls_store *tls_store_new(void) {
    struct tls_store *store = xcalloc(1, sizeof *store);
    pthread_mutex_init(&store->lock, NULL);
    return store;
}

void tls_store_free(struct tls_store *store) {
    X509_STORE_free(store->store);
    pthread_mutex_destroy(&store->lock);
    free(store);
}

static X509_STORE *open_store(struct tls_store *store) {
    pthread_mutex_lock(&store->lock);
    if (!store->store) {
        store->store = X509_STORE_new();
        if (store->store && X509_STORE_set_default_paths(store->store) != 1) {
            X509_STORE_free(store->store);
            store->store = NULL;
        }
    }
    X509_STORE *opened = store->store;
    pthread_mutex_unlock(&store->lock);
    return opened;
}

static CURLcode give_store(CURL *easy, void *context, void *arg) {
    (void)easy;
    X509_STORE *store = open_store(arg);
    if (!store)
        return CURLE_SSL_CACERT_BADFILE;
    SSL_CTX_set1_cert_store(context, store);
    return CURLE_OK;
}

void tls_store_use(struct tls_store *store, CURL *easy) {
    curl_easy_setopt(easy, CURLOPT_CAINFO, NULL);
    curl_easy_setopt(easy, CURLOPT_CAPATH, NULL);
    curl_easy_setopt(easy, CURLOPT_SSL_CTX_FUNCTION, give_store);
    curl_easy_setopt(easy, CURLOPT_SSL_CTX_DATA, store);
}
