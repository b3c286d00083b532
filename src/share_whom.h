/* SPDX-License-Identifier: GPL-3.0-or-later */
/* share_whom.h - with whom a record is shared, as somebody types it. */
#ifndef SRC_SHARE_WHOM_H
#define SRC_SHARE_WHOM_H

#include "src/intake.h"
#include "src/share_rule.h"

struct share_whoms {
	struct share_whom *all;	/* owned, each once */
	size_t n;
	bool team;		/* the whole team was named, and is not in all */
};

/*
 * "BG", "BG/2", "RO:Economic crime" or "team"; who of a unit is meant is said in a
 * notice. NOT_FOUND in the same words whoever is not of the case; USAGE: nobody is
 * named. On failure there is nothing to clear.
 */
bool share_whoms_read(struct share_whoms *w, struct intake *in,
	const struct desk_text *who, size_t n, struct err *err);
void share_whoms_clear(struct share_whoms *w);

/* Tell of those from this one on that they are what the text names today. */
void share_whoms_tell(const struct share_whoms *w, size_t from, struct intake *in,
	const char *text);

/* Add the parties of the team; or all of the case, but for the viewer's own. */
bool share_whoms_add_team(struct share_whoms *w, struct session *s,
	struct err *err);
bool share_whoms_add_all(struct share_whoms *w, struct session *s,
	struct err *err);

/* Is the party in an audience, or anybody of it; or (whom is a member) are they, beside
 * their party? Those who came from now on are not in what is open. */
bool share_whom_is_in(const struct share_whom *w, const struct db_audience *a);

/* Is the party as such in it, for a time perhaps, so that each of its members is? */
bool share_whom_as_party(const struct share_whom *w, const struct db_audience *a);

/* Add whom of w, a party or a member of it, an audience names: the party, if it is in
 * it as such, else each of its members that is. On failure of is to be cleared, too. */
bool share_whoms_add_of(struct share_whoms *of, struct session *s,
	const struct share_whom *w, const struct db_audience *a, struct err *err);

/* How this one is named: "BG", "BG/2". Borrowed. */
const char *share_whom_ref(const struct share_whom *w);

#endif
