/* SPDX-License-Identifier: GPL-3.0-or-later */
/* export.c - the job that hands records out as a file (jobs.h): what the exporter
 * sees and the recipient may have, page by page. What was handed out to whom is
 * in the log before the last bytes are. */
#include "src/export.h"

#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "base/hash.h"
#include "base/i18n.h"
#include "base/xalloc.h"
#include "db/log.h"
#include "src/access.h"
#include "src/act.h"
#include "src/deed.h"
#include "src/export_run.h"
#include "src/job.h"
#include "src/schedule.h"
#include "src/value.h"
#include "src/veil.h"
#include "base/banned.h"

static const struct export_form *const forms[] = {
	&export_json, &export_jsonl, &export_csv, &export_text, &export_md,
	&export_html
};

/* What runs, around the export that its forms know. */
struct run {
	struct export ex;
	void *writer;		/* of the form; NULL: not begun */
	bool looked, surveyed;	/* at all of it; and nothing stands against it */
	bool stopped;		/* it was told why */
	struct strbuf ready;	/* not fetched yet */
	struct hash_stream *hash;	/* of all; NULL once it is known */
};

/* --- Beginning ---------------------------------------------------------- */

static bool
read_format(struct export *ex, const char *text, struct err *err)
{
	for (size_t i = 0; text && i < ARRAY_SIZE(forms); i++)
		if (strcmp(forms[i]->name, text) == 0) {
			ex->form = forms[i];
			return true;
		}
	return err_set(err, ERR_USAGE,
		_("format \"%.20s\": json, jsonl, csv, text, md or html"),
		text ? text : "");
}

static bool
add_kind(struct export *ex, const char *name, struct err *err)
{
	const struct kind *k = kind_find(name);

	if (!k)
		return err_set(err, ERR_USAGE, _("no kind \"%.40s\""), name);
	if (k->flags & KIND_IS_PART)
		return err_set(err, ERR_USAGE,
			_("a %s goes out with the record that it belongs to"),
			k->name);
	/* A summary is of the case, whatever else goes into it. */
	if (!export_has(ex, k->no) &&
	    !(ex->form->is_document && k->no == KIND_CASEFILE))
		ex->kinds[ex->n_kinds++] = k;
	return true;
}

/* What goes out where nobody says. Summaries leave the addresses of officials
 * and the team's own notes to who asks for them. */
static bool
is_usual(const struct export *ex, const struct kind *k)
{
	if (k->flags & (KIND_IS_PART | KIND_IS_HIDDEN))
		return false;
	return !ex->form->is_document || (k->no != KIND_CASEFILE &&
		k->no != KIND_FIELD &&
		(ex->recipient.class == RECIPIENT_INTERNAL ||
		 (k->no != KIND_CONTACT && k->no != KIND_NOTE)));
}

static bool
read_kinds(struct export *ex, const struct desk_param *params, size_t n,
	struct err *err)
{
	const char *name;

	for (size_t i = 0; (name = job_param(params, n, "kind", i)); i++)
		if (!add_kind(ex, name, err))
			return false;
	ex->is_chosen = job_param(params, n, "kind", 0) != NULL;
	for (size_t i = 0; kinds[i] && !ex->is_chosen; i++)
		if (is_usual(ex, kinds[i]))
			ex->kinds[ex->n_kinds++] = kinds[i];
	return !ex->form->is_single || ex->n_kinds == 1 ||
		err_set(err, ERR_USAGE, _("a CSV file holds one kind"));
}

static bool
read_yes(const char *name, const char *text, bool *yes, struct err *err)
{
	*yes = text != NULL;
	return !text || strcmp(text, "yes") == 0 ||
		err_set(err, ERR_USAGE, _("%s: only yes can be said"), name);
}

static bool
read_switches(struct export *ex, const struct desk_param *params, size_t n,
	struct err *err)
{
	if (!read_yes("raw", job_param(params, n, "raw", 0), &ex->raw, err) ||
	    !read_yes("schedule", job_param(params, n, "schedule", 0),
		&ex->has_schedule, err) ||
	    !read_yes("acknowledge", job_param(params, n, "acknowledge", 0),
		&ex->acknowledged, err))
		return false;
	if (ex->raw && ex->form != &export_csv)
		return err_set(err, ERR_USAGE, _("raw is for CSV"));
	return true;
}

