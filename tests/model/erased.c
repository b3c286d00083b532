/* SPDX-License-Identifier: GPL-3.0-or-later */
/* erased.c - what was erased by law is told to nobody, and no file has a byte of it; that
 * it was erased is told to all who had it, and to nobody else. */
#include "tests/support/test.h"

#include <dirent.h>
#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include "tests/model/acts.h"
#include "tests/model/checks.h"
#include "tests/model/paths.h"

/* Did its party ask for it back? */
static bool
was_wanted_back(const struct truth *t, int record)
{
	bool was = false;

	for (size_t i = 0; i < t->n_asks; i++)
		was = was || (t->asks[i].returns && t->asks[i].about == record);
	return was;
}

/* A leader who sees a record of their party that stands and may be erased; now and then
 * rather one that was asked back. */
static int
some_record(const struct world *w, int *member)
{
	int picky = chance(2) ? 100 : 0;

	for (int tries = 0; tries < 140; tries++) {
		int m = world_member(w), i = acts_own(w, m);

		if (i < 0 || strcmp(w->t.members[m].role, "leader") != 0 ||
		    t_class(&w->t.records[i]) || w->t.records[i].kind == T_LINK ||
		    (tries < picky && !was_wanted_back(&w->t, i)))
			continue;
		*member = m;
		return i;
	}
	return -1;
}

/* Is any word of the record's in the bytes? */
static bool
tells(const struct truth *t, int record, const char *bytes, size_t n)
{
	for (size_t i = 0; i + T_MARK < n; i++)
		if (bytes[i] == 'z' && bytes[i + 1] == 'q' &&
		    t_marked(t, bytes + i) == record)
			return true;
	return false;
}

static bool
file_tells(const struct truth *t, int record, const char *name)
{
	int fd = open(name, O_RDONLY);
	struct stat st;
	bool told = false;

	assert_true(fd >= 0 && fstat(fd, &st) == 0);
	if (st.st_size > 0) {
		char *bytes = mmap(NULL, (size_t)st.st_size, PROT_READ,
			MAP_PRIVATE, fd, 0);

		assert_ptr_not_equal(bytes, MAP_FAILED);
		told = tells(t, record, bytes, (size_t)st.st_size);
		munmap(bytes, (size_t)st.st_size);
	}
	close(fd);
	return told;
}

/* Queries are let go of that hold a part of a name; what else somebody looked for is
 * theirs (src/forget.h). */
static bool
is_looked_at(const struct truth *t, int record, const char *name)
{
	enum t_kind kind = t->records[record].kind;

	return *name != '.' && (!strstr(name, ".access-") || kind == T_PERSON ||
		kind == T_ORGANISATION || kind == T_CONTACT);
}

/* Is it in any file beside the store, or in the store itself? */
static bool
files_tell(const struct world *w, int record, char name[300])
{
	DIR *dir = opendir(".");
	bool told = false;

	assert_non_null(dir);
	for (struct dirent *e; !told && (e = readdir(dir)); ) {
		snprintf(name, 300, "%s", e->d_name);
		told = is_looked_at(&w->t, record, name) &&
			file_tells(&w->t, record, name);
	}
	closedir(dir);
	return told;
}

static void
check_answers(struct world *w, int record)
{
	for (int m = 0; m < (int)w->t.n_members; m++)
		for (const struct path *p = paths; p->name; p++) {
			struct strbuf out = STRBUF_INIT;

			if (chance(3))
				continue;
			p->say(w, m, (int)chance((uint32_t)p->forms), &out);
			if (tells(&w->t, record, out.text ? out.text : "",
			    out.len))
				world_fail(w, "%s tells %s of %s", p->name,
					w->t.members[m].ref,
					w->t.records[record].ref);
			strbuf_clear(&out);
		}
}

/* --- That it was erased ------------------------------------------------- */

/* Of the record and its parts nothing stands, nor of the words with which its party
 * asked for it; what it was given for, and to whom, does. */
