/* SPDX-License-Identifier: GPL-3.0-or-later */
/* codes.c - see codes.h. */
#include "src/codes.h"

#include "base/i18n.h"
#include "base/ident.h"
#include "base/banned.h"

const struct field_code codes_ident[] = {
#define X(name, code, label) { code, label },
	IDENT_TYPES(X)
#undef X
	{ NULL, NULL }
};

const struct field_code codes_yes_no[] = {
	{ "no", N_("no") },
	{ "yes", N_("yes") },
	{ NULL, NULL }
};

const struct field_code codes_crime_area[] = {
	{ "TERR", N_("terrorism") },
	{ "ORGC", N_("organised crime") },
	{ "DRUG", N_("drug trafficking") },
	{ "MLAU", N_("money laundering") },
	{ "NUCL", N_("nuclear and radioactive substances") },
	{ "SMUG", N_("immigrant smuggling") },
	{ "THB", N_("trafficking in human beings") },
	{ "VEHI", N_("motor vehicle crime") },
	{ "MURD", N_("murder, grievous bodily injury") },
	{ "ORGN", N_("trade in organs and tissue") },
	{ "KIDN", N_("kidnapping, hostage-taking") },
	{ "RACX", N_("racism and xenophobia") },
	{ "ROBB", N_("robbery, aggravated theft") },
	{ "CULT", N_("trafficking in cultural goods") },
	{ "FRAU", N_("swindling and fraud") },
	{ "PIF", N_("crime against EU financial interests") },
	{ "INSD", N_("insider dealing, market manipulation") },
	{ "EXTO", N_("racketeering, extortion") },
	{ "COUN", N_("counterfeiting, product piracy") },
	{ "FORG", N_("forgery of administrative documents") },
	{ "MONY", N_("forgery of money and means of payment") },
	{ "CYBR", N_("computer crime") },
	{ "CORR", N_("corruption") },
	{ "ARMS", N_("trafficking in arms and explosives") },
	{ "ANIM", N_("trafficking in endangered animals") },
	{ "PLNT", N_("trafficking in endangered plants") },
	{ "ENVI", N_("environmental crime") },
	{ "HORM", N_("trafficking in hormones") },
	{ "CSA", N_("sexual abuse and exploitation") },
	{ "CORE", N_("genocide, crimes against humanity, war crimes") },
	{ NULL, NULL }
};

const struct field_code codes_priority[] = {
	{ "low", N_("low") },
	{ "normal", N_("normal") },
	{ "high", N_("high") },
	{ "urgent", N_("urgent") },
	{ NULL, NULL }
};

const struct field_code codes_share[] = {
	{ "team", N_("the team: all signatories") },
	{ "own", N_("own party only") },
	{ "named", N_("named members only") },
	{ NULL, NULL }
};

const struct field_code codes_share_use[] = {
	{ "information", N_("information alone") },
	{ "evidence", N_("evidence") },
	{ NULL, NULL }
};

#define HANDLING_CODES \
	{ "H1", N_("not in court without permission") }, \
	{ "H2", N_("not to be passed on without permission") }, \
	{ "H3", N_("other restriction: see the text") }

const struct field_code codes_handling[] = {
	HANDLING_CODES,
	{ NULL, NULL }
};

const struct field_code codes_lift[] = {
	HANDLING_CODES,
	{ "grade", N_("another evaluation") },
	{ "terms", N_("the origin and its terms") },
	{ NULL, NULL }
};

const struct field_code codes_use[] = {
	{ "U1", N_("the purpose of the team") },
	{ "U2", N_("other offences, with consent") },
	{ "U3", N_("an immediate, serious threat to public security") },
	{ "U4", N_("another purpose that the parties agreed on") },
	{ NULL, NULL }
};

const struct field_code codes_marking[] = {
	{ "none", N_("none") },
	{ "sensitive", N_("sensitive") },
	{ "r_ue", N_("RESTREINT UE/EU RESTRICTED") },
	{ NULL, NULL }
};

