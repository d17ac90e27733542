/* Lists of models of any bytes. What is taken from one is sound, and the file that it becomes is read again
 * as the same. */
#include <string.h>

#include "cli/import.h"
#include "cli/import_write.h"
#include "fuzz.h"

static bool wanted(void *arg, const char *provider) {
    (void)arg;
    return *provider != 'a';
}

static void check_rates(const struct rates *rates) {
    for (size_t i = 0; i < RATES; i++)
        check(catalog_rate_sound(i, rate_get(rates, i)));
}

static void check_model(const struct model_facts *model) {
    check(*model->id && strlen(model->id) <= CATALOG_TEXT_MOST && strlen(model->name) <= CATALOG_TEXT_MOST);
    check(model->kind < MODEL_KIND__MAX && model->context >= 0 && model->max_output >= 0);
    if (model->said & FACT_PRICE) {
        check_rates(&model->price.base);
        check_rates(&model->price.tier);
    }
}

/* The file of all that was taken. */
static void write(struct import *in, struct buf *out) {
    struct model_facts *models = arena_alloc(in->arena, (in->count + 1) * sizeof *models);
    size_t count = 0;
    for (size_t i = 0; i < in->count; i++)
        if (!in->models[i].left_out) {
            check_model(&in->models[i].facts);
            models[count++] = in->models[i].facts;
        }
    check(!catalog_file_sort(models, count));
    import_write(&(struct catalog_file){count, models}, out);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    struct error err = {0};
    struct arena *arena = arena_new();
    struct import in = {.wanted = wanted, .arena = arena}, again = in;
    struct buf first, second;
    if (import_read(&in, (struct span){(const char *)data, size}, &err) < 0) {
        check(err.kind == ERR_REQUEST && *err.message);
        arena_free(arena);
        return 0;
    }
    buf_init(&first, BUF_MOST);
    buf_init(&second, BUF_MOST);
    write(&in, &first);
    check(import_read(&again, (struct span){first.data, first.len}, &err) == 0);
    write(&again, &second);
    check(first.len == second.len && memcmp(first.data, second.data, first.len) == 0);
    buf_free(&first);
    buf_free(&second);
    arena_free(arena);
    return 0;
}
