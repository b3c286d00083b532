/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Walks through the door: against a naive walk over what each viewer's lists of
 * links and payments hold. */
#include "tests/support/test.h"
#include "tests/support/case.h"
#include "tests/support/lists.h"
#include "tests/support/world.h"

#include "src/link.h"
#include "src/payment.h"

enum { NODES = 40, EDGES = 400, FAR = 99 };

/* What one viewer sees, by refs. */
struct graph {
	char *nodes[NODES + EDGES];
	size_t n;
	struct { size_t a, b; } edges[EDGES];
	size_t n_edges;
	int depth[NODES + EDGES];
	int ways[NODES + EDGES];	/* how many shortest ones lead there */
};

static size_t
node(struct graph *g, const char *ref)
{
	for (size_t i = 0; i < g->n; i++)
		if (strcmp(g->nodes[i], ref) == 0)
			return i;
	g->nodes[g->n] = strdup(ref);
	return g->n++;
}

static void
edge(struct graph *g, const char *a, const char *b)
{
	if (!a || !b)
		return;
	assert_true(g->n_edges < EDGES);
	g->edges[g->n_edges].a = node(g, a);
	g->edges[g->n_edges++].b = node(g, b);
}

static void
read_kind(struct graph *g, struct desk *d, const char *kind)
{
	struct desk_page_ask ask = { .after = EDGES, .wait = 1 };
	struct desk_page page;

	ask.handle = open_list(d, kind, "", NULL);
	get_page(d, &ask, &page);
	for (size_t i = 0; i < page.n; i++) {
		const struct record *r = &page.rows[i].record;
		const char *ref = record_text(r, HEADER_REF);

		if (r->kind == &link_kind) {
			edge(g, record_text(r, LINK_A), record_text(r, LINK_B));
		} else {
			edge(g, ref, record_text(r, PAYMENT_FROM));
			edge(g, ref, record_text(r, PAYMENT_TO));
		}
	}
	desk_page_clear(&page);
	close_list(d, ask.handle);
}

/* Depths and numbers of ways from a node, round after round. */
static void
spread(struct graph *g, size_t from)
{
	for (size_t i = 0; i < g->n; i++) {
		g->depth[i] = FAR;
		g->ways[i] = 0;
	}
	g->depth[from] = 0;
	g->ways[from] = 1;
	for (int depth = 0; depth < 10; depth++)
		for (size_t i = 0; i < 2 * g->n_edges; i++) {
			size_t a = i % 2 ? g->edges[i / 2].a : g->edges[i / 2].b;
			size_t b = i % 2 ? g->edges[i / 2].b : g->edges[i / 2].a;

			if (g->depth[a] != depth || g->depth[b] <= depth)
				continue;
			g->depth[b] = depth + 1;
			g->ways[b] += g->ways[a];
		}
}

static void
assert_walk_is(struct graph *g, struct desk *d, size_t from, int depth)
{
	struct desk_links_ask ask = { .ref = g->nodes[from], .depth = depth };
	struct desk_links links;
	struct err err = ERR_INIT;
	bool *reached = calloc(g->n, sizeof(*reached));
	size_t edges = 0;

	/* In turns of 10 ms, as a screen would. */
	do {
		assert_ok(desk_links(d, &ask, &links, &err), err);
		ask.handle = links.handle;
	} while (links.handle);
	for (size_t i = 0; i < links.n; i++) {
		size_t far = node(g, links.links[i].far);

		assert_true(far < g->n && g->depth[far] <= depth);
		assert_int_equal(links.links[i].depth, g->depth[far]);
		reached[far] = true;
	}
	for (size_t i = 0; i < g->n; i++)
		if (i != from && g->depth[i] <= depth && !reached[i])
			fail_msg("%s is not reached", g->nodes[i]);
	for (size_t i = 0; i < g->n_edges; i++)
		edges += g->depth[g->edges[i].a] < depth ||
			g->depth[g->edges[i].b] < depth;
	assert_int_equal(links.n, edges);
	assert_false(links.more);
	free(reached);
	desk_links_clear(&links);
}

static void
assert_paths_are(struct graph *g, struct desk *d, size_t from, size_t to)
{
	struct desk_paths_ask ask = { .from = g->nodes[from],
		.to = g->nodes[to], .depth = 6, .limit = 100, .wait = 1 };
	struct desk_paths paths;
	struct err err = ERR_INIT;
	int ways = g->depth[to] <= 6 ? g->ways[to] : 0;

	if (from == to) {
		assert_false(desk_paths(d, &ask, &paths, &err));
		return;
	}
	assert_ok(desk_paths(d, &ask, &paths, &err), err);
	assert_int_equal(paths.n, ways < 100 ? ways : 100);
	assert_int_equal(paths.more, ways > 100);
	for (size_t i = 0; i < paths.n; i++) {
		const struct desk_path *p = &paths.paths[i];

		assert_int_equal(p->n, g->depth[to]);
		assert_string_equal(p->steps[0].near, g->nodes[from]);
		assert_string_equal(p->steps[p->n - 1].far, g->nodes[to]);
		for (size_t k = 1; k < p->n; k++)
			assert_string_equal(p->steps[k].near,
				p->steps[k - 1].far);
	}
	desk_paths_clear(&paths);
}