const struct field_code codes_grade[] = {
	{ "A1", N_("A1: source not in doubt; accuracy not in doubt") },
	{ "A2", N_("A2: source not in doubt; known to it at first hand") },
	{ "A3", N_("A3: source not in doubt; second hand, corroborated") },
	{ "A4", N_("A4: source not in doubt; second hand, uncorroborated") },
	{ "B1", N_("B1: source mostly reliable; accuracy not in doubt") },
	{ "B2", N_("B2: source mostly reliable; known to it at first hand") },
	{ "B3", N_("B3: source mostly reliable; second hand, corroborated") },
	{ "B4", N_("B4: source mostly reliable; second hand, uncorroborated") },
	{ "C1", N_("C1: source mostly unreliable; accuracy not in doubt") },
	{ "C2", N_("C2: source mostly unreliable; known to it at first hand") },
	{ "C3", N_("C3: source mostly unreliable; second hand, corroborated") },
	{ "C4", N_("C4: source mostly unreliable; second hand, uncorroborated") },
	{ "X1", N_("X1: source cannot be assessed; accuracy not in doubt") },
	{ "X2", N_("X2: source cannot be assessed; known to it at first hand") },
	{ "X3", N_("X3: source cannot be assessed; second hand, corroborated") },
	{ "X4", N_("X4: source cannot be assessed; second hand, uncorroborated") },
	{ NULL, NULL }
};

const struct field_code codes_nature[] = {
	{ "fact", N_("fact") },
	{ "assessment", N_("personal assessment") },
	{ NULL, NULL }
};

const struct field_code codes_privilege[] = {
	{ "none", N_("none") },
	{ "to_review", N_("to be reviewed") },
	{ "claimed", N_("claimed") },
	{ "excluded", N_("excluded") },
	{ "cleared", N_("cleared") },
	{ NULL, NULL }
};

const struct field_code codes_legal[] = {
	{ "active", N_("active") },
	{ "restricted", N_("restricted") },
	{ "erased", N_("erased by law") },
	{ NULL, NULL }
};

/* In the order of Directive (EU) 2016/680, art. 10. */
const struct field_code codes_special[] = {
	{ "ethnic", N_("racial or ethnic origin") },
	{ "politics", N_("political opinions") },
	{ "belief", N_("religious or philosophical beliefs") },
	{ "union", N_("trade union membership") },
	{ "genetic", N_("genetic data") },
	{ "biometric", N_("biometric data that identify") },
	{ "health", N_("health") },
	{ "sex_life", N_("sex life or sexual orientation") },
	{ NULL, NULL }
};

const struct field_code codes_transfer[] = {
	{ "adequacy", N_("adequacy decision") },
	{ "safeguards", N_("appropriate safeguards") },
	{ "derogation", N_("derogation for this case") },
	{ NULL, NULL }
};

const struct field_code codes_party_class[] = {
	{ "signatory", N_("signatory") },
	{ "participant", N_("participant (EU body)") },
	{ "third", N_("authority of a third state") },
	{ "recipient", N_("recipient only") },
	{ NULL, NULL }
};

const struct field_code codes_person_category[] = {
	{ "SUS", N_("suspect") },
	{ "POT", N_("about to commit an offence") },
	{ "CON", N_("convicted") },
	{ "VIC", N_("victim") },
	{ "WIT", N_("witness") },
	{ "INF", N_("informant") },
	{ "CNT", N_("contact, sporadic") },
	{ "ASC", N_("associate, regular") },
	/* What ends the lawfulness of data on a suspect: Regulation (EU) 2016/794,
	 * annex II, part A, point 5. */
	{ "ACQ", N_("acquitted") },
	{ "END", N_("proceedings ended for good") },
	{ NULL, NULL }
};

