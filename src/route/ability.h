#ifndef ROUTE_ABILITY_H
#define ROUTE_ABILITY_H

/* What a provider's model does not do, or does in another way than its dialect says, besides what is true of
 * all that the provider has (provider.h): enum chat_quirk. Models that the table does not name have none. */
unsigned ability_quirks(const char *provider, const char *model);

#endif
