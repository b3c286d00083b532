-- SPDX-License-Identifier: GPL-3.0-or-later
-- 0003-parts.sql - a table for each kind of part, as 0002-records.sql; parent
-- is the record that a part belongs to. Written by make schema.

-- Permissions.
CREATE TABLE permission (
	rid INTEGER PRIMARY KEY REFERENCES record (rid) ON DELETE RESTRICT,
	case_id INTEGER NOT NULL,						-- as in record
	audience_id INTEGER NOT NULL REFERENCES audience (id) ON DELETE RESTRICT,
	parent INTEGER NOT NULL REFERENCES record (rid) ON DELETE RESTRICT,
	party TEXT CHECK (length(CAST(party AS BLOB)) <= 36),			-- Party; uid
	version INTEGER CHECK (version BETWEEN 0 AND 1000000000000000),		-- Version
	created INTEGER,							-- Created; ms UTC
	created_by TEXT CHECK (length(CAST(created_by AS BLOB)) <= 36),		-- Created by; uid
	corrects TEXT CHECK (length(CAST(corrects AS BLOB)) <= 64),		-- Corrects
	retracted INTEGER,							-- Retracted; ms UTC
	retract_reason TEXT CHECK (length(CAST(retract_reason AS BLOB)) <= 1000),	-- Reason retracted
	what TEXT CHECK (length(CAST(what AS BLOB)) <= 64),			-- What; code
	to_party TEXT CHECK (length(CAST(to_party AS BLOB)) <= 36),		-- To party; uid
	for_use TEXT CHECK (length(CAST(for_use AS BLOB)) <= 300),		-- For use
	by TEXT CHECK (length(CAST(by AS BLOB)) <= 200),			-- By
	"on" TEXT CHECK (length(CAST("on" AS BLOB)) <= 111),			-- On; date
	doc_no TEXT CHECK (length(CAST(doc_no AS BLOB)) <= 100),		-- Document no.
	terms TEXT CHECK (length(CAST(terms AS BLOB)) <= 1000)			-- Terms
) STRICT;
CREATE INDEX permission_parent ON permission (parent);

-- Comments.
CREATE TABLE comment (
	rid INTEGER PRIMARY KEY REFERENCES record (rid) ON DELETE RESTRICT,
	case_id INTEGER NOT NULL,						-- as in record
	audience_id INTEGER NOT NULL REFERENCES audience (id) ON DELETE RESTRICT,
	parent INTEGER NOT NULL REFERENCES record (rid) ON DELETE RESTRICT,
	party TEXT CHECK (length(CAST(party AS BLOB)) <= 36),			-- Party; uid
	version INTEGER CHECK (version BETWEEN 0 AND 1000000000000000),		-- Version
	created INTEGER,							-- Created; ms UTC
	created_by TEXT CHECK (length(CAST(created_by AS BLOB)) <= 36),		-- Created by; uid
	corrects TEXT CHECK (length(CAST(corrects AS BLOB)) <= 64),		-- Corrects
	retracted INTEGER,							-- Retracted; ms UTC
	retract_reason TEXT CHECK (length(CAST(retract_reason AS BLOB)) <= 1000),	-- Reason retracted
	text TEXT CHECK (length(CAST(text AS BLOB)) <= 1048576)			-- Text
) STRICT;
CREATE INDEX comment_parent ON comment (parent);

-- Identifiers.
CREATE TABLE identifier (
	rid INTEGER PRIMARY KEY REFERENCES record (rid) ON DELETE RESTRICT,
	case_id INTEGER NOT NULL,						-- as in record
	audience_id INTEGER NOT NULL REFERENCES audience (id) ON DELETE RESTRICT,
	parent INTEGER NOT NULL REFERENCES record (rid) ON DELETE RESTRICT,
	party TEXT CHECK (length(CAST(party AS BLOB)) <= 36),			-- Party; uid
	version INTEGER CHECK (version BETWEEN 0 AND 1000000000000000),		-- Version
	created INTEGER,							-- Created; ms UTC
	created_by TEXT CHECK (length(CAST(created_by AS BLOB)) <= 36),		-- Created by; uid
	corrects TEXT CHECK (length(CAST(corrects AS BLOB)) <= 64),		-- Corrects
	retracted INTEGER,							-- Retracted; ms UTC
	retract_reason TEXT CHECK (length(CAST(retract_reason AS BLOB)) <= 1000),	-- Reason retracted
	type TEXT CHECK (length(CAST(type AS BLOB)) <= 64),			-- Type; code
	value TEXT CHECK (length(CAST(value AS BLOB)) <= 300),			-- Value
	valid TEXT CHECK (length(CAST(valid AS BLOB)) <= 64)			-- Valid; code
) STRICT;
CREATE INDEX identifier_parent ON identifier (parent);

