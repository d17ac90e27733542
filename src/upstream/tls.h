#ifndef UPSTREAM_TLS_H
#define UPSTREAM_TLS_H

#include <curl/curl.h>

/*
 * One store of trusted certificates for all connections of the process: the
 * system's, looked up one by one in its hashed directory when a chain needs
 * them ($SSL_CERT_FILE and $SSL_CERT_DIR are honoured). libcurl's own way
 * would load the whole bundle for each connection.
 */
struct tls_store;

struct tls_store *tls_store_new(void);
void tls_store_free(struct tls_store *store);

/* Makes a handle verify with this store. */
void tls_store_use(struct tls_store *store, CURL *easy);

#endif
