/* Prices of pictures by their size and quality. */
#include "canon/image_price.h"

#include <ctype.h>
#include <stdio.h>
#include <string.h>

static bool is_size(const char *word) {
    return *word >= '0' && *word <= '9';
}

static size_t word_length(const char *text, size_t len) {
    size_t i = 0;
    while (i < len && (isalnum((unsigned char)text[i]) || (text[i] && strchr(".:_-", text[i]))))
        i++;
    return i;
}

bool image_name_sound(const char *name, size_t len) {
    size_t first = word_length(name, len);
    if (first == 0 || len >= IMAGE_NAME || (len == 4 && memcmp(name, "auto", 4) == 0))
        return false;
    if (first == len)
        return true;
    const char *second = name + first + 1;
    size_t rest = len - first - 1;
    return name[first] == ' ' && !is_size(name) && rest > 0 && is_size(second) &&
           word_length(second, rest) == rest;
}

nanos image_prices_dearest(const struct image_prices *images) {
    nanos dearest = 0;
    for (size_t i = 0; i < images->count; i++)
        if (images->at[i].each > dearest)
            dearest = images->at[i].each;
    return dearest;
}

/* ---- what a name is made of -------------------------------------------------------- */

struct words {
    char quality[IMAGE_NAME], size[IMAGE_NAME]; /* "": the name has none */
};

static struct words words_of(const char *name) {
    struct words words = {{0}, {0}};
    size_t quality = is_size(name) ? 0 : strcspn(name, " ");
    snprintf(words.quality, sizeof words.quality, "%.*s", (int)quality, name);
    snprintf(words.size, sizeof words.size, "%s", name + quality + (name[quality] == ' '));
    return words;
}

static const char *word_of(const struct words *words, bool size) {
    return size ? words->size : words->quality;
}

/* ---- finding ----------------------------------------------------------------------- */

/* The one for just this picture; "" is a size or quality that the list does not know. */
static const struct image_price *find_one(const struct image_prices *images, const char *size,
                                          const char *quality) {
    const struct image_price *of_size = NULL, *of_quality = NULL, *other = NULL;
    for (size_t i = 0; i < images->count; i++) {
        struct words words = words_of(images->at[i].name);
        bool same_size = *size && strcmp(words.size, size) == 0;
        bool same_quality = *quality && strcmp(words.quality, quality) == 0;
        if (same_size && same_quality)
            return &images->at[i];
        if (same_size && !*words.quality)
            of_size = &images->at[i];
        if (same_quality && !*words.size)
            of_quality = &images->at[i];
        if (!*images->at[i].name)
            other = &images->at[i];
    }
    return of_size ? of_size : of_quality ? of_quality : other;
}

static const struct image_price *dearer(const struct image_price *one, const struct image_price *other) {
    return !one || (other && other->each > one->each) ? other : one;
}

/* The dearest of this size whatever its quality, if that is not said. */
static const struct image_price *find_size(const struct image_prices *images, const char *size,
                                           const char *quality) {
    const struct image_price *found = find_one(images, size, quality ? quality : "");
    for (size_t i = 0; !quality && i < images->count; i++)
        found = dearer(found, find_one(images, size, words_of(images->at[i].name).quality));
    return found;
}

static const char *said(const char *word) {
    return word && *word && strcmp(word, "auto") != 0 ? word : NULL;
}

/* The size if sizes are told apart and this is none of them. */
static const char *blame(const struct image_prices *images, const char *size) {
    bool any = false, known = false;
    for (size_t i = 0; size && i < images->count; i++) {
        struct words words = words_of(images->at[i].name);
        any |= *words.size != '\0';
        known |= strcmp(words.size, size) == 0;
    }
    return any && !known ? "size" : "quality";
}

const struct image_price *image_prices_find(const struct image_prices *images, const char *size,
                                            const char *quality, const char **unknown) {
    size = said(size);
    quality = said(quality);
    const struct image_price *found = find_size(images, size ? size : "", quality);
    for (size_t i = 0; !size && i < images->count; i++)
        found = dearer(found, find_size(images, words_of(images->at[i].name).size, quality));
    if (!found)
        *unknown = blame(images, size);
    return found;
}

/* ---- saying ------------------------------------------------------------------------ */

void image_prices_end(struct image_price *list, size_t *count, struct price_said *said_of) {
    size_t rate = 0;
    while (strcmp(rate_names[rate].name, "image") != 0)
        rate++;
    if (*count == 0)
        return;
    if (said_of->named >> rate & 1)
        list[(*count)++] = (struct image_price){"", said_of->base.image};
    else
        said_of->base.image = image_prices_dearest(&(struct image_prices){list, *count});
    said_of->named |= 1u << rate;
}

/* Whether a name before this one has the same word. */
static bool is_told(const struct image_prices *images, size_t before, bool size, const char *word) {
    for (size_t i = 0; i < before; i++) {
        struct words words = words_of(images->at[i].name);
        if (strcmp(word_of(&words, size), word) == 0)
            return true;
    }
    return false;
}

void image_prices_list(const struct image_prices *images, const char *unknown, char *text, size_t room) {
    bool size = strcmp(unknown, "size") == 0;
    size_t len = 0;
    *text = '\0';
    for (size_t i = 0; i < images->count; i++) {
        struct words words = words_of(images->at[i].name);
        const char *word = word_of(&words, size);
        if (!*word || is_told(images, i, size, word))
            continue;
        int more = snprintf(text + len, room - len, "%s%s", len ? ", " : "", word);
        if ((size_t)more >= room - len) {
            text[len] = '\0';
            return;
        }
        len += (size_t)more;
    }
}
