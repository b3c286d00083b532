/* SPDX-License-Identifier: GPL-3.0-or-later */
/* audience.c - see audience.h. */
#include "src/audience.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/ids.h"
#include "base/strbuf.h"
#include "src/ask_conduct.h"
#include "base/banned.h"

#define VOID "void "	/* begins the audience of what was retracted */

static uint64_t
own_mask(const struct act *a)
{
	return a->slot >= 0 ? (uint64_t)1 << a->slot : 0;
}

void
audience_text(const struct act *a, const struct record *r,
	char text[AUDIENCE_TEXT_SIZE])
{
	const char *share = record_text(r, HEADER_SHARE);
	enum kind_no no = r->kind->no;

	if (!(r->kind->header & HEADER_BIT(HEADER_AUDIENCE)) || no == KIND_STORE)
		*text = '\0';
	else if (no == KIND_CASEFILE || no == KIND_PARTY || no == KIND_MEMBER ||
	    no == KIND_FIELD)
		snprintf(text, AUDIENCE_TEXT_SIZE, "case");
	else if (no == KIND_IMPORT || (share && strcmp(share, "named") == 0))
		snprintf(text, AUDIENCE_TEXT_SIZE, "named %" PRIx64 " %s",
			own_mask(a), a->member);
	else if (no == KIND_ASK)
		ask_audience(a, r, text);
	else if (no == KIND_EXPORT || (share && strcmp(share, "own") == 0))
		snprintf(text, AUDIENCE_TEXT_SIZE, "own %" PRIx64, own_mask(a));
	else
		snprintf(text, AUDIENCE_TEXT_SIZE, "team %" PRIx64,
			a->team | own_mask(a));
}

void
audience_void(const char *text, char voided[AUDIENCE_TEXT_SIZE])
{
	snprintf(voided, AUDIENCE_TEXT_SIZE, VOID "%s", text);
}

void
audience_of_row(const struct db_audience *row, char text[AUDIENCE_TEXT_SIZE])
{
	if (strcmp(row->rule, "case") == 0)
		snprintf(text, AUDIENCE_TEXT_SIZE, "case");
	else
		snprintf(text, AUDIENCE_TEXT_SIZE, "%s%s %" PRIx64 "%s%s",
			row->voided ? VOID : "", row->rule, row->mask,
			*row->member ? " " : "", row->member);
}

bool
audience_read(const char *whole, struct db_audience *row)
{
	char again[AUDIENCE_TEXT_SIZE], *end = NULL;

	row->voided = strncmp(whole, VOID, strlen(VOID)) == 0;

	const char *text = whole + (row->voided ? strlen(VOID) : 0);
	size_t word = strcspn(text, " ");

	if (word >= sizeof(row->rule))
		return false;
	memcpy(row->rule, text, word);
	if (strcmp(row->rule, "case") == 0) {
		row->mask = UINT64_MAX;
	} else {
		row->mask = strtoull(text + word, &end, 16);
		if (*end == ' ')
			strbuf_fill(row->member, sizeof(row->member), end + 1);
	}
	audience_of_row(row, again);
	return strcmp(whole, again) == 0 &&
		(!*row->member || ids_valid(row->member));
}

void
audience_narrow(struct db_audience *a, const struct db_audience *by)
{
	uint64_t mask = a->mask & by->mask;
	const char *member = *a->member ? a->member : by->member;

	a->voided = a->voided || by->voided;

	/* Two that name different members have nobody in common. */
	if (*by->member && strcmp(member, by->member) != 0) {
		mask = 0;
		member = "";
	}
	if (mask == a->mask && strcmp(member, a->member) == 0)
		return;
	strbuf_fill(a->rule, sizeof(a->rule), "cut");
	a->mask = mask;
	if (member != a->member)
		strbuf_fill(a->member, sizeof(a->member), member);
}

bool
audience_intern(struct db *db, int64_t case_id, const char *text, int64_t *id,
	struct err *err)
{
	struct db_audience row = { .case_id = case_id };

	if (!*text) {
		*id = 0;
		return true;
	}
	if (!audience_read(text, &row))
		return err_set(err, ERR_DAMAGED,
			_("the log names an audience that is none: %.60s"), text);
	if (!db_audience_intern(db, &row, err))
		return false;
	*id = row.id;
	return true;
}
