#ifndef ENDPOINTS_ENDPOINTS_H
#define ENDPOINTS_ENDPOINTS_H

#include "front/routes.h"

/* What a client can ask for: one line each, one file for each kind of thing. */
route_handler endpoint_chat;                 /* POST /v1/chat/completions */
route_handler endpoint_chat_stream;          /* POST /v1/chat/stream: always streams */
route_handler endpoint_completions;          /* POST /v1/completions */
route_handler endpoint_shared_chat;          /* POST /chat/completions, in the body's dialect */
route_handler endpoint_shared_completions;   /* POST /completions, the same */
route_handler endpoint_aigne_chat;           /* POST /api/v2/chat: two bodies, one with an `input` */
route_handler endpoint_aigne_completions;    /* POST /api/v2/chat/completions and its like */
route_handler endpoint_responses;            /* POST /v1/responses */
route_handler endpoint_responses_socket;     /* GET /v1/responses: not as a WebSocket */
route_handler endpoint_stored_response;      /* /v1/responses/{id}… */
route_handler endpoint_input_tokens;         /* POST /v1/responses/input_tokens */
route_handler endpoint_messages;             /* POST /v1/messages */
route_handler endpoint_count_tokens;         /* POST /v1/messages/count_tokens */
route_handler endpoint_moderations;          /* POST /v1/moderations */
route_handler endpoint_embeddings;           /* POST /v1/embeddings */
route_handler endpoint_engines;              /* POST /v1/engines/{model}/embeddings */
route_handler endpoint_shared_embeddings;    /* POST /embeddings, in the body's dialect */
route_handler endpoint_aigne_embeddings;     /* POST /api/v2/embeddings: two bodies, by their `input` */
route_handler endpoint_rerank;               /* POST /v1/rerank, /v2/rerank */
route_handler endpoint_speech;               /* POST /v1/audio/speech */
route_handler endpoint_transcriptions;       /* POST /v1/audio/transcriptions */
route_handler endpoint_translations;         /* POST /v1/audio/translations */
route_handler endpoint_aigne_transcriptions; /* POST /api/v2/audio/transcriptions */
route_handler endpoint_indox_transcriptions; /* POST /audio/stt/transcriptions */
route_handler endpoint_indox_translations;   /* POST /audio/stt/translations */
route_handler endpoint_aigne_speech;         /* POST /api/v2/audio/speech */
route_handler endpoint_indox_speech;         /* POST /audio/tts/generations */
route_handler endpoint_gemini;               /* POST /v1beta/models/{model}:{method} */
route_handler endpoint_gemini_models;        /* GET /v1beta/models */
route_handler endpoint_gemini_model;         /* GET /v1beta/models/{model} */
route_handler endpoint_models;               /* GET /v1/models, in three shapes */
route_handler endpoint_model;                /* GET /v1/models/{id} */
route_handler endpoint_indox_models;         /* GET /models: OpenAI's list, and IndoxRouter's */
route_handler endpoint_indox_model;          /* GET /models/{provider}[/{model}] */
route_handler endpoint_indox_usage;          /* GET /user/usage?start_date=…&end_date=… */
route_handler endpoint_capabilities;         /* GET /v1/capabilities */
route_handler endpoint_usage;                /* GET /v1/usage?start=…&end=… */
route_handler endpoint_usage_export;         /* GET /v1/usage/export: the calls themselves, as a file */
route_handler endpoint_billing_subscription; /* GET /v1/dashboard/billing/subscription */
route_handler endpoint_billing_usage;        /* GET /v1/dashboard/billing/usage */
route_handler endpoint_token_usage;          /* GET /api/usage/token: what is left of a key */
route_handler endpoint_log_self;             /* GET /api/log/self: calls of the user, page by page */
route_handler endpoint_log_stat;          /* GET /api/log/self/stat: what they cost, and how many a minute */
route_handler endpoint_log_token;         /* GET /api/log/token: calls of the key */
route_handler endpoint_console_data;      /* GET /api/data/self: sums by hour and model */
route_handler endpoint_log_all;           /* GET /api/log/: calls of all users */
route_handler endpoint_log_stat_all;      /* GET /api/log/stat */
route_handler endpoint_console_data_all;  /* GET /api/data/ */
route_handler endpoint_tokens;            /* GET /api/token/: a user's keys */
route_handler endpoint_token_search;      /* GET /api/token/search?keyword=… */
route_handler endpoint_token_make;        /* POST /api/token/ */
route_handler endpoint_token_change;      /* PUT /api/token/ */
route_handler endpoint_token_batch;       /* POST /api/token/batch: deletes several */
route_handler endpoint_token;             /* GET /api/token/{id} */
route_handler endpoint_token_delete;      /* DELETE /api/token/{id} */
route_handler endpoint_token_text;        /* POST /api/token/{id}/rotate, and …/key, which is gone */
route_handler endpoint_pricing;           /* GET /api/pricing: what models cost */
route_handler endpoint_user_models;       /* GET /api/user/models: names */
route_handler endpoint_self;              /* GET /api/user/self */
route_handler endpoint_self_change;       /* PUT /api/user/self: the password */
route_handler endpoint_self_delete;       /* DELETE /api/user/self: not here */
route_handler endpoint_user_login;        /* POST /api/user/login */
route_handler endpoint_user_logout;       /* GET, POST /api/user/logout */
route_handler endpoint_user_register;     /* POST /api/user/register */
route_handler endpoint_user_token;        /* GET /api/user/token: of one more login */
route_handler endpoint_user_aff;          /* GET /api/user/aff */
route_handler endpoint_topup_info;        /* GET /api/user/topup/info: how to pay in */
route_handler endpoint_user_groups;       /* GET /api/user/groups */
route_handler endpoint_topup;             /* POST /api/user/topup: redeems a code */
route_handler endpoint_topups;            /* GET /api/user/topup/self: what was paid in */
route_handler endpoint_user_manage;       /* POST /api/user/manage */
route_handler endpoint_users;             /* GET /api/user/: all of them */
route_handler endpoint_user_search;       /* GET /api/user/search?keyword=…&group=… */
route_handler endpoint_user;              /* GET /api/user/{id} */
route_handler endpoint_user_make;         /* POST /api/user/ */
route_handler endpoint_user_change;       /* PUT /api/user/ */
route_handler endpoint_user_delete;       /* DELETE /api/user/{id} */
route_handler endpoint_groups;            /* GET /api/group/ */
route_handler endpoint_redemptions;       /* GET /api/redemption/: codes */
route_handler endpoint_redemption_search; /* GET /api/redemption/search?keyword=… */
route_handler endpoint_redemption_make;   /* POST /api/redemption/ */
route_handler endpoint_redemption_switch; /* PUT /api/redemption/ */
route_handler endpoint_redemption;        /* GET /api/redemption/{id} */
route_handler endpoint_redemption_delete; /* DELETE /api/redemption/{id} */
route_handler endpoint_images;            /* POST /v1/images/generations */
route_handler endpoint_image_edits;       /* POST /v1/images/edits: a form, or JSON */
route_handler endpoint_image_variations;  /* POST /v1/images/variations: a form */
route_handler endpoint_shared_images;     /* POST /images/generations, in the body's dialect */
route_handler endpoint_aigne_images;      /* POST /image/generations and its like */
route_handler endpoint_aigne_image;       /* POST /api/v2/image: two bodies, one with an `input` */
route_handler endpoint_file;              /* GET /files/{name}: a picture that was stored for a link */
route_handler endpoint_not_offered;       /* what the surfaces have and the hub does not */
route_handler endpoint_health;            /* GET /health, /healthz: the process answers */
route_handler endpoint_root_health;       /* GET / for programs: the same, and the time */
route_handler endpoint_ready;             /* GET /readyz: it can serve calls */
route_handler endpoint_status;         /* GET /status: the hub, and its providers to whoever may use them */
route_handler endpoint_console_status; /* GET /api/status: the same in new-api's frame */
route_handler endpoint_model_status;   /* GET /api/v2/status?model=…: whether a call would be answered */
route_handler endpoint_doctor;         /* /doctor/…: what `aihub doctor` asks; nobody else gets an answer */
route_handler endpoint_front_page;     /* GET / */
route_handler endpoint_openapi;        /* GET /openapi.json: all of this, told to programs */
route_handler endpoint_session_create; /* POST /v1/sessions */
route_handler endpoint_session_list;   /* GET /v1/sessions?limit=…&offset=…&search=… */
route_handler endpoint_session;        /* GET /v1/sessions/{id}, …/messages, …/export */
route_handler endpoint_session_update; /* PUT, PATCH /v1/sessions/{id} */
route_handler endpoint_session_delete; /* DELETE /v1/sessions/{id} */
route_handler endpoint_auth_token;     /* POST /auth/token: OAuth 2's password and refresh_token grants */
route_handler endpoint_auth_key;       /* POST /auth/api-key: a token for a key */
route_handler endpoint_auth_login;     /* POST /auth/login: a token, and whose it is */
route_handler endpoint_auth_refresh;   /* POST /auth/refresh */
route_handler endpoint_auth_logout;    /* POST /auth/logout */
route_handler endpoint_auth_register;  /* POST /auth/register */
route_handler endpoint_auth_me;        /* GET /auth/me */
route_handler endpoint_auth_password;  /* POST /auth/password: changes it */
route_handler endpoint_aigne_models;   /* GET /api/ai/models: for strangers too */
route_handler endpoint_aigne_v2_models;    /* GET /api/v2/models */
route_handler endpoint_aigne_chat_models;  /* GET /api/ai/chat/models: each with its providers */
route_handler endpoint_aigne_rates;        /* GET /api/ai/model-rates: prices, page by page */
route_handler endpoint_aigne_user;         /* GET /api/user/info */
route_handler endpoint_aigne_balance;      /* GET /api/user/credit/balance */
route_handler endpoint_aigne_grants;       /* GET /api/user/credit/grants: what was paid in */
route_handler endpoint_aigne_transactions; /* GET /api/user/credit/transactions: what was charged */
route_handler endpoint_aigne_payment_link; /* GET /api/user/credit/payment-link */
route_handler endpoint_aigne_calls;        /* GET /api/user/model-calls: page by page */
route_handler endpoint_aigne_calls_export; /* GET /api/user/model-calls/export: as a file */
route_handler endpoint_aigne_stats;        /* GET /api/user/usage-stats: the models that are used most */
route_handler endpoint_aigne_quota;        /* GET /api/usage/quota: how long the balance lasts */
route_handler endpoint_aigne_usage;        /* GET /api/v2/usage */
route_handler endpoint_aigne_app_usage;    /* GET /api/app/usage */
route_handler endpoint_aigne_discovery;    /* GET /__blocklet__.js: where AIGNE Hub's API is */
route_handler endpoint_connect_begin;      /* POST …/access-key/session: an application wants a key */
route_handler endpoint_connect_poll;       /* GET …/access-key/session?sid=…: what was granted */
route_handler endpoint_connect_end;        /* DELETE …/access-key/session?sid=… */
route_handler endpoint_connect_page;       /* GET …/gen-simple-access-key?__token__=…: for the person */
route_handler endpoint_connect_answer;     /* POST …/gen-simple-access-key?__token__=… */

#endif
