/* SPDX-License-Identifier: GPL-3.0-or-later */
/* led.c - see led.h. */
#include "src/led.h"

#include <stdlib.h>
#include <string.h>

#include "base/xalloc.h"
#include "src/member.h"
#include "src/role.h"
#include "src/walk.h"
#include "base/banned.h"

bool
led_is(struct session *s, const char *party, const char *but, struct err *err)
{
	char *filter = xasprintf("party:%s", party);
	struct walk w = { .spec = { .kind = KIND_MEMBER, .filter = filter } };
	const struct desk_row *row = NULL;
	bool led = false, ok = walk_begin(&w, s, err);

	while (ok && !led && (ok = walk_next(&w, s, &row, err)) && row)
		led = role_leads(record_text(&row->record, MEMBER_ROLE)) &&
			!member_has_left(&row->record) &&
			strcmp(row->uid, but) != 0;
	walk_end(&w, s);
	free(filter);
	return led;
}
