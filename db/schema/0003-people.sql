-- SPDX-License-Identifier: GPL-3.0-or-later
-- 0003-people.sql - persons, events, decisions, contacts, and what belongs to
-- persons and organisations; the same rules as in 0002-records.sql.

-- Persons.
CREATE TABLE person (
	rid INTEGER PRIMARY KEY REFERENCES record (rid) ON DELETE RESTRICT,
	case_id INTEGER NOT NULL,						-- as in record
	audience_id INTEGER NOT NULL REFERENCES audience (id) ON DELETE RESTRICT,
	party TEXT CHECK (length(CAST(party AS BLOB)) <= 36),			-- Party; uid
	version INTEGER CHECK (version BETWEEN 0 AND 1000000000000000),		-- Version
	created INTEGER,							-- Created; ms UTC
	created_by TEXT CHECK (length(CAST(created_by AS BLOB)) <= 36),		-- Created by; uid
	changed INTEGER,							-- Changed; ms UTC
	changed_s TEXT CHECK (length(CAST(changed_s AS BLOB)) <= 16384),	-- its sort key
	changed_by TEXT CHECK (length(CAST(changed_by AS BLOB)) <= 36),		-- Changed by; uid
	share TEXT CHECK (length(CAST(share AS BLOB)) <= 64),			-- Share; code
	handling TEXT CHECK (length(CAST(handling AS BLOB)) <= 500),		-- Handling; codes: a,b
	handling_text TEXT CHECK (length(CAST(handling_text AS BLOB)) <= 1000),	-- Restriction
	marking TEXT CHECK (length(CAST(marking AS BLOB)) <= 64),		-- Marking; code
	grade TEXT CHECK (length(CAST(grade AS BLOB)) <= 64),			-- Grade; code
	nature TEXT CHECK (length(CAST(nature AS BLOB)) <= 64),			-- Nature; code
	privilege TEXT CHECK (length(CAST(privilege AS BLOB)) <= 64),		-- Privilege; code
	assists_defence TEXT CHECK (length(CAST(assists_defence AS BLOB)) <= 64),	-- Assists defence; code
	origin TEXT CHECK (length(CAST(origin AS BLOB)) <= 200),		-- Origin
	origin_ref TEXT CHECK (length(CAST(origin_ref AS BLOB)) <= 200),	-- Origin's ref
	origin_terms TEXT CHECK (length(CAST(origin_terms AS BLOB)) <= 1000),	-- Origin's terms
	legal TEXT CHECK (length(CAST(legal AS BLOB)) <= 64),			-- Legal state; code
	legal_reason TEXT CHECK (length(CAST(legal_reason AS BLOB)) <= 1000),	-- Legal reason
	review_on TEXT CHECK (length(CAST(review_on AS BLOB)) <= 111),		-- Review on; date
	erase_on TEXT CHECK (length(CAST(erase_on AS BLOB)) <= 111),		-- Erase on; date
	language TEXT CHECK (length(CAST(language AS BLOB)) <= 35),		-- Language
	tags TEXT CHECK (length(CAST(tags AS BLOB)) <= 1000),			-- Tags; words: a,b
	source_id TEXT CHECK (length(CAST(source_id AS BLOB)) <= 200),		-- Source id
	name TEXT CHECK (length(CAST(name AS BLOB)) <= 300),			-- Name
	name_s TEXT CHECK (length(CAST(name_s AS BLOB)) <= 16384),		-- its sort key
	given TEXT CHECK (length(CAST(given AS BLOB)) <= 200),			-- Given names
	family TEXT CHECK (length(CAST(family AS BLOB)) <= 200),		-- Family name
	birth_date TEXT CHECK (length(CAST(birth_date AS BLOB)) <= 111),	-- Born; date
	birth_date_s TEXT CHECK (length(CAST(birth_date_s AS BLOB)) <= 16384),	-- its sort key
	birth_place TEXT CHECK (length(CAST(birth_place AS BLOB)) <= 200),	-- Birthplace
	sex TEXT CHECK (length(CAST(sex AS BLOB)) <= 64),			-- Sex; code
	nationality TEXT CHECK (length(CAST(nationality AS BLOB)) <= 64),	-- Nationality; ISO 3166-1 alpha-2
	nationality_s TEXT CHECK (length(CAST(nationality_s AS BLOB)) <= 16384),	-- its sort key
	minor TEXT CHECK (length(CAST(minor AS BLOB)) <= 64),			-- Minor; code
	danger TEXT CHECK (length(CAST(danger AS BLOB)) <= 64),			-- Danger; codes: a,b
	protection TEXT CHECK (length(CAST(protection AS BLOB)) <= 64),		-- Protection; code
	counsel TEXT CHECK (length(CAST(counsel AS BLOB)) <= 300)		-- Counsel
) STRICT;
CREATE INDEX person_newest ON person (case_id, audience_id);
CREATE INDEX person_changed ON person (case_id, audience_id, changed_s);
CREATE UNIQUE INDEX person_source_id ON person (case_id, source_id, party)
	WHERE source_id IS NOT NULL;
