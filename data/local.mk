# SPDX-License-Identifier: GPL-3.0-or-later
# Facts that may change without the code: each file names its source and the
# day it was verified. Those that end in .tsv are compiled in.
data_tables = \
	data/countries.tsv \
	data/currencies.tsv \
	data/dialling.tsv \
	data/firm-words.tsv \
	data/given-names.tsv \
	data/iban.tsv \
	data/legal-forms.tsv \
	data/person-words.tsv \
	data/vat.tsv
data_embedded = $(data_tables:.tsv=.inc)

EXTRA_DIST += $(data_tables)
CLEANFILES += $(data_embedded)

SUFFIXES = .tsv .inc
.tsv.inc:
	$(AM_V_GEN)$(MKDIR_P) $(@D) && \
	AWK='$(AWK)' $(SHELL) $(top_srcdir)/tools/embed-tsv.sh $< >$@.tmp && \
	mv -f $@.tmp $@
$(data_embedded): $(top_srcdir)/tools/embed-tsv.sh