static void
fill(struct world *w)
{
	char a[80], b[80], share[80];

	for (int i = 0; i < NODES; i++) {
		int maker = (int)below(3);
		bool is_asset = below(3) == 0;

		keep(w, is_asset ?
			case_add(w->desks[maker], "asset", "type=OTHR",
				"description=x", chance(share, "share",
				"team|team|team|own"), NULL) :
			case_add(w->desks[maker], "person", "name=x",
				chance(share, "share", "team|team|team|own"),
				NULL), is_asset ? "asset" : "person", maker);
	}
	for (int i = 0; i < 90; i++) {
		struct desk *d = w->desks[below(3)];
		const char *from = w->records[below(NODES)].ref;
		const char *to = w->records[below(NODES)].ref;
		struct desk_acted acted;
		struct record fields;
		struct desk_change change = { .verb = "add", .fields = &fields };
		struct err err = ERR_INIT;

		if (!case_sees(d, from) || !case_sees(d, to))
			continue;
		snprintf(a, sizeof(a), "from=%s", from);
		snprintf(b, sizeof(b), "to=%s", to);
		chance(share, "share", "team|team|own");
		if (below(4) == 0) {
			case_put(d, "payment", a, b, share, NULL);
			continue;
		}
		/* Of a pair that is linked already, or of one record, it is
		 * refused; that is fine. */
		record_init(&fields, &link_kind);
		record_set(&fields, LINK_TYPE, "related");
		record_set(&fields, LINK_A, from);
		record_set(&fields, LINK_B, to);
		record_set(&fields, HEADER_SHARE, share + strlen("share="));
		desk_act(d, &change, &acted, &err);
		desk_acted_clear(&acted);
		record_clear(&fields);
	}
}

static void
test_walks_and_ways_are_those_that_lists_show(void **state)
{
	struct world *w = calloc(1, sizeof(*w));

	(void)state;
	seed = 7;
	open_world(w);
	fill(w);
	for (int i = 0; i < DESKS; i++) {
		struct graph *g = calloc(1, sizeof(*g));

		read_kind(g, w->desks[i], "link");
		read_kind(g, w->desks[i], "payment");
		for (size_t from = 0; from < g->n; from += 5) {
			spread(g, from);
			for (int depth = 1; depth <= 4; depth++)
				assert_walk_is(g, w->desks[i], from, depth);
			for (size_t to = 0; to < g->n; to += 3)
				assert_paths_are(g, w->desks[i], from, to);
		}
		for (size_t k = 0; k < g->n; k++)
			free(g->nodes[k]);
		free(g);
	}
	close_world(w);
	free(w);
}

static void
test_an_item_has_its_links_in_both_directions(void **state)
{
	struct desk *d = case_desk(NULL);
	struct desk_item item;
	struct err err = ERR_INIT;

	(void)state;
	case_put(d, "person", "name=Ivan Petrov", NULL);
	case_put(d, "asset", "type=BANK", "account_no=RO49AAAA1B31007593840000",
		NULL);
	case_put(d, "link", "type=holds_account", "a=RO-P1", "b=RO-A1",
		"from_date=2019-03", "to_date=2020", "note=both sign", "grade=B2",
		NULL);
	case_put(d, "payment", "from=RO-A1", "amount=5 EUR", NULL);
	assert_ok(desk_get(d, 0, "RO-A1", &item, &err), err);
	assert_int_equal(item.n_links, 1);
	assert_int_equal(item.links_total, 1);
	assert_string_equal(item.links[0].ref, "RO-X1");
	assert_true(item.links[0].inverse);
	assert_string_equal(item.links[0].far, "RO-P1");
	assert_string_equal(item.links[0].far_title, "Ivan Petrov");
	assert_string_equal(item.links[0].grade, "B2");
	desk_item_clear(&item);
	assert_ok(desk_get(d, 0, "RO-P1", &item, &err), err);
	assert_int_equal(item.n_links, 1);
	assert_false(item.links[0].inverse);
	/* An account without another name is known by its number. */
	assert_string_equal(item.links[0].far_title, "RO49AAAA1B31007593840000");
	desk_item_clear(&item);
	desk_close(d);
}