CREATE INDEX person_name ON person (case_id, audience_id, name_s);
CREATE INDEX person_birth_date ON person (case_id, audience_id, birth_date_s);
CREATE INDEX person_nationality ON person (case_id, audience_id, nationality_s);

-- Events.
CREATE TABLE event (
	rid INTEGER PRIMARY KEY REFERENCES record (rid) ON DELETE RESTRICT,
	case_id INTEGER NOT NULL,						-- as in record
	audience_id INTEGER NOT NULL REFERENCES audience (id) ON DELETE RESTRICT,
	party TEXT CHECK (length(CAST(party AS BLOB)) <= 36),			-- Party; uid
	version INTEGER CHECK (version BETWEEN 0 AND 1000000000000000),		-- Version
	created INTEGER,							-- Created; ms UTC
	created_by TEXT CHECK (length(CAST(created_by AS BLOB)) <= 36),		-- Created by; uid
	changed INTEGER,							-- Changed; ms UTC
	changed_s TEXT CHECK (length(CAST(changed_s AS BLOB)) <= 16384),	-- its sort key
	changed_by TEXT CHECK (length(CAST(changed_by AS BLOB)) <= 36),		-- Changed by; uid
	share TEXT CHECK (length(CAST(share AS BLOB)) <= 64),			-- Share; code
	handling TEXT CHECK (length(CAST(handling AS BLOB)) <= 500),		-- Handling; codes: a,b
	handling_text TEXT CHECK (length(CAST(handling_text AS BLOB)) <= 1000),	-- Restriction
	marking TEXT CHECK (length(CAST(marking AS BLOB)) <= 64),		-- Marking; code
	grade TEXT CHECK (length(CAST(grade AS BLOB)) <= 64),			-- Grade; code
	nature TEXT CHECK (length(CAST(nature AS BLOB)) <= 64),			-- Nature; code
	privilege TEXT CHECK (length(CAST(privilege AS BLOB)) <= 64),		-- Privilege; code
	assists_defence TEXT CHECK (length(CAST(assists_defence AS BLOB)) <= 64),	-- Assists defence; code
	origin TEXT CHECK (length(CAST(origin AS BLOB)) <= 200),		-- Origin
	origin_ref TEXT CHECK (length(CAST(origin_ref AS BLOB)) <= 200),	-- Origin's ref
	origin_terms TEXT CHECK (length(CAST(origin_terms AS BLOB)) <= 1000),	-- Origin's terms
	legal TEXT CHECK (length(CAST(legal AS BLOB)) <= 64),			-- Legal state; code
	legal_reason TEXT CHECK (length(CAST(legal_reason AS BLOB)) <= 1000),	-- Legal reason
	review_on TEXT CHECK (length(CAST(review_on AS BLOB)) <= 111),		-- Review on; date
	erase_on TEXT CHECK (length(CAST(erase_on AS BLOB)) <= 111),		-- Erase on; date
	language TEXT CHECK (length(CAST(language AS BLOB)) <= 35),		-- Language
	tags TEXT CHECK (length(CAST(tags AS BLOB)) <= 1000),			-- Tags; words: a,b
	source_id TEXT CHECK (length(CAST(source_id AS BLOB)) <= 200),		-- Source id
	title TEXT CHECK (length(CAST(title AS BLOB)) <= 300),			-- Title
	title_s TEXT CHECK (length(CAST(title_s AS BLOB)) <= 16384),		-- its sort key
	type TEXT CHECK (length(CAST(type AS BLOB)) <= 64),			-- Type; code
	starts TEXT CHECK (length(CAST(starts AS BLOB)) <= 111),		-- Starts; date
	starts_s TEXT CHECK (length(CAST(starts_s AS BLOB)) <= 16384),		-- its sort key
	ends TEXT CHECK (length(CAST(ends AS BLOB)) <= 111),			-- Ends; date
	place TEXT CHECK (length(CAST(place AS BLOB)) <= 300),			-- Place
	state TEXT CHECK (length(CAST(state AS BLOB)) <= 64),			-- State; ISO 3166-1 alpha-2
	participants TEXT CHECK (length(CAST(participants AS BLOB)) <= 1000),	-- Participants
	agenda TEXT CHECK (length(CAST(agenda AS BLOB)) <= 1048576),		-- Agenda
	minutes TEXT CHECK (length(CAST(minutes AS BLOB)) <= 1048576),		-- Minutes
	detail TEXT CHECK (length(CAST(detail AS BLOB)) <= 1048576)		-- Detail
) STRICT;
CREATE INDEX event_newest ON event (case_id, audience_id);
CREATE INDEX event_changed ON event (case_id, audience_id, changed_s);
CREATE UNIQUE INDEX event_source_id ON event (case_id, source_id, party)
	WHERE source_id IS NOT NULL;
