/* SPDX-License-Identifier: GPL-3.0-or-later */
/* schedule.c - see schedule.h. */
#include "src/schedule.h"

#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "base/i18n.h"
#include "base/xalloc.h"
#include "base/banned.h"

/* "kept to its own party; retracted"; nothing for what is nobody's business. */
static void
put_reasons(struct strbuf *out, unsigned why)
{
	size_t before = out->len;

	for (unsigned bit = 1; bit <= why; bit <<= 1) {
		const char *words = why & bit ?
			recipient_words((enum recipient_reason)bit) : NULL;

		if (!words)
			continue;
		strbuf_puts(out, out->len > before ? "; " : "");
		strbuf_puts(out, words);
	}
}

void
schedule_add(struct export *ex, const struct record *r, unsigned why)
{
	struct strbuf reasons = STRBUF_INIT;

	put_reasons(&reasons, why);
	if (reasons.len) {
		const char *ref = record_text(r, HEADER_REF);

		strbuf_printf(&ex->survey.left_out, "left out\t%s\t%s\t%s\n",
			ref, r->kind->name, reasons.text);
		if (recipient_stops(&ex->recipient, r, why))
			strbuf_printf(&ex->survey.stops, "%s: %s\n", ref,
				reasons.text);
	}
	strbuf_clear(&reasons);
}

/* Each line of a text, behind the same words. */
static void
tell_lines(const char *line, const char *words, struct desk_progress *p)
{
	size_t room = 0;

	while (*line) {
		size_t n = strcspn(line, "\n");

		p->notices = xgrow(p->notices, p->n_notices, &room,
			sizeof(*p->notices));
		p->notices[p->n_notices++].text = xasprintf("%s: %.*s", words,
			(int)n, line);
		line += n + 1;
	}
}

void
schedule_stops(const struct export *ex, struct desk_progress *p)
{
	tell_lines(ex->survey.stops.text,
		_("may assist the defence and would be left out"), p);
}

void
schedule_asks(const struct export *ex, struct desk_progress *p)
{
	tell_lines(ex->survey.asks.text, _("restricted"), p);
}

struct named {
	const char *ref;
	char name[NAMES_SIZE];
};

/* L2 before L10 before P1. */
static int
compare(const void *a, const void *b)
{
	const struct named *x = a, *y = b;
	size_t m = strlen(x->name), n = strlen(y->name);

	if (*x->name != *y->name)
		return *x->name < *y->name ? -1 : 1;
	return m != n ? (m < n ? -1 : 1) : strcmp(x->name, y->name);
}

static void
put_names(struct strbuf *out, const struct names *names)
{
	struct named *list = xcalloc(names->n + 1, sizeof(*list));
	size_t n = 0, at = 0;

	while (names_each(names, &at, &list[n].ref, list[n].name))
		n += strcmp(list[n].ref, list[n].name) != 0;
	qsort(list, n, sizeof(*list), compare);
	for (size_t i = 0; i < n; i++)
		strbuf_printf(out, "named\t%s\t%s\n", list[i].name, list[i].ref);
	free(list);
}

char *
schedule_text(const struct export *ex, const struct session *s,
	const char *digest)
{
	struct strbuf out = STRBUF_INIT;
	char at[CLOCK_TEXT_SIZE];

	clock_text(ex->began, at);
	strbuf_puts(&out, _("# Internal: what was left out of an export. It goes to nobody outside.\n"));
	strbuf_printf(&out, "# case\t%s\n# for\t%s\n# format\t%s\n# sha256\t%s\n",
		s->viewer.case_code, ex->recipient.text, ex->form->name, digest);
	strbuf_printf(&out, "# by\t%s\n# at\t%s\n# log\t%s\n",
		s->viewer.member_ref, at, ex->position);
	size_t head = out.len;

	strbuf_add(&out, ex->survey.left_out.text, ex->survey.left_out.len);
	if (ex->survey.names.numbered)
		put_names(&out, &ex->survey.names);
	if (out.len == head) {
		strbuf_clear(&out);
		return NULL;
	}
	return strbuf_detach(&out);
}
