/* SPDX-License-Identifier: GPL-3.0-or-later */
/* evidence_parts.c - what is said of an exhibit: its digests, who held it,
 * to whom it was disclosed, where it may be used. */
#include "src/parts.h"

#include <string.h>

#include "base/compiler.h"
#include "base/i18n.h"
#include "src/part.h"
#include "src/record.h"
#include "src/rule.h"
#include "base/banned.h"

/* Length of the digest in hex digits: FIPS 180-4, RFC 1321, RFC 7693, FIPS 202.
 * Of those that are equally long the first is meant where none is named. */
static const struct algorithm {
	const char *code;
	size_t digits;
} algorithm_lengths[] = {
	{ "sha256", 64 }, { "sha512", 128 }, { "sha384", 96 },
	{ "sha224", 56 }, { "sha1", 40 }, { "md5", 32 },
	{ "sha3_256", 64 }, { "blake2b", 128 },
};
static const struct field_code algorithms[] = {
	{ "sha256", N_("SHA-256") },
	{ "sha512", N_("SHA-512") },
	{ "sha384", N_("SHA-384") },
	{ "sha224", N_("SHA-224") },
	{ "sha3_256", N_("SHA3-256") },
	{ "blake2b", N_("BLAKE2b-512") },
	{ "sha1", N_("SHA-1") },
	{ "md5", N_("MD5") },
	{ NULL, NULL }
};
static const struct field hash_fields[] = {
	FIELD(64, "algorithm", N_("Algorithm"), FIELD_CODE, 0,
		.codes = algorithms,
		.help = N_("Without one, told by the length of the digest.")),
	FIELD(65, "value", N_("Digest"), FIELD_TEXT,
		FIELD_REQUIRED | FIELD_SEARCHED | FIELD_NUMBER, .max = 128,
		.help = N_("In hex digits.")),
	FIELD(66, "of_what", N_("Of what"), FIELD_TEXT, 0, .max = 4096,
		.help = N_("What was hashed: the image, a file of it, ...")),
	FIELD(67, "computed_by", N_("Computed by"), FIELD_TEXT, 0, .max = 200),
	FIELD(68, "on", N_("On"), FIELD_DATE, FIELD_PAST),
	FIELD(69, "report", N_("Report"), FIELD_TEXT, 0, .max = 200,
		.help = N_("The report that says so.")),
};
static const uint8_t hash_columns[] = {
	HASH_ALGORITHM, HASH_VALUE, HASH_OF_WHAT, HASH_COMPUTED_BY, HASH_ON, 0xFF
};

/* The algorithm that is named, else the one with as many digits; NULL. */
static const struct algorithm *
algorithm_of(const char *code, size_t digits)
{
	for (size_t i = 0; i < ARRAY_SIZE(algorithm_lengths); i++) {
		const struct algorithm *a = &algorithm_lengths[i];

		if (code ? strcmp(a->code, code) == 0 : a->digits == digits)
			return a;
	}
	return NULL;
}

static bool
hash_check(struct record *r, struct err *err)
{
	const char *value = record_text(r, HASH_VALUE);
	const struct algorithm *a = algorithm_of(record_text(r, HASH_ALGORITHM),
		strlen(value));

	if (!a)
		return err_field(err, ERR_INVALID,
			kind_field(r->kind, HASH_VALUE)->id,
			_("value: %zu characters are no digest that is known by its length: MD5 has 32 hex digits, SHA-1 40, SHA-224 56, SHA-256 64, SHA-384 96, SHA-512 128"),
			strlen(value));
	rule_default(r, HASH_ALGORITHM, a->code);
	return rule_hex(r, HASH_VALUE, a->digits, err);
}
PART_CHECKED(hash, KIND_HASH, "hash", N_("Hash"), N_("Hashes"));

static const struct field_code chain_actions[] = {
	{ "seized", N_("seized") },
	{ "received", N_("received") },
	{ "handed_over", N_("handed over") },
	{ "copied", N_("copied") },
	{ "examined", N_("examined") },
	{ "viewed", N_("viewed") },
	{ "returned", N_("returned") },
	{ "destroyed", N_("destroyed") },
	{ "lost", N_("lost") },
	{ NULL, NULL }
};
static const struct field_code modes[] = {
	{ "program", N_("in the program") },
	{ "paper", N_("by paper receipt") },
	{ NULL, NULL }
};
static const struct field chain_fields[] = {
	FIELD(64, "action", N_("Action"), FIELD_CODE, FIELD_REQUIRED,
		.codes = chain_actions),
	FIELD(65, "at", N_("At"), FIELD_DATE, FIELD_PAST | FIELD_TOOK,
		.help = N_("When it happened; when it was entered is kept besides.")),
	FIELD(66, "from", N_("From"), FIELD_REF,
		FIELD_KEEPS | FIELD_SEARCHED, .max = 200, .kinds = CUSTODY_KINDS,
		.help = N_("Party, member, contact, person or organisation; or any name.")),
	FIELD(67, "to", N_("To"), FIELD_REF,
		FIELD_KEEPS | FIELD_SEARCHED, .max = 200, .kinds = CUSTODY_KINDS,
		.help = N_("Likewise; without one, of what was seized or received, the party that enters it.")),
	FIELD(68, "method", N_("Method"), FIELD_TEXT, 0, .max = 300,
		.help = N_("How: by hand, courier, forensic image, ...")),
	FIELD(69, "seal", N_("Seal"), FIELD_TEXT,
		FIELD_SEARCHED | FIELD_NUMBER, .max = 100,
		.help = N_("Number of the seal.")),
	FIELD(70, "purpose", N_("Purpose"), FIELD_TEXT, 0, .max = 300),
	FIELD(71, "condition", N_("Condition"), FIELD_TEXT, 0, .max = 300,
		.help = N_("Intact, seal broken, count differs, ...")),
	FIELD(72, "mode", N_("Mode"), FIELD_CODE, 0, .codes = modes,
		.help = N_("How both sides sign for it: what its confirmations have unless they say otherwise.")),
	FIELD(73, "receipt_no", N_("Receipt no."), FIELD_TEXT,
		FIELD_SEARCHED | FIELD_NUMBER, .max = 100,
		.help = N_("Of the receipt that both sides sign, if it is one.")),
	FIELD(74, "copy", N_("Copy"), FIELD_REF, 0, .max = 36,
		.kinds = KIND_BIT(KIND_EVIDENCE),
		.help = N_("Of what was copied: the exhibit that it became; without one, it is made.")),
};
static const uint8_t chain_columns[] = {
	CHAIN_AT, CHAIN_ACTION, CHAIN_FROM, CHAIN_TO, CHAIN_SEAL,
	CHAIN_CONDITION, 0xFF
};
PART(chain, KIND_CHAIN, "chain", N_("Custody step"), N_("Chain of custody"));

