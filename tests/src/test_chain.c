/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test_chain.c - custody at the door: who may enter and confirm what, what the
 * exhibit's row says of it, and that its log alone brings all of it back. */
#include "tests/support/test.h"
#include "tests/support/case.h"
#include "tests/support/raw.h"
#include "tests/support/verify.h"
#include "tests/support/world.h"

#include "src/parts.h"

/* Verify and rebuild agree with what stands there. */
static void
assert_holds(void)
{
	struct desk_login login = { .path = CASE_STORE, .maintenance = true };
	struct err err = ERR_INIT;
	struct desk *d;

	assert_ok(store_verifies(CASE_STORE, &err), err);
	assert_ok(desk_open(&d, &login, &err), err);
	char *line = job_result(d, "rebuild", NULL, 0, &err);

	assert_ok(line, err);
	assert_string_equal(line, "equal");
	free(line);
	desk_close(d);
}

/* An exhibit of RO that RO seized and says to have handed to BG: chain2. */
static struct desk *
handed_over(void)
{
	struct desk *d = case_desk("RO");

	case_put(d, "evidence", "description=Telephone", "exhibit_no=17", NULL);
	case_put(d, "chain", "of=RO-E1", "action=seized", "from=the driver",
		"to=RO", "at=2026-01-02", "seal=S 1", NULL);
	case_put(d, "chain", "of=RO-E1", "action=handed_over", "to=BG",
		"at=2026-01-03", NULL);
	return d;
}

static void
test_handover_counts_when_both_sides_have_confirmed(void **state)
{
	struct desk *ro = handed_over(), *bg = case_desk("BG");

	(void)state;
	case_is(ro, "RO-E1", "custodian", "RO");
	case_is(ro, "RO-E1", "unconfirmed", "1");
	case_put(bg, "confirmation", "of=RO-E1", "step=chain2",
		"remark=seal broken", NULL);
	case_is(ro, "RO-E1/confirmation1", "side", "receiver");
	case_is(ro, "RO-E1", "custodian", "RO");
	case_put(ro, "confirmation", "of=ro-e1", "step=RO-E1/chain2", NULL);
	case_is(ro, "RO-E1/confirmation2", "side", "giver");
	case_is(bg, "RO-E1", "custodian", "BG");
	case_is(bg, "RO-E1", "unconfirmed", NULL);
	/* Parts change no version. */
	case_is(bg, "RO-E1", "version", "1");
	desk_close(ro);
	desk_close(bg);
	assert_holds();
}

static void
test_confirmations_that_mean_nothing_are_refused(void **state)
{
	struct desk *ro = handed_over(), *bg = case_desk("BG");
	struct desk *gr = case_desk("GR"), *ion = case_desk("RO/2");

	(void)state;
	case_put(ro, "evidence", "description=Van", NULL);
	case_put(ro, "chain", "of=RO-E2", "action=seized", NULL);
	/* Neither side; no hand-over; no such step; another exhibit's. */
	case_refuse(gr, ERR_RULE, "confirmation", "of=RO-E1", "step=chain2", NULL);
	case_refuse(gr, ERR_RULE, "confirmation", "of=RO-E1", "step=chain2",
		"side=receiver", NULL);
	case_refuse(ro, ERR_RULE, "confirmation", "of=RO-E1", "step=chain1", NULL);
	case_refuse(ro, ERR_NOT_FOUND, "confirmation", "of=RO-E1", "step=chain9",
		NULL);
	case_refuse(ro, ERR_RULE, "confirmation", "of=RO-E2",
		"step=RO-E1/chain2", NULL);
	/* The other side's; twice. */
	case_refuse(ro, ERR_RULE, "confirmation", "of=RO-E1", "step=chain2",
		"side=receiver", NULL);
	case_put(bg, "confirmation", "of=RO-E1", "step=chain2", NULL);
	case_refuse(bg, ERR_RULE, "confirmation", "of=RO-E1", "step=chain2", NULL);
	/* What was corrected. */
	case_put(ion, "chain", "of=RO-E1", "action=handed_over", "to=BG/2",
		"corrects=chain2", NULL);
	case_refuse(ro, ERR_RULE, "confirmation", "of=RO-E1", "step=chain2", NULL);
	case_put(ro, "confirmation", "of=RO-E1", "step=chain3", NULL);
	desk_close(ro);
	desk_close(bg);
	desk_close(gr);
	desk_close(ion);
	assert_holds();
}

