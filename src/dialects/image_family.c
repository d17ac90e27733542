/* Models that make pictures: what they take, and how many tokens a picture has. */
#include "dialects/image_family.h"

#include <stdio.h>
#include <string.h>

#define SIDE_MOST   100000  /* pixels */
#define SQUARE      1048576 /* pixels of 1024x1024 */
#define WORDS_MOST  200
#define PARTIAL     100  /* tokens more, of each picture before it is done */
#define SOURCE      1500 /* tokens of a picture that goes in, about */
#define CLOSELY     6240 /* tokens more, of one that is looked at closely, unless it is a square */
#define UNSAID_HALF 3    /* a size that nobody said may be half as large again as a square */

enum { LOW, MEDIUM, HIGH };

static const char *const dall_e_2_sizes[] = {"auto", "256x256", "512x512", "1024x1024", NULL};
static const char *const dall_e_2_qualities[] = {"auto", "standard", NULL};
static const char *const dall_e_3_sizes[] = {"auto", "1024x1024", "1792x1024", "1024x1792", NULL};
static const char *const dall_e_3_qualities[] = {"auto", "standard", "hd", NULL};
static const char *const gpt_sizes[] = {"auto", "1024x1024", "1536x1024", "1024x1536", NULL};
static const char *const gpt_qualities[] = {"auto", "low", "medium", "high", NULL};
static const int64_t gpt_tokens[] = {[LOW] = 272, [MEDIUM] = 1056, [HIGH] = 4160};
static const int64_t flash_tokens[] = {1290, 1290, 1290};
static const int64_t gemini_tokens[] = {2520, 2520, 2520}; /* of the largest, which nobody has to ask for */

/* The first that fits counts. */
static const struct image_family families[] = {
    {"dall-e-2", dall_e_2_sizes, dall_e_2_qualities, IMAGE_MOST, "1024x1024", "standard", NULL, true, false},
    {"dall-e-3", dall_e_3_sizes, dall_e_3_qualities, 1, "1024x1024", "standard", NULL, true, false},
    {"gpt-image-2", NULL, gpt_qualities, IMAGE_MOST, NULL, NULL, gpt_tokens, false, true},
    {"gpt-image", gpt_sizes, gpt_qualities, IMAGE_MOST, NULL, NULL, gpt_tokens, false, true},
    {"chatgpt-image", gpt_sizes, gpt_qualities, IMAGE_MOST, NULL, NULL, gpt_tokens, false, true},
    {"gemini-2.5", NULL, NULL, IMAGE_MOST, NULL, NULL, flash_tokens, false, false},
    {"gemini", NULL, NULL, IMAGE_MOST, NULL, NULL, gemini_tokens, false, false},
    {"", NULL, NULL, IMAGE_MOST, NULL, NULL, gpt_tokens, true, false},
};

const struct image_family *image_family(const char *model) {
    const char *slash = strrchr(model, '/');
    const char *name = slash ? slash + 1 : model;
    const struct image_family *family = families;
    while (strncmp(name, family->begins, strlen(family->begins)) != 0)
        family++;
    return family;
}

static const char *read_side(const char *at, int64_t *side) {
    *side = 0;
    if (*at < '1' || *at > '9')
        return NULL;
    for (; *at >= '0' && *at <= '9'; at++)
        if ((*side = 10 * *side + (*at - '0')) > SIDE_MOST)
            return NULL;
    return at;
}

bool image_pixels(const char *size, int64_t *width, int64_t *height) {
    const char *at = read_side(size, width);
    at = at && *at == 'x' ? read_side(at + 1, height) : NULL;
    return at && !*at;
}

/* ---- what is refused ------------------------------------------------------------------- */

static int bad(const char *param, const char *what, struct error *err) {
    return error_param(err, ERR_REQUEST, param, "\"%s\" %s.", param, what);
}

static int check_word(const struct image_said *said, const char *const *list, struct error *err) {
    char words[WORDS_MOST] = "must be one of";
    if (!said->value || !list)
        return 0;
    for (size_t i = 0; list[i]; i++) {
        if (strcmp(list[i], said->value) == 0)
            return 0;
        size_t len = strlen(words);
        snprintf(words + len, sizeof words - len, "%s %s", i ? "," : "", list[i]);
    }
    return bad(said->param, words, err);
}

