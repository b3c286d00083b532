/* SPDX-License-Identifier: GPL-3.0-or-later */
/* kinds.h - the kinds by name, for kind.c; each is declared beside its fields. */
#ifndef SRC_KINDS_H
#define SRC_KINDS_H

#include "src/ask.h"
#include "src/asset.h"
#include "src/casefile.h"
#include "src/contact.h"
#include "src/correlation.h"
#include "src/decision.h"
#include "src/definition.h"
#include "src/event.h"
#include "src/evidence.h"
#include "src/exchange.h"
#include "src/export_run.h"
#include "src/import_run.h"
#include "src/lead.h"
#include "src/link.h"
#include "src/member.h"
#include "src/note.h"
#include "src/organisation.h"
#include "src/parts.h"
#include "src/party.h"
#include "src/payment.h"
#include "src/person.h"
#include "src/share.h"
#include "src/storelog.h"
#include "src/task.h"

#endif
