# SPDX-License-Identifier: GPL-3.0-or-later
noinst_LIBRARIES += libbase.a
libbase_a_SOURCES = \
	base/banned.h \
	base/cbor.c base/cbor.h \
	base/clean.c base/clean.h \
	base/compiler.h \
	base/csv.c base/csv.h \
	base/decoder.c base/decoder.h \
	base/err.c base/err.h \
	base/fold.c base/fold.h \
	base/hash.c base/hash.h \
	base/i18n.h \
	base/json.c base/json.h \
	base/merkle.c base/merkle.h \
	base/note.c base/note.h \
	base/strbuf.c base/strbuf.h \
	base/utf8.c base/utf8.h \
	base/xalloc.c base/xalloc.h