/*
 * What goes to a third state or an international organisation needs a basis and
 * somebody there who answers for it (Directive (EU) 2016/680, art. 35 to 38); it
 * and what the defence gets is decided by who may disclose (decisions.md D9).
 */
static bool
read_basis(struct export *ex, const struct session *s,
	const struct desk_param *params, size_t n, struct err *err)
{
	const char *basis = job_param(params, n, "basis", 0);
	const char *controller = job_param(params, n, "controller", 0);

	if (!ex->recipient.leaves_union && (basis || controller))
		return err_set(err, ERR_USAGE,
			_("basis and controller are for what goes to a third state or an international organisation"));
	if ((ex->recipient.leaves_union ||
	     ex->recipient.class == RECIPIENT_DEFENCE) &&
	    !role_may(s->viewer.role, RIGHT_DISCLOSE, err))
		return false;
	if (!ex->recipient.leaves_union)
		return true;
	if (!basis || !controller || !*controller)
		return err_set(err, ERR_RULE,
			_("what goes to %s leaves the Union: its basis (--basis adequacy, safeguards or derogation) and who answers for it there (--controller) are wanted"),
			ex->recipient.party.ref);
	ex->basis = xstrdup(basis);
	ex->controller = xstrdup(controller);
	return export_run_basis(basis, err);
}

static bool
read_params(struct export *ex, struct session *s,
	const struct desk_param *params, size_t n, struct err *err)
{
	return read_format(ex, job_param(params, n, "format", 0), err) &&
		recipient_init(&ex->recipient, s,
			job_param(params, n, "for", 0), err) &&
		read_kinds(ex, params, n, err) &&
		read_basis(ex, s, params, n, err) &&
		read_switches(ex, params, n, err);
}

/* The filter must make sense for each kind before the first byte goes out. */
static bool
check_filter(const struct export *ex, struct session *s, struct err *err)
{
	for (size_t i = 0; i < ex->n_kinds; i++) {
		struct desk_opened opened;
		struct desk_list_spec spec = { .kind = (int)ex->kinds[i]->no,
			.filter = ex->filter };

		if (!list_open(s, &spec, &opened, err))
			return false;
		list_close(s, opened.handle, NULL);
	}
	return true;
}

static void
end(struct session *s, void *state)
{
	struct run *run = state;
	struct export *ex = &run->ex;
	uint8_t unused[HASH_SIZE];

	if (run->writer)
		ex->form->end(run->writer, s);
	survey_clear(&ex->survey, s);
	if (run->hash)
		hash_stream_end(run->hash, unused);
	recipient_clear(&ex->recipient);
	strbuf_clear(&ex->made);
	strbuf_clear(&run->ready);
	free(ex->filter);
	free(ex->basis);
	free(ex->controller);
	if (ex->why)
		access_state_over(s, ex->why);
	free(ex->why);
	free(run);
}

/* Why it goes out: of it alone, also for what would not be opened without a word. */
static bool
state_why(struct export *ex, struct session *s, const char *why, struct err *err)
{
	if (!why)
		return true;
	if (!access_state(s, "", why, err))
		return false;
	ex->why = xstrdup(why);
	return true;
}

