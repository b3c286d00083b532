/* SPDX-License-Identifier: GPL-3.0-or-later */
/* cmd_link.c - liaison link and unlink: say what one record has to do with another,
 * and take it back. */
#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/xalloc.h"
#include "src/linktype.h"
#include "ui/assign.h"
#include "ui/call.h"
#include "ui/cmd.h"
#include "base/banned.h"

/* There is no such type: tell which there are for two records of these kinds. */
static bool
refuse_type(struct call *c, const char *word, struct err *err)
{
	struct desk_item from = { 0 }, to = { 0 };
	struct strbuf fitting = STRBUF_INIT;
	bool ok = desk_get(c->desk, 0, call_operand(c, 0), &from, err) &&
		desk_get(c->desk, 0, call_operand(c, 2), &to, err);

	if (ok) {
		linktype_fitting(from.record.kind->no, to.record.kind->no,
			&fitting);
		err_set(err, ERR_INVALID, fitting.len ?
			_("no type of link \"%.40s\"; from a record of the kind %s to one of the kind %s there are: %s") :
			_("no type of link \"%.40s\"; a record of the kind %s is not linked to one of the kind %s"),
			word, from.record.kind->name, to.record.kind->name,
			fitting.text);
	}
	strbuf_clear(&fitting);
	desk_item_clear(&from);
	desk_item_clear(&to);
	return false;
}

static bool
run_link(struct call *c, struct err *err)
{
	bool inverse;
	const struct linktype *t = linktype_find(call_operand(c, 1), &inverse);
	struct record fields;

	if (!t)
		return refuse_type(c, call_operand(c, 1), err);
	record_init(&fields, kind_of(KIND_LINK));
	bool ok = assign_value(&fields, "type", t->code, err) &&
		assign_value(&fields, "a", call_operand(c, inverse ? 2 : 0),
			err) &&
		assign_value(&fields, "b", call_operand(c, inverse ? 0 : 2),
			err) &&
		assign_fields(&fields, c->given.operands + 3,
			c->given.n_operands - 3, err) &&
		call_add(c, &fields, NULL, 0, err);

	record_clear(&fields);
	return ok;
}

const struct cli_command cmd_link = {
	.name = "link", .operands = "REF TYPE REF [FIELD=VALUE...]",
	.summary = N_("link a record to another and print the link's ref"),
	.detail = N_("liaison link RO-P1 owns RO-A2 percent=60 from_date=2019-03 grade=B2\n"
		"The type may be written from either end: RO-A2 owned_by RO-P1 is the same link. A type that does not fit is refused with those that do; \"liaison help link\" lists the fields.\n"
		"A link is seen by those who see both its ends."),
	.least = 3, .most = -1, .run = run_link,
};

/* --- unlink ------------------------------------------------------------- */

static const struct cli_option unlink_options[] = {
	{ 'r', "reason", N_("TEXT"), N_("why; it is shown with the link from then on"), 0 },
	{ 0, NULL, NULL, NULL, 0 }
};

static bool
is_meant(const struct desk_link *l, const struct linktype *t, bool inverse,
	const char *far)
{
	return strcmp(l->kind, kind_of(KIND_LINK)->name) == 0 &&
		strcmp(l->type, t->code) == 0 && strcmp(l->far, far) == 0 &&
		(l->inverse == inverse || (t->flags & LINKTYPE_SYMMETRIC));
}

/* The one link of the type between the two; the caller frees its ref. */
static bool
pick_one(const struct desk_links *links, const struct linktype *t,
	bool inverse, const char *far, char **ref, struct err *err)
{
	struct strbuf all = STRBUF_INIT;
	size_t n = 0, at = 0;

	for (size_t i = 0; i < links->n; i++)
		if (is_meant(&links->links[i], t, inverse, far)) {
			strbuf_printf(&all, "%s%s", n++ ? ", " : "",
				links->links[i].ref);
			at = i;
		}
	if (n == 1)
		*ref = xstrdup(links->links[at].ref);
	else if (n == 0)
		err_set(err, ERR_NOT_FOUND, _("no link \"%s\" to %s"),
			inverse ? t->inverse : t->code, far);
	else
		err_set(err, ERR_RULE,
			_("there are several, of different days: %s; name one of them"),
			all.text);
	strbuf_clear(&all);
	return n == 1;
}

/* "RO-P1 owns RO-A2": which link is that? */
static bool
find_link(struct call *c, char **ref, struct err *err)
{
	bool inverse;
	const struct linktype *t = linktype_find(call_operand(c, 1), &inverse);
	struct desk_links_ask ask = {
		.ref = call_operand(c, 0), .depth = 1, .wait = 1,
	};
	struct desk_links links = { 0 };
	struct desk_item far = { 0 };

	if (!t)
		return refuse_type(c, call_operand(c, 1), err);
	bool ok = desk_get(c->desk, 0, call_operand(c, 2), &far, err) &&
		desk_links(c->desk, &ask, &links, err) &&
		pick_one(&links, t, inverse,
			record_text(&far.record, HEADER_REF), ref, err);

	desk_links_clear(&links);
	desk_item_clear(&far);
	return ok;
}

static bool
take_back(struct call *c, const char *ref, struct err *err)
{
	const struct desk_retract ask = {
		.ref = ref, .reason = given_value(&c->given, "reason"),
	};
	struct desk_acted acted = { 0 };
	bool ok = desk_retract(c->desk, &ask, &acted, err);

	if (ok)
		call_notices(acted.notices, acted.n_notices);
	desk_acted_clear(&acted);
	return ok;
}

/* By its own ref; it must be one of a link. */
static bool
name_link(struct call *c, char **ref, struct err *err)
{
	struct desk_item item = { 0 };
	bool ok = desk_get(c->desk, KIND_LINK, call_operand(c, 0), &item, err);

	if (ok)
		*ref = xstrdup(record_text(&item.record, HEADER_REF));
	desk_item_clear(&item);
	return ok;
}

static bool
run_unlink(struct call *c, struct err *err)
{
	char *ref = NULL;

	if (c->given.n_operands == 2)
		return err_set(err, ERR_USAGE,
			_("a link is named by its ref, or by REF TYPE REF"));
	if (!given_has(&c->given, "reason"))
		return err_set(err, ERR_USAGE, _("--reason TEXT is wanted"));
	bool ok = (c->given.n_operands == 1 ? name_link(c, &ref, err) :
			find_link(c, &ref, err)) &&
		take_back(c, ref, err);

	free(ref);
	return ok;
}

const struct cli_command cmd_unlink = {
	.name = "unlink", .operands = "REF [TYPE REF]",
	.summary = N_("make a link void"),
	.detail = N_("The link is named by its own ref, or as it was made: liaison unlink RO-P1 owns RO-A2 --reason 'sold before'. It is retracted, not deleted: its ref stays used and its history stays; see liaison help retract."),
	.options = unlink_options,
	.least = 1, .most = 3, .run = run_unlink,
};
