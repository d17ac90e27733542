#ifndef CANON_SOUND_H
#define CANON_SOUND_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/*
 * How long a recorded sound is, as its file says it: WAV (also of unknown size), MP3, FLAC, Ogg (Opus,
 * Vorbis, FLAC, Speex), MP4 and M4A, WebM and Matroska. Only the few bytes that tell are read.
 */
struct sound {
    int64_t size; /* bytes */
    /* Reads exactly so many bytes from within the file. Returns 0, or -1. */
    int (*read)(void *arg, int64_t at, unsigned char *into, size_t len);
    void *arg;
};

/* In milliseconds; -1: it cannot be told, or the file is too large to be as short as it says. */
int64_t sound_length(const struct sound *sound);

/* The same at so few bytes that hardly anything is longer, for what cannot be told. */
int64_t sound_longest(int64_t size);

/* ---- for the files that know one format each ---- */

/* Whether so many bytes are there, and could be read. */
bool sound_get(const struct sound *sound, int64_t at, unsigned char *into, size_t len);

/* Numbers of up to eight bytes. */
uint64_t sound_big(const unsigned char *bytes, size_t len);
uint64_t sound_little(const unsigned char *bytes, size_t len);

/* So many units at so many a second, in milliseconds; -1 where that is nothing, or no length of a sound. */
int64_t sound_time(uint64_t units, uint64_t rate);

/* Each takes a file whose first bytes are its format's; `from`: where the sound begins, behind tags. */
int64_t sound_mp3(const struct sound *sound, int64_t from);
int64_t sound_mp4(const struct sound *sound);
int64_t sound_ogg(const struct sound *sound);
int64_t sound_webm(const struct sound *sound);

#endif