static bool is(const struct image_said *said, const char *word) {
    return said->value && strcmp(said->value, word) == 0;
}

static int check_size(const struct image_family *family, const struct image_said *size, struct error *err) {
    int64_t width, height;
    if (!size->value || family->sizes)
        return check_word(size, family->sizes, err);
    if (!family->gpt || is(size, "auto") || image_pixels(size->value, &width, &height))
        return 0;
    return bad(size->param, "must be auto, or WIDTHxHEIGHT", err);
}

/* What OpenAI's models know; others may know more. */
static int check_known(const struct image_request *image, struct error *err) {
    static const char *const backgrounds[] = {"auto", "transparent", "opaque", NULL};
    static const char *const formats[] = {"png", "jpeg", "webp", NULL};
    static const char *const moderations[] = {"auto", "low", NULL};
    static const char *const styles[] = {"vivid", "natural", NULL};
    static const char *const fidelities[] = {"high", "low", NULL};
    static const char *const *const lists[IMAGE_WISHES] = {[IMAGE_BACKGROUND] = backgrounds,
                                                           [IMAGE_FORMAT] = formats,
                                                           [IMAGE_MODERATION] = moderations,
                                                           [IMAGE_STYLE] = styles,
                                                           [IMAGE_FIDELITY] = fidelities};
    for (size_t i = 0; i < IMAGE_WISHES; i++)
        if (check_word(&image->wish[i], lists[i], err) < 0)
            return -1;
    return 0;
}

int image_check(const struct image_family *family, const struct image_request *image, struct error *err) {
    const struct image_said *background = &image->wish[IMAGE_BACKGROUND];
    char words[WORDS_MOST];
    if (image->count > family->most) {
        snprintf(words, sizeof words, "must be %lld: this model makes no more at once",
                 (long long)family->most);
        return bad(image->count_param, words, err);
    }
    if (check_size(family, &image->wish[IMAGE_SIZE], err) < 0 ||
        check_word(&image->wish[IMAGE_QUALITY], family->qualities, err) < 0)
        return -1;
    if (family->sizes || family->gpt)
        if (check_known(image, err) < 0)
            return -1;
    if (is(background, "transparent") && is(&image->wish[IMAGE_FORMAT], "jpeg"))
        return bad(background->param, "cannot be transparent in a jpeg", err);
    return 0;
}

/* ---- tokens ------------------------------------------------------------------------------ */

/* By quality: what is not said may be the highest. */
static int64_t square_tokens(const struct image_family *family, const struct image_request *image) {
    const struct image_said *quality = &image->wish[IMAGE_QUALITY];
    return family->tokens[is(quality, "low") ? LOW : is(quality, "medium") ? MEDIUM : HIGH];
}

int64_t image_tokens(const struct image_family *family, const struct image_request *image) {
    const char *size = image->wish[IMAGE_SIZE].value;
    int64_t width, height, one, usual;
    if (!family->tokens)
        return 0;
    one = family->gpt ? square_tokens(family, image) : family->tokens[HIGH];
    if (family->tokens != gpt_tokens)
        return one * image->count;
    usual = (one * UNSAID_HALF + 1) / 2;
    one = size && image_pixels(size, &width, &height) ? (one * width * height + SQUARE - 1) / SQUARE : usual;
    if (!family->gpt && one < usual)
        one = usual;
    return (one + image->partial * PARTIAL) * image->count;
}

/* gpt-image-2 looks so at all of them; of others nobody knows it. */
static bool looks_closely(const struct image_family *family, const struct image_request *image) {
    return family->tokens == gpt_tokens &&
           (is(&image->wish[IMAGE_FIDELITY], "high") || strcmp(family->begins, "gpt-image-2") == 0);
}

int64_t image_source_tokens(const struct image_family *family, const struct image_request *image) {
    int64_t closely = looks_closely(family, image) ? CLOSELY : 0;
    return (int64_t)image->sources * (SOURCE + closely) + (image->mask ? SOURCE : 0);
}
