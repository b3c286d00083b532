/* SPDX-License-Identifier: GPL-3.0-or-later */
/* duty.c - see duty.h. */
#include "src/duty.h"

#include <stdlib.h>
#include <string.h>

#include "base/compiler.h"
#include "base/i18n.h"
#include "base/xalloc.h"
#include "src/parts.h"
#include "src/shapes.h"
#include "src/walk.h"
#include "base/banned.h"

enum { NAMED_MOST = 5 };

/* What is found by a list: the filter ends with the member's ref. */
static const struct {
	enum duty_what what;
	enum kind_no kind;
	const char *filter;
} lists[] = {
	{ DUTY_TASK, KIND_TASK, "is:open assignee:" },
	{ DUTY_EXHIBIT, KIND_EVIDENCE, "custodian:" },
	{ DUTY_CONTROLLER, KIND_PARTY, "controller:" },
};

static const char *const words[DUTY_N] = {
	[DUTY_TASK] = N_("open tasks"),
	[DUTY_STEP] = N_("not confirmed"),
	[DUTY_EXHIBIT] = N_("held"),
	[DUTY_CONTROLLER] = N_("controller of"),
};

void
duty_clear(struct duties *d)
{
	for (size_t i = 0; i < d->n; i++) {
		free(d->all[i].ref);
		free(d->all[i].step);
		free(d->all[i].title);
	}
	free(d->all);
	*d = (struct duties){ 0 };
}

static void
add(struct duties *d, enum duty_what what, const char *ref, const char *step,
	const char *title)
{
	d->all = xgrow(d->all, d->n, &d->room, sizeof(*d->all));
	d->all[d->n++] = (struct duty){ what, xstrdup(ref), xstrdup(step),
		xstrdup(title) };
}

static bool
add_list(struct session *s, size_t which, const char *member, struct duties *d,
	struct err *err)
{
	char *filter = xasprintf("%s%s", lists[which].filter, member);
	struct walk w = { .spec = { .kind = (int)lists[which].kind,
		.filter = filter } };
	const struct desk_row *row = NULL;
	bool ok = walk_begin(&w, s, err);

	while (ok && (ok = walk_next(&w, s, &row, err)) && row)
		add(d, lists[which].what, record_text(&row->record, HEADER_REF),
			NULL, record_text(&row->record, row->record.kind->title));
	walk_end(&w, s);
	free(filter);
	return ok;
}

static bool
is_at(const struct desk_step *step, size_t end, const char *member)
{
	const char *who = record_text(&step->record, end);

	return who && strcmp(who, member) == 0;
}

/* Anybody of the party may confirm such a side; but nobody would know what it was. */
static bool
add_steps(struct session *s, const char *member, struct duties *d,
	struct err *err)
{
	struct desk_custody open = { 0 };

	if (!handover_list(s, &open, err))
		return false;
	for (size_t i = 0; i < open.n; i++) {
		const struct desk_step *step = &open.steps[i];

		if ((step->lacks_giver && is_at(step, CHAIN_FROM, member)) ||
		    (step->lacks_receiver && is_at(step, CHAIN_TO, member)))
			add(d, DUTY_STEP, step->exhibit,
				record_text(&step->record, HEADER_REF),
				step->title);
	}
	wire_clear(&shape_custody, &open);
	return true;
}

static int
by_what(const void *a, const void *b)
{
	const struct duty *x = a, *y = b;
	int order = (x->what > y->what) - (x->what < y->what);

	return order ? order : strcmp(y->step ? y->step : y->ref,
		x->step ? x->step : x->ref);
}

bool
duty_find(struct session *s, const char *member, struct duties *d,
	struct err *err)
{
	bool ok = add_steps(s, member, d, err);

	for (size_t i = 0; ok && i < ARRAY_SIZE(lists); i++)
		ok = add_list(s, i, member, d, err);
	if (ok && d->n)
		qsort(d->all, d->n, sizeof(*d->all), by_what);
	return ok;
}

/* Those from the i-th on that are of the same sort; returns the next. */
static size_t
put_sort(const struct duties *d, size_t i, struct strbuf *out)
{
	enum duty_what what = d->all[i].what;
	size_t n = 0;

	strbuf_puts(out, out->len ? "; " : "");
	for (; i < d->n && d->all[i].what == what; i++, n++)
		if (n < NAMED_MOST)
			strbuf_printf(out, "%s%s", n ? ", " : "",
				d->all[i].step ? d->all[i].step : d->all[i].ref);
	if (n > NAMED_MOST)
		strbuf_printf(out, ngettext(" and %zu more", " and %zu more",
			n - NAMED_MOST), n - NAMED_MOST);
	strbuf_printf(out, " (%s)", _(words[what]));
	return i;
}

void
duty_words(const struct duties *d, struct strbuf *out)
{
	struct strbuf text = STRBUF_INIT;

	for (size_t i = 0; i < d->n; )
		i = put_sort(d, i, &text);
	strbuf_puts(out, text.len ? text.text : "");
	strbuf_clear(&text);
}