CREATE INDEX event_title ON event (case_id, audience_id, title_s);
CREATE INDEX event_starts ON event (case_id, audience_id, starts_s);

-- Decisions.
CREATE TABLE decision (
	rid INTEGER PRIMARY KEY REFERENCES record (rid) ON DELETE RESTRICT,
	case_id INTEGER NOT NULL,						-- as in record
	audience_id INTEGER NOT NULL REFERENCES audience (id) ON DELETE RESTRICT,
	party TEXT CHECK (length(CAST(party AS BLOB)) <= 36),			-- Party; uid
	version INTEGER CHECK (version BETWEEN 0 AND 1000000000000000),		-- Version
	created INTEGER,							-- Created; ms UTC
	created_by TEXT CHECK (length(CAST(created_by AS BLOB)) <= 36),		-- Created by; uid
	changed INTEGER,							-- Changed; ms UTC
	changed_s TEXT CHECK (length(CAST(changed_s AS BLOB)) <= 16384),	-- its sort key
	changed_by TEXT CHECK (length(CAST(changed_by AS BLOB)) <= 36),		-- Changed by; uid
	share TEXT CHECK (length(CAST(share AS BLOB)) <= 64),			-- Share; code
	handling TEXT CHECK (length(CAST(handling AS BLOB)) <= 500),		-- Handling; codes: a,b
	handling_text TEXT CHECK (length(CAST(handling_text AS BLOB)) <= 1000),	-- Restriction
	marking TEXT CHECK (length(CAST(marking AS BLOB)) <= 64),		-- Marking; code
	grade TEXT CHECK (length(CAST(grade AS BLOB)) <= 64),			-- Grade; code
	nature TEXT CHECK (length(CAST(nature AS BLOB)) <= 64),			-- Nature; code
	privilege TEXT CHECK (length(CAST(privilege AS BLOB)) <= 64),		-- Privilege; code
	assists_defence TEXT CHECK (length(CAST(assists_defence AS BLOB)) <= 64),	-- Assists defence; code
	origin TEXT CHECK (length(CAST(origin AS BLOB)) <= 200),		-- Origin
	origin_ref TEXT CHECK (length(CAST(origin_ref AS BLOB)) <= 200),	-- Origin's ref
	origin_terms TEXT CHECK (length(CAST(origin_terms AS BLOB)) <= 1000),	-- Origin's terms
	legal TEXT CHECK (length(CAST(legal AS BLOB)) <= 64),			-- Legal state; code
	legal_reason TEXT CHECK (length(CAST(legal_reason AS BLOB)) <= 1000),	-- Legal reason
	review_on TEXT CHECK (length(CAST(review_on AS BLOB)) <= 111),		-- Review on; date
	erase_on TEXT CHECK (length(CAST(erase_on AS BLOB)) <= 111),		-- Erase on; date
	language TEXT CHECK (length(CAST(language AS BLOB)) <= 35),		-- Language
	tags TEXT CHECK (length(CAST(tags AS BLOB)) <= 1000),			-- Tags; words: a,b
	source_id TEXT CHECK (length(CAST(source_id AS BLOB)) <= 200),		-- Source id
	title TEXT CHECK (length(CAST(title AS BLOB)) <= 300),			-- Title
	title_s TEXT CHECK (length(CAST(title_s AS BLOB)) <= 16384),		-- its sort key
	question TEXT CHECK (length(CAST(question AS BLOB)) <= 1000),		-- Question
	options TEXT CHECK (length(CAST(options AS BLOB)) <= 1048576),		-- Options
	outcome TEXT CHECK (length(CAST(outcome AS BLOB)) <= 64),		-- Outcome; code
	outcome_s TEXT CHECK (length(CAST(outcome_s AS BLOB)) <= 16384),	-- its sort key
	"on" TEXT CHECK (length(CAST("on" AS BLOB)) <= 111),			-- On; date
	on_s TEXT CHECK (length(CAST(on_s AS BLOB)) <= 16384),			-- its sort key
	consulted TEXT CHECK (length(CAST(consulted AS BLOB)) <= 1000),		-- Consulted
	detail TEXT CHECK (length(CAST(detail AS BLOB)) <= 1048576)		-- Detail
) STRICT;
CREATE INDEX decision_newest ON decision (case_id, audience_id);
CREATE INDEX decision_changed ON decision (case_id, audience_id, changed_s);
CREATE UNIQUE INDEX decision_source_id ON decision (case_id, source_id, party)
	WHERE source_id IS NOT NULL;
