-- SPDX-License-Identifier: GPL-3.0-or-later
-- 0001-access.sql - what STORE.access-YEAR holds: who read what, when and why.

-- The Merkle tree of the year's entries; one row.
CREATE TABLE tree (
	log_id TEXT NOT NULL		-- uuid
		CHECK (length(CAST(log_id AS BLOB)) = 36),
	size INTEGER NOT NULL CHECK (size >= 0),
	peaks BLOB NOT NULL CHECK (length(peaks) % 32 = 0),
	checkpoint TEXT,		-- the newest signed one
	verifier TEXT			-- line of the key that signed it
) STRICT;

-- Whatever has a uid: records, members, parties, cases. Numbered as they are
-- first met, so that what is listed together lies together in the index.
CREATE TABLE thing (
	no INTEGER PRIMARY KEY,
	uid BLOB NOT NULL UNIQUE CHECK (length(uid) = 16)
) STRICT;

-- A leaf stays for good. Its data, and all else that follows from them, goes
-- when the time is over for which it is kept.
CREATE TABLE entry (
	seq INTEGER PRIMARY KEY,	-- index of the leaf, from 0
	leaf BLOB NOT NULL CHECK (length(leaf) = 32),
	data BLOB,			-- src/access_entry.h; NULL: gone
	at INTEGER,			-- ms UTC
	op TEXT CHECK (length(op) BETWEEN 1 AND 31),
	casefile INTEGER,		-- no of a thing; NULL: none
	party INTEGER,
	member INTEGER
) STRICT;

-- Which records an entry is about.
CREATE TABLE item (
	thing INTEGER NOT NULL,
	seq INTEGER NOT NULL,
	PRIMARY KEY (thing, seq)
) STRICT, WITHOUT ROWID;

-- What a person wrote, to which the data commit; it can go before them.
CREATE TABLE text (
	seq INTEGER NOT NULL,
	field INTEGER NOT NULL CHECK (field BETWEEN 1 AND 99),
	salt BLOB NOT NULL CHECK (length(salt) = 16),
	value TEXT NOT NULL CHECK (length(CAST(value AS BLOB)) BETWEEN 1 AND 4096),
	PRIMARY KEY (seq, field)
) STRICT, WITHOUT ROWID;