-- Documents.
CREATE TABLE document (
	rid INTEGER PRIMARY KEY REFERENCES record (rid) ON DELETE RESTRICT,
	case_id INTEGER NOT NULL,						-- as in record
	audience_id INTEGER NOT NULL REFERENCES audience (id) ON DELETE RESTRICT,
	parent INTEGER NOT NULL REFERENCES record (rid) ON DELETE RESTRICT,
	party TEXT CHECK (length(CAST(party AS BLOB)) <= 36),			-- Party; uid
	version INTEGER CHECK (version BETWEEN 0 AND 1000000000000000),		-- Version
	created INTEGER,							-- Created; ms UTC
	created_by TEXT CHECK (length(CAST(created_by AS BLOB)) <= 36),		-- Created by; uid
	corrects TEXT CHECK (length(CAST(corrects AS BLOB)) <= 64),		-- Corrects
	retracted INTEGER,							-- Retracted; ms UTC
	retract_reason TEXT CHECK (length(CAST(retract_reason AS BLOB)) <= 1000),	-- Reason retracted
	title TEXT CHECK (length(CAST(title AS BLOB)) <= 300),			-- Title
	doc_ref TEXT CHECK (length(CAST(doc_ref AS BLOB)) <= 200),		-- Ref
	hash TEXT CHECK (length(CAST(hash AS BLOB)) <= 64),			-- SHA-256
	path TEXT CHECK (length(CAST(path AS BLOB)) <= 500)			-- Where
) STRICT;
CREATE INDEX document_parent ON document (parent);

-- Translations.
CREATE TABLE translation (
	rid INTEGER PRIMARY KEY REFERENCES record (rid) ON DELETE RESTRICT,
	case_id INTEGER NOT NULL,						-- as in record
	audience_id INTEGER NOT NULL REFERENCES audience (id) ON DELETE RESTRICT,
	parent INTEGER NOT NULL REFERENCES record (rid) ON DELETE RESTRICT,
	party TEXT CHECK (length(CAST(party AS BLOB)) <= 36),			-- Party; uid
	version INTEGER CHECK (version BETWEEN 0 AND 1000000000000000),		-- Version
	created INTEGER,							-- Created; ms UTC
	created_by TEXT CHECK (length(CAST(created_by AS BLOB)) <= 36),		-- Created by; uid
	corrects TEXT CHECK (length(CAST(corrects AS BLOB)) <= 64),		-- Corrects
	retracted INTEGER,							-- Retracted; ms UTC
	retract_reason TEXT CHECK (length(CAST(retract_reason AS BLOB)) <= 1000),	-- Reason retracted
	"from" TEXT CHECK (length(CAST("from" AS BLOB)) <= 35),			-- From language
	"to" TEXT CHECK (length(CAST("to" AS BLOB)) <= 35),			-- Into language
	pages INTEGER CHECK (pages BETWEEN 0 AND 1000000000000000),		-- Pages
	translator TEXT CHECK (length(CAST(translator AS BLOB)) <= 200),	-- Translator
	sworn TEXT CHECK (length(CAST(sworn AS BLOB)) <= 64),			-- Sworn; code
	ordered TEXT CHECK (length(CAST(ordered AS BLOB)) <= 111),		-- Ordered; date
	due TEXT CHECK (length(CAST(due AS BLOB)) <= 111),			-- Due; date
	received TEXT CHECK (length(CAST(received AS BLOB)) <= 111)		-- Received; date
) STRICT;
CREATE INDEX translation_parent ON translation (parent);

