/* SPDX-License-Identifier: GPL-3.0-or-later */
/* desk_fake_own.c - of the desk in memory: what is a person's own. */
#include "tests/support/test.h"

#include "tests/support/desk_fake.h"
#include "tests/support/desk_fake_desk.h"

#include "base/clock.h"
#include "base/xalloc.h"

void
fake_hold(struct desk *d, const char *host)
{
	d->held = host;
}

bool
desk_draft_drop(struct desk *d, const char *id, struct err *err)
{
	(void)err;
	for (size_t i = 0; i < d->n_drafts; i++)
		if (strcmp(d->drafts[i].id, id) == 0) {
			free(d->drafts[i].id);
			free(d->drafts[i].ref);
			record_clear(&d->drafts[i].fields);
			d->drafts[i] = d->drafts[--d->n_drafts];
		}
	return true;
}

bool
desk_draft_put(struct desk *d, const struct desk_draft *draft, struct err *err)
{
	struct desk_draft *to;

	if (d->full)
		return err_set(err, ERR_IO, "the disk is full");
	for (size_t i = 0; d->held && i < d->n_drafts; i++)
		if (strcmp(d->drafts[i].id, draft->id) == 0)
			return err_set(err, ERR_STALE, "it was taken over");
	desk_draft_drop(d, draft->id, NULL);
	assert_true(d->n_drafts < MAX_DRAFTS);
	to = &d->drafts[d->n_drafts++];
	*to = (struct desk_draft){ .id = xstrdup(draft->id), .at = clock_now(),
		.ref = xstrdup(draft->ref), .version = draft->version };
	record_copy(&to->fields, &draft->fields);
	return true;
}

bool
desk_draft_hold(struct desk *d, const struct desk_draft_hold *hold,
	struct err *err)
{
	if (d->held && !hold->take && !hold->release)
		return err_set(err, ERR_BUSY, "the draft is open on %s", d->held);
	if (hold->take)
		d->held = NULL;
	return true;
}

bool
desk_drafts(struct desk *d, struct desk_drafts *drafts, struct err *err)
{
	(void)err;
	*drafts = (struct desk_drafts){ .n = d->n_drafts };
	drafts->drafts = xcalloc(d->n_drafts + 1, sizeof(*drafts->drafts));
	for (size_t i = 0; i < d->n_drafts; i++) {
		struct desk_draft *to = &drafts->drafts[i];

		*to = d->drafts[i];
		to->rows = NULL;
		to->id = xstrdup(to->id);
		to->ref = xstrdup(to->ref);
		to->held = xstrdup(d->held);
		record_copy(&to->fields, &d->drafts[i].fields);
	}
	return true;
}

bool
desk_keep(struct desk *d, const char *name, const char *value, struct err *err)
{
	(void)err;
	for (size_t i = 0; i < MAX_KEPT; i++)
		if (!d->kept[i].name || strcmp(d->kept[i].name, name) == 0) {
			free(d->kept[i].name);
			free(d->kept[i].value);
			d->kept[i].name = xstrdup(name);
			d->kept[i].value = xstrdup(value);
			return true;
		}
	return true;
}

bool
desk_kept(struct desk *d, const char *name, struct desk_texts *texts,
	struct err *err)
{
	(void)err;
	*texts = (struct desk_texts){ 0 };
	for (size_t i = 0; i < MAX_KEPT; i++)
		if (d->kept[i].name && strcmp(d->kept[i].name, name) == 0 &&
		    d->kept[i].value) {
			texts->texts = xcalloc(1, sizeof(*texts->texts));
			texts->texts[0].text = xstrdup(d->kept[i].value);
			texts->n = 1;
		}
	return true;
}

bool
desk_kept_names(struct desk *d, const char *prefix, struct desk_texts *names,
	struct err *err)
{
	(void)err;
	*names = (struct desk_texts){ 0 };
	names->texts = xcalloc(MAX_KEPT, sizeof(*names->texts));
	for (size_t i = 0; i < MAX_KEPT; i++)
		if (d->kept[i].value && strncmp(d->kept[i].name, prefix,
		    strlen(prefix)) == 0)
			names->texts[names->n++].text =
				xstrdup(d->kept[i].name);
	/* An answer of nothing holds nothing. */
	if (names->n == 0) {
		free(names->texts);
		names->texts = NULL;
	}
	return true;
}