const struct field_code codes_asset_type[] = {
	{ "BANK", N_("bank account") },
	{ "CASH", N_("cash") },
	{ "CRYP", N_("crypto wallet, tokens") },
	{ "REAL", N_("real estate") },
	{ "VEHI", N_("road vehicle") },
	{ "VESS", N_("ship or boat") },
	{ "AIRC", N_("aircraft") },
	{ "SHAR", N_("company share") },
	{ "SECU", N_("securities, fund units") },
	{ "BUSN", N_("business as going concern") },
	{ "INSU", N_("life insurance, pension") },
	{ "JEWL", N_("jewels, watches, gold") },
	{ "ARTC", N_("art, cultural object") },
	{ "LUXG", N_("luxury goods, furniture") },
	{ "ELEC", N_("devices, equipment") },
	{ "CLAI", N_("claim, debt, loan") },
	{ "IPDO", N_("IP, domain names, accounts") },
	{ "STCK", N_("goods, raw material, livestock") },
	{ "WEAP", N_("weapons (no recovery)") },
	{ "DRUG", N_("drugs (no recovery)") },
	{ "OTHR", N_("other") },
	{ NULL, NULL }
};

const struct field_code codes_asset_stage[] = {
	{ "SUSPECTED", N_("suspected") },
	{ "IDENTIFIED", N_("identified") },
	{ "TEMP_FROZEN", N_("frozen at once, for days") },
	{ "REQUESTED", N_("freezing requested") },
	{ "FROZEN", N_("frozen") },
	{ "MANAGED", N_("managed") },
	{ "SOLD_EARLY", N_("sold early") },
	{ "CONF_REQUESTED", N_("confiscation requested") },
	{ "CONFISCATED", N_("confiscated") },
	{ "SHARED", N_("shared between states") },
	{ "RESTITUTED", N_("restituted to the victim") },
	{ "COMPENSATED", N_("victim compensated") },
	{ "SOLD", N_("sold") },
	{ "TRANSFERRED", N_("transferred") },
	{ "SOCIAL_USE", N_("in social use") },
	{ "DESTROYED", N_("destroyed") },
	{ "RELEASED", N_("released") },
	{ "REFUSED", N_("refused") },
	{ "POSTPONED", N_("postponed") },
	{ "IMPOSSIBLE", N_("impossible") },
	{ "DROPPED", N_("dropped") },
	{ NULL, NULL }
};

const struct field_code codes_find[] = {
	{ "ref", N_("by its name") },
	{ "number", N_("by the number") },
	{ "exact", N_("as typed") },
	{ "prefix", N_("a word begins so") },
	{ "latin", N_("in Latin letters") },
	{ "skeleton", N_("sounds like it") },
	{ "substring", N_("part of a word") },
	{ "alike", N_("may be the same name") },
	{ NULL, NULL }
};

const struct field_code codes_wait[] = {
	{ "accept", N_("accept") },
	{ "task", N_("do") },
	{ "giver", N_("confirm") },
	{ "receiver", N_("confirm") },
	{ "mention", N_("answer") },
	{ "question", N_("answer") },
	{ "link", N_("linked?") },
	{ "answer", N_("answer") },
	{ "return", N_("return") },
	{ "answered", N_("answered") },
	{ "plan", N_("near by") },
	{ "corrected", N_("changed") },
	{ "erased", N_("erased") },
	{ "shared", N_("received") },
	{ "release", N_("release") },
	{ "rings", N_("hit") },
	{ "inquiry", N_("answer") },
	{ NULL, NULL }
};

const struct field_code codes_moment[] = {
	{ "event", N_("event") },
	{ "custody", N_("custody") },
	{ "payment", N_("payment") },
	{ "link", N_("link") },
	{ "fact", N_("fact") },
	{ "due", N_("due") },
	{ "change", N_("change") },
	{ NULL, NULL }
};

const struct field_code codes_access[] = {
	{ "login", N_("logged in") },
	{ "read", N_("read") },
	{ "list", N_("listed") },
	{ "search", N_("searched") },
	{ "combine", N_("combined") },
	{ "history", N_("read the history") },
	{ "log", N_("read the log") },
	{ "export", N_("exported") },
	{ "hit", N_("was told of a hit") },
	{ "audit", N_("read the access log") },
	{ "purge", N_("let go of old entries") },
	{ NULL, NULL }
};

const struct field_code codes_due[] = {
	{ "overdue", N_("overdue") },
	{ "past", N_("past") },
	{ "today", N_("today") },
	{ "week", N_("this week") },
	{ "later", N_("later") },
	{ NULL, NULL }
};
