-- SPDX-License-Identifier: GPL-3.0-or-later
-- 0002-records.sql - a table for each kind of record, as its field table in
-- src/ says; tests/src/test_schema.c holds both against each other.
-- Columns: rid, case, audience, then the fields in their order; NAME_s is the
-- sort key of NAME. Absent is NULL. Written by make schema.

-- JITs.
CREATE TABLE casefile (
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
	language TEXT CHECK (length(CAST(language AS BLOB)) <= 35),		-- Language
	tags TEXT CHECK (length(CAST(tags AS BLOB)) <= 1000),			-- Tags; words: a,b
	source_id TEXT CHECK (length(CAST(source_id AS BLOB)) <= 200),		-- Source id
	code TEXT CHECK (length(CAST(code AS BLOB)) <= 20),			-- Code
	code_s TEXT CHECK (length(CAST(code_s AS BLOB)) <= 16384),		-- its sort key
	title TEXT CHECK (length(CAST(title AS BLOB)) <= 300),			-- Title
	crime_area TEXT CHECK (length(CAST(crime_area AS BLOB)) <= 64),		-- Crime area; code
	method TEXT CHECK (length(CAST(method AS BLOB)) <= 300),		-- Method
	status TEXT CHECK (length(CAST(status AS BLOB)) <= 64),			-- Status; code
	agreement_on TEXT CHECK (length(CAST(agreement_on AS BLOB)) <= 111),	-- Agreement of; date
	starts_on TEXT CHECK (length(CAST(starts_on AS BLOB)) <= 111),		-- Starts; date
	ends_on TEXT CHECK (length(CAST(ends_on AS BLOB)) <= 111),		-- Ends; date
	legal_basis TEXT CHECK (length(CAST(legal_basis AS BLOB)) <= 300),	-- Legal basis
	working_language TEXT CHECK (length(CAST(working_language AS BLOB)) <= 35),	-- Working language
	detail TEXT CHECK (length(CAST(detail AS BLOB)) <= 1048576),		-- Detail
	review_months INTEGER CHECK (review_months BETWEEN 0 AND 1000000000000000)	-- Review after
) STRICT;
CREATE INDEX casefile_newest ON casefile (case_id, audience_id);
CREATE INDEX casefile_changed ON casefile (case_id, audience_id, changed_s);
CREATE UNIQUE INDEX casefile_source_id_once ON casefile (case_id, source_id, party)
	WHERE source_id IS NOT NULL;
CREATE INDEX casefile_code ON casefile (case_id, audience_id, code_s);

-- Parties.
CREATE TABLE party (
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
	language TEXT CHECK (length(CAST(language AS BLOB)) <= 35),		-- Language
	tags TEXT CHECK (length(CAST(tags AS BLOB)) <= 1000),			-- Tags; words: a,b
	source_id TEXT CHECK (length(CAST(source_id AS BLOB)) <= 200),		-- Source id
	code TEXT CHECK (length(CAST(code AS BLOB)) <= 8),			-- Code
	code_s TEXT CHECK (length(CAST(code_s AS BLOB)) <= 16384),		-- its sort key
	name TEXT CHECK (length(CAST(name AS BLOB)) <= 200),			-- Name
	class TEXT CHECK (length(CAST(class AS BLOB)) <= 64),			-- Class; code
	state TEXT CHECK (length(CAST(state AS BLOB)) <= 64),			-- State; ISO 3166-1 alpha-2
	authority TEXT CHECK (length(CAST(authority AS BLOB)) <= 200),		-- Authority
	contact TEXT CHECK (length(CAST(contact AS BLOB)) <= 300),		-- Contact
	signed_on TEXT CHECK (length(CAST(signed_on AS BLOB)) <= 111),		-- Signed; date
	slot INTEGER CHECK (slot BETWEEN 0 AND 1000000000000000),		-- Slot
	earlier TEXT CHECK (length(CAST(earlier AS BLOB)) <= 64),		-- Sees; code
	controller TEXT CHECK (length(CAST(controller AS BLOB)) <= 36),		-- Controller; uid
	log_years INTEGER CHECK (log_years BETWEEN 0 AND 1000000000000000)	-- Access log
) STRICT;
CREATE INDEX party_newest ON party (case_id, audience_id);
CREATE INDEX party_changed ON party (case_id, audience_id, changed_s);
CREATE UNIQUE INDEX party_source_id_once ON party (case_id, source_id, party)
	WHERE source_id IS NOT NULL;
CREATE INDEX party_code ON party (case_id, audience_id, code_s);

-- Members.
CREATE TABLE member (
	rid INTEGER PRIMARY KEY REFERENCES record (rid) ON DELETE RESTRICT,
	case_id INTEGER NOT NULL,						-- as in record
	audience_id INTEGER NOT NULL REFERENCES audience (id) ON DELETE RESTRICT,
	version INTEGER CHECK (version BETWEEN 0 AND 1000000000000000),		-- Version
	created INTEGER,							-- Created; ms UTC
	created_by TEXT CHECK (length(CAST(created_by AS BLOB)) <= 36),		-- Created by; uid
	changed INTEGER,							-- Changed; ms UTC
	changed_s TEXT CHECK (length(CAST(changed_s AS BLOB)) <= 16384),	-- its sort key
	changed_by TEXT CHECK (length(CAST(changed_by AS BLOB)) <= 36),		-- Changed by; uid
	language TEXT CHECK (length(CAST(language AS BLOB)) <= 35),		-- Language
	tags TEXT CHECK (length(CAST(tags AS BLOB)) <= 1000),			-- Tags; words: a,b
	source_id TEXT CHECK (length(CAST(source_id AS BLOB)) <= 200),		-- Source id
	party TEXT CHECK (length(CAST(party AS BLOB)) <= 36),			-- Party; uid
	name TEXT CHECK (length(CAST(name AS BLOB)) <= 200),			-- Name
	name_s TEXT CHECK (length(CAST(name_s AS BLOB)) <= 16384),		-- its sort key
	role TEXT CHECK (length(CAST(role AS BLOB)) <= 64),			-- Role; code
	unit TEXT CHECK (length(CAST(unit AS BLOB)) <= 200),			-- Unit
	rank TEXT CHECK (length(CAST(rank AS BLOB)) <= 100),			-- Rank
	authority TEXT CHECK (length(CAST(authority AS BLOB)) <= 200),		-- Authority
	email TEXT CHECK (length(CAST(email AS BLOB)) <= 319),			-- E-mail
	phone TEXT CHECK (length(CAST(phone AS BLOB)) <= 319),			-- Phone
	joined_on TEXT CHECK (length(CAST(joined_on AS BLOB)) <= 111),		-- Joined; date
	left_on TEXT CHECK (length(CAST(left_on AS BLOB)) <= 111),		-- Left; date
	identity TEXT CHECK (length(CAST(identity AS BLOB)) <= 36)		-- Identity
) STRICT;
CREATE INDEX member_newest ON member (case_id, audience_id);
CREATE INDEX member_changed ON member (case_id, audience_id, changed_s);
CREATE UNIQUE INDEX member_source_id_once ON member (case_id, source_id, party)
	WHERE source_id IS NOT NULL;
