/* Content codings of request bodies: zlib and zstd, step by step, never beyond the ceiling. */
#include "front/coding.h"

#include <string.h>
#include <strings.h>
#include <zlib.h>
#include <zstd.h>

#define STEP       65536
#define WINDOW_LOG 23 /* zstd: 8 MiB, what every decoder of HTTP takes (RFC 9659) */

#define WINDOW (1u << WINDOW_LOG)

const char coding_names[] = "gzip, deflate, zstd";

static int malformed(struct error *err, const char *name) {
    return error_param(err, ERR_REQUEST, "", "The request body is not what its Content-Encoding %s says.",
                       name);
}

static int too_large(size_t limit, struct error *err) {
    return error_set(err, ERR_TOO_LARGE, "The request body, decoded, is larger than the limit of %zu bytes.",
                     limit);
}

/* Room for the next bytes, at least one; NULL with err. The decoder may hold the last `window` bytes once
 * more. */
static char *make_room(const struct coding_output *out, size_t window, size_t *room, struct error *err) {
    struct buf *bytes = out->bytes;
    size_t left = bytes->max - bytes->len;
    *room = left < STEP ? left : STEP;
    if (left == 0) {
        too_large(bytes->max - 1, err);
        return NULL;
    }
    size_t have = bytes->len + *room;
    if (out->cover(out->arg, have + (have < window ? have : window), err) < 0)
        return NULL;
    return buf_reserve(bytes, *room);
}

/* members: there may be several, one behind the other, as gzip has them. */
static int inflate_all(z_stream *stream, bool members, const struct coding_output *out, const char *name,
                       struct error *err) {
    for (;;) {
        size_t room;
        stream->next_out = (Bytef *)make_room(out, 0, &room, err);
        if (!stream->next_out)
            return -1;
        stream->avail_out = (uInt)room;
        int rc = inflate(stream, Z_NO_FLUSH);
        buf_commit(out->bytes, room - stream->avail_out);
        if (rc == Z_STREAM_END && stream->avail_in == 0)
            return 0;
        if (rc == Z_STREAM_END && members)
            rc = inflateReset(stream);
        else if (rc == Z_STREAM_END)
            rc = Z_DATA_ERROR;
        if (rc != Z_OK)
            return malformed(err, name);
    }
}

static int decode_zlib(const char *bytes, size_t len, int window, const char *name,
                       const struct coding_output *out, struct error *err) {
    z_stream stream = {.next_in = (Bytef *)bytes, .avail_in = (uInt)len};
    if (inflateInit2(&stream, window) != Z_OK)
        return error_set(err, ERR_INTERNAL, "The request body cannot be decoded.");
    int rc = inflate_all(&stream, window > MAX_WBITS, out, name, err);
    inflateEnd(&stream);
    return rc;
}

static int decode_gzip(const char *bytes, size_t len, const struct coding_output *out, struct error *err) {
    return decode_zlib(bytes, len, 16 + MAX_WBITS, "gzip", out, err);
}

static int decode_deflate(const char *bytes, size_t len, const struct coding_output *out, struct error *err) {
    return decode_zlib(bytes, len, MAX_WBITS, "deflate", out, err);
}

static int inflate_zstd(ZSTD_DStream *stream, ZSTD_inBuffer *in, const struct coding_output *out,
                        struct error *err) {
    for (size_t left = 1; left != 0 || in->pos < in->size;) {
        size_t room, before = in->pos;
        char *at = make_room(out, WINDOW, &room, err);
        if (!at)
            return -1;
        ZSTD_outBuffer piece = {at, room, 0};
        left = ZSTD_decompressStream(stream, &piece, in);
        if (ZSTD_isError(left) || (left != 0 && piece.pos == 0 && in->pos == before))
            return malformed(err, "zstd");
        buf_commit(out->bytes, piece.pos);
    }
    return 0;
}

static int decode_zstd(const char *bytes, size_t len, const struct coding_output *out, struct error *err) {
    ZSTD_inBuffer in = {bytes, len, 0};
    ZSTD_DStream *stream = ZSTD_createDStream();
    if (!stream)
        return error_set(err, ERR_INTERNAL, "The request body cannot be decoded.");
    ZSTD_DCtx_setParameter(stream, ZSTD_d_windowLogMax, WINDOW_LOG);
    int rc = inflate_zstd(stream, &in, out, err);
    ZSTD_freeDStream(stream);
    return rc;
}

static const struct coding codings[] = {
    {"gzip", decode_gzip},
    {"x-gzip", decode_gzip},
    {"deflate", decode_deflate},
    {"zstd", decode_zstd},
};

const struct coding *coding_find(const char *name) {
    for (size_t i = 0; i < sizeof codings / sizeof *codings; i++)
        if (strcasecmp(codings[i].name, name) == 0)
            return &codings[i];
    return NULL;
}
