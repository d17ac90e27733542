/* THE TABLE of what a client can ask for. The first row that fits a path and its method counts. */
#include "endpoints/endpoints.h"

enum { CALL = ROUTE_JSON | ROUTE_CALL, AIGNE = ROUTE_AIGNE, INDOX = ROUTE_INDOX };

const struct route routes[] = {
    /* ---- OpenAI and AI Hub ---- */
    {"POST", "/v1/chat/completions", endpoint_chat, CALL, NULL},
    {"POST", "/v1/chat/stream", endpoint_chat_stream, CALL, NULL},
    {"POST", "/v1/completions", endpoint_completions, CALL, NULL},
    {"POST", "/v1/responses", endpoint_responses, CALL, NULL},
    {"GET", "/v1/responses", endpoint_responses_socket, 0, NULL},
    {"POST", "/v1/responses/input_tokens", endpoint_input_tokens, ROUTE_JSON, NULL},
    {"GET", "/v1/responses/*", endpoint_stored_response, 0, NULL},
    {"DELETE", "/v1/responses/*", endpoint_stored_response, 0, NULL},
    {"POST", "/v1/responses/*", endpoint_stored_response, 0, NULL},
    {"GET", "/v1/models", endpoint_models, 0, NULL},
    {"GET", "/v1/models/*", endpoint_model, 0, NULL},
    {"POST", "/pg/chat/completions", endpoint_chat, CALL, NULL},
    {"GET", "/v1/capabilities", endpoint_capabilities, 0, NULL},

    /* ---- Anthropic ---- */
    {"POST", "/v1/messages", endpoint_messages, CALL, &chat_anthropic},
    {"POST", "/v1/messages/count_tokens", endpoint_count_tokens, ROUTE_JSON, &chat_anthropic},

    /* ---- Gemini ---- */
    {"POST", "/v1beta/models/*", endpoint_gemini, CALL, &chat_gemini},
    {"POST", "/v1alpha/models/*", endpoint_gemini, CALL, &chat_gemini},
    {"GET", "/v1beta/models", endpoint_gemini_models, 0, &chat_gemini},
    {"GET", "/v1beta/models/*", endpoint_gemini_model, 0, &chat_gemini},
    {"POST", "/v1/models/*", endpoint_gemini, CALL, &chat_gemini},
    {"POST", "/v1beta/openai/chat/completions", endpoint_chat, CALL, &chat_openai},
    {"GET", "/v1beta/openai/models", endpoint_models, 0, &chat_openai},
    {"GET", "/v1beta/openai/models/*", endpoint_model, 0, &chat_openai},

    /* ---- usage and what is left ---- */
    {"GET", "/v1/usage", endpoint_usage, 0, NULL},
    {"GET", "/v1/usage/export", endpoint_usage_export, 0, NULL},
    {"GET", "/v1/dashboard/billing/subscription", endpoint_billing_subscription, 0, NULL},
    {"GET", "/v1/dashboard/billing/usage", endpoint_billing_usage, 0, NULL},
    {"GET", "/dashboard/billing/subscription", endpoint_billing_subscription, 0, NULL},
    {"GET", "/dashboard/billing/usage", endpoint_billing_usage, 0, NULL},

    /* ---- sessions ---- */
    {"POST", "/v1/sessions", endpoint_session_create, ROUTE_JSON, NULL},
    {"GET", "/v1/sessions", endpoint_session_list, 0, NULL},
    {"GET", "/v1/sessions/*", endpoint_session, 0, NULL},
    {"PUT", "/v1/sessions/*", endpoint_session_update, ROUTE_JSON, NULL},
    {"PATCH", "/v1/sessions/*", endpoint_session_update, ROUTE_JSON, NULL},
    {"DELETE", "/v1/sessions/*", endpoint_session_delete, 0, NULL},

    /* ---- logins ---- */
    {"POST", "/auth/token", endpoint_auth_token, ROUTE_CALL | INDOX, NULL},
    {"POST", "/auth/api-key", endpoint_auth_key, INDOX, NULL},
    {"POST", "/auth/login", endpoint_auth_login, ROUTE_CALL, NULL},
    {"POST", "/auth/refresh", endpoint_auth_refresh, 0, NULL},
    {"POST", "/auth/logout", endpoint_auth_logout, 0, NULL},
    {"POST", "/auth/register", endpoint_auth_register, ROUTE_CALL, NULL},
    {"GET", "/auth/me", endpoint_auth_me, 0, NULL},
    {"POST", "/auth/password", endpoint_auth_password, ROUTE_CALL, NULL},
    {"POST", "/api/v1/auth/token", endpoint_auth_token, ROUTE_CALL | INDOX, NULL},
    {"POST", "/api/v1/auth/api-key", endpoint_auth_key, INDOX, NULL},
    {"POST", "/api/v1/auth/login", endpoint_auth_login, ROUTE_CALL, NULL},
    {"POST", "/api/v1/auth/refresh", endpoint_auth_refresh, 0, NULL},
    {"POST", "/api/v1/auth/logout", endpoint_auth_logout, 0, NULL},
    {"POST", "/api/v1/auth/register", endpoint_auth_register, ROUTE_CALL, NULL},
    {"GET", "/api/v1/auth/me", endpoint_auth_me, 0, NULL},
    {"POST", "/api/v1/auth/password", endpoint_auth_password, ROUTE_CALL, NULL},

    /* ---- IndoxRouter, and what it shares with AIGNE Hub ---- */
    {"POST", "/chat/completions", endpoint_shared_chat, CALL | AIGNE | INDOX, NULL},
    {"POST", "/completions", endpoint_shared_completions, CALL | AIGNE | INDOX, NULL},
    {"POST", "/api/v1/chat/completions", endpoint_shared_chat, CALL | AIGNE | INDOX, NULL},
    {"POST", "/api/v1/completions", endpoint_shared_completions, CALL | AIGNE | INDOX, NULL},
    {"GET", "/models", endpoint_indox_models, INDOX, NULL},
    {"GET", "/models/", endpoint_indox_models, INDOX, NULL},
    {"GET", "/models/*", endpoint_indox_model, INDOX, NULL},
    {"GET", "/api/v1/models", endpoint_indox_models, INDOX, NULL},
    {"GET", "/api/v1/models/", endpoint_indox_models, INDOX, NULL},
    {"GET", "/api/v1/models/*", endpoint_indox_model, INDOX, NULL},
    {"GET", "/user/usage", endpoint_indox_usage, INDOX, NULL},
    {"GET", "/api/v1/user/usage", endpoint_indox_usage, INDOX, NULL},

    /* ---- AIGNE Hub ---- */
    {"POST", "/api/v2/chat", endpoint_aigne_chat, CALL | AIGNE, NULL},
    {"POST", "/api/v2/chat/completions", endpoint_aigne_completions, CALL | AIGNE, NULL},
    {"POST", "/api/v2/completions", endpoint_aigne_completions, CALL | AIGNE, NULL},
    {"POST", "/api/chat/completions", endpoint_aigne_completions, CALL | AIGNE, NULL},
    {"POST", "/api/completions", endpoint_aigne_completions, CALL | AIGNE, NULL},
    {"POST", "/.well-known/service/api/access-key/session", endpoint_connect_begin, ROUTE_HOST, NULL},
    {"GET", "/.well-known/service/api/access-key/session", endpoint_connect_poll, ROUTE_HOST, NULL},
    {"DELETE", "/.well-known/service/api/access-key/session", endpoint_connect_end, ROUTE_HOST, NULL},
    {"GET", "/.well-known/service/gen-simple-access-key", endpoint_connect_page, ROUTE_HOST, NULL},
    {"POST", "/.well-known/service/gen-simple-access-key", endpoint_connect_answer, ROUTE_HOST | ROUTE_CALL,
     NULL},

    /* ---- new-api's console ---- */
    {"GET", "/api/usage/token", endpoint_token_usage, 0, NULL},
    {"GET", "/api/usage/token/", endpoint_token_usage, 0, NULL},
    {"GET", "/api/log/self", endpoint_log_self, 0, NULL},
    {"GET", "/api/log/self/stat", endpoint_log_stat, 0, NULL},
    {"GET", "/api/log/token", endpoint_log_token, 0, NULL},
    {"GET", "/api/data/self", endpoint_console_data, 0, NULL},
    {"GET", "/api/token/", endpoint_tokens, 0, NULL},
    {"POST", "/api/token/", endpoint_token_make, ROUTE_JSON, NULL},
    {"PUT", "/api/token/", endpoint_token_change, ROUTE_JSON, NULL},
    {"GET", "/api/token", endpoint_tokens, 0, NULL},
    {"POST", "/api/token", endpoint_token_make, ROUTE_JSON, NULL},
    {"PUT", "/api/token", endpoint_token_change, ROUTE_JSON, NULL},
    {"GET", "/api/token/search", endpoint_token_search, 0, NULL},
    {"POST", "/api/token/batch", endpoint_token_batch, ROUTE_JSON, NULL},
    {"GET", "/api/token/*", endpoint_token, 0, NULL},
    {"DELETE", "/api/token/*", endpoint_token_delete, 0, NULL},
    {"POST", "/api/token/*", endpoint_token_text, ROUTE_JSON, NULL},
    {"GET", "/api/user/self", endpoint_self, 0, NULL},
    {"GET", "/api/user/groups", endpoint_user_groups, 0, NULL},
    {"GET", "/api/user/self/groups", endpoint_user_groups, 0, NULL},
    {"POST", "/api/user/topup", endpoint_topup, ROUTE_JSON, NULL},
    {"GET", "/api/user/topup/self", endpoint_topups, 0, NULL},
    {"POST", "/api/user/manage", endpoint_user_manage, ROUTE_JSON, NULL},
    {"GET", "/api/redemption/", endpoint_redemptions, 0, NULL},
    {"POST", "/api/redemption/", endpoint_redemption_make, ROUTE_JSON, NULL},
    {"GET", "/api/redemption", endpoint_redemptions, 0, NULL},
    {"POST", "/api/redemption", endpoint_redemption_make, ROUTE_JSON, NULL},
    {"GET", "/api/redemption/search", endpoint_redemption_search, 0, NULL},
    {"PUT", "/api/redemption/", endpoint_redemption_switch, ROUTE_JSON, NULL},
    {"PUT", "/api/redemption", endpoint_redemption_switch, ROUTE_JSON, NULL},
    {"GET", "/api/redemption/*", endpoint_redemption, 0, NULL},
    {"DELETE", "/api/redemption/*", endpoint_redemption_delete, 0, NULL},

    /* ---- operation ---- */
    {"GET", "/health", endpoint_health, ROUTE_BARE, NULL},
    {"GET", "/healthz", endpoint_health, ROUTE_BARE, NULL},
    {"GET", "/readyz", endpoint_ready, ROUTE_BARE, NULL},
    {"GET", "/doctor/*", endpoint_doctor, ROUTE_BARE | ROUTE_HIDDEN, NULL},
    {"POST", "/doctor/*", endpoint_doctor, ROUTE_BARE | ROUTE_HIDDEN, NULL},
    {"GET", "/", endpoint_front_page, ROUTE_BARE | AIGNE | INDOX, NULL},
};

const size_t route_count = sizeof routes / sizeof *routes;
