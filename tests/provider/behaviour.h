#ifndef PROVIDER_BEHAVIOUR_H
#define PROVIDER_BEHAVIOUR_H

#include "base/error.h"

/*
 * How the provider is to behave for one request, told by the model's name:
 * "NAME" or "NAME:option,option=value,...". README.md says what each does.
 * Counters that were not set are -1, everything else 0.
 */
struct behaviour {
    int events, gap, delay, text, bigline, prompt, cached, tools, think, agent, lateargs;
    int written, writtenhour, audioin, audiocached, audioout, imagein, imagecached, imageout, searches;
    int echo, mark, stamp, unknown, loose;
    int status, retry, html, redirect, hang, refuse, reset;
    int cut, cutbyte, cleancut, halfevent, errevent;
    int nodone, nousage, usagefinal, garbage, blocked, callids;
    int gzip, json, sse, slow, split, crlf, comments;
    int stall, stallhead, stalldone, cuthead, drip;
    int nohttp, badstatus, endless, endlesshead, bomb;
    int dims, nodims, floatonly, voyage, picture;
    int headers, bighead, shorter, longer, badchunk, elsewhere;
    char finish[40]; /* as the API says it; "": what fits the answer */
};

/* What a request gets before its model is known. */
extern const struct behaviour behaviour_plain;

/* Reads options as they stand after the colon. Returns 0, or -1 if one does not exist or has no such value;
 * *wrong is that one then. */
int behaviour_set(struct behaviour *how, const char *list, const char **wrong);

/* Reads a model's name; without a colon *how stays as it is. Returns 0, or -1 with ERR_NOT_FOUND. */
int behaviour_read(struct behaviour *how, const char *model, struct error *err);

#endif
