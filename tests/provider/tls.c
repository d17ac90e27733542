/* The only file of the provider that knows OpenSSL. */
#include "tls.h"

#include <errno.h>
#include <limits.h>
#include <openssl/err.h>
#include <openssl/ssl.h>
#include <stdio.h>

/* Both structs are OpenSSL's own objects under our names. */
static SSL_CTX *context(struct tls_server *server) {
    return (SSL_CTX *)(void *)server;
}

static SSL *session(struct tls *tls) {
    return (SSL *)(void *)tls;
}

struct tls_server *tls_server_new(const char *cert_file, const char *key_file) {
    SSL_CTX *ctx = SSL_CTX_new(TLS_server_method());
    if (!ctx || SSL_CTX_use_certificate_chain_file(ctx, cert_file) != 1 ||
        SSL_CTX_use_PrivateKey_file(ctx, key_file, SSL_FILETYPE_PEM) != 1) {
        ERR_print_errors_fp(stderr);
        SSL_CTX_free(ctx);
        return NULL;
    }
    SSL_CTX_set_mode(ctx, SSL_MODE_ENABLE_PARTIAL_WRITE | SSL_MODE_ACCEPT_MOVING_WRITE_BUFFER |
                              SSL_MODE_RELEASE_BUFFERS);
    return (struct tls_server *)(void *)ctx;
}

void tls_server_free(struct tls_server *server) {
    SSL_CTX_free(context(server));
}

struct tls *tls_new(struct tls_server *server, int fd) {
    SSL *ssl = SSL_new(context(server));
    if (ssl && SSL_set_fd(ssl, fd) != 1) {
        SSL_free(ssl);
        return NULL;
    }
    if (ssl)
        SSL_set_accept_state(ssl);
    return (struct tls *)(void *)ssl;
}

void tls_free(struct tls *tls) {
    SSL_free(session(tls));
}

static ssize_t result(struct tls *tls, int n) {
    if (n > 0)
        return n;
    int why = SSL_get_error(session(tls), n);
    ERR_clear_error(); /* the queue belongs to the thread and would taint the next session */
    if (why == SSL_ERROR_ZERO_RETURN)
        return 0;
    errno = why == SSL_ERROR_WANT_READ || why == SSL_ERROR_WANT_WRITE ? EAGAIN : EIO;
    return -1;
}

ssize_t tls_read(struct tls *tls, void *bytes, size_t room) {
    return result(tls, SSL_read(session(tls), bytes, room < INT_MAX ? (int)room : INT_MAX));
}

ssize_t tls_write(struct tls *tls, const void *bytes, size_t len) {
    return result(tls, SSL_write(session(tls), bytes, len < INT_MAX ? (int)len : INT_MAX));
}