static bool
start(struct session *s, const struct desk_param *params, size_t n,
	void **state, struct err *err)
{
	struct run *run = xcalloc(1, sizeof(*run));
	struct export *ex = &run->ex;

	ex->made = run->ready = (struct strbuf)STRBUF_INIT;
	ex->survey.left_out = ex->survey.stops = ex->survey.asks =
		(struct strbuf)STRBUF_INIT;
	ex->case_id = s->viewer.case_id;
	ex->began = clock_now();
	ex->filter = xstrdup(job_param(params, n, "filter", 0));
	if (!read_params(ex, s, params, n, err) || !check_filter(ex, s, err) ||
	    !export_position(ex, s, ex->position, err) ||
	    !state_why(ex, s, job_param(params, n, "why", 0), err)) {
		end(s, run);
		return false;
	}
	if (s->read_only || db_is_read_only(s->store.db)) {
		end(s, run);
		return err_set(err, ERR_READ_ONLY,
			_("an export is noted in the log, and this store cannot be written"));
	}
	ex->survey.names.numbered = ex->form->is_document &&
		(ex->recipient.class == RECIPIENT_COURT ||
		 ex->recipient.class == RECIPIENT_DEFENCE);
	run->surveyed = !ex->form->is_document &&
		ex->recipient.class == RECIPIENT_INTERNAL;
	run->hash = hash_stream_new();
	*state = run;
	return true;
}

static struct strbuf *
out(void *state)
{
	return &((struct run *)state)->ready;
}

/* --- For the forms ------------------------------------------------------ */

bool
export_has(const struct export *ex, enum kind_no no)
{
	for (size_t i = 0; i < ex->n_kinds; i++)
		if (ex->kinds[i]->no == no)
			return true;
	return false;
}

bool
export_may(const struct session *s, const struct record *r, struct err *err)
{
	if (!veil_is_on(s, record_text(r, HEADER_ID), r))
		return true;
	/* Screens ask for it then. */
	return err_set(err, ERR_PURPOSE,
		_("%s is restricted, or holds special categories of data: what is exported with it needs a purpose (--purpose TEXT)"),
		record_text(r, HEADER_REF));
}

bool
export_item(struct export *ex, struct session *s, const char *uid,
	struct desk_item *item, bool *found, struct err *err)
{
	unsigned why;

	if (!recipient_item(&ex->recipient, s, uid, item, &why, err))
		return false;
	*found = !why;
	if (*found && !export_may(s, &item->record, err))
		return false;
	if (*found)
		access_exported(s, uid);
	return !why || !recipient_stops(&ex->recipient, &item->record, why) ||
		err_set(err, ERR_RULE,
			_("the case has changed meanwhile; begin the export again"));
}

bool
export_position(const struct export *ex, struct session *s, char text[9],
	struct err *err)
{
	struct db_tree tree;
	int64_t no;

	if (!db_log_tree_of_case(s->store.db, ex->case_id, &no, err) ||
	    !db_log_tree_get(s->store.db, no, &tree, err))
		return false;
	hash_hex(tree.root, 4, text);
	db_tree_clear(&tree);
	return true;
}

const char *
export_notice(const struct export *ex, const struct session *s)
{
	bool is_internal = ex->recipient.class == RECIPIENT_INTERNAL;

	if (s->store.training)
		return is_internal ? "TRAINING. WORKING COPY, NOT FOR COURT" :
			"TRAINING";
	return is_internal ? "WORKING COPY, NOT FOR COURT" : NULL;
}

/* --- The log ------------------------------------------------------------ */

static void
describe(const struct export *ex, const char *digest, struct record *r)
{
	struct strbuf set = STRBUF_INIT;

	for (size_t i = 0; i < ex->n_kinds; i++) {
		struct strbuf more = STRBUF_INIT;

		value_plus(set.text, ex->kinds[i]->name, &more);
		strbuf_clear(&set);
		set = more;
	}
	record_init(r, &export_kind);
	record_set(r, EXPORT_RUN_FORMAT, ex->form->name);
	record_set(r, EXPORT_RUN_FOR, ex->recipient.text);
	record_set(r, EXPORT_RUN_KINDS, set.text);
	record_set(r, EXPORT_RUN_FILTER, ex->filter);
	record_set_int(r, EXPORT_RUN_COUNT, ex->count);
	record_set(r, EXPORT_RUN_DIGEST, digest);
	record_set(r, EXPORT_RUN_BASIS, ex->basis);
	record_set(r, EXPORT_RUN_CONTROLLER, ex->controller);
	strbuf_clear(&set);
}

