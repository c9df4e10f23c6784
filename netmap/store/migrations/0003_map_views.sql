-- Views of the map that people named. No foreign key but the record's own: a view refers to nothing.
CREATE TABLE map_view (
    network INTEGER NOT NULL,
    id TEXT NOT NULL,
    version INTEGER NOT NULL CHECK (version >= 1),
    identifiers TEXT NOT NULL,
    source TEXT,
    attributes TEXT NOT NULL,
    name TEXT NOT NULL,
    query TEXT NOT NULL,
    places TEXT NOT NULL,
    PRIMARY KEY (network, id),
    FOREIGN KEY (network, id) REFERENCES record (network, id) DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;