CREATE INDEX decision_title ON decision (case_id, audience_id, title_s);
CREATE INDEX decision_outcome ON decision (case_id, audience_id, outcome_s);
CREATE INDEX decision_on ON decision (case_id, audience_id, on_s);

-- Contacts.
CREATE TABLE contact (
	rid INTEGER PRIMARY KEY REFERENCES record (rid) ON DELETE RESTRICT,
	case_id INTEGER NOT NULL,						-- as in record
	audience_id INTEGER NOT NULL REFERENCES audience (id) ON DELETE RESTRICT,
	party TEXT CHECK (length(CAST(party AS BLOB)) <= 36),			-- Party; uid
	version INTEGER CHECK (version BETWEEN 0 AND 1000000000000000),		-- Version
	created INTEGER,							-- Created; ms UTC
	created_by TEXT CHECK (length(CAST(created_by AS BLOB)) <= 36),		-- Created by; uid
	changed INTEGER,							-- Changed; ms UTC
	changed_s TEXT CHECK (length(CAST(changed_s AS BLOB)) <= 16384),	-- its sort key
	changed_by TEXT CHECK (length(CAST(changed_by AS BLOB)) <= 36),		-- Changed by; uid
	share TEXT CHECK (length(CAST(share AS BLOB)) <= 64),			-- Share; code
	handling TEXT CHECK (length(CAST(handling AS BLOB)) <= 500),		-- Handling; codes: a,b
	handling_text TEXT CHECK (length(CAST(handling_text AS BLOB)) <= 1000),	-- Restriction
	marking TEXT CHECK (length(CAST(marking AS BLOB)) <= 64),		-- Marking; code
	grade TEXT CHECK (length(CAST(grade AS BLOB)) <= 64),			-- Grade; code
	nature TEXT CHECK (length(CAST(nature AS BLOB)) <= 64),			-- Nature; code
	privilege TEXT CHECK (length(CAST(privilege AS BLOB)) <= 64),		-- Privilege; code
	assists_defence TEXT CHECK (length(CAST(assists_defence AS BLOB)) <= 64),	-- Assists defence; code
	origin TEXT CHECK (length(CAST(origin AS BLOB)) <= 200),		-- Origin
	origin_ref TEXT CHECK (length(CAST(origin_ref AS BLOB)) <= 200),	-- Origin's ref
	origin_terms TEXT CHECK (length(CAST(origin_terms AS BLOB)) <= 1000),	-- Origin's terms
	legal TEXT CHECK (length(CAST(legal AS BLOB)) <= 64),			-- Legal state; code
	legal_reason TEXT CHECK (length(CAST(legal_reason AS BLOB)) <= 1000),	-- Legal reason
	review_on TEXT CHECK (length(CAST(review_on AS BLOB)) <= 111),		-- Review on; date
	erase_on TEXT CHECK (length(CAST(erase_on AS BLOB)) <= 111),		-- Erase on; date
	language TEXT CHECK (length(CAST(language AS BLOB)) <= 35),		-- Language
	tags TEXT CHECK (length(CAST(tags AS BLOB)) <= 1000),			-- Tags; words: a,b
	source_id TEXT CHECK (length(CAST(source_id AS BLOB)) <= 200),		-- Source id
	name TEXT CHECK (length(CAST(name AS BLOB)) <= 200),			-- Name
	name_s TEXT CHECK (length(CAST(name_s AS BLOB)) <= 16384),		-- its sort key
	role TEXT CHECK (length(CAST(role AS BLOB)) <= 200),			-- Role
	authority TEXT CHECK (length(CAST(authority AS BLOB)) <= 200),		-- Authority
	state TEXT CHECK (length(CAST(state AS BLOB)) <= 64),			-- State; ISO 3166-1 alpha-2
	state_s TEXT CHECK (length(CAST(state_s AS BLOB)) <= 16384),		-- its sort key
	languages TEXT CHECK (length(CAST(languages AS BLOB)) <= 100),		-- Languages; words: a,b
	email TEXT CHECK (length(CAST(email AS BLOB)) <= 319),			-- E-mail
	phone TEXT CHECK (length(CAST(phone AS BLOB)) <= 319),			-- Phone
	available TEXT CHECK (length(CAST(available AS BLOB)) <= 300),		-- Available
	note TEXT CHECK (length(CAST(note AS BLOB)) <= 1048576)			-- Note
) STRICT;
CREATE INDEX contact_newest ON contact (case_id, audience_id);
CREATE INDEX contact_changed ON contact (case_id, audience_id, changed_s);
CREATE UNIQUE INDEX contact_source_id ON contact (case_id, source_id, party)
	WHERE source_id IS NOT NULL;
