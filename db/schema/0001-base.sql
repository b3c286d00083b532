-- SPDX-License-Identifier: GPL-3.0-or-later
-- 0001-base.sql - what every store has, whatever kinds of record there are.
-- Text is UTF-8 without NUL; lengths are bytes. Times are ms since 1970 UTC.

-- Interned audiences: who may see what, said once for many records. The text says
-- it all; the other columns and audience_member take it apart for the index.
CREATE TABLE audience (
	id INTEGER PRIMARY KEY,		-- stands in records as audience_id
	case_id INTEGER NOT NULL,	-- rid of the casefile; 0: the store's own
	text TEXT NOT NULL		-- its one spelling (src/audience.h)
		CHECK (length(CAST(text AS BLOB)) BETWEEN 1 AND 16384),
	mask INTEGER NOT NULL,		-- a bit for each party slot that sees it
	open INTEGER NOT NULL,		-- likewise, if that party sees what was there
					-- before it was admitted
	class INTEGER NOT NULL		-- -1: of the case itself, seen whatever one is
					-- cleared for; 0: normal; 1: restricted; 2: protected
		CHECK (class BETWEEN -1 AND 2),
	voided INTEGER NOT NULL		-- 1: of what was retracted, listed on demand
		CHECK (voided IN (0, 1)),
	UNIQUE (case_id, text)
) STRICT;
-- All that says who is in one, in the order in which they are asked for: each session
-- asks of each after each change.
CREATE INDEX audience_seen ON audience (case_id, voided, id, class, mask, open);

-- Who else sees it: single members, and those who do so for a time.
CREATE TABLE audience_member (
	audience_id INTEGER NOT NULL
		REFERENCES audience (id) ON DELETE CASCADE ON UPDATE RESTRICT,
	slot INTEGER NOT NULL		-- of the party
		CHECK (slot BETWEEN 0 AND 63),
	member TEXT NOT NULL		-- uid; '': the whole party
		CHECK (length(CAST(member AS BLOB)) <= 39),
	until INTEGER NOT NULL		-- ms UTC when it is over; 0: no end
		CHECK (until >= 0),
	earlier INTEGER NOT NULL	-- 1: only as open says of parties
		CHECK (earlier IN (0, 1)),
	PRIMARY KEY (audience_id, slot, member, until, earlier)
) STRICT, WITHOUT ROWID;
-- Few end: what is over, and what is over next, is asked after each change.
CREATE INDEX audience_member_until ON audience_member (until, audience_id)
	WHERE until > 0;

-- The audience of what is listed nowhere: parts follow their record.
INSERT INTO audience VALUES (0, 0, 'none', 0, 0, 0, 0);

-- The directory: every record and part, of any kind.
CREATE TABLE record (
	rid INTEGER PRIMARY KEY,	-- never leaves the host
	uid TEXT NOT NULL UNIQUE	-- UUIDv4 in lower case
		CHECK (length(CAST(uid AS BLOB)) BETWEEN 1 AND 39),
	kind INTEGER NOT NULL,		-- permanent number of the kind
	case_id INTEGER NOT NULL,	-- rid of the casefile; 0: the store's own
	ref TEXT NOT NULL		-- RO-L12, RO-A5/valuation2; '' if it has none
		CHECK (length(CAST(ref AS BLOB)) <= 63),
	audience_id INTEGER NOT NULL	-- who sees it
		REFERENCES audience (id) ON DELETE RESTRICT ON UPDATE RESTRICT,
	parent INTEGER			-- parts: rid of the record they belong to
		REFERENCES record (rid) ON DELETE RESTRICT ON UPDATE RESTRICT
) STRICT;
CREATE UNIQUE INDEX record_ref ON record (case_id, ref) WHERE ref <> '';
CREATE INDEX record_parent ON record (parent) WHERE parent IS NOT NULL;

