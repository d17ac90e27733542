#ifndef BASE_TAME_H
#define BASE_TAME_H

#include <stddef.h>

/* Makes bytes that may come from strangers fit for a line of a log and for a terminal: each byte of a
 * control character, the two-byte ones U+0080 to U+009F too, becomes '?'. */
void tame(char *text, size_t len);

#endif