CREATE INDEX member_name ON member (case_id, audience_id, name_s);

-- Leads.
CREATE TABLE lead (
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
	retracted INTEGER,							-- Retracted; ms UTC
	retract_reason TEXT CHECK (length(CAST(retract_reason AS BLOB)) <= 1000),	-- Reason retracted
	assists_reason TEXT CHECK (length(CAST(assists_reason AS BLOB)) <= 1000),	-- Why not assisting
	meant TEXT CHECK (length(CAST(meant AS BLOB)) <= 16384),		-- Meant for
	special TEXT CHECK (length(CAST(special AS BLOB)) <= 64),		-- Special categories; codes: a,b
	special_reason TEXT CHECK (length(CAST(special_reason AS BLOB)) <= 1000),	-- Why strictly necessary
	title TEXT CHECK (length(CAST(title AS BLOB)) <= 300),			-- Title
	title_s TEXT CHECK (length(CAST(title_s AS BLOB)) <= 16384),		-- its sort key
	detail TEXT CHECK (length(CAST(detail AS BLOB)) <= 1048576),		-- Detail
	channel TEXT CHECK (length(CAST(channel AS BLOB)) <= 100),		-- Channel
	received_on TEXT CHECK (length(CAST(received_on AS BLOB)) <= 111),	-- Received; date
	status TEXT CHECK (length(CAST(status AS BLOB)) <= 64),			-- Status; code
	status_s TEXT CHECK (length(CAST(status_s AS BLOB)) <= 16384),		-- its sort key
	closed_reason TEXT CHECK (length(CAST(closed_reason AS BLOB)) <= 1000),	-- Reason closed
	priority TEXT CHECK (length(CAST(priority AS BLOB)) <= 64),		-- Priority; code
	crime_area TEXT CHECK (length(CAST(crime_area AS BLOB)) <= 64),		-- Crime area; code
	method TEXT CHECK (length(CAST(method AS BLOB)) <= 300),		-- Method
	assignee TEXT CHECK (length(CAST(assignee AS BLOB)) <= 36),		-- Assignee; uid
	due TEXT CHECK (length(CAST(due AS BLOB)) <= 111),			-- Due; date
	due_s TEXT CHECK (length(CAST(due_s AS BLOB)) <= 16384),		-- its sort key
	feedback_due TEXT CHECK (length(CAST(feedback_due AS BLOB)) <= 111),	-- Feedback due; date
	further1 TEXT CHECK (length(CAST(further1 AS BLOB)) <= 1000),		-- Further field
	further2 TEXT CHECK (length(CAST(further2 AS BLOB)) <= 1000),		-- Further field
	further3 TEXT CHECK (length(CAST(further3 AS BLOB)) <= 1000),		-- Further field
	further4 TEXT CHECK (length(CAST(further4 AS BLOB)) <= 1000),		-- Further field
	further5 TEXT CHECK (length(CAST(further5 AS BLOB)) <= 1000),		-- Further field
	further6 TEXT CHECK (length(CAST(further6 AS BLOB)) <= 1000),		-- Further field
	further7 TEXT CHECK (length(CAST(further7 AS BLOB)) <= 1000),		-- Further field
	further8 TEXT CHECK (length(CAST(further8 AS BLOB)) <= 1000)		-- Further field
) STRICT;
CREATE INDEX lead_newest ON lead (case_id, audience_id);
CREATE INDEX lead_changed ON lead (case_id, audience_id, changed_s);
CREATE UNIQUE INDEX lead_source_id_once ON lead (case_id, source_id, party)
	WHERE source_id IS NOT NULL AND retracted IS NULL;
CREATE INDEX lead_title ON lead (case_id, audience_id, title_s);
CREATE INDEX lead_status ON lead (case_id, audience_id, status_s);
CREATE INDEX lead_due ON lead (case_id, audience_id, due_s);
CREATE INDEX lead_veiled ON lead (case_id, audience_id, legal, special)
	WHERE legal = 'restricted' OR special IS NOT NULL;

-- Tasks.
CREATE TABLE task (
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
	retracted INTEGER,							-- Retracted; ms UTC
	retract_reason TEXT CHECK (length(CAST(retract_reason AS BLOB)) <= 1000),	-- Reason retracted
	assists_reason TEXT CHECK (length(CAST(assists_reason AS BLOB)) <= 1000),	-- Why not assisting
	meant TEXT CHECK (length(CAST(meant AS BLOB)) <= 16384),		-- Meant for
	special TEXT CHECK (length(CAST(special AS BLOB)) <= 64),		-- Special categories; codes: a,b
	special_reason TEXT CHECK (length(CAST(special_reason AS BLOB)) <= 1000),	-- Why strictly necessary
	title TEXT CHECK (length(CAST(title AS BLOB)) <= 300),			-- Title
	title_s TEXT CHECK (length(CAST(title_s AS BLOB)) <= 16384),		-- its sort key
	detail TEXT CHECK (length(CAST(detail AS BLOB)) <= 1048576),		-- Detail
	status TEXT CHECK (length(CAST(status AS BLOB)) <= 64),			-- Status; code
	status_s TEXT CHECK (length(CAST(status_s AS BLOB)) <= 16384),		-- its sort key
	priority TEXT CHECK (length(CAST(priority AS BLOB)) <= 64),		-- Priority; code
	assignee TEXT CHECK (length(CAST(assignee AS BLOB)) <= 36),		-- Assignee; uid
	for_party TEXT CHECK (length(CAST(for_party AS BLOB)) <= 36),		-- For party; uid
	due TEXT CHECK (length(CAST(due AS BLOB)) <= 111),			-- Due; date
	due_s TEXT CHECK (length(CAST(due_s AS BLOB)) <= 16384),		-- its sort key
	follow_up TEXT CHECK (length(CAST(follow_up AS BLOB)) <= 111),		-- Follow up; date
	blocked_by TEXT CHECK (length(CAST(blocked_by AS BLOB)) <= 36),		-- Blocked by; uid
	about TEXT CHECK (length(CAST(about AS BLOB)) <= 200),			-- About; uid
	reason TEXT CHECK (length(CAST(reason AS BLOB)) <= 1000),		-- Reason
	since INTEGER,								-- Since; ms UTC
	further1 TEXT CHECK (length(CAST(further1 AS BLOB)) <= 1000),		-- Further field
	further2 TEXT CHECK (length(CAST(further2 AS BLOB)) <= 1000),		-- Further field
	further3 TEXT CHECK (length(CAST(further3 AS BLOB)) <= 1000),		-- Further field
	further4 TEXT CHECK (length(CAST(further4 AS BLOB)) <= 1000),		-- Further field
	further5 TEXT CHECK (length(CAST(further5 AS BLOB)) <= 1000),		-- Further field
	further6 TEXT CHECK (length(CAST(further6 AS BLOB)) <= 1000),		-- Further field
	further7 TEXT CHECK (length(CAST(further7 AS BLOB)) <= 1000),		-- Further field
	further8 TEXT CHECK (length(CAST(further8 AS BLOB)) <= 1000)		-- Further field
) STRICT;
CREATE INDEX task_newest ON task (case_id, audience_id);
CREATE INDEX task_changed ON task (case_id, audience_id, changed_s);
CREATE UNIQUE INDEX task_source_id_once ON task (case_id, source_id, party)
	WHERE source_id IS NOT NULL AND retracted IS NULL;
