/* Lists of entries: of one user by an index, of all by the entries themselves, in the order of their ids. */
#include <fnmatch.h>
#include <string.h>

#include "ledger/operation.h"
#include "ledger/record.h"

#define ANSWER_MAX 60000 /* the row that goes beyond it still fits into WIRE_BODY_MAX */

/* An id has the time of the process that made it; an entry was admitted by the keeper's clock, which stands
 * still while the system's runs behind it. Ids are looked for so many milliseconds around a period. */
#define SKEW INT64_C(3660000)

#define INDEX_HEAD 8 /* the user stands before the id */
#define INDEX_KEY  (INDEX_HEAD + OPERATION_ID)

static void index_key(unsigned char key[INDEX_KEY], uint64_t user, const unsigned char id[OPERATION_ID]) {
    record_key_u64(key, user);
    memcpy(key + INDEX_HEAD, id, OPERATION_ID);
}

int entry_index(struct work *work, uint64_t user, struct error *err) {
    unsigned char key[INDEX_KEY];
    const struct buf nothing = {0};
    index_key(key, user, work->id);
    return store_put(work->store, TABLE_USER_ENTRIES, key, sizeof key, &nothing, err);
}

int entry_unindex(struct work *work, uint64_t user, const struct call_id *id, struct error *err) {
    unsigned char key[INDEX_KEY];
    index_key(key, user, id->bytes);
    return store_delete(work->store, TABLE_USER_ENTRIES, key, sizeof key, err);
}

struct listing {
    struct work *work;
    struct entry_filter filter;
    bool newest_first, begun, ended;
    struct call_id last;
    int64_t skip;
    uint64_t room;
    size_t from; /* where the answer begins */
    struct buf value;
};

static bool has_id(const struct entry_filter *filter) {
    static const struct call_id none;
    return memcmp(&filter->id, &none, sizeof none) != 0;
}

bool entry_model_fits(const char *pattern, const char *model) {
    return !*pattern || strcmp(pattern, model) == 0 || fnmatch(pattern, model, 0) == 0;
}

static bool key_fits(const struct entry_filter *filter, uint64_t key) {
    bool found = filter->key_count == 0;
    for (size_t i = 0; i < filter->key_count; i++)
        found |= filter->keys[i] == key;
    return found;
}

static bool fits(const struct entry_filter *filter, const struct entry *entry) {
    return (!filter->user || entry->user == filter->user) && key_fits(filter, entry->key) &&
           (!filter->start || entry->admitted >= filter->start) &&
           (!filter->end || entry->admitted < filter->end) && entry_model_fits(filter->model, entry->model) &&
           (!*filter->group || strcmp(filter->group, entry->group) == 0) &&
           (!filter->outcomes || (filter->outcomes & 1u << entry->outcome));
}

/* Passes over what fits, or adds it to the answer. Returns whether the answer is complete. */
static bool take(struct listing *listing, const unsigned char *id, const struct buf *value) {
    struct buf *out = listing->work->out;
    struct entry entry;
    struct unpack in = unpack_from(value->data, value->len);
    memcpy(listing->last.bytes, id, sizeof listing->last.bytes);
    listing->begun = true;
    record_unpack_entry(&in, &entry);
    if (!fits(&listing->filter, &entry))
        return false;
    if (listing->skip > 0)
        return --listing->skip == 0 && listing->room == 0;
    pack_u(out, 1);
    pack_raw(out, id, OPERATION_ID);
    pack_raw(out, value->data, value->len);
    return --listing->room == 0 || out->len - listing->from > ANSWER_MAX;
}

/* Whether no entry from here on can be of the period. */
static bool is_beyond(const struct listing *listing, const unsigned char *id) {
    const struct entry_filter *filter = &listing->filter;
    int64_t time = record_time_of(id);
    return listing->newest_first ? filter->start && time < filter->start - SKEW
                                 : filter->end && time > filter->end + SKEW;
}

static int visit_entry(void *arg, const struct buf *key, const struct buf *value, struct error *err) {
    (void)err;
    struct listing *listing = arg;
    const unsigned char *id = (const unsigned char *)key->data;
    listing->ended = is_beyond(listing, id);
    return listing->ended || take(listing, id, value);
}

static int visit_index(void *arg, const struct buf *key, const struct buf *value, struct error *err) {
    (void)value;
    struct listing *listing = arg;
    const unsigned char *bytes = (const unsigned char *)key->data, *id = bytes + INDEX_HEAD;
    listing->ended = record_read_u64(bytes) != listing->filter.user || is_beyond(listing, id);
    if (listing->ended)
        return 1;
    int found = store_get(listing->work->store, TABLE_ENTRIES, id, OPERATION_ID, &listing->value, err);
    return found <= 0 ? found : take(listing, id, &listing->value);
}

/* The id from which to go on, itself excluded. */
static struct call_id start_of(const struct listing *listing) {
    const struct entry_filter *filter = &listing->filter;
    struct call_id id = {{0}};
    if (listing->begun)
        return listing->last;
    if (!listing->newest_first && filter->start > SKEW)
        record_id_time(id.bytes, filter->start - SKEW);
    if (listing->newest_first)
        memset(id.bytes, 0xff, sizeof id.bytes);
    if (listing->newest_first && filter->end && filter->end < INT64_MAX - SKEW)
        record_id_time(id.bytes, filter->end + SKEW);
    return id;
}

static int walk(struct listing *listing, struct error *err) {
    struct store *store = listing->work->store;
    struct call_id id = start_of(listing);
    unsigned char key[INDEX_KEY];
    bool by_user = listing->filter.user;
    index_key(key, listing->filter.user, id.bytes);
    const unsigned char *from = by_user ? key : key + INDEX_HEAD;
    int more = (listing->newest_first ? store_walk_back : store_walk)(
        store, by_user ? TABLE_USER_ENTRIES : TABLE_ENTRIES, from, (size_t)(key + sizeof key - from),
        BOOK_STEP, by_user ? visit_index : visit_entry, listing, err);
    listing->ended |= more == 0;
    return more < 0 ? -1 : 0;
}

/* The one of the id that the filter names. */
static int look_up(struct listing *listing, struct error *err) {
    const struct call_id id = listing->filter.id;
    int found =
        store_get(listing->work->store, TABLE_ENTRIES, id.bytes, sizeof id.bytes, &listing->value, err);
    if (found > 0)
        take(listing, id.bytes, &listing->value);
    listing->ended = true;
    return found < 0 ? -1 : 0;
}

/* Arguments: filter, newest first, begun, the last id, how many to skip, and to answer. Answer: 1, id and
 * entry of each; 0, whether that was all, how many are still to be skipped, the last id looked at. */
int op_entry_list(struct work *work, struct error *err) {
    struct listing listing = {.work = work, .from = work->out->len};
    record_unpack_filter(work->in, &listing.filter);
    listing.newest_first = unpack_u(work->in);
    listing.begun = unpack_u(work->in);
    unpack_raw(work->in, listing.last.bytes, sizeof listing.last.bytes);
    listing.skip = unpack_i(work->in);
    listing.room = unpack_u(work->in);
    buf_init(&listing.value, 1 << 16);
    int rc = 0;
    if (listing.skip > 0 || listing.room > 0)
        rc = has_id(&listing.filter) ? look_up(&listing, err) : walk(&listing, err);
    buf_free(&listing.value);
    pack_u(work->out, 0);
    pack_u(work->out, listing.ended);
    pack_i(work->out, listing.skip);
    pack_raw(work->out, listing.last.bytes, sizeof listing.last.bytes);
    return rc;
}
