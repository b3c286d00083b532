# SPDX-License-Identifier: GPL-3.0-or-later
# Translations: a line in po/LINGUAS and po/LANGUAGE.po are all a new one needs.
# The template is made when it is wanted, not kept.
EXTRA_DIST += po/LINGUAS po/POTFILES.in tools/potfiles.sh tools/xgettext.sh

.PHONY: pot
pot:
	@$(MKDIR_P) po && $(SHELL) $(srcdir)/tools/xgettext.sh $(srcdir) \
		po/$(PACKAGE).pot && echo po/$(PACKAGE).pot

each_language = for language in `sed '/^\#/d' $(srcdir)/po/LINGUAS`; do \
	mo=$(DESTDIR)$(localedir)/$$language/LC_MESSAGES/$(PACKAGE).mo;

install-data-hook:
	@$(each_language) \
		$(MKDIR_P) "$$(dirname "$$mo")" && \
		msgfmt -c -o "$$mo" $(srcdir)/po/$$language.po || exit 1; \
	done

uninstall-hook:
	@$(each_language) rm -f "$$mo"; done

dist-hook:
	@for language in `sed '/^\#/d' $(srcdir)/po/LINGUAS`; do \
		cp $(srcdir)/po/$$language.po $(distdir)/po/ || exit 1; \
	done