static void
test_nobody_hands_over_or_confirms_to_themselves(void **state)
{
	struct desk *ro = case_desk("RO"), *ion = case_desk("RO/2");

	(void)state;
	case_put(ro, "evidence", "description=Telephone", NULL);
	case_refuse(ro, ERR_RULE, "chain", "of=RO-E1", "action=handed_over",
		"from=RO", "to=ro", NULL);
	case_refuse(ro, ERR_RULE, "chain", "of=RO-E1", "action=handed_over",
		"from=the lab", "to=The  Lab", NULL);
	case_refuse(ro, ERR_INVALID, "chain", "of=RO-E1", "action=handed_over",
		"to=BG", NULL);
	case_put(ro, "chain", "of=RO-E1", "action=handed_over", "from=RO/1",
		"to=RO/2", NULL);
	case_put(ro, "confirmation", "of=RO-E1", "step=chain1", NULL);
	case_refuse(ro, ERR_RULE, "confirmation", "of=RO-E1", "step=chain1",
		"side=receiver", NULL);
	case_refuse(ion, ERR_RULE, "confirmation", "of=RO-E1", "step=chain1",
		"side=receiver", "receipt_no=7", "name=ANA POP",
		"rank=x", "on=2026", NULL);
	case_refuse(ion, ERR_RULE, "confirmation", "of=RO-E1", "step=chain1",
		"side=receiver", "receipt_no=7", "name=Pop, Ana",
		"rank=x", "on=2026", NULL);
	case_put(ion, "confirmation", "of=RO-E1", "step=chain1", NULL);
	case_is(ion, "RO-E1", "custodian", "RO/2");
	desk_close(ro);
	desk_close(ion);
	assert_holds();
}

static void
test_receipt_on_paper_counts_for_the_side_that_signed_it(void **state)
{
	struct desk *ro = case_desk("RO"), *gr = case_desk("GR");

	(void)state;
	case_put(ro, "evidence", "description=Telephone", NULL);
	case_put(ro, "chain", "of=RO-E1", "action=handed_over", "from=RO",
		"to=Laboratory of Ruse", NULL);
	case_put(ro, "confirmation", "of=RO-E1", "step=chain1", NULL);
	case_refuse(ro, ERR_RULE, "confirmation", "of=RO-E1", "step=chain1",
		"side=receiver", NULL);
	case_refuse(ro, ERR_INVALID, "confirmation", "of=RO-E1", "step=chain1",
		"side=receiver", "receipt_no=4/26", NULL);
	case_refuse(ro, ERR_RULE, "confirmation", "of=RO-E1", "step=chain1",
		"side=receiver", "receipt_no=4/26", "name=ana pop",
		"rank=head", "on=2026-01-04", NULL);
	case_refuse(gr, ERR_RULE, "confirmation", "of=RO-E1", "step=chain1",
		"side=receiver", "receipt_no=4/26", "name=Dr Green",
		"rank=head", "on=2026-01-04", NULL);
	case_refuse(ro, ERR_RULE, "confirmation", "of=RO-E1", "step=chain1",
		"side=receiver", "mode=program", "rank=head", NULL);
	case_put(ro, "confirmation", "of=RO-E1", "step=chain1", "side=receiver",
		"receipt_no=4/26", "name=Dr Green", "rank=head", "on=2026-01-04",
		NULL);
	case_is(ro, "RO-E1/confirmation2", "mode", "paper");
	case_is(ro, "RO-E1", "custodian", "Laboratory of Ruse");
	/* What left the case comes back by a word of whoever has it again. */
	case_put(ro, "chain", "of=RO-E1", "action=received",
		"from=laboratory of ruse", NULL);
	case_is(ro, "RO-E1", "custodian", "RO");
	desk_close(ro);
	desk_close(gr);
	assert_holds();
}

