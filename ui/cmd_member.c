/* SPDX-License-Identifier: GPL-3.0-or-later */
/* cmd_member.c - liaison member: who works on the case, as a list or as the annex of
 * the agreement; and how one of them leaves it. */
#include <string.h>

#include "base/clean.h"
#include "base/i18n.h"
#include "ui/aside.h"
#include "ui/call.h"
#include "ui/cmd.h"
#include "ui/out.h"
#include "ui/say.h"
#include "ui/tabular.h"
#include "ui/work.h"
#include "base/banned.h"

enum { PAGE = 200 };

static const char *const formats[] = {
	"text", "md", "html", "csv", "json", NULL
};

static const struct cli_option options[] = {
	{ 0, "successor", N_("REF"), N_("the member of the same party who takes on what is in hand; the membership ends"), 0 },
	{ 0, "left-on", N_("DATE"), N_("the day on which it ends: today, or a day before"), 0 },
	{ 0, "receipt", N_("NUMBER"), N_("of the paper that both signed when exhibits were handed over"), 0 },
	{ 0, "receipt-on", N_("DATE"), N_("the day on which they signed it, where it is another"), 0 },
	{ 0, "annex", NULL, N_("write the list as the annex of the agreement"), 0 },
	{ 'f', "format", N_("FORMAT"), N_("of the annex: text (default), md, html, csv or json"), 0 },
	{ 'o', "output", N_("FILE"), N_("of the annex: write to this file; else standard output"), CLI_PATH },
	{ 0, NULL, NULL, NULL, 0 }
};

/* --- The list ----------------------------------------------------------- */

static const char *const shown[] = {
	"ref", "name", "role", "party", "unit", "joined_on", "left_on"
};

static void
put_cell(struct tabular *t, const struct record *r, const char *name)
{
	const struct field *f = kind_field(r->kind, kind_index(r->kind, name));
	const char *text = record_text(r, kind_index(r->kind, name));

	if (text && f->codes)
		text = field_code_label(f->codes, text);
	tabular_cell(t, text);
}

static bool
put_page(struct call *c, struct tabular *t, struct desk_page_ask *ask, bool *more,
	struct desk_page *page, struct err *err)
{
	struct desk_page next = { 0 };

	if (!desk_list_page(c->desk, ask, &next, err))
		return false;
	/* The anchor came with the page before. */
	for (size_t i = ask->anchor == DESK_AT ? 1 : 0; i < next.n; i++)
		for (size_t k = 0; k < sizeof(shown) / sizeof(shown[0]); k++)
			put_cell(t, &next.rows[i].record, shown[k]);
	tabular_put(t, &c->out);
	desk_page_clear(page);
	*page = next;
	*more = next.more_after && next.n > 0;
	if (*more)
		*ask = (struct desk_page_ask){ .handle = ask->handle,
			.anchor = DESK_AT, .after = PAGE, .wait = 1,
			.uid = page->rows[page->n - 1].uid,
			.key = page->rows[page->n - 1].key };
	return true;
}

static bool
list(struct call *c, struct err *err)
{
	static const char *const headings[] = {
		N_("REF"), N_("NAME"), N_("ROLE"), N_("PARTY"), N_("UNIT"),
		N_("JOINED"), N_("LEFT")
	};
	const struct desk_list_spec spec = { .kind = KIND_MEMBER,
		.sort = "name" };
	struct desk_opened opened;
	struct desk_page page = { 0 };
	struct tabular *t;
	bool more = true, ok;

	if (!desk_list_open(c->desk, &spec, &opened, err))
		return false;
	struct desk_page_ask ask = { .handle = opened.handle, .after = PAGE,
		.wait = 1 };

	t = tabular_new(out_columns());
	for (size_t i = 0; i < sizeof(headings) / sizeof(headings[0]); i++)
		tabular_column(t, _(headings[i]), false);
	for (ok = true; ok && more; )
		ok = put_page(c, t, &ask, &more, &page, err);
	desk_page_clear(&page);
	tabular_free(t);
	return desk_list_close(c->desk, opened.handle, ok ? err : NULL) && ok;
}

/* --- The annex ---------------------------------------------------------- */

struct outlet {
	struct call *call;
	bool to_file;
	struct aside aside;
};

static bool
take(void *arg, const void *data, size_t n, struct err *err)
{
	struct outlet *o = arg;

	if (o->to_file)
		return aside_write(&o->aside, data, n, err);
	strbuf_add(&o->call->out, data, n);
	return call_flush(o->call, false, err);
}