static const struct field_code confirmation_sides[] = {
	{ "giver", N_("giver") },
	{ "receiver", N_("receiver") },
	{ NULL, NULL }
};
static const struct field confirmation_fields[] = {
	FIELD(64, "step", N_("Step"), FIELD_REF, FIELD_REQUIRED | FIELD_FIXED,
		.max = 36, .kinds = KIND_BIT(KIND_CHAIN),
		.help = N_("The hand-over that is confirmed: chain2.")),
	FIELD(65, "side", N_("Side"), FIELD_CODE, 0, .codes = confirmation_sides,
		.help = N_("Without one, the side of whoever confirms.")),
	FIELD(66, "mode", N_("Mode"), FIELD_CODE, 0, .codes = modes,
		.help = N_("Without one, paper if a receipt is named.")),
	FIELD(67, "receipt_no", N_("Receipt no."), FIELD_TEXT,
		FIELD_SEARCHED | FIELD_NUMBER, .max = 100,
		.help = N_("Of a receipt on paper, which counts for the side that signed it.")),
	FIELD(68, "name", N_("Signed by"), FIELD_TEXT, FIELD_SEARCHED, .max = 200,
		.help = N_("Who signed the receipt; on paper it has number, name, rank and date.")),
	FIELD(69, "rank", N_("Rank"), FIELD_TEXT, 0, .max = 100,
		.help = N_("Rank or office of who signed the receipt.")),
	FIELD(70, "on", N_("Signed on"), FIELD_DATE, FIELD_PAST,
		.help = N_("The day on the receipt.")),
	FIELD(71, "remark", N_("Remark"), FIELD_TEXT, 0, .max = 1000,
		.help = N_("Seal broken, count differs, ...")),
};
static const uint8_t confirmation_columns[] = {
	CONFIRMATION_STEP, CONFIRMATION_SIDE, HEADER_CREATED_BY,
	CONFIRMATION_NAME, CONFIRMATION_REMARK, 0xFF
};
PART(confirmation, KIND_CONFIRMATION, "confirmation", N_("Confirmation"),
	N_("Confirmations"));

static const struct field disclosure_fields[] = {
	FIELD(64, "proceeding", N_("Proceeding"), FIELD_TEXT, FIELD_REQUIRED,
		.max = 200, .help = N_("Court and file number.")),
	FIELD(65, "accused", N_("Accused"), FIELD_TEXT, 0, .max = 300),
	FIELD(66, "disclosed", N_("Version"), FIELD_TEXT, 0, .max = 100,
		.alias = "version",
		.help = N_("In which version: full, redacted, ...")),
	FIELD(67, "on", N_("On"), FIELD_DATE, FIELD_PAST | FIELD_TOOK),
	FIELD(68, "how", N_("How"), FIELD_TEXT, 0, .max = 200),
	FIELD(69, "receipt", N_("Receipt"), FIELD_TEXT, 0, .max = 200),
	FIELD(70, "withheld", N_("Withheld"), FIELD_TEXT, 0, .max = 1000,
		.help = N_("What was not disclosed, and why.")),
	FIELD(71, "ruling", N_("Ruling"), FIELD_TEXT, 0, .max = 300),
};
static const uint8_t disclosure_columns[] = {
	DISCLOSURE_ON, DISCLOSURE_PROCEEDING, DISCLOSURE_ACCUSED,
	DISCLOSURE_HOW, DISCLOSURE_WITHHELD, 0xFF
};
PART(disclosure, KIND_DISCLOSURE, "disclosure", N_("Disclosure"),
	N_("Disclosures"));

static const struct field_code admissibility_statuses[] = {
	{ "unclear", N_("unclear") },
	{ "admissible", N_("admissible") },
	{ "conditional", N_("on conditions") },
	{ "contested", N_("contested") },
	{ "inadmissible", N_("inadmissible") },
	{ NULL, NULL }
};
static const struct field admissibility_fields[] = {
	FIELD(64, "state", N_("State"), FIELD_STATE, FIELD_REQUIRED),
	FIELD(65, "status", N_("Status"), FIELD_CODE, FIELD_REQUIRED,
		.codes = admissibility_statuses),
	FIELD(66, "note", N_("Note"), FIELD_TEXT, 0, .max = 1000),
};
static const uint8_t admissibility_columns[] = {
	ADMISSIBILITY_STATE, ADMISSIBILITY_STATUS, ADMISSIBILITY_NOTE, 0xFF
};
PART(admissibility, KIND_ADMISSIBILITY, "admissibility", N_("Admissibility"),
	N_("Admissibilities"));