/* The fields that a receipt is told to lack, in the order of the form. */
static void
lacks_are(struct desk *d, const char *want, ...)
{
	struct record typed;
	struct desk_change change = { .verb = "add", .fields = &typed };
	struct desk_checked checked = { 0 };
	struct strbuf lacks = STRBUF_INIT;
	struct err err = ERR_INIT;
	const char *text;
	va_list ap;

	record_init(&typed, &confirmation_kind);
	va_start(ap, want);
	while ((text = va_arg(ap, const char *))) {
		char name[32];

		strbuf_fill(name, sizeof(name), text);
		name[strcspn(name, "=")] = '\0';
		record_set(&typed, kind_index(&confirmation_kind, name),
			strchr(text, '=') + 1);
	}
	va_end(ap);
	assert_ok(desk_check(d, &change, &checked, &err), err);
	for (size_t i = 0; i < checked.n; i++) {
		const char *fault = checked.faults[i].text;

		assert_non_null(strstr(fault, "is missing: "));
		strbuf_printf(&lacks, "%s%.*s", i ? " " : "",
			(int)strcspn(fault, ":"), fault);
	}
	assert_string_equal(lacks.text, want);
	strbuf_clear(&lacks);
	desk_checked_clear(&checked);
	record_clear(&typed);
}

static void
test_receipt_on_paper_lacks_nothing(void **state)
{
	struct desk *ro = handed_over();

	(void)state;
	lacks_are(ro, "receipt_no name rank on", "of=RO-E1", "step=chain2",
		"side=receiver", "mode=paper", NULL);
	lacks_are(ro, "rank on", "of=RO-E1", "step=chain2", "side=receiver",
		"receipt_no=4/26", "name=Petar Kolev", NULL);
	lacks_are(ro, "receipt_no name rank", "of=RO-E1", "step=chain2",
		"side=receiver", "on=2026-01-04", NULL);
	lacks_are(ro, "receipt_no name on", "of=RO-E1", "step=chain2",
		"side=receiver", "rank=inspector", NULL);
	case_put(ro, "confirmation", "of=RO-E1", "step=chain2", "side=receiver",
		"receipt_no=4/26", "name=Petar Kolev", "rank=inspector",
		"on=2026-01-04", NULL);
	case_is(ro, "RO-E1/confirmation1", "created_by", "RO/1");
	desk_close(ro);
	assert_holds();
}

static void
test_step_by_receipt_lends_its_number_to_both_sides(void **state)
{
	struct desk *ro = case_desk("RO");

	(void)state;
	case_put(ro, "evidence", "description=Telephone", NULL);
	case_put(ro, "chain", "of=RO-E1", "action=handed_over", "from=RO/2",
		"to=BG/2", "mode=paper", "receipt_no=R 77", NULL);
	case_put(ro, "confirmation", "of=RO-E1", "step=chain1", "side=giver",
		"name=Ion Marin", "rank=inspector", "on=2026-01-04", NULL);
	case_put(ro, "confirmation", "of=RO-E1", "step=chain1", "side=receiver",
		"name=Petar Kolev", "rank=inspector", "on=2026-01-04", NULL);
	case_is(ro, "RO-E1/confirmation2", "receipt_no", "R 77");
	case_is(ro, "RO-E1", "custodian", "BG/2");
	desk_close(ro);
}

