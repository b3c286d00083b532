# SPDX-License-Identifier: GPL-3.0-or-later
# rules.sh - the rules of the program that the model test must see broken, and how each
# is broken: mutant SENTENCE FILE SED-EXPRESSION. Whoever reads this says what that does
# (mutants.sh breaks them, check-mutants.sh looks whether there is what they change).
# shellcheck shell=sh
mutant "everybody is cleared for everything" src/viewer.c \
	's/v->clearance = role_clearance(v->role)/v->clearance = 2/'
mutant "a party is in the mask of its neighbour" db/audience.c \
	's/(a\.mask >> :slot & 1/(a.mask >> (:slot + 1) \& 1/'
mutant "what was shared until a day does not end" db/audience.c \
	's/m\.until > :now)/m.until > 0 * :now)/; s/m\.until <= :now/m.until <= 0 * :now/'
mutant "what the team was given until a day does not end" src/sharing.c \
	's/(ends ? name_team(s, err)/(ends \&\& !s ? name_team(s, err)/'
mutant "a party of the team keeps what was taken back from it" src/audience.c \
	's/a->mask &= ~BIT(s->slot);/;/'
mutant "a link is cut by one of its ends alone" src/cut.c \
	's/narrow_by(db, a, own, err) && narrow_by(db, b, own, err)/narrow_by(db, a, own, err)/'
mutant "a link is not cut anew when an end changes" src/cut.c \
	's/if (!(linktype_kinds() & KIND_BIT(e->kind)))/if (e->kind)/'
mutant "a reference shows the ref of what is not seen" src/ref.c \
	's/, &e, NULL) || !viewer_sees(v, s, &e))/, \&e, NULL))/'
mutant "a search looks in one audience too few" src/find.c \
	's/v->n_audiences, form->words/v->n_audiences - 1, form->words/'
mutant "what another party sees is counted whole" src/counts.c \
	's/o\.n_audiences = cut(.*);/;/'
mutant "the log of a case tells of every record" src/history.c \
	's/^\t\tviewer_sees(&s->viewer, &s->store, &e);/\t\ttrue;/'
mutant "an export for a court has what is H1" src/recipient.c \
	's/\*why |= may ? 0 : RECIPIENT_H1/(void)may/'
mutant "an export for a court has what is H2" src/recipient.c \
	's/|| to_party ? 0 : RECIPIENT_H2/|| why ? 0 : RECIPIENT_H2/'
mutant "an export for a party has what it does not see" src/recipient.c \
	's/else if (!viewer_sees(\*v, /else if (!viewer_sees(\&s->viewer, /'
mutant "a filter reads the name of what is not seen" src/clause_match.c \
	's/return f->type == FIELD_REF ? .* : text;/return text;/'
mutant "a change that one does not see wakes them" src/watch.c \
	's/bool visible = false;/bool visible = true;/'
mutant "what was retracted is still found by its words" src/find.c \
	's/v->n_audiences, form->words/v->n_audiences + v->n_voids, form->words/'
mutant "what only some of its party may see rings" src/hit_rule.c \
	's/of->rings = open && !shielded;/of->rings = !shielded;/'
mutant "what a third state brings is the team's at once" src/quarantine.c \
	's/record_set(&in->next, HEADER_SHARE, "own");/;/'
mutant "what was not released is given on" src/share_rule.c \
	's/return quarantine_free(.*);/return w != NULL || err != NULL;/'
mutant "what waits to be released is shown to whoever leads" src/quarantine.c \
	's/role_may(s->viewer.role, RIGHT_RELEASE, NULL)/role_may(s->viewer.role, RIGHT_ADMIT, NULL)/'
mutant "a third state says something of what others see" src/quarantine.c \
	's/^\t\tquarantine_refuse_words(in, HEADER_OF);/\t\t;/'
mutant "a third state changes what was released" src/quarantine.c \
	's/^\tif (is_kept(in->session, &in->now))/\tif (in->now.kind)/'
mutant "a third state asks in words" src/ask_conduct.c \
	's/if (in->session->viewer.third)/if (false)/'
mutant "a third state gets what nobody answers for" src/share_rule.c \
	's/if (!role_may(w->session->viewer.role, RIGHT_DISCLOSE, err))/if (false)/'
mutant "a body without a task gets what is shared" src/share_rule.c \
	's/return !b || b->operational ||/return true ||/'
mutant "a hit is told to a third state" src/hit.c \
	's/((v->team | v->bodies) >> v->slot & 1)/true/'
mutant "a hit is told to who may not ask" src/hit.c \
	's/role_may(v->role, RIGHT_ASK, NULL);/true;/'
mutant "an entry of one party is no news" src/news.c \
	's/else if (!\*past \&\& !(e.member/else if (!*past \&\& e.time % 7 \&\& !(e.member/'
mutant "what is new tells of every record" src/news.c \
	's/if (!history_is_told(s, row))/if (!row)/'
mutant "an ask waits for who may not answer it" src/waiting.c \
	's/if (role_may(v->role, RIGHT_ANSWER, NULL))/if (true)/'