-- Shares.
CREATE TABLE share (
	rid INTEGER PRIMARY KEY REFERENCES record (rid) ON DELETE RESTRICT,
	case_id INTEGER NOT NULL,						-- as in record
	audience_id INTEGER NOT NULL REFERENCES audience (id) ON DELETE RESTRICT,
	parent INTEGER NOT NULL REFERENCES record (rid) ON DELETE RESTRICT,
	party TEXT CHECK (length(CAST(party AS BLOB)) <= 36),			-- Party; uid
	version INTEGER CHECK (version BETWEEN 0 AND 1000000000000000),		-- Version
	created INTEGER,							-- Created; ms UTC
	created_by TEXT CHECK (length(CAST(created_by AS BLOB)) <= 36),		-- Created by; uid
	corrects TEXT CHECK (length(CAST(corrects AS BLOB)) <= 64),		-- Corrects
	retracted INTEGER,							-- Retracted; ms UTC
	retract_reason TEXT CHECK (length(CAST(retract_reason AS BLOB)) <= 1000),	-- Reason retracted
	action TEXT CHECK (length(CAST(action AS BLOB)) <= 64),			-- Action; code
	"to" TEXT CHECK (length(CAST("to" AS BLOB)) <= 36),			-- To; uid
	to_member TEXT CHECK (length(CAST(to_member AS BLOB)) <= 36),		-- Member; uid
	until INTEGER,								-- Until; ms UTC
	for_use TEXT CHECK (length(CAST(for_use AS BLOB)) <= 64),		-- For use; code
	reason TEXT CHECK (length(CAST(reason AS BLOB)) <= 1000),		-- Reason
	basis TEXT CHECK (length(CAST(basis AS BLOB)) <= 64),			-- Basis; code
	controller TEXT CHECK (length(CAST(controller AS BLOB)) <= 36)		-- Controller; uid
) STRICT;
CREATE INDEX share_parent ON share (parent);

-- Correlations.
CREATE TABLE correlation (
	rid INTEGER PRIMARY KEY REFERENCES record (rid) ON DELETE RESTRICT,
	case_id INTEGER NOT NULL,						-- as in record
	audience_id INTEGER NOT NULL REFERENCES audience (id) ON DELETE RESTRICT,
	parent INTEGER NOT NULL REFERENCES record (rid) ON DELETE RESTRICT,
	party TEXT CHECK (length(CAST(party AS BLOB)) <= 36),			-- Party; uid
	version INTEGER CHECK (version BETWEEN 0 AND 1000000000000000),		-- Version
	created INTEGER,							-- Created; ms UTC
	created_by TEXT CHECK (length(CAST(created_by AS BLOB)) <= 36),		-- Created by; uid
	corrects TEXT CHECK (length(CAST(corrects AS BLOB)) <= 64),		-- Corrects
	retracted INTEGER,							-- Retracted; ms UTC
	retract_reason TEXT CHECK (length(CAST(retract_reason AS BLOB)) <= 1000),	-- Reason retracted
	type TEXT CHECK (length(CAST(type AS BLOB)) <= 64),			-- Type; code
	value TEXT CHECK (length(CAST(value AS BLOB)) <= 300),			-- Value
	correlate TEXT CHECK (length(CAST(correlate AS BLOB)) <= 64),		-- Correlate; code
	reason TEXT CHECK (length(CAST(reason AS BLOB)) <= 300)			-- Reason
) STRICT;
CREATE INDEX correlation_parent ON correlation (parent);

-- Exchanges of hits.
CREATE TABLE exchange (
	rid INTEGER PRIMARY KEY REFERENCES record (rid) ON DELETE RESTRICT,
	case_id INTEGER NOT NULL,						-- as in record
	audience_id INTEGER NOT NULL REFERENCES audience (id) ON DELETE RESTRICT,
	parent INTEGER NOT NULL REFERENCES record (rid) ON DELETE RESTRICT,
	party TEXT CHECK (length(CAST(party AS BLOB)) <= 36),			-- Party; uid
	version INTEGER CHECK (version BETWEEN 0 AND 1000000000000000),		-- Version
	created INTEGER,							-- Created; ms UTC
	created_by TEXT CHECK (length(CAST(created_by AS BLOB)) <= 36),		-- Created by; uid
	corrects TEXT CHECK (length(CAST(corrects AS BLOB)) <= 64),		-- Corrects
	retracted INTEGER,							-- Retracted; ms UTC
	retract_reason TEXT CHECK (length(CAST(retract_reason AS BLOB)) <= 1000),	-- Reason retracted
	jit TEXT CHECK (length(CAST(jit AS BLOB)) <= 20),			-- Other JIT
	hits TEXT CHECK (length(CAST(hits AS BLOB)) <= 64),			-- Hits; code
	reason TEXT CHECK (length(CAST(reason AS BLOB)) <= 300)			-- Reason
) STRICT;
CREATE INDEX exchange_parent ON exchange (parent);