static void
test_only_a_handover_goes_from_party_to_party(void **state)
{
	struct desk *ro = handed_over(), *bg = case_desk("BG");

	(void)state;
	case_refuse(bg, ERR_RULE, "chain", "of=RO-E1", "action=received",
		"from=RO/2", NULL);
	case_refuse(ro, ERR_RULE, "chain", "of=RO-E1", "action=returned",
		"to=BG", NULL);
	/* Of what another holds: kept, but nothing moves. */
	case_put(bg, "chain", "of=RO-E1", "action=seized", NULL);
	case_is(bg, "RO-E1", "custodian", "RO");
	case_put(ro, "chain", "of=RO-E1", "action=returned", "to=the owner",
		NULL);
	case_is(bg, "RO-E1", "custodian", "the owner");
	desk_close(ro);
	desk_close(bg);
	assert_holds();
}

static void
test_its_end_is_told_by_who_holds_it_or_whose_it_is(void **state)
{
	static const char *const ends[] = { "action=returned",
		"action=destroyed", "action=lost" };
	struct desk *ro = handed_over(), *bg = case_desk("BG"),
		*gr = case_desk("GR");

	(void)state;
	for (int i = 0; i < 3; i++) {
		case_refuse(bg, ERR_RULE, "chain", "of=RO-E1", ends[i],
			"to=the owner", NULL);
		case_refuse(gr, ERR_RULE, "chain", "of=RO-E1", ends[i], NULL);
	}
	case_put(ro, "confirmation", "of=RO-E1", "step=chain2", NULL);
	case_put(bg, "confirmation", "of=RO-E1", "step=chain2", NULL);
	case_refuse(gr, ERR_RULE, "chain", "of=RO-E1", "action=lost", NULL);
	case_put(bg, "chain", "of=RO-E1", "action=lost", NULL);
	/* Held by nobody, it is not said otherwise but by who said it. */
	case_refuse(gr, ERR_RULE, "chain", "of=RO-E1", "action=destroyed", NULL);
	case_put(bg, "chain", "of=RO-E1", "action=destroyed", "corrects=chain3",
		NULL);
	case_put(ro, "chain", "of=RO-E1", "action=destroyed", NULL);
	desk_close(gr);
	desk_close(bg);
	desk_close(ro);
	assert_holds();
}

static void
test_who_entered_a_step_alone_corrects_it_and_once(void **state)
{
	struct desk *ro = handed_over(), *bg = case_desk("BG");

	(void)state;
	case_refuse(bg, ERR_RULE, "chain", "of=RO-E1", "action=seized",
		"to=BG", "corrects=chain1", NULL);
	case_put(ro, "chain", "of=RO-E1", "action=seized", "to=RO/2",
		"corrects=chain1", NULL);
	case_is(ro, "RO-E1/chain3", "corrects", "RO-E1/chain1");
	case_is(ro, "RO-E1", "custodian", "RO/2");
	case_refuse(ro, ERR_RULE, "chain", "of=RO-E1", "action=seized",
		"to=RO", "corrects=chain1", NULL);
	case_put(bg, "confirmation", "of=RO-E1", "step=chain2", NULL);
	case_refuse(ro, ERR_RULE, "confirmation", "of=RO-E1", "step=chain2",
		"side=receiver", "receipt_no=1", "name=X", "rank=x",
		"on=2026", "corrects=confirmation1", NULL);
	case_put(bg, "confirmation", "of=RO-E1", "step=chain2",
		"corrects=confirmation1", "remark=one battery is missing", NULL);
	case_put(ro, "confirmation", "of=RO-E1", "step=chain2", NULL);
	case_is(ro, "RO-E1", "custodian", "BG");
	desk_close(ro);
	desk_close(bg);
	assert_holds();
}

