/* SPDX-License-Identifier: GPL-3.0-or-later */
/* filter.c - see filter.h. Read by recursive descent into nodes that know each
 * other by number. */
#include "src/filter.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/fold.h"
#include "base/i18n.h"
#include "base/utf8.h"
#include "base/xalloc.h"
#include "src/clause.h"
#include "base/banned.h"

enum op { OP_CLAUSE, OP_NOT, OP_AND, OP_OR };
enum { NO_NODE = -1 };

struct node {
	enum op op;
	int left, right;	/* right of AND and OR alone */
	struct clause clause;
	bool settled;		/* of a clause: what the index gives fulfils it */
};

struct filter {
	struct node *nodes;
	int n;
	size_t room;
	int root;		/* NO_NODE: takes all */
	struct clause_asking asking;
};

struct parser {
	struct filter *f;
	const struct kind *kind;
	const struct filter_context *ctx;
	const char *text;	/* the whole filter */
	const char *at;
	int depth, terms;
};

/* --- Characters --------------------------------------------------------- */

static bool
is_blank(char c)
{
	return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

static bool
is_end(char c)
{
	return !c || is_blank(c) || c == '(' || c == ')';
}

static bool
is_name(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' ||
		(c >= '0' && c <= '9');
}

static void
skip_blanks(struct parser *p)
{
	while (is_blank(*p->at))
		p->at++;
}

static long
column(const struct parser *p, const char *at)
{
	return (long)(at - p->text) + 1;
}

/* Is this word of the language next? */
static bool
is_next(const struct parser *p, const char *word)
{
	size_t len = strlen(word);

	return strncasecmp(p->at, word, len) == 0 && is_end(p->at[len]);
}

/* --- Nodes -------------------------------------------------------------- */

static int
add_node(struct filter *f, struct node node)
{
	f->nodes = xgrow(f->nodes, (size_t)f->n, &f->room, sizeof(*f->nodes));
	f->nodes[f->n] = node;
	return f->n++;
}

static bool
add_clause(struct parser *p, struct clause *c, int *node)
{
	*node = add_node(p->f, (struct node){ .op = OP_CLAUSE, .left = NO_NODE,
		.right = NO_NODE, .clause = *c });
	return true;
}

/* --- Clauses ------------------------------------------------------------ */

/* The inside of what stands in quotes; at is on the first. */
static bool
read_quoted(struct parser *p, struct strbuf *out, struct err *err)
{
	const char *from = p->at++;

	for (; *p->at && *p->at != '"'; p->at++) {
		if (*p->at == '\\' && (p->at[1] == '"' || p->at[1] == '\\'))
			p->at++;
		strbuf_putc(out, *p->at);
	}
	if (!*p->at)
		return clause_fail(err, column(p, from),
			_("this quote is not closed"));
	p->at++;
	return true;
}

/* A run of bytes, or what stands in quotes; and a star behind it. */
static bool
read_value(struct parser *p, struct strbuf *out, bool *quoted, bool *star,
	struct err *err)
{
	const char *hole;

	*quoted = *p->at == '"';
	if (*quoted && !read_quoted(p, out, err))
		return false;
	for (; !*quoted && !is_end(*p->at) && *p->at != '*'; p->at++)
		strbuf_putc(out, *p->at);
	*star = *p->at == '*';
	hole = p->at;
	if (*star)
		p->at++;
	if (is_end(*p->at))
		return true;
	if (*star)
		return clause_fail(err, column(p, hole),
			_("a * stands at the end of a beginning; to mean it, put it in quotes"));
	return clause_fail(err, column(p, p->at),
		_("after the quote a blank is wanted"));
}

/* The operator at text; its length, 0 if there is none. */
static size_t
read_op(const char *text, enum clause_op *op)
{
	bool equal = text[0] && text[1] == '=';

	switch (*text) {
	case ':':
		*op = CLAUSE_IS;
		return 1;
	case '<':
		*op = equal ? CLAUSE_UP_TO : CLAUSE_LESS;
		return equal ? 2 : 1;
	case '>':
		*op = equal ? CLAUSE_FROM : CLAUSE_MORE;
		return equal ? 2 : 1;
	default:
		return 0;
	}
}

static bool
read_field(struct parser *p, struct clause_words *w, int *node, struct err *err)
{
	struct strbuf value = STRBUF_INIT;
	struct clause c;

	w->value_column = column(p, p->at);
	bool ok = read_value(p, &value, &w->quoted, &w->star, err);

	w->value = value.text;
	if (ok && !value.len && !w->star)
		ok = clause_fail(err, w->value_column,
			_("a value is wanted here; \"%.*s:none\" finds where it is absent"),
			(int)(w->name_len > 40 ? 40 : w->name_len), w->name);
	ok = ok && clause_parse(&c, p->kind, w, p->ctx, err);
	strbuf_clear(&value);
	return ok && add_clause(p, &c, node);
}

static bool
read_word(struct parser *p, int *node, struct err *err)
{
	struct strbuf word = STRBUF_INIT;
	struct clause c;
	bool quoted, star;
	long from = column(p, p->at);
	bool ok = read_value(p, &word, &quoted, &star, err) &&
		clause_parse_word(&c, p->kind, word.text, from, err);

	strbuf_clear(&word);
	return ok && add_clause(p, &c, node);
}

/* "status=new" is none of the language, and surely no word to search for. */
static bool
refuse_equals(struct parser *p, size_t len, struct err *err)
{
	return clause_fail(err, column(p, p->at + len),
		_("not =, but a colon: %.*s:VALUE; to search for it as a word, put it in quotes"),
		(int)(len > 40 ? 40 : len), p->at);
}

static bool
read_clause(struct parser *p, int *node, struct err *err)
{
	struct clause_words w = { .name = p->at, .name_column = column(p, p->at) };
	size_t op_len;

	if (++p->terms > FILTER_MAX_TERMS)
		return clause_fail(err, column(p, p->at),
			_("a filter has at most %d terms"), FILTER_MAX_TERMS);
	while (is_name(w.name[w.name_len]))
		w.name_len++;
	if (w.name_len && w.name[w.name_len] == '=')
		return refuse_equals(p, w.name_len, err);
	op_len = read_op(w.name + w.name_len, &w.op);
	if (op_len && !w.name_len)
		return clause_fail(err, column(p, p->at),
			_("the name of a field is wanted before \"%.*s\""),
			(int)op_len, p->at);
	/* "14:00" is no field. */
	if (!op_len || (*w.name >= '0' && *w.name <= '9'))
		return read_word(p, node, err);
	w.op_column = column(p, p->at + w.name_len);
	p->at += w.name_len + op_len;
	return read_field(p, &w, node, err);
}

/* --- What joins them ---------------------------------------------------- */

static bool parse_or(struct parser *p, int *node, struct err *err);
static bool parse_not(struct parser *p, int *node, struct err *err);

static bool
go_deeper(struct parser *p, struct err *err)
{
	if (++p->depth <= FILTER_MAX_DEPTH)
		return true;
	return clause_fail(err, column(p, p->at),
		_("a filter is nested at most %d deep"), FILTER_MAX_DEPTH);
}

static bool
parse_negated(struct parser *p, size_t len, int *node, struct err *err)
{
	int inner;

	if (!go_deeper(p, err))
		return false;
	p->at += len;
	if (!parse_not(p, &inner, err))
		return false;
	p->depth--;
	*node = add_node(p->f, (struct node){ .op = OP_NOT, .left = inner,
		.right = NO_NODE });
	return true;
}

static bool
parse_group(struct parser *p, int *node, struct err *err)
{
	const char *from = p->at;

	if (!go_deeper(p, err))
		return false;
	p->at++;
	if (!parse_or(p, node, err))
		return false;
	p->depth--;
	if (*p->at != ')')
		return clause_fail(err, column(p, from),
			_("this parenthesis is not closed"));
	p->at++;
	return true;
}

static bool
parse_not(struct parser *p, int *node, struct err *err)
{
	skip_blanks(p);
	if (!*p->at || *p->at == ')' || is_next(p, "and") || is_next(p, "or"))
		return clause_fail(err, column(p, p->at),
			_("a term is wanted here: a word, field:value, is:open, or ( ... )"));
	if (is_next(p, "not"))
		return parse_negated(p, 3, node, err);
	if (*p->at == '-' && (!is_end(p->at[1]) || p->at[1] == '('))
		return parse_negated(p, 1, node, err);
	if (*p->at == '(')
		return parse_group(p, node, err);
	return read_clause(p, node, err);
}

static bool
parse_and(struct parser *p, int *node, struct err *err)
{
	if (!parse_not(p, node, err))
		return false;
	for (;;) {
		int right;

		skip_blanks(p);
		if (!*p->at || *p->at == ')' || is_next(p, "or"))
			return true;
		if (is_next(p, "and"))
			p->at += 3;
		if (!parse_not(p, &right, err))
			return false;
		*node = add_node(p->f, (struct node){ .op = OP_AND,
			.left = *node, .right = right });
	}
}

static bool
parse_or(struct parser *p, int *node, struct err *err)
{
	if (!parse_and(p, node, err))
		return false;
	while (is_next(p, "or")) {
		int right;

		p->at += 2;
		if (!parse_and(p, &right, err))
			return false;
		*node = add_node(p->f, (struct node){ .op = OP_OR,
			.left = *node, .right = right });
	}
	return true;
}

static bool
parse_all(struct parser *p, struct err *err)
{
	skip_blanks(p);
	if (!*p->at)
		return true;
	if (!parse_or(p, &p->f->root, err))
		return false;
	if (!*p->at)
		return true;
	return clause_fail(err, column(p, p->at),
		_("there is no parenthesis that this one closes"));
}

/* The first byte that is not of a character. */
static bool
check_bytes(const char *text, struct err *err)
{
	size_t len = strlen(text);
	int32_t cp;

	if (len > FILTER_MAX_BYTES)
		return clause_fail(err, FILTER_MAX_BYTES + 1,
			_("a filter has at most %d bytes"), FILTER_MAX_BYTES);
	for (size_t i = 0; i < len;) {
		size_t n = utf8_next(text + i, len - i, &cp);

		if (cp < 0)
			return clause_fail(err, (long)i + 1,
				_("this is not UTF-8"));
		i += n;
	}
	return true;
}

bool
filter_parse(const struct kind *k, const char *text,
	const struct filter_context *ctx, struct filter **filter,
	struct err *err)
{
	struct parser p = { .kind = k, .ctx = ctx, .text = text, .at = text };

	if (!check_bytes(text, err))
		return false;
	p.f = xcalloc(1, sizeof(*p.f));
	p.f->root = NO_NODE;
	p.f->asking = (struct clause_asking){ .viewer = ctx->viewer,
		.shown = shown_new(ctx->store, ctx->viewer),
		.folded = STRBUF_INIT };
	if (!parse_all(&p, err)) {
		filter_free(p.f);
		return false;
	}
	*filter = p.f;
	return true;
}

void
filter_free(struct filter *f)
{
	if (!f)
		return;
	for (int i = 0; i < f->n; i++)
		clause_clear(&f->nodes[i].clause);
	free(f->nodes);
	shown_free(f->asking.shown);
	strbuf_clear(&f->asking.folded);
	free(f);
}

/* --- Using it ----------------------------------------------------------- */

bool
filter_is_all(const struct filter *f)
{
	return f->root == NO_NODE;
}

bool
filter_asks_void(const struct filter *f)
{
	for (int i = 0; i < f->n; i++)
		if (f->nodes[i].op == OP_CLAUSE &&
		    clause_asks_void(&f->nodes[i].clause))
			return true;
	return false;
}

void
filter_wants(const struct filter *f, bool *wanted)
{
	for (int i = 0; i < f->n; i++)
		if (f->nodes[i].op == OP_CLAUSE && !f->nodes[i].settled)
			clause_wants(&f->nodes[i].clause, wanted);
}

/* Is each character a letter or digit of Latin, Greek or Cyrillic? Of these the
 * index, whose tables of Unicode are another's, makes one word too. */
static bool
is_plain_word(const char *text)
{
	enum { AFTER_CYRILLIC = 0x530 };
	size_t len = strlen(text);
	int32_t cp;

	for (size_t i = 0; i < len; ) {
		i += utf8_next(text + i, len - i, &cp);
		if (cp < 0 || cp >= AFTER_CYRILLIC || !fold_is_of_word(cp))
			return false;
	}
	return len > 0;
}

/* Words among those clauses that must all hold. */
static void
look_up(struct filter *f, int i, struct db_search_word *words, size_t most,
	size_t *n)
{
	struct node *node = &f->nodes[i];
	const struct clause *c = &node->clause;

	if (node->op == OP_AND) {
		look_up(f, node->left, words, most, n);
		look_up(f, node->right, words, most, n);
	}
	if (node->op != OP_CLAUSE || c->test != CLAUSE_WORD || *n == most ||
	    !fold_has_word(c->text))
		return;
	words[(*n)++] = (struct db_search_word){ .text = c->text, .begins = true,
		.latin = fold_has_word(c->latin) ? c->latin : NULL };
	node->settled = is_plain_word(c->text) && is_plain_word(c->latin);
}

size_t
filter_look_up(struct filter *f, struct db_search_word *words, size_t most)
{
	size_t n = 0;

	if (f->root != NO_NODE)
		look_up(f, f->root, words, most, &n);
	return n;
}

bool
filter_is_settled(const struct filter *f)
{
	for (int i = 0; i < f->n; i++)
		if (f->nodes[i].op != OP_AND && !f->nodes[i].settled)
			return false;
	return true;
}

static bool
match(struct filter *f, int i, const struct filter_row *row)
{
	const struct node *node = &f->nodes[i];

	switch (node->op) {
	case OP_NOT:
		return !match(f, node->left, row);
	case OP_AND:
		return match(f, node->left, row) && match(f, node->right, row);
	case OP_OR:
		return match(f, node->left, row) || match(f, node->right, row);
	default:
		return (node->settled && !row->is_veiled) ||
			clause_match(&node->clause, row, &f->asking);
	}
}

bool
filter_match(struct filter *f, const struct filter_row *row)
{
	return f->root == NO_NODE || match(f, f->root, row);
}
