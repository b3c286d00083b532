/* SPDX-License-Identifier: GPL-3.0-or-later */
/* inquiry.h - hits between cases of one store. Whoever asks leaves an inquiry, an ask
 * (ask.h) of what "hit", in their own case, whatever others hold: nothing is looked
 * up or written anywhere else, so that neither what they are told nor the log, the
 * numbers or the time that it takes depends on anybody. Those who lead a party of
 * another case see it when they look at their inbox, while both cases exchange hits
 * (exchange.h) and their own party holds what rings on it (hit_rule.h). They
 * decide: a yes is told to whoever asked, a no to nobody. */
#ifndef SRC_INQUIRY_H
#define SRC_INQUIRY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/err.h"
#include "src/act.h"
#include "src/desk_home.h"
#include "src/inquiry_find.h"
#include "src/intake.h"

enum {
	INQUIRY_MOST = 20,	/* of one member that are open: nobody trawls */
};

/* May other cases be asked by the viewer: have those who lead this one switched it on,
 * and do hits come to the viewer's party at all? Nothing of other cases is in it. */
bool inquiry_may(struct session *s, bool *may, struct err *err);

/* Tell whoever just wrote an identifier or a name (intake.h, says_new) that others may be
 * asked on it: the same words whatever anybody holds. */
bool inquiry_offer(struct intake *in, struct err *err);

/* The rules of a new one, for conduct.h. */
void inquiry_review(struct intake *in);

/*
 * Add to what waits for the viewer, who leads a party, what other cases ask: count all,
 * append rows while there are fewer than limit, and INQUIRY_SHOWN at most, for which
 * there is room. Within a read transaction. Then, outside of it, let the auditors
 * know what is about to be shown; what cannot be noted is not shown.
 */
bool inquiry_add(struct session *s, struct desk_waits *waits, size_t limit,
	struct err *err);
bool inquiry_note(struct session *s, const struct desk_waits *waits,
	struct err *err);

/* Let the auditors know what was asked of other cases, or answered to one, by the uid of
 * the ask; of any other ask nothing. After the act, whose log says it too. */
void inquiry_log(struct session *s, const char *uid);

/* The line of what a member of the viewer's party asked other cases, or answered or was
 * told by them, by its ref, also if it is another's: for who erases. */
bool inquiry_line(struct session *s, const char *ref, struct db_entry *e);

/* Does a ref name what another case asks, to one who may answer it? */
bool inquiry_is_named(const struct session *s, const char *ref);

/*
 * Answer one (inquiry_get), within an act: in->delta holds answer, terms, by whom and
 * when. The answer is kept in the viewer's case; of a yes the asker's case gets a
 * notice that names party and contact, in the name of nobody.
 */
bool inquiry_answer(struct act *act, struct intake *in, const struct inquiry *q,
	char leaf[ACT_LEAF_SIZE], struct err *err);

#endif
