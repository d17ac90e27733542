/* Forms with files. */
#include "canon/form.h"

#include <string.h>

const struct form_part *form_field(const struct form *form, const char *name) {
    for (size_t i = 0; i < form->count; i++)
        if (!form->part[i].filename && strcmp(form->part[i].name, name) == 0)
            return &form->part[i];
    return NULL;
}