-- Journal.
CREATE TABLE journal (
	rid INTEGER PRIMARY KEY REFERENCES record (rid) ON DELETE RESTRICT,
	case_id INTEGER NOT NULL,						-- as in record
	audience_id INTEGER NOT NULL REFERENCES audience (id) ON DELETE RESTRICT,
	parent INTEGER NOT NULL REFERENCES record (rid) ON DELETE RESTRICT,
	party TEXT CHECK (length(CAST(party AS BLOB)) <= 36),			-- Party; uid
	version INTEGER CHECK (version BETWEEN 0 AND 1000000000000000),		-- Version
	created INTEGER,							-- Created; ms UTC
	created_by TEXT CHECK (length(CAST(created_by AS BLOB)) <= 36),		-- Created by; uid
	corrects TEXT CHECK (length(CAST(corrects AS BLOB)) <= 64),		-- Corrects
	retracted INTEGER,							-- Retracted; ms UTC
	retract_reason TEXT CHECK (length(CAST(retract_reason AS BLOB)) <= 1000),	-- Reason retracted
	at TEXT CHECK (length(CAST(at AS BLOB)) <= 111),			-- At; date
	text TEXT CHECK (length(CAST(text AS BLOB)) <= 1048576),		-- Text
	minutes INTEGER CHECK (minutes BETWEEN 0 AND 1000000000000000)		-- Minutes
) STRICT;
CREATE INDEX journal_parent ON journal (parent);

-- Hashes.
CREATE TABLE hash (
	rid INTEGER PRIMARY KEY REFERENCES record (rid) ON DELETE RESTRICT,
	case_id INTEGER NOT NULL,						-- as in record
	audience_id INTEGER NOT NULL REFERENCES audience (id) ON DELETE RESTRICT,
	parent INTEGER NOT NULL REFERENCES record (rid) ON DELETE RESTRICT,
	party TEXT CHECK (length(CAST(party AS BLOB)) <= 36),			-- Party; uid
	version INTEGER CHECK (version BETWEEN 0 AND 1000000000000000),		-- Version
	created INTEGER,							-- Created; ms UTC
	created_by TEXT CHECK (length(CAST(created_by AS BLOB)) <= 36),		-- Created by; uid
	corrects TEXT CHECK (length(CAST(corrects AS BLOB)) <= 64),		-- Corrects
	retracted INTEGER,							-- Retracted; ms UTC
	retract_reason TEXT CHECK (length(CAST(retract_reason AS BLOB)) <= 1000),	-- Reason retracted
	algorithm TEXT CHECK (length(CAST(algorithm AS BLOB)) <= 64),		-- Algorithm; code
	value TEXT CHECK (length(CAST(value AS BLOB)) <= 128),			-- Digest
	of_what TEXT CHECK (length(CAST(of_what AS BLOB)) <= 4096),		-- Of what
	computed_by TEXT CHECK (length(CAST(computed_by AS BLOB)) <= 200),	-- Computed by
	"on" TEXT CHECK (length(CAST("on" AS BLOB)) <= 111),			-- On; date
	report TEXT CHECK (length(CAST(report AS BLOB)) <= 200)			-- Report
) STRICT;
CREATE INDEX hash_parent ON hash (parent);

-- Chain of custody.
CREATE TABLE chain (
	rid INTEGER PRIMARY KEY REFERENCES record (rid) ON DELETE RESTRICT,
	case_id INTEGER NOT NULL,						-- as in record
	audience_id INTEGER NOT NULL REFERENCES audience (id) ON DELETE RESTRICT,
	parent INTEGER NOT NULL REFERENCES record (rid) ON DELETE RESTRICT,
	party TEXT CHECK (length(CAST(party AS BLOB)) <= 36),			-- Party; uid
	version INTEGER CHECK (version BETWEEN 0 AND 1000000000000000),		-- Version
	created INTEGER,							-- Created; ms UTC
	created_by TEXT CHECK (length(CAST(created_by AS BLOB)) <= 36),		-- Created by; uid
	corrects TEXT CHECK (length(CAST(corrects AS BLOB)) <= 64),		-- Corrects
	retracted INTEGER,							-- Retracted; ms UTC
	retract_reason TEXT CHECK (length(CAST(retract_reason AS BLOB)) <= 1000),	-- Reason retracted
	action TEXT CHECK (length(CAST(action AS BLOB)) <= 64),			-- Action; code
	at TEXT CHECK (length(CAST(at AS BLOB)) <= 111),			-- At; date
	"from" TEXT CHECK (length(CAST("from" AS BLOB)) <= 200),		-- From; uid
	"to" TEXT CHECK (length(CAST("to" AS BLOB)) <= 200),			-- To; uid
	method TEXT CHECK (length(CAST(method AS BLOB)) <= 300),		-- Method
	seal TEXT CHECK (length(CAST(seal AS BLOB)) <= 100),			-- Seal
	purpose TEXT CHECK (length(CAST(purpose AS BLOB)) <= 300),		-- Purpose
	condition TEXT CHECK (length(CAST(condition AS BLOB)) <= 300),		-- Condition
	mode TEXT CHECK (length(CAST(mode AS BLOB)) <= 64),			-- Mode; code
	receipt_no TEXT CHECK (length(CAST(receipt_no AS BLOB)) <= 100),	-- Receipt no.
	copy TEXT CHECK (length(CAST(copy AS BLOB)) <= 36)			-- Copy; uid
) STRICT;
CREATE INDEX chain_parent ON chain (parent);

