#ifndef ROUTE_CHOOSE_H
#define ROUTE_CHOOSE_H

#include "base/error.h"
#include "base/mem.h"
#include "canon/task.h"
#include "config.h"

/*
 * Where a call goes, and what is known about the model there: the facts of
 * route/catalog.h, those of aihub.json over them. All pointers live as long as
 * the configuration and the arena.
 */
struct target {
    const struct provider_config *provider;
    const char *model; /* the provider's name for it */
    const char *title; /* the model's name as people write it; the provider's name if nobody knows one */
    enum model_kind kind;
    unsigned abilities; /* enum model_ability, as far as the hub has them called for there */
    bool deprecated;    /* the provider will drop it, or has */
    struct price price;
    struct image_prices images; /* the prices of pictures by what they are, see target_price_image() */
    int context, max_output;    /* tokens, 0: not known */
    unsigned quirks;            /* enum chat_quirk */
    const char *const *groups;  /* of keys that may use it, up to NULL; NULL: all */
    unsigned known;             /* enum model_fact: what is known at all; no price: calls are refused */
    unsigned imported;          /* of that, what the file of facts says */
    unsigned configured;        /* of that, what aihub.json says */
};

/* Most tokens that its answer may have: as is known of it, else all of its context, else the configuration's
 * default_max_output. */
int64_t target_most_output(const struct target *target, const struct config *config);

/*
 * For a target with prices of pictures by what they are: makes the rates `image` of its price those of the
 * picture that a client asks for, which is that of "QUALITY SIZE", else that of the size, else that of the
 * quality, else what is said of all others. What is not said (NULL, "", "auto") may turn out to be anything:
 * then it is the dearest that fits what was said, so that no call costs more than was reserved for it. Who
 * knows what the provider makes if nothing is said, says that. Without such prices nothing happens. Returns
 * 0; -1 with ERR_REQUEST, param "size" or "quality", for a picture that nobody said the price of.
 */
int target_price_image(struct target *target, const char *size, const char *quality, struct error *err);

/*
 * Finds the target of a model name: an entry of "models" in the configuration;
 * "provider/model" of a configured provider, where the model may be such an entry
 * of that provider, too; a plain name that a configured provider's catalog lists
 * (the first provider in the file's order wins); at last the first configured
 * provider that takes any model.
 * Returns 0; -1 with ERR_NOT_FOUND (code "model_not_found", param "model")
 * for an unknown one, or ERR_REQUEST (param "model") for one that is not for chat, or whose provider does
 * none (code "model_not_for_chat"), or whose price nobody said (code "model_without_price").
 */
int choose_target(const struct config *config, const char *name, struct arena *arena, struct target *target,
                  struct error *err);

/* The same for a task: the model is of a kind that does it (else ERR_REQUEST with the code of task_facts), or
 * nobody knows what it is for. */
int choose_task(const struct config *config, const char *name, enum task_kind task, struct arena *arena,
                struct target *target, struct error *err);

/* The same for a model of any kind, also one without a price: whoever calls looks at `kind` and `known`.
 * Fails for an unknown one only. */
int choose_any(const struct config *config, const char *name, struct arena *arena, struct target *target,
               struct error *err);

/* Whether the hub can ask the target's provider for what the model is for: chat, or a task. */
bool choose_is_served(const struct target *target);

/* The same for a model that can be asked for at all, whatever it is for. Fails as choose_target() does for
 * others. */
int choose_served(const struct config *config, const char *name, struct arena *arena, struct target *target,
                  struct error *err);

/* Calls visit for every model name that choose_served() finds, each once: entries of "models"
 * first, then the catalogs of the configured providers, as a plain name where that name leads to that
 * provider, else as "provider/model". Models without a price, and those that cannot be asked for, are left
 * out. Stops when visit returns non-zero.
 */
void choose_each(const struct config *config,
                 int (*visit)(void *arg, const char *name, const struct target *target), void *arg);

/* The same for models of these kinds, a bit for each, with those that have no price. */
#define CHOOSE_ALL ((1u << MODEL_KIND__MAX) - 1)
void choose_each_of(const struct config *config, unsigned kinds,
                    int (*visit)(void *arg, const char *name, const struct target *target), void *arg);

#endif
