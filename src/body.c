/* SPDX-License-Identifier: GPL-3.0-or-later */
/* body.c - see body.h. */
#include "src/body.h"

#include <stddef.h>
#include <string.h>

#include "base/compiler.h"
#include "base/banned.h"

/*
 * EPPO is not here: it may sign an agreement as a state's authority does, or take
 * part in one.
 *
 * What the acts say: the operator of the platform sees nothing of a JIT (Regulation
 * (EU) 2023/969, art. 7(10)); Eurojust, Europol, OLAF and other bodies take part as
 * far as their own task needs it (art. 16); CEPOL trains (Regulation (EU) 2015/2219,
 * art. 3, known from summaries); Interpol is sent data by the member states (Common
 * Position 2005/69/JHA, of passports). That CEPOL and eu-LISA get nothing therefore,
 * and that Interpol receives and has no members here, is drawn from that and is the
 * program's choice. The acts of the others found them and are named for that alone.
 */
static const struct body bodies[] = {
	{ "CEPOL", "participant", false, "Regulation (EU) 2015/2219, art. 3" },
	{ "EULISA", "participant", false, "Regulation (EU) 2023/969, art. 7(10)" },
	{ "EUROJUST", "participant", true, "Regulation (EU) 2018/1727" },
	{ "EUROPOL", "participant", true, "Regulation (EU) 2016/794" },
	{ "FRONTEX", "participant", true, "Regulation (EU) 2019/1896" },
	{ "INTERPOL", "recipient", true, "Common Position 2005/69/JHA" },
	{ "OLAF", "participant", true, "Regulation (EU, Euratom) 883/2013" },
};

/* Treaty on European Union, art. 52, as of 2020-02-01; Greece is EL, too, in the
 * Union's own style. */
bool
body_is_member_state(const char *state)
{
	static const char members[][3] = {
		"AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "EL", "ES",
		"FI", "FR", "GR", "HR", "HU", "IE", "IT", "LT", "LU", "LV",
		"MT", "NL", "PL", "PT", "RO", "SE", "SI", "SK"
	};

	for (size_t i = 0; i < ARRAY_SIZE(members); i++)
		if (strcmp(members[i], state) == 0)
			return true;
	return false;
}

const struct body *
body_of(const char *code)
{
	for (size_t i = 0; i < ARRAY_SIZE(bodies); i++)
		if (strcmp(bodies[i].code, code) == 0)
			return &bodies[i];
	return NULL;
}