static bool
annex(struct call *c, struct err *err)
{
	const char *path = given_value(&c->given, "output");
	struct outlet o = { .call = c, .aside = ASIDE_INIT,
		.to_file = path && strcmp(path, "-") != 0 };
	struct work w = { .what = "annex", .take = take, .arg = &o };
	int format;
	bool ok = given_word(&c->given, "format", formats, &format, err) &&
		work_param(&w, "format", formats[format], err) &&
		(!o.to_file || (call_may_write(c, path, err) &&
			aside_open(&o.aside, path, err))) &&
		work_run(&w, c->desk, err);

	c->signal = w.signal;
	if (ok && o.to_file && !w.signal)
		ok = aside_done(&o.aside, err);
	aside_drop(&o.aside);
	work_clear(&w);
	return ok;
}

/* --- Leaving ------------------------------------------------------------ */

static bool
leave(struct call *c, struct err *err)
{
	const struct desk_leave ask = { .member = call_operand(c, 0),
		.successor = given_value(&c->given, "successor"),
		.left_on = given_value(&c->given, "left-on"),
		.receipt_no = given_value(&c->given, "receipt"),
		.receipt_on = given_value(&c->given, "receipt-on") };
	struct desk_acted acted = { 0 };

	if (ask.receipt_on && !ask.receipt_no)
		return err_set(err, ERR_USAGE,
			_("--receipt-on is of a receipt: --receipt NUMBER"));
	if (!desk_leave(c->desk, &ask, &acted, err))
		return false;
	call_notices(acted.notices, acted.n_notices);
	strbuf_printf(&c->out, "%s\n", acted.ref);
	desk_acted_clear(&acted);
	return true;
}

/* What is still theirs, a line each; exit status 1 when there is anything. */
static bool
put_duties(struct call *c, struct err *err)
{
	struct desk_duties d = { 0 };

	if (!desk_duties(c->desk, call_operand(c, 0), &d, err))
		return false;
	for (size_t i = 0; i < d.n; i++) {
		const struct desk_duty *row = &d.rows[i];
		const char *title = row->title ? row->title : "";

		strbuf_printf(&c->out, "%s\t%s\t", row->what,
			row->step ? row->step : row->ref);
		clean_text(&c->out, title, strlen(title), say_flags());
		strbuf_putc(&c->out, '\n');
	}
	desk_duties_clear(&d);
	return true;
}

/* An option that says nothing about what is done is a slip. */
static bool
is_of(const struct given *g, const char *const *names, const char *with,
	struct err *err)
{
	for (; *names; names++)
		if (given_has(g, *names))
			return err_set(err, ERR_USAGE, _("--%s goes with %s"),
				*names, with);
	return true;
}

static bool
run(struct call *c, struct err *err)
{
	static const char *const of_annex[] = { "format", "output", NULL };
	static const char *const of_leaving[] = {
		"successor", "left-on", "receipt", "receipt-on", NULL
	};
	static const char *const *const of_receipt = of_leaving + 2;
	const struct given *g = &c->given;
	bool is_annex = given_has(g, "annex");

	if (!is_annex && !is_of(g, of_annex, "--annex", err))
		return false;
	if (!call_operand(c, 0))
		return is_of(g, of_leaving, _("a member"), err) &&
			(is_annex ? annex : list)(c, err);
	if (is_annex)
		return err_set(err, ERR_USAGE, _("the annex is of all members"));
	if (!given_has(g, "successor") &&
	    !is_of(g, of_receipt, "--successor", err))
		return false;
	return (given_has(g, "successor") || given_has(g, "left-on") ?
		leave : put_duties)(c, err);
}

const struct cli_command cmd_member = {
	.name = "member", .operands = "[REF]",
	.summary = N_("list the members, write the annex of the agreement, or let one leave"),
	.detail = N_("With REF alone: what of that member's has to find a successor before they leave (task, step, exhibit, controller), its ref and title. With --successor, open tasks and exhibits go to that member and the membership ends, in one act; with --left-on alone it ends where nothing is in hand. Custody goes by a receipt on paper that both signed (--receipt; rank and name are those of the members), or both confirm the hand-over themselves before. A leader does it for their party; where nobody leads it any more, a space administrator does, to a successor of the same party. What nobody else of the party could see goes to the successor too or, where none is named or cleared for it, to who leads the party, else to another of its judicial members: they are told in their inbox, and nobody else is. Access ends at once, in sessions that are open too, and is not given back: who comes again is admitted again."),
	.options = options, .verb = "show", .least = 0, .most = 1, .run = run,
};