static void
test_step_that_was_retracted_counts_no_more(void **state)
{
	struct desk *ro = handed_over();
	struct desk_retract ask = { .ref = "RO-E1/chain3", .reason = "not ours" };
	struct desk_acted acted;
	struct err err = ERR_INIT;

	(void)state;
	case_put(ro, "chain", "of=RO-E1", "action=returned", "to=the owner", NULL);
	case_is(ro, "RO-E1", "custodian", "the owner");
	assert_ok(desk_retract(ro, &ask, &acted, &err), err);
	desk_acted_clear(&acted);
	case_is(ro, "RO-E1", "custodian", "RO");
	case_refuse(ro, ERR_RULE, "chain", "of=RO-E1", "action=returned",
		"corrects=chain3", NULL);
	ask.ref = "RO-E1/chain2";
	assert_ok(desk_retract(ro, &ask, &acted, &err), err);
	desk_acted_clear(&acted);
	case_is(ro, "RO-E1", "unconfirmed", NULL);
	case_refuse(ro, ERR_RULE, "confirmation", "of=RO-E1", "step=chain2", NULL);
	desk_close(ro);
	assert_holds();
}

static void
test_copying_makes_an_exhibit_with_its_root_and_limits(void **state)
{
	struct desk *ro = case_desk("RO");

	(void)state;
	case_put(ro, "evidence", "description=Telephone", "type=device",
		"exhibit_no=17", "handling=H1", "privilege=cleared",
		"items=412", "items_privileged=3", NULL);
	case_put(ro, "chain", "of=RO-E1", "action=copied", "method=image",
		"at=2026-01-03", NULL);
	case_is(ro, "RO-E1/chain1", "copy", "RO-E2");
	case_is(ro, "RO-E2", "root_exhibit_no", "17");
	case_is(ro, "RO-E2", "type", "data");
	case_is(ro, "RO-E2", "handling", "H1");
	case_is(ro, "RO-E2", "privilege", "cleared");
	case_is(ro, "RO-E2", "items_privileged", "3");
	case_is(ro, "RO-E2", "custodian", "RO");
	/* A copy of the copy goes back to the first; one that is there is named. */
	case_put(ro, "evidence", "description=Working copy", NULL);
	case_put(ro, "chain", "of=RO-E2", "action=copied", "copy=RO-E3", NULL);
	case_is(ro, "RO-E3", "root_exhibit_no", "17");
	case_refuse(ro, ERR_RULE, "chain", "of=RO-E1", "action=copied",
		"copy=RO-E1", NULL);
	case_refuse(ro, ERR_RULE, "chain", "of=RO-E1", "action=viewed",
		"copy=RO-E3", NULL);
	desk_close(ro);
	assert_holds();
}

static void
test_what_is_kept_back_has_its_copy_kept_back(void **state)
{
	struct desk *ro = case_desk("RO"), *bg = case_desk("BG");

	(void)state;
	char *secret = case_add(ro, "evidence", "description=Telephone",
		"handling=H2", "privilege=to_review", NULL);
	char *of = NULL;

	assert_true(asprintf(&of, "of=%s", secret) > 0);
	char *step = case_add(ro, "chain", of, "action=copied", NULL);
	char *copy = case_value(ro, step, "copy");

	case_is(ro, copy, "share", "own");
	case_is(ro, copy, "privilege", "to_review");
	assert_false(case_sees(bg, copy));
	assert_false(case_sees(bg, step));
	free(secret);
	free(of);
	free(step);
	free(copy);
	desk_close(ro);
	desk_close(bg);
	assert_holds();
}

static void
test_custodian_whom_the_viewer_does_not_see_is_absent(void **state)
{
	struct desk *ro = handed_over(), *bg = case_desk("BG");

	(void)state;
	char *who = case_add(ro, "person", "name=The informant", "share=own",
		NULL);
	char *to = NULL;

	assert_true(asprintf(&to, "to=%s", who) > 0);
	case_put(ro, "chain", "of=RO-E1", "action=returned", to, NULL);
	case_is(ro, "RO-E1", "custodian", who);
	case_is(bg, "RO-E1", "custodian", NULL);
	case_is(bg, "RO-E1/chain3", "to", NULL);
	free(who);
	free(to);
	desk_close(ro);
	desk_close(bg);
}

