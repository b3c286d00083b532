/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hit_contact.h - whom to call at a party of the case: what it says itself, else its
 * leader, as the list of members shows them to everybody. */
#ifndef SRC_HIT_CONTACT_H
#define SRC_HIT_CONTACT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/err.h"
#include "src/session.h"

struct hit_contacts {
	struct hit_contact {
		char party[12];		/* code */
		char uid[40];		/* of the party */
		char *contact;		/* owned; "" where there is nobody */
	} *all;
	size_t n, room;
};

/* Those of the parties with these slots, within a read. Clear *out on failure too. */
bool hit_contacts_read(struct session *s, uint64_t slots,
	struct hit_contacts *out, struct err *err);
void hit_contacts_clear(struct hit_contacts *contacts);

#endif
