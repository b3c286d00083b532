/* SPDX-License-Identifier: GPL-3.0-or-later */
/* story.c - see story.h. */
#include "src/story.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "base/calendar.h"
#include "base/i18n.h"
#include "base/xalloc.h"
#include "base/banned.h"

enum { NAME_MOST = 40, FARTHEST = 36500 };

/* A line and those that go on with it, as one; false at the end. */
static bool
whole_line(struct story *s, struct strbuf *out, long *number)
{
	do {
		size_t len = strcspn(s->next, "\n");

		*number = ++s->line;
		strbuf_reset(out);
		if (!*s->next)
			return false;
		strbuf_add(out, s->next, len);
		s->next += s->next[len] ? len + 1 : len;
		while (*s->next == '\t') {
			len = strcspn(s->next, "\n");
			strbuf_putc(out, ' ');
			strbuf_add(out, s->next + 1, len - 1);
			s->next += s->next[len] ? len + 1 : len;
			s->line++;
		}
	} while (out->len == 0 || out->text[0] == '#');
	return true;
}

/* A word ends at a blank outside of quotes, which are left out. */
static char *
take_word(const char **at)
{
	struct strbuf word = STRBUF_INIT;
	bool quoted = false;

	for (; **at && (quoted || **at != ' '); ++*at) {
		if (**at == '"')
			quoted = !quoted;
		else
			strbuf_putc(&word, **at);
	}
	if (quoted) {
		strbuf_clear(&word);
		return NULL;
	}
	*at += strspn(*at, " ");
	return strbuf_detach(&word);
}

static bool
bad_line(const struct story_line *l, const char *what, struct err *err)
{
	return err_set(err, ERR_INVALID, _("line %ld of the story: %s"),
		l->number, what);
}

static bool
take_words(struct story_line *l, const char *at, struct err *err)
{
	at += strspn(at, " ");
	while (*at) {
		if (l->n_words == STORY_WORDS)
			return bad_line(l, _("too many words"), err);
		char *word = take_word(&at);

		if (!word)
			return bad_line(l, _("a quote is not closed"), err);
		l->words[l->n_words++] = word;
	}
	return l->n_words > 0 || bad_line(l, _("nothing is said"), err);
}

static void
drop_words(struct story_line *l, size_t n)
{
	for (size_t i = 0; i < n; i++)
		free(l->words[i]);
	l->n_words -= n;
	memmove(l->words, l->words + n, l->n_words * sizeof(l->words[0]));
}

static bool
find_verb(struct story_line *l, struct err *err)
{
	static const struct {
		const char *word;
		enum story_verb verb;
		size_t least;
	} verbs[] = {
		{ "cast", STORY_CAST, 3 }, { "at", STORY_AT, 3 },
		{ "set", STORY_SET, 2 }, { "share", STORY_SHARE, 3 },
		{ "unshare", STORY_UNSHARE, 3 }, { "ask", STORY_ASK, 2 },
		{ "answer", STORY_ANSWER, 2 },
	};

	l->verb = STORY_ADD;
	if (l->n_words > 2 && strcmp(l->words[1], "=") == 0) {
		l->name = xstrdup(l->words[0]);
		drop_words(l, 2);
	}
	for (size_t i = 0; i < sizeof(verbs) / sizeof(verbs[0]); i++) {
		if (strcmp(l->words[0], verbs[i].word) != 0)
			continue;
		l->verb = verbs[i].verb;
		if (l->name && l->verb != STORY_ASK)
			return bad_line(l, _("only what is added has a name"),
				err);
		drop_words(l, 1);
		return l->n_words >= verbs[i].least ||
			bad_line(l, _("words are missing"), err);
	}
	return true;
}

bool
story_next(struct story *s, struct story_line *l, bool *more, struct err *err)
{
	struct strbuf text = STRBUF_INIT;

	*l = (struct story_line){ 0 };
	*more = whole_line(s, &text, &l->number);
	bool ok = !*more || (take_words(l, text.text, err) && find_verb(l, err));

	strbuf_clear(&text);
	if (!ok)
		story_line_clear(l);
	return ok;
}

void
story_line_clear(struct story_line *l)
{
	for (size_t i = 0; i < l->n_words; i++)
		free(l->words[i]);
	free(l->name);
	*l = (struct story_line){ 0 };
}

/* "{-30!}": the date, and where the text goes on. */
static bool
put_date(const char **at, int64_t today, struct strbuf *out, struct err *err)
{
	enum { SATURDAY = 5, WEEK = 7 };
	char *end;
	long days = strtol(*at + 1, &end, 10);
	bool has_days = end > *at + 1, working = *end == '!';
	int64_t day = today + days;

	end += working;
	if (!has_days || *end != '}' || days < -FARTHEST || days > FARTHEST)
		return err_set(err, ERR_INVALID,
			_("no day of the story: \"%.20s\""), *at);
	int weekday = calendar_weekday(day);

	if (working && weekday >= SATURDAY)
		day += WEEK - weekday;
	struct calendar_date date = calendar_date(day);

	strbuf_printf(out, "%04d-%02d-%02d", date.year, date.month, date.day);
	*at = end + 1;
	return true;
}

/* "$courier": the ref. */
static bool
put_ref(const char **at, const char *(*ref_of)(const void *cast, const char *name),
	const void *cast, struct strbuf *out, struct err *err)
{
	char name[NAME_MOST + 1];
	size_t len = 0;

	for (++*at; isalnum((unsigned char)**at) && len < NAME_MOST; ++*at)
		name[len++] = **at;
	name[len] = '\0';
	const char *ref = ref_of(cast, name);

	if (!ref)
		return err_set(err, ERR_INVALID,
			_("nobody in the story is called \"%s\""), name);
	strbuf_puts(out, ref);
	return true;
}

bool
story_value(const char *value, int64_t today,
	const char *(*ref_of)(const void *cast, const char *name), const void *cast,
	struct strbuf *out, struct err *err)
{
	bool ok = true;

	while (ok && *value) {
		if (*value == '{') {
			ok = put_date(&value, today, out, err);
		} else if (*value == '$') {
			ok = put_ref(&value, ref_of, cast, out, err);
		} else if (value[0] == '\\' && value[1] == 'n') {
			strbuf_putc(out, '\n');
			value += 2;
		} else {
			strbuf_putc(out, *value++);
		}
	}
	return ok;
}
