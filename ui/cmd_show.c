/* SPDX-License-Identifier: GPL-3.0-or-later */
/* cmd_show.c - liaison show: one record with its parts and links. */
#include <string.h>

#include "base/clean.h"
#include "base/i18n.h"
#include "base/utf8.h"
#include "src/format.h"
#include "src/linkformat.h"
#include "src/remark.h"
#include "src/step_text.h"
#include "ui/call.h"
#include "ui/cmd.h"
#include "ui/out.h"
#include "ui/para.h"
#include "ui/say.h"
#include "base/banned.h"

enum { FORMAT_AS_TEXT, FORMAT_AS_JSON };
enum { STEP_NAME = 9 };	/* columns of "chain12" and two blanks */

static const char *const formats[] = { "text", "json", NULL };

static const struct cli_option options[] = {
	{ 'f', "format", N_("FORMAT"), N_("text (default) or json"), 0 },
	{ 0, "links", N_("DEPTH"), N_("follow links and references from record to record, so many steps far (1 to 8)"), 0 },
	{ 0, "limit", N_("N"), N_("with --links: so many at most (10000)"), 0 },
	{ 0, NULL, NULL, NULL, 0 }
};

/* How the page is laid out. */
struct sheet {
	struct strbuf *out;
	const char *zone;
	int width;	/* of the page */
	int indent;	/* of labels */
	int gutter;	/* where values begin */
};

/* One value, harmless, in lines where it has some. */
static void
cell(struct strbuf *out, const struct record *r, size_t index,
	const char *zone, unsigned flags)
{
	struct strbuf raw = STRBUF_INIT;

	format_cell(&raw, r, index, zone);
	clean_text(out, raw.text, raw.len, say_flags() | flags);
	strbuf_clear(&raw);
}

/* Is the field worth a line of its own? The first line has told who it is. */
static bool
is_shown(const struct record *r, size_t index)
{
	const struct field *f = kind_field(r->kind, index);

	if (!f || (f->flags & FIELD_HIDDEN) || index == HEADER_REF ||
	    index == HEADER_KIND || index == HEADER_OF ||
	    index == HEADER_RETRACTED || index == HEADER_RETRACT_REASON ||
	    index == r->kind->title)
		return false;
	return record_text(r, index) || (index == HEADER_GRADE &&
		!record_has(r, HEADER_LEGAL, "erased"));
}

static int
label_width(const struct record *r)
{
	int most = 0;

	for (size_t i = 0; i < kind_n(r->kind); i++) {
		const char *label;
		int width;

		if (!is_shown(r, i))
			continue;
		label = _(kind_field(r->kind, i)->label);
		width = utf8_width(label, strlen(label));
		if (width > most)
			most = width;
	}
	return most;
}

static void
put_line(const struct sheet *s, const char *label, const char *value)
{
	para_pad(s->out, 0, s->indent);
	strbuf_puts(s->out, label);
	para_pad(s->out, s->indent + utf8_width(label, strlen(label)),
		s->gutter);
	para_put(s->out, value, s->gutter, s->width);
}

static void
put_field(const struct sheet *s, const struct record *r, size_t index)
{
	struct strbuf value = STRBUF_INIT;

	cell(&value, r, index, s->zone, CLEAN_LINES);
	put_line(s, _(kind_field(r->kind, index)->label), value.text);
	strbuf_clear(&value);
}

static void
put_remark(const struct sheet *s, const struct desk_item *item)
{
	struct strbuf raw = STRBUF_INIT, value = STRBUF_INIT;
	const char *label;

	if (remark_of(&raw, &label, item, s->zone)) {
		clean_text(&value, raw.text, raw.len, say_flags());
		put_line(s, _(label), value.text);
	}
	strbuf_clear(&raw);
	strbuf_clear(&value);
}

static void
put_fields(const struct sheet *s, const struct record *r, size_t from,
	size_t to)
{
	for (size_t i = from; i < to; i++)
		if (is_shown(r, i))
			put_field(s, r, i);
}

/* "RO-L12  Lead  Container from Varna"; a part stands under its kind already. */
static void
put_title(const struct sheet *s, const struct record *r)
{
	struct strbuf title = STRBUF_INIT;

	cell(&title, r, HEADER_REF, s->zone, 0);
	if (!(r->kind->flags & KIND_IS_PART))
		strbuf_printf(&title, "  %s", _(r->kind->label));
	if (record_text(r, r->kind->title)) {
		strbuf_puts(&title, "  ");
		cell(&title, r, r->kind->title, s->zone, 0);
	}
	para_pad(s->out, 0, s->indent);
	para_put(s->out, title.text, s->indent, s->width);
	strbuf_clear(&title);
}

