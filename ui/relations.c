/* SPDX-License-Identifier: GPL-3.0-or-later */
/* relations.c - see relations.h. */
#include "ui/relations.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/xalloc.h"
#include "src/linkformat.h"
#include "ui/columns.h"
#include "base/banned.h"

static void
relation_free(struct relation *r)
{
	if (!r)
		return;
	for (size_t i = 0; i < r->n; i++)
		relation_free(r->children[i]);
	free(r->children);
	free(r->ref);
	free(r->kind);
	free(r->title);
	free(r->words);
	free(r->terms);
	free(r->via);
	free(r);
}

void
relations_free(struct relations *t)
{
	relation_free(t->root);
	t->root = NULL;
}

/* --- Asking ------------------------------------------------------------- */

static bool
is_above(const struct relation *r, const char *ref)
{
	for (; r; r = r->parent)
		if (strcmp(r->ref, ref) == 0)
			return true;
	return false;
}

/* The way by which the node was come to is no way on. */
static bool
leads_back(const struct relation *node, const struct desk_link *l)
{
	return node->parent && strcmp(l->far, node->parent->ref) == 0 &&
		strcmp(l->ref, node->via) == 0;
}

static void
add_child(struct relation *node, const struct desk_link *l)
{
	struct relation *r = xcalloc(1, sizeof(*r));
	struct strbuf words = STRBUF_INIT, terms = STRBUF_INIT;

	linkformat_words(&words, l);
	linkformat_terms(&terms, l);
	strbuf_puts(&terms, "");
	r->parent = node;
	r->ref = xstrdup(l->far);
	r->kind = xstrdup(l->far_kind);
	r->title = xstrdup(l->far_title);
	r->words = strbuf_detach(&words);
	r->terms = strbuf_detach(&terms);
	r->via = xstrdup(l->ref);
	r->depth = node->depth + 1;
	r->again = is_above(node, l->far);
	node->children[node->n++] = r;
}

bool
relations_open(struct relations *t, struct relation *node, struct err *err)
{
	const struct desk_links_ask ask = { .ref = node->ref, .depth = 1,
		.limit = RELATIONS_CHILDREN, .wait = 1 };
	struct desk_links links = { 0 };

	if (node->again)
		return err_set(err, ERR_RULE,
			_("It is above already: the way goes round"));
	if (!node->loaded) {
		if (!desk_links(t->desk, &ask, &links, err))
			return false;
		node->children = xcalloc(links.n + 1, sizeof(*node->children));
		for (size_t i = 0; i < links.n; i++)
			if (!leads_back(node, &links.links[i]))
				add_child(node, &links.links[i]);
		node->hidden = links.more ? links.total - (int64_t)links.n : 0;
		node->loaded = true;
		desk_links_clear(&links);
	}
	node->open = true;
	return true;
}

void
relations_close(struct relation *node)
{
	node->open = false;
}

bool
relations_begin(struct relations *t, struct desk *desk, const char *ref,
	struct err *err)
{
	struct desk_item item = { 0 };
	struct strbuf title = STRBUF_INIT;
	struct relation *root;

	if (!desk_get(desk, 0, ref, &item, err))
		return false;
	root = xcalloc(1, sizeof(*root));
	columns_title(&item.record, NULL, &title);
	root->ref = xstrdup(record_text(&item.record, HEADER_REF));
	root->kind = xstrdup(item.record.kind->name);
	root->title = title.len ? strbuf_detach(&title) : NULL;
	strbuf_clear(&title);
	desk_item_clear(&item);
	relations_free(t);
	t->desk = desk;
	t->root = root;
	return relations_open(t, root, err);
}

/* --- Reading again ------------------------------------------------------ */

/* Open in new what is open in old. */
static void
open_like(struct relations *t, struct relation *new, const struct relation *old)
{
	if (!old->open || new->again || !relations_open(t, new, NULL))
		return;
	for (size_t i = 0; i < new->n; i++)
		for (size_t j = 0; j < old->n; j++)
			if (strcmp(new->children[i]->ref,
			    old->children[j]->ref) == 0 &&
			    strcmp(new->children[i]->via,
			    old->children[j]->via) == 0) {
				open_like(t, new->children[i],
					old->children[j]);
				break;
			}
}

bool
relations_refresh(struct relations *t, struct err *err)
{
	struct relation *old = t->root;
	bool ok;

	t->root = NULL;
	ok = relations_begin(t, t->desk, old->ref, err);
	if (!ok) {
		relations_free(t);
		t->root = old;
		return false;
	}
	open_like(t, t->root, old);
	relation_free(old);
	return true;
}
