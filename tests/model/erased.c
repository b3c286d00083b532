/* SPDX-License-Identifier: GPL-3.0-or-later */
/* erased.c - what was erased by law is told to nobody, and no file has a byte of it. */
#include "tests/support/test.h"

#include <dirent.h>
#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include "tests/model/acts.h"
#include "tests/model/paths.h"

/* A leader who sees a record of their party that stands and may be erased. */
static int
some_record(const struct world *w, int *member)
{
	for (int tries = 0; tries < 40; tries++) {
		int m = world_member(w), i = acts_own(w, m);

		if (i < 0 || strcmp(w->t.members[m].role, "leader") != 0 ||
		    t_class(&w->t.records[i]) || w->t.records[i].kind == T_LINK)
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
	check_answers(w, i);
	if (files_tell(w, i, name))
		world_fail(w, "%s has bytes of it", name);
	w->acts++;
}