-- Confirmations.
CREATE TABLE confirmation (
	rid INTEGER PRIMARY KEY REFERENCES record (rid) ON DELETE RESTRICT,
	case_id INTEGER NOT NULL,						-- as in record
	audience_id INTEGER NOT NULL REFERENCES audience (id) ON DELETE RESTRICT,
	parent INTEGER NOT NULL REFERENCES record (rid) ON DELETE RESTRICT,
	party TEXT CHECK (length(CAST(party AS BLOB)) <= 36),			-- Party; uid
	version INTEGER CHECK (version BETWEEN 0 AND 1000000000000000),		-- Version
	created INTEGER,							-- Created; ms UTC
	created_by TEXT CHECK (length(CAST(created_by AS BLOB)) <= 36),		-- Created by; uid
	corrects TEXT CHECK (length(CAST(corrects AS BLOB)) <= 64),		-- Corrects
	retracted INTEGER,							-- Retracted; ms UTC
	retract_reason TEXT CHECK (length(CAST(retract_reason AS BLOB)) <= 1000),	-- Reason retracted
	step TEXT CHECK (length(CAST(step AS BLOB)) <= 36),			-- Step; uid
	side TEXT CHECK (length(CAST(side AS BLOB)) <= 64),			-- Side; code
	mode TEXT CHECK (length(CAST(mode AS BLOB)) <= 64),			-- Mode; code
	receipt_no TEXT CHECK (length(CAST(receipt_no AS BLOB)) <= 100),	-- Receipt no.
	name TEXT CHECK (length(CAST(name AS BLOB)) <= 200),			-- Signed by
	rank TEXT CHECK (length(CAST(rank AS BLOB)) <= 100),			-- Rank
	"on" TEXT CHECK (length(CAST("on" AS BLOB)) <= 111),			-- Signed on; date
	remark TEXT CHECK (length(CAST(remark AS BLOB)) <= 1000)		-- Remark
) STRICT;
CREATE INDEX confirmation_parent ON confirmation (parent);

-- Disclosures.
CREATE TABLE disclosure (
	rid INTEGER PRIMARY KEY REFERENCES record (rid) ON DELETE RESTRICT,
	case_id INTEGER NOT NULL,						-- as in record
	audience_id INTEGER NOT NULL REFERENCES audience (id) ON DELETE RESTRICT,
	parent INTEGER NOT NULL REFERENCES record (rid) ON DELETE RESTRICT,
	party TEXT CHECK (length(CAST(party AS BLOB)) <= 36),			-- Party; uid
	version INTEGER CHECK (version BETWEEN 0 AND 1000000000000000),		-- Version
	created INTEGER,							-- Created; ms UTC
	created_by TEXT CHECK (length(CAST(created_by AS BLOB)) <= 36),		-- Created by; uid
	corrects TEXT CHECK (length(CAST(corrects AS BLOB)) <= 64),		-- Corrects
	retracted INTEGER,							-- Retracted; ms UTC
	retract_reason TEXT CHECK (length(CAST(retract_reason AS BLOB)) <= 1000),	-- Reason retracted
	proceeding TEXT CHECK (length(CAST(proceeding AS BLOB)) <= 200),	-- Proceeding
	accused TEXT CHECK (length(CAST(accused AS BLOB)) <= 300),		-- Accused
	disclosed TEXT CHECK (length(CAST(disclosed AS BLOB)) <= 100),		-- Version
	"on" TEXT CHECK (length(CAST("on" AS BLOB)) <= 111),			-- On; date
	how TEXT CHECK (length(CAST(how AS BLOB)) <= 200),			-- How
	receipt TEXT CHECK (length(CAST(receipt AS BLOB)) <= 200),		-- Receipt
	withheld TEXT CHECK (length(CAST(withheld AS BLOB)) <= 1000),		-- Withheld
	ruling TEXT CHECK (length(CAST(ruling AS BLOB)) <= 300)			-- Ruling
) STRICT;
CREATE INDEX disclosure_parent ON disclosure (parent);