static void
test_digest_is_known_by_its_length(void **state)
{
	static const char zeros[] = "value="
		"00000000000000000000000000000000000000000000000000000000000000AB";
	struct desk *ro = case_desk("RO");

	(void)state;
	case_put(ro, "evidence", "description=Image", NULL);
	case_put(ro, "hash", "of=RO-E1", zeros, NULL);
	case_is(ro, "RO-E1/hash1", "algorithm", "sha256");
	case_is(ro, "RO-E1/hash1", "value",
		"00000000000000000000000000000000000000000000000000000000000000ab");
	case_put(ro, "hash", "of=RO-E1", zeros, "algorithm=sha3_256", NULL);
	case_refuse(ro, ERR_INVALID, "hash", "of=RO-E1", zeros, "algorithm=sha1",
		NULL);
	case_refuse(ro, ERR_INVALID, "hash", "of=RO-E1", "value=abc", NULL);
	case_refuse(ro, ERR_INVALID, "hash", "of=RO-E1", "algorithm=md5",
		"value=g0000000000000000000000000000000", NULL);
	desk_close(ro);
}

static void
test_admissibility_is_said_by_the_state_s_own(void **state)
{
	struct desk *ro = handed_over(), *bg = case_desk("BG");
	struct desk *europol = case_desk("EUROPOL/1");

	(void)state;
	case_put(bg, "admissibility", "of=RO-E1", "state=BG", "status=contested",
		NULL);
	case_refuse(ro, ERR_RULE, "admissibility", "of=RO-E1", "state=BG",
		"status=admissible", NULL);
	case_put(ro, "lead", "title=x", NULL);
	case_refuse(europol, ERR_NOT_FOUND, "admissibility", "of=RO-E1",
		"state=NL", "status=admissible", NULL);
	desk_close(ro);
	desk_close(bg);
	desk_close(europol);
}

static void
test_exhibit_number_is_each_partys_own(void **state)
{
	struct desk *ro = case_desk("RO"), *bg = case_desk("BG");

	(void)state;
	struct desk_acted acted;
	struct err err = ERR_INIT;

	case_put(ro, "evidence", "description=Telephone", "exhibit_no=17",
		"share=own", NULL);
	case_put(bg, "evidence", "description=Van", "exhibit_no=17", NULL);
	case_refuse(ro, ERR_RULE, "evidence", "description=Knife",
		"exhibit_no=17", NULL);
	/* ab/1 and AB/1 are one number, spelt twice. */
	case_put(ro, "evidence", "description=Coat", "exhibit_no=AB/1", NULL);
	case_refuse(ro, ERR_RULE, "evidence", "description=Hat",
		"exhibit_no=ab/1", NULL);
	case_put(bg, "evidence", "description=Hat", "exhibit_no=ab/1", NULL);
	assert_ok(case_set(ro, &acted, &err, "evidence", "RO-E1", 0,
		"exhibit_no=ab/1", NULL), err);
	desk_acted_clear(&acted);
	case_is(ro, "RO-E1", "exhibit_no", "ab/1");
	desk_close(ro);
	desk_close(bg);
	assert_holds();
}

static void
test_damage_to_what_follows_is_found(void **state)
{
	static const char *const damage[] = {
		"UPDATE evidence SET custodian = NULL",
		"UPDATE evidence SET custodian = '?the driver'",
		"UPDATE evidence SET unconfirmed = 2",
		"UPDATE chain SET \"to\" = '?thief' WHERE action = 'seized'",
	};
	struct err err = ERR_INIT;

	(void)state;
	desk_close(handed_over());
	assert_holds();
	for (size_t i = 0; i < ARRAY_SIZE(damage); i++) {
		unlink("bad.store");
		raw_sql(CASE_STORE, "VACUUM INTO 'bad.store'");
		raw_sql("bad.store", damage[i]);
		assert_false(store_verifies("bad.store", &err));
		assert_string_equal(err_word(err.code), "check");
	}
}