-- The trees of the change log (doc/log-format.md).
CREATE TABLE log_tree (
	tree INTEGER PRIMARY KEY,	-- 0: the store's; then one for each case
	log_id TEXT NOT NULL UNIQUE	-- UUIDv4 in lower case
		CHECK (length(CAST(log_id AS BLOB)) BETWEEN 1 AND 39),
	case_id INTEGER NOT NULL,	-- rid of the casefile; 0: the store's own
	size INTEGER NOT NULL		-- number of entries
		CHECK (size >= 0),
	root BLOB NOT NULL		-- RFC 6962 root hash over them
		CHECK (length(root) = 32),
	peaks BLOB NOT NULL		-- roots of the full subtrees, largest first
		CHECK (length(peaks) % 32 = 0 AND length(peaks) <= 2048),
	checkpoint TEXT			-- the newest signed one
		CHECK (length(CAST(checkpoint AS BLOB)) <= 8192),
	verifier TEXT			-- verifier line of the key that signed it
		CHECK (length(CAST(verifier AS BLOB)) <= 1024)
) STRICT;
CREATE INDEX log_tree_case ON log_tree (case_id);

-- The leaves. The record may be written after its entry, in the same act.
CREATE TABLE log_entry (
	tree INTEGER NOT NULL
		REFERENCES log_tree (tree) ON DELETE RESTRICT ON UPDATE RESTRICT,
	seq INTEGER NOT NULL		-- leaf index, from 0
		CHECK (seq >= 0),
	rid INTEGER NOT NULL		-- the record that it is about
		REFERENCES record (rid) ON DELETE RESTRICT ON UPDATE RESTRICT
		DEFERRABLE INITIALLY DEFERRED,
	data BLOB NOT NULL		-- what the leaf hash is of; never changed
		CHECK (length(data) BETWEEN 1 AND 1048576),
	PRIMARY KEY (tree, seq)
) STRICT, WITHOUT ROWID;
CREATE INDEX log_entry_record ON log_entry (rid, tree, seq);