/* What is void says so before all else. */
static void
put_retracted(const struct sheet *s, const struct record *r)
{
	struct strbuf raw = STRBUF_INIT, text = STRBUF_INIT;

	if (format_retracted(&raw, r, s->zone)) {
		strbuf_puts(&text, "*** ");
		clean_text(&text, raw.text, raw.len, say_flags());
		para_pad(s->out, 0, s->indent);
		para_put(s->out, text.text, s->indent + 4, s->width);
	}
	strbuf_clear(&raw);
	strbuf_clear(&text);
}

/* A part: its title line, then its fields a step further in. */
static void
put_part(const struct sheet *page, const struct record *r)
{
	struct sheet s = *page;

	s.indent += 2;
	s.gutter = s.indent + label_width(r) + 2;
	put_title(page, r);
	put_retracted(&s, r);
	put_fields(&s, r, HEADER_N, kind_n(r->kind));
	put_fields(&s, r, HEADER_CREATED, HEADER_CREATED_BY + 1);
	put_fields(&s, r, HEADER_CORRECTS, HEADER_CORRECTS + 1);
}

/* "is owned by"; of one that begins elsewhere "RO-A1 is owned by". */
static void
link_label(struct strbuf *out, const struct desk_item *item,
	const struct desk_link *l)
{
	struct strbuf words = STRBUF_INIT;

	if (linkformat_is_elsewhere(l, &item->record))
		strbuf_printf(&words, "%s ", l->near);
	linkformat_words(&words, l);
	clean_text(out, words.text, words.len, say_flags());
	strbuf_clear(&words);
}

static void
put_link(const struct sheet *s, const struct desk_item *item,
	const struct desk_link *l)
{
	struct strbuf label = STRBUF_INIT, raw = STRBUF_INIT;
	struct strbuf value = STRBUF_INIT;

	link_label(&label, item, l);
	linkformat_text(&raw, l);
	clean_text(&value, raw.text, raw.len, say_flags());
	put_line(s, label.text, value.text);
	strbuf_clear(&label);
	strbuf_clear(&raw);
	strbuf_clear(&value);
}

static int
link_width(const struct desk_item *item)
{
	enum { MOST = 40 };
	int most = 0;

	for (size_t i = 0; i < item->n_links; i++) {
		struct strbuf label = STRBUF_INIT;

		link_label(&label, item, &item->links[i]);
		int width = utf8_width(label.text, label.len);

		strbuf_clear(&label);
		if (width > most && width <= MOST)
			most = width;
	}
	return most;
}

static void
put_links(const struct sheet *page, const struct desk_item *item)
{
	struct sheet s = *page;
	struct strbuf capped = STRBUF_INIT, filter = STRBUF_INIT;

	if (item->n_links == 0)
		return;
	strbuf_printf(s.out, "\n%s", _(kind_of(KIND_LINK)->plural));
	if (linkformat_capped(&capped, item->n_links, item->links_total))
		strbuf_printf(s.out, _(" (the newest, %s)"), capped.text);
	strbuf_putc(s.out, '\n');
	s.indent = 2;
	s.gutter = s.indent + link_width(item) + 2;
	for (size_t i = 0; i < item->n_links; i++)
		put_link(&s, item, &item->links[i]);
	if (capped.len) {
		linkformat_filter(&filter, record_text(&item->record, HEADER_REF));
		strbuf_printf(s.out, _("  all of them: liaison list link %s"),
			filter.text);
		strbuf_putc(s.out, '\n');
	}
	strbuf_clear(&filter);
	strbuf_clear(&capped);
}

/* A line of a step, harmless. */
static void
put_step_line(const struct sheet *s, const struct strbuf *raw)
{
	struct strbuf line = STRBUF_INIT;

	clean_text(&line, raw->text, raw->len, say_flags());
	para_put(s->out, line.text, s->gutter, s->width);
	strbuf_clear(&line);
}

static void
put_step(const struct sheet *s, const struct desk_step *step)
{
	struct strbuf raw = STRBUF_INIT;
	bool warns;

	para_pad(s->out, 0, s->indent);
	step_name(step, &raw);
	strbuf_puts(s->out, raw.text);
	para_pad(s->out, s->indent + (int)raw.len, s->gutter);
	strbuf_reset(&raw);
	step_head(step, s->zone, &raw);
	put_step_line(s, &raw);
	for (size_t i = 0; strbuf_reset(&raw),
	     step_line(step, s->zone, false, i, &raw, &warns); i++) {
		if (!raw.len)
			continue;
		para_pad(s->out, 0, s->gutter);
		put_step_line(s, &raw);
	}
	strbuf_clear(&raw);
}

/* The chain in the order of the events, with what follows from it; its parts
 * are not told a second time. */
static void
put_custody(const struct sheet *page, const struct desk_item *item)
{
	struct sheet s = *page;

	if (item->n_custody)
		strbuf_printf(s.out, "\n%s\n", _(kind_of(KIND_CHAIN)->plural));
	s.gutter = s.indent + STEP_NAME;
	for (size_t i = 0; i < item->n_custody; i++)
		put_step(&s, &item->custody[i]);
}