/* --- What waits ----------------------------------------------------------- */

static void
test_open_handovers_are_listed_the_oldest_first(void **state)
{
	struct desk *ro = handed_over(), *bg = case_desk("BG");
	struct desk *gr = case_desk("GR");
	struct desk_custody all;
	struct err err = ERR_INIT;

	(void)state;
	case_put(ro, "evidence", "description=Van", NULL);
	case_put(ro, "chain", "of=RO-E2", "action=handed_over", "from=RO",
		"to=GR", "at=2025-12-31", NULL);
	char *kept = case_add(ro, "evidence", "description=Knife", "share=own",
		NULL);
	char *of = NULL;

	assert_true(asprintf(&of, "of=%s", kept) > 0);
	case_put(ro, "chain", of, "action=handed_over", "from=RO/1", "to=RO/2",
		NULL);
	case_put(ro, "confirmation", "of=RO-E1", "step=chain2", NULL);
	assert_ok(desk_custody(bg, &all, &err), err);
	assert_int_equal(all.n, 2);
	assert_string_equal(all.steps[0].exhibit, "RO-E2");
	assert_string_equal(all.steps[0].title, "Van");
	assert_int_equal(all.steps[0].days, 5);
	assert_true(all.steps[0].lacks_giver && all.steps[0].lacks_receiver);
	assert_false(all.steps[0].waits);
	assert_string_equal(record_text(&all.steps[1].record, HEADER_REF),
		"RO-E1/chain2");
	assert_int_equal(all.steps[1].days, 2);
	assert_false(all.steps[1].lacks_giver);
	assert_true(all.steps[1].waits);
	desk_custody_clear(&all);
	case_put(bg, "confirmation", "of=RO-E1", "step=chain2", NULL);
	assert_ok(desk_custody(bg, &all, &err), err);
	assert_int_equal(all.n, 1);
	desk_custody_clear(&all);
	assert_ok(desk_custody(ro, &all, &err), err);
	assert_int_equal(all.n, 2);
	desk_custody_clear(&all);
	free(kept);
	free(of);
	desk_close(ro);
	desk_close(bg);
	desk_close(gr);
}

static void
test_item_tells_the_chain_in_order_of_its_events(void **state)
{
	struct desk *ro = handed_over();
	struct desk_item item;
	struct err err = ERR_INIT;

	(void)state;
	case_put(ro, "chain", "of=RO-E1", "action=examined", "at=2026-01-02",
		"from=GR", NULL);
	case_put(ro, "chain", "of=RO-E1", "action=seized", "to=RO/2",
		"corrects=chain1", NULL);
	assert_ok(desk_get(ro, 0, "RO-E1", &item, &err), err);
	assert_int_equal(item.n_custody, 4);
	assert_string_equal(item.custody[0].standing, "corrected");
	assert_string_equal(item.custody[0].corrected_by, "RO-E1/chain4");
	assert_string_equal(record_text(&item.custody[1].record, HEADER_REF),
		"RO-E1/chain4");
	assert_string_equal(record_text(&item.custody[2].record, HEADER_REF),
		"RO-E1/chain3");
	assert_int_equal(item.custody[2].n_gaps, 1);
	assert_string_equal(item.custody[2].gaps[0].code, "holder");
	assert_string_equal(item.custody[3].standing, "unconfirmed");
	desk_item_clear(&item);
	desk_close(ro);
}

/* --- By chance ------------------------------------------------------------ */