static void
tell_void(struct truth *t, int record)
{
	struct t_record *r = &t->records[record];

	r->voided = true;
	for (size_t i = 0; i < t->n_parts; i++)
		if (t->parts[i].record == record)
			t->parts[i].voided = true;
	for (size_t i = 0; i < t->n_asks; i++)
		if (t->asks[i].about == record && t->asks[i].asker == r->party)
			*t->asks[i].purpose = '\0';
}

/* Who sees it is told by a notice to their party, that of the record apart. */
static void
tell_erased(struct truth *t, int member, int record)
{
	for (int p = 0; p < (int)t->n_parties; p++) {
		struct t_ask told = { .told = -1 };
		bool any = false;

		for (int m = 0; m < (int)t->n_members; m++) {
			told.to[m] = t->members[m].party == p &&
				t_sees(t, m, record);
			any = any || told.to[m];
		}
		if (!any || p == t->records[record].party)
			continue;
		struct t_ask *a = tell_ask(t, member, p, t->records[record].ref);

		memcpy(a->to, told.to, sizeof(a->to));
		a->told = record;
		a->erased = true;
	}
}

/* Each part and the record itself, to whoever sees it and did not do it themselves. Of
 * what the program wrote of a share that ended the truth knows nothing. */
static void
want_news(const struct truth *t, int member, int by, int record,
	struct strbuf *out)
{
	const char *author = t->members[by].ref;

	if (member == by || !t_sees(t, member, record))
		return;
	strbuf_printf(out, "erase %s by %s\n", t->records[record].ref, author);
	for (size_t i = 0; i < t->n_parts; i++)
		if (t->parts[i].record == record &&
		    strcmp(t->parts[i].kind, "share") != 0)
			strbuf_printf(out, "erase %s by %s\n", t->parts[i].ref,
				author);
}

static void
got_news(const struct world *w, const struct desk_history *h, struct strbuf *out)
{
	for (size_t i = 0; i < h->n; i++) {
		const struct desk_entry *e = &h->entries[i];

		if (e->at == w->now && check_is_of_case(e) &&
		    strcmp(e->kind, "share") != 0)
			strbuf_printf(out, "%s %s by %s\n", e->verb, e->ref,
				e->member);
	}
}

/* What is new to each, and what waits for them: the notice, and nothing more of what
 * waited on the record. */
static void
check_told(struct world *w, int by, int record)
{
	struct desk_news_entries_ask ask = { .limit = T_PARTS };

	for (int m = 0; m < (int)w->t.n_members; m++) {
		struct strbuf want = STRBUF_INIT, got = STRBUF_INIT;
		struct err err = ERR_INIT;
		struct desk_history news;

		if (w->t.members[m].left)
			continue;
		want_news(&w->t, m, by, record, &want);
		assert_ok(desk_news_entries(w->desks[m], &ask, &news, &err), err);
		got_news(w, &news, &got);
		desk_history_clear(&news);
		check_text(w, m, "news of what was erased", &want, &got);
		checks_waits(w, m);
		checks_asks(w, m);
	}
}

void
world_erase(struct world *w)
{
	int member, i = some_record(w, &member);
	struct desk_erase ask = { .reason = "by order of the court" };
	struct desk_erased erased;
	struct err err = ERR_INIT;
	char name[300];

	if (i < 0)
		return;
	assert_true(files_tell(w, i, name));
	world_before(w, i);
	ask.ref = w->t.records[i].ref;
	if (!t_words(&w->t, member, i))
		ask.reason = NULL;
	snprintf(w->last, sizeof(w->last), "%s: erase %s",
		w->t.members[member].ref, ask.ref);
	if (!desk_erase(w->desks[member], &ask, &erased, &err))
		world_fail(w, "%s: %s", err_word(err.code), err.text);
	if (erased.unfinished)
		world_fail(w, "%s", erased.unfinished);
	desk_erased_clear(&erased);
	tell_erased(&w->t, member, i);
	tell_void(&w->t, i);
	check_told(w, member, i);
	check_answers(w, i);
	if (files_tell(w, i, name))
		world_fail(w, "%s has bytes of it", name);
	w->acts++;
}
