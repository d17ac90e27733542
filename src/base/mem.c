/* Allocation that aborts instead of failing, and the arena of one request. */
#include "base/mem.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define ARENA_BLOCK 2000 /* fits a 2 KiB malloc bin with its header */

struct block {
    struct block *next;
    size_t used, size;
    _Alignas(max_align_t) unsigned char bytes[];
};

struct owned {
    struct owned *next;
    void *ptr;
    void (*release)(void *ptr);
};

struct arena {
    struct block *blocks;
    struct owned *owned;
};

static void *checked(void *ptr) {
    if (!ptr) {
        fputs("aihub: out of memory\n", stderr);
        abort();
    }
    return ptr;
}

void *xmalloc(size_t size) {
    return checked(malloc(size ? size : 1));
}

void *xcalloc(size_t count, size_t size) {
    return checked(calloc(count ? count : 1, size ? size : 1));
}

void *xrealloc(void *ptr, size_t size) {
    return checked(realloc(ptr, size ? size : 1));
}

char *xstrdup(const char *text) {
    return checked(strdup(text));
}

struct arena *arena_new(void) {
    return xcalloc(1, sizeof(struct arena));
}

void arena_free(struct arena *arena) {
    if (!arena)
        return;
    for (struct owned *o = arena->owned; o; o = o->next)
        o->release(o->ptr);
    for (struct block *b = arena->blocks, *next; b; b = next) {
        next = b->next;
        free(b);
    }
    free(arena);
}

static struct block *block_new(size_t size) {
    struct block *block = xmalloc(sizeof *block + size);
    block->used = 0;
    block->size = size;
    return block;
}

void *arena_alloc(struct arena *arena, size_t size) {
    if (size > SIZE_MAX / 2)
        abort();
    size = (size + sizeof(max_align_t) - 1) & ~(sizeof(max_align_t) - 1);
    struct block *block = arena->blocks;
    if (!block || block->size - block->used < size) {
        size_t room = size > ARENA_BLOCK ? size : ARENA_BLOCK;
        struct block *fresh = block_new(room);
        if (block && room == size) { /* a big one goes behind the block still in use */
            fresh->next = block->next;
            block->next = fresh;
        } else {
            fresh->next = block;
            arena->blocks = fresh;
        }
        block = fresh;
    }
    void *ptr = block->bytes + block->used;
    block->used += size;
    return memset(ptr, 0, size);
}

char *arena_strndup(struct arena *arena, const char *text, size_t len) {
    char *copy = arena_alloc(arena, len + 1);
    memcpy(copy, text, len);
    return copy;
}

char *arena_strdup(struct arena *arena, const char *text) {
    return arena_strndup(arena, text, strlen(text));
}

char *arena_printf(struct arena *arena, const char *format, ...) {
    va_list args, again;
    va_start(args, format);
    va_copy(again, args);
    int len = vsnprintf(NULL, 0, format, args);
    va_end(args);
    if (len < 0)
        abort();
    char *text = arena_alloc(arena, (size_t)len + 1);
    vsnprintf(text, (size_t)len + 1, format, again);
    va_end(again);
    return text;
}

void arena_own(struct arena *arena, void *ptr, void (*release)(void *ptr)) {
    struct owned *owned = arena_alloc(arena, sizeof *owned);
    *owned = (struct owned){arena->owned, ptr, release};
    arena->owned = owned;
}
