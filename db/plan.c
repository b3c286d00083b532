/* SPDX-License-Identifier: GPL-3.0-or-later */
/* plan.c - see plan.h. */
#include "db/plan.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/xalloc.h"

#include "base/banned.h"

/* Far more than the kinds need; lists with odd choices of columns could go
 * on. */
enum { PLANS_KEPT = 200 };

bool
db_plan_is_column(const struct field *f)
{
	return f && !(f->flags & FIELD_DIRECTORY);
}

bool
db_plan_is_sorted(const struct field *f)
{
	return db_plan_is_column(f) && (f->flags & FIELD_SORTED);
}

void
db_plan_name(struct strbuf *out, const char *name, const char *tail)
{
	strbuf_putc(out, '"');
	strbuf_puts(out, name);
	strbuf_puts(out, tail);
	strbuf_putc(out, '"');
}

enum part {
	PART_NAME,	/* "title" */
	PART_VALUE,	/* :f12 */
	PART_SET,	/* "title" = :f12 */
};

static void
put_part(struct strbuf *out, enum part part, const struct field *f,
	bool is_key, size_t i)
{
	strbuf_puts(out, ", ");
	if (part != PART_VALUE)
		db_plan_name(out, f->name, is_key ? "_s" : "");
	if (part == PART_SET)
		strbuf_puts(out, " = ");
	if (part != PART_NAME)
		strbuf_printf(out, ":%c%zu", is_key ? 'k' : 'f', i);
}

static bool
is_wanted(const struct db_plan_key *key, size_t i)
{
	return key->wanted[i / 64] >> (i % 64) & 1;
}

/* All columns of the wanted fields, each behind a comma. */
static void
put_parts(struct strbuf *out, enum part part, const struct db_plan_key *key)
{
	const struct db_table *t = key->table;

	for (size_t i = 0; i < t->n; i++) {
		if (!is_wanted(key, i))
			continue;
		if (db_plan_is_column(t->fields[i]))
			put_part(out, part, t->fields[i], false, i);
		if (db_plan_is_sorted(t->fields[i]))
			put_part(out, part, t->fields[i], true, i);
	}
}

static void
compose_insert(struct strbuf *out, const struct db_plan_key *key)
{
	const bool is_part = key->table->is_part;

	strbuf_puts(out, "INSERT INTO ");
	db_plan_name(out, key->table->name, "");
	strbuf_puts(out, "(rid, case_id, audience_id");
	strbuf_puts(out, is_part ? ", parent" : "");
	put_parts(out, PART_NAME, key);
	strbuf_puts(out, ") VALUES(:rid, :case, :audience");
	strbuf_puts(out, is_part ? ", :parent" : "");
	put_parts(out, PART_VALUE, key);
	strbuf_puts(out, ")");
}

static void
compose_update(struct strbuf *out, const struct db_plan_key *key)
{
	strbuf_puts(out, "UPDATE ");
	db_plan_name(out, key->table->name, "");
	strbuf_puts(out, " SET audience_id = :audience");
	put_parts(out, PART_SET, key);
	strbuf_puts(out, " WHERE rid = :rid");
}

/* Of the labels of things: its letters say the same in either case. */
static bool
is_number(const struct field *f)
{
	return (f->flags & FIELD_UNIQUE) && (f->flags & FIELD_NUMBER);
}

/* Can a record be made void? Its numbers are then free, and no index has
 * them. */
static bool
has_retracted(const struct db_table *t)
{
	for (size_t i = 0; i < t->n; i++)
		if (t->fields[i] && strcmp(t->fields[i]->name, "retracted") == 0)
			return true;
	return false;
}

