/* SPDX-License-Identifier: GPL-3.0-or-later */
/* view_record.c - see view_record.h. */
#include "ui/view_record.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/xalloc.h"
#include "src/kind.h"
#include "src/linktype.h"
#include "ui/answer.h"
#include "ui/closing.h"
#include "ui/columns.h"
#include "ui/headline.h"
#include "ui/pane_record.h"
#include "ui/place.h"
#include "ui/purpose.h"
#include "ui/record_view.h"
#include "ui/subject.h"
#include "ui/usual_parts.h"
#include "ui/view_form.h"
#include "ui/view_history.h"
#include "ui/view_party.h"
#include "ui/view_person.h"
#include "ui/view_pick.h"
#include "ui/view_relations.h"
#include "ui/view_shares.h"
#include "ui/view_sheet.h"
#include "ui/view_template.h"
#include "ui/view_timeline.h"
#include "ui/view_undo.h"
#include "base/banned.h"

enum { AROUND = 200 };		/* links and references that are told at once */

static struct record_view *
sheet_of(struct view *v)
{
	return (struct record_view *)v;
}

static const char *
ref_of(const struct record_view *s)
{
	return record_text(&s->item.record, HEADER_REF);
}

/* --- What is shown ------------------------------------------------------ */

/* What lies around it is told if it can be: a case has no links. */
static void
load_around(struct record_view *s)
{
	struct desk *desk = s->reader.view.app->desk;
	const struct desk_links_ask ask = { .ref = s->uid, .depth = 1,
		.limit = AROUND, .wait = 1 };

	desk_same_clear(&s->same);
	desk_links_clear(&s->around);
	if (s->item.record.kind->no == KIND_CASEFILE)
		return;
	desk_same(desk, s->uid, &s->same, NULL);
	desk_links(desk, &ask, &s->around, NULL);
}

static bool
load(struct record_view *s, struct err *err)
{
	struct desk_item item = { 0 };

	if (!desk_get(s->reader.view.app->desk, 0, s->uid, &item, err))
		return false;
	desk_item_clear(&s->item);
	s->item = item;
	load_around(s);
	s->waits = answer_waits(s->reader.view.app, ref_of(s));
	s->reader.fresh = false;
	return true;
}

static int64_t
tick(struct view *v)
{
	struct record_view *s = sheet_of(v);
	int width = reader_width(&s->reader);
	const struct pane_of of = { &s->item, &s->same, &s->around,
		people_of(v->app), NULL, v->app->who.zone };

	if (s->reader.fresh && s->reader.pane.width == width)
		return -1;
	pane_begin(&s->reader.pane, width, v->app->grid.ascii);
	pane_item(&s->reader.pane, &of);
	reader_filled(&s->reader);
	return -1;
}

static void
draw(struct view *v, struct grid *g, struct area a)
{
	struct record_view *s = sheet_of(v);
	const struct record *r = &s->item.record;
	struct strbuf text = STRBUF_INIT;
	int right = a.cols - 1, x = 1;

	reader_draw(&s->reader, g, (struct area){ a.y + 3, a.x, a.rows - 3,
		a.cols });
	right -= reader_draw_place(&s->reader, g, (struct area){ a.y, 1, 1,
		a.cols - 2 }) + 1;
	x += grid_put(g, a.y, x, right - x, _(r->kind->label), ROLE_LABEL) + 2;
	x += grid_put(g, a.y, x, right - x, ref_of(s), ROLE_HEADING) + 2;
	columns_title(r, v->app->who.zone, &text);
	grid_put(g, a.y, x, right - x, text.text, ROLE_STRONG);
	headline_draw(g, (struct area){ a.y + 1, 1, 2, a.cols - 2 }, &s->item,
		people_of(v->app), v->app->who.zone);
	strbuf_clear(&text);
}

static void
changed(struct view *v)
{
	struct err err = ERR_INIT;

	v->lost = false;
	if (!load(sheet_of(v), &err))
		app_lost(v, &err);
}

