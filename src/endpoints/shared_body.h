#ifndef ENDPOINTS_SHARED_BODY_H
#define ENDPOINTS_SHARED_BODY_H

#include "base/jsonscan.h"

/* Whether a body on a path where IndoxRouter's API and AIGNE's meet is the former's: it has a member that
 * only its requests have. A text that is no JSON is judged by what stands before its fault. */
bool shared_is_indox(struct span text);

#endif
