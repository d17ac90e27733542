/* The configuration from any bytes: it can be used, or there is one line that says why not. */
#include <string.h>

#include "config.h"
#include "fuzz.h"

static void visit(const struct config *config) {
    check(config->data_dir[0] == '/' && config->providers > 0);
    check(config->threads > 0 && config->body_limit > 0 && config->total_timeout > 0);
    for (size_t i = 0; i < config->providers; i++) {
        const struct provider_config *provider = &config->provider[i];
        check(provider->row && provider->base_url && config_provider(config, provider->name) == provider);
    }
    for (size_t i = 0; i < config->models; i++)
        check(config->model[i].provider && *config->model[i].name && *config->model[i].model);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    struct error err = {0};
    struct config *config =
        config_parse((const char *)data, size, "/nonexistent/aihub.json", CONFIG_SECRETS_NEEDED, &err);
    check((config == NULL) == (err.kind == ERR_REQUEST));
    if (config) {
        visit(config);
        config_free(config);
    } else {
        check(err.message[0] && !strchr(err.message, '\n'));
    }
    return 0;
}