CREATE INDEX contact_name ON contact (case_id, audience_id, name_s);
CREATE INDEX contact_state ON contact (case_id, audience_id, state_s);

-- Categories, parts of persons.
CREATE TABLE category (
	rid INTEGER PRIMARY KEY REFERENCES record (rid) ON DELETE RESTRICT,
	case_id INTEGER NOT NULL,						-- as in record
	audience_id INTEGER NOT NULL REFERENCES audience (id) ON DELETE RESTRICT,
	parent INTEGER NOT NULL REFERENCES record (rid) ON DELETE RESTRICT,
	party TEXT CHECK (length(CAST(party AS BLOB)) <= 36),			-- Party; uid
	version INTEGER CHECK (version BETWEEN 0 AND 1000000000000000),		-- Version
	created INTEGER,							-- Created; ms UTC
	created_by TEXT CHECK (length(CAST(created_by AS BLOB)) <= 36),		-- Created by; uid
	corrects TEXT CHECK (length(CAST(corrects AS BLOB)) <= 64),		-- Corrects
	category TEXT CHECK (length(CAST(category AS BLOB)) <= 64),		-- Category; code
	proceeding TEXT CHECK (length(CAST(proceeding AS BLOB)) <= 200),	-- Proceeding
	"on" TEXT CHECK (length(CAST("on" AS BLOB)) <= 111),			-- On; date
	until TEXT CHECK (length(CAST(until AS BLOB)) <= 111),			-- Until; date
	note TEXT CHECK (length(CAST(note AS BLOB)) <= 1000)			-- Note
) STRICT;
CREATE INDEX category_parent ON category (parent);

