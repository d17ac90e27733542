#ifndef ENDPOINTS_ENDPOINTS_H
#define ENDPOINTS_ENDPOINTS_H

#include "front/routes.h"

/* What a client can ask for: one line each, one file for each kind of thing. */
route_handler endpoint_chat;        /* POST /v1/chat/completions */
route_handler endpoint_chat_stream; /* POST /v1/chat/stream: always streams */
route_handler endpoint_models;      /* GET /v1/models */
route_handler endpoint_model;       /* GET /v1/models/{id} */
route_handler endpoint_usage;       /* GET /v1/usage?start=…&end=… */
route_handler endpoint_health;      /* GET /health, /healthz: the process answers */
route_handler endpoint_ready;       /* GET /readyz: it can serve calls */
route_handler endpoint_doctor;      /* /doctor/…: what `aihub doctor` asks; nobody else gets an answer */
route_handler endpoint_front_page;  /* GET / */

#endif