-- Admissibilities.
CREATE TABLE admissibility (
	rid INTEGER PRIMARY KEY REFERENCES record (rid) ON DELETE RESTRICT,
	case_id INTEGER NOT NULL,						-- as in record
	audience_id INTEGER NOT NULL REFERENCES audience (id) ON DELETE RESTRICT,
	parent INTEGER NOT NULL REFERENCES record (rid) ON DELETE RESTRICT,
	party TEXT CHECK (length(CAST(party AS BLOB)) <= 36),			-- Party; uid
	version INTEGER CHECK (version BETWEEN 0 AND 1000000000000000),		-- Version
	created INTEGER,							-- Created; ms UTC
	created_by TEXT CHECK (length(CAST(created_by AS BLOB)) <= 36),		-- Created by; uid
	corrects TEXT CHECK (length(CAST(corrects AS BLOB)) <= 64),		-- Corrects
	retracted INTEGER,							-- Retracted; ms UTC
	retract_reason TEXT CHECK (length(CAST(retract_reason AS BLOB)) <= 1000),	-- Reason retracted
	state TEXT CHECK (length(CAST(state AS BLOB)) <= 64),			-- State; ISO 3166-1 alpha-2
	status TEXT CHECK (length(CAST(status AS BLOB)) <= 64),			-- Status; code
	note TEXT CHECK (length(CAST(note AS BLOB)) <= 1000)			-- Note
) STRICT;
CREATE INDEX admissibility_parent ON admissibility (parent);

-- Valuations.
CREATE TABLE valuation (
	rid INTEGER PRIMARY KEY REFERENCES record (rid) ON DELETE RESTRICT,
	case_id INTEGER NOT NULL,						-- as in record
	audience_id INTEGER NOT NULL REFERENCES audience (id) ON DELETE RESTRICT,
	parent INTEGER NOT NULL REFERENCES record (rid) ON DELETE RESTRICT,
	party TEXT CHECK (length(CAST(party AS BLOB)) <= 36),			-- Party; uid
	version INTEGER CHECK (version BETWEEN 0 AND 1000000000000000),		-- Version
	created INTEGER,							-- Created; ms UTC
	created_by TEXT CHECK (length(CAST(created_by AS BLOB)) <= 36),		-- Created by; uid
	corrects TEXT CHECK (length(CAST(corrects AS BLOB)) <= 64),		-- Corrects
	retracted INTEGER,							-- Retracted; ms UTC
	retract_reason TEXT CHECK (length(CAST(retract_reason AS BLOB)) <= 1000),	-- Reason retracted
	amount TEXT CHECK (length(CAST(amount AS BLOB)) <= 79),			-- Amount; 1234.50 EUR
	"on" TEXT CHECK (length(CAST("on" AS BLOB)) <= 111),			-- On; date
	method TEXT CHECK (length(CAST(method AS BLOB)) <= 100),		-- Method
	stage TEXT CHECK (length(CAST(stage AS BLOB)) <= 64)			-- Stage; code
) STRICT;
CREATE INDEX valuation_parent ON valuation (parent);

-- Holdings.
CREATE TABLE holding (
	rid INTEGER PRIMARY KEY REFERENCES record (rid) ON DELETE RESTRICT,
	case_id INTEGER NOT NULL,						-- as in record
	audience_id INTEGER NOT NULL REFERENCES audience (id) ON DELETE RESTRICT,
	parent INTEGER NOT NULL REFERENCES record (rid) ON DELETE RESTRICT,
	party TEXT CHECK (length(CAST(party AS BLOB)) <= 36),			-- Party; uid
	version INTEGER CHECK (version BETWEEN 0 AND 1000000000000000),		-- Version
	created INTEGER,							-- Created; ms UTC
	created_by TEXT CHECK (length(CAST(created_by AS BLOB)) <= 36),		-- Created by; uid
	corrects TEXT CHECK (length(CAST(corrects AS BLOB)) <= 64),		-- Corrects
	retracted INTEGER,							-- Retracted; ms UTC
	retract_reason TEXT CHECK (length(CAST(retract_reason AS BLOB)) <= 1000),	-- Reason retracted
	holding_kind TEXT CHECK (length(CAST(holding_kind AS BLOB)) <= 64),	-- Kind; code
	amount TEXT CHECK (length(CAST(amount AS BLOB)) <= 79),			-- Amount; 1234.50 EUR
	"on" TEXT CHECK (length(CAST("on" AS BLOB)) <= 111),			-- On; date
	"order" TEXT CHECK (length(CAST("order" AS BLOB)) <= 200)		-- Order
) STRICT;
CREATE INDEX holding_parent ON holding (parent);

