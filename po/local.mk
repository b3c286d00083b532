# SPDX-License-Identifier: GPL-3.0-or-later
# Translations: a line in po/LINGUAS and po/LANGUAGE.po are all a new one needs.
# The template is made when it is wanted, not kept.
EXTRA_DIST += po/LINGUAS po/POTFILES.in tools/potfiles.sh tools/xgettext.sh

.PHONY: pot
pot:
	@$(MKDIR_P) po && $(SHELL) $(srcdir)/tools/xgettext.sh $(srcdir) \
		po/$(PACKAGE).pot && echo po/$(PACKAGE).pot

# Built beside the program, so that it speaks them before it is installed, with
# TEXTDOMAINDIR=po. Without msgfmt it is built all the same, in English.
each_language = for language in `sed '/^\#/d' $(srcdir)/po/LINGUAS`; do \
	made=po/$$language/LC_MESSAGES/$(PACKAGE).mo; \
	mo=$(DESTDIR)$(localedir)/$$language/LC_MESSAGES/$(PACKAGE).mo;

all-local: po/catalogues.stamp
po/catalogues.stamp: po/LINGUAS $(srcdir)/po/*.po
	@if test -n "$(MSGFMT)"; then $(each_language) \
		$(MKDIR_P) "$$(dirname "$$made")" && \
		$(MSGFMT) -c -o "$$made" $(srcdir)/po/$$language.po || exit 1; \
	done; fi
	@$(MKDIR_P) po && touch $@

install-data-local: po/catalogues.stamp
	@$(each_language) \
		test -f "$$made" || continue; \
		$(MKDIR_P) "$$(dirname "$$mo")" && \
		$(INSTALL_DATA) "$$made" "$$mo" || exit 1; \
	done

uninstall-local:
	@$(each_language) rm -f "$$mo"; done

clean-local: clean-catalogues
.PHONY: clean-catalogues
clean-catalogues:
	rm -f po/catalogues.stamp
	$(each_language) rm -f "$$made"; done

dist-hook:
	@for language in `sed '/^\#/d' $(srcdir)/po/LINGUAS`; do \
		cp $(srcdir)/po/$$language.po $(distdir)/po/ || exit 1; \
	done