CREATE INDEX task_title ON task (case_id, audience_id, title_s);
CREATE INDEX task_status ON task (case_id, audience_id, status_s);
CREATE INDEX task_due ON task (case_id, audience_id, due_s);
CREATE INDEX task_blocked_by_names ON task (blocked_by, case_id, audience_id)
	WHERE blocked_by IS NOT NULL;
CREATE INDEX task_about_names ON task (about, case_id, audience_id)
	WHERE about IS NOT NULL;
CREATE INDEX task_veiled ON task (case_id, audience_id, legal, special)
	WHERE legal = 'restricted' OR special IS NOT NULL;

-- Evidence.
CREATE TABLE evidence (
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
	retracted INTEGER,							-- Retracted; ms UTC
	retract_reason TEXT CHECK (length(CAST(retract_reason AS BLOB)) <= 1000),	-- Reason retracted
	assists_reason TEXT CHECK (length(CAST(assists_reason AS BLOB)) <= 1000),	-- Why not assisting
	meant TEXT CHECK (length(CAST(meant AS BLOB)) <= 16384),		-- Meant for
	special TEXT CHECK (length(CAST(special AS BLOB)) <= 64),		-- Special categories; codes: a,b
	special_reason TEXT CHECK (length(CAST(special_reason AS BLOB)) <= 1000),	-- Why strictly necessary
	description TEXT CHECK (length(CAST(description AS BLOB)) <= 1000),	-- Description
	description_s TEXT CHECK (length(CAST(description_s AS BLOB)) <= 16384),	-- its sort key
	type TEXT CHECK (length(CAST(type AS BLOB)) <= 64),			-- Type; code
	exhibit_no TEXT CHECK (length(CAST(exhibit_no AS BLOB)) <= 60),		-- Exhibit no.
	exhibit_no_s TEXT CHECK (length(CAST(exhibit_no_s AS BLOB)) <= 16384),	-- its sort key
	root_exhibit_no TEXT CHECK (length(CAST(root_exhibit_no AS BLOB)) <= 60),	-- Root exhibit no.
	seized_at TEXT CHECK (length(CAST(seized_at AS BLOB)) <= 111),		-- Seized; date
	seized_at_s TEXT CHECK (length(CAST(seized_at_s AS BLOB)) <= 16384),	-- its sort key
	place TEXT CHECK (length(CAST(place AS BLOB)) <= 300),			-- Place
	seized_from TEXT CHECK (length(CAST(seized_from AS BLOB)) <= 300),	-- Seized from
	seized_by TEXT CHECK (length(CAST(seized_by AS BLOB)) <= 300),		-- Seized by
	legal_basis TEXT CHECK (length(CAST(legal_basis AS BLOB)) <= 300),	-- Legal basis
	possessor TEXT CHECK (length(CAST(possessor AS BLOB)) <= 300),		-- Possessor
	storage TEXT CHECK (length(CAST(storage AS BLOB)) <= 300),		-- Storage
	custodian TEXT CHECK (length(CAST(custodian AS BLOB)) <= 200),		-- Custodian; uid
	unconfirmed INTEGER CHECK (unconfirmed BETWEEN 0 AND 1000000000000000),	-- Unconfirmed
	unconfirmed_s TEXT CHECK (length(CAST(unconfirmed_s AS BLOB)) <= 16384),	-- its sort key
	pages INTEGER CHECK (pages BETWEEN 0 AND 1000000000000000),		-- Pages
	items INTEGER CHECK (items BETWEEN 0 AND 1000000000000000),		-- Items
	items_privileged INTEGER CHECK (items_privileged BETWEEN 0 AND 1000000000000000),	-- Privileged
	valid_until TEXT CHECK (length(CAST(valid_until AS BLOB)) <= 111),	-- Valid until; date
	return_by TEXT CHECK (length(CAST(return_by AS BLOB)) <= 111),		-- Return by; date
	further1 TEXT CHECK (length(CAST(further1 AS BLOB)) <= 1000),		-- Further field
	further2 TEXT CHECK (length(CAST(further2 AS BLOB)) <= 1000),		-- Further field
	further3 TEXT CHECK (length(CAST(further3 AS BLOB)) <= 1000),		-- Further field
	further4 TEXT CHECK (length(CAST(further4 AS BLOB)) <= 1000),		-- Further field
	further5 TEXT CHECK (length(CAST(further5 AS BLOB)) <= 1000),		-- Further field
	further6 TEXT CHECK (length(CAST(further6 AS BLOB)) <= 1000),		-- Further field
	further7 TEXT CHECK (length(CAST(further7 AS BLOB)) <= 1000),		-- Further field
	further8 TEXT CHECK (length(CAST(further8 AS BLOB)) <= 1000)		-- Further field
) STRICT;
CREATE INDEX evidence_newest ON evidence (case_id, audience_id);
CREATE INDEX evidence_changed ON evidence (case_id, audience_id, changed_s);
CREATE UNIQUE INDEX evidence_source_id_once ON evidence (case_id, source_id, party)
	WHERE source_id IS NOT NULL AND retracted IS NULL;
CREATE INDEX evidence_description ON evidence (case_id, audience_id, description_s);
CREATE UNIQUE INDEX evidence_exhibit_no_once ON evidence (case_id, exhibit_no COLLATE NOCASE, party)
	WHERE exhibit_no IS NOT NULL AND retracted IS NULL;
CREATE INDEX evidence_exhibit_no ON evidence (case_id, audience_id, exhibit_no_s);
CREATE INDEX evidence_seized_at ON evidence (case_id, audience_id, seized_at_s);
CREATE INDEX evidence_unconfirmed ON evidence (case_id, audience_id, unconfirmed_s);
CREATE INDEX evidence_veiled ON evidence (case_id, audience_id, legal, special)
	WHERE legal = 'restricted' OR special IS NOT NULL;

