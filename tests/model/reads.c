/* SPDX-License-Identifier: GPL-3.0-or-later */
/* reads.c - every way to read, for every member: what they are told holds nothing of
 * what they do not see, and stays the same bytes while nothing that they see
 * changes. */
#include "tests/support/test.h"

#include <ctype.h>

#include "tests/model/checks.h"
#include "tests/model/paths.h"

/* --- Nothing of what they do not see ------------------------------------ */

/* Whose ref or uid stands at text; -1 for none that the member's case has. */
static int
named_at(const struct truth *t, int member, const char *text)
{
	/* A ref has its dash behind the party's code, a uid behind eight digits. */
	if (text[strspn(text, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdef0123456789")] != '-')
		return -1;
	for (int i = 0; i < (int)t->n_records; i++) {
		const struct t_record *r = &t->records[i];
		size_t n = strlen(r->ref);

		if (strncmp(text, r->uid, 36) == 0)
			return i;
		if (r->casefile == t->members[member].casefile &&
		    strncmp(text, r->ref, n) == 0 &&
		    !isalnum((unsigned char)text[n]))
			return i;
	}
	return -1;
}

/* Is the member one of those who were asked about it by its name, or asked? */
static bool
was_asked(const struct truth *t, int member, int record)
{
	const struct t_member *m = &t->members[member];
	const int asked[] = { t->records[record].asked[m->party],
		t->records[record].asked_one[member] };

	return (asked[0] && m->clearance + 1 >= asked[0]) ||
		(asked[1] && m->clearance + 1 >= asked[1]);
}

/* May the path tell them of it? What waits for their word to be released may only be
 * told by what waits. */
static bool
may_tell(const struct truth *t, int member, int record, const char *path)
{
	return t_sees(t, member, record) || (strcmp(path, "waits") == 0 &&
		t_shown(t, member, record));
}

void
reads_hide(const struct world *w, int member, const char *path,
	const char *text)
{
	const struct truth *t = &w->t;

	for (const char *at = text; (at = strstr(at, "zq")); at += 2) {
		int record = t_marked(t, at);

		if (record >= 0 && !may_tell(t, member, record, path))
			world_fail(w, "%s tells %s \"%.7s\" of %s:\n%s", path,
				t->members[member].ref, at,
				t->records[record].ref, text);
	}
	for (const char *at = text; *at; at++) {
		if (at > text && isalnum((unsigned char)at[-1]))
			continue;
		int record = isalnum((unsigned char)*at) ?
			named_at(t, member, at) : -1;

		if (record >= 0 && !may_tell(t, member, record, path) &&
		    !was_asked(t, member, record))
			world_fail(w, "%s names %.40s to %s:\n%s", path, at,
				t->members[member].ref, text);
	}
}

/* --- The same as long as nothing changes -------------------------------- */

static void
read_path(struct world *w, int member, const struct path *path, int at,
	int form)
{
	struct told *told = &w->told[member][at + form];
	struct strbuf out = STRBUF_INIT;

	path->say(w, member, form, &out);
	char *text = strbuf_detach(&out);

	/* What waits is done with once a colleague has looked, too; who has looked
	 * stands on the sheet of shares. */
	bool moves = strcmp(path->name, "waits") == 0 ||
		strcmp(path->name, "elsewhere") == 0 ||
		(w->notes && strcmp(path->name, "of a record") == 0);

	/* Empty: nothing was asked of a party that was in no case yet. */
	if (!moves && told->text && *told->text && told->epoch == w->epochs[member] &&
	    strcmp(text, told->text) != 0)
		fail_differs(w, member, path->name, told->text, text);
	if (!told->text || strcmp(text, told->text) != 0)
		reads_hide(w, member, path->name, text);
	free(told->text);
	told->text = text;
	told->epoch = w->epochs[member];
}

static int
all_forms(void)
{
	int n = 0;

	for (const struct path *p = paths; p->name; p++)
		n += p->forms;
	assert_true(n <= WORLD_PATHS);
	return n;
}

static void
read_form(struct world *w, int member, int which)
{
	int at = 0;

	for (const struct path *p = paths; p->name; at += p->forms, p++)
		if (which - at < p->forms) {
			read_path(w, member, p, at, which - at);
			return;
		}
}

/* --- How it wakes them -------------------------------------------------- */

/* A desk hears of what its member may see, and of nothing else. */
static void
check_wake(struct world *w, int member)
{
	struct err err = ERR_INIT;
	int64_t stamp;

	assert_ok(desk_changed(w->desks[member], &stamp, &err), err);
	bool woken = w->stamps[member] >= 0 && stamp != w->stamps[member];

	if (w->stamps[member] >= 0 && w->woken[member] != MAY_WAKE &&
	    woken != (w->woken[member] == WAKES))
		world_fail(w, "%s is %swoken", w->t.members[member].ref,
			woken ? "" : "not ");
	w->stamps[member] = stamp;
	w->woken[member] = SLEEPS;
}

/* Who has left is told nothing, in a session that was open too. */
static void
check_left(struct world *w, int member)
{
	const struct path *p = paths;
	struct strbuf out = STRBUF_INIT;
	const char *colon;

	for (uint32_t n = chance(8); n && p[1].name; n--)
		p++;
	p->say(w, member, 0, &out);
	colon = out.text ? strstr(out.text, ": ") : NULL;
	if (out.len && (!colon || strcmp(p->name, "cases") == 0 ?
	    strstr(out.text, "zq") != NULL : colon > strchr(out.text, '\n')))
		world_fail(w, "%s tells %s, who has left:\n%s", p->name,
			w->t.members[member].ref, out.text);
	strbuf_clear(&out);
}

/* --- What is looked at when --------------------------------------------- */

/* Who leads their party: who is told most of what waits. */
static int
leader_of(const struct world *w, int member)
{
	const struct t_member *m = w->t.members;

	for (int i = 0; i < (int)w->t.n_members; i++)
		if (m[i].party == m[member].party && !m[i].left &&
		    strcmp(m[i].role, "leader") == 0)
			return i;
	return member;
}

static void
check_some(struct world *w, int member)
{
	int seen = world_seen(w, member, ~0u);

	switch (chance(14)) {
	case 0:
		checks_list(w, member, (enum t_kind)chance(T_KINDS));
		break;
	case 1:
		checks_filters(w, member, (enum t_kind)chance(T_KINDS));
		break;
	case 2:
		checks_counts(w, member);
		break;
	case 3:
		checks_case_history(w, member);
		break;
	case 4:
		checks_export(w, member);
		break;
	case 5:
		checks_hits(w, member);
		break;
	case 6:
		checks_waits(w, member);
		break;
	case 7:
		checks_dues(w, member);
		break;
	case 8:
		checks_matrix(w, member);
		break;
	case 9:
		seen = world_seen(w, member, 1u << T_PERSON |
			1u << T_ORGANISATION);
		if (seen >= 0)
			checks_profile(w, member, seen);
		break;
	case 10:
		if (seen >= 0)
			checks_timeline(w, member, seen);
		break;
	case 11:
		checks_asks(w, member);
		break;
	case 12:
		if (seen >= 0)
			checks_sheet(w, member, seen);
		break;
	case 13:
		checks_waits(w, leader_of(w, member));
		break;
	}
}

void
reads_some(struct world *w)
{
	const int forms = all_forms();

	/* What they are not asked now shows the next time that they are. */
	for (int m = 0; m < (int)w->t.n_members; m++) {
		if (m != w->actor && w->t.members[m].party != w->gets &&
		    chance(9))
			continue;
		if (w->t.members[m].left) {
			check_left(w, m);
			continue;
		}
		check_wake(w, m);
		if (w->focus >= 0)
			checks_item(w, m, w->focus);
		if (chance(3) == 0)
			read_form(w, m, (int)chance((uint32_t)forms));
	}
	int m = world_member(w);

	if (chance(2))
		check_some(w, m);
	if (w->notes && chance(16) == 0)
		checks_silent(w, m);
	if (w->focus >= 0 && chance(10) == 0)
		reads_deny(w, m, w->focus);
	if (w->focus >= 0 && chance(16) == 0) {
		checks_links(w, m, w->focus);
		checks_history(w, m, w->focus);
		checks_find(w, m, w->focus);
	}
}

void
reads_all(struct world *w)
{
	const int forms = all_forms();

	for (int m = 0; m < (int)w->t.n_members; m++) {
		if (w->t.members[m].left)
			continue;
		for (int i = 0; i < (int)w->t.n_records; i++) {
			checks_item(w, m, i);
			if (chance(8) == 0) {
				checks_profile(w, m, i);
				checks_sheet(w, m, i);
			}
			if (chance(40) == 0)
				checks_timeline(w, m, i);
			if (chance(100) == 0)
				reads_deny(w, m, i);
		}
		for (int k = 0; k < T_KINDS; k++)
			checks_list(w, m, (enum t_kind)k);
		checks_counts(w, m);
		checks_waits(w, m);
		checks_asks(w, m);
		checks_dues(w, m);
		checks_matrix(w, m);
		if (w->notes)
			checks_silent(w, m);
		if (chance(3) == 0)
			checks_copy(w, m);
		if (chance(3) == 0)
			checks_export(w, m);
		checks_hits(w, m);
		checks_case_history(w, m);
		/* A quarter of all forms: another is asked for the rest. */
		for (int i = (int)chance(4); i < forms; i += 4)
			read_form(w, m, i);
	}
}
