/* Plans: what their users may use. */
#include <string.h>

#include "ledger/operation.h"
#include "ledger/record.h"

int plan_read(struct work *work, const char *name, struct plan *plan, struct error *err) {
    int found = store_get(work->store, TABLE_PLANS, name, strlen(name), &work->scratch, err);
    if (found > 0) {
        struct unpack in = unpack_from(work->scratch.data, work->scratch.len);
        record_unpack_plan(&in, plan);
    }
    return found;
}

static int no_plan(const char *name, struct error *err) {
    return error_set(err, ERR_NOT_FOUND, "there is no plan \"%s\"", name);
}

static bool are_sensible(const struct limits *limits) {
    bool good = limits->calls >= 0;
    for (enum period period = 0; period < PERIOD__MAX; period++)
        good = good && limits->requests[period] >= 0 && limits->tokens[period] >= 0;
    return good;
}

int limits_check(const struct limits *limits, struct error *err) {
    return are_sensible(limits) ? 0 : error_set(err, ERR_REQUEST, "a limit is not negative");
}

static int plan_write(struct work *work, const struct plan *plan, struct error *err) {
    buf_clear(&work->scratch);
    record_pack_plan(&work->scratch, plan);
    return store_put(work->store, TABLE_PLANS, plan->name, strlen(plan->name), &work->scratch, err);
}

#define ROW_MOST (NAME_TEXT + 8) /* name, zero, user */

static size_t row_of(const char *name, uint64_t user, unsigned char row[ROW_MOST]) {
    size_t len = strlen(name) + 1;
    memcpy(row, name, len);
    record_key_u64(row + len, user);
    return len + 8;
}

int plan_give(struct work *work, const struct user *user, struct error *err) {
    unsigned char row[ROW_MOST];
    size_t len = row_of(user->plan, user->id, row);
    buf_clear(&work->scratch);
    pack_u(&work->scratch, 0);
    return *user->plan ? store_put(work->store, TABLE_PLAN_USERS, row, len, &work->scratch, err) : 0;
}

int plan_take(struct work *work, const struct user *user, struct error *err) {
    unsigned char row[ROW_MOST];
    size_t len = row_of(user->plan, user->id, row);
    return *user->plan ? store_delete(work->store, TABLE_PLAN_USERS, row, len, err) : 0;
}

/* Those of the AI Hub document: requests and tokens a minute; 0: any number. */
static const struct {
    const char *name;
    int64_t requests, tokens;
} first_plans[] = {
    {"free", 10, 10000},
    {"developer", 100, 100000},
    {"pro", 500, 500000},
    {"enterprise", 0, 0},
};

int plan_write_first(struct work *work, struct error *err) {
    for (size_t i = 0; i < sizeof first_plans / sizeof *first_plans; i++) {
        struct plan plan = {0};
        memcpy(plan.name, first_plans[i].name, strlen(first_plans[i].name));
        plan.limits.requests[PERIOD_MINUTE] = first_plans[i].requests;
        plan.limits.tokens[PERIOD_MINUTE] = first_plans[i].tokens;
        if (plan_write(work, &plan, err) < 0)
            return -1;
    }
    return 0;
}

int op_plan_put(struct work *work, struct error *err) {
    struct plan plan;
    record_unpack_plan(work->in, &plan);
    if (limits_check(&plan.limits, err) < 0)
        return -1;
    for (size_t i = 0; i < plan.rule_count; i++)
        if (limits_check(&plan.rules[i].limits, err) < 0)
            return -1;
    if (plan.keep_days < 0)
        return error_set(err, ERR_REQUEST, "entries are not kept for a negative number of days");
    return plan_write(work, &plan, err);
}

static void read_name(struct work *work, char name[NAME_TEXT + 1]) {
    unpack_text(work->in, name, NAME_TEXT + 1); /* one more, so that a name that is too long stays one */
}

/* The plan that the arguments name. */
static int need_plan(struct work *work, char name[NAME_TEXT + 1], struct plan *plan, struct error *err) {
    read_name(work, name);
    int found = plan_read(work, name, plan, err);
    return found == 0 ? no_plan(name, err) : found < 0 ? -1 : 0;
}

int op_plan_find(struct work *work, struct error *err) {
    char name[NAME_TEXT + 1];
    struct plan plan;
    if (need_plan(work, name, &plan, err) < 0)
        return -1;
    record_pack_plan(work->out, &plan);
    return 0;
}

int op_plan_next(struct work *work, struct error *err) {
    char name[NAME_TEXT + 1];
    struct buf key;
    read_name(work, name);
    buf_init(&key, 256);
    int found = store_next(work->store, TABLE_PLANS, name, strlen(name), &key, &work->scratch, err);
    buf_free(&key);
    if (found <= 0)
        return found < 0 ? -1 : error_set(err, ERR_NOT_FOUND, "there are no more plans");
    buf_add(work->out, work->scratch.data, work->scratch.len);
    return 0;
}

/* Whether anybody has it: 1, 0, -1. */
static int is_given(struct work *work, const char *name, struct error *err) {
    unsigned char row[ROW_MOST];
    size_t head = row_of(name, 0, row) - 8;
    struct buf next;
    buf_init(&next, 256);
    int found = store_next(work->store, TABLE_PLAN_USERS, row, head, &next, &work->scratch, err);
    if (found > 0)
        found = next.len == head + 8 && memcmp(next.data, row, head) == 0;
    buf_free(&next);
    return found;
}

int op_plan_delete(struct work *work, struct error *err) {
    char name[NAME_TEXT + 1];
    struct plan plan;
    if (need_plan(work, name, &plan, err) < 0)
        return -1;
    int given = is_given(work, name, err);
    if (given)
        return given < 0 ? -1 : error_set(err, ERR_CONFLICT, "users have the plan \"%s\"", name);
    return store_delete(work->store, TABLE_PLANS, name, strlen(name), err);
}
