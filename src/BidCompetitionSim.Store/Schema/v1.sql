-- Version 1. Besides these tables, every experiment has a table outcome_N and a view outcome_N_long, N its number: see OutcomeTable.

-- Resolved scenarios: canonical JSON by its SHA-256.
CREATE TABLE scenario (
  hash TEXT PRIMARY KEY,
  json BLOB NOT NULL                                -- gzip
) WITHOUT ROWID;

CREATE TABLE experiment (
  number        INTEGER PRIMARY KEY,
  id            TEXT NOT NULL UNIQUE,
  name          TEXT NOT NULL,
  title         TEXT NOT NULL,
  question      TEXT NOT NULL,
  created_utc   TEXT NOT NULL,
  scenario      TEXT NOT NULL,
  scenario_hash TEXT NOT NULL REFERENCES scenario (hash),
  seed          TEXT NOT NULL,                      -- decimal: an unsigned 64-bit number need not fit an INTEGER
  uncertain     INTEGER NOT NULL,
  replications  INTEGER NOT NULL,                   -- wanted
  status        TEXT NOT NULL CHECK (status IN ('unfinished', 'stopped', 'failed', 'done')),
  digest        TEXT,                               -- of all rows, hexadecimal, once it ended
  plan          TEXT NOT NULL,                      -- JSON: docs/schemas/plan.schema.json
  source        BLOB NOT NULL,                      -- the scenario as one YAML file, with the provenance and range of its numbers; gzip
  result        BLOB                                -- what it says, JSON, gzip, once it ended
);

-- Everybody who wrote rows: one line for each time that the program ran.
CREATE TABLE sitting (
  experiment   INTEGER NOT NULL REFERENCES experiment (number),
  first_row    INTEGER NOT NULL,                    -- rows that were there when it began
  started_utc  TEXT NOT NULL,
  version      TEXT NOT NULL,
  "commit"     TEXT NOT NULL,
  os           TEXT NOT NULL,
  architecture TEXT NOT NULL,
  processors   INTEGER NOT NULL,
  runtime      TEXT NOT NULL,
  packages     TEXT NOT NULL,                       -- JSON: version by name
  command_line TEXT NOT NULL
);

CREATE TABLE arm (
  experiment  INTEGER NOT NULL REFERENCES experiment (number),
  arm         INTEGER NOT NULL,
  id          TEXT NOT NULL,
  arrangement TEXT NOT NULL,
  overrides   TEXT NOT NULL,                        -- JSON: list of path=value
  taken_from  TEXT,
  taken       TEXT NOT NULL,                        -- JSON: list of switches
  PRIMARY KEY (experiment, arm)
) WITHOUT ROWID;

CREATE TABLE design_point (
  experiment INTEGER NOT NULL REFERENCES experiment (number),
  point      INTEGER NOT NULL,
  factor     TEXT NOT NULL,
  value      REAL NOT NULL,
  PRIMARY KEY (experiment, point, factor)
) WITHOUT ROWID;

CREATE TABLE measure (
  experiment INTEGER NOT NULL REFERENCES experiment (number),
  measure    INTEGER NOT NULL,
  id         TEXT NOT NULL,
  label      TEXT NOT NULL,
  unit       TEXT NOT NULL,
  family     TEXT NOT NULL,
  direction  TEXT NOT NULL,
  subject    TEXT,
  outcome    INTEGER NOT NULL,                      -- 1 if the question is about it
  PRIMARY KEY (experiment, measure)
) WITHOUT ROWID;
