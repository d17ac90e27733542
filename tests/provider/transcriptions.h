#ifndef PROVIDER_TRANSCRIPTIONS_H
#define PROVIDER_TRANSCRIPTIONS_H

#include "base/error.h"
#include "scene.h"

/* The families of OpenAI's models that listen, by their names. Others are like the first, but have streams.
 */
enum listener { LISTENER_WHISPER, LISTENER_OTHER, LISTENER_TRANSCRIBE, LISTENER_DIARIZE };

enum listener transcriptions_family(const struct scene *scene);

/* Checks a form and puts it into scene->body. The file is its member `file`. */
int transcriptions_check(struct scene *scene, struct error *err);
int translations_check(struct scene *scene, struct error *err);

#endif
