/* SPDX-License-Identifier: GPL-3.0-or-later */
/* desk_fake_share.c - of the desk in memory: one record that RO has, whom it was given
 * to, from whom it was taken and what was asked in this test. */
#include "tests/support/test.h"

#include "tests/support/desk_fake.h"

#include "base/xalloc.h"
#include "src/shapes.h"

enum { MOST = 8 };

static struct {
	char who[16], reason[90];
	bool taken, ends;
} given[MOST];
static size_t n_given;

static char asked[200];
static char controller[16];
static const char *owner = "RO";

void
fake_share_of(const char *party)
{
	owner = party;
}

void
fake_share_none(void)
{
	owner = "RO";
	n_given = 0;
	*asked = *controller = '\0';
}

const char *
fake_share_controller(void)
{
	return controller;
}

const char *
fake_share_asked(void)
{
	return asked;
}

const char *
fake_share_reason(const char *who)
{
	for (size_t i = 0; i < n_given; i++)
		if (strcmp(given[i].who, who) == 0)
			return given[i].reason;
	return NULL;
}

bool
desk_share(struct desk *d, const struct desk_sharing *ask,
	struct desk_acted *acted, struct err *err)
{
	(void)d;
	*acted = (struct desk_acted){ 0 };
	snprintf(controller, sizeof(controller), "%s",
		ask->controller ? ask->controller : "");
	if (strcmp(ask->who[0].text, "CH") == 0)
		return err_set(err, ERR_RULE, "CH gets nothing");
	assert_true(n_given < MOST);
	snprintf(given[n_given].who, sizeof(given[0].who), "%s",
		ask->who[0].text);
	snprintf(given[n_given].reason, sizeof(given[0].reason), "%s",
		ask->reason);
	given[n_given].ends = ask->until != NULL;
	given[n_given++].taken = false;
	acted->ref = xstrdup(ask->ref);
	return true;
}

bool
desk_unshare(struct desk *d, const struct desk_sharing *ask,
	struct desk_unshared *a, struct err *err)
{
	(void)d;
	(void)err;
	*a = (struct desk_unshared){ .ref = xstrdup("RO-L3") };
	for (size_t i = 0; i < n_given; i++)
		given[i].taken |= strcmp(given[i].who, ask->who[0].text) == 0;
	return true;
}

bool
desk_sheet(struct desk *d, const char *ref, struct desk_sheet *a,
	struct err *err)
{
	(void)d;
	(void)err;
	(void)ref;	/* its ref or its id: it is one record */
	*a = (struct desk_sheet){ .ref = xstrdup("RO-L3"), .title = xstrdup("Courier"),
		.party = xstrdup(owner),
		.share = xstrdup("own"), .n = 1 + n_given,
		.rows = xcalloc(1 + n_given, sizeof(*a->rows)) };
	a->rows[0].party = xstrdup(owner);
	for (size_t i = 0; i < n_given; i++) {
		a->rows[1 + i].party = xstrdup(given[i].who);
		a->rows[1 + i].reason = xstrdup(given[i].reason);
		a->rows[1 + i].until = given[i].ends ? FAKE_SHARE_UNTIL : 0;
		a->rows[1 + i].state = given[i].taken ? DESK_WITHDRAWN :
			DESK_HAS;
	}
	return true;
}

bool
desk_ask(struct desk *d, const struct desk_asking *ask,
	struct desk_acted *acted, struct err *err)
{
	(void)d;
	*acted = (struct desk_acted){ 0 };
	if (!*ask->purpose)
		return err_set(err, ERR_INVALID, "purpose: why is it asked?");
	snprintf(asked, sizeof(asked), "%s %s %s %s", ask->what,
		ask->for_use ? ask->for_use : "-",
		ask->for_party ? ask->for_party : "-",
		ask->due ? ask->due : "-");
	acted->ref = xstrdup("RO-Q1");
	if (strcmp(ask->what, "hit") != 0)
		return true;
	acted->notices = xcalloc(1, sizeof(*acted->notices));
	acted->notices[acted->n_notices++].text =
		xstrdup("asked of other JITs: RO-Q1");
	return true;
}

void
desk_sheet_clear(struct desk_sheet *a)
{
	wire_clear(&shape_sheet, a);
}

void
desk_unshared_clear(struct desk_unshared *a)
{
	wire_clear(&shape_unshared, a);
}