-- Names, parts of persons and organisations.
CREATE TABLE name (
	rid INTEGER PRIMARY KEY REFERENCES record (rid) ON DELETE RESTRICT,
	case_id INTEGER NOT NULL,						-- as in record
	audience_id INTEGER NOT NULL REFERENCES audience (id) ON DELETE RESTRICT,
	parent INTEGER NOT NULL REFERENCES record (rid) ON DELETE RESTRICT,
	party TEXT CHECK (length(CAST(party AS BLOB)) <= 36),			-- Party; uid
	version INTEGER CHECK (version BETWEEN 0 AND 1000000000000000),		-- Version
	created INTEGER,							-- Created; ms UTC
	created_by TEXT CHECK (length(CAST(created_by AS BLOB)) <= 36),		-- Created by; uid
	corrects TEXT CHECK (length(CAST(corrects AS BLOB)) <= 64),		-- Corrects
	text TEXT CHECK (length(CAST(text AS BLOB)) <= 300),			-- Text
	script TEXT CHECK (length(CAST(script AS BLOB)) <= 64),			-- Script; code
	name_kind TEXT CHECK (length(CAST(name_kind AS BLOB)) <= 64)		-- Kind; code
) STRICT;
CREATE INDEX name_parent ON name (parent);

-- Papers, parts of persons.
CREATE TABLE paper (
	rid INTEGER PRIMARY KEY REFERENCES record (rid) ON DELETE RESTRICT,
	case_id INTEGER NOT NULL,						-- as in record
	audience_id INTEGER NOT NULL REFERENCES audience (id) ON DELETE RESTRICT,
	parent INTEGER NOT NULL REFERENCES record (rid) ON DELETE RESTRICT,
	party TEXT CHECK (length(CAST(party AS BLOB)) <= 36),			-- Party; uid
	version INTEGER CHECK (version BETWEEN 0 AND 1000000000000000),		-- Version
	created INTEGER,							-- Created; ms UTC
	created_by TEXT CHECK (length(CAST(created_by AS BLOB)) <= 36),		-- Created by; uid
	corrects TEXT CHECK (length(CAST(corrects AS BLOB)) <= 64),		-- Corrects
	type TEXT CHECK (length(CAST(type AS BLOB)) <= 64),			-- Type; code
	"no" TEXT CHECK (length(CAST("no" AS BLOB)) <= 100),			-- No.
	country TEXT CHECK (length(CAST(country AS BLOB)) <= 64)		-- Country; ISO 3166-1 alpha-2
) STRICT;
CREATE INDEX paper_parent ON paper (parent);

-- Addresses, parts of persons and organisations.
CREATE TABLE address (
	rid INTEGER PRIMARY KEY REFERENCES record (rid) ON DELETE RESTRICT,
	case_id INTEGER NOT NULL,						-- as in record
	audience_id INTEGER NOT NULL REFERENCES audience (id) ON DELETE RESTRICT,
	parent INTEGER NOT NULL REFERENCES record (rid) ON DELETE RESTRICT,
	party TEXT CHECK (length(CAST(party AS BLOB)) <= 36),			-- Party; uid
	version INTEGER CHECK (version BETWEEN 0 AND 1000000000000000),		-- Version
	created INTEGER,							-- Created; ms UTC
	created_by TEXT CHECK (length(CAST(created_by AS BLOB)) <= 36),		-- Created by; uid
	corrects TEXT CHECK (length(CAST(corrects AS BLOB)) <= 64),		-- Corrects
	text TEXT CHECK (length(CAST(text AS BLOB)) <= 500),			-- Text
	country TEXT CHECK (length(CAST(country AS BLOB)) <= 64),		-- Country; ISO 3166-1 alpha-2
	"from" TEXT CHECK (length(CAST("from" AS BLOB)) <= 111),		-- From; date
	"to" TEXT CHECK (length(CAST("to" AS BLOB)) <= 111)			-- To; date
) STRICT;
CREATE INDEX address_parent ON address (parent);
