/* SPDX-License-Identifier: GPL-3.0-or-later */
/* desk_fake_find.c - desk_find of the desk in memory: it knows refs, words of leads
 * and tasks, and one name in two spellings, what fake_alike says. */
#include "tests/support/test.h"

#include <ctype.h>

#include "tests/support/desk_fake.h"

#include "base/xalloc.h"
#include "src/kind.h"
#include "src/shapes.h"

static struct {
	const char *text, *ref, *field, *value;
	int asked;
} known;

void
desk_found_clear(struct desk_found *a)
{
	wire_clear(&shape_found, a);
}

void
fake_alike(const char *text, const char *ref, const char *field,
	const char *value)
{
	known.text = text;
	known.ref = ref;
	known.field = field;
	known.value = value;
	known.asked = 0;
}

int
fake_finds(void)
{
	return known.asked;
}

static void
add_found(struct desk_found *found, enum desk_find_key how, const char *field,
	const char *text, const struct record *r)
{
	found->rows = xrealloc_array(found->rows, found->n + 1,
		sizeof(*found->rows));
	found->rows[found->n] = (struct desk_find_row){ .how = how,
		.score = how == DESK_FIND_ALIKE ? 930 : 0,
		.field = xstrdup(field), .text = xstrdup(text) };
	record_copy(&found->rows[found->n++].record, r);
}

static void
find_words(struct desk *d, const char *text, int kind, struct desk_found *found)
{
	const struct desk_list_spec spec = { .kind = kind, .filter = text };
	struct desk_page_ask ask = { .after = 20, .wait = true };
	struct desk_opened opened;
	struct desk_page page = { 0 };
	struct err err = ERR_INIT;

	if (!desk_list_open(d, &spec, &opened, &err))
		return;
	ask.handle = opened.handle;
	if (desk_list_page(d, &ask, &page, NULL))
		for (size_t i = 0; i < page.n; i++)
			add_found(found, DESK_FIND_EXACT, "title", text,
				&page.rows[i].record);
	desk_page_clear(&page);
	desk_list_close(d, opened.handle, NULL);
}

static void
add_hit(struct desk_found *found)
{
	found->hits = xcalloc(1, sizeof(*found->hits));
	found->hits[found->n_hits++] = (struct desk_hit){
		.party = xstrdup("BG"), .type = xstrdup("iban"),
		.value = xstrdup(FAKE_HELD),
		.contact = xstrdup("Elena Petrova, +359 2 555 0101"),
	};
	found->elsewhere = xstrdup("iban");
}

bool
desk_find(struct desk *d, const struct desk_find_ask *ask,
	struct desk_found *found, struct err *err)
{
	bool alike = known.text && strcmp(ask->text, known.text) == 0;
	struct desk_item item = { 0 };
	char ref[40];

	*found = (struct desk_found){ 0 };
	known.asked++;
	if (strlen(ask->text) > DESK_FIND_BYTES)
		return err_set(err, ERR_USAGE, "the text is too long");
	snprintf(ref, sizeof(ref), "%.39s", ask->text);
	for (char *c = ref; *c; c++)
		*c = (char)toupper((unsigned char)*c);
	if (desk_get(d, ask->kind, alike ? known.ref : ref, &item, NULL))
		add_found(found, alike ? DESK_FIND_ALIKE : DESK_FIND_REF,
			alike ? known.field : "ref", alike ? known.value : ref,
			&item.record);
	else if (!alike && ask->kind == 0) {
		find_words(d, ask->text, KIND_LEAD, found);
		find_words(d, ask->text, KIND_TASK, found);
	}
	desk_item_clear(&item);
	if (strcmp(ask->text, FAKE_HELD) == 0)
		add_hit(found);
	return true;
}
