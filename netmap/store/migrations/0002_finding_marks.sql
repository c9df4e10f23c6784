-- What people said about findings. No foreign key but the record's own: a mark refers to nothing.
CREATE TABLE finding_mark (
    network INTEGER NOT NULL,
    id TEXT NOT NULL,
    version INTEGER NOT NULL CHECK (version >= 1),
    identifiers TEXT NOT NULL,
    source TEXT,
    attributes TEXT NOT NULL,
    finding_id TEXT NOT NULL,
    finding_kind TEXT NOT NULL,
    status TEXT NOT NULL,
    note TEXT NOT NULL,
    data TEXT NOT NULL,
    marked_by TEXT NOT NULL,
    marked_at TEXT,
    PRIMARY KEY (network, id),
    FOREIGN KEY (network, id) REFERENCES record (network, id) DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;