static void
subject(const struct view *v, struct subject *about)
{
	const struct record_view *s = (const struct record_view *)v;
	const struct pane_row *row = reader_row(&s->reader);

	subject_of(about, &s->item.record, v->app->who.zone,
		row ? row->value : NULL);
}

static void
close_sheet(struct view *v)
{
	struct record_view *s = sheet_of(v);

	reader_free(&s->reader);
	desk_item_clear(&s->item);
	desk_same_clear(&s->same);
	desk_links_clear(&s->around);
	bulk_clear(&s->act);
	free(s->uid);
	free(s);
}

/* --- Commands ----------------------------------------------------------- */

static void
run_open(struct view *v, int k)
{
	(void)k;
	view_record_open(v->app, reader_row(&sheet_of(v)->reader)->opens);
}

/* The link instead of its other end; the record whose field names this one. */
static void
run_itself(struct view *v, int k)
{
	(void)k;
	view_record_open(v->app, reader_row(&sheet_of(v)->reader)->itself);
}

static void
run_done(struct view *v, int k)
{
	(void)k;
	record_done(sheet_of(v));
}

static void
run_withdraw(struct view *v, int k)
{
	(void)k;
	record_withdraw(sheet_of(v));
}

static void
run_edit(struct view *v, int k)
{
	(void)k;
	view_form_edit(v->app, sheet_of(v)->uid);
}

static void
part_picked(struct view *owner, int64_t no)
{
	view_form_part(owner->app, kind_of((enum kind_no)no),
		ref_of(sheet_of(owner)));
}

static void
parts_picked(struct view *owner, int64_t no)
{
	view_sheet_open(owner->app, kind_of((enum kind_no)no),
		ref_of(sheet_of(owner)), NULL);
}

/* One part, or many of a kind. */
static void
run_add(struct view *v, int k)
{
	const struct kind *kind = sheet_of(v)->item.record.kind, *part;
	bool many = k == 'i';
	struct view *pick = view_pick_new(many ? _("Add many to this record") :
		_("Add to this record"), many ? parts_picked : part_picked);

	for (size_t i = 0; (part = usual_part(kind, i)); i++)
		view_pick_add_code(pick, part->name, _(part->label), part->no);
	app_push(v->app, pick);
}

static void
run_comment(struct view *v, int k)
{
	(void)k;
	view_form_part(v->app, kind_of(KIND_COMMENT), ref_of(sheet_of(v)));
}

static void
run_answer(struct view *v, int k)
{
	(void)k;
	answer_begin(v->app, ref_of(sheet_of(v)));
}

static void
run_link(struct view *v, int k)
{
	(void)k;
	view_form_link(v->app, ref_of(sheet_of(v)));
}

static void
run_like(struct view *v, int k)
{
	(void)k;
	view_form_like(v->app, sheet_of(v)->uid);
}

/* What the next one like it would begin with. */
static void
run_template(struct view *v, int k)
{
	struct desk_checked like = { 0 };
	struct err err = ERR_INIT;

	(void)k;
	if (desk_like(v->app->desk, sheet_of(v)->uid, &like, &err))
		view_template_keep(v->app, &like.record);
	else
		app_fail(v->app, &err);
	desk_checked_clear(&like);
}

static void
run_undo(struct view *v, int k)
{
	(void)k;
	view_undo_open(v->app, sheet_of(v)->uid);
}

static void
run_shares(struct view *v, int k)
{
	(void)k;
	view_shares_open(v->app, ref_of(sheet_of(v)));
}

static void
run_history(struct view *v, int k)
{
	(void)k;
	view_history_open(v->app, ref_of(sheet_of(v)));
}

static void
run_payments(struct view *v, int k)
{
	(void)k;
	record_payments(sheet_of(v));
}

static void
run_person(struct view *v, int k)
{
	(void)k;
	view_person_open(v->app, ref_of(sheet_of(v)));
}

static void
run_timeline(struct view *v, int k)
{
	(void)k;
	view_timeline_open(v->app, ref_of(sheet_of(v)));
}

static void
run_relations(struct view *v, int k)
{
	(void)k;
	view_relations_open(v->app, ref_of(sheet_of(v)));
}