/* One act or another of anybody; most are refused, some count. */
static void
act_by_chance(struct desk *d)
{
	static const char *const kinds_of[] = { "chain", "confirmation" };
	const struct kind *k = kind_find(kinds_of[below(2)]);
	struct desk_change change = { .verb = "add" };
	struct desk_acted acted;
	struct record r;
	char text[40], word[80];

	record_init(&r, k);
	snprintf(text, sizeof(text), "RO-E%d", 1 + (int)below(2));
	record_set(&r, HEADER_OF, text);
	snprintf(text, sizeof(text), "chain%d", 1 + (int)below(12));
	if (k == &confirmation_kind) {
		record_set(&r, CONFIRMATION_STEP, text);
		record_set(&r, CONFIRMATION_SIDE,
			chance(word, "", "|giver|receiver") + 1);
		if (below(4) == 0)
			record_set(&r, CONFIRMATION_RECEIPT_NO, "1");
		if (below(4) == 0)
			record_set(&r, CONFIRMATION_NAME, "Dr Green");
	} else {
		record_set(&r, CHAIN_ACTION, chance(word, "",
			"handed_over|handed_over|handed_over|received|"
			"seized|returned|lost|examined") + 1);
		record_set(&r, CHAIN_FROM,
			chance(word, "", "|RO|BG|GR|RO/2|lab") + 1);
		record_set(&r, CHAIN_TO,
			chance(word, "", "|RO|BG|GR|RO/2|lab") + 1);
		record_set(&r, CHAIN_AT,
			chance(word, "", "|2026-01-01|2026-01-02|2025-12") + 1);
		if (below(6) == 0)
			record_set(&r, HEADER_CORRECTS, text);
	}
	change.fields = &r;
	desk_act(d, &change, &acted, NULL);
	desk_acted_clear(&acted);
	record_clear(&r);
}

static void
test_whatever_is_entered_the_log_brings_it_back(void **state)
{
	struct desk *desks[] = { case_desk("RO"), case_desk("RO/2"),
		case_desk("BG"), case_desk("GR") };

	(void)state;
	case_put(desks[0], "evidence", "description=Telephone", NULL);
	case_put(desks[0], "evidence", "description=Van", NULL);
	for (int i = 0; i < 150; i++)
		act_by_chance(desks[below(4)]);
	for (size_t i = 0; i < ARRAY_SIZE(desks); i++)
		desk_close(desks[i]);
	assert_true(raw_sql(CASE_STORE, "SELECT count(*) FROM chain") > 10);
	assert_true(raw_sql(CASE_STORE, "SELECT count(*) FROM confirmation") > 3);
	assert_holds();
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		CASE_TEST(test_handover_counts_when_both_sides_have_confirmed),
		CASE_TEST(test_confirmations_that_mean_nothing_are_refused),
		CASE_TEST(test_nobody_hands_over_or_confirms_to_themselves),
		CASE_TEST(test_receipt_on_paper_counts_for_the_side_that_signed_it),
		CASE_TEST(test_receipt_on_paper_lacks_nothing),
		CASE_TEST(test_step_by_receipt_lends_its_number_to_both_sides),
		CASE_TEST(test_its_end_is_told_by_who_holds_it_or_whose_it_is),
		CASE_TEST(test_only_a_handover_goes_from_party_to_party),
		CASE_TEST(test_who_entered_a_step_alone_corrects_it_and_once),
		CASE_TEST(test_step_that_was_retracted_counts_no_more),
		CASE_TEST(test_copying_makes_an_exhibit_with_its_root_and_limits),
		CASE_TEST(test_what_is_kept_back_has_its_copy_kept_back),
		CASE_TEST(test_custodian_whom_the_viewer_does_not_see_is_absent),
		CASE_TEST(test_digest_is_known_by_its_length),
		CASE_TEST(test_admissibility_is_said_by_the_state_s_own),
		CASE_TEST(test_exhibit_number_is_each_partys_own),
		CASE_TEST(test_damage_to_what_follows_is_found),
		CASE_TEST(test_open_handovers_are_listed_the_oldest_first),
		CASE_TEST(test_item_tells_the_chain_in_order_of_its_events),
		CASE_TEST(test_whatever_is_entered_the_log_brings_it_back),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
