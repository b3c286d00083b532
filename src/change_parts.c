/* SPDX-License-Identifier: GPL-3.0-or-later */
/* change_parts.c - see change_parts.h. */
#include "src/change_parts.h"

#include <stdlib.h>

#include "base/i18n.h"
#include "src/change.h"
#include "src/hit.h"
#include "base/banned.h"

/* What the part had to tell becomes the record's to tell. */
static void
take_told(struct intake *of, struct intake *part)
{
	for (size_t i = 0; i < part->n_notices; i++)
		intake_notice(of, part->notices[i].text);

	struct hit_list hits = { of->hits, of->n_hits, of->n_hits };

	hit_list_take(&hits, part, 0);
	of->hits = hits.list;
	of->n_hits = hits.n;
}

static bool
add_part(struct act *a, struct intake *of, const struct record *typed,
	struct err *err)
{
	struct intake in = { 0 };
	struct record fields;
	char leaf[ACT_LEAF_SIZE];

	if (!(typed->kind->flags & KIND_IS_PART))
		return err_set(err, ERR_USAGE, _("a %s is no part of a record"),
			typed->kind->name);
	record_copy(&fields, typed);
	record_set(&fields, HEADER_OF, of->entry.uid);
	intake_init(&in, of->session, typed->kind);
	bool ok = intake_read(&in, &fields, err) &&
		change_permitted(&in, err) && intake_good(&in, err) &&
		change_write(a, &in, leaf, err);

	if (ok)
		take_told(of, &in);
	intake_clear(&in);
	record_clear(&fields);
	return ok;
}

bool
change_parts(struct act *a, struct intake *of, const struct desk_part *parts,
	size_t n, struct err *err)
{
	struct session *s = of->session;
	bool ok = true;

	/* The record may have made an audience that the viewer did not know to
	 * be in; should the act fail, the next look must be a fresh one. */
	if (n && !viewer_sees(&s->viewer, &s->store, &of->entry)) {
		char identity[sizeof(s->viewer.identity)];

		strbuf_fill(identity, sizeof(identity), s->viewer.identity);
		ok = viewer_load(&s->viewer, &s->store, s->viewer.case_id,
			identity, err);
		s->viewer.stamp = -1;
	}
	for (size_t i = 0; ok && i < n; i++) {
		struct err why = ERR_INIT;

		ok = add_part(a, of, &parts[i].record, &why) ||
			err_set(err, why.code, _("part %zu (%s): %s"), i + 1,
				parts[i].record.kind->name, why.text);
	}
	return ok;
}