static void
run_back(struct view *v, int k)
{
	(void)k;
	if (!reader_leave_search(&sheet_of(v)->reader))
		app_pop(v->app);
}

static void
run_close(struct view *v, int k)
{
	(void)k;
	app_pop(v->app);
}

static bool
may(struct view *v, const struct command *c, struct err *err)
{
	const struct record_view *s = sheet_of(v);
	const struct kind *k = s->item.record.kind;
	const struct pane_row *row = reader_row(&s->reader);

	if (c->run == run_open && (!row || !row->opens))
		return err_set(err, ERR_RULE,
			_("Nothing is named here that could be opened"));
	if (c->run == run_itself && (!row || !row->itself))
		return err_set(err, ERR_RULE,
			_("This line is no link to another record"));
	if (c->run == run_answer && !s->waits)
		return err_set(err, ERR_RULE, _("Nothing here waits for you"));
	if (c->run == run_edit && k && !app_right_to(v->app, k, false, err))
		return false;
	if ((c->run == run_edit || c->run == run_done ||
	     c->run == run_withdraw) && s->item.foreign)
		return app_not_ours(err);
	if (c->run == run_done && !closing_of(k))
		return err_set(err, ERR_RULE,
			_("A record of this kind has no status that closes it."));
	if (c->run == run_add && k->parts == 0)
		return err_set(err, ERR_RULE,
			_("This kind of record carries no parts"));
	if (c->run == run_payments && k->no != KIND_ASSET &&
	    k->no != KIND_PERSON && k->no != KIND_ORGANISATION)
		return err_set(err, ERR_RULE,
			_("Payments are to and from accounts, other assets, persons and organisations"));
	if (c->run == run_comment && !(k->parts & KIND_BIT(KIND_COMMENT)))
		return err_set(err, ERR_RULE,
			_("This kind of record carries no comments"));
	if (c->run == run_person && k->no != KIND_PERSON &&
	    k->no != KIND_ORGANISATION)
		return err_set(err, ERR_RULE,
			_("Such a page is of a person or an organisation"));
	if (c->run == run_link && !(linktype_kinds() & KIND_BIT(k->no)))
		return err_set(err, ERR_RULE,
			_("This kind of record is not linked"));
	return reader_may(&s->reader, c, err);
}

/* The key bar has room for what is meant most. */
static const char *
label(const struct view *v, const struct command *c)
{
	return c->run == run_payments && ((const struct record_view *)v)->
		item.record.kind->no != KIND_ASSET ? NULL : c->label;
}