-- The values that entries commit to. A row that is gone was erased by law.
CREATE TABLE log_value (
	tree INTEGER NOT NULL,
	seq INTEGER NOT NULL,
	field INTEGER NOT NULL		-- permanent id of the field
		CHECK (field BETWEEN 1 AND 65535),
	salt BLOB NOT NULL		-- key of the commitment
		CHECK (length(salt) = 16),
	value TEXT			-- canonical text; NULL: cleared by the entry
		CHECK (length(CAST(value AS BLOB)) <= 1048576),
	PRIMARY KEY (tree, seq, field),
	FOREIGN KEY (tree, seq) REFERENCES log_entry (tree, seq)
		ON DELETE RESTRICT ON UPDATE RESTRICT
		DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;

-- Running numbers of refs and parts.
CREATE TABLE counter (
	case_id INTEGER NOT NULL,	-- rid of the casefile; 0: the store's own
	name TEXT NOT NULL		-- what is counted: RO-L, RO/, RO-A5/valuation
		CHECK (length(CAST(name AS BLOB)) BETWEEN 1 AND 39),
	last INTEGER NOT NULL		-- the newest number given
		CHECK (last BETWEEN 0 AND 1000000000000000),
	PRIMARY KEY (case_id, name)
) STRICT, WITHOUT ROWID;

-- How many records of a kind an audience has, so that a list knows its length.
CREATE TABLE tally (
	kind INTEGER NOT NULL,		-- permanent number of the kind
	case_id INTEGER NOT NULL,	-- rid of the casefile; 0: the store's own
	audience_id INTEGER NOT NULL
		REFERENCES audience (id) ON DELETE RESTRICT ON UPDATE RESTRICT,
	n INTEGER NOT NULL		-- a tally of none has no row
		CHECK (n > 0),
	PRIMARY KEY (kind, case_id, audience_id)
) STRICT, WITHOUT ROWID;

-- Who carries which identifier, so that equal ones are found: it follows from the
-- records, and what a part says is said of its record. A casefile carries those
-- that were taken out of correlation in it. The type "name" has what persons are
-- told apart by, two and two (src/nameset.h).
CREATE TABLE ident (
	case_id INTEGER NOT NULL,	-- rid of the casefile
	type TEXT NOT NULL		-- iban, phone, ...
		CHECK (length(CAST(type AS BLOB)) BETWEEN 1 AND 15),
	value TEXT NOT NULL		-- what equal ones have in common
		CHECK (length(CAST(value AS BLOB)) BETWEEN 1 AND 319),
	audience_id INTEGER NOT NULL	-- as in record
		REFERENCES audience (id) ON DELETE RESTRICT ON UPDATE RESTRICT,
	rid INTEGER NOT NULL
		REFERENCES record (rid) ON DELETE RESTRICT ON UPDATE RESTRICT,
	slot INTEGER NOT NULL		-- of the party whose record it is; -1: none's
		CHECK (slot BETWEEN -1 AND 63),
	rings INTEGER NOT NULL		-- 1: whoever has it too may be told so
		CHECK (rings IN (0, 1) AND rings <= slot + 1),
	PRIMARY KEY (case_id, type, value, audience_id, rid)
) STRICT, WITHOUT ROWID;
CREATE INDEX ident_record ON ident (rid, type, value);
CREATE INDEX ident_newest ON ident (rid) WHERE type <> 'name';

-- How many records of a party ring on an identifier, so that a look costs the same
-- whoever holds it: for each audience, and under the audience 0 of all together.
CREATE TABLE held (
	what TEXT NOT NULL		-- CASE_ID/AUDIENCE_ID/TYPE/VALUE
		CHECK (length(CAST(what AS BLOB)) BETWEEN 1 AND 400),
	slot INTEGER NOT NULL
		CHECK (slot BETWEEN 0 AND 63),
	n INTEGER NOT NULL
		CHECK (n > 0),
	PRIMARY KEY (what, slot)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER ident_held AFTER INSERT ON ident WHEN new.rings BEGIN
	INSERT INTO held VALUES (new.case_id || '/0/' || new.type || '/'
			|| new.value, new.slot, 1)
		ON CONFLICT DO UPDATE SET n = n + 1;
	INSERT INTO held VALUES (new.case_id || '/' || new.audience_id || '/'
			|| new.type || '/' || new.value, new.slot, 1)
		ON CONFLICT DO UPDATE SET n = n + 1;
END;
CREATE TRIGGER ident_let_go AFTER DELETE ON ident WHEN old.rings BEGIN
	DELETE FROM held WHERE what IN (old.case_id || '/0/' || old.type || '/'
			|| old.value, old.case_id || '/' || old.audience_id
			|| '/' || old.type || '/' || old.value)
		AND slot = old.slot AND n = 1;
	UPDATE held SET n = n - 1 WHERE what IN (old.case_id || '/0/' || old.type
			|| '/' || old.value, old.case_id || '/'
			|| old.audience_id || '/' || old.type || '/'
			|| old.value)
		AND slot = old.slot AND n > 1;
END;

-- Behind all others stand as many rows as there are slots: a look reads just so
-- many rows whatever it finds, also at the end of the table.
WITH RECURSIVE each (slot) AS
	(VALUES (0) UNION ALL SELECT slot + 1 FROM each WHERE slot < 63)
	INSERT INTO held SELECT '~', slot, 1 FROM each;

-- What has to do with a person: the person, what names one in a field or a part, and
-- what is linked to one.
CREATE TABLE tie (
	via INTEGER NOT NULL		-- rid of what says so: record, part or link
		REFERENCES record (rid) ON DELETE RESTRICT ON UPDATE RESTRICT,
	rid INTEGER NOT NULL		-- of the record
		REFERENCES record (rid) ON DELETE RESTRICT ON UPDATE RESTRICT,
	person INTEGER NOT NULL		-- rid of the person
		REFERENCES record (rid) ON DELETE RESTRICT ON UPDATE RESTRICT,
	shields INTEGER NOT NULL	-- 1: nobody is told that the record is there
		CHECK (shields IN (0, 1)),
	PRIMARY KEY (via, rid, person)
) STRICT, WITHOUT ROWID;
CREATE INDEX tie_person ON tie (person, rid);
CREATE INDEX tie_shield ON tie (rid) WHERE shields;

-- Dates that ask for something, and those on which something took place, in one
-- order across all kinds.
CREATE TABLE due (
	owner INTEGER NOT NULL		-- rid of the record
		REFERENCES record (rid) ON DELETE RESTRICT ON UPDATE RESTRICT,
	rid INTEGER NOT NULL		-- of the part that has the date, or the owner's
		REFERENCES record (rid) ON DELETE RESTRICT ON UPDATE RESTRICT,
	field INTEGER NOT NULL		-- permanent id of the field
		CHECK (field BETWEEN 1 AND 65535),
	audience_id INTEGER NOT NULL
		REFERENCES audience (id) ON DELETE RESTRICT ON UPDATE RESTRICT,
	what INTEGER NOT NULL		-- 0: somebody is to act by then; 1: it is over
					-- when it is past; 2: it took place
		CHECK (what IN (0, 1, 2)),
	whose TEXT NOT NULL		-- code of the party that acts; '': everybody's
		CHECK (length(CAST(whose AS BLOB)) <= 11),
	at TEXT NOT NULL		-- sort key of the date
		CHECK (length(CAST(at AS BLOB)) BETWEEN 1 AND 31),
	PRIMARY KEY (owner, rid, field)
) STRICT, WITHOUT ROWID;
CREATE INDEX due_any ON due (audience_id, at, owner, rid, field, what, whose);
CREATE INDEX due_at ON due (audience_id, at, owner, rid, field, what, whose)
	WHERE what < 2;
CREATE INDEX due_whose ON due (audience_id, whose, at, owner, rid, field, what)
	WHERE what < 2;
-- What waits for somebody's word, across all kinds.
CREATE TABLE wait (
	owner INTEGER NOT NULL		-- rid of the record
		REFERENCES record (rid) ON DELETE RESTRICT ON UPDATE RESTRICT,
	rid INTEGER NOT NULL		-- of the part that asks, or the owner's
		REFERENCES record (rid) ON DELETE RESTRICT ON UPDATE RESTRICT,
	what INTEGER NOT NULL		-- enum wait_what of src/wait.h
		CHECK (what BETWEEN 0 AND 63),
	whom TEXT NOT NULL		-- code of the party that it waits for
		CHECK (length(CAST(whom AS BLOB)) BETWEEN 1 AND 11),
	member TEXT NOT NULL		-- ref of the member, or a mark of src/wait.h
		CHECK (length(CAST(member AS BLOB)) <= 47),
	asker TEXT NOT NULL		-- code of the party that waits
		CHECK (length(CAST(asker AS BLOB)) BETWEEN 1 AND 11),
	since INTEGER NOT NULL,		-- ms UTC
	audience_id INTEGER NOT NULL
		REFERENCES audience (id) ON DELETE RESTRICT ON UPDATE RESTRICT,
	PRIMARY KEY (owner, rid, what, whom, member)
) STRICT, WITHOUT ROWID;
CREATE INDEX wait_for ON wait (audience_id, whom, member, since, owner, rid, what,
	asker);
CREATE INDEX wait_by ON wait (audience_id, asker, whom, since, owner, rid, what,
	member);

-- Full text, rowid = rid. The keys are made before they come here, so nothing
-- is folded again. Each column begins with three characters that say the audience,
-- and so does each word in the index (db/search_tokenizer.h): a query is answered
-- by the index alone, and meets no row of another audience.
CREATE VIRTUAL TABLE search_fts USING fts5 (
	text,				-- folded words
	latin,				-- Latin form of names, where it is another
	skeleton,			-- what they sound like, where it is another
	kind,				-- k4: number of the kind
	tokenize = 'audience words',
	prefix = '4 5 6'		-- one to three letters
);

-- Its words in their order, each where it stands first and on: nothing of its own.
CREATE VIRTUAL TABLE search_words_fts USING fts5vocab (search_fts, instance);

-- Names and numbers by any three characters in a row.
CREATE VIRTUAL TABLE fragment_fts USING fts5 (
	text,				-- folded, and in Latin form
	kind,				-- number of the kind as one trigram
	tokenize = 'audience trigrams'
);

-- Of which version of the keys both are.
CREATE TABLE search_keys_fts (
	version INTEGER PRIMARY KEY
) STRICT;