static void
compose_select(struct strbuf *out, const struct db_plan_key *key)
{
	static const char *const wheres[DB_PLAN_SHAPES] = {
		[DB_PLAN_GET] = "rid = :rid",
		[DB_PLAN_SCAN] = "case_id = :case AND audience_id = :audience"
			" AND rid < :below ORDER BY rid DESC",
		[DB_PLAN_FIND_TEXT] = "case_id = :case AND ",
		/* The index needs the audience: the tally knows which there
		 * are. */
		[DB_PLAN_FIND_SORTED] = "case_id = :case AND audience_id IN"
			" (SELECT audience_id FROM tally WHERE kind = :kind"
			" AND case_id = :case) AND ",
		[DB_PLAN_PARTS] = "parent = :parent ORDER BY rid",
		[DB_PLAN_ALL] = "rid > :above ORDER BY rid",
	};
	const bool is_sorted = key->shape == DB_PLAN_FIND_SORTED;

	strbuf_puts(out, "SELECT rid, case_id, audience_id");
	put_parts(out, PART_NAME, key);
	strbuf_puts(out, " FROM ");
	db_plan_name(out, key->table->name, "");
	strbuf_puts(out, " WHERE ");
	strbuf_puts(out, wheres[key->shape]);
	if (is_sorted || key->shape == DB_PLAN_FIND_TEXT) {
		db_plan_name(out, key->table->fields[key->field]->name,
			is_sorted ? "_s" : "");
		strbuf_puts(out, " = :value");
		/* As the index of such numbers compares them. */
		if (!is_sorted && is_number(key->table->fields[key->field]))
			strbuf_puts(out, " COLLATE NOCASE");
	}
	if (key->shape == DB_PLAN_FIND_TEXT && has_retracted(key->table) &&
	    (key->table->fields[key->field]->flags & FIELD_UNIQUE))
		strbuf_puts(out, " AND retracted IS NULL");
}

/* Where the wanted fields stand in a row: as put_parts has put them. */
static void
find_columns(struct db_plan *plan)
{
	const struct db_table *t = plan->key.table;
	int16_t at = 3;		/* after rid, case_id, audience_id */

	plan->text_at = xcalloc(t->n, sizeof(*plan->text_at));
	plan->key_at = xcalloc(t->n, sizeof(*plan->key_at));
	for (size_t i = 0; i < t->n; i++) {
		const bool wanted = is_wanted(&plan->key, i);

		plan->text_at[i] = wanted && db_plan_is_column(t->fields[i]) ?
			at++ : -1;
		plan->key_at[i] = wanted && db_plan_is_sorted(t->fields[i]) ?
			at++ : -1;
	}
}

static struct db_plan *
compose(const struct db_plan_key *key)
{
	struct db_plan *plan = xcalloc(1, sizeof(*plan));
	struct strbuf sql = STRBUF_INIT;

	plan->key = *key;
	if (key->shape == DB_PLAN_INSERT)
		compose_insert(&sql, key);
	else if (key->shape == DB_PLAN_UPDATE)
		compose_update(&sql, key);
	else
		compose_select(&sql, key);
	plan->sql = strbuf_detach(&sql);
	find_columns(plan);
	return plan;
}

const struct db_plan *
db_plan_get(struct db_plans *plans, const struct db_table *t,
	enum db_plan_shape shape, size_t field, const bool *wanted)
{
	struct db_plan_key key;

	assert(t->n <= DB_PLAN_FIELDS_MAX);
	memset(&key, 0, sizeof(key));
	key.table = t;
	key.field = field;
	key.shape = shape;
	for (size_t i = 0; i < t->n; i++) {
		if (!wanted || wanted[i])
			key.wanted[i / 64] |= (uint64_t)1 << (i % 64);
	}
	for (size_t i = 0; i < plans->n; i++) {
		if (!memcmp(&plans->all[i]->key, &key, sizeof(key)))
			return plans->all[i];
	}
	if (plans->n >= PLANS_KEPT && plans->cursors == 0)
		db_plans_clear(plans);
	plans->all = xgrow(plans->all, plans->n, &plans->room,
		sizeof(*plans->all));
	return plans->all[plans->n++] = compose(&key);
}

void
db_plans_clear(struct db_plans *plans)
{
	assert(plans->cursors == 0);
	for (size_t i = 0; i < plans->n; i++) {
		free(plans->all[i]->sql);
		free(plans->all[i]->text_at);
		free(plans->all[i]->key_at);
		free(plans->all[i]);
	}
	free(plans->all);
	*plans = (struct db_plans){ 0 };
}
