-- SPDX-License-Identifier: GPL-3.0-or-later
-- 0001-local.sql - what STORE.local holds: things of this machine, not of a case.

-- Small texts of a person: list settings, seen marks.
CREATE TABLE setting (
	owner TEXT NOT NULL		-- uid of the identity
		CHECK (length(CAST(owner AS BLOB)) BETWEEN 1 AND 39),
	name TEXT NOT NULL		-- list:lead:sort
		CHECK (length(CAST(name AS BLOB)) BETWEEN 1 AND 200),
	value TEXT NOT NULL
		CHECK (length(CAST(value AS BLOB)) <= 65536),
	PRIMARY KEY (owner, name)
) STRICT, WITHOUT ROWID;

-- What was typed and not yet saved.
CREATE TABLE draft (
	owner TEXT NOT NULL		-- uid of the identity
		CHECK (length(CAST(owner AS BLOB)) BETWEEN 1 AND 39),
	id TEXT NOT NULL		-- uuid of the act that will save it
		CHECK (length(CAST(id AS BLOB)) BETWEEN 1 AND 39),
	at INTEGER NOT NULL,		-- ms UTC of the last typing
	about TEXT NOT NULL		-- kind of a new record, or uid of an old one
		CHECK (length(CAST(about AS BLOB)) <= 47),
	data BLOB NOT NULL		-- the form
		CHECK (length(data) <= 6291456),
	holder TEXT NOT NULL DEFAULT ''	-- the session that types it; '': none does
		CHECK (length(CAST(holder AS BLOB)) <= 191),
	beat INTEGER NOT NULL DEFAULT 0,	-- ms UTC of its last sign of life
	PRIMARY KEY (owner, id)
) STRICT;
CREATE INDEX draft_newest ON draft (owner, at);