/* Whoever it is now, it must be who may export, where it began. */
static bool
may_go_on(const struct export *ex, struct session *s, struct err *err)
{
	if (!session_ready(s, err) ||
	    !role_may(s->viewer.role, RIGHT_EXPORT, err))
		return false;
	return s->viewer.case_id == ex->case_id ||
		err_set(err, ERR_RULE,
			_("the export began in another case; it cannot go on in this one"));
}

static bool
note(const struct export *ex, struct session *s, const char *digest,
	struct err *err)
{
	struct act act;
	struct record r;
	struct db_entry e;

	if (!deed_begin(&act, s, NULL, err))
		return false;
	describe(ex, digest, &r);
	bool ok = may_go_on(ex, s, err) &&
		act_add(&act, &r, ex->case_id, NULL, &e, NULL, err);

	record_clear(&r);
	return deed_end(&act, s, ok, err);
}

/* --- The job ------------------------------------------------------------ */

static void
release(struct run *run)
{
	strbuf_add(&run->ready, run->ex.made.text, run->ex.made.len);
	strbuf_reset(&run->ex.made);
}

static bool
finish(struct run *run, struct session *s, struct desk_progress *p,
	struct err *err)
{
	uint8_t hash[HASH_SIZE];
	char digest[HASH_HEX_SIZE];
	struct export *ex = &run->ex;

	hash_stream_end(run->hash, hash);
	run->hash = NULL;
	hash_hex(hash, sizeof(hash), digest);
	if (!note(ex, s, digest, err))
		return false;
	release(run);
	p->state = DESK_JOB_DONE;
	p->result = xasprintf("exported %lld", (long long)ex->count);
	if (ex->has_schedule)
		p->beside = schedule_text(ex, s, digest);
	return true;
}

/* Those who may not decide on it hear no more than whom to ask. */
static bool
stop(struct run *run, struct session *s, struct desk_progress *p,
	struct err *err)
{
	bool decides = role_may(s->viewer.role, RIGHT_DISCLOSE, NULL);

	if (decides && !run->stopped) {
		schedule_stops(&run->ex, p);
		run->stopped = true;
		return true;
	}
	return err_set(err, ERR_RULE, decides ?
		_("nothing was exported: what may assist the defence would be left out") :
		_("nothing was exported: ask the prosecutor"));
}

/* What restricts its use is read before it goes: it is told, and then that it has to
 * be accepted. */
static bool
ask_first(struct run *run, struct desk_progress *p, struct err *err)
{
	if (!run->stopped) {
		schedule_asks(&run->ex, p);
		p->asks = true;
		run->stopped = true;
		return true;
	}
	return err_set(err, ERR_RULE,
		_("nothing was exported: read what restricts its use, and accept it (--acknowledge)"));
}

static bool
look(struct run *run, struct session *s, struct desk_progress *p,
	struct err *err)
{
	if (!run->looked &&
	    !survey_step(&run->ex, s, &run->looked, err))
		return false;
	if (run->looked && run->ex.survey.stops.len)
		return stop(run, s, p, err);
	if (run->looked && run->ex.survey.asks.len && !run->ex.acknowledged)
		return ask_first(run, p, err);
	run->surveyed = run->looked;
	return true;
}

static bool
write(struct run *run, struct session *s, struct desk_progress *p,
	struct err *err)
{
	struct export *ex = &run->ex;
	bool done = false;

	if (!run->writer)
		run->writer = ex->form->begin(ex, s);
	if (!ex->form->step(run->writer, s, &done, err))
		return false;
	hash_stream_add(run->hash, ex->made.text, ex->made.len);
	if (done)
		return finish(run, s, p, err);
	release(run);
	return true;
}

static bool
step(struct session *s, void *state, struct desk_progress *p, struct err *err)
{
	struct run *run = state;

	if (!may_go_on(&run->ex, s, err) ||
	    !(run->surveyed ? write : look)(run, s, p, err))
		return false;
	p->done = run->ex.seen;
	p->total = run->ex.total;
	p->unit = xstrdup(_("records"));
	return true;
}

const struct job_ops export_ops = {
	.name = "export", .right = RIGHT_EXPORT, .needs_case = true,
	.start = start, .step = step, .out = out, .end = end,
};
