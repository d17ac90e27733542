/* Sounds of any bytes: nothing is read beyond their end, nor in vain, and a length is one. */
#include <string.h>

#include "canon/sound.h"
#include "fuzz.h"

struct file {
    const uint8_t *data;
    size_t size;
};

static int read_file(void *arg, int64_t at, unsigned char *into, size_t len) {
    const struct file *file = arg;
    check(at >= 0 && len > 0 && (uint64_t)at <= file->size && file->size - (uint64_t)at >= len);
    memcpy(into, file->data + at, len);
    return 0;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    struct file file = {data, size};
    struct sound sound = {.size = (int64_t)size, .read = read_file, .arg = &file};
    int64_t length = sound_length(&sound);
    check(length >= -1 && length <= INT64_C(1) << 41);
    return 0;
}
