/* SPDX-License-Identifier: GPL-3.0-or-later */
/* callees.c - see callees.h. */
#include "ui/callees.h"

#include <stdlib.h>
#include <string.h>

#include "base/fold.h"
#include "base/xalloc.h"
#include "base/banned.h"

/* Where the word at the cursor begins, if it begins with @: at that @. */
static bool
find_word(const struct edit *e, size_t *from)
{
	const char *text = e->text.text ? e->text.text : "";
	size_t at = e->at;

	while (at > 0 && text[at - 1] != '@' && !strchr(" \n\t", text[at - 1]))
		at--;
	if (at == 0 || text[at - 1] != '@')
		return false;
	*from = at - 1;
	return *from == 0 || strchr(" \n\t(\"'", text[*from - 1]);
}

/* Does any word of a name begin so, or the ref? */
static bool
is_meant(const char *folded, const struct person_name *p)
{
	struct strbuf key = STRBUF_INIT;
	bool found;

	strbuf_printf(&key, "%s %s", p->ref, p->name ? p->name : "");
	struct strbuf folds = STRBUF_INIT;

	fold_key(&folds, key.text, key.len);
	found = strncmp(folds.text, folded, strlen(folded)) == 0;
	for (const char *c = folds.text; !found && (c = strchr(c, ' ')); )
		found = strncmp(++c, folded, strlen(folded)) == 0;
	strbuf_clear(&folds);
	strbuf_clear(&key);
	return found;
}

static void
offer(struct complete *c, const char *text, const char *words)
{
	if (c->n == COMPLETE_MOST)
		return;
	c->offers = xrealloc_array(c->offers, c->n + 1, sizeof(*c->offers));
	c->offers[c->n++] = (struct complete_offer){
		xasprintf("@%s ", text), xstrdup(words) };
}

/* The leaders of a party, whose code is that of a member's ref. */
static void
offer_party(struct complete *c, const char *ref, const char *folded)
{
	char *code = xstrndup(ref, strcspn(ref, "/"));
	struct strbuf key = STRBUF_INIT;
	bool known = false;

	fold_key(&key, code, strlen(code));
	for (size_t i = 0; i < c->n; i++)
		known = known || (strncmp(c->offers[i].text + 1, code,
			strlen(code)) == 0 &&
			c->offers[i].text[1 + strlen(code)] == ' ');
	if (!known && strncmp(key.text, folded, strlen(folded)) == 0)
		offer(c, code, NULL);
	strbuf_clear(&key);
	free(code);
}

static void
load(struct callees *c, struct desk *desk)
{
	if (!c->loaded)
		people_load(&c->people, desk, NULL);
	c->loaded = true;
}

void
callees_look(struct callees *c, struct desk *desk, const struct edit *e)
{
	struct strbuf folded = STRBUF_INIT;
	size_t from;

	complete_clear(&c->offers);
	if (!find_word(e, &from))
		return;
	load(c, desk);
	c->offers.from = from;
	c->offers.to = e->at;
	fold_key(&folded, e->text.text + from + 1, e->at - from - 1);
	for (size_t i = 0; i < c->people.n; i++)
		if (c->people.all[i].ref &&
		    is_meant(folded.text ? folded.text : "", &c->people.all[i]))
			offer(&c->offers, c->people.all[i].ref,
				c->people.all[i].name);
	for (size_t i = 0; i < c->people.n; i++)
		if (c->people.all[i].ref)
			offer_party(&c->offers, c->people.all[i].ref,
				folded.text ? folded.text : "");
	c->offers.taken = c->offers.n;
	strbuf_clear(&folded);
}

bool
callees_take(struct callees *c, struct edit *e)
{
	return c->offers.n > 0 && complete_take(&c->offers, e, 1);
}

void
callees_clear(struct callees *c)
{
	people_clear(&c->people);
	complete_clear(&c->offers);
}