-- Assets.
CREATE TABLE asset (
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
	retracted INTEGER,							-- Retracted; ms UTC
	retract_reason TEXT CHECK (length(CAST(retract_reason AS BLOB)) <= 1000),	-- Reason retracted
	assists_reason TEXT CHECK (length(CAST(assists_reason AS BLOB)) <= 1000),	-- Why not assisting
	meant TEXT CHECK (length(CAST(meant AS BLOB)) <= 16384),		-- Meant for
	special TEXT CHECK (length(CAST(special AS BLOB)) <= 64),		-- Special categories; codes: a,b
	special_reason TEXT CHECK (length(CAST(special_reason AS BLOB)) <= 1000),	-- Why strictly necessary
	type TEXT CHECK (length(CAST(type AS BLOB)) <= 64),			-- Type; code
	description TEXT CHECK (length(CAST(description AS BLOB)) <= 1000),	-- Description
	description_s TEXT CHECK (length(CAST(description_s AS BLOB)) <= 16384),	-- its sort key
	account_no TEXT CHECK (length(CAST(account_no AS BLOB)) <= 64),		-- Account no.; account
	account_no_s TEXT CHECK (length(CAST(account_no_s AS BLOB)) <= 16384),	-- its sort key
	bank TEXT CHECK (length(CAST(bank AS BLOB)) <= 200),			-- Bank
	bic TEXT CHECK (length(CAST(bic AS BLOB)) <= 319),			-- BIC
	country TEXT CHECK (length(CAST(country AS BLOB)) <= 64),		-- Country; ISO 3166-1 alpha-2
	location TEXT CHECK (length(CAST(location AS BLOB)) <= 300),		-- Location
	holder TEXT CHECK (length(CAST(holder AS BLOB)) <= 200),		-- Holder; uid
	stage TEXT CHECK (length(CAST(stage AS BLOB)) <= 64),			-- Stage; code
	stage_s TEXT CHECK (length(CAST(stage_s AS BLOB)) <= 16384),		-- its sort key
	further1 TEXT CHECK (length(CAST(further1 AS BLOB)) <= 1000),		-- Further field
	further2 TEXT CHECK (length(CAST(further2 AS BLOB)) <= 1000),		-- Further field
	further3 TEXT CHECK (length(CAST(further3 AS BLOB)) <= 1000),		-- Further field
	further4 TEXT CHECK (length(CAST(further4 AS BLOB)) <= 1000),		-- Further field
	further5 TEXT CHECK (length(CAST(further5 AS BLOB)) <= 1000),		-- Further field
	further6 TEXT CHECK (length(CAST(further6 AS BLOB)) <= 1000),		-- Further field
	further7 TEXT CHECK (length(CAST(further7 AS BLOB)) <= 1000),		-- Further field
	further8 TEXT CHECK (length(CAST(further8 AS BLOB)) <= 1000)		-- Further field
) STRICT;
CREATE INDEX asset_newest ON asset (case_id, audience_id);
CREATE INDEX asset_changed ON asset (case_id, audience_id, changed_s);
CREATE UNIQUE INDEX asset_source_id_once ON asset (case_id, source_id, party)
	WHERE source_id IS NOT NULL AND retracted IS NULL;
CREATE INDEX asset_description ON asset (case_id, audience_id, description_s);
CREATE INDEX asset_account_no ON asset (case_id, audience_id, account_no_s);
CREATE INDEX asset_holder_names ON asset (holder, case_id, audience_id)
	WHERE holder IS NOT NULL;
CREATE INDEX asset_stage ON asset (case_id, audience_id, stage_s);
CREATE INDEX asset_veiled ON asset (case_id, audience_id, legal, special)
	WHERE legal = 'restricted' OR special IS NOT NULL;

-- Payments.
CREATE TABLE payment (
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
	retracted INTEGER,							-- Retracted; ms UTC
	retract_reason TEXT CHECK (length(CAST(retract_reason AS BLOB)) <= 1000),	-- Reason retracted
	assists_reason TEXT CHECK (length(CAST(assists_reason AS BLOB)) <= 1000),	-- Why not assisting
	meant TEXT CHECK (length(CAST(meant AS BLOB)) <= 16384),		-- Meant for
	special TEXT CHECK (length(CAST(special AS BLOB)) <= 64),		-- Special categories; codes: a,b
	special_reason TEXT CHECK (length(CAST(special_reason AS BLOB)) <= 1000),	-- Why strictly necessary
	"from" TEXT CHECK (length(CAST("from" AS BLOB)) <= 200),		-- From; uid
	"to" TEXT CHECK (length(CAST("to" AS BLOB)) <= 200),			-- To; uid
	amount TEXT CHECK (length(CAST(amount AS BLOB)) <= 79),			-- Amount; 1234.50 EUR
	amount_s TEXT CHECK (length(CAST(amount_s AS BLOB)) <= 16384),		-- its sort key
	value_date TEXT CHECK (length(CAST(value_date AS BLOB)) <= 111),	-- Value date; date
	value_date_s TEXT CHECK (length(CAST(value_date_s AS BLOB)) <= 16384),	-- its sort key
	booking_date TEXT CHECK (length(CAST(booking_date AS BLOB)) <= 111),	-- Booking date; date
	purpose TEXT CHECK (length(CAST(purpose AS BLOB)) <= 1000),		-- Purpose
	counterparty TEXT CHECK (length(CAST(counterparty AS BLOB)) <= 300),	-- Counterparty
	tx_ref TEXT CHECK (length(CAST(tx_ref AS BLOB)) <= 200),		-- Transaction ref
	source_doc TEXT CHECK (length(CAST(source_doc AS BLOB)) <= 300),	-- Source document
	further1 TEXT CHECK (length(CAST(further1 AS BLOB)) <= 1000),		-- Further field
	further2 TEXT CHECK (length(CAST(further2 AS BLOB)) <= 1000),		-- Further field
	further3 TEXT CHECK (length(CAST(further3 AS BLOB)) <= 1000),		-- Further field
	further4 TEXT CHECK (length(CAST(further4 AS BLOB)) <= 1000),		-- Further field
	further5 TEXT CHECK (length(CAST(further5 AS BLOB)) <= 1000),		-- Further field
	further6 TEXT CHECK (length(CAST(further6 AS BLOB)) <= 1000),		-- Further field
	further7 TEXT CHECK (length(CAST(further7 AS BLOB)) <= 1000),		-- Further field
	further8 TEXT CHECK (length(CAST(further8 AS BLOB)) <= 1000)		-- Further field
) STRICT;
CREATE INDEX payment_newest ON payment (case_id, audience_id);
CREATE INDEX payment_changed ON payment (case_id, audience_id, changed_s);
CREATE UNIQUE INDEX payment_source_id_once ON payment (case_id, source_id, party)
	WHERE source_id IS NOT NULL AND retracted IS NULL;