const struct command view_record_commands[] = {
	{ .keys = "w", .name = "answer", .label = N_("Answer"),
	  .run = run_answer, .flags = COMMAND_WRITES,
	  .help = N_("Answer what waits here for you: accept, decline, confirm, reply.") },
	{ .keys = "Enter Right l", .name = "open", .label = N_("Open"),
	  .run = run_open,
	  .help = N_("Open what the cursor is on: a record, a part, the other end of a link.") },
	{ .keys = "", .name = "itself", .run = run_itself,
	  .help = N_("Open the link on this line itself, or the record whose field it is.") },
	{ .keys = "$", .name = "payments", .label = N_("Payments"),
	  .run = run_payments,
	  .help = N_("List the payments of this account, or of all that a person has.") },
	{ .keys = "e", .name = "edit", .label = N_("Edit"), .run = run_edit,
	  .flags = COMMAND_WRITES,
	  .help = N_("Change this record.") },
	{ .keys = "a", .name = "add", .label = N_("Add"), .run = run_add,
	  .flags = COMMAND_WRITES, .verb = "add",
	  .help = N_("Add a valuation, a step of custody or another part to it.") },
	{ .keys = "c", .name = "comment", .label = N_("Comment"),
	  .run = run_comment, .flags = COMMAND_WRITES, .verb = "add",
	  .help = N_("Write a comment; @ names a member.") },
	{ .keys = "i", .name = "many", .run = run_add,
	  .flags = COMMAND_WRITES, .verb = "add",
	  .help = N_("Type many parts of it at once, as rows of a table.") },
	{ .keys = "d", .name = "done", .run = run_done,
	  .flags = COMMAND_WRITES, .verb = "set",
	  .help = N_("Close it: done, confirmed, unfounded ...; u undoes it.") },
	{ .keys = "x", .name = "withdraw", .run = run_withdraw,
	  .flags = COMMAND_WRITES, .verb = "retract",
	  .help = N_("Withdraw it, with the reason; u brings it back.") },
	{ .keys = "L", .name = "link", .label = N_("Link"), .run = run_link,
	  .flags = COMMAND_WRITES, .verb = "add",
	  .help = N_("Link it to another record.") },
	{ .keys = "u", .name = "undo", .label = N_("Undo"), .run = run_undo,
	  .flags = COMMAND_WRITES, .verb = "undo",
	  .help = N_("Undo the last act on this record; it is named and asked for first.") },
	{ .keys = "", .name = "like", .run = run_like,
	  .flags = COMMAND_WRITES, .verb = "add",
	  .help = N_("Begin the next record like this one; its number counts on.") },
	{ .keys = "", .name = "template", .run = run_template,
	  .flags = COMMAND_WRITES, .verb = "add",
	  .help = N_("Keep its values as a template for new ones.") },
	{ .keys = "S", .name = "shares", .label = N_("Shares"),
	  .run = run_shares,
	  .help = N_("Show who has it and who saw it; share it, take it back, ask for it.") },
	{ .keys = "H", .name = "history", .label = N_("History"),
	  .run = run_history, .help = N_("Show who changed what and when.") },
	{ .keys = "p", .name = "person", .label = N_("All about"),
	  .run = run_person,
	  .help = N_("Show all about a person or an organisation on one page.") },
	{ .keys = "t", .name = "timeline", .label = N_("Timeline"),
	  .run = run_timeline,
	  .help = N_("Show what took place with it and around it, by its time.") },
	{ .keys = "r", .name = "relations", .label = N_("Relations"),
	  .run = run_relations,
	  .help = N_("Show what lies around it as a tree, step by step.") },
	{ .keys = "Esc Left h ^C", .name = "back", .label = N_("Back"),
	  .run = run_back, .help = N_("Go back to where it was opened.") },
	{ .keys = "q", .name = "close", .run = run_close,
	  .help = N_("Close this record.") },
	READER_COMMANDS,
	{ .keys = NULL }
};

static const struct view_ops record_ops = {
	.name = "record",
	.commands = view_record_commands,
	.draw = draw,
	.key = reader_key,
	.tick = tick,
	.changed = changed,
	.may = may,
	.label = label,
	.subject = subject,
	.close = close_sheet,
};

static bool
open_sheet(struct app *app, const char *ref, bool plain)
{
	struct record_view *s = xcalloc(1, sizeof(*s));
	struct err err = ERR_INIT;

	s->reader.view.ops = &record_ops;
	s->reader.view.app = app;
	s->uid = xstrdup(ref);
	if (!load(s, &err)) {
		close_sheet(&s->reader.view);
		if (err.code == ERR_PURPOSE && app->top)
			purpose_ask(app, ref);
		else
			app_fail(app, &err);
		return false;
	}
	if (!plain && s->item.record.kind->no == KIND_PARTY) {
		char *party = xstrdup(ref_of(s));
		bool ok;

		close_sheet(&s->reader.view);
		ok = view_party_open(app, party);
		free(party);
		return ok;
	}
	/* A ref may be read in several ways, the uid in one. */
	free(s->uid);
	s->uid = xstrdup(s->item.uid);
	/* What they were told of it is read with it. */
	if (!(s->item.record.kind->flags & KIND_IS_PART))
		desk_seen(app->desk, s->uid, NULL);
	app_push(app, &s->reader.view);
	return true;
}

bool
view_record_open(struct app *app, const char *ref)
{
	return open_sheet(app, ref, false);
}

bool
view_record_open_plain(struct app *app, const char *ref)
{
	return open_sheet(app, ref, true);
}
