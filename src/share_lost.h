/* SPDX-License-Identifier: GPL-3.0-or-later */
/* share_lost.h - who had a record and has it no more, when its share is set to less: they
 * are not passed over in silence, but asked to give it back, as liaison unshare does. */
#ifndef SRC_SHARE_LOST_H
#define SRC_SHARE_LOST_H

#include "src/share_whom.h"

/*
 * The other parties that were given the record by an act of its own, or of which
 * somebody was shown it by the access log, where share, as it is to be, leaves them
 * out. now is the record before that, as inside. A log that cannot be read acquits
 * nobody. had (or NULL) becomes whom it was given to until then; it begins as { 0 }.
 * On failure there is nothing to clear.
 */
bool share_lost(struct share_whoms *lost, struct db_audience *had,
	struct session *s, const struct db_entry *e, const struct record *now,
	const char *share, struct err *err);

#endif