CREATE INDEX payment_from_names ON payment ("from", case_id, audience_id)
	WHERE "from" IS NOT NULL;
CREATE INDEX payment_to_names ON payment ("to", case_id, audience_id)
	WHERE "to" IS NOT NULL;
CREATE INDEX payment_amount ON payment (case_id, audience_id, amount_s);
CREATE INDEX payment_value_date ON payment (case_id, audience_id, value_date_s);
CREATE INDEX payment_veiled ON payment (case_id, audience_id, legal, special)
	WHERE legal = 'restricted' OR special IS NOT NULL;

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
	retracted INTEGER,							-- Retracted; ms UTC
	retract_reason TEXT CHECK (length(CAST(retract_reason AS BLOB)) <= 1000),	-- Reason retracted
	assists_reason TEXT CHECK (length(CAST(assists_reason AS BLOB)) <= 1000),	-- Why not assisting
	meant TEXT CHECK (length(CAST(meant AS BLOB)) <= 16384),		-- Meant for
	special TEXT CHECK (length(CAST(special AS BLOB)) <= 64),		-- Special categories; codes: a,b
	special_reason TEXT CHECK (length(CAST(special_reason AS BLOB)) <= 1000),	-- Why strictly necessary
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
	counsel TEXT CHECK (length(CAST(counsel AS BLOB)) <= 300),		-- Counsel
	category TEXT CHECK (length(CAST(category AS BLOB)) <= 64),		-- Category; codes: a,b
	further1 TEXT CHECK (length(CAST(further1 AS BLOB)) <= 1000),		-- Further field
	further2 TEXT CHECK (length(CAST(further2 AS BLOB)) <= 1000),		-- Further field
	further3 TEXT CHECK (length(CAST(further3 AS BLOB)) <= 1000),		-- Further field
	further4 TEXT CHECK (length(CAST(further4 AS BLOB)) <= 1000),		-- Further field
	further5 TEXT CHECK (length(CAST(further5 AS BLOB)) <= 1000),		-- Further field
	further6 TEXT CHECK (length(CAST(further6 AS BLOB)) <= 1000),		-- Further field
	further7 TEXT CHECK (length(CAST(further7 AS BLOB)) <= 1000),		-- Further field
	further8 TEXT CHECK (length(CAST(further8 AS BLOB)) <= 1000)		-- Further field
) STRICT;
CREATE INDEX person_newest ON person (case_id, audience_id);
CREATE INDEX person_changed ON person (case_id, audience_id, changed_s);
CREATE UNIQUE INDEX person_source_id_once ON person (case_id, source_id, party)
	WHERE source_id IS NOT NULL AND retracted IS NULL;
CREATE INDEX person_name ON person (case_id, audience_id, name_s);
CREATE INDEX person_birth_date ON person (case_id, audience_id, birth_date_s);
CREATE INDEX person_nationality ON person (case_id, audience_id, nationality_s);
CREATE INDEX person_veiled ON person (case_id, audience_id, legal, special)
	WHERE legal = 'restricted' OR special IS NOT NULL;

-- Organisations.
CREATE TABLE organisation (
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
	retracted INTEGER,							-- Retracted; ms UTC
	retract_reason TEXT CHECK (length(CAST(retract_reason AS BLOB)) <= 1000),	-- Reason retracted
	assists_reason TEXT CHECK (length(CAST(assists_reason AS BLOB)) <= 1000),	-- Why not assisting
	meant TEXT CHECK (length(CAST(meant AS BLOB)) <= 16384),		-- Meant for
	special TEXT CHECK (length(CAST(special AS BLOB)) <= 64),		-- Special categories; codes: a,b
	special_reason TEXT CHECK (length(CAST(special_reason AS BLOB)) <= 1000),	-- Why strictly necessary
	name TEXT CHECK (length(CAST(name AS BLOB)) <= 300),			-- Name
	name_s TEXT CHECK (length(CAST(name_s AS BLOB)) <= 16384),		-- its sort key
	reg_no TEXT CHECK (length(CAST(reg_no AS BLOB)) <= 60),			-- Registration no.
	jurisdiction TEXT CHECK (length(CAST(jurisdiction AS BLOB)) <= 64),	-- Jurisdiction; ISO 3166-1 alpha-2
	jurisdiction_s TEXT CHECK (length(CAST(jurisdiction_s AS BLOB)) <= 16384),	-- its sort key
	legal_form TEXT CHECK (length(CAST(legal_form AS BLOB)) <= 60),		-- Legal form
	further1 TEXT CHECK (length(CAST(further1 AS BLOB)) <= 1000),		-- Further field
	further2 TEXT CHECK (length(CAST(further2 AS BLOB)) <= 1000),		-- Further field
	further3 TEXT CHECK (length(CAST(further3 AS BLOB)) <= 1000),		-- Further field
	further4 TEXT CHECK (length(CAST(further4 AS BLOB)) <= 1000),		-- Further field
	further5 TEXT CHECK (length(CAST(further5 AS BLOB)) <= 1000),		-- Further field
	further6 TEXT CHECK (length(CAST(further6 AS BLOB)) <= 1000),		-- Further field
	further7 TEXT CHECK (length(CAST(further7 AS BLOB)) <= 1000),		-- Further field
	further8 TEXT CHECK (length(CAST(further8 AS BLOB)) <= 1000)		-- Further field
) STRICT;
CREATE INDEX organisation_newest ON organisation (case_id, audience_id);
CREATE INDEX organisation_changed ON organisation (case_id, audience_id, changed_s);
CREATE UNIQUE INDEX organisation_source_id_once ON organisation (case_id, source_id, party)
	WHERE source_id IS NOT NULL AND retracted IS NULL;