-- Owners.
CREATE TABLE owner (
	rid INTEGER PRIMARY KEY REFERENCES record (rid) ON DELETE RESTRICT,
	case_id INTEGER NOT NULL,						-- as in record
	audience_id INTEGER NOT NULL REFERENCES audience (id) ON DELETE RESTRICT,
	parent INTEGER NOT NULL REFERENCES record (rid) ON DELETE RESTRICT,
	party TEXT CHECK (length(CAST(party AS BLOB)) <= 36),			-- Party; uid
	version INTEGER CHECK (version BETWEEN 0 AND 1000000000000000),		-- Version
	created INTEGER,							-- Created; ms UTC
	created_by TEXT CHECK (length(CAST(created_by AS BLOB)) <= 36),		-- Created by; uid
	corrects TEXT CHECK (length(CAST(corrects AS BLOB)) <= 64),		-- Corrects
	retracted INTEGER,							-- Retracted; ms UTC
	retract_reason TEXT CHECK (length(CAST(retract_reason AS BLOB)) <= 1000),	-- Reason retracted
	who TEXT CHECK (length(CAST(who AS BLOB)) <= 200),			-- Who; uid
	role TEXT CHECK (length(CAST(role AS BLOB)) <= 64),			-- Role; code
	percent TEXT CHECK (length(CAST(percent AS BLOB)) <= 16),		-- Percent
	"from" TEXT CHECK (length(CAST("from" AS BLOB)) <= 111),		-- Since; date
	"to" TEXT CHECK (length(CAST("to" AS BLOB)) <= 111)			-- Until; date
) STRICT;
CREATE INDEX owner_parent ON owner (parent);
CREATE INDEX owner_who_names ON owner (who, case_id, audience_id)
	WHERE who IS NOT NULL;

-- Costs.
CREATE TABLE cost (
	rid INTEGER PRIMARY KEY REFERENCES record (rid) ON DELETE RESTRICT,
	case_id INTEGER NOT NULL,						-- as in record
	audience_id INTEGER NOT NULL REFERENCES audience (id) ON DELETE RESTRICT,
	parent INTEGER NOT NULL REFERENCES record (rid) ON DELETE RESTRICT,
	party TEXT CHECK (length(CAST(party AS BLOB)) <= 36),			-- Party; uid
	version INTEGER CHECK (version BETWEEN 0 AND 1000000000000000),		-- Version
	created INTEGER,							-- Created; ms UTC
	created_by TEXT CHECK (length(CAST(created_by AS BLOB)) <= 36),		-- Created by; uid
	corrects TEXT CHECK (length(CAST(corrects AS BLOB)) <= 64),		-- Corrects
	retracted INTEGER,							-- Retracted; ms UTC
	retract_reason TEXT CHECK (length(CAST(retract_reason AS BLOB)) <= 1000),	-- Reason retracted
	amount TEXT CHECK (length(CAST(amount AS BLOB)) <= 79),			-- Amount; 1234.50 EUR
	"on" TEXT CHECK (length(CAST("on" AS BLOB)) <= 111),			-- On; date
	what TEXT CHECK (length(CAST(what AS BLOB)) <= 300)			-- What for
) STRICT;
CREATE INDEX cost_parent ON cost (parent);

-- Orders.
CREATE TABLE "order" (
	rid INTEGER PRIMARY KEY REFERENCES record (rid) ON DELETE RESTRICT,
	case_id INTEGER NOT NULL,						-- as in record
	audience_id INTEGER NOT NULL REFERENCES audience (id) ON DELETE RESTRICT,
	parent INTEGER NOT NULL REFERENCES record (rid) ON DELETE RESTRICT,
	party TEXT CHECK (length(CAST(party AS BLOB)) <= 36),			-- Party; uid
	version INTEGER CHECK (version BETWEEN 0 AND 1000000000000000),		-- Version
	created INTEGER,							-- Created; ms UTC
	created_by TEXT CHECK (length(CAST(created_by AS BLOB)) <= 36),		-- Created by; uid
	corrects TEXT CHECK (length(CAST(corrects AS BLOB)) <= 64),		-- Corrects
	retracted INTEGER,							-- Retracted; ms UTC
	retract_reason TEXT CHECK (length(CAST(retract_reason AS BLOB)) <= 1000),	-- Reason retracted
	order_kind TEXT CHECK (length(CAST(order_kind AS BLOB)) <= 64),		-- Kind; code
	authority TEXT CHECK (length(CAST(authority AS BLOB)) <= 200),		-- Authority
	number TEXT CHECK (length(CAST(number AS BLOB)) <= 100),		-- Number
	"on" TEXT CHECK (length(CAST("on" AS BLOB)) <= 111)			-- On; date
) STRICT;
CREATE INDEX order_parent ON "order" (parent);

