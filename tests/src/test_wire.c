/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test_wire.c - what goes through the wire comes out the same, or not at all. */
#include "tests/support/test.h"

#include "base/xalloc.h"
#include "src/lead.h"
#include "src/serve.h"
#include "src/shapes.h"

static void
fill_item(struct desk_item *item)
{
	*item = (struct desk_item){ .uid = xstrdup("u"), .n_parts = 1 };
	record_init(&item->record, &lead_kind);
	record_set(&item->record, LEAD_TITLE, "Лодка \xf0\x9f\x9a\xa4");
	record_set(&item->record, LEAD_DETAIL, NULL);
	record_set_state(&item->record, HEADER_TAGS, VALUE_PLUS, "a,b");
	item->record.values[LEAD_TITLE].invalid = true;
	item->parts = xcalloc(1, sizeof(*item->parts));
	record_init(&item->parts[0].record, kind_of(KIND_COMMENT));
}

static void
test_item_survives_the_wire(void **state)
{
	struct desk_item item, back = { 0 };
	struct strbuf bytes = STRBUF_INIT, again = STRBUF_INIT;

	(void)state;
	fill_item(&item);
	wire_put(&shape_item, &item, &bytes);
	struct cbor c = CBOR_INIT(bytes.text, bytes.len);

	assert_true(wire_get(&shape_item, &back, &c));
	assert_true(cbor_done(&c));
	assert_string_equal(record_text(&back.record, LEAD_TITLE),
		record_text(&item.record, LEAD_TITLE));
	assert_true(back.record.values[LEAD_TITLE].invalid);
	assert_int_equal(back.record.values[LEAD_DETAIL].state, VALUE_CLEARED);
	assert_int_equal(back.record.values[HEADER_TAGS].state, VALUE_PLUS);
	assert_int_equal(back.n_parts, 1);
	wire_put(&shape_item, &back, &again);
	assert_int_equal(again.len, bytes.len);
	assert_memory_equal(again.text, bytes.text, bytes.len);
	wire_clear(&shape_item, &item);
	wire_clear(&shape_item, &back);
	strbuf_clear(&bytes);
	strbuf_clear(&again);
}

/* Cut anywhere, or with any byte changed, it is refused or read: never more. */
static void
test_broken_bytes_do_no_harm(void **state)
{
	struct desk_item item, back = { 0 };
	struct strbuf bytes = STRBUF_INIT;

	(void)state;
	fill_item(&item);
	wire_put(&shape_item, &item, &bytes);
	for (size_t cut = 0; cut < bytes.len; cut++) {
		struct cbor c = CBOR_INIT(bytes.text, cut);

		assert_false(wire_get(&shape_item, &back, &c) && cbor_done(&c));
		wire_clear(&shape_item, &back);
	}
	for (size_t at = 0; at < bytes.len; at++)
		for (int bit = 0; bit < 8; bit++) {
			struct cbor c = CBOR_INIT(bytes.text, bytes.len);

			bytes.text[at] = (char)(bytes.text[at] ^ (1 << bit));
			(void)wire_get(&shape_item, &back, &c);
			wire_clear(&shape_item, &back);
			bytes.text[at] = (char)(bytes.text[at] ^ (1 << bit));
		}
	wire_clear(&shape_item, &item);
	strbuf_clear(&bytes);
}

static void
test_every_call_has_its_shapes(void **state)
{
	(void)state;
	for (int op = 0; op < OP_N; op++) {
		const struct serve_call *call = &serve_calls[op];

		assert_non_null(call->run);
		for (int side = 0; side < 2; side++) {
			const struct wire_shape *shape =
				side ? call->answer : call->ask;
			struct strbuf bytes = STRBUF_INIT;
			void *empty, *back;

			if (!shape)
				continue;
			/* An empty struct goes through as it is. */
			empty = xcalloc(1, shape->size);
			back = xcalloc(1, shape->size);
			wire_put(shape, empty, &bytes);
			struct cbor c = CBOR_INIT(bytes.text, bytes.len);

			assert_true(wire_get(shape, back, &c));
			assert_true(cbor_done(&c));
			wire_clear(shape, back);
			free(empty);
			free(back);
			strbuf_clear(&bytes);
		}
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_item_survives_the_wire),
		cmocka_unit_test(test_broken_bytes_do_no_harm),
		cmocka_unit_test(test_every_call_has_its_shapes),
	};

	return RUN_TESTS("src/wire", tests);
}