CREATE INDEX organisation_name ON organisation (case_id, audience_id, name_s);
CREATE INDEX organisation_jurisdiction ON organisation (case_id, audience_id, jurisdiction_s);
CREATE INDEX organisation_veiled ON organisation (case_id, audience_id, legal, special)
	WHERE legal = 'restricted' OR special IS NOT NULL;

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
	retracted INTEGER,							-- Retracted; ms UTC
	retract_reason TEXT CHECK (length(CAST(retract_reason AS BLOB)) <= 1000),	-- Reason retracted
	assists_reason TEXT CHECK (length(CAST(assists_reason AS BLOB)) <= 1000),	-- Why not assisting
	meant TEXT CHECK (length(CAST(meant AS BLOB)) <= 16384),		-- Meant for
	special TEXT CHECK (length(CAST(special AS BLOB)) <= 64),		-- Special categories; codes: a,b
	special_reason TEXT CHECK (length(CAST(special_reason AS BLOB)) <= 1000),	-- Why strictly necessary
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
	detail TEXT CHECK (length(CAST(detail AS BLOB)) <= 1048576),		-- Detail
	further1 TEXT CHECK (length(CAST(further1 AS BLOB)) <= 1000),		-- Further field
	further2 TEXT CHECK (length(CAST(further2 AS BLOB)) <= 1000),		-- Further field
	further3 TEXT CHECK (length(CAST(further3 AS BLOB)) <= 1000),		-- Further field
	further4 TEXT CHECK (length(CAST(further4 AS BLOB)) <= 1000),		-- Further field
	further5 TEXT CHECK (length(CAST(further5 AS BLOB)) <= 1000),		-- Further field
	further6 TEXT CHECK (length(CAST(further6 AS BLOB)) <= 1000),		-- Further field
	further7 TEXT CHECK (length(CAST(further7 AS BLOB)) <= 1000),		-- Further field
	further8 TEXT CHECK (length(CAST(further8 AS BLOB)) <= 1000)		-- Further field
) STRICT;
CREATE INDEX event_newest ON event (case_id, audience_id);
CREATE INDEX event_changed ON event (case_id, audience_id, changed_s);
CREATE UNIQUE INDEX event_source_id_once ON event (case_id, source_id, party)
	WHERE source_id IS NOT NULL AND retracted IS NULL;
CREATE INDEX event_title ON event (case_id, audience_id, title_s);
CREATE INDEX event_starts ON event (case_id, audience_id, starts_s);
CREATE INDEX event_veiled ON event (case_id, audience_id, legal, special)
	WHERE legal = 'restricted' OR special IS NOT NULL;

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
	retracted INTEGER,							-- Retracted; ms UTC
	retract_reason TEXT CHECK (length(CAST(retract_reason AS BLOB)) <= 1000),	-- Reason retracted
	assists_reason TEXT CHECK (length(CAST(assists_reason AS BLOB)) <= 1000),	-- Why not assisting
	meant TEXT CHECK (length(CAST(meant AS BLOB)) <= 16384),		-- Meant for
	special TEXT CHECK (length(CAST(special AS BLOB)) <= 64),		-- Special categories; codes: a,b
	special_reason TEXT CHECK (length(CAST(special_reason AS BLOB)) <= 1000),	-- Why strictly necessary
	title TEXT CHECK (length(CAST(title AS BLOB)) <= 300),			-- Title
	title_s TEXT CHECK (length(CAST(title_s AS BLOB)) <= 16384),		-- its sort key
	question TEXT CHECK (length(CAST(question AS BLOB)) <= 1000),		-- Question
	options TEXT CHECK (length(CAST(options AS BLOB)) <= 1048576),		-- Options
	outcome TEXT CHECK (length(CAST(outcome AS BLOB)) <= 64),		-- Outcome; code
	outcome_s TEXT CHECK (length(CAST(outcome_s AS BLOB)) <= 16384),	-- its sort key
	"on" TEXT CHECK (length(CAST("on" AS BLOB)) <= 111),			-- On; date
	on_s TEXT CHECK (length(CAST(on_s AS BLOB)) <= 16384),			-- its sort key
	consulted TEXT CHECK (length(CAST(consulted AS BLOB)) <= 1000),		-- Consulted
	detail TEXT CHECK (length(CAST(detail AS BLOB)) <= 1048576),		-- Detail
	further1 TEXT CHECK (length(CAST(further1 AS BLOB)) <= 1000),		-- Further field
	further2 TEXT CHECK (length(CAST(further2 AS BLOB)) <= 1000),		-- Further field
	further3 TEXT CHECK (length(CAST(further3 AS BLOB)) <= 1000),		-- Further field
	further4 TEXT CHECK (length(CAST(further4 AS BLOB)) <= 1000),		-- Further field
	further5 TEXT CHECK (length(CAST(further5 AS BLOB)) <= 1000),		-- Further field
	further6 TEXT CHECK (length(CAST(further6 AS BLOB)) <= 1000),		-- Further field
	further7 TEXT CHECK (length(CAST(further7 AS BLOB)) <= 1000),		-- Further field
	further8 TEXT CHECK (length(CAST(further8 AS BLOB)) <= 1000)		-- Further field
) STRICT;
CREATE INDEX decision_newest ON decision (case_id, audience_id);
CREATE INDEX decision_changed ON decision (case_id, audience_id, changed_s);
CREATE UNIQUE INDEX decision_source_id_once ON decision (case_id, source_id, party)
	WHERE source_id IS NOT NULL AND retracted IS NULL;
CREATE INDEX decision_title ON decision (case_id, audience_id, title_s);
CREATE INDEX decision_outcome ON decision (case_id, audience_id, outcome_s);
CREATE INDEX decision_on ON decision (case_id, audience_id, on_s);
CREATE INDEX decision_veiled ON decision (case_id, audience_id, legal, special)
	WHERE legal = 'restricted' OR special IS NOT NULL;

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
	retracted INTEGER,							-- Retracted; ms UTC
	retract_reason TEXT CHECK (length(CAST(retract_reason AS BLOB)) <= 1000),	-- Reason retracted
	assists_reason TEXT CHECK (length(CAST(assists_reason AS BLOB)) <= 1000),	-- Why not assisting
	meant TEXT CHECK (length(CAST(meant AS BLOB)) <= 16384),		-- Meant for
	special TEXT CHECK (length(CAST(special AS BLOB)) <= 64),		-- Special categories; codes: a,b
	special_reason TEXT CHECK (length(CAST(special_reason AS BLOB)) <= 1000),	-- Why strictly necessary
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
	note TEXT CHECK (length(CAST(note AS BLOB)) <= 1048576),		-- Note
	further1 TEXT CHECK (length(CAST(further1 AS BLOB)) <= 1000),		-- Further field
	further2 TEXT CHECK (length(CAST(further2 AS BLOB)) <= 1000),		-- Further field
	further3 TEXT CHECK (length(CAST(further3 AS BLOB)) <= 1000),		-- Further field
	further4 TEXT CHECK (length(CAST(further4 AS BLOB)) <= 1000),		-- Further field
	further5 TEXT CHECK (length(CAST(further5 AS BLOB)) <= 1000),		-- Further field
	further6 TEXT CHECK (length(CAST(further6 AS BLOB)) <= 1000),		-- Further field
	further7 TEXT CHECK (length(CAST(further7 AS BLOB)) <= 1000),		-- Further field
	further8 TEXT CHECK (length(CAST(further8 AS BLOB)) <= 1000)		-- Further field
) STRICT;
CREATE INDEX contact_newest ON contact (case_id, audience_id);
CREATE INDEX contact_changed ON contact (case_id, audience_id, changed_s);
CREATE UNIQUE INDEX contact_source_id_once ON contact (case_id, source_id, party)
	WHERE source_id IS NOT NULL AND retracted IS NULL;
