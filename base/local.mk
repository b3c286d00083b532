# SPDX-License-Identifier: GPL-3.0-or-later
noinst_LIBRARIES += libbase.a
libbase_a_SOURCES = \
	base/ascii.h \
	base/banned.h \
	base/base58.c base/base58.h \
	base/bech32.c base/bech32.h \
	base/calendar.c base/calendar.h \
	base/cbor.c base/cbor.h \
	base/checkdigit.c base/checkdigit.h \
	base/clean.c base/clean.h \
	base/clock.c base/clock.h \
	base/compiler.h \
	base/csv.c base/csv.h \
	base/date.c base/date.h \
	base/decoder.c base/decoder.h \
	base/domain.c base/domain.h \
	base/email.c base/email.h \
	base/err.c base/err.h \
	base/field.c base/field.h \
	base/filename.c base/filename.h \
	base/fold.c base/fold.h \
	base/hash.c base/hash.h \
	base/i18n.c base/i18n.h \
	base/ident.c base/ident.h \
	base/ident_bank.c \
	base/ident_craft.c \
	base/ident_crypto.c \
	base/ident_net.c \
	base/ident_paper.c \
	base/ident_phone.c \
	base/ident_prefix.c base/ident_prefix.h \
	base/ident_rules.h \
	base/ids.c base/ids.h \
	base/json.c base/json.h \
	base/jsonread.c base/jsonread.h \
	base/keccak.c base/keccak.h \
	base/latin.c base/latin.h \
	base/latin_tables.c base/latin_tables.h \
	base/linediff.c base/linediff.h \
	base/manner.c base/manner.h \
	base/match.c base/match.h \
	base/merkle.c base/merkle.h \
	base/money.c base/money.h \
	base/name.c base/name.h \
	base/name_tables.c base/name_tables.h \
	base/name_word.c \
	base/note.c base/note.h \
	base/punycode.c base/punycode.h \
	base/script.c base/script.h \
	base/seal.c base/seal.h \
	base/skeleton.c base/skeleton.h \
	base/sorted.c base/sorted.h \
	base/squeeze.c base/squeeze.h \
	base/strbuf.c base/strbuf.h \
	base/utf8.c base/utf8.h \
	base/when.c base/when.h \
	base/wrap.c base/wrap.h \
	base/xalloc.c base/xalloc.h \
	base/zone.c base/zone.h

# They include tables of data/.
base/ident.$(OBJEXT): data/countries.inc
base/ident_bank.$(OBJEXT): data/iban.inc
base/ident_paper.$(OBJEXT): data/vat.inc
base/ident_phone.$(OBJEXT): data/dialling.inc
base/money.$(OBJEXT): data/currencies.inc
base/name_tables.$(OBJEXT): data/firm-words.inc data/given-names.inc \
	data/legal-forms.inc data/person-words.inc
