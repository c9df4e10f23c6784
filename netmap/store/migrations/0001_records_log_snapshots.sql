-- Records, their change log and snapshots.
--
-- Every table is clustered by network, so that reading one network of many touches its own pages
-- only. Ids compare byte by byte: composed and decomposed letters, upper and lower case are
-- different ids. Nested values are JSON text; lists of references have tables of their own, so
-- that "who refers to this record" is an index lookup.

CREATE TABLE network (
    key INTEGER NOT NULL PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    created_at TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    revision INTEGER NOT NULL CHECK (revision >= 0)
) STRICT;

-- One id space per network: an id belongs to one record, of one kind.
CREATE TABLE record (
    network INTEGER NOT NULL REFERENCES network (key),
    id TEXT NOT NULL,
    kind TEXT NOT NULL,
    PRIMARY KEY (network, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE organization (
    network INTEGER NOT NULL,
    id TEXT NOT NULL,
    version INTEGER NOT NULL CHECK (version >= 1),
    identifiers TEXT NOT NULL,
    source TEXT,
    attributes TEXT NOT NULL,
    start_date TEXT,
    end_date TEXT,
    name TEXT NOT NULL,
    short_name TEXT NOT NULL,
    classification TEXT NOT NULL,
    sector TEXT,
    territory TEXT NOT NULL,
    parent_id TEXT,
    successor_id TEXT,
    asked TEXT,
    meets INTEGER CHECK (meets IN (0, 1)),
    level TEXT,
    status TEXT,
    purpose TEXT NOT NULL,
    functions TEXT NOT NULL,
    competence TEXT NOT NULL,
    legal_basis TEXT NOT NULL,
    meetings_per_year REAL,
    chair_rotation TEXT,
    target_groups TEXT NOT NULL,
    coordination TEXT,
    PRIMARY KEY (network, id),
    FOREIGN KEY (network, id) REFERENCES record (network, id) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY (network, parent_id) REFERENCES organization (network, id)
        DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY (network, successor_id) REFERENCES organization (network, id)
        DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;

CREATE INDEX organization_parent ON organization (network, parent_id)
    WHERE parent_id IS NOT NULL;
CREATE INDEX organization_successor ON organization (network, successor_id)
    WHERE successor_id IS NOT NULL;

CREATE TABLE topic (
    network INTEGER NOT NULL,
    id TEXT NOT NULL,
    version INTEGER NOT NULL CHECK (version >= 1),
    identifiers TEXT NOT NULL,
    source TEXT,
    attributes TEXT NOT NULL,
    name TEXT NOT NULL,
    description TEXT NOT NULL,
    parent_id TEXT,
    PRIMARY KEY (network, id),
    FOREIGN KEY (network, id) REFERENCES record (network, id) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY (network, parent_id) REFERENCES topic (network, id)
        DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;

CREATE INDEX topic_parent ON topic (network, parent_id) WHERE parent_id IS NOT NULL;

CREATE TABLE person (
    network INTEGER NOT NULL,
    id TEXT NOT NULL,
    version INTEGER NOT NULL CHECK (version >= 1),
    identifiers TEXT NOT NULL,
    source TEXT,
    attributes TEXT NOT NULL,
    start_date TEXT,
    end_date TEXT,
    name TEXT NOT NULL,
    function TEXT NOT NULL,
    organization_id TEXT,
    sector TEXT,
    asked TEXT,
    PRIMARY KEY (network, id),
    FOREIGN KEY (network, id) REFERENCES record (network, id) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY (network, organization_id) REFERENCES organization (network, id)
        DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;

CREATE INDEX person_organization ON person (network, organization_id)
    WHERE organization_id IS NOT NULL;

CREATE TABLE membership (
    network INTEGER NOT NULL,
    id TEXT NOT NULL,
    version INTEGER NOT NULL CHECK (version >= 1),
    identifiers TEXT NOT NULL,
    source TEXT,
    attributes TEXT NOT NULL,
    start_date TEXT,
    end_date TEXT,
    member_id TEXT NOT NULL,
    organization_id TEXT NOT NULL,
    role TEXT NOT NULL,
    role_label TEXT NOT NULL,
    house_level TEXT,
    PRIMARY KEY (network, id),
    FOREIGN KEY (network, id) REFERENCES record (network, id) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY (network, member_id) REFERENCES record (network, id)
        DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY (network, organization_id) REFERENCES organization (network, id)
        DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;

CREATE INDEX membership_member ON membership (network, member_id);
CREATE INDEX membership_organization ON membership (network, organization_id);

CREATE TABLE membership_on_behalf_of (
    network INTEGER NOT NULL,
    membership_id TEXT NOT NULL,
    position INTEGER NOT NULL,
    organization_id TEXT NOT NULL,
    PRIMARY KEY (network, membership_id, position),
    FOREIGN KEY (network, membership_id) REFERENCES membership (network, id)
        DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY (network, organization_id) REFERENCES organization (network, id)
        DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;

CREATE INDEX membership_on_behalf_of_organization
    ON membership_on_behalf_of (network, organization_id);

CREATE TABLE exchange_tie (
    network INTEGER NOT NULL,
    id TEXT NOT NULL,
    version INTEGER NOT NULL CHECK (version >= 1),
    identifiers TEXT NOT NULL,
    source TEXT,
    attributes TEXT NOT NULL,
    start_date TEXT,
    end_date TEXT,
    source_id TEXT NOT NULL,
    target_id TEXT NOT NULL,
    contacts_per_year REAL,
    irregular INTEGER NOT NULL CHECK (irregular IN (0, 1)),
    channel TEXT NOT NULL,
    reported_by_id TEXT,
    reported_at TEXT,
    confirmed INTEGER CHECK (confirmed IN (0, 1)),
    PRIMARY KEY (network, id),
    FOREIGN KEY (network, id) REFERENCES record (network, id) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY (network, source_id) REFERENCES record (network, id)
        DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY (network, target_id) REFERENCES record (network, id)
        DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY (network, reported_by_id) REFERENCES record (network, id)
        DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;

CREATE INDEX exchange_tie_source ON exchange_tie (network, source_id);
CREATE INDEX exchange_tie_target ON exchange_tie (network, target_id);
CREATE INDEX exchange_tie_reported_by ON exchange_tie (network, reported_by_id)
    WHERE reported_by_id IS NOT NULL;

CREATE TABLE exchange_tie_topic (
    network INTEGER NOT NULL,
    exchange_tie_id TEXT NOT NULL,
    position INTEGER NOT NULL,
    topic_id TEXT NOT NULL,
    PRIMARY KEY (network, exchange_tie_id, position),
    FOREIGN KEY (network, exchange_tie_id) REFERENCES exchange_tie (network, id)
        DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY (network, topic_id) REFERENCES topic (network, id)
        DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;

CREATE INDEX exchange_tie_topic_topic ON exchange_tie_topic (network, topic_id);

CREATE TABLE reporting_line (
    network INTEGER NOT NULL,
    id TEXT NOT NULL,
    version INTEGER NOT NULL CHECK (version >= 1),
    identifiers TEXT NOT NULL,
    source TEXT,
    attributes TEXT NOT NULL,
    start_date TEXT,
    end_date TEXT,
    sender_id TEXT NOT NULL,
    receiver_id TEXT NOT NULL,
    returns_decisions INTEGER CHECK (returns_decisions IN (0, 1)),
    within_house INTEGER NOT NULL CHECK (within_house IN (0, 1)),
    form TEXT NOT NULL,
    PRIMARY KEY (network, id),
    FOREIGN KEY (network, id) REFERENCES record (network, id) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY (network, sender_id) REFERENCES record (network, id)
        DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY (network, receiver_id) REFERENCES record (network, id)
        DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;

CREATE INDEX reporting_line_sender ON reporting_line (network, sender_id);
CREATE INDEX reporting_line_receiver ON reporting_line (network, receiver_id);

CREATE TABLE cooperation (
    network INTEGER NOT NULL,
    id TEXT NOT NULL,
    version INTEGER NOT NULL CHECK (version >= 1),
    identifiers TEXT NOT NULL,
    source TEXT,
    attributes TEXT NOT NULL,
    start_date TEXT,
    end_date TEXT,
    name TEXT NOT NULL,
    aim TEXT NOT NULL,
    decided_by_id TEXT,
    decided_at TEXT,
    carried_by_id TEXT,
    PRIMARY KEY (network, id),
    FOREIGN KEY (network, id) REFERENCES record (network, id) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY (network, decided_by_id) REFERENCES organization (network, id)
        DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY (network, carried_by_id) REFERENCES record (network, id)
        DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;

CREATE INDEX cooperation_decided_by ON cooperation (network, decided_by_id)
    WHERE decided_by_id IS NOT NULL;
CREATE INDEX cooperation_carried_by ON cooperation (network, carried_by_id)
    WHERE carried_by_id IS NOT NULL;

CREATE TABLE cooperation_party (
    network INTEGER NOT NULL,
    cooperation_id TEXT NOT NULL,
    position INTEGER NOT NULL,
    party_id TEXT NOT NULL,
    PRIMARY KEY (network, cooperation_id, position),
    FOREIGN KEY (network, cooperation_id) REFERENCES cooperation (network, id)
        DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY (network, party_id) REFERENCES record (network, id)
        DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;

CREATE INDEX cooperation_party_party ON cooperation_party (network, party_id);

CREATE TABLE works_on (
    network INTEGER NOT NULL,
    id TEXT NOT NULL,
    version INTEGER NOT NULL CHECK (version >= 1),
    identifiers TEXT NOT NULL,
    source TEXT,
    attributes TEXT NOT NULL,
    start_date TEXT,
    end_date TEXT,
    actor_id TEXT NOT NULL,
    topic_id TEXT NOT NULL,
    PRIMARY KEY (network, id),
    FOREIGN KEY (network, id) REFERENCES record (network, id) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY (network, actor_id) REFERENCES record (network, id)
        DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY (network, topic_id) REFERENCES topic (network, id)
        DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;

CREATE INDEX works_on_actor ON works_on (network, actor_id);
CREATE INDEX works_on_topic ON works_on (network, topic_id);

-- The change log: one row a change set, one row a changed record. Records stand as JSON, each in
-- a row of its own, so that erasing a person can reach it.
CREATE TABLE change_set (
    network INTEGER NOT NULL REFERENCES network (key),
    revision INTEGER NOT NULL,
    id TEXT NOT NULL,
    author_id TEXT NOT NULL,
    author TEXT NOT NULL,
    at TEXT NOT NULL,
    note TEXT NOT NULL,
    undoes TEXT,
    erasure INTEGER NOT NULL CHECK (erasure IN (0, 1)),
    PRIMARY KEY (network, revision),
    UNIQUE (network, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE logged_change (
    network INTEGER NOT NULL,
    revision INTEGER NOT NULL,
    position INTEGER NOT NULL,
    record_id TEXT NOT NULL,
    kind TEXT NOT NULL,
    before TEXT,
    after TEXT,
    PRIMARY KEY (network, revision, position),
    FOREIGN KEY (network, revision) REFERENCES change_set (network, revision)
) STRICT, WITHOUT ROWID;

CREATE INDEX logged_change_record ON logged_change (network, record_id, revision);

CREATE TABLE snapshot (
    network INTEGER NOT NULL REFERENCES network (key),
    id TEXT NOT NULL,
    label TEXT NOT NULL,
    revision INTEGER NOT NULL,
    taken_at TEXT NOT NULL,
    author TEXT NOT NULL,
    PRIMARY KEY (network, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE snapshot_record (
    network INTEGER NOT NULL,
    snapshot_id TEXT NOT NULL,
    record_id TEXT NOT NULL,
    kind TEXT NOT NULL,
    record TEXT NOT NULL,
    PRIMARY KEY (network, snapshot_id, record_id),
    FOREIGN KEY (network, snapshot_id) REFERENCES snapshot (network, id)
) STRICT, WITHOUT ROWID;

-- What is still to be done to the file itself, should the program have been stopped before.
CREATE TABLE upkeep (
    task TEXT NOT NULL PRIMARY KEY
) STRICT, WITHOUT ROWID;
