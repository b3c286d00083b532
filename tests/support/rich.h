/* SPDX-License-Identifier: GPL-3.0-or-later */
/* rich.h - a small store with something of everything: two cases, every kind and
 * part, every way to share, changed and cleared values, an import, a restore.
 * Include after case.h. */
#ifndef TESTS_SUPPORT_RICH_H
#define TESTS_SUPPORT_RICH_H

#include "tests/support/rich_below.h"
#include "tests/support/rich_share.h"

#define RICH_IBAN "BG80BNBG96611020345678"

static inline void
rich_change(struct desk *d, const char *kind, const char *ref,
	const char *what, const char *more)
{
	struct desk_acted acted = { 0 };
	struct err err = ERR_INIT;

	if (!case_set(d, &acted, &err, kind, ref, 0, what, more, NULL))
		fail_msg("set %s: %s", ref, err.text);
	desk_acted_clear(&acted);
}

static inline void
rich_records(struct desk *d)
{
	case_put(d, "lead", "title=Courier seen in Ruse", "detail=Two\nlines",
		"channel=tip", "received_on=2026-01-04", "priority=high",
		"crime_area=DRUG", "method=by lorry", "assignee=RO/2",
		"due=2026-02-01", "feedback_due=2026-03", "tags=ruse,lorry",
		"source_id=T-1", "handling=H1", "marking=sensitive",
		"grade=B2", "nature=fact", "origin=Europol",
		"origin_ref=EU-7", "origin_terms=ask first", "review_on=2027",
		"erase_on=2031-01-01", "language=ro", "assists_defence=no",
		"privilege=none", NULL);
	case_put(d, "organisation", "name=Delta Trans", "reg_no=J40/1",
		"jurisdiction=RO", "legal_form=SRL", "source_id=9", NULL);
	case_put(d, "asset", "type=BANK", "description=Giro",
		"account_no=" RICH_IBAN, "bic=BNBGBGSD", "bank=A bank",
		"country=BG", "location=Ruse", "holder=RO-O1",
		"stage=IDENTIFIED", NULL);
	case_put(d, "asset", "type=BANK", "account_no=BG80BNBG96611020345679",
		NULL);
	case_put(d, "person", "name=Ion Doru Vlad", "given=Ion Doru",
		"family=Vlad", "birth_date=1979-05", "birth_place=Galati",
		"sex=male", "nationality=RO", "minor=no", "danger=armed,escaped",
		"protection=none", "counsel=M. Radu", "source_id=77", NULL);
	case_put(d, "event", "title=Coordination meeting", "type=meeting",
		"starts=2026-02-03", "ends=2026-02-04", "place=The Hague",
		"state=NL", "participants=RO, BG", "agenda=1. Leads",
		"minutes=Opened\nClosed", "detail=by video", NULL);
	case_put(d, "decision", "title=Joint day", "question=When to search?",
		"options=May\nJune", "outcome=agreed", "on=2026-02-03",
		"consulted=BG, GR", "detail=as proposed", NULL);
	case_put(d, "contact", "name=Duty desk", "role=desk officer",
		"authority=Eurojust", "state=NL", "languages=en,fr",
		"email=desk@example.org", "phone=+31701234567",
		"available=day and night", "note=ring twice", NULL);
	case_put(d, "payment", "from=RO-A1", "to=RO-O1", "amount=1234.50 EUR",
		"value_date=2025-12-01", "booking_date=2025-12-02",
		"purpose=invoice 7", "counterparty=Delta", "tx_ref=x1",
		"source_doc=statement", NULL);
	case_put(d, "payment", "purpose=undated", NULL);
	case_put(d, "note", "text=Seen twice", "about=RO-L1", NULL);
}

