/* SPDX-License-Identifier: GPL-3.0-or-later */
/* desk_fake_find.c - desk_find of the desk in memory: it knows one name in two
 * spellings, what fake_alike says. */
#include "tests/support/test.h"

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

bool
desk_find(struct desk *d, const struct desk_find_ask *ask,
	struct desk_found *found, struct err *err)
{
	struct desk_item item = { 0 };

	*found = (struct desk_found){ 0 };
	known.asked++;
	if (strlen(ask->text) > DESK_FIND_BYTES)
		return err_set(err, ERR_USAGE, "the text is too long");
	if (!known.text || strcmp(ask->text, known.text) != 0)
		return true;
	if (!desk_get(d, ask->kind, known.ref, &item, err))
		return false;
	found->rows = xcalloc(1, sizeof(*found->rows));
	found->rows[found->n++] = (struct desk_find_row){
		.how = DESK_FIND_ALIKE, .score = 930,
		.field = xstrdup(known.field), .text = xstrdup(known.value) };
	record_copy(&found->rows[0].record, &item.record);
	desk_item_clear(&item);
	return true;
}
