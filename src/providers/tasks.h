#ifndef PROVIDERS_TASKS_H
#define PROVIDERS_TASKS_H

#include "dialects/task_dialect.h"
#include "providers/provider.h"

/* Which tasks besides chat a provider does, and in which language. What it has of a model says the catalog.
 */

/* The language for one kind; NULL: the provider does not do that. */
const struct task_dialect *provider_task(const struct provider *row, enum task_kind kind);

/* Where a task goes: that path behind the base URL. What a provider has beside its API for chat stands beside
 * that in the URL, too: then the end of the base URL that leads to chat alone goes. In the arena. */
const char *provider_task_url(const struct provider *row, const char *base_url, const char *path,
                              struct arena *arena);

#endif
