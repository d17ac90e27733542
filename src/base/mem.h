#ifndef BASE_MEM_H
#define BASE_MEM_H

#include <stdarg.h>
#include <stddef.h>

/*
 * Allocation that never fails: running out of memory aborts the process (its
 * spawner starts another, and the ledger accounts for what it was doing).
 * Everything a request needs for its own length comes from its arena and goes
 * with it.
 */

void *xmalloc(size_t size);
void *xcalloc(size_t count, size_t size);
void *xrealloc(void *ptr, size_t size);
char *xstrdup(const char *text);

/* Memory that is given back all at once. Not safe for use by two threads. */
struct arena;

struct arena *arena_new(void);

/* Calls the release functions in reverse order, then frees everything. NULL is allowed. */
void arena_free(struct arena *arena);

/* Zeroed, aligned for any type, valid until arena_free(). Never NULL. */
void *arena_alloc(struct arena *arena, size_t size);
char *arena_strdup(struct arena *arena, const char *text);

/* A NUL-terminated copy of exactly len bytes. */
char *arena_strndup(struct arena *arena, const char *text, size_t len);
char *arena_printf(struct arena *arena, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* Ties a foreign object to the arena: release(ptr) is called by arena_free(). */
void arena_own(struct arena *arena, void *ptr, void (*release)(void *ptr));

#endif
