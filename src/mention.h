/* SPDX-License-Identifier: GPL-3.0-or-later */
/* mention.h - who is called upon in the text of a comment or a journal line: "@RO/2"
 * one member, "@BG" the leaders of a party. */
#ifndef SRC_MENTION_H
#define SRC_MENTION_H

#include <stdbool.h>
#include <stddef.h>

enum { MENTION_SIZE = 16, MENTION_CODE_SIZE = 12 };

struct mention {
	size_t at, len;			/* bytes of the text, the @ among them */
	char ref[MENTION_SIZE];		/* RO/2, BG; upper case */
	char party[MENTION_CODE_SIZE];	/* RO */
	bool is_member;
};

/*
 * The next mention from byte *from on, which moves behind it; false when there is
 * none. The grammar alone decides, whoever is in the case: a party code of 2 to 8
 * of A-Z and 0-9 that begins with a letter, in any case where /NUMBER follows. An
 * @ within a word or an address ("x@BG", "@BG.example") is none.
 */
bool mention_next(const char *text, size_t *from, struct mention *m);

/* Does the text ask something: is there a question mark at the end of a word? */
bool mention_asks(const char *text);

#endif
