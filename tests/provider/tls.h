#ifndef PROVIDER_TLS_H
#define PROVIDER_TLS_H

#include <stddef.h>
#include <sys/types.h>

/* TLS for connections that do not block. */
struct tls_server;
struct tls;

/* NULL, after a message on stderr, if certificate or key cannot be used. */
struct tls_server *tls_server_new(const char *cert_file, const char *key_file);
void tls_server_free(struct tls_server *server);

struct tls *tls_new(struct tls_server *server, int fd);
void tls_free(struct tls *tls);

/* As recv() and send(): -1 with errno EAGAIN when the socket is not ready, EIO if TLS failed. */
ssize_t tls_read(struct tls *tls, void *bytes, size_t room);
ssize_t tls_write(struct tls *tls, const void *bytes, size_t len);

#endif
