# SPDX-License-Identifier: GPL-3.0-or-later
noinst_LIBRARIES += libsrc.a
libsrc_a_SOURCES = \
	src/asset.c src/asset.h \
	src/audience.c src/audience.h \
	src/casefile.c src/casefile.h \
	src/codes.c src/codes.h \
	src/desk.h \
	src/door.c src/door.h \
	src/format.h \
	src/header.c \
	src/import_run.c src/import_run.h \
	src/intake.c src/intake.h \
	src/job.h \
	src/jobs.h \
	src/kind.c src/kind.h \
	src/kinds.h \
	src/lead.c src/lead.h \
	src/member.c src/member.h \
	src/note.c src/note.h \
	src/organisation.c src/organisation.h \
	src/parts.c src/parts.h \
	src/party.c src/party.h \
	src/payment.c src/payment.h \
	src/record.c src/record.h \
	src/ref.c src/ref.h \
	src/role.c src/role.h \
	src/rule.c src/rule.h \
	src/session.h \
	src/storelog.c src/storelog.h \
	src/table.c src/table.h \
	src/value.c src/value.h \
	src/viewer.c src/viewer.h
