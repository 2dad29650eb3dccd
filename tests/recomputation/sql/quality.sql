-- What the data are: documents, observations by what they leave open, and how wide rounded figures are.
INSERT INTO answers (id, value, unit)
SELECT name, n, 'documents' FROM (
    SELECT count(*) AS "documents", count(*) FILTER (published_basis = 'inferred') AS "documents-date-inferred",
        count(*) FILTER (page_stamp <> '') AS "documents-misstamped"
    FROM documents
) UNPIVOT (n FOR name IN (COLUMNS(*)));

CREATE TABLE widths AS
SELECT rows.*, ends, ends.high - ends.low AS width,
    kind <> 'threshold' AS is_of_the_world,
    coalesce(isfinite(ends.high - ends.low) AND ends.high > ends.low AND value <> 0, false) AND is_of_the_world
        AS is_rounded,
    period <> '' AND regexp_matches(note, '(period|start) not printed') AS is_inferred,
    (ends.high - ends.low) / 2 / abs(value) AS spread
FROM rows LEFT JOIN allowed USING (id);
CREATE TABLE told AS
SELECT id, unnest(those([
    'observations',
    CASE WHEN normal THEN 'observations-normal' END,
    CASE WHEN status = 'D' THEN 'observations-differing' END,
    CASE WHEN value IS NULL THEN 'observations-without-number' END,
    CASE WHEN period = '' THEN 'observations-period-not-printed' END,
    CASE WHEN is_inferred THEN 'observations-period-inferred' END,
    CASE WHEN ends.low = ends.high AND is_of_the_world THEN 'observations-unrounded' END,
    CASE WHEN is_rounded THEN 'observations-rounded' END,
    CASE WHEN ends.high = 'infinity' AND is_of_the_world THEN 'observations-open-ended' END,
    CASE WHEN kind = 'target' THEN 'targets' END,
    CASE WHEN kind = 'target' AND period = '' THEN 'targets-period-not-printed' END,
    CASE WHEN kind = 'target' AND is_inferred THEN 'targets-period-inferred' END,
    CASE WHEN kind = 'threshold' THEN 'thresholds' END
])) AS what
FROM widths;
INSERT INTO answers (id, value, unit, observations)
SELECT name, count(told.id), 'observations', all_of(told.id)
FROM (
    SELECT 'observations' || unnest(['', '-normal', '-differing', '-without-number', '-period-not-printed',
        '-period-inferred', '-unrounded',
        '-rounded', '-open-ended']) AS name
    UNION ALL SELECT unnest(['targets', 'targets-period-not-printed', 'targets-period-inferred', 'thresholds'])
) AS names LEFT JOIN told ON told.what = names.name
GROUP BY name;

-- What each document contributes.
CREATE TABLE contributed AS
SELECT id, unnest(those([
    'from-' || source,
    CASE WHEN normal THEN 'from-' || source || '-normal' END,
    CASE WHEN status = 'D' THEN 'from-' || source || '-differing' END,
    CASE WHEN status = 'O' THEN 'from-' || source || '-missing' END,
    CASE WHEN period <> '' AND NOT is_inferred THEN 'from-' || source || '-period-printed' END
])) AS what
FROM widths;
INSERT INTO answers (id, value, unit, observations)
SELECT name, count(contributed.id), 'observations', all_of(contributed.id)
FROM (
    SELECT 'from-' || id || unnest(['', '-normal', '-differing', '-missing', '-period-printed']) AS name FROM documents
) AS names LEFT JOIN contributed ON contributed.what = names.name
GROUP BY name;
INSERT INTO answers (id, value, unit, towns)
SELECT 'from-' || documents.id || '-towns', count(named.town), 'towns', all_of(named.town)
FROM documents LEFT JOIN named ON named.source = documents.id GROUP BY documents.id;

-- Half the interval's width divided by the value, over rounded figures.
INSERT INTO answers (id, value, unit, verdict, observations)
SELECT 'precision-median', median(spread), 'ratio', CASE WHEN count(*) > 0 THEN '' ELSE 'not_reported' END, all_of(id)
FROM widths WHERE is_rounded;
-- The widest; where several are as wide, all of them.
INSERT INTO answers (id, value, unit, verdict, observations)
SELECT 'precision-worst', max(spread), 'ratio', CASE WHEN count(*) > 0 THEN '' ELSE 'not_reported' END,
    coalesce(list(id) FILTER (spread > (SELECT max(spread) FROM widths WHERE is_rounded) - 1e-12), [])
FROM widths WHERE is_rounded;
