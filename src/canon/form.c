/* Forms with files. */
#include "canon/form.h"

#include <stdbool.h>
#include <string.h>

static const struct form_part *find(const struct form *form, const char *name, bool file) {
    for (size_t i = 0; i < form->count; i++)
        if (!form->part[i].filename == !file && strcmp(form->part[i].name, name) == 0)
            return &form->part[i];
    return NULL;
}

const struct form_part *form_field(const struct form *form, const char *name) {
    return find(form, name, false);
}

const struct form_part *form_file(const struct form *form, const char *name) {
    return find(form, name, true);
}
