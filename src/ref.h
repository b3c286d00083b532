/* SPDX-License-Identifier: GPL-3.0-or-later */
/* ref.h - short names of records: given, read, resolved (decisions.md D4). */
#ifndef SRC_REF_H
#define SRC_REF_H

#include <stdbool.h>
#include <stdint.h>

#include "base/err.h"
#include "src/act.h"

/*
 * The record that text names for a viewer: a ref, CASE/ref, uid, code of a party or
 * case, source_id, account number or IBAN. kinds: which kinds may be meant. NOT_FOUND in the
 * same words whether there is none or it is not visible; two that fit: USAGE.
 */
bool ref_resolve(struct store *s, const struct viewer *v, const char *text,
	uint32_t kinds, struct db_entry *e, struct err *err);

/* A ref for a new record: dense ("RO-L12") or, kept back, random ("RO-LK7QM"). parent_ref for parts
 * ("RO-A5/valuation2"). */
bool ref_new(struct act *a, const struct record *r, int64_t case_id,
	const char *parent_ref, bool kept_back, char ref[24], struct err *err);

/* Replay of a log: make sure that later numbers do not collide with this ref. */
bool ref_seen(struct db *db, int64_t case_id, const char *ref, struct err *err);

/* What a door shows for a uid inside: its ref, if the viewer sees it; false else. */
bool ref_show(struct store *s, const struct viewer *v, const char *uid,
	char ref[24]);

#endif