static void
test_references_count_as_edges_while_they_stand(void **state)
{
	struct desk *d = case_desk(NULL), *bg = case_desk("BG");
	struct desk_links_ask ask = { .ref = "RO-P1", .depth = 1, .wait = 1 };
	char of[80];
	struct desk_links links;
	struct err err = ERR_INIT;

	(void)state;
	case_put(d, "person", "name=Ivan", NULL);
	case_put(d, "asset", "type=OTHR", "description=x", "holder=RO-P1", NULL);
	case_put(d, "owner", "of=RO-A1", "who=RO-P1", "percent=40", NULL);
	case_put(d, "note", "text=Seen", "about=RO-P1", NULL);
	case_put(d, "task", "title=Ask", "about=RO-P1", NULL);
	case_put(d, "payment", "from=Ivan who is not known", "to=RO-P1", NULL);
	/* What another party keeps to itself names him too. */
	char *kept = case_add(bg, "asset", "type=OTHR", "description=y",
		"share=own", NULL);
	snprintf(of, sizeof(of), "of=%s", kept);
	case_put(bg, "owner", of, "who=RO-P1", NULL);
	free(kept);
	desk_close(bg);
	assert_ok(desk_links(d, &ask, &links, &err), err);
	assert_int_equal(links.n, 5);
	assert_int_equal(links.total, 5);
	for (size_t i = 0; i < links.n; i++) {
		assert_true(links.links[i].inverse);
		if (strcmp(links.links[i].kind, "owner") == 0) {
			assert_string_equal(links.links[i].far, "RO-A1");
			assert_string_equal(links.links[i].percent, "40");
		}
	}
	desk_links_clear(&links);
	desk_close(d);
}

static void
test_many_links_on_one_record_are_capped_and_counted(void **state)
{
	enum { MANY = 150 };
	struct desk *d = case_desk(NULL), *bg = case_desk("BG");
	struct desk_links_ask ask = { .ref = "RO-P1", .depth = 2, .limit = 10,
		.wait = 1 };
	struct desk_links links;
	struct desk_item item;
	struct err err = ERR_INIT;
	char b[40];

	(void)state;
	case_put(d, "person", "name=The hub", NULL);
	for (int i = 0; i < MANY; i++) {
		case_put(d, "person", "name=x", NULL);
		snprintf(b, sizeof(b), "b=RO-P%d", i + 2);
		free(case_add(d, "link", "type=knows", "a=RO-P1", b,
			i % 2 ? "share=own" : "share=team", NULL));
	}
	assert_ok(desk_get(d, 0, "RO-P1", &item, &err), err);
	assert_int_equal(item.n_links, DESK_LINKS_SHOWN);
	assert_int_equal(item.links_total, MANY);
	/* The newest first. */
	assert_string_equal(item.links[0].far, "RO-P151");
	desk_item_clear(&item);
	assert_ok(desk_get(bg, 0, "RO-P1", &item, &err), err);
	assert_int_equal(item.n_links, MANY / 2);
	assert_int_equal(item.links_total, MANY / 2);
	desk_item_clear(&item);
	assert_ok(desk_links(d, &ask, &links, &err), err);
	assert_int_equal(links.n, 10);
	assert_true(links.more);
	assert_int_equal(links.total, MANY);
	desk_links_clear(&links);
	desk_close(d);
	desk_close(bg);
}

static void
test_bounds_and_handles_are_looked_at(void **state)
{
	struct desk *d = case_desk(NULL);
	struct desk_links_ask ask = { .ref = "RO-P1", .depth = 0, .wait = 1 };
	struct desk_paths_ask way = { .from = "RO-P1", .to = "RO-P9",
		.depth = 3, .wait = 1 };
	struct desk_links links;
	struct desk_paths paths;
	struct err err = ERR_INIT;

	(void)state;
	case_put(d, "person", "name=Ivan", NULL);
	assert_false(desk_links(d, &ask, &links, &err));
	assert_int_equal(err.code, ERR_USAGE);
	ask.depth = INT64_MAX;
	assert_false(desk_links(d, &ask, &links, &err));
	ask.depth = 1;
	ask.limit = -1;
	assert_false(desk_links(d, &ask, &links, &err));
	ask.limit = 0;
	ask.handle = 12345;
	assert_false(desk_links(d, &ask, &links, &err));
	assert_int_equal(err.code, ERR_USAGE);
	ask.handle = 0;
	ask.ref = NULL;
	assert_false(desk_links(d, &ask, &links, &err));
	assert_false(desk_paths(d, &way, &paths, &err));
	assert_int_equal(err.code, ERR_NOT_FOUND);
	way.to = NULL;
	assert_false(desk_paths(d, &way, &paths, &err));
	desk_close(d);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		CASE_TEST(test_walks_and_ways_are_those_that_lists_show),
		CASE_TEST(test_an_item_has_its_links_in_both_directions),
		CASE_TEST(test_references_count_as_edges_while_they_stand),
		CASE_TEST(test_many_links_on_one_record_are_capped_and_counted),
		CASE_TEST(test_bounds_and_handles_are_looked_at),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