-- Disposals.
CREATE TABLE disposal (
	rid INTEGER PRIMARY KEY REFERENCES record (rid) ON DELETE RESTRICT,
	case_id INTEGER NOT NULL,						-- as in record
	audience_id INTEGER NOT NULL REFERENCES audience (id) ON DELETE RESTRICT,
	parent INTEGER NOT NULL REFERENCES record (rid) ON DELETE RESTRICT,
	party TEXT CHECK (length(CAST(party AS BLOB)) <= 36),			-- Party; uid
	version INTEGER CHECK (version BETWEEN 0 AND 1000000000000000),		-- Version
	created INTEGER,							-- Created; ms UTC
	created_by TEXT CHECK (length(CAST(created_by AS BLOB)) <= 36),		-- Created by; uid
	corrects TEXT CHECK (length(CAST(corrects AS BLOB)) <= 64),		-- Corrects
	retracted INTEGER,							-- Retracted; ms UTC
	retract_reason TEXT CHECK (length(CAST(retract_reason AS BLOB)) <= 1000),	-- Reason retracted
	how TEXT CHECK (length(CAST(how AS BLOB)) <= 64),			-- How; code
	amount TEXT CHECK (length(CAST(amount AS BLOB)) <= 79),			-- Amount; 1234.50 EUR
	"on" TEXT CHECK (length(CAST("on" AS BLOB)) <= 111),			-- On; date
	"to" TEXT CHECK (length(CAST("to" AS BLOB)) <= 200)			-- To
) STRICT;
CREATE INDEX disposal_parent ON disposal (parent);

-- Categories.
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
	retracted INTEGER,							-- Retracted; ms UTC
	retract_reason TEXT CHECK (length(CAST(retract_reason AS BLOB)) <= 1000),	-- Reason retracted
	category TEXT CHECK (length(CAST(category AS BLOB)) <= 64),		-- Category; code
	proceeding TEXT CHECK (length(CAST(proceeding AS BLOB)) <= 200),	-- Proceeding
	"on" TEXT CHECK (length(CAST("on" AS BLOB)) <= 111),			-- On; date
	until TEXT CHECK (length(CAST(until AS BLOB)) <= 111),			-- Until; date
	note TEXT CHECK (length(CAST(note AS BLOB)) <= 1000)			-- Note
) STRICT;
CREATE INDEX category_parent ON category (parent);

-- Names.
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
	retracted INTEGER,							-- Retracted; ms UTC
	retract_reason TEXT CHECK (length(CAST(retract_reason AS BLOB)) <= 1000),	-- Reason retracted
	text TEXT CHECK (length(CAST(text AS BLOB)) <= 300),			-- Text
	script TEXT CHECK (length(CAST(script AS BLOB)) <= 64),			-- Script; code
	name_kind TEXT CHECK (length(CAST(name_kind AS BLOB)) <= 64)		-- Kind; code
) STRICT;
CREATE INDEX name_parent ON name (parent);

-- Papers.
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
	retracted INTEGER,							-- Retracted; ms UTC
	retract_reason TEXT CHECK (length(CAST(retract_reason AS BLOB)) <= 1000),	-- Reason retracted
	type TEXT CHECK (length(CAST(type AS BLOB)) <= 64),			-- Type; code
	"no" TEXT CHECK (length(CAST("no" AS BLOB)) <= 100),			-- No.
	country TEXT CHECK (length(CAST(country AS BLOB)) <= 64)		-- Country; ISO 3166-1 alpha-2
) STRICT;
CREATE INDEX paper_parent ON paper (parent);

-- Addresses.
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
	retracted INTEGER,							-- Retracted; ms UTC
	retract_reason TEXT CHECK (length(CAST(retract_reason AS BLOB)) <= 1000),	-- Reason retracted
	text TEXT CHECK (length(CAST(text AS BLOB)) <= 500),			-- Text
	country TEXT CHECK (length(CAST(country AS BLOB)) <= 64),		-- Country; ISO 3166-1 alpha-2
	"from" TEXT CHECK (length(CAST("from" AS BLOB)) <= 111),		-- Since; date
	"to" TEXT CHECK (length(CAST("to" AS BLOB)) <= 111)			-- Until; date
) STRICT;
CREATE INDEX address_parent ON address (parent);
