-- The answers of all questions, one row per finding.
CREATE TABLE answers (
    id VARCHAR NOT NULL,
    value DOUBLE,
    ends STRUCT(low DOUBLE, high DOUBLE),
    unit VARCHAR DEFAULT 'number',
    verdict VARCHAR DEFAULT '',
    observations VARCHAR[] DEFAULT [],
    towns VARCHAR[] DEFAULT [],
    caveats VARCHAR[] DEFAULT []
);
-- What holds, of a list of words that are NULL where they do not.
CREATE MACRO those(words) AS list_filter(words, lambda w: w IS NOT NULL);
-- All of a group, an empty list where there is none.
CREATE MACRO all_of(name) AS coalesce(list(name) FILTER (name IS NOT NULL), []);
