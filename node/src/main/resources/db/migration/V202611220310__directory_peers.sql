CREATE SCHEMA IF NOT EXISTS directory;

CREATE TABLE directory.peer (
    party         text        PRIMARY KEY,
    state         text        NOT NULL,
    organisation  text        NOT NULL,
    functions     text[]      NOT NULL,
    endpoint      text        NOT NULL,
    fingerprint   text        NOT NULL,
    card          bytea       NOT NULL,
    added_at      timestamptz NOT NULL,
    added_by      text        NOT NULL,
    confirmed_at  timestamptz,
    last_heard_at timestamptz
);

COMMENT ON COLUMN directory.peer.card IS 'the signed card as it was handed over; the other columns repeat it for searching';

CREATE INDEX peer_state ON directory.peer (state);

CREATE TABLE directory.former_card (
    party       text        NOT NULL,
    replaced_at timestamptz NOT NULL,
    replaced_by text        NOT NULL,
    card        bytea       NOT NULL,
    PRIMARY KEY (party, replaced_at)
);

COMMENT ON TABLE directory.former_card IS 'cards that a peer used before: signatures of that time are checked against them';