mutant "a question waits for nobody" src/wait.c \
	's/c->asks ? WAIT_QUESTION : WAIT_MENTION/WAIT_MENTION/'
mutant "what was given is taken back by a share that is set" src/share_lost.c \
	's/is_given(given, w->slot, viewer_now(&s->viewer)) ||/false \&\& given ||/'
mutant "a share of the team takes what was given besides" src/act.c \
	's/audience_join(&is, &had);/;/'
mutant "the payments of an account are not on the page of who holds it" src/profile.c \
	's/if (is_of(&found\.all\[i\]\.far, KIND_ASSET))/if (false)/'
mutant "a link says which way a payment went" src/profile.c \
	's/if (edge->kind->no != KIND_PAYMENT)/if (!edge->kind)/'
mutant "what was retracted says how an exhibit can be used" src/matrix.c \
	's/if (item_part_stands(item, i) &&/if (/'
mutant "what took place is on no timeline" src/due.c \
	's/(FIELD_DUE | FIELD_PASSES | FIELD_TOOK)/(FIELD_DUE | FIELD_PASSES)/'
mutant "the day of a link is not on the timeline of its ends" src/timeline.c \
	's/add_dates(l, edge->via, false, m, err) : true/true : true/'
mutant "a page of the timeline begins one change too late" src/timeline.c \
	's/l->place\.owner + !l->ask->backward/l->place.owner + 1 + !l->ask->backward/'
mutant "the newer of two equal numbers does not ask for a link" src/unlinked.c \
	's/return !ours || other->rid < self->rid;/return !ours;/'
mutant "plans on one day are told to nobody" src/clash.c \
	's/theirs->day > ours->day + CLASH_DAYS ||/theirs->day >= ours->day ||/'
mutant "a plan is told that only some of its party may see" src/clash.c \
	's/if (!ours && !of\.rings)/if (false)/'
mutant "who was given a record does not hear that it was changed" src/correction.c \
	's/return !in->is_new || ((in->kind/return ((in->kind/'
mutant "a change is told to all of a party" src/audience.c \
	's/^\t\taudience_narrow(meant, &of);/\t\t;/'
mutant "what is privileged stays with whom it was given to" src/audience.c \
	's/i < n && !privilege_closes(r)/i < n/'
mutant "what is privileged is found by its words" src/words.c \
	's/if (privilege_closes(r))/if (false)/'
mutant "what is privileged rings" src/idents.c \
	's/record_text(r, HEADER_RETRACTED)) || privilege_closes(r);/record_text(r, HEADER_RETRACTED));/'
mutant "a working copy has what is privileged" src/recipient.c \
	's/!privilege_reviews(&s->viewer, record) ?/false ?/'
mutant "a link tells what is privileged in a working copy" src/recipient.c \
	's/blank_links(r, s, item, err) :/true :/'
mutant "anybody clears what is privileged" src/privilege.c \
	's/!is_reviewer(&in->session->viewer))/false)/'
mutant "what is privileged is given on" src/share_rule.c \
	's/return !privilege_closes(w->record) ||/return true ||/'
mutant "what H3 says need not be read" src/share_rule.c \
	's/return !text || w->acknowledged ||/return true ||/'
mutant "what is H3 is the team's at once" src/handling_code.c \
	's/HANDLING_KEPT | HANDLING_ASKS/HANDLING_ASKS/'
mutant "what is taken from the team stays the team's" src/sharing.c \
	's/if (!ok || (all && !keep_own(s, err)))/if (!ok)/'
mutant "what is taken from all is taken from the team alone" src/sharing.c \
	's/share_whoms_add_all(&team, s->in.session, err)/share_whoms_add_team(\&team, s->in.session, err)/'
mutant "a yes to a use stays with no record" src/ask_conduct.c \
	's/if (in->is_new || !(what->flags & ASK_PERMITS) ||/if (true ||/'
mutant "what one party is permitted for a court each party is" src/handling.c \
	's/permissions_have(&p, "court", use->in, use->party)/permissions_have(\&p, "court", use->in, NULL)/'
mutant "the same is asked twice" src/ask_conduct.c \
	's/else if (find_same(in, &e))/else if (false \&\& find_same(in, \&e))/'
mutant "texts are told of what is restricted for no purpose" src/veil.c \
	's/if (on && m->role == WIRE_TOLD)/if (false)/'
mutant "what has special categories is opened for no purpose" src/veil.c \
	's/^\t\t record_text(r, HEADER_SPECIAL));/\t\t false);/'
mutant "a page of a person tells for no purpose how much was paid" src/shapes.c \
	's/TOLD(desk_profile_row, amount)/TEXT(desk_profile_row, amount)/'
mutant "one case alone switches hits between two on" src/inquiry_find.c \
	's/return !both || take_case/return take_case/'
mutant "a no to another case is told" src/inquiry.c \
	's/if (granted && !tell_asker/if (!tell_asker/'
mutant "another case's leaders see what they hold nothing on" src/inquiry_find.c \
	's/\*taken = held && !answered/*taken = !answered/'
