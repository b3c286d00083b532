/* SPDX-License-Identifier: GPL-3.0-or-later */
/* codes.h - code lists that more than one kind reads, or that a rule branches on
 * (decisions.md D12). Codes are permanent; labels are translated when shown. */
#ifndef SRC_CODES_H
#define SRC_CODES_H

#include "base/field.h"

extern const struct field_code codes_ident[];	/* types: base/ident.h */
extern const struct field_code codes_access[];	/* enum access_op, from LOGIN on */
extern const struct field_code codes_yes_no[];
/* Regulation (EU) 2016/794, Annex I. */
extern const struct field_code codes_crime_area[];
extern const struct field_code codes_priority[];
extern const struct field_code codes_share[];
/* Europol handling codes H1 to H3. */
extern const struct field_code codes_handling[];
/* What a handling code's lift is for, besides the codes themselves. */
extern const struct field_code codes_lift[];
/* Framework Decision 2002/465/JHA, art. 1(10). */
extern const struct field_code codes_share_use[];
extern const struct field_code codes_use[];
extern const struct field_code codes_marking[];
/* 4x4, Regulation (EU) 2016/794, art. 29. */
extern const struct field_code codes_grade[];
/* Directive (EU) 2016/680, art. 7(1). */
extern const struct field_code codes_nature[];
extern const struct field_code codes_privilege[];
/* Directive (EU) 2016/680, art. 16. */
extern const struct field_code codes_legal[];
extern const struct field_code codes_special[];
/* With rights and clearance: src/role.c. */
extern const struct field_code codes_role[];
/* On what data leave the Union: Directive (EU) 2016/680, art. 36 to 38. */
extern const struct field_code codes_transfer[];
extern const struct field_code codes_party_class[];
/* Directive (EU) 2016/680, art. 6; Regulation (EU) 2016/794, Annex II.B. */
extern const struct field_code codes_person_category[];
extern const struct field_code codes_asset_type[];
extern const struct field_code codes_asset_stage[];
/* When something is due: enum desk_due_when (desk.h) is its index. */
extern const struct field_code codes_due[];
/* What waits: enum desk_wait_what (desk_home.h) is its index. */
extern const struct field_code codes_wait[];
/* Sorts of moments: enum desk_moment_what (desk_time.h) is its index. */
extern const struct field_code codes_moment[];
/* How a record was found: enum desk_find_key (desk.h) is its index. */
extern const struct field_code codes_find[];

#endif