CREATE INDEX contact_name ON contact (case_id, audience_id, name_s);
CREATE INDEX contact_state ON contact (case_id, audience_id, state_s);
CREATE INDEX contact_veiled ON contact (case_id, audience_id, legal, special)
	WHERE legal = 'restricted' OR special IS NOT NULL;

-- Notes.
CREATE TABLE note (
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
	retracted INTEGER,							-- Retracted; ms UTC
	retract_reason TEXT CHECK (length(CAST(retract_reason AS BLOB)) <= 1000),	-- Reason retracted
	assists_reason TEXT CHECK (length(CAST(assists_reason AS BLOB)) <= 1000),	-- Why not assisting
	meant TEXT CHECK (length(CAST(meant AS BLOB)) <= 16384),		-- Meant for
	special TEXT CHECK (length(CAST(special AS BLOB)) <= 64),		-- Special categories; codes: a,b
	special_reason TEXT CHECK (length(CAST(special_reason AS BLOB)) <= 1000),	-- Why strictly necessary
	text TEXT CHECK (length(CAST(text AS BLOB)) <= 1048576),		-- Text
	about TEXT CHECK (length(CAST(about AS BLOB)) <= 200),			-- About; uid
	further1 TEXT CHECK (length(CAST(further1 AS BLOB)) <= 1000),		-- Further field
	further2 TEXT CHECK (length(CAST(further2 AS BLOB)) <= 1000),		-- Further field
	further3 TEXT CHECK (length(CAST(further3 AS BLOB)) <= 1000),		-- Further field
	further4 TEXT CHECK (length(CAST(further4 AS BLOB)) <= 1000),		-- Further field
	further5 TEXT CHECK (length(CAST(further5 AS BLOB)) <= 1000),		-- Further field
	further6 TEXT CHECK (length(CAST(further6 AS BLOB)) <= 1000),		-- Further field
	further7 TEXT CHECK (length(CAST(further7 AS BLOB)) <= 1000),		-- Further field
	further8 TEXT CHECK (length(CAST(further8 AS BLOB)) <= 1000)		-- Further field
) STRICT;
CREATE INDEX note_newest ON note (case_id, audience_id);
CREATE INDEX note_changed ON note (case_id, audience_id, changed_s);
CREATE UNIQUE INDEX note_source_id_once ON note (case_id, source_id, party)
	WHERE source_id IS NOT NULL AND retracted IS NULL;
CREATE INDEX note_about_names ON note (about, case_id, audience_id)
	WHERE about IS NOT NULL;
CREATE INDEX note_veiled ON note (case_id, audience_id, legal, special)
	WHERE legal = 'restricted' OR special IS NOT NULL;

-- Fields.
CREATE TABLE field (
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
	of_kind TEXT CHECK (length(CAST(of_kind AS BLOB)) <= 64),		-- Of kind; code
	of_kind_s TEXT CHECK (length(CAST(of_kind_s AS BLOB)) <= 16384),	-- its sort key
	name TEXT CHECK (length(CAST(name AS BLOB)) <= 30),			-- Name
	name_s TEXT CHECK (length(CAST(name_s AS BLOB)) <= 16384),		-- its sort key
	type TEXT CHECK (length(CAST(type AS BLOB)) <= 64),			-- Type; code
	codes TEXT CHECK (length(CAST(codes AS BLOB)) <= 2000),			-- Codes
	label TEXT CHECK (length(CAST(label AS BLOB)) <= 60),			-- Label
	retired TEXT CHECK (length(CAST(retired AS BLOB)) <= 64),		-- Retired; code
	slot INTEGER CHECK (slot BETWEEN 0 AND 1000000000000000)		-- Slot
) STRICT;
CREATE INDEX field_newest ON field (case_id, audience_id);
CREATE INDEX field_changed ON field (case_id, audience_id, changed_s);
CREATE INDEX field_of_kind ON field (case_id, audience_id, of_kind_s);
CREATE INDEX field_name ON field (case_id, audience_id, name_s);

-- Links.
CREATE TABLE link (
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
	retracted INTEGER,							-- Retracted; ms UTC
	retract_reason TEXT CHECK (length(CAST(retract_reason AS BLOB)) <= 1000),	-- Reason retracted
	assists_reason TEXT CHECK (length(CAST(assists_reason AS BLOB)) <= 1000),	-- Why not assisting
	meant TEXT CHECK (length(CAST(meant AS BLOB)) <= 16384),		-- Meant for
	special TEXT CHECK (length(CAST(special AS BLOB)) <= 64),		-- Special categories; codes: a,b
	special_reason TEXT CHECK (length(CAST(special_reason AS BLOB)) <= 1000),	-- Why strictly necessary
	type TEXT CHECK (length(CAST(type AS BLOB)) <= 64),			-- Type; code
	type_s TEXT CHECK (length(CAST(type_s AS BLOB)) <= 16384),		-- its sort key
	a TEXT CHECK (length(CAST(a AS BLOB)) <= 36),				-- From; uid
	b TEXT CHECK (length(CAST(b AS BLOB)) <= 36),				-- To; uid
	from_date TEXT CHECK (length(CAST(from_date AS BLOB)) <= 111),		-- Since; date
	from_date_s TEXT CHECK (length(CAST(from_date_s AS BLOB)) <= 16384),	-- its sort key
	to_date TEXT CHECK (length(CAST(to_date AS BLOB)) <= 111),		-- Until; date
	percent TEXT CHECK (length(CAST(percent AS BLOB)) <= 16),		-- Percent
	note TEXT CHECK (length(CAST(note AS BLOB)) <= 1000),			-- Note
	further1 TEXT CHECK (length(CAST(further1 AS BLOB)) <= 1000),		-- Further field
	further2 TEXT CHECK (length(CAST(further2 AS BLOB)) <= 1000),		-- Further field
	further3 TEXT CHECK (length(CAST(further3 AS BLOB)) <= 1000),		-- Further field
	further4 TEXT CHECK (length(CAST(further4 AS BLOB)) <= 1000),		-- Further field
	further5 TEXT CHECK (length(CAST(further5 AS BLOB)) <= 1000),		-- Further field
	further6 TEXT CHECK (length(CAST(further6 AS BLOB)) <= 1000),		-- Further field
	further7 TEXT CHECK (length(CAST(further7 AS BLOB)) <= 1000),		-- Further field
	further8 TEXT CHECK (length(CAST(further8 AS BLOB)) <= 1000)		-- Further field
) STRICT;
CREATE INDEX link_newest ON link (case_id, audience_id);
CREATE INDEX link_changed ON link (case_id, audience_id, changed_s);
CREATE UNIQUE INDEX link_source_id_once ON link (case_id, source_id, party)
	WHERE source_id IS NOT NULL AND retracted IS NULL;
