/* Wrong keys: how many came from an address of late. */
#include "ledger/guesses.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"

#define SETS      1024
#define WAYS      4
#define KNOWN     8192
#define MINUTE_MS 60000

/* A bucket that leaks: `empty` is when it will have. */
struct bucket {
    uint64_t address;
    int64_t empty; /* ms */
};

struct guesses {
    struct bucket sets[SETS][WAYS];
    uint64_t known[KNOWN]; /* fingerprints of address and key */
};

struct guesses *guesses_new(void) {
    return xcalloc(1, sizeof(struct guesses));
}

void guesses_free(struct guesses *guesses) {
    free(guesses);
}

/* The key's hash is as good as random. Never 0. */
static uint64_t fingerprint(const struct origin *origin, const unsigned char hash[SECRET_HASH]) {
    uint64_t key;
    memcpy(&key, hash, sizeof key);
    key ^= origin->address * UINT64_C(0x9e3779b97f4a7c15);
    return key ? key : 1;
}

static const struct bucket *find(const struct guesses *guesses, uint64_t address) {
    const struct bucket *set = guesses->sets[address % SETS];
    for (int i = 0; i < WAYS; i++)
        if (set[i].address == address)
            return &set[i];
    return NULL;
}

int guesses_wait(const struct guesses *guesses, const struct origin *origin,
                 const unsigned char hash[SECRET_HASH], int64_t now) {
    const struct bucket *bucket = origin->most_wrong > 0 ? find(guesses, origin->address) : NULL;
    int64_t over = bucket ? bucket->empty - now - MINUTE_MS + MINUTE_MS / origin->most_wrong : 0;
    uint64_t mark = fingerprint(origin, hash);
    if (over <= 0 || guesses->known[mark % KNOWN] == mark)
        return 0;
    return (int)((over + 999) / 1000);
}

/* That of the address, else the one of its set that is empty first. */
static struct bucket *claim(struct guesses *guesses, uint64_t address) {
    struct bucket *set = guesses->sets[address % SETS], *first = set;
    for (int i = 0; i < WAYS; i++) {
        if (set[i].address == address)
            return &set[i];
        if (set[i].empty < first->empty)
            first = &set[i];
    }
    *first = (struct bucket){.address = address};
    return first;
}

void guesses_wrong(struct guesses *guesses, const struct origin *origin, int64_t now) {
    if (origin->most_wrong <= 0)
        return;
    struct bucket *bucket = claim(guesses, origin->address);
    if (bucket->empty < now)
        bucket->empty = now;
    bucket->empty += MINUTE_MS / origin->most_wrong;
}

void guesses_right(struct guesses *guesses, const struct origin *origin,
                   const unsigned char hash[SECRET_HASH]) {
    uint64_t mark = fingerprint(origin, hash);
    guesses->known[mark % KNOWN] = mark;
}