mutant "what is restricted is asked back from those who are not cleared for it" \
	src/audience.c 's/meant->class = of\.class;/;/'
mutant "an ask is told to a third party" src/audience.c \
	's/ask_add_asked(/meant.mask |= own << 1; ask_add_asked(/'
mutant "what one member is asked back is told to all of the party" \
	src/ask_conduct.c 's/member ? member : ""/""/'
mutant "what one member is asked back waits for whoever answers for the party" \
	src/wait.c 's/\*by_name ? by_name : WAIT_ANSWERERS/WAIT_ANSWERERS/'
mutant "a party other than its own reads who opened a record" src/sheet.c \
	's/^\tif (!m->ours)$/\tif (false)/'
mutant "the sheet names the last who opened a record" src/sheet.c \
	's/r\[i\]\.first < row->opened/r[i].first > row->opened/'
mutant "receipts of another party are told for one" src/access_past.c \
	's/if (!party || strcmp(rows\[i\]\.party, party) == 0)/if (true)/'
mutant "receipts say when it was last opened" src/sheet.c \
	's/row->opened = r\[i\]\.first;/row->opened = r[i].last;/'
mutant "what is taken back from a party is said to have ended" src/sheet.c \
	's/record_has(r, SHARE_ACTION, "withdrawn") \&\&/false \&\&/'
mutant "a lift of one code lets go another" src/handling.c \
	's/permissions_have(&p, "lift", code, use->party)/permissions_have(\&p, "lift", NULL, use->party)/'
mutant "what is permitted for one court is for each court" src/handling.c \
	's/permissions_have(&p, "court", use->in, use->party)/permissions_have(\&p, "court", NULL, use->party)/'
mutant "what may go on may go to who asked" src/ask_conduct.c \
	's/for_party ? for_party :/false ? for_party :/'
mutant "a party that came later has no place on its own sheet" src/sheet.c \
	's/put_places(m, v->party, v->slot, v->earlier, err)/put_places(m, v->party, v->slot, false, err)/'
mutant "a victim rings" src/hit_rule.c \
	's/(category && has_covered(category)) ||/(category \&\& false) ||/'
mutant "who is under measures of protection rings" src/hit_rule.c \
	's/strcmp(protection, "none") != 0);/false);/'
mutant "a hit is told of what its searcher sees" src/hit.c \
	's/if (all\[i\] > seen\[i\] &&/if (all[i] > 0 \&\&/'
mutant "what one asks other cases is read by all of their party" src/audience.c \
	's/(share && strcmp(share, "named") == 0) ||/(share \&\& strcmp(share, "named") == 0)) {/; s/^\t    is_inquiry(r)) {$//'
mutant "other cases are asked as often as one likes" src/inquiry.c \
	's/m\.open >= INQUIRY_MOST/m.open > 9 * INQUIRY_MOST/'
mutant "what is H2 is open to who comes later" src/audience.c \
	's/if (record_has(r, HEADER_HANDLING, "H2"))/if (!r)/'
mutant "a share is undone" src/undo_since.c \
	's/if (!is_not_sensitive(of, err))/if (!of)/'
mutant "what is undone takes the values of now" src/undo.c \
	's/record_set(&in->delta, i, record_text(&of->before, i));/record_set(\&in->delta, i, record_text(\&in->now, i));/'
mutant "what is erased stays in the log" db/erase.c \
	's/"DELETE FROM log_value WHERE field = :field AND "/"DELETE FROM log_value WHERE field = -:field AND "/'
mutant "an erasure is told to who never had it" src/correction.c \
	's/\*is = (had->slots/*is = true || (had->slots/; s/record_set(&notice, ASK_ABOUT/if (*word != *"erased") &/'
mutant "who has what is erased is not told" src/correction.c \
	's/ok = tell(a, &of, "erased", .*);/ok = true;/'
mutant "what is erased still stands" src/erasure.c \
	's/if (!record_text(now, HEADER_RETRACTED))/if (!now)/'
mutant "the words that asked what is erased back stay" src/ask_erase.c \
	's/words\[ASK_PURPOSE\] = words/words/'
mutant "what was retracted is counted" src/counts.c \
	's/^\to\.audiences = audiences;$/\tviewer_add_voids(\&s->viewer, k, \&audiences, \&o.n_audiences); o.audiences = audiences;/'
mutant "a retracted part is still carried" src/idents.c \
	's/record_text(r, HEADER_RETRACTED)) || privilege_closes(r);/false) || privilege_closes(r);/'
mutant "what a member who leaves alone saw is left to nobody" src/member_conduct.c \
	's/succession_follow(a, in->session, &in->next, err)/true/'
mutant "what others of the party see goes to the successor, too" src/succession.c \
	's/^\t\t\tsubtract(s->alone, &s->n_alone, seen, n);/\t\t\t;/'
mutant "what another party gave goes to the successor" src/succession.c \
	's/record_has(&r, HEADER_PARTY, s->party) && //'
mutant "what is left is for one who is not cleared for it" src/succession.c \
	's/(int)s->heirs\[i\]\.clearance >= class/class < 9/'