CREATE INDEX link_type ON link (case_id, audience_id, type_s);
CREATE INDEX link_a_names ON link (a, case_id, audience_id)
	WHERE a IS NOT NULL;
CREATE INDEX link_b_names ON link (b, case_id, audience_id)
	WHERE b IS NOT NULL;
CREATE INDEX link_from_date ON link (case_id, audience_id, from_date_s);
CREATE INDEX link_veiled ON link (case_id, audience_id, legal, special)
	WHERE legal = 'restricted' OR special IS NOT NULL;

-- Stores, of the program's own.
CREATE TABLE store (
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
	training TEXT CHECK (length(CAST(training AS BLOB)) <= 64),		-- Training; code
	party_code TEXT CHECK (length(CAST(party_code AS BLOB)) <= 8),		-- Party
	member_name TEXT CHECK (length(CAST(member_name AS BLOB)) <= 200),	-- Member
	identity TEXT CHECK (length(CAST(identity AS BLOB)) <= 36),		-- Identity
	epoch INTEGER CHECK (epoch BETWEEN 0 AND 1000000000000000)		-- Epoch
) STRICT;
CREATE INDEX store_newest ON store (case_id, audience_id);
CREATE INDEX store_changed ON store (case_id, audience_id, changed_s);

-- Imports, of the program's own.
CREATE TABLE import (
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
	digest TEXT CHECK (length(CAST(digest AS BLOB)) <= 64),			-- Digest
	digest_s TEXT CHECK (length(CAST(digest_s AS BLOB)) <= 16384),		-- its sort key
	file TEXT CHECK (length(CAST(file AS BLOB)) <= 255),			-- File
	"into" TEXT CHECK (length(CAST("into" AS BLOB)) <= 16),			-- Into
	read INTEGER CHECK (read BETWEEN 0 AND 1000000000000000),		-- Read
	added INTEGER CHECK (added BETWEEN 0 AND 1000000000000000),		-- Added
	updated INTEGER CHECK (updated BETWEEN 0 AND 1000000000000000),		-- Updated
	unchanged INTEGER CHECK (unchanged BETWEEN 0 AND 1000000000000000),	-- Unchanged
	rejected INTEGER CHECK (rejected BETWEEN 0 AND 1000000000000000),	-- Rejected
	state TEXT CHECK (length(CAST(state AS BLOB)) <= 64)			-- State; code
) STRICT;
CREATE INDEX import_newest ON import (case_id, audience_id);
CREATE INDEX import_changed ON import (case_id, audience_id, changed_s);
CREATE INDEX import_digest ON import (case_id, audience_id, digest_s);

-- Exports, of the program's own.
CREATE TABLE export (
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
	format TEXT CHECK (length(CAST(format AS BLOB)) <= 16),			-- Format
	"for" TEXT CHECK (length(CAST("for" AS BLOB)) <= 300),			-- For
	kinds TEXT CHECK (length(CAST(kinds AS BLOB)) <= 1000),			-- Kinds; words: a,b
	"filter" TEXT CHECK (length(CAST("filter" AS BLOB)) <= 4096),		-- Filter
	count INTEGER CHECK (count BETWEEN 0 AND 1000000000000000),		-- Records
	digest TEXT CHECK (length(CAST(digest AS BLOB)) <= 64),			-- Digest
	basis TEXT CHECK (length(CAST(basis AS BLOB)) <= 64),			-- Basis; code
	controller TEXT CHECK (length(CAST(controller AS BLOB)) <= 200)		-- Controller
) STRICT;
CREATE INDEX export_newest ON export (case_id, audience_id);
CREATE INDEX export_changed ON export (case_id, audience_id, changed_s);

-- Requests to parties, of the program's own.
CREATE TABLE ask (
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
	what TEXT CHECK (length(CAST(what AS BLOB)) <= 64),			-- What; code
	what_s TEXT CHECK (length(CAST(what_s AS BLOB)) <= 16384),		-- its sort key
	about TEXT CHECK (length(CAST(about AS BLOB)) <= 36),			-- About; uid
	ident_type TEXT CHECK (length(CAST(ident_type AS BLOB)) <= 64),		-- Type; code
	ident_value TEXT CHECK (length(CAST(ident_value AS BLOB)) <= 300),	-- Identifier
	to_party TEXT CHECK (length(CAST(to_party AS BLOB)) <= 36),		-- Asked; uid
	for_use TEXT CHECK (length(CAST(for_use AS BLOB)) <= 300),		-- For use
	for_party TEXT CHECK (length(CAST(for_party AS BLOB)) <= 36),		-- For party; uid
	purpose TEXT CHECK (length(CAST(purpose AS BLOB)) <= 1000),		-- Purpose
	due TEXT CHECK (length(CAST(due AS BLOB)) <= 111),			-- Due; date
	answer TEXT CHECK (length(CAST(answer AS BLOB)) <= 64),			-- Answer; code
	terms TEXT CHECK (length(CAST(terms AS BLOB)) <= 1000),			-- Terms
	answered_by TEXT CHECK (length(CAST(answered_by AS BLOB)) <= 36),	-- Answered by; uid
	answered_on TEXT CHECK (length(CAST(answered_on AS BLOB)) <= 111),	-- Answered on; date
	inquiry TEXT CHECK (length(CAST(inquiry AS BLOB)) <= 80),		-- Inquiry
	inquiry_s TEXT CHECK (length(CAST(inquiry_s AS BLOB)) <= 16384),	-- its sort key
	jit TEXT CHECK (length(CAST(jit AS BLOB)) <= 20),			-- Other JIT
	jit_party TEXT CHECK (length(CAST(jit_party AS BLOB)) <= 8),		-- Party there
	contact TEXT CHECK (length(CAST(contact AS BLOB)) <= 600),		-- Contact
	to_member TEXT CHECK (length(CAST(to_member AS BLOB)) <= 36),		-- Member; uid
	lapsed INTEGER								-- Lapsed; ms UTC
) STRICT;
CREATE INDEX ask_newest ON ask (case_id, audience_id);
CREATE INDEX ask_changed ON ask (case_id, audience_id, changed_s);
CREATE INDEX ask_what ON ask (case_id, audience_id, what_s);
CREATE INDEX ask_inquiry ON ask (case_id, audience_id, inquiry_s);
