/* SPDX-License-Identifier: GPL-3.0-or-later */
/* screens.c - what stands on the screens: the program draws a few of them as text, as
 * chance has it, and nothing on them is of what the member does not see. */
#include "tests/support/test.h"

#include "tests/model/world.h"

/* Where the program is; NULL where nobody has said it. */
static const char *
program(void)
{
	return getenv("builddir");
}

static char *
draw(const struct world *w, int member, const char *view, const char *keys)
{
	const struct t_member *m = &w->t.members[member];
	struct strbuf command = STRBUF_INIT, out = STRBUF_INIT;
	char bytes[4096];
	size_t n;

	/* Its day is the world's; what is typed is a file. */
	strbuf_printf(&command, "printf '%%s' '%s' > keys; SOURCE_DATE_EPOCH=%lld"
		" '%s/liaison' --store " WORLD_STORE " --as %s --case %s"
		" --view '%s' --keys keys --dump"
		" --size 132x43 2>&1", keys,
		(long long)(w->now / 1000), program(), m->ref,
		w->t.cases[m->casefile].code, view);
	FILE *said = popen(command.text, "r");

	assert_non_null(said);
	while ((n = fread(bytes, 1, sizeof(bytes), said)) > 0)
		strbuf_add(&out, bytes, n);
	if (pclose(said) != 0)
		world_fail(w, "%s: %s", command.text, out.text);
	strbuf_clear(&command);
	return strbuf_detach(&out);
}

/* The marks of what the member lists stand in a list that is not cut off. */
static void
check_list(const struct world *w, int member, enum t_kind kind,
	const char *screen)
{
	int found[T_RECORDS];
	size_t n = t_list(&w->t, member, kind, found);

	for (size_t i = 0; i < n && i < 10; i++)
		if (!strstr(screen, w->t.records[found[i]].ref) &&
		    !strstr(screen, t_value(&w->t.records[found[i]],
			t_kinds[kind].title)->text))
			world_fail(w, "%s is not on the screen of %s:\n%s",
				w->t.records[found[i]].ref,
				w->t.members[member].ref, screen);
}

void
screens_some(struct world *w)
{
	static const char *const views[] = { "glance", "timeline", "history",
		"counts", "matrix", "members", "find:harbour", "section:news" };
	char view[80];
	char *screen;

	for (int i = 0; program() && i < 2; i++) {
		int m = world_member(w), record = world_seen(w, m, ~0u);
		enum t_kind kind = (enum t_kind)chance(T_KINDS);

		snprintf(view, sizeof(view), "list:%s", t_kinds[kind].name);
		screen = draw(w, m, view, "");
		reads_hide(w, m, view, screen);
		check_list(w, m, kind, screen);
		free(screen);
		/* What is restricted is not opened without a purpose, nor what
		 * has data of special categories. */
		snprintf(view, sizeof(view), "%s", chance(3) == 0 &&
			record >= 0 && !t_class(&w->t.records[record]) &&
			!t_value(&w->t.records[record], "special") ?
			w->t.records[record].ref :
			views[chance(ARRAY_SIZE(views))]);
		screen = draw(w, m, view, chance(2) ? "<Down><Enter>" : "");
		reads_hide(w, m, view, screen);
		free(screen);
	}
}