static void
show_text(struct call *c, const struct desk_item *item)
{
	const struct record *r = &item->record;
	const struct kind *last = NULL;
	int columns = out_columns();
	struct sheet s = {
		.out = &c->out, .zone = c->who.zone,
		.width = columns > 0 ? columns : PARA_WIDTH,
	};

	put_title(&s, r);
	put_retracted(&s, r);
	strbuf_putc(&c->out, '\n');
	s.indent = 2;
	s.gutter = s.indent + label_width(r) + 2;
	/* What it says first; what the program knows about it after. */
	put_fields(&s, r, HEADER_N, kind_n(r->kind));
	put_remark(&s, item);
	strbuf_putc(&c->out, '\n');
	put_fields(&s, r, 0, HEADER_N);
	put_custody(&s, item);
	for (size_t i = 0; i < item->n_parts; i++) {
		const struct record *part = &item->parts[i].record;

		if (step_tells(item, part))
			continue;
		if (part->kind != last)
			strbuf_printf(&c->out, "\n%s\n", _(part->kind->plural));
		last = part->kind;
		put_part(&s, part);
	}
	put_links(&s, item);
}

/* In place of the record's own links all that lies around it. */
static bool
walk(struct call *c, struct desk_item *item, struct err *err)
{
	struct desk_links_ask ask = { .ref = item->uid, .wait = 1 };
	struct desk_links links = { 0 };
	long depth, limit;

	if (!given_count(&c->given, "links", 1, &depth, err) ||
	    !given_count(&c->given, "limit", 0, &limit, err))
		return false;
	ask.depth = depth;
	ask.limit = limit;
	if (!desk_links(c->desk, &ask, &links, err))
		return false;
	if (links.more)
		say_note(_("there are more than these %zu links; see --limit"),
			links.n);

	/* What the item had is cleared with the answer. */
	struct desk_links own = { .links = item->links, .n = item->n_links };

	item->links = links.links;
	item->n_links = links.n;
	item->links_total = (int64_t)links.n;
	desk_links_clear(&own);
	return true;
}

/* Who else carries its identifiers. */
static void
show_same(struct call *c, const struct desk_same *same)
{
	int columns = out_columns();
	struct sheet s = {
		.out = &c->out, .width = columns > 0 ? columns : PARA_WIDTH,
		.indent = 2, .gutter = 4,
	};
	struct strbuf label = STRBUF_INIT, text = STRBUF_INIT, line = STRBUF_INIT;

	if (same->n)
		strbuf_printf(&c->out, "\n%s\n", _("Also on"));
	for (size_t i = 0; i < same->n; i++) {
		strbuf_reset(&label);
		strbuf_reset(&text);
		strbuf_reset(&line);
		format_equal(&label, &text, &same->values[i]);
		strbuf_printf(&label, ": %s", text.text);
		clean_text(&line, label.text, label.len, say_flags());
		para_pad(s.out, 0, s.indent);
		para_put(s.out, line.text, s.gutter, s.width);
	}
	strbuf_clear(&label);
	strbuf_clear(&text);
	strbuf_clear(&line);
}

/* A case that nobody sits at has a page, and nothing that is the same. */
static bool
read(struct call *c, struct desk_item *item, struct desk_same *same,
	struct err *err)
{
	if (!desk_get(c->desk, 0, call_operand(c, 0), item, err))
		return false;
	/* What they were told of it waits no more; nothing to be kept is no failure. */
	if (!(item->record.kind->flags & KIND_IS_PART))
		desk_seen(c->desk, item->uid, NULL);
	return item->record.kind->no == KIND_CASEFILE ||
		desk_same(c->desk, item->uid, same, err);
}

static bool
run(struct call *c, struct err *err)
{
	struct desk_item item = { 0 };
	struct desk_same same = { 0 };
	int format;
	bool ok = given_word(&c->given, "format", formats, &format, err) &&
		read(c, &item, &same, err) &&
		(!given_has(&c->given, "links") || walk(c, &item, err));

	if (ok && format == FORMAT_AS_JSON) {
		struct json j = JSON_INIT(&c->out, true);

		format_json_item(&j, &item, true);
		format_json_same(&j, &same);
		json_object_end(&j);
		strbuf_putc(&c->out, '\n');
	} else if (ok) {
		show_text(c, &item);
		show_same(c, &same);
	}
	desk_item_clear(&item);
	desk_same_clear(&same);
	return ok;
}

const struct cli_command cmd_show = {
	.name = "show", .operands = "REF",
	.summary = N_("print a record with its parts and links"),
	.detail = N_("A record is named by its ref, id, source id, account number or IBAN. A record that does not exist and one that you may not see get the same answer (exit 1). What you were told of it, that it was shared, changed or erased, waits for you no more."),
	.options = options, .verb = "show",
	.least = 1, .most = 1, .run = run,
};