static inline void
rich_work(struct desk *d)
{
	case_put(d, "field", "kind=task", "name=stage", "type=code",
		"codes=first,last", "label=Stage", NULL);
	case_put(d, "task", "title=Ask the bank", "stage=last", "detail=By letter",
		"priority=high", "assignee=RO/2", "due=2026-02-09",
		"follow_up=2026-01-20", "about=RO-A1", NULL);
	case_put(d, "task", "title=Read the answer", "status=waiting",
		"blocked_by=RO-T1", "reason=no answer yet", NULL);
	case_put(d, "task", "title=Ask in Sofia", "for_party=BG", NULL);
	case_put(d, "evidence", "description=Phone of the driver", "type=device",
		"exhibit_no=1/26", "root_exhibit_no=1/25", "seized_at=2026-01-03",
		"place=Ruse", "seized_from=the driver", "seized_by=I. Marin",
		"legal_basis=warrant 7", "possessor=his firm", "storage=box 3",
		"pages=2", "items=412", "items_privileged=3",
		"valid_until=2027", "return_by=2026-12-31", NULL);
	case_put(d, "journal", "of=RO-T1", "at=2026-01-04", "text=Letter sent",
		"minutes=30", NULL);
	case_put(d, "hash", "of=RO-E1", "algorithm=sha256",
		"value=5feceb66ffc86f38d952786c6d696c79"
		"c2dbc239dd4e91b46729d73a27fb57e9", "of_what=image.dd",
		"computed_by=Lab", "on=2026-01-04", "report=R 9", NULL);
	case_put(d, "chain", "of=RO-E1", "action=seized", "at=2026-01-03",
		"from=the driver", "to=RO/2", "method=by hand", "seal=S 1",
		"purpose=as proof", "condition=intact", NULL);
	case_put(d, "chain", "of=RO-E1", "action=handed_over",
		"at=2026-01-04T10:00", "from=RO/2", "to=RO/1", "mode=paper",
		"receipt_no=R 77", NULL);
	case_put(d, "confirmation", "of=RO-E1", "step=RO-E1/chain2",
		"side=receiver", "name=Ana Pop", "rank=prosecutor",
		"on=2026-01-04", "remark=seal as described", NULL);
	case_put(d, "chain", "of=RO-E1", "action=copied", "method=image", NULL);
	case_put(d, "disclosure", "of=RO-E1", "proceeding=Ruse 4/26",
		"accused=the driver", "version=redacted", "on=2026-02-01",
		"how=on paper", "receipt=R 80", "withheld=page 2",
		"ruling=of 1 February", NULL);
	case_put(d, "admissibility", "of=RO-E1", "state=RO", "status=admissible",
		"note=warrant is there", NULL);
	case_put(d, "holding", "of=RO-A1", "kind=balance", "amount=5000 EUR",
		"on=2026-01-02", "order=7/2026", NULL);
	case_put(d, "owner", "of=RO-A1", "who=RO-P1", "role=beneficial",
		"percent=60.5", "from=2019", "to=2024", NULL);
	case_put(d, "cost", "of=RO-A1", "amount=120 EUR", "on=2026-01-02",
		"what=storage", NULL);
	case_put(d, "order", "of=RO-A1", "kind=freezing", "authority=Court",
		"number=7/2026", "on=2026-01-02", NULL);
	case_put(d, "disposal", "of=RO-A1", "how=sold", "amount=4000 EUR",
		"on=2026-02-01", "to=the state", NULL);
}

static inline void
rich_parts(struct desk *d)
{
	case_put(d, "comment", "of=RO-L1", "text=Ask Ruse", NULL);
	case_put(d, "comment", "of=RO-L1", "text=Ask Ruse again",
		"corrects=RO-L1/comment1", NULL);
	case_put(d, "valuation", "of=RO-A1", "amount=50000 EUR",
		"on=2026-01-02", "method=statement", "stage=IDENTIFIED", NULL);
	case_put(d, "permission", "of=RO-L1", "what=court", "to_party=BG",
		"for_use=trial", "by=Europol", "on=2026-01-05", "doc_no=3",
		NULL);
	case_put(d, "identifier", "of=RO-O1", "type=phone",
		"value=+40211234567", NULL);
	case_put(d, "identifier", "of=RO-O1", "type=iban", "value=none", NULL);
	case_put(d, "correlation", "of=TIDE", "type=phone",
		"value=+31701234567", "reason=hotline of a bank", NULL);
	case_put(d, "category", "of=RO-P1", "category=SUS",
		"proceeding=14/P/2026", "on=2026-01-03", "until=2027",
		"note=first entry", NULL);
	case_put(d, "name", "of=RO-P1", "text=Йон Влад",
		"name_kind=transliteration", NULL);
	case_put(d, "name", "of=RO-O1", "text=Delta Freight", "name_kind=trade",
		NULL);
	case_put(d, "paper", "of=RO-P1", "type=passport", "no=054123456",
		"country=RO", NULL);
	case_put(d, "address", "of=RO-P1", "text=Str. Lunga 3, Galati",
		"country=RO", "from=2019", "to=2024-06", NULL);
	case_put(d, "document", "of=RO-L1", "title=Report", "doc_ref=R1",
		"hash=5feceb66ffc86f38d952786c6d696c79"
		"c2dbc239dd4e91b46729d73a27fb57e9", "path=box 3", NULL);
	case_put(d, "translation", "of=RO-L1", "from=bg", "to=ro", "pages=3",
		"translator=M. Ilie", "sworn=yes", "ordered=2026-01-02",
		"due=2026-01-09", "received=2026-01-05", NULL);
}

