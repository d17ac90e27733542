/* Opaque reasoning state, sealed. */
#include "canon/seal.h"

#include <string.h>

#include "base/buf.h"
#include "base/secret.h"

#define SEAL_MOST ((size_t)16 << 20)
#define MAC_TEXT  (2 * SECRET_MAC)

static const char head[] = "aihub-state:";

/*
 * What is inside of the base64: the head, a MAC in hexadecimal of all that
 * follows, and lines: the provider, then for each item its kind and the insides
 * of two JSON strings, which hold no line feed.
 */

static void add_string(struct buf *out, struct span text) {
    if (text.at)
        buf_add(out, text.at + 1, text.len - 2);
    buf_putc(out, '\n');
}

struct span seal_make(const unsigned char key[SEAL_KEY], const char *provider, const struct seal_item *items,
                      size_t count, struct arena *arena) {
    struct buf lines, whole;
    char mac[MAC_TEXT + 1];
    buf_init(&lines, SEAL_MOST);
    buf_init(&whole, 2 * SEAL_MOST);
    buf_printf(&lines, "%s\n", provider);
    for (size_t i = 0; i < count; i++) {
        buf_printf(&lines, "%c\n", items[i].kind);
        add_string(&lines, items[i].thought);
        add_string(&lines, items[i].signature);
    }
    if (lines.overflow) {
        buf_free(&lines);
        return (struct span){0};
    }
    secret_mac(key, lines.data, lines.len, mac);
    buf_printf(&whole, "%s%s\n", head, mac);
    buf_add(&whole, lines.data, lines.len);
    size_t len = secret_base64_length(whole.len);
    char *text = arena_alloc(arena, len + 3);
    text[0] = '"';
    secret_base64(whole.data, whole.len, text + 1);
    len = strlen(text);
    text[len] = '"';
    buf_free(&lines);
    buf_free(&whole);
    return (struct span){text, len + 1};
}

bool seal_is(struct span text) {
    size_t len = sizeof SEAL_MARK - 1;
    return text.len > len + 2 && memcmp(text.at + 1, SEAL_MARK, len) == 0;
}

/* Takes a line off the front. */
static bool take_line(struct span *rest, struct span *line) {
    const char *end = memchr(rest->at, '\n', rest->len);
    if (!end)
        return false;
    *line = (struct span){rest->at, (size_t)(end - rest->at)};
    *rest = (struct span){end + 1, rest->len - line->len - 1};
    return true;
}

static struct span string_of(struct arena *arena, struct span inside) {
    if (inside.len == 0)
        return (struct span){0};
    const char *text = arena_printf(arena, "\"%.*s\"", (int)inside.len, inside.at);
    return (struct span){text, inside.len + 2};
}

/* The lines behind a right MAC; at == NULL: it is wrong. */
static struct span open_lines(const unsigned char key[SEAL_KEY], struct span text, struct arena *arena) {
    struct span none = {0}, lines, mac;
    struct span inside = chat_unquote(arena, text);
    char *bytes = arena_alloc(arena, inside.len + 1), right[MAC_TEXT + 1];
    size_t len = 0;
    if (!secret_unbase64(inside.at, inside.len, bytes, &len) || len < sizeof head - 1 ||
        memcmp(bytes, head, sizeof head - 1) != 0)
        return none;
    lines = (struct span){bytes + sizeof head - 1, len - (sizeof head - 1)};
    if (!take_line(&lines, &mac) || mac.len != MAC_TEXT)
        return none;
    secret_mac(key, lines.at, lines.len, right);
    return secret_same(mac.at, right, MAC_TEXT) ? lines : none;
}

size_t seal_open(const unsigned char key[SEAL_KEY], const char *provider, struct span text,
                 struct seal_item items[SEAL_ITEMS], struct arena *arena) {
    struct span kind, thought, signature, line;
    size_t count = 0;
    if (!seal_is(text))
        return 0;
    struct span lines = open_lines(key, text, arena);
    if (!lines.at || !take_line(&lines, &line) || line.len != strlen(provider) ||
        memcmp(line.at, provider, line.len) != 0)
        return 0;
    while (count < SEAL_ITEMS && take_line(&lines, &kind) && kind.len == 1 && take_line(&lines, &thought) &&
           take_line(&lines, &signature))
        items[count++] = (struct seal_item){(enum seal_kind) * kind.at, string_of(arena, thought),
                                            string_of(arena, signature)};
    return count;
}