/* Two links, one of which follows what becomes of an end. */
static inline void
rich_links(struct desk *d)
{
	case_put(d, "link", "type=owns", "a=RO-P1", "b=RO-A1", "percent=60",
		"from_date=2019", "to_date=2024", "note=by deed", "grade=B2",
		NULL);
	case_put(d, "link", "type=uses", "a=RO-P1", "b=RO-A2", NULL);
	rich_change(d, "asset", "RO-A2", "share=own", NULL);
}

static inline void
rich_other_case(struct desk *d)
{
	struct err err = ERR_INIT;

	case_put(d, "casefile", "code=EBB", "title=Operation Ebb", NULL);
	assert_ok(desk_use_case(d, "EBB", &err), err);
	case_put(d, "lead", "title=In the other case", NULL);
	assert_ok(desk_use_case(d, "TIDE", &err), err);
}

/* After case_setup. */
static inline void
rich_fill(void)
{
	struct desk *d = case_desk(NULL), *bg = case_desk("BG");

	rich_records(d);
	rich_parts(d);
	rich_work(d);
	rich_links(d);
	rich_change(d, "lead", "RO-L1", "title=Courier seen in Giurgiu", NULL);
	rich_change(d, "lead", "RO-L1", "due=", "status=confirmed");
	rich_change(d, "member", "RO/2", "unit=DIICOT", "rank=inspector");
	rich_change(d, "casefile", "TIDE", "agreement_on=2025-11-03", NULL);
	case_put(d, "lead", "title=For us", "handling=H2", NULL);
	case_put(d, "lead", "title=For me", "share=named", NULL);
	char *ref = case_add(d, "lead", "title=First ours", "share=own", NULL);

	rich_change(d, "lead", ref, "share=team", NULL);
	free(ref);
	case_put(bg, "lead", "title=From Sofia", NULL);
	rich_share(d);
	ref = case_add(bg, "lead", "title=Theirs first", "share=own", NULL);
	rich_change(bg, "lead", ref, "share=team", NULL);
	free(ref);
	case_put(bg, "comment", "of=RO-L1", "text=We know him", NULL);
	desk_close(bg);
	rich_other_case(d);
	rich_below();
	case_put(d, "lead", "title=After the restore", NULL);
	case_put(d, "member", "party=RO", "name=Dana Rusu", "role=analyst",
		NULL);
	case_put(d, "comment", "of=RO-L1", "text=Later", NULL);
	desk_close(d);
}

/* Sit down at the first case again. */
static inline struct desk *
rich_desk(const char *as)
{
	struct desk_login login = { .path = CASE_STORE, .as = as,
		.casefile = "TIDE" };
	struct err err = ERR_INIT;
	struct desk *desk = NULL;

	assert_ok(desk_open(&desk, &login, &err), err);
	return desk;
}

static inline void
rich_make(void)
{
	case_make();
	rich_fill();
}

static inline int
rich_setup(void **state)
{
	static struct kept kept = { .make = rich_make };

	return kept_enter(&kept, state);
}

#define RICH_TEST(f) \
	cmocka_unit_test_setup_teardown(f, rich_setup, case_teardown)

#endif
